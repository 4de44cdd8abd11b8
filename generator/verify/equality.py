"""Published files against the data: every row, every figure, every word."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..findings import Finding
from ..findings.catalogue import PUBLISHED_BYTES, PUBLISHED_FIGURE, PUBLISHED_ROW, PUBLISHED_TEXT
from ..model import Asset, Disclosure, LineRef, Metal, Passage, Smelter
from ..model.counted import counted
from .values import PublishedFile, PublishedRow

SHOWN = 20
"""Findings of one kind that are told of a file; the rest is counted."""

_ADVICE = "Build the site anew; if that does not help, the published file was changed by hand."
_BYTES_ADVICE = "Build the site anew and publish its files as they are: none may be edited by hand."
_CONTEXT = 6
_LABEL = re.compile(r"[•–‣]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{2,5})[.)]")
"""Bullets and numbers of lists, which some formats have as text."""
_MARK = re.compile(r"\(?[\da-z*†‡]{0,3}[.)]?")
"""What stands before the text of a footnote."""
_PAGE_NUMBER = re.compile(r"\d+|–")

_VALUES: Mapping[str, Callable[[Disclosure, Smelter], object]] = {
    "metal": lambda _, row: row.metal.value,
    "cid": lambda _, row: row.cid,
    "name": lambda _, row: row.name,
    "other_names": lambda _, row: " | ".join(row.aliases),
    "country_as_filed": lambda _, row: row.country.filed,
    "country": lambda _, row: row.country.name,
    "country_code": lambda _, row: row.country.code,
    "covered_country": lambda _, row: _yes_no(row.country.is_covered if row.country.code else None),
    "city": lambda _, row: row.city,
    "state_or_province": lambda _, row: row.state,
    "status": lambda _, row: row.status.label,
    "status_class": lambda _, row: row.status.status_class.value,
    "status_as_of": lambda _, row: row.status_as_of or row.status.as_of,
    "recycled_or_scrap": lambda _, row: _yes_no(row.recycled),
    "note": lambda _, row: row.footnote,
    "registrant": lambda disclosure, _: disclosure.facts.registrant.name,
    "year": lambda disclosure, _: disclosure.year,
    "address": lambda disclosure, row: f"{disclosure.year}/annex/#{row.anchor}",
}
"""Column of the data files to what the data says, as text or as something whose text it is."""

_NAMES = {"state": "state_or_province", "recycled": "recycled_or_scrap", "footnote": "note"}
"""Column as the annex page calls it to its name in the data files, where that is another."""
_STATED_ONCE = ("registrant", "year")
"""What a file may state for all rows at once."""


@dataclass(frozen=True)
class Extras:
    """Words that a format has beside the text of the pages."""

    headings: tuple[str, ...] = ()
    """Headings that a table of contents may list."""
    drawings: tuple[tuple[str, ...], ...] = ()
    """The words of each picture that may stand there."""
    breaks_words: bool = False
    """A line may end inside a long word, and the place is not told from a blank."""


def compare_published(
    disclosure: Disclosure,
    found: PublishedFile,
    expected: Sequence[Passage] | None,
    extras: Extras | None = None,
    *,
    drawn: Sequence[Passage] = (),
) -> Iterator[Finding]:
    """VE-012 to VE-014 for one file. ``expected`` is the text of its pages, None where it holds none.

    ``drawn`` is what must be written in its pictures.
    """
    if found.rows is not None:
        yield from _limited(list(_row_findings(disclosure, found)), found.file)
    yield from _count_findings(disclosure, found)
    if found.passages is not None and expected is not None:
        yield from _limited(list(_text_findings(expected, found.passages, extras or Extras())), found.file)
    yield from _limited(list(_drawn_findings(drawn, found)), found.file)


def compare_bytes(
    expected: Iterable[Asset], found: Iterable[Asset], told: Iterable[Finding]
) -> Iterator[Finding]:
    """VE-015 for each file that is not the expected one, unless what differs is ``told`` already."""
    done = set(map(_file_of, told))
    own = {asset.uri: asset.sha256 for asset in expected}
    for asset in found:
        if asset.sha256 != own[asset.uri] and asset.uri not in done:
            message = (
                f"the file is not the one that the data gives: its checksum begins with {asset.sha256[:12]}"
                f" and should begin with {own[asset.uri][:12]}"
            )
            yield Finding(PUBLISHED_BYTES, message, LineRef(asset.uri), _BYTES_ADVICE)


def _file_of(finding: Finding) -> str:
    """The file of a finding, without the page in it."""
    return finding.where.file.partition(", page ")[0]


def _limited(findings: Sequence[Finding], file: str) -> Iterator[Finding]:
    yield from findings[:SHOWN]
    if len(findings) > SHOWN:
        message = f"{counted(len(findings) - SHOWN, 'more difference')} like these"
        yield Finding(findings[0].rule, message, LineRef(file), _ADVICE)


def _yes_no(value: bool | None) -> str:
    return "" if value is None else "Yes" if value else "No"


def _row_findings(disclosure: Disclosure, found: PublishedFile) -> Iterator[Finding]:
    """Rows that are missing, too many, changed, or in another order."""
    rows = found.rows or ()
    columns = _columns(disclosure, found)
    expected = [_expected(disclosure, row, columns) for row in disclosure.smelters]
    notes = {values["note"] for values in expected if values.get("note")}
    there = [_shown(row, columns, notes) for row in rows]
    wanted = [tuple(values.values()) for values in expected]
    if there == wanted:
        return
    matcher = difflib.SequenceMatcher(None, wanted, there, autojunk=False)
    for kind, begin, end, first, last in matcher.get_opcodes():
        if kind != "equal":
            yield from _differing_rows(
                disclosure.smelters[begin:end],
                expected[begin:end],
                rows[first:last],
                there[first:last],
                found.file,
            )


def _differing_rows(
    own: Sequence[Smelter],
    expected: Sequence[Mapping[str, str]],
    rows: Sequence[PublishedRow],
    there: Sequence[tuple[str, ...]],
    file: str,
) -> Iterator[Finding]:
    """The findings for a run of rows of the data, and the run that the file has in its place."""
    pairs = dict(
        _paired([values.get("name") for values in expected], [row.values.get("name") for row in rows])
    )
    for at, row in enumerate(own):
        if at in pairs:
            yield from _changed(row, expected[at], there[pairs[at]], rows[pairs[at]])
        else:
            message = (
                f"the row '{row.name}' ({row.metal.lower()}) of the data ({row.where.cell}) is not there"
            )
            yield Finding(PUBLISHED_ROW, message, LineRef(file), _ADVICE)
    for place in sorted(set(range(len(rows))) - set(pairs.values())):
        values = rows[place].values
        message = f"the row '{values.get('name', '')}' ({values.get('metal', '')}) is not in the data there"
        yield Finding(PUBLISHED_ROW, message, rows[place].where, _ADVICE)


def _paired(own: Sequence[str | None], other: Sequence[str | None]) -> Iterator[tuple[int, int]]:
    """Places of rows that are about the same facility: those of one name, else those at the same place."""
    left = list(range(len(other)))
    for at, name in enumerate(own):
        same = [place for place in left if other[place] == name]
        if not same and len(own) == len(other) and at in left and other[at] not in own:
            same = [at]
        if same:
            left.remove(same[0])
            yield at, same[0]


def _changed(
    own: Smelter, expected: Mapping[str, str], shown: Sequence[str], row: PublishedRow
) -> Iterator[Finding]:
    for (name, value), there in zip(expected.items(), shown, strict=True):
        if value != there:
            message = (
                f"'{own.name}' ({own.metal.lower()}): {name.replace('_', ' ')} is '{there}' there and"
                f" '{value}' in the data ({own.where.cell})"
            )
            yield Finding(PUBLISHED_ROW, message, row.where, _ADVICE)


def _shown(row: PublishedRow, columns: Sequence[str], notes: Collection[str]) -> tuple[str, ...]:
    """What a row shows in each column. A note on a page is followed by the rows to which it belongs."""
    values = {name: _text(row.values.get(name)) for name in columns}
    note = values.get("note", "")
    if "note" in values:
        values["note"] = next((own for own in notes if note.startswith(f"{own} (")), note)
    return tuple(values.values())


def _expected(disclosure: Disclosure, row: Smelter, columns: Iterable[str]) -> dict[str, str]:
    """What the data says in these columns; one that is not known is empty."""
    return {name: _text(_VALUES[name](disclosure, row)) if name in _VALUES else "" for name in columns}


def _columns(disclosure: Disclosure, found: PublishedFile) -> list[str]:
    """The columns that the file must have, and those that it has."""
    if found.file.endswith((".htm", ".html")):
        needed = [_NAMES.get(name, name) for name in disclosure.facts.annex.columns]
    else:
        needed = [name for name in _VALUES if name not in _STATED_ONCE]
    shown = found.rows[0].values if found.rows else {}
    return list(dict.fromkeys([*needed, *shown]))


def _text(value: object) -> str:
    return "" if value is None else " ".join(str(value).split())


def _count_findings(disclosure: Disclosure, found: PublishedFile) -> Iterator[Finding]:
    own_counts = counts_of(disclosure)
    for name, count in found.counts.items():
        if own_counts.get(name) != count:
            own = own_counts.get(name, "no such figure")
            message = f"{name}: {count} there, {own} in the data"
            yield Finding(PUBLISHED_FIGURE, message, LineRef(found.file), _ADVICE)


def counts_of(disclosure: Disclosure) -> dict[str, int]:
    """The figures that data files state beside their rows, by the names under which they are read."""
    rows = disclosure.smelters
    counts = {"rows": len(rows)}
    counts |= {f"rows for {metal.lower()}": sum(row.metal is metal for row in rows) for metal in Metal}
    labels = [status.label for status in disclosure.facts.statuses]
    return counts | {
        f"rows with the status '{label}'": sum(row.status.label == label for row in rows) for label in labels
    }


@dataclass(frozen=True)
class _Word:
    text: str
    where: LineRef


def _words(passages: Sequence[Passage]) -> list[_Word]:
    return [_Word(word, passage.where) for passage in passages for word in passage.text.split()]


def _text_findings(
    expected: Sequence[Passage], found: Sequence[Passage], extras: Extras
) -> Iterator[Finding]:
    """The words that differ, each with the words before it."""
    own, there = _words(expected), _words(found)
    own_texts, texts = [word.text for word in own], [word.text for word in there]
    if own_texts == texts:
        return
    matcher = difflib.SequenceMatcher(None, own_texts, texts, autojunk=False)
    changes = [change for change in matcher.get_opcodes() if change[0] != "equal"]
    for _, begin, end, first, last in _without_moved(changes, own_texts, texts):
        missing, added = own_texts[begin:end], texts[first:last]
        if not missing and _is_extra(added, extras):
            continue
        if extras.breaks_words and _is_broken(missing, added):
            continue
        before = " ".join(own_texts[max(begin - _CONTEXT, 0) : begin])
        where = there[min(first, len(there) - 1)].where if there else own[begin].where
        yield Finding(PUBLISHED_TEXT, _message(before, missing, added), where, _ADVICE)


def _drawn_findings(expected: Sequence[Passage], found: PublishedFile) -> Iterator[Finding]:
    """The words of pictures that differ. None may stand elsewhere: its place says what it is about."""
    own, there = _words(expected), _words(found.drawn)
    own_texts, texts = [word.text for word in own], [word.text for word in there]
    matcher = difflib.SequenceMatcher(None, own_texts, texts, autojunk=False)
    for kind, begin, end, first, last in matcher.get_opcodes():
        if kind != "equal":
            before = " ".join(own_texts[max(begin - _CONTEXT, 0) : begin])
            where = there[min(first, len(there) - 1)].where if there else LineRef(found.file)
            message = f"in a picture, {_message(before, own_texts[begin:end], texts[first:last])}"
            yield Finding(PUBLISHED_TEXT, message, where, _ADVICE)


def _is_broken(missing: Sequence[str], added: Sequence[str]) -> bool:
    """True where the words are the same, but for labels of lists and for lines that end inside words."""
    left = list(added)
    for word in missing:
        while left and _LABEL.fullmatch(left[0]) and not word.startswith(left[0]):
            left.pop(0)
        built = ""
        while left and len(built) < len(word):
            built += left.pop(0)
        if built != word:
            return False
    return all(_LABEL.fullmatch(word) for word in left)


_Opcode = tuple[str, int, int, int, int]


def _without_moved(changes: Sequence[_Opcode], own: Sequence[str], there: Sequence[str]) -> list[_Opcode]:
    """The changes without what only stands elsewhere, as footnotes stand at the foot of their page."""
    left = list(changes)
    for missing in [change for change in changes if change[3] == change[4]]:
        text = "".join(own[missing[1] : missing[2]])
        for added in [change for change in left if change[1] == change[2]]:
            before, found, after = "".join(there[added[3] : added[4]]).partition(text)
            if found and not after and _MARK.fullmatch(before):
                left.remove(missing)
                left.remove(added)
                break
    return left


def _is_extra(words: Sequence[str], extras: Extras) -> bool:
    """True for labels of lists, a table of contents, and the words of pictures."""
    if all(_LABEL.fullmatch(word) for word in words):
        return True
    return _is_contents(words, extras.headings) or _are_drawings(words, extras.drawings)


def _is_contents(words: Sequence[str], headings: Sequence[str]) -> bool:
    """True where there are headings in their order, each with a number, and nothing else."""
    if words[0] != "Contents":
        return False
    left = [word for word in words[1:] if not _PAGE_NUMBER.fullmatch(word)]
    for heading in headings:
        parts = [word for word in heading.split() if not _PAGE_NUMBER.fullmatch(word)]
        if left[: len(parts)] == parts:
            del left[: len(parts)]
    return not left


def _are_drawings(words: Sequence[str], drawings: Sequence[Sequence[str]]) -> bool:
    left = Counter(words)
    for drawing in drawings:
        if Counter(drawing) <= left:
            left -= Counter(drawing)
    return all(_LABEL.fullmatch(word) for word in left)


def _message(before: str, missing: Sequence[str], added: Sequence[str]) -> str:
    after = f"after '… {before}' " if before else ""
    if not missing:
        return f"{after}there is '{_cut(added)}', which the data does not give"
    if not added:
        return f"{after}'{_cut(missing)}' is missing"
    return f"{after}there is '{_cut(added)}' where the data gives '{_cut(missing)}'"


def _cut(words: Sequence[str]) -> str:
    text = " ".join(words)
    return text if len(text) <= 200 else f"{text[:199]}…"


def published_lines(files: Sequence[PublishedFile], findings: Sequence[Finding]) -> Iterator[str]:
    """What a person reads of a comparison: each file with what was compared, and whether it is equal."""
    differing = Counter(map(_file_of, findings))
    for file in files:
        parts = [counted(len(file.rows), "row")] if file.rows is not None else []
        parts += [counted(len(file.counts), "figure")] if file.counts else []
        parts += [counted(len(_words(file.passages)), "word")] if file.passages is not None else []
        parts = parts or ["checksum"]
        number = differing[file.file]
        verdict = counted(number, "difference") if number else "equal"
        yield f"{file.file:<46} {', '.join(parts)}: {verdict}"
