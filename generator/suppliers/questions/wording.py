"""The words of a question that has one finding or many behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ...findings import Finding, Severity, printable
from ..reconciled import Ask
from ..rules.words import folded
from .places import cells_folded, places_in_words, places_of

_NAMED = 8
"""So many names are told, each with its cells; of more the first ones, and how many there are."""
_FIRST = 3
_ALL = 10
"""From so many rows on it is said that all of them are meant."""
_COUNTED_BY_NAME = ("smelters ", "names ")


def ask_of(speaking: Sequence[Finding], behind: Sequence[Finding] = (), rows: int = 0) -> Ask:
    """One question. ``rows`` is the number of rows in the list, 0 where there is none."""
    every = (*speaking, *behind)
    asked = question(_text(speaking, rows), every, places_in_words(places_of(speaking)))
    return replace(asked, speaking=len(speaking))


def question(text: str, findings: Sequence[Finding], places: str) -> Ask:
    """A question with its most severe finding, which decides where in the letter it stands."""
    order = list(Severity)
    first = min(findings, key=lambda finding: order.index(finding.severity))
    return Ask(printable(text), first, tuple(findings), places, len(findings))


def spoken(ask: Ask) -> tuple[Finding, ...]:
    """The findings that its text speaks of; those behind them are settled by the same reply."""
    return ask.every[: ask.speaking]


def kind_of(finding: Finding) -> object:
    """Findings of one kind are one question: what is asked about all of them is the same."""
    if finding.together:
        return finding.advice_together or (finding.code, finding.together)
    asked = _of_any(finding.advice, finding)
    return (finding.code, asked) if finding.named else asked


def joined(words: Sequence[str], last_word: str = "and") -> str:
    """``a``, ``a and b``, ``a, b and c``; items with a comma in them are parted by semicolons."""
    between = "; " if any(", " in word for word in words) else ", "
    *first, last = words
    return f"{between.join(first)} {last_word} {last}" if first else last


def capital(text: str) -> str:
    """The text with a capital at its beginning."""
    return re.sub(r"^[a-z]", lambda first: first[0].upper(), text)


def placed(message: str, findings: Sequence[Finding]) -> str:
    """``Message (sheet 'Declaration', cell D22).``"""
    return f"{capital(message)}{_in_brackets(findings)}."


def _text(findings: Sequence[Finding], rows: int) -> str:
    first = findings[0]
    if len(findings) == 1:
        return f"{placed(first.message, findings)} {first.advice}"
    if first.together:
        return _together(findings, rows)
    if first.named and len({_of_any(one.message, one) for one in findings}) == 1:
        return _of_metals(findings)
    return _one_after_another(findings)


def _together(findings: Sequence[Finding], rows: int) -> str:
    """``7 smelters are on no list: 'A' (D5), 'B' (D7:D9) … Please give for each …``."""
    kinds: dict[str, list[Finding]] = {}
    for one in findings:
        kinds.setdefault(one.together, []).append(one)
    is_one = len(kinds) == 1 and _number(findings) == 1
    advice = findings[0].advice if is_one else findings[0].advice_together or findings[0].advice
    return f"{capital('; '.join(_statement(ones, rows) for ones in kinds.values()))}. {advice}"


def _number(findings: Sequence[Finding]) -> int:
    """How many smelters or names findings of one kind are about, else how many cells."""
    names = {_name_of(one) for one in findings}
    is_by_name = findings[0].together.startswith(_COUNTED_BY_NAME) and names != {""}
    return len(names) if is_by_name else len(findings)


def _name_of(finding: Finding) -> str:
    """What two findings with one name share: ``'FOO REFINING'`` and ``'Foo Refining'`` are one."""
    return folded(finding.named) or finding.named


def _statement(findings: Sequence[Finding], rows: int) -> str:
    """What findings of one kind say, without what is asked."""
    first, number = findings[0], _number(findings)
    if number == 1:
        return f"{first.message}{_in_brackets(findings)}"
    by_name: dict[str, list[Finding]] = {}
    for one in findings:
        by_name.setdefault(_name_of(one), []).append(one)
    cells = {there[0].named: there for there in by_name.values()}
    in_all = "all " if rows >= _ALL and _rows_in(findings) == rows else ""
    head = f"{in_all}{number:,} {first.together}"
    if list(cells) == [""]:
        return f"{head}{_in_brackets(findings)}"
    if len(cells) <= _NAMED:
        sheets = dict.fromkeys(f"'{place.sheet}'" for place in places_of(findings) if place.sheet)
        names = [f"{name} ({cells_folded(places_of(there))})" for name, there in cells.items()]
        where = f" (sheet {joined(list(sheets))})" if sheets else ""
        return f"{head}{where}: {joined(names)}"
    names = [*list(cells)[:_FIRST], f"{len(cells) - _FIRST:,} more"]
    return f"{head}: {joined(names)}{_in_brackets(findings)}"


def _rows_in(findings: Sequence[Finding]) -> int:
    return len({place.cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") for place in places_of(findings)})


def _of_metals(findings: Sequence[Finding]) -> str:
    """One sentence about several metals, in the order of their cells."""
    first = findings[0]
    metals = list(dict.fromkeys(one.named for one in findings))
    message, advice = (_with(joined(metals), text, first) for text in (first.message, first.advice))
    message = message.replace(f"no smelter of {joined(metals)}", f"no smelter of {joined(metals, 'or')}")
    return f"{placed(message, findings)} {advice}"


def _one_after_another(findings: Sequence[Finding]) -> str:
    """What each of a few says, then once what is asked; of many the first ones, and where the others are."""
    shown = findings if len(findings) <= _FIRST + 1 else findings[:_FIRST]
    said = [f"{one.message}{_in_brackets([one])}" for one in shown]
    left = findings[len(shown) :]
    more = f"; {len(left):,} more of this kind" if left else ""
    advices = dict.fromkeys(one.advice for one in shown)
    return capital(f"{'; '.join(said)}{more}{_in_brackets(left)}. {' '.join(advices)}")


def _in_brackets(findings: Sequence[Finding]) -> str:
    there = places_in_words(places_of(findings))
    return f" ({there})" if there else ""


def _of_any(text: str, finding: Finding) -> str:
    """A text without the name of what it is about."""
    return _with("\0", text, finding)


def _with(name: str, text: str, finding: Finding) -> str:
    if not finding.named:
        return text
    return re.sub(rf"\b{re.escape(finding.named)}\b", lambda _: name, text)
