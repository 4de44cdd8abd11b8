"""``formsd facts``: every name that a section may use, with what it says now. Nothing is typed here again.

The names are those that the facts of a year have, so that a new fact is listed by itself; what they mean
are the docstrings of the facts. Values are those that a section would print.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from difflib import get_close_matches
from enum import StrEnum
from types import FunctionType
from typing import Any

from ..errors import DisclosureError
from ..model import Disclosure, Section
from ..pages.tables.prose_tables import MAKERS, prose_tables
from ..prose.claims import Claims
from ..prose.environment import FILTERS, Markdown, shown
from ..prose.facilities import Facilities
from ..prose.fact_values import FactInt, Facts
from ..prose.facts import AllFacts, facts_of
from ..prose.paragraphs import PARAGRAPHS
from ..prose.plain_text import section_text
from ..prose.prose import render_sections
from .extremes import bare, full
from .filter_examples import FILTER_EXAMPLES
from .meanings import first_sentence, meanings

NOT_FOR_SENTENCES = frozenset({
    "path", "rows", "words", "names", "number", "of_metal", "of_status", "status_class", "is_final",
    "wording", "steps", "unit",
})  # fmt: skip
"""What facts have for pages and checks, and no sentence needs."""


class Kind(StrEnum):
    """How a section uses a name."""

    FACT = "fact"
    """``{{ name }}`` prints it."""
    QUESTION = "question"
    """``{% if name %}`` asks it."""
    CLAIM = "claim"
    """``{{ name }}`` prints a sentence that is true of the data."""
    PARAGRAPH = "paragraph"
    """``{{ name }}`` prints the text of the wording that the data chooses; nothing where it has none."""
    TABLE = "table"
    """``{{ name }}`` prints a table, in a paragraph of its own."""
    FILTER = "filter"
    """Changes how a fact is printed."""


@dataclass(frozen=True)
class Name:
    """A name, what it means, and what it says now."""

    name: str
    group: str
    kind: Kind
    meaning: str
    says: str | None
    """As it would print; None: it is not given for this year."""
    may_be_missing: bool = False
    in_words: str = ""
    """What ``|words`` makes of a number, where that is something else."""


class UnknownNameError(DisclosureError):
    """No section may use such a name."""


@dataclass(frozen=True)
class _Thing:
    """A fact or a group of facts: as it is, with each group given, and with nothing that may be missing.

    ``now`` and ``bare`` are None for what is not there.
    """

    now: Any
    full: Any
    bare: Any
    meaning: str = ""

    def get(self, name: str) -> _Thing:
        """An entry of it. Raises AttributeError or KeyError; ValueError or IndexError of a list."""
        if isinstance(self.full, tuple) and int(name) >= len(self.full):
            raise IndexError(name)
        now, full, bare = (_entry(one, name) for one in (self.now, self.full, self.bare))
        if isinstance(full, Facilities):
            return _Thing(now, full, bare, f"Number of {full.words}.")
        return _Thing(now, full, bare, meanings().get((type(self.full).__name__, name), ""))

    def share_of(self, whole: _Thing) -> _Thing:
        """Of facilities: the share that they are of the whole list."""
        groups = zip((self.now, self.full, self.bare), (whole.now, whole.full, whole.bare), strict=True)
        now, full, bare = (group and group.share_of(of) for group, of in groups)
        return _Thing(now, full, bare, meanings()[Facilities.__name__, "share_of"])

    def total(self) -> _Thing:
        """Of facilities: how many they are."""
        now, full, bare = (group and group.total for group in (self.now, self.full, self.bare))
        return _Thing(now, full, bare, self.meaning)

    @property
    def may_be_missing(self) -> bool:
        return self.bare is None or self.bare == ""


def _entry(group: Any, name: str) -> Any:
    """An entry of facts, of a list or by a key; None where the group is not there, or a list is shorter."""
    if group is None:
        return None
    if isinstance(group, tuple):
        return next(iter(group[int(name) :]), None)
    return group[name] if isinstance(group, dict) else getattr(group, name)


class Names:
    """The names that sections of a year may use."""

    def __init__(self, disclosure: Disclosure) -> None:
        self.facts = facts_of(disclosure)
        self._wording = {file.name for file in disclosure.wording}
        self._tables = prose_tables(disclosure, self.facts)
        least = bare(disclosure)
        bare_facts = facts_of(least)
        self._bare = bare_facts, prose_tables(least, bare_facts)
        self._all = _Thing(self.facts, facts_of(full(disclosure)), bare_facts)

    def every(self) -> tuple[Name, ...]:
        """All of them, by group. Of facilities only the largest group and the totals of its parts."""
        found: list[Name] = []
        for field in fields(AllFacts):
            if field.name in NOT_FOR_SENTENCES:
                continue
            found += self._within(field.name, self._all.get(field.name), field.name)
        return (*found, *self._claims(), *self._paragraphs(), *self._tables_named(), *self._filters())

    def about(self, name: str) -> tuple[Name, ...]:
        """The name, or the names of the group. Raises UnknownNameError where there is none.

        What has a pipe or brackets is worked out as a section would do it.
        """
        if "|" in name or "(" in name:
            return (self._worked_out(name),)
        if thing := self._find(name):
            group = re.split(r"[.\[]", name)[0]
            return tuple(self._within(name, thing, group, is_whole=True))
        every = self.every()
        found = tuple(one for one in every if re.match(rf"{re.escape(name)}(?:$|[.(])", one.name))
        if not found:
            raise UnknownNameError(f"There is no name '{name}'. {_meant(name, every)}")
        return found

    def _find(self, name: str) -> _Thing | None:
        """What stands at a path such as ``statuses[0].label``; None where nothing does."""
        if not re.fullmatch(r"[a-z_]+(?:\[\d+\]|\[\"[a-z-]+\"\]|\.[a-z_]+)*", name):
            return None
        thing = self._all
        for part in re.findall(r"[\w-]+", name):
            if part.startswith("_") or part in NOT_FOR_SENTENCES:
                return None
            try:
                thing = thing.get(part)
            except (AttributeError, LookupError, ValueError, TypeError):
                return None
        return None if inspect.ismethod(thing.full) else thing

    def _within(self, path: str, thing: _Thing, group: str, *, is_whole: bool = False) -> Iterator[Name]:
        """The names at and below a path."""
        if isinstance(thing.full, tuple):
            if not thing.bare:
                yield Name(path, group, Kind.QUESTION, thing.meaning, "yes" if thing.now else "no")
            for number in range(len(thing.full)):
                yield from self._within(f"{path}[{number}]", thing.get(str(number)), group)
        elif isinstance(thing.full, dict):
            for key in thing.full:
                entry = f"{path}.{key}" if key.isidentifier() else f'{path}["{key}"]'
                yield _fact(entry, group, replace(thing.get(key), meaning=thing.meaning))
        elif isinstance(thing.full, Facilities):
            if is_whole or path == "facilities":
                yield from self._facilities(path, thing, group)
            else:
                yield _fact(f"{path}.total", group, thing.total())
        elif isinstance(thing.full, Facts):
            if thing.bare is None and not path.endswith("]"):
                says = "no" if thing.now is None else "yes"
                yield Name(path, group, Kind.QUESTION, "Whether it is given.", says)
            for name in _public(thing.full):
                yield from self._within(f"{path}.{name}", thing.get(name), group)
        elif isinstance(thing.full, bool):
            says = "yes" if thing.now else "no"
            yield Name(path, group, Kind.QUESTION, thing.meaning, says)
        else:
            yield _fact(path, group, thing)

    def _facilities(self, path: str, thing: _Thing, group: str) -> Iterator[Name]:
        """The facts of a group of facilities, then the totals of its parts."""
        entries = [(f"{path}.{name}", thing.get(name)) for name in _public(thing.full)]
        parts = [(name, part) for name, part in entries if isinstance(part.full, Facilities)]
        for name, entry in entries:
            if isinstance(entry.full, bool):
                yield from self._within(name, entry, group) if path == "facilities" else ()
            elif not isinstance(entry.full, Facilities) and not callable(entry.full):
                yield _fact(name, group, entry)
        yield _fact(f"{path}.share_of(facilities)", group, thing.share_of(self._all.get("facilities")))
        for name, part in parts:
            yield _fact(f"{name}.total", group, part.total())

    def _claims(self) -> Iterator[Name]:
        for name, method in vars(Claims).items():
            if name.startswith("_") or not isinstance(method, FunctionType):
                continue
            arguments = ", ".join(list(inspect.signature(method).parameters)[1:])
            call = f"claim.{name}({arguments})"
            says, _ = _evaluated(call, self.facts, self._tables)
            missing, _ = _evaluated(call, *self._bare)
            yield Name(call, "claim", Kind.CLAIM, first_sentence(method.__doc__), says, missing is None)

    def _paragraphs(self) -> Iterator[Name]:
        """Empty ones, and those without their file in the year's wording, say None."""
        for name, one in PARAGRAPHS.items():
            says, _ = _evaluated(f"paragraph.{name}", self.facts, self._tables)
            file = f"`wording/{one.spec.name}.md`"
            place = f"Its texts stand in {file}."
            if one.spec.name not in self._wording:
                place = f"No section prints it; where one does, `formsd start` writes {file}."
            meaning = f"{one.spec.about}. {place}"
            yield Name(f"paragraph.{name}", "paragraph", Kind.PARAGRAPH, meaning, says or None)

    def _tables_named(self) -> Iterator[Name]:
        for name, html in self._tables.items():
            meaning = first_sentence(MAKERS[name].__doc__)
            missing = self._bare[1][name] is None
            caption = re.search(r"<caption[^>]*>(.*?)</caption>", html or "", re.DOTALL)
            says = " ".join(re.sub(r"<[^>]*>", "", caption[1] if caption else html or "").split())
            yield Name(f"table.{name}", "table", Kind.TABLE, meaning, says or None, missing)

    def _filters(self) -> Iterator[Name]:
        for example, meaning in FILTER_EXAMPLES.values():
            says, _ = _evaluated(example, self.facts, self._tables)
            yield Name(example, "filters", Kind.FILTER, meaning, says)

    def _worked_out(self, expression: str) -> Name:
        says, problem = _evaluated(expression, self.facts, self._tables)
        if says is None:
            raise UnknownNameError(f"'{expression}' says nothing: {problem}")
        kind = Kind.CLAIM if expression.startswith("claim.") else Kind.FACT
        return Name(expression, "", kind, "", says)


def _fact(path: str, group: str, thing: _Thing) -> Name:
    says = None if thing.now is None or thing.now == "" else shown(thing.now)
    words = FILTERS["words"](thing.now) if isinstance(thing.now, FactInt) else says
    in_words = "" if words is None or words == says else str(words)
    return Name(path, group, Kind.FACT, thing.meaning, says, thing.may_be_missing, in_words)


def _public(group: Facts) -> Iterator[str]:
    """The entries of a group that sentences may use: those of the object, then those of its class."""
    own = [name for one in reversed(type(group).__mro__) for name in vars(one)]
    for name in (*vars(group), *own):
        if not name.startswith("_") and name not in NOT_FOR_SENTENCES:
            yield name


def _evaluated(
    expression: str, facts: AllFacts, tables: dict[str, Markdown | None]
) -> tuple[str | None, str]:
    """What a section prints for an expression, or None and why it cannot."""
    section = Section(1, "asked", "asked", f"# Asked\n\n{{{{ {expression} }}}}\n")
    rendered, problems = render_sections([section], facts, tables)
    if problems:
        return None, problems[0].message.removeprefix("the section cannot be run: ")
    text = section_text(rendered[0]).partition("\n")[2].strip()
    return re.sub(r" <annex\.md#[^>]*>", "", text), ""  # where a row is named, the report leads to it


def _meant(name: str, every: tuple[Name, ...]) -> str:
    known = dict.fromkeys(one.name.partition("(")[0] for one in every if one.kind is not Kind.FILTER)
    near = get_close_matches(name, [*known, *dict.fromkeys(one.group for one in every)], n=3)
    if near:
        return f"Did you mean {' or '.join(near)}?"
    return "'formsd facts YEAR' without a name lists all of them."
