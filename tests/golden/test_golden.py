"""Whole pages and the CSV of small invented filers, word for word: ``tests/golden/<case>/{input,expected}``.

``pytest tests/golden --write-golden`` writes what is expected anew; read the difference before you
commit it. Left out are checksums and sizes of files, which hang on the library that packs a workbook, and
pictures, which nobody reads as text: they have tests of their own.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.findings import errors
from generator.pipeline import load, render
from tests.support.golden import CASES, GOLDEN, with_workbooks

_PICTURE = re.compile(r"<svg\b[^>]*>(?:(?!</?svg\b).)*</svg>", re.DOTALL)
_MACHINE_MADE = (
    (re.compile(r"\b[0-9a-f]{64}\b"), "(checksum)"),
    (re.compile(r"\b\d+(?:\.\d+)? (?:Bytes|kB|MB)\b"), "(size)"),
)


def made(data_dir: Path) -> dict[str, str]:
    """Every page, complete, and every CSV that the data give: address to text.

    The front page is left out: it is the overview of the newest year with other links.
    """
    years = load(data_dir)
    assert [str(finding) for year in years for finding in errors(year.findings)] == []
    site = render(years)
    pages = {page.uri: page.complete for page in site.pages if page.uri != "index.md"}
    tables = {asset.uri: as_text(asset.content) for asset in site.assets if asset.uri.endswith(".csv")}
    return {uri: without_machine_made(text) for uri, text in (pages | tables).items()}


def as_text(content: bytes) -> str:
    """Without byte order mark and with the line ends of this repository."""
    return content.decode("utf-8-sig").replace("\r\n", "\n")


def without_machine_made(text: str) -> str:
    """The text without pictures, checksums and sizes of files; a picture may stand inside another."""
    while _PICTURE.search(text):
        text = _PICTURE.sub("(picture)", text)
    for pattern, words in _MACHINE_MADE:
        text = pattern.sub(words, text)
    return text


def read(folder: Path) -> dict[str, str]:
    """The files of a folder as texts, by path."""
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): as_text(path.read_bytes()) for path in paths}


def write(folder: Path, files: Mapping[str, str]) -> None:
    """``files`` as the whole content of the folder; refused where CI is set, since nobody looks there."""
    if os.environ.get("CI"):
        pytest.fail("--write-golden is for people: it is refused where the variable CI is set")
    shutil.rmtree(folder, ignore_errors=True)
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


@pytest.mark.parametrize("case", CASES)
def test_pages_and_tables_are_as_expected(case: str, tmp_path: Path, pytestconfig: pytest.Config) -> None:
    expected = GOLDEN / case / "expected"
    found = made(with_workbooks(GOLDEN / case / "input", tmp_path / "data"))
    if pytestconfig.getoption("--write-golden"):
        write(expected, found)
    wanted = read(expected)
    assert sorted(found) == sorted(wanted)
    for name in sorted(found):
        assert found[name] == wanted[name], f"{case}/{name}: look at it, then run with --write-golden"


def test_nothing_is_written_in_ci(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    (tmp_path / "page.md").write_text("Old", encoding="utf-8")
    with pytest.raises(pytest.fail.Exception, match="refused where the variable CI is set"):
        write(tmp_path, {"page.md": "New"})
    assert read(tmp_path) == {"page.md": "Old"}


def test_what_is_written_takes_the_place_of_the_whole_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CI", raising=False)
    (tmp_path / "old.md").write_text("Old", encoding="utf-8")
    write(tmp_path, {"2021/new.csv": "a\n"})
    assert read(tmp_path) == {"2021/new.csv": "a\n"}
