"""``letters.md`` of a year's folder: the filer's words of letters, with ours where it gives none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from ...files.nearest import did_you_mean, nearest
from ...findings import Finding
from ...findings.catalogue import LETTER_HEADING, LETTER_NAME, LETTER_TEXT_MISSING, LETTER_TEXT_UNKNOWN
from ...model import LineRef, WordingCase, WordingFile
from ...model.counted import named as in_words
from ...year.letters import DEFAULT_LETTERS, LETTERS_FILE
from ...year.wording import wording_file
from ..correspondence import NAME, LetterTexts

_ABOUT = ("supplier", "year")
MAY: dict[str, tuple[str, ...]] = {
    "subject": _ABOUT,
    "subject-reminder": _ABOUT,
    "greeting": (*_ABOUT, "contact"),
    "greeting-without-contact": _ABOUT,
    "opening": (*_ABOUT, "template"),
    "opening-unread": _ABOUT,
    "opening-reminder": _ABOUT,
    "workbook": ("file", "details"),
    "workbook-without-details": ("file",),
    "detail-date": ("date",),
    "detail-version": ("version",),
    "detail-scope": ("scope",),
    "correct": (),
    "clarify": (),
    "information": (),
    "table": ("table", "questions"),
    "by": ("answer_by",),
    "without-day": (),
    "closing": _ABOUT,
}
"""Heading of each text to the names that are filled in there."""
_MUST = {"workbook": "file", "workbook-without-details": "file", "table": "table", "by": "answer_by"} | {
    f"detail-{name}": name for name in ("date", "version", "scope")
}
"""A text without this name would say less than the letter needs."""
_LIKE_HEADING = re.compile(r"^[ \t]*#+[ \t]*([\w -]+?)[ \t:#]*$", re.MULTILINE)
"""Headings with two signs and a blank are none of these: they stand above a text, and not in it."""
_BRACES = re.compile(r"[{}]")


@lru_cache(maxsize=1)
def default_texts() -> LetterTexts:
    """Our words, as ``formsd start`` writes them."""
    return LetterTexts(_texts(wording_file(DEFAULT_LETTERS, LETTERS_FILE)))


def read_letters(folder: Path, shown: str) -> tuple[LetterTexts, tuple[Finding, ...]]:
    """The texts, and a finding for each heading and name that is not as it should be.

    Where there is no such file, ours. Raises InputError where it cannot be read.
    """
    path, ours = folder / LETTERS_FILE, default_texts()
    if not path.exists():
        return ours, ()
    file = wording_file(path, f"{shown}/{LETTERS_FILE}")
    texts = {**ours.texts, **_texts(file)}
    is_signed = texts["closing"] != ours.texts["closing"]
    return LetterTexts(texts, is_signed), tuple(_findings(file))


def _texts(file: WordingFile) -> dict[str, str]:
    """The first text below each heading that a letter has."""
    return {one.name: one.text for one in reversed(file.cases) if one.name in MAY}


def _findings(file: WordingFile) -> Iterator[Finding]:
    if file.open_comment:
        message = "a comment has no end, and the texts below it may be part of it"
        where = LineRef(file.file, file.open_comment)
        yield Finding(LETTER_TEXT_UNKNOWN, message, where, "Write --> at its end.")
    seen: set[str] = set()
    for case in file.cases:
        yield from _of_heading(case, file, is_again=case.name in seen)
        seen.add(case.name)
    if missing := [f"'{name}'" for name in MAY if name not in seen]:
        are = "heading is" if len(missing) == 1 else "headings are"
        message = f"{len(missing)} {are} missing: {in_words(missing)}"
        advice = "Our words stand in the letters there. Add the heading with your text, or with none."
        yield Finding(LETTER_TEXT_MISSING, message, LineRef(file.file, 1), advice)


def _of_heading(case: WordingCase, file: WordingFile, *, is_again: bool) -> Iterator[Finding]:
    where = file.where(case)
    if not case.name:
        message = "a text stands above the first heading, and is in no letter"
        yield Finding(LETTER_TEXT_UNKNOWN, message, LineRef(file.file, case.line), "Move it below a heading.")
    elif case.name not in MAY:
        message = f"no letter has a text '{case.name}'"
        known = did_you_mean(case.name, MAY) or f"The headings are {in_words(list(MAY))}."
        yield Finding(LETTER_TEXT_UNKNOWN, message, where, known)
    elif is_again:
        message = f"the heading '{case.name}' stands here again, and this text is in no letter"
        yield Finding(LETTER_TEXT_UNKNOWN, message, where, "Keep one of the two.")
    else:
        yield from _of_names(case, file)
    yield from _of_lines(case, file)


def _of_lines(case: WordingCase, file: WordingFile) -> Iterator[Finding]:
    """LT-004: ``# closing`` inside a text, which would stand in the letters."""
    for found in _LIKE_HEADING.finditer(case.text):
        name = nearest(found[1].lower().replace(" ", "-"), MAY, cutoff=0.8)
        if name:
            message = (
                f"the line '{found[0].strip()}' looks like a heading, and is part of the text '{case.name}'"
            )
            advice = f"Write '## {name}', at the beginning of the line, if it is one."
            yield Finding(LETTER_HEADING, message, _at(case, found.start(), file), advice)


def _of_names(case: WordingCase, file: WordingFile) -> Iterator[Finding]:
    """Names that a text may not have, braces that belong to none, and a name that is missing."""
    may = MAY[case.name]
    filled = ""
    end = 0
    for found in NAME.finditer(case.text):
        name = found[1] or found[2]
        filled += case.text[end : found.start()] + " " * len(found[0])
        end = found.end()
        if name not in may:
            message = f"the text '{case.name}' has no name '{name}', which stays in the letters as it is"
            there = f"It has {in_words([f'{{{{ {one} }}}}' for one in may])}." if may else "It has no names."
            advice = did_you_mean(name, may) or there
            yield Finding(LETTER_NAME, message, _at(case, found.start(), file), advice)
    filled += case.text[end:]
    if brace := _BRACES.search(filled):
        message = f"a brace of the text '{case.name}' belongs to no name, and stays in the letters"
        advice = "Write a name between two braces on each side, such as {{ supplier }}."
        yield Finding(LETTER_NAME, message, _at(case, brace.start(), file), advice)
    must = _MUST.get(case.name)
    if must and case.text and not any(must in (one[1], one[2]) for one in NAME.finditer(case.text)):
        message = f"the text '{case.name}' does not say {{{{ {must} }}}}"
        yield Finding(LETTER_NAME, message, LineRef(file.file, case.line), "Add the name where it belongs.")


def _at(case: WordingCase, offset: int, file: WordingFile) -> LineRef:
    return LineRef(file.file, case.line + case.text.count("\n", 0, offset))
