"""MkDocs as a process of its own, in the folder of the site: the same on Windows, macOS and Linux."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from ..documents.output import DRAFTS_ASKED
from ..errors import DisclosureError
from .settings import find_settings

SETTINGS = "mkdocs.yml"
PLUGIN = "disclosure"
MKDOCS = ("mkdocs",)
_NOTICE = "NO_MKDOCS_2_WARNING"
FRAME_ENDS = (
    "Note: the makers of the website's frame, Material for MkDocs, maintain it until 5 May 2027."
    " What is published and the versions that you have keep working; look for a newer version of this program"
    " before then."
)
"""Said in place of the theme's own notice, which leads to a successor that runs no plugins."""


def settings_file(start: Path, given: Path | None = None) -> Path:
    """``mkdocs.yml`` of the folder ``start`` or of the nearest one above it; or the one that is ``given``.

    Raises DisclosureError where there is none.
    """
    if given is not None:
        if not given.is_file():
            raise DisclosureError(f"There is no file {given}.")
        return given.resolve()
    for folder in (start.resolve(), *start.resolve().parents):
        if (folder / SETTINGS).is_file():
            return folder / SETTINGS
    raise DisclosureError(
        f"There is no {SETTINGS} in {start.resolve()} or above it. Go into the folder of your site, or name"
        f" its settings: -f FOLDER/{SETTINGS}. 'formsd init FOLDER' makes a new site."
    )


def must_have_plugin(settings: Path) -> None:
    """Raises DisclosureError where the settings leave this program out, which MkDocs would not mind.

    Where they state no plugins MkDocs itself takes its search alone.
    """
    plugins = (find_settings(settings) or {"plugins": [PLUGIN]}).get("plugins")
    if PLUGIN not in _names(plugins):
        raise DisclosureError(
            f"{settings} does not name the plugin '{PLUGIN}', so that no page of a year would be made. Write"
            f" '  - {PLUGIN}' below 'plugins:'."
        )


def run_mkdocs(
    settings: Path, command: str, *options: str, program: Sequence[str] = MKDOCS, has_drafts: bool = False
) -> int:
    """Runs ``mkdocs COMMAND`` in the folder of ``settings``; its exit code.

    Ctrl+C reaches it as it reaches this process, which waits until it has ended; so does a polite end from
    elsewhere. A process that a signal ended gives 128 and the signal's number, as shells do. ``has_drafts``:
    the site shows drafts beside a final too. ``program``: MkDocs, or what runs it, as a module and its first
    arguments.
    """
    # -P: a file of the site's folder never takes the place of a module of the program.
    line = [sys.executable, "-P", "-m", *program, command, "-f", str(settings), *options]
    environment = {**os.environ, _NOTICE: "1"} | ({DRAFTS_ASKED: "1"} if has_drafts else {})
    process = subprocess.Popen(line, cwd=settings.parent, env=environment)
    with _passed_on(process):
        code = _ended(process)
    return code if code >= 0 else 128 - code


def _names(plugins: object) -> list[str]:
    """Names of a list of ``mkdocs.yml``: each a name or a name with options; or names with options."""
    entries = plugins if isinstance(plugins, list | dict) else []
    return [str(name) for entry in entries for name in (entry if isinstance(entry, dict) else [entry])]


def _ended(process: subprocess.Popen[bytes]) -> int:
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            continue  # MkDocs has it too, and ends by itself


@contextmanager
def _passed_on(process: subprocess.Popen[bytes]) -> Iterator[None]:
    def pass_on(number: int, frame: FrameType | None) -> None:
        process.terminate()

    before = signal.signal(signal.SIGTERM, pass_on)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
