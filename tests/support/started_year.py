"""A filer's project as a person begins it: ``formsd start``, then the blanks filled in."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import openpyxl
import yaml
from click.testing import CliRunner

from generator.cli import main
from generator.own_site.own_content import is_of_example
from tests.support.builders import YML, changed

ROWS: tuple[dict[str, str], ...] = (
    {
        "Metal": "Gold",
        "Smelter Identification Number": "CID000001",
        "Smelter Name": "Invented Gold Works",
        "Smelter Country": "JAPAN",
        "Status": "Conformant",
    },
    {
        "Metal": "Tin",
        "Smelter Name": "Invented Tin Works",
        "Smelter Country": "PERU",
        "Status": "Indeterminable",
    },
)
"""Two rows without a finding, by heading."""

_FROM_TEMPLATE = ("period", "form", "statuses", "annex")
"""Entries that ``formsd start`` fills in itself."""

_TO_DO = re.compile(r"^ *<!-- To do:.*?-->\n", re.DOTALL | re.MULTILINE)


# The loader and the dumper in C, where they are: the same entries in a tenth of the time.
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_SafeDumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class _Dumper(_SafeDumper):
    """Writes an entry without a value as people leave it."""


def _write_blank_or_text(dumper: Any, text: str) -> yaml.Node:
    tag = "tag:yaml.org,2002:str" if text else "tag:yaml.org,2002:null"
    return dumper.represent_scalar(tag, text)


_Dumper.add_representer(str, _write_blank_or_text)


def copy_project(repo: Path, folder: Path) -> Path:
    """The settings, pages and theme of this repository without its data; returns the settings file."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("docs", "site_overrides"):
        shutil.copytree(repo / name, folder / name)
    for path in (folder / "docs").glob(
        "*.md"
    ):  # what its pages say of the example is not so of another filer
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        path.write_text("".join(line for line in lines if not is_of_example(line)), encoding="utf-8")
    return Path(shutil.copy(repo / "mkdocs.yml", folder / "mkdocs.yml"))


def start_year(
    data_dir: Path, year: int, route: str, *, rows: Iterable[Mapping[str, str]] = ROWS, **changes: Any
) -> Path:
    """``formsd start`` for a route, filled in: an invented filer's facts with ``changes``, the rows.

    No rows: a year without a list. ``changes`` as for ``builders.changed``. A final filing has its notes of
    what is to be done worked off.
    """
    rows = tuple(rows)
    listed = "--list" if rows else "--no-list"
    command = ["start", str(year), "--data", str(data_dir), "--route", str(route), listed]
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 0, result.output
    folder = data_dir / str(year)
    facts = {name: value for name, value in read_yml(YML).items() if name not in _FROM_TEMPLATE}
    days = {"filing__signed_on": f"{year + 1}-05-15", "filing__date": f"{year + 1}-05-15"}
    filing = days | changes
    stated = change_yml(folder / "disclosure.yml", **(facts | filing))
    if rows:
        fill_workbook(folder / "smelters.xlsx", rows)
    if stated["filing"]["state"] == "final":
        for section in (folder / "report").glob("*.md"):
            section.write_text(_TO_DO.sub("", section.read_text(encoding="utf-8")), encoding="utf-8")
    return folder


def read_yml(text: str) -> dict[str, Any]:
    """The entries, every value as text; a blank is the empty text."""
    stated: dict[str, Any] = yaml.load(text, Loader=_Loader)
    return stated


def change_yml(path: Path, **changes: Any) -> dict[str, Any]:
    """Give a ``disclosure.yml`` other values, by path as for ``builders.changed``; what it then states."""
    stated = changed(read_yml(path.read_text(encoding="utf-8")), changes)
    path.write_text(yaml.dump(stated, Dumper=_Dumper, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return stated


def fill_workbook(path: Path, rows: Iterable[Mapping[str, str]]) -> None:
    """Write the rows under the headings of the workbook that ``formsd start`` made."""
    book = openpyxl.load_workbook(path)
    sheet = book["Smelter List"]
    columns = {str(cell.value): cell.column for cell in sheet[1]}
    for number, row in enumerate(rows, start=2):
        for heading, value in row.items():
            sheet.cell(number, columns[heading], value)
    book.save(path)
