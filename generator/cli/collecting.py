"""Commands that make a year from what others wrote: ``reconcile`` from workbooks, ``import`` from EDGAR."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from ..errors import DisclosureError, InputError
from ..findings import printable
from ..findings.folded import folded
from .group import main
from .options import FILE, FOLDER, with_data, with_year
from .shown import COLOURS, or_end, print_each, shown_progress, stop


@main.command()
@with_year
@with_data
@click.option(
    "--from",
    "answers",
    type=FOLDER,
    required=True,
    help="Folder with the suppliers' workbooks (CMRT, EMRT, AMRT, CRT); folders inside are read too.",
)
@click.option(
    "--status-list",
    "status_lists",
    multiple=True,
    metavar="[STATUS=]FILE[#SHEET][@DATE]",
    help="List of smelters with a status, such as 'Conformant=rmi.xlsx#List@2022-03-31'; can be repeated.",
)
@click.option(
    "--reference",
    type=FILE,
    multiple=True,
    help="The newest list of smelters: a blank CMRT or EMRT, or RMI's export; can be repeated.",
)
@click.option(
    "--last-year",
    "last_answers",
    type=FOLDER,
    help="Folder with last year's workbooks, to see what suppliers changed.",
)
@click.option(
    "--processes",
    type=click.IntRange(1, 64),
    help="How many files are read at once, each apart from the command. With 1: inside the command itself.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
def reconcile(
    year: int,
    data_dir: Path,
    answers: Path,
    status_lists: tuple[str, ...],
    reference: tuple[Path, ...],
    last_answers: Path | None,
    processes: int | None,
    as_json: bool,
) -> None:
    """Make the smelter list of YEAR from the suppliers' workbooks, for a person to review."""
    from ..suppliers import reconcile as reconciliation  # with pandas, which no other command needs
    from ..suppliers.output.standing import finish_earlier

    try:
        lists = [reconciliation.GivenList.of(text) for text in status_lists]
    except ValueError as problem:
        raise click.BadParameter(
            f"{problem}; write [STATUS=]FILE[#SHEET][@DATE]", param_hint="--status-list"
        ) from None
    try:
        if resumed := finish_earlier(data_dir, year):
            click.echo(resumed, err=True)
        with shown_progress(is_silent=as_json) as progress:
            result = reconciliation.reconcile_year(
                data_dir,
                year,
                answers,
                lists=lists,
                reference=reference,
                last_answers=last_answers,
                processes=processes,
                progress=progress,
            )
    except InputError as problem:
        click.secho("\n".join(line.text for line in folded(problem.findings, "")), fg="red", err=True)
        click.echo("Nothing was written.", err=True)
        sys.exit(1)
    except DisclosureError as problem:
        stop(problem, "Nothing was written.")
    if as_json:
        click.echo(json.dumps(reconciliation.as_json(result), indent=2))
        return
    for note in folded(reconciliation.notes(result), ", in review/report.md"):
        click.secho(note.text, fg=COLOURS[note.severity] if note.severity else None)
    for line in reconciliation.summary(result):
        click.echo(printable(line))
    given = (answers, *(one.path for one in lists), *reference, last_answers)
    _print_next(data_dir / str(year), [path for path in given if path is not None])


def _print_next(folder: Path, given: Sequence[Path]) -> None:
    """What was written, which of the ``given`` files git does not leave out, and what a person does now."""
    from ..suppliers.ignored import not_ignored

    there = printable(str(folder / "smelters.xlsx"))
    click.echo(f"Written: {there}, reconciled.yml and the folder review beside it.")
    for line in not_ignored(folder, given):
        click.secho(printable(line), fg="yellow")
    click.echo(
        "Next: decide what review/review.xlsx asks, write the survey's figures into disclosure.yml, below"
        f" 'survey', then run: formsd check {folder.name}"
    )


@main.command("import")
@with_year
@with_data
@click.option(
    "--form",
    type=FILE,
    help="The filed Form SD, or the full submission text, as EDGAR has it.",
)
@click.option(
    "--exhibit",
    type=FILE,
    help="The filed Conflict Minerals Report, Exhibit 1.01; one of the two is enough.",
)
def import_(year: int, data_dir: Path, form: Path | None, exhibit: Path | None) -> None:
    """Make YEAR from a filing on EDGAR: its list, its report, its facts with their places."""
    if form is None and exhibit is None:
        raise click.UsageError("Name the form, its exhibit, or both: --form form-sd.htm --exhibit ex1-01.htm")
    from ..history.import_filing import import_year, summary_lines  # reads HTML

    with or_end("Nothing was written."):
        summary = import_year(data_dir, year, form, exhibit)
    print_each(summary.notes)
    for line in summary_lines(summary, [path for path in (form, exhibit) if path]):
        click.echo(printable(line))
