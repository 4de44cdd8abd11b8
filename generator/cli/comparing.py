"""Commands that set two sides beside each other: ``verify``, ``redline``, ``compare``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..confidential.filed_exhibits import leaks_in_filed
from ..confidential.hand_out import hand_out
from ..confidential.unsaid import Unsaid
from ..errors import InputError
from ..files.folder import must_be_apart
from ..findings import Finding, errors, printable
from ..own_site.brand_file import read_brand
from ..own_site.settings import addresses_stated, docs_folder
from ..pipeline import load_year, sound
from .given import allowed_beside
from .group import main
from .options import FILE, with_data, with_filed, with_folder_or, with_site, with_year
from .shown import or_end, print_each, shown_progress


@main.command()
@with_year
@with_data
@with_site
@with_filed
@click.option(
    "--one-file",
    "single",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="What 'export --only one-file' wrote, to compare instead of the website.",
)
def verify(year: int, data_dir: Path, site: Path, filed: tuple[Path, ...], single: Path | None) -> None:
    """Compare what is published, or a filed exhibit, with the data of YEAR. Exit code 1 where they differ."""
    if single and filed:
        raise click.UsageError("--one-file goes without --against.")
    from ..verify.one_file import verify_one_file
    from ..verify.verify import (  # reads PDF, HTML
        compare_documents,
        filing_lines,
        published_lines,
        verdict,
        verify_site,
    )

    compared = None
    named: tuple[Finding, ...] = ()
    try:
        if single:
            addresses = addresses_stated(data_dir.parent / "mkdocs.yml")
            files, found = verify_one_file(data_dir, year, single, addresses)
            lines = published_lines(files, found)
        elif not filed:
            with shown_progress() as progress:
                brand = read_brand(data_dir.parent).brand
                files, found = verify_site(data_dir, year, site, progress, brand=brand)
            lines = published_lines(files, found)
        else:
            (loaded,) = sound([load_year(data_dir, year)])
            named = leaks_in_filed(filed, data_dir, loaded, allowed_beside(data_dir))
            document, compared, found = compare_documents(loaded.disclosure, data_dir, filed)
            lines = filing_lines(document, compared)
    except InputError as problem:
        lines, found = iter(()), problem.findings
    found = (*found, *named)
    unsaid = Unsaid(data_dir, allowed_beside(data_dir))
    for line in lines:
        click.echo(printable(unsaid.line(line)))
    print_each(found)
    different = len(errors(found))
    if compared is not None:
        click.echo(verdict(compared, different))
    else:
        click.echo("No difference." if not different else f"{different:,} to look at.")
    sys.exit(1 if different else 0)


@main.command()
@with_year
@with_data
@click.option(
    "--since",
    help="What to compare with: signed, published, or a year. Without it: the year before.",
)
@with_filed
@with_folder_or("redline")
@click.option("--only", type=click.Choice(["pdf", "html"]), help="Write this file only.")
def redline(
    year: int, data_dir: Path, since: str | None, filed: tuple[Path, ...], folder: Path, only: str | None
) -> None:
    """Write what changed in YEAR since another filing, word by word and row by row, as PDF and HTML."""
    from ..redline.redline import IS_PUBLISHED, KINDS, SIGNED, Against, redline_files  # takes a while

    if since and filed:
        raise click.UsageError("--since goes not with --against.")
    if (
        since
        and since not in (SIGNED, IS_PUBLISHED)
        and not (since.isdecimal() and 2013 <= int(since) <= 2100)
    ):
        raise click.BadParameter(f"'{since}' is neither signed, published nor a year", param_hint="--since")
    with or_end("Nothing was written."):
        must_be_apart(folder, (data_dir, docs_folder(data_dir.parent / "mkdocs.yml")))
        kinds = (only,) if only else KINDS
        files, loaded = redline_files(data_dir, year, Against(since or "", filed), kinds)
        found = {one.uri: one.content for one in files}
        searched = hand_out(folder, found, "redline", data_dir, [loaded], allowed_beside(data_dir))
    print_each(searched)
    for one in files:
        click.echo(f"Written: {printable(str(folder / one.uri))}")


@main.command()
@with_year
@with_data
@click.option(
    "--against",
    "word_file",
    type=FILE,
    required=True,
    help="The Word file that 'formsd export --only word' wrote, as counsel sent it back.",
)
@click.option(
    "--patch",
    "patch_file",
    type=FILE,
    help="Write the changes that can be placed into this file, as a patch for the year's sections.",
)
def compare(year: int, data_dir: Path, word_file: Path, patch_file: Path | None) -> None:
    """List what counsel changed in the Word file of YEAR. Changes nothing; exit code 1 where there is any."""
    from ..counsel.as_lines import as_lines, printable_lines  # reads Word files
    from ..counsel.compare import compare as compare_with
    from ..files.swapped_file import write_swapped

    with or_end("Nothing was compared."):
        found = compare_with(data_dir, year, word_file)
        if patch_file and found.patch:
            write_swapped(patch_file, found.patch.encode())
    print_each(found.findings)
    written = str(patch_file) if patch_file and found.patch else ""
    for text, is_heading in printable_lines(as_lines(found, written)):
        click.secho(text, bold=is_heading or None)
    sys.exit(1 if found.edits else 0)
