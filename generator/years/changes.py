"""What changed from one year's list to the next: statuses, rows, names, places, identifiers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ..model import Disclosure, Smelter, Status, StatusClass
from ..model.comparing import folded
from .matching import Pair, matching


class Kind(StrEnum):
    """One kind of change of a row, in the order in which a reader wants to know them."""

    WORSE = "status-worse"
    BETTER = "status-better"
    OTHERWISE = "status-otherwise"
    """Another status, of which nobody can say whether it is better or worse."""
    GONE = "gone"
    ADDED = "added"
    RENAMED = "renamed"
    MOVED = "moved"
    IDENTIFIER = "identifier"

    @property
    def words(self) -> str:
        """What pages and files call it."""
        return _WORDS[self]

    @property
    def behind_a_number(self) -> str:
        """What a sentence says behind the number of such rows."""
        return _BEHIND_A_NUMBER.get(self, self.words.lower())


_BEHIND_A_NUMBER = {
    Kind.WORSE: "down in status",
    Kind.BETTER: "up in status",
    Kind.OTHERWISE: "with another status",
    Kind.IDENTIFIER: "with another identifier",
}
_WORDS = {
    Kind.WORSE: "Status down",
    Kind.BETTER: "Status up",
    Kind.OTHERWISE: "Another status",
    Kind.GONE: "Gone",
    Kind.ADDED: "Added",
    Kind.RENAMED: "Renamed",
    Kind.MOVED: "Moved",
    Kind.IDENTIFIER: "Another identifier",
}


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row that is not what it was, with both of its states."""

    kinds: tuple[Kind, ...]
    """At least one, in the order of ``Kind``; ``GONE`` and ``ADDED`` stand alone."""
    before: Smelter | None
    after: Smelter | None
    perhaps: Smelter | None = None
    """The row of the other year that may be the same facility; None: no row is like it."""
    is_counted: bool = True
    """Whether the totals count the row: it stands in a list that counts, and is of a metal of the rule."""

    @property
    def row(self) -> Smelter:
        """The row as it is now; of a row that is gone, as it was."""
        row = self.after or self.before
        assert row is not None
        return row


@dataclass(frozen=True, slots=True)
class ListChanges:
    """What the list of a year has otherwise than the list of the year before. Both years have a list."""

    year: int
    year_before: int
    rows_before: int
    """Rows of all lists, as ``rows``."""
    rows: int
    counted_before: int
    """Rows that the totals count, as ``counted``; where neither year counts one, all rows."""
    counted: int
    changes: tuple[RowChange, ...]
    """In the order of ``Kind``; of one kind in the order of the list."""
    compared: frozenset[str]
    """Of ``status``, ``country``, ``city``, ``cid`` what both lists give; only there are changes."""
    other_words: tuple[tuple[str, ...], tuple[str, ...]] | None
    """The words for a status before and now, where they are not the same words; None: they are."""

    def count(self, kind: Kind) -> int:
        """Rows with a change of this kind."""
        return sum(kind in change.kinds for change in self.changes)

    def count_counted(self, kind: Kind) -> int:
        """Those of ``count`` that the totals count."""
        return sum(kind in change.kinds and change.is_counted for change in self.changes)

    @property
    def uncounted(self) -> int:
        """Rows with a change that are part of no total."""
        return sum(not change.is_counted for change in self.changes)

    @property
    def unchanged(self) -> int:
        """Rows of this year that are in both lists and are what they were."""
        return self.rows - sum(change.after is not None for change in self.changes)


def list_changes(before: Disclosure, after: Disclosure) -> ListChanges | None:
    """Compares the lists of two years; None where one of them has no list."""
    if not (before.has_list and after.has_list):
        return None
    compared = frozenset(
        name for name in ("status", "country", "city", "cid") if _both_give(before, after, name)
    )
    words = _words(before), _words(after)
    has_other_words = "status" in compared and set(words[0]) != set(words[1])
    found = matching(before.all_rows, after.all_rows)
    perhaps = {id(row): other for pair in found.perhaps for row, other in (pair, pair[::-1])}
    in_total = {id(row) for row in (*before.smelters, *after.smelters)}
    if not in_total:
        in_total = {id(row) for row in (*before.all_rows, *after.all_rows)}
    changes = [
        RowChange(
            kinds,
            pair.before,
            pair.after,
            perhaps.get(id(pair.after or pair.before)),
            is_counted=id(pair.after or pair.before) in in_total,
        )
        for pair in found.pairs
        if (kinds := tuple(_kinds(pair, compared, same_words=not has_other_words)))
    ]
    order = list(Kind)
    return ListChanges(
        year=after.year,
        year_before=before.year,
        rows_before=len(before.all_rows),
        rows=len(after.all_rows),
        counted_before=sum(id(row) in in_total for row in before.all_rows),
        counted=sum(id(row) in in_total for row in after.all_rows),
        changes=tuple(sorted(changes, key=lambda change: order.index(change.kinds[0]))),
        compared=compared,
        other_words=words if has_other_words else None,
    )


def _both_give(before: Disclosure, after: Disclosure, column: str) -> bool:
    return before.gives(column) and after.gives(column)


def _words(disclosure: Disclosure) -> tuple[str, ...]:
    """The labels of the year's statuses, in the filer's order."""
    return tuple(status.label for status in disclosure.facts.statuses)


def _kinds(pair: Pair, compared: frozenset[str], *, same_words: bool) -> Iterator[Kind]:
    before, after = pair.before, pair.after
    if after is None:
        yield Kind.GONE
        return
    if before is None:
        yield Kind.ADDED
        return
    if "status" in compared and (kind := _of_status(before.status, after.status, same_words=same_words)):
        yield kind
    if folded(before.name) != folded(after.name):
        yield Kind.RENAMED
    if _moved(before, after, compared):
        yield Kind.MOVED
    if "cid" in compared and (before.cid or "").casefold() != (after.cid or "").casefold():
        yield Kind.IDENTIFIER


def _moved(before: Smelter, after: Smelter, compared: frozenset[str]) -> bool:
    """Another country, or another city of the same one. A place that one year leaves open is no move."""
    then, now = before.country, after.country
    if "country" in compared and then and now and then.code and now.code and then.code != now.code:
        return True
    return (
        "city" in compared
        and bool(before.city and after.city)
        and folded(before.city or "") != folded(after.city or "")
    )


_RANKS = {
    StatusClass.CONFORMANT: 3,
    StatusClass.ACTIVE: 2,
    StatusClass.INDETERMINABLE: 1,
    StatusClass.NOT_CONFORMANT: 0,
}
"""The classes of which one is better than the other. ``not_enrolled`` and ``other`` are below ``active``, and
are neither better nor worse than what else is below it."""
_BELOW_ACTIVE = 1


def _of_status(before: Status | None, after: Status | None, *, same_words: bool) -> Kind | None:
    """What kind of change it is; None: none. A status that one year leaves open is neither better nor worse.

    ``same_words``: both years have the same words, so that another word of one class is another status.
    """
    if before is None or after is None:
        return Kind.OTHERWISE if before is not after else None
    then, now = before.status_class, after.status_class
    if then is now:
        return Kind.OTHERWISE if same_words and before.label != after.label else None
    if then in _RANKS and now in _RANKS:
        return Kind.BETTER if _RANKS[now] > _RANKS[then] else Kind.WORSE
    if StatusClass.OTHER in (then, now):
        return Kind.OTHERWISE
    ranks = _RANKS.get(then, _BELOW_ACTIVE), _RANKS.get(now, _BELOW_ACTIVE)
    if max(ranks) <= _BELOW_ACTIVE:
        return Kind.OTHERWISE
    return Kind.BETTER if ranks[1] > ranks[0] else Kind.WORSE
