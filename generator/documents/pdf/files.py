"""The PDF files of a year: made, packed, and looked at before they are offered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor

from ...files.picture_notes import without_notes
from ...findings import Finding
from ...findings.catalogue import PDF_LETTER, PDF_NOT_MADE, PDF_PICTURE_DAMAGED, PDF_RULE
from ...model import Asset, Disclosure, LineRef, OwnFile, Place
from ...model.brand import Brand
from ...prose.element import Element
from ..picture import Picture
from . import names
from .document import Document, Source, exhibit_copy, form_copy, web_copy
from .gate import broken_rules
from .packing import packed
from .places import places_of_letter
from .scripts import unset_script
from .typesetting import TypesettingError, is_picture, missing_letters, typeset

_LETTERS_ADVICE = (
    "Write it in Latin letters, or in those of a script that the PDF can set,"
    " or put 'pdf: false' into mkdocs.yml to build without PDF files."
)

LONG = 1_000
"""Rows beyond which a list is long."""


def pdf_files(
    disclosure: Disclosure,
    form: Element | None,
    exhibit: Element | None,
    pictures: Sequence[Picture] = (),
    *,
    site_url: str | None = None,
    further: Mapping[str, Element] | None = None,
    brand: Brand | None = None,
) -> tuple[list[Asset], list[Finding]]:
    """The website copy and the courtesy copies for EDGAR, or why they cannot be made.

    ``form`` and ``exhibit`` are the trees of the pages. ``form`` None: the filing is restated without it,
    and has a website copy of the report alone; ``exhibit`` None: no report is filed with the form.
    ``site_url`` is the website's address with a slash at its end, to which links lead whose targets are not
    in the file. ``further`` are further exhibits by the last part of their page's address, which the website
    copy has behind the others. ``brand`` None: as the program's own documents look. No file is given where
    one of them has an error.
    """
    source = Source(disclosure, form, exhibit, pictures, site_url, further or {}, brand or Brand())
    documents: dict[str, Document] = {}
    try:
        made = _made(source, documents)
    except TypesettingError as problem:
        return [], list(_why(disclosure, documents, str(problem)))
    except OSError as problem:
        return [], [_no_room(disclosure, problem)]
    broken = [finding for name, (_, rules) in made.items() for finding in _broken(disclosure, name, rules)]
    if broken:
        return [], broken
    listed = [name for name in names.every(disclosure) if name in made]
    return [names.asset(disclosure, name, made[name][0]) for name in listed], []


def _made(source: Source, documents: dict[str, Document]) -> dict[str, tuple[bytes, list[str]]]:
    """Each file with the rules that it breaks; fills ``documents``. One is set while the next is prepared.

    With a long list memory, not time, is short: one thing is done at a time, and all documents are set before
    the first is checked, because the checker keeps memory that is not given back.
    """
    is_long = len(source.disclosure.all_rows) > LONG
    with ThreadPoolExecutor(max_workers=1 if is_long else 2) as pool:
        contents: dict[str, Future[bytes]] = {}
        for name, document in _documents(source):
            documents[name] = document
            contents[name] = pool.submit(_set, document, source, is_long=is_long)
        files = {
            name: pool.submit(_finished, documents[name], content.result())
            for name, content in contents.items()
        }
        return {name: file.result() for name, file in files.items()}


def _documents(source: Source) -> Iterator[tuple[str, Document]]:
    """The documents by file name, those that take longest first."""
    disclosure = source.disclosure
    if source.form is None:
        yield names.report(disclosure), web_copy(source)
        return
    yield names.web(disclosure), web_copy(source)
    if source.exhibit is not None:
        yield names.exhibit(disclosure), exhibit_copy(source, source.exhibit)
    yield names.form(disclosure), form_copy(source, source.form)


def _set(document: Document, source: Source, *, is_long: bool) -> bytes:
    files = {path: without_notes(file.content) for path, file in document.files.items()}
    day, fonts = source.disclosure.as_of, source.brand.font_files
    return typeset(document.data, files, day, is_long=is_long, fonts=fonts)


def _finished(document: Document, content: bytes) -> tuple[bytes, list[str]]:
    file = packed(content, document.tags, keeps_links=document.keeps_links)
    return file, broken_rules(file)


def _broken(disclosure: Disclosure, name: str, rules: Iterable[str]) -> Iterator[Finding]:
    for rule in rules:
        where = LineRef(f"{disclosure.year}/documents/{name}")
        yield Finding(
            PDF_RULE, f"the PDF breaks a rule: {rule}", where, "Please report this; it is not your mistake."
        )


def _no_room(disclosure: Disclosure, problem: OSError) -> Finding:
    message = f"the PDF cannot be made: files for the time being cannot be written: {problem.strerror}"
    advice = "Free space on the disk, and check who may write into the folder for temporary files."
    return Finding(PDF_NOT_MADE, message, LineRef(disclosure.file), advice)


def _why(disclosure: Disclosure, documents: Mapping[str, Document], problem: str) -> Iterator[Finding]:
    """Why a document cannot be set: letters, else pictures, else what Typst says."""
    text = "".join(sorted({text for document in documents.values() for text in _texts(document.data)}))
    letters = [*_letters(disclosure, missing_letters(text))]
    files = {path: file for document in documents.values() for path, file in document.files.items()}
    pictures = [
        _unreadable(disclosure, file) for path, file in files.items() if not is_picture(path, file.content)
    ]
    yield from (
        letters
        or pictures
        or [
            Finding(
                PDF_NOT_MADE,
                f"the PDF cannot be made: {problem}",
                LineRef(disclosure.file),
                "Please report this.",
            )
        ]
    )


def _texts(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping):
        for value in data.values():
            yield from _texts(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from _texts(value)


def _letters(disclosure: Disclosure, letters: Sequence[str]) -> Iterator[Finding]:
    """A finding for each text with letters that cannot be set, or one without place where none is found."""
    found: dict[tuple[str, Place], list[str]] = {}
    for letter in letters:
        places = list(places_of_letter(disclosure, letter)) or [("the document", LineRef(disclosure.file))]
        for place in places:
            script = unset_script(letter)
            found.setdefault(place, []).append(
                f"{script} letters" if script else f"'{letter}' (U+{ord(letter):04X})"
            )
    for (text, where), missing in found.items():
        message = f"no font of the PDF has {', '.join(dict.fromkeys(missing))} in '{_shortened(text)}'"
        yield Finding(PDF_LETTER, message, where, _LETTERS_ADVICE)


def _shortened(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:79]}…"


def _unreadable(disclosure: Disclosure, file: OwnFile) -> Finding:
    folder = "pictures" if file in disclosure.pictures else "documents"
    where = LineRef(f"{disclosure.year}/{folder}/{file.name}")
    message = f"the picture '{file.name}' cannot be read"
    return Finding(PDF_PICTURE_DAMAGED, message, where, "Save it anew as PNG, JPEG or SVG.")
