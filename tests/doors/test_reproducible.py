"""The same input gives the same bytes, wherever and whenever it is built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.build import build_strictly
from tests.support.builders import write_project
from tests.support.built_site import files_in
from tests.support.started_year import copy_project

EVENING = 1_893_455_940
"""2029-12-31 23:59 UTC; in Tokyo the next year has begun."""


def python(repo: Path, *arguments: str, cwd: Path, **env: str) -> str:
    """What another Python prints that runs in ``cwd`` without SOURCE_DATE_EPOCH."""
    plain = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd,
        env=plain | {"PYTHONPATH": str(repo), "NO_MKDOCS_2_WARNING": "1"} | env,
        capture_output=True,
        text=True,
        timeout=250,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def build_at(repo: Path, folder: Path, seconds: int, **env: str) -> dict[str, bytes]:
    """What a process with that clock builds of a copy of the project in ``folder``: path to content."""
    copy_project(repo, folder)
    shutil.copytree(repo / "data", folder / "data")
    python(repo, "-m", "tests.support.clock", str(seconds), "build", "--quiet", cwd=folder, **env)
    return files_in(folder / "site")


def different(one: dict[str, bytes], other: dict[str, bytes]) -> set[str]:
    """Files that only one of two folders has, or that have other bytes there."""
    return {name for name in one.keys() | other.keys() if one.get(name) != other.get(name)}


@pytest.mark.site
def test_builds_at_other_times_in_other_zones_give_the_same_bytes(repo: Path, tmp_path: Path) -> None:
    address = {"SITE_URL": "https://www.invented.internal/ir/"}
    first = build_at(repo, tmp_path / "a", EVENING, TZ="Asia/Tokyo", PYTHONHASHSEED="1", **address)
    later = EVENING + 104 * 86_400 + 11 * 3_600
    second = build_at(repo, tmp_path / "b" / "c", later, TZ="America/New_York", PYTHONHASHSEED="2", **address)
    assert {"index.html", "sitemap.xml", "sitemap.xml.gz", "search/search_index.json"} <= set(first)
    assert {"assets/share-2021.png", "assets/touch-icon.png", "robots.txt"} <= set(first)
    assert different(first, second) == set()


@pytest.mark.site
def test_the_clock_enters_only_through_source_date_epoch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = write_project(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    build_strictly(settings, tmp_path / "site", site_url="https://www.invented.internal/ir/")
    without = files_in(tmp_path / "site")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    build_strictly(settings, tmp_path / "site", site_url="https://www.invented.internal/ir/")
    with_day = files_in(tmp_path / "site")
    assert different(without, with_day) == {"sitemap.xml", "sitemap.xml.gz"}
    assert b"2022-05-31" in without["sitemap.xml"]
    assert b"2023-11-14" in with_day["sitemap.xml"]


def test_the_clock_of_a_process_can_be_set(repo: Path) -> None:
    code = f"""
from tests.support.clock import set_clock
set_clock({EVENING})
import datetime, time
print(datetime.datetime.now(datetime.UTC).isoformat(), time.strftime("%Y-%m-%d", time.gmtime()))
assert isinstance(datetime.date.fromisoformat("2021-12-31"), datetime.date)
assert not isinstance(datetime.date.today(), datetime.datetime)
"""
    assert python(repo, "-c", code, cwd=repo).split() == ["2029-12-31T23:59:00+00:00", "2029-12-31"]
