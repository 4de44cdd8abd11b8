"""``formsd facts``: the names that a section may use, and what they say."""

from __future__ import annotations

import html
import json
import re
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.explain.filter_examples import FILTER_EXAMPLES
from generator.explain.meanings import meanings
from generator.explain.names import NOT_FOR_SENTENCES, Kind, Name, Names, UnknownNameError
from generator.model import Disclosure, OwnFacts, Section
from generator.pages.tables.prose_tables import prose_tables
from generator.pipeline import load
from generator.prose.bounds.offered import JINJA_FILTERS
from generator.prose.claims import Claims
from generator.prose.environment import FILTERS
from generator.prose.fact_values import Facts
from generator.prose.facts import AllFacts, facts_of
from generator.prose.filer_facts import RegistrantFacts
from generator.prose.marks import without_marks
from generator.prose.paragraphs import PARAGRAPHS
from generator.prose.prose import render_sections
from tests.support.builders import RWANDA, disclosure, smelter, write_year
from tests.support.golden import CASES, GOLDEN, with_workbooks

FULL: dict[str, Any] = {
    "counts": {"by_programme": {"Invented programme": "1"}},
    "survey__spend_share": "99%",
    "survey__groups": [{"name": "plants", "suppliers": "3", "response_rate": "81.11%"}],
    "policy": {"name": "Invented policy", "url": "https://www.example.com/policy"},
    "grievance": {"name": "Invented hotline"},
    "origins": {"countries": ["Bolivia", "Peru"]},
    "high_risk_areas": {"name": "Invented list", "as_of": "2022-01-31", "countries": ["Rwanda"]},
    "audit": {"auditor": "Invented Auditors LLP", "standard": "Invented", "conclusion": "Invented"},
    "survey__outside_covered_countries": "4",
    "survey__tool_version": "6.22",
    "filing__amendment": "1",
    "filing__edgar_url": "https://www.sec.gov/invented",
    "registrant__contact__title": "Invented Officer",
}
ROWS = (smelter("Invented Gold Works"), smelter("Invented Kigali Works", 3, country=RWANDA, status=1))


def names_of(**changes: Any) -> Names:
    return Names(disclosure(*ROWS, **changes))


def by_name(names: tuple[Name, ...]) -> dict[str, Name]:
    found = {one.name: one for one in names}
    assert len(found) == len(names)
    return found


@pytest.fixture(scope="module")
def full() -> dict[str, Name]:
    """The names of a filer who states everything."""
    return by_name(names_of(**FULL).every())


@pytest.fixture(scope="module")
def plain() -> dict[str, Name]:
    """The names of a filer who states what must be stated, and a few things more."""
    return by_name(names_of().every())


@pytest.fixture(scope="module", params=CASES)
def golden(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Disclosure:
    """An invented filer with a list or without, with counts, without a cover, without a survey."""
    source = GOLDEN / request.param / "input"
    data = with_workbooks(source, tmp_path_factory.mktemp(request.param) / "data")
    [year] = load(data)
    assert year.disclosure is not None
    return year.disclosure


def printed(expression: str, stated: Disclosure) -> str:
    """What a section prints."""
    facts = facts_of(stated)
    text = f"# Text\n\n{{{{ {expression} }}}}\n"
    rendered, problems = render_sections([Section(1, "a", "a", text)], facts, prose_tables(stated, facts))
    assert [str(problem) for problem in problems] == []
    return without_marks(rendered[0].body)


def test_the_same_names_are_listed_whatever_a_filer_states(
    full: dict[str, Name], plain: dict[str, Name]
) -> None:
    assert list(full) == list(plain)
    assert [one.may_be_missing for one in full.values()] == [one.may_be_missing for one in plain.values()]


def test_every_filer_has_the_same_names(golden: Disclosure, plain: dict[str, Name]) -> None:
    listed = {re.sub(r"\[\d+\]", "[0]", name) for name in by_name(Names(golden).every())}
    certain = {"products.categories"} if isinstance(golden.facts, OwnFacts) else set()
    assert listed | certain == {re.sub(r"\[\d+\]", "[0]", name) for name in plain}


def test_every_filer_s_names_say_what_a_section_prints(golden: Disclosure) -> None:
    for one in Names(golden).every():
        if one.kind is Kind.FACT and one.says is not None:
            found = html.unescape(printed(one.name, golden)).replace("\\", "")
            assert found == one.says, one.name
        assert one.meaning, one.name
        assert one.says is not None or one.may_be_missing or one.kind in (Kind.FILTER, Kind.PARAGRAPH)


def test_the_cover_may_be_missing_only_where_a_filing_is_restated(golden: Disclosure) -> None:
    names = by_name(Names(golden).every())
    is_restated = golden.facts.filing.is_restated
    for name in ("registrant.jurisdiction", "registrant.contact_name", "products.description"):
        assert names[name].may_be_missing is is_restated, name


def test_without_a_list_and_a_survey_nothing_is_counted() -> None:
    names = by_name(Names(disclosure(annex=None, survey=None, statuses=None)).every())
    counted = [one for one in names.values() if one.name.startswith(("facilities.", "survey.", "statuses"))]
    assert {one.says for one in counted if one.kind is Kind.FACT} == {None, "supplier", "suppliers"}
    assert {one.says for one in counted if one.kind is Kind.QUESTION} == {"no"}


def test_every_entry_of_the_facts_is_listed(full: dict[str, Name]) -> None:
    facts = facts_of(disclosure(*ROWS, **FULL))
    for field in fields(AllFacts):
        group = getattr(facts, field.name)
        first, path = (group[0], f"{field.name}[0]") if isinstance(group, tuple) else (group, field.name)
        entries = dir(first) if isinstance(first, Facts) else ()
        for entry in entries:
            if not entry.startswith("_") and entry not in NOT_FOR_SENTENCES:
                assert any(name.startswith(f"{path}.{entry}") for name in full), f"{path}.{entry}"


def test_a_new_fact_is_listed_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    begin = RegistrantFacts.__init__

    def with_motto(self: Any, stated: Any) -> None:
        begin(self, stated)
        self.motto = self._text("motto", "Invented in earnest")

    monkeypatch.setattr(RegistrantFacts, "__init__", with_motto)
    [found] = names_of().about("registrant.motto")
    assert (found.says, found.kind, found.may_be_missing) == ("Invented in earnest", Kind.FACT, False)


def test_a_name_says_what_a_section_prints(full: dict[str, Name]) -> None:
    for one in full.values():
        if one.kind is Kind.FACT and one.says is not None:
            found = html.unescape(printed(one.name, disclosure(*ROWS, **FULL))).replace("\\", "")
            assert found == one.says, one.name


def test_what_is_not_given_says_so_and_can_be_asked_for(plain: dict[str, Name]) -> None:
    missing = [one for one in plain.values() if one.says is None]
    assert {"survey.tool_version", "policy.url", "high_risk_areas.count", "audit.auditor"} <= {
        one.name for one in missing
    }
    assert all(one.may_be_missing for one in missing if one.kind is not Kind.PARAGRAPH)
    for one in missing:
        if one.kind is Kind.FACT and one.name.partition(".")[0] not in ("policy", "grievance"):
            group = re.sub(r"(high_risk_areas|survey\.groups)\b.*", r"\1", one.name)
            question = f"'given' if {group} else 'missing'"
            assert printed(question, disclosure(*ROWS)) == "missing", one.name


def test_what_must_be_stated_is_never_missing(full: dict[str, Name]) -> None:
    certain = {one.name for one in full.values() if one.kind is Kind.FACT and not one.may_be_missing}
    assert {"registrant.name", "period.year", "survey.supplier", "covered_countries.count"} <= certain
    assert "registrant.short_name" in certain  # the exact name takes its place
    assert not {"registrant.ein", "filing.date", "statuses[0].as_of", "origins.sentence"} & certain
    assert not {"survey.suppliers", "facilities.total", "table.countries", "annex_title"} & certain


def test_every_name_has_a_meaning(full: dict[str, Name]) -> None:
    assert [one.name for one in full.values() if not one.meaning] == []
    assert meanings()["RegistrantFacts", "ein"] == "I.R.S. Employer Identification Number."


def test_every_claim_table_and_filter_is_listed(full: dict[str, Name]) -> None:
    claims = {f"claim.{name}" for name in vars(Claims) if not name.startswith("_")}
    assert claims == {name.partition("(")[0] for name in full if name.startswith("claim.")}
    stated = disclosure(*ROWS)
    tables = {f"table.{name}" for name in prose_tables(stated, facts_of(stated))}
    assert tables == {name for name in full if name.startswith("table.")}
    paragraphs = {f"paragraph.{name}" for name in PARAGRAPHS}
    assert paragraphs == {name for name in full if name.startswith("paragraph.")}
    assert set(FILTER_EXAMPLES) == {*FILTERS, *JINJA_FILTERS, "constant"}
    assert all(one.says for one in full.values() if one.kind in (Kind.CLAIM, Kind.TABLE, Kind.FILTER))


def test_a_claim_that_needs_an_entry_is_not_given_without_it(plain: dict[str, Name]) -> None:
    claim = plain["claim.declared_outside()"]
    assert (claim.says, claim.may_be_missing) == (None, True)
    assert plain["claim.none_in_covered_country(facilities)"].says == (
        "Of the two listed facilities, one is located in a covered country: "
        "Invented Kigali Works (gold, Rwanda)."
    )


@pytest.mark.parametrize(
    ("asked", "name", "says"),
    [
        ("survey.suppliers", "survey.suppliers", "7"),
        ("facilities.gold", "facilities.gold.total", "2"),
        ("facilities.gold", "facilities.gold.share_of(facilities)", "100%"),
        ("facilities.gold", "facilities.gold.in_covered_countries.total", "1"),
        ("facilities.gold.conformant.total", "facilities.gold.conformant.total", "1"),
        ("statuses", "statuses[1].label", "Open"),
        ("statuses[1]", "statuses[1].facilities.total", "1"),
        ("statuses[1].facilities", "statuses[1].facilities.tin.total", "0"),
        ("facilities.in_high_risk_areas", "facilities.in_high_risk_areas.total", None),
        ("claim.origin", "claim.origin()", None),
        ("table", "table.products", "Covered products"),
        ("survey.answered|words", "survey.answered|words", "six"),
        ("claim.all_conformant(facilities.tin)", "claim.all_conformant(facilities.tin)", None),
    ],
)
def test_a_name_or_a_group_narrows_the_list(asked: str, name: str, says: str | None) -> None:
    found = by_name(names_of().about(asked))
    assert name in found
    assert says is None or found[name].says == says
    assert len(found) < 25


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ("survey.suplier", "There is no name 'survey.suplier'. Did you mean survey.supplier or "),
        ("servey", "There is no name 'servey'. Did you mean survey?"),
        ("zzz", "There is no name 'zzz'. 'formsd facts YEAR' without a name lists all of them."),
        ("facilities.rows", "There is no name 'facilities.rows'."),
        ("survey.__class__", "There is no name 'survey.__class__'."),
        ("statuses[9]", "There is no name 'statuses[9]'."),
        ("survey.supplierz|words", "'survey.supplierz|words' says nothing: 'supplierz' is not known here; "),
        ("claim.declared_outside()", "'claim.declared_outside()' says nothing: the claim needs survey."),
    ],
)
def test_a_name_that_is_not_there_is_an_error_that_names_near_ones(asked: str, message: str) -> None:
    with pytest.raises(UnknownNameError) as refused:
        names_of().about(asked)
    assert str(refused.value).startswith(message)


# The command


@pytest.fixture
def data(tmp_path: Path) -> Path:
    write_year(tmp_path / "data")
    return tmp_path / "data"


def facts(data: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["facts", "2021", *arguments, "--data", str(data)])


def test_the_command_lists_the_names_by_group(data: Path) -> None:
    result = facts(data)
    assert result.exit_code == 0, result.output
    lines = [" ".join(line.split()) for line in result.output.splitlines()]
    assert lines[:2] == ["registrant: The filer", "registrant.name Invented Devices, Inc."]
    assert "survey.suppliers* 7 (seven with |words)" in lines
    assert "survey.tool_version* not given for this year" in lines
    assert "filing.has_report yes (to ask: {% if filing.has_report %})" in lines
    assert lines[-2:] == [
        "* may be missing: write {% if name %} before it and {% endif %} behind it;",
        "for a number that may be 0, {% if name is not none %}.",
    ]


def test_the_command_tells_what_a_single_name_means(data: Path) -> None:
    assert facts(data, "covered_countries.count").output.splitlines() == [
        "covered_countries: The covered countries",
        "  covered_countries.count  10",
        "      How many there are.",
    ]


def test_the_command_prints_json_for_editors(data: Path) -> None:
    whole = json.loads(facts(data, "--json").output)
    assert whole["year"] == 2021
    assert {
        "name": "survey.tool_version",
        "group": "survey",
        "kind": "fact",
        "meaning": "Its version.",
        "says": None,
        "may_be_missing": True,
    } in whole["names"]
    [one] = json.loads(facts(data, "facilities.total", "--json").output)["names"]
    assert one["says"] == "2"


def test_the_command_ends_with_1_where_there_is_no_such_name(data: Path) -> None:
    result = facts(data, "survey.supplyers")
    assert result.exit_code == 1
    assert result.output.startswith("There is no name 'survey.supplyers'. Did you mean survey.suppliers")


def test_the_command_tells_the_errors_of_data_that_cannot_be_read(data: Path) -> None:
    (data / "2021" / "disclosure.yml").unlink()
    result = facts(data)
    assert result.exit_code == 1
    assert result.output.splitlines()[0].startswith("FI-001 error: disclosure.yml is not there")


def test_a_section_with_an_unknown_name_does_not_hide_the_names(data: Path) -> None:
    (data / "2021" / "report" / "03-a.md").write_text("# A\n\n{{ zzz }}\n", encoding="utf-8")
    assert facts(data, "survey.answered").exit_code == 0
