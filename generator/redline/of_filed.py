"""A filed form or exhibits, and the year's own documents read as these are, as the sides of a redline."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from ..countries.table import COUNTRIES_FILE, read_countries
from ..documents.edgar.form import DRAFT, EXAMPLE, RESTATED
from ..documents.make import filing_files
from ..documents.output import Output
from ..errors import InputError
from ..filed.facility_headings import metal_of_heading
from ..filed.facility_table import find_facilities
from ..filed.places import Places
from ..filed.sections import report_of_documents, tables_naming
from ..filed.submission import text_of_file
from ..filed.values import FiledRow
from ..findings import Finding
from ..findings.catalogue import REDLINE_NOTHING
from ..model import Disclosure, LineRef
from ..model.folding import fold
from ..pipeline import Year, filing_pages
from ..texts.blocks import Block
from .filed_documents import FiledDocument, documents_in, in_order, like
from .of_record import blocks_of_texts, side_of_sections
from .of_year import side_of_year
from .sides import ListRow, Side

_ANCHOR = "<!-- table "
"""Begins the line that stands for a list of facilities."""
_MARKS = frozenset({DRAFT, EXAMPLE, RESTATED, "Draft: this form is not signed, not dated and not filed."})
"""What the program writes over documents that are not to be filed: it is no text of the filing."""


def filed_sides(year: Year, data_dir: Path, paths: Sequence[Path], name: str) -> tuple[Side, Side]:
    """The documents given, and those of the year that are alike: the form, the exhibits, or both.

    Raises InputError where the year has no such document.
    """
    own = _own_documents(year)
    filed = [one for path in paths for one in documents_in(path.name, text_of_file(path))]
    given = ", ".join(dict.fromkeys(one.file for one in filed))
    filed = in_order(filed, own)
    others = like(filed, own)
    if not others:
        what = "form" if filed[0].is_form else "report"
        advice = f"Give the {'report' if what == 'form' else 'form'} that was filed, or compare with a year."
        where = LineRef(year.disclosure.file)
        message = f"the year has no {what} to compare with {given}"
        raise InputError([Finding(REDLINE_NOTHING, message, where, advice)])
    before = _side(filed, data_dir, year.disclosure, given)
    after = _with_values(_side(others, data_dir, year.disclosure, _name(name, others, own)), year)
    if any(one.is_form for one in filed):
        return before, after
    sections = replace(side_of_sections(year, after.name), rows=after.rows)
    return before, min((after, sections), key=lambda side: _strange(before, side))


def _own_documents(year: Year) -> list[FiledDocument]:
    """The year's documents for EDGAR, the form first."""
    made, _ = filing_files(year.disclosure, filing_pages(year), Output(kinds=("edgar",)))
    files = [one for one in made if one.name.endswith(".htm")]
    found = [part for one in files for part in documents_in(one.name, one.content.decode("ascii"))]
    return sorted(found, key=lambda one: not one.is_form)


def _name(name: str, compared: Sequence[FiledDocument], own: Sequence[FiledDocument]) -> str:
    if len(compared) == len(own):
        return name
    return f"{name}, the form alone" if compared[0].is_form else f"{name}, without its form"


def _strange(before: Side, after: Side) -> int:
    """How many paragraphs only one of the two has: a report may have another frame than ours."""
    texts, others = ({block.text for block in side.blocks} for side in (before, after))
    return len(texts ^ others)


def _with_values(side: Side, year: Year) -> Side:
    """With the values that the year's pages mark."""
    marked = {block.text: block.values for block in side_of_year(year, side.name).blocks}
    return replace(
        side, blocks=tuple(replace(block, values=marked.get(block.text, ())) for block in side.blocks)
    )


def _side(documents: Sequence[FiledDocument], data_dir: Path, disclosure: Disclosure, name: str) -> Side:
    countries = read_countries(data_dir / COUNTRIES_FILE, f"{data_dir.name}/{COUNTRIES_FILE}")
    minerals = [mineral.value for mineral in dict.fromkeys(row.metal for row in disclosure.all_rows)]
    titles = {fold(one.title) for one in disclosure.shown_lists}
    blocks: list[Block] = []
    rows: list[ListRow] = []
    for one in documents:
        places = Places(one.file, list(one.blocks))
        listed = find_facilities(list(one.blocks), countries, disclosure.facts.statuses, places, minerals)
        rows += map(_list_row, listed.rows)
        names = tables_naming(row.name for row in listed.rows)
        report = report_of_documents([one.text], leave_out=names)
        texts = ["\n".join(_without_list_titles(part.markdown, titles)) for part in report.sections]
        blocks += (block for block in blocks_of_texts(texts) if block.text not in _MARKS)
    return Side(name, tuple(blocks), tuple(rows))


def _without_list_titles(markdown: str, titles: Collection[str]) -> Iterator[str]:
    """The lines but for headings inside that stand right over a list and are its title, or its metal."""
    lines = markdown.split("\n")
    for at, line in enumerate(lines):
        below = next(filter(None, lines[at + 1 :]), "")
        title = line.lstrip("#").strip()
        is_heading = at > 0 and line.startswith("#") and below.startswith(_ANCHOR)
        if not (is_heading and (fold(title) in titles or metal_of_heading(title))):
            yield line


def _list_row(row: FiledRow) -> ListRow:
    cells = {
        "metal": row.metal.value if row.metal else "",
        "cid": row.cid or "",
        "name": row.name,
        "country": row.country or "",
        "status": row.status or "",
    }
    return ListRow({name: text for name, text in cells.items() if text})
