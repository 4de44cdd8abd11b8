"""A withheld name in a filed exhibit is told when the exhibit is set beside the data, and never printed."""

from __future__ import annotations

import base64
import binascii
import gzip
import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.documents.output import Output
from generator.pipeline import export_files, load
from tests.support.withheld import SUPPLIERS, add_suppliers

NAMED = SUPPLIERS[2]


@pytest.fixture(scope="module")
def data(repo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of the example, whose workbook names seven suppliers."""
    folder = shutil.copytree(repo / "data", tmp_path_factory.mktemp("project") / "data")
    add_suppliers(folder / "2021" / "smelters.xlsx")
    return folder


@pytest.fixture(scope="module")
def exhibit(data: Path) -> str:
    """Its Conflict Minerals Report as it would be filed."""
    assets, _ = export_files(load(data, 2021), Output(kinds=("edgar",)))
    return next(one.content.decode() for one in assets if one.name == "ex1-01.htm")


def verify(data: Path, *paths: Path) -> Result:
    options = [part for path in paths for part in ("--against", str(path))]
    return CliRunner().invoke(main, ["verify", "2021", "--data", str(data), *options])


def test_a_sound_exhibit_names_nobody(data: Path, exhibit: str, tmp_path: Path) -> None:
    path = tmp_path / "ex1-01.htm"
    path.write_text(exhibit, encoding="utf-8")
    result = verify(data, path)
    assert "PV-" not in result.output
    assert result.exit_code == 0


ADDED = {
    "paragraph": f"<p>We thank {NAMED.name} for its answer.</p>",
    "letter for letter as a reference": f"<p>{''.join(f'&#{ord(sign)};' for sign in NAMED.name)}</p>",
    "cut by markup": f"<p>{NAMED.name[:5]}<b>{NAMED.name[5:9]}</b>{NAMED.name[9:]}</p>",
    "comment of the markup": f"<!-- by {NAMED.name} -->",
    "text that is not shown": f'<p style="display:none">{NAMED.name}</p>',
    "attribute": f'<p title="{NAMED.name}">Thanks</p>',
    "contact": f"<p>Ask {NAMED.contact}.</p>",
    "e-mail address": f'<a href="mailto:{NAMED.email}">here</a>',
    "comment": f"<p>{NAMED.comment}.</p>",
    "page as a data address": '<img src="data:text/html;base64,'
    + base64.b64encode(f"<p>{NAMED.name}</p>".encode()).decode()
    + '">',
}


@pytest.mark.parametrize("added", ADDED)
def test_a_name_added_to_a_filed_exhibit_is_told_and_not_printed(
    data: Path, exhibit: str, tmp_path: Path, added: str
) -> None:
    path = tmp_path / "ex1-01.htm"
    path.write_text(exhibit.replace("</body>", f"\n{ADDED[added]}\n</body>", 1), encoding="utf-8")
    result = verify(data, path)
    told = [line for line in result.output.splitlines() if "PV-006" in line]
    assert told
    assert all("which comes from data/2021/smelters.xlsx" in one and "ex1-01.htm" in one for one in told)
    assert "crocodile" not in result.output.lower()
    assert result.exit_code == 1


def test_the_line_is_named(data: Path, exhibit: str, tmp_path: Path) -> None:
    path = tmp_path / "ex1-01.htm"
    text = exhibit.replace("</body>", f"\n<p>{NAMED.name}</p>\n</body>", 1)
    path.write_text(text, encoding="utf-8")
    line = next(number for number, one in enumerate(text.splitlines(), 1) if NAMED.name in one)
    assert f"(ex1-01.htm:{line})" in verify(data, path).output


def test_all_documents_and_other_encodings_are_searched(data: Path, exhibit: str, tmp_path: Path) -> None:
    sound, named = tmp_path / "a.htm", tmp_path / "b.txt"
    sound.write_text(exhibit, encoding="utf-8")
    named.write_bytes(f"Exhibit 1.01\n\nWe thank {NAMED.name}.\n".encode("utf-16"))
    result = verify(data, sound, named)
    assert "(b.txt:3)" in result.output
    assert result.exit_code == 1


def uuencoded(content: bytes) -> str:
    parts = [content[at : at + 45] for at in range(0, len(content), 45)]
    return "".join(binascii.b2a_uu(part).decode() for part in parts)


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_file_in_coded_bytes_of_a_submission_is_searched_too(
    data: Path, exhibit: str, tmp_path: Path, ends: str
) -> None:
    packed = gzip.compress(f"Thanks to {NAMED.name} and others.".encode())
    coded = f"begin 644 note.gz\n{uuencoded(packed)}`\nend\n"
    documents = (("EX-1.01", exhibit), ("GRAPHIC", coded))
    text = "".join(
        f"<DOCUMENT>\n<TYPE>{kind}\n<TEXT>\n{body}\n</TEXT>\n</DOCUMENT>\n" for kind, body in documents
    )
    path = tmp_path / "submission.txt"
    path.write_bytes(text.replace("\n", ends).encode())
    result = verify(data, path)
    assert "PV-006" in result.output
    assert "crocodile" not in result.output.lower()


def test_a_document_that_is_about_nothing_is_searched_too(data: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.htm"
    path.write_text(f"<p>Thanks to {NAMED.name}.</p>", encoding="utf-8")
    result = verify(data, path)
    assert "PV-006" in result.output
    assert "VE-" in result.output
    assert "crocodile" not in result.output.lower()


def test_a_name_of_a_file_is_not_printed(data: Path, exhibit: str, tmp_path: Path) -> None:
    path = tmp_path / "Crocodile Components.htm"
    path.write_text(exhibit, encoding="utf-8")
    result = verify(data, path)
    assert "PV-006" in result.output
    assert "crocodile" not in result.output.lower()


def test_what_the_settings_release_may_stand_there(data: Path, exhibit: str, tmp_path: Path) -> None:
    path = tmp_path / "ex1-01.htm"
    path.write_text(exhibit.replace("</body>", f"<p>{NAMED.name}</p></body>", 1), encoding="utf-8")
    settings = data.parent / "mkdocs.yml"
    released = json.dumps([NAMED.name])
    settings.write_text(f"plugins: [{{disclosure: {{may_be_published: {released}}}}}]\n", encoding="utf-8")
    try:
        result = verify(data, path)
    finally:
        settings.unlink()
    assert "PV-006" not in result.output
