"""The comparison as lines: section file by section file, then values from the data, then what no file has."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from ..findings import printable
from ..model import CellRef, LineRef
from ..model.counted import counted
from .edits import Compared, Edit, Piece

_CONTEXT = 60
"""Letters of unchanged words that stay in sight beside a change."""
_NOT_COMPARED = "Not compared: fonts, sizes, colors, spaces, and what a picture shows."
_DONE = {
    "changed": "changed",
    "new": "new",
    "gone": "deleted",
    "moved": "moved",
    "split": "made two",
    "joined": "joined with the next",
    "looks": "looks otherwise",
    "unread": "is not compared",
}
Line = tuple[str, bool]
"""A text, and whether it is a heading."""


def as_lines(compared: Compared, patch: str = "") -> Iterator[Line]:
    """The list to work through. ``patch`` is the name of the file with the patch; empty: none was written."""
    edits = compared.edits
    if not edits:
        yield f"Counsel's file says what the year says, and there are no comments. {_NOT_COMPARED}", False
        return
    numbers = itertools.count(1)
    in_text = [edit for edit in edits if not _is_of_data(edit)]
    files = dict.fromkeys(edit.where.file if edit.where else "" for edit in in_text)
    for file in [*filter(None, files), *(name for name in files if not name)]:
        yield file or "Words that stand in no file of the year", True
        for edit in in_text:
            if (edit.where.file if edit.where else "") == file:
                yield from _lines(edit, next(numbers))
    of_data = [edit for edit in edits if _is_of_data(edit)]
    if of_data:
        yield "Values from the data: these change with the fact, and not in the text", True
        for edit in of_data:
            yield from _lines(edit, next(numbers))
    yield _summary(edits), False
    yield _NOT_COMPARED, False
    if patch:
        yield (
            f"Written: {patch}. Read it, then apply it from the folder above the data: git apply -p0 {patch}",
            False,
        )


def _is_of_data(edit: Edit) -> bool:
    """Whether the edit is about values or rows alone."""
    return isinstance(edit.where, CellRef) or (bool(edit.values) and not edit.ops and edit.kind == "changed")


def _lines(edit: Edit, number: int) -> Iterator[Line]:
    yield f"{number}. {_place(edit)}: {_what(edit)}{_who(edit)}", False
    if edit.kind == "comment":
        yield f"   “{_plain(edit)}”", False
        yield f"   beside: {edit.near} …", False
        return
    shown = "".join(_shown(edit.pieces))
    if shown:
        yield f"   {shown}", False
    yield from ((f"   {text}", False) for text in edit.looks)
    for value in edit.values:
        yield f"   value: “{value.before}” became “{value.after}”; it comes from {value.fact}", False
    if edit.near and (edit.where is None or edit.kind == "new"):
        yield f"   behind: {edit.near} …", False
    if edit.by_hand:
        yield f"   By hand: {edit.by_hand}.", False
    elif edit.is_in_patch:
        yield f"   In the patch{', but not how words look' if edit.looks else ''}.", False


def _place(edit: Edit) -> str:
    if isinstance(edit.where, LineRef) and edit.where.line:
        return f"line {edit.where.line}" if not _is_of_data(edit) else f"{edit.where.file}:{edit.where.line}"
    return str(edit.where) if edit.where else "no line"


def _what(edit: Edit) -> str:
    return "comment" if edit.kind == "comment" else f"{edit.what} {_DONE[edit.kind]}"


def _who(edit: Edit) -> str:
    if not edit.authors:
        return ""
    names = ", ".join(edit.authors)
    return f" of {names}" if edit.kind == "comment" else f" (tracked, {names})"


def _plain(edit: Edit) -> str:
    return "".join(piece.text for piece in edit.pieces)


def _shown(pieces: Sequence[Piece]) -> Iterator[str]:
    """The words with ``[-what is gone-]`` and ``{+what is new+}``; long unchanged ones are cut."""
    for at, piece in enumerate(pieces):
        if piece.kind == "gone":
            yield f"[-{piece.text}-]"
        elif piece.kind == "new":
            yield f"{{+{piece.text}+}}"
        else:
            yield _cut(piece.text, is_first=at == 0, is_last=at == len(pieces) - 1)


def _cut(text: str, *, is_first: bool, is_last: bool) -> str:
    if is_first and is_last:
        return text if len(text) <= 2 * _CONTEXT else f"{text[: 2 * _CONTEXT].rstrip()} …"
    if is_first:
        return text if len(text) <= _CONTEXT else f"… {text[-_CONTEXT:].lstrip()}"
    if is_last:
        return text if len(text) <= _CONTEXT else f"{text[:_CONTEXT].rstrip()} …"
    return text if len(text) <= 2 * _CONTEXT else f"{text[:_CONTEXT].rstrip()} … {text[-_CONTEXT:].lstrip()}"


def _summary(edits: Sequence[Edit]) -> str:
    comments = sum(edit.kind == "comment" for edit in edits)
    of_data = sum(_is_of_data(edit) for edit in edits)
    placed = sum(edit.is_in_patch for edit in edits)
    unread = sum(edit.kind == "unread" for edit in edits)
    others = len(edits) - comments - of_data - unread
    left = f" {counted(unread, 'thing')} of the file could not be compared." if unread else ""
    return (
        f"{counted(others, 'change')} of the text, {of_data:,} of values or rows,"
        f" {counted(comments, 'comment')}; {placed:,} in the patch. Nothing was imported.{left}"
    )


def printable_lines(lines: Iterator[Line]) -> Iterator[Line]:
    """The lines as a terminal may show them: a file from elsewhere may hold what it would obey."""
    return ((printable(text), is_heading) for text, is_heading in lines)
