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
from .prose import Prose

_FEWEST_WORDS = 20
"""A step that says less says nothing."""

_STEPS = {
    1: ("management systems", r"management\s+system"),
    2: ("identifying and assessing risk", r"(?:identif|assess)\w*[^\n]*risk"),
    3: (
        "responding to risks",
        r"(?:respon[ds]|strategy|mitigat)\w*[^\n]*risk|risk[^\n]*(?:response|mitigat)",
    ),
    4: ("independent audits", r"\baudit"),
    5: ("public reporting", r"\breport"),
}
"""Step of the OECD guidance to what it is about, and how a heading names it."""
_NUMBERS = ("", "one", "two", "three", "four", "five")


@dataclass(frozen=True)
class _Item:
    """Something that Item 1.01 asks for; a source of a fact or words of the text show that it is there."""

    what: str
    source: str
    words: str


_INQUIRY = _Item(
    "the reasonable country of origin inquiry, Item 1.01(a)", r"survey\.", r"country\s+of\s+origin\s+inquiry"
)
_RESULT = _Item("what the inquiry determined, Item 1.01(b)", r"origins\.", r"\b(?:determin|conclu)\w*")
_ITEMS = {
    Route.INQUIRY: (_INQUIRY, _RESULT),
    Route.STAFF_STATEMENT: (_INQUIRY, _RESULT),
    Route.REPORT: (
        _INQUIRY,
        _RESULT,
        _Item(
            "the framework of the due diligence, Item 1.01(c)(1)(i)",
            r"framework\.",
            r"\bOECD\b|Economic\s+Co-?operation|(?:inter)?nationally\s+recogni[sz]ed",
        ),
        _Item(
            "the measures of due diligence, Item 1.01(c)(1)(i)", r"due_diligence\.", r"\bdue\s+diligence\b"
        ),
        _Item("the products, Item 1.01(c)(2)", r"products\.", r"\bproducts?\b[^.]*\b(?:cover|manufactur)"),
        _Item("the facilities, Item 1.01(c)(2)", r"facilities\.", r"\b(?:smelter|refiner|facilit)"),
        _Item(
            "the country of origin of the minerals, Item 1.01(c)(2)",
            r"origins\.",
            r"\bcountr\w+\s+of\s+origin\b(?!\s+inquiry)",
        ),
        _Item(
            "the efforts to find the mine or location of origin, Item 1.01(c)(2)",
            r"mines\.",
            r"\b(?:mines?\s+or\s+(?:other\s+)?locations?|locations?\s+of\s+origin|mines?\s+of\s+origin)\b",
        ),
        _Item(
            "the steps to mitigate risk and improve due diligence, Item 1.01(c)",
            r"steps\.",
            r"\b(?:future\s+steps|steps\s+to\s+be\s+taken|actions\s+to\s+be\s+taken|next\s+steps|improv\w+"
            r"|plans?\s+to|intends?\s+to|will\s+continue)\b",
        ),
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
        if not has_fact and not re.search(item.words, text, re.IGNORECASE):
            message = f"nothing in the report tells {item.what}"
            yield Finding(
                ITEM_OPEN, message, prose.start, "Write it; 'formsd start' has sections to begin from."
            )


def oecd_step_has_content(prose: Prose) -> Iterator[Finding]:
    """CP-001: due diligence by the OECD guidance has five steps, and each is told."""
    if prose.disclosure.facts.form.route is not Route.REPORT:
        return
    for number, (about, words) in _STEPS.items():
        told = rf"\bstep\s+(?:{number}|{_NUMBERS[number]})\b|{words}"
        headings = [heading for heading in prose.headings if re.search(told, heading.text, re.IGNORECASE)]
        named = [h for h in headings if re.search(r"\bstep\b", h.text, re.IGNORECASE)] or headings
        if not named:
            message = f"no heading tells step {number} of the OECD guidance ({about})"
            yield Finding(STEP_EMPTY, message, prose.start, "Say under a heading of its own what was done.")
        elif all(len(heading.below.split()) < _FEWEST_WORDS for heading in named):
            message = (
                f"'{named[0].text}' says hardly anything of step {number} of the OECD guidance ({about})"
            )
            yield Finding(STEP_EMPTY, message, named[0].where, "Say what was done in the period.")


def count_says_its_unit(prose: Prose) -> Iterator[Finding]:
    """CP-003: a number of facilities counts rows, one for each metal, and there are fewer names than rows."""
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


def status_is_explained(prose: Prose) -> Iterator[Finding]:
    """CP-004: a report that gives a status says what the word means."""
    if not prose.of_report or prose.disclosure.facts.form.route is not Route.REPORT:
        return
    is_restated = prose.disclosure.facts.filing.is_restated
    for number, status in enumerate(prose.disclosure.facts.statuses):
        is_used = any(row.status == status for row in prose.disclosure.smelters)
        if status.definition is None and is_restated:
            continue  # the filing does not say it, and nobody can make it say so
        if is_used and f"statuses[{number}].definition" not in prose.sources:
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
