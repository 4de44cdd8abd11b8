"""Records for the site's own search."""

from __future__ import annotations

import html
from dataclasses import replace

import pytest

from generator.model import Country, FacilityList, Metal, OtherMineral
from generator.pages.search_records import search_records
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
        "text": "Tin, Full Compliant, South Korea, KR, KOREA, REPUBLIC OF, Incheon, Gyeonggi, CID000035."
        " Other names: Works of Invention, IW",
    }


def test_country_that_readers_know_by_the_name_as_filed_stands_once() -> None:
    assert record()["text"] == "Gold, Full Compliant, Italy, IT"


def test_unknown_country_has_no_code() -> None:
    assert record(country=Country(None, "Unknown", "Unknown"))["text"] == "Gold, Full Compliant, Unknown"


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Met-Mex Peñoles, S.A.", ". Penoles"),
        ("Łódź Works", ". Lodz"),
        ("OOO “Technolom” 1", ""),
        ("Refinery—Glencore", ""),
        ("Plain Works", ""),
    ],
)
def test_words_with_accents_stand_there_without_them_too(name: str, plain: str) -> None:
    assert record(name=name)["text"] == f"Gold, Full Compliant, Italy, IT{plain}"


def test_other_names_and_cities_are_found_without_accents() -> None:
    assert record(aliases=("Peñoles",), city="São Paulo")["text"].endswith(". Sao Penoles")


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
        "Gold, Full Compliant, Italy, IT, Engines",
        "Cobalt, &lt;Cobalt&gt;",
    ]
