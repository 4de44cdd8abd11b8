"""The findings as SARIF: only what the format has, each result with its rule, place and waiver."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from generator.findings import Finding
from generator.findings.as_sarif import to_sarif
from generator.findings.catalogue import (
    CLAIM_FALSE,
    EIN_MISSING,
    FIGURE_TYPED,
    FILE_MISSING,
    NO_COUNTRY,
    rules,
)
from generator.model import CellRef, LineRef, Waiver

TEXT = {
    "type": "object",
    "properties": {"text": {"type": "string"}},
    "required": ["text"],
    "additionalProperties": False,
}


def closed(required: list[str], **properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


LEVEL = {"enum": ["none", "note", "warning", "error"]}
POSITIVE = {"type": "integer", "minimum": 1}
REGION = closed(["startLine"], startLine=POSITIVE, startColumn=POSITIVE, endColumn=POSITIVE)
URI = {"type": "string", "pattern": r"^[A-Za-z0-9._~!$&'()*+,;=@%/-]+$"}
LOCATION = closed(
    ["physicalLocation"],
    physicalLocation=closed(["artifactLocation"], artifactLocation=closed(["uri"], uri=URI), region=REGION),
    logicalLocations={
        "type": "array",
        "items": closed(
            ["fullyQualifiedName"], fullyQualifiedName={"type": "string"}, kind={"type": "string"}
        ),
    },
)
RULE = closed(
    ["id"],
    id={"type": "string"},
    name={"type": "string"},
    shortDescription=TEXT,
    defaultConfiguration=closed([], level=LEVEL),
    properties={"type": "object"},
)
SUPPRESSION = closed(
    ["kind"],
    kind={"enum": ["inSource", "external"]},
    status={"enum": ["accepted", "underReview", "rejected"]},
    justification={"type": "string"},
)
RESULT = closed(
    ["message"],
    ruleId={"type": "string"},
    ruleIndex={"type": "integer", "minimum": 0},
    level=LEVEL,
    message=TEXT,
    locations={"type": "array", "items": LOCATION},
    suppressions={"type": "array", "items": SUPPRESSION},
)
DRIVER = closed(
    ["name"],
    name={"type": "string"},
    semanticVersion={"type": "string", "pattern": r"^\d+\.\d+\.\d+$"},
    rules={"type": "array", "items": RULE, "uniqueItems": True},
)
SARIF = closed(
    ["version", "runs"],
    **{"$schema": {"type": "string", "format": "uri"}},
    version={"const": "2.1.0"},
    runs={
        "type": "array",
        "items": closed(
            ["tool"],
            tool=closed(["driver"], driver=DRIVER),
            columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
            results={"type": "array", "items": RESULT},
        ),
    },
)
"""The part of the format that is used, in our own words after the specification (OASIS, SARIF 2.1.0)."""

FILE = "data/2021/report/06 é.md"
LINE = LineRef(FILE, 3, 11, 3)
CELL = CellRef("data/2021/smelters.xlsx", "Smelter List", "C2")
WAIVER = Waiver(code="TF-001", place="x", reason="It is so.", name="Ina Invented")
FINDINGS = (
    Finding(FIGURE_TYPED, "'298' is typed", LINE, "Write it.", WAIVER),
    Finding(CLAIM_FALSE, "It is not so", LineRef(FILE, 4), "Mend it."),
    Finding(NO_COUNTRY, "A name", CELL, "Enter it."),
    Finding(FILE_MISSING, "No file", LineRef("data/2021"), "Put it there."),
    Finding(EIN_MISSING, "No EIN", LineRef(FILE, 1), "Fill it."),
)


def run_of(*findings: Finding) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(to_sarif(findings))
    jsonschema.validate(log, SARIF)
    (run,) = log["runs"]
    return dict(run)


def test_every_rule_of_the_catalogue_is_described() -> None:
    driver = run_of()["tool"]["driver"]
    assert [rule["id"] for rule in driver["rules"]] == [rule.code for rule in rules()]


def test_each_result_points_at_its_rule_and_has_its_level() -> None:
    run = run_of(*FINDINGS)
    named = run["tool"]["driver"]["rules"]
    assert [named[result["ruleIndex"]]["id"] for result in run["results"]] == [f.code for f in FINDINGS]
    assert [result["level"] for result in run["results"]] == ["warning", "error", "warning", "error", "note"]


def test_places_are_lines_columns_cells_or_files() -> None:
    typed, line, cell, folder, _ = (result["locations"][0] for result in run_of(*FINDINGS)["results"])
    uri = {"uri": "data/2021/report/06%20%C3%A9.md"}
    assert typed == {
        "physicalLocation": {
            "artifactLocation": uri,
            "region": {"startLine": 3, "startColumn": 11, "endColumn": 14},
        }
    }
    assert line["physicalLocation"]["region"] == {"startLine": 4}
    assert cell["logicalLocations"] == [{"fullyQualifiedName": "'Smelter List'!C2", "kind": "cell"}]
    assert folder == {"physicalLocation": {"artifactLocation": {"uri": "data/2021"}}}


def test_what_was_waived_is_suppressed_with_reason_and_name() -> None:
    waived, *others = run_of(*FINDINGS)["results"]
    assert waived["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "It is so. (Ina Invented)"}
    ]
    assert not any("suppressions" in result for result in others)


@pytest.mark.parametrize("change", [{"version": "2.0.0"}, {"runs": [{}]}, {"more": 1}])
def test_the_schema_refuses_what_is_no_sarif(change: dict[str, Any]) -> None:
    log = json.loads(to_sarif(FINDINGS)) | change
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(log, SARIF)
