"""What else is found in a year of which mistakes leave nothing to show, so that all is told at once."""

from __future__ import annotations

from collections.abc import Iterator

from ..findings import Finding
from ..model import Disclosure
from ..prose.prose import sections_that_cannot_be_read
from .catalogue import Needs, checks_that_need

_ALWAYS = (Needs.ROWS, Needs.SECTIONS)


def check_rest(rest: Disclosure, *, has_facts: bool) -> Iterator[Finding]:
    """The findings of the checks for which there is enough; none comes of a mistake that is told already.

    ``has_facts`` False: the facts are made up, and only rows and sections may be judged.
    """
    needs = (*_ALWAYS, Needs.FACTS) if has_facts else _ALWAYS
    for one in checks_that_need(*needs):
        yield from one.run(rest)
    yield from sections_that_cannot_be_read(rest.sections)
