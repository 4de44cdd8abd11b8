"""An invented year whose review and suppliers hold every value of the table, with pages and settings."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from tests.support.builders import HEADINGS, ROWS, write_year

_LIST = (*HEADINGS, "City", "Footnote")
_ROWS = [[*row, place, ""] for row, place in zip(ROWS, ("Invented Bay", "Invented Hill"), strict=True)]
_SETTINGS = """\
INHERIT: base.yml
site_name: Invented
nav:
  - About: about.md
plugins:
  - disclosure:
      may_be_published: []
"""
_KIND_IN_REVIEW = {
    "person": "person",
    "email": "e-mail",
    "telephone": "telephone",
    "address": "address",
    "comment": "comment",
}
"""Kind of the table to the word of the review; suppliers stand in their own file."""

Value = tuple[str, str]
"""Kind and value."""


def build(project: Path, values: Iterable[Value]) -> Mapping[Value, str]:
    """The project; each value with the place at which the program says that it stands."""
    year = write_year(project / "data", headings=_LIST, rows=_ROWS)
    (project / "docs").mkdir()
    (project / "docs" / "about.md").write_text("# About\n\nInvented.\n", encoding="utf-8")
    (project / "mkdocs.yml").write_text(_SETTINGS, encoding="utf-8")
    (project / "base.yml").write_text("site_description: Invented\n", encoding="utf-8")
    return hold(year, list(values))


def hold(year: Path, values: Sequence[Value]) -> Mapping[Value, str]:
    """Lets the folder of a year hold the values; each with its place."""
    suppliers = [one for one in values if one[0] == "supplier"]
    others = [one for one in values if one[0] != "supplier"]
    lines = "".join(f"  - {json.dumps(value, ensure_ascii=False)}\n" for _, value in suppliers)
    (year / "suppliers.yml").write_text(f"suppliers:\n{lines}", encoding="utf-8")
    (year / "review").mkdir(exist_ok=True)
    text = io.StringIO(newline="")
    rows = csv.writer(text)
    rows.writerow(("What", "Value", "File", "Cell", "Companies"))
    rows.writerows(
        (_KIND_IN_REVIEW[kind], _typed(value), "a.xlsx", "'Declaration'!D8", 1) for kind, value in others
    )
    (year / "review" / "named.csv").write_text(text.getvalue(), encoding="utf-8-sig", newline="")
    place = f"data/{year.name}"
    return {
        **{one: f"{place}/suppliers.yml:{line}" for line, one in enumerate(suppliers, start=2)},
        **{one: f"{place}/review/named.csv B{row}" for row, one in enumerate(others, start=2)},
    }


def _typed(value: str) -> str:
    """As a cell that no spreadsheet takes for a formula."""
    return f"'{value}" if value[:1] in "+-=@" else value
