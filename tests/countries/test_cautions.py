"""Tables of countries that ask for a second look: ours, and people's own."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from generator.countries.cautions import read_no_mining, read_restrictions
from generator.countries.table import CountryTable, read_countries
from generator.errors import InputError
from generator.model import Metal, Restriction

HEAD = "Code,Measure,Metals,From,Until,Source,As Of\n"


@pytest.fixture(scope="module")
def countries(tmp_path_factory: pytest.TempPathFactory) -> CountryTable:
    return read_countries(tmp_path_factory.mktemp("none") / "countries.csv", "data/countries.csv")


def own(tmp_path: Path, text: str) -> Path:
    (tmp_path / "embargo.csv").write_text(text, encoding="utf-8")
    return tmp_path


def test_our_own_table_has_a_source_for_every_measure(tmp_path: Path, countries: CountryTable) -> None:
    found = read_restrictions(tmp_path, countries)
    assert {one.code for one in found if one.measure == "embargo"} >= {"CU", "IR", "KP", "SD", "SY"}
    assert all(one.source and one.metals and one.first_day < one.last_day for one in found)


def test_sudan_was_under_an_embargo_until_2017(tmp_path: Path, countries: CountryTable) -> None:
    [sudan] = [one for one in read_restrictions(tmp_path, countries) if one.code == "SD"]
    assert sudan.applies("SD", (), dt.date(2016, 5, 31))
    assert not sudan.applies("SD", (), dt.date(2022, 5, 31))
    assert not sudan.applies("SS", (), dt.date(2016, 5, 31))


def test_hong_kong_and_singapore_have_no_mines(tmp_path: Path, countries: CountryTable) -> None:
    found = {one.code: one.metals for one in read_no_mining(tmp_path, countries)}
    assert found["HK"] == found["SG"] == tuple(Metal)
    assert not {"CN", "PE", "RW"} & set(found)


def test_peoples_own_table_takes_the_place_of_ours(tmp_path: Path, countries: CountryTable) -> None:
    text = f"{HEAD}PE,embargo,Gold|tin,2021-01-01,,Invented,2022-01-01\n\n"
    assert read_restrictions(own(tmp_path, text), countries) == (
        Restriction(
            "PE", "Peru", "embargo", (Metal.GOLD, Metal.TIN), dt.date(2021, 1, 1), dt.date.max, "Invented"
        ),
    )


@pytest.mark.parametrize("separator", [";", "\t"])
def test_a_table_may_be_separated_as_excel_separates_it_in_other_countries(
    tmp_path: Path, countries: CountryTable, separator: str
) -> None:
    text = f"{HEAD}PE,embargo,Gold|tin,2021-01-01,,Invented,2022-01-01\n".replace(",", separator)
    (one,) = read_restrictions(own(tmp_path, text), countries)
    assert (one.code, one.metals, one.source) == ("PE", (Metal.GOLD, Metal.TIN), "Invented")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "Country\n",
            "CO-002 error: the first line is 'Country' ({folder}/embargo.csv A1). It must be "
            "'Code,Measure,Metals,From,Until,Source,As Of'.",
        ),
        (
            f"{HEAD}XX,embargo,,,,Invented,\n",
            "CO-002 error: code 'XX' is no country code ({folder}/embargo.csv A2). Use the two letters of "
            "ISO "
            "3166-1, for example KR.",
        ),
        (
            f"{HEAD}PE,embargo,Iron,,,Invented,\n",
            "CO-002 error: 'Iron' names a metal that is not known ({folder}/embargo.csv C2). Use Gold, "
            "Tantalum, Tin, Tungsten, with | between them.",
        ),
        (
            f"{HEAD}PE,embargo,,spring,,Invented,\n",
            "CO-002 error: 'spring' is not a date ({folder}/embargo.csv D2). Enter a date such as "
            "2022-03-31.",
        ),
        (
            f'{HEAD}PE,"embargo,,,,Invented,\n',
            "CO-002 error: the file is not a valid CSV: unexpected end of data ({folder}/embargo.csv:2). "
            "Check the quotes; a text that contains a quote doubles it.",
        ),
    ],
)
def test_mistakes_of_peoples_own_table_are_told(
    tmp_path: Path, countries: CountryTable, text: str, says: str
) -> None:
    with pytest.raises(InputError) as problem:
        read_restrictions(own(tmp_path, text), countries)
    assert [str(finding) for finding in problem.value.findings] == [says.format(folder=tmp_path.name)]
