"""The status of each smelter by the lists given; what is on no list is indeterminable."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ...model import Status, StatusClass
from ...model.folding import fold
from ..reconciled import Flag, FlagKind
from ..status_lists import ListedSmelter, StatusList
from .resolve import Resolver


@dataclass(frozen=True, slots=True)
class Matched:
    """The label of a row, the date of the list that gives it, and what to look at."""

    label: str
    as_of: dt.date | None
    flags: tuple[Flag, ...] = ()


class StatusMatcher:
    """Looks a smelter up in all lists. The newest list wins; of two with one date, the one given first."""

    def __init__(self, lists: Iterable[StatusList], resolver: Resolver, statuses: Sequence[Status]) -> None:
        self._by_label = {fold(status.label): status.label for status in statuses}
        self._by_class = {status.status_class: status.label for status in reversed(statuses)}
        self._class_of = {fold(status.label): status.status_class for status in statuses}
        self._listed: dict[str, list[ListedSmelter]] = {}
        for row in (row for one in lists for row in one.rows):
            key = resolver.identity(row.metal, row.cid, row.name, row.country).key
            self._listed.setdefault(key, []).append(row)
        for rows in self._listed.values():
            rows.sort(key=lambda row: row.as_of or dt.date.min, reverse=True)

    @property
    def indeterminable(self) -> str | None:
        """The label of what is on no list; None where the vocabulary has none."""
        return self._by_class.get(StatusClass.INDETERMINABLE)

    def class_of(self, label: str) -> StatusClass | None:
        """The class of one of the filer's words; None where it is none of these."""
        return self._class_of.get(fold(label))

    def label_of(self, row: ListedSmelter) -> str | None:
        """The filer's word for what the list says; None where the vocabulary has none."""
        own = self._by_label.get(fold(row.status))
        return own or (self._by_class.get(row.status_class) if row.status_class else None)

    def match(self, key: str) -> Matched:
        """The status of the smelter with this key."""
        rows = self._listed.get(key, [])
        if not rows:
            return Matched(self.indeterminable or "", None)
        first = rows[0]
        flags = [Flag(FlagKind.RECOGNISED, name) for row in rows for name in row.recognised_by]
        said = {self.label_of(row) or row.status for row in rows}
        if len(said) > 1:
            lists = "; ".join(f"{row.status} in {row.where}" for row in rows)
            flags.append(Flag(FlagKind.LISTS_DISAGREE, lists))
        label = self.label_of(first)
        if label is None:
            flags.append(Flag(FlagKind.STATUS_UNMATCHED, f"'{first.status}' in {first.where}"))
        return Matched(label or self.indeterminable or "", first.as_of, tuple(dict.fromkeys(flags)))
