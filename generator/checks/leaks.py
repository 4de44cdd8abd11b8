"""The search for withheld values in published text: any case, any spacing, whole words, no false alarms.

A value that stands inside a longer public one, such as a supplier in the name of a listed smelter, is no
leak there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from ahocorasick import Automaton

from ..withheld import Withheld, WithheldKind
from .squeezed import FIRST_UNSPACED, edges, normal, squeeze, squeezed, words_of
from .withheld_forms import MIN_LETTERS, folders_of, forms_of, is_inside, path_needles, path_pattern

Entry = tuple[Withheld, bool]
"""A value, and whether a word must end with it."""


@dataclass(frozen=True)
class Search:
    """Withheld values as one automaton, which goes through a text once."""

    values: Sequence[Withheld]
    public: Sequence[str] = ()
    """Texts that the facts publish: names and other texts of the list and of ``disclosure.yml``."""
    written: Sequence[str] = ()
    """Texts that people wrote for readers: a word of them that the computer is named by says nothing."""
    common: Callable[[], Collection[str]] = frozenset
    """Gives the words that the program's own pages use; alone they are no sign of a leak."""
    min_letters: int = MIN_LETTERS

    @cached_property
    def unsearched(self) -> tuple[Withheld, ...]:
        """Values that are too short or too common."""
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

    @cached_property
    def _needles(self) -> tuple[bytes, ...] | None:
        """What the bytes in lower case must hold; None: anything may be written in many ways."""
        names = list(chain.from_iterable(self._entries.values()))
        if any(not one.kind.is_of_machine for one, _ in names):
            return None
        texts = {*(one.value.lower() for one, _ in names)}
        texts.update(chain.from_iterable(needles for _, needles, _ in self._paths))
        return tuple(sorted(text.encode() for text in texts))

    def hits(self, text: str, *, is_code: bool = False) -> Iterator[Withheld]:
        """The values that stand in the text, each once. In code a single word is no sign of a leak."""
        names = self._names_in(text)
        found = (one for one in names if not (is_code and one.value.isalpha()))
        yield from dict.fromkeys(chain(found, self._paths_in(text)))

    def _names_in(self, text: str) -> Iterator[Withheld]:
        plain = normal(text)
        letters = squeezed(plain)
        found = list(self._automaton.iter(letters)) if self._automaton else []
        if not any(entries for _, (_, entries, _) in found):
            return
        public = [(last + 1 - length, last) for last, (length, _, is_public) in found if is_public]
        begins, ends = edges(plain)
        for last, (length, entries, _) in found:
            first = last + 1 - length
            if any(start <= first and last <= stop for start, stop in public):
                continue
            if first not in begins and letters[first] < FIRST_UNSPACED:
                continue
            ends_word = last + 1 in ends or letters[last] >= FIRST_UNSPACED
            yield from (one for one, needs_end in entries if ends_word or not needs_end)

    def _paths_in(self, text: str) -> Iterator[Withheld]:
        lowered = text.lower()
        for one, needles, pattern in self._paths:
            if any(needle in lowered for needle in needles) and pattern.search(text):
                yield one

    @cached_property
    def _paths(self) -> tuple[tuple[Withheld, list[str], re.Pattern[str]], ...]:
        """Each path that no other one holds, what is quickly looked for, and how it may be written."""
        paths = [one for one in self.values if one.kind is WithheldKind.PATH]
        telling = [one for one in paths if len(folders_of(one.value)) > 1]
        others = [one.value for one in telling]
        outer = (one for one in telling if not is_inside(one.value, others))
        return tuple((one, path_needles(one.value), path_pattern(one.value)) for one in outer)

    @cached_property
    def _automaton(self) -> Automaton | None:
        """Each form, and each public text that holds one, to (length, values, is public); None: no form."""
        if not self._entries:
            return None
        automaton = Automaton()
        public = self._public_forms
        for form in public | self._entries.keys():
            automaton.add_word(form, (len(form), tuple(self._entries.get(form, ())), form in public))
        automaton.make_automaton()
        return automaton

    @cached_property
    def _public_forms(self) -> frozenset[str]:
        forms = Automaton()
        for form in self._entries:
            forms.add_word(form, form)
        forms.make_automaton()
        return frozenset(
            form for form in set(map(squeeze, self.public)) if any(True for _ in forms.iter(form))
        )

    @cached_property
    def _entries(self) -> dict[str, list[Entry]]:
        """Form to the values that it stands for."""
        entries: dict[str, list[Entry]] = {}
        for one in self.values:
            for form, needs_end in forms_of(one):
                if self._is_telling(one, form):
                    entries.setdefault(form, []).append((one, needs_end))
        return entries

    def _is_telling(self, one: Withheld, form: str) -> bool:
        """Long enough, and no word of every day."""
        if len(form) < self.min_letters:
            return False
        if one.kind.is_of_machine and form in self._words_for_readers:
            return False
        return not (one.value.isalpha() and form in self._common_words)

    @cached_property
    def _common_words(self) -> Collection[str]:
        return self.common()

    @cached_property
    def _words_for_readers(self) -> frozenset[str]:
        return words_of((*self.public, *self.written))
