"""The table of what the statuses mean."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ...prose.fact_values import FactStr
from ...prose.facts import AllFacts, StatusFacts
from ...prose.wording.wording import wording_of
from ..status_looks import looks_of
from ..table import Cell, Heading, Row, Table, one_line
from .words import WORDING


@dataclass(frozen=True)
class _Definition:
    """A column of the status vocabulary, and what stands there for a status that has nothing in it."""

    case: str
    """The wording of its heading."""
    given: Callable[[StatusFacts], FactStr | None]
    otherwise: Callable[[StatusFacts], str] = lambda _: "not-stated"
    """The wording of what stands there otherwise; empty: nothing."""


_AS_OF = "list-date"
_DEFINITIONS = (
    _Definition("sign", lambda status: status.mark, lambda _: ""),
    _Definition("definition", lambda status: status.definition, lambda _: ""),
    _Definition("deciding-list", lambda status: status.list_name, lambda _: "no-list"),
    _Definition(
        _AS_OF, lambda status: status.as_of, lambda status: "not-stated" if status.list_name else "no-list"
    ),
)


def status_definitions(facts: AllFacts) -> Table | None:
    """The status vocabulary: sign, definition, the list that decides and its date, as far as given."""
    if not facts.statuses:
        return None
    looks = looks_of(facts)
    columns = [column for column in _DEFINITIONS if any(column.given(status) for status in facts.statuses)]
    if not columns:
        return None  # the labels alone say nothing
    has_list = any(status.list_name for status in facts.statuses)
    cases = {} if has_list else {_AS_OF: "date"}

    def words(case: str) -> str:
        return case and wording_of(facts.wording).words(WORDING, case)

    rows = [
        Row(
            Cell(one_line(s.label), status_class=looks[str(s.label)].css),
            tuple(Cell(one_line(column.given(s)) or words(column.otherwise(s))) for column in columns),
        )
        for s in facts.statuses
    ]
    return Table(
        id="fsd-status-definitions",
        caption=words("meanings"),
        headings=(
            Heading(words("status")),
            *(Heading(words(cases.get(one.case, one.case))) for one in columns),
        ),
        rows=tuple(rows),
    )
