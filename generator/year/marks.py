"""Signs in a list of facilities: asterisks, check marks, footnote signs, and what is left of a cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from unicodedata import normalize

_BEFORE_LETTERS = " \t()[],;"
_AROUND = " \t,;"
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


_UNDECLARED = re.compile(
    r"(?:\*+|†+|‡+|§+|¶+|\^+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[(\[][0-9]{1,2}[)\]]"
    r"|(?:(?<=[^\W\d_]{2})|(?<=[.)])|(?<=\w\w ))(?:#+|\++))$"
)
"""What is a sign at the end of a text, whoever declares it. ``C+`` and ``Works 2`` are names."""


def undeclared_sign(text: str, declared: Iterable[str]) -> str | None:
    """The sign at the end of a text that is left when known signs are cut off; None: none, or declared."""
    found = _UNDECLARED.search(text.rstrip(_AROUND))
    if not found or not text[: found.start()].strip(_AROUND):
        return None
    sign = found[0]
    plain = sign.translate(_SUPERSCRIPTS).strip("()[]")
    return None if {sign, plain} & set(declared) else sign


def without_signs(text: str, signs: Iterable[str]) -> tuple[str, tuple[str, ...]]:
    """The text without the known signs at its end, and these, in the order in which they stand there.

    ``*`` is not a part of ``**``. A sign of letters or figures stands apart, in brackets or raised, so that
    the ``1`` of ``Works 1`` is a sign only where a legend has it.
    """
    known = sorted(set(signs), key=len, reverse=True)
    found: list[str] = []
    rest = text.rstrip(_AROUND)
    while sign := next((sign for sign in known if _ends_with(rest, sign)), None):
        found.insert(0, sign)
        rest = _cut(rest, sign).rstrip(_AROUND)
    return (rest, tuple(found)) if rest else (text, ())


def _ends_with(text: str, sign: str) -> bool:
    for shape in _shapes(sign):
        if text.endswith(shape):
            before = text[: -len(shape)]
            if not before or shape != sign:
                return True
            if sign[-1].isalnum() and normalize("NFKC", sign[-1]) == sign[-1]:  # not raised
                return before[-1] in _BEFORE_LETTERS
            return not before.endswith(sign[0])
    return False


def _shapes(sign: str) -> Iterable[str]:
    """How a sign may stand: in brackets, raised, as it is."""
    yield f"({sign})"
    yield f"[{sign}]"
    if sign.isdecimal():
        yield sign.translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))
    yield sign


def _cut(text: str, sign: str) -> str:
    shape = next(shape for shape in _shapes(sign) if text.endswith(shape))
    return text[: -len(shape)]


def is_sign(text: str, signs: Mapping[str, object] | Sequence[str]) -> bool:
    """Whether a cell holds a sign and nothing else."""
    return _plain(text) in {_plain(sign) for sign in signs}


def _plain(sign: str) -> str:
    return sign.translate(_SUPERSCRIPTS).strip(" ()[]") or sign.strip()
