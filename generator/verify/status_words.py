"""The statuses of the filer's vocabulary that a text speaks of, by their labels or by what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ..model import Status, StatusClass
from .figures import union_key

_OF_CLASS = (
    (
        StatusClass.NOT_CONFORMANT,
        re.compile(
            r"\b(?:not|non|no longer|never)[- ]+(?:yet )?(?:been )?(?:RMAP[- ])?(?:validated"
            r"|conform\w*|complian\w*)",
            re.I,
        ),
    ),
    (
        StatusClass.INDETERMINABLE,
        re.compile(r"\bnot (?:on|included|listed|part)\b|indetermin|undetermin", re.I),
    ),
    (StatusClass.ACTIVE, re.compile(r"\bactive\b", re.I)),
    (
        StatusClass.CONFORMANT,
        re.compile(r"(?<!non-)(?<!non )(?<!not )\b(?:RMAP-)?(?:conformant|compliant|validated)\b", re.I),
    ),
)
_NOT = re.compile(r"\b(?:not|non|no longer|never|neither)\b[- ]*$", re.IGNORECASE)


class StatusWords:
    """Knows the labels of a year."""

    def __init__(self, statuses: Sequence[Status]) -> None:
        self._labels = sorted((one.label for one in statuses), key=len, reverse=True)
        of_class: dict[StatusClass, list[str]] = {}
        for one in statuses:
            of_class.setdefault(one.status_class, []).append(one.label)
        self._of_class = {kind: labels[0] for kind, labels in of_class.items() if len(labels) == 1}

    def labels_in(self, text: str) -> set[str]:
        """The labels that a text says, as they are written or in words that mean one; empty: none.

        A label of another case is none: ``active`` alone may be any word, and is taken for the class.
        """
        found: set[str] = set()
        left = text
        for label in self._labels:
            pattern = re.compile(rf"(?<![\w-]){re.escape(label)}(?![\w-])")
            places = [one for one in pattern.finditer(left) if not _NOT.search(left[: one.start()])]
            if places:
                found.add(label)
                for one in places:
                    left = left[: one.start()] + " " * len(one[0]) + left[one.end() :]
        for kind, words in _OF_CLASS:
            if (place := words.search(left)) and (meant := self._of_class.get(kind)):
                found.add(meant)
                left = left[: place.start()] + " " * len(place[0]) + left[place.end() :]
            elif place and kind is StatusClass.NOT_CONFORMANT:
                left = words.sub(" ", left)
        return found

    def is_not_listed(self, text: str) -> bool:
        return bool(
            re.search(r"\bnot (?:on|in|included|listed|part)\b|indetermin|undetermin", text, re.IGNORECASE)
        )

    def key_of_several(self, labels: Iterable[str]) -> str:
        """The key of statuses taken together."""
        return union_key(labels)
