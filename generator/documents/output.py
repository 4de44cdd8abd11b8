"""What is made of a year, and for where: the settings that go through the whole line together."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

DOCUMENTS = ("pdf", "edgar")
"""Kinds of documents."""


@dataclass(frozen=True)
class Output:
    """What is made, and for where."""

    kinds: Collection[str] = DOCUMENTS
    """Kinds of documents that the site offers, or of files that are exported."""
    base_url: str = ""
    """The site's public address with a slash at the end; empty: not known."""
    cache: Path | None = None
    """Folder in which files that take long to make are kept from one run to the next; None keeps nothing."""
    is_preview: bool = False
    """Reviewers shall see a final with the errors that stop it."""

    @property
    def documents(self) -> tuple[str, ...]:
        """The kinds of documents among ``kinds``, in the order in which they are made."""
        return tuple(kind for kind in DOCUMENTS if kind in self.kinds)


def site_output(base_url: str, cache: Path, *, has_pdf: bool, is_preview: bool) -> Output:
    """That of the whole site. The preview has no PDF files: they take longer than all that a save renews."""
    kinds = [kind for kind in DOCUMENTS if kind != "pdf" or (has_pdf and not is_preview)]
    return Output(kinds=kinds, base_url=base_url, cache=cache, is_preview=is_preview)
