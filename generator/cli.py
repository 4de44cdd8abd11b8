"""The command ``formsd``. The only module that knows click."""

from __future__ import annotations

import datetime as dt
import itertools
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from . import __version__
from .confidential.hand_out import hand_out, must_not_leak
from .confidential.search_of_years import Allowed
from .confidential.site_search import MIN_LETTERS
from .confidential.unsearched import must_be_searched, not_searched
from .confidential.year_texts import leaks_in_texts, must_name_nobody
from .documents.output import Output
from .errors import DisclosureError, InputError
from .findings import Finding, Severity, errors, printable, severities_counted, stopping
from .findings.as_sarif import to_sarif
from .findings.as_text import by_file, finding_lines
from .findings.folded import folded
from .model import Route
from .model.counted import counted
from .own_site.settings import (
    docs_folder,
    find_site_url,
    mistakes_in,
    must_be_readable,
    plugin_options,
)
from .own_site.site_findings import must_be_own, needed_of_site, site_findings
from .pipeline import EXPORTS, LoadedYear, Unreadable, Year, export_files, load, render
from .progress import Progress, unheard
from .record.records import Role
from .year.start import in_few_lines, start_year

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}

_data = click.option(
    "--data",
    "data_dir",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("data"),
    show_default=True,
    help="Folder with a folder for each year.",
)
_YEARS = click.IntRange(2013, 2100)
_year = click.argument("year", type=_YEARS)
_year_or_all = click.argument("year", type=_YEARS, required=False)
_to = click.option(
    "--to",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="Folder to write; new, empty, or written by this command before.",
)
_site = click.option(
    "--site",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("site"),
    show_default=True,
    help="Folder of the built website.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="formsd")
def main() -> None:
    """Conflict minerals disclosure on Form SD: check the data, write the pages."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a Windows console may not speak UTF-8
            stream.reconfigure(errors="backslashreplace")


@main.command()
@_year_or_all
@_data
@click.option("--json", "as_json", is_flag=True, help="Print the findings, or the scorecard, as JSON.")
@click.option("--sarif", "as_sarif", is_flag=True, help="Print the findings as SARIF 2.1.0, for code hosts.")
@click.option("--score", "as_score", is_flag=True, help="Print the scorecard instead of the findings.")
def check(year: int | None, data_dir: Path, as_json: bool, as_sarif: bool, as_score: bool) -> None:
    """Check YEAR, or every year. Exit code 1 where an error stops publishing a final."""
    if as_sarif and (as_json or as_score):
        raise click.UsageError("--sarif goes with neither --json nor --score.")
    if as_score:
        _print_scores(data_dir, year, as_json)
        return
    with _progress(is_silent=as_json or as_sarif) as progress:
        years, findings = _loaded(data_dir, year, progress)
    settings = data_dir.parent / "mkdocs.yml"
    address = find_site_url(settings)
    about_site = [*mistakes_in(settings), *site_findings(docs_folder(settings), years, address)]
    unsearched = not_searched(data_dir, [one.year for one in years])
    findings = [*findings, *about_site, *_named_in_texts(data_dir, years), *unsearched]
    findings = by_file([*findings, *_listed(data_dir, years)])
    if as_sarif:
        click.echo(to_sarif(findings))
    elif as_json:
        _print_json(findings)
    else:
        lines = (
            line
            for one in years
            for line in _missing_lines(one, needed_of_site(one, about_site, address), data_dir)
        )
        _print_findings(findings, data_dir, lines)
    sys.exit(1 if errors(findings) else 0)


@main.command()
@_year_or_all
@_data
@_to
def pages(year: int | None, data_dir: Path, folder: Path) -> None:
    """Write the Markdown pages and files of YEAR, or of every year, into a folder."""
    try:
        years = load(data_dir, year)
        site = render(years)
        files = {page.uri: page.complete.encode() for page in site.pages}
        files |= {asset.uri: asset.content for asset in site.assets}
        found = hand_out(folder, files, "pages", data_dir, years, _allowed(data_dir))
    except DisclosureError as problem:
        _stop(problem, "Nothing was written.")
    for finding in found:
        click.secho(str(finding), fg=_COLOURS[finding.severity])
    click.echo(
        f"{counted(len(site.pages), 'page')} and {counted(len(site.assets), 'file')} written to"
        f" {printable(str(folder))}."
    )


@main.command()
@_year_or_all
@_data
@_to
@click.option("--only", type=click.Choice(EXPORTS), help="Write files of this kind only.")
@click.option("--site-url", default="", help="Address of the website, for links of the PDF that lead to it.")
def export(year: int | None, data_dir: Path, folder: Path, only: str | None, site_url: str) -> None:
    """Write the documents and tables of YEAR, or of every year, into a folder: PDF, EDGAR, data files."""
    kinds = (only,) if only else EXPORTS
    base_url = f"{site_url.rstrip('/')}/" if site_url else ""
    try:
        with _progress() as progress:
            years = load(data_dir, year, progress)
            assets, found = export_files(years, Output(kinds, base_url), progress)
        files = {asset.uri: asset.content for asset in assets}
        searched = hand_out(folder, files, "export", data_dir, years, _allowed(data_dir))
    except DisclosureError as problem:
        _stop(problem, "Nothing was written.")
    for finding in (*found, *searched):
        click.secho(str(finding), fg=_COLOURS[finding.severity])
    click.echo(f"{counted(len(assets), 'file')} written to {printable(str(folder))}.")


@main.command()
@_site
def policy(site: Path) -> None:
    """Print the content security policy that the built website needs, for the one who runs its host."""
    from .own_site.security_policy import policy_of

    try:
        click.echo(f"Content-Security-Policy: {policy_of(site)}")
    except DisclosureError as problem:
        _stop(problem, "No policy was printed.")


@main.command()
@_year
@_data
@_site
@click.option(
    "--against",
    "filed",
    type=click.Path(path_type=Path, dir_okay=False),
    multiple=True,
    help="A filed form or exhibit, HTML or text, to compare instead of the website; can be repeated.",
)
def verify(year: int, data_dir: Path, site: Path, filed: tuple[Path, ...]) -> None:
    """Compare what is published, or a filed exhibit, with the data of YEAR. Exit code 1 where they differ."""
    from .verify.verify import (  # reads PDF, HTML
        filing_lines,
        published_lines,
        verdict,
        verify_against,
        verify_site,
    )

    compared = None

    try:
        if not filed:
            with _progress() as progress:
                files, found = verify_site(data_dir, year, site, progress)
            lines = published_lines(files, found)
        else:
            document, compared, found = verify_against(data_dir, year, filed)
            lines = filing_lines(document, compared)
    except InputError as problem:
        lines, found = iter(()), problem.findings
    for line in lines:
        click.echo(printable(line))
    for finding in found:
        click.secho(str(finding), fg=_COLOURS[finding.severity])
    different = len(errors(found))
    if compared is not None:
        click.echo(verdict(compared, different))
    else:
        click.echo("No difference." if not different else f"{different:,} to look at.")
    sys.exit(1 if different else 0)


@main.command()
@_year
@_data
@click.option(
    "--from",
    "answers",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="Folder with the suppliers' CMRT workbooks; folders inside are read too.",
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
    type=click.Path(path_type=Path, dir_okay=False),
    help="The newest list of smelters: a blank CMRT, or RMI's export.",
)
@click.option(
    "--last-year",
    "last_answers",
    type=click.Path(path_type=Path, file_okay=False),
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
    reference: Path | None,
    last_answers: Path | None,
    processes: int | None,
    as_json: bool,
) -> None:
    """Make the smelter list of YEAR from the suppliers' workbooks, for a person to review."""
    from .suppliers import reconcile as reconciliation  # with pandas, which no other command needs
    from .suppliers.ignored import not_ignored

    try:
        lists = [reconciliation.GivenList.of(text) for text in status_lists]
    except ValueError as problem:
        raise click.BadParameter(
            f"{problem}; write [STATUS=]FILE[#SHEET][@DATE]", param_hint="--status-list"
        ) from None
    try:
        with _progress(is_silent=as_json) as progress:
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
        _stop(problem, "Nothing was written.")
    if as_json:
        click.echo(json.dumps(reconciliation.as_json(result), indent=2))
        return
    for note in folded(reconciliation.notes(result), ", in review/report.md"):
        click.secho(note.text, fg=_COLOURS[note.severity] if note.severity else None)
    for line in reconciliation.summary(result):
        click.echo(printable(line))
    folder = data_dir / str(year)
    there = printable(str(folder / "smelters.xlsx"))
    click.echo(f"Written: {there}, reconciled.yml and the folder review beside it.")
    given = (answers, *(one.path for one in lists), reference, last_answers)
    for line in not_ignored(folder, [path for path in given if path is not None]):
        click.secho(printable(line), fg="yellow")
    click.echo(
        "Next: decide what review/review.xlsx asks, write the survey's figures into disclosure.yml, below"
        f" 'survey', then run: formsd check {year}"
    )


@contextmanager
def _progress(*, is_silent: bool = False) -> Iterator[Progress]:
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


@main.command()
@_year
@_data
@click.option(
    "--route",
    type=click.Choice([route.value for route in Route]),
    default=None,
    help="How far Item 1.01 of the form leads; disclosure.yml explains the three. Without this, that of the"
    f" year's disclosure.yml, or else {Route.REPORT.value}.",
)
@click.option(
    "--list/--no-list",
    "with_list",
    default=None,
    help="Whether there is a list of smelters; without this, only with a Conflict Minerals Report.",
)
def start(year: int, data_dir: Path, route: str | None, with_list: bool | None) -> None:
    """Begin YEAR: facts to fill in, an empty smelter list, default texts. Overwrites nothing.

    A year that was begun before gets the files of the folders form and wording that it lacks.
    """
    try:
        written, kept = start_year(data_dir, year, Route(route) if route else None, with_list=with_list)
    except DisclosureError as problem:
        click.secho(str(problem), fg="red", err=True)
        sys.exit(1)
    for name in in_few_lines(written):
        click.echo(printable(f"written  {data_dir / str(year) / name}"))
    if "disclosure.yml" in kept:
        click.echo(f"kept     {counted(len(kept), 'file')} that the year has already")
        done = "Read what was written" if written else "No file was missing"
        click.echo(f"{done}. Then run: formsd check {year}")
        return
    for name in in_few_lines(kept):
        click.echo(printable(f"kept     {data_dir / str(year) / name}"))
    has_list = (data_dir / str(year) / "smelters.xlsx").exists()
    files = "disclosure.yml and smelters.xlsx" if has_list else "disclosure.yml"
    click.echo(f"Fill in {files}, then run: formsd check {year}")


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--year", type=_YEARS, default=None, help="The first year; without it, the last full one.")
@click.option("--list/--no-list", "with_list", default=True, help="Whether there is a list of smelters.")
@click.option(
    "--program",
    "wheel",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="The file from which this program was installed, where it is not found by itself.",
)
def init(folder: Path, year: int | None, with_list: bool, wheel: Path | None) -> None:
    """Make FOLDER, new or empty, the company's own: settings, pages, the first year begun."""
    from .own_site.init import init_site

    year = year or _today().year - 1
    _write_site(folder, lambda: init_site(folder, year, with_list=with_list, wheel=wheel))
    if not (folder / "program").is_dir():
        click.echo(
            "The program's own file was not found: the first lines of requirements.lock say what to do."
        )
    click.echo(
        f"The reporting year {year} is begun. For another one: formsd init OTHER-FOLDER --year {year + 1}"
    )
    click.echo(printable(f"Read {folder / 'README.md'}. Then, in {folder}, run: formsd check {year}"))


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
def example(folder: Path) -> None:
    """Write the example, a site of its own, into FOLDER, which is new or empty."""
    from .own_site.init import write_example

    _write_site(folder, lambda: write_example(folder))
    click.echo(printable(f"Go into {folder} and run: formsd serve"))


def _write_site(folder: Path, write: Callable[[], list[str]]) -> None:
    try:
        written = write()
    except DisclosureError as problem:
        _stop(problem, "Nothing was written.")
    click.echo(f"{counted(len(written), 'file')} written to {printable(str(folder))}.")


_settings = click.option(
    "-f",
    "--config-file",
    "settings",
    type=click.Path(path_type=Path, dir_okay=False),
    help="mkdocs.yml of the site; without it, that of this folder or of the nearest one above.",
)


@main.command()
@_settings
@click.option("--strict", is_flag=True, help="Publish nothing where MkDocs warns; for what goes to the host.")
def build(settings: Path | None, strict: bool) -> None:
    """Build the website into the folder site, as 'mkdocs build' does."""
    _run_mkdocs(settings, "build", *(["--strict"] if strict else []))


@main.command()
@_settings
@click.option("-a", "--dev-addr", "address", help="Address and port to show it at, such as 127.0.0.1:8001.")
def serve(settings: Path | None, address: str | None) -> None:
    """Show the website while you edit, as 'mkdocs serve' does. Ctrl+C ends it."""
    _run_mkdocs(settings, "serve", *(["--dev-addr", address] if address else []))


def _run_mkdocs(settings: Path | None, command: str, *options: str) -> NoReturn:
    from .own_site import run_mkdocs as own

    try:
        found = own.settings_file(Path.cwd(), settings)
        must_be_readable(found)
        own.must_have_plugin(found)
    except DisclosureError as problem:
        _stop(problem, "Nothing was built.")
    click.echo(own.FRAME_ENDS, err=True)
    sys.exit(own.run_mkdocs(found, command, *options))


@main.command()
@click.option(
    "--to",
    "wheel",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The new program's file; without it, the newest one in the folder program.",
)
@click.option("--write", is_flag=True, help="Then change requirements.lock, and put the file into program.")
def upgrade(wheel: Path | None, write: bool) -> None:
    """Show what a newer program would change in what readers see, before it changes anything."""
    from .own_site.upgrade.upgrade import compare

    click.echo(
        "The site is made twice, by the present program and by the new one; this takes a while.", err=True
    )
    try:
        found = compare(Path.cwd(), wheel)
        click.echo(f"From version {found.present} to version {found.new}\n")
        click.echo("\n".join(found.lines).rstrip("\n"))
        click.echo("\nAn update changes two files in this folder, and no other:")
        there = "is there already" if found.lock.has_wheel else "new; the one of before stays beside it"
        click.echo(printable(f"  program/{found.lock.wheel_name}: {there}"))
        click.echo("  requirements.lock:")
        click.echo("\n".join(f"    {line}" for line in found.lock.difference()))
        is_asked = not write and sys.stdin.isatty() and sys.stdout.isatty()
        if not (write or (is_asked and click.confirm("Change these two files now?"))):
            click.echo("Nothing was changed. To change them: formsd upgrade --write")
            return
        found.lock.write()
    except DisclosureError as problem:
        _stop(problem, "Nothing was changed.")
    click.echo(
        "Both files are changed. Now install it:\n"
        "  python -m pip install --require-hashes -r requirements.lock\n"
        "Then run formsd check and formsd build, and commit the two files."
    )


def _print_scores(data_dir: Path, year: int | None, as_json: bool) -> None:
    """The scorecards; where an error leaves nothing to score, its findings and exit code 1."""
    from .score.score import as_dict, score, score_lines  # looks into PDF files

    try:
        cards = [score(loaded) for loaded in load(data_dir, year)]
    except InputError as problem:
        _stop(problem, "There is no scorecard where the data has errors.")
    if as_json:
        click.echo(json.dumps({"scorecards": [as_dict(card) for card in cards]}, indent=2))
        return
    for line in itertools.chain.from_iterable(map(score_lines, cards)):
        click.echo(printable(line))


def _today() -> dt.datetime:
    """The day that SOURCE_DATE_EPOCH gives, in UTC; without it today, where the person is."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return dt.datetime.now()
    with suppress(OverflowError, OSError, ValueError):  # more seconds than a date, or a number, can have
        if epoch.isdecimal():
            return dt.datetime.fromtimestamp(int(epoch), dt.UTC)
    raise click.UsageError(f"SOURCE_DATE_EPOCH is '{epoch}'; expected seconds since 1970.")


_date = click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    default=_today,
    help="The day, such as 2022-05-20. Without it: SOURCE_DATE_EPOCH, else today.",
)


@main.command()
@_year
@_data
@click.option(
    "--role",
    type=click.Choice([role.value for role in Role]),
    required=True,
    help="For whom the person signs.",
)
@click.option("--name", required=True, help="First and last name of the person who signs.")
@click.option("--because", help="Why a person who has signed for another role signs for this one too.")
@_date
def sign(year: int, data_dir: Path, role: str, name: str, because: str | None, day: dt.datetime) -> None:
    """Sign off the content of YEAR as it stands now, for a role. A final needs every role."""
    if not name.strip():
        raise click.BadParameter("a name is needed", param_hint="--name")
    from .signing.sign import sign as sign_off  # takes a while to import

    try:
        must_be_searched(data_dir, year)
        must_be_own(data_dir, year)
        folder, deed = sign_off(
            data_dir,
            year,
            Role(role),
            name,
            day.date(),
            because,
            searched=lambda loaded: must_name_nobody(data_dir, [loaded], **_for_search(data_dir)),
        )
    except DisclosureError as problem:
        _stop(problem, "Nothing was signed.")
    click.echo(f"Signed by {deed.name} for {Role(role).words} on {deed.date}.")
    _print_record(folder, deed.fingerprint)


@main.command()
@_year
@_data
@_site
@_date
def publish(year: int, data_dir: Path, site: Path, day: dt.datetime) -> None:
    """Record YEAR as published, and keep its documents. Run it after the site is on its host."""
    from .signing.publish import publish as record_publication  # takes a while to import
    from .verify.published import address_of

    try:
        must_be_searched(data_dir, year)
        folder, deed = record_publication(
            data_dir,
            year,
            day.date(),
            site,
            address_of,
            searched=lambda loaded, files: must_not_leak(files, data_dir, [loaded], _allowed(data_dir)),
        )
    except DisclosureError as problem:
        _stop(problem, "Nothing was recorded.")
    click.echo(f"Recorded as published on {deed.date}.")
    _print_record(folder, deed.fingerprint)


@main.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Say what the finding CODE means, with an example, and that mended. Without CODE: list all codes."""
    from .explain import codes  # its texts are read only when somebody asks

    try:
        for line in codes.explained(code, _width()) if code else codes.catalogue():
            click.secho(line.text, bold=line.is_heading or None)
    except DisclosureError as problem:
        click.secho(str(problem), fg="red", err=True)
        sys.exit(1)


@main.command()
@click.argument("year", type=click.IntRange(2013, 2100))
@click.argument("name", required=False)
@_data
@click.option("--json", "as_json", is_flag=True, help="Print them as JSON, for editors.")
def facts(year: int, name: str | None, data_dir: Path, as_json: bool) -> None:
    """List the names that a section may use, with what each says for YEAR now.

    NAME narrows the list: a group such as survey or facilities.gold, a single name, or a name with a pipe.
    """
    from .explain import name_lines, names  # takes a while to import

    try:
        (loaded,) = load(data_dir, year)
        if isinstance(loaded, Unreadable):
            raise InputError(errors(loaded.findings) or loaded.findings)
        known = names.Names(loaded.disclosure)
        found = known.about(name) if name else known.every()
    except DisclosureError as problem:
        _stop(problem, "No facts were listed.")
    if as_json:
        click.echo(json.dumps(name_lines.as_dict(year, found), indent=2))
        return
    for text, is_heading in name_lines.as_lines(found, with_meaning=name is not None):
        click.secho(printable(text), bold=is_heading or None)


def _width() -> int:
    """Columns for text that is read in paragraphs."""
    return min(shutil.get_terminal_size().columns, 100)


def _stop(problem: DisclosureError, end: str) -> NoReturn:
    click.secho(str(problem), fg="red", err=True)
    click.echo(end, err=True)
    sys.exit(1)


def _print_record(folder: Path, fingerprint: str) -> None:
    click.echo(f"Fingerprint of the content: {fingerprint}")
    click.echo(
        f"Written to {printable(str(folder))}. Keep this folder with the data, in git or with your files."
    )


def _loaded(
    data_dir: Path, year: int | None, progress: Progress
) -> tuple[Sequence[LoadedYear], list[Finding]]:
    """The years and their findings; where there are none to read, what is said of that."""
    try:
        years = load(data_dir, year, progress)
    except InputError as problem:
        return (), list(problem.findings)
    return years, [finding for loaded in years for finding in loaded.findings]


def _listed(data_dir: Path, years: Sequence[LoadedYear]) -> list[Finding]:
    """What the lists of sanctions, where the filer has put any, say of the names of these years."""
    if not (data_dir / "sanctions").is_dir():
        return []
    from .sanctions.listed_names import listed_names  # lists are long, and seldom there

    return listed_names(data_dir, [year.disclosure for year in years if isinstance(year, Year)])


def _named_in_texts(data_dir: Path, years: Sequence[LoadedYear]) -> Sequence[Finding]:
    """What is withheld and stands in texts, pages and settings; what cannot be read is told of the year."""
    try:
        return leaks_in_texts(data_dir, years, **_for_search(data_dir))
    except InputError as problem:
        return problem.findings


def _for_search(data_dir: Path) -> dict[str, Any]:
    """What the search of texts needs of the settings beside the folder of the data."""
    settings = data_dir.parent / "mkdocs.yml"
    return {"allowed": _allowed(data_dir), "docs_dir": docs_folder(settings), "settings": settings}


def _allowed(data_dir: Path) -> Allowed:
    """What ``mkdocs.yml`` beside the folder of the data says of the search, as far as it can be read."""
    stated = plugin_options(data_dir.parent / "mkdocs.yml")
    letters = stated.get("min_letters")
    return Allowed(
        _texts_in(stated.get("may_be_published")),
        letters if isinstance(letters, int) else MIN_LETTERS,
        _texts_in(stated.get("may_stay_unsearched")),
    )


def _texts_in(item: object) -> tuple[str, ...]:
    return tuple(map(str, item)) if isinstance(item, list) else ()


def _missing_lines(loaded: LoadedYear, of_site: Sequence[str], data_dir: Path) -> Iterator[str]:
    """What a draft needs before it can be final, ``of_site`` included; or that it can be."""
    if isinstance(loaded, Year) and not loaded.disclosure.facts.filing.is_draft:
        return
    needed = [*loaded.missing, *of_site]
    if needed:
        yield f"Before {loaded.year} can be final it needs: {', '.join(needed)}."
    elif isinstance(loaded, Year):
        file = data_dir / str(loaded.year) / "disclosure.yml"
        yield f"{loaded.year} can be final: set 'state: final' in {file}, then run 'formsd build'."


def _print_findings(findings: list[Finding], data_dir: Path, before_summary: Iterable[str] = ()) -> None:
    """For people; ``click`` leaves colours out where the output is no terminal."""
    for line in finding_lines(findings, data_dir):
        click.secho(
            line.text, fg=_COLOURS[line.severity] if line.severity else None, bold=line.is_heading or None
        )
    for text in before_summary:
        click.echo(text)
    click.echo(_summary(findings))
    if findings and sys.stdout.isatty():
        click.echo("'formsd explain CODE' says more about a code, with an example.")


def _print_json(findings: list[Finding]) -> None:
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
