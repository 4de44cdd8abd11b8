"""The search for withheld values in published text: any case, any spacing, whole words, no false alarms.

A value that stands inside a longer public one, such as a supplier in the name of a listed smelter, is no
leak there; nor is one that the program says itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from ..countries.legal_forms import without_legal_form
from .address_forms import domains_in
from .evidence import certainty
from .form import Form, Needs
from .ordinary_words import ORDINARY
from .spellings import Forms, Found
from .squeezed import squeeze, words_in, words_of
from .withheld import Withheld, WithheldKind
from .withheld_forms import MIN_LETTERS, folders_of, forms_of, is_inside, path_needles, path_pattern
from .writing import Writing

Entry = tuple[Withheld, Form]
_LONGEST_NAME = 80
_FEW_LETTERS_DO = frozenset({Needs.INITIAL, Needs.TITLE, Needs.PERSON})
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
        for one, form, is_certain in self._names_in(text, is_code=is_code):
            key = one, form in self._own_forms
            certain[key] = certain.get(key, False) or is_certain
        yield from (Hit(*key, is_certain) for key, is_certain in certain.items())
        yield from (Hit(one, False, True) for one in self._paths_in(text))

    def _names_in(self, text: str, *, is_code: bool) -> Iterator[tuple[Withheld, str, bool]]:
        writing = Writing(text)
        found = self._forms.find(writing)
        public = [one for one in found if one.form in self._public_forms and _is_whole(writing, one)]
        seen: set[tuple[Withheld, str]] = set()
        for one in found:
            entries = self._entries.get(one.form, ())
            if not entries or one.is_in(public):
                continue
            for withheld, form in entries:
                if (withheld, one.form) in seen or (is_code and not form.has_words):
                    continue
                is_certain = certainty(writing, one, form, withheld.value)
                if is_certain:
                    seen.add((withheld, one.form))
                if is_certain or (is_certain is False and not is_code):
                    yield withheld, one.form, is_certain

    def _paths_in(self, text: str) -> Iterator[Withheld]:
        lowered = text.lower()
        for one, needles, pattern in self._paths:
            if any(needle in lowered for needle in needles) and pattern.search(text):
                yield one

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
        return ORDINARY.union(
            word
            for text in self._own_texts
            for word in set(text.split())
            if word.isalpha() and word.islower()
        )

    @cached_property
    def _own_texts(self) -> tuple[str, ...]:
        return tuple(self.own())

    @cached_property
    def _words_for_readers(self) -> frozenset[str]:
        return words_of((*self.public, *self.written))


def _is_whole(writing: Writing, found: Found) -> bool:
    return writing.begins_word(found.first) and writing.ends_word(found.last)
