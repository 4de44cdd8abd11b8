"""Values that must not be published: what the review and the list's workbook hold, and the computer's own.

Nothing here is rendered. What goes out, and what people write for it, is searched for these values.
"""

from __future__ import annotations

import getpass
import re
import socket
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import chain
from pathlib import Path

from python_calamine import CalamineWorkbook

from ..errors import InputError
from ..files.raw_table import RawTable
from ..files.table_source import read_csv, sheet_names, understood
from ..model import DisclosureFacts
from .answers_named import of_answers
from .cell_notes import of_notes
from .squeezed import squeeze
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
    readers = _readers(folder, shown, facts)
    found = list(chain.from_iterable(read() for read in readers))
    own = _own_people(facts) if facts else frozenset()
    first: dict[tuple[WithheldKind, str], Withheld] = {}
    for one in found:
        if one.value.casefold() not in own and not _is_own_number(one, own) and not _is_own_street(one, own):
            first.setdefault((one.kind, one.value.casefold()), one)
    return tuple(first.values())


def readable_withheld(folder: Path, shown: str) -> tuple[Withheld, ...]:
    """As ``read_withheld``, of the sources that can be read: for messages, and for nothing that goes out."""
    found: list[Withheld] = []
    for read in _readers(folder, shown, None):
        with suppress(InputError, OSError):
            found += read()
    return tuple(found)


def _readers(
    folder: Path, shown: str, facts: DisclosureFacts | None
) -> tuple[Callable[[], Iterable[Withheld]], ...]:
    """What reads each of the sources."""
    return (
        lambda: _of_list(folder, shown, Published.of(facts)),
        lambda: _of_review(folder, shown, Published.of(facts)),
        lambda: of_settings(folder, shown),
        lambda: of_answers(folder, shown),
        lambda: of_file_names(folder, shown),
    )


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
    """The filer's own people whom the form names: its contact, who signs it; their numbers, its street.

    They decide and comment too, so that the review names them.
    """
    found: list[str | None] = []
    for one in (facts.registrant, *facts.co_registrants):
        if one.contact:
            number = one.contact.telephone
            found += [one.contact.name, number if any(map(str.isdigit, number)) else None]
        if one.address:
            found.append(one.address.street)
    signatories = (facts.filing.signatory, *(one.signatory for one in facts.co_registrants))
    found += [one.name for one in signatories if one]
    return frozenset(text.casefold() for text in found if text)


def _is_own_number(one: Withheld, own: frozenset[str]) -> bool:
    """Whether a telephone number is the filer's own, with or without the codes before it."""
    digits = re.sub(r"\D", "", one.value)
    if one.kind is not WithheldKind.TELEPHONE or not digits:
        return False
    return any(re.sub(r"\D", "", text).endswith(digits) for text in own)


def _is_own_street(one: Withheld, own: frozenset[str]) -> bool:
    """Whether it is an address in the filer's own street: a company of its group has answered."""
    address = squeeze(one.value)
    streets = (squeeze(text) for text in own if any(map(str.isdigit, text)))
    return one.kind is WithheldKind.ADDRESS and any(street and street in address for street in streets)


def _of_list(folder: Path, shown: str, published: Published) -> Iterator[Withheld]:
    book, table = folder / f"{_LIST}.xlsx", folder / f"{_LIST}.csv"
    if table.is_file():
        yield from of_tables([read_csv(table, f"{shown}/{table.name}")], published)
    if book.is_file():
        yield from of_tables(_sheets(book, f"{shown}/{book.name}"), published)
        yield from of_notes(book, f"{shown}/{book.name}")


def _of_review(folder: Path, shown: str, published: Published) -> Iterator[Withheld]:
    if (review := folder / _REVIEW).is_file():
        labels = replace(NOTHING, labels=published.labels)
        sheets = [one for one in _sheets(review, f"{shown}/{_REVIEW}") if one.sheet != "Read me"]
        yield from of_tables(sheets, labels)
        yield from of_notes(review, f"{shown}/{_REVIEW}")


def _sheets(path: Path, shown: str) -> list[RawTable]:
    """Every sheet. Raises InputError where the workbook cannot be read."""
    sheet_names(path, shown)  # looks into it before it is opened
    with understood(shown), CalamineWorkbook.from_path(path) as book:
        return [
            RawTable(shown, name, book.get_sheet_by_name(name).to_python(skip_empty_area=False))
            for name in book.sheet_names
        ]
