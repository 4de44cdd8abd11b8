"""What a disk and a system do to a run: they refuse a step, or the run is killed at it.

The run is a child of this process (POSIX only), in which each step that changes the disk is heard by an audit
hook of Python; a step that is refused, or at which the child ends, never happens.
"""

from __future__ import annotations

import errno
import itertools
import os
import signal
import sys
import traceback
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator import cli
from generator.errors import DisclosureError

posix_only = pytest.mark.skipif(not hasattr(os, "fork"), reason="the system has no fork")
KILLED = -9
"""As the system tells the parent of a process that SIGKILL ended."""
_STEPS = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "os.link", "shutil.rmtree"}
_NEEDS_SPACE = {"open", "os.mkdir"}


def _is_step(event: str, args: tuple[Any, ...]) -> bool:
    if event == "open":
        path, _, flags = args
        is_file = isinstance(path, str) and not path.startswith(("/dev/", "/proc/"))
        return is_file and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
    return event in _STEPS


def run(act: Callable[[], object], at: Callable[[int, str, str], None] = lambda *_: None) -> tuple[int, str]:
    """Exit code and what is said: 0, 1 with the message of a DisclosureError, 2 with a traceback.

    ``at`` hears the number of each step, from 1, its event and its file.
    """
    read, write = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of threads: the child makes none
        pid = os.fork()
    if pid == 0:
        sys.dont_write_bytecode = (
            True  # where files are cut off, Python would keep its own so, and fail ever after
        )
        code, said = 2, ""
        try:
            steps = itertools.count(1)

            def heard(event: str, args: tuple[Any, ...]) -> None:
                if _is_step(event, args):
                    at(next(steps), event, os.fsdecode(args[0]) if isinstance(args[0], str | bytes) else "")

            sys.addaudithook(heard)
            act()
            code = 0
        except DisclosureError as problem:
            code, said = 1, str(problem)
        except BaseException:
            said = traceback.format_exc()
        os.write(write, said.encode("utf-8", "backslashreplace")[-60_000:])
        os._exit(code)
    os.close(write)
    with os.fdopen(read, "rb") as pipe:
        said = pipe.read().decode()
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), said


def killed_at(number: int) -> Callable[[int, str, str], None]:
    def at(step: int, event: str, path: str) -> None:
        if step == number:
            os.kill(os.getpid(), signal.SIGKILL)

    return at


def inside(folder: Path, at: Callable[[int, str, str], None]) -> Callable[[int, str, str], None]:
    """``at``, which then hears and counts only the steps in ``folder``."""
    numbers = itertools.count(1)

    def heard(_: int, event: str, path: str) -> None:
        if not Path(path).is_absolute() or path.startswith(f"{folder}{os.sep}"):
            at(next(numbers), event, path)

    return heard


def formsd(*arguments: object) -> None:
    """A whole command. Raises DisclosureError with what it says where its exit code is another than 0."""
    result = CliRunner().invoke(cli.main, [str(one) for one in arguments])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    if result.exit_code:
        raise DisclosureError(result.output)


def refusing(code: int, number: int = 1, *, once: bool = False) -> Callable[[int, str, str], None]:
    """From the step ``number`` on, or at it alone, the system refuses. A full disk still deletes."""

    def at(step: int, event: str, path: str) -> None:
        is_hit = step == number if once else step >= number
        if is_hit and not (code == errno.ENOSPC and event not in _NEEDS_SPACE):
            raise OSError(code, os.strerror(code), path)

    return at


def every_kill(begin: Callable[[], Path], act: Callable[[Path], object]) -> Iterator[Path]:
    """For each step of ``act`` in turn, a fresh folder in which it was killed there."""
    for number in itertools.count(1):
        folder = begin()
        code, said = run(lambda folder=folder: act(folder), killed_at(number))  # type: ignore[misc]
        assert code in (0, KILLED), said
        if code == 0:
            assert number > 1, "no step was heard"
            return
        yield folder


def contents(folder: Path) -> dict[str, bytes | None]:
    """Address to content of all that is in a folder, hidden files too; None for a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }
