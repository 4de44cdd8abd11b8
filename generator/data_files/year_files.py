"""All files that a year offers: the filing's documents, the list of smelters, own files, checksums."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path, PurePosixPath

from ..files.kept import kept
from ..files.picture_notes import offered
from ..files.program import program_fingerprint
from ..model import Asset, Disclosure
from ..model.list_table import ListTable, list_table
from .checksums import checksums
from .csv_file import csv_file
from .datapackage import datapackage
from .json_file import json_file, schema_file
from .source_lines import source_lines

_DATAPACKAGE = "datapackage.json"
_CHECKSUMS = "SHA256SUMS.txt"
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MEDIA_TYPES = {"csv": "text/csv", "xlsx": _WORKBOOK, "json": "application/json"}
"""Ending of a file that is the list to its type."""


def year_assets(
    disclosure: Disclosure, documents: Sequence[Asset] = (), *, cache: Path | None = None
) -> list[Asset]:
    """``documents``, the list for people, for programs, what describes it, own files, checksums of all.

    Nothing of a list where the filer gives none. ``documents`` are those of the filing. ``cache`` is a
    folder in which the workbook is kept from one run to the next; None keeps nothing.
    """
    files = [*documents, *_list_files(disclosure, cache), *_own_files(disclosure)]
    pictures = pictures_of_pages(disclosure)
    if not files:
        return pictures
    sums = Asset(
        f"{_folder(disclosure.year)}/{disclosure.file_name(_CHECKSUMS)}",
        checksums(files, _folder(disclosure.year)),
        title="Checksums",
        purpose="The checksums of all other files on this page, to check them in one step.",
        is_companion=True,
    )
    return [*files, sums, *pictures]


def list_file_names(year: int) -> tuple[str, ...]:
    """Names in an original filing of the files that hold or describe a list, and of the checksums of all."""
    lists = (f"smelters-{year}.{end}" for end in ("csv", "xlsx", "json"))
    return (*lists, _schema_name(year), _DATAPACKAGE, _CHECKSUMS)


def as_listed(disclosure: Disclosure, asset: Asset) -> Asset:
    """A file as ``year_assets`` gives it, by its name: whether it is the list, or describes other files."""
    lists = {disclosure.file_name(f"smelters-{disclosure.year}.{end}"): end for end in _MEDIA_TYPES}
    about = map(disclosure.file_name, (_schema_name(disclosure.year), _DATAPACKAGE, _CHECKSUMS))
    if asset.uri.rpartition("/")[0] != _folder(disclosure.year):
        return asset
    media_type = _MEDIA_TYPES.get(lists.get(asset.name, ""), "")
    return replace(asset, media_type=media_type, is_companion=asset.name in about)


def pictures_of_pages(disclosure: Disclosure) -> list[Asset]:
    """The pictures that the year's pages show; its documents have their own."""
    return [
        Asset(f"{disclosure.year}/pictures/{file.name}", file.content) for file in disclosure.shown_pictures
    ]


def _list_files(disclosure: Disclosure, cache: Path | None) -> list[Asset]:
    if not disclosure.has_list:
        return []
    year, table = disclosure.year, list_table(disclosure)
    folder = _folder(year)
    csv = Asset(
        f"{folder}/{disclosure.file_name(f'smelters-{year}.csv')}",
        csv_file(table),
        title=f"Smelters and refiners of {year} as a table",
        purpose="The same rows alone, for any spreadsheet or statistics program.",
        media_type=_MEDIA_TYPES["csv"],
    )
    data = Asset(
        f"{folder}/{disclosure.file_name(f'smelters-{year}.json')}",
        json_file(disclosure, table, csv, schema_name=disclosure.file_name(_schema_name(year))),
        title=f"Smelters and refiners of {year} for programs",
        purpose="The same rows with sources and statuses; its fields keep their names from year to year.",
        media_type=_MEDIA_TYPES["json"],
    )
    workbook = Asset(
        f"{folder}/{disclosure.file_name(f'smelters-{year}.xlsx')}",
        _workbook(disclosure, table, csv, data, cache),
        title=f"Smelters and refiners of {year} as a workbook",
        purpose="The list with filters, and a sheet on sources, statuses and what the columns mean.",
        media_type=_MEDIA_TYPES["xlsx"],
    )
    return [workbook, csv, data, *_descriptions(disclosure, table, csv)]


def _workbook(disclosure: Disclosure, table: ListTable, csv: Asset, data: Asset, cache: Path | None) -> bytes:
    """Writing it takes longer than all other files together: nothing is imported for one that was kept."""
    lines = list(source_lines(disclosure, table, csv))
    made_by = f"{program_fingerprint()} {version('xlsxwriter')} {zlib.ZLIB_RUNTIME_VERSION}"
    key = b"\n".join([made_by.encode(), repr(lines).encode(), data.content])

    def make() -> bytes:
        from .xlsx_file import xlsx_file

        return xlsx_file(disclosure, table, lines)

    return kept(cache and cache / f"smelters-{disclosure.year}.xlsx", key, make)


def _descriptions(disclosure: Disclosure, table: ListTable, csv: Asset) -> list[Asset]:
    folder = _folder(disclosure.year)
    return [
        Asset(
            f"{folder}/{disclosure.file_name(_schema_name(disclosure.year))}",
            schema_file(),
            title="Schema of the JSON file",
            purpose="What each field means and may hold, as JSON Schema, so that programs check the file.",
            is_companion=True,
        ),
        Asset(
            f"{folder}/{disclosure.file_name(_DATAPACKAGE)}",
            datapackage(disclosure, table, csv),
            title="Description of the CSV file",
            purpose="What each column means and may hold, as a Data Package, with period, source and terms.",
            is_companion=True,
        ),
    ]


def _own_files(disclosure: Disclosure) -> list[Asset]:
    own = sorted(disclosure.own_files, key=lambda file: file.name)
    folder = _folder(disclosure.year)
    exhibits = [
        Asset(f"{folder}/{one.name}", one.content, f"{one.stated.description} (PDF)")
        for one in disclosure.exhibits
        if not one.is_filed
    ]
    return [
        *exhibits,
        *(Asset(f"{folder}/{file.name}", offered(file, disclosure), _title(file.name)) for file in own),
    ]


def _folder(year: int) -> str:
    return f"{year}/documents"


def _schema_name(year: int) -> str:
    return f"smelters-{year}.schema.json"


def _title(name: str) -> str:
    """What a file is, as far as its name says: ``annual-report_2021.pdf`` is ``Annual report 2021``."""
    words = " ".join(PurePosixPath(name).stem.replace("-", " ").replace("_", " ").split())
    return words[:1].upper() + words[1:] or name
