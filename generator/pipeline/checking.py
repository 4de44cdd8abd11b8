"""The checks of a year, each kind over what it needs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from ..checks import claims, files
from ..checks.catalogue import OF_SENTENCE, OF_WORDING, Needs, checks_that_need
from ..checks.prose import Prose
from ..checks.report import without_idle_notes
from ..documents.file_names import reserved_names
from ..documents.printed import not_shown, pictures_can_be_used
from ..documents.unseen import letters_are_seen
from ..findings import Finding
from ..model import Disclosure, LineRef, Route
from ..prose.environment import Markdown
from ..prose.facts import AllFacts
from ..prose.known import known_figures
from ..prose.placed import placed_sections
from ..prose.plain_text import section_tree
from ..prose.prose import RenderedSection
from ..prose.wording.written import written_wording

_MARKUP = re.compile(r"<[a-zA-Z]|!\[")
"""What a section needs for an element that documents may not have."""


def check(
    disclosure: Disclosure, sections: Sequence[RenderedSection], *, is_whole: bool = True
) -> Iterator[Finding]:
    """The findings of every check over the facts, and over the claims of the sections.

    ``is_whole`` False: rows of the list could not be read, and checks that count rows are left out.
    """
    needs = (Needs.ROWS, Needs.SECTIONS, Needs.FACTS, *([Needs.WHOLE_LIST] if is_whole else []))
    found = chain.from_iterable(one.run(disclosure) for one in checks_that_need(*needs))
    yield from without_idle_notes(found, {note for section in sections for note in section.idle_notes})
    yield from files.own_file_name_is_free(
        disclosure, reserved_names(disclosure.year, disclosure.facts.filing.amendment)
    )
    yield from claims.claim_holds([claim for section in sections for claim in section.claims])


def check_documents(disclosure: Disclosure, sections: Sequence[RenderedSection]) -> Iterator[Finding]:
    """What the documents of the filing cannot show of people's sections and pictures."""
    yield from pictures_can_be_used(disclosure)
    yield from letters_are_seen(disclosure)
    if disclosure.facts.has_form or disclosure.facts.form.route is Route.REPORT:
        yield from not_shown(disclosure, [section_tree(one) for one in sections if _MARKUP.search(one.body)])


def check_prose(
    disclosure: Disclosure, facts: AllFacts, tables: Mapping[str, Markdown | None]
) -> Iterator[Finding]:
    """The findings of every check over the report's text; all of its sections can be rendered.

    The texts of the folder ``wording`` are looked through for what a single sentence shows.
    """
    written = placed_sections(disclosure.all_sections, facts, tables)
    prose = Prose(disclosure, written, known_figures(facts))
    wording = Prose(disclosure, tuple(map(written_wording, disclosure.wording)), prose.figures)
    for one in checks_that_need(Needs.PROSE):
        of_sections = tuple(one.run(prose))
        yield from of_sections
        told = {_line_of(found) for found in of_sections}  # of paragraphs, whose words are the wording's
        if one.rule in OF_WORDING:
            yield from (found for found in one.run(wording) if _line_of(found) not in told)


def check_sentence(
    disclosure: Disclosure, facts: AllFacts, tables: Mapping[str, Markdown | None]
) -> Iterator[Finding]:
    """The findings of the checks that need no whole report, over the sentence on top of the overview."""
    stated = tuple(filter(None, [disclosure.overview_sentence]))
    prose = Prose(disclosure, placed_sections(stated, facts, tables), known_figures(facts))
    for one in checks_that_need(Needs.PROSE):
        if one.rule in OF_SENTENCE:
            yield from (replace(found, where=LineRef(*_line_of(found))) for found in one.run(prose))


def _line_of(finding: Finding) -> tuple[str, int | None]:
    where = finding.where
    return where.file, where.line if isinstance(where, LineRef) else None
