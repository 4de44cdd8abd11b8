"""``SHA256SUMS.txt``: the checksums of files that stand in one folder."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import Asset


def checksums(files: Iterable[Asset]) -> bytes:
    """A line a file, as ``sha256sum --check`` and ``shasum --check`` read it: checksum, two blanks, name."""
    return "".join(_line(file) for file in files).encode("utf-8")


def _line(file: Asset) -> str:
    """A backslash before the checksum says that the name is written with escapes."""
    name = file.name.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")
    escaped = "\\" if name != file.name else ""
    return f"{escaped}{file.sha256}  {name}\n"
