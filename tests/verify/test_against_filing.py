"""A filed document against the data: literal rows and sentences in, codes and messages out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.filed.values import FiledDocument, FiledRow
from generator.model import (
    CellRef,
    Country,
    Disclosure,
    FacilityList,
    LineRef,
    Metal,
    OtherMineral,
    Passage,
    Smelter,
    percent,
)
from generator.model.comparing import folded
from generator.verify.against_filing import compare_filing
from generator.verify.filing_lines import filing_lines
from tests.support.filing import restated
from tests.support.wording import wording

FILE = "ex101.htm"
COUNTRIES = {"JAPAN": "JP", "RWANDA": "RW", "PERU": "PE", "Japan": "JP", "TÜRKIYE": "TR", "TURKEY": "TR"}
STATUSES = [
    {"label": "Full Compliant", "class": "conformant", "definition": "On the list."},
    {"label": "Active", "class": "active", "definition": "On the other list."},
    {"label": "Indeterminable", "class": "indeterminable", "definition": "On no list."},
]

Listed = tuple[str, str, str, str]
"""Metal, name, country, status."""

LIST: tuple[Listed, ...] = (
    ("Gold", "Aida Chemical Industries Co., Ltd.", "JAPAN", "Full Compliant"),
    ("Gold", "Works (Unit 1)", "PERU", "Full Compliant"),
    ("Tin", "Luna Smelter, Ltd.", "RWANDA", "Full Compliant"),
    ("Tin", "Works (Unit 1)", "PERU", "Active"),
    ("Tin", "Open Works", "PERU", "Indeterminable"),
)


def own(*rows: Listed, **changes: object) -> Disclosure:
    """The data with these rows; ``changes`` as ``tests.support.filing`` takes them."""
    found = restated(statuses=STATUSES, **changes)
    labels = {status.label: status for status in found.facts.statuses}
    smelters = tuple(
        Smelter(
            metal=Metal(metal),
            name=name,
            country=Country(COUNTRIES[country], country, country.capitalize()),
            status=labels[status],
            anchor=f"row-{number}",
            where=CellRef("smelters.xlsx", "Smelter List", f"C{number}"),
            cid=f"CID{number:06}" if name.startswith("Aida") else None,
            aliases=("Musoma Works",) if name == "Open Works" else (),
        )
        for number, (metal, name, country, status) in enumerate(rows, start=2)
    )
    return Disclosure(found.period, found.facts, smelters, sections=(), wording=wording())


def filed(
    *rows: tuple[str | None, ...],
    text: str = "",
    cids: bool = False,
    counts: tuple[tuple[str, ...], ...] = (),
) -> FiledDocument:
    """A filed document with these rows, and this text in one paragraph a line."""
    found = tuple(
        FiledRow(
            Metal(row[0]) if row[0] else None,
            row[1] or "",
            row[2],
            COUNTRIES.get(row[2] or ""),
            row[3],
            row[4] if cids and len(row) > 4 else None,
            LineRef(FILE, line),
        )
        for line, row in enumerate(rows, start=100)
    )
    passages = tuple(Passage(line, LineRef(FILE, at)) for at, line in enumerate(text.split("\n"), 1) if line)
    tables = tuple(tuple(Passage(cell, LineRef(FILE, 50)) for cell in row) for row in counts)
    return FiledDocument(FILE, found, ("metal", "name", "country", "status"), passages, tables)


def told(document: FiledDocument, *rows: Listed, **changes: object) -> list[str]:
    """What is found, each as ``code place: message``."""
    _, findings = compare_filing(own(*(rows or LIST), **changes), document)
    return [f"{one.code} {one.where}: {one.message}" for one in findings]


def codes(document: FiledDocument, *rows: Listed, **changes: object) -> list[str]:
    return [line.partition(" ")[0] for line in told(document, *rows, **changes)]


def changed(at: int, **values: str) -> list[tuple[str, ...]]:
    """The list with other values in one row."""
    names = ("metal", "name", "country", "status")
    rows = [list(row) for row in LIST]
    for name, value in values.items():
        rows[at][names.index(name)] = value
    return [tuple(row) for row in rows]


def test_the_same_rows_in_any_order_are_equal() -> None:
    compared, findings = compare_filing(own(*LIST), filed(*reversed(LIST)))
    assert (compared.rows_filed, compared.rows_equal, findings) == (5, 5, ())
    assert all(figure.is_equal for figure in compared.figures)


def test_a_row_that_is_not_filed_is_told_at_its_cell() -> None:
    assert told(filed(*LIST[:4]))[0] == (
        "VE-004 smelters.xlsx 'Smelter List'!C6: the data lists 'Open Works' (tin, PERU, Indeterminable),"
        " the filing ex101.htm does not"
    )


def test_a_row_that_only_the_filing_has_is_told_at_its_line() -> None:
    assert told(filed(*LIST, ("Gold", "Other Mint", "JAPAN", "Active")))[0] == (
        "VE-003 ex101.htm:105: the filing lists 'Other Mint' (gold, JAPAN, Active), the data does not"
    )


def test_a_row_that_is_filed_twice_is_told() -> None:
    assert (
        "'Open Works' (tin, PERU, Indeterminable) twice, the data once (C6)" in told(filed(*LIST, LIST[4]))[0]
    )


@pytest.mark.parametrize(
    ("values", "message"),
    [
        (
            {"country": "PERU"},
            "VE-005 ex101.htm:100: the country of 'Aida Chemical Industries Co., Ltd.' (gold) is 'PERU' in"
            " the filing and 'JAPAN' in the data (C2)",
        ),
        (
            {"status": "Active"},
            "VE-005 ex101.htm:100: the status of 'Aida Chemical Industries Co., Ltd.' (gold) is 'Active' in"
            " the filing and 'Full Compliant' in the data (C2)",
        ),
        (
            {"metal": "Tantalum"},
            "VE-005 ex101.htm:100: the metal of 'Aida Chemical Industries Co., Ltd.' (gold) is 'Tantalum' in"
            " the filing and 'Gold' in the data (C2)",
        ),
        (
            {"name": "Aida Chemikal Industries Co., Ltd."},
            "VE-005 ex101.htm:100: the filing lists 'Aida Chemikal Industries Co., Ltd.' (gold), the data has"
            " 'Aida Chemical Industries Co., Ltd.' there (C2)",
        ),
        (
            {"name": "AIDA Chemical Industries Company Limited"},
            "VE-006 ex101.htm:100: the name 'AIDA Chemical Industries Company Limited' is spelled 'Aida"
            " Chemical Industries Co., Ltd.' in the data (C2)",
        ),
        (
            {"status": "FULL COMPLIANT"},
            "VE-006 ex101.htm:100: the status 'FULL COMPLIANT' of 'Aida Chemical Industries Co., Ltd.' (gold)"
            " is spelled 'Full Compliant' in the data (C2)",
        ),
    ],
)
def test_a_changed_row_says_what_is_where(values: dict[str, str], message: str) -> None:
    assert message in told(filed(*changed(0, **values)))


def test_the_name_of_a_country_for_readers_is_as_good_as_the_filed_one() -> None:
    assert told(filed(*changed(0, country="Japan"))) == []


def test_two_spellings_of_a_country_are_told_from_two_countries() -> None:
    rows = (("Gold", "Works", "TÜRKIYE", "Active"),)
    assert codes(filed(("Gold", "Works", "TURKEY", "Active")), *rows) == ["VE-006"]
    assert codes(filed(("Gold", "Works", "PERU", "Active")), *rows) == ["VE-005"]


def test_units_of_one_works_are_different_facilities() -> None:
    found = codes(filed(*changed(1, name="Works (Unit 4)")))
    assert sorted(found)[:2] == ["VE-003", "VE-004"]


def test_names_far_apart_are_a_row_missing_and_one_too_many() -> None:
    found = told(filed(*changed(4, name="Thaisarco")))
    assert [line.partition(" ")[0] for line in found[:2]] == ["VE-003", "VE-004"]


def test_a_near_name_is_suggested() -> None:
    document = filed(*LIST[:4], ("Gold", "Opens Works", "PERU", "Indeterminable"))
    _, findings = compare_filing(own(*LIST[:4], ("Gold", "Open Works", "PERU", "Indeterminable")), document)
    assert [one.code for one in findings][:1] == ["VE-005"]
    document = filed(*LIST[:4], ("Tin", "Opened Mill Works", "PERU", "Indeterminable"))
    _, findings = compare_filing(own(*LIST[:4], ("Tin", "Open Works", "PERU", "Indeterminable")), document)
    assert findings[0].advice.startswith("Did it mean 'Open Works' (C6)?")


def test_an_identification_number_pairs_rows_with_other_names() -> None:
    rows = [list(row) for row in LIST]
    rows[0][1:] = ["Sanritsu", "JAPAN", "Full Compliant", "CID000002"]
    found = told(filed(*map(tuple, rows), cids=True))
    assert found[0].startswith("VE-005 ex101.htm:100: the filing lists 'Sanritsu' (gold), the data has 'Aida")


def test_another_name_of_the_same_facility_is_a_spelling() -> None:
    assert codes(filed(*changed(4, name="Musoma Works"))) == ["VE-006"]


def test_a_renamed_status_is_told_once_for_all_its_rows() -> None:
    rows = [("Gold", f"Works {chr(65 + n)}{n}", "PERU", "Active") for n in range(8)]
    found = told(filed(*[(*row[:3], "Aktive") for row in rows]), *rows)
    assert len([line for line in found if line.startswith("VE-005")]) == 1
    assert (
        "and 3 more rows is 'Aktive' in the filing and 'Active' in the data (C2, C3, C4, C5, C6" in found[0]
    )


def test_a_status_that_the_filing_does_not_give_is_told() -> None:
    rows = [(*LIST[0][:3], None), *LIST[1:]]
    assert "is 'nothing' in the filing and 'Full Compliant' in the data" in told(filed(*rows))[0]


SAID = """\
We asked our seven contract manufacturers, and we received a 100% response rate. One manufacturer reported \
that it did not source from the Covered Countries.
An aggregate of 5 facilities or smelters were used. Of these 5 facilities, 3 facilities are compliant. \
There is 1 other smelter that is deemed “active”. The remaining 1 facilities are not on the lists. \
They stand in 3 countries. The list has 4 distinct facility names and 2 gold refiners.
The report covers the period from January 1, 2021 to December 31, 2021."""

WITH_OUTSIDE = {"survey__outside_covered_countries": 1, "survey__supplier_term": {
    "one": "contract manufacturer", "many": "contract manufacturers"}}  # fmt: skip


def test_the_figures_of_sentences_are_found_and_equal() -> None:
    compared, findings = compare_filing(own(*LIST, **WITH_OUTSIDE), filed(*LIST, text=SAID))
    assert findings == ()
    said = {figure.name: [one.value for one in figure.said] for figure in compared.figures if figure.said}
    assert said == {
        "listed facilities (rows)": ["5", "5"],
        "with the status 'Full Compliant'": ["3"],
        "with the status 'Active'": ["1"],
        "with the status 'Indeterminable'": ["1"],
        "listed for gold": ["2"],
        "distinct names": ["4"],
        "countries in which they stand": ["3"],
        "contract manufacturers asked": ["7"],
        "response rate": ["100%"],
        "contract manufacturers that do not source from covered countries": ["1"],
        "year of the reporting period": ["2021"],
    }


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("our seven", "our eight", "the data gives 7 (contract manufacturers asked)"),
        ("100%", "99%", "the data gives 100% (response rate)"),
        (
            "One manufacturer",
            "Two manufacturers",
            "the data gives 1 (contract manufacturers that do not source",
        ),
        ("aggregate of 5", "aggregate of 6", "the data gives 5 (listed facilities (rows))"),
        (
            "Of these 5",
            "Of these 9",
            "no figure of the data is 9, the nearest is 5 (listed facilities (rows))",
        ),
        ("3 facilities are", "2 facilities are", "the data gives 3 (with the status 'Full Compliant')"),
        ("1 other", "2 other", "the data gives 1 (with the status 'Active')"),
        ("remaining 1", "remaining 8", "the data gives 1 (with the status 'Indeterminable')"),
        ("3 countries", "4 countries", "the data gives 3 (countries in which they stand)"),
        ("4 distinct", "5 distinct", "the data gives 4 (distinct names)"),
        ("2 gold", "3 gold", "the data gives 2 (listed for gold)"),
        (
            "to December 31, 2021",
            "to December 31, 2022",
            "the data gives 2021 (year of the reporting period)",
        ),
    ],
)
def test_a_figure_that_differs_is_told_with_its_sentence(old: str, new: str, message: str) -> None:
    assert old in SAID
    finding, *_ = told(filed(*LIST, text=SAID.replace(old, new)), **WITH_OUTSIDE)
    assert finding.startswith("VE-007 ex101.htm:")
    assert new.rpartition(" ")[2] in finding
    assert message in finding


def test_swapped_figures_are_not_taken_for_each_other() -> None:
    text = "3 facilities are deemed “active” and 1 facility is compliant."
    assert codes(filed(*LIST, text=text)) == ["VE-007", "VE-007"]


def test_a_number_that_the_data_does_not_have_is_a_note() -> None:
    assert told(filed(*LIST, text="Our staff visited 17 smelters.")) == [
        "VE-008 ex101.htm:1: 'Our staff visited 17 smelters.': the data has no such figure, it was not"
        " compared"
    ]


def test_words_about_a_number_of_facilities_that_is_no_count_are_left_alone() -> None:
    text = "Each row is one facility for one metal. Every one of the suppliers answered. Two smelters closed."
    assert told(filed(*LIST, text=text)) == []


def test_cells_of_tables_are_figures_too() -> None:
    table = (
        ("Metal", "Full Compliant", "Active", "Indeterminable", "Total"),
        ("Gold", "2", "0", "0", "2"),
        ("Tin", "1", "1", "2", "3"),
        ("All metals", "3", "1", "1", "5"),
    )
    assert told(filed(*LIST, counts=table)) == [
        "VE-007 ex101.htm:50: the filing says 'Tin: 2'; the data gives 1 (listed for tin with the status"
        " 'Indeterminable')"
    ]


def test_a_count_and_its_share_beside_a_label_are_compared() -> None:
    assert told(filed(*LIST, text="Full Compliant: 3 of 5 (60%)")) == []
    assert len(told(filed(*LIST, text="Full Compliant: 2 of 6 (61%)"))) == 3


@pytest.mark.parametrize("filed_rate", ["85.7%", "86%", "85.71 percent"])
def test_a_rounded_response_rate_is_equal(filed_rate: str) -> None:
    text = f"We received a response rate of {filed_rate}."
    assert told(filed(*LIST, text=text), survey__answered=6) == []


def test_shares_are_rounded_as_the_report_rounds() -> None:
    assert [percent(237, 298), percent(1, 1), percent(999, 1000, 0), percent(1, 3000), percent(0, 0)] == [
        "79.5%", "100%", "99%", "0.1%", "0%",
    ]  # fmt: skip


CLAIM = "There were no smelters or refiners geographically located in a Covered Country."


def test_a_claim_that_a_row_contradicts_names_the_row() -> None:
    assert told(filed(*LIST, text=CLAIM)) == [
        f"VE-009 ex101.htm:1: the filing says '{CLAIM}', and the list contradicts it: Luna Smelter, Ltd."
        " (tin, Rwanda, Full Compliant, C4 of the list)"
    ]


def test_a_claim_that_is_true_of_the_facilities_before_it_says_so() -> None:
    text = f"The remaining 1 facilities are not on the lists. {CLAIM}"
    assert told(filed(*LIST, text=text))[0].endswith(
        "; it is true only of the 1 facility with the status 'Indeterminable', which the sentences before"
        " it are about"
    )


@pytest.mark.parametrize(
    "text",
    [
        "None of the 1 facilities with the status “Indeterminable” is located in a covered country.",
        "One manufacturer reported that it did not source from the Covered Countries.",
        "The filing says that no smelter or refiner stands in a covered country.",
        "We did not determine whether the minerals originated in a covered country.",
        "One of the 5 listed facilities is located in a covered country: Luna Smelter, Ltd. (tin, Rwanda).",
    ],
)
def test_sentences_that_claim_less_are_not_contradicted(text: str) -> None:
    assert "VE-009" not in codes(filed(*LIST, text=text))


def test_the_claim_holds_where_no_row_stands_in_a_covered_country() -> None:
    rows = [row for row in LIST if row[2] != "RWANDA"]
    assert told(filed(*rows, text=CLAIM), *rows) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Aida Chemical Industries Co., Ltd.", "AIDA CHEMICAL INDUSTRIES COMPANY LIMITED"),
        ("8853 S.p.A.", "8853 SpA"),
        ("H.C. Starck Inc.", "HC Starck, Incorporated"),
        ("L'Orfebre S.A.", "L’Orfèbre SA"),
        ("JX Nippon Mining & Metals Co., Ltd.", "JX Nippon Mining and Metals Co Ltd"),
        ("CCR Refinery—Glencore Canada", "CCR Refinery - Glencore Canada"),
    ],
)
def test_spellings_of_one_name_are_one(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Works (Unit 1)", "Works (Unit 2)"),
        ("Dowa", "Dowa Metals"),
        ("East Plant", "West Plant"),
        ("田中", "中田"),
    ],
)
def test_two_names_stay_two(one: str, other: str) -> None:
    assert folded(one) != folded(other)


def test_the_lines_for_readers_name_each_figure() -> None:
    document = filed(*LIST, text=SAID)
    compared, _ = compare_filing(own(*LIST, **WITH_OUTSIDE), document)
    lines = list(filing_lines(document, compared))
    assert lines[0] == "ex101.htm: a facility table of 5 rows (metal, name, country, status)"
    assert lines[1] == "Rows: 5 of 5 equal to the data in metal, name, country, status"
    assert lines[2] == "Columns compared: metal, name, country, status; not found in the filing: cid"
    assert " ".join(lines[4].split()) == "listed facilities (rows) 5 5 5 (2 times): equal"


WHOLE_FIRST = (
    "Of the 5 listed facilities, 2 are located in a covered country.\n"
    "Of seven contract manufacturers, one declared that it does not source from covered countries."
)


def test_a_part_that_stands_behind_its_whole_is_not_taken_for_it() -> None:
    rows = [(*row[:2], "RWANDA" if at < 1 else row[2], *row[3:]) for at, row in enumerate(LIST)]
    assert told(filed(*rows, text=WHOLE_FIRST), *rows, **WITH_OUTSIDE) == []
    wrong = WHOLE_FIRST.replace(", 2 are", ", 3 are").replace(", one", ", two")
    facilities, suppliers = told(filed(*rows, text=wrong), *rows, **WITH_OUTSIDE)
    assert facilities.endswith("the data gives 2 (in a covered country)")
    assert suppliers.endswith(
        "the data gives 1 (contract manufacturers that do not source from covered countries)"
    )


def bare(stated: Disclosure, *columns: str) -> Disclosure:
    """The data without these columns."""
    rows = tuple(replace(row, **dict.fromkeys(columns)) for row in stated.smelters)
    return replace(stated, smelters=rows)


def test_a_column_that_the_data_does_not_give_is_compared_with_nothing_and_named() -> None:
    document = filed(*LIST, text="None of the smelters is located in a covered country.")
    compared, found = compare_filing(bare(own(*LIST), "country", "status", "cid"), document)
    assert found == ()
    assert compared.columns == ("metal", "name")
    assert (compared.rows_equal, compared.not_filed) == (5, ())
    assert list(filing_lines(document, compared))[2] == (
        "Columns compared: metal, name; not in the data: country, status"
    )


def test_a_column_that_the_filing_does_not_have_is_compared_with_nothing_and_named() -> None:
    document = replace(filed(*((*row[:2], None, None) for row in LIST)), columns=("metal", "name"))
    compared, found = compare_filing(own(*LIST), document)
    assert found == ()
    assert compared.columns == ("metal", "name")
    assert compared.not_filed == ("cid", "country", "status")


def test_the_same_row_twice_in_both_is_equal() -> None:
    twice = (*LIST, LIST[0])
    compared, found = compare_filing(own(*twice), filed(*twice))
    assert (compared.rows_equal, found) == (6, ())


def test_a_filing_without_a_list_is_held_against_stated_counts() -> None:
    counts = {"total": 12, "by_metal": {"Gold": 7, "Tin": 5}, "by_status": {"Full Compliant": 9}}
    stated = own(counts=counts, annex=None)
    table = (("Metal", "Full Compliant", "Total"), ("Gold", "6", "7"), ("Tin", "3", "4"))
    document = replace(filed(text="We know a total of 12 smelters.", counts=table), columns=())
    compared, found = compare_filing(stated, document)
    assert [one.message for one in found if one.code == "VE-007"] == [
        "the filing says 'Tin: 4'; the data gives 5 (for tin)"
    ]
    assert next(iter(filing_lines(document, compared))) == (
        "ex101.htm: no facility table, and the data has no list"
    )


def test_a_list_that_only_the_filing_has_is_told_once() -> None:
    _, found = compare_filing(own(annex=None), filed(*LIST))
    assert [one.message for one in found if one.code == "VE-003"] == [
        "the filing has a list of 5 rows, and the data has none"
    ]


def test_figures_of_a_survey_that_the_filer_does_not_give_are_not_compared() -> None:
    stated = own(*LIST, survey={"suppliers": "approximately 7,000"})
    text = "We asked suppliers, and 6 suppliers responded, a response rate of 85.7%."
    _, found = compare_filing(stated, filed(*LIST, text=text))
    assert {one.code for one in found} == {"VE-008"}


def test_other_minerals_are_part_of_the_rows_and_of_no_figure() -> None:
    cobalt = replace(own(LIST[0]).smelters[0], metal=OtherMineral("Cobalt"), name="Cobalt Works")
    stated = own(*LIST)
    rows = FacilityList("", "All", (*stated.smelters, cobalt))
    document = filed(*LIST)
    other = replace(document.rows[0], metal=OtherMineral("Cobalt"), name="Cobalt Works")
    document = replace(document, rows=(*document.rows, other))
    compared, found = compare_filing(replace(stated, lists=(rows,)), document)
    assert (compared.rows_equal, found) == (6, ())
