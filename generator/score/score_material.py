"""What the scorecard looks at, and the verdict of one of its checks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, wraps

from ..findings import Finding
from ..model import Asset, Disclosure, LineRef, Place, StatedAnswer
from ..prose.element import Element
from .phrases import says
from .said import Said, place_of, quotation, said_in
from .trees import text_of
from .values import Outcome


@dataclass(frozen=True)
class Material:
    """One year as it is published: its facts, the text of its documents, its files."""

    disclosure: Disclosure
    form: Element | None
    """None: the filing is restated without its form."""
    exhibit: Element | None
    """The Conflict Minerals Report with its annex; None where the route has none."""
    assets: tuple[Asset, ...] = ()
    """The files that the year offers."""
    documents: tuple[Finding, ...] = ()
    """What was found when the documents for EDGAR were made."""

    @cached_property
    def form_text(self) -> str:
        return text_of(self.form) if self.form else ""

    @cached_property
    def report_text(self) -> str:
        """The text that holds the disclosure: the report, or the form where there is none."""
        return text_of(self.exhibit) if self.exhibit else self.form_text

    @cached_property
    def text(self) -> str:
        """Everything that is filed."""
        return f"{self.form_text} {self.report_text}".strip() if self.exhibit else self.form_text

    @cached_property
    def said(self) -> tuple[Said, ...]:
        """The sentences of the text that holds the disclosure."""
        tree = self.exhibit or self.form
        return said_in(tree) if tree else ()

    def find(self, about: str, *also: str) -> Said | None:
        """The first sentence, or else heading, that says it and what ``also`` names; None where none does."""
        found = [s for s in self.said if all(says(one, s.text) for one in (about, *also))]
        return next((s for s in found if s.text != s.heading), found[0] if found else None)

    def place(self, said: Said) -> LineRef:
        """The line of the section where a sentence begins; else the folder of the sections."""
        return self.place_of(said.text) or self.folder

    def place_of(self, text: str) -> LineRef | None:
        """The line of the section where words of the document begin; None where the program wrote them."""
        return place_of(text, self.disclosure.written)

    @property
    def folder(self) -> LineRef:
        return LineRef(self.disclosure.file.replace("disclosure.yml", "report"))

    def where(self, *path: str | int) -> LineRef:
        """The line of an entry of ``disclosure.yml``, or of the nearest entry above it."""
        return self.disclosure.where(*path)

    def section(self, *words: str) -> Place:
        """The first section with the first of the words that any has, in lower case; else their folder."""
        for word in words:
            for section in self.disclosure.all_sections:
                if word in section.text.casefold():
                    return LineRef(section.file)
        return self.folder


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer of one check."""

    outcome: Outcome
    found: str
    where: Place
    advice: str = ""


Run = Callable[[Material], Verdict]


def of_report(run: Run) -> Run:
    """The check where a report is filed; it does not apply to the routes without one."""

    @wraps(run)
    def of_any_route(material: Material) -> Verdict:
        return run(material) if material.exhibit else _without_report(material)

    return of_any_route


def of_form(run: Run) -> Run:
    """The check where Form SD is at hand; it does not apply to a filing that is restated without it."""

    @wraps(run)
    def of_any_filing(material: Material) -> Verdict:
        return run(material) if material.form else _without_form(material)

    return of_any_filing


def of_list(run: Run) -> Run:
    """The check where the filer gives a list; it does not apply to one that gives none."""

    @wraps(run)
    def of_any_filer(material: Material) -> Verdict:
        if material.disclosure.has_list:
            return run(material)
        return not_applicable("the filing gives no list of facilities", material.where("annex"))

    return of_any_filer


def verdict(is_met: bool, found: str, where: Place, advice: str) -> Verdict:
    """Met or missing; ``advice`` is kept for what is missing only."""
    return Verdict(Outcome.MET, found, where) if is_met else Verdict(Outcome.MISSING, found, where, advice)


def not_applicable(found: str, where: Place) -> Verdict:
    return Verdict(Outcome.NOT_APPLICABLE, found, where)


def shown(material: Material, said: Said, about: str, words: str) -> Verdict:
    """Met: ``words``, then the sentence that says it, and its place."""
    return Verdict(Outcome.MET, f"{words}: {quotation(said, about)}", material.place(said))


def _without_report(material: Material) -> Verdict:
    """The verdict where a check is about a report, and the route of the form has none."""
    found = f"the route '{material.disclosure.facts.form.route}' has no Conflict Minerals Report"
    return not_applicable(found, material.where("form", "route"))


def _without_form(material: Material) -> Verdict:
    found = "the filing is restated without its form, so nothing is known of it"
    return not_applicable(found, material.where("filing", "signed_elsewhere"))


def answered(material: Material, name: str) -> Verdict:
    """What ``disclosure.yml`` answers under ``scorecard``; a yes counts while its words stand in the text."""
    answer: StatedAnswer | None = getattr(material.disclosure.facts.scorecard, name)
    where = material.where("scorecard", name)
    if answer is None:
        advice = f"Answer yes or no with evidence, in the entry 'scorecard.{name}'."
        said = material.find(name)
        if said is None:
            return Verdict(
                Outcome.NOT_ANSWERED, "nobody answered, and no words for it were found", where, advice
            )
        found = f"nobody answered; perhaps these words do: {quotation(said, name)}"
        return Verdict(Outcome.NOT_ANSWERED, found, material.place(said), advice)
    if not answer.answer:
        advice = "Do what the check asks for, then change the answer to yes and give the evidence."
        return Verdict(Outcome.MISSING, (answer.evidence or "answered with no").rstrip("."), where, advice)
    if answer.words and squeezed(answer.words) not in squeezed(material.text):
        found = f"the answer is yes, but the words '{answer.words}' do not stand in the documents"
        advice = "Read the text again; give the words that show it now, or answer no."
        return Verdict(Outcome.MISSING, found, material.where("scorecard", name, "words"), advice)
    return Verdict(Outcome.MET, str(answer.evidence), where)


def squeezed(text: str) -> str:
    """The text without case, with single blanks and plain quotes."""
    plain = text.translate({0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"', 0xA0: " "})
    return " ".join(plain.split()).casefold()
