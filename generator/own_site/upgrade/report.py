"""The comparison in words, for the people who publish."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile
from pathlib import Path
from typing import Any

from ...findings import printable
from ...model.counted import counted, named
from ...record.records import DOCUMENTS_FOLDER, PUBLISHED, RECORDS
from .changes import Change, Folded, GroupChanges, SiteChanges
from .texts import DefaultTexts, TextChange
from .trial import Made, YearState

NOTHING = "Nothing that readers see would change."
_MOST = 40
"""Changes that are shown of one year or of the frame."""
_WIDTH = 240
_AROUND = 60
"""Letters before the first one that differs, in a line that is longer than is shown."""


def asked_lines(asked: Sequence[str]) -> Iterator[str]:
    """What people must do for the new version."""
    if asked:
        yield "What the new version asks of you:"
        yield from (printable(f"  - {one}") for one in asked)
        yield ""


def site_lines(
    changes: SiteChanges, old: Made, new: Made, data: Path, states: Sequence[YearState]
) -> Iterator[str]:
    """What readers would see otherwise: the frame once, then year by year, then the other pages."""
    if not changes:
        yield NOTHING
        yield ""
    if changes.frame:
        yield "Menus, labels and footer, on every page that has them (no signature covers them):"
        yield from _folded_lines(changes.frame, "page", with_names=False)
        yield ""
    for state in states:
        of_year = changes.groups.get(str(state.year))
        yield f"{state.year} ({state.words})"
        yield from _group_lines(of_year) if of_year else ["  Pages and files: no change."]
        yield from _kept_lines(state, old, new, data)
        yield from _finding_lines(str(state.year), old, new)
        yield ""
    others = changes.groups.get("")
    if others:
        yield "Front page, pages of no year, and what the site is made with"
        yield from _group_lines(others, of_years=_kinds_of_years(changes))
        yield ""
    about_site = list(_finding_lines("", old, new))
    if about_site:
        yield "The site itself"
        yield from about_site
        yield ""
    if changes.other_markup:
        number = counted(len(changes.other_markup), "page")
        yield (
            f"Other code or other checksums of files, and the same words: {number}, such as"
            f" {named(changes.other_markup)}."
        )
        yield ""


_Kinds = frozenset[tuple[str | None, ...]]


def _kinds_of_years(changes: SiteChanges) -> _Kinds:
    return frozenset(
        one.first.kind for year, of_year in changes.groups.items() if year for one in of_year.words
    )


def _group_lines(of_group: GroupChanges, *, of_years: _Kinds = frozenset()) -> Iterator[str]:
    """``of_years``: what years have too, which the front page repeats."""
    for title, names in (
        ("New pages", of_group.new_pages),
        ("Pages that are gone", of_group.gone_pages),
        ("New files", of_group.new_files),
        ("Files that are gone", of_group.gone_files),
    ):
        if names:
            yield f"  {title}: {named(names, 12)}"
    words = [one for one in of_group.words if one.first.kind not in of_years]
    if words:
        yield "  Words of pages:"
        yield from _folded_lines(words, "page")
    repeated = dict.fromkeys(name for one in of_group.words if one not in words for name in one.names)
    if repeated:
        yield f"  Words that a year above has too: {named(list(repeated))}"
    if of_group.changed_files:
        yield f"  Files with other content: {named(of_group.changed_files, 20)}"
    shown = {one.first.kind for one in of_group.words}
    further = [one for one in of_group.files if one.first.kind not in shown and _is_text(one)]
    if further:
        yield "  Lines of files that no page has:"
        yield from _folded_lines(further, "file", most=12)


def _is_text(one: Folded) -> bool:
    """Whether the lines are for people: not of a map of the site or an index of its search."""
    return any(name.endswith((".htm", ".csv", ".txt", ".json")) for name in one.names) and not any(
        name.startswith(("search/", "assets/")) for name in one.names
    )


def _folded_lines(
    changes: Sequence[Folded], noun: str, *, with_names: bool = True, most: int = _MOST
) -> Iterator[str]:
    before = ""
    for one in changes[:most]:
        times = f", {one.number:,} times, the first:" if one.number > 1 else ":"
        heading = f"    {named(one.names, 4)}{times}"
        if with_names and (heading != before or one.number > 1):
            yield heading
        before = heading
        yield from _change_lines(one.first)
    if len(changes) > most:
        yield f"    and {counted(len(changes) - most, 'further change')} of {noun}s"


def _change_lines(change: Change) -> Iterator[str]:
    if change.was == change.now:
        yield f"      in another place: {_cut(change.was or '', 0)}"
        return
    start = _first_that_differs(change.was, change.now) if change.was and change.now else 0
    if change.was is not None:
        yield f"      was: {_cut(change.was, start)}"
    if change.now is not None:
        yield f"      now: {_cut(change.now, start)}"


def _first_that_differs(was: str, now: str) -> int:
    return sum(1 for _ in takewhile(lambda both: both[0] == both[1], zip(was, now, strict=False)))


def _cut(text: str, start: int) -> str:
    """A line of the screen or two, with what differs in it."""
    begin = max(0, start - _AROUND) if len(text) > _WIDTH else 0
    end = begin + _WIDTH
    return printable(f"{'… ' if begin else ''}{text[begin:end]}{' …' if len(text) > end else ''}")


def _kept_lines(state: YearState, old: Made, new: Made, data: Path) -> Iterator[str]:
    """What stays of a year that was signed or published, and what of it does not."""
    folder = data / str(state.year) / RECORDS / PUBLISHED / DOCUMENTS_FOLDER
    names = sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    of_old, of_new = (one.site / str(state.year) / DOCUMENTS_FOLDER for one in (old, new))
    stay = [name for name in names if _same(of_old / name, of_new / name)]
    if names:
        yield f"  Published files: {len(stay)} of {len(names)} stay as they are, byte for byte."
    if len(stay) < len(names):
        lost = [name.as_posix() for name in names if name not in stay]
        yield f"  Look at this before you update: published files that would be other ones: {named(lost)}"
    if state.signed_by:
        broken = [one for one in _new_findings(str(state.year), old, new) if _breaks(one)]
        yield (
            "  Look at this before you update: sign-offs would not hold; see the findings below."
            if broken
            else "  Sign-offs: they hold."
        )


def _same(path: Path, other: Path) -> bool:
    return path.is_file() and other.is_file() and path.read_bytes() == other.read_bytes()


def _breaks(finding: Mapping[str, Any]) -> bool:
    return str(finding["code"]).startswith("SO-") and finding["severity"] == "error"


def _finding_lines(year: str, old: Made, new: Made) -> Iterator[str]:
    """Findings that ``formsd check`` would have and has not now."""
    for one in _new_findings(year, old, new):
        place = one["file"] + (f":{one['line']}" if one.get("line") else "")
        said = printable(f"{one['code']} {one['severity']}: {one['message']} ({place})")
        yield f"  New in 'formsd check': {said}"
    gone = _new_findings(year, new, old)
    if gone:
        yield f"  No longer in 'formsd check': {named(list(dict.fromkeys(one['code'] for one in gone)))}"


def _new_findings(year: str, old: Made, new: Made) -> list[dict[str, Any]]:
    before = {_key(one) for one in old.findings}
    return [one for one in new.findings if _key(one) not in before and _year_of(one) == year]


def _key(finding: Mapping[str, Any]) -> tuple[str, ...]:
    return (finding["code"], finding["severity"], finding["message"], str(finding["file"]))


def _year_of(finding: Mapping[str, Any]) -> str:
    parts = str(finding["file"]).split("/")
    return next((part for part in parts[:2] if part.isdecimal()), "")


def text_lines(texts: DefaultTexts) -> Iterator[str]:
    """The default texts: what is new, and what changed of which people keep their own."""
    if texts.changed:
        yield "Default texts that read otherwise. You keep yours: no update changes a text in data."
        yield from (line for one in texts.changed for line in _text_change_lines(one))
        yield ""
    for year, names in texts.new.items():
        yield f"New default texts, which 'formsd start {year}' would add to {year}: {named(names, 12)}"
        yield ""


def _text_change_lines(text: TextChange) -> Iterator[str]:
    kept = f"you keep {named(text.kept)}" if text.kept else "no year has it; new years begin with it"
    yield f"  {text.name}: {kept}"
    yield from _folded_lines(text.lines, "text", with_names=False, most=12)


def value_lines(title: str, values: Iterable[tuple[str, str | None, str | None]]) -> Iterator[str]:
    """Settings or libraries: each with its value before and now."""
    values = list(values)
    if not values:
        return
    yield title
    for name, was, now in values:
        yield printable(f"  {name}: {'none' if was is None else was} → {'none' if now is None else now}")
    yield ""
