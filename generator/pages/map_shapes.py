"""The shapes of the map, ready made: a build reads them and computes nothing."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

SHAPES = Path(__file__).with_name("shapes") / "world.json"


@lru_cache(maxsize=1)
def shapes() -> dict[str, Any]:
    """The vendored shapes: paths, places by ISO code, and the parts of the map that are enlarged."""
    found: dict[str, Any] = json.loads(SHAPES.read_text(encoding="utf-8"))
    return found
