"""What people waive, what they may not, and what that stops."""

from __future__ import annotations

from typing import Any

import pytest

from generator.checks.waivers import waived, waiver_is_known, waiver_is_needed
from generator.findings import Effect, Finding, Rule, Severity, Stops, errors, stopping
from generator.findings.catalogue import EIN_MISSING, METAL_UNKNOWN, NAME_PLACEHOLDER, NO_COUNTRY, rules
from generator.model import CellRef, LineRef, Place
from tests.support.builders import disclosure

CELL = CellRef("smelters.xlsx", "Smelter List", "C14")
LINE = LineRef("report/06-findings.md", 12, 3)
OPEN = Rule("ZZ-001", Effect.FINAL, "invented", "Invented.")


COMMANDS = ("CM-", "IM-", "RC-", "RL-", "VE-")
"""Codes that only commands find."""


def waiver(code: str = "SM-010", place: str = "smelters.xlsx") -> dict[str, str]:
    return {"code": code, "place": place, "reason": "NA is a company.", "name": "Ina Invented, Legal"}


def finding(rule: Rule = NAME_PLACEHOLDER, where: Place = CELL) -> Finding:
    return Finding(rule, "smelter name 'NA' looks like a placeholder", where, "Enter the name.")


def facts(*waivers: dict[str, str]) -> Any:
    return disclosure(waivers=list(waivers))


@pytest.mark.parametrize("place", ["smelters.xlsx", "smelters.xlsx C14", "smelters.xlsx 'Smelter List'!C14"])
def test_a_waiver_names_a_file_or_a_cell(place: str) -> None:
    [found] = waived(facts(waiver(place=place)), [finding()])
    assert found.waiver is not None
    assert found.waiver.name == "Ina Invented, Legal"


@pytest.mark.parametrize(
    "place", ["report/06-findings.md", "report/06-findings.md:12", "report/06-findings.md:12:3"]
)
def test_a_waiver_names_a_file_a_line_or_a_column(place: str) -> None:
    [found] = waived(facts(waiver(place=place)), [finding(where=LINE)])
    assert found.waiver is not None


@pytest.mark.parametrize("place", ["smelters.xlsx C15", "smelters", "xlsx", "report/06-findings.md:1"])
def test_a_waiver_of_another_place_does_not_apply(place: str) -> None:
    found = waived(facts(waiver(place=place)), [finding(), finding(where=LINE)])
    assert [one.waiver for one in found] == [None, None]


def test_a_waiver_of_another_code_does_not_apply() -> None:
    [found] = waived(facts(waiver("FM-002")), [finding()])
    assert found.waiver is None


def test_what_stops_every_build_is_never_waived() -> None:
    stated = facts(waiver("SM-004"))
    [found] = waived(stated, [finding(METAL_UNKNOWN)])
    assert errors([found]) == (found,)
    assert [str(one) for one in waiver_is_known(stated)] == [
        "WV-002 error: SM-004 (metal_is_known) cannot be waived (disclosure.yml:1). Mend what it finds, then "
        "remove the waiver."
    ]
    assert [rule.code for rule in rules() if rule.is_waivable and rule.stops is Stops.EVERY_BUILD] == []


def test_a_waiver_of_no_code_is_found() -> None:
    assert [str(one) for one in waiver_is_known(facts(waiver("XX-001")))] == [
        "WV-002 error: there is no code 'XX-001' (disclosure.yml:1). Copy the code from what 'formsd check' "
        "prints."
    ]


def test_a_waiver_that_applies_to_nothing_is_found() -> None:
    stated = facts(waiver(), waiver("FM-002", "disclosure.yml"), waiver("DC-001"))
    found = waived(stated, [finding()])
    assert [str(one) for one in waiver_is_needed(stated, found)] == [
        "WV-001 warning: the waiver of FM-002 at 'disclosure.yml' applies to nothing (disclosure.yml:1). "
        "Remove it, or correct its place: the line may have moved."
    ]


def test_a_waiver_that_applies_is_no_finding() -> None:
    stated = facts(waiver("FM-002", "disclosure.yml"))
    found = waived(stated, [finding(EIN_MISSING, LineRef("disclosure.yml", 5))])
    assert [*waiver_is_known(stated), *waiver_is_needed(stated, found)] == []


def test_a_waived_error_stops_nothing_and_is_still_listed() -> None:
    [found] = waived(facts(waiver("ZZ-001")), [finding(OPEN)])
    assert stopping([found], is_final=True) == ()
    assert str(found) == (
        "ZZ-001 error: smelter name 'NA' looks like a placeholder (smelters.xlsx 'Smelter List'!C14). "
        "Waived by Ina Invented, Legal: NA is a company."
    )
    assert found.as_dict()["waiver"] == {"reason": "NA is a company.", "name": "Ina Invented, Legal"}


def test_a_draft_is_stopped_only_by_what_leaves_nothing_to_show() -> None:
    of_prose, of_data, warning = finding(OPEN), finding(METAL_UNKNOWN), finding(NO_COUNTRY)
    found = [of_prose, of_data, warning]
    assert stopping(found, is_final=True) == (of_prose, of_data)
    assert stopping(found, is_final=False) == (of_data,)


def test_only_errors_stop_something() -> None:
    assert all((rule.severity is Severity.ERROR) == (rule.stops is not Stops.NOTHING) for rule in rules())


def test_what_only_a_command_asks_stops_that_command_and_no_build() -> None:
    stops = {rule.code: rule.stops for rule in rules() if rule.severity is Severity.ERROR}
    of_commands = {code: stop for code, stop in stops.items() if code.startswith(COMMANDS)}
    assert of_commands.pop("RC-011") is Stops.ANSWER
    assert set(of_commands.values()) == {Stops.COMMAND}
    assert [code for code, stop in stops.items() if stop is Stops.COMMAND] == list(of_commands)


def test_what_no_build_asks_is_not_waived() -> None:
    assert [one.code for one in rules() if one.is_waivable and one.code.startswith(COMMANDS)] == []
