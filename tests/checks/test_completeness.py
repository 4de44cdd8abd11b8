"""What must stand in the report, and what a report says too little of."""

from __future__ import annotations

import pytest

from generator.checks.completeness import links_are_given, signer_is_an_officer, website_is_of_this_year
from generator.model import Metal
from tests.support.builders import REST, SECTIONS, disclosure, smelter
from tests.support.written_sections import found

WHOLE = SECTIONS["01-inquiry.md"].partition("\n")[2] + "\n{{ claim.unit_of_counting() }}\n"
ONCE = smelter("A", 2)
TWICE = (ONCE, smelter("A", 3, metal=Metal.TIN))


def test_a_whole_report_lacks_nothing() -> None:
    for code in ("CP-001", "CP-002", "CP-003", "CP-004"):
        assert found(code, WHOLE, *TWICE) == []


@pytest.mark.parametrize(
    ("says", "item"),
    [
        ("country of origin inquiry", ""),
        ("OECD", "the framework of the due diligence, Item 1.01(c)(1)(i)"),
        ("due diligence", "the measures of due diligence, Item 1.01(c)(1)(i)"),
        (
            "The mine or location of origin stays unknown.",
            "the efforts to find the mine or location of origin, Item 1.01(c)(2)",
        ),
        ("We plan to ask again.", "the steps to mitigate risk and improve due diligence, Item 1.01(c)"),
    ],
)
def test_what_the_form_asks_for_and_the_report_does_not_tell_stops_a_final(says: str, item: str) -> None:
    text = WHOLE.replace(says, "")
    expected = [
        f"CP-002 error: nothing in the report tells {item} (report). Write it; 'formsd start' has sections "
        "to "
        "begin from."
    ]
    assert found("CP-002", text, ONCE) == (expected if item else [])


def test_nothing_of_item_1_01_is_told_in_an_empty_report() -> None:
    says = "\n".join(found("CP-002", "Nothing."))
    for item in (
        "Item 1.01(a)",
        "Item 1.01(b)",
        "the products",
        "the facilities",
        "country of origin of the",
    ):
        assert item in says


def test_a_form_without_report_needs_inquiry_and_result_only() -> None:
    route = {"form__route": "country-of-origin-inquiry"}
    assert len(found("CP-002", "Nothing.", **route)) == 2
    assert found("CP-002", "{{ claim.all_answered() }} We determined it.", **route) == []


def test_a_step_without_a_heading_is_found() -> None:
    assert found("CP-001", WHOLE.replace("## Step 4: Invented audits", "")) == [
        "CP-001 warning: no heading tells step 4 of the OECD guidance (independent audits) (report). Say "
        "under "
        "a heading of its own what was done."
    ]


def test_a_step_that_says_nothing_is_found() -> None:
    text = WHOLE.replace("## Step 2: Invented risks", "## Step 2: Identify risk\n\nWe did.\n\n## More")
    [says] = found("CP-001", text)
    assert says == (
        "CP-001 warning: 'Step 2: Identify risk' says hardly anything of step 2 of the OECD guidance "
        "(identifying and assessing risk) (report/01-text.md:16:4). Say what was done in the period."
    )


@pytest.mark.parametrize("heading", ["Step four", "Step 4", "Independent third-party audits"])
def test_a_step_is_known_by_its_number_or_its_matter(heading: str) -> None:
    assert found("CP-001", WHOLE.replace("Step 4: Invented audits", heading)) == []


def test_a_count_without_its_unit_is_found() -> None:
    assert found("CP-003", "They name {{ facilities.total }} facilities.", *TWICE) == [
        "CP-003 warning: 2 counts a facility once for each metal; there are 1 distinct names "
        "(report/01-text.md:3:11). Say so where the number stands, for example with "
        "{{ claim.unit_of_counting() }}."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "They name {{ facilities.total }} facilities with {{ facilities.distinct_names }} names.",
        "They name {{ facilities.total }} facilities, counted for each metal.",
        "{{ table.status_by_metal }}",
        "They name some facilities.",
    ],
)
def test_a_count_with_its_unit_passes(text: str) -> None:
    assert found("CP-003", text, *TWICE) == []
    assert found("CP-003", "They name {{ facilities.total }} facilities.", ONCE) == []


def test_a_status_without_its_meaning_is_found() -> None:
    assert found("CP-004", "{{ table.status_by_metal }}", ONCE) == [
        "CP-004 warning: the report does not say what the status 'Conformant' means (report). Print "
        "{{ table.status_definitions }} beside the results."
    ]
    assert found("CP-004", "{{ table.status_definitions }}", ONCE) == []


def test_an_address_that_names_no_year_is_found() -> None:
    url = "https://www.example.com/sec-filings"
    [finding] = website_is_of_this_year(disclosure(registrant__disclosure_url=url))
    assert str(finding) == (
        f"CP-005 info: the address '{url}' does not name the year 2021 (disclosure.yml:1). Give the exact "
        "page, for example https://…/2021/, not a list of filings."
    )
    assert list(website_is_of_this_year(disclosure())) == []


def test_a_link_without_address_is_a_note() -> None:
    [finding] = links_are_given(disclosure(policy={"name": "Invented policy"}))
    assert str(finding) == (
        "CP-006 info: no web address is given for the policy 'Invented policy' (disclosure.yml:1). Fill "
        "policy.url "
        "in disclosure.yml, if it is public."
    )
    whole = {"name": "Invented policy", "url": "https://www.example.com/policy"}
    assert list(links_are_given(disclosure(policy=whole, grievance=whole))) == []


def test_a_signatory_who_is_no_officer_is_a_note() -> None:
    [finding] = signer_is_an_officer(disclosure(filing__signatory__title="Analyst"))
    assert str(finding) == (
        "CP-007 info: the signatory's title 'Analyst' is not that of an executive officer "
        "(disclosure.yml:1). "
        "Check who signs, and the title."
    )
    assert list(signer_is_an_officer(disclosure())) == []


def test_the_rest_of_a_report_says_that_it_is_invented() -> None:
    assert "invented" in REST


STEPS = [
    "Establish strong company management systems: a committee meets every month and reports to the board.",
    "Identify and assess risks in the supply chain: answers are read and compared with the lists.",
    "Design and implement a strategy to respond to risks: suppliers with gaps get a plan.",
    "Carry out independent third-party audits: we rely on the programme of the trade body.",
    "Report annually on supply chain due diligence: this report stands on our page.",
]


@pytest.mark.parametrize(
    "text",
    [
        "\n\n".join(
            f"({sign}) {step}" for sign, step in zip(("i", "ii", "iii", "iv", "v"), STEPS, strict=True)
        ),
        "\n\n".join(f"{number}.{step}" for number, step in enumerate(STEPS, start=1)),
        "| Step | What we do |\n|---|---|\n"
        + "\n".join(f"| {number} | {step} |" for number, step in enumerate(STEPS, start=1)),
        "\n\n".join(f"**Step {number}** We did what the guidance says." for number in range(1, 6)),
    ],
)
def test_steps_may_be_told_without_headings(text: str) -> None:
    assert found("CP-001", text) == []


def test_a_step_that_no_paragraph_begins_with_is_missed() -> None:
    text = "\n\n".join(STEPS[:3])
    assert [says.partition(" of the OECD")[0] for says in found("CP-001", text)] == [
        "CP-001 warning: no heading tells step 4",
        "CP-001 warning: no heading tells step 5",
    ]


@pytest.mark.parametrize(
    "says",
    [
        "In the period, covered devices included our Alpha line of pumps.",
        "We manufacture pumps and valves.",
        "The in-scope products are pumps.",
    ],
)
def test_products_may_be_told_in_other_words(says: str) -> None:
    assert not [one for one in found("CP-002", says, products=None) if "the products" in one]
    assert [one for one in found("CP-002", "Our policy is public.") if "the products" in one]


@pytest.mark.parametrize(
    "text",
    [
        "“Conformant” means that a facility passed an audit.",
        "A facility is looked at. Conformant: passed an audit of its own.",
        "| Status | Meaning |\n|---|---|\n| **Conformant** | It has passed an audit. |",
        "\\* “Conformant” indicates that a facility passed an audit.",
        "- **Conformant**: passed an audit by others",
        "Conformant smelters are those that passed an audit.",
    ],
)
def test_a_status_may_be_explained_in_prose_in_a_table_or_in_a_legend(text: str) -> None:
    assert found("CP-004", text, ONCE) == []


@pytest.mark.parametrize(
    "text", ["Most smelters are conformant.", "| Status | Number |\n|---|---|\n| Conformant | 1 |"]
)
def test_a_status_that_is_only_used_is_not_explained(text: str) -> None:
    [says] = found("CP-004", text, ONCE)
    assert "the report does not say what the status 'Conformant' means" in says
