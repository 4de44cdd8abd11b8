"""The review page as a reviewer reads it."""

from __future__ import annotations

import datetime as dt

import pytest
from bs4 import BeautifulSoup

from generator.findings import Finding
from generator.findings.catalogue import CLAIM_CONTRADICTED, CONTROL, EIN_MISSING
from generator.model import Disclosure, LineRef, Metal, Waiver
from generator.record.changes import differences
from generator.record.records import Record, Role
from generator.record.write import deed_of_sign_off, snapshot_of
from generator.review.finding_links import FindingLinks
from generator.review.page import Review, render
from generator.review.review_changes import Comparison
from generator.score.values import Outcome, Scorecard, ScoredCheck, ScoreGroup, Tier
from tests.support.filing import restated

WHERE = LineRef("data/2021/report/06-findings.md", 44)
WAIVER = Waiver(code="FM-002", place="disclosure.yml", reason="Filed without", name="Ina Invented")
FINDINGS = (
    Finding(EIN_MISSING, "the cover shows no No.", LineRef("disclosure.yml", 3), "Fill it.", WAIVER),
    Finding(CLAIM_CONTRADICTED, "'none of <b>' does not hold", WHERE, "Read it."),
    Finding(CONTROL, "control.rows is 5, the list has 4", LineRef("disclosure.yml"), "Find the row."),
)
NOW = {"rows": ({"name": "Stays", "status": 1}, {"name": "New", "metal": Metal.TIN})}
BEFORE = {"rows": ({"name": "Stays"}, {"name": "Gone <i>"})}


def page(
    *findings: Finding,
    now: Disclosure | None = None,
    missing: tuple[str, ...] = (),
    signed: bool = False,
    scorecard: Scorecard | None = None,
) -> BeautifulSoup:
    """The page with a comparison and one that is missing; its parts in place."""
    now = now or restated(**NOW)
    then = snapshot_of(restated(survey__answered=6, **BEFORE), {"01-inquiry": "# Inquiry\nSix answered."})
    content = snapshot_of(now, {"01-inquiry": "# Inquiry\nSeven answered."})
    changes = differences(then, content)
    record = Record(deed_of_sign_off(Role.LEGAL, "Ann Example", dt.date(2022, 5, 20), then), then, "x")
    review = Review(
        findings=findings,
        missing=missing,
        sign_offs=[(record, changes)] if signed else [],
        comparisons=[
            Comparison("since-year-before", "Since 2020, the year before", changes),
            Comparison("since-published", "Since it was published", None, "Nothing is recorded."),
        ],
        scorecard=scorecard,
    )
    return BeautifulSoup(render(now, FindingLinks(now, ()), review).complete, "lxml")


def words(html: BeautifulSoup, selector: str) -> list[str]:
    return [" ".join(tag.get_text(" ").split()) for tag in html.select(selector)]


def test_errors_come_first_then_warnings_and_what_was_waived_last() -> None:
    html = page(*FINDINGS)
    assert words(html, ".fsd-review__what") == [
        "Error control.rows is 5, the list has 4.",
        "Warning 'none of <b>' does not hold.",
        "Waived the cover shows no No.",
    ]
    assert words(html, ".fsd-review__do")[-1] == "Waived by Ina Invented: Filed without"
    assert "1 error, 1 warning, 0 notes, 1 waived." in html.get_text()
    assert words(html, ".fsd-review__place")[1] == "data/2021/report/06-findings.md, line 44 · CL-001"


def test_without_findings_the_page_says_so() -> None:
    assert "The checks found nothing." in page().get_text()


@pytest.mark.parametrize(
    ("state", "missing", "says"),
    [
        ("draft", ("the sign-off by legal",), "the sign-off by legal"),
        ("draft", (), "Nothing is missing."),
        ("final", (), "The state is final."),
    ],
)
def test_the_page_says_what_is_missing(state: str, missing: tuple[str, ...], says: str) -> None:
    assert says in page(now=restated(filing__state=state), missing=missing).get_text()


def test_who_signed_what_stands_in_a_table() -> None:
    rows = [words(row, "th, td") for row in page(signed=True).select("tbody tr")][:3]
    assert rows[0][:4] == ["Legal", "Ann Example", "2022-05-20", "Other content: it changed since"]
    assert rows[1][:2] == ["Compliance", "Not signed"]
    assert rows[2][:2] == ["Investor relations", "Not signed"]


def test_a_filing_signed_elsewhere_gives_its_reason() -> None:
    assert "The reason that is stated: Signed and filed in 2022" in page().get_text()


def test_what_changed_is_told_by_section_row_and_fact() -> None:
    html = page()
    assert "1 section changed; rows: 1 new, 1 gone, 1 changed; 1 other fact changed." in html.get_text()
    assert words(html, ".fsd-review__section > summary")[0] == "Inquiry: 1 word new, 1 word gone"
    line = html.select(".fsd-redline p")[1]
    assert (line.select_one("del").get_text(), line.select_one("ins").get_text()) == ("Six", "Seven")
    assert [words(row, "td, th")[:3] for row in html.select(".fsd-review__rows tbody tr")] == [
        ["Changed", "Gold", "Stays"],
        ["New", "Tin", "New"],
        ["Gone", "Gold", "Gone <i>"],
    ]
    assert "Nothing is recorded." in html.get_text()


def test_rows_lead_to_the_annex_and_gone_ones_nowhere() -> None:
    assert [link["href"] for link in page().select(".fsd-review__rows a")] == [
        "../annex/#row-0",
        "../annex/#row-1",
    ]


def test_the_scorecard_shows_what_is_missing_first() -> None:
    question, tier, where = "The layout is in force.", Tier.STATUTORY, LineRef("disclosure.yml", 56)
    made = [
        ScoredCheck("B1", "layout", question, tier, outcome, True, "it is old", where, "Clear it.")
        for outcome in (Outcome.MET, Outcome.MISSING, Outcome.NOT_ANSWERED)
    ]
    html = page(scorecard=Scorecard(2021, (ScoreGroup("B", "The form", tier, tuple(made)),)))
    assert words(html, ".fsd-review__group") == ["The form (statutory): 1 of 3"]
    assert words(html, ".fsd-review__what") == [
        "Missing The layout is in force.",
        "Not answered The layout is in force.",
    ]
    assert words(html, ".fsd-review__do") == ["Found: it is old. Clear it."] * 2
    assert words(html, ".fsd-review__found") == ["Met: it is old"]
