"""How a withheld value may stand in a text, and which values are too short or too common to be looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .address_forms import address_forms, telephone_forms
from .comment_forms import comment_forms
from .company_forms import company_forms
from .form import Form, Needs
from .person_forms import person_forms
from .squeezed import squeeze, words_in
from .street_forms import street_forms
from .withheld import Withheld, WithheldKind

MIN_LETTERS = 5
"""Names with fewer letters need more than the letters to be found."""

_GENERIC = re.compile(
    r"\b(?:cmrt|emrt|rmi|cfsi|form|template|final|copy|signed|version|conflict|minerals|reporting"
    r"|rev|v?\d+(?:[._-]\d+)*)\b",
    re.IGNORECASE,
)
"""What names of suppliers' files have in common."""


def forms_of(one: Withheld, ordinary: frozenset[str], own_domains: frozenset[str]) -> Iterator[Form]:
    """What to look for; none for a path. ``ordinary`` words tell nobody, ``own_domains`` no supplier."""
    if one.is_prose:
        yield from comment_forms(one.value, ordinary)
    elif one.kind is WithheldKind.TELEPHONE:
        yield from telephone_forms(one.value)
    elif one.kind is WithheldKind.ADDRESS:
        yield from street_forms(one.value, ordinary)
    elif one.kind is WithheldKind.EMAIL:
        yield from address_forms(one.value, own_domains, ordinary)
    elif one.kind in (WithheldKind.SUPPLIER, WithheldKind.CELL, WithheldKind.NOTE):
        yield from company_forms(one.value, ordinary)
    elif one.kind is WithheldKind.CONTACT:
        yield from person_forms(one.value, ordinary)
    elif one.kind is WithheldKind.FILE:
        yield Form(squeeze(_telling_name(one.value)), starts=(0, 1))
    elif one.kind is not WithheldKind.PATH:
        yield Form.of(words_in(one.value), Needs.WORDS)


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
