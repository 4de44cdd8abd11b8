"""The preview of a site with its review pages: what changed, what was found, who signed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from ..findings import Finding, in_order
from ..model import Asset, filing_in_words
from ..pages.page import Page, PageKind
from ..pipeline import Site, Year, snapshot
from ..pipeline.same import OfSame
from ..prose.fact_values import date_text, sentence_list
from ..prose.sources import Sources, SourcesBeside
from ..record.changes import differences
from ..record.records import PUBLISHED, Record, Snapshot
from ..score.score import score
from ..score.values import Outcome, Scorecard, ScoredCheck
from . import page as review
from .finding_links import FindingLinks
from .page import Review
from .preview import Numbered, Preview, number_marks
from .review_changes import Comparison


class Reviews:
    """The preview of a site, with a review page for each year. Keeps what did not change between rebuilds."""

    def __init__(self) -> None:
        self.kept: dict[int, tuple[object, Review]] = {}
        """Year to what its review was made of, and the review."""
        self._sources: OfSame[Sources] = OfSame()
        self._pages: OfSame[Page] = OfSame()
        self._numbered: OfSame[Numbered] = OfSame()

    def previews(self, years: Sequence[Year], site: Site) -> tuple[Preview, ...]:
        """Every page as the preview shows it; the years are those of the site."""
        by_year = {year.year: year for year in years}
        found: list[Preview] = []
        own = {str(year.year): self._sources_of(year) for year in years}
        for year in years:
            sources = SourcesBeside(own[str(year.year)], own)
            rows = {row.anchor: str(row.where) for row in year.disclosure.smelters}
            pages = [page for page in site.pages if page.meta.year == year.year]
            reviewed = self._review(year, by_year.get(year.year - 1), site)
            pages.append(self._pages.get(year.year, (year, reviewed), partial(_page, year, reviewed)))
            found += [self._with_numbers(page).preview(sources, rows) for page in pages]
        of_all = [page for page in site.pages if page.meta.kind in (PageKind.YEARS, PageKind.SMELTER)]
        beside = SourcesBeside(own[str(site.newest)], own)
        found += [self._with_numbers(page).preview(beside, {}) for page in of_all]
        return tuple(found)

    def _sources_of(self, year: Year) -> Sources:
        return self._sources.get(year.year, (year,), partial(Sources, year.disclosure, year.facts))

    def _with_numbers(self, page: Page) -> Numbered:
        return self._numbered.get(page.uri, (page,), partial(number_marks, page))

    def _review(self, year: Year, before: Year | None, site: Site) -> Review:
        """The review of a year; the one made before where nothing changed that it shows."""
        shown = (year.findings, year.disclosure, year.sections, year.records, year.earlier)
        key = (shown, (before.disclosure, before.sections) if before else None)
        kept = self.kept.get(year.year)
        if kept is None or kept[0] != key:
            earlier = {file.uri for filing in year.kept for file in filing.files}
            of_year = (asset for asset in site.assets if asset.uri.startswith(f"{year.year}/"))
            assets = [asset for asset in of_year if asset.uri not in earlier]
            notes = [finding for finding in site.findings if _is_of(finding, year.year)]
            self.kept[year.year] = kept = (key, review_of(year, before, assets, notes))
        return kept[1]


def _page(year: Year, reviewed: Review) -> Page:
    return review.render(year.disclosure, FindingLinks(year.disclosure, year.sections), reviewed)


def _is_of(finding: Finding, year: int) -> bool:
    return f"/{year}/" in f"/{finding.where.file}"


def review_of(
    year: Year, before: Year | None, assets: Sequence[Asset], notes: Sequence[Finding] = ()
) -> Review:
    """What reviewers see of a year. ``before`` is the year before; None: there is no data for it.

    ``assets`` are the files that the site offers, ``notes`` what these do not show.
    """
    now = snapshot(year)
    return Review(
        findings=in_order([*year.findings, *notes]),
        missing=year.missing,
        sign_offs=year.signed,
        comparisons=tuple(_comparisons(year, before, now)),
        scorecard=_in_preview(score(year, assets, notes)) if not year.stopping() else None,
    )


def _in_preview(card: Scorecard) -> Scorecard:
    """The scorecard without the question after the PDF, which the preview does not make."""
    groups = (
        replace(group, checks=tuple(_without_pdf(check) for check in group.checks)) for group in card.groups
    )
    return replace(card, groups=tuple(groups))


def _without_pdf(check: ScoredCheck) -> ScoredCheck:
    if check.name != "pdf_is_tagged":
        return check
    found = "the preview makes no PDF; the command formsd check --score looks at it"
    return replace(check, outcome=Outcome.NOT_APPLICABLE, found=found, advice="")


def _comparisons(year: Year, before: Year | None, now: Snapshot) -> Iterator[Comparison]:
    title = f"Since {year.year - 1}, the year before"
    missing = f"There is no data for {year.year - 1}, so there is nothing to compare with."
    changes = differences(snapshot(before), now) if before else None
    yield Comparison("since-year-before", title, changes, "" if changes is not None else missing)
    published = [record for record in year.records if record.deed.what == PUBLISHED]
    for record in published:
        title = f"Since it was published on {date_text(record.deed.date)}"
        yield Comparison("since-published", title, differences(record.snapshot, now))
    replaced = [record for record in year.earlier if record.deed.what == PUBLISHED]
    if replaced and not published:
        last = replaced[-1]
        title = f"Since {filing_in_words(last.amendment)} was published on {date_text(last.deed.date)}"
        yield Comparison("since-published", title, differences(last.snapshot, now))
    elif not published:
        missing = f"Nothing is recorded as published. The command is: formsd publish {year.year}."
        yield Comparison("since-published", "Since it was published", None, missing)
    yield from _since_signed(year, now)


def _since_signed(year: Year, now: Snapshot) -> Iterator[Comparison]:
    """One for each content that was signed: roles that signed the same stand together."""
    groups: dict[str, list[Record]] = {}
    for record in year.records:
        if record.deed.role:
            groups.setdefault(record.deed.fingerprint, []).append(record)
    for records in groups.values():
        roles = [record.deed.role for record in records if record.deed.role]
        day = max(record.deed.date for record in records)
        title = f"Since {sentence_list(role.words for role in roles)} signed on {date_text(day)}"
        yield Comparison(f"since-signed-{roles[0]}", title, differences(records[0].snapshot, now))
    if not groups:
        yield Comparison("since-signed", "Since it was signed", None, "Nobody has signed here.")
