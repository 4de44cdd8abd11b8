"""The files for counsel, committee and agent: made when the preview is asked for one, and searched first.

An application of the web server interface (WSGI) around that of MkDocs. Nothing of this is in a built site.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from ..documents.output import Output
from ..errors import DisclosureError, InputError
from ..findings import errors, printable
from ..model import Asset
from ..pipeline import Year, export_files, filing_sheets, load_year, word_files

Application = Callable[..., Iterable[bytes]]
Search = Callable[[Mapping[str, bytes], Year], Any]
"""Raises InputError where a file holds what must not get out."""
OFFERED = (
    ("redline.pdf", "What changed since the year before, as a redline (PDF)"),
    ("redline.html", "The redline as HTML"),
    ("word.docx", "The form and the report for counsel (Word)"),
    ("filing-sheet.html", "The filing sheet for the agent (HTML)"),
    ("filing-sheet.txt", "The filing sheet as text"),
)
"""Address below ``review/`` of a year, and what the review page calls the file."""
NAMES = tuple(name for name, _ in OFFERED)
_TYPES = {
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
_ASKED = re.compile(rf"(\d{{4}})/review/({'|'.join(map(re.escape, NAMES))})")


def with_files(application: Application, root: str, data_dir: Path, search: Search) -> Application:
    """``application``, with the files below ``root``, the address of the site on its server."""

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        asked = _ASKED.fullmatch(str(environ["PATH_INFO"]).removeprefix(root))
        if asked is None:
            return application(environ, start_response)
        try:
            content, kind = _made(data_dir, int(asked[1]), asked[2], search), asked[2].rpartition(".")[2]
            status = "200 OK"
        except DisclosureError as problem:
            lines = [printable(line) for line in str(problem).split("\n")]
            content, kind = "\n".join([*lines, "Nothing was made.", ""]).encode(), "txt"
            status = "409 Conflict"
        headers = [("Content-Type", _TYPES[kind]), ("Content-Length", str(len(content)))]
        start_response(status, headers)
        return [content]

    return answer


def _made(data_dir: Path, year: int, name: str, search: Search) -> bytes:
    """The file, from the data as it lies on the disk. Raises DisclosureError."""
    loaded = load_year(data_dir, year)
    if not isinstance(loaded, Year):
        raise InputError(errors(loaded.findings) or loaded.findings)
    asset = _asset(data_dir, loaded, name)
    search({asset.uri: asset.content}, loaded)
    return asset.content


def _asset(data_dir: Path, loaded: Year, name: str) -> Asset:
    stem, _, kind = name.rpartition(".")
    if stem == "redline":
        from ..redline.redline import Against, redline_files  # only where somebody asks for one

        (made,), _ = redline_files(data_dir, loaded.year, Against(), (kind,))
        return made
    if stem == "word":
        found = word_files(loaded)
    else:
        files, _ = export_files([loaded], Output(kinds=("edgar",)))
        sheets, _ = filing_sheets([loaded], files)
        found = [one for one in sheets if one.uri.endswith(f"/{name}")]
    if not found:
        raise DisclosureError(f"The year {loaded.year} has no form, so that there is no such file.")
    return found[0]
