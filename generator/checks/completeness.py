"""What must stand in the report: Item 1.01 of the form, the steps of the framework, units and definitions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..findings import Finding
from ..findings.catalogue import (
    COUNT_UNIT,
    ITEM_OPEN,
    LINK_MISSING,
    SIGNER_TITLE,
    STATUS_UNEXPLAINED,
    STEP_EMPTY,
    WEBSITE_YEAR,
)
from ..model import Disclosure, Route
from .definitions import is_defined
from .judged import judged_figures
from .judgement import Verdict
from .phrases import Phrase
from .phrases.items import ITEMS, STEP_HEADINGS, STEP_OPENINGS
from .prose import Prose, Sentence

_FEWEST_WORDS = 20
"""A step that says less says nothing."""
_BEGINNING = 110
"""Characters of a paragraph in which it may say which step it tells."""

_NUMBERS = ("", "one", "two", "three", "four", "five")


@dataclass(frozen=True)
class _Item:
    """Something that Item 1.01 asks for; a source of a fact or words of the text show that it is there."""

    name: str
    source: str

    @property
    def words(self) -> Phrase:
        return ITEMS[self.name]


_INQUIRY, _RESULT = _Item("inquiry", r"survey\."), _Item("result", r"origins\.")
_ITEMS = {
    Route.INQUIRY: (_INQUIRY, _RESULT),
    Route.STAFF_STATEMENT: (_INQUIRY, _RESULT),
    Route.REPORT: (
        _INQUIRY,
        _RESULT,
        _Item("framework", r"framework\."),
        _Item("measures", r"due_diligence\."),
        _Item("products", r"products\."),
        _Item("facilities", r"facilities\."),
        _Item("origin", r"origins\."),
        _Item("mine", r"mines\."),
        _Item("steps", r"steps\."),
    ),
}

_UNIT = re.compile(
    r"\bannex\s+rows?\b|\bone\s+facility\s+for\s+one\s+metal\b|\bfor\s+each\s+(?:of\s+them|metal)\b|\bdistinct\b"
    r"|\bmore\s+than\s+one\s+metal\b|\bseveral\s+metals\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"\b(?:officer|president|chief|counsel|treasurer|secretary|director|controller|chair\w*|C[EFO]O)\b",
    re.IGNORECASE,
)


def item_is_answered(prose: Prose) -> Iterator[Finding]:
    """CP-002: the report says what Item 1.01 of Form SD asks of the route that was taken."""
    text = "\n".join(section.text for section in prose.of_report)
    for item in _ITEMS[prose.disclosure.facts.form.route]:
        has_fact = any(re.match(item.source, source) for source in prose.sources)
        if not has_fact and not item.words.regex.search(text):
            message = f"nothing in the report tells {item.words.name}"
            yield Finding(
                ITEM_OPEN, message, prose.start, "Write it; 'formsd start' has sections to begin from."
            )


def oecd_step_has_content(prose: Prose) -> Iterator[Finding]:
    """CP-001: due diligence by the OECD guidance has five steps, and each is told."""
    if prose.disclosure.facts.form.route is not Route.REPORT:
        return
    for number, words in enumerate(STEP_HEADINGS, start=1):
        about = words.name
        step = rf"\bstep\s+#?(?:{number}|{_NUMBERS[number]})\b"
        told = f"{step}|{words.pattern}"
        headings = [heading for heading in prose.headings if re.search(told, heading.text, re.IGNORECASE)]
        named = [h for h in headings if re.search(r"\bstep\b", h.text, re.IGNORECASE)] or headings
        if not named:
            if _is_told_at_a_beginning(
                prose, re.compile(f"{step}|{STEP_OPENINGS[number - 1].pattern}", re.IGNORECASE)
            ):
                continue
            message = f"no heading tells step {number} of the OECD guidance ({about})"
            yield Finding(STEP_EMPTY, message, prose.start, "Say under a heading of its own what was done.")
        elif all(len(heading.below.split()) < _FEWEST_WORDS for heading in named):
            message = (
                f"'{named[0].text}' says hardly anything of step {number} of the OECD guidance ({about})"
            )
            yield Finding(STEP_EMPTY, message, named[0].where, "Say what was done in the period.")


def _is_told_at_a_beginning(prose: Prose, told: re.Pattern[str]) -> bool:
    """Whether the first words of a paragraph, an item or a cell tell it, as reports without headings do."""
    begun: dict[tuple[str, int], Sentence] = {}
    for sentence in prose.sentences:
        begun.setdefault(
            (sentence.section.file, sentence.start if sentence.is_cell else sentence.block), sentence
        )
    return any(told.search(sentence.words[:_BEGINNING]) for sentence in begun.values())


def count_says_its_unit(prose: Prose) -> Iterator[Finding]:
    """CP-003: a number of facilities counts rows, one for each metal, and there are fewer names than rows."""
    yield from _typed_units(prose)
    rows = prose.disclosure.smelters
    names = {row.called.casefold() for row in rows}
    if len(names) == len(rows):
        return
    for section in prose.sections:
        sources = {run.source: run.start for run in reversed(section.runs)}
        at = sources.get("facilities.total")
        has_names = any(source.endswith("distinct_names") for source in sources)
        if at is not None and not has_names and not _UNIT.search(section.text):
            message = (
                f"{len(rows)} counts a facility once for each metal; there are {len(names)} distinct names"
            )
            advice = "Say so where the number stands, for example with {{ claim.unit_of_counting() }}."
            yield Finding(COUNT_UNIT, message, section.place(at), advice)


def _typed_units(prose: Prose) -> Iterator[Finding]:
    """Numbers that were typed: ``unique`` is said of rows."""
    for one in prose.once(judged_figures):
        if one.verdict is Verdict.UNIT:
            figure = one.figure
            message = f"'{figure.text}' counts a facility once for each metal; {one.says}"
            advice = "Leave 'unique' out, or write {{ facilities.distinct_names }}."
            yield Finding(COUNT_UNIT, message, figure.sentence.place(figure.start, figure.end), advice)


def status_is_explained(prose: Prose) -> Iterator[Finding]:
    """CP-004: a report that gives a status says what the word means."""
    if not prose.of_report or prose.disclosure.facts.form.route is not Route.REPORT:
        return
    is_restated = prose.disclosure.facts.filing.is_restated
    for number, status in enumerate(prose.disclosure.facts.statuses):
        is_used = any(row.status == status for row in prose.disclosure.smelters)
        if status.definition is None and is_restated:
            continue  # the filing does not say it, and nobody can make it say so
        is_printed = f"statuses[{number}].definition" in prose.sources
        if is_used and not is_printed and not is_defined(prose, status.label):
            message = f"the report does not say what the status '{status.label}' means"
            advice = "Print {{ table.status_definitions }} beside the results."
            where = prose.start
            if status.definition is None:  # the table would have nothing to print
                advice = f"Say it in statuses[{number + 1}].definition. {advice}"
                where = prose.disclosure.where("statuses", number, "definition")
            yield Finding(STATUS_UNEXPLAINED, message, where, advice)


def website_is_of_this_year(disclosure: Disclosure) -> Iterator[Finding]:
    """CP-005: the address in the form leads to this year's page, and stays when the next year comes."""
    url = disclosure.facts.registrant.disclosure_url
    if url is not None and not re.search(rf"(?<!\d){disclosure.year}(?!\d)", url):
        message = f"the address '{url}' does not name the year {disclosure.year}"
        advice = f"Give the exact page, for example https://…/{disclosure.year}/, not a list of filings."
        where = disclosure.where("registrant", "disclosure_url")
        yield Finding(WEBSITE_YEAR, message, where, advice)


def links_are_given(disclosure: Disclosure) -> Iterator[Finding]:
    """CP-006: what the report names, a policy or a way to raise a grievance, can be found."""
    for name, link in (("policy", disclosure.facts.policy), ("grievance", disclosure.facts.grievance)):
        if link and link.url is None:
            message = f"no web address is given for the {name} '{link.name}'"
            advice = f"Fill {name}.url in disclosure.yml, if it is public."
            yield Finding(LINK_MISSING, message, disclosure.where(name, "url"), advice)


def signer_is_an_officer(disclosure: Disclosure) -> Iterator[Finding]:
    """CP-007: Form SD is signed by an executive officer."""
    signatory = disclosure.facts.filing.signatory
    if signatory and not _OFFICE.search(signatory.title):
        message = f"the signatory's title '{signatory.title}' is not that of an executive officer"
        where = disclosure.where("filing", "signatory", "title")
        yield Finding(SIGNER_TITLE, message, where, "Check who signs, and the title.")
