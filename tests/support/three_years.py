"""An invented filer of three years, whose site has every kind of page."""

from __future__ import annotations

import re
from pathlib import Path

from tests.support.build import build_strictly
from tests.support.builders import ROWS, YML, write_project, write_year

ADDRESS = "https://www.invented.internal/ir/"


def build_three_years(folder: Path, settings_more: str = "", options: str = "") -> Path:
    """The folder of the built site; ``settings_more`` are further lines of ``mkdocs.yml``.

    ``options`` are lines below the plugin's name.
    """
    settings = write_project(folder)
    for year in (2022, 2023):
        write_year(folder / "data", year=year, yml=_of_year(year), rows=ROWS[:-1] if year == 2023 else ROWS)
    text = settings.read_text(encoding="utf-8")
    plugin = f"  - search\n  - disclosure:\n{options}" if options else "  - search\n  - disclosure\n"
    text = text.replace("  - disclosure\n", plugin)
    settings.write_text(f"{settings_more}{text}", encoding="utf-8")
    build_strictly(settings, folder / "site", site_url=ADDRESS)
    return folder / "site"


def _of_year(year: int) -> str:
    return re.sub(r"202[12]", lambda found: str(int(found[0]) + year - 2021), YML)
