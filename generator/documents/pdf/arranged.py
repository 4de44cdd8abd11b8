"""Where the blocks of a page stand: pictures behind tables, wide tables on pages on their side, contents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from ..picture import Picture
from .runs import Block, plain

_DEEP_CONTENTS = 60
"""With more headings than these, the contents leave out the third level."""
_FEW_PAGES = 6
"""Only a document of more pages than these has contents."""
_ROWS_OF_PAGE, _LETTERS_OF_PAGE = 60, 8_000
"""No page of letter paper holds more, however small the type."""
_SHORT_LEAD = 250
"""Letters of a sentence that leads to a table, and stays with it."""
_LONG_NAME = 90
"""Letters of a registrant's name beyond which it is set smaller."""
_LONG_TABLE = 20
"""The section of a table with more rows than these begins where there is room for a part of it."""
_WIDE_SECTION = 12
"""Blocks between a heading and a wide table that go onto the wide page with it."""
_BEFORE_WIDE = 16
"""Blocks before a wide page that may go onto it too, where they would leave a page half empty."""
_MOST_NOTES = 4
"""Blocks behind a list among which its notes stand."""
_MOVABLE = frozenset({"heading", "paragraph", "list", "quote", "code"})


def arranged(blocks: Sequence[Block], pictures: Sequence[Picture]) -> list[Block]:
    """The blocks of a page as they follow each other on paper."""
    blocks = _with_leading_words(_with_long_names(_with_pictures(blocks, pictures)))
    return _on_wide_pages(_with_room(blocks))


def noticed(blocks: list[Block], notice: str) -> list[Block]:
    """With the notice of the year in the head."""
    if not notice or not blocks:
        return blocks
    return on_top(blocks, {"kind": "paragraph", "role": "notice", "runs": [notice]})


def on_top(blocks: list[Block], block: Block) -> list[Block]:
    """With one more block before the others; on a cover, the first on the cover."""
    first, *rest = blocks
    if first.get("role") == "cover":
        return [{**first, "blocks": [block, *first["blocks"]]}, *rest]
    return [block, *blocks]


def _with_leading_words(blocks: Sequence[Block]) -> list[Block]:
    """A short sentence before a table stays on the page where the table begins."""
    found = list(blocks)
    for at, block in enumerate(found[1:]):
        before = found[at]
        is_plain = before["kind"] == "paragraph" and not before.get("role")
        if block["kind"] == "table" and is_plain and len(plain(before["runs"])) < _SHORT_LEAD:
            found[at] = {**before, "role": "leading"}
    return found


def _with_long_names(blocks: Sequence[Block]) -> list[Block]:
    """Names of registrants that are too long for the large type of a cover say so."""
    found = []
    for block in blocks:
        if block.get("role") == "registrant" and len(plain(block.get("runs", ()))) > _LONG_NAME:
            block = {**block, "role": "long-registrant"}
        elif block["kind"] == "group":
            block = {**block, "blocks": _with_long_names(block["blocks"])}
        found.append(block)
    return found


def with_contents(blocks: list[Block], every: Sequence[Block], *, is_in_form: bool) -> list[Block]:
    """The contents after the cover, or else before the first section, as far as there are pages for them.

    ``is_in_form``: the form itself holds the disclosure, below its items.
    """
    headings = [block["level"] for block in every if block["kind"] == "heading"]
    depths = (5, 4, 3) if is_in_form else (3,)
    depth = next((one for one in depths if sum(level <= one for level in headings) <= _DEEP_CONTENTS), 2)
    contents = {
        "kind": "contents",
        "title": "Contents",
        "depth": depth,
        "beyond": _FEW_PAGES,
        "surely": _least_pages(every) > _FEW_PAGES,
    }
    sections = [
        at
        for at, block in enumerate(blocks)
        if block["kind"] == "wide" or (block["kind"] == "heading" and block["level"] > 1)
    ]
    at = 1 if blocks and blocks[0]["role"] == "cover" else min(sections, default=len(blocks))
    return [*blocks[:at], contents, {"kind": "page-break"}, *blocks[at:]]


def _least_pages(every: Sequence[Block]) -> float:
    """Pages that the text and the tables fill at the least.

    A document that surely has contents is set in fewer rounds: else Typst sets it without them first.
    """
    rows = sum(len(block["body"]) for block in every if block["kind"] == "table")
    letters = sum(len(plain(block["runs"])) for block in every if block["kind"] == "paragraph")
    return rows / _ROWS_OF_PAGE + letters / _LETTERS_OF_PAGE


def _with_pictures(blocks: Sequence[Block], pictures: Sequence[Picture]) -> list[Block]:
    """Each picture after the table that has the same numbers."""
    found: list[Block] = []
    for block in blocks:
        found.append(block)
        for picture in pictures:
            if block["kind"] == "table" and block["id"] == picture.beside:
                found.append({"kind": "picture", "role": "", **asdict(picture)})
    return found


def _with_room(blocks: Sequence[Block]) -> list[Block]:
    """A start with room before the section that ends with a long facility list."""
    found: list[Block] = []
    for block in blocks:
        if block["kind"] == "table" and _is_long_list(block):
            at = _section_start(found)
            found.insert(at, {"kind": "start", "role": ""})
        found.append(block)
    return found


def _is_long_list(table: Block) -> bool:
    """One on a page on its side begins a page anyway."""
    return table["role"] == "facilities" and len(table["body"]) > _LONG_TABLE and not table["wide"]


def _on_wide_pages(blocks: Sequence[Block]) -> list[Block]:
    """Tables that need it on pages on their side, with their heading if it is near, and their notes.

    Text that stands right before them comes along as what may go onto their page: ``document.typ``,
    ``set-wide``.
    """
    found: list[Block] = []
    at_table = 0
    for at, block in enumerate(blocks):
        if at < at_table:
            continue
        if block["kind"] == "table" and block["wide"]:
            at_table = at + 1 + _notes_behind(blocks[at + 1 :])
            begin = _section_start(found)
            if len(found) - begin > _WIDE_SECTION or any(
                one["kind"] in ("table", "wide") for one in found[begin:]
            ):
                begin = len(found)
            inside = [*found[begin:], block]
            del found[begin:]
            before = _text_at_end(found)
            del found[len(found) - len(before) :]
            block = {
                "kind": "wide",
                "role": "",
                "before": before,
                "blocks": inside,
                "notes": list(blocks[at + 1 : at_table]),
            }
        found.append(block)
    return found


def _notes_behind(blocks: Sequence[Block]) -> int:
    """How many blocks right behind a list are its notes."""
    notes = [at for at, block in enumerate(blocks[:_MOST_NOTES]) if block.get("role") == "notes"]
    return notes[-1] + 1 if notes and _is_text(blocks[: notes[-1]]) else 0


def _text_at_end(blocks: Sequence[Block]) -> list[Block]:
    """The last blocks that are text, as far as they may be moved."""
    count = 0
    while count < min(_BEFORE_WIDE, len(blocks) - 1) and _is_text([blocks[-count - 1]]):
        count += 1
    return list(blocks[len(blocks) - count :])


def _is_text(blocks: Sequence[Block]) -> bool:
    return all(block["kind"] in _MOVABLE for block in blocks)


def _section_start(blocks: Sequence[Block]) -> int:
    """Where the last heading stands, or the first of several that follow each other."""
    at = next((at for at in range(len(blocks) - 1, -1, -1) if blocks[at]["kind"] == "heading"), len(blocks))
    while at > 1 and at < len(blocks) and blocks[at - 1]["kind"] == "heading" and blocks[at - 1]["level"] > 1:
        at -= 1
    return at


def labelled(blocks: list[Block], labels: list[str]) -> list[Block]:
    """The blocks, the first of which has the labels too; on a cover, the first on the cover."""
    if not blocks or not labels:
        return blocks
    first, *rest = blocks
    if "blocks" in first:
        return [{**first, "blocks": labelled(first["blocks"], labels)}, *rest]
    return [{**first, "labels": [*labels, *first.get("labels", ())]}, *rest]
