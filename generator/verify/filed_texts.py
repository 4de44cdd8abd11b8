"""Facts of an imported year that are words: definitions, the web address, the exhibits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..filed.values import FiledDocument
from ..model import Disclosure
from ..model.counted import counted
from ..model.folding import fold


def compared_texts(disclosure: Disclosure, filed: FiledDocument) -> Iterator[str]:
    """What was held against the document and is there word by word; of a year that was imported."""
    if not disclosure.facts.filing.imported:
        return
    texts = [line.text for line in filed.lines]
    folded = [fold(text) for text in texts]
    definitions = [status.definition for status in disclosure.facts.statuses if status.definition]
    there = sum(any(fold(definition) in text for text in folded) for definition in definitions)
    if there:
        yield f"{there} of {counted(len(definitions), 'definition')} of a status"
    address = disclosure.facts.registrant.disclosure_url
    bare = re.sub(r"^https?://", "", address) if address else ""
    if bare and any(bare in text for text in texts):
        yield "the web address of the disclosure"
    numbers = dict.fromkeys(["1.01", *(exhibit.number for exhibit in disclosure.facts.exhibits)])
    listed = [
        number for number in numbers if any(re.search(rf"exhibit {number}\b", text, re.I) for text in texts)
    ]
    if disclosure.facts.has_form and listed:
        yield f"the list of exhibits ({', '.join(listed)})"
