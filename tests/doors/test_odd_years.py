"""Years as they come: with a gap, twelve of them, drafts, names that are hostile or change all at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from generator.documents.output import Output
from generator.own_site.chosen_years import chosen_years
from generator.pages.site_frame import year_menu
from generator.pipeline import Site, load, render
from tests.support.builders import ROWS, YML, write_year

HOSTILE = (
    "<script>alert(1)</script>", "../../etc/passwd", "🏭", "\u202eevil\u202c", "a|b *c* _d_ `e`", "{{ 7*7 }}",
    "x" * 200, "冶炼厂", "نحاس", "' onmouseover='x", "&amp;&lt;", "NUL", "#fsd", "[a](javascript:x)",
)  # fmt: skip


def site_of(data: Path, years: Iterable[tuple[int, Sequence[Sequence[str]]]], *, drafts: int = 0) -> Site:
    """The site of years with these rows; the newest ``drafts`` of them are drafts."""
    stated = sorted(years, reverse=True)
    for at, (year, rows) in enumerate(stated):
        yml = re.sub(r"202[12]", lambda found, year=year: str(int(found[0]) + year - 2021), YML)
        if at < drafts:
            yml = yml.replace("state: final", "state: draft")
        write_year(data, year=year, yml=yml, rows=rows)
    chosen = chosen_years(data, load(data), has_drafts=False)
    return render(chosen.years, Output(kinds=()))


def of_all(site: Site) -> list[str]:
    return [page.uri for page in site.pages if page.meta.year is None and page.uri != "index.md"]


def test_hostile_names_stay_words(tmp_path: Path) -> None:
    rows = [("Gold", "", name, "JAPAN", "Open") for name in HOSTILE]
    later = [("Tin", "", name, "JAPAN", "Conformant") for name in HOSTILE]
    site = site_of(tmp_path, [(2021, rows), (2022, later)])
    assert all(re.fullmatch(r"[a-z0-9-]+", one.key) for one in site.profiles)
    assert len({one.key for one in site.profiles}) == len(HOSTILE)
    texts = [page.complete for page in site.pages if page.uri in ("2022/changes.md", "smelters.md")]
    texts += [page.article for page in site.profiles]
    assert not [text for text in texts if "<script>alert" in text or "' onmouseover" in text]
    assert not [
        text
        for text in texts
        if re.search(r'href="(?!\.\./|[a-z0-9-]+/"|[a-z0-9-]+\.(?:csv|json)"|#)[^"]*"', text)
    ]


def test_names_that_all_changed_are_gone_and_added_and_two_pages_each(tmp_path: Path) -> None:
    rows = [("Gold", "", f"Works {letter} Alpha", "JAPAN", "Open") for letter in "ABC"]
    later = [("Gold", "", f"Hut {letter} Beta", "JAPAN", "Open") for letter in "ABC"]
    site = site_of(tmp_path, [(2021, rows), (2022, later)])
    (changes,) = [page.complete for page in site.pages if page.uri == "2022/changes.md"]
    assert changes.count('data-change="gone"') == changes.count('data-change="added"') == 3
    assert len(site.profiles) == 6


def test_a_year_that_is_missing_is_skipped(tmp_path: Path) -> None:
    site = site_of(tmp_path, [(2018, ROWS), (2021, ROWS[:1])])
    (changes,) = [page for page in site.pages if page.uri.endswith("changes.md")]
    assert changes.meta.title == "What changed from 2018 to 2021"


def test_twelve_years_keep_the_menu_a_line(tmp_path: Path) -> None:
    site = site_of(tmp_path, [(year, ROWS) for year in range(2014, 2026)])
    assert sum(page.uri.endswith("changes.md") for page in site.pages) == 11
    assert len(year_menu(site.years, site.pages)) <= 7
    assert [len(one.html.split('<th scope="row">')) - 1 for one in site.profiles] == [12, 12]


@pytest.mark.parametrize("drafts", [1, 2])
def test_drafts_have_no_part_in_the_years_once_one_is_final(tmp_path: Path, drafts: int) -> None:
    site = site_of(tmp_path, [(year, ROWS) for year in (2020, 2021, 2022, 2023)], drafts=drafts)
    assert max(site.years) == 2023 - drafts
    assert of_all(site) == ["years.md", "smelters.md", "smelters/shell.md"]


def test_one_year_has_no_page_of_several(tmp_path: Path) -> None:
    site = site_of(tmp_path, [(2021, ROWS)])
    assert (of_all(site), site.profiles) == ([], ())
    assert not [page.uri for page in site.pages if "fsd-smelters" in page.complete]
