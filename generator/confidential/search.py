"""The search for withheld values in published text: any case, any spacing, whole words, no false alarms.

A value that stands inside a longer public one, such as a supplier in the name of a listed smelter, is no
leak there; nor is one that the program says itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import chain
from typing import NamedTuple

from ..countries.legal_forms import without_legal_form
from .address_forms import domains_in
from .form import Form, Needs, is_telling
from .look_alikes import in_latin
from .misspelt import Misspelt
from .ordinary_words import ORDINARY
from .spellings import Forms, Found
from .squeezed import squeeze, words_in, words_of
from .withheld import Withheld, WithheldKind
from .withheld_forms import MIN_LETTERS, folders_of, forms_of, is_inside, path_needles, path_pattern
from .writing import Writing

Entry = tuple[Withheld, Form]
_LONGEST_NAME = 80
_ARE_NAMES_OF_OTHERS_TOO = frozenset({Needs.BRAND, Needs.LOGIN})
"""Forms that say nothing where a public name has them as a word."""
_ARE_MISSPELT = frozenset({
    WithheldKind.SUPPLIER, WithheldKind.CONTACT, WithheldKind.EMAIL, WithheldKind.CELL, WithheldKind.NOTE
})  # fmt: skip
_LEAST_LETTERS_ALONE = 7
"""A misspelt word with fewer letters tells nothing without another word of the name."""
_LONG_NUMBER = 10
"""Digits that tell a telephone number in code too."""
_AS_NUMBER = re.compile(r"\+?\(?\d+(?:[ ./\-\u2010-\u2015]?\(?\d+\)?[ ./\-]?)*\d")
_FEW_LETTERS_DO = frozenset({Needs.INITIAL, Needs.TITLE, Needs.LAST, Needs.PERSON})
"""Forms that need capitals or more whatever their number of letters."""


class Hit(NamedTuple):
    """A value that stands in a text."""

    withheld: Withheld
    is_own: bool
    """Whether the program says it itself."""
    is_certain: bool
    """False: the text may mean another, so that a person must look."""


@dataclass(frozen=True)
class Search:
    """Withheld values, and what tells them from what may be published."""

    values: Sequence[Withheld]
    public: Sequence[str] = ()
    """Texts that the facts publish: names and other texts of the list and of ``disclosure.yml``."""
    written: Sequence[str] = ()
    """Texts that people wrote for readers: a word of them that the computer is named by says nothing."""
    places: Sequence[str] = ()
    """Cities, provinces and countries of the list: a word of them is no company's name by itself."""
    own: Callable[[], Iterable[str]] = tuple
    """Gives the texts of which the program makes its pages: what stands there comes from no supplier."""
    min_letters: int = MIN_LETTERS
    released: Sequence[str] = ()
    """Names that a person allows to be published."""

    @cached_property
    def too_short(self) -> tuple[Withheld, ...]:
        """Values of which no spelling is searched for."""
        searched = {one for entries in self._entries.values() for one, _ in entries}
        return tuple(one for one in self.values if one not in searched and one.kind is not WithheldKind.PATH)

    def may_find(self, content: bytes) -> bool:
        """Whether a search through a file of these bytes can find anything.

        Facts of the computer are hardly written with escapes, so that a look at the bytes will do for them;
        where anything else is withheld, every file is searched.
        """
        if self._needles is None:
            return True
        lowered = content.lower()
        return any(needle in lowered for needle in self._needles)

    def hits(self, text: str, *, is_code: bool = False) -> Iterator[Hit]:
        """Each value that stands in the text, once, or twice where the program says it too.

        In code a single word is no sign of a leak.
        """
        certain: dict[tuple[Withheld, bool], bool] = {}
        for one, form, is_certain in self._all_names_in(text, is_code=is_code):
            key = one, form in self._own_forms
            certain[key] = certain.get(key, False) or is_certain
        yield from (Hit(*key, is_certain) for key, is_certain in certain.items())
        yield from (Hit(one, False, True) for one in self._paths_in(text))

    def _all_names_in(self, text: str, *, is_code: bool) -> Iterator[tuple[Withheld, str, bool]]:
        """In the text as it stands, as it looks in Latin letters, and with misspelt words put right."""
        for one in dict.fromkeys((text, in_latin(text))) if self._names_people else (text,):
            yield from self._names_in(one, is_code=is_code)
            for reading in () if is_code else self._misspelt.readings(one):
                yield from self._names_in(reading.text, is_code=False, misspelt=reading.places)

    def _names_in(
        self, text: str, *, is_code: bool, misspelt: Sequence[tuple[int, int]] | None = None
    ) -> Iterator[tuple[Withheld, str, bool]]:
        """Value, form, whether it is certain. ``misspelt``: only what has a word there, and uncertainly."""
        writing = Writing(text)
        found = self._forms.find(writing)
        if not found:
            return
        from .evidence import certainty  # its patterns take a while, and most texts name nobody

        public = [one for one in found if one.form in self._public_forms and _is_whole(writing, one)]
        seen: set[tuple[Withheld, str]] = set()
        for one in found:
            entries = self._entries.get(one.form, ())
            if not entries or one.is_in(public):
                continue
            for withheld, form in entries:
                if (withheld, one.form) in seen or (is_code and not _tells_in_code(writing, one, form)):
                    continue
                is_certain = certainty(writing, one, form, withheld.value)
                if misspelt is not None and is_certain is not None:
                    is_told = self._tells_misspelt(form) and _has_misspelt(writing, one, misspelt)
                    is_certain = False if is_told else None
                if is_certain:
                    seen.add((withheld, one.form))
                if is_certain or (is_certain is False and not is_code):
                    yield withheld, one.form, is_certain

    def _tells_misspelt(self, form: Form) -> bool:
        """Whether it tells a name though it is misspelt: by words around it, or as a long word of its own."""
        if form.has_words or form.needs is Needs.LAST:
            return True
        return len(form.letters) >= _LEAST_LETTERS_ALONE and is_telling(form.letters, self._ordinary)

    def _paths_in(self, text: str) -> Iterator[Withheld]:
        lowered = text.lower()
        for one, needles, pattern in self._paths:
            if any(needle in lowered for needle in needles) and pattern.search(text):
                yield one

    @cached_property
    def _names_people(self) -> bool:
        """Whether anything is withheld but facts of the computer."""
        return any(not one.kind.is_of_machine for one in self.values)

    @cached_property
    def _misspelt(self) -> Misspelt:
        """Of the words of names; one that stands in sentences, or in a public name, is no misspelt one."""
        named = (one for one in self.values if not one.is_prose and one.kind in _ARE_MISSPELT)
        words = (word for one in named for word in words_in(one.value))
        return Misspelt(words, self._ordinary | self._words_of_names)

    @cached_property
    def _needles(self) -> tuple[bytes, ...] | None:
        """What the bytes in lower case must hold; None: anything may be written in many ways."""
        names = list(chain.from_iterable(self._entries.values()))
        if any(not one.kind.is_of_machine for one, _ in names):
            return None
        texts = {*(one.value.lower() for one, _ in names)}
        texts.update(chain.from_iterable(needles for _, needles, _ in self._paths))
        return tuple(sorted(text.encode() for text in texts))

    @cached_property
    def _paths(self) -> tuple[tuple[Withheld, list[str], re.Pattern[str]], ...]:
        """Each path that no other one holds, what is quickly looked for, and how it may be written."""
        paths = [one for one in self.values if one.kind is WithheldKind.PATH]
        telling = [one for one in paths if len(folders_of(one.value)) > 1]
        others = [one.value for one in telling]
        outer = (one for one in telling if not is_inside(one.value, others))
        return tuple((one, path_needles(one.value), path_pattern(one.value)) for one in outer)

    @cached_property
    def _forms(self) -> Forms:
        return Forms(self._entries.keys() | self._public_forms)

    @cached_property
    def _public_forms(self) -> frozenset[str]:
        """Public texts that hold a form; names of companies without their legal forms too."""
        forms = Forms(self._entries)
        texts = (*self.public, *self.released)
        short = ("".join(without_legal_form(words_in(text))) for text in texts if len(text) < _LONGEST_NAME)
        squeezed = {*(squeeze(text) for text in texts), *short}
        return frozenset(text for text in squeezed if forms.find(Writing(text)))

    @cached_property
    def _own_forms(self) -> frozenset[str]:
        """Forms that stand in the program's own texts."""
        forms = Forms(self._entries)
        writings = (Writing(text) for text in self._own_texts)
        found = ((writing, one) for writing in writings for one in forms.find(writing))
        return frozenset(one.form for writing, one in found if _is_whole(writing, one))

    @cached_property
    def _entries(self) -> dict[str, list[Entry]]:
        """Form to the values that it stands for."""
        entries: dict[str, list[Entry]] = {}
        domains = domains_in(self.public)
        for one in self.values:
            for form in dict.fromkeys(forms_of(one, self._ordinary, domains)):
                is_word = one.kind.is_of_machine and form.letters in self._words_for_readers
                is_word |= form.needs in _ARE_NAMES_OF_OTHERS_TOO and form.letters in self._words_of_names
                if not is_word and (fitting := self._fitting(one, form)):
                    entries.setdefault(form.letters, []).append((one, fitting))
        return entries

    def _fitting(self, one: Withheld, form: Form) -> Form | None:
        """The form, with more that it needs where it has few letters; None where these tell nothing."""
        if form.weight >= self.min_letters or form.needs in _FEW_LETTERS_DO:
            return form if len(form.letters) > 1 else None
        is_name = one.kind is WithheldKind.SUPPLIER or (one.kind is WithheldKind.CONTACT and form.has_words)
        return replace(form, needs=Needs.SHORT) if is_name and form.weight > 1 else None

    @cached_property
    def _ordinary(self) -> frozenset[str]:
        """Words that stand in sentences: common ones, and those of the program's own texts."""
        return _with_words_of(self._own_texts)

    @cached_property
    def _own_texts(self) -> tuple[str, ...]:
        return tuple(self.own())

    @cached_property
    def _words_of_names(self) -> frozenset[str]:
        """Words that may be published: of names, and of places on the list."""
        return words_of((*self.public, *self.places, *self.released))

    @cached_property
    def _words_for_readers(self) -> frozenset[str]:
        return words_of((*self.public, *self.written))


@lru_cache(maxsize=2)
def _with_words_of(texts: tuple[str, ...]) -> frozenset[str]:
    """Common words, and those in small letters of the texts, which a build searches with more than once."""
    words = (word for text in texts for word in set(text.split()))
    return ORDINARY.union(word for word in words if word.isalpha() and word.islower())


def _tells_in_code(writing: Writing, found: Found, form: Form) -> bool:
    """Whether it is of several words, or a long number that is written as people write telephone numbers."""
    if form.has_words:
        return True
    is_long = form.letters.isdigit() and len(form.letters) >= _LONG_NUMBER
    return is_long and _AS_NUMBER.fullmatch(writing.as_written(found.first, found.last)) is not None


def _has_misspelt(writing: Writing, found: Found, places: Sequence[tuple[int, int]]) -> bool:
    """Whether one of the words at the places is in it."""
    begin, end = writing.places(found.first, found.last)
    return any(first < end and begin < last for first, last in places)


def _is_whole(writing: Writing, found: Found) -> bool:
    return writing.begins_word(found.first) and writing.ends_word(found.last)
