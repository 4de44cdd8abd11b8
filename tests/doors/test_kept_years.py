"""In a preview a year is read again where a file of it, of the year before or of all years has changed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.pipeline import load
from generator.pipeline.kept_years import KeptYears
from tests.support.builders import YML, write_year


def write_years(data: Path) -> None:
    for year in (2021, 2022, 2023):
        write_year(data, year=year, yml=YML.replace("2022", str(year + 1)).replace("2021", str(year)))


def renewed(years: KeptYears, data: Path, before: dict[int, object]) -> list[int]:
    """The years that were read again."""
    return [one.year for one in years.load(data) if one is not before[one.year]]


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("2021/report/01-inquiry.md", [2022, 2021]),
        ("2023/disclosure.yml", [2023]),
        ("2023/report/99-new.md", [2023]),
        ("2022/smelters.xlsx", [2023, 2022]),
        ("countries.csv", [2023, 2022, 2021]),
    ],
)
def test_a_year_is_read_again_where_something_of_it_changed(
    tmp_path: Path, file: str, expected: list[int]
) -> None:
    write_years(tmp_path)
    years = KeptYears()
    before: dict[int, object] = {one.year: one for one in years.load(tmp_path)}
    assert renewed(years, tmp_path, before) == []
    path = tmp_path / file
    path.write_bytes((path.read_bytes() if path.exists() else b"") + b"\n")
    assert renewed(years, tmp_path, before) == expected


def test_what_is_kept_is_what_would_be_read(tmp_path: Path) -> None:
    write_years(tmp_path)
    years = KeptYears()
    years.load(tmp_path)
    section = next((tmp_path / "2023" / "report").glob("*.md"))
    section.write_text(
        section.read_text(encoding="utf-8") + "\nTyped {{ nothing.there }}.\n", encoding="utf-8"
    )
    kept, anew = years.load(tmp_path), load(tmp_path)
    assert [one.findings for one in kept] == [one.findings for one in anew]
    section.unlink()
    assert [one.findings for one in years.load(tmp_path)] == [one.findings for one in load(tmp_path)]


def test_a_file_of_the_same_length_that_took_its_place_is_read(tmp_path: Path) -> None:
    write_years(tmp_path)
    years = KeptYears()
    before: dict[int, object] = {one.year: one for one in years.load(tmp_path)}
    path = tmp_path / "2023" / "disclosure.yml"
    stat = path.stat()
    other = path.with_name("other")
    other.write_text(path.read_text(encoding="utf-8").replace("Ina", "Ani"), encoding="utf-8")
    os.utime(other, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    other.replace(path)
    assert renewed(years, tmp_path, before) == [2023]


def test_a_year_that_is_gone_is_gone(tmp_path: Path) -> None:
    write_years(tmp_path)
    years = KeptYears()
    years.load(tmp_path)
    (tmp_path / "2023").rename(tmp_path / "away")
    assert [one.year for one in years.load(tmp_path)] == [2022, 2021]
