"""Counsel's Word file against the year: a list to work through, and a patch that a person may apply."""

from __future__ import annotations

import difflib
import shutil
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from ..documents.word.word import FILING, SITE, STATE, marked_site
from ..errors import InputError
from ..findings import Finding, errors
from ..findings.catalogue import WORD_FILE_OLDER, WORD_FILE_OTHER
from ..model import LineRef
from ..model.counted import counted
from ..pages.tables.prose_tables import prose_tables
from ..pipeline import Year, at_addresses, load_year, word_files
from ..prose.placed import placed_sections
from ..prose.sources import Sources
from ..texts.blocks import Block
from ..texts.matching import Pair, likeness, matched
from .baseline import Baseline
from .edits import Compared, Edit, Op
from .find_edits import find_edits
from .operations import Operations
from .places import TextPlaces
from .word_blocks import WordText
from .word_text import read_word, text_of

_FEWEST = 0.2
"""Share of the year's paragraphs that a file must have to be one of the year."""
_ALIKE = 0.7
"""Share of words in common with which a paragraph is one of the year's."""
_CROSSED = "another edit changes the same words"
_NOT_SAME = "with it, the year would not read as counsel's file does, here or elsewhere"


def compare(data_dir: Path, year: int, path: Path) -> Compared:
    """What counsel changed. Raises InputError where the year or the file cannot be read."""
    theirs = read_word(path)
    loaded = load_year(data_dir, year)
    if not isinstance(loaded, Year):
        raise InputError(errors(loaded.findings) or loaded.findings)
    own = _text_of_year(loaded, _keyword(theirs.keywords, SITE))
    _must_be_of_the_filing(own, theirs, path, year)
    pairs = matched(own.blocks, theirs.blocks)
    _must_be_of_the_year(own, theirs, pairs, path, year)
    stated = loaded.disclosure
    sections = [*stated.form_sections, *stated.sections, *stated.written_exhibits]  # as the file has them
    written = placed_sections(sections, loaded.facts, prose_tables(loaded.disclosure, loaded.facts))
    places = TextPlaces(own.blocks, written)
    operations = Operations(own.blocks, places, [section.file for section in sections])
    rows = {str(row.where): row.where for row in loaded.disclosure.all_rows}
    sources = Sources(loaded.disclosure, loaded.facts)
    found = tuple(
        find_edits(
            Baseline(own.blocks, places, operations, sources, rows, own.pictures, own.margins), theirs, pairs
        )
    )
    trial = _Trial(places.texts, own, theirs, data_dir, year)
    edits, texts = trial.held(found)
    patch = _patch(places.texts, texts)
    return Compared(edits, patch, tuple(_findings(own, theirs, path, year)))


def _text_of_year(loaded: Year, site: str) -> WordText:
    """The year's own file; ``site`` is the keyword of the other one that says to where its links lead."""
    base_url, addresses = marked_site(site)
    (loaded,) = at_addresses([loaded], addresses)
    files = word_files(loaded, base_url)
    if not files:
        where = LineRef(loaded.disclosure.file)
        advice = "Compare a year that has a form or a report."
        raise InputError([Finding(WORD_FILE_OTHER, "the year has no form and no report", where, advice)])
    return text_of(files[0].content, files[0].name)


def _must_be_of_the_filing(own: WordText, theirs: WordText, path: Path, year: int) -> None:
    """Raises InputError where the file says that it is of another year or company; it may say nothing."""
    ours, mark = _keyword(own.keywords, FILING), _keyword(theirs.keywords, FILING)
    if not mark or mark == ours:
        return
    of = mark.removeprefix(FILING).partition("-")[0]
    message = f"the file is the Word file of {of}" if of != str(year) else "the file is of another company"
    raise InputError([Finding(WORD_FILE_OTHER, message, LineRef(path.name), _advice(year))])


def _advice(year: int) -> str:
    return f"Give the file that 'formsd export {year} --only word' wrote, as counsel sent it back."


def _must_be_of_the_year(
    own: WordText, theirs: WordText, pairs: Sequence[Pair], path: Path, year: int
) -> None:
    """Raises InputError where hardly a paragraph is the year's; rows of two companies' lists are alike."""
    text = sum(block.kind != "row" for block in own.blocks)
    kept = sum(
        own.blocks[pair.before].kind != "row"
        and likeness(own.blocks[pair.before], theirs.blocks[pair.after]) >= _ALIKE
        for pair in pairs
        if pair.before is not None and pair.after is not None
    )
    if kept < _FEWEST * text:
        message = f"the file has {kept:,} of the {counted(text, 'paragraph')} of {year}"
        raise InputError([Finding(WORD_FILE_OTHER, message, LineRef(path.name), _advice(year))])


def _findings(own: WordText, theirs: WordText, path: Path, year: int) -> list[Finding]:
    ours, state = _keyword(own.keywords, STATE), _keyword(theirs.keywords, STATE)
    if not state or state == ours:
        return []
    message = (
        "the file was written before the year was changed: what changed here since is listed as counsel's"
    )
    advice = (
        f"To tell them apart, compare with the year as it was when 'formsd export {year} --only word' ran."
    )
    return [Finding(WORD_FILE_OLDER, message, LineRef(path.name), advice)]


def _keyword(keywords: str, begins: str) -> str:
    return next((one for one in keywords.replace(",", " ").split() if one.startswith(begins)), "")


class _Trial:
    """The year filled in once more with the edits: what it then says is what counts."""

    def __init__(
        self, texts: Mapping[str, str], own: WordText, theirs: WordText, data_dir: Path, year: int
    ) -> None:
        self._texts, self._data_dir, self._year = texts, data_dir, year
        self._own = Counter(map(_key, own.blocks))
        self._wanted = Counter(map(_key, theirs.blocks))

    def held(self, edits: Sequence[Edit]) -> tuple[tuple[Edit, ...], dict[str, str]]:
        """The edits, those that do not lead to counsel's words left to people; the texts with all others."""
        edits = _apart(edits)
        for _ in range(3):
            changed = _applied(edits, self._texts)
            if changed == dict(self._texts):
                break
            now = _read_again(changed, self._texts, self._data_dir, self._year)
            there = Counter(map(_key, now or ()))
            failed = {
                at for at, edit in enumerate(edits) if edit.is_in_patch and not self._holds(edit, there)
            }
            if not failed and self._is_clean(there):
                break
            failed = failed or {at for at, edit in enumerate(edits) if edit.is_in_patch}
            edits = [
                edit.left_to_people(_NOT_SAME) if at in failed else edit for at, edit in enumerate(edits)
            ]
        else:
            edits = [edit.left_to_people(_NOT_SAME) if edit.is_in_patch else edit for edit in edits]
        return tuple(edits), _applied(edits, self._texts)

    def _holds(self, edit: Edit, there: Mapping[tuple[str, str], int]) -> bool:
        """Whether the year, with the edit, has counsel's paragraphs, and no more of them."""
        if edit.kind == "gone":
            key = "text", "".join(piece.text for piece in edit.pieces)
            return there.get(key, 0) <= self._wanted.get(key, 0)
        keys = [("text", text) for text in _texts_after(edit)]
        return all(0 < there.get(key, 0) <= self._most(key) for key in keys)

    def _is_clean(self, there: Mapping[tuple[str, str], int]) -> bool:
        """Whether nothing changed that counsel did not change: words of a wording may stand in two places."""
        return all(number <= self._most(key) for key, number in there.items())

    def _most(self, key: tuple[str, str]) -> int:
        return max(self._wanted.get(key, 0), self._own.get(key, 0))


def _without(edits: Sequence[Edit], failed: Sequence[Edit]) -> list[Edit]:
    """The edits, those that failed left to people."""
    return [edit.left_to_people(_NOT_SAME) if edit.ops and edit in failed else edit for edit in edits]


def _texts_after(edit: Edit) -> list[str]:
    """The paragraphs that an edit leads to."""
    text = "".join(piece.text for piece in edit.pieces if piece.kind != "gone" or edit.kind == "joined")
    if edit.kind == "split":
        return [part for part in text.split(" ¶ ") if part]
    return [text.replace(" ¶ ", " ")]


def _key(block: Block) -> tuple[str, str]:
    return ("row" if block.kind == "row" else "text", block.text)


def _apart(edits: Sequence[Edit]) -> list[Edit]:
    """The edits, of those that change the same letters the first alone."""
    taken: dict[str, list[tuple[int, int]]] = {}
    found = []
    for edit in edits:
        crossed = edit.is_in_patch and any(
            op.start < end and start < op.end for op in edit.ops for start, end in taken.get(op.file, ())
        )
        edit = edit.left_to_people(_CROSSED) if crossed else edit
        for op in edit.ops if edit.is_in_patch else ():
            taken.setdefault(op.file, []).append((op.start, op.end))
        found.append(edit)
    return found


def _applied(edits: Sequence[Edit], texts: Mapping[str, str]) -> dict[str, str]:
    ops: dict[str, list[Op]] = {}
    for edit in edits:
        for op in edit.ops if edit.is_in_patch else ():
            ops.setdefault(op.file, []).append(op)
    made = dict(texts)
    for file, those in ops.items():
        text, at = [], 0
        for op in sorted(those, key=lambda op: (op.start, op.end)):
            text += [texts[file][at : op.start], op.text]
            at = max(at, op.end)
        made[file] = "".join([*text, texts[file][at:]])
    return made


def _read_again(
    changed: Mapping[str, str], texts: Mapping[str, str], data_dir: Path, year: int
) -> tuple[Block, ...] | None:
    """The text of the year with other files; None where it cannot be read with them."""
    with tempfile.TemporaryDirectory(prefix="formsd-") as folder:
        root = Path(folder) / data_dir.name
        root.mkdir()
        for one in data_dir.iterdir():
            if one.is_file():
                shutil.copy(one, root / one.name)
        keep_out = shutil.ignore_patterns("review", ".*", "~$*")
        shutil.copytree(data_dir / str(year), root / str(year), ignore=keep_out)
        for file, text in changed.items():
            if text != texts[file]:
                (Path(folder) / file).write_text(text, encoding="utf-8", newline="\n")
        loaded = load_year(root, year)
        if not isinstance(loaded, Year):
            return None
        files = word_files(loaded)
        return text_of(files[0].content, files[0].name).blocks if files else None


def _patch(texts: Mapping[str, str], changed: Mapping[str, str]) -> str:
    """A unified patch with paths from the folder above the data."""
    lines: list[str] = []
    for file in sorted(texts):
        if changed[file] != texts[file]:
            old, new = texts[file].splitlines(keepends=True), changed[file].splitlines(keepends=True)
            for line in difflib.unified_diff(old, new, file, file):
                lines.append(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n")
    return "".join(lines)
