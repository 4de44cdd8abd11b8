"""What people wrote for a year, as checksums: the same whatever the program makes of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from ..files.line_ends import checksum
from ..model import Disclosure, Fact, Smelter, StatedFigure
from ..prose.overview_sentence import OVERVIEW
from .records import fingerprint

NOT_CONTENT = (
    "filing.state", "filing.date", "filing.edgar_url", "filing.signed_elsewhere", "filing.imported",
    "control.", "waivers", "carried_over.", "scorecard.", "documents.",
)  # fmt: skip
"""Beginnings of paths that sign-offs do not cover: known only on the day of filing, or never published."""
_OF_A_ROW = (
    "cid", "city", "state", "status_as_of", "recycled", "footnote", "aliases", "own", "filed", "notes",
    "list_key", "anchor",
)  # fmt: skip


def sources_of(disclosure: Disclosure) -> str:
    """A line for each source with the checksum of what people wrote, by name.

    Facts are those that ``disclosure.yml`` states, without what the program takes where nothing is stated;
    rows have the cells as filed, without what a table of the program says of them. Without the wording of the
    overview, which stands on the website alone, and in no document of the filing.
    """
    texts = {f"{one.file.rpartition('/')[2]}": one.text for one in disclosure.sections}
    texts = {f"report/{name}": text for name, text in texts.items()}
    texts |= {f"form/{one.slug}.md": one.text for one in disclosure.form_files}
    texts |= {f"wording/{one.name}.md": one.text for one in disclosure.wording if one.name != OVERVIEW.name}
    texts |= {"disclosure.yml": "\n".join(_stated(disclosure)), "rows": "\n".join(_rows(disclosure))}
    lines = {name: fingerprint(text) for name, text in texts.items()}
    own = {f"documents/{one.name}": one.content for one in disclosure.own_files}
    own |= {f"pictures/{one.name}": one.content for one in disclosure.pictures}
    own |= {f"exhibits/{one.name}": one.content for one in disclosure.exhibits}
    own |= {f"logo/{one.name}": one.content for one in ([disclosure.logo] if disclosure.logo else [])}
    lines |= {name: checksum(name, content) for name, content in own.items()}
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(lines.items()))


def _stated(disclosure: Disclosure) -> Iterator[str]:
    for path, value in flat(disclosure.facts, only_stated=True):
        if not path.startswith(NOT_CONTENT):
            yield f"{path}: {value}"


def _rows(disclosure: Disclosure) -> Iterator[str]:
    for row in disclosure.all_rows:
        yield " | ".join(f"{name}={value}" for name, value in _row(row))


def _row(row: Smelter) -> Iterator[tuple[str, str]]:
    """What is filled; a field that comes later is no part of a row that has it not."""
    yield "metal", row.metal.value
    yield "name", row.name
    if row.country:
        yield "country", row.country.filed
    if row.status:
        yield "status", row.status.label
    for name in _OF_A_ROW:
        if (value := getattr(row, name)) not in (None, "", ()):
            yield name, str(value.isoformat() if isinstance(value, dt.date) else value)


def flat(value: Any, path: str = "", *, only_stated: bool = False) -> Iterator[tuple[str, str]]:
    """Each single value with its path, such as ``statuses[0].label``, on one line; figures as worded.

    ``only_stated``: without entries that were not given, whatever the program takes for them.
    """
    if value is None:
        return
    if isinstance(value, StatedFigure):
        yield path, value.text
    elif isinstance(value, BaseModel):
        yield from _fields(value, path, only_stated=only_stated)
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            # A country whose metals are not given has no value, and is stated all the same.
            said = "not said of which metal" if inner in (None, ()) else inner
            yield from flat(said, f"{path}.{name}", only_stated=only_stated)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for number, inner in enumerate(value):
            yield from flat(inner, f"{path}[{number}]", only_stated=only_stated)
    else:
        yield path, " ".join(str(value).split())


def _fields(value: BaseModel, path: str, *, only_stated: bool) -> Iterator[tuple[str, str]]:
    for name, field in type(value).model_fields.items():
        if only_stated and isinstance(value, Fact) and name not in value.model_fields_set:
            continue
        key = field.alias or name
        inner = f"{path}.{key}" if path else key
        yield from flat(getattr(value, name), inner, only_stated=only_stated)
