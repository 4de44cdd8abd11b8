"""What the frame of the site takes from our pages."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace

import pytest

from generator.pages import site_frame
from generator.prose.environment import TEMPLATES
from tests.support.builders import page


def test_each_year_has_its_pages_in_the_menu_by_their_titles() -> None:
    pages = [page("overview"), page("form"), page("annex")]
    assert site_frame.year_menu([2021], pages) == [
        {"Home": "index.md"},
        {"2021": [{"Overview": "2021/overview.md"}, {"Form SD": "2021/form.md"}, {"Annex": "2021/annex.md"}]},
    ]


def test_a_preview_watches_the_data_and_every_folder_of_templates(tmp_path: Path) -> None:
    library = tmp_path / "site-packages" / "material"
    library.mkdir(parents=True)
    watched = site_frame.watched(tmp_path, tmp_path / "missing", library)
    assert watched == [str(tmp_path), *map(str, TEMPLATES)]


@pytest.mark.parametrize(
    ("uri", "in_build", "in_preview"),
    [
        ("assets/javascripts/lunr/min/lunr.de.min.js", True, True),
        ("assets/stylesheets/main.css.map", True, True),
        ("assets/javascripts/review.js", True, False),
        ("assets/javascripts/workers/search.1.min.js", True, True),
        ("assets/stylesheets/form.css", True, True),
        ("assets/stylesheets/site.css", False, False),
        ("assets/javascripts/annex.js", False, False),
    ],
)
def test_files_that_no_page_asks_for_are_unused(uri: str, in_build: bool, in_preview: bool) -> None:
    assert site_frame.is_unused(uri, is_preview=False) is in_build
    assert site_frame.is_unused(uri, is_preview=True) is in_preview


def test_an_address_that_is_its_own_text_says_so() -> None:
    own, other = '<a href="https://a.example/">https://a.example/</a>', '<a href="https://a.example/">A</a>'
    assert site_frame.with_named_addresses(own) == own.replace("<a ", '<a class="fsd-address" ')
    assert site_frame.with_named_addresses(other) == other


def test_a_lean_style_keeps_its_license() -> None:
    assert site_frame.lean("a.css", "/*! MIT */\n/* why */\na { b: c }\n") == "/*! MIT */a{b:c}"


def test_a_style_is_joined_of_its_parts_and_a_script_too(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text("a {}\n", encoding="utf-8")
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "b.js").write_text("b()\n", encoding="utf-8")
    style, script = '/* Why. */\n@import "a.css";\nc {}\n', '"use strict"\n// @import "parts/b.js";\nc()\n'
    assert site_frame.joined(
        SimpleNamespace(content_string=style, abs_src_path=str(tmp_path / "x.css")), {}
    ) == ("/* Why. */\na {}\nc {}\n")
    assert site_frame.joined(
        SimpleNamespace(content_string=script, abs_src_path=str(tmp_path / "x.js")), {}
    ) == ('"use strict"\nb()\nc()\n')


def test_parts_are_those_that_the_style_of_every_page_imports(repo: Path) -> None:
    text = (repo / "site_overrides/assets/stylesheets/site.css").read_text(encoding="utf-8")
    assert (
        tuple(f"assets/stylesheets/{name}" for name in re.findall('@import "(.+)"', text)) == site_frame.PARTS
    )


def test_many_years_stand_together_in_the_menu() -> None:
    pages = [page("overview", year=year) for year in range(2025, 2013, -1)]
    years = list(range(2025, 2013, -1))
    menu = site_frame.year_menu(years, pages)
    assert [next(iter(entry)) for entry in menu] == ["Home", "2025", "2024", "2023", "2022", "Earlier years"]
    assert [next(iter(entry)) for entry in menu[-1]["Earlier years"]] == [str(year) for year in years[4:]]
    assert len(site_frame.year_menu(years[:5], pages)) == 6
