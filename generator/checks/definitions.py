"""Where a report says what a status means: in a sentence, a table, a list or a legend."""

from __future__ import annotations

import re

from .prose import Prose

_MEANS = (
    r"(?:means?|indicat\w+|refers?|denot\w+|stands?\s+for|is\s+defined|are\s+defined|describ\w+"
    r"|designat\w+|signif\w+|(?:is|are)\s+(?:a|an|those|one|the)\b|(?:is|are)\s+used)"
)
_FEWEST = 3
"""Words that say what a label means."""


def is_defined(prose: Prose, label: str) -> bool:
    """Whether the label stands before words that say what it means."""
    plain = r"[\W_]+".join(re.escape(word) for word in re.findall(r"\w+", label))
    said = re.compile(
        rf"[“\"‘]?\b{plain}\b[”\"’]?(?:\s+\([^)]*\))?(?:\s+(?:status|designation|smelters?|refiners?|facilit(?:y|ies)|SORs?))*\s*(?:,\s*in\s+[^,]*,)?\s*{_MEANS}"
        rf"|^\W*{plain}\W*[:–—-]\s+\w+(?:\W+\w+){{{_FEWEST - 1}}}",
        re.IGNORECASE,
    )
    if any(said.search(sentence.text) for sentence in prose.sentences):
        return True
    alone = re.compile(rf"\W*{plain}\W*", re.IGNORECASE)
    return any(
        row and alone.fullmatch(row[0].text) and any(len(cell.text.split()) >= _FEWEST for cell in row[1:])
        for table in prose.tables
        for row in table
    )
