"""A site that is built beside the published one: it takes its place whole, or nothing changes."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from generator.errors import DisclosureError
from generator.files.built_folder import BuiltFolder, restore


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """A site of which one page is published."""
    site = tmp_path / "public" / "site"
    site.mkdir(parents=True)
    (site / "old.html").write_text("old")
    return site


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_what_is_published_stays_while_another_site_is_built(published: Path) -> None:
    built = BuiltFolder.begin(published)
    (built.building / "new.html").write_text("new")
    assert built.building.parent == published.parent
    assert names(published) == ["old.html"]


def test_a_published_folder_has_what_was_built_and_nothing_else(published: Path) -> None:
    built = BuiltFolder.begin(published)
    (built.building / "new.html").write_text("new")
    built.publish()
    built.discard()
    assert names(published) == ["new.html"]
    assert names(published.parent) == ["site"]


def test_a_discarded_build_leaves_nothing_and_may_be_discarded_again(published: Path) -> None:
    built = BuiltFolder.begin(published)
    (built.building / "new.html").write_text("new")
    for _ in range(2):
        built.discard()
        assert names(published) == ["old.html"]
        assert names(published.parent) == ["site"]


def test_the_first_site_makes_the_folders_above_it(tmp_path: Path) -> None:
    built = BuiltFolder.begin(tmp_path / "a" / "b" / "site")
    built.publish()
    assert names(tmp_path / "a" / "b") == ["site"]


def test_a_file_of_that_name_is_told_and_stays(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("mine")
    with pytest.raises(DisclosureError, match=r"cannot be written to .*: there is a file of that name"):
        BuiltFolder.begin(tmp_path / "site")
    assert names(tmp_path) == ["site"]


def test_a_site_that_cannot_take_its_place_leaves_the_old_one(
    published: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = BuiltFolder.begin(published)

    def refused(path: Path, place: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "rename", refused)
    with pytest.raises(DisclosureError, match="cannot take its place at site: Permission denied"):
        built.publish()
    assert names(published) == ["old.html"]
    assert names(published.parent) == ["site"]


def test_what_a_killed_build_left_aside_comes_back(published: Path) -> None:
    published.rename(published.with_name(".site.k3_x9a0b.old"))
    restore(published)
    assert names(published.parent) == ["site"]
    assert names(published) == ["old.html"]


@pytest.mark.skipif(os.name != "posix", reason="folders of Windows have no such permissions")
def test_a_published_folder_can_be_read_by_a_web_server_whoever_builds_it(published: Path) -> None:
    before = os.umask(0o077)
    try:
        built = BuiltFolder.begin(published)
        (built.building / "2021" / "documents").mkdir(parents=True)
        (built.building / "2021" / "documents" / "form.pdf").write_bytes(b"invented")
        (built.building / "new.html").write_text("new")
        (built.building / "new.html").chmod(0o700)
        built.publish()
    finally:
        os.umask(before)
    modes = {
        path.relative_to(published).as_posix(): oct(path.stat().st_mode & 0o777)
        for path in (published, *published.rglob("*"))
    }
    assert modes == {
        ".": "0o755",
        "2021": "0o755",
        "2021/documents": "0o755",
        "2021/documents/form.pdf": "0o644",
        "new.html": "0o644",
    }
