"""Which years a site shows: a draft beside a final neither blocks nor changes it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator.documents.output import Output
from generator.errors import InputError
from generator.own_site.chosen_years import ChosenYears, chosen_years
from generator.pipeline import load, render
from generator.review.shown_site import Loader
from generator.year.start import start_year
from tests.support.builders import SECTIONS, YML, write_year
from tests.support.turn import DRAFT, LATER, LATER_DRAFT

LEAN = Output(kinds=())


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """2021 is final."""
    write_year(tmp_path / "data")
    return tmp_path / "data"


def chosen(data: Path, **how: bool) -> ChosenYears:
    return chosen_years(data, load(data), **({"has_drafts": False} | how))


def shown(found: ChosenYears) -> tuple[list[int], list[int], list[str]]:
    """The years that are shown, those that are not, and the codes of what is said."""
    return (
        [one.year for one in found.years],
        [one.year for one in found.left_out],
        [one.code for one in found.findings],
    )


def break_list(folder: Path) -> None:
    (folder / "smelters.xlsx").write_bytes(b"damaged")


def break_yml(folder: Path) -> None:
    path = folder / "disclosure.yml"
    path.write_text(path.read_text("utf-8").replace("products:", "products: ["), encoding="utf-8")


def start_again(folder: Path) -> None:
    shutil.rmtree(folder)
    start_year(folder.parent, int(folder.name))


def leave_answers_alone(folder: Path) -> None:
    shutil.rmtree(folder)
    (folder / "review").mkdir(parents=True)


BROKEN = [break_list, break_yml, start_again, leave_answers_alone]


def test_a_draft_beside_a_final_is_left_out_and_a_line_says_so(data: Path) -> None:
    write_year(data, year=2022, yml=LATER_DRAFT)
    found = chosen(data)
    assert shown(found) == ([2021], [2022], ["ST-003"])
    line = 1 + LATER_DRAFT.splitlines().index("  state: draft")
    assert str(found.findings[0]).startswith(
        "ST-003 info: 2022 is a draft and is left out, because 2021 is final"
        f" (data/2022/disclosure.yml:{line}). 'formsd serve' shows it"
    )


def test_a_draft_is_built_where_it_is_asked_for_and_a_line_says_so(data: Path) -> None:
    write_year(data, year=2022, yml=LATER_DRAFT)
    assert shown(chosen(data, has_drafts=True)) == ([2022, 2021], [], ["ST-005"])


def test_before_a_year_is_final_all_are_built_and_a_line_says_so(tmp_path: Path) -> None:
    write_year(tmp_path / "data", yml=DRAFT)
    write_year(tmp_path / "data", year=2022, yml=LATER_DRAFT)
    found = chosen(tmp_path / "data")
    assert shown(found) == ([2022, 2021], [], ["ST-005"])
    assert "2022 and 2021 are drafts, built because no year is final yet" in found.findings[0].message


def test_finals_alone_are_built_without_a_line(data: Path) -> None:
    write_year(data, year=2022, yml=LATER)
    assert shown(chosen(data)) == ([2022, 2021], [], [])


@pytest.mark.parametrize("spoil", BROKEN)
@pytest.mark.parametrize("has_drafts", [False, True])
def test_a_broken_draft_stops_no_final(data: Path, spoil, has_drafts: bool) -> None:  # type: ignore[no-untyped-def]
    spoil(write_year(data, year=2022, yml=LATER_DRAFT))
    found = chosen(data, has_drafts=has_drafts)
    assert shown(found) == ([2021], [2022], ["ST-004"])
    assert re.match(
        r"ST-004 warning: 2022, a draft, cannot be built and is left out: it has \d+ errors? \(.*\)\. The"
        r" first: [A-Z]{2}-\d{3}, .* 'formsd check 2022' lists all of them\.",
        str(found.findings[0]),
    )


@pytest.mark.parametrize("spoil", BROKEN[:3])
def test_a_broken_draft_alone_stops(tmp_path: Path, spoil) -> None:  # type: ignore[no-untyped-def]
    spoil(write_year(tmp_path / "data", yml=DRAFT))
    with pytest.raises(InputError):
        chosen(tmp_path / "data")


@pytest.mark.parametrize("spoil", [break_list, break_yml])
def test_a_broken_final_stops_whatever_stands_beside_it(data: Path, spoil) -> None:  # type: ignore[no-untyped-def]
    spoil(write_year(data, year=2022, yml=LATER))
    with pytest.raises(InputError):
        chosen(data)


def test_a_year_that_was_published_stays_while_it_is_amended(data: Path) -> None:
    folder = write_year(data, year=2022, yml=LATER_DRAFT)
    (folder / "record" / "published").mkdir(parents=True)
    break_list(folder)
    with pytest.raises(InputError, match="data/2022"):
        chosen(data)


def test_a_final_is_the_same_site_with_a_draft_beside_it(data: Path) -> None:
    alone = render(chosen(data).years, LEAN)
    write_year(data, year=2022, yml=LATER_DRAFT.replace("Invented Devices", "Renamed Devices"))
    assert render(chosen(data).years, LEAN) == alone


def test_the_front_page_the_clock_and_the_search_are_those_of_the_newest_final(data: Path) -> None:
    write_year(data, year=2022, yml=LATER_DRAFT)
    before = render([one for one in load(data) if one.year == 2021], LEAN)
    site = render(chosen(data, has_drafts=True).years, LEAN)
    assert (site.years, site.newest, site.as_of) == ((2022, 2021), 2021, before.as_of)
    assert site.search_records == before.search_records
    assert site.pages[0] == before.pages[0]
    assert {page.meta.is_searched for page in site.pages if page.uri.startswith("2022/")} == {False}
    assert {page.meta.is_searched for page in site.pages if page.uri.startswith("2021/")} == {True}


def test_a_preview_searches_drafts_too(data: Path) -> None:
    write_year(data, year=2022, yml=LATER_DRAFT)
    site = (
        Loader()
        .load(data.parent / "mkdocs.yml", data, Output(kinds=(), is_preview=True, has_drafts=True))
        .site
    )
    assert (site.years, site.newest) == ((2022, 2021), 2021)
    assert {one["title"] for one in site.search_records} == {
        "Invented Gold Works (2022)",
        "Invented Tin Works (2022)",
    }


LETTER = {
    **SECTIONS,
    "02-results.md": "# Results\n\n{{ claim.none_in_covered_country(facilities) }} \U0001f600\n",
}


def test_a_draft_whose_documents_cannot_be_made_stops_no_final(data: Path) -> None:
    write_year(data, year=2022, yml=LATER_DRAFT, sections=LETTER)
    shown_site = Loader().load(data.parent / "mkdocs.yml", data, Output(kinds=("pdf",), has_drafts=True))
    assert shown(shown_site.chosen) == ([2021], [2022], ["ST-004"])
    assert shown_site.site.years == (2021,)


PREVIEW = Output(kinds=(), is_preview=True, has_drafts=True)


def test_a_preview_keeps_the_last_good_state_of_a_draft_that_it_has_shown(data: Path) -> None:
    loader = Loader()
    folder = write_year(data, year=2022, yml=LATER_DRAFT)
    assert loader.load(data.parent / "mkdocs.yml", data, PREVIEW).site.years == (2022, 2021)
    whole = (folder / "smelters.xlsx").read_bytes()
    break_list(folder)
    with pytest.raises(InputError, match="WB-001"):
        loader.load(data.parent / "mkdocs.yml", data, PREVIEW)
    (folder / "smelters.xlsx").write_bytes(whole)
    assert loader.load(data.parent / "mkdocs.yml", data, PREVIEW).site.years == (2022, 2021)


def test_a_preview_shows_the_finals_while_a_draft_was_never_whole(data: Path) -> None:
    loader = Loader()
    start_year(data, 2022)
    shown_site = loader.load(data.parent / "mkdocs.yml", data, PREVIEW)
    assert shown_site.site.years == (2021,)
    assert any(line.startswith("ST-004") for line in shown_site.told((), tuple))


def test_what_a_draft_withholds_is_known_to_whoever_searches(data: Path) -> None:
    from generator.confidential.site_search import leaks

    folder = write_year(data, year=2022, yml=LATER_DRAFT)
    (folder / "suppliers.yml").write_text("suppliers: [Quorvex Fasteners Ltd]\n", encoding="utf-8")
    site = data.parent / "site"
    site.mkdir()
    (site / "index.html").write_text("<p>We thank Quorvex Fasteners Ltd.</p>", encoding="utf-8")
    for spoil in (lambda folder: None, break_yml):
        spoil(folder)
        found = chosen(data)
        assert "PV-001" in [one.code for one in leaks(site, data, found.years, left_out=found.left_out)]
    (folder / "suppliers.yml").unlink()
    (folder / "review").mkdir()
    (folder / "review" / "review.xlsx").write_bytes(b"damaged")
    codes = [one.code for one in leaks(site, data, found.years, left_out=found.left_out)]
    assert "ST-004" in codes
    assert "PV-001" not in codes


def test_the_first_year_of_all_is_told_by_its_name(tmp_path: Path) -> None:
    write_year(tmp_path / "data", yml=DRAFT)
    (line,) = chosen(tmp_path / "data").findings
    assert line.message == "2021 is a draft, built because no year is final yet"
    assert YML != DRAFT
