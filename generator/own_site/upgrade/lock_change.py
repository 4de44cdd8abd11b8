"""What an update changes in the company's folder: ``requirements.lock``, and the program's file beside it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ...errors import DisclosureError
from ...files.refused import refused
from ...files.seen import saved_meanwhile
from ...files.swapped_file import write_swapped
from ...model.counted import counted
from ..lock import LOCK, PROGRAM, lock_text
from .programs import Program, Wheel

_ENTRY = re.compile(r"^([^\s#\\][^\n]*\\\n(?:[ \t][^\n]*\n?)+|[^\s#\\][^\n]*\n?)", re.MULTILINE)
_NAME = re.compile(r"[A-Za-z0-9][\w.-]*")
_OWN = "\n# Added for this site, not by the program:\n"


@dataclass(frozen=True)
class LockChange:
    """The two files that an update writes; ``place`` is the folder of the site."""

    place: Path
    before: str
    after: str
    wheel_name: str
    wheel: bytes

    @property
    def has_wheel(self) -> bool:
        """Whether the program's file stands in its place already."""
        path = self.place / PROGRAM / self.wheel_name
        return path.is_file() and path.read_bytes() == self.wheel

    def difference(self) -> Iterator[str]:
        """The difference of the lock as ``diff -u`` shows it, without line ends; of a new one, its length."""
        if not self.before:
            yield f"new, with {counted(len(self.after.splitlines()), 'line')}"
            return
        now, then = self.before.splitlines(), self.after.splitlines()
        yield from difflib.unified_diff(now, then, f"{LOCK} (now)", f"{LOCK} (then)", n=1, lineterm="")

    def write(self) -> None:
        """Raises DisclosureError where a file cannot be written; the lock is written last."""
        try:
            (self.place / PROGRAM).mkdir(exist_ok=True)
            now = (self.place / LOCK).read_text(encoding="utf-8") if (self.place / LOCK).exists() else ""
        except OSError as problem:
            raise refused(problem) from problem
        if now != self.before:
            raise saved_meanwhile([self.place / LOCK])
        if not self.has_wheel:
            write_swapped(self.place / PROGRAM / self.wheel_name, self.wheel)
        write_swapped(self.place / LOCK, self.after.encode())


def lock_change(site: Path, old: Program, new: Program, wheel: Wheel) -> LockChange:
    """From the lock that is there to that of the new program; what people added to it stays at its end."""
    path = site / LOCK
    try:
        before = path.read_text(encoding="utf-8") if path.is_file() else ""
        content = wheel.path.read_bytes()
    except (OSError, UnicodeDecodeError) as problem:
        raise DisclosureError(f"{path} or {wheel.path} cannot be read.") from problem
    name = f"form_sd_microsite-{new.version}-py3-none-any.whl"
    after = lock_text(new.version, name, content, new.needs)
    of_program = {_name(entry) for text in (old.needs, new.needs) for entry in _ENTRY.findall(text)}
    added = [entry for entry in _ENTRY.findall(before) if _name(entry) and _name(entry) not in of_program]
    if added:
        after += _OWN + "".join(f"{entry.rstrip()}\n" for entry in added)
    return LockChange(site, before, after, name, content)


def _name(entry: str) -> str:
    """Of a package; empty for the program's own file."""
    found = _NAME.match(entry)
    return re.sub(r"[-_.]+", "-", found[0]).lower() if found else ""
