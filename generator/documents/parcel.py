"""Files and findings as one piece of bytes, so that what took long to make can be kept."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from ..findings import Finding
from ..findings.catalogue import rule_of
from ..model import Asset, CellRef, LineRef


def parcel(assets: Sequence[Asset], findings: Sequence[Finding]) -> bytes:
    """A line of JSON that says what follows, then the contents of the files, one after the other."""
    contents = [{**_without_content(asset), "bytes": len(asset.content)} for asset in assets]
    head = {"assets": contents, "findings": [_as_json(finding) for finding in findings]}
    return b"".join([json.dumps(head).encode(), b"\n", *(asset.content for asset in assets)])


def opened(content: bytes) -> tuple[list[Asset], list[Finding]]:
    """What ``parcel`` was given."""
    line, _, rest = content.partition(b"\n")
    head = json.loads(line)
    assets = []
    for entry in head["assets"]:
        size = entry.pop("bytes")
        assets.append(Asset(content=rest[:size], **entry))
        rest = rest[size:]
    return assets, [_finding(entry) for entry in head["findings"]]


def _without_content(asset: Asset) -> dict[str, Any]:
    return {name: getattr(asset, name) for name in Asset.__dataclass_fields__ if name != "content"}


def _as_json(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "message": finding.message,
        "where": asdict(finding.where),
        "advice": finding.advice,
    }


def _finding(entry: dict[str, Any]) -> Finding:
    place = CellRef if "cell" in entry["where"] else LineRef
    return Finding(rule_of(entry["code"]), entry["message"], place(**entry["where"]), entry["advice"])
