"""``mkdocs serve`` as a process of its own, and what it says and shows."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
import urllib.request
from pathlib import Path

import pytest

from generator.files.free_port import free_address

REPO = Path(__file__).resolve().parents[2]
PATIENCE = 180
"""Seconds after which a test gives up; a rebuild takes about one."""


class Preview:
    """A running ``mkdocs serve`` in ``folder``, and what it has printed so far.

    ``port`` 0: one that is free. ``PYTHONPATH`` is the folder first, then that of this program.
    """

    def __init__(self, folder: Path, port: int = 0) -> None:
        self.folder = folder
        self.lines: list[str] = []
        self._printed = threading.Condition()
        self._has_ended = False
        port = port or free_address("127.0.0.1", 0)[1]
        self._address = f"127.0.0.1:{port}"
        self.process = subprocess.Popen(
            [sys.executable, "-u", "-m", "mkdocs", "serve", "--dev-addr", self._address],
            cwd=folder,
            env={
                **os.environ,
                "PYTHONPATH": os.pathsep.join((str(folder), str(REPO))),
                "SITE_URL": f"http://{self._address}/",
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    @property
    def address(self) -> str:
        """Where it is served, as it says itself, with a slash at the end."""
        said = (re.search(r"Serving on (\S+)", line) for line in self.lines)
        return next((one[1] for one in said if one), f"http://{self._address}/")

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            with self._printed:
                self.lines.append(line.rstrip("\n"))
                self._printed.notify_all()
        with self._printed:
            self._has_ended = True
            self._printed.notify_all()

    def wait_for(self, text: str) -> None:
        """Until a line that holds ``text`` is printed."""
        with self._printed:
            self._printed.wait_for(lambda: self._has_ended or self._has_printed(text), PATIENCE)
            assert self._has_printed(text), "\n".join([f"never printed: {text}", *self.lines])

    def _has_printed(self, text: str) -> bool:
        return any(text in line for line in self.lines)

    def page(self, address: str) -> str:
        """The page, without the script that reloads it. The server waits for a rebuild that is under way."""
        with urllib.request.urlopen(f"{self.address}{address}", timeout=PATIENCE) as response:
            text: str = response.read().decode()
        return re.sub(r"livereload\([^)]*\)", "", text)

    def wait_until_shown(self, address: str, text: str) -> None:
        """Until the page holds ``text``."""
        for _ in range(PATIENCE * 10):
            if text in self.page(address):
                return
            with self._printed:
                self._printed.wait(0.1)
        pytest.fail("\n".join([f"never shown on {address}: {text}", *self.lines]))

    def end(self) -> None:
        self.process.terminate()
        self.process.wait(PATIENCE)
        self._reader.join(PATIENCE)
        assert self.process.stdout is not None
        self.process.stdout.close()


def without_bar(page: str) -> str:
    """A page without what the preview adds to it while something is broken."""
    return re.sub(
        r'<style>[^<]*</style>\n<div class="fsd-trouble".*?</div></div>\n', "", page, flags=re.DOTALL
    )
