"""Sets one document with Typst. Imports nothing of ours: it runs alone too.

``python setting.py FOLDER FONTS DAY`` sets in a process of its own, whose memory is free again at its end.
"""

from __future__ import annotations

import datetime as dt
import sys
from functools import lru_cache
from pathlib import Path

import typst

SOURCE, RESULT = "document.typ", "document.pdf"
OWN_FONTS = "fonts"
"""The folder beside a document with typefaces of the company, where it has any."""
REFUSED = 3
"""Exit code where Typst refuses the document; its words are on the standard error."""

_STANDARDS: list[typst.PDFStandard] = ["ua-1", "a-2a"]


def compiled(folder: Path, fonts: Path, day: dt.date) -> bytes:
    """The PDF of ``document.typ`` in a folder, which may read all files there. Raises TypstError."""
    return typst.compile(
        folder / SOURCE,
        root=folder,
        font_paths=fonts_for(folder, fonts),
        pdf_standards=_STANDARDS,
        timestamp=dt.datetime.combine(day, dt.time(), dt.UTC),
    )


def fonts_for(folder: Path, fonts: Path) -> typst.Fonts:
    """Typst's own fonts, ours, and those beside the document; never those of the machine.

    So every machine gives the same bytes.
    """
    if (beside := folder / OWN_FONTS).is_dir():
        return typst.Fonts(include_system_fonts=False, font_paths=[fonts, beside])
    return own_fonts(fonts)


@lru_cache(maxsize=1)
def own_fonts(folder: Path) -> typst.Fonts:
    """Typst's own fonts and ours, which are read once."""
    return typst.Fonts(include_system_fonts=False, font_paths=[folder])


def main(folder: str, fonts: str, day: str) -> None:
    """Leaves the PDF beside its source."""
    try:
        content = compiled(Path(folder), Path(fonts), dt.date.fromisoformat(day))
    except typst.TypstError as problem:
        sys.stderr.write(problem.message)
        sys.exit(REFUSED)
    Path(folder, RESULT).write_bytes(content)


if __name__ == "__main__":
    main(*sys.argv[1:])
