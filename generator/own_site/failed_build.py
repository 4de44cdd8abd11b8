"""What ended a build, in words, where people can do something about it."""

from __future__ import annotations

import traceback
from pathlib import Path

from ..files.refused import refused
from .frame import overrides

_OF_PACKAGES = frozenset({"site-packages", "dist-packages"})


def in_words(problem: Exception) -> str:
    """What the disk refused, or where a template of the company's own failed; empty: neither ended the build.

    A template of ours or of the theme that fails is a fault of the program, which needs its trace.
    """
    if isinstance(problem, OSError):
        return str(refused(problem))
    steps = traceback.extract_tb(problem.__traceback__)
    templates = [(Path(one.filename), one.lineno) for one in steps if one.filename.endswith(".html")]
    if not templates or not _is_own(templates[-1][0]):
        return ""
    path, line = templates[-1]
    why = str(problem).rstrip(".") or type(problem).__name__
    return f"The template {path.name}:{line} cannot be used: {why}."


def _is_own(path: Path) -> bool:
    return _OF_PACKAGES.isdisjoint(path.parts) and not path.resolve().is_relative_to(overrides().resolve())
