"""Options that several commands share, each said once."""

from __future__ import annotations

import datetime as dt
import os
from contextlib import suppress
from pathlib import Path

import click

with_data = click.option(
    "--data",
    "data_dir",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("data"),
    show_default=True,
    help="Folder with a folder for each year.",
)

YEARS = click.IntRange(2013, 2100)
"""Reporting years: the rule's first is 2013."""

with_year = click.argument("year", type=YEARS)

with_year_or_all = click.argument("year", type=YEARS, required=False)

with_folder = click.option(
    "--to",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="Folder to write; new, empty, or written by this command before.",
)

with_site = click.option(
    "--site",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("site"),
    show_default=True,
    help="Folder of the built website.",
)


def today() -> dt.datetime:
    """The day that SOURCE_DATE_EPOCH gives, in UTC; without it today, where the person is."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return dt.datetime.now()
    with suppress(OverflowError, OSError, ValueError):  # more seconds than a date, or a number, can have
        if epoch.isdecimal():
            return dt.datetime.fromtimestamp(int(epoch), dt.UTC)
    raise click.UsageError(f"SOURCE_DATE_EPOCH is '{epoch}'; expected seconds since 1970.")


with_day = click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    default=today,
    help="The day, such as 2022-05-20. Without it: SOURCE_DATE_EPOCH, else today.",
)
