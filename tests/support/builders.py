"""Small invented inputs, made in code, so that the oddity under test stands in the test."""

from __future__ import annotations

import csv
import datetime as dt
import io
import struct
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import xlsxwriter
import yaml

from generator.model import (
    FORM_TEXTS,
    CellRef,
    Country,
    Disclosure,
    DisclosureFacts,
    Metal,
    OwnFile,
    Period,
    Section,
    Smelter,
)
from generator.pages.page import FrontMatter, Page, PageKind
from tests.support.wording import wording, write_wording

YML = """\
registrant:
  name: Invented Devices, Inc.
  short_name: Invented Devices
  jurisdiction: Delaware
  commission_file_number: 001-00042
  ein: 00-0000042
  address:
    street: 1 Invented Street
    city: Invented City
    state: Ohio
    zip: 00042
  contact:
    name: Ina Invented
    telephone: (555) 555-0142
  disclosure_url: https://www.example.com/conflict-minerals/2021/
period: 2021
form: {route: conflict-minerals-report}
filing:
  signed_on: 2022-05-31
  state: final
  date: 2022-05-31
  signatory:
    name: Ina Invented
    title: Chief Invention Officer
  signed_elsewhere: Invented, so that nobody signs
products:
  description: invented devices
  categories: [{name: Invented devices}]
survey:
  suppliers: 7
  answered: 6
  tool: Conflict Minerals Reporting Template
  tool_abbreviation: CMRT
  tool_publisher: Responsible Minerals Initiative (RMI)
  answer_level: company
statuses:
  - label: Conformant
    class: conformant
    definition: Invented to be on the list.
    list: Invented list
    as_of: 2022-03-31
  - label: Open
    class: indeterminable
    definition: Invented to be on no list.
annex:
  title: Invented annex
  columns: [metal, name, country_as_filed, country, status]
"""
"""A whole ``disclosure.yml`` without a finding."""

HEADINGS = ("Metal", "Smelter Identification Number", "Smelter Name", "Smelter Country", "Status")

Value = Any
"""What a cell of a workbook is made of: a text, number, date or truth value, ``Formula``, or None."""


@dataclass(frozen=True)
class Formula:
    """A formula and the value stored with it; without a value it was never calculated."""

    text: str
    value: str | float = ""


ROWS: tuple[tuple[Value, ...], ...] = (
    ("Gold", "CID000001", "Invented Gold Works", "JAPAN", "Conformant"),
    ("Tin", "", "Invented Tin Works", "PERU", "Open"),
)
"""Two rows without a finding."""

REST = """
The country of origin inquiry led to due diligence by the OECD guidance on smelters.
The covered products are {{ products.description }}.
{{ claim.origin() }} The mine or location of origin stays unknown. We plan to ask again.

{{ table.status_definitions }}

## Step 1: Invented management systems

STEP

## Step 2: Invented risks

STEP

## Step 3: Invented responses

STEP

## Step 4: Invented audits

STEP

## Step 5: Invented reports

STEP
""".replace(
    "STEP",
    "An invented team has invented this step, and this sentence says so in as many words as it takes here.",
)
"""What a report must have, in invented words."""

COMPLETE = {"09-rest.md": f"# Invented rest\n{REST}"}
"""A section that makes any report complete."""

SECTIONS = {
    "01-inquiry.md": f"# Invented inquiry\n\n{{{{ claim.all_answered() }}}}\n{REST}",
    "02-results.md": "# Invented results\n\n{{ claim.none_in_covered_country(facilities) }}\n",
}


WORKBOOK_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
"""Texts stay texts, and no part of the workbook is a file before it is packed."""


def workbook(
    path: Path,
    rows: Iterable[Sequence[Value]] = ROWS,
    *,
    headings: Sequence[Value] = HEADINGS,
    sheets: Sequence[str] = ("Smelter List",),
    merged: str | None = None,
) -> Path:
    """A workbook with ``headings`` and ``rows`` on its first sheet, from A1 on; texts stay texts.

    Of equal workbooks, one is written and then copied.
    """
    cells = [tuple(row) for row in (headings, *rows)]
    content = repr((cells, sheets, merged))
    if content not in _written:
        _written[content] = _workbook(cells, sheets, merged)
    path.write_bytes(_written[content])
    return path


_written: dict[str, bytes] = {}


def _workbook(rows: Sequence[Sequence[Value]], sheets: Sequence[str], merged: str | None) -> bytes:
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, WORKBOOK_OPTIONS)
    book.set_properties({"created": dt.datetime(2022, 1, 1)})
    first, *_ = [book.add_worksheet(name) for name in sheets]
    if merged:
        first.merge_range(merged, "")
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            if isinstance(cell, Formula):
                first.write_formula(row, column, cell.text, None, cell.value)
            elif isinstance(cell, dt.date):
                first.write_datetime(row, column, cell, day)
            elif cell is not None and cell != "":
                first.write(row, column, cell)
    book.close()
    return content.getvalue()


def change_part(path: Path, part: str, old: bytes, new: bytes) -> None:
    """Put ``new`` in the place of ``old`` in a part of the workbook, as no spreadsheet program would."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert old in parts[part], parts[part]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content.replace(old, new) if name == part else content)


def compound_file(*streams: str) -> bytes:
    """A file of Microsoft's old format whose directory names ``streams`` (at most three) without content."""
    nowhere, end = 0xFFFFFFFF, 0xFFFFFFFE
    header = struct.pack("<8s16x5H6xIIII", bytes.fromhex("d0cf11e0a1b11ae1"), 62, 3, 0xFFFE, 9, 6, 0, 1, 1, 0)
    header += struct.pack("<6I", 4096, end, 0, end, 0, 0) + struct.pack("<108I", *[nowhere] * 108)
    sectors = struct.pack("<128I", 0xFFFFFFFD, end, *[nowhere] * 126)
    for number, name in enumerate(("Root Entry", *streams)):
        text = name.encode("utf-16-le")
        kind = 2 if number else 5
        following = number + 1 if 0 < number < len(streams) else nowhere
        child = nowhere if number else 1
        entry = struct.pack("<64sHBB3I", text, len(text) + 2, kind, 1, nowhere, following, child)
        sectors += entry.ljust(116, b"\0") + struct.pack("<IQ", end, 0)
    return (header + sectors).ljust(3 * 512, b"\0")


def csv_text(
    rows: Iterable[Sequence[str]] = ROWS, *, headings: Sequence[str] = HEADINGS, delimiter: str = ","
) -> str:
    """The rows as CSV."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows((headings, *rows))
    return text.getvalue()


ITEM = "This disclosure is publicly available at {{ registrant.disclosure_url }}.\n"
"""Item 1.01 in the filer's words, as short as it may be."""


def write_form(folder: Path, **texts: str) -> Path:
    """Texts of ``form/`` in a year's folder, by their names with underscores: ``item_1_01="…"``."""
    (folder / "form").mkdir(parents=True, exist_ok=True)
    for name, text in ({"item_1_01": ITEM} | texts).items():
        (folder / "form" / f"{name.replace('_', '-')}.md").write_text(text, encoding="utf-8")
    return folder


def form_texts(**texts: str) -> tuple[Section, ...]:
    """The same texts as values, in the order of the form."""
    found = {name.replace("_", "-"): text for name, text in ({"item_1_01": ITEM} | texts).items()}
    return tuple(
        Section(0, name, f"form/{name}.md", found[name], is_of_form=True)
        for name in FORM_TEXTS
        if name in found
    )


def write_year(
    data_dir: Path,
    *,
    year: int = 2021,
    yml: str = YML,
    rows: Iterable[Sequence[Value]] = ROWS,
    headings: Sequence[Value] = HEADINGS,
    sections: Mapping[str, str] = SECTIONS,
) -> Path:
    """A folder of the year inside ``data_dir``, without a finding unless the arguments hold one."""
    folder = data_dir / str(year)
    (folder / "report").mkdir(parents=True)
    (folder / "disclosure.yml").write_text(yml, encoding="utf-8")
    for name, text in sections.items():
        (folder / "report" / name).write_text(text, encoding="utf-8")
    write_form(folder)
    write_wording(folder)
    workbook(folder / "smelters.xlsx", rows, headings=headings)
    return folder


STATED = yaml.load(YML, Loader=yaml.BaseLoader)
STATUSES = DisclosureFacts.model_validate(STATED).statuses


def stated_facts(**changes: Any) -> DisclosureFacts:
    """What ``YML`` states, with ``changes`` by path as ``disclosure`` takes them."""
    return DisclosureFacts.model_validate(changed(STATED, changes))


def disclosure(
    *rows: Smelter, sections: tuple[Section, ...] = (), files: tuple[OwnFile, ...] = (), **changes: Any
) -> Disclosure:
    """An invented disclosure with ``changes`` by path, dots as two underscores: ``registrant__ein=None``."""
    facts = stated_facts(**changes)
    return Disclosure(
        Period(facts.period),
        facts,
        rows,
        sections,
        form_files=form_texts(),
        own_files=files,
        wording=wording(),
    )


def changed(stated: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """``stated`` with other values at the paths of ``changes``; None removes an entry."""
    found = dict(stated)
    for path, value in changes.items():
        first, _, rest = path.partition("__")
        found[first] = changed(found.get(first, {}), {rest: value}) if rest else value
    return {key: value for key, value in found.items() if value is not None}


JAPAN = Country("JP", "JAPAN", "Japan")
PERU = Country("PE", "PERU", "Peru")
RWANDA = Country("RW", "RWANDA", "Rwanda")


def smelter(name: str = "Invented Gold Works", row: int = 2, *, status: int = 0, **given: Any) -> Smelter:
    """A row of the list in line ``row``, gold in Japan unless ``given``; ``status`` is its number."""
    plain = {"metal": Metal.GOLD, "country": JAPAN, "anchor": f"row-{row}"}
    where = CellRef("smelters.xlsx", "Smelter List", f"C{row}")
    return Smelter(name=name, status=STATUSES[status], where=where, **(plain | given))


PROJECT = """\
site_name: Invented
site_url: https://www.invented.internal/ir/
theme:
  name: material
  font: false
plugins:
  - disclosure
nav:
  - Glossary: glossary.md
  - About: about.md
"""


def page(kind: str, text: str = "", inserts: Mapping[str, str] | None = None, *, year: int = 2021) -> Page:
    """A page of the year that says what the test says."""
    meta = FrontMatter(
        title="Invented", description="Invented.", year=year, is_draft=False, kind=PageKind(kind)
    )
    return Page(f"{year}/{kind}.md", meta, text, inserts or {})


def write_project(folder: Path, **year: Any) -> Path:
    """The settings file of a small project of MkDocs with one invented year, as ``write_year`` makes it."""
    write_year(folder / "data", **year)
    (folder / "docs").mkdir()
    for name in ("glossary", "about"):
        (folder / "docs" / f"{name}.md").write_text(f"# Invented {name}\n", encoding="utf-8")
    settings = folder / "mkdocs.yml"
    settings.write_text(PROJECT, encoding="utf-8")
    return settings
