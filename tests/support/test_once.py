"""What a run makes once is made once, and a process that waits for it learns why it was not made."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.support.once import NotMadeError, once_a_run


def test_the_first_makes_it_and_the_others_wait_for_it(tmp_path: Path) -> None:
    made: list[Path] = []

    def make(folder: Path) -> None:
        made.append(folder)
        (folder / "a.txt").write_text("whole", encoding="utf-8")

    def ask(_: int) -> str:
        return (once_a_run(tmp_path / "it", make) / "a.txt").read_text(encoding="utf-8")

    with ThreadPoolExecutor(max_workers=4) as pool:
        assert list(pool.map(ask, range(8))) == ["whole"] * 8
    assert made == [tmp_path / "it"]


def test_who_waits_for_what_cannot_be_made_is_told_why(tmp_path: Path) -> None:
    def fail(_: Path) -> None:
        raise ValueError("a wrong setting")

    with pytest.raises(ValueError, match="a wrong setting"):
        once_a_run(tmp_path / "it", fail)
    with pytest.raises(NotMadeError, match="ValueError: a wrong setting"):
        once_a_run(tmp_path / "it", fail)
