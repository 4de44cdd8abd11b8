"""Whole commands that are killed, or that a disk takes no more of: the old or the new is whole, and the
next run needs no help. In ``tests/files`` each step of what they write with is tried."""

from __future__ import annotations

import itertools
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.signing import sign as signing
from tests.support.builders import YML, write_year
from tests.support.cmrt_workbooks import cmrt
from tests.support.faults import KILLED, contents, formsd, inside, killed_at, posix_only, run
from tests.support.published import publish as build

SIGNED_HERE = YML.replace("  signed_elsewhere: Invented, so that nobody signs\n", "")
MOST_KILLS = 4


def signed(home: Path) -> None:
    write_year(home / "data", yml=SIGNED_HERE.replace("state: final", "state: draft"))
    sign(home, "2022-05-19")


def sign(home: Path, day: str = "2022-05-20") -> None:
    names = ("--role", "legal", "--name", "Ann Example", "--date", day)
    formsd("sign", 2021, "--data", home / "data", *names)


def published(home: Path) -> None:
    write_year(home / "data", yml=YML)
    build(home / "data", home / "site", ("edgar", "tables"))
    publish(home, "2022-05-19")


def publish(home: Path, day: str = "2022-05-20") -> None:
    formsd("publish", 2021, "--data", home / "data", "--site", home / "site", "--date", day)


def reconciled(home: Path) -> None:
    year = write_year(home / "data", yml=YML)
    (year / "smelters.xlsx").unlink()
    (home / "answers").mkdir()
    cmrt(home / "answers" / "a.xlsx")
    reconcile(home)
    cmrt(home / "answers" / "b.xlsx", company="Other Invented Company")


def reconcile(home: Path) -> None:
    formsd("reconcile", 2021, "--data", home / "data", "--from", home / "answers", "--processes", 1)


def data_alone(home: Path) -> None:
    write_year(home / "data", yml=YML)


def filed(home: Path) -> None:
    write_year(home / "data", yml=YML)
    text = "This Conflict Minerals Report of Invented Devices, Inc. is for the calendar year 2019."
    (home / "exhibit.htm").write_text(f"<html><body><p>{text}</p></body></html>", encoding="utf-8")


def take_over(home: Path) -> None:
    formsd("import", 2019, "--data", home / "data", "--exhibit", home / "exhibit.htm")


@dataclass(frozen=True)
class Command:
    before: Callable[[Path], None]
    act: Callable[[Path], None]
    unit: str = ""
    """A folder that is all old or all new; empty: each file is."""


COMMANDS = {
    "sign": Command(signed, sign, "data/2021/record/legal/"),
    "publish": Command(published, publish, "data/2021/record/published/"),
    "start": Command(data_alone, lambda home: formsd("start", 2022, "--data", home / "data")),
    "init": Command(lambda _: None, lambda home: formsd("init", home / "own", "--year", 2021)),
    "reconcile": Command(reconciled, reconcile),
}
OTHERS = {
    "import": Command(filed, take_over),
    "start from a year": Command(
        data_alone, lambda home: formsd("start", 2022, "--data", home / "data", "--from", 2021)
    ),
    "example": Command(lambda _: None, lambda home: formsd("example", home / "own")),
    "pages": Command(
        data_alone, lambda home: formsd("pages", 2021, "--data", home / "data", "--to", home / "out")
    ),
    "export": Command(
        data_alone,
        lambda home: formsd(
            "export", 2021, "--data", home / "data", "--to", home / "out", "--only", "tables"
        ),
    ),
}


@pytest.fixture
def fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: Command) -> Callable[[], Path]:
    """Makes folders as they stand before the command. What it makes to look at alone is left out."""
    monkeypatch.setattr(signing, "export_files", lambda *_: None)
    numbers, before = itertools.count(), tmp_path / "before"
    before.mkdir()
    command.before(before)

    def made() -> Path:
        return shutil.copytree(before, tmp_path / f"{next(numbers)}" / "home")

    return made


def steps_of(command: Command, home: Path) -> list[str]:
    """Runs the command to its end; the events inside ``home`` at which it could be killed, in order."""
    steps = home.parent / "steps"

    def heard(_: int, event: str, __: str) -> None:
        with steps.open("a") as file:
            file.write(f"{event}\n")

    assert run(lambda: command.act(home), inside(home, heard)) == (0, "")
    return steps.read_text().split()


def chosen(steps: list[str]) -> list[int]:
    """The first step, the last one, and of those at which something takes its place as many as there is time
    for."""
    moves = [number for number, event in enumerate(steps, start=1) if event == "os.rename"]
    around = sorted({1, *moves, *(number + 1 for number in moves if number < len(steps)), len(steps)})
    return sorted({around[len(around) * part // MOST_KILLS] for part in range(MOST_KILLS)} | {len(steps)})


@posix_only
@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_a_command_that_is_killed_leaves_the_old_or_the_new_and_is_run_again(
    command: Command, fresh: Callable[[], Path]
) -> None:
    home = fresh()
    old = contents(home)
    steps = steps_of(command, home)
    new = contents(home)
    assert run(lambda: command.act(home)) == (0, "")
    wanted = (new, contents(home))  # what a reconciliation makes tells of the one before
    assert new != old
    for number in chosen(steps):
        home = fresh()
        ended, said = run(lambda home=home: command.act(home), inside(home, killed_at(number)))  # type: ignore[misc]
        assert ended == KILLED, said
        there = contents(home)
        for name, content in there.items():
            if content is not None and not any(part.startswith(".") for part in name.split("/")[:-1]):
                is_beside = ".formsd-" in name.rpartition("/")[2]
                assert is_beside or content in (old.get(name), new.get(name)), name
        if command.unit:
            states = [
                {n: c for n, c in one.items() if n.startswith(command.unit)} for one in (there, old, new)
            ]
            assert states[0] in (*states[1:], {})
        assert run(lambda home=home: command.act(home)) == (0, "")  # type: ignore[misc]
        assert contents(home) in wanted, number


@posix_only
@pytest.mark.skipif(sys.platform == "darwin", reason="has another limit of files")
@pytest.mark.parametrize("command", (COMMANDS | OTHERS).values(), ids=COMMANDS | OTHERS)
def test_a_file_of_which_the_disk_takes_a_part_only_is_no_file(
    command: Command, fresh: Callable[[], Path]
) -> None:
    """The system itself writes what fits and refuses the rest, as where the disk or a share of it is full."""
    home = fresh()
    before = contents(home.parent)

    def act() -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (700, 700))
        command.act(home)

    ended, said = run(act)
    assert ended == 1, said
    assert "cannot be written: File too large" in said
    assert "Traceback" not in said
    assert contents(home.parent) == before


@posix_only
@pytest.mark.parametrize("command", [OTHERS["import"]], ids=["import"])
def test_an_import_that_is_killed_makes_a_whole_year_or_none_and_leaves_nothing_to_the_next(
    command: Command, fresh: Callable[[], Path]
) -> None:
    home = fresh()
    old = contents(home)
    steps = steps_of(command, home)
    new = contents(home)
    for number in chosen(steps):
        home = fresh()
        ended, said = run(lambda home=home: command.act(home), inside(home, killed_at(number)))  # type: ignore[misc]
        assert ended == KILLED, said
        there = contents(home / "data")
        assert there in (contents_below(old, "data/"), contents_below(new, "data/"))
        code, said = run(lambda home=home: command.act(home))  # type: ignore[misc]
        is_there = code == 1 and "IM-001" in said
        assert code == 0 or is_there, said
        if code == 0:
            assert contents(home) == new


def contents_below(found: dict[str, bytes | None], folder: str) -> dict[str, bytes | None]:
    return {name.removeprefix(folder): one for name, one in found.items() if name.startswith(folder)}
