"""Options that several commands share, each said once."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

import click

_Command = TypeVar("_Command", bound=Callable[..., Any])

FILE = click.Path(path_type=Path, dir_okay=False)
FOLDER = click.Path(path_type=Path, file_okay=False)

with_data = click.option(
    "--data",
    "data_dir",
    type=FOLDER,
    default=Path("data"),
    show_default=True,
    help="Folder with a folder for each year.",
)

YEARS = click.IntRange(2013, 2100)
"""Reporting years: the rule's first is 2013."""

with_year = click.argument("year", type=YEARS)

with_year_or_all = click.argument("year", type=YEARS, required=False)


def _folder(**attributes: Any) -> Callable[[_Command], _Command]:
    return click.option(
        "--to",
        "folder",
        type=FOLDER,
        help="Folder to write; new, empty, or written by this command before.",
        **attributes,
    )


with_folder = _folder(required=True)


def with_folder_or(default: str) -> Callable[[_Command], _Command]:
    """``--to`` of a command that writes into a folder of its own where none is named."""
    return _folder(default=Path(default), show_default=True)


with_filed = click.option(
    "--against",
    "filed",
    type=FILE,
    multiple=True,
    help="A filed form or exhibit, HTML or text, to compare with instead; can be repeated.",
)

with_site = click.option(
    "--site",
    type=FOLDER,
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
