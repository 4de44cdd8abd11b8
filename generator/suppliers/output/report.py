"""``review/report.md``: what became of every file and row, and what the letters leave out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...model.counted import counted
from ..counts import Tally
from ..letters.letter import Letter
from ..reconciled import Reconciled, Surveyed
from ..survey import other_lines, survey_lines
from .markdown import as_markdown, listed, table
from .report_letters import about_letters

NO_STATUS = "without a status"


def report(result: Reconciled, letters: Sequence[Letter]) -> Iterator[str]:
    """Its lines; ``letters`` are those of the result."""
    counts = result.counts
    yield f"# Reconciliation for {result.year}"
    yield ""
    yield "Internal: this report names suppliers."
    yield ""
    yield from table(
        "Files",
        ("found", "used", "replaced by another answer", "set aside"),
        [(counts.files_found, counts.files_used, counts.files_replaced, counts.files_aside)],
    )
    yield from _tallies("Rows of suppliers' lists", {"all": counts.rows})
    yield from _tallies("By metal", counts.by_metal)
    yield from _tallies("By supplier", counts.by_supplier)
    yield from table(
        "The list",
        ("rows", "reported", "kept although nobody reports them"),
        [(counts.listed, counts.rows.kept, counts.kept_unreported)],
    )
    yield "## Survey"
    yield ""
    yield from (f"- {as_markdown(line)}" for line in survey_lines(result.survey))
    yield ""
    by_status = [(label or NO_STATUS, number) for label, number in counts.listed_by_status.items()]
    yield from table("By status", ("status", "rows"), by_status)
    yield from _other_minerals(result)
    yield from about_letters(result, letters)
    for title, lines in (
        ("Files set aside", list(_set_aside(result))),
        ("Other findings", [str(finding) for finding in result.findings]),
        ("Changes since the last run", [f"{one.what}: {one.text}" for one in result.changes]),
        ("Left out of the list", [f"{one.key}: {one.why}" for one in result.left_out]),
        ("In last year's list and reported by nobody", result.gone),
        ("Remarks on rows", _flagged(result)),
    ):
        yield from listed(title, lines)


def _other_minerals(result: Reconciled) -> Iterator[str]:
    """The lines on the minerals of EMRTs, AMRTs and CRTs; none where nobody answered about any."""
    if result.other_counts is None:
        return
    yield "## Other minerals"
    yield ""
    yield from (f"- {as_markdown(line)}" for line in other_lines(result))
    yield ""
    yield from _tallies("By mineral", result.other_counts.by_metal)
    yield from table(
        "Who answered about other minerals",
        ("supplier", "template", "date", "rows", "minerals"),
        [
            (one.supplier, ", ".join(one.versions), str(one.effective_date or ""), one.rows, _used(one))
            for one in result.other_survey
        ],
    )


def _used(one: Surveyed) -> str:
    """The minerals with the answer to question 1."""
    return ", ".join(f"{mineral}: {said or 'not answered'}" for mineral, said in one.metals.items())


def _set_aside(result: Reconciled) -> Iterator[str]:
    """Why; what to do about each stands in a letter, or with what the letters leave out."""
    for one in result.set_aside:
        yield f"{one.file}: {one.finding.message} ({one.finding.code})."


def _flagged(result: Reconciled) -> list[str]:
    """Kinds of flags with the number of rows that have one."""
    kinds = [kind for row in result.every_row for kind in {flag.kind.value for flag in row.flags}]
    return [f"{kind}: {counted(kinds.count(kind), 'row')}" for kind in sorted(set(kinds))]


def _tallies(title: str, tallies: Mapping[str, Tally]) -> Iterator[str]:
    reasons = sorted({reason for one in tallies.values() for reason in one.aside})
    headings = ("", "read", "= kept", "+ merged", *(f"+ {reason}" for reason in reasons))
    lines = [
        (name, one.read, one.kept, one.merged, *(one.aside.get(reason, 0) for reason in reasons))
        for name, one in tallies.items()
    ]
    yield from table(title, headings, lines)
