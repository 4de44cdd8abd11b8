"""What is found in the year's wording, whatever the data chooses of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generator.checks.wording_files import (
    wording_can_be_filled_in,
    wording_has_its_names,
    wording_is_known,
    wording_is_there,
)
from generator.findings import errors
from generator.pipeline import Year, load_year
from generator.prose.wording.printed import printed_names
from generator.prose.wordings import parsed
from generator.year.wording import read_wording
from tests.support.builders import disclosure, smelter, write_year

CHECKS = (wording_is_there, wording_has_its_names, wording_is_known, wording_can_be_filled_in)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_year(tmp_path / "data")


def found(folder: Path) -> list[str]:
    one = disclosure(smelter())
    stated = replace(
        one, wording=read_wording(folder / "wording", "wording")[0], file="data/2021/disclosure.yml"
    )
    return [str(finding) for check in CHECKS for finding in check(stated)]


def change(name: str, old: str, new: str) -> Callable[[Path], None]:
    def make(folder: Path) -> None:
        path = folder / "wording" / f"{name}.md"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    return make


def test_the_texts_to_start_from_have_no_finding(folder: Path) -> None:
    assert found(folder) == []


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (
            change("origin", "## one-covered\n", ""),
            "WO-001 error: the wording has no case 'one-covered'",
        ),
        (
            change("origin", "country: {{ origins.covered_sentence }}.\n\n## some", "country.\n\n## some"),
            "WO-002 error: the text of 'one-covered' does not print {{ origins.covered_sentence }}",
        ),
        (
            change("origin", "of the {{ origins.count|words }} c", "of the {{ origins.count is odd }} c"),
            "WO-002 error: the text of 'none-covered' does not print {{ origins.count }}",
        ),
        (
            change("origin", "## one-covered", "## one-coverd"),
            "WO-003 error: 'one-coverd' is no case of this wording",
        ),
        (
            change("origin", "## recycled-too\n", "## one-covered\n"),
            "WO-003 error: the case 'one-covered' stands there twice; the first one is used",
        ),
        (
            change("origin", "# Countries of origin\n", "# Countries of origin\n\nOur own words.\n"),
            "WO-003 error: this text stands above the first heading, where nothing uses it",
        ),
        (
            change("origin", "The countries of origin", "In {{ period.yaer }} the countries of origin"),
            "WO-003 error: 'period.yaer' is not known here",
        ),
        (
            change("none-in-covered-country", "{{ rows }}", "{{ rows }}{{ their.total }}"),
            "WO-003 error: 'their' is not known here",
        ),
        (
            change("origin", "The countries of origin", "The {{ countries of origin"),
            "WO-004 error: the text cannot be read: ",
        ),
        (
            change("origin", "reported as an origin too, of", "reported <!-- as an origin too, of"),
            "WO-004 error: a comment is not closed",
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_text_is_told_at_its_line(
    folder: Path, make: Callable[[Path], None], says: str
) -> None:
    make(folder)
    told = found(folder)
    assert [one for one in told if one.startswith(says) and re.search(r"\(wording/[\w-]+\.md:\d+\)", one)], (
        told
    )


def test_near_names_are_told(folder: Path) -> None:
    (folder / "wording" / "origin.md").rename(folder / "wording" / "orgin.md")
    (told,) = found(folder)
    assert told == (
        "WO-003 error: 'orgin.md' is no wording that anything uses (wording/orgin.md). "
        "Did you mean 'origin.md'?"
    )


def test_what_every_page_needs_is_missed_in_one_finding(folder: Path) -> None:
    for path in (folder / "wording").iterdir():
        path.unlink()
    (told,) = found(folder)
    assert told == (
        "WO-001 error: there is no wording 'report.md', 'annex.md', 'tables.md' (data/2021/wording). "
        "'formsd start 2021' writes the files that are missing, and changes no other."
    )


def test_a_claim_without_its_file_is_told_at_the_line_that_asks_for_it(folder: Path) -> None:
    (folder / "wording" / "none-in-covered-country.md").unlink()
    (folder / "wording" / "low-risk-by-location.md").unlink()
    year = load_year(folder.parent, 2021)
    assert isinstance(year, Year)
    (told,) = errors(year.findings)
    assert (told.code, str(told.where)) == ("WO-001", "data/2021/report/02-results.md:3")
    assert "'none-in-covered-country.md'" in told.message


def test_a_text_that_cannot_be_filled_in_is_told_at_its_own_line(folder: Path) -> None:
    change("origin", "The countries of origin", "{{ audit.auditor }} The countries of origin")(folder)
    year = load_year(folder.parent, 2021)
    assert isinstance(year, Year)
    (told,) = errors(year.findings)
    assert (told.code, told.where.file) == ("WO-004", "data/2021/wording/origin.md")


def test_a_figure_typed_into_a_wording_is_found_there(folder: Path) -> None:
    change("origin", "The countries of origin", "We asked 43 suppliers, and the countries of origin")(folder)
    year = load_year(folder.parent, 2021)
    (told,) = [one for one in year.findings if one.code.startswith("TF-")]
    lines = (folder / "wording" / "origin.md").read_text(encoding="utf-8").splitlines()
    line = next(number for number, text in enumerate(lines, start=1) if text.startswith("We asked 43"))
    assert (told.code, str(told.where)) == ("TF-002", f"data/2021/wording/origin.md:{line}:10")


def test_hostile_words_of_a_table_are_text(folder: Path) -> None:
    change("tables", "What each status means", "<script>x</script> & more")(folder)
    year = load_year(folder.parent, 2021)
    assert isinstance(year, Year)
    text = "".join(section.body for section in year.sections)
    assert "<script>" not in text
    assert "&lt;script&gt;x&lt;/script&gt; &amp; more" in text


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("{{ a.b|words }}", {"a.b"}),
        ("{{ a.share_of(b) }}", {"a.share_of"}),
        ("{{ a ~ b }}", {"a", "b"}),
        ("{{ a|plural('is', 'are') }}", set()),
        ("{{ a|words(b) }}", {"a"}),
        ("{% if a %}x{% endif %}", set()),
        ("{% if a %}{{ a }}{% endif %}", set()),
        ("{% if a %}x {{ b }}{% else %}{{ b }}{% endif %}", {"b"}),
        ("{% if a %}{{ b }}{% elif c %}x{% else %}{{ b }}{% endif %}", set()),
        ("{{ a if b else c }}", set()),
        ("{% for x in a %}{{ x }}{% endfor %}", {"a"}),
        ("{% for x in a %}y{% endfor %}", set()),
        ("{% set x = a %}", set()),
        ("{# {{ a }} #}", set()),
    ],
)
def test_a_name_counts_where_it_is_printed_in_every_case(text: str, names: set[str]) -> None:
    assert printed_names(parsed(text).body) == names


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (
            change("report", "\nConflict Minerals Report\n", "\nReport {{ 1 / 0 }}\n"),
            "WO-004 error: the text cannot be filled in: it divides by zero",
        ),
        (
            change("report", "\nConflict Minerals Report\n", "\nReport {{ period.year|nofilter }}\n"),
            "WO-004 error: the text cannot be read: there is no filter 'nofilter'",
        ),
        (
            change("tables", "\nWhat each status means\n", "\n{{ 1 / 0 }}\n"),
            "WO-004 error: the text cannot be filled in: it divides by zero",
        ),
        (
            change("report", "\nConflict Minerals Report\n", f"\n{{{{ {'(' * 3000}1{')' * 3000} }}}}\n"),
            "WO-004 error: the text cannot be read: it is nested too deeply",
        ),
        (
            change("report", "\nConflict Minerals Report\n", "\n"),
            "WO-001 error: the text of 'title' is empty, and it is a title, a heading or a caption",
        ),
        (
            change("annex", "\nSmelter or refiner\n", "\n{% if false %}x{% endif %}\n"),
            "WO-001 error: the text of 'column-name' is empty, and it is a title, a heading or a caption",
        ),
    ],
)  # fmt: skip
def test_a_text_of_the_frame_that_would_be_left_out_is_an_error(
    folder: Path, make: Callable[[Path], None], says: str
) -> None:
    make(folder)
    (finding,) = found(folder)
    assert finding.startswith(says)


def test_a_text_cannot_print_a_name_that_it_sets_itself(folder: Path) -> None:
    change("annex", "\n{{ rows }} {{ rows|plural(\"row\", \"rows\") }}\n\n## rows-by-metal",
           "\n{% set rows = 5 %}{{ rows }} rows\n\n## rows-by-metal")(folder)  # fmt: skip
    (finding,) = found(folder)
    assert finding.startswith("WO-002 error: the text of 'rows' does not print {{ rows }}")


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"R\xe9port"])
def test_a_file_that_cannot_be_read_is_said_once_and_hides_no_other(folder: Path, content: bytes) -> None:
    (folder / "wording" / "report.md").write_bytes(content)
    (folder / "wording" / "tables.md").unlink()
    said = [str(one) for one in load_year(folder.parent, 2021).findings if one.rule.code[:2] in ("WO", "FI")]
    assert [one[:6] for one in said] == ["WO-001", "FI-002"], said
    assert "'tables.md'" in said[0]
    assert "'report.md'" not in said[0]
