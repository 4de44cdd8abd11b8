"""``requirements.lock`` of a company's folder: the program and all that it needs, with checksums."""

from __future__ import annotations

import hashlib
import json
from importlib import metadata
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from .. import __version__
from ..errors import DisclosureError
from ..files.program import shipped

PACKAGE = "form-sd-microsite"
LOCK = "requirements.lock"
PROGRAM = "program"
"""The folder that keeps the program's own file."""
WHEEL = f"form_sd_microsite-{__version__}-py3-none-any.whl"

_HEAD = f"""\
# All that this site is made with, each in the version and with the checksums that were tested together.
# In this folder, run:  python -m pip install --require-hashes -r {LOCK}
#
# The program is {PACKAGE} {{version}}."""
_WITH_WHEEL = """\
# Its file stands in the folder program/; keep it there and commit it.
./{program}/{wheel} \\
    --hash=sha256:{checksum}
"""
_WITHOUT_WHEEL = f"""\
# Its own file is not in this list yet, because the
# file that it was installed from was not found. Put {WHEEL} into the folder program/
# and run:  python -m pip hash {PROGRAM}/{WHEEL}
# Then write the checksum that it prints into the next line, and delete the '#' before it:
# ./{PROGRAM}/{WHEEL} --hash=sha256:CHECKSUM
"""


def installed_from() -> Path | None:
    """The wheel from which the program was installed, as the installer noted it; None where it is not there.

    An editable install has none, and neither has one from an index of packages.
    """
    try:
        noted = json.loads(metadata.distribution(PACKAGE).read_text("direct_url.json") or "{}")
    except (metadata.PackageNotFoundError, ValueError):
        return None
    address = urlsplit(str(noted.get("url", "")))
    archive = noted.get("archive_info")
    if address.scheme != "file" or not isinstance(archive, dict):
        return None
    path = Path(url2pathname(address.path))
    checksum = (archive.get("hashes") or {}).get("sha256")
    if path.name != WHEEL or not path.is_file():
        return None
    return path if checksum in (None, _checksum(path.read_bytes())) else None


def lock_files(wheel: Path | None) -> dict[str, bytes]:
    """The lock, and the wheel if it is known. Raises DisclosureError where it is no wheel of this version."""
    needed = shipped(LOCK).read_text(encoding="utf-8")
    if wheel is None:
        head = _HEAD.format(version=__version__)
        return {LOCK: f"{head} {_WITHOUT_WHEEL[2:]}{_without_comments(needed)}".encode()}
    if wheel.name != WHEEL:
        raise DisclosureError(f"{wheel} is not the file of this version of the program, {WHEEL}.")
    try:
        content = wheel.read_bytes()
    except OSError as problem:
        raise DisclosureError(f"{wheel} cannot be read: {problem.strerror}.") from problem
    return {f"{PROGRAM}/{WHEEL}": content, LOCK: lock_text(__version__, WHEEL, content, needed).encode()}


def lock_text(version: str, name: str, wheel: bytes, needed: str) -> str:
    """The lock of a version: its file ``wheel``, called ``name``, and the list ``needed`` of all it needs."""
    own = _WITH_WHEEL.format(program=PROGRAM, wheel=name, checksum=_checksum(wheel))
    return f"{_HEAD.format(version=version)} {own[2:]}{_without_comments(needed)}"


def _without_comments(lines: str) -> str:
    return "\n".join(line for line in lines.split("\n") if not line.startswith("#"))


def _checksum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
