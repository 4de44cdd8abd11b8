"""The search for withheld values in published text: any case, any spacing, whole words, no false alarms.

A value that stands inside a longer public one, such as a supplier in the name of a listed smelter, is no
leak there; nor is one that the program says itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from .spellings import Forms
from .squeezed import squeeze, words_of
from .withheld import Withheld, WithheldKind
from .withheld_forms import MIN_LETTERS, folders_of, forms_of, is_inside, path_needles, path_pattern

Entry = tuple[Withheld, bool]
"""A value, and whether a word must end with it."""


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
        """Values that are not searched for."""
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

    def hits(self, text: str, *, is_code: bool = False) -> Iterator[tuple[Withheld, bool]]:
        """Each value that stands in the text, and whether the program says it itself.

        In code a single word is no sign of a leak.
        """
        names = ((one, form) for one, form in self._names_in(text) if not (is_code and one.value.isalpha()))
        yield from dict.fromkeys((one, form in self._own_forms) for one, form in names)
        yield from ((one, False) for one in self._paths_in(text))

    def _names_in(self, text: str) -> Iterator[tuple[Withheld, str]]:
        found = self._forms.find(text)
        public = [one for one in found if one.form in self._public_forms]
        for one in found:
            if not one.begins_word or one.is_in(public):
                continue
            for withheld, needs_end in self._entries.get(one.form, ()):
                if one.ends_word or not needs_end:
                    yield withheld, one.form

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
        """Public texts that hold a form."""
        forms = Forms(self._entries)
        texts = {squeeze(text) for text in (*self.public, *self.released)}
        return frozenset(text for text in texts if forms.find(text))

    @cached_property
    def _own_forms(self) -> frozenset[str]:
        """Forms that stand in the program's own texts."""
        forms = Forms(self._entries)
        found = (one for text in self.own() for one in forms.find(text))
        return frozenset(one.form for one in found if one.begins_word and one.ends_word)

    @cached_property
    def _entries(self) -> dict[str, list[Entry]]:
        """Form to the values that it stands for."""
        entries: dict[str, list[Entry]] = {}
        for one in self.values:
            for form, needs_end in forms_of(one):
                is_word = one.kind.is_of_machine and form in self._words_for_readers
                if len(form) >= self.min_letters and not is_word:
                    entries.setdefault(form, []).append((one, needs_end))
        return entries

    @cached_property
    def _words_for_readers(self) -> frozenset[str]:
        return words_of((*self.public, *self.written))
