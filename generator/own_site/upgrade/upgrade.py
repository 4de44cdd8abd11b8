"""The two programs side by side on copies of the company's folder, and what an update would change there."""

from __future__ import annotations

import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from ...errors import DisclosureError
from ...files.program import PACKAGE as RUNNING
from ..run_mkdocs import settings_file
from .changes import site_changes
from .lock_change import LockChange, lock_change
from .programs import new_wheel, present_program
from .report import asked_lines, site_lines, text_lines, value_lines
from .texts import changed_libraries, changed_settings, default_texts, to_do
from .trial import make, year_states

_LIBRARIES = (
    "The new version was tested with other libraries; this comparison ran with those that are installed now:"
)


@dataclass(frozen=True)
class Upgrade:
    """What would change for readers, in words, and in which files of the company."""

    present: str
    new: str
    lines: tuple[str, ...]
    lock: LockChange


def site_folder(start: Path) -> Path:
    """The company's folder: ``start`` or the nearest above it. Raises DisclosureError where there is none."""
    folder = settings_file(start).parent
    if (folder / "data").is_dir() and folder != RUNNING.parent:
        return folder
    raise DisclosureError(
        f"{folder} is not the folder of a company's site, which 'formsd init' makes: a folder with mkdocs.yml"
        " and data, apart from the program."
    )


def compare(start: Path, given: Path | None) -> Upgrade:
    """What the new program ``given`` would change; None: the newest that is at hand.

    Nothing in the company's folder is written; all that is made is gone when this ends, however it ends.
    Raises DisclosureError where there is no newer program, or where one of the two cannot build the site.
    """
    site = site_folder(start)
    with _ending_tidily(), tempfile.TemporaryDirectory(prefix="formsd-upgrade-") as folder:
        work = Path(folder).resolve()
        old = present_program(site, work / "present")
        wheel = new_wheel(site, given, old.version)
        new = wheel.unpacked(work / "new")
        states = year_states(site / "data")
        made_old, made_new = make((old, new), site, states, work)
        changes = site_changes(made_old.site, made_new.site)
        texts = default_texts(made_old, made_new, site / "data", states)
        lines = (
            *asked_lines(to_do(old, new)),
            *site_lines(changes, made_old, made_new, site / "data", states),
            *text_lines(texts),
            *value_lines(
                "Settings that a site has where mkdocs.yml does not say them:", changed_settings(old, new)
            ),
            *value_lines(_LIBRARIES, changed_libraries(old, new)),
        )
        return Upgrade(old.version, new.version, lines, lock_change(site, old, new, wheel))


@contextmanager
def _ending_tidily() -> Iterator[None]:
    """Whoever ends this process politely ends it as Ctrl+C does: what it began is ended and removed."""

    def end(number: int, frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
