"""What people write into sections and no document can show: one finding for one fault, with its line."""

from __future__ import annotations

import dataclasses
from urllib.parse import quote

import pytest

from generator.documents.edgar import edgar_files
from generator.documents.printed import not_shown
from generator.model import Disclosure, OwnFile, Section
from generator.prose.html_tree import html_tree
from tests.support.filing import restated

FORM = html_tree('<h1>FORM SD</h1><p><a href="report.md">Exhibit 1.01</a></p>')


def year(section: str, *files: str) -> Disclosure:
    facts = restated(files=tuple(OwnFile(name, b"") for name in files))
    return dataclasses.replace(facts, sections=(Section(1, "s", "report/01-s.md", section),))


def found(section: str, html: str, *files: str) -> list[tuple[str, str]]:
    """Code and place of everything that both documents have to say of a section."""
    facts, tree = year(section, *files), html_tree(html)
    findings = [*not_shown(facts, [FORM, tree]), *edgar_files(facts, FORM, tree)[1]]
    return [(finding.code, str(finding.where)) for finding in findings]


def test_active_content_is_named_once_with_its_line() -> None:
    section = "# T\n\n<script>alert(1)</script>\n\n<iframe src='x'></iframe>\n"
    assert found(section, "<h1>T</h1><script>alert(1)</script><iframe src='x'></iframe>") == [
        ("DC-001", "report/01-s.md:5"),
        ("DC-001", "report/01-s.md:3"),
    ]


@pytest.mark.parametrize("tag", ["svg", "video", "object", "form", "math", "style", "canvas"])
def test_every_element_that_is_left_out_is_named(tag: str) -> None:
    assert found(f"# T\n<{tag}>b</{tag}>", f"<{tag}>b</{tag}>") == [("DC-001", "report/01-s.md:2")]


def test_what_the_pages_bring_along_is_no_finding() -> None:
    assert found("# T\n", '<div class="fsd-finder"><button>b</button></div><nav>n</nav>') == []


def test_an_element_that_is_not_closed_is_named() -> None:
    assert found("# T\n\nText <b>bold\n", "<p>Text <b>bold</p>") == [("DC-004", "report/01-s.md:3")]


@pytest.mark.parametrize("section", ["# T\n\n`<b>`\n", "# T\n\n```\n<b>\n```\n", "# T\n\nLine<br>end\n"])
def test_code_and_elements_that_need_no_end_are_no_finding(section: str) -> None:
    assert found(section, "<p>b</p>") == []


def test_a_picture_without_text_is_one_finding_for_both_documents() -> None:
    section = "# T\n\n![A logo](documents/a.png)\n\n![](documents/a.png)\n"
    html = '<p><img alt="" src="documents/a.png"></p>'
    assert found(section, html, "a.png") == [("DC-003", "report/01-s.md:5")]


def test_a_picture_that_is_in_no_document_is_one_finding() -> None:
    html = '<p><img alt="A map" src="map.png"></p>'
    assert found("# T\n\n![A map](map.png)\n", html) == [("DC-002", "report/01-s.md:3")]


@pytest.mark.parametrize("file", ["data/2021/disclosure.yml", "facts of ours/2021/disclosure.yml"])
def test_the_folder_for_pictures_is_named_as_it_is(file: str) -> None:
    facts = dataclasses.replace(year("# T\n\n![A map](map.png)\n"), file=file)
    (finding,) = not_shown(facts, [html_tree('<p><img alt="A map" src="map.png"></p>')])
    folder = file.removesuffix("disclosure.yml")
    assert finding.advice == (
        f"Put it into {folder}pictures/ as PNG, JPEG or SVG, and write pictures/map.png."
    )


@pytest.mark.parametrize("name", ["a map.png", "A.PNG", "b.jpeg", "c.svg", "d.webp"])
def test_a_picture_of_the_year_is_no_finding(name: str) -> None:
    path = f"documents/{quote(name)}"
    html = f'<p><img alt="A map" src="{path}"></p>'
    assert found(f"# T\n\n![A map]({path})\n", html, name) == []


def test_of_two_pictures_in_a_line_only_the_one_without_text_is_named() -> None:
    section = "# T\n\n![A](documents/a.png) ![A map](documents/b.png)\n\n![](documents/a.png)\n"
    html = '<p><img alt="" src="documents/a.png"></p>'
    assert found(section, html, "a.png", "b.png") == [("DC-003", "report/01-s.md:5")]


def test_a_long_text_is_a_note() -> None:
    words = "a word " * 40
    html = f'<p><img alt="{words}" src="documents/a.png"></p>'
    assert found(f"# T\n\n![{words}](documents/a.png)\n", html, "a.png") == [("DC-008", "report/01-s.md:3")]


@pytest.mark.parametrize(
    "path", ["../x.png", "pictures/../../x.png", "/etc/x.png", "https://example.com/x.png"]
)
def test_a_picture_outside_of_the_folder_is_in_no_document(path: str) -> None:
    html = f'<p><img alt="A map" src="{path}"></p>'
    assert found(f"# T\n\n![A map]({path})\n", html) == [("DC-002", "report/01-s.md:3")]


def test_a_picture_that_is_not_in_its_folder_is_told_with_the_nearest_name() -> None:
    section = "# T\n\n![A map](pictures/map.png)\n"
    facts = dataclasses.replace(year(section), pictures=(OwnFile("maps.png", b""),))
    (finding,) = not_shown(facts, [html_tree('<p><img alt="A map" src="pictures/map.png"></p>')])
    assert (finding.code, str(finding.where)) == ("DC-007", "report/01-s.md:3")
    assert "Did you mean 'maps.png'?" in finding.advice
