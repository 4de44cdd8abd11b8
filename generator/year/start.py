"""A folder for a new year: facts and rules to fill in, an empty smelter list, the default sections."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from ..errors import DisclosureError
from ..model import Route
from .smelter_workbook import smelter_workbook

_TEMPLATES = Path(__file__).with_name("templates")


def start_year(data_dir: Path, year: int, route: Route) -> tuple[list[str], list[str]]:
    """The files written and the files that were there already and stay as they are, as names.

    Raises DisclosureError where a file cannot be written.
    """
    folder = data_dir / str(year)
    written: list[str] = []
    kept: list[str] = []
    try:
        for name, content in _files(year, route).items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                with path.open("xb") as file:
                    file.write(content)
            except FileExistsError:
                kept.append(name)
            else:
                written.append(name)
    except OSError as problem:
        raise DisclosureError(f"{problem.filename} cannot be written: {problem.strerror}.") from problem
    return written, kept


def _files(year: int, route: Route) -> dict[str, bytes]:
    facts, review = (
        (_TEMPLATES / name).read_text(encoding="utf-8") for name in ("disclosure.yml", "reconcile.yml")
    )
    sections = sorted((_TEMPLATES / "report" / route.value).glob("*.md"))
    if not sections:
        raise DisclosureError(
            f"The program has no default sections for the route {route.value}. Install it again."
        )
    labels = ["Conformant", "Active", "Indeterminable"]
    return {
        "disclosure.yml": facts.replace("YEAR", str(year)).replace("ROUTE", route.value).encode(),
        "reconcile.yml": review.replace("NEXT", str(year + 1)).encode(),
        "smelters.xlsx": smelter_workbook((), labels, dt.date(year, 12, 31)),
        **{f"report/{path.name}": path.read_bytes() for path in sections},
    }
