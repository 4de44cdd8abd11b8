"""The words of a PDF as a reading program takes them, without running heads and page numbers."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from ..errors import InputError
from ..findings import PUBLISHED_UNREADABLE, Finding
from ..model import Asset, LineRef, Passage, PublishedFile

_SHOWS_TEXT = {b"Tj", b"TJ", b"'", b'"'}


def read_pdf(asset: Asset) -> PublishedFile:
    """The lines of all pages. Raises InputError where the file is no PDF or is damaged.

    What the file marks as an artifact is left out: heads, numbers, repeated headings of tables.
    """
    from pypdf import PdfReader  # slow to import, and needed here only
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(asset.content))
        lines = tuple(
            Passage(line.strip(), LineRef(f"{asset.uri}, page {number}"))
            for number, page in enumerate(reader.pages, start=1)
            for line in _text(page, reader).split("\n")
            if line.strip()
        )
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError) as problem:
        message = f"the PDF cannot be read: {problem}"
        raise InputError(
            [Finding(PUBLISHED_UNREADABLE, message, LineRef(asset.uri), "Build the site anew.")]
        ) from problem
    return PublishedFile(asset.uri, None, lines)


def _text(page: Any, reader: Any) -> str:
    from pypdf.generic import ContentStream, NameObject

    content = ContentStream(page.get_contents(), reader, "bytes")
    content.operations = list(_without_artifacts(content.operations))
    page[NameObject("/Contents")] = content
    return str(page.extract_text())


def _without_artifacts(operations: Any) -> Iterator[tuple[Any, bytes]]:
    """The operations that show text, but for those between the marks of an artifact."""
    marks: list[bool] = []
    for operands, operator in operations:
        if operator in (b"BMC", b"BDC"):
            marks.append(operands[0] == "/Artifact")
        elif operator == b"EMC" and marks:
            marks.pop()
        if not (any(marks) and operator in _SHOWS_TEXT):
            yield operands, operator
