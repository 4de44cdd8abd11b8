"""A file that takes long to make, kept from one run to the next."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path


def kept(path: Path | None, key: bytes, make: Callable[[], bytes]) -> bytes:
    """What ``make`` gives, or what it gave for the same ``key`` in an earlier run.

    ``key`` must hold everything that the content depends on. ``path`` None keeps nothing. A file that is
    damaged or belongs to another key is made anew; one that cannot be written is no fault.
    """
    if path is None:
        return make()
    with suppress(OSError):
        seal, _, content = path.read_bytes().partition(b"\n")
        if seal == _seal(key, content):
            return content
    content = make()
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_seal(key, content) + b"\n" + content)
    return content


def _seal(key: bytes, content: bytes) -> bytes:
    digest = hashlib.sha256(hashlib.sha256(key).digest())
    digest.update(content)
    return digest.hexdigest().encode()
