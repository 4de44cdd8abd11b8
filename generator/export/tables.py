"""The annex as a data file, and the list of all files that a year offers."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Callable
from pathlib import PurePosixPath

from ..model import Asset, Disclosure, Smelter

_BYTE_ORDER_MARK = "\ufeff"
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")

# Headings of the annex page, and more. They never change: spreadsheets and programs rely on them.
_COLUMNS: dict[str, Callable[[Smelter], str]] = {
    "Metal": lambda row: row.metal.value,
    "Smelter ID (CID)": lambda row: row.cid or "",
    "Smelter or refiner": lambda row: row.name,
    "Country as filed": lambda row: row.country.filed,
    "Country": lambda row: row.country.name,
    "Country code (ISO 3166-1)": lambda row: row.country.code or "",
    "City": lambda row: row.city or "",
    "State or province": lambda row: row.state or "",
    "Status": lambda row: row.status.label,
    "Status class": lambda row: row.status.status_class.value,
    "Status as of": lambda row: _date(row.status_as_of or row.status.as_of),
    "Recycled or scrap": lambda row: _yes_or_no(row.recycled),
    "Note": lambda row: row.footnote or "",
}


def smelters_csv(disclosure: Disclosure) -> bytes:
    """The annex as CSV that Excel opens: UTF-8 with byte order mark, CRLF, one line a row of the annex.

    Columns stay the same whatever the page shows. Empty means not known; dates are ISO 8601. A text
    that a spreadsheet would run as a formula has an apostrophe before it. ``Address`` is relative to
    the site's root.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow((*_COLUMNS, "Address"))
    for row in disclosure.smelters:
        cells = [value_of(row) for value_of in _COLUMNS.values()]
        cells.append(f"{disclosure.year}/annex/#{row.anchor}")
        writer.writerow([formula_safe(cell) for cell in cells])
    return (_BYTE_ORDER_MARK + text.getvalue()).encode("utf-8")


def formula_safe(text: str) -> str:
    """The text as a cell that no spreadsheet takes for a formula. Source: OWASP, CSV injection."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def year_assets(disclosure: Disclosure) -> list[Asset]:
    """Every file that the year offers: the annex as CSV, then people's own files by name."""
    folder = f"{disclosure.year}/documents"
    annex = Asset(
        f"{folder}/{csv_name(disclosure.year)}",
        smelters_csv(disclosure),
        title=f"Smelters and refiners of {disclosure.year} as a table",
    )
    own = sorted(disclosure.own_files, key=lambda file: file.name)
    return [annex, *(Asset(f"{folder}/{file.name}", file.content, _title(file.name)) for file in own)]


def csv_name(year: int) -> str:
    """File name of the annex as CSV."""
    return f"smelters-{year}.csv"


def reserved_names(year: int) -> frozenset[str]:
    """Names, in lower case, that no file of people's own may have in the year's documents."""
    return frozenset({"index.html", csv_name(year)})


def _title(name: str) -> str:
    """What a file is, as far as its name says: ``annual-report_2021.pdf`` is ``Annual report 2021``."""
    words = " ".join(PurePosixPath(name).stem.replace("-", " ").replace("_", " ").split())
    return words[:1].upper() + words[1:] or name


def _date(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


def _yes_or_no(value: bool | None) -> str:
    return "" if value is None else "Yes" if value else "No"
