"""Commands that begin something: ``start`` a year, ``init`` a site, ``example`` the one to look at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from ..findings import printable
from ..model import Route
from ..model.counted import counted
from ..year.start import in_few_lines, start_from, start_year
from .group import main
from .options import YEARS, today, with_data, with_year
from .shown import or_end


@main.command()
@with_year
@with_data
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
@click.option(
    "--from",
    "from_year",
    type=YEARS,
    default=None,
    help="A year before, from which facts, texts and wording come over, marked until somebody has looked at"
    " them. Its figures, dates, list, records and reviews do not.",
)
@click.option(
    "--eu-importer",
    "is_importer",
    is_flag=True,
    help="Add eu-importer.md: headings, and no text, for a company that imports the four metals into the"
    " European Union. What is written there is a page of the website, and in no document of the filing.",
)
def start(
    year: int,
    data_dir: Path,
    route: str | None,
    with_list: bool | None,
    from_year: int | None,
    is_importer: bool,
) -> None:
    """Begin YEAR: facts to fill in, an empty smelter list, default texts. Overwrites nothing.

    A year that was begun before gets the files of the folders form and wording that it lacks.
    """
    if from_year is not None:
        if route is not None or with_list is not None or is_importer:
            raise click.UsageError(f"Route and list are those of {from_year}: --from goes alone.")
        _start_from(data_dir, year, from_year)
        return
    with or_end():
        stated = Route(route) if route else None
        written, kept = start_year(data_dir, year, stated, with_list=with_list, is_importer=is_importer)
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


_TYPED_SHOWN = 10
"""Years and figures typed in what came over that are named one by one."""


def _start_from(data_dir: Path, year: int, from_year: int) -> None:
    with or_end("Nothing was written."):
        written, carried = start_from(data_dir, year, from_year)
    for name in in_few_lines(written):
        click.echo(printable(f"written  {data_dir / str(year) / name}"))
    for sentence in carried.told:
        click.secho(printable(sentence), fg="yellow")
    if carried.typed:
        click.echo(f"Typed in texts of {from_year}, to be looked at:")
    for name, one in carried.typed[:_TYPED_SHOWN]:
        click.echo(printable(f"  '{one.text}' ({data_dir / str(year) / name}:{one.line})"))
    if (rest := len(carried.typed) - _TYPED_SHOWN) > 0:
        click.echo(f"  and {rest:,} more. 'formsd check {year}' names all of them.")
    click.echo(
        f"What came over from {from_year} is marked: comments in texts, carried_over in disclosure.yml. Read"
        " each, then delete its mark. No figure, date or row came over."
    )
    click.echo(f"Then run: formsd check {year}")


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--year", type=YEARS, default=None, help="The first year; without it, the last full one.")
@click.option("--list/--no-list", "with_list", default=True, help="Whether there is a list of smelters.")
@click.option(
    "--program",
    "wheel",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="The file from which this program was installed, where it is not found by itself.",
)
def init(folder: Path, year: int | None, with_list: bool, wheel: Path | None) -> None:
    """Make FOLDER, new or empty, the company's own: settings, pages, the first year begun."""
    from ..own_site.init import init_site

    year = year or today().year - 1
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
    from ..own_site.init import write_example

    _write_site(folder, lambda: write_example(folder))
    click.echo(printable(f"Go into {folder} and run: formsd serve"))


def _write_site(folder: Path, write: Callable[[], list[str]]) -> None:
    with or_end("Nothing was written."):
        written = write()
    click.echo(f"{counted(len(written), 'file')} written to {printable(str(folder))}.")
