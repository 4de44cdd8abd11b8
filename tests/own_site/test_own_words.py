"""Words that the glossary has only where a site lists minerals beside the four of the rule."""

from __future__ import annotations

import re
from pathlib import Path

import openpyxl
import pytest

from generator.own_site.own_words import as_published, has_other_minerals
from generator.own_site.stage import staged_files
from generator.pipeline import LoadedYear, Year, load, render
from tests.support.builders import YML, write_year

REPO = Path(__file__).resolve().parents[2]
LISTS = """
other_minerals: [Cobalt]
lists:
  - {sheet: Smelter List, title: Smelters and refiners}
  - {sheet: Cobalt, title: Cobalt refiners, minerals: [Cobalt]}
"""
TEXT = """## A

<!-- Where other minerals are listed -->

## B

<!-- As far as here -->

## C
"""
GLOSSARY = REPO / "docs" / "glossary.md"
OTHERS = {"AMRT", "Cobalt", "CRT", "EMRT", "Mica", "Other minerals", "Processor"}


def _years(folder: Path, *, with_cobalt: bool) -> list[LoadedYear]:
    made = write_year(folder / "data", yml=YML + LISTS * with_cobalt)
    if with_cobalt:
        book = openpyxl.load_workbook(made / "smelters.xlsx")
        sheet = book.create_sheet("Cobalt")
        sheet.append(("Metal", "Smelter Identification Number", "Smelter Name", "Smelter Country", "Status"))
        sheet.append(("Cobalt", "CID903209", "Invented Cobalt Refinery", "FINLAND", "Open"))
        book.save(made / "smelters.xlsx")
    return list(load(folder / "data", 2021))


def _terms(markdown: str) -> list[str]:
    return re.findall(r"^## (.+)$", markdown, re.MULTILINE)


@pytest.mark.parametrize("with_cobalt", [True, False])
def test_words_between_the_comments_are_there_where_a_list_of_other_minerals_is(
    tmp_path: Path, with_cobalt: bool
) -> None:
    years = _years(tmp_path, with_cobalt=with_cobalt)
    assert has_other_minerals(years) is with_cobalt
    published = as_published(TEXT + "\n<!-- To do: read it. -->\n", years)
    assert _terms(published) == (["A", "B", "C"] if with_cobalt else ["A", "C"])
    assert "<!--" not in published


@pytest.mark.parametrize("with_cobalt", [True, False])
def test_the_glossary_has_words_on_other_minerals_where_they_are_listed(
    tmp_path: Path, with_cobalt: bool
) -> None:
    years = _years(tmp_path, with_cobalt=with_cobalt)
    text = as_published(GLOSSARY.read_text(encoding="utf-8"), years)
    terms = _terms(text)
    assert OTHERS & {*terms} == (OTHERS if with_cobalt else set())
    assert terms == sorted(terms, key=str.casefold)
    assert "<!--" not in text
    anchors = {re.sub(r"[^a-z0-9]+", "-", term.casefold()) for term in terms}
    assert {*re.findall(r"\]\(#([^)]+)\)", text)} <= anchors


@pytest.mark.parametrize("with_cobalt", [True, False])
def test_a_site_for_another_builder_has_the_same_words(tmp_path: Path, with_cobalt: bool) -> None:
    years = _years(tmp_path, with_cobalt=with_cobalt)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "glossary.md").write_bytes(GLOSSARY.read_bytes())
    sound = [year for year in years if isinstance(year, Year)]
    files = staged_files(tmp_path / "mkdocs.yml", render(years), sound)
    assert (b"## EMRT" in files["docs/glossary/index.md"]) is with_cobalt
