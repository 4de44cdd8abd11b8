"""Records for the site's own search."""

from __future__ import annotations

import gzip
import html
import json
from dataclasses import replace

import pytest

from generator.model import Country, FacilityList, Metal, OtherMineral, Period
from generator.pages.search_records import (
    records_of_years,
    search_records,
    short_forms,
    without_figures,
)
from generator.years.profiles import profiles
from tests.support.builders import PERU, disclosure, smelter
from tests.support.filing import restated


def record(**row: object) -> dict[str, str]:
    (found,) = search_records(restated(rows=(row,)))
    return found


def test_record_leads_to_its_row_and_has_everything_by_which_readers_look_for_it() -> None:
    assert record(
        metal=Metal.TIN,
        name="Invented Works",
        aliases=("Works of Invention", "IW"),
        cid="CID000035",
        anchor="CID000035",
        country=Country("KR", "KOREA, REPUBLIC OF", "South Korea"),
        city="Incheon",
        state="Gyeonggi",
    ) == {
        "location": "2021/annex/#CID000035",
        "title": "Invented Works",
        "text": "Tin, Full Compliant, South Korea, Incheon, Gyeonggi, CID000035."
        " Other names: Works of Invention, IW",
        "also": "KR KOREA, REPUBLIC OF",
        "of": "row",
    }


def test_country_that_readers_know_by_the_name_as_filed_stands_once() -> None:
    assert (record()["text"], record()["also"]) == ("Gold, Full Compliant, Italy", "IT")


def test_unknown_country_has_no_code() -> None:
    found = record(country=Country(None, "Unknown", "Unknown"))
    assert (found["text"], found["also"]) == ("Gold, Full Compliant, Unknown", "")


@pytest.mark.parametrize(
    ("code", "name", "short"),
    [
        ("CD", "DR Congo", "CD DRC DR Congo"),
        ("GB", "United Kingdom", "GB UK Great Britain"),
        ("US", "United States", "US USA"),
        ("AE", "United Arab Emirates", "AE UAE"),
    ],
)
def test_country_is_found_by_what_people_type_for_it(code: str, name: str, short: str) -> None:
    assert record(country=Country(code, name, name))["also"] == short


def test_short_forms_of_one_word_stand_beside_the_name_in_full() -> None:
    assert ("DRC", "Democratic Republic of the Congo") in short_forms()
    assert not [form for form, _ in short_forms() if " " in form]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Country Gold Total China 13 71 Japan 5 31 ", "Country Gold Total China · Japan · "),
        ("Share Gold 79.5% Tin -1 2,150 ", "Share Gold · Tin · "),
        ("<p>In 2021, 298 of 300 rows.</p> Tin 57 76", "<p>In 2021, 298 of 300 rows.</p> Tin · "),
        ("<ul> <li>237 of 298</li> </ul>", "<ul> <li>237 of 298</li> </ul>"),
        ("Conformant 341 of 349 97.7% of all 12", "Conformant 341 of 349 97.7% of all · "),
        ("CID000035 3TG 8853 S.p.A.", "CID000035 3TG · S.p.A."),
        ("", ""),
    ],
)
def test_of_tables_the_search_shows_words_and_of_sentences_all(text: str, shown: str) -> None:
    assert without_figures(text) == shown


@pytest.mark.parametrize(
    "name", ["<script>alert(1)</script>", "&lt;b&gt; & Söhne", '<img src=x onerror="x">']
)
def test_data_is_text_where_the_search_writes_html(name: str) -> None:
    found = record(name=name, aliases=(name,), city=name)
    assert "<" not in found["title"] + found["text"]
    assert html.unescape(found["title"]) == name
    assert found["text"].count(found["title"]) == 2


def test_records_stand_in_the_order_of_the_rows() -> None:
    rows = ({"anchor": "b"}, {"anchor": "a"})
    assert [one["location"] for one in search_records(restated(rows=rows))] == [
        "2021/annex/#b",
        "2021/annex/#a",
    ]


def test_no_rows_give_no_records() -> None:
    assert search_records(restated()) == []


def test_record_speaks_of_nothing_that_the_filer_does_not_give() -> None:
    assert record(country=None, status=None)["text"] == "Gold"


def test_metal_is_found_by_its_name_and_as_filed() -> None:
    found = record(metal=Metal.TIN, country=None, status=None, filed=(("metal", "Tin / Solder"),))
    assert found["text"] == "Tin, Tin / Solder"
    assert record(country=None, status=None, filed=(("metal", "GOLD"),))["text"] == "Gold"


def test_name_has_no_signs_and_own_columns_of_words_are_found() -> None:
    own = (("programme", "LBMA"), ("mark", "✓"), ("plant", ""))
    found = record(country=None, status=None, filed=(("name", "8853 S.p.A.**"),), own=own)
    assert (found["title"], found["text"]) == ("8853 S.p.A.", "Gold, LBMA")


def test_rows_of_all_lists_have_records_that_name_their_list() -> None:
    year = restated(rows=({"anchor": "a"}, {"anchor": "b", "country": None, "status": None}))
    first, second = year.smelters
    second = replace(second, metal=OtherMineral("Cobalt"))
    lists = (
        FacilityList("a", "Engines", (first,)),
        FacilityList("b", "<Cobalt>", (second,), is_counted=False),
    )
    records = search_records(replace(year, smelters=(first,), lists=lists))
    assert [one["location"] for one in records] == ["2021/annex/#a", "2021/annex/#b"]
    assert [one["text"] for one in records] == [
        "Gold, Full Compliant, Italy, Engines",
        "Cobalt, &lt;Cobalt&gt;",
    ]


def _two_years(*, has_pages: bool = True) -> list[dict[str, str]]:
    old = smelter("Old Name", cid="CID000035", anchor="CID000035")
    rows = replace(old, name="New Name"), replace(old, name="New Name", metal=Metal.TIN, anchor="tin")
    gone = smelter("Gone Works", 3, country=PERU, anchor="gone")
    years = [
        replace(disclosure(*some), period=Period(year)) for year, some in ((2020, (old, gone)), (2021, rows))
    ]
    return records_of_years(profiles(years), {}, has_pages=has_pages)


def test_over_several_years_a_smelter_is_found_once_and_says_its_years() -> None:
    new, gone = _two_years()
    assert (new["location"], new["title"]) == ("smelters/CID000035/", "New Name (2021)")
    assert new["text"].startswith("Listed for 2021, 2020. Gold, ")
    assert "Tin, " in new["text"]
    assert new["text"].endswith("Old Name")
    assert gone["title"] == "Gone Works (2020)"


def test_without_pages_of_smelters_a_hit_leads_to_the_newest_row() -> None:
    found = [one["location"] for one in _two_years(has_pages=False)]
    assert found == ["2021/annex/#CID000035", "2020/annex/#gone"]


def test_the_records_of_ten_years_are_small() -> None:
    numbers = range(2, 302)
    rows = [smelter(f"Invented Smelter Number {one} Co., Ltd.", one, cid=f"CID{one:06}") for one in numbers]
    years = [replace(disclosure(*rows), period=Period(year)) for year in range(2014, 2024)]
    found = records_of_years(profiles(years), {}, has_pages=True)
    assert len(found) == 300
    assert len(gzip.compress(json.dumps(found).encode())) < 40_000
