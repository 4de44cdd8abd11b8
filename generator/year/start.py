"""A folder for a new year: facts and rules to fill in, an empty smelter list, the default sections.

In a folder that is there already only what is missing is written; where it has sections, none is added to
its report, whose files a filer may name as it likes.
"""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

from ..errors import DisclosureError
from ..model import Route
from .smelter_workbook import smelter_workbook

_TEMPLATES = Path(__file__).with_name("templates")
_LIST_PART = re.compile(r"# LIST BEGIN\n(.*?)# LIST END\n", re.DOTALL)
_LIST_SECTION = "07-annex.md"
_LABELS = ["Conformant", "Active", "Indeterminable"]
_WITHOUT_LIST = """\
# This disclosure has no list of smelters and refiners. To add one, put smelters.xlsx with the sheet Smelter
# List into this folder, and say here what its statuses mean (optional) and how it is shown, such as:
#   statuses:
#     - {label: Conformant, class: conformant, definition: What it means.}
#   annex:
#     title: Annex I – Smelter list
#     columns: [metal, name, country, status]
statuses:
annex:
"""


def start_year(
    data_dir: Path, year: int, route: Route | None = None, *, with_list: bool | None = None
) -> tuple[list[str], list[str]]:
    """The files written and the files that were there already and stay as they are, as names.

    ``route`` None: that of the year's ``disclosure.yml``; with a report where there is none.
    ``with_list`` None: an empty list for a report, none for the other routes, which seldom have one. Raises
    DisclosureError where a file cannot be written.
    """
    folder = data_dir / str(year)
    written: list[str] = []
    kept: list[str] = []
    try:
        stated = _stated(folder)
        route = route or _route(stated)
        has_list = _has_list(folder, route) if with_list is None else with_list
        has_sections = any((folder / "report").glob("*.md"))
        is_amended = re.search(r"^ +amendment: *\d", stated, re.MULTILINE) is not None
        for name, content in _files(year, route, has_list=has_list, is_amended=is_amended).items():
            if has_sections and name.startswith("report/") and not (folder / name).exists():
                continue
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


def _stated(folder: Path) -> str:
    """``disclosure.yml`` as it is there; empty where it is not. What is wrong in it is told by a check."""
    path = folder / "disclosure.yml"
    return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""


def _route(stated: str) -> Route:
    found = re.search(r"^ +route: *([\w-]+)", stated, re.MULTILINE)
    return next((route for route in Route if found and route.value == found[1]), Route.REPORT)


def _has_list(folder: Path, route: Route) -> bool:
    """Whether a list belongs to the year: of a folder that is there, whether it has one."""
    if not (folder / "disclosure.yml").is_file():
        return route is Route.REPORT
    return any((folder / name).is_file() for name in ("smelters.xlsx", "smelters.csv"))


def _files(year: int, route: Route, *, has_list: bool, is_amended: bool) -> dict[str, bytes]:
    facts, review = (
        (_TEMPLATES / name).read_text(encoding="utf-8") for name in ("disclosure.yml", "reconcile.yml")
    )
    sections = sorted((_TEMPLATES / "report" / route.value).glob("*.md"))
    if not sections:
        raise DisclosureError(
            f"The program has no default sections for the route {route.value}. Install it again."
        )
    facts = _LIST_PART.sub(lambda part: part[1] if has_list else _WITHOUT_LIST, facts)
    files = {
        "disclosure.yml": facts.replace("YEAR", str(year)).replace("ROUTE", route.value).encode(),
        "reconcile.yml": review.replace("NEXT", str(year + 1)).encode(),
    }
    if has_list:
        files["smelters.xlsx"] = smelter_workbook((), _LABELS, dt.date(year, 12, 31))
    texts = {path.name: path for path in sections if has_list or path.name != _LIST_SECTION}
    files |= {f"report/{name}": path.read_bytes() for name, path in texts.items()}
    return files | {f"form/{path.name}": path.read_bytes() for path in _form_texts(route, is_amended)}


def _form_texts(route: Route, is_amended: bool) -> list[Path]:
    folder = _TEMPLATES / "form"
    note = [folder / "explanatory-note.md"] if is_amended else []
    return [*note, folder / route.value / "item-1-01.md", folder / "not-applicable.md"]
