"""What came over from the year before stays marked until a person has looked at it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from ..findings import Finding, Rule
from ..findings.catalogue import CARRIED, CARRIED_FINAL
from ..model import Disclosure, LineRef
from ..model.counted import named
from ..year.carried_marks import CARRIED as MARK
from ..year.carried_marks import typed_in


def carried_over_is_read(disclosure: Disclosure) -> Iterator[Finding]:
    """ST-001 for a final, ST-002 for a draft: every mark of what came over is gone.

    The marks are comments in texts, and the lines of ``carried_over`` in ``disclosure.yml``.
    """
    rule = CARRIED if disclosure.facts.filing.is_draft else CARRIED_FINAL
    texts = [(one.file, one.text) for one in disclosure.written]
    texts += [(one.file, one.text) for one in disclosure.wording]
    for file, text in texts:
        if mark := MARK.search(text):
            where = LineRef(file, text.count("\n", 0, mark.start()) + 1)
            typed = [f"'{one.text}' (line {one.line})" for one in typed_in(text)]
            advice = "Read it for this year, change what no longer holds, then delete the mark."
            yield _finding(rule, "this text", int(mark[1]), typed, where, advice)
    if (carried := disclosure.facts.carried_over) is None:
        return
    for name in carried.entries:
        texts_of = _texts(getattr(disclosure.facts, name, None))
        typed = [f"'{one.text}'" for text in texts_of for one in typed_in(text)]
        advice = f"Read the entry for this year, then delete '- {name}' below carried_over."
        yield _finding(rule, f"the entry {name}", carried.year, typed, disclosure.where(name), advice)
    for name in carried.files:
        advice = f"Read the file for this year, then delete '- {name}' below carried_over in disclosure.yml."
        yield _finding(rule, f"the file {name}", carried.year, (), disclosure.where("carried_over"), advice)


def _texts(value: Any) -> Iterator[str]:
    """Every text in an entry."""
    if isinstance(value, BaseModel):
        yield from _texts([getattr(value, name) for name in type(value).model_fields])
    elif isinstance(value, Mapping):
        yield from _texts(list(value.values()))
    elif isinstance(value, tuple | list):
        for inner in value:
            yield from _texts(inner)
    elif isinstance(value, str):
        yield str(value)


def _finding(rule: Rule, what: str, year: int, typed: Sequence[str], where: LineRef, advice: str) -> Finding:
    """One that names typed figures speaks alone; of the others, those of one folder speak together."""
    message = f"{what} came over from {year}, and nobody has looked at it yet"
    if typed:
        return Finding(rule, f"{message}; it says {named(list(dict.fromkeys(typed)))}", where, advice)
    return Finding(
        rule,
        message,
        where,
        advice,
        together=f"texts, entries or files came over from {year}, and nobody has looked at them yet",
        named="" if what == "this text" else what.removeprefix("the "),
        advice_together="Read each for this year, then delete its mark: the comment in the text, or its line"
        " below carried_over in disclosure.yml.",
    )
