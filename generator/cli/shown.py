"""What a person sees: findings with colours, how far the work is, and the end of a command that fails."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from ..errors import DisclosureError, InputError, UnfinishedError
from ..findings import Finding, Severity, errors, severities_counted, stopping
from ..findings.as_text import finding_lines
from ..progress import Progress, unheard

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}


def print_findings(
    findings: list[Finding],
    data_dir: Path,
    may_show: Callable[[str], bool],
    before_summary: Iterable[str] = (),
) -> None:
    """For people; ``click`` leaves colours out where the output is no terminal.

    ``may_show``: whether a line of a file may be shown.
    """
    for line in finding_lines(findings, data_dir, may_show):
        click.secho(
            line.text, fg=COLOURS[line.severity] if line.severity else None, bold=line.is_heading or None
        )
    for text in before_summary:
        click.echo(text)
    click.echo(_summary(findings))
    if findings and sys.stdout.isatty():
        click.echo("'formsd explain CODE' says more about a code, with an example.")


def print_json(findings: list[Finding]) -> None:
    """For programs: the findings and how many there are of each severity."""
    counts = {str(severity): _number(findings, severity) for severity in Severity}
    counts["waived"] = sum(finding.waiver is not None for finding in findings)
    report = {"findings": [finding.as_dict() for finding in findings], "counts": counts}
    click.echo(json.dumps(report, indent=2))


def _summary(findings: list[Finding]) -> str:
    end = "Nothing stops publishing."
    if errors(findings):
        end = "A draft is built with these errors, a final is not."
    if stopping(findings, is_final=False):
        end = "A site with errors is not published."
    return f"{severities_counted(findings, also_none=True)}. {end}"


def _number(findings: list[Finding], severity: Severity) -> int:
    return sum(finding.severity is severity and finding.waiver is None for finding in findings)


def width() -> int:
    """Columns for text that is read in paragraphs."""
    return min(shutil.get_terminal_size().columns, 100)


@contextmanager
def or_end(end: str = "") -> Iterator[None]:
    """What is done inside, or the end of the command: what stopped it, then ``end``, and exit code 1.

    ``end`` is left out where something was written after all, which the problem then tells itself.
    """
    try:
        yield
    except DisclosureError as problem:
        stop(problem, end)


def stop(problem: DisclosureError, end: str = "") -> NoReturn:
    """Print the problem, then ``end`` where nothing was written, and leave with exit code 1."""
    if isinstance(problem, InputError):
        problem = problem.of(_nobody_named(problem.findings))
    click.secho(str(problem), fg="red", err=True)
    if end and not isinstance(problem, UnfinishedError):
        click.echo(end, err=True)
    sys.exit(1)


def print_each(findings: Iterable[Finding]) -> None:
    """A line a finding, in the colour of its severity."""
    for finding in _nobody_named(findings):
        click.secho(str(finding), fg=COLOURS[finding.severity])


def _nobody_named(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, which quote nothing that the years of the command withhold."""
    found = tuple(findings)
    context = click.get_current_context(silent=True)
    data_dir = context.params.get("data_dir") if context else None
    if not found:
        return ()
    from ..confidential.unsaid import Unsaid  # takes a while, and most commands have nothing to say
    from .given import allowed_beside, unsaid_of_site

    if isinstance(data_dir, Path):
        return Unsaid(data_dir, allowed_beside(data_dir)).findings(found)
    return unsaid_of_site(Path("mkdocs.yml")).findings(found)


@contextmanager
def shown_progress(*, is_silent: bool = False) -> Iterator[Progress]:
    """How far the work has come, on the error stream, so that what is printed stays the result alone.

    A bar where a person looks; elsewhere lines, twenty for a long run. Work of one step is not told.
    """
    bars: dict[str, ProgressBar[int]] = {}
    with ExitStack() as stack:

        def draw(what: str, done: int, number: int) -> None:
            if what not in bars:
                stack.close()  # the bar of what was done before
                new = click.progressbar(length=number, label=what, show_pos=True, file=sys.stderr)
                bars[what] = stack.enter_context(new)
            bars[what].update(done - bars[what].pos)

        def write(what: str, done: int, number: int) -> None:
            if done == number or done % max(1, number // 20) == 0:
                click.echo(f"{what}: {done:,} of {number:,}", err=True)

        tell = draw if sys.stderr.isatty() else write

        def heard(what: str, done: int, number: int) -> None:
            if number > 1:
                tell(what, done, number)

        yield unheard if is_silent else heard
