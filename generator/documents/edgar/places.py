"""Where in the sources stands what a document of the filing does not show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ...findings import Finding
from ...findings.catalogue import EDGAR_ADDRESS, EDGAR_NESTED_TABLE
from ...model import Disclosure, LineRef
from ..section_lines import lines_with
from .convert import Noted

_MESSAGES = {
    EDGAR_NESTED_TABLE: (
        "{what} becomes lines of text in the files for EDGAR, which refuses it",
        "Make two tables of it.",
    ),
    EDGAR_ADDRESS: (
        "{what} stands behind other words, and the files for EDGAR may not link to it: there it is not seen",
        "Write the address into the sentence, if the filing is to show it.",
    ),
}


def findings(disclosure: Disclosure, noted: Iterable[Noted]) -> Iterator[Finding]:
    """What was noted of the sections that people write, each at the lines where its fragment stands.

    What the pages themselves bring along, such as their scripts, is no finding.
    """
    for note in dict.fromkeys(noted):
        message, advice = _MESSAGES[note.rule]
        for place in _places(disclosure, note):
            yield Finding(note.rule, message.format(what=note.what), place, advice)


def _places(disclosure: Disclosure, noted: Noted) -> Iterator[LineRef]:
    """The lines with the fragment."""
    fragment = re.compile(re.escape(noted.fragment), re.IGNORECASE)
    return (place for place, _ in lines_with(disclosure, fragment))
