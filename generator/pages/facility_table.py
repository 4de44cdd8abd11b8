"""The facility lists as static tables, each complete without scripts: the list's rows, in order, as filed.

A row has its anchor as ``id`` and, as data attributes of its cells, what the facets of the finder ask for.
The page and the documents of the filing have tables of their own, which differ in their columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import escape

from ..model import BOLD, ColumnName, Disclosure, FacilityList, Smelter, is_conflict_mineral
from ..prose.fact_values import FactStr
from ..prose.facts import AllFacts
from ..prose.marks import mark
from ..prose.wording.frame import TABLES
from ..prose.wording.wording import wording_of
from .annex_columns import (
    AnnexColumns,
    annex_words,
    country_as_filed,
    filed_columns,
    is_other_word,
    minerals_word,
    page_columns,
)
from .annex_links import country_group, metal_group
from .facility_notes import column_meanings, footnote_numbers, footnotes, legend
from .finder_page import with_finder
from .row_keys import Attributes, RowKeys, cell_attributes, row_keys

TABLE_ID = "fsd-annex"
"""Id of the list, and of the first one of several."""

_COLUMNS_FITTING = 6
"""With more columns than these the table is wider than the page on a desktop, too; so many stand close."""
_USUAL_LABELS = {"status": "Status", "metal": "Metal", "country": "Country"}
"""Headings that ``annex-plain.css`` has, so that no cell needs to say them."""
_GROUP = 25
"""Rows in one body of the table. Browsers draw only the bodies that are near the window."""


def lists_on_page(disclosure: Disclosure, facts: AllFacts) -> str:
    """The finder with every list, and what their signs, notes and columns mean, as HTML with data in marks.

    The lists are built of plain strings, not by a template: there can be many thousand rows.
    """
    made = _tables(disclosure, page_columns(disclosure), is_page=True)
    tables = made.all(facts.annex_title)
    return _with_notes(with_finder(tables, disclosure, facts, made.columns, made.keys), made)


def lists_in_documents(disclosure: Disclosure, facts: AllFacts) -> str:
    """The same lists as the filing has them: its columns in its order, the countries as filed.

    Empty where none of them is in the filing.
    """
    if not disclosure.has_list:
        return ""
    made = _tables(disclosure, filed_columns(disclosure), is_page=False)
    return _with_notes(made.all(facts.annex_title), made)


def _tables(disclosure: Disclosure, columns: AnnexColumns, *, is_page: bool) -> _Tables:
    keys = row_keys(disclosure, columns)
    return _Tables(
        disclosure=disclosure,
        columns=columns,
        keys=keys,
        attributes=cell_attributes(disclosure, columns, keys),
        footnotes=footnote_numbers(disclosure) if "footnote" in columns.names else {},
        counted={id(row): number for number, row in enumerate(disclosure.smelters)},
        has_bold=any(status.mark == BOLD for status in disclosure.facts.statuses),
        groups=_groups(disclosure, columns) if is_page else {},
        tagged=None if is_page else columns.country,
        tag=wording_of(disclosure.wording).words(TABLES.name, "covered-country"),
        is_page=is_page,
    )


def _groups(disclosure: Disclosure, columns: AnnexColumns) -> dict[tuple[int, str], str]:
    """Where a link by metal or country leads without scripts: id of a row and its column to their address.

    It is the first row of the metal or country, on a page where rows cannot be chosen.
    """
    found: dict[str, tuple[int, str]] = {}
    for row in disclosure.all_rows:
        found.setdefault(metal_group(row.metal), (id(row), columns.carrier("metal")))
        if disclosure.gives("country"):
            found.setdefault(country_group(row.country), (id(row), columns.carrier(columns.country)))
    return {place: group for group, place in found.items()}


def _with_notes(lists: str, made: _Tables) -> str:
    parts = [
        lists,
        legend(made.disclosure),
        footnotes(made.disclosure, made.footnotes),
        column_meanings(made.disclosure, made.columns),
    ]
    return "\n".join(filter(None, parts))


def list_id(one: FacilityList) -> str:
    """Id of the heading of one of several lists."""
    return f"list-{one.key}"


def repeats(rows: Sequence[Smelter]) -> int:
    """How many rows name the same facility and mineral as an earlier one."""
    return len(rows) - len({_facility(row) for row in rows})


def _facility(row: Smelter) -> tuple[str, ...]:
    if row.cid:
        return (row.metal, row.cid)
    country = row.country.filed.casefold() if row.country else ""
    return (row.metal, row.name.casefold(), country, row.city or "", row.state or "")


def unit(rows: Sequence[Smelter], mineral: str) -> str:
    """What a row is, as it follows a number of rows; empty where a facility stands in several of them."""
    return "" if repeats(rows) else f", one for each facility and {mineral}"


@dataclass(frozen=True)
class _Tables:
    """What the tables need beside their rows."""

    disclosure: Disclosure
    columns: AnnexColumns
    keys: RowKeys
    attributes: Mapping[str, Attributes]
    footnotes: Mapping[str, int]
    """Footnote to its number, from 1; none where no column shows them."""
    counted: Mapping[int, int]
    """``id`` of a row that counts under the rule to its place in ``Disclosure.smelters``."""
    has_bold: bool
    """Whether bold letters mean a status."""
    groups: Mapping[tuple[int, str], str]
    """``id`` of a row and its column, to the address of the rows of that metal or country."""
    tagged: ColumnName | None
    """The column of countries, whose cells say which are covered countries; None on the page."""
    tag: str
    """The filer's words for a covered country."""
    is_page: bool
    """Whether the site shows it: a cell then says its heading, for screens without room for a head."""

    def all(self, title: FactStr | None) -> str:
        """The one list, or each list under its heading."""
        lists = self.disclosure.shown_lists
        if len(lists) <= 1:
            rows = lists[0].smelters if lists else ()
            return self.table(rows, title or FactStr("", ""), TABLE_ID, "")
        return "\n".join(self._part(one, number) for number, one in enumerate(lists))

    def _part(self, one: FacilityList, number: int) -> str:
        title = FactStr(one.title, f"lists[{number}].title")
        tag = "h2" if self.is_page else "h3"
        heading = f'<{tag} id="{escape(list_id(one))}">{mark(str(escape(title)), title.path)}</{tag}>'
        name = f"{TABLE_ID}-{number + 1}" if number else TABLE_ID
        table = self.table(one.smelters, title, name, f' data-list="{escape(one.key)}"')
        return f'<section class="fsd-part">\n{heading}\n{table}\n</section>'

    def table(self, rows: Sequence[Smelter], title: FactStr, name: str, key: str) -> str:
        # Roles are stated, because annex.css gives rows another display, and some browsers then forget them.
        size = "tall" if len(self.columns.names) <= _COLUMNS_FITTING else "large"
        looks = {"bold": self.has_bold, "dense": len(self.columns.names) >= _COLUMNS_FITTING}
        look = "".join(f" fsd-annex--{name}" for name, holds in looks.items() if holds)
        headings = "\n".join(
            f'<th scope="col" role="columnheader" data-column="{column}"{self._narrow(column)}>'
            f"{escape(self._label(column))}</th>"
            for column in self.columns.names
        )
        return (
            f'<div class="fsd-scroll fsd-scroll--{size}" role="region" tabindex="0"'
            f' aria-labelledby="{name}-caption">\n'
            f'<table class="fsd-table fsd-annex{look}" id="{name}"{key} role="table"'
            f' aria-labelledby="{name}-caption"{self._usual_spelling()} data-search-exclude>\n'
            f'<caption id="{name}-caption"><span>{self._caption(rows, title)}</span></caption>\n'
            f'<thead role="rowgroup">\n<tr role="row">\n{headings}\n</tr>\n</thead>\n'
            f"{self._bodies(rows)}\n</table>\n</div>"
        )

    def _narrow(self, column: str) -> str:
        """The class of cells that hold signs alone."""
        return ' class="fsd-annex__sign"' if column in self.columns.signs else ""

    def _usual_spelling(self) -> str:
        """How the filing writes the countries of cells that say nothing else of it."""
        if not self.is_page or not self.disclosure.gives("country"):
            return ""
        return f' data-filed="{"capitals" if self.keys.is_filed_in_capitals else "as-shown"}"'

    def _label(self, column: str) -> str:
        return self.columns.headings[column]

    def _caption(self, rows: Sequence[Smelter], title: FactStr) -> str:
        """Title and number of rows, and how many of these no total has."""
        path = "facilities.total" if len(rows) == len(self.disclosure.smelters) else "computed"
        name = f"{mark(str(escape(title)), title.path)}:"
        if len(self.disclosure.shown_lists) > 1:  # its heading says so to those who see
            name = f'<span class="fsd-part__title">{name}</span>'
        case = "rows" if repeats(rows) else f"rows-by-{minerals_word(self.disclosure)}"
        number = mark(str(escape(annex_words(self.disclosure, case, rows=len(rows)))), path)
        return f"{name} {number}{escape(self._apart(rows))}"

    def _apart(self, rows: Sequence[Smelter]) -> str:
        apart = [row for row in rows if id(row) not in self.counted]
        if not apart or not self.counted:
            return ""
        if len(apart) == len(rows):
            return annex_words(self.disclosure, "part-of-no-total")
        others = dict.fromkeys(
            row.metal.lower() or annex_words(self.disclosure, "no-mineral")
            for row in apart
            if not is_conflict_mineral(row.metal)
        )
        minerals = ", ".join(others)
        return annex_words(self.disclosure, "some-part-of-no-total", rows=len(apart), minerals=minerals)

    def _bodies(self, rows: Sequence[Smelter]) -> str:
        lines = [self._row(row) for row in rows]
        groups = ["\n".join(lines[start : start + _GROUP]) for start in range(0, len(lines), _GROUP)] or [""]
        return "\n".join(f'<tbody role="rowgroup">\n{group}\n</tbody>' for group in groups)

    def _row(self, row: Smelter) -> str:
        # White space between cells keeps words apart for readers of plain text, search indexes among them.
        number = self.counted.get(id(row))
        path = str(row.where) if number is None else f"smelters[{number}]"
        cells = "\n".join(self._cell(row, path, column) for column in self.columns.names)
        return f'<tr role="row" id="{escape(row.anchor)}">\n{cells}\n</tr>'

    def _cell(self, row: Smelter, path: str, column: str) -> str:
        more = self._more(row, column)
        if column == "footnote":
            return f'<td role="cell"{more}>{self._footnote(row)}</td>'
        text = self.columns.texts[column](row)
        source = path if id(row) not in self.counted else f"{path}.{column}"
        shown = mark(str(escape(text)), source) if text else ""
        attributes = _attributes((name, value(row)) for name, value in self.attributes[column])
        if column == "name":
            return f'<th scope="row" role="rowheader"{more}{attributes}>{self._bold(row, shown)}</th>'
        if column == "status" and row.status and text.casefold() == row.status.label.casefold():
            look = self.keys.looks[row.status.label]
            shown = f'<span class="fsd-status fsd-status--{look}">{shown}</span>'
        if column == self.tagged and shown and row.country and row.country.is_covered:
            shown = f'{shown} <span class="fsd-tag">({escape(self.tag)})</span>'
        return f'<td role="cell"{self._narrow(column)}{more}{attributes}>{shown}</td>'

    def _more(self, row: Smelter, column: str) -> str:
        """What a cell of the page has beside its data: address, mark of another spelling, heading."""
        if not self.is_page:
            return ""
        group = self.groups.get((id(row), column))
        is_spelt_otherwise = column == "country" and is_other_word(
            country_as_filed(row), self.columns.texts[column](row)
        )
        return "".join(
            (
                f' id="{escape(group)}"' if group else "",
                ' class="fsd-filed"' if is_spelt_otherwise else "",
                f' data-label="{escape(self._label(column))}"' if self._says_label(column) else "",
            )
        )

    def _says_label(self, column: str) -> bool:
        return column != "name" and _USUAL_LABELS.get(column) != self._label(column)

    def _bold(self, row: Smelter, name: str) -> str:
        """The name; where bold letters are its status in these, with words for those who cannot see them."""
        if row.status is None or row.status.mark != BOLD:
            return name
        return f'<strong class="fsd-bold" data-means="{escape(row.status.label)}">{name}</strong>'

    def _footnote(self, row: Smelter) -> str:
        if not row.footnote:
            return ""
        number = self.footnotes[row.footnote]
        return f'<a class="fsd-note-mark" href="#fsd-note-{number}" aria-label="Note {number}">{number}</a>'


def _attributes(values: Iterable[tuple[str, str | int | None]]) -> str:
    """Data attributes of an element, those without a value left out."""
    return "".join(
        f" data-{name}" if value == "" else f' data-{name}="{escape(value)}"'
        for name, value in values
        if value is not None
    )
