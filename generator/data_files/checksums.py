"""``SHA256SUMS.txt``: the checksums of files that stand in one folder, or in folders inside it."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import Asset


def checksums(files: Iterable[Asset], folder: str) -> bytes:
    """A line a file, as ``sha256sum --check`` and ``shasum --check`` read it: checksum, two blanks, path.

    ``folder`` is the address of the folder in which the checksums stand, without a slash at its end.
    """
    return "".join(_line(file, file.uri.removeprefix(f"{folder}/")) for file in files).encode("utf-8")


def _line(file: Asset, path: str) -> str:
    """A backslash before the checksum says that the path is written with escapes."""
    name = path.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")
    escaped = "\\" if name != path else ""
    return f"{escaped}{file.sha256}  {name}\n"
