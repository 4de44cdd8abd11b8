"""Cover and signature of a filed Form SD against the data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..filed.values import FiledDocument
from ..findings import Finding
from ..findings.catalogue import FILED_COVER
from ..model import Disclosure, LineRef
from ..model.folding import fold

_FORM = re.compile(r"\bspecialized disclosure report\b", re.IGNORECASE)
_SIGNATURE = re.compile(r"\bsignatures?\b", re.IGNORECASE)
_ADVICE = "Correct the one that is wrong, the form or disclosure.yml."
_SHAPES = {
    "Commission file number": re.compile(r"\b\d{1,3}-\d{4,6}(?:-\d{2})?\b"),
    "I.R.S. Employer Identification No.": re.compile(r"\b\d{2}-\d{7}\b"),
    "telephone": re.compile(r"\(?\+?\d[\d()\s.-]{7,}\d"),
}
"""How a value looks, to say what stands in its place."""


@dataclass(frozen=True)
class ComparedForm:
    """The parts of cover and signature that were found equal, those that were not compared, the findings."""

    equal: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


def compare_form(disclosure: Disclosure, filed: FiledDocument) -> ComparedForm:
    """VE-018: what the cover and the signature of the form say, where the data has a form.

    Where no document is a form, everything is told as not compared.
    """
    if not disclosure.facts.has_form:
        return ComparedForm()
    cover, signature = list(_cover(disclosure)), list(_signature(disclosure))
    texts = [line.text for line in filed.lines] or [passage.text for passage in filed.passages]
    begin = next((at for at, text in enumerate(texts) if _FORM.search(text)), None)
    if begin is None:
        return ComparedForm(lacking=("cover and signature of the form",))
    signed = [
        at for at, text in enumerate(texts) if at > begin and _SIGNATURE.search(text) and len(text) < 40
    ]
    whole = " ".join(texts[max(begin - 10, 0) : signed[-1] if signed else len(texts)])
    places = [(name, value, whole, "cover") for name, value in cover]
    if signed:
        behind = " ".join(texts[signed[-1] : signed[-1] + 60])
        places += [(name, value, behind, "signature") for name, value in signature]
    equal, findings = [], []
    where = LineRef(filed.lines[begin].where.file) if filed.lines else LineRef(filed.file)
    for name, value, text, part in places:
        if _says(text, value):
            equal.append(name)
        else:
            findings.append(_finding(name, value, text, part, where))
    lacking = () if signed else ("signature",)
    return ComparedForm(tuple(equal), lacking, tuple(findings))


def _cover(disclosure: Disclosure) -> Iterator[tuple[str, str]]:
    """What the data gives for the cover, of each registrant."""
    facts = disclosure.facts
    for one in (facts.registrant, *facts.co_registrants):
        address, contact = one.address, one.contact
        yield from _given(
            ("registrant", one.name),
            ("translation of the name", one.translation),
            ("jurisdiction", one.jurisdiction),
            ("Commission file number", one.commission_file_number),
            ("I.R.S. Employer Identification No.", one.ein),
            ("street", address.street if address else None),
            ("city", address.city if address else None),
            ("ZIP code", address.zip if address else None),
            ("contact", contact.name if contact else None),
            ("telephone", contact.telephone if contact else None),
        )


def _signature(disclosure: Disclosure) -> Iterator[tuple[str, str]]:
    filing = disclosure.facts.filing
    signatories = (filing.signatory, *(one.signatory for one in disclosure.facts.co_registrants))
    for one in signatories:
        yield from _given(
            ("signatory", one.name if one else None),
            ("title of the signatory", one.title if one else None),
        )
    if day := filing.signed_on:
        yield "day of signature", f"{day:%B} {day.day}, {day.year}"


def _given(*parts: tuple[str, str | None]) -> Iterator[tuple[str, str]]:
    return ((name, value) for name, value in parts if value)


def _says(text: str, value: str) -> bool:
    """Whether a text has a value, however it is set; numbers by their digits."""
    if re.fullmatch(r"[\d\s().+-]+", value):
        return re.sub(r"\D", "", value) in re.sub(r"[^\da-zA-Z]", "", text)
    return f" {fold(value)} " in f" {fold(text)} "


def _finding(name: str, value: str, text: str, part: str, where: LineRef) -> Finding:
    shape = _SHAPES.get(name)
    there = shape.search(text) if shape else None
    says = f"has '{there[0].strip()}' there" if there else "does not say so"
    message = f"the {name} of the data is '{value}'; the {part} of the filed form {says}"
    return Finding(FILED_COVER, message, where, _ADVICE)
