"""Rich Text: its words, its fields and remarks, and what is put in as hexadecimal digits."""

from __future__ import annotations

import re

from .reading import PublishedText, Reading, Texts

_PAGE = re.compile(r"\\ansicpg(\d{3,5})")
_BYTES = re.compile(r"(?:\\'[0-9A-Fa-f]{2}\s?)+")
_UNICODE = re.compile(r"\\u(-?\d{1,5})[ ]?(?:\\'[0-9A-Fa-f]{2}|[^\\{}])?")
_BREAK = re.compile(r"\\(?:par|line|tab|cell|row|sect|page|emdash|endash|bullet|~|_)(?![a-z])-?\d* ?")
_CONTROL = re.compile(r"\\(?:[a-z]+-?\d* ?|\*|-)|[{}\r\n]")
_HEX = re.compile(r"(?:[0-9A-Fa-f]{2}\s*){32,}")


def of_rtf(content: bytes, reading: Reading) -> Texts:
    """Raises UnsearchableError."""
    raw = content.decode("latin-1")
    page = _PAGE.search(raw)
    for found in _HEX.finditer(raw):
        yield from reading.inside(bytes.fromhex("".join(found[0].split())), is_part=True)
    for encoding in dict.fromkeys((f"cp{page[1]}" if page else "cp1252", "cp1252")):
        yield PublishedText("", _words(raw, encoding))


def _words(raw: str, encoding: str) -> str:
    """The text with the bytes of its escapes read in this encoding."""

    def letters(found: re.Match[str]) -> str:
        digits = re.findall(r"\\'([0-9A-Fa-f]{2})", found[0])
        try:
            return bytes.fromhex("".join(digits)).decode(encoding, "replace")
        except LookupError:
            return " "

    text = _UNICODE.sub(lambda found: chr(int(found[1]) % 0x10000), _HEX.sub(" ", raw))
    text = _BYTES.sub(letters, text)
    text = _CONTROL.sub("", _BREAK.sub(" ", text))
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
