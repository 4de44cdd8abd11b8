"""Word files that came back from counsel, for the texts of the codes CM."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from generator.counsel.compare import compare
from generator.counsel.word_package import MAX_UNPACKED
from generator.errors import InputError
from generator.pipeline import Year, load_year, word_files
from tests.support.builders import write_year
from tests.support.word_edits import W, WordFile

Build = Callable[[Path], set[str]]


def _returned(edit: Callable[[bytes], bytes]) -> Build:
    """A year's Word file after an edit, compared with the year."""

    def build(data: Path) -> set[str]:
        write_year(data)
        loaded = load_year(data, 2021)
        assert isinstance(loaded, Year)
        (file,) = word_files(loaded)
        path = data.parent / f"{data.name}-counsel.docx"
        path.write_bytes(edit(file.content))
        try:
            return {finding.code for finding in compare(data, 2021, path).findings}
        except InputError as problem:
            return {finding.code for finding in problem.findings}

    return build


def _as_it_is(content: bytes) -> bytes:
    return content


def _with_state(content: bytes) -> bytes:
    """The file as one of another text."""
    file = WordFile(content)
    core = file.parts["docProps/core.xml"].decode()
    file.parts["docProps/core.xml"] = re.sub("formsd-state-[0-9a-f]+", "formsd-state-0", core).encode()
    return file.content


def _too_large(content: bytes) -> bytes:
    file = WordFile(content)
    file.parts["word/media/film.bin"] = bytes(MAX_UNPACKED)
    return file.content


def _without_text(content: bytes) -> bytes:
    file = WordFile(content)
    for paragraph in list(file.document.iter(f"{W}p")):
        paragraph.getparent().remove(paragraph)
    return file.content


RETURNED: dict[str, tuple[Build, Build]] = {
    "CM-001": (_returned(lambda content: b"%PDF-1.7"), _returned(_as_it_is)),
    "CM-002": (_returned(_too_large), _returned(_as_it_is)),
    "CM-003": (_returned(_with_state), _returned(_as_it_is)),
    "CM-004": (_returned(_without_text), _returned(_as_it_is)),
}
