"""The folder ``data/sanctions/``: its files as lists, aliases put to the names that they belong to."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from ..files.csv_text import csv_problem
from ..files.ordinary import must_be_ordinary
from ..findings import Finding
from ..findings.catalogue import SANCTIONS_UNREADABLE
from ..model import LineRef
from . import eu_csv, ofac_csv
from .entry import EU, OFAC_OTHER, OFAC_SDN, Entry, ListFile, NotAListError
from .list_xml import read_xml

FOLDER = "sanctions"
_ADVICE = (
    "Download it again: SDN.CSV with ALT.CSV, CONS_PRIM.CSV with CONS_ALT.CSV, or an XML file of OFAC; CSV or"
    " XML (1.1) of the EU's list. Other files do not belong into this folder."
)
_LONGEST = 100_000
"""Bytes of a first line that are looked at."""
_LARGEST_CSV, _LARGEST_XML = 100_000_000, 1_000_000_000
"""Bytes; the lists of today have 5 to 30 million as CSV, and up to 120 million as XML."""
_LEFT_BEHIND = frozenset({"thumbs.db", "desktop.ini", "readme.md", "readme.txt"})


def read_lists(data_dir: Path) -> tuple[list[ListFile], list[Finding]]:
    """The lists, and SL-003 for each file that cannot be read as one."""
    lists: list[ListFile] = []
    aliases: list[tuple[str, dict[str, Entry]]] = []
    found: list[Finding] = []
    for path in _files(data_dir / FOLDER):
        shown = f"{data_dir.name}/{FOLDER}/{path.name}"
        try:
            must_be_ordinary(path)
            _must_not_be_too_large(path)
            if path.suffix.lower() == ".xml":
                lists.append(read_xml(path, shown))
            elif path.suffix.lower() == ".csv":
                _read_csv(path, shown, lists, aliases)
            else:
                raise NotAListError("the file is neither CSV nor XML")
        except NotAListError as problem:
            found.append(Finding(SANCTIONS_UNREADABLE, str(problem), LineRef(shown, problem.line), _ADVICE))
        except OSError as problem:
            message = f"{path.name} cannot be opened: {problem.strerror or problem}"
            found.append(Finding(SANCTIONS_UNREADABLE, message, LineRef(shown), _ADVICE))
    return [_with_aliases(one, aliases) for one in lists], found


def _must_not_be_too_large(path: Path) -> None:
    """Raises NotAListError. XML is read piece by piece, a row of a CSV as a whole."""
    largest = _LARGEST_XML if path.suffix.lower() == ".xml" else _LARGEST_CSV
    if (size := path.stat().st_size) > largest:
        has, read = (f"{number // 1_000_000:,}" for number in (size, largest))
        raise NotAListError(f"the file has {has} MB, of {read} that are read")


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if not path.name.startswith((".", "~$")) and path.name.casefold() not in _LEFT_BEHIND:
            yield path


def _read_csv(
    path: Path, shown: str, lists: list[ListFile], aliases: list[tuple[str, dict[str, Entry]]]
) -> None:
    """Puts what the table holds to the lists or to the aliases; addresses and comments name no company."""
    title = OFAC_OTHER if path.name.casefold().startswith("cons") else OFAC_SDN
    with path.open("rb") as start:
        separator = ";" if start.readline(_LONGEST).count(b";") > 1 else ","
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = _rows(file, separator)
        _, first = next(rows, (1, []))
        if eu_csv.is_eu(first):
            entries, day = eu_csv.read_eu(first, rows)
            lists.append(ListFile(path, shown, EU, entries, day))
            return
        kind = ofac_csv.kind_of(first)
        if kind is None:
            raise NotAListError("the first row is neither that of OFAC's tables nor that of the EU's", 1)
        file.seek(0)
        if kind == "names":
            needs = "CONS_ALT.CSV" if title == OFAC_OTHER else "ALT.CSV"
            lists.append(
                ListFile(path, shown, title, ofac_csv.read_names(_rows(file, separator)), needs=needs)
            )
        elif kind == "aliases":
            aliases.append((title, ofac_csv.read_aliases(_rows(file, separator))))


def _rows(file: TextIO, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Each row with its line. Raises NotAListError where it is no CSV, or no UTF-8 text."""
    reader = csv.reader(file, delimiter=separator, strict=True)
    try:
        for row in reader:
            yield reader.line_num, row
    except csv.Error as problem:
        raise NotAListError(
            f"the file is not a valid CSV: {csv_problem(problem)}", reader.line_num
        ) from problem
    except UnicodeDecodeError as problem:
        message = f"byte {problem.object[problem.start]:#04x} is not UTF-8 text"
        raise NotAListError(message, reader.line_num + 1) from problem


def _with_aliases(one: ListFile, aliases: list[tuple[str, dict[str, Entry]]]) -> ListFile:
    """The list with the aliases of its own tables, which must not be taken for those of another list."""
    if not one.needs:
        return one
    own = [entries for title, entries in aliases if title == one.title]
    for entries in own:
        for number, alias in entries.items():
            if entry := one.entries.get(number):
                for name in alias.names:
                    entry.add(name)
    return ListFile(one.path, one.shown, one.title, one.entries, one.stated_on, "" if own else one.needs)
