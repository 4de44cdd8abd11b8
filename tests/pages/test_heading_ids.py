"""Headings with the words of the program's own parts: every id stands once, and leads to its part."""

from __future__ import annotations

import re
from pathlib import Path

import markdown
import pytest

from generator.pages.heading_ids import free_headings, with_free_headings
from tests.support.build import build_strictly
from tests.support.builders import page, write_project
from tests.support.built_site import pages, text_of

ODD = ["Facilities", "FSD legend", "fsd-countries", "FSD status totals", "Form SD", "Signatures", "Metal tin",
       "CID000035", "Content", "Search", "__toc", "Smelter", "Name"]  # fmt: skip


def test_a_heading_gives_way_to_a_part_of_the_program() -> None:
    own = page("annex", "# Facilities\n\n## Others\n", {"<!-- a -->": '<p id="facilities">'})
    assert with_free_headings(own).marked == "# Facilities {: #section-facilities }\n\n## Others\n"


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("## *Facilities*", "section-facilities"), ("# Facilities #", "section-facilities"),
        ("### The [list](a.md)", None), ("## Facilities {: #mine }", None), ("Facilities", None),
        ("## FSD: legend", "section-fsd-legend"), ("## `__toc`", "section-__toc"), ("## Fsd", None),
    ],
)  # fmt: skip
def test_other_headings_stay(text: str, other: str | None) -> None:
    assert free_headings(text, {"facilities"}) == (f"{text} {{: #{other} }}" if other else text)


UNDERLINED = [
    "Facilities\n===", "Facilities\n-", "  *Facilities*  \n---  ", "Text.\n\nFacilities\n---\n\nText.",
    "# Other\nFacilities\n---", "Other\n===\nFacilities\n===", "Text.\n \t\nFacilities\n===\nText.",
    "---\ntitle: A\n---\n\nFacilities\n---\n",
]  # fmt: skip


@pytest.mark.parametrize("text", UNDERLINED)
def test_a_heading_with_a_line_below_it_gives_way_too(text: str) -> None:
    html = markdown.markdown(free_headings(text, {"facilities"}), extensions=["toc", "attr_list"])
    assert 'id="section-facilities"' in html
    assert 'id="facilities"' not in html
    assert "{:" not in html
    assert 'id="facilities"' in markdown.markdown(text, extensions=["toc", "attr_list"]), "it was one"


@pytest.mark.parametrize(
    "text",
    [
        "Text.\nFacilities\n---\n", "Facilities {: #mine }\n===", "Facilities\n\n---", "    Facilities\n---",
        "| Facilities |\n|---|", "---\ntitle: facilities\n---\n", "Facilities\n--- a", "Others\n===",
        "---\ndescription: a\nfacilities\n---\n",
    ],
)  # fmt: skip
def test_what_is_no_such_heading_stays(text: str) -> None:
    assert free_headings(text, {"facilities", "title-facilities", "description-a"}) == text


def test_the_other_id_is_free_too() -> None:
    assert free_headings("# A", {"a", "section-a"}) == "# A {: #section-section-a }"


@pytest.mark.site
def test_every_id_of_a_site_with_odd_titles_stands_once(tmp_path: Path) -> None:
    settings = write_project(tmp_path)
    year = tmp_path / "data" / "2021"
    yml = (year / "disclosure.yml").read_text("utf-8")
    yml = re.sub(r"(?m)^(annex:\n(?:  .*\n)*?)  title: .*$", r"\1  title: Facilities", yml)
    assert "title: Facilities" in yml or "annex:" not in yml
    if "annex:" not in yml:
        yml += "annex:\n  title: Facilities\n"
    (year / "disclosure.yml").write_text(yml, "utf-8")
    headings = "".join(f"\n## {words}\n\nText.\n" for words in ODD[::2])
    headings += "".join(f"\n{words}\n---\n\nText.\n" for words in ODD[1::2])
    for path in (sorted((year / "report").glob("*.md"))[0], tmp_path / "docs" / "about.md"):
        path.write_text(f"{path.read_text('utf-8')}\n{headings}", "utf-8")
    build_strictly(settings, tmp_path / "site", site_url="https://www.invented.internal/ir/")
    for uri, tree in pages(tmp_path / "site").items():
        ids = [str(tag["id"]) for tag in tree.find_all(id=True)]
        assert sorted(set(ids)) == sorted(ids), uri
        for link in tree.select("a[href^='#']"):
            assert str(link["href"])[1:] in {*ids, ""}, (uri, link["href"])
    annex = pages(tmp_path / "site")["2021/annex/"]
    (title,) = annex.select("h1")
    assert (text_of(title), title["id"]) == ("Facilities", "section-facilities")
    assert annex.select_one("#facilities").name != "h1"  # type: ignore[union-attr]
