"""A year as a Word file that counsel sends back: each test module says with which ``section``."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.counsel.compare import compare
from generator.counsel.edits import Compared
from tests.support.builders import write_year
from tests.support.counsel import Change, Returned, word_file
from tests.support.word_edits import WordFile


@pytest.fixture(scope="module")
def data(section: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a year whose report has the ``section`` of the test module."""
    folder = write_year(tmp_path_factory.mktemp("counsel") / "data")
    (folder / "report" / "05-words.md").write_text(section, encoding="utf-8")
    return folder.parent


@pytest.fixture(scope="module")
def content(data: Path) -> bytes:
    """The Word file as it is given to counsel."""
    return word_file(data)


@pytest.fixture
def returned(data: Path, content: bytes, tmp_path: Path) -> Returned:
    """The comparison after a change of the file."""

    def run(change: Change) -> Compared:
        file = WordFile(content)
        change(file)
        path = tmp_path / "counsel.docx"
        path.write_bytes(file.content)
        return compare(data, 2021, path)

    return run
