"""Records for the site's own search: one for each row of the annex, or for each smelter over several years.

The search shows title and text as HTML, so that data is escaped here. It folds accents and signs itself
(``site_overrides/assets/javascripts/search-find.js``).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence

from ..model import Disclosure, Smelter
from ..model.addresses import IN_FOLDERS, Addresses
from ..years.profiles import Profile

Record = dict[str, str]
"""``location`` from the site's root, ``title`` and ``text`` as HTML; of a row also ``of`` and ``also``."""

SHORT_FORMS = {
    "AE": ("United Arab Emirates", ("UAE",)),
    "CD": ("Democratic Republic of the Congo", ("DRC", "DR Congo")),
    "CN": ("People's Republic of China", ("PRC",)),
    "GB": ("United Kingdom", ("UK", "Great Britain")),
    "US": ("United States", ("USA",)),
}
"""Code of a country to its name in full and the short forms that people type for it."""

_OF_PEOPLE = re.compile(r"(<(p|ul|ol|pre|blockquote)\b.*?</\2>)", re.DOTALL)
"""What is written in sentences and lists; all else is cells of tables."""
_FIGURES = re.compile(r"(?:(?<!\S)[-+\u2212\u2013]?\d[\d.,]*%?(?:\s+|$))+")


def short_forms() -> list[tuple[str, str]]:
    """Each short form of one word with the name in full, for what no row says by its code."""
    return [(form, name) for name, forms in SHORT_FORMS.values() for form in forms if " " not in form]


def without_figures(text: str) -> str:
    """The text of a section as the search shows it: of its tables the words remain.

    ``text`` is HTML. Cells of a table stand in it without tags, so that their figures make a wall; figures
    that a word in small letters follows are those of a sentence.
    """
    parts = _OF_PEOPLE.split(text)
    # Of three parts one is between, one is of people, one is its tag.
    return "".join(
        part if number % 3 else _FIGURES.sub(_as_a_gap, part)
        for number, part in enumerate(parts)
        if number % 3 != 2
    )


def _as_a_gap(figures: re.Match[str]) -> str:
    return figures[0] if figures.string[figures.end() :][:1].islower() else "· "


def search_records(disclosure: Disclosure) -> list[Record]:
    """A record for each row of every list, in annex order; names, numbers and countries are words of it."""
    lists = disclosure.shown_lists
    return [
        {
            "location": f"{disclosure.annex_address}#{row.anchor}",
            "title": html.escape(row.called, quote=False),
            "text": html.escape(_text(row, one.title if len(lists) > 1 else ""), quote=False),
            "also": " ".join(_also(row)),
            "of": "row",
        }
        for one in lists
        for row in one.smelters
    ]


def records_of_years(
    found: Sequence[Profile],
    titles: Mapping[tuple[int, str], str],
    *,
    has_pages: bool,
    addresses: Addresses = IN_FOLDERS,
) -> list[Record]:
    """A record for each smelter or refiner over several years, those of the newest list first.

    It says what the newest list does that has it, and the years. ``titles`` are those of several lists by
    year and key of the list. ``has_pages``: it leads to the smelter's page, else to the newest row.
    """
    newest_first = sorted(found, key=lambda one: -one.rows[0].year)
    return [_of_years(one, titles, addresses, has_pages=has_pages) for one in newest_first]


def _of_years(
    found: Profile, titles: Mapping[tuple[int, str], str], addresses: Addresses, *, has_pages: bool
) -> Record:
    newest = found.rows[0]
    rows = [one.row for one in found.rows if one.year == newest.year]
    row_address = f"{addresses.of_page(f'{newest.year}/annex/')}#{newest.row.anchor}"
    years = ", ".join(dict.fromkeys(str(one.year) for one in found.rows))
    texts = [_text(row, titles.get((newest.year, row.list_key), "")) for row in rows]
    others = [name for name in found.names[1:] if name not in newest.row.aliases]
    text = ". ".join([f"Listed for {years}", *dict.fromkeys(texts), *others])
    return {
        "location": addresses.of_page(f"smelters/{found.key}/") if has_pages else row_address,
        "title": html.escape(f"{found.name} ({newest.year})", quote=False),
        "text": html.escape(text, quote=False),
        "also": " ".join(dict.fromkeys(word for row in rows for word in _also(row))),
        "of": "row",
    }


def _text(row: Smelter, title: str) -> str:
    """What else a reader looks for, as a line that can be read: it stands below the name in the results.

    ``title`` is that of the list where there are several. What the filer does not give is left out.
    """
    status = row.status.label if row.status else None
    country = row.country.name if row.country else None
    facts = (*_mineral(row), status, country, row.city, row.state, row.cid, *_own(row), title)
    parts = [", ".join(filter(None, facts))]
    if row.aliases:
        parts.append(f"Other names: {', '.join(row.aliases)}")
    return ". ".join(parts)


def _mineral(row: Smelter) -> Iterator[str]:
    """The metal under the name by which readers look for it, and as the list has it."""
    yield row.metal.value
    filed = row.as_filed("metal")
    if filed and filed.casefold() != row.metal.casefold():
        yield filed


def _also(row: Smelter) -> Iterator[str]:
    """What finds the row and is not shown: the country by its code, in short and as filed.

    Plain text: the search reads words in it and shows none of them.
    """
    country = row.country
    if country is None:
        return
    if country.code:
        yield country.code
        yield from SHORT_FORMS.get(country.code, ("", ()))[1]
    if country.filed.casefold() != country.name.casefold():
        yield country.filed


def _own(row: Smelter) -> Iterator[str]:
    """What stands in own columns, but for signs."""
    return (text for _, text in row.own if any(letter.isalnum() for letter in text))
