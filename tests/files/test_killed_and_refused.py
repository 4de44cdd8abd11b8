"""Whatever writes is killed at each of its steps, and refused each of them: what was there is whole, what is
new is whole, the next run needs no help, and nothing is left behind."""

from __future__ import annotations

import errno
import hashlib
import itertools
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.errors import DisclosureError
from generator.files.added_files import add_files, finish_adding
from generator.files.built_folder import BuiltFolder, restore
from generator.files.folder import write_folder
from generator.files.held import make_beside, only_one_writes
from generator.files.refused import refused
from generator.files.swapped_file import write_swapped
from generator.files.together import CHANGES, change_together, finish_change
from generator.own_site.lock import LOCK
from generator.own_site.new_folder import write_new
from generator.own_site.upgrade.lock_change import LockChange
from generator.record.records import Deed, Snapshot
from generator.record.write import write_record
from tests.support.faults import contents, every_kill, posix_only, refusing, run

OLD = {
    "list.xlsx": b"old list",
    "review/review.xlsx": b"old review",
    "review/gone.txt": b"gone",
    "mine.md": b"m",
}
NEW = {
    "list.xlsx": b"new list",
    "review/review.xlsx": b"new review",
    "review/letters/a.txt": b"new",
    "mine.md": b"m",
}
MADE: dict[str, bytes | None] = {**NEW, "review/gone.txt": None}
MADE.pop("mine.md")


def together(home: Path) -> None:
    finish_change(home, home / "review")
    change_together(home, home / "review", MADE, {})


def record(home: Path) -> None:
    deed = Deed.model_validate({"what": "published", "date": "2022-05-20", "fingerprint": "0" * 64})
    write_record(home / "record" / "published", deed, Snapshot({"facts.txt": "new\n"}))


def site(home: Path) -> None:
    restore(home / "site")
    built = BuiltFolder.begin(home / "site")
    try:
        (built.building / "index.html").write_text("new")
    except OSError:
        built.discard()
        raise
    built.publish()


def start(home: Path) -> None:
    finish_adding(home)
    add_files(home, {"a.md": b"new", "b/c.md": b"new"})


def upgrade(home: Path) -> None:
    there = home / LOCK
    if there.read_bytes() != b"new":
        LockChange(home, "old", "new", "program.whl", b"wheel").write()


@dataclass(frozen=True)
class Writer:
    before: dict[str, bytes]
    act: Callable[[Path], object]
    whole: bool = True
    """Whether it changes all at once; else each file is whole, and the next run adds the rest."""


WRITERS = {
    "reconcile": Writer(OLD, together),
    "sign and publish": Writer({"record/published/record.yml": b"old", "record/legal/x": b"other"}, record),
    "build": Writer({"site/index.html": b"old", "site/old.html": b"old"}, site),
    "pages and export": Writer(
        {"mine.md": b"m"},
        lambda home: write_folder(home / "out", {"a.txt": b"new", "b/c.txt": b"new"}, "pages"),
    ),
    "upgrade": Writer({LOCK: b"old"}, upgrade, whole=False),
    "start": Writer({"a.md": b"own"}, start, whole=False),
    "init": Writer({}, lambda home: write_new(home / "own", {"a.md": b"new", "b/c.md": b"new"}), whole=False),
    "one file": Writer({"a.md": b"old"}, lambda home: write_swapped(home / "a.md", b"new")),
}
each_writer = pytest.mark.parametrize("writer", WRITERS.values(), ids=WRITERS)


@pytest.fixture
def begin(tmp_path: Path) -> Callable[[Writer], Callable[[], Path]]:
    numbers = itertools.count()

    def of(writer: Writer) -> Callable[[], Path]:
        def made() -> Path:
            home = tmp_path / str(next(numbers)) / "home"
            home.mkdir(parents=True)
            for name, content in writer.before.items():
                (home / name).parent.mkdir(parents=True, exist_ok=True)
                (home / name).write_bytes(content)
            return home

        return made

    return of


def visible(folder: Path) -> dict[str, bytes | None]:
    """Without what waits beside, in hidden folders and files."""
    found = contents(folder)
    return {name: content for name, content in found.items() if not any(p[0] == "." for p in name.split("/"))}


@posix_only
@each_writer
def test_a_run_that_is_killed_at_any_step_is_ended_by_the_next_one(
    writer: Writer, begin: Callable[[Writer], Callable[[], Path]]
) -> None:
    fresh = begin(writer)
    whole = fresh()
    writer.act(whole)
    new = contents(whole.parent)
    for home in every_kill(fresh, writer.act):
        for name, content in visible(home).items():
            assert content is None or content in (writer.before.get(name), new.get(f"home/{name}")), name
        assert run(lambda home=home: writer.act(home)) == (0, "")  # type: ignore[misc]
        assert contents(home.parent) == new


@posix_only
@each_writer
@pytest.mark.parametrize(
    ("code", "says"),
    [
        (errno.ENOSPC, "Free space on that disk"),
        (errno.EDQUOT, "Your share of that disk is used up"),
        (errno.EACCES, "check who may read and write there"),
        (errno.EROFS, "Nobody can write on that disk"),
        (errno.EIO, "fails: copy your files elsewhere"),
    ],
    ids=lambda value: errno.errorcode[value] if isinstance(value, int) else "",
)
def test_what_the_disk_refuses_is_told_and_leaves_all_as_it_was(
    writer: Writer, code: int, says: str, begin: Callable[[Writer], Callable[[], Path]]
) -> None:
    fresh = begin(writer)
    for number in itertools.count(1):
        home = fresh()
        before = contents(home.parent)
        ended, said = run(lambda: told(writer.act, home), refusing(code, number, once=code == errno.EIO))  # noqa: B023
        if ended == 0:
            return
        assert ended == 1, said
        assert says in said
        assert ".formsd-" not in said.split(" cannot ")[0]  # the file that a person knows
        if code == errno.ENOSPC and writer.whole:
            assert contents(home.parent) == before


def told(act: Callable[[Path], object], home: Path) -> None:
    """As the commands do it: what no wing says itself, the door says."""
    try:
        act(home)
    except OSError as problem:
        raise refused(problem, home) from problem


@pytest.mark.parametrize("saved", ["list.xlsx", "review/review.xlsx"])
def test_what_a_person_saved_meanwhile_is_not_replaced(
    saved: str, begin: Callable[[Writer], Callable[[], Path]]
) -> None:
    home = begin(WRITERS["reconcile"])()
    seen = {name: hashlib.sha256(content).hexdigest() for name, content in OLD.items()}
    (home / saved).write_bytes(b"saved by a person")
    before = contents(home)
    with pytest.raises(DisclosureError, match=r"changed while this command ran.*run the command again"):
        change_together(home, home / "review", MADE, seen)
    assert contents(home) == before


@posix_only
def test_what_a_person_saved_after_a_kill_is_not_replaced_and_list_and_review_go_together(
    begin: Callable[[Writer], Callable[[], Path]],
) -> None:
    """At whichever step it was killed: the person's file stays, and the others are all old or all new."""
    undone = 0
    for home in every_kill(begin(WRITERS["reconcile"]), together):
        was = {name: (home / name).read_bytes() for name in ("list.xlsx", "review/review.xlsx")}
        (home / "list.xlsx").write_bytes(was["list.xlsx"] + b" and a note of mine")
        said = finish_change(home, home / "review")
        assert (home / "list.xlsx").read_bytes() == was["list.xlsx"] + b" and a note of mine"
        state = was["list.xlsx"].split()[0]
        assert (home / "review" / "review.xlsx").read_bytes() == state + b" review"
        assert not (home / "review" / CHANGES).exists()
        undone += "is undone: a person has changed" in said
    assert undone


@posix_only
def test_a_folder_that_a_run_still_holds_is_not_removed_and_a_killed_ones_is(tmp_path: Path) -> None:
    held = make_beside(tmp_path / "site")
    mine = [tmp_path / ".site.formsd-notes", tmp_path / ".site.backup", tmp_path / ".site.k3_x9a0b"]
    for path in mine:
        path.mkdir()
    assert run(lambda: make_beside(tmp_path / "site") and os._exit(0))[0] == 0  # ends without removing it
    left = {path for path in tmp_path.iterdir() if path not in mine and path != held.path}
    assert len(left) == 1
    other = make_beside(tmp_path / "site")
    assert {*tmp_path.iterdir()} == {*mine, held.path, other.path}
    held.discard()
    other.discard()


@posix_only
def test_two_commands_never_write_into_one_folder_at_once(tmp_path: Path) -> None:
    with only_one_writes(tmp_path):
        ended, said = run(lambda: only_one_writes(tmp_path).__enter__())
    assert (ended, said.partition(". ")[0]) == (
        1,
        f"Another command of this program is writing into {tmp_path}",
    )
    assert run(lambda: only_one_writes(tmp_path).__enter__())[0] == 0


def test_a_site_never_takes_the_place_of_what_it_is_made_of(tmp_path: Path) -> None:
    for name in ("data/2021", "docs"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("")
    sources = [tmp_path / "mkdocs.yml", tmp_path / "docs", tmp_path / "data"]
    for place in ("data", "data/2021", "data/site", "docs", "."):
        with pytest.raises(
            DisclosureError, match=r"it would take the place of .*\n  Name a folder of its own"
        ):
            BuiltFolder.begin(tmp_path / place, sources)
    BuiltFolder.begin(tmp_path / "site", sources).discard()
