"""The files for counsel, committee and agent: made when asked for, and searched first."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import docx
import pytest

from generator.confidential.search_of_years import NOTHING_ALLOWED
from generator.confidential.site_search import search_for
from generator.review.for_others import NAMES, with_files
from tests.support.builders import YML, write_year
from tests.support.withheld import SUPPLIERS, add_suppliers


def site(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    start_response("200 OK", [("Content-Type", "text/html")])
    return [f"page {environ['PATH_INFO']}".encode()]


def ask(data: Path, path: str) -> tuple[str, str, bytes]:
    """Status, type and content of an answer."""
    begun: list[tuple[str, dict[str, str]]] = []
    application = with_files(site, "/ir/", data, search_for(data, NOTHING_ALLOWED))
    parts = application({"PATH_INFO": path}, lambda status, headers: begun.append((status, dict(headers))))
    status, headers = begun[0]
    return status, headers["Content-Type"], b"".join(parts)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("others") / "data"
    write_year(data)
    write_year(data, year=2020, yml=YML.replace("2021", "2020").replace("2022", "2021"))
    return data


@pytest.mark.parametrize("name", NAMES)
def test_each_file_is_made_when_it_is_asked_for(data: Path, name: str) -> None:
    status, kind, content = ask(data, f"/ir/2021/review/{name}")
    assert status == "200 OK"
    begins = {"pdf": b"%PDF", "docx": b"PK", "html": b"<!doctype html>", "txt": b"Filing sheet"}
    assert content.startswith(begins[name.rpartition(".")[2]])
    if name.endswith(".docx"):
        assert docx.Document(io.BytesIO(content)).paragraphs
    assert kind.split(";")[0] != "text/html" or name.endswith(".html")


def test_all_other_addresses_are_the_sites(data: Path) -> None:
    for path in (
        "/ir/2021/review/",
        "/ir/2021/review/other.docx",
        "/2021/review/word.docx",
        "/ir/x/review/word.docx",
    ):
        assert ask(data, path) == ("200 OK", "text/html", f"page {path}".encode())


def test_what_cannot_be_made_is_told_in_words(data: Path) -> None:
    status, kind, content = ask(data, "/ir/2020/review/redline.html")
    assert (status, kind) == ("409 Conflict", "text/plain; charset=utf-8")
    assert content.decode().startswith("RL-001 error: there is no data for 2019")
    assert content.decode().endswith("Nothing was made.\n")


def test_what_is_withheld_is_not_handed_out(tmp_path: Path) -> None:
    folder = write_year(tmp_path / "data")
    (folder / "report" / "05-words.md").write_text(
        f"# Words\n\nThanks, {SUPPLIERS[0].name}.\n", encoding="utf-8"
    )
    add_suppliers(folder / "smelters.xlsx")
    status, _, content = ask(tmp_path / "data", "/ir/2021/review/word.docx")
    assert status == "409 Conflict"
    assert "Nothing was made." in content.decode()
