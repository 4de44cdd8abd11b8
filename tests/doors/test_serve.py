"""``mkdocs serve`` while people work: a change shows, a half-saved file does no harm."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest

from tests.support.preview import Preview, without_bar

pytestmark = pytest.mark.site


@pytest.fixture(scope="module")
def preview(repo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """The preview of a copy of the project, the program and its templates included."""
    folder = tmp_path_factory.mktemp("preview")
    for name in ("data", "docs", "generator", "site_overrides"):
        shutil.copytree(repo / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(repo / "mkdocs.yml", folder)
    running = Preview(folder)
    try:
        running.wait_for("Serving on")
        yield running
    finally:
        running.end()


Change = Callable[[bytes], bytes]


def with_invented_name(content: bytes) -> bytes:
    """The workbook with another name in the first row below the headings."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    cells = (cell for row in book["Smelter List"].iter_rows(max_row=10) for cell in row)
    heading = next(cell for cell in cells if str(cell.value).startswith("Smelter Name"))
    heading.offset(row=1).value = "Invented Gold Works"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("file", "half", "says", "whole", "page", "shows"),
    [
        pytest.param(
            "data/2021/disclosure.yml",
            lambda content: content[: content.index(b"\nannex:")],
            "FI-001 error: there is a list, and the entry annex, which says how it is shown, is not given",
            lambda content: content.replace(b"Foster City", b"Invented City"),
            "2021/form-sd/",
            "Invented City",
            id="disclosure.yml",
        ),
        pytest.param(
            "data/2021/smelters.xlsx",
            lambda content: content[: len(content) // 2],
            "WB-001 error: the workbook is damaged or cut off (data/2021/smelters.xlsx).",
            with_invented_name,
            "2021/annex/",
            "Invented Gold Works",
            id="workbook",
        ),
        pytest.param(
            "data/2021/report/08-future-steps.md",
            lambda content: content + b"\n{{ facilities.tot",
            "SE-010 error: '{{ facilities.tot' has no end",
            lambda content: content + b"\nAn invented step.\n",
            "2021/report/",
            "An invented step.",
            id="section",
        ),
        pytest.param(
            "generator/pages/templates/pages/annex.md.j2",
            lambda content: content + b"\n{% if",
            "The template pages/annex.md.j2:",
            lambda content: content + b"\nAn invented remark.\n",
            "2021/annex/",
            "An invented remark.",
            id="template",
        ),
        pytest.param(
            "site_overrides/main.html",
            lambda content: content + b"\n{% if",
            "The template main.html:",
            lambda content: content + b'\n{% block libs %}<meta name="invented">{{ super() }}{% endblock %}',
            "2021/",
            '<meta name="invented">',
            id="override",
        ),
    ],
)
def test_a_half_saved_file_is_named_the_last_good_page_stays_and_the_saved_file_shows(
    preview: Preview, file: str, half: Change, says: str, whole: Change, page: str, shows: str
) -> None:
    path = preview.folder / file
    content = path.read_bytes()
    before = preview.page(page)
    assert shows not in before

    path.write_bytes(half(content))
    preview.wait_for(says)
    broken = preview.page(page)
    assert 'role="alert"' in broken
    assert without_bar(broken) == before
    assert "The preview shows the last good state." in "\n".join(preview.lines)

    path.write_bytes(whole(content))
    preview.wait_until_shown(page, shows)
    assert "fsd-trouble" not in preview.page(page)
    assert [line for line in preview.lines if "Traceback" in line] == []


def test_a_mistake_made_again_is_named_again(preview: Preview) -> None:
    workbook = preview.folder / "data" / "2021" / "smelters.xlsx"
    about = preview.folder / "docs" / "about.md"
    list_as_saved, text = workbook.read_bytes(), about.read_text(encoding="utf-8")
    for remark in ("An invented remark.", "Another invented remark."):
        preview.lines.clear()
        workbook.unlink()
        preview.wait_for("FI-001 error: there is no smelter list (data/2021).")
        workbook.write_bytes(list_as_saved)
        about.write_text(f"{text}\n{remark}\n", encoding="utf-8")
        preview.wait_until_shown("about/", remark)


def test_the_preview_has_the_files_for_edgar_and_no_pdf(preview: Preview) -> None:
    shown = preview.page("2021/documents/")
    assert "edgar/ex1-01.htm" in shown
    assert ".pdf" not in shown
