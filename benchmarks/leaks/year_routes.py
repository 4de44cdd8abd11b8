"""Where a phrase may stand in what people write for a year: facts, sections, wording, pages, settings."""

# ruff: noqa: E501

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from openpyxl import load_workbook

Write = Callable[[Path, str], object]
"""Writes the phrase into the project: its folder, the phrase."""

_FACTS = "data/2021/disclosure.yml"
_SETTINGS, _INHERITED = "mkdocs.yml", "base.yml"


def _changed(name: str, old: str, new: Callable[[str], str]) -> Write:
    """``old`` once replaced by what is made of the phrase."""

    def write(project: Path, phrase: str) -> None:
        path = project / name
        text = path.read_text(encoding="utf-8")
        if old not in text:
            raise LookupError(f"{name} has no {old!r}")
        path.write_text(text.replace(old, new(phrase), 1), encoding="utf-8")

    return write


def _added(name: str, words: Callable[[str], str]) -> Write:
    def write(project: Path, phrase: str) -> None:
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        there = path.read_text(encoding="utf-8") if path.exists() else "# Invented\n"
        path.write_text(f"{there}\n{words(phrase)}\n", encoding="utf-8")

    return write


def _cell(heading: str, row: int) -> Write:
    """Into a published column of the list."""

    def write(project: Path, phrase: str) -> None:
        book = load_workbook(project / "data/2021/smelters.xlsx")
        sheet = book["Smelter List"]
        column = next(cell.column for cell in sheet[1] if cell.value == heading)
        sheet.cell(row, column, phrase)
        book.save(project / "data/2021/smelters.xlsx")

    return write


def _document(project: Path, phrase: str) -> None:
    (project / "data/2021/documents").mkdir(exist_ok=True)
    (project / "data/2021/documents/policy.txt").write_text(f"Invented.\n{phrase}\n", encoding="utf-8")


def _scalar(before: str, after: str = "\n") -> Callable[[str], str]:
    return lambda phrase: f"{before}{json.dumps(phrase, ensure_ascii=False)}{after}"


ROUTES: dict[str, Write] = {
    "disclosure.yml: product": _changed(_FACTS, "description: invented devices\n", _scalar("description: ")),
    "disclosure.yml: definition": _changed(
        _FACTS, "definition: Invented to be on no list.\n", _scalar("definition: ")
    ),
    "disclosure.yml: notice": _changed(_FACTS, "period: 2021\n", _scalar("notice: ", "\nperiod: 2021\n")),
    "disclosure.yml: title of the annex": _changed(_FACTS, "title: Invented annex\n", _scalar("title: ")),
    "list: footnote": _cell("Footnote", 2),
    "list: city": _cell("City", 3),
    "section": _added("data/2021/report/01-inquiry.md", lambda phrase: f"It says {phrase}."),
    "section: heading": _added("data/2021/report/02-results.md", lambda phrase: f"## {' '.join(phrase.split())}"),
    "form: item": _added("data/2021/form/item-1-01.md", lambda phrase: f"It says {phrase}."),
    "wording": _added("data/2021/wording/origin.md", lambda phrase: f"It says {phrase}."),
    "document": _document,
    "page": _added("docs/about.md", lambda phrase: f"It says {phrase}."),
    "page: attribute": _added("docs/about.md", lambda phrase: f'<p title="{phrase}">Invented</p>'),
    "file beside the pages": _added("docs/files/old.csv", lambda phrase: f"Gold;{phrase}"),
    "mkdocs.yml: name of the site": _changed(_SETTINGS, "site_name: Invented\n", _scalar("site_name: ")),
    "mkdocs.yml: extra": _added(_SETTINGS, _scalar("extra: {name: ", "}")),
    "mkdocs.yml: inherited": _added(_INHERITED, _scalar("copyright: ")),
}  # fmt: skip
"""Route to what writes it."""
