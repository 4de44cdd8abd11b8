"""The lists of countries of a filed document: in a sentence, in a paragraph that is nothing else, in a table.

What a list is of, its own sentence says, or the heading or the line above it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..model import Metal
from ..model.folding import fold
from ..model.words import metal_of, metals_in
from .country_names import CountryFinder, listed_countries, unknown_countries
from .values import CountryList, FiledLine, NamedCountry

_LEAST = 3
"""Fewer countries are no list."""
_MOSTLY = 0.6
_CONTEXT = 4
_LONGEST_NAME = 60
_CAPITALIZED = re.compile(r"[\W_]*[A-ZÀ-Þ][\w’'.-]+(?: (?:of|and|the|[A-ZÀ-Þ][\w’'.-]+)){0,3}[\s;,.]*")
"""A line that may be the name of a country."""
_ORIGIN = re.compile(
    r"\borigins?\b|\boriginat\w*|\b(?:sourced?|mined|come|came|coming|extracted"
    r"|obtained) (?:\w+ )?(?:from|in)\b",
    re.IGNORECASE,
)
_COVERED = re.compile(
    r"\badjoin|\bneighbou?r|\bcovered countr|\bshare[sd]? (?:an? )?(?:\w+ )?border", re.IGNORECASE
)
_PLACES = re.compile(
    r"\b(?:smelters?|refiners?|facilit\w+|SORs?) (?:\w+ ){0,3}(?:located|situated|stand|based)"
    r"|\bcountr(?:y|ies) (?:of operation|in which)"
    r"|\blocations? of (?:the )?(?:smelter|refiner|facilit)",
    re.IGNORECASE,
)
_CLAIMS_NOTHING = re.compile(
    r"\b(?:not|never|no longer|polic(?:y|ies)|sanction\w*|embargo\w*|ban(?:s|ned)?|imports?|offices?"
    r"|plants?|operations in|subsidiar\w+"
    r"|cobalt|lithium|nickel|mica|battery|batteries)\b",
    re.IGNORECASE,
)
_PARTIAL = re.compile(
    r"\b(?:such as|e\.g\.|for example|for instance|among (?:them|others)|etc\.?|inter alia)\b", re.IGNORECASE
)
_SENTENCE = re.compile(r"(?<=[.!?])[\"”’)]?\s+(?=[\"“‘(]?[A-Z])")
_TICK = re.compile(r"[✓✔☑☒√•●xX*]|yes|y", re.IGNORECASE)
_OF_LISTS = frozenset({
    "a", "also", "and", "are", "as", "countries", "country", "following", "gold", "in", "include", "includes",
    "including", "is", "list", "may", "minerals", "of", "or", "origin", "origins", "potential", "s",
    "tantalum", "the", "tin", "tungsten",
})  # fmt: skip
"""Words beside the countries of a paragraph that is a list; with others it is a sentence."""


@dataclass(frozen=True)
class _Context:
    """The lines above a list, the nearest first."""

    texts: tuple[str, ...]

    def kind(self) -> str:
        for text in self.texts:
            if kind := _kind(text):
                return kind
        return ""


def country_lists(lines: Sequence[FiledLine], finder: CountryFinder) -> tuple[CountryList, ...]:
    """Every list of countries, in the document's order; those of which nothing says what they are of, too."""
    found: list[CountryList] = []
    above: list[str] = []
    for table, group in itertools.groupby(lines, key=lambda line: line.table):
        rows = list(group)
        context = _Context(tuple(reversed(above[-_CONTEXT:])))
        if table is not None and (of_table := _in_table(rows, finder, context)):
            found.append(of_table)
            continue
        for line in _runs_joined(rows, finder) if table is None else rows:
            context = _Context(tuple(reversed(above[-_CONTEXT:])))
            of_line = list(_in_line(line, finder, context))
            found += of_line
            is_furniture = not re.search(r"[^\W\d]", line.text) or line.text in above[-_CONTEXT:]
            if not is_furniture and not any(one.is_alone for one in of_line):
                above.append(line.text)
    return tuple(found)


def _runs_joined(lines: Sequence[FiledLine], finder: CountryFinder) -> Iterator[FiledLine]:
    """Lines of one country each, as in a list with bullets, as one line; numbers of pages are left out.

    A line beside three countries that may be a country of which no table knows is taken with them.
    """
    run: list[FiledLine] = []
    for line in lines:
        text = line.text
        is_one = len(text) <= _LONGEST_NAME and (
            finder.is_name(text) or (run and _CAPITALIZED.fullmatch(text))
        )
        if is_one:
            run.append(line)
        elif not (run and not re.search(r"[^\W\d]", text)):
            yield from _joined(run, finder)
            run = []
            yield line
    yield from _joined(run, finder)


def _joined(run: list[FiledLine], finder: CountryFinder) -> Iterator[FiledLine]:
    names = [line for line in run if finder.is_name(line.text)]
    if len(names) < _LEAST or len(names) < _MOSTLY * len(run):
        yield from run
        return
    texts = [re.sub(r"^[\W_]+|[\s;,.]+$", "", line.text) for line in run]
    yield replace(run[0], cells=((0, "; ".join(texts)),))


def _kind(text: str) -> str:
    if _PLACES.search(text):
        return "places"
    if _ORIGIN.search(text):
        return "origins"
    return "covered" if _COVERED.search(text) else ""


def _in_line(line: FiledLine, finder: CountryFinder, context: _Context) -> Iterator[CountryList]:
    """The lists of a paragraph: the whole of it, or of each sentence."""
    text = line.text
    whole = list(finder.in_text(text))
    if len({_key(one) for _, _, one in whole}) < _LEAST:
        return
    letters = sum(end - begin for begin, end, _ in whole)
    is_list = _is_list(text, [(begin, end) for begin, end, _ in whole])
    if is_list and letters >= _MOSTLY * len(re.sub(r"\b(?:and|or|the)\b|\W", "", text)):
        metal, rest = _leading_metal(text)
        named = tuple(replace(one, metals=metal) for one in listed_countries(rest, finder))
        own = text[: whole[0][0]]
        of_sentence = _kind_of_sentence(text, named)
        kind = of_sentence if of_sentence == "covered" else _kind(own) or context.kind()
        yield CountryList(kind, named, line.where, is_alone=True, is_partial=bool(_PARTIAL.search(own)))
        return
    for sentence in _SENTENCE.split(text):
        found = list(finder.in_text(sentence))
        codes = {_key(one) for _, _, one in found}
        if len(codes) < _LEAST:
            continue
        first = sentence[: found[0][0]]
        kind = _kind_of_sentence(sentence, [one for _, _, one in found])
        if not kind or (kind == "origins" and _CLAIMS_NOTHING.search(sentence)):
            continue
        metals = metals_in(sentence) if kind == "origins" else ()
        named = tuple(replace(one, metals=metals if len(metals) == 1 else ()) for _, _, one in found)
        yield CountryList(kind, named, line.where, is_partial=bool(_PARTIAL.search(sentence)), words=first)


def _is_list(text: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether no words of a sentence stand beside the countries."""
    left, at = [], 0
    for begin, end in spans:
        left.append(text[at:begin])
        at = end
    plain = re.sub(r"\w*[A-Z]\w*", "", " ".join([*left, text[at:]]))
    return all(word in _OF_LISTS for word in re.findall(r"[a-z]+", plain))


def _kind_of_sentence(sentence: str, found: Sequence[NamedCountry]) -> str:
    covered = sum(one.is_covered for one in found)
    if _COVERED.search(sentence) and covered >= _LEAST and covered >= len(found) - 2:
        return "covered"
    kind = _kind(sentence)
    return "" if kind == "covered" else kind


def _leading_metal(text: str) -> tuple[tuple[Metal, ...], str]:
    """``Gold: Peru, Chile`` as its metal and the rest."""
    begun = re.match(r"\s*([^:;,]{2,30})[:–—]\s+", text)
    metal = metal_of(begun[1]) if begun else None
    return ((metal,), text[begun.end() :]) if begun and metal else ((), text)


def _in_table(rows: Sequence[FiledLine], finder: CountryFinder, context: _Context) -> CountryList | None:
    """The list of a table: countries in columns, with ticks or headings for the metals, or by metal."""
    heading = _metal_columns(rows)
    body = [row for row in rows if row is not heading[1]]
    found: list[NamedCountry] = []
    others = 0
    for row in body:
        of_row = list(_of_row(row, finder, heading[0]))
        found += of_row
        texts = [
            text for _, text in row.cells if not _TICK.fullmatch(text) and not re.fullmatch(r"[\d.,%]+", text)
        ]
        strange = [text for text in texts if not finder.is_name(text) and not _names_metals(text)]
        is_by_metal = bool(texts) and metal_of(texts[0]) is not None
        is_heading = row is rows[0] and not of_row
        others += 0 if is_by_metal or is_heading else len(strange)
    if len({_key(one) for one in found}) < _LEAST or others > len(found) * (1 - _MOSTLY):
        return None
    own = " ".join(text for _, text in rows[0].cells)
    kind = _kind(own) or context.kind()
    named = tuple(found) + tuple(_strangers(body, finder))
    return CountryList(kind, named, rows[0].where, is_alone=True)


def _strangers(rows: Sequence[FiledLine], finder: CountryFinder) -> Iterator[NamedCountry]:
    """Cells among countries that no table knows; the row of headings is none."""
    for at, row in enumerate(rows):
        names = [finder.is_name(text) for _, text in row.cells]
        names += [at > 0] if len(names) == 1 and all(len(one.cells) == 1 for one in rows) else []
        for (_, text), is_name in zip(row.cells, names, strict=False):
            if any(names) and not is_name and not metals_in(text) and not _TICK.fullmatch(text):
                yield from unknown_countries(text) if len(text) < 40 else ()


def _metal_columns(rows: Sequence[FiledLine]) -> tuple[dict[int, Metal], FiledLine | None]:
    """The metals of the columns, and the row that names them; recycled material is none."""
    for row in rows[:3]:
        metals = {
            column: metal
            for column, text in row.cells
            if (metal := metal_of(text)) and not re.search(r"recycl|scrap", text, re.IGNORECASE)
        }
        if len(metals) > 1:
            return metals, row
    return {}, None


def _of_row(row: FiledLine, finder: CountryFinder, metals: dict[int, Metal]) -> Iterator[NamedCountry]:
    if not row.cells:
        return
    first = row.cells[0][1]
    ticks = tuple(
        m for m in Metal if any(metals.get(at) is m and _TICK.fullmatch(text) for at, text in row.cells)
    )
    others = [text for _, text in row.cells[1:]]
    said = tuple(metal for text in others if _names_metals(text) for metal in metals_in(text))
    if finder.is_name(first) and (metals or said) and not any(map(finder.is_name, others)):
        yield replace(finder.named(first), metals=said or ticks)
    elif (metal := metal_of(first)) and len(row.cells) == 2:
        yield from (replace(one, metals=(metal,)) for one in listed_countries(row.cells[1][1], finder))
    else:
        for at, text in row.cells:
            if finder.is_name(text):
                yield replace(finder.named(text), metals=(metals[at],) if at in metals else ())


def _names_metals(text: str) -> bool:
    """Whether a cell says metals and nothing else: ``Gold, Tin``."""
    words = r"\b(?:and|or|gold|tin|tantalum|tungsten|3TG?|Au|Sn|Ta|W)\b|\W"
    return bool(metals_in(text)) and not re.sub(words, "", text, flags=re.IGNORECASE)


def _key(country: NamedCountry) -> str:
    return country.code or fold(country.name)
