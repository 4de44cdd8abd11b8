"""The columns of the facility list: which are shown, under which heading, and what stands in their cells.

A cell is shown as it was filed, with its signs, where the list holds that; else as the value is written here.
The documents of the filing have the filer's columns in the filer's order, the country as filed. The page has
the same columns for readers: the name first, then what most ask for, and one column for the country.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ..model import ColumnName, Disclosure, Smelter, is_conflict_mineral
from ..prose.fact_values import date_text
from ..prose.wording.frame import ANNEX, TABLES
from ..prose.wording.wording import wording_of

CellText = Callable[[Smelter], str]

_SIGN_LENGTH = 3
"""A text of an own column that is no longer than this needs a narrow column only."""


@dataclass(frozen=True)
class AnnexColumns:
    """What the list shows of each row."""

    names: tuple[ColumnName, ...]
    """In the order in which they are shown."""
    headings: Mapping[ColumnName, str]
    texts: Mapping[ColumnName, CellText]
    """Every column that is known, shown or not, to the text of a row's cell; empty: nothing stands there."""

    signs: frozenset[ColumnName]
    """Own columns of which every cell is a sign or empty."""

    @property
    def country(self) -> ColumnName | None:
        """The column that names countries as readers know them, as far as there is a choice."""
        shown = [name for name in ("country", "country_as_filed") if name in self.names]
        return shown[0] if shown else None

    def carrier(self, column: ColumnName | None) -> ColumnName:
        """The column whose cells say what ``column`` has: itself, or the name where it is not shown."""
        return column if column is not None and column in self.names else "name"


_FIRST: tuple[ColumnName, ...] = ("name", "status", "metal", "country")
"""What most readers ask for, in the order in which the page has it; the other columns follow."""


def filed_columns(disclosure: Disclosure) -> AnnexColumns:
    """The columns that ``annex.columns`` names, in its order, for the documents of the filing.

    Of two columns of countries, the one as filed.
    """
    asked = _asked(disclosure)
    names = [name for name in asked if name != "country" or "country_as_filed" not in asked]
    return _columns(disclosure, names, _texts(disclosure))


def page_columns(disclosure: Disclosure) -> AnnexColumns:
    """The same columns for the page: the name first, status second, one for the country.

    That one has the name that readers know; where none is known, what was filed in its place.
    """
    asked = dict.fromkeys("country" if name == "country_as_filed" else name for name in _asked(disclosure))
    names = [name for name in _FIRST if name in asked]
    names += [name for name in asked if name not in names]
    return _columns(disclosure, names, {**_texts(disclosure), "country": _country_for_readers})


def _asked(disclosure: Disclosure) -> tuple[ColumnName, ...]:
    annex = disclosure.facts.annex
    return annex.columns if annex else ("metal", "name")


def _columns(
    disclosure: Disclosure, asked: Sequence[ColumnName], texts: Mapping[ColumnName, CellText]
) -> AnnexColumns:
    """Those of the columns in which some row has something.

    What no row has the filer does not give, so that not even a heading speaks of it.
    """
    annex = disclosure.facts.annex
    rows = disclosure.all_rows
    names = tuple(name for name in asked if name == "name" or any(map(texts[name], rows)) or not rows)
    own = annex.own_columns if annex else {}
    signs = {name for name in names if name in own and all(_is_sign(texts[name](row)) for row in rows)}
    return AnnexColumns(names, {name: _heading(disclosure, name) for name in names}, texts, frozenset(signs))


def _is_sign(text: str) -> bool:
    return len(text) <= _SIGN_LENGTH


def annex_words(disclosure: Disclosure, case: str, **context: object) -> str:
    """The filer's words above, in and below the lists."""
    return wording_of(disclosure.wording).words(ANNEX.name, case, **context)


def no_status(disclosure: Disclosure) -> str:
    """The filer's words for facilities without a status, the same in lists, tables and pictures."""
    return wording_of(disclosure.wording).words(TABLES.name, "no-status")


def minerals_word(disclosure: Disclosure) -> str:
    """``metal``, or ``mineral`` where the lists have rows of others than the four of the rule."""
    return "metal" if all(is_conflict_mineral(row.metal) for row in disclosure.all_rows) else "mineral"


def _heading(disclosure: Disclosure, column: ColumnName) -> str:
    """The filer's, else the usual one; a filer with one column of countries has one heading for it."""
    annex = disclosure.facts.annex
    own = annex.headings if annex else {}
    if column == "country" and column not in own and "country" not in _asked(disclosure):
        return own.get("country_as_filed") or annex_words(disclosure, "column-country")
    if column in own:
        return own[column]
    if annex and column in annex.own_columns:
        return annex.own_columns[column].heading
    name = minerals_word(disclosure) if column == "metal" else column
    return annex_words(disclosure, f"column-{name.replace('_', '-')}")


def _texts(disclosure: Disclosure) -> dict[ColumnName, CellText]:
    annex = disclosure.facts.annex
    shows_filed_country = annex is not None and "country_as_filed" in annex.columns
    titles = {one.key: one.title for one in disclosure.shown_lists}
    return {
        **_TEXTS,
        "country": _country if shows_filed_country else _country_alone,
        "recycled": _recycled(annex_words(disclosure, "yes"), annex_words(disclosure, "no")),
        "list": lambda row: titles.get(row.list_key, ""),
        **{key: _own(key) for key in (annex.own_columns if annex else ())},
    }


def _own(key: str) -> CellText:
    return lambda row: row.own_text(key)


def _filed_or(column: ColumnName, value: CellText) -> CellText:
    """The cell as filed where it is more or other than the value."""
    return lambda row: (row.filed and row.as_filed(column)) or value(row)


def _country(row: Smelter) -> str:
    return row.country.name if row.country else ""


def _country_alone(row: Smelter) -> str:
    """The country where no other column shows it as filed, with what the filer adds or puts in its place."""
    return row.as_filed("country_as_filed") or _country(row)


def _country_for_readers(row: Smelter) -> str:
    return _country(row) or row.as_filed("country_as_filed") or ""


def country_as_filed(row: Smelter) -> str:
    """The country in the words of the filing; empty: it gives none."""
    return row.as_filed("country_as_filed") or (row.country.filed if row.country else "")


def is_other_word(filed: str, shown: str) -> bool:
    """Whether the filing has something other than what is shown, beyond capitals and blanks."""
    return bool(filed) and "".join(filed.split()).casefold() != "".join(shown.split()).casefold()


def _as_of(row: Smelter) -> str:
    day = row.status_as_of or (row.status.as_of if row.status else None)
    return date_text(day) if day else ""


def _recycled(yes: str, no: str) -> CellText:
    return lambda row: "" if row.recycled is None else yes if row.recycled else no


_TEXTS: dict[ColumnName, CellText] = {
    "cid": _filed_or("cid", lambda row: row.cid or ""),
    "metal": _filed_or("metal", lambda row: row.metal.value),
    "name": _filed_or("name", lambda row: row.name),
    "country_as_filed": country_as_filed,
    "city": lambda row: row.city or "",
    "state": lambda row: row.state or "",
    "status": _filed_or("status", lambda row: row.status.label if row.status else ""),
    "status_as_of": _as_of,
    "footnote": lambda row: row.footnote or "",
}
