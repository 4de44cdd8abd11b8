"""The disclosure as one file: complete in itself, each thing in it once, the same from the same data."""

from __future__ import annotations

import base64
import gzip
import hashlib
import itertools
import re
import shutil
from dataclasses import replace
from html import unescape
from pathlib import Path
from urllib.parse import unquote_to_bytes

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.data_files.year_files import year_assets
from generator.documents.one_file.looks import in_dark_by_itself, with_lower_headings
from generator.documents.one_file.make import one_file
from generator.documents.one_file.markup import changed
from generator.model import OwnFile
from generator.model.brand import Brand
from generator.pages.logo import site_logos
from generator.pipeline import load, one_file_of, one_file_pages, sound
from tests.support.one_file import ADDRESS, example, ids_in, links_inside, repeated

LIMIT_BYTES = 150_000
"""Packed, for a list of 300 rows."""
_SECTIONS = ["overview", "form-sd", "report", "annex", "documents"]


@pytest.fixture(scope="module")
def html(repo: Path) -> str:
    return example(repo).content.decode("utf-8")


def elements(html: str, tag: str) -> list[str]:
    return re.findall(rf"<{tag}\b[^>]*>(.*?)</{tag}>", html, re.DOTALL)


def test_it_is_small_enough_for_a_mail(repo: Path) -> None:
    assert len(gzip.compress(example(repo).content, mtime=0)) <= LIMIT_BYTES


def test_it_holds_every_page_of_the_disclosure(html: str) -> None:
    assert re.findall(r'<article class="[^"]*" id="([^"]+)"', html) == _SECTIONS


def test_the_same_data_gives_the_same_bytes(repo: Path) -> None:
    (year,) = sound(load(repo / "data", 2021))
    assert one_file_of(year).content == example(repo).content


def test_no_id_stands_twice_and_every_link_inside_leads_somewhere(html: str) -> None:
    ids = ids_in(html)
    assert repeated(ids) == []
    assert links_inside(html) - set(ids) == set()


@pytest.mark.parametrize("name", ["for", "aria-labelledby", "popovertarget", "form", "headers"])
def test_what_names_another_element_names_one_that_is_there(html: str, name: str) -> None:
    named = {one for found in re.findall(rf'\s{name}="([^"]*)"', html) for one in found.split()}
    assert named - set(ids_in(html)) == set()


def test_no_address_is_asked_for(html: str) -> None:
    asked = re.findall(r'<(?:link|script|img|source|iframe|object|use)\b[^>]*\s(?:src|href)="([^"]*)"', html)
    assert [one[:30] for one in asked if not one.startswith(("data:", "#"))] == []
    assert re.findall(r"url\((?!#|['\"]?data:)[^)]*\)|@import", html) == []


def test_the_policy_names_the_styles_and_scripts_that_are_there_and_no_others(html: str) -> None:
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    rules = dict(one.split(" ", 1) for one in unescape(policy).split("; "))
    for tag in ("style", "script"):
        digests = [hashlib.sha256(one.encode()).digest() for one in elements(html, tag)]
        named = {f"'sha256-{base64.b64encode(one).decode()}'" for one in digests}
        assert set(rules[f"{tag}-src"].split()) == named
    assert rules["default-src"] == "'none'"
    assert re.findall(r"\s(?:style|on\w+)=\"", html) == []


def test_headings_go_down_one_step_at_a_time_under_one_title(html: str) -> None:
    levels = [int(one) for one in re.findall(r"<h([1-6])\b", html)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert [(one, other) for one, other in itertools.pairwise(levels) if other > one + 1] == []


def test_each_file_inside_is_the_one_that_an_export_gives(repo: Path, html: str) -> None:
    (year,) = sound(load(repo / "data", 2021))
    made = {one.name: one.content for one in year_assets(year.disclosure)}
    held = {
        name: unquote_to_bytes(unescape(href).partition(",")[2])
        for href, name in re.findall(r'href="(data:[^"]*)"[^>]* download="([^"]+)"', html)
    }
    assert held == {name: made[name] for name in ("smelters-2021.csv", "smelters-2021.json")}


def test_what_is_not_inside_is_no_link_or_leads_to_the_site(repo: Path, html: str) -> None:
    assert re.findall(r'href="(?!#|https?://|data:)[^"]*"', html) == []
    linked = example(repo, ADDRESS).content.decode("utf-8")
    assert f"{ADDRESS}glossary/" in linked
    assert f'<a class="fsd-address" href="{ADDRESS}2021/">' in linked
    assert ADDRESS not in html


def test_it_speaks_of_no_file_that_it_does_not_hold(html: str) -> None:
    text = re.sub(r"<[^>]+>", " ", re.sub(r"<(style|script)\b.*?</\1>", " ", html, flags=re.DOTALL))
    assert re.findall(r"SHA256SUMS|page lists all files|\.xlsx|As CSV, Excel", text) == []


def test_a_link_to_some_rows_says_which(html: str) -> None:
    assert 'href="#facilities" data-rows="metal=gold' in html or 'data-rows="metal=gold"' in html


def test_a_draft_says_so_and_is_kept_from_search_engines(repo: Path, tmp_path: Path) -> None:
    data = shutil.copytree(repo / "data", tmp_path / "data")
    path = data / "2021" / "disclosure.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(?m)^  state: final$", "  state: draft", text), encoding="utf-8")
    (year,) = load(data, 2021)
    html = one_file_of(year).content.decode("utf-8")  # type: ignore[arg-type]  # it can be read
    assert '<meta name="robots" content="noindex">' in html
    assert html.count("Draft, not filed") > 1


def test_the_logo_has_its_form_for_dark_pages_or_stands_on_white(repo: Path) -> None:
    (year,) = sound(load(repo / "data", 2021))
    light, dark = (
        OwnFile(
            f"{name}.svg", f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" id="{name}"/>'.encode()
        )
        for name in ("light", "dark")
    )
    alone = one_file_of(year, brand=Brand(logo=light)).content.decode("utf-8")
    assert "<picture>" not in alone
    assert re.search(
        r"\(prefers-color-scheme:dark\)\{:root>body \.fsd-head__name>img\{background-color:white", alone
    )
    both = one_file_of(year, brand=Brand(logo=light, logo_dark=dark)).content.decode("utf-8")
    (found,) = re.findall(
        r'<source media="screen and \(prefers-color-scheme: dark\)" srcset="([^"]+)">', both
    )
    assert base64.b64decode(found.partition(",")[2]) == dark.content


def test_links_lead_to_sections_however_they_are_written(repo: Path, tmp_path: Path) -> None:
    data = shutil.copytree(repo / "data", tmp_path / "data")
    written = ("annex.md", "../annex/", "../annex", "annex/", "annex.html", "/2021/annex/",
               "/ir/2021/annex.html",
               "../2021/annex/", f"{ADDRESS}ir/2021/annex/")  # fmt: skip
    path = data / "2021" / "report" / "08-future-steps.md"
    links = "".join(f'- [way]({one})\n- <a href="{one}">way</a>\n' for one in written)
    path.write_text(f"{path.read_text('utf-8')}\n{links}", encoding="utf-8")
    (year,) = sound(load(data, 2021))
    html = one_file_of(year, f"{ADDRESS}ir/").content.decode("utf-8")
    assert re.findall(r'<a href="([^"]*)">way</a>', html) == ["#annex"] * len(written) * 2


@pytest.mark.parametrize("has_folders", [True, False])
def test_it_leads_to_the_site_and_is_verified_in_both_forms(
    repo: Path, tmp_path: Path, has_folders: bool
) -> None:
    shutil.copytree(repo / "data", tmp_path / "data")
    settings = "site_name: x\n" + ("" if has_folders else "use_directory_urls: false\n")
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    data, out = str(tmp_path / "data"), tmp_path / "out"
    line = ["export", "2021", "--only", "one-file", "--data", data, "--to", str(out), "--site-url", ADDRESS]
    assert CliRunner().invoke(main, line).exit_code == 0
    (path,) = out.rglob("*.html")
    places = ("2021/", "2021/annex/", "glossary/") if has_folders else (
        "2021/index.html", "2021/annex.html", "glossary.html"
    )  # fmt: skip
    for place in places:
        assert f'"{ADDRESS}{place}"' in path.read_text(encoding="utf-8")
    result = CliRunner().invoke(main, ["verify", "2021", "--data", data, "--one-file", str(path)])
    assert result.exit_code == 0, result.output


def test_hostile_text_of_the_data_stays_text(repo: Path) -> None:
    (year,) = sound(load(repo / "data", 2021))
    pages, files = one_file_pages(year)
    registrant = year.disclosure.facts.registrant.model_copy(update={"short_name": '"><script>x</script>'})
    stated = year.disclosure.facts.model_copy(update={"registrant": registrant})
    disclosure = replace(year.disclosure, facts=stated)
    logos = site_logos(disclosure, Brand())
    html = one_file(disclosure, pages, files, logos=logos).content.decode("utf-8")
    assert "<script>x" not in html


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<h1>One &amp; two</h1>", "<h2>One &amp; two</h2>"),
        ("<h6>Six</h6>", "<h6>Six</h6>"),
        ('<p>a<br>b<img src="x">c</p>', '<p>a<br>b<img src="x">c</p>'),
        ("<!-- gone --><p>&#8217;&lt;</p>", "<p>&#8217;&lt;</p>"),
        ("<p data-gone>a<b>c</b><br></p>d", "d"),
        (
            "<table><tr><td>1</td></tr></table>",
            '<div class="md-typeset__scrollwrap"><div class="md-typeset__table"><table><tr><td>1</td></tr>'
            "</table></div></div>",
        ),
        ('<table class="x"></table>', '<table class="x"></table>'),
        ('<a href="a&amp;b" title=\'"\'>x</a>', '<a href="a&amp;b" title=\'"\'>x</a>'),
    ],
)
def test_markup_is_changed_where_it_is_asked_for_alone(html: str, expected: str) -> None:
    assert changed(html, lambda _, attributes: None if "data-gone" in attributes else attributes) == expected


def test_styles_follow_the_headings_and_the_computer() -> None:
    assert with_lower_headings(".h1 h1,thead :is(h2,h3){x:h1}") == ".h1 h2,thead :is(h3,h4){x:h1}"
    css = '@media screen{[data-md-color-scheme="slate"]{--a:1}}'
    assert in_dark_by_itself(css) == "@media screen{@media (prefers-color-scheme:dark){:root>body{--a:1}}}"


def test_export_writes_it_and_nothing_else(repo: Path, tmp_path: Path) -> None:
    args = [
        "export",
        "2021",
        "--data",
        str(repo / "data"),
        "--to",
        str(tmp_path / "out"),
        "--only",
        "one-file",
    ]
    result = CliRunner().invoke(main, args)
    assert result.exit_code == 0, result.output
    written = [one for one in sorted((tmp_path / "out").rglob("*.*")) if one.is_file()]
    assert [one.name for one in written if not one.name.startswith(".")] == ["disclosure-2021.html"]
    assert written[-1].read_bytes() == example(repo).content
