"""``formsd`` as a person runs it: what a terminal shows."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path


def at_terminal(folder: Path, arguments: Sequence[str], *, shows_all: bool = False) -> tuple[str, str]:
    """What goes into a pipe, and what a terminal shows of the error stream, or with ``shows_all`` of both."""
    command = [sys.executable, "-c", "from generator.cli import main; main()", *arguments]
    settings = os.environ | {"COLUMNS": "80", "TERM": "xterm", "PYTHONPATH": os.pathsep.join(sys.path)}
    ours, theirs = pty.openpty()
    output = theirs if shows_all else subprocess.PIPE
    with subprocess.Popen(command, cwd=folder, env=settings, stdout=output, stderr=theirs, text=True) as run:
        os.close(theirs)
        with ThreadPoolExecutor(max_workers=1) as pool:  # whoever reads one stream must not stop the other
            shown = pool.submit(lambda: b"".join(iter(lambda: _read(ours), b"")))
            printed, _ = run.communicate(timeout=250)
    os.close(ours)
    return printed or "", shown.result().decode()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # nobody writes to it any more
        return b""
