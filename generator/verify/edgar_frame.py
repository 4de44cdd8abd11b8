"""What the documents for EDGAR have around the text of the pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..model import Passage

_NUMBER = re.compile(r"Exhibit \d+\.\d+")
_MARKS = (
    "DRAFT: not signed, not dated and not filed",
    "RESTATED from a filing that was signed and filed elsewhere: not to be submitted",
    "EXAMPLE: no filing of the company that it names",
)


def without_frame(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Without what documents for EDGAR have around the text: the number on top, marks of a draft,
    a restatement or an example.

    Further down the same words are the filer's.
    """
    is_top = True
    for one in passages:
        if one.text in _MARKS:
            continue
        if is_top and _NUMBER.fullmatch(one.text):
            is_top = False
            continue
        is_top = False
        yield one
