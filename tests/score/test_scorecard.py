"""The forty checks of the scorecard: each with a year that passes and one that does not."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from generator.findings import Finding
from generator.findings.catalogue import EDGAR_LINK
from generator.model import Asset, LineRef, Metal, NoMining, StatedAnswers
from generator.pipeline import load
from generator.prose.element import Element
from generator.prose.html_tree import html_tree
from generator.score.score import score as score_year
from generator.score.score_material import Material
from generator.score.scorecard import as_dict, score, score_lines
from generator.score.values import Outcome, ScoredCheck, Tier
from tests.support.builders import disclosure, smelter

FORM = """
<p>Invented Devices, Inc.</p><p>Delaware</p><p>001-00042</p><p>00-0000042</p>
<p>1 Invented Street, Invented City, Ohio</p><p>00042</p><p>Ina Invented<br>(555) 555-0142</p>
<p><span>☒</span> <span>Checked</span> <span>Rule 13p-1 … from January 1 to December 31, 2021.</span></p>
<h2>Item 1.01</h2><h3>Conflict Minerals Disclosure</h3>
<p>Exhibit 1.01 is at <a>https://www.example.com/2021/</a>.</p>
<h2>Exhibits</h2><p>Exhibit 1.01</p>
<p>the registrant has duly caused this report to be signed on its behalf</p>
<p>/s/ Ina Invented</p><p>Chief Invention Officer</p>
"""
ENOUGH = "Invented words that say what was done. " * 4
REPORT = f"""
<h1>Report of Invented Devices, Inc. for 2021</h1>
<p>About invented devices; the category is Invented devices.</p>
<h2>Inquiry</h2><p>In the reasonable country of origin inquiry, seven suppliers were asked with the CMRT;
the response rate is 85.7%. We could not determine the origin.</p>
<h2>Due diligence</h2><p>It follows the OECD guidance.</p>
<h3>Step 1: Management</h3><p>{ENOUGH}</p><h3>Step 2: Risks</h3><p>{ENOUGH}</p>
<h3>Step 3: Response</h3><p>{ENOUGH}</p><h3>Step 4: Audits</h3><p>{ENOUGH}</p>
<h3>Step 5: Report</h3><p>{ENOUGH}</p>
<h2>Annex</h2>
<table><tr><th>Metal</th><th>Number</th></tr><tr><th>Gold</th><td>1</td></tr><tr><th>Tin</th><td>1</td></tr></table>
<p>Invented Gold Works, Invented Tin Works</p>
<dl><dt>Conformant</dt><dd>Invented to be on the list. Invented list</dd>
<dt>Open</dt><dd>Invented to be on no list.</dd></dl>
<p>The minerals came from Peru.</p>
"""
YES = {"answer": "yes", "evidence": "Invented report, page 1"}
STATED = tuple(StatedAnswers.model_fields)


def pdf(*, is_tagged: bool) -> Asset:
    """An empty PDF."""
    file = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        if is_tagged:
            document.Root.MarkInfo = pikepdf.Dictionary(Marked=True)
            document.Root.StructTreeRoot = pikepdf.Dictionary()
            document.Root.Lang = pikepdf.String("en")
        document.save(file)
    return Asset("2021/documents/form-sd-2021.pdf", file.getvalue(), title="Invented PDF")


CSV = Asset("2021/documents/list.csv", b"", media_type="text/csv")
JSON = Asset("2021/documents/list.json", b"", media_type="application/json")
HTM = Asset("2021/documents/edgar/form-sd.htm", b"")
ROWS = (
    smelter(cid="CID000001"),
    smelter("Invented Tin Works", 3, status=1, metal=Metal.TIN, cid="CID000002"),
)
PERFECT = {
    "registrant__disclosure_url": "https://www.example.com/2021/",
    "policy": {"name": "Policy", "url": "https://www.example.com/policy"},
    "grievance": {"name": "Hotline", "url": "https://www.example.com/hotline"},
    "origins": {"countries": ["Peru"]},
    "scorecard": dict.fromkeys(STATED, YES),
}


def material(*, form: str = FORM, report: str | None = REPORT, **changes: object) -> Material:
    """A year that passes all forty checks, with ``changes`` to what ``disclosure.yml`` states."""
    stated = disclosure(*ROWS, **(PERFECT | changes))  # type: ignore[arg-type]
    assets = (CSV, JSON, HTM, pdf(is_tagged=True))
    return Material(stated, html_tree(form), None if report is None else html_tree(report), assets)


def form_without(words: str, put: str = "") -> Material:
    assert words in FORM
    return material(form=FORM.replace(words, put))


def report_without(words: str, put: str = "") -> Material:
    assert words in REPORT
    return material(report=REPORT.replace(words, put))


def with_rows(*rows: object) -> Material:
    perfect = material()
    return replace(perfect, disclosure=replace(perfect.disclosure, smelters=rows))


def with_assets(*assets: Asset) -> Material:
    return replace(material(), assets=assets)


def with_origin(name: str, code: str) -> Material:
    perfect = material(origins={"countries": [name]})
    trades = NoMining(code, tuple(Metal), "It only trades")
    stated = replace(perfect.disclosure, origin_codes=((name, code),), no_mining=(trades,))
    return replace(perfect, disclosure=stated)


def refused_by_edgar() -> Material:
    fault = Finding(EDGAR_LINK, "a link leads nowhere", LineRef("form-sd.htm", 1), "Mend it.")
    return replace(material(), documents=(fault,))


FAILING: dict[str, tuple[Callable[[], Material], str]] = {
    "cover_is_complete": (
        lambda: form_without("Delaware"),
        "the cover lacks Delaware",
    ),
    "box_is_ticked": (
        lambda: form_without(
            "<span>☒</span> <span>Checked</span>", "<span>☐</span> <span>Not checked</span>"
        ),
        "the box of Rule 13p-1 is not ticked",
    ),
    "period_is_stated": (
        lambda: form_without("31, 2021", "31, 2020"),
        "the form does not say 'January 1 to December 31, 2021'",
    ),
    "heading_is_exact": (
        lambda: form_without("Minerals Disclosure</h3>", "Minerals</h3>"),
        "the form has no heading 'Conflict Minerals Disclosure'",
    ),
    "inquiry_is_described": (
        lambda: report_without("with the CMRT"),
        "the text lacks the questionnaire ('CMRT')",
    ),
    "link_is_given": (
        lambda: form_without("https://www.example.com/2021/"),
        "the form does not give the web address https://www.example.com/2021/",
    ),
    "framework_is_named": (
        lambda: report_without("OECD guidance", "rules of the house"),
        "the report names no framework of due diligence",
    ),
    "products_are_described": (
        lambda: material(products__description="invented things"),
        "the report does not say 'invented things'",
    ),
    "facilities_are_listed": (
        lambda: report_without(", Invented Tin Works"),
        "the report does not list 'Invented Tin Works'",
    ),
    "layout_in_force_is_used": (
        lambda: material(form__layout="2013-2019"),
        "the layout is 2013-2019; for reports on 2021, from-2020 is in force",
    ),
    "exhibit_is_named": (
        lambda: form_without("<p>Exhibit 1.01</p>"),
        "the form names Exhibit 1.01 1 time",
    ),
    "form_is_signed": (lambda: form_without("/s/"), "not signed"),
    "employer_number_is_given": (
        lambda: material(registrant__ein=None),
        "the cover shows no I.R.S. Employer Identification No.",
    ),
    "filed_in_time": (
        lambda: material(filing__date="2022-06-01"),
        "filed on 2022-06-01, due on 2022-05-31",
    ),
    "form_and_report_agree": (
        lambda: report_without("Invented Devices, Inc.", "INVENTED DEVICES INC."),
        "'Invented Devices, Inc.' does not stand in both, form and report",
    ),
    "policy_is_public": (
        lambda: material(grievance={"name": "Hotline"}),
        "no public address of the grievance procedure",
    ),
    "smelters_are_identified": (
        lambda: with_rows(),
        "0 facilities, compared with: Invented list",
    ),
    "audits_are_named": (
        lambda: report_without(" Invented list"),
        "the report names no program that audits the facilities",
    ),
    "list_dates_are_given": (
        lambda: material(statuses=[{"label": "A", "class": "conformant", "definition": "d", "list": "l"}]),
        "the list of the status 'A' has no date",
    ),
    "steps_are_reported": (
        lambda: report_without(f"<h3>Step 3: Response</h3><p>{ENOUGH}</p>", "<h3>Step 3</h3><p>None.</p>"),
        "no heading with content for step 3 of the OECD guidance",
    ),
    "facilities_have_identifiers": (
        lambda: with_rows(*ROWS, smelter("Invented Works", 4)),
        "2 of 3 rows have an identifier",
    ),
    "statuses_are_defined": (
        lambda: report_without("Invented to be on no list."),
        "the report does not define 'Open'",
    ),
    "metals_are_counted": (
        lambda: report_without("<tr><th>Tin</th><td>1</td></tr>"),
        "no table of the report counts 1 for tin",
    ),
    "response_is_stated": (
        lambda: report_without("85.7%", "good"),
        "the text does not give the response rate: 85.7%",
    ),
    "origins_are_listed": (
        lambda: material(origins=None),
        "no countries of origin are given",
    ),
    "origins_are_plausible": (
        lambda: with_origin("Singapore", "SG"),
        "'Singapore' as a country of origin is not plausible: it only trades",
    ),
    "edgar_takes_the_documents": (refused_by_edgar, "a link leads nowhere"),
    "pdf_is_tagged": (
        lambda: with_assets(CSV, JSON, HTM, pdf(is_tagged=False)),
        "form-sd-2021.pdf has no tags, which a screen reader needs",
    ),
    "address_is_stable": (
        lambda: material(registrant__disclosure_url="https://www.example.com/investors"),
        "https://www.example.com/investors is not an address of the report for 2021 alone",
    ),
    "list_is_open_data": (
        lambda: with_assets(CSV, HTM, pdf(is_tagged=True)),
        "the list is not offered as JSON",
    ),
}
"""Check to a year that fails it, and what is then said."""


def answered_with_no(name: str) -> Callable[[], Material]:
    return lambda: material(scorecard=dict.fromkeys(STATED, YES) | {name: {"answer": "no"}})


FAILING |= {name: (answered_with_no(name), "answered with no") for name in STATED}


def checks_of(given: Material) -> dict[str, ScoredCheck]:
    return {check.name: check for group in score(given).groups for check in group.checks}


CHECKS = checks_of(material())


@pytest.mark.parametrize("name", CHECKS)
def test_a_year_that_has_everything_passes(name: str) -> None:
    assert (CHECKS[name].outcome, CHECKS[name].advice) == (Outcome.MET, "")


@pytest.mark.parametrize("name", CHECKS)
def test_a_year_that_lacks_it_fails_and_says_what_to_do(name: str) -> None:
    lacking, says = FAILING[name]
    check = checks_of(lacking())[name]
    assert (check.outcome, check.found) == (Outcome.MISSING, says)
    assert check.advice.endswith(".")


def test_there_are_forty_checks_in_five_groups_and_eighteen_are_statutory() -> None:
    card = score(material())
    assert [(group.letter, len(group.checks)) for group in card.groups] == [
        ("A", 12), ("B", 6), ("C", 10), ("D", 7), ("E", 5),
    ]  # fmt: skip
    assert [(card.points(tier), card.possible(tier)) for tier in Tier] == [(18, 18), (22, 22)]
    assert len(CHECKS) == len({check.number for check in CHECKS.values()}) == 40


@pytest.mark.parametrize(
    ("words", "outcome", "says"),
    [
        ("could not  determine\nthe ORIGIN", Outcome.MET, "Invented report, page 1"),
        (
            "the mine was found",
            Outcome.MISSING,
            "the answer is yes, but the words 'the mine was found' do not stand in the documents",
        ),
    ],
)
def test_a_yes_counts_only_while_its_words_stand_in_the_text(words: str, outcome: Outcome, says: str) -> None:
    check = checks_of(material(scorecard={"result_is_stated": YES | {"words": words}}))["result_is_stated"]
    assert (check.outcome, check.found) == (outcome, says)


def test_what_nobody_answered_is_no_point_and_is_not_called_missing() -> None:
    given = material(scorecard=None)
    check = checks_of(given)["years_are_compared"]
    assert (check.outcome, check.found) == (
        Outcome.NOT_ANSWERED,
        "nobody answered, and no words for it were found",
    )
    assert score(given).points() < score(material()).points()
    assert check not in score(given).missing
    assert check.advice == "Answer yes or no with evidence, in the entry 'scorecard.years_are_compared'."


def test_the_routes_without_a_report_are_not_asked_for_one() -> None:
    stated = material(
        form=FORM.replace("Exhibit 1.01", "Nothing") + REPORT,
        report=None,
        form__route="country-of-origin-inquiry",
    )
    outcomes = {check.number: check.outcome for check in checks_of(stated).values()}
    open_ = {number for number, outcome in outcomes.items() if outcome is Outcome.NOT_APPLICABLE}
    assert open_ == {
        "A8", "A9", "A10", "A11", "A12", "B2", "B6", *(f"C{n}" for n in range(1, 11)), "D2", "D3",
    }  # fmt: skip
    assert Outcome.MISSING not in outcomes.values()


def test_an_origin_that_is_not_given_is_not_called_plausible() -> None:
    assert checks_of(material(origins=None))["origins_are_plausible"].outcome is Outcome.NOT_APPLICABLE


def test_a_telephone_without_area_code_is_not_a_complete_cover() -> None:
    given = material(
        form=FORM.replace("(555) 555-0142", "555-0142"), registrant__contact__telephone="555-0142"
    )
    assert checks_of(given)["cover_is_complete"].found == "the cover lacks the area code of 555-0142"


def test_the_scorecard_for_people_says_what_to_do_for_each_missing_check() -> None:
    lines = list(score_lines(score(material(registrant__ein=None, origins=None))))
    assert lines[0] == "Scorecard for 2021: statutory 17 of 18, good practice 20 of 21"
    at = lines.index("   B4  missing        The cover shows the employer identification number.")
    assert lines[at + 1] == (
        "       the cover shows no I.R.S. Employer Identification No. (disclosure.yml:1). "
        "Enter it under 'registrant.ein', unless you reproduce a form that was filed without it."
    )


def test_the_scorecard_for_programs_has_every_check_and_its_place() -> None:
    printed = as_dict(score(material(registrant__ein=None)))
    assert printed["tiers"][0] == {"tier": "statutory", "points": 17, "possible": 18}
    check = printed["groups"][1]["checks"][3]
    assert (check["number"], check["outcome"], check["computed"], check["where"]) == (
        "B4", "missing", True, "disclosure.yml:1",
    )  # fmt: skip


def test_text_of_blocks_does_not_run_together() -> None:
    tree = Element(
        "div", {}, (Element("p", {}, ("One",)), Element("p", {}, ("two", Element("b", {}, ("!",)))))
    )
    given = Material(disclosure(), tree, None)
    assert given.text == "One two!"


def test_the_filing_of_2021_lacks_nine_things(repo: Path) -> None:
    (loaded,) = load(repo / "data", 2021)
    card = score_year(loaded, (CSV, JSON, pdf(is_tagged=True)))
    assert [check.number for check in card.missing] == ["B1", "B4", "C2", "C4", "C8", "D1", "D5", "D6", "E4"]


WITHOUT_COVER = {
    "registrant__jurisdiction": None, "registrant__commission_file_number": None, "registrant__address": None,
    "registrant__contact": None, "registrant__disclosure_url": None, "registrant__ein": None,
    "filing__date": None, "filing__signatory": None,
}  # fmt: skip


def test_a_filing_that_is_restated_without_its_form_is_not_asked_for_it() -> None:
    given = replace(material(**WITHOUT_COVER), form=None)
    outcomes = {check.number: check.outcome for check in checks_of(given).values()}
    open_ = {number for number, outcome in outcomes.items() if outcome is Outcome.NOT_APPLICABLE}
    assert open_ == {"A1", "A2", "A3", "A4", "A7", "B1", "B2", "B3", "B4", "B5", "B6", "E4"}
    assert Outcome.MISSING not in outcomes.values()


def test_a_filer_without_a_list_is_judged_by_its_counts() -> None:
    counts = {"total": 2, "by_metal": {"Gold": 1, "Tin": 1}, "by_status": {"Conformant": 1, "Open": 1}}
    given = material(annex=None, counts=counts)
    given = replace(given, disclosure=replace(given.disclosure, smelters=()))
    checks = {check.name: check for check in checks_of(given).values()}
    assert checks["facilities_are_listed"].outcome is Outcome.MISSING
    assert checks["facilities_are_listed"].found == "the filing gives no list"
    assert checks["facilities_have_identifiers"].outcome is Outcome.NOT_APPLICABLE
    assert checks["list_is_open_data"].outcome is Outcome.NOT_APPLICABLE
    assert checks["metals_are_counted"].outcome is Outcome.MET
    assert checks["smelters_are_identified"].found == "2 facilities, compared with: Invented list"


def test_what_a_filer_does_not_give_is_missing_or_does_not_apply() -> None:
    rows = [replace(row, country=None, status=None, cid=None) for row in ROWS]
    report = REPORT.replace("the response rate is 85.7%", "most of them answered")
    given = material(report=report, statuses=None, products=None, survey={"suppliers": "approximately 7"})
    given = replace(given, disclosure=replace(given.disclosure, smelters=tuple(rows)))
    checks = {check.name: check for check in checks_of(given).values()}
    assert checks["statuses_are_defined"].outcome is Outcome.NOT_APPLICABLE
    assert checks["products_are_described"].outcome is Outcome.NOT_APPLICABLE
    assert checks["smelters_are_identified"].outcome is Outcome.MISSING
    assert checks["facilities_have_identifiers"].found == "0 of 2 rows have an identifier"
    assert checks["response_is_stated"].found == (
        "the text does not give the response rate: no response rate is given"
    )


def test_a_response_rate_is_looked_for_as_the_filer_words_it() -> None:
    given = material(report=REPORT.replace("85.7%", "100 percent"), survey__response_rate="100 percent")
    assert checks_of(given)["response_is_stated"].outcome is Outcome.MET
