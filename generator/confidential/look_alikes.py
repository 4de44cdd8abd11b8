"""Letters of other alphabets that look like Latin ones: a name with some of them is read as it looks."""

from __future__ import annotations

import re

_ROWS = (
    ("АВЕКМНОРСТХУІЈЅԌԚԜҮѴ", "ABEKMHOPCTXYIJSGQWYV"),  # Cyrillic
    ("авекмнорстхуіјѕԁԛԝһүѵь", "abekmhopctxyijsdqwhyvb"),
    ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹͿ", "ABEZHIKMNOPTYXCJ"),  # Greek
    ("αβεικνορτυχϲϳγηω", "abeikvoptuxcjynw"),
    ("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "ABCDEFGHIJKLMNOPRSTUVWYZ"),  # small capitals
    ("ɑɡɩıꞁօսոհց", "agiilounhg"),  # of phonetics, and Armenian
)
"""Letters, and those that they look like."""
_LATIN = str.maketrans(
    {one: latin for ours, theirs in _ROWS for one, latin in zip(ours, theirs, strict=True)}
)
_FOREIGN_WORD = re.compile(rf"\w*[{''.join(ours for ours, _ in _ROWS)}]\w*")


def in_latin(text: str) -> str:
    """The text, sign for sign, with Latin letters in words that look as if they had no others."""
    return text if text.isascii() else _FOREIGN_WORD.sub(lambda found: _word(found[0]), text)


def _word(word: str) -> str:
    """The word in Latin letters; as it is where some of it looks like none of them."""
    latin = word.translate(_LATIN)
    return latin if all(sign < "\u0250" for sign in latin) else word
