"""Sentences as filers write them, against one list and one survey: which of them contradict the data."""

from __future__ import annotations

import pytest

from generator.filed.values import FiledDocument
from generator.model import CellRef, Country, Disclosure, LineRef, Metal, Passage, Smelter
from generator.verify.against_filing import compare_filing
from tests.support.filing import restated

FILE = "ex101.htm"
STATUSES = [
    {"label": "Conformant", "class": "conformant", "definition": "Passed.", "as_of": "2026-03-31"},
    {"label": "Active", "class": "active", "definition": "Agreed."},
    {"label": "Not Enrolled", "class": "not_enrolled", "definition": "Neither."},
]
PARTS = {
    "Gold": (15, 2, 3),
    "Tantalum": (8, 0, 0),
    "Tin": (8, 1, 3),
    "Tungsten": (9, 0, 1),
}
"""Rows of each metal by status: 50 altogether, 40 of them Conformant, 3 Active, 7 Not Enrolled."""
CODES = ("JP", "CN", "US", "BR", "ID", "BE", "PE")


def base(**changes: object) -> Disclosure:
    """The filer of these tests: 125 suppliers asked, 97 answered, version 6.5 of the questionnaire."""
    stated = {
        "period": 2025,
        "filing__date": "2026-05-29",
        "statuses": STATUSES,
        "registrant__name": "Example Industries, Inc.",
        "registrant__short_name": "Example",
        "survey": {"suppliers": 125, "answered": 97, "tool_version": "6.5"},
        **changes,
    }
    found = restated(**stated)
    labels = {status.label: status for status in found.facts.statuses}
    kinds = [
        (metal, label)
        for metal, numbers in PARTS.items()
        for label, number in zip(labels, numbers, strict=True)
        for _ in range(number)
    ]
    rows = tuple(
        Smelter(
            metal=Metal(metal),
            name=f"Works of {chr(65 + at // 26)}{chr(65 + at % 26)}",
            country=Country(CODES[at % 7], CODES[at % 7], CODES[at % 7]),
            status=labels[label],
            anchor=f"row-{at}",
            where=CellRef("smelters.xlsx", "Smelter List", f"C{at + 2}"),
        )
        for at, (metal, label) in enumerate(kinds)
    )
    return Disclosure(found.period, found.facts, rows, sections=())


def codes(text: str, **changes: object) -> set[str]:
    """The codes of the errors on figures, names and dates that an exhibit with this text has."""
    passages = tuple(Passage(line, LineRef(FILE, at)) for at, line in enumerate(text.split(" ¶ "), 1) if line)
    _, found = compare_filing(base(**changes), FiledDocument(FILE, (), (), passages))
    return {one.code for one in found} & {"VE-007", "VE-016"}


CONTRADICTED = [
    # totals
    "Our suppliers reported 51 smelters and refiners, which the Annex lists.",
    "The suppliers named 60 smelters.",
    "Table 3 lists 60 smelters.",
    "We compiled a list of 49 unique smelters and refiners.",
    "In total, we know of a total of 62 facilities.",
    "Appendix A sets out the 48 eligible smelters that were identified in our supply chain.",
    "The 54 smelters and refiners reported by our supply chain were compared with the list of the RMI.",
    "Of the 55 smelters, 40 are Conformant.",
    "Altogether, 47 smelters in aggregate were named to us.",
    # parts
    "In all, 41 smelters on our list are Conformant.",
    "Of these 50 smelters, 38 are conformant.",
    "39 of these smelters are RMAP Conformant.",
    "Only one smelter is Active.",
    "We found five smelters with the status “Active” and 43 gold refiners.",
    "The list has 21 gold refiners.",
    "Of 50 smelters, 45 are Conformant or Active.",
    "We identified 14 conformant gold refiners.",
    "8 smelters have the status Not Enrolled.",
    "In all, 8 smelters on the list are not enrolled or Not Enrolled.",
    "Of the 50 smelters, 40 are Conformant. The remaining 12 smelters are not.",
    "Of 125 suppliers, 97 (77.6%) answered; the other 38 suppliers did not.",
    "39 of the 50 smelters (78%) are Conformant.",
    "41 out of 50 reported smelters were validated as conformant.",
    "Of the 50 smelters identified, 40 (80%) are conformant, 6 are active, and 7 are not participating.",
    # shares
    "Some 90% of the 50 smelters are conformant.",
    "Of 50 smelters, 43 (85.2%) take part (either Conformant or Active).",
    # the survey
    "We surveyed 130 suppliers.",
    "We sent the survey to 125 suppliers and received 90 responses.",
    "112 of the 125 suppliers we contacted (90%) responded.",
    "As of March 31, 2026, 38 of the smelters were RMAP conformant.",
    "We determined that 20 gold, 12 tin, 8 tantalum and 11 tungsten smelters were in our supply chain.",
    "We sent the template to 135 direct suppliers.",
    "Our inquiry covered 152 in-scope suppliers, which were asked to complete the template.",
    "We asked approximately 300 suppliers.",
    "We received answers from 79 out of 125 suppliers.",
    "We surveyed 125 suppliers, of which 79 responded.",
    "79 of our 125 suppliers (63.2%) responded.",
    "We received responses from 96 suppliers.",
    "We contacted 135 Tier 1 suppliers.",
    "As of this report, we have received responses from approximately 94% of the suppliers surveyed.",
    "The response rate among these suppliers was 89%.",
    "We achieved a supplier response rate of over 95%.",
    "98 suppliers returned a completed template.",
    "We had answers from 79% of the suppliers.",
    "The response rate was 87%.",
    "This is a response rate of 77.1%.",
    "We received answers from more than 80% of the suppliers.",
    "81% of the 125 suppliers responded.",
    # period, version, date, name
    "This report is for the year ended December 31, 2024.",
    "Conflict Minerals Report for the reporting year 2024",
    "The report covers the period from January 1, 2024 to December 31, 2024.",
    "It is filed for calendar year 2026.",
    "Reporting Period: January 1, 2024 – December 31, 2024",
    "Smelters of RY2024",
    "The 2024 reporting period ended in December.",
    "We sent version 6.4 of the template.",
    "We used the CMRT, version 6.54.",
    "The smelters were validated as conformant as of March 30, 2026.",
    "This Conflict Minerals Report of Sample Industries, Inc. covers pumps.",
    "Example Industrys, Inc. has prepared this report.",
    "Acme Widgets, Inc. (the “Company,” “we” or “us”) is a manufacturer of widgets.",
    "This is the Conflict Minerals Report of Acme Widgets Ltd. (the “Company”) for 2025.",
    "This Conflict Minerals Report for Example Holdings Corp. covers pumps.",
]
"""Each says one thing that the data contradicts."""


@pytest.mark.parametrize("text", CONTRADICTED)
def test_a_sentence_that_the_data_contradicts_is_told(text: str) -> None:
    assert codes(text)


@pytest.mark.parametrize(
    ("survey", "text", "differs"),
    [
        ({"suppliers": "approximately 7,000"}, "We worked with approximately 7,000 suppliers.", False),
        ({"suppliers": "approximately 7,000"}, "We asked 7,112 suppliers.", False),
        ({"suppliers": "approximately 7,000"}, "We asked approximately 9,000 suppliers.", True),
        (
            {"suppliers": "approximately 7,000"},
            "We asked 7,000 suppliers, of which 9,000 did not respond.",
            True,
        ),
        ({"response_rate": "81.11%"}, "We received responses from 81.11% of our suppliers.", False),
        ({"response_rate": "81.11%"}, "We received responses from 81% of our suppliers.", False),
        ({"response_rate": "81.11%"}, "We received responses from 82% of our suppliers.", True),
        ({"response_rate": "more than 95%"}, "More than 95% of our suppliers responded.", False),
        ({"response_rate": "more than 95%"}, "More than 97% of our suppliers responded.", True),
        ({"response_rate": "100 percent"}, "100% of our suppliers responded.", False),
        ({"response_rate": "100 percent"}, "98 percent of our suppliers responded.", True),
    ],
)
def test_rough_figures_and_stated_shares_are_compared_as_they_are_meant(
    survey: dict[str, str], text: str, *, differs: bool
) -> None:
    assert bool(codes(text, survey=survey)) is differs


def test_a_group_of_suppliers_has_figures_of_its_own() -> None:
    group = {"name": "direct materials suppliers", "answered": "40", "response_rate": "80%"}
    survey = {"suppliers": 125, "answered": 97, "groups": [group]}
    assert codes("40 direct materials suppliers responded, which is 80% of these.", survey=survey) == set()
    assert codes("42 direct materials suppliers responded.", survey=survey)


LEFT_ALONE = [
    # references, durations, money, other things
    "Figure 7 and Table 3 show this; see Note 14, Column 6, Schedule 2 and page 83.",
    "Table 3 lists 50 smelters.",
    "We keep records for 5 years, review them after 6 months, and have done so for 14 years.",
    "With sales of $31.207 billion and an investment of 14 million euros we are a middle-sized firm.",
    "We operate in more than 60 countries, trained 733 buyers in seventeen (17) languages, audited 43 sites.",
    "Our pumps have two, four or six-cylinder engines and a three-stage filter.",
    "A row is added if a smelter is named by one of the suppliers; each pump comes from one or more plants.",
    "Gold from 8853 S.p.A. goes into model X500.",
    "A good answer is scored 10 out of 10, and we visited our top 10 suppliers.",
    # shares of something else, bounds
    "We had answers from 77.60% of them, which is about 78% of the suppliers.",
    "The survey went to suppliers with 89% of our spend, and 17% of the parts contain tungsten.",
    "We aim at an 81% quality rating. Suppliers that ask 81% of their own suppliers get a bonus.",
    "In sum, 80% of the 50 smelters are responsible sources.",
    "Responses represent 89% of our spend.",
    "We received answers from more than 75% of the suppliers.",
    "We asked approximately 130 suppliers.",
    "The share fell 6% from 2024, after 41% of the suppliers had responded in 2014.",
    "In 2024, 85% of our suppliers responded to the survey.",
    "Last year, our suppliers named 61 smelters.",
    "Our suppliers named 50 smelters, up from 44 smelters in 2024.",
    # parts of which the data knows nothing, plans
    "We know 18 smelters that are Conformant and buy ore in covered countries.",
    "An additional 12 smelters are recognized by another programme; 15 smelters are new this year.",
    "All 31 of the smelters that buy ore in covered countries were deemed conformant.",
    "We plan to work with 2 refiners so that they reach “Active” status.",
    "Our goal is that 55 smelters are conformant.",
    "We visited 12 smelters and wrote to 9 refiners.",
    "We have reason to believe that 24 of the reported smelters source from the Covered Countries.",
    # suppliers that are not those of the survey
    "We visited six suppliers; 95 suppliers corrected their answer, and 9 suppliers were put on hold.",
    "An engagement day brought together four of the top 12 suppliers.",
    "Site visits ended with the identification of 88 suppliers.",
    "We trained 210 suppliers, and 17 suppliers attended a webinar.",
    "We asked 40 suppliers of cobalt for an EMRT, and 90% of these suppliers responded.",
    # years and dates
    "Since 2014 companies report on this. In 2021 we began to map mines.",
    "See our Form 10-K for the fiscal year ended December 31, 2024.",
    "Our Annual Report on Form 10-K for the year ended December 31, 2024 tells more.",
    "Our previous conflict minerals report, for calendar year 2024, named fewer smelters.",
    "Figure 4. Answers received (2015-2025 Reporting Years)",
    "We follow the OECD guidance, Third Edition (2016).",
    "Compared with calendar year 2024, more suppliers answered.",
    "For the ninth year in a row, and the 11th time in all, we used the 3rd Edition.",
    "We sent version 6.5 of the template; for cobalt, we sent the EMRT, version 1.3.",
    "This report is for the year ended December 31, 20251.",
    "The smelters were conformant as of March 31, 2026.",
    "Forward-looking statements speak only as of May 29, 2026.",
    # names
    "Financing is offered by Example Financial Services Corporation.",
    "Example Pumps of America, LLC joined the Responsible Minerals Initiative, Inc.",
    "EXAMPLE INDUSTRIES, INC. ¶ This Conflict Minerals Report of Example Industries, Inc. covers pumps.",
    "Establish Strong Company Management Systems ¶ The Conflict Minerals Report is on our website.",
    # all of it right
    "Of the 50 smelters, 40 are Conformant and 3 are Active; 97 of 125 suppliers (77.6%) responded.",
    "Of 50 smelters, 43 (86.0%) take part (either Conformant or Active).",
    "Of the 50 smelters, 40 are Conformant. Of these 40, 31 buy ore elsewhere; the remaining 9 do not say.",
    "40 of the 50 smelters (80%) are Conformant; 12 of the 50 smelters source from covered countries.",
    "We compiled a list of 50 unique smelters and refiners.",
    "We contacted 125 Tier 1 suppliers, and a total of 97 suppliers responded.",
    "Suppliers identified 50 smelters, of which 40 (80%) were conformant and 3 (6%) were active.",
    "Our suppliers provided a total of 1,204 smelter names, 50 of which are valid smelters.",
    "Of these smelters, 15 gold refiners are on the LBMA Good Delivery List.",
    "8 gold refiners ceased operations after the end of the year.",
    "In response to our survey, 5 suppliers reported that they source from covered countries.",
    "Copyright 2025 Example Industries, Inc.",
    "We received 97 responses from our 125 suppliers.",
]
"""Each is true of the data, or of things that the data does not know."""


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_a_sentence_that_the_data_does_not_contradict_is_left_alone(text: str) -> None:
    assert codes(text) == set()
