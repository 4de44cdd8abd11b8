"""One command in a process of its own, forked from one that has imported everything, with limits."""

from __future__ import annotations

import faulthandler
import os
import resource
import signal
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

SECONDS, BYTES = 30, 2 * 1024**3
"""Time of the processor, since others may use the machine, and memory that a command may take."""
_MOST_SECONDS = 10 * SECONDS
"""By the clock, for a command that waits."""
CRASHED = 70


@dataclass(frozen=True)
class Outcome:
    """How a command ended."""

    code: int | None
    """Its exit code; None: a signal ended it."""
    output: str
    seconds: float
    is_hang: bool = False


def apart(work: Callable[[], object]) -> None:
    """Does the work in another process: threads that it starts would be missing in each one forked later."""
    if (child := os.fork()) == 0:
        code = 1
        try:
            work()
            code = 0
        finally:
            os._exit(code)
    if os.waitpid(child, 0)[1]:
        raise SystemExit(1)


def run(arguments: Sequence[str], folder: Path, log: Path) -> Outcome:
    """``formsd`` with these arguments, in ``folder``; what it prints goes into ``log``."""
    started = time.monotonic()
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        _become(arguments, folder, log)
    while True:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended or _processor_seconds(child) > SECONDS or time.monotonic() - started > _MOST_SECONDS:
            break
        time.sleep(0.005)
    if not ended:
        os.killpg(child, signal.SIGKILL)
        os.waitpid(child, 0)
    code = os.WEXITSTATUS(status) if ended and os.WIFEXITED(status) else None
    output = log.read_bytes().decode("utf-8", "replace")
    return Outcome(code, output, time.monotonic() - started, is_hang=not ended)


def _processor_seconds(process: int) -> float:
    """What a process has used so far; 0 where it is gone."""
    try:
        fields = Path("/proc", str(process), "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _become(arguments: Sequence[str], folder: Path, log: Path) -> None:
    """Never returns. What the command raises is printed as Python prints it."""
    from generator.cli import main

    code = CRASHED
    try:
        os.setpgid(0, 0)
        written = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(written, 1)
        os.dup2(written, 2)
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
        sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
        os.chdir(folder)
        resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
        faulthandler.dump_traceback_later(_MOST_SECONDS - 2)  # where it hangs
        main(list(arguments), standalone_mode=True)
        code = 0
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    except BaseException:
        traceback.print_exc()
    finally:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        os._exit(code)
