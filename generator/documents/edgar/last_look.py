"""What EDGAR would refuse of the finished files: the last look, which trusts nothing before it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from xml.parsers import expat

from ...findings import Finding, Rule
from ...findings.catalogue import (
    EDGAR_CHARACTER,
    EDGAR_ELEMENT,
    EDGAR_EXHIBITS,
    EDGAR_FILE_NAME,
    EDGAR_ID,
    EDGAR_LINK,
    EDGAR_SIZE,
)
from ...model import LineRef
from . import profile
from .links import EXHIBIT, FORM

SIZE_LIMIT = 10_000_000
"""In bytes. The largest exhibits that are filed have half a megabyte; a submission may have a hundred."""

_ADVICE = {
    EDGAR_FILE_NAME: "Use small letters, digits, points and hyphens, at most 32 characters, and .htm.",
    EDGAR_EXHIBITS: "Make both files anew; they belong together.",
    EDGAR_LINK: "Only links inside the filing, and to filed documents at www.sec.gov, are taken.",
    EDGAR_ID: "Give every place of the document an id of its own.",
    EDGAR_ELEMENT: "Remove it from the section that uses raw HTML.",
    EDGAR_CHARACTER: "Report this: the file must be plain ASCII.",
    EDGAR_SIZE: "Look for pictures or tables that do not belong into the filing.",
}
_EXHIBIT = re.compile(r"ex\d+-\d+")
"""How the documents of exhibits begin."""
_STYLE_ADDRESS = re.compile(r"url\s*\(|expression\s*\(|@import|javascript:", re.IGNORECASE)


def lint(
    files: Mapping[str, bytes],
    folder: str,
    *,
    form: str | None = FORM,
    exhibit: str = EXHIBIT,
    pictures: Mapping[str, bytes] | None = None,
) -> Iterator[Finding]:
    """The findings for the files of one filing, name to content; ``folder`` is shown before the names.

    ``form`` and ``exhibit`` are their names; ``form`` None: the filing is restated without it. ``pictures``
    stand beside the documents.
    """
    pictures = pictures or {}
    for name, content in pictures.items():
        yield from _name_and_size(name, content, f"{folder}/{name}", profile.PICTURE_NAME)
    read = {name: _read(content) for name, content in files.items()}
    for name, content in files.items():
        place = f"{folder}/{name}"
        yield from _name_and_size(name, content, place, profile.FILE_NAME)
        yield from _characters(content, place)
        links = (*_links(name, read), *_shown(read[name], pictures))
        for rule, message, line in (*read[name].problems, *links):
            yield Finding(rule, message, LineRef(place, line), _ADVICE[rule])
    if form:
        yield from _exhibits(read, folder, form, exhibit)


def _name_and_size(name: str, content: bytes, place: str, form: re.Pattern[str]) -> Iterator[Finding]:
    if not form.fullmatch(name) or len(name) > profile.FILE_NAME_LENGTH:
        message = f"the file name '{name}' is none that EDGAR takes"
        yield Finding(EDGAR_FILE_NAME, message, LineRef(place), _ADVICE[EDGAR_FILE_NAME])
    if len(content) > SIZE_LIMIT:
        message = f"the document has {len(content):,} bytes, more than {SIZE_LIMIT:,}"
        yield Finding(EDGAR_SIZE, message, LineRef(place), _ADVICE[EDGAR_SIZE])


def _characters(content: bytes, place: str) -> Iterator[Finding]:
    text = content.decode("utf-8", errors="surrogateescape")
    for found in profile.REFUSED.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        message = f"the character U+{ord(found[0]):04X} stands in the file"
        yield Finding(EDGAR_CHARACTER, message, LineRef(place, line), _ADVICE[EDGAR_CHARACTER])


def _links(name: str, read: Mapping[str, _Reader]) -> Iterator[tuple[Rule, str, int]]:
    for address, line in read[name].links:
        file, _, fragment = address.partition("#")
        if profile.FILED_DOCUMENT.match(address):
            continue
        target = read.get(file or name)
        if target is None or (fragment and fragment not in target.ids):
            yield EDGAR_LINK, f"the link '{address}' leads to nothing in the filing", line


def _shown(read: _Reader, pictures: Mapping[str, bytes]) -> Iterator[tuple[Rule, str, int]]:
    for address, line in read.pictures:
        if address not in pictures:
            yield EDGAR_LINK, f"the picture '{address}' is not in the filing", line


def _exhibits(read: Mapping[str, _Reader], folder: str, form: str, exhibit: str) -> Iterator[Finding]:
    def lacking(message: str, name: str) -> Finding:
        return Finding(EDGAR_EXHIBITS, message, LineRef(f"{folder}/{name}"), _ADVICE[EDGAR_EXHIBITS])

    if form not in read:
        yield lacking("the form itself is missing", form)
        return
    listed = {address.partition("#")[0] for address, _ in read[form].links}
    if exhibit in read and exhibit not in listed:
        yield lacking("the form's list of exhibits does not link to Exhibit 1.01", form)
    for name in sorted(name for name in read.keys() - listed - {exhibit} if _EXHIBIT.match(name)):
        yield lacking(f"the form's list of exhibits does not link to {name}", form)


def _read(content: bytes) -> _Reader:
    """The document as XML, which also holds that every element is closed."""
    reader = _Reader()
    parser = reader.parser
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CommentHandler = reader.unknown
    parser.ProcessingInstructionHandler = reader.unknown
    parser.StartDoctypeDeclHandler = reader.unknown
    try:
        parser.Parse(content, True)
    except expat.ExpatError as problem:
        reader.note(EDGAR_ELEMENT, f"the file cannot be read: {expat.errors.messages[problem.code]}")
    return reader


class _Reader:
    """Notes ids, links, and elements that are not taken or stand at a wrong place."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate("utf-8")
        self.ids: Counter[str] = Counter()
        self.links: list[tuple[str, int]] = []
        self.pictures: list[tuple[str, int]] = []
        self.problems: list[tuple[Rule, str, int]] = []
        self._open: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag not in profile.ELEMENTS:
            self.note(EDGAR_ELEMENT, f"the element <{tag}> is not taken")
        self._look_at_place(tag)
        for name, value in attributes.items():
            self._look_at_attribute(tag, name, value)
        self._open.append(tag)

    def end(self, tag: str) -> None:
        self._open.pop()

    def unknown(self, *_: object) -> None:
        self.note(EDGAR_ELEMENT, "a comment, an instruction or a document type stands in the file")

    def note(self, rule: Rule, message: str) -> None:
        self.problems.append((rule, message, self.parser.CurrentLineNumber))

    def _look_at_place(self, tag: str) -> None:
        parent = self._open[-1] if self._open else ""
        if tag == "table" and "table" in self._open:
            self.note(EDGAR_ELEMENT, "a table stands inside a table")
        if tag == "a" and "a" in self._open:
            self.note(EDGAR_ELEMENT, "a link stands inside a link")
        if tag in profile.PARTS:
            is_misplaced = parent not in profile.PARTS[tag]
        else:
            is_misplaced = tag not in profile.INLINE and parent in profile.INLINE_ONLY
        if is_misplaced:
            self.note(EDGAR_ELEMENT, f"<{tag}> stands inside <{parent}>")

    def _look_at_attribute(self, tag: str, name: str, value: str) -> None:
        if name not in profile.attributes_of(tag):
            self.note(EDGAR_ELEMENT, f"the attribute '{name}' of <{tag}> is not taken")
        if name == "href":
            self.links.append((value, self.parser.CurrentLineNumber))
        if name == "src":
            self.pictures.append((value, self.parser.CurrentLineNumber))
        if name == "style" and _STYLE_ADDRESS.search(value):
            self.note(EDGAR_ELEMENT, "a style loads something")
        if name == "id":
            self.ids[value] += 1
            if self.ids[value] > 1 or not profile.ID.fullmatch(value):
                self.note(EDGAR_ID, f"the id '{value}' is used twice or has a wrong form")
