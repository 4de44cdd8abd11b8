"""What every paragraph needs: the facts, the tables, and the wording that it fills in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ..environment import Markdown
from ..facts import AllFacts
from ..marks import without_places
from ..wording.spec import Spec
from ..wording.wording import Wording


@dataclass(frozen=True)
class Told:
    """A paragraph that is being filled in."""

    facts: AllFacts
    tables: Mapping[str, Markdown | None]
    wording: Wording
    name: str
    """The file of its wording, without ending."""
    context: Mapping[str, Any]
    """The names that its texts may print: the facts, ``claim`` and ``table``."""

    def text(self, case: str, **names: Any) -> str:
        """The filer's text for a case, filled in. Raises WordingError."""
        return self.wording.text(self.name, case, {**self.context, **names})

    def has_table(self, name: str) -> bool:
        """Whether the data gives what the table shows."""
        return self.tables.get(name) is not None


@dataclass(frozen=True)
class Paragraph:
    """What a section prints with ``{{ paragraph.NAME }}``."""

    spec: Spec
    choose: Callable[[Told], str]
    """The texts that the data chooses, one behind the other; empty where there is nothing to say."""

    @property
    def name(self) -> str:
        """Its name in a section: that of its file, with ``_`` for ``-``."""
        return self.spec.name.replace("-", "_")


def lines(texts: Iterable[str]) -> str:
    """Sentences of one paragraph, or items of a list; those without words are left out."""
    return "\n".join(text for text in texts if text)


def blocks(texts: Iterable[str]) -> str:
    """Paragraphs; those without words are left out."""
    return "\n\n".join(text for text in texts if text)


def phrase(texts: Iterable[str]) -> Markdown:
    """Words one after the other, with a blank before each that begins with no sign of a sentence."""
    found = ""
    for text in texts:
        is_close = not found or without_places(text).startswith((",", ";", ".", ":"))
        found += text if is_close else f" {text}"
    return Markdown(found)
