"""All files of an imported year, by their place in its folder."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..model import LIST_SHEET, Route
from ..year.ignored_files import GITIGNORE, gitignore
from ..year.wording import FOLDER, default_files
from .disclosure_file import disclosure_file
from .facility_list import ListAsFiled, ListPart
from .notes_file import notes_file
from .report import ListPlace, ReportAsFiled
from .stated import Gathered, as_tree, places
from .workbook import list_workbook, sheet_names

_ORDER = (
    "registrant", "co_registrants", "period", "form", "filing", "survey", "statuses", "annex", "lists",
    "other_minerals", "covered_countries", "counts", "origins", "exhibits",
)  # fmt: skip
_NOT_STATED = ("definition", "exhibit")
"""Facts that stand inside other entries, or in the form's own words."""
_OF_LIST = re.compile(
    r"\b(?:annex|appendix|schedule|exhibit|attachment|smelters?|refiners?|list)\b", re.IGNORECASE
)
_SIGNED_ELSEWHERE = "The filing was signed and filed without this program; these pages restate it."


@dataclass(frozen=True)
class Imported:
    """What was read of a filing for a year."""

    year: int
    files: tuple[str, ...]
    """Names of the files that were given."""
    route: Route
    gathered: Gathered
    listed: ListAsFiled | None
    report: ReportAsFiled
    form_texts: Mapping[str, str]
    """Name of a text of the form to its Markdown."""
    exhibits: Mapping[str, bytes]
    """Name of the file of a further exhibit to its content."""


def files_of(imported: Imported) -> dict[str, bytes]:
    """Every file of the year."""
    gathered, listed = imported.gathered, imported.listed
    tree = as_tree([one for one in gathered.facts if one.path[0] not in _NOT_STATED])
    tree |= {"period": imported.year, "form": {**tree.get("form", {}), "route": imported.route.value}}
    tree["filing"] = {
        "state": "final",
        "signed_elsewhere": _SIGNED_ELSEWHERE,
        "imported": True,
        **tree.get("filing", {}),
    }
    files: dict[str, bytes] = {}
    if listed is not None:
        sheets = _sheets(listed, imported.report)
        tree |= _list_entries(imported, sheets, tree.get("annex", {}))
        parts = [(sheet.name, sheet.parts) for sheet in sheets]
        files["smelters.xlsx"] = list_workbook(listed, parts, imported.year)
    tree = {key: tree[key] for key in _ORDER if key in tree}
    facts = gathered.facts
    files["disclosure.yml"] = disclosure_file(tree, places(facts))
    files["import.md"] = notes_file(
        imported.year, imported.files, facts, gathered.notes, imported.report.left_out
    )
    files |= {f"report/{name}": text.encode() for name, text in imported.report.sections}
    files |= {f"form/{name}.md": text.encode() for name, text in imported.form_texts.items()}
    files |= {f"exhibits/{name}": content for name, content in imported.exhibits.items()}
    files |= {f"{FOLDER}/{path.name}": path.read_bytes() for path in default_files(imported.route)}
    files[GITIGNORE] = gitignore().encode()
    return files


@dataclass(frozen=True)
class _Sheet:
    """A sheet of the workbook: a list of the filing."""

    name: str
    title: str
    parts: tuple[ListPart, ...]
    place: ListPlace | None
    """Where the filing has it; None: that is not known."""


def _sheets(listed: ListAsFiled, report: ReportAsFiled) -> list[_Sheet]:
    """A list for each metal where headings name it, else for each heading below which rows stand."""
    parts = listed.parts if not listed.has_metal_column else list(_by_place(listed.parts, report))
    if listed.has_metal_column and len(parts) == 1:
        place = report.place_of(parts[0].placed[0])
        return [_Sheet(LIST_SHEET, place.heading if place else "", tuple(parts), place)]
    found = []
    titles = [part.heading or str(part.mineral or LIST_SHEET) for part in parts]
    for part, title, name in zip(parts, titles, sheet_names(titles), strict=True):
        found.append(_Sheet(name, title, (part,), report.place_of(part.placed[0])))
    return found


def _by_place(parts: Sequence[ListPart], report: ReportAsFiled) -> Iterator[ListPart]:
    """The rows of all parts, apart where another heading of the report stands above them."""
    rows = [pair for part in parts for pair in zip(part.placed, part.rows, strict=True)]
    last: ListPlace | None = None
    current: ListPart | None = None
    for placed, row in rows:
        place = report.place_of(placed) or last
        if current is None or (place is not None and last is not None and place != last):
            if current is not None:
                yield current
            current = ListPart(place.heading if place else "", None)
        last = place
        current.placed.append(placed)
        current.rows.append(row)
    if current is not None:
        yield current


def _list_entries(imported: Imported, sheets: Sequence[_Sheet], annex: Mapping[str, Any]) -> dict[str, Any]:
    """The entries ``annex`` and ``lists``."""
    listed = imported.listed
    assert listed is not None
    own = [column for column in listed.columns if column.is_own]
    headings = {
        column.key: column.heading for column in listed.columns if not column.is_own and column.heading
    }
    entries: dict[str, Any] = {
        "title": _title(sheets, imported.report),
        "columns": [column.key for column in listed.columns if column.is_shown],
        "headings": headings,
        "order": "as-filed",
        **annex,
    }
    if own:
        entries["own_columns"] = {column.key: {"heading": column.heading} for column in own}
    found: dict[str, Any] = {"annex": {key: value for key, value in entries.items() if value}}
    only = sheets[0]
    if len(sheets) > 1 or not listed.has_metal_column or (only.place and only.title != only.place.title):
        found["lists"] = [_list_entry(sheet, listed) for sheet in sheets]
    return found


def _title(sheets: Sequence[_Sheet], report: ReportAsFiled) -> str:
    """The title of the section that holds the lists; where each has one of its own, of the one above."""
    places = [sheet.place for sheet in sheets if sheet.place is not None]
    if not places:
        return sheets[0].title or "Annex"
    if len({place.section for place in places}) == 1:
        return places[0].title if len(sheets) > 1 else places[0].heading
    names = [name.removesuffix(".md") for name, _ in report.sections]
    above = report.sections[max(names.index(places[0].section) - 1, 0)][1]
    title = above.partition("\n")[0].removeprefix("# ")
    return title if _OF_LIST.search(title) else places[0].title


def _list_entry(sheet: _Sheet, listed: ListAsFiled) -> dict[str, Any]:
    entry: dict[str, Any] = {"sheet": sheet.name, "title": sheet.title or sheet.name}
    if not listed.has_metal_column:
        entry["minerals"] = [str(sheet.parts[0].mineral)]
    if sheet.place is not None:
        entry["section"] = sheet.place.section
    return entry
