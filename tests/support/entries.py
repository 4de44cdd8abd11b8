"""One entry of ``disclosure.yml`` in another form, and what the reader finds then."""

from __future__ import annotations

from pathlib import Path

from generator.errors import InputError
from generator.model import DisclosureFacts
from generator.year.disclosure_yml import read_disclosure_yml
from tests.support.builders import YML


def facts_with(tmp_path: Path, old: str, new: str) -> DisclosureFacts:
    """What a file states with ``new`` in place of ``old``, once."""
    return read_disclosure_yml(_written(tmp_path, old, new), "d.yml")[0]


def findings_with(tmp_path: Path, old: str, new: str) -> list[str]:
    """All findings with which that file is refused; none where it is read."""
    try:
        facts_with(tmp_path, old, new)
    except InputError as problem:
        return [str(finding) for finding in problem.findings]
    return []


def places_with(tmp_path: Path, old: str, new: str) -> list[tuple[str, int | None]]:
    """Code and line of each of them."""
    try:
        facts_with(tmp_path, old, new)
    except InputError as problem:
        return [(finding.code, finding.as_dict()["line"]) for finding in problem.findings]  # type: ignore[misc]
    return []


def _written(tmp_path: Path, old: str, new: str) -> Path:
    assert old in YML
    path = tmp_path / "disclosure.yml"
    path.write_text(YML.replace(old, new, 1), encoding="utf-8")
    return path
