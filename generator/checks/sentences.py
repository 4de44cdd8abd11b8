"""The sentences of a section as they are written, to be compared with those of another one."""

from __future__ import annotations

import re


def sentences_in(text: str) -> list[str]:
    """The sentences of more than three words, names of facts included, without years."""
    text = re.sub(r"<!--.*?-->|\{%.*?%\}", " ", text, flags=re.DOTALL)
    text = re.sub(r"\b(?:19|20)\d\d\b", "####", text)
    parts = (" ".join(part.split()) for part in re.split(r"(?<=[.!?])\s+|\n\s*\n|\n(?=[-#|])", text))
    return [part for part in parts if len(part.split()) > 3]
