"""What is withheld is in no message: a finding quotes lines and cells, in which a supplier's name may stand.

Messages are printed into logs that many read, such as those of a code host; so nothing of them is printed
before it went through here. Commands that speak of suppliers to the filer alone, as ``reconcile``, do not
ask.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import TypeVar
from urllib.parse import unquote

from ..errors import DisclosureError, InputError
from ..findings import Finding, printable_lines
from ..model import CellRef, LineRef, Place
from ..pipeline import LoadedYear, Year, load
from .search import Search
from .search_of_years import NOTHING_ALLOWED, Allowed, public_search
from .withheld import Withheld
from .withheld_cells import read_withheld, readable_withheld

T = TypeVar("T", bound=Exception)
UNSAID = "(withheld)"
_QUOTED = re.compile(r"'[^'\n]+'|“[^”\n]+”|‘[^’\n]+’|\"[^\"\n]+\"")
_LOOK = "Look at this place; what stands there is withheld, and not shown."
_NOT_SHOWN = (
    f"A message quotes what is withheld, and is not shown: {UNSAID}. 'formsd check' may tell where it stands."
)
_YEAR = re.compile(r"20\d\d")


class Unsaid:
    """What must stand in no message, for one folder of years.

    ``years`` None: they are loaded where a finding may say what is withheld, since names that they publish
    excuse it.
    """

    def __init__(
        self,
        data_dir: Path,
        allowed: Allowed = NOTHING_ALLOWED,
        years: Sequence[LoadedYear] | None = None,
    ) -> None:
        self._data_dir, self._allowed, self._years = data_dir, allowed, years

    def findings(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings, with ``(withheld)`` in place of what they quote of it."""
        found = tuple(findings)
        if not found or (self._years is None and not any(map(self._may_say, _texts(found)))):
            return found
        return tuple(without_names(one, self._says) for one in found)

    def problem(self, problem: T) -> T | InputError:
        """The problem, whose findings quote nothing of it."""
        return problem.of(self.findings(problem.findings)) if isinstance(problem, InputError) else problem

    def may_show(self, line: str) -> bool:
        """Whether a line of a file may be shown, because it holds nothing of it."""
        return not self._says(line)

    def in_log(self, name: str | None) -> Unsaid:
        """Lets what writes the log of this name show no line that quotes it; None: no log. Itself again."""
        for handler in logging.getLogger(name).handlers if name else ():
            for one in [known for known in handler.filters if isinstance(known, _OfLog)]:
                handler.removeFilter(one)  # that of the build before
            handler.addFilter(_OfLog(self))
        return self

    def line(self, text: str) -> str:
        """A line of somebody else, who quotes names of files and links, without what it quotes of it."""
        if self._years is None and not self._may_say(text):
            return text
        bare = _without(text, self._says)
        if bare is None and "\n" in text:
            parts = [_without(one, self._says) for one in text.split("\n")]
            bare = _without("\n".join(_NOT_SHOWN if one is None else one for one in parts), self._says)
        return _NOT_SHOWN if bare is None else bare

    @cached_property
    def _may_say(self) -> Callable[[str], bool]:
        """Whether a text may say it, as far as can be told without the names that are published."""
        return _says(_search(self._data_dir, self._allowed, ()))

    @cached_property
    def _says(self) -> Callable[[str], bool]:
        years = self._years
        if years is None:
            try:
                years = load(self._data_dir)
            except DisclosureError:
                return self._may_say
        return _says(_search(self._data_dir, self._allowed, years))


class _OfLog(logging.Filter):
    """For lines that MkDocs, its theme and its plugins warn with."""

    def __init__(self, unsaid: Unsaid) -> None:
        super().__init__()
        self._unsaid = unsaid

    def filter(self, record: logging.LogRecord) -> bool:
        text = record.getMessage()
        if record.levelno >= logging.WARNING or _QUOTED.search(text):
            text = self._unsaid.line(text)
        record.msg, record.args = printable_lines(text), None
        return True


def in_no_message(findings: Iterable[Finding], search: Search) -> Iterator[Finding]:
    """The findings as ``Unsaid`` gives them, by a search that is there already."""
    says = _says(search)
    yield from (without_names(one, says) for one in findings)


def without_names(finding: Finding, says: Callable[[str], bool]) -> Finding:
    """The finding, which says nothing that ``says`` finds. Where no quotation marks tell what it quotes, it
    says in general what it is about."""
    if not any(says(text) for text in _texts([finding])):
        return finding
    summary = finding.rule.summary.rstrip(".")
    message = _without(finding.message, says)
    waiver = finding.waiver
    if waiver and (says(waiver.reason) or says(waiver.name)):
        waiver = waiver.model_copy(update={"reason": UNSAID, "name": UNSAID})
    return replace(
        finding,
        message=f"{summary[:1].lower()}{summary[1:]}: {UNSAID}" if message is None else message,
        where=_place(finding.where, says),
        advice=_LOOK if (advice := _without(finding.advice, says)) is None else advice,
        waiver=waiver,
        together=_without(finding.together, says) or "",
        named=_without(finding.named, says) or "",
        advice_together=_without(finding.advice_together, says) or "",
        others=tuple(_place(one, says) for one in finding.others),
    )


def _without(text: str, says: Callable[[str], bool]) -> str | None:
    """The text, with what it quotes withheld; None: what must not be said stands elsewhere in it."""
    if not says(text):
        return text
    bare = _QUOTED.sub(lambda one: f"{one[0][0]}{UNSAID}{one[0][-1]}" if says(one[0]) else one[0], text)
    return None if says(bare) else bare


def _place(where: Place, says: Callable[[str], bool]) -> Place:
    """The place; of a file whose name must not be said, its folder."""
    if says(_as_words(where.file)):
        return LineRef(where.file.rpartition("/")[0] or ".")
    if isinstance(where, CellRef):
        return replace(where, sheet=UNSAID) if where.sheet and says(where.sheet) else where
    return replace(where, words=UNSAID) if says(where.words) else where


def _texts(findings: Iterable[Finding]) -> Iterator[str]:
    for one in findings:
        yield from (one.message, one.advice, one.together, one.named, one.advice_together)
        if one.waiver:
            yield from (one.waiver.reason, one.waiver.name)
        for where in (one.where, *one.others):
            yield _as_words(where.file)
            yield (where.sheet or "") if isinstance(where, CellRef) else where.words


def _as_words(file: str) -> str:
    return file.replace("/", " / ")


def _says(search: Search) -> Callable[[str], bool]:
    """Whether a text says what is withheld, or may; each text is looked at once."""
    known: dict[str, bool] = {"": False}

    def says(text: str) -> bool:
        if text not in known:
            readings = dict.fromkeys((text, unquote(text)))  # addresses have blanks as "%20"
            known[text] = any(not hit.is_own for one in readings for hit in search.hits(one))
        return known[text]

    return says


def _search(data_dir: Path, allowed: Allowed, years: Sequence[LoadedYear]) -> Search:
    """For all that any year withholds, also one that cannot be read; its lists as far as they can be."""
    readable = {one.year: one for one in years if isinstance(one, Year)}
    values = chain.from_iterable(_withheld(data_dir, folder, readable) for folder in _folders(data_dir))
    return public_search(tuple(values), [one.disclosure for one in readable.values()], allowed)


def _withheld(data_dir: Path, folder: Path, years: dict[int, Year]) -> tuple[Withheld, ...]:
    shown = f"{data_dir.name}/{folder.name}"
    year = years.get(int(folder.name))
    try:
        return read_withheld(folder, shown, year.disclosure.facts if year else None)
    except (InputError, OSError):
        return readable_withheld(folder, shown)


def _folders(data_dir: Path) -> list[Path]:
    """Those of the years; none where the folder of the data cannot be read, which is told elsewhere."""
    try:
        return sorted(path for path in data_dir.iterdir() if _YEAR.fullmatch(path.name) and path.is_dir())
    except OSError:
        return []
