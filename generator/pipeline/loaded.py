"""A year that was read and checked, or of which errors left nothing to show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

from ..documents import as_published
from ..documents.output import Output
from ..documents.pdf import names as pdf_names
from ..errors import InputError
from ..findings import Finding, stopping
from ..model import Asset, Disclosure, KeptFiling, Route
from ..model.addresses import Addresses
from ..prose.facts import AllFacts
from ..prose.prose import RenderedSection
from ..record import amended, sign_off
from ..record.records import PUBLISHED, Record, Snapshot


@dataclass(frozen=True)
class Unreadable:
    """One year of which errors left nothing to check or to show."""

    year: int
    findings: tuple[Finding, ...]
    missing: tuple[str, ...] = ()
    """What a draft needs before it can be final, each in words."""

    def stopping(self, *, is_preview: bool = False) -> tuple[Finding, ...]:
        """What keeps this year from being built, for reviewers or for everybody."""
        return stopping(self.findings, is_final=not is_preview)


@dataclass(frozen=True)
class Year:
    """One year, read and checked."""

    year: int
    findings: tuple[Finding, ...]
    disclosure: Disclosure
    facts: AllFacts
    sections: tuple[RenderedSection, ...]
    """Those of the report."""
    form_texts: tuple[RenderedSection, ...] = ()
    """What the form says in the filer's own words."""
    exhibits: tuple[RenderedSection, ...] = ()
    """The further exhibits that are Markdown, filled in."""
    eu_importer: RenderedSection | None = None
    """What the filer publishes as an importer into the European Union, filled in; None: nothing."""
    sentence: str = ""
    """The filer's own sentence on top of the overview, as Markdown with marks; empty: there is none."""
    records: tuple[Record, ...] = ()
    """What was signed of this filing, by role, and what was published last."""
    earlier: tuple[Record, ...] = ()
    """What was signed and published of the filings before it, the oldest first."""
    signed: tuple[sign_off.Signed, ...] = ()
    """Each sign-off with what has changed since."""
    missing: tuple[str, ...] = ()
    """What a draft needs before it can be final, each in words."""
    content: Snapshot | None = field(default=None, repr=False)
    """What is signed; None where nothing was signed or published yet, because it takes a while."""
    published: tuple[Asset, ...] = field(default=(), repr=False)
    """The documents as they were published, which stay while the content does; empty: they are made."""

    def stopping(self, *, is_preview: bool = False) -> tuple[Finding, ...]:
        """What keeps this year from being built; of a draft, or for reviewers, only what hides it."""
        is_draft = self.disclosure.facts.filing.is_draft
        return stopping(self.findings, is_final=not (is_draft or is_preview))

    @property
    def is_public(self) -> bool:
        """Whether readers have it: it is final, or was published before and is being changed."""
        before = any(record.deed.what == PUBLISHED for record in (*self.records, *self.earlier))
        return before or not self.disclosure.facts.filing.is_draft

    @cached_property
    def kept(self) -> tuple[KeptFiling, ...]:
        """The filings before this one whose documents stay on the site, the oldest first."""
        return amended.kept_filings(self.year, self.earlier)

    def published_for(self, output: Output) -> tuple[Asset, ...]:
        """The documents as they were published, which are served; none where more is asked for than was."""
        needs_pdf = "pdf" in output.kinds and bool(pdf_names.of(self.disclosure))
        is_whole = not needs_pdf or as_published.has_pdf(self.disclosure, self.published)
        return self.disclosure.wanted(self.published) if is_whole else ()

    @property
    def overview_sections(self) -> tuple[RenderedSection, ...]:
        """The sections that no other page has: there is no report, and not all that Form SD needs."""
        facts = self.disclosure.facts
        return () if facts.has_form or facts.form.route is Route.REPORT else self.sections


LoadedYear = Year | Unreadable


def sound(years: Iterable[LoadedYear], *, is_preview: bool = False) -> tuple[Year, ...]:
    """The years, if each can be built. Raises InputError with every finding that stops one.

    ``is_preview``: reviewers shall see a final with the errors that stop it.
    """
    loaded = tuple(years)
    readable = tuple(year for year in loaded if isinstance(year, Year))
    found = [finding for year in loaded for finding in year.stopping(is_preview=is_preview)]
    if found or len(readable) < len(loaded):
        raise InputError(found)
    return readable


def at_addresses(years: Iterable[Year], addresses: Addresses) -> tuple[Year, ...]:
    """The years as they are for a site that writes its addresses so."""
    return tuple(replace(year, disclosure=replace(year.disclosure, addresses=addresses)) for year in years)
