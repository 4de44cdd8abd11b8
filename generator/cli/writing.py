"""Commands that write what others get: ``stage``, ``pages``, ``export``; and the headers of ``policy``."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from ..confidential.hand_out import hand_out
from ..files.folder import must_be_apart
from ..findings import printable
from ..model.counted import counted
from ..own_site.own_content import public_part
from ..own_site.settings import docs_folder, find_site_url
from ..pipeline import EXPORTS, EXPORTS_ASKED, export_files, filing_sheets, render, sound
from .given import allowed_beside, output_beside, years_to_write
from .group import main
from .options import FOLDER, YEARS, with_data, with_folder, with_site, with_year_or_all
from .shown import or_end, print_each, shown_progress


@main.command()
@click.argument("folder", type=FOLDER)
@with_data
@click.option("--year", type=YEARS, help="Stage the pages of this year alone.")
def stage(folder: Path, data_dir: Path, year: int | None) -> None:
    """Write pages, files, frame and settings into FOLDER, for a builder that runs no plugins."""
    _stage(year, data_dir, folder)


@main.command()
@with_year_or_all
@with_data
@with_folder
def pages(year: int | None, data_dir: Path, folder: Path) -> None:
    """The other name of 'stage': 'formsd pages YEAR --to FOLDER'."""
    _stage(year, data_dir, folder)


def _stage(year: int | None, data_dir: Path, folder: Path) -> None:
    from ..own_site import stage as staging

    settings = data_dir.parent / "mkdocs.yml"
    with or_end("Nothing was written."):
        must_be_apart(folder, (data_dir, docs_folder(settings)))
        years, told = years_to_write(data_dir, year)
        output = replace(output_beside(data_dir), base_url=public_part(find_site_url(settings) or ""))
        site = render(years, output)
        files = staging.staged_files(settings, site, sound(years))
        found = (*told, *hand_out(folder, files, "pages", data_dir, years, allowed_beside(data_dir)))
    print_each(found)
    for line in staging.what_follows(folder, files):
        click.echo(printable(line))


@main.command()
@with_year_or_all
@with_data
@with_folder
@click.option(
    "--only",
    type=click.Choice(EXPORTS_ASKED),
    help="Write files of this kind only. One file, and the Word file for counsel, come where asked for.",
)
@click.option("--site-url", default="", help="Address of the website, for links that lead to it.")
def export(year: int | None, data_dir: Path, folder: Path, only: str | None, site_url: str) -> None:
    """Write the documents and tables of YEAR, or of every year, into a folder: PDF, EDGAR, data files.

    With '--only one-file', the whole disclosure as one HTML file that needs no host and no network.
    """
    kinds = (only,) if only else EXPORTS
    base_url = f"{site_url.rstrip('/')}/" if site_url else ""
    with or_end("Nothing was written."):
        must_be_apart(folder, (data_dir, docs_folder(data_dir.parent / "mkdocs.yml")))
        with shown_progress() as progress:
            years, told = years_to_write(data_dir, year, progress)
            output = replace(output_beside(data_dir), kinds=kinds, base_url=base_url)
            assets, found = export_files(years, output, progress)
        sheets, lacking = filing_sheets(years, assets)
        assets += sheets
        files = {asset.uri: asset.content for asset in assets}
        searched = hand_out(folder, files, "export", data_dir, years, allowed_beside(data_dir))
    print_each((*told, *found, *lacking, *searched))
    click.echo(f"{counted(len(assets), 'file')} written to {printable(str(folder))}.")


@main.command()
@with_site
@click.option(
    "--format",
    "form",
    type=click.Choice(["headers", "nginx", "apache", "netlify", "iis"]),
    default="headers",
    show_default=True,
    help="How they are written: as they are sent, or for the settings of a host.",
)
@click.option(
    "--framed-by",
    "framed_by",
    multiple=True,
    metavar="ADDRESS",
    help="A website that shows this one in a frame, such as https://investors.company.com; can be repeated.",
)
def policy(site: Path, form: str, framed_by: tuple[str, ...]) -> None:
    """Print the headers that the built website needs, closed to all else, for the one who runs its host."""
    from ..own_site.security_policy import FORMATS, headers_of

    with or_end("No policy was printed."):
        click.echo(FORMATS[form](headers_of(site, framed_by)))
