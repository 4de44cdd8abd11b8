"""A preview that keeps pages shows what one that has just begun would show, whatever was saved."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import FileSystemLoader

from generator.documents.output import Output
from generator.model.addresses import Addresses
from generator.pipeline import load, render
from generator.pipeline.kept_pages import KeptPages
from generator.pipeline.same import OfSame
from generator.prose import environment
from generator.prose.environment import TEMPLATES, page_environment
from generator.review.shown_site import Loader, ShownSite
from tests.support.builders import YML, write_year

YEARS = (2021, 2022, 2023)


def write_years(data: Path) -> None:
    for year in YEARS:
        later = year - 2021
        yml = re.sub(r"202[12]", lambda found, later=later: str(int(found[0]) + later), YML)  # type: ignore[misc]  # lambda's default
        write_year(data, year=year, yml=yml)


def add_words(path: Path) -> None:
    path.write_text(path.read_text(encoding="utf-8") + "\nWe asked once more.\n", encoding="utf-8")


def section(data: Path, year: int) -> Path:
    return min((data / str(year) / "report").glob("*.md"))


def change_list(data: Path, year: int) -> None:
    other = YEARS[0] if year != YEARS[0] else YEARS[1]
    write_year(data / "beside", year=other, rows=[("Gold", "CID000009", "Renamed Works", "JAPAN", "Open")])
    shutil.copy(data / "beside" / str(other) / "smelters.xlsx", data / str(year) / "smelters.xlsx")
    shutil.rmtree(data / "beside")


CHANGES: dict[str, Callable[[Path], object]] = {
    "nothing": lambda data: None,
    "newest section": lambda data: add_words(section(data, 2023)),
    "oldest section": lambda data: add_words(section(data, 2021)),
    "list of the year between": lambda data: change_list(data, 2022),
    "name of the company": lambda data: (data / "2023" / "disclosure.yml").write_text(
        (data / "2023" / "disclosure.yml")
        .read_text(encoding="utf-8")
        .replace("short_name: Invented Devices", "short_name: Renamed Devices"),
        encoding="utf-8",
    ),
    "a year goes": lambda data: shutil.rmtree(data / "2022"),
    "brand": lambda data: (data.parent / "brand.yml").write_text(
        'colors: {main: "#00702d"}\n', encoding="utf-8"
    ),
}


def shown(site: ShownSite) -> dict[str, object]:
    """All that a reader of the preview can see of it."""
    return {
        "contents": dict(site.contents()),
        "sources": {uri: (one.sources, dict(one.rows)) for uri, one in site.previews.items()},
        "inserts": {page.uri: dict(page.inserts) for page in site.pages},
        "facts": site.facts,
        "records": site.site.search_records,
        "findings": site.findings,
    }


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_kept_is_what_would_be_made(tmp_path: Path, change: str) -> None:
    settings, data, output = tmp_path / "mkdocs.yml", tmp_path / "data", Output(kinds=(), is_preview=True)
    write_years(data)
    kept = Loader()
    before = shown(kept.load(settings, data, output))
    CHANGES[change](data)
    after = shown(kept.load(settings, data, output))
    assert after == shown(Loader().load(settings, data, output))
    assert (after == before) == (change == "nothing")


def test_pages_of_a_year_that_was_not_read_again_are_not_made_again(tmp_path: Path) -> None:
    write_years(tmp_path)
    years, kept, output = load(tmp_path), KeptPages(), Output(kinds=(), is_preview=True)
    first = {page.uri: page for page in render(years, output, kept).pages}
    add_words(section(tmp_path, 2023))
    again = (*load(tmp_path, 2023), *years[1:])
    second = {page.uri: page for page in render(again, output, kept).pages}
    assert second["2022/report.md"] is first["2022/report.md"]
    assert second["2023/report.md"] is not first["2023/report.md"]


def test_another_output_begins_anew(tmp_path: Path) -> None:
    write_years(tmp_path)
    years, kept = load(tmp_path), KeptPages()
    render(years, Output(kinds=(), is_preview=True), kept)
    other = Output(kinds=(), is_preview=True, addresses=Addresses(has_folders=False))
    assert render(years, other, kept) == render(years, other)


@pytest.fixture
def own_templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, ...]:
    """Copies of the folders with templates, of which pages are made."""
    folders = tuple(Path(shutil.copytree(one, tmp_path / one.parent.name)) for one in TEMPLATES)
    monkeypatch.setattr(environment, "TEMPLATES", folders)
    monkeypatch.setattr(page_environment(), "loader", FileSystemLoader(folders))
    return folders


@pytest.mark.parametrize("name", ["annex", "review"])
def test_a_template_that_was_saved_shows_in_all_years(
    tmp_path: Path, own_templates: tuple[Path, ...], name: str
) -> None:
    settings, data, output = tmp_path / "mkdocs.yml", tmp_path / "data", Output(kinds=(), is_preview=True)
    write_years(data)
    kept = Loader()
    kept.load(settings, data, output)
    [template] = [found for one in own_templates for found in one.glob(f"pages/{name}.md.j2")]
    add_words(template)
    pages = [page for page in kept.load(settings, data, output).pages if page.uri.endswith(f"/{name}.md")]
    assert ["We asked once more." in page.marked for page in pages] == [True] * len(YEARS)


def test_only_the_very_same_objects_count() -> None:
    kept: OfSame[int] = OfSame()
    first, equal = [1], [1]
    assert kept.get("a", (first,), lambda: 1) == 1
    assert kept.get("a", (first,), lambda: 2) == 1
    assert kept.get("a", (equal,), lambda: 3) == 3
    assert kept.get("a", (equal, first), lambda: 4) == 4
    assert kept.get("b", (equal, first), lambda: 5) == 5


def test_nothing_is_kept_of_what_failed() -> None:
    kept: OfSame[int] = OfSame()
    of = (object(),)
    with pytest.raises(ZeroDivisionError):
        kept.get("a", of, lambda: 1 // 0)
    assert kept.get("a", of, lambda: 2) == 2
