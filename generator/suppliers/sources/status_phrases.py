"""What the words of a status list mean. A phrase is known whole, or it is not known.

A word alone decides nothing: "No longer conformant" and "Conformance expired" hold the word, and say the
opposite.
"""

from __future__ import annotations

import re

from ...model import StatusClass
from ...model.folding import fold

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
