"""The words for a status: of a column of the list, of signs at its names, of a table that counts them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from ..filed.facility_marks import LEGEND
from ..filed.facility_table import Found, PlacedRow
from ..filed.filed_blocks import Block
from ..filed.places import Places
from ..filed.values import FiledDocument
from ..model import BOLD, LineRef, Passage, StatusClass
from ..model.status_phrases import IN_SENTENCES, class_of_status, said_in
from .definitions import day_in, definition_of, quoted_first, said_after_verb
from .facility_list import ListAsFiled
from .stated import Gathered

_NOT_STATED = frozenset(
    {"", "-", "--", "–", "—", "n/a", "na", "none", "not available", "not provided", "not stated"}
)
_MOST_LABELS = 25
_BOLD = re.compile(r"\b(?:in bold|bold(?:ed|face)?|bold type)\b", re.IGNORECASE)


def statuses_of(
    listed: ListAsFiled | None,
    document: FiledDocument,
    found: Found,
    blocks: Sequence[Block],
    ticked: Sequence[dict[str, Any]],
    into: Gathered,
) -> None:
    """Keeps ``statuses``, those of ticks with them, and of signs ``annex.marks_in`` and ``annex.notes``."""
    places = Places(document.file, blocks)
    entries: list[dict[str, Any]] = []
    where = LineRef(document.file)
    if listed is not None:
        entries = [*ticked, *(() if ticked else _of_column(listed, document, into))]
        where = listed.parts[0].placed[0].row.where
        entries += _of_signs(listed, found, blocks, places, into)
    if entries:
        _keep(entries, where, into)


def status_entry(label: str, document: FiledDocument, where: LineRef, into: Gathered) -> dict[str, Any]:
    """An entry of ``statuses``; where the class of the label is not known, ``other``, and a note says so."""
    kind = class_of_status(label)
    if kind is None:
        message = f"nothing tells what the status '{label}' means to the program; its class is 'other'"
        advice = "Choose its class below statuses in disclosure.yml, if another one is right."
        into.doubt(message, where, advice)
    entry: dict[str, Any] = {"label": label, "class": str(kind or StatusClass.OTHER)}
    definition = definition_of(label, document)
    if definition is not None:
        entry["definition"] = definition.text
        into.know(("definition", label), definition.text, definition)
        if day := day_in(definition.text):
            entry["as_of"] = day
    return entry


def _keep(entries: list[dict[str, Any]], row: LineRef, into: Gathered) -> None:
    """The place is that of the first definition, or of the first row of the list where there is none."""
    first = next((one for one in into.facts if one.path[0] == "definition"), None)
    where = first.where if first else row
    labels = ", ".join(entry["label"] for entry in entries)
    into.know(("statuses",), entries, Passage(first.words if first else labels, where))


def _of_column(listed: ListAsFiled, document: FiledDocument, into: Gathered) -> Iterator[dict[str, Any]]:
    """An entry for each word of the column of statuses, in the order of the rows."""
    labels: dict[str, tuple[str, LineRef]] = {}
    for part in listed.parts:
        for row, placed in zip(part.rows, part.placed, strict=True):
            text = _unsigned(row.get("status", ""))
            if text.casefold() not in _NOT_STATED:
                labels.setdefault(text.casefold(), (text, placed.row.where))
    if len(labels) > _MOST_LABELS:
        message = f"the column of statuses has {len(labels)} different words; is it one?"
        where = next(iter(labels.values()))[1]
        into.doubt(message, where, "Look at the entry annex in disclosure.yml.")
    for label, where in labels.values():
        yield status_entry(label, document, where, into)


def _unsigned(text: str) -> str:
    return re.sub(r"\s*[*†‡§#^⁰¹²³⁴⁵⁶⁷⁸⁹]+$", "", text)


def _of_signs(
    listed: ListAsFiled, found: Found, blocks: Sequence[Block], places: Places, into: Gathered
) -> list[dict[str, Any]]:
    """The statuses that signs at the names tell; signs that tell something else are notes of the list."""
    placed = [one for part in listed.parts for one in part.placed]
    used = Counter(mark for one in placed for mark in one.marks if mark != BOLD)
    explained = _explained(used, _legend(found.others, places), _behind(placed, blocks))
    entries, notes = [], []
    for mark in sorted(used, key=lambda one: (len(one), one)):
        passage = explained.get(mark)
        if passage is None:
            where = next(one for one in placed if mark in one.marks).row.where
            message = f"nothing explains the sign '{mark}', which {used[mark]} rows have"
            advice = "Say what it means below statuses or annex.notes in disclosure.yml."
            into.doubt(message, where, advice)
            continue
        entry = _status_of_sign(mark, passage, into)
        if entry is None:
            notes.append({"mark": mark, "text": passage.text})
            into.know(("annex", "notes", mark), passage.text, passage)
        else:
            entries.append(entry)
    entries += _of_bold(placed, found.others, places, into)
    if explained and (entries or notes):
        into.know(("annex", "marks_in"), "name", next(iter(explained.values())))
    if notes:
        into.forget(fact.path for fact in into.facts if fact.path[:2] == ("annex", "notes"))
        into.know(("annex", "notes"), notes, next(p for m, p in explained.items() if m == notes[0]["mark"]))
    return entries


def _behind(placed: Sequence[PlacedRow], blocks: Sequence[Block]) -> set[int]:
    """The blocks that stand behind the first row of the list, by identity."""
    rows = {(one.block.line, one.block.table) for one in placed}
    first = next((at for at, block in enumerate(blocks) if (block.line, block.table) in rows), 0)
    return {id(block) for block in blocks[first:]}


def _explained(
    used: Collection[str], legend: Iterable[tuple[str, Passage, Block]], behind: Collection[int]
) -> dict[str, Passage]:
    """Sign to what explains it: behind the first row of the list, or else nearest before it."""
    before: dict[str, Passage] = {}
    found: dict[str, Passage] = {}
    for mark, passage, block in legend:
        if mark in used and id(block) in behind:
            found.setdefault(mark, passage)
        elif mark in used:
            before[mark] = passage
    return before | found


def _legend(others: Sequence[Block], places: Places) -> Iterator[tuple[str, Passage, Block]]:
    """Sign, explanation and block: in one cell or two, or the sign is raised before its text."""
    for block in others:
        texts = " ".join(cell.text for cell in block.cells if cell.text)
        found = LEGEND.match(texts)
        pairs = [
            (mark.strip("()"), cell.text) for cell in block.cells for mark in cell.marks[:1] if cell.text
        ]
        pairs += [(found[1], found[2])] if found else []
        for mark, text in pairs:
            yield mark, Passage(text.strip(), places.of(block)), block


def _status_of_sign(mark: str, passage: Passage, into: Gathered) -> dict[str, Any] | None:
    """The status of a sign; None where its explanation is none, or denies one."""
    text = passage.text
    label = quoted_first(text)
    if not label or class_of_status(label) is None:
        given, denied = said_in(text.partition(". ")[0], IN_SENTENCES)
        if len(given) != 1 or denied:
            return None
        label = phrase_in(text)
    entry: dict[str, Any] = {
        "label": label,
        "class": str(class_of_status(label) or _class_in(text)),
        "mark": mark,
    }
    entry["definition"] = said_after_verb(text) if quoted_first(text) else text
    into.know(("definition", label), entry["definition"], passage)
    if day := day_in(text):
        entry["as_of"] = day
    return entry


def _class_in(text: str) -> StatusClass:
    return next(iter(said_in(text.partition(". ")[0], IN_SENTENCES)[0]))


def phrase_in(text: str) -> str:
    """The words of the text that give a status, with a capital: ``Conformant``."""
    for phrase in sorted(IN_SENTENCES, key=len, reverse=True):
        words = r"\W+".join(map(re.escape, phrase.split()))
        if found := re.search(rf"\b{words}\b", text, re.IGNORECASE):
            return found[0][0].upper() + found[0][1:]
    return text


def _of_bold(
    placed: Sequence[PlacedRow], others: Sequence[Block], places: Places, into: Gathered
) -> Iterator[dict[str, Any]]:
    """The status of bold letters, where some names have them and a sentence says what they mean."""
    bold = [BOLD in one.marks for one in placed]
    if all(bold) or not any(bold):
        return
    for block in others:
        text = block.text
        if _BOLD.search(text) and len(said_in(text, IN_SENTENCES)[0]) == 1:
            entry = _status_of_sign(BOLD, Passage(text, places.of(block)), into)
            if entry is not None:
                yield entry
                return
