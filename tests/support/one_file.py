"""The example's disclosure as one file, and what stands in it."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from html import unescape
from pathlib import Path

from generator.model import Asset
from generator.pipeline import load, one_file_of, sound

ADDRESS = "https://www.invented.internal/"


@cache
def example(repo: Path, base_url: str = "") -> Asset:
    """The file of 2021 from the data of the repository, made once a run."""
    (year,) = sound(load(repo / "data", 2021))
    return one_file_of(year, base_url)


def ids_in(html: str) -> list[str]:
    return re.findall(r'\sid="([^"]+)"', html)


def links_inside(html: str) -> set[str]:
    """The ids to which links of the file lead."""
    return {unescape(one) for one in re.findall(r'href="#([^"]*)"', html)}


def repeated(names: list[str]) -> list[str]:
    """Those that stand there more than once."""
    return [name for name, number in Counter(names).items() if number > 1]
