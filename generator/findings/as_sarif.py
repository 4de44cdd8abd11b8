"""The findings as SARIF 2.1.0, the format in which code hosts show the results of checks."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from .. import __version__
from ..model import CellRef, Place
from . import Finding, Rule, Severity
from .catalogue import rules

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def to_sarif(findings: Iterable[Finding]) -> str:
    """One run with all rules of the catalogue; a waived finding is a suppressed result."""
    catalogue = rules()
    numbers = {rule.code: number for number, rule in enumerate(catalogue)}
    driver = {
        "name": "formsd",
        "semanticVersion": __version__,
        "rules": [_rule(rule) for rule in catalogue],
    }
    results = [_result(finding, numbers[finding.code]) for finding in findings]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"stops": str(rule.stops), "waivable": rule.is_waivable, "about": rule.matter.value},
    }


def _result(finding: Finding, number: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": number,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message}. {finding.advice}"},
        "locations": [_location(place) for place in (finding.where, *finding.others)],
    }
    if finding.waiver:
        why = f"{finding.waiver.reason} ({finding.waiver.name})"
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": why}]
    return result


def _location(where: Place) -> dict[str, Any]:
    """The place; a cell of a workbook is a logical location, since it has no line."""
    physical: dict[str, Any] = {"artifactLocation": {"uri": quote(where.file)}}
    if isinstance(where, CellRef):
        name = f"'{where.sheet}'!{where.cell}" if where.sheet else where.cell
        cell = {"fullyQualifiedName": name, "kind": "cell"}
        return {"physicalLocation": physical, "logicalLocations": [cell]}
    if where.line is not None:
        region = {"startLine": where.line}
        if where.column is not None:
            region |= {"startColumn": where.column, "endColumn": where.column + where.length}
        physical["region"] = region
    return {"physicalLocation": physical}
