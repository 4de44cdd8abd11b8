"""Paragraphs that depend on facts: which text the data chooses, and what an empty one leaves behind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.model import Disclosure, Metal, Section, Smelter, WordingCase, WordingFile
from generator.pages.tables.prose_tables import prose_tables
from generator.pipeline import check_prose
from generator.prose.facts import facts_of
from generator.prose.marks import EMPTY, without_marks
from generator.prose.paragraphs import PARAGRAPHS
from generator.prose.paragraphs.empty import without_empty
from generator.prose.placed import placed_sections
from generator.prose.prose import render_sections
from generator.year.start import start_year
from tests.support.builders import RWANDA, disclosure, smelter, stated_facts

GOLD, TIN = smelter(), smelter("Invented Tin Works", row=3, status=1, metal=Metal.TIN)
NOWHERE = smelter("Invented Works", row=4, country=None)
UNKNOWN = replace(TIN, status=None)
ONLY_PLACES = tuple(replace(row, status=None) for row in (GOLD, TIN))
ONLY_STATUSES = tuple(replace(row, country=None) for row in (GOLD, TIN))
IN_RWANDA = smelter("Invented Rwanda Works", row=5, country=RWANDA)

_NESTED = {"asked": "{{ asked }} {{ questionnaire }}"}
"""What the texts of a paragraph print of others of its texts."""


def named_cases(name: str) -> WordingFile:
    """A wording of which each text is the name of its case."""
    cases = []
    for case in PARAGRAPHS[name].spec.cases:
        nested = f" {_NESTED[name]}" if name in _NESTED and case.name == "with-questionnaire" else ""
        nested = " {{ asked }}" if name in _NESTED and case.name == "without-questionnaire" else nested
        cases.append(WordingCase(case.name, f"<{case.name}>{nested}", 0, 1, 1))
    spec = PARAGRAPHS[name].spec
    return WordingFile(spec.name, f"wording/{spec.name}.md", "", tuple(cases))


def chosen(name: str, stated: Disclosure) -> str:
    """The cases that the data chooses, as they stand one behind the other."""
    stated = replace(stated, wording=tuple(
        named_cases(name) if one.name == PARAGRAPHS[name].spec.name else one for one in stated.wording
    ))  # fmt: skip
    return " ".join(said(f"{{{{ paragraph.{name} }}}}", stated).replace("&lt;", "<").split())


def said(text: str, stated: Disclosure) -> str:
    """The section below its title, as it is published."""
    facts = facts_of(stated)
    section = Section(1, "text", "report/01-text.md", f"# Text\n\n{text}\n")
    rendered, problems = render_sections([section], facts, prose_tables(stated, facts))
    assert [str(one) for one in problems] == []
    return without_marks(rendered[0].body)


NOT_DATED = [
    {"label": "Conformant", "class": "conformant", "definition": "On it.", "list": "A list"},
    {"label": "Open", "class": "indeterminable", "definition": "On none."},
]
ACTIVE = [{"label": "Conformant", "class": "active", "definition": "Committed."}]
LABELS = [{"label": "Conformant", "class": "conformant"}]
WITHOUT_COVER: dict[str, Any] = {
    **{f"registrant__{name}": None for name in ("jurisdiction", "address", "contact", "disclosure_url")},
    "products": None,
}
"""What a restated filing may do without."""
IS_ACTIVE = replace(GOLD, status=stated_facts(statuses=ACTIVE).statuses[0])
NO_LIST: dict[str, Any] = {"annex": None, "statuses": None}
ORIGINS = {"countries": ["Peru"]}
CO = {"name": "Harbor Finance LLC", "jurisdiction": "Delaware", "commission_file_number": "333-201234"}
BOTH = (GOLD, TIN)
PRODUCT = {"name": "Radios"}
WITH_METALS = {"name": "Radios", "metals": ["Tin"]}

CASES: tuple[tuple[str, tuple[Smelter, ...], Mapping[str, Any], str], ...] = (
    ("who_files", (), {"co_registrants": [CO]}, "<several>"),
    ("who_files", (), {}, "<one-with-short-name>"),
    ("who_files", (), {"registrant__short_name": None}, "<one>"),
    ("filed_as", (), {}, "<with-form>"),
    ("filing", (), {}, "<filed-on>"),
    ("filing", (), {"filing__date": None}, "<filed>"),
    ("filing", (), {"filing__state": "draft", "filing__date": None}, "<draft>"),
    ("public_reporting", (), {}, "<filed-on>"),
    ("public_reporting", (), {"filing__date": None}, "<filed>"),
    ("public_reporting", (), {"filing__state": "draft", "filing__date": None}, "<draft>"),
    ("as_filed", (), {}, "<dated>"),
    ("as_filed", (), {"filing__date": None}, "<not-dated>"),
    ("incorporation", (), {}, "<company>"),
    ("incorporation", (), {"co_registrants": [CO]}, "<company> <company>"),
    ("offices", (), {}, "<city-state>"),
    ("offices", (), {"registrant__address__country": "Canada"}, "<city-state-country>"),
    ("offices", (), {"registrant__address__state": None}, "<city>"),
    (
        "offices",
        (),
        {"registrant__address__state": None, "registrant__address__country": "Japan"},
        "<city-country>",
    ),
    ("publication", (), {}, "<address>"),
    ("web_address", (), {}, "<address>"),
    ("products_overview", (), {}, "<described>"),
    ("covered_products", (), {}, "<described>"),
    ("filed_as", (), WITHOUT_COVER, "<without-form>"),
    ("incorporation", (), WITHOUT_COVER, ""),
    ("offices", (), WITHOUT_COVER, ""),
    ("publication", (), WITHOUT_COVER, ""),
    ("products_overview", (), WITHOUT_COVER, "<not-described>"),
    ("covered_products", (), WITHOUT_COVER, "<not-described>"),
    ("products_table", (), WITHOUT_COVER, ""),
    ("products_table", (), {}, "<table>"),
    ("product_list", (), {}, "<product> <no-metals>"),
    (
        "product_list",
        (),
        {
            "products__categories": [
                {"name": "Radios", "metals": ["Tin"]},
                {"name": "Radios", "description": "small"},
                {"name": "Radios", "metals": ["Tin"], "description": "small"},
            ]
        },
        "<product-with-metals> <product-with-description> <product-with-metals-and-description>",
    ),
    (
        "asked",
        (),
        {},
        "<with-questionnaire> <number> <questionnaire> <abbreviation> <publisher> <what-it-asks>",
    ),
    (
        "asked",
        (),
        {"survey__tool_abbreviation": None, "survey__tool_publisher": None, "survey__tool_version": "6.4"},
        "<with-questionnaire> <number> <questionnaire> <version> <what-it-asks>",
    ),
    (
        "asked",
        (),
        {"survey__tool": None, "survey__tool_abbreviation": None, "survey__tool_publisher": None},
        "<without-questionnaire> <number>",
    ),
    (
        "asked",
        (),
        {"survey": {"supplier_term": {"one": "maker", "many": "makers"}}},
        "<without-questionnaire> <all>",
    ),
    ("answers", (), {}, "<answers>"),
    ("answers", (), {"survey": {"suppliers": "7"}}, ""),
    ("answer_level", BOTH, {}, "<company> <company-and-list>"),
    ("answer_level", (), NO_LIST, "<company>"),
    ("answer_level", BOTH, {"survey__answer_level": "both"}, "<both>"),
    ("answer_level", BOTH, {"survey__answer_level": "product"}, "<product>"),
    ("answer_level", BOTH, {"survey__answer_level": None}, ""),
    ("outside", BOTH, {"survey__outside_covered_countries": 0}, "<declared>"),
    ("outside", BOTH, {}, ""),
    ("facilities_named", BOTH, {}, "<with-countries> <listed>"),
    ("facilities_named", (), NO_LIST | {"counts": {"total": 12}}, "<without-countries>"),
    ("facilities_named", (), NO_LIST, ""),
    ("by_status", BOTH, {}, "<above> <status-with-share> <status-with-share> <definitions>"),
    ("by_status", (), NO_LIST, ""),
    ("undetermined", BOTH, {}, "<undetermined>"),
    ("undetermined", (GOLD,), {}, ""),
    ("inquiry_result", (), {"origins": ORIGINS}, "<determined>"),
    ("inquiry_result", (), {}, "<not-determined>"),
    ("policy", (), {"policy": {"name": "P", "url": "https://www.example.com/p"}}, "<with-address>"),
    ("policy", (), {"policy": {"name": "P"}}, "<without-address>"),
    ("policy", (), {}, ""),
    ("grievance", (), {"grievance": {"name": "G", "url": "https://www.example.com/g"}}, "<with-address>"),
    ("grievance", (), {"grievance": {"name": "G"}}, "<without-address>"),
    ("grievance", (), {}, ""),
    ("signatory", (), {}, "<named>"),
    ("signatory", (), {"filing__state": "draft", "filing__signatory": None}, "<not-named>"),
    ("controls", BOTH, {}, "<with-questionnaire> <listed>"),
    ("controls", (), NO_LIST | {"survey__tool_abbreviation": None}, "<without-questionnaire>"),
    ("answers_wanted", (), {}, "<wanted>"),
    ("answers_wanted", (), {"survey__answer_level": "product"}, ""),
    ("undetermined_told", BOTH, {}, "<told>"),
    ("undetermined_told", (GOLD,), {}, ""),
    ("lists_compared", BOTH, {}, "<above> <dated> <below>"),
    ("lists_compared", BOTH, {"statuses": NOT_DATED}, "<above> <not-dated> <below>"),
    ("lists_compared", (), NO_LIST, ""),
    ("lists_used", BOTH, {}, "<used>"),
    ("lists_used", (), NO_LIST, ""),
    ("future_steps", BOTH, {}, "<no-answer> <answers-wanted> <undetermined> <not-assessed>"),
    ("future_steps", (GOLD,), {"survey__answered": 7, "survey__answer_level": "product"}, ""),
    (
        "by_status",
        (replace(GOLD, status=None),),
        {"statuses": LABELS, "counts": {"total": "about 12", "by_status": {"Conformant": 9}}},
        "<above> <status>",
    ),
    ("facilities_listed", BOTH, {}, "<listed>"),
    ("facilities_listed", (), NO_LIST, ""),
    ("facilities_counted", BOTH, {}, "<table> <definitions>"),
    ("facilities_counted", (), NO_LIST | {"counts": {"total": 12}}, "<total>"),
    ("facilities_counted", (), NO_LIST | {"counts": {"total": "about 250"}}, "<total-in-words>"),
    ("facilities_counted", (), NO_LIST | {"counts": {"by_programme": {"RMAP": 90}}}, "<programs>"),
    ("facilities_counted", (), NO_LIST, ""),
    ("status_meanings", BOTH, {}, "<conformant> <indeterminable>"),
    ("status_meanings", (IS_ACTIVE,), {"statuses": ACTIVE}, "<active>"),
    ("status_meanings", (), NO_LIST, ""),
    ("for_companies", BOTH, {}, "<company>"),
    ("for_companies", BOTH, {"survey__answer_level": "both"}, ""),
    ("for_companies", (), NO_LIST, ""),
    ("places", BOTH, {}, "<places>"),
    ("places", (), NO_LIST, ""),
    ("facilities_in_countries", BOTH, {}, "<places>"),
    ("facilities_in_countries", (), NO_LIST, ""),
    ("covered_not_undetermined", BOTH, {}, ""),
    ("covered_not_undetermined", (GOLD, IN_RWANDA), {}, "<note>"),
    ("covered_not_undetermined", (GOLD, replace(IN_RWANDA, status=TIN.status)), {}, ""),
    ("countries_of_origin", (), {"origins": ORIGINS}, "<determined>"),
    ("countries_of_origin", (), {"origins": {"recycled": True}}, "<recycled-only>"),
    ("countries_of_origin", (), {}, "<not-determined>"),
    ("recycled_sources", (), {"origins": {"recycled": True}}, "<reported>"),
    ("recycled_sources", (), {"origins": {"recycled": ["Tin"]}}, "<reported-of-metals>"),
    ("recycled_sources", (), {}, "<not-known>"),
    ("location_of_origin", BOTH, {}, "<with-lists>"),
    ("location_of_origin", (), NO_LIST, "<without-lists>"),
    ("audit", (), {"audit": {"auditor": "A", "standard": "S", "conclusion": "C."}}, "<audited>"),
    ("audit", (), {}, "<not-audited>"),
    ("annex_lists", BOTH, {}, "<facilities> <country-and-status>"),
    ("annex_lists", (), NO_LIST, "<no-facilities>"),
    ("annex_lists", (GOLD, UNKNOWN), {}, "<facilities> <country-and-status-as-known>"),
    ("annex_lists", (GOLD, NOWHERE), {}, "<facilities> <country-and-status-as-known>"),
    (
        "annex_lists",
        (*ONLY_PLACES, replace(NOWHERE, status=None)),
        {"statuses": None},
        "<facilities> <country-as-known>",
    ),
    ("annex_lists", (*ONLY_STATUSES, replace(UNKNOWN, country=None)), {}, "<facilities> <status-as-known>"),
    ("annex_lists", ONLY_PLACES, {"statuses": None}, "<facilities> <country>"),
    ("annex_lists", ONLY_STATUSES, {}, "<facilities> <status>"),
    ("places_listed", BOTH, {}, "<countries>"),
    ("places_listed", (), NO_LIST, ""),
    ("status_dates", BOTH, {}, "<date> <behind>"),
    ("status_dates", BOTH, {"statuses": NOT_DATED}, "<no-dates>"),
    ("status_dates", (), NO_LIST, ""),
)


@pytest.mark.parametrize(("name", "rows", "changes", "cases"), CASES)
def test_the_data_chooses_the_text(
    name: str, rows: tuple[Smelter, ...], changes: Mapping[str, Any], cases: str
) -> None:
    assert chosen(name, disclosure(*rows, **changes)) == cases


def test_every_text_of_every_paragraph_has_facts_that_choose_it() -> None:
    tested = {(name, case) for name, _, _, cases in CASES for case in cases.split()}
    every = {(name, f"<{case.name}>") for name, one in PARAGRAPHS.items() for case in one.spec.cases}
    assert every - tested == set()


# --- what an empty paragraph leaves behind ---


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f"A.\n{EMPTY}\nB.\n", "A.\nB.\n"),
        (f"A.\n\n{EMPTY}\n\nB.\n", "A.\n\nB.\n"),
        (f"A.\n\n{EMPTY}\n{EMPTY}\n\n{EMPTY}\n\nB.\n", "A.\n\nB.\n"),
        (f"-   a\n{EMPTY}\n-   b\n", "-   a\n-   b\n"),
        (f"-   a\n-   {EMPTY}\n-   b\n", "-   a\n-   b\n"),
        (f"-   a\n    {EMPTY}\n    b\n", "-   a\n    b\n"),
        (f"A {EMPTY}b.\n", "A b.\n"),
        (f"## H\n\n{EMPTY}\n\n## I\n\nB.\n", "## I\n\nB.\n"),
        (f"## H\n\n### G\n\n{EMPTY}\n\n## I\n\nB.\n", "## I\n\nB.\n"),
        (f"## H\n\n{EMPTY}\n\n### G\n\nB.\n", "## H\n\n### G\n\nB.\n"),
        (f"## H\n\nA.\n\n{EMPTY}\n", "## H\n\nA.\n\n"),
        (f"# T\n\n{EMPTY}\n", "# T\n\n"),
        (f"## H\n\n## I\n\n{EMPTY}\nB.\n", "## H\n\n## I\n\nB.\n"),
        (f"```\n## H\n```\n\n{EMPTY}\n", "```\n## H\n```\n\n"),
    ],
)  # fmt: skip
def test_an_empty_paragraph_goes_with_its_line_and_with_a_heading_that_has_nothing_else(
    text: str, left: str
) -> None:
    assert without_empty(text) == left


def test_a_heading_that_a_person_left_empty_stays() -> None:
    assert without_empty("## H\n\n## I\n") == "## H\n\n## I\n"


def test_lines_of_a_paragraph_stand_as_far_in_as_the_line_that_asks() -> None:
    stated = disclosure(GOLD, TIN)
    assert said("-   Item.\n    {{ paragraph.controls }}", stated) == (
        "-   Item.\n    We use the CMRT to learn which smelters and refiners are in our supply chain.\n"
        "    We combine the answers in the [annex](annex.md) to this report."
    )


def test_a_section_may_ask_whether_a_paragraph_says_something() -> None:
    text = "{% if paragraph.policy %}Yes.{% else %}No.{% endif %}"
    assert said(text, disclosure()) == "No."
    assert said(text, disclosure(policy={"name": "P"})) == "Yes."


# --- what goes wrong ---


def problems_of(text: str, stated: Disclosure) -> list[str]:
    section = Section(1, "text", "data/2021/report/01-text.md", f"# Text\n\n{text}\n")
    return [str(one) for one in render_sections([section], facts_of(stated), {})[1]]


def test_a_paragraph_without_its_file_says_how_to_get_it() -> None:
    stated = disclosure()
    stated = replace(stated, wording=tuple(one for one in stated.wording if one.name != "who-files"))
    assert problems_of("By {{ paragraph.who_files }}.", stated) == [
        "WO-001 error: there is no wording 'who-files.md' (data/2021/report/01-text.md:3). "
        "'formsd start 2021' writes the files that are missing; or add the case."
    ]


def test_a_paragraph_that_is_not_known_names_the_nearest() -> None:
    (problem,) = problems_of("{{ paragraph.who_file }}", disclosure())
    assert "'who_file' is not known here; did you mean 'who_files'?" in problem
    (problem,) = problems_of("{{ paragraph.__class__ }}", disclosure())
    assert problem.startswith("SE-00")


def test_values_in_a_paragraph_are_escaped_as_in_a_section() -> None:
    stated = disclosure(registrant__name="<b>*Acme* {{ 7*6 }}</b>", registrant__short_name=None)
    in_section = said("{{ registrant.name }} (“we” or “us”)", stated)
    assert said("{{ paragraph.who_files }}", stated) == in_section
    assert "{{" not in in_section
    assert "<b>" not in in_section


# --- what checks see ---


def own(stated: Disclosure, name: str, text: str) -> Disclosure:
    """The year with a wording of one text in the place of the paragraph's first."""
    case = PARAGRAPHS[name].spec.cases[0].name
    spec = PARAGRAPHS[name].spec
    file = f"# T\n\n## {case}\n\n{text}\n"
    cases = (WordingCase(case, text, file.index(text), 3, 5),)
    written = WordingFile(spec.name, f"data/2021/wording/{spec.name}.md", file, cases)
    return replace(stated, wording=(*(one for one in stated.wording if one.name != spec.name), written))


def test_each_typed_sign_of_a_paragraph_has_its_place_in_the_wording() -> None:
    stated = own(disclosure(GOLD, TIN), "answers_wanted", "We asked {{ survey.suppliers }} of them.\nNow.")
    facts = facts_of(stated)
    section = Section(1, "text", "report/01-text.md", "# Text\n\nA. {{ paragraph.answers_wanted }} B.\n")
    (written,) = placed_sections([section], facts, {})
    assert written.text == "# Text\n\nA. We asked 7 of them.\nNow. B.\n"
    for word, file, line in (
        ("A.", section.file, 3),
        ("We", "data/2021/wording/answers-wanted.md", 5),
        ("Now", "data/2021/wording/answers-wanted.md", 6),
        ("B.", section.file, 3),
    ):
        at = written.text.index(word)
        assert written.is_typed(at, at + len(word))
        assert (written.place(at).file, written.place(at).line) == (file, line)
    seven = written.text.index("7")
    assert written.sources(seven, seven + 1) == {"survey.suppliers"}


def test_a_figure_typed_into_a_paragraph_is_found_once_at_its_place() -> None:
    stated = own(disclosure(GOLD, TIN), "answers_wanted", "We surveyed 7 suppliers.")
    section = Section(1, "text", "report/01-text.md", "# Text\n\n{{ paragraph.answers_wanted }}\n")
    stated = replace(stated, sections=(section,))
    facts = facts_of(stated)
    found = [one for one in check_prose(stated, facts, {}) if one.code == "TF-001"]
    assert [str(one.where) for one in found] == ["data/2021/wording/answers-wanted.md:5:13"]


def test_a_claim_in_a_paragraph_is_kept_with_the_line_that_asks() -> None:
    stated = disclosure(IN_RWANDA)
    facts = facts_of(stated)
    section = Section(
        1, "text", "report/01-text.md", "# Text\n\nA.\n\n{{ paragraph.facilities_in_countries }}\n"
    )
    (rendered,), _ = render_sections([section], facts, prose_tables(stated, facts))
    assert [(one.holds, str(one.where)) for one in rendered.claims] == [(False, "report/01-text.md:5")]


# --- beginning a year ---


def test_a_year_gets_the_wording_of_the_paragraphs_that_its_sections_print(tmp_path: Path) -> None:
    written, _ = start_year(tmp_path, 2021)
    sections = "".join(
        (tmp_path / "2021" / name).read_text(encoding="utf-8") for name in written if name.endswith(".md")
    )
    for name, one in PARAGRAPHS.items():
        is_there = (tmp_path / "2021" / "wording" / f"{one.spec.name}.md").is_file()
        assert is_there == (f"{{{{ paragraph.{name} }}}}" in sections)


def test_a_year_with_sections_of_its_own_gets_only_what_they_print(tmp_path: Path) -> None:
    report = tmp_path / "2021" / "report"
    report.mkdir(parents=True)
    (report / "01-a.md").write_text("# A\n\n{{ paragraph.who_files }}\n", encoding="utf-8")
    written, _ = start_year(tmp_path, 2021)
    names = {one.spec.name for one in PARAGRAPHS.values()}
    assert [name for name in written if name.removeprefix("wording/").removesuffix(".md") in names] == [
        "wording/who-files.md"
    ]


def test_no_default_text_and_no_section_of_the_example_has_a_condition(repo: Path) -> None:
    folders = [repo / "generator/year/templates/report", repo / "generator/year/templates/form"]
    folders += [repo / "data/2021/report", repo / "data/2021/form"]
    found = [path for folder in folders for path in folder.rglob("*.md") if "{%" in path.read_text("utf-8")]
    assert found == []
