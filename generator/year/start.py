"""A folder for a new year: facts and rules to fill in, an empty smelter list, the default sections.

In a folder that is there already only what is missing is written, also what an interrupted run left to do;
where it has sections, none is added to its report, whose files a filer may name as it likes.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from ..errors import DisclosureError
from ..files.added_files import add_files, finish_adding
from ..files.ordinary import content_of
from ..files.refused import refused
from ..model import Route
from .carry import Carried, carry
from .disclosure_yml import FACTS_FILE
from .eu_importer import EU_FILE
from .ignored_files import GITIGNORE, gitignore
from .letters import DEFAULT_LETTERS, LETTERS_FILE
from .smelter_workbook import smelter_workbook
from .wording import FOLDER, all_paragraph_files, default_files, paragraph_files

_TEMPLATES = Path(__file__).with_name("templates")
_LIST_PART = re.compile(r"# LIST BEGIN\n(.*?)# LIST END\n", re.DOTALL)
_ROUTE = re.compile(r"^\s+route:\s*['\"]?([\w-]+)", re.MULTILINE)
_AMENDMENT = re.compile(r"""(?:^|[{,])[ ]*["']?amendment["']?:[ ]*["']?\d""", re.MULTILINE)
_NAMED = 5
"""How many files of one folder are named before they are counted."""
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


def start_from(data_dir: Path, year: int, from_year: int) -> tuple[list[str], Carried]:
    """The files written, and what came over from the year ``from_year``; all of them, or none.

    Raises DisclosureError where the year is begun already, or ``from_year`` is none that can be taken over;
    InputError with every mistake in its files.
    """
    folder = data_dir / str(year)
    try:
        finished = finish_adding(folder)
        if (folder / FACTS_FILE).exists():
            if finished:
                told = "An earlier run was interrupted; what it left to do is done now."
                return sorted(finished), Carried(
                    from_year, Route.REPORT, has_list=False, files={}, told=(told,)
                )
            raise DisclosureError(
                f"{year} is begun already: {folder / FACTS_FILE} is there, and is not replaced. Take over by"
                " hand what you want, or remove the folder first."
            )
        carried = carry(data_dir, from_year, year, _default_texts(year, from_year))
        files = _files(year, carried.route, has_list=carried.has_list, is_amended=False)
        if any(name.startswith("report/") for name in carried.files):
            files = {name: text for name, text in files.items() if not name.startswith("report/")}
        files |= carried.files
        if any((folder / "report").glob("*.md")):
            files = {name: text for name, text in files.items() if not _is_new_section(folder, name)}
        files = _paragraphs(carried.route, _texts_in(folder), files) | files
        written, _ = add_files(folder, files)
    except OSError as problem:
        raise refused(problem, folder) from problem
    return [*sorted(finished), *written], carried


def _default_texts(*years: int) -> dict[str, set[str]]:
    """The program's own texts of every route, by name in a year's folder: who kept one wrote nothing."""
    texts: dict[str, set[str]] = {}
    for year in years:
        for route in Route:
            files = _files(year, route, has_list=True, is_amended=True)
            files |= {f"{FOLDER}/{path.name}": path.read_bytes() for path in all_paragraph_files(route)}
            for name, content in files.items():
                if not name.endswith(".xlsx"):
                    texts.setdefault(name, set()).add(content.decode())
    return texts


def start_year(
    data_dir: Path,
    year: int,
    route: Route | None = None,
    *,
    with_list: bool | None = None,
    is_importer: bool = False,
) -> tuple[list[str], list[str]]:
    """The files written and the files that were there already and stay as they are, as names.

    ``route`` None: that of the year's ``disclosure.yml``; with a report where there is none.
    ``with_list`` None: an empty list for a report, none for the other routes, which seldom have one. A year
    that has facts gets no list unless asked, one that has sections no others, and the texts of the form and
    the wording are those of its own route. ``is_importer``: with headings for one into
    the European Union.
    Of paragraphs the wording is written that its sections print. Raises DisclosureError where a file
    cannot be written.
    """
    folder = data_dir / str(year)
    try:
        finished = finish_adding(folder)  # what this command could not end the last time
        is_begun, has_sections = (folder / FACTS_FILE).exists(), any((folder / "report").glob("*.md"))
        route = _route_in(_stated(folder)) or route or Route.REPORT
        has_list = route is Route.REPORT and not is_begun if with_list is None else with_list
        is_amended = _AMENDMENT.search(_stated(folder)) is not None
        files = _files(year, route, has_list=has_list, is_amended=is_amended)
        if has_sections:
            files = {name: text for name, text in files.items() if not _is_new_section(folder, name)}
        if is_importer:
            files[EU_FILE] = (_TEMPLATES / EU_FILE).read_bytes()
        written, kept = add_files(folder, files | _paragraphs(route, _texts_in(folder), files))
    except OSError as problem:
        raise refused(problem, folder) from problem
    return [*sorted(finished), *written], [name for name in kept if name not in finished]


def _is_new_section(folder: Path, name: str) -> bool:
    return name.startswith("report/") and not (folder / name).exists()


def _texts_in(folder: Path) -> list[str]:
    """The sections that a year has already."""
    there = [path for part in ("report", "form", "exhibits") for path in (folder / part).rglob("*.md")]
    return [content_of(path).decode("utf-8", errors="replace") for path in there]


def _paragraphs(route: Route, there: list[str], files: dict[str, bytes]) -> dict[str, bytes]:
    """The wording of the paragraphs that sections print: those that are ``there``, and new ones."""
    texts = [*there, *(text.decode() for name, text in files.items() if name.endswith(".md"))]
    return {f"{FOLDER}/{path.name}": path.read_bytes() for path in paragraph_files(route, texts)}


def _stated(folder: Path) -> str:
    """``disclosure.yml`` as it is there; empty where it is not. What is wrong in it is told by a check."""
    path = folder / FACTS_FILE
    return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""


def _route_in(stated: str) -> Route | None:
    """The route that a year has already; None where it has none that can be read."""
    found = _ROUTE.search(stated)
    return next((route for route in Route if found and route.value == found[1]), None)


def _files(year: int, route: Route, *, has_list: bool, is_amended: bool) -> dict[str, bytes]:
    facts, review = (
        (_TEMPLATES / name).read_text(encoding="utf-8") for name in (FACTS_FILE, "reconcile.yml")
    )
    sections = sorted((_TEMPLATES / "report" / route.value).glob("*.md"))
    if not sections:
        raise DisclosureError(
            f"The program has no default sections for the route {route.value}. Install it again."
        )
    facts = _LIST_PART.sub(lambda part: part[1] if has_list else _WITHOUT_LIST, facts)
    files = {
        FACTS_FILE: facts.replace("YEAR", str(year)).replace("ROUTE", route.value).encode(),
        GITIGNORE: gitignore().encode(),
        "suppliers.yml": (_TEMPLATES / "suppliers.yml").read_bytes(),
        "reconcile.yml": review.replace("NEXT", str(year + 1)).replace("YEAR", str(year)).encode(),
        LETTERS_FILE: DEFAULT_LETTERS.read_bytes(),
    }
    if has_list:
        files["smelters.xlsx"] = smelter_workbook((), _LABELS, dt.date(year, 12, 31))
    texts = {path.name: path for path in sections if has_list or path.name != _LIST_SECTION}
    files |= {f"report/{name}": path.read_bytes() for name, path in texts.items()}
    files |= {f"{FOLDER}/{path.name}": path.read_bytes() for path in default_files(route)}
    return files | {f"form/{path.name}": path.read_bytes() for path in _form_texts(route, is_amended)}


def _form_texts(route: Route, is_amended: bool) -> list[Path]:
    folder = _TEMPLATES / "form"
    note = [folder / "explanatory-note.md"] if is_amended else []
    return [*note, folder / route.value / "item-1-01.md", folder / "not-applicable.md"]


def first_year_files(year: int, *, with_list: bool) -> dict[str, bytes]:
    """All files of a year that begins in a folder of its own, by their place in it: with a report."""
    files = _files(year, Route.REPORT, has_list=with_list, is_amended=False)
    return files | _paragraphs(Route.REPORT, [], files)


def in_few_lines(names: Sequence[str]) -> list[str]:
    """Names of files as a screen holds them: a folder with many is one line, with their number."""
    folders = Counter(name.rpartition("/")[0] for name in names)
    many = {folder for folder, number in folders.items() if folder and number > _NAMED}
    lines = [f"{folder}: {folders[folder]:,} files" for folder in sorted(many)]
    return [*(name for name in names if name.rpartition("/")[0] not in many), *lines]
