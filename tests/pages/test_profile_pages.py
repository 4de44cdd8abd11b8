"""A page for each smelter or refiner over all years."""

from dataclasses import replace
from pathlib import Path

from generator.model import Disclosure, Metal, Period, Smelter
from generator.pages.profile_pages import ProfilePage, profile_pages, shell, write_profiles
from generator.years.profiles import profiles
from tests.support.builders import disclosure, smelter


def of(year: int, *rows: Smelter) -> Disclosure:
    return replace(disclosure(*rows), period=Period(year))


def pages(*years: Disclosure) -> tuple[ProfilePage, ...]:
    return profile_pages(profiles(years), years)


FRAME = (
    "<title>fsd-profile-title - Invented</title><meta content='fsd-profile-description'>"
    "<link rel=canonical href='https://x.internal/smelters/shell/'>"
    "<h1>fsd-profile-title</h1><!-- fsd:profile -->"
)


def test_each_row_of_each_year_stands_on_the_page_with_a_link() -> None:
    gold = smelter("Old", cid="CID000035", anchor="CID000035")
    tin = replace(gold, name="New", metal=Metal.TIN, anchor="tin-CID000035")
    (page,) = pages(of(2020, gold), of(2021, replace(gold, name="New"), tin), of(2022))
    assert (page.title, page.address) == ("New", "smelters/CID000035/")
    for href in ("2020/annex/#CID000035", "2021/annex/#CID000035", "2021/annex/#tin-CID000035"):
        assert f'href="../../{href}"' in page.html
    assert "Also listed as" in page.html
    assert "<bdi>Old</bdi>" in page.html


def test_a_list_without_it_is_named() -> None:
    found = pages(of(2020, smelter("Gone")), of(2021, smelter("Other")))
    gone = next(page for page in found if page.title == "Gone")
    assert "Not in the list for" in gone.html
    assert "<dd>2021</dd>" in gone.html


def test_the_shell_gives_each_page_its_words_and_goes(tmp_path: Path) -> None:
    built = tmp_path / "smelters/shell/index.html"
    built.parent.mkdir(parents=True)
    built.write_text(FRAME, encoding="utf-8")
    write_profiles(tmp_path, pages(of(2020, smelter("A <b>", cid="CID000035")), of(2021)))
    assert not built.parent.exists()
    text = (tmp_path / "smelters/CID000035/index.html").read_text(encoding="utf-8")
    assert "https://x.internal/smelters/CID000035/" in text
    assert "<h1>A &lt;b&gt;</h1>" in text
    assert "fsd-profile-t" not in text.replace("fsd-profile__t", "")
    assert "shell" not in text


def test_words_of_a_name_are_no_places_of_the_shell(tmp_path: Path) -> None:
    built = tmp_path / "smelters/shell/index.html"
    built.parent.mkdir(parents=True)
    built.write_text(FRAME, encoding="utf-8")
    names = "fsd-profile-description", "<!-- fsd:profile -->"
    write_profiles(
        tmp_path, pages(of(2020, *(smelter(name, row) for row, name in enumerate(names, 2))), of(2021))
    )
    for page in (tmp_path / "smelters").rglob("index.html"):
        text = page.read_text(encoding="utf-8")
        assert text.count("<table") == 1, page


def test_without_a_shell_nothing_is_written(tmp_path: Path) -> None:
    write_profiles(tmp_path, pages(of(2020, smelter()), of(2021)))
    assert not list(tmp_path.iterdir())


def test_the_shell_is_not_searched() -> None:
    assert shell().meta.as_data()["search"] == {"exclude": True}


def test_an_address_by_an_earlier_name_leads_on_with_and_without_the_browsers_help(tmp_path: Path) -> None:
    built = tmp_path / "smelters/shell/index.html"
    built.parent.mkdir(parents=True)
    built.write_text(FRAME, encoding="utf-8")
    row = smelter("Works <b>")
    write_profiles(tmp_path, pages(of(2020, row), of(2021, replace(row, cid="CID000035"))))
    text = (tmp_path / "smelters/works-b-jp/index.html").read_text(encoding="utf-8")
    assert 'http-equiv="refresh" content="0; url=../CID000035/"' in text
    assert '<a href="../CID000035/">Works &lt;b&gt;</a>' in text
    assert "noindex" in text
