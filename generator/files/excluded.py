"""Which files of the pages' folder a build leaves out, as ``mkdocs.yml`` says with MkDocs' own entries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

_ALWAYS = (".*", "/templates/")
"""What MkDocs leaves out where ``exclude_docs`` does not take it in with ``!``."""


@dataclass(frozen=True)
class Excluded:
    """Addresses in the pages' folder that get no page and no file in the site."""

    exclude_docs: str = ""
    """Patterns as in ``.gitignore``, one a line; empty: none."""
    draft_docs: str = ""
    """The same, of pages that a preview shows and a build leaves out."""
    may_be_taken_in: bool = False
    """Whether something that the settings name could put such a file into a page."""

    @classmethod
    def stated(cls, settings: Mapping[str, Any], *, may_be_taken_in: bool = False) -> Excluded:
        """What the settings say; of entries that are no text, which MkDocs refuses, nothing."""
        exclude, drafts = (settings.get(name) for name in ("exclude_docs", "draft_docs"))
        return cls(_text(exclude), _text(drafts), may_be_taken_in)

    def has(self, uri: str) -> bool:
        """Whether a build leaves out the file of this address in the pages' folder."""
        return any(one.match_file(uri) for one in self._specs)

    @cached_property
    def _specs(self) -> tuple[Any, ...]:
        from pathspec.gitignore import GitIgnoreSpec  # takes a while, and few commands look at pages

        try:
            said = [
                GitIgnoreSpec.from_lines(one.splitlines()) for one in (self.exclude_docs, self.draft_docs)
            ]
        except ValueError:  # a pattern that MkDocs refuses too
            return (GitIgnoreSpec.from_lines(_ALWAYS),)
        return GitIgnoreSpec.from_lines(_ALWAYS) + said[0], said[1]


def own_files(docs: Path, excluded: Excluded) -> Iterator[str]:
    """Addresses of the files that a site gets of the folder of the pages."""
    for path in sorted(docs.rglob("*")) if docs.is_dir() else ():
        uri = path.relative_to(docs).as_posix()
        if path.is_file() and not excluded.has(uri):
            yield uri


def _text(item: object) -> str:
    return item if isinstance(item, str) else ""
