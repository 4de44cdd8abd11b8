"""What one row of the list is, and how many distinct names the rows have."""

from __future__ import annotations

from collections import Counter

from jinja2 import TemplateRuntimeError

from ..environment import Markdown
from ..fact_values import FactInt
from ..wording.spec import Case, Spec
from .group_words import words_of
from .said import Asked

_NAMES = ("facilities.total", "facilities.distinct_names", "facilities.under_several_metals")
SPEC = Spec(
    "unit-of-counting",
    "What a row of the list is",
    (
        Case("no-list", "where the numbers are stated and no list is given", ("words",)),
        Case("no-rows", "where no row of a list is part of the totals"),
        Case("rows", "where there is one list", _NAMES),
        Case("rows-of-lists", "where several lists are counted", ("lists", *_NAMES)),
        Case("repeated", "behind it where rows have metal and name of an earlier one", ("repeated",)),
    ),
    ("words", "lists", "repeated"),
)


def unit_of_counting(asked: Asked) -> Markdown:
    """The sentences for the whole list."""
    facilities = asked.facts.facilities
    if not facilities.listed and facilities.total is None and not facilities.gives_status:
        raise TemplateRuntimeError("the claim needs a list of facilities, or counts in disclosure.yml")
    lists = FactInt(len({row.list_key for row in facilities.rows}), f"{facilities.path}.lists")
    seen = Counter((row.metal, row.called.casefold()) for row in facilities.rows)
    repeated = FactInt(len(facilities.rows) - len(seen), f"{facilities.path}.repeated")
    if not facilities.listed:
        cases = ["no-list"]
    elif facilities.total == 0:
        cases = ["no-rows"]
    else:
        cases = ["rows-of-lists" if lists > 1 else "rows", *(["repeated"] if repeated else [])]
    return asked.texts(SPEC.name, cases, words=words_of(asked, facilities), lists=lists, repeated=repeated)
