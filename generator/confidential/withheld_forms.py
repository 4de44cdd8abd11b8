"""How a withheld value may stand in a text, and which values are too short or too common to be looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .squeezed import squeeze
from .withheld import Withheld, WithheldKind

MIN_LETTERS = 5
"""Values with fewer letters and digits are too common to be searched for."""

_LEAST_WORDS_OF_COMMENT = 3
_LEAST_LETTERS_OF_COMMENT = 12
_MOST_LETTERS_OF_COMMENT = 60
"""A longer comment is found by its beginning."""
_LEAST_DIGITS = 7
_LONGEST_NATIONAL_NUMBER = 10

_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\s*[\n\r]+\s*")
_GENERIC = re.compile(
    r"\b(?:cmrt|emrt|rmi|cfsi|form|template|final|copy|signed|version|conflict|minerals|reporting"
    r"|rev|v?\d+(?:[._-]\d+)*)\b",
    re.IGNORECASE,
)
"""What names of suppliers' files have in common."""


def forms_of(one: Withheld) -> Iterator[tuple[str, bool]]:
    """Squeezed texts to look for, and whether a word must end there. None for a path."""
    if one.is_prose:
        yield from _of_comment(one.value)
    elif one.kind is WithheldKind.TELEPHONE:
        yield from ((digits, True) for digits in _of_telephone(one.value))
    elif one.kind is WithheldKind.FILE:
        yield squeeze(_telling_name(one.value)), True
    elif one.kind is not WithheldKind.PATH:
        yield squeeze(one.value), True


def _of_comment(text: str) -> Iterator[tuple[str, bool]]:
    """Each sentence or line of a comment that is long enough to be told from a common phrase."""
    for sentence in _SENTENCE.split(text):
        form = squeeze(sentence)
        if len(sentence.split()) >= _LEAST_WORDS_OF_COMMENT and len(form) >= _LEAST_LETTERS_OF_COMMENT:
            yield form[:_MOST_LETTERS_OF_COMMENT], len(form) <= _MOST_LETTERS_OF_COMMENT


def _of_telephone(text: str) -> Iterator[str]:
    """The digits, and without the code of the country."""
    digits = re.sub(r"\D", "", text)
    if len(digits) >= _LEAST_DIGITS:
        yield digits
    if len(digits) > _LONGEST_NATIONAL_NUMBER:
        yield digits[-_LONGEST_NATIONAL_NUMBER:]


def _telling_name(name: str) -> str:
    """The file's name, without its ending where that is of several words; empty where all have such names."""
    stem = name.rpartition(".")[0] or name
    telling = _GENERIC.sub("", stem.replace("_", " "))
    if len(squeeze(telling)) < MIN_LETTERS:
        return ""
    return name if stem.isalpha() else stem


def folders_of(path: str) -> list[str]:
    """The folders of a path. One alone tells nothing: ``/app`` may be an address of the site as well."""
    return [part for part in re.split(r"[\\/]", path) if part]


def is_inside(path: str, others: list[str]) -> bool:
    """Whether the path leads into another one, whose search finds it too."""
    parts = folders_of(path)
    starts = [folders_of(other) for other in others]
    return any(len(start) < len(parts) and parts[: len(start)] == start for start in starts)


def path_needles(path: str) -> list[str]:
    """The last two folders in lower case, as a file's bytes may join them."""
    last = folders_of(path.lower())[-2:]
    return [joint.join(last) for joint in ("/", "\\", "\\\\", "\\/", "%2f", "%5c")]


def path_pattern(path: str) -> re.Pattern[str]:
    """The path with either kind of slash, in any case."""
    joined = r"[\\/]+".join(map(re.escape, folders_of(path)))
    root = r"[\\/]" if path[:1] in "\\/" else ""
    return re.compile(rf"(?<![\w.~-]){root}{joined}(?![\w-])", re.IGNORECASE)
