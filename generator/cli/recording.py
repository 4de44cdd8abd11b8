"""Commands that keep a record: ``sign`` and ``publish``."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from ..confidential.hand_out import must_not_leak
from ..confidential.unsearched import must_be_searched
from ..confidential.year_texts import must_name_nobody
from ..findings import printable
from ..own_site.brand_file import read_brand
from ..own_site.site_findings import must_be_own
from ..record.records import Role
from .given import allowed_beside, settings_for_search
from .group import main
from .options import with_data, with_day, with_site, with_year
from .shown import or_end


@main.command()
@with_year
@with_data
@click.option(
    "--role",
    type=click.Choice([role.value for role in Role]),
    required=True,
    help="For whom the person signs.",
)
@click.option("--name", required=True, help="First and last name of the person who signs.")
@click.option("--because", help="Why a person who has signed for another role signs for this one too.")
@with_day
def sign(year: int, data_dir: Path, role: str, name: str, because: str | None, day: dt.datetime) -> None:
    """Sign off the content of YEAR as it stands now, for a role. A final needs every role."""
    if not name.strip():
        raise click.BadParameter("a name is needed", param_hint="--name")
    from ..signing.sign import sign as sign_off  # takes a while to import

    with or_end("Nothing was signed."):
        must_be_searched(data_dir, year)
        must_be_own(data_dir, year)
        folder, deed = sign_off(
            data_dir,
            year,
            Role(role),
            name,
            day.date(),
            because,
            searched=lambda loaded: must_name_nobody(data_dir, [loaded], **settings_for_search(data_dir)),
        )
    click.echo(f"Signed by {deed.name} for {Role(role).words} on {deed.date}.")
    _print_record(folder, deed.fingerprint)


@main.command()
@with_year
@with_data
@with_site
@with_day
def publish(year: int, data_dir: Path, site: Path, day: dt.datetime) -> None:
    """Record YEAR as published, and keep its documents. Run it after the site is on its host."""
    from ..signing.publish import publish as record_publication  # takes a while to import
    from ..verify.published import address_of

    with or_end("Nothing was recorded."):
        must_be_searched(data_dir, year)
        folder, deed = record_publication(
            data_dir,
            year,
            day.date(),
            site,
            address_of,
            brand=read_brand(data_dir.parent).brand,
            searched=lambda loaded, files: must_not_leak(
                {**_pages_of(site, year), **files}, data_dir, [loaded], allowed_beside(data_dir)
            ),
        )
    click.echo(f"Recorded as published on {deed.date}.")
    _print_record(folder, deed.fingerprint)


def _pages_of(site: Path, year: int) -> dict[str, bytes]:
    """The pages of the year as they are served, which somebody may have changed since they were built."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes() for path in (site / str(year)).rglob("*.html")
    }


def _print_record(folder: Path, fingerprint: str) -> None:
    click.echo(f"Fingerprint of the content: {fingerprint}")
    click.echo(
        f"Written to {printable(str(folder))}. Keep this folder with the data, in git or with your files."
    )
