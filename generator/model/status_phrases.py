"""What the words for a status mean, of a status list and of a legend.

In a cell of a list a phrase is known whole, or it is not known. A word alone decides nothing: "No longer
conformant" and "Conformance expired" hold the word, and say the opposite. In the sentences of a legend a
phrase is given, or denied by what stands beside it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeVar

from .folding import fold
from .vocabulary import StatusClass

_BESIDE = re.compile(
    r"\b(?:rmi|rmap|cfsi|cfsp|ccci|lbma|rjc|responsible minerals assurance process|third party|3rd party"
    r"|rmap assessed|audited|assessed|validated|listed|smelters?|refiners?|facilit(?:y|ies)|status|list"
    r"|full|fully|with|to|by|in(?! active)|under|of|the|program|programme|standard|protocol)\b"
)
"""What may stand beside the word that means a class, and changes nothing in it, but not in ``in-active``."""
_SIGN = re.compile(r"[^\w\s\-\u2010-\u2015/().,:;\[\]\"'“”‘’]")
"""A sign may take back what the word says: a question mark, a cross, a star of a footnote."""

_CORES: tuple[tuple[StatusClass, frozenset[str]], ...] = (
    (StatusClass.CONFORMANT, frozenset({"conformant", "conforming", "compliant"})),
    (
        StatusClass.ACTIVE,
        frozenset({"active", "in progress", "assessment in progress", "audit in progress", "in process"}),
    ),
    (
        StatusClass.NOT_CONFORMANT,
        frozenset({
            "not conformant", "non conformant", "nonconformant", "non conforming", "not conforming",
            "not compliant", "non compliant", "noncompliant",
        }),
    ),
    (
        StatusClass.NOT_ENROLLED,
        frozenset({
            "in communication", "outreach required", "outreach", "communication suspended not interested",
            "not enrolled", "due diligence vetting process", "due diligence review unable to proceed",
            "not applicable",
        }),
    ),
    (
        StatusClass.INDETERMINABLE,
        frozenset({"indeterminable", "indeterminate", "undeterminable", "undetermined", "unknown"}),
    ),
)  # fmt: skip
"""Class to its phrases, without what may stand beside them. Source: RMI's lists of 2016 to 2026."""


def class_of_status(text: str) -> StatusClass | None:
    """What a status means; None where the phrase as a whole is not known, whatever words it holds."""
    return None if _SIGN.search(text) else _BY_CORE.get(_core(text))


def _core(text: str) -> str:
    """The phrase, folded, without what may stand beside it."""
    return " ".join(_BESIDE.sub(" ", fold(text)).split())


_BY_CORE = {_core(phrase): kind for kind, phrases in _CORES for phrase in phrases}

_T = TypeVar("_T")

_CLAUSE = re.compile(r"[.;:()\[\]]|\s[-\u2010-\u2015]\s")
"""What ends a clause: beyond it, nothing denies."""
_TURNED = re.compile(
    r"\b(?:no longer|formerly|previously|ceased|removed|expired|lapsed|withdrawn|revoked|suspended|lost"
    r"|until|terminated|delisted|failed)\b"
)
"""What turns a status into its opposite wherever it stands in the clause."""
_DENIED_BEFORE = re.compile(r"\b(?:not|never|nor|neither|without|non)(?: \w+){0,2} $")
"""What denies the words right behind it."""
IN_SENTENCES: Mapping[str, StatusClass] = {
    **{phrase: kind for kind, phrases in _CORES for phrase in phrases},
    **dict.fromkeys(
        ("conformance", "conformity", "compliance", "conform", "conforms"), StatusClass.CONFORMANT
    ),
}
"""Phrase of a sentence to the class that it gives."""


def said_in(text: str, phrases: Mapping[str, _T]) -> tuple[dict[_T, str], dict[_T, str]]:
    """What a text gives and what it denies, each with its clause; of two phrases the longer one counts.

    ``phrases`` are folded. "Conformant" is denied by "no longer conformant" and "removed from the conformant
    list".
    """
    given: dict[_T, str] = {}
    denied: dict[_T, str] = {}
    for clause in _CLAUSE.split(text):
        left = f" {fold(clause)} "
        for phrase in sorted(phrases, key=lambda one: (-len(one), one)):
            while (at := left.find(f" {phrase} ")) >= 0:
                before, after = left[: at + 1], left[at + 1 + len(phrase) :]
                is_denied = _TURNED.search(before + after) or _is_denied(before, phrase)
                (denied if is_denied else given).setdefault(phrases[phrase], clause.strip())
                left = f"{before}|{after}"
    return given, denied


def _is_denied(before: str, phrase: str) -> bool:
    """``in-active`` is denied; ``in conformance`` is not."""
    return (phrase == "active" and before.endswith(" in ")) or bool(_DENIED_BEFORE.search(before))
