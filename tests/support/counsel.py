"""What the tests of counsel's changes share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from generator.counsel.edits import Compared, Edit
from generator.pipeline import Year, load_year, word_files
from tests.support.word_edits import WordFile

Change = Callable[[WordFile], None]
Returned = Callable[[Change], Compared]


def word_file(data: Path, year: int = 2021) -> bytes:
    """The Word file of a year, as it is given to counsel."""
    loaded = load_year(data, year)
    assert isinstance(loaded, Year)
    (file,) = word_files(loaded)
    return file.content


def only(compared: Compared) -> Edit:
    """The one edit that was found."""
    (edit,) = compared.edits
    return edit
