"""What differs between the two sites that were made: words of pages, words of the frame, files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

from .page_lines import file_lines, page_lines

_OF_A_FILE = re.compile(r"\b[0-9a-f]{64}\b|\b\d[\d.,]* (?:Bytes|[kMG]B)\b|(?<=\"bytes\": )\d+")
"""Checksum and size of a file, which change with it."""
_MOST_PAIRED = 40
_LIKE = 0.5
"""From this likeness on, of 1, a line is taken for another one as it reads now."""


@dataclass(frozen=True)
class Change:
    """One line that would read otherwise; None: there was none, or there would be none.

    Where both are the same it stands in another place.
    """

    was: str | None
    now: str | None

    @property
    def kind(self) -> tuple[str | None, ...]:
        """The words that change, the same for a name that changes in a hundred lines."""
        if self.was is None or self.now is None:
            return (self.was, self.now)
        if self.was == self.now:
            return ("moved",)
        was, now = self.was.split(), self.now.split()
        found: list[str | None] = []
        for what, start, end, begin, stop in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
            if what != "equal":
                found += [" ".join(was[start:end]), " ".join(now[begin:stop])]
        return tuple(found)


@dataclass(frozen=True)
class Folded:
    """Changes of the same words, with the first of them and where they are."""

    first: Change
    number: int
    names: tuple[str, ...]
    """The pages or files, in order."""


@dataclass
class GroupChanges:
    """Of one year, or of the pages and files that belong to none."""

    words: list[Folded] = field(default_factory=list)
    """In pages."""
    new_pages: list[str] = field(default_factory=list)
    gone_pages: list[str] = field(default_factory=list)
    files: list[Folded] = field(default_factory=list)
    """Words of documents and tables, those of ``changed_files``."""
    changed_files: list[str] = field(default_factory=list)
    new_files: list[str] = field(default_factory=list)
    gone_files: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return any(vars(self).values())


@dataclass(frozen=True)
class SiteChanges:
    """``groups`` by year; the empty name has the pages and files of no year. Empty where nothing changes."""

    frame: tuple[Folded, ...]
    groups: Mapping[str, GroupChanges]
    other_markup: tuple[str, ...]
    """Pages that are written otherwise and read the same, but for checksums and sizes of files."""

    def __bool__(self) -> bool:
        return bool(self.frame or self.groups or self.other_markup)


def site_changes(old: Path, new: Path) -> SiteChanges:
    """From the folder ``old`` of a built site to ``new``."""
    before, after = _files(old), _files(new)
    groups: dict[str, GroupChanges] = {}
    words: dict[str, list[tuple[str, Change]]] = {}
    of_files: dict[str, list[tuple[str, Change]]] = {}
    frame: list[tuple[str, Change]] = []
    other_markup = []
    for name in sorted(before | after):
        group, is_page = _group(name), name.endswith(".html")
        if name in before and name in after:
            if before[name].read_bytes() == after[name].read_bytes():
                continue
            if not is_page:
                groups.setdefault(group, GroupChanges()).changed_files.append(name)
                lines = (file_lines(before[name]), file_lines(after[name]))
                of_files.setdefault(group, []).extend((name, one) for one in line_changes(*lines))
                continue
            was, now = page_lines(before[name]), page_lines(after[name])
            own = line_changes(was.own, now.own)
            of_frame = frame_changes(was.frame, now.frame)
            words.setdefault(group, []).extend((_page(name), one) for one in own)
            frame += [(_page(name), one) for one in of_frame]
            if not own and not of_frame:
                other_markup.append(_page(name))
            continue
        of_group = groups.setdefault(group, GroupChanges())
        pages = of_group.new_pages if name in after else of_group.gone_pages
        files = of_group.new_files if name in after else of_group.gone_files
        (pages if is_page else files).append(_page(name) if is_page else name)
    for group, found in words.items():
        if found:
            groups.setdefault(group, GroupChanges()).words = folded(found)
    for group, found in of_files.items():
        groups[group].files = folded(found)
    return SiteChanges(tuple(folded(frame)), groups, tuple(other_markup))


def line_changes(was: Sequence[str], now: Sequence[str]) -> list[Change]:
    """The lines that differ, in order; each with what took its place.

    Lines that differ in checksums and sizes of files alone are left out.
    """
    before, after = ([_OF_A_FILE.sub("…", line) for line in lines] for lines in (was, now))
    found: list[Change] = []
    gone: list[str] = []
    new: list[str] = []
    for what, start, end, begin, stop in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "replace" and end - start == stop - begin:
            found += [Change(*both) for both in zip(was[start:end], now[begin:stop], strict=True)]
        elif what != "equal":
            gone += was[start:end]
            new += now[begin:stop]
    return [*found, *_paired(gone, new)]


def _paired(gone: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    """Each line with the one most like it, which it may be in another place; the others alone."""
    left = list(new)
    for line in gone:
        like = _find_like(line, left) if len(gone) + len(new) <= _MOST_PAIRED else None
        if like is not None:
            left.remove(like)
        yield Change(line, like)
    yield from (Change(None, line) for line in left)


def _find_like(line: str, others: Iterable[str]) -> str | None:
    words = line.split()
    likeness = [(SequenceMatcher(None, words, one.split()).ratio(), one) for one in others]
    ratio, found = max(likeness, default=(0.0, None), key=lambda both: both[0])
    return found if ratio > _LIKE else None


def frame_changes(was: Iterable[str], now: Iterable[str]) -> list[Change]:
    """As ``line_changes``, where a menu that says a thing twice says it once."""
    return line_changes(list(dict.fromkeys(was)), list(dict.fromkeys(now)))


def folded(changes: Iterable[tuple[str, Change]]) -> list[Folded]:
    """The changes, each with the name of its page, those of the same words as one."""
    kinds: dict[tuple[str | None, ...], list[tuple[str, Change]]] = {}
    for name, change in changes:
        kinds.setdefault(change.kind, []).append((name, change))
    return [
        Folded(several[0][1], len(several), tuple(dict.fromkeys(name for name, _ in several)))
        for several in kinds.values()
    ]


def _files(top: Path) -> dict[str, Path]:
    return dict(_named(top))


def _named(top: Path) -> Iterator[tuple[str, Path]]:
    for path in top.rglob("*"):
        if path.is_file():
            yield path.relative_to(top).as_posix(), path


def _group(name: str) -> str:
    first = name.partition("/")[0]
    return first if first.isdecimal() and "/" in name else ""


def _page(name: str) -> str:
    """The address of a page as its readers see it."""
    return f"/{name.removesuffix('index.html')}"
