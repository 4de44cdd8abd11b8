"""Names of programmes, claims of being free of conflict, status labels, old phrases, names."""

from __future__ import annotations

from typing import Any

import pytest

from generator.checks.wording import status_is_conformant
from generator.model import Earlier
from tests.support.written_sections import found, prose_of

AUDIT = {"auditor": "Invented Auditors", "standard": "an invented standard", "conclusion": "Invented."}


def test_a_former_name_of_a_programme_is_told_with_the_present_one() -> None:
    assert found("WD-001", "We used the lists of the CFSI.") == [
        "WD-001 warning: 'CFSI' is no present name; it is the Responsible Minerals Initiative (RMI) "
        "(report/01-text.md:3:26). Write the present name, or say that it is a former one."
    ]


@pytest.mark.parametrize(
    ("text", "name", "present"),
    [
        ("The Conflict-Free Sourcing Initiative leads.", "Conflict-Free Sourcing Initiative", "(RMI)"),
        ("The Conflict-Free Smelter Program leads.", "Conflict-Free Smelter Program", "(RMAP)"),
        ("The CFSP leads.", "CFSP", "(RMAP)"),
        ("The EICC-GeSI template was used.", "EICC-GeSI", "(RMI)"),
        ("The EICC leads.", "EICC", "(RBA)"),
        ("The Responsible Jewelry Program leads.", "Responsible Jewelry Program", "(RJC)"),
        ("The London Bullion Market leads.", "London Bullion Market", "(LBMA)"),
    ],
)
def test_each_former_name_is_known(text: str, name: str, present: str) -> None:
    [says] = found("WD-001", text)
    assert f"'{name}' is no present name" in says
    assert present in says


@pytest.mark.parametrize(
    "text",
    [
        "RMI was formerly the Conflict-Free Sourcing Initiative (CFSI).",
        "RMAP of RMI, and the London Bullion Market Association.",
        "The Responsible Jewellery Council certifies.",
    ],
)
def test_present_names_and_explanations_pass(text: str) -> None:
    assert found("WD-001", text) == []


def test_conflict_free_without_an_audit_stops_a_final() -> None:
    text = "Our products are DRC conflict free."
    assert found("WD-002", text) == [
        f"WD-002 error: '{text}' says or implies that products are DRC conflict free, without an audit "
        "(report/01-text.md:3:22). Say what was determined instead, or state the audit in disclosure.yml "
        "(audit)."
    ]
    assert found("WD-002", text, audit=AUDIT) == []


def test_conflict_free_can_be_implied() -> None:
    [says] = found("WD-002", "The minerals in our products did not finance or benefit armed groups.")
    assert "says or implies" in says


@pytest.mark.parametrize(
    "text",
    [
        "We make no claim that a product is conflict free.",
        "The term “DRC conflict free” means something exact.",
        "The Conflict-Free Sourcing Initiative is a name.",
        "We are committed to sourcing minerals for our products in a manner that does not finance armed "
        "groups.",
        "We expect that minerals in our products do not benefit armed groups.",
        "The facility received a “conflict free” designation.",
        "We aim for minerals that neither finance nor benefit armed groups.",
        "We draw no conclusion on whether the minerals financed or benefited armed groups.",
    ],
)
def test_what_claims_nothing_passes(text: str) -> None:
    assert found("WD-002", text) == []


def test_a_status_without_a_definition_is_found() -> None:
    assert found("WD-003", "The status of two facilities is “In Progress”.") == [
        "WD-003 warning: the status “In Progress” is not defined (report/01-text.md:3:34). Use “Conformant”, "
        "“Open”, or define it in disclosure.yml (statuses)."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The status “conformant” is good.",
        "{% for status in statuses %}\nThe status “{{ status.label }}” is one.\n{% endfor %}",
        "Their status is looked at by us (the “company”).",
        "A “smelter” melts.",
    ],
)
def test_defined_statuses_and_other_words_in_quotes_pass(text: str) -> None:
    assert found("WD-003", text) == []


def test_compliant_is_the_former_word() -> None:
    assert found("WD-004", "We list compliant smelters.") == [
        "WD-004 info: 'compliant smelters' is the former word; RMI's present one is conformant "
        "(report/01-text.md:3:9). Write 'conformant'."
    ]
    assert found("WD-004", "We list conformant smelters and compliant suppliers.") == []
    [says] = found("WD-004", "We buy from conflict-free smelters.")
    assert says.startswith("WD-004 info: 'conflict-free smelters' is the former word")
    assert found("WD-004", "The Conflict-Free Smelter Program is a former name.") == []


def test_a_label_may_use_the_former_word() -> None:
    label = [{"label": "Full Compliant", "class": "conformant", "definition": "Invented."}]
    prose = prose_of("Text.", statuses=label)
    assert [str(finding) for finding in status_is_conformant(prose)] == [
        "WD-004 info: the status 'Full Compliant' uses the former word; RMI's present one is conformant "
        "(disclosure.yml:1). Change it, unless it reproduces a report as it was filed."
    ]


@pytest.mark.parametrize(
    ("text", "phrase", "advice"),
    [
        (
            "This is due to the definition of a smelter not being finalized.",
            "definition of a smelter not being finalized",
            "The definition has been final since 2013: say what keeps a facility from being identified now.",
        ),
        (
            "The products are DRC conflict undeterminable.",
            "DRC conflict undeterminable",
            "The rule allowed this for 2013 and 2014 only (smaller companies: to 2016): say what could not "
            "be determined.",
        ),
    ],
)
def test_phrases_of_the_first_years_are_found(text: str, phrase: str, advice: str) -> None:
    [says] = found("WD-005", text)
    assert says.startswith(f"WD-005 warning: '{phrase}' is a phrase of earlier years (report/01-text.md:3:")
    assert says.endswith(advice)
    assert found("WD-005", "The definition of a smelter is that of RMI.") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "This is the Conflict Minerals Report of Other Devices Corporation for 2021.",
            "Other Devices Corporation",
        ),
        ("Old Devices plc (“we” or “us”) asked its suppliers.", "Old Devices plc"),
        ("Invented Devices Inc. asked its suppliers.", "Invented Devices Inc."),
        ("This is the report of Invented Holdings, Inc. for 2021.", "Invented Holdings, Inc."),
    ],
)
def test_another_name_of_the_registrant_stops_a_final(text: str, name: str) -> None:
    [says] = found("WD-006", text)
    assert says.startswith(
        f"WD-006 error: '{name}' stands where cover and signature have 'Invented Devices, Inc.' "
    )
    assert says.endswith("Write {{ registrant.name }}.")


def test_the_name_of_the_year_before_is_found() -> None:
    before: dict[str, Any] = {"earlier": Earlier(2020, "Ancient Tools Limited", ())}
    text = "We and Ancient Tools Limited asked our suppliers."
    assert len(found("WD-006", text, derived=before)) == 1
    assert found("WD-006", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "{{ registrant.name }} asked its suppliers.",
        "Invented Devices, Inc. asked its suppliers.",
        "We buy boards from Foreign Supplier, Inc. and others.",
    ],
)
def test_the_exact_name_and_other_companies_pass(text: str) -> None:
    assert found("WD-006", text) == []


TEN = (
    "the Democratic Republic of the Congo, Angola, Burundi, the Central African Republic, the Republic of "
    "the Congo, Rwanda, South Sudan, Tanzania, Uganda and Zambia"
)


@pytest.mark.parametrize(
    ("names", "parts"),
    [
        (TEN.replace("South Sudan", "Sudan"), "South Sudan is missing; Sudan is none of them"),
        (TEN.replace(", Rwanda", ""), "Rwanda is missing"),
        (TEN.replace("the Republic of the Congo, ", ""), "the Republic of the Congo is missing"),
        (TEN.replace("Zambia", "Zambia, and Kenya"), "Kenya is none of them"),
    ],
)
def test_a_list_that_is_not_the_ten_stops_a_final(names: str, parts: str) -> None:
    text = f"The covered countries are {names}."
    [says] = found("CO-008", text)
    assert says.startswith(
        f"CO-008 error: a list of the covered countries is not the ten: {parts} (report/01-"
    )
    assert says.endswith("Write {{ covered_countries.sentence }}.")


@pytest.mark.parametrize(
    "text",
    [
        f"The covered countries are {TEN}.",
        "The covered countries are {{ covered_countries.sentence }}.",
        "Facilities stand in Rwanda, Uganda and Zambia.",
    ],
)
def test_the_ten_and_shorter_lists_pass(text: str) -> None:
    assert found("CO-008", text) == []


@pytest.mark.parametrize(
    ("text", "name", "present"),
    [
        (
            "Democratic Republic of Congo",
            "Democratic Republic of Congo",
            "the Democratic Republic of the Congo",
        ),
        ("Congo-Brazzaville", "Congo-Brazzaville", "the Republic of the Congo"),
        ("Zaire", "Zaire", "the Democratic Republic of the Congo"),
    ],
)
def test_a_congo_has_its_full_name(text: str, name: str, present: str) -> None:
    assert found("CO-009", f"Mines of the {text}.") == [
        f"CO-009 warning: '{name}' is not its name; it is {present} (report/01-text.md:3:14). "
        f"Write '{present}'."
    ]
    assert found("CO-009", f"Mines of {TEN}.") == []


JOINT = [{"name": "Invented Finance LLC", "jurisdiction": "Ohio", "commission_file_number": "1-768"}]


def test_each_registrant_has_its_one_name() -> None:
    assert found("WD-006", "Invented Finance LLC files this report.", co_registrants=JOINT) == []
    assert found("WD-006", "INVENTED FINANCE LLC asked its suppliers.", co_registrants=JOINT) == []
    [told] = found("WD-006", "Invented Finance, Inc. asked its suppliers.", co_registrants=JOINT)
    assert "stands where cover and signature have 'Invented" in told
