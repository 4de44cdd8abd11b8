"""Checks of further exhibits."""

from __future__ import annotations

from collections.abc import Iterator

from ..findings import Finding
from ..findings.catalogue import EXHIBIT_LEFT_OUT
from ..model import Disclosure, LineRef
from ..prose.safe_html import safe_html


def exhibit_is_shown_whole(disclosure: Disclosure) -> Iterator[Finding]:
    """DC-006: of an exhibit's HTML, everything is shown."""
    for exhibit in disclosure.exhibits:
        if exhibit.suffix == ".htm":
            for one in safe_html(exhibit.text, level=2, prefix=exhibit.key).left_out:
                message = f"of the exhibit, {one.what} is left out, on the website and in all documents"
                advice = "Look at the exhibit's page. What is missing, say in words."
                yield Finding(EXHIBIT_LEFT_OUT, message, LineRef(exhibit.file, one.line), advice)
