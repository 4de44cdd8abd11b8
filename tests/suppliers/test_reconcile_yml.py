"""``reconcile.yml``, with every mistake at once."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from generator.countries.table import read_countries
from generator.errors import InputError
from generator.model import Period, Route
from generator.suppliers.look_ups import EMPTY_LOOK_UP
from generator.suppliers.review_settings import AskedSuppliers, Review, ReviewSettings
from generator.suppliers.sources.reconcile_yml import (
    read_review_settings,
    suppliers_yml,
    with_suppliers,
)
from generator.suppliers.templates import newest_before
from generator.year.ignored_files import gitignore
from generator.year.start import start_year

GOOD = """\
oldest_version: 6.10
reviewed_on: 2022-05-31
oldest_answer_months: 18
accept_company_level: no
countries_under_embargo: [Cuba, KP]
"""


def test_a_year_begins_with_settings_that_say_what_holds_without_them(tmp_path: Path) -> None:
    written, _ = start_year(tmp_path, 2022, Route.REPORT)
    assert "reconcile.yml" in written
    text = (tmp_path / "2022" / "reconcile.yml").read_text(encoding="utf-8")
    assert "as_of: 2023-03-31" in text
    entries = {line.partition(" ")[0] for line in text.splitlines()}
    asked = AskedSuppliers.model_fields.keys()
    assert {f"{name}:" for name in ReviewSettings.model_fields.keys() - asked} <= entries
    assert not {f"{name}:" for name in asked} & entries, "names of suppliers in a file that is committed"
    settings = read_review_settings(tmp_path / "2022", "data/2022")
    assert with_suppliers(settings, tmp_path / "2022", "data/2022") == (ReviewSettings(), ())


def test_a_year_begins_with_names_of_suppliers_kept_out_of_commits(tmp_path: Path) -> None:
    written, _ = start_year(tmp_path, 2022, Route.REPORT)
    assert {".gitignore", "suppliers.yml"} <= {*written}
    ignored = (tmp_path / "2022" / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert {"/review/", "/suppliers.yml"} <= {*ignored}


def test_what_a_filer_ignores_already_stays_ignored() -> None:
    assert gitignore("*.tmp").splitlines()[0] == "*.tmp"
    assert gitignore(gitignore("*.tmp\n")) == gitignore("*.tmp\n")


def test_names_of_suppliers_are_read_from_the_file_that_is_not_committed(tmp_path: Path) -> None:
    names = ('Example & Sons: "A" #1', "例示会社")
    (tmp_path / "suppliers.yml").write_text(suppliers_yml(names, {"Ex: 1": names[0]}), encoding="utf-8")
    settings, found = with_suppliers(ReviewSettings(), tmp_path, "data/2021")
    assert (settings.suppliers, settings.aliases) == (names, {"Ex: 1": names[0]})
    assert found == ()
    settings, found = with_suppliers(ReviewSettings(suppliers=("Old",)), tmp_path, "data/2021")
    assert settings.suppliers == names
    assert [str(one) for one in found] == [
        "RD-005 warning: 1 name of suppliers (suppliers) in a file that is committed"
        " (data/2021/reconcile.yml). Names stand in suppliers.yml beside it, which is not committed; formsd"
        " reconcile writes it where there is none. See that it has all of them, and clear them here."
    ]


def test_settings_are_read_as_they_are_written(tmp_path: Path) -> None:
    (tmp_path / "reconcile.yml").write_text(GOOD)
    settings = read_review_settings(tmp_path, "data/2021")
    assert settings == ReviewSettings(
        oldest_version="6.10",
        reviewed_on=dt.date(2022, 5, 31),
        oldest_answer_months=18,
        accept_company_level=False,
        countries_under_embargo=("Cuba", "KP"),
    )


def test_a_year_without_the_file_has_the_ordinary_settings(tmp_path: Path) -> None:
    assert read_review_settings(tmp_path, "data/2021") == ReviewSettings()


def test_every_mistake_is_named_with_its_line(tmp_path: Path) -> None:
    text = GOOD.replace("6.10", "newest").replace("2022-05-31", "31 May").replace("18", "0")
    text = text.replace("level: no", "level: perhaps") + "oldest_versoin: 6.1\n"
    (tmp_path / "reconcile.yml").write_text(text)
    with pytest.raises(InputError) as stopped:
        read_review_settings(tmp_path, "data/2021")
    assert [str(finding) for finding in stopped.value.findings] == [
        "YM-004 error: 'oldest_version' is 'newest' (data/2021/reconcile.yml:1). "
        "Expected: a version of the template such as 6.01.",
        "YM-004 error: 'reviewed_on' is '31 May' (data/2021/reconcile.yml:2). "
        "Expected: a date such as 2022-05-31.",
        "YM-004 error: 'oldest_answer_months' is '0' (data/2021/reconcile.yml:3). Expected: at least 1.",
        "YM-004 error: 'accept_company_level' is 'perhaps' (data/2021/reconcile.yml:4). Expected: yes or no.",
        "YM-002 error: 'oldest_versoin' is not known (data/2021/reconcile.yml:6). "
        "Did you mean 'oldest_version'?",
    ]


def test_the_settings_of_the_example_year_are_valid_and_name_real_countries(repo: Path) -> None:
    settings = read_review_settings(repo / "data" / "2021", "data/2021")
    countries = read_countries(repo / "data" / "countries.csv", "data/countries.csv")
    assert settings.countries_under_embargo
    assert all(countries.find(name) for name in settings.countries_under_embargo)


@pytest.mark.parametrize(
    ("settings", "oldest"),
    [
        ({}, dt.date(2021, 1, 1)),
        ({"reviewed_on": dt.date(2023, 5, 31)}, dt.date(2021, 1, 1)),
        ({"reviewed_on": dt.date(2022, 5, 31), "oldest_answer_months": 12}, dt.date(2021, 5, 31)),
        ({"reviewed_on": dt.date(2022, 5, 31), "oldest_answer_months": 15}, dt.date(2021, 2, 28)),
        ({"reviewed_on": dt.date(2022, 5, 31), "oldest_answer_months": 24}, dt.date(2021, 1, 1)),
        ({"oldest_answer_months": 12}, dt.date(2021, 5, 31)),
        ({"oldest_answer": dt.date(2020, 7, 1)}, dt.date(2020, 7, 1)),
        ({"oldest_answer": dt.date(2021, 7, 1), "oldest_answer_months": 24}, dt.date(2021, 7, 1)),
    ],
)
def test_an_answer_is_too_old_before_the_year_unless_the_filer_says_otherwise(
    settings: dict[str, Any], oldest: dt.date
) -> None:
    review = Review(ReviewSettings(**settings), Period(2021), lambda _: None, EMPTY_LOOK_UP)
    assert review.oldest_day == oldest


@pytest.mark.parametrize(
    ("year", "oldest"),
    [(2013, "2.0"), (2020, "5.1"), (2021, "6.0"), (2023, "6.2"), (2025, "6.4"), (2026, "6.5"), (2030, "6.6")],
)
def test_the_oldest_version_is_the_newest_when_the_year_began(year: int, oldest: str) -> None:
    def accepted(**settings: Any) -> str:
        return Review(
            ReviewSettings(**settings), Period(year), lambda _: None, EMPTY_LOOK_UP
        ).oldest_version()

    assert accepted() == oldest
    assert accepted(oldest_version="4.2") == "4.2"


def test_before_the_first_release_every_version_is_accepted() -> None:
    assert newest_before(dt.date(2012, 8, 29)) == ""


def test_a_name_that_a_comment_cuts_is_told(tmp_path: Path) -> None:
    (tmp_path / "reconcile.yml").write_text("suppliers:\n  - Invented Works #2\n", encoding="utf-8")
    with pytest.raises(InputError) as stopped:
        read_review_settings(tmp_path, "2021")
    assert str(stopped.value).startswith(
        "YM-006 error: 'suppliers[1]' is read as 'Invented Works': YAML takes '#2' behind it for a comment "
        "(2021/reconcile.yml:2)."
    )
