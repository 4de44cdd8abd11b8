"""Commands around the website: ``build``, ``serve``, and ``upgrade`` of the program that makes it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NoReturn

import click

from ..errors import InputError
from ..findings import printable
from ..own_site.settings import must_be_readable
from .group import main
from .options import FILE
from .shown import or_end

_WORDS = "generator.cli.mkdocs_words"
_settings = click.option(
    "-f",
    "--config-file",
    "settings",
    type=FILE,
    help="mkdocs.yml of the site; without it, that of this folder or of the nearest one above.",
)


@main.command()
@_settings
@click.option("--strict", is_flag=True, help="Publish nothing where MkDocs warns; for what goes to the host.")
@click.option("--drafts", is_flag=True, help="Show drafts too, which are left out once a year is final.")
def build(settings: Path | None, strict: bool, drafts: bool) -> None:
    """Build the website into the folder site, as 'mkdocs build' does."""
    _run_mkdocs(settings, "build", *(["--strict"] if strict else []), has_drafts=drafts)


@main.command()
@_settings
@click.option("-a", "--dev-addr", "address", help="Address and port to show it at, such as 127.0.0.1:8001.")
def serve(settings: Path | None, address: str | None) -> None:
    """Show the website while you edit, as 'mkdocs serve' does. Ctrl+C ends it."""
    _run_mkdocs(settings, "serve", *(["--dev-addr", address] if address else []))


def _run_mkdocs(settings: Path | None, command: str, *options: str, has_drafts: bool = False) -> NoReturn:
    from ..own_site import run_mkdocs as own

    with or_end("Nothing was built."):
        found = own.settings_file(Path.cwd(), settings)
        try:
            must_be_readable(found)
        except InputError as problem:
            from .given import unsaid_of_site  # takes a while

            raise unsaid_of_site(found).problem(problem) from None
        own.must_have_plugin(found)
    click.echo(own.FRAME_ENDS, err=True)
    sys.exit(own.run_mkdocs(found, command, *options, program=(_WORDS, str(found)), has_drafts=has_drafts))


@main.command()
@click.option(
    "--to",
    "wheel",
    type=FILE,
    help="The new program's file; without it, the newest one in the folder program.",
)
@click.option("--write", is_flag=True, help="Then change requirements.lock, and put the file into program.")
def upgrade(wheel: Path | None, write: bool) -> None:
    """Show what a newer program would change in what readers see, before it changes anything."""
    from ..own_site.upgrade.upgrade import compare

    click.echo(
        "The site is made twice, by the present program and by the new one; this takes a while.", err=True
    )
    with or_end("Nothing was changed."):
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
    click.echo(
        "Both files are changed. Now install it:\n"
        "  python -m pip install --require-hashes -r requirements.lock\n"
        "Then run formsd check and formsd build, and commit the two files."
    )
