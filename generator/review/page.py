"""The review page of the preview: findings, sign-offs, what changed, the scorecard. Never in a built site."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ..findings import Finding, Severity, severities_counted
from ..model import CellRef, Disclosure, Place
from ..pages.common_page import filled, front_matter
from ..pages.page import Page, PageKind
from ..prose.environment import page_environment
from ..record.records import Differences, Record, Role
from ..score.values import Scorecard
from .finding_links import FindingLinks
from .for_others import OFFERED
from .review_changes import Compared, Comparison, compared

TEMPLATE = "pages/review.md.j2"
BODY = "partials/review.html.j2"

_SEVERITIES = ((Severity.ERROR, "Error"), (Severity.WARNING, "Warning"), (Severity.INFO, "Note"))


@dataclass(frozen=True)
class SignOff:
    """A role, and who signed for it. ``name`` empty: nobody."""

    role: str
    name: str
    day: str
    is_current: bool
    fingerprint: str
    because: str = ""
    """Why the person signed for a second role; empty: for one."""


@dataclass(frozen=True)
class Review:
    """Everything that the page shows beside the disclosure itself."""

    findings: Sequence[Finding]
    missing: Sequence[str]
    sign_offs: Sequence[tuple[Record, Differences]]
    comparisons: Sequence[Comparison]
    scorecard: Scorecard | None
    """None: there is nothing to score."""


@dataclass(frozen=True)
class FindingRow:
    """A finding as a line of the table."""

    severity: str
    code: str
    message: str
    place: str
    before: str
    at: str
    behind: str
    """The line of text before, at and behind the column."""
    href: str
    """Empty where no page shows it."""
    words: str
    advice: str
    waived: str
    """Who waived it and why; empty: nobody."""


@dataclass(frozen=True)
class Context:
    """What the template of the page uses."""

    year: str
    is_draft: bool
    counts: str
    state_part: Markup
    findings_part: Markup
    sign_offs_part: Markup
    comparisons: tuple[tuple[str, str, Markup], ...]
    """Id, title and placeholder of each."""
    others_part: Markup
    scorecard_part: Markup


@dataclass(frozen=True)
class Body:
    """What the partial uses: one of the parts, by name."""

    part: str
    is_final: bool
    missing: tuple[str, ...]
    signed_elsewhere: str
    findings: tuple[FindingRow, ...]
    sign_offs: tuple[SignOff, ...]
    compared: Compared | None
    others: tuple[tuple[str, str], ...]
    """Address and words of each file for others."""
    scorecard: Scorecard | None


def render(disclosure: Disclosure, links: FindingLinks, review: Review) -> Page:
    """The page, for the preview only."""
    body = _body(disclosure, links, review)
    parts = {name: _part(body, name) for name in ("state", "findings", "sign_offs", "others", "scorecard")}
    changes = [compared(comparison) for comparison in review.comparisons]
    parts |= {one.id: _part(body, "compared", one) for one in changes}
    context = Context(
        year=str(disclosure.year),
        is_draft=disclosure.facts.filing.is_draft,
        counts=severities_counted(review.findings, also_none=True),
        state_part=_placeholder("state"),
        findings_part=_placeholder("findings"),
        sign_offs_part=_placeholder("sign_offs"),
        comparisons=tuple((one.id, one.title, _placeholder(one.id)) for one in changes),
        others_part=_placeholder("others"),
        scorecard_part=_placeholder("scorecard"),
    )
    return Page(
        uri=f"{disclosure.year}/review.md",
        meta=front_matter(
            disclosure,
            kind=PageKind.REVIEW,
            title=f"{disclosure.year} review",
            description=f"Review of the {disclosure.year} disclosure before it is published.",
            is_searched=False,
        ),
        marked=filled(TEMPLATE, context),
        inserts={str(_placeholder(name)): html for name, html in parts.items()},
    )


def _placeholder(name: str) -> Markup:
    return Markup("<!-- formsd:review-{} -->").format(name)


def _part(body: Body, name: str, changes: Compared | None = None) -> str:
    values = vars(body) | {"part": name, "compared": changes}
    return page_environment().get_template(BODY).render(values)


def _body(disclosure: Disclosure, links: FindingLinks, review: Review) -> Body:
    filing = disclosure.facts.filing
    order = [severity for severity, _ in _SEVERITIES]
    findings = sorted(review.findings, key=lambda one: (one.waiver is not None, order.index(one.severity)))
    return Body(
        part="",
        is_final=not filing.is_draft,
        missing=tuple(review.missing),
        signed_elsewhere=filing.signed_elsewhere or "",
        findings=tuple(_finding_row(finding, links) for finding in findings),
        sign_offs=tuple(_sign_offs(review.sign_offs)),
        compared=None,
        others=OFFERED,
        scorecard=review.scorecard,
    )


def _finding_row(finding: Finding, links: FindingLinks) -> FindingRow:
    before, at, behind = links.quoted(finding)
    href, words = links.find(finding) or ("", "")
    return FindingRow(
        severity=dict(_SEVERITIES)[finding.severity],
        code=finding.code,
        message=finding.message.removesuffix("."),
        place=_place(finding.where),
        before=before,
        at=at,
        behind=behind,
        href=f"../{href}" if words else "",
        words=words,
        advice=finding.advice,
        waived=f"Waived by {finding.waiver.name}: {finding.waiver.reason}" if finding.waiver else "",
    )


def _place(where: Place) -> str:
    """``data/2021/report/06-findings.md, line 44``; a cell as Excel shows it."""
    if isinstance(where, CellRef) or where.line is None:
        return str(where)
    return f"{where.file}, line {where.line}"


def _sign_offs(signed: Sequence[tuple[Record, Differences]]) -> Iterator[SignOff]:
    """One for each role, in order."""
    given = {record.deed.role: (record.deed, changes) for record, changes in signed}
    for role in Role:
        if role not in given:
            yield SignOff(_capital(role.words), "", "", is_current=False, fingerprint="")
            continue
        deed, changes = given[role]
        yield SignOff(
            role=_capital(role.words),
            name=deed.name or "",
            day=str(deed.date),
            is_current=not changes,
            fingerprint=deed.fingerprint,
            because=deed.because or "",
        )


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
