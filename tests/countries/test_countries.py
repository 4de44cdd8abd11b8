from __future__ import annotations

from pathlib import Path

import pytest

from generator.countries.likeness import is_like_covered
from generator.countries.table import CountryTable, read_countries
from generator.errors import InputError
from generator.model import COVERED_COUNTRIES, Country
from generator.model.folding import fold


@pytest.fixture(scope="module")
def countries(tmp_path_factory: pytest.TempPathFactory) -> CountryTable:
    """The table without one of people's own."""
    return read_countries(tmp_path_factory.mktemp("none") / "countries.csv", "data/countries.csv")


def own(tmp_path: Path, text: str) -> CountryTable:
    """The table with people's own rows."""
    path = tmp_path / "countries.csv"
    path.write_text(f"Code,Name for readers,Other spellings\n{text}", encoding="utf-8")
    return read_countries(path, "data/countries.csv")


@pytest.mark.parametrize(
    ("filed", "code", "name"),
    [
        ("JAPAN", "JP", "Japan"),
        ("KOREA, REPUBLIC OF", "KR", "South Korea"),
        ("KOREA (DEMOCRATIC PEOPLE'S REPUBLIC OF)", "KP", "North Korea"),
        ("TAIWAN, PROVINCE OF CHINA", "TW", "Taiwan"),
        ("VIET NAM", "VN", "Vietnam"),
        ("UNITED STATES OF AMERICA", "US", "United States"),
        ("RUSSIAN FEDERATION", "RU", "Russia"),
        ("TURKEY", "TR", "Türkiye"),
        ("Cote d'Ivoire", "CI", "Côte d'Ivoire"),
        ("Congo", "CG", "Republic of the Congo"),
        ("CONGO, DEMOCRATIC REPUBLIC OF THE", "CD", "Democratic Republic of the Congo"),
        ("Democratic Republic of Congo", "CD", "Democratic Republic of the Congo"),
        ("Sudan", "SD", "Sudan"),
        ("SOUTH SUDAN", "SS", "South Sudan"),
        ("NIGER", "NE", "Niger"),
        ("NIGERIA", "NG", "Nigeria"),
        ("NAMIBIA", "NA", "Namibia"),
        ("DOMINICA", "DM", "Dominica"),
        ("GUINEA", "GN", "Guinea"),
    ],
)
def test_a_filed_name_has_its_code_and_its_name_for_readers(
    countries: CountryTable, filed: str, code: str, name: str
) -> None:
    assert countries.find(filed) == Country(code, filed, name)


@pytest.mark.parametrize("filed", ["Korea", "Atlantis", "NA", "", "Congo Basin", "America"])
def test_a_name_that_could_mean_several_or_none_is_not_guessed(countries: CountryTable, filed: str) -> None:
    assert countries.find(filed) is None


def test_unknown_is_a_country_without_a_code(countries: CountryTable) -> None:
    assert countries.find("UNKNOWN") == Country(None, "UNKNOWN", "Unknown")


def test_each_covered_country_is_found_by_the_name_used_in_sentences(countries: CountryTable) -> None:
    found = [countries.find(name.removeprefix("the ")) for name in COVERED_COUNTRIES.values()]
    assert [country.code for country in found if country] == list(COVERED_COUNTRIES)


def test_the_nearest_name_is_offered_and_none_where_none_is_near(countries: CountryTable) -> None:
    assert countries.nearest("JAPPAN") == ("Japan",)
    assert countries.nearest("Swizerland") == ("Switzerland",)
    assert countries.nearest("qqqqq") == ()


def test_peoples_own_name_and_spellings_go_before(tmp_path: Path) -> None:
    countries = own(tmp_path, 'KR,Republic of Korea,"Korea|KOREA, S."\n')
    assert countries.find("Korea, Republic of") == Country("KR", "Korea, Republic of", "Republic of Korea")
    assert countries.find("korea s") == Country("KR", "korea s", "Republic of Korea")


def test_empty_lines_and_a_missing_last_column_are_no_mistakes(tmp_path: Path) -> None:
    countries = own(tmp_path, "\n,,\nPE,Peru\n")
    assert countries.find("PERU") == Country("PE", "PERU", "Peru")


def test_a_table_with_another_first_line_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "countries.csv"
    path.write_text("")
    with pytest.raises(InputError) as stopped:
        read_countries(path, "data/countries.csv")
    assert str(stopped.value) == (
        "CO-002 error: the first line is '' (data/countries.csv A1). "
        "It must be 'Code,Name for readers,Other spellings'."
    )


@pytest.mark.parametrize("separator", [";", "\t"])
def test_a_table_may_be_separated_as_excel_separates_it_in_other_countries(
    tmp_path: Path, separator: str
) -> None:
    path = tmp_path / "countries.csv"
    lines = ("Code,Name for readers,Other spellings", "KR,Republic of Korea,Korea|Corea")
    path.write_text("\n".join(lines).replace(",", separator), encoding="utf-8-sig")
    countries = read_countries(path, "data/countries.csv")
    assert countries.find("Corea") == Country("KR", "Corea", "Republic of Korea")


def test_a_quote_that_is_not_closed_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError) as stopped:
        own(tmp_path, 'KR,"Republic of Korea,Corea\n')
    assert str(stopped.value) == (
        "CO-002 error: the file is not a valid CSV: unexpected end of data (data/countries.csv:2). "
        "Check the quotes; a text that contains a quote doubles it."
    )


@pytest.mark.parametrize(
    ("name", "folded"),
    [("Côte d'Ivoire", "cote d ivoire"), ("U.S.A.", "u s a"), ("TÜRKİYE", "turkiye"), ("台湾", "台湾")],
)
def test_folding_leaves_letters_and_digits(name: str, folded: str) -> None:
    assert fold(name) == folded


@pytest.mark.parametrize(
    ("filed", "code"),
    [
        ("Democratic Republic of the Congo (DRC)", "CD"),
        ("United States of America (USA)", "US"),
        ("Saint Vincent and Grenadines", "VC"),
        ("St Vincent and Grenadines", "VC"),
        ("Sint Maarten", "SX"),
        ("Turks and Caicos", "TC"),
        ("Korea", None),
        ("Peru (DRC)", None),
        ("Atlantis (AT)", None),
    ],
)
def test_names_as_reports_write_them_are_known(filed: str, code: str | None) -> None:
    assert read_countries(Path("none.csv"), "data/countries.csv").find_code(filed) == code


@pytest.mark.parametrize(
    "filed",
    [
        "Congo (DRC)",
        "CONGO (DRC)",
        "D.R. Congo",
        "D. R. C.",
        "Congo DRC",
        "Congo, DR",
        "Congo, D.R.",
        "Congo (D.R.)",
        "Congo, Dem. Rep.",
        "Congo, Dem. Rep. of the",
        "Dem Rep of Congo",
        "Dem. Rep. Congo",
        "The Democratic Republic of the Congo",
        "Congo (the Democratic Republic of the)",
        "Congo, The Democratic Republic of the",
        "Democratic Republic of the Congo (Kinshasa)",
        "Democratic Republic of Congo (formerly Zaire)",
        "DRC- Congo (Kinshasa)",
        "DRC (Congo)",
        "DRC (Democratic Republic of the Congo)",
        "Congo-Kinshasa",
        "Zaire",
        "Congo (Zaire)",
        "République démocratique du Congo",
        "COD",
        "CD",
    ],
)
def test_each_name_of_kinshasas_congo_is_the_democratic_republic(countries: CountryTable, filed: str) -> None:
    assert countries.find_code(filed) == "CD"


@pytest.mark.parametrize(
    "filed",
    [
        "Congo",
        "The Congo",
        "Congo (Brazzaville)",
        "Congo-Brazzaville",
        "Rep. of Congo",
        "Congo, Rep.",
        "Congo (Republic of the)",
        "The Republic of the Congo",
        "Republic of the Congo (Brazzaville)",
        "COG",
    ],
)
def test_each_name_of_brazzavilles_congo_is_the_republic(countries: CountryTable, filed: str) -> None:
    assert countries.find_code(filed) == "CG"


@pytest.mark.parametrize(
    "filed",
    [
        "Congo Basin",
        "Cnogo",
        "Congo (KIN)",
        "DRC, Republic of the Congo",
        "Democratic Republic of the Congo, Republic of the Congo",
        "Congo (Kinshasa or Brazzaville)",
        "Congo / Rwanda",
        "Kinshassa",
    ],
)
def test_a_text_that_may_be_either_congo_is_neither_and_both_are_offered(
    countries: CountryTable, filed: str
) -> None:
    assert countries.find_code(filed) is None
    assert countries.nearest(filed) == ("Democratic Republic of the Congo", "Republic of the Congo")


@pytest.mark.parametrize(
    ("filed", "code"),
    [
        ("The United Republic of Tanzania", "TZ"),
        ("Tanzania (United Republic of)", "TZ"),
        ("Tanzania, United Rep. of", "TZ"),
        ("Central African Rep.", "CF"),
        ("C.A.R.", "CF"),
        ("Sudan, South", "SS"),
        ("Sudan (SOUTH)", "SS"),
        ("Sudan (S.)", "SS"),
        ("Guinea (EQ)", None),
        ("The Republic of Rwanda", "RW"),
        ("Rwanda (RW)", "RW"),
        ("Korea (South)", "KR"),
        ("Korea, Rep.", "KR"),
        ("The Republic of Korea", "KR"),
        ("Korea, Dem. People's Rep. of", "KP"),
        ("Guinea, Equatorial", "GQ"),
        ("The People's Republic of China", "CN"),
        ("P.R. China", "CN"),
        ("U.S.", "US"),
        ("The Netherlands", "NL"),
        ("Republic of China", None),
        ("Rwanda, Burundi", None),
    ],
)
def test_words_of_a_name_may_stand_in_any_order(
    countries: CountryTable, filed: str, code: str | None
) -> None:
    assert countries.find_code(filed) == code


@pytest.mark.parametrize(
    "filed", ["Rwanda / Burundi", "Ruandaa", "Republic of S Sudan", "DRC?", "Central Africa Rep"]
)
def test_a_text_near_a_covered_country_is_told_from_others(filed: str) -> None:
    assert is_like_covered(filed)


@pytest.mark.parametrize("filed", ["Atlantis", "Togoo", "Korea", "Mongoliya", "Sudan North", "Angleterre"])
def test_a_text_near_none_of_the_covered_countries_is_not_taken_for_one(filed: str) -> None:
    assert not is_like_covered(filed)


@pytest.mark.parametrize(
    ("filed", "code"),
    [
        ("Congo (DRC)", "CD"),
        ("Congo DR", "CD"),
        ("DRC", "CD"),
        ("UAE", "AE"),
        ("PRC", "CN"),
        ("Türkiye (Turkey)", "TR"),
        ("Turkey (Türkiye)", "TR"),
        ("Czechia (Czech Republic)", "CZ"),
        ("Philippines (the)", "PH"),
        ("Russian Federation (the)", "RU"),
        ("Netherlands (Kingdom of the)", "NL"),
        ("Japan (Peru)", None),
        ("Republic of China", None),
        ("Korea", None),
    ],
)
def test_the_spellings_of_suppliers_are_read(filed: str, code: str | None, tmp_path: Path) -> None:
    assert read_countries(tmp_path / "countries.csv", "countries.csv").find_code(filed) == code


@pytest.mark.parametrize(
    ("filed", "meant"),
    [
        ("Republic of China", ("Taiwan", "China")),
        ("Korea", ("South Korea", "North Korea")),
        ("Democratic Republic of Korea", ("South Korea", "North Korea")),
        ("America", ("United States",)),
        ("United Kingdom (England)", ("United Kingdom",)),
        ("Republic of Angla", ("Angola",)),
        ("The Republic", ()),
    ],
)
def test_where_two_states_are_possible_both_are_named(
    filed: str, meant: tuple[str, ...], tmp_path: Path
) -> None:
    assert read_countries(tmp_path / "countries.csv", "countries.csv").nearest(filed) == meant
