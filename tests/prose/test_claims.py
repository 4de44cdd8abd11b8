from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from jinja2 import TemplateRuntimeError

from generator.model import Country, LineRef, Metal, Smelter
from generator.prose.claim import Claim
from generator.prose.claims import Claims
from generator.prose.facts import facts_of
from generator.prose.marks import without_marks
from tests.support.builders import RWANDA, disclosure, smelter

WHERE = LineRef("02-results.md", 7)
UNKNOWN = Country(None, "Unknown", "Unknown")

A = smelter("A", 2, status=1)
B = smelter("B", 3, status=1)
IN_RWANDA = smelter("Invented Tin", 4, status=1, country=RWANDA, metal=Metal.TIN)
ALSO_IN_RWANDA = smelter("Invented Gold", 5, status=1, country=RWANDA)
NOWHERE = smelter("N", 6, status=1, country=UNKNOWN)
CONFORMANT_IN_RWANDA = smelter("C", 7, status=0, country=RWANDA)


def none_in_covered(*rows: Smelter) -> str:
    """The sentence on the rows of status Open."""
    facts = facts_of(disclosure(*rows))
    claims = Claims(facts, lambda: WHERE, [])
    return without_marks(claims.none_in_covered_country(facts.facilities.indeterminable))


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        pytest.param(
            (CONFORMANT_IN_RWANDA,),
            "There are no listed facilities with the status “Open”.",
            id="empty subset",
        ),
        pytest.param(
            (A,),
            "The one facility among the listed facilities with the status “Open” is not located in a covered "
            "country.",
            id="one, holds",
        ),
        pytest.param(
            (A, B, CONFORMANT_IN_RWANDA),
            "None of the two listed facilities with the status “Open” is located in a covered country.",
            id="holds of the subset only",
        ),
        pytest.param(
            (IN_RWANDA,),
            "The one facility among the listed facilities with the status “Open” is located in a covered "
            "country: [Invented Tin](annex.md#row-4) (tin, Rwanda).",
            id="one, contradicted",
        ),
        pytest.param(
            (A, B, IN_RWANDA),
            "Of the three listed facilities with the status “Open”, one is located in a covered country: "
            "[Invented Tin](annex.md#row-4) (tin, Rwanda).",
            id="contradicted by one",
        ),
        pytest.param(
            (A, IN_RWANDA, ALSO_IN_RWANDA),
            "Of the three listed facilities with the status “Open”, two are located in a covered country: "
            "[Invented Tin](annex.md#row-4) (tin, Rwanda); [Invented Gold](annex.md#row-5) (gold, Rwanda).",
            id="contradicted by two",
        ),
        pytest.param(
            (NOWHERE,),
            "The one facility among the listed facilities with the status “Open” is not known to be located "
            "in a covered country. Its country is not known.",
            id="one, country not known",
        ),
        pytest.param(
            (A, B, NOWHERE),
            "None of the three listed facilities with the status “Open” is known to be located in a covered "
            "country. The country of one facility is not known.",
            id="a country is not known",
        ),
        pytest.param(
            (A, IN_RWANDA, NOWHERE),
            "Of the three listed facilities with the status “Open”, one is located in a covered country: "
            "[Invented Tin](annex.md#row-4) (tin, Rwanda). The country of one facility is not known.",
            id="contradicted, and a country is not known",
        ),
    ],
)
def test_the_sentence_on_covered_countries_is_true_of_its_subset(
    rows: tuple[Smelter, ...], sentence: str
) -> None:
    assert none_in_covered(*rows) == sentence


def test_more_than_nine_facilities_are_counted_in_figures() -> None:
    rows = [smelter(f"S{number}", number, status=1, country=RWANDA) for number in range(2, 1203)]
    assert none_in_covered(*rows).startswith(
        "All 1,201 listed facilities with the status “Open” are located in a covered country: [S2]"
    )


def test_a_name_in_a_sentence_is_text() -> None:
    hostile = smelter("[x](y) <b> | {{ z }}", 9, status=1, country=RWANDA)
    assert (
        "[&#91;x&#93;(y) &#60;b&#62; &#124; &#123;&#123; z &#125;&#125;](annex.md#row-9)"
        in none_in_covered(hostile)
    )


def test_a_claim_is_handed_over_with_its_place_and_what_contradicts_it() -> None:
    facts = facts_of(disclosure(A, IN_RWANDA))
    made = []
    claims = Claims(facts, lambda: WHERE, made)
    claims.none_in_covered_country(facts.facilities.indeterminable)
    claims.none_in_covered_country(facts.facilities.gold)
    assert [(claim.says, claim.contradicted_by, claim.where, claim.holds) for claim in made] == [
        ("none of facilities.indeterminable in a covered country", (IN_RWANDA,), WHERE, False),
        ("none of facilities.gold in a covered country", (), WHERE, True),
    ]


@pytest.mark.parametrize(
    ("suppliers", "answered", "sentence"),
    [
        (0, 0, "No supplier was asked."),
        (
            1,
            1,
            "The one supplier that was asked returned a completed CMRT, a response rate of 100%.",
        ),
        (1, 0, "The one supplier that was asked did not return a completed CMRT, a response rate of 0%."),
        (7, 7, "All seven suppliers returned a completed CMRT, a response rate of 100%."),
        (7, 6, "Of seven suppliers, six returned a completed CMRT, a response rate of 85.7%; one did not."),
        (7, 1, "Of seven suppliers, one returned a completed CMRT, a response rate of 14.3%; six did not."),
        (2, 0, "Of two suppliers, none returned a completed CMRT, a response rate of 0%; two did not."),
        (12, 12, "All 12 suppliers returned a completed CMRT, a response rate of 100%."),
        (
            1200,
            1199,
            "Of 1,200 suppliers, 1,199 returned a completed CMRT, a response rate of 99.9%; 1 did not.",
        ),
    ],
)
def test_the_sentence_on_answers_is_true_of_the_survey(suppliers: int, answered: int, sentence: str) -> None:
    facts = facts_of(
        disclosure(survey__suppliers=suppliers, survey__answered=answered, survey__tool_abbreviation="CMRT")
    )
    assert without_marks(Claims(facts, lambda: WHERE, []).all_answered()) == sentence


def test_the_sentence_on_answers_uses_the_words_of_the_filer() -> None:
    term = {"one": "contract manufacturer", "many": "contract manufacturers"}
    facts = facts_of(disclosure(survey__supplier_term=term, survey__tool_abbreviation="EMRT"))
    assert without_marks(Claims(facts, lambda: WHERE, []).all_answered()) == (
        "Of seven contract manufacturers, six returned a completed EMRT, a response rate of 85.7%; "
        "one did not."
    )


@pytest.mark.parametrize(
    ("rows", "end"),
    [
        ((A,), "The one row has one distinct facility name; none of them stand under more than one metal."),
        (
            (A, B),
            "The two rows have two distinct facility names; none of them stand under more than one metal.",
        ),
        (
            (A, smelter("a", 9, metal=Metal.TIN), B),
            "The three rows have two distinct facility names; one of them stands under more than one metal.",
        ),
        (
            (A, smelter("A", 9, metal=Metal.TIN), B, smelter("B", 10, metal=Metal.TIN)),
            "The four rows have two distinct facility names; two of them stand under more than one metal.",
        ),
    ],
)
def test_the_unit_of_counting_is_told_with_its_number(rows: tuple[Smelter, ...], end: str) -> None:
    claims = Claims(facts_of(disclosure(*rows)), lambda: WHERE, [])
    assert (
        without_marks(claims.unit_of_counting())
        == f"Each row of the list is one facility for one metal. {end}"
    )


ORIGINS = {"origins": {"countries": ["Peru", "Rwanda"]}}
AREAS = {"high_risk_areas": {"name": "Invented list", "as_of": "2022-03-31", "countries": ["Rwanda"]}}


def said(
    name: str, *rows: Smelter, derived: dict[str, Any] | None = None, **changes: Any
) -> tuple[str, Claim | None]:
    """The sentence of a claim, over all facilities where it needs some, and what it handed over."""
    facts = facts_of(replace(disclosure(*rows, **changes), **(derived or {})))
    made: list[Claim] = []
    write = getattr(Claims(facts, lambda: WHERE, made), name)
    of_facilities = name in ("low_risk_by_location", "all_conformant")
    return without_marks(write(facts.facilities) if of_facilities else write()), made[0] if made else None


@pytest.mark.parametrize(
    ("rows", "sentence", "holds"),
    [
        (
            (A, B),
            "None of the two listed facilities is located in a country that the list “Invented list” names "
            "as conflict-affected or of high risk. The list is that of March 31, 2022.",
            True,
        ),
        (
            (A, B, IN_RWANDA),
            "Of the three listed facilities, one is located in a country that the list “Invented list” names "
            "as conflict-affected or of high risk: [Invented Tin](annex.md#row-4) (tin, Rwanda). The list is "
            "that of March 31, 2022.",
            False,
        ),
        ((), "There are no listed facilities.", True),
    ],
)
def test_risk_by_place_is_told_by_the_stated_list(
    rows: tuple[Smelter, ...], sentence: str, holds: bool
) -> None:
    text, claim = said(
        "low_risk_by_location", *rows, derived={"high_risk_codes": (("Rwanda", "RW"),)}, **AREAS
    )
    assert text == sentence
    assert claim is not None
    assert claim.holds is holds


def test_risk_by_place_needs_a_stated_list() -> None:
    with pytest.raises(TemplateRuntimeError, match=r"fill high_risk_areas in disclosure\.yml"):
        said("low_risk_by_location", A)


@pytest.mark.parametrize(
    ("rows", "sentence", "holds"),
    [
        (
            (CONFORMANT_IN_RWANDA,),
            "The one facility among the listed facilities has the status “Conformant”.",
            True,
        ),
        (
            (CONFORMANT_IN_RWANDA, smelter("D", 8)),
            "All two listed facilities have the status “Conformant”.",
            True,
        ),
        (
            (A, B, CONFORMANT_IN_RWANDA),
            "Of the three listed facilities, one (33.3%) has the status “Conformant”.",
            False,
        ),
    ],
)
def test_how_many_are_conformant_is_told(rows: tuple[Smelter, ...], sentence: str, holds: bool) -> None:
    text, claim = said("all_conformant", *rows)
    assert text == sentence
    assert claim is not None
    assert claim.holds is holds


@pytest.mark.parametrize(
    ("codes", "changes", "sentence"),
    [
        (
            (),
            {},
            "The countries of origin of the conflict minerals in the covered products could not be "
            "determined.",
        ),
        (
            (("Peru", "PE"),),
            {"origins": {"countries": ["Peru"]}},
            "The one country of origin that was reported is not a covered country.",
        ),
        (
            (("Peru", "PE"), ("Brazil", "BR")),
            {"origins": {"countries": ["Peru", "Brazil"]}},
            "None of the two countries of origin that were reported is a covered country.",
        ),
        (
            (("Peru", "PE"), ("Rwanda", "RW")),
            ORIGINS,
            "Of the two countries of origin that were reported, one is a covered country: Rwanda.",
        ),
        (
            (("Congo (Kinshasa)", "CD"), ("DRC", "CD")),
            {"origins": {"countries": ["DRC", "Congo (Kinshasa)"]}},
            "The one country of origin that was reported is a covered country: Congo (Kinshasa).",
        ),
        (
            (("Peru", "PE"), ("Scrap", None)),
            {"origins": {"countries": ["Peru", "Scrap"]}},
            "The one country of origin that was reported is not a covered country. Recycled or scrap material"
            " was reported as an origin too.",
        ),
    ],
)
def test_origin_is_told_by_the_stated_countries(codes: Any, changes: Any, sentence: str) -> None:
    text, claim = said("origin", derived={"origin_codes": codes}, **changes)
    assert text == sentence
    assert claim is not None
    assert claim.holds is not any(name in sentence for name in ("Rwanda", "Kinshasa"))


@pytest.mark.parametrize(
    ("rows", "outside", "sentence"),
    [
        ((A,), 0, "None of seven suppliers declared not to source from covered countries."),
        (
            (A,),
            1,
            "Of seven suppliers, one declared that it does not source from covered countries.",
        ),
        (
            (A, IN_RWANDA),
            2,
            "Of seven suppliers, two declared that they do not source from covered countries. The list "
            "combines "
            "the answers of all suppliers and names one facility that stands in a covered country: that is "
            "consistent "
            "with "
            "the declaration if another supplier listed it.",
        ),
    ],
)
def test_declarations_are_told_beside_the_list(
    rows: tuple[Smelter, ...], outside: int, sentence: str
) -> None:
    text, _ = said("declared_outside", *rows, survey__outside_covered_countries=outside)
    assert text == sentence


def test_declarations_need_their_figure() -> None:
    with pytest.raises(TemplateRuntimeError, match=r"survey\.outside_covered_countries"):
        said("declared_outside", A)


def test_counts_of_one_sentence_are_all_words_or_all_figures() -> None:
    rows = [smelter(f"S{number}", number, status=1) for number in range(2, 13)]
    assert none_in_covered(*rows, IN_RWANDA).startswith(
        "Of the 12 listed facilities with the status “Open”, 1 is"
    )
    assert none_in_covered(A, IN_RWANDA).startswith(
        "Of the two listed facilities with the status “Open”, one is"
    )


NOT_GIVEN = smelter("G", 8, status=1, country=None)


@pytest.mark.parametrize(
    ("rows", "end"),
    [
        ((A, NOT_GIVEN), "The country of one facility is not given."),
        ((A, NOWHERE), "The country of one facility is not known."),
        ((A, NOT_GIVEN, NOWHERE), "The country of two facilities is not given or not known."),
    ],
)
def test_a_sentence_on_places_says_of_how_many_the_place_is_missing_and_why(
    rows: tuple[Smelter, ...], end: str
) -> None:
    text = none_in_covered(*rows)
    assert "is known to be located in a covered country. " in text
    assert text.endswith(end)
    text, _ = said("low_risk_by_location", *rows, derived={"high_risk_codes": (("Rwanda", "RW"),)}, **AREAS)
    assert "is known to be located in a country" in text
    assert text.endswith(end)


def filed_in(text: str, row: int = 9) -> Smelter:
    """A row whose country no table has."""
    return smelter("F", row, status=1, country=Country(None, text, text))


@pytest.mark.parametrize(
    ("rows", "sentences"),
    [
        (
            (A, filed_in("Atlantis")),
            "None of the two listed facilities with the status “Open” is known to be located in a covered "
            "country. The country of one facility is given under a name that is not recognised: “Atlantis”.",
        ),
        (
            (A, NOWHERE, filed_in("Atlantis"), filed_in("Utopia", 10), filed_in("Utopia", 11)),
            "None of the five listed facilities with the status “Open” is known to be located in a covered "
            "country. The country of one facility is not known. The country of three facilities is given "
            "under names that are not recognised: “Atlantis”, “Utopia”.",
        ),
        (
            (filed_in("Atlantis"),),
            "The one facility among the listed facilities with the status “Open” is not known to be located "
            "in a covered country. Its country is given under a name that is not recognised: “Atlantis”.",
        ),
        (
            (A, filed_in("Not disclosed")),
            "None of the two listed facilities with the status “Open” is known to be located in a covered "
            "country. The country of one facility is not known.",
        ),
    ],
)
def test_a_country_text_that_is_not_known_is_named(rows: tuple[Smelter, ...], sentences: str) -> None:
    assert none_in_covered(*rows) == sentences


@pytest.mark.parametrize("text", ["Congo (?)", "Rwanda / Burundi", "Kinshassa", "Central Africa Rep"])
def test_none_is_not_claimed_beside_a_text_that_may_be_a_covered_country(text: str) -> None:
    facts = facts_of(disclosure(A, filed_in(text)))
    made: list[Claim] = []
    sentence = Claims(facts, lambda: WHERE, made).none_in_covered_country(facts.facilities.indeterminable)
    assert without_marks(sentence).replace("&#47;", "/") == (
        "Whether any of the two listed facilities with the status “Open” is located in a covered country is "
        f"not known. The country of one facility is given under a name that is not recognised: “{text}”."
    )
    assert made[0].also_by == f"a country that is not known may be one: '{text}' of F (gold, C9)"
    assert not made[0].holds


def test_rows_in_covered_countries_are_named_beside_a_text_that_may_be_another() -> None:
    text = none_in_covered(A, IN_RWANDA, filed_in("Congo (?)"))
    assert text.startswith(
        "Of the three listed facilities with the status “Open”, one is located in a covered"
    )
    assert text.endswith("of one facility is given under a name that is not recognised: “Congo (?)”.")


COUNTS: dict[str, Any] = {"annex": None, "counts": {"unit": "known SORs", "total": 99}}


def claimed(name: str, *rows: Smelter, part: str = "", **changes: Any) -> str:
    """The sentence of a claim over a group of facilities; over all of them without ``part``."""
    facts = facts_of(disclosure(*rows, **changes))
    group = getattr(facts.facilities, part) if part else facts.facilities
    return without_marks(getattr(Claims(facts, lambda: WHERE, []), name)(group))


@pytest.mark.parametrize("name", ["none_in_covered_country", "low_risk_by_location"])
def test_a_sentence_on_places_needs_a_list_with_places(name: str) -> None:
    with pytest.raises(TemplateRuntimeError, match="needs a list of facilities, and there is none"):
        claimed(name, **COUNTS, **AREAS)
    with pytest.raises(
        TemplateRuntimeError, match="needs the countries of the facilities, and the list has none"
    ):
        claimed(name, NOT_GIVEN, **AREAS)
    without_status = replace(A, status=None)
    with pytest.raises(
        TemplateRuntimeError, match="needs the statuses of the facilities, and the list has none"
    ):
        claimed(name, without_status, part="conformant", **AREAS)


@pytest.mark.parametrize(
    ("counts", "part", "sentence", "also_by"),
    [
        (
            {"total": 99, "by_status": {"Conformant": 97}},
            "",
            "Of the 99 known SORs, 97 (98%) have the status “Conformant”.",
            "2 of 99 by the stated counts",
        ),
        (
            {"total": 3, "by_status": {"Conformant": 3}},
            "",
            "All three known SORs have the status “Conformant”.",
            "",
        ),
        (
            {"by_metal": {"Tin": 44}, "by_metal_and_status": {"Tin": {"Conformant": 42}}},
            "tin",
            "Of the 44 known SORs for tin, 42 (95.5%) have the status “Conformant”.",
            "2 of 44 by the stated counts",
        ),
    ],
)
def test_conformance_is_told_by_stated_counts(
    counts: dict[str, Any], part: str, sentence: str, also_by: str
) -> None:
    facts = facts_of(disclosure(annex=None, counts={"unit": "known SORs", **counts}))
    made: list[Claim] = []
    group = getattr(facts.facilities, part) if part else facts.facilities
    assert without_marks(Claims(facts, lambda: WHERE, made).all_conformant(group)) == sentence
    assert [(claim.contradicted_by, claim.also_by) for claim in made] == [((), also_by)]


def test_stated_conformance_is_a_share_of_the_stated_total_and_not_of_a_shorter_list() -> None:
    rows = [replace(one, status=None) for one in (A, B)]
    counts = {"unit": "identified SORs", "total": 282, "by_status": {"Conformant": 223}}
    assert claimed("all_conformant", *rows, counts=counts) == (
        "Of the 282 identified SORs, 223 (79.1%) have the status “Conformant”."
    )


def test_conformance_that_nothing_gives_is_no_sentence() -> None:
    with pytest.raises(TemplateRuntimeError, match="neither the list nor counts give them"):
        claimed("all_conformant", replace(A, status=None))
    with pytest.raises(TemplateRuntimeError, match="neither the list nor counts give them"):
        claimed("all_conformant", **COUNTS)


def test_conformance_says_of_how_many_no_status_is_given() -> None:
    assert claimed("all_conformant", CONFORMANT_IN_RWANDA, replace(A, status=None)) == (
        "Of the two listed facilities, one (50%) has the status “Conformant”."
        " No status is given for one of them."
    )


@pytest.mark.parametrize(
    ("survey", "sentence"),
    [
        ({"suppliers": "approximately 7,000"}, "Approximately 7,000 suppliers were asked."),
        ({"suppliers": 503}, "503 suppliers were asked."),
        ({"suppliers": 1}, "One supplier was asked."),
        ({"response_rate": "100 percent"}, "The response rate of the suppliers was 100 percent."),
        (
            {"suppliers": "7,000", "response_rate": "81.11%"},
            "7,000 suppliers were asked. The response rate of the suppliers was 81.11%.",
        ),
        (
            {"suppliers": 503, "answered": 408, "response_rate": "81.11%"},
            "Of 503 suppliers, 408 answered, a response rate of 81.11%; 95 did not.",
        ),
        (
            {"suppliers": "some 500", "answered": 8, "tool_abbreviation": "CMRT"},
            "Of some 500 suppliers, 8 returned a completed CMRT.",
        ),
        (
            {"answered": 732, "spend_share": "80%"},
            "732 suppliers answered. The answers stand for 80% of the spend.",
        ),
        (
            {
                "groups": [
                    {"name": "direct suppliers", "suppliers": 80, "answered": 78, "response_rate": "97.5%"},
                    {"name": "plants", "answered": "between 40 and 50", "spend_share": "3%"},
                    {"name": "others"},
                ]
            },
            "Direct suppliers: 80 asked, 78 answered, a response rate of 97.5%."
            " Plants: between 40 and 50 answered, 3% of the spend.",
        ),
    ],
)
def test_the_sentence_on_answers_says_what_the_filer_gives_and_no_more(
    survey: dict[str, Any], sentence: str
) -> None:
    facts = facts_of(disclosure(survey=survey))
    assert without_marks(Claims(facts, lambda: WHERE, []).all_answered()) == sentence


def test_the_sentence_on_answers_needs_a_figure() -> None:
    facts = facts_of(disclosure(survey={}))
    with pytest.raises(TemplateRuntimeError, match="needs a figure of the survey"):
        Claims(facts, lambda: WHERE, []).all_answered()


@pytest.mark.parametrize(
    ("outside", "sentence"),
    [
        (0, "No supplier declared that it does not source from covered countries."),
        (1, "One supplier declared that it does not source from covered countries."),
        ("over 40", "Over 40 suppliers declared that they do not source from covered countries."),
    ],
)
def test_declarations_are_told_without_the_number_of_suppliers(outside: object, sentence: str) -> None:
    text, _ = said("declared_outside", survey={"outside_covered_countries": outside})
    assert text == sentence


@pytest.mark.parametrize(
    ("origins", "sentence"),
    [
        (
            {"recycled": True},
            "Recycled or scrap material was reported as an origin; no country of origin was.",
        ),
        (
            {"recycled": ["Gold", "Tin"]},
            "Recycled or scrap material was reported as an origin of gold and tin; no country of origin was.",
        ),
        (
            {"countries": ["Peru"], "recycled": ["Gold"]},
            "The one country of origin that was reported is not a covered country. Recycled or scrap material"
            " was reported as an origin too, of gold.",
        ),
    ],
)
def test_recycled_material_is_told_beside_the_countries_of_origin(
    origins: dict[str, Any], sentence: str
) -> None:
    assert (
        said(
            "origin",
            derived={"origin_codes": (("Peru", "PE"),)} if "countries" in origins else {},
            origins=origins,
        )[0]
        == sentence
    )


def test_the_one_country_of_origin_may_be_a_covered_one() -> None:
    text, _ = said("origin", derived={"origin_codes": (("Rwanda", "RW"),)}, origins={"countries": ["Rwanda"]})
    assert text == "The one country of origin that was reported is a covered country: Rwanda."


def test_the_unit_of_counting_says_that_rows_are_filed_twice() -> None:
    text, _ = said("unit_of_counting", A, smelter("a", 9), smelter("A", 10))
    assert text.endswith(" Two rows have the metal and the name of an earlier row.")


def test_the_unit_of_counting_of_several_lists_says_so() -> None:
    text, _ = said("unit_of_counting", replace(A, list_key="one"), replace(B, list_key="two"))
    assert text == (
        "Each row of a list is one facility for one metal. The two rows of the two lists that are counted"
        " have two distinct facility names; none of them stand under more than one metal."
    )


def test_without_a_list_the_unit_of_counting_is_that_of_the_counts() -> None:
    text, _ = said("unit_of_counting", **COUNTS)
    assert text == "The numbers are stated as totals: there is no list of the known SORs that they count."
    with pytest.raises(TemplateRuntimeError, match="needs a list of facilities, or counts"):
        said("unit_of_counting", annex=None)
