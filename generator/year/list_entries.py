"""The entries of ``lists`` held against each other and against the sections of the report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from ..files.yaml_model import KeyPath
from ..findings import Finding
from ..findings.catalogue import YAML_VALUE
from ..model import DisclosureFacts, LineRef, Section


def mistakes_in_lists(
    facts: DisclosureFacts, sections: Iterable[Section], file: str, lines: Mapping[KeyPath, int]
) -> Iterator[Finding]:
    """An error for each list with the sheet of another one, or behind a section that is not there."""
    known = [PurePosixPath(section.file).stem for section in sections]
    sheets = [one.sheet.casefold() for one in facts.lists]
    for number, one in enumerate(facts.lists):
        if (first := sheets.index(sheets[number])) < number:
            message = f"'lists[{number + 1}].sheet' is '{one.sheet}', and lists[{first + 1}] has this sheet"
            where = LineRef(file, lines.get(("lists", number, "sheet")))
            advice = "Expected: a sheet of its own, or its rows stand twice."
            yield Finding(YAML_VALUE, message, where, advice)
        if one.section is not None and one.section not in known:
            message = f"'lists[{number + 1}].section' is '{one.section}', and the report has no such section"
            where = LineRef(file, lines.get(("lists", number, "section")))
            yield Finding(YAML_VALUE, message, where, f"Expected: one of {', '.join(known)}.")
