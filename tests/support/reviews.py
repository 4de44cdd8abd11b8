"""Suppliers' answers reviewed, and what is asked about them, without a folder of a year."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from generator.countries.table import CountryTable, read_countries
from generator.model import DisclosureFacts
from generator.suppliers.decisions import Decisions
from generator.suppliers.look_ups import EMPTY_LOOK_UP
from generator.suppliers.reconcile import check_for, reconcile
from generator.suppliers.reconciled import Ask, EarlierList, Reconciled
from generator.suppliers.review_settings import ReviewSettings
from generator.suppliers.sources.declared_files import FileRead
from generator.suppliers.sources.reconcile_sources import Sources
from generator.suppliers.workbooks import read_workbook
from tests.support.builders import STATED

YEAR = 2021
"""The answers that ``cmrt`` writes are dated in the spring after it."""


@cache
def _countries() -> CountryTable:
    return read_countries(Path("nowhere.csv"), "nowhere.csv")


def reconciled(*books: Path, **settings: Any) -> Reconciled:
    """What a run gives for these workbooks, each reviewed against the look-up of the first."""
    read = [read_workbook(book) for book in books]
    first = next((one.look_up for one, _ in read if one), EMPTY_LOOK_UP)
    sources = Sources(
        year=settings.pop("year", YEAR),
        statuses=DisclosureFacts.model_validate(STATED).statuses,
        countries=_countries(),
        lists=(),
        reference=first,
        decisions=Decisions(),
        earlier=EarlierList(),
        last_year=(),
        findings=(),
        settings=ReviewSettings.model_validate(settings),
    )
    check = check_for(sources)
    found = [
        FileRead(book.name, one, (*own, *check(one)))
        for book, (one, own) in zip(books, read, strict=True)
        if one
    ]
    return reconcile(sources, found)


def asked(*books: Path, **settings: Any) -> tuple[Ask, ...]:
    """The questions of all letters together."""
    return tuple(ask for asks in reconciled(*books, **settings).asked.values() for ask in asks)
