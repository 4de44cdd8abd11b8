"""Countries of origin of the minerals as HTML: by metal, without one, by smelter; none is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import escape

from ..model import COVERED_COUNTRIES, Disclosure, Metal, Origins
from ..prose.environment import Markdown, page_environment
from ..prose.fact_values import FactStr, sentence_list
from ..prose.wording.frame import TABLES
from ..prose.wording.wording import wording_of
from .table import Cell, Heading, Row, Table, html, one_line

COLUMNS_TEMPLATE = "partials/columns.html.j2"

_LONG = 20
"""With more countries than these, a list is set in columns."""


@dataclass(frozen=True)
class Columns:
    """What the template of a long list uses."""

    id: str
    title: str
    names: tuple[FactStr, ...]


def origins(disclosure: Disclosure) -> Markdown:
    """Tables and lists of all origins that are given; a sentence where there are none."""
    stated = disclosure.facts.origins
    parts = "\n".join(_parts(disclosure, stated)) if stated else ""
    silent = "no-origin-determined" if disclosure.facts.lacks_origins else "no-origin-named"
    return Markdown(parts or _note(_words(disclosure, silent)))


def _words(disclosure: Disclosure, case: str, **context: str) -> str:
    return wording_of(disclosure.wording).words(TABLES.name, case, **context)


def _parts(disclosure: Disclosure, stated: Origins) -> Iterator[str]:
    by_country = stated.metals_by_country
    given = {country: metals for country, metals in by_country.items() if metals}
    rest = [country for country, metals in by_country.items() if not metals]
    of_recycled = stated.recycled if isinstance(stated.recycled, tuple) else ()
    has_row = False
    recycled, caption = _words(disclosure, "recycled"), _words(disclosure, "origins")
    if given:
        has_row = bool(of_recycled)
        yield html(_matrix(disclosure, {**given, **({recycled: of_recycled} if has_row else {})}))
    if rest and (given or len(rest) > _LONG):
        yield _columns(disclosure, _words(disclosure, "further-origins") if given else caption, rest)
    elif rest:
        has_row = bool(stated.recycled) and not of_recycled
        yield html(_plain(disclosure, [*rest, *([recycled] if has_row else [])]))
    if stated.recycled and not has_row:
        yield _note(_recycled_words(disclosure, of_recycled))
    if stated.by_smelter:
        yield html(_by_smelter(disclosure, stated.by_smelter))


def _matrix(disclosure: Disclosure, metals_of: dict[str, tuple[Metal, ...]]) -> Table:
    """A row a country, a column a metal that any of them has."""
    columns = [metal for metal in Metal if any(metal in metals for metals in metals_of.values())]
    yes = _words(disclosure, "yes")
    return Table(
        id="fsd-origins",
        caption=_words(disclosure, "origins"),
        headings=(
            Heading(_words(disclosure, "country-of-origin")),
            *(Heading(metal.value) for metal in columns),
        ),
        rows=tuple(
            Row(_country(disclosure, name), tuple(Cell(yes if metal in metals else "") for metal in columns))
            for name, metals in metals_of.items()
        ),
    )


def _plain(disclosure: Disclosure, names: Iterable[str]) -> Table:
    rows = tuple(Row(_country(disclosure, name), ()) for name in names)
    heading = Heading(_words(disclosure, "country-of-origin"))
    return Table("fsd-origins", _words(disclosure, "origins"), (heading,), rows)


def _columns(disclosure: Disclosure, title: str, names: Sequence[str]) -> str:
    tagged = (_with_tag(disclosure, name) for name in names)
    context = Columns("fsd-origins-list", title, tuple(map(_name, tagged)))
    return page_environment().get_template(COLUMNS_TEMPLATE).render(vars(context)).rstrip("\n")


def _by_smelter(disclosure: Disclosure, stated: dict[str, tuple[str, ...]]) -> Table:
    """A row a smelter. ``stated`` has its identifier or its name; with a list, the name stands there too."""
    names = {row.cid: row.name for row in disclosure.all_rows if row.cid}
    rows = [
        Row(
            Cell(_name(f"{names[key]} ({key})" if key in names else key)),
            (Cell(_name(", ".join(_with_tag(disclosure, name) for name in countries))),),
        )
        for key, countries in stated.items()
    ]
    return Table(
        id="fsd-origins-smelters",
        caption=_words(disclosure, "origins-by-smelter"),
        headings=(
            Heading(_words(disclosure, "smelter")),
            Heading(_words(disclosure, "countries-of-origin")),
        ),
        rows=tuple(rows),
    )


def _recycled_words(disclosure: Disclosure, metals: Sequence[Metal]) -> str:
    if not metals:
        return _words(disclosure, "recycled-named")
    names = sentence_list(metal.lower() for metal in metals)
    return _words(disclosure, "recycled-named-of-metals", metals=names)


def _note(text: str) -> str:
    return f'<p class="fsd-note">{escape(text)}</p>' if text else ""


def _country(disclosure: Disclosure, name: str) -> Cell:
    """The country of origin, said to be a covered country where it is one."""
    return Cell(_name(name), tag=_tag(disclosure, name))


def _with_tag(disclosure: Disclosure, name: str) -> str:
    tag = _tag(disclosure, name)
    return f"{name} ({tag})" if tag else name


def _tag(disclosure: Disclosure, name: str) -> str:
    is_covered = dict(disclosure.origin_codes).get(name) in COVERED_COUNTRIES
    return _words(disclosure, "covered-country") if is_covered else ""


def _name(text: str) -> FactStr:
    return one_line(FactStr(text, "origins"))
