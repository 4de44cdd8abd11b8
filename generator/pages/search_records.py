"""Records for the site's own search: one for each row of the annex, which leads to the row.

The search of the theme shows title and text as HTML and knows no accents, so that data is escaped
here and the words of a name are there without accents, too.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from slugify import slugify

from ..model import Disclosure, Smelter

Record = dict[str, str]
"""``location`` from the site's root, ``title`` and ``text`` as HTML."""


def search_records(disclosure: Disclosure) -> list[Record]:
    """A record for each row of every list, in annex order; names, numbers and countries are words of it."""
    lists = disclosure.shown_lists
    return [
        {
            "location": f"{disclosure.year}/annex/#{row.anchor}",
            "title": html.escape(row.called, quote=False),
            "text": html.escape(_text(row, one.title if len(lists) > 1 else ""), quote=False),
        }
        for one in lists
        for row in one.smelters
    ]


def _text(row: Smelter, title: str) -> str:
    """What else a reader looks for, as a line that can be read: it stands below the name in the results.

    ``title`` is that of the list where there are several. What the filer does not give is left out.
    """
    status = row.status.label if row.status else None
    facts = (*_mineral(row), status, *_countries(row), row.city, row.state, row.cid, *_own(row), title)
    parts = [", ".join(filter(None, facts))]
    if row.aliases:
        parts.append(f"Other names: {', '.join(row.aliases)}")
    if plain := " ".join(_without_accents((row.name, row.city or "", *row.aliases))):
        parts.append(plain)
    return ". ".join(parts)


def _mineral(row: Smelter) -> Iterator[str]:
    """The metal under the name by which readers look for it, and as the list has it."""
    yield row.metal.value
    filed = row.as_filed("metal")
    if filed and filed.casefold() != row.metal.casefold():
        yield filed


def _countries(row: Smelter) -> Iterator[str]:
    country = row.country
    if country is None:
        return
    yield f"{country.name}, {country.code}" if country.code else country.name
    if country.filed.casefold() != country.name.casefold():
        yield country.filed


def _own(row: Smelter) -> Iterator[str]:
    """What stands in own columns, but for signs."""
    return (text for _, text in row.own if any(letter.isalnum() for letter in text))


def _without_accents(texts: tuple[str, ...]) -> Iterator[str]:
    """The words in plain Latin letters that differ from the words themselves: ``Penoles`` for ``Peñoles``."""
    for text in texts:
        if not text.isascii():
            words = set(re.findall(r"\w+", text.casefold()))
            plain = slugify(text, separator=" ", lowercase=False).split()
            yield from (word for word in plain if word.casefold() not in words)
