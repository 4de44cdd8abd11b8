"""Values that must not be published: what the review and the list's workbook hold, and the computer's own.

Nothing here is rendered. What goes out, and what people write for it, is searched for these values.
"""

from __future__ import annotations

import getpass
import re
import socket
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from python_calamine import CalamineWorkbook

from ..files.raw_table import RawTable
from ..files.table_source import read_csv, sheet_names, understood
from ..model import DisclosureFacts
from .answers_named import of_answers
from .cell_notes import of_notes
from .withheld import Withheld, WithheldKind
from .withheld_settings import of_file_names, of_settings
from .withheld_tables import NOTHING, Published, of_tables

_REVIEW = "review/review.xlsx"
_LIST = "smelters"


def read_withheld(folder: Path, shown: str, facts: DisclosureFacts | None = None) -> tuple[Withheld, ...]:
    """What the folder of a year holds and must not publish, each value once.

    Columns, sheets and notes of ``smelters.xlsx`` that no list publishes, ``review/review.xlsx``, what the
    answers name, comments and suppliers of ``suppliers.yml``, ``decisions.yml`` and ``reconcile.yml``, names
    of workbooks that suppliers sent. ``facts`` say which sheets are lists, and which of their columns the
    filer publishes; None: the usual ones. Raises InputError where a file cannot be read.
    """
    found = [
        *_of_list(folder, shown, Published.of(facts)),
        *of_settings(folder, shown),
        *of_answers(folder, shown),
        *of_file_names(folder, shown),
    ]
    own = _own_people(facts) if facts else frozenset()
    first: dict[tuple[WithheldKind, str], Withheld] = {}
    for one in found:
        if one.value.casefold() not in own and not _is_own_number(one, own):
            first.setdefault((one.kind, one.value.casefold()), one)
    return tuple(first.values())


def machine_facts(*folders: Path) -> tuple[Withheld, ...]:
    """The computer's own: paths of ``folders`` and of the user's home, the user's name, the computer's."""
    paths = {str(path.resolve()) for path in (*folders, Path.cwd(), Path.home())}
    names = [(WithheldKind.USER, _user()), (WithheldKind.HOST, socket.gethostname().partition(".")[0])]
    return (
        *(Withheld(WithheldKind.PATH, path, None) for path in sorted(paths)),
        *(Withheld(kind, name, None) for kind, name in names if name),
    )


def _user() -> str:
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):  # a container whose user has no name
        return Path.home().name


def _own_people(facts: DisclosureFacts) -> frozenset[str]:
    """The filer's own people whom the form itself names: its contact and who signs it, and their numbers.

    They decide and comment too, so that the review names them.
    """
    found: list[str | None] = []
    for one in (facts.registrant, *facts.co_registrants):
        if one.contact:
            found += [one.contact.name, one.contact.telephone]
    signatories = (facts.filing.signatory, *(one.signatory for one in facts.co_registrants))
    found += [one.name for one in signatories if one]
    return frozenset(text.casefold() for text in found if text)


def _is_own_number(one: Withheld, own: frozenset[str]) -> bool:
    """Whether a telephone number is the filer's own, with or without the codes before it."""
    digits = re.sub(r"\D", "", one.value)
    if one.kind is not WithheldKind.TELEPHONE or not digits:
        return False
    return any(re.sub(r"\D", "", text).endswith(digits) for text in own)


def _of_list(folder: Path, shown: str, published: Published) -> Iterator[Withheld]:
    book, table = folder / f"{_LIST}.xlsx", folder / f"{_LIST}.csv"
    if table.is_file():
        yield from of_tables([read_csv(table, f"{shown}/{table.name}")], published)
    if book.is_file():
        yield from of_tables(_sheets(book, f"{shown}/{book.name}"), published)
        yield from of_notes(book, f"{shown}/{book.name}")
    if (review := folder / _REVIEW).is_file():
        sheet_names(review, f"{shown}/{_REVIEW}")  # looks into it before it is opened
        labels = replace(NOTHING, labels=published.labels)
        sheets = [one for one in _sheets(review, f"{shown}/{_REVIEW}") if one.sheet != "Read me"]
        yield from of_tables(sheets, labels)
        yield from of_notes(review, f"{shown}/{_REVIEW}")


def _sheets(path: Path, shown: str) -> list[RawTable]:
    """Every sheet. ``read_smelter_list`` has looked into the list's workbook before."""
    with understood(shown), CalamineWorkbook.from_path(path) as book:
        return [
            RawTable(shown, name, book.get_sheet_by_name(name).to_python(skip_empty_area=False))
            for name in book.sheet_names
        ]
