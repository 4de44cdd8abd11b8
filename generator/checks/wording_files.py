"""The year's wording: each text is there, contains its names, and names nothing that is not known.

Every text of every file is looked at, those too that the data does not choose now.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from jinja2 import TemplateSyntaxError, nodes

from ..files.nearest import did_you_mean
from ..findings import Finding
from ..findings.catalogue import (
    WORDING_MISSING,
    WORDING_NAME,
    WORDING_UNKNOWN,
    WORDING_UNREADABLE,
)
from ..model import Disclosure, LineRef, WordingCase, WordingFile
from ..model.counted import named
from ..prose.claims import Claims
from ..prose.facts import AllFacts, facts_of
from ..prose.paragraphs import PARAGRAPH_SPECS
from ..prose.wording.printed import printed_names, shadowed_names, used_names
from ..prose.wording.spec import Case, Spec
from ..prose.wording.wording import UNREADABLE_ADVICE, WordingError, line_of, said_of, wording_of
from ..prose.wordings import WORDINGS, needed, parsed


def wording_is_there(disclosure: Disclosure) -> Iterator[Finding]:
    """WO-001: a text that the data may choose is not in the year's folder."""
    there = {file.name for file in disclosure.wording}
    missing = [f"'{spec.name}.md'" for spec in needed(disclosure) if spec.name not in there]
    advice = f"'formsd start {disclosure.year}' writes the files that are missing, and changes no other."
    if missing:
        folder = LineRef("/".join([*disclosure.file.split("/")[:-1], "wording"]))
        message = f"there is no wording {named(missing)}"
        yield Finding(WORDING_MISSING, message, folder, advice)
    for file, spec in _known(disclosure):
        lacking = [f"'{case.name}'" for case in spec.cases if file.is_read and file.case(case.name) is None]
        if lacking:
            message = f"the wording has no case {named(lacking)}"
            advice = (
                f"Add each with '## ' and its name. To have the text to start from, rename the file and call "
                f"'formsd start {disclosure.year}'."
            )
            yield Finding(WORDING_MISSING, message, file.where(), advice)


def wording_has_its_names(disclosure: Disclosure) -> Iterator[Finding]:
    """WO-002: without it a text would leave out what the data says."""
    for file, text, case, tree in _texts(disclosure):
        if not case.must:
            continue
        printed = printed_names(tree.body) - shadowed_names(tree, case.must_names)
        lacking = [name for name in case.must if name.partition("(")[0] not in printed]
        if lacking:
            names = named([f"{{{{ {name} }}}}" for name in lacking])
            message = f"the text of '{text.name}' does not print {names}"
            advice = f"Put {names} where it belongs in the sentence."
            yield Finding(WORDING_NAME, message, LineRef(file.file, text.line), advice)


def wording_is_known(disclosure: Disclosure) -> Iterator[Finding]:
    """WO-003: nothing would ever use it."""
    for file in disclosure.wording:
        spec = WORDINGS.get(file.name)
        if spec is None:
            names = [f"{name}.md" for name in WORDINGS]
            near = did_you_mean(f"{file.name}.md", names) or f"Known are {named(names)}."
            message = f"'{file.name}.md' is no wording that anything uses"
            yield Finding(WORDING_UNKNOWN, message, LineRef(file.file), near)
        else:
            yield from _unknown_cases(file, spec)
    facts = facts_of(disclosure)
    for file, texts in groupby(_texts(disclosure), key=lambda one: one[0]):
        of_file = _Names(_names_of(WORDINGS[file.name], facts))
        for _, text, _, tree in texts:
            for name, line in used_names(tree):
                if unknown := of_file.unknown(name):
                    message = f"'{unknown}' is not known here"
                    where = LineRef(file.file, text.line + line - 1)
                    yield Finding(WORDING_UNKNOWN, message, where, of_file.advice(unknown))


def _names_of(spec: Spec, facts: AllFacts) -> dict[str, Any]:
    """What the texts of a file may name, each with its value; None where nobody can tell what it has."""
    known: dict[str, Any] = {"constant": None, **dict.fromkeys(spec.names)}
    if not spec.is_plain:
        groups = dict.fromkeys({"there", "conformant", "covered"} & set(spec.names), facts.facilities)
        known = {**known, **facts.as_dict(), **groups}
    if spec in PARAGRAPH_SPECS:
        known |= {"claim": Claims, "table": None}
    return known


def wording_can_be_filled_in(disclosure: Disclosure) -> Iterator[Finding]:
    """WO-004: braces or a comment that do not end, and what Jinja does not understand or cannot compute."""
    for file in disclosure.wording:
        if file.open_comment is not None:
            message, advice = "a comment is not closed", "Write '-->' where it ends."
            yield Finding(WORDING_UNREADABLE, message, LineRef(file.file, file.open_comment), advice)
        for text in file.cases:
            try:
                parsed(text.text)
            except TemplateSyntaxError as problem:
                where = LineRef(file.file, line_of(problem, file, text))
                yield Finding(WORDING_UNREADABLE, said_of(problem), where, UNREADABLE_ADVICE)
    yield from _not_filled_in(disclosure)


_STAND_INS: Mapping[str, Any] = {"rows": 2, "minerals": "Cobalt", "unit": "rows", "metals": "tin"}
"""For what the words of lists and tables print; each list and table has its own."""


def _not_filled_in(disclosure: Disclosure) -> Iterator[Finding]:
    """Texts of pages and documents, which would be left out in silence; claims say it where a section asks.

    A title, heading or caption without a word is such a text too.
    """
    wording = wording_of(disclosure.wording)
    frame = {spec.name for spec in needed(disclosure)}
    facts = facts_of(disclosure)
    context = {**facts.as_dict(), "form_sd": facts.filing.form, **_STAND_INS}
    names = _Names(context)
    for file, text, case, tree in _texts(disclosure):
        if file.name not in frame or file.case(text.name) is not text:
            continue
        if any(names.unknown(name) for name, _ in used_names(tree)):
            continue  # told already, or filled in where what it names is there
        try:
            words = wording.text(file.name, case.name, context)
        except WordingError as problem:
            yield problem.finding(file.where())
            continue
        if case.is_title and not words.strip():
            message = f"the text of '{text.name}' is empty, and it is a title, a heading or a caption"
            yield Finding(
                WORDING_MISSING, message, file.where(text), "Write the words that shall stand there."
            )


def _known(disclosure: Disclosure) -> Iterator[tuple[WordingFile, Spec]]:
    for file in disclosure.wording:
        if file.name in WORDINGS:
            yield file, WORDINGS[file.name]


def _texts(
    disclosure: Disclosure,
) -> Iterator[tuple[WordingFile, WordingCase, Case, nodes.Template]]:
    """The texts that can be read, each with what it is for."""
    for file, spec in _known(disclosure):
        for text in file.cases:
            case = spec.case(text.name)
            if case is None:
                continue
            try:
                yield file, text, case, parsed(text.text)
            except TemplateSyntaxError:
                continue  # told already


def _unknown_cases(file: WordingFile, spec: Spec) -> Iterator[Finding]:
    names = [case.name for case in spec.cases]
    seen: set[str] = set()
    for text in file.cases:
        if not text.name:
            message = "this text stands above the first heading, where nothing uses it"
            advice = "Put it below the heading of its case ('## ' and a name), or into a comment."
            yield Finding(WORDING_UNKNOWN, message, LineRef(file.file, text.line), advice)
        elif text.name not in names:
            advice = did_you_mean(text.name, names) or f"Known are {named(names)}."
            message = f"'{text.name}' is no case of this wording"
            yield Finding(WORDING_UNKNOWN, message, file.where(text), advice)
        elif text.name in seen:
            message = f"the case '{text.name}' stands there twice; the first one is used"
            yield Finding(WORDING_UNKNOWN, message, file.where(text), "Keep one of them.")
        seen.add(text.name)


class _Names:
    """What texts may name, such as ``facilities.total``: each name is looked up once."""

    def __init__(self, known: Mapping[str, Any]) -> None:
        self._known = known
        self._looked_up: dict[str, str] = {}

    def unknown(self, name: str) -> str:
        """The beginning of the name as far as its first part that is not known; empty: all of it is.

        Empty too where nobody can tell, because the value has no entries of its own.
        """
        if name not in self._looked_up:
            self._looked_up[name] = self._find(name)
        return self._looked_up[name]

    def advice(self, unknown: str) -> str:
        """What to do about what ``unknown`` gave."""
        before, _, last = unknown.rpartition(".")
        entries = _entries(self._value(before)) if before else sorted(self._known)
        return did_you_mean(last, entries) or f"Known are {named(entries)}."

    def _find(self, name: str) -> str:
        first, *rest = name.split(".")
        if first not in self._known:
            return first
        value, path = self._known[first], first
        for part in rest:
            if value is None or isinstance(value, str | int | tuple | dict):
                return ""
            path = f"{path}.{part}"
            if part not in _entries(value):
                return path
            value = getattr(value, part)
        return ""

    def _value(self, path: str) -> Any:
        first, *rest = path.split(".")
        value = self._known[first]
        for part in rest:
            value = getattr(value, part)
        return value


def _entries(value: object) -> list[str]:
    return [entry for entry in dir(value) if not entry.startswith("_")]
