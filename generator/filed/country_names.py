"""The names of countries in the text of a filed document: those of the table, and others beside them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from ..countries.table import CountryTable
from ..model.folding import fold
from ..model.words import metals_in
from .values import NamedCountry

_WORD = re.compile(r"\w+")
_BETWEEN = re.compile(r"\s*(?:[;,•·|/]|\band\b|\bor\b|&|\.$)\s*")
_MARK = re.compile(r"[\s*†‡§#^]+$|\s*\(\d{1,2}\)$")
_CODE = 3
_WRITTEN_CODES = frozenset({"DRC", "UAE", "UK", "USA", "US", "PRC", "CAR", "ROC"})


class CountryFinder:
    """Finds names of countries in running text, the longest that fits first."""

    def __init__(self, countries: CountryTable, names: Iterable[str] = ()) -> None:
        """``names`` are those that the filer uses, known to the table or not."""
        self._countries = countries
        self._by_word: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
        spellings = {one for one in countries.code_by_spelling if len(one) > _CODE}
        spellings |= {fold(name) for name in countries.names.values()} | {fold(name) for name in names}
        for spelling in spellings:
            words = tuple(spelling.split())
            self._by_word[words[0]].append(words) if words else None
        for found in self._by_word.values():
            found.sort(key=len, reverse=True)

    def in_text(self, text: str) -> Iterator[tuple[int, int, NamedCountry]]:
        """Begin, end and country of each name in a text."""
        words = [(found.start(), found.end(), fold(found[0])) for found in _WORD.finditer(text)]
        at = 0
        while at < len(words):
            length = self._length(words, at, text)
            if not length:
                at += 1
                continue
            begin, end = words[at][0], words[at + length - 1][1]
            yield begin, end, self.named(text[begin:end])
            at += length

    def _length(self, words: Sequence[tuple[int, int, str]], at: int, text: str) -> int:
        begin, end, word = words[at]
        if not text[begin].isupper():
            return 0
        for spelling in self._by_word.get(word, ()):
            if tuple(one for _, _, one in words[at : at + len(spelling)]) == spelling:
                return len(spelling)
        return int(text[begin:end] in _WRITTEN_CODES)

    def named(self, text: str) -> NamedCountry:
        plain = _MARK.sub("", text.strip()).strip(" .")
        return NamedCountry(plain, self._countries.find_code(plain))

    def is_name(self, text: str) -> bool:
        """Whether a text is the name of a country and nothing else, signs at its end aside."""
        plain = _MARK.sub("", text.strip())
        found = list(self.in_text(plain))
        left = plain
        for begin, end, _ in reversed(found):
            left = left[:begin] + left[end:]
        return bool(found) and not re.search(r"\w", re.sub(r"\b(?:the|of|and|DRC)\b", "", left))


def listed_countries(text: str, finder: CountryFinder) -> Iterator[NamedCountry]:
    """The countries of a text that is nothing else, those too that no table knows."""
    end = 0
    for begin, last, country in finder.in_text(text):
        yield from unknown_countries(text[end:begin])
        yield country
        end = last
    yield from unknown_countries(text[end:])


def unknown_countries(text: str) -> Iterator[NamedCountry]:
    """The words of a text between countries that can be the name of one that no table knows."""
    for part in _BETWEEN.split(re.sub(r"\([^)]*\)", "", text)):
        plain = part.strip(" .*†:()“”\"'")
        is_name = re.fullmatch(r"[A-ZÀ-Þ][\w’'.-]+(?: (?:of|and|the|[A-ZÀ-Þ][\w’'.-]+)){0,4}", plain)
        if is_name and len(plain) > _CODE and not metals_in(plain):
            yield NamedCountry(plain, None)
