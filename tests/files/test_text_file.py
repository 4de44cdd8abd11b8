from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import InputError
from generator.files.text_file import read_bytes, read_text


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["unix", "windows", "old mac"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["without mark", "with mark"])
def test_text_is_the_same_whatever_program_saved_it(tmp_path: Path, line_end: str, mark: bytes) -> None:
    path = tmp_path / "note.md"
    path.write_bytes(mark + line_end.join(["Invented", "Töxt", ""]).encode())
    assert read_text(path, "note.md") == "Invented\nTöxt\n"


def test_another_encoding_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_bytes("Invented\nTöxt\n".encode("cp1252"))
    with pytest.raises(InputError) as stopped:
        read_text(path, "data/note.md")
    assert str(stopped.value) == (
        "FI-002 error: byte 0xf6 is not UTF-8 text (data/note.md:2). Save the file with the encoding UTF-8."
    )


def test_a_folder_in_the_place_of_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "note.md").mkdir()
    with pytest.raises(InputError) as stopped:
        read_bytes(tmp_path / "note.md", "data/note.md")
    assert str(stopped.value).startswith("FI-002 error: note.md cannot be opened: ")
    assert str(stopped.value).endswith(
        ("A folder has this name: move it away.", "who may read and write there.")
    )


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_utf_16_is_named(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "note.md"
    path.write_bytes("\ufeff".encode(encoding) * (encoding != "utf-16") + "Invented\n".encode(encoding))
    with pytest.raises(InputError, match="the file is UTF-16 text, which some programs call Unicode"):
        read_text(path, "data/note.md")


@pytest.mark.parametrize("sign", ["“", "’", "–"])
def test_a_curly_sign_of_an_older_encoding_is_shown(tmp_path: Path, sign: str) -> None:
    path = tmp_path / "note.md"
    path.write_bytes(f"Invented\n{sign}Text".encode("cp1252"))
    with pytest.raises(InputError) as stopped:
        read_text(path, "data/note.md")
    assert f"in the older encoding Windows-1252 it is {sign} (data/note.md:2). Save the file" in str(
        stopped.value
    )
