"""A file written beside and then moved into its place, so that the old one stays whole until the end."""

from __future__ import annotations

import tempfile
from pathlib import Path

from ..errors import DisclosureError


def write_swapped(path: Path, content: bytes) -> None:
    """``content`` as the file ``path``. Raises DisclosureError where it cannot be written or is in use."""
    try:
        with tempfile.NamedTemporaryFile(prefix=f".{path.name}.", dir=path.parent, delete=False) as beside:
            new = Path(beside.name)
            beside.write(content)
    except OSError as problem:
        raise DisclosureError(f"{path} cannot be written: {problem.strerror}.") from problem
    try:
        new.chmod(0o644)
        new.replace(path)
    except OSError as problem:
        message = f"{path} cannot be replaced: {problem.strerror}. Close it in Excel and run again."
        raise DisclosureError(message) from problem
    finally:
        new.unlink(missing_ok=True)
