"""What counsel changed outside of the text, and what of the file is not compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model.counted import counted
from .edits import Edit, Piece
from .word_blocks import WordText

_MARGIN = "top or foot of the pages"
_MARGINS = "the program writes the tops and the feet of pages"
_PICTURES = "pictures are files of the year"
_NOWHERE = "words that are gone, or that the program does not read"


_MANY = 12
"""Words by which a place without a line is told."""


def elsewhere(theirs: WordText, pictures: int, margins: Sequence[str]) -> Iterator[Edit]:
    """The edits; ``pictures`` and ``margins`` are those of the year's own file."""
    shown = {name for block in theirs.blocks for name in block.comments}
    for name, comment in theirs.comments.items():
        if name not in shown:
            said = Piece("same", comment.text)
            yield Edit("comment", "file", None, (said,), (), (comment.author,), _NOWHERE, "a comment")
    for kind, these, others in (("gone", margins, theirs.margins), ("new", theirs.margins, margins)):
        for text in (one for one in these if one not in others):
            yield Edit(kind, _MARGIN, None, (Piece(kind, text),), by_hand=_MARGINS)
    more = theirs.pictures - pictures
    if more:
        kind = "new" if more > 0 else "gone"
        said = Piece(kind, counted(abs(more), "picture"))
        yield Edit(kind, "pictures", None, (said,), by_hand=_PICTURES)
    for one in theirs.unread:
        near = " ".join(one.near.split()[:_MANY])
        yield Edit("unread", one.what, None, (), near=near, by_hand=one.advice)
