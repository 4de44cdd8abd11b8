"""What the texts of a wording are for: when each is used, and which names it must contain."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Case:
    """One text of a wording."""

    name: str
    """The heading above the text."""
    when: str
    """When it is used, in words that follow ``Used`` in a comment."""
    must: tuple[str, ...] = ()
    """Names that the text must print, such as ``facilities.total`` or ``claim.origin()``."""
    may_be_empty: bool = False
    """Whether a filer may well leave it without words."""

    @property
    def must_names(self) -> tuple[str, ...]:
        """``must`` without the brackets behind a claim."""
        return tuple(name.partition("(")[0] for name in self.must)

    @property
    def is_title(self) -> bool:
        """Whether it is a title, a heading or a caption, of which something must stand there."""
        return self.when.startswith("as ") and any(
            what in self.when for what in ("title", "heading", "caption")
        )

    @property
    def comment(self) -> str:
        """What stands above the text in the file to start from."""
        names = ", ".join(f"{{{{ {name} }}}}" for name in self.must)
        must = f" Must contain {names}." if names else ""
        return f"<!-- Used {self.when}.{must}{' May be left empty.' if self.may_be_empty else ''} -->"


@dataclass(frozen=True)
class Spec:
    """A file of the folder ``wording``."""

    name: str
    """The file's name without ending."""
    about: str
    """What its texts are, as a title."""
    cases: tuple[Case, ...]
    names: tuple[str, ...] = ()
    """Beginnings of the names that its texts may print beside the facts of every section."""
    is_plain: bool = False
    """Whether the texts are words of tables and captions, in which Markdown has no meaning."""
    is_for_report: bool = False
    """Whether only a filer with a report needs it."""

    def case(self, name: str) -> Case | None:
        """The case; None where there is none of that name."""
        return self._by_name.get(name)

    @cached_property
    def _by_name(self) -> dict[str, Case]:
        return {one.name: one for one in reversed(self.cases)}
