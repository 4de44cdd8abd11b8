"""The pages that are compared: the annex as published, its plain table, and with a library in its place."""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from html import escape
from pathlib import Path

from rows import YEAR, Row, write_list

HERE = Path(__file__).parent
LIBRARIES = HERE / "node_modules"

OURS_FILES = (
    "assets/javascripts/annex-early.js",
    "assets/javascripts/annex.js",
    "assets/stylesheets/annex.css",
)
"""What the annex page loads beside the theme's files."""
ON_DEMAND_FILES = ("assets/javascripts/annex-more.js", "assets/stylesheets/annex-more.css")
"""What it loads with the first touch of the list."""

_HEADINGS = ("Metal", "Smelter or refiner", "Country as filed", "Country", "Status")
_FIELDS = ("metal", "name", "country_as_filed", "country", "status")


@dataclass(frozen=True)
class Contender:
    """A way to make the list searchable, and how to find its parts in the page."""

    name: str
    holds_all: bool
    """Whether every row of the list stands in the page."""
    files: tuple[str, ...] = ()
    """What the library asks to load, below ``node_modules``."""
    setup: str | None = None
    """Our few lines that start it, below ``contenders``; None where there is nothing to start."""
    rows: str = "all"
    """``all``, ``paged`` (25 a page) or ``window`` (those in sight)."""
    search: str = "#bench-search"
    row: str = "#bench-table > tbody > tr"
    row_name: str = ""
    """The element of a row that holds the name; empty: its second cell."""
    row_metal: str = ""
    """The element that holds the metal; empty: the first cell."""
    ready: str = "script"
    """``load`` (with the page), ``script`` (its setup says so) or what the page holds once it is usable."""
    opener: str = ""
    """What opens the choices of a column, whose number from 1 is ``{column}``; empty: they are open."""
    choice: str = 'input[name="{name}"][value="{value}"]'

    @property
    def slug(self) -> str:
        return re.sub(r"[^a-z]+", "-", self.name.lower()).strip("-")


_LISTJS = ("list.js/dist/list.min.js",)
_SIMPLE = ("simple-datatables/dist/style.css", "simple-datatables/dist/umd/simple-datatables.js")
_DATATABLES = (
    "datatables.net-dt/css/dataTables.dataTables.min.css",
    "datatables.net-columncontrol-dt/css/columnControl.dataTables.min.css",
    "datatables.net/js/dataTables.min.js",
    "datatables.net-dt/js/dataTables.dataTables.min.js",
    "datatables.net-columncontrol/js/dataTables.columnControl.min.js",
    "datatables.net-columncontrol-dt/js/columnControl.dataTables.min.js",
)
_TABULATOR = ("tabulator-tables/dist/css/tabulator.min.css", "tabulator-tables/dist/js/tabulator.min.js")


def _simple(name: str, rows: str) -> Contender:
    return Contender(name, rows == "all", _SIMPLE, "simple-datatables.js", rows, search=".datatable-input")


def _datatables(name: str, rows: str) -> Contender:
    return Contender(
        name,
        rows == "all",
        _DATATABLES,
        "datatables.js",
        rows,
        search=".dt-search input",
        opener="#bench-table thead th:nth-child({column}) .dtcc-button_dropdown",
        choice='.dtcc-dropdown .dtcc-list-buttons button:has-text("{value}")',
    )


def _tabulator(name: str, rows: str) -> Contender:
    return Contender(
        name,
        rows == "all",
        _TABULATOR,
        "tabulator.js",
        rows,
        row="#bench-table .tabulator-row",
        row_name="[tabulator-field=name]",
    )


PLAIN = Contender("plain table", holds_all=True, ready="load")
OURS = Contender(
    "ours",
    holds_all=True,
    search=".fsd-finder input[type=search]",
    row="#fsd-annex > tbody > tr",
    row_name="th[scope=row]",
    ready=".fsd-list--live",
    row_metal="[data-metal]",
    choice='.fsd-facets input[name="{name}"][value="{slug}"]',
)
CONTENDERS = (
    PLAIN,
    OURS,
    Contender("List.js", True, _LISTJS, "listjs.js", "all"),
    Contender("List.js, paged", False, _LISTJS, "listjs.js", "paged"),
    _simple("simple-datatables", "all"),
    _simple("simple-datatables, paged", "paged"),
    _datatables("DataTables + ColumnControl", "all"),
    _datatables("DataTables + ColumnControl, paged", "paged"),
    _tabulator("Tabulator, all rows", "all"),
    _tabulator("Tabulator", "window"),
)


@dataclass(frozen=True)
class Case:
    """The pages for one number of rows."""

    rows: tuple[Row, ...]
    files: dict[str, bytes]
    """Address without the slash at its beginning, to content."""
    sizes: dict[str, int]
    """Contender to what its page transfers, in bytes, packed with gzip -9, the theme's own files left out."""

    def address(self, contender: Contender) -> str:
        return f"{YEAR}/{contender.slug}/"


def install_libraries() -> None:
    """The libraries as package-lock.json pins them, into a folder that is not committed."""
    wanted = (HERE / "package-lock.json").read_bytes()
    stamp = LIBRARIES / ".installed-from"
    if stamp.is_file() and stamp.read_bytes() == wanted:
        return
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("npm is needed to install the libraries that the annex is measured against.")
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    if subprocess.run(command, cwd=HERE, check=False).returncode != 0:
        sys.exit("The libraries cannot be installed; npm says above why.")
    stamp.write_bytes(wanted)


def make_case(repo: Path, folder: Path, rows: Sequence[Row]) -> Case:
    """Build the site with these rows in ``folder`` and put the other contenders' pages beside the annex."""
    site = build_site(repo, folder, rows)
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in _files_of(site)}
    html = files[f"{YEAR}/annex/index.html"].decode("utf-8")
    sizes = {}
    anchors = _anchors(html, len(rows))
    for contender in CONTENDERS:
        own = _own_files(contender, html, _List(rows, anchors))
        files |= own
        sizes[contender.name] = sum(packed(content) for content in own.values())
    sizes[OURS.name] += own_bytes(files)
    return Case(tuple(rows), files, sizes)


def own_bytes(files: dict[str, bytes], names: Sequence[str] = OURS_FILES) -> int:
    """Our script and style, each packed."""
    return sum(packed(files[name]) for name in names)


def packed(content: bytes) -> int:
    """Size in bytes after gzip -9."""
    return len(gzip.compress(content, 9, mtime=0))


def _files_of(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def build_site(repo: Path, folder: Path, rows: Sequence[Row]) -> Path:
    """The site with these rows, built by the program in ``repo``, be it this one or an earlier one."""
    project = folder / "project"
    year = project / "data" / str(YEAR)
    for name in (
        "docs",
        "site_overrides",
        f"data/{YEAR}/report",
        f"data/{YEAR}/wording",
        f"data/{YEAR}/form",
    ):
        shutil.copytree(repo / name, project / name)
    shutil.copy(repo / "data" / "countries.csv", project / "data" / "countries.csv")
    settings = (repo / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(settings.replace("pdf: true", "pdf: false"), encoding="utf-8")
    facts = (repo / "data" / str(YEAR) / "disclosure.yml").read_text(encoding="utf-8")
    stated = facts.partition("\ncontrol:")[0]  # figures of the filing, which grown rows do not have
    (year / "disclosure.yml").write_text(stated + "\n", encoding="utf-8")
    write_list(year / "smelters.csv", rows)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    command += ["--config-file", str(project / "mkdocs.yml"), "--site-dir", str(folder / "site")]
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(repo)}
    done = subprocess.run(command, cwd=repo, env=env, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"The site with {len(rows)} rows does not build:\n{done.stderr}")
    return folder / "site"


@dataclass(frozen=True)
class _List:
    rows: Sequence[Row]
    anchors: Sequence[str]
    """The ids of the rows."""


def _anchors(annex: str, count: int) -> list[str]:
    before, after = _around(annex, '<div class="fsd-list')
    found = re.findall(r'<tr\b[^>]* id="([^"]+)"', annex[len(before) : -len(after)])
    if len(found) != count:
        sys.exit(f"The annex page has {len(found)} rows with an id, not {count}.")
    return found


def _own_files(contender: Contender, annex: str, listed: _List) -> dict[str, bytes]:
    """The page of ``contender`` and what it loads beside the theme's files."""
    index = f"{YEAR}/{contender.slug}/index.html"
    if contender is OURS:
        return {index: annex.encode("utf-8")}
    own = {f"bench/{name}": (LIBRARIES / name).read_bytes() for name in contender.files}
    if contender.setup:
        own[f"bench/{contender.setup}"] = (HERE / "contenders" / contender.setup).read_bytes()
    if contender.files == _TABULATOR:
        values = [{name: asdict(row)[name] for name in _FIELDS} for row in listed.rows]
        own[f"{YEAR}/{contender.slug}/rows.json"] = json.dumps(values, ensure_ascii=False).encode("utf-8")
    page = with_list(annex, _content(contender, listed), list(own))
    return {index: page.encode("utf-8"), **own}


def with_list(annex: str, content: str, files: Sequence[str] = ()) -> str:
    """The annex page with ``content`` in the place of list and finder, and ``files`` instead of ours."""
    annex = re.sub(r'\s*<link rel="stylesheet" href="[^"]*annex\.css">', "", annex)
    annex = re.sub(r"\s*<noscript><link [^>]*annex-plain[^>]*></noscript>", "", annex)
    annex = re.sub(r'\s*<script [^>]*src="[^"]*annex(-early)?\.js"[^>]*></script>', "", annex)
    before, after = _around(annex, '<div class="fsd-list')
    styles = "".join(
        f'<link rel="stylesheet" href="../../{name}">\n' for name in files if name.endswith(".css")
    )
    scripts = "".join(f'<script src="../../{name}"></script>\n' for name in files if name.endswith(".js"))
    before = before.replace("</head>", f"{styles}</head>")
    after = after.replace("</body>", f"{scripts}</body>")
    return before + content + after


def _around(html: str, opening: str) -> tuple[str, str]:
    """What stands before and after the ``div`` that begins with ``opening``."""
    start = html.find(opening)
    depth = 0
    for tag in re.finditer(r"<(/?)div\b", html[max(start, 0) :]) if start >= 0 else ():
        depth += -1 if tag[1] else 1
        if depth == 0:
            return html[:start], html[html.index(">", start + tag.end()) + 1 :]
    sys.exit(f"The annex page has no whole element {opening}: benchmarks/annex/pages.py must follow it.")


def _content(contender: Contender, listed: _List) -> str:
    if contender is PLAIN:
        return _table(listed, 'class="fsd-table fsd-annex"')
    facets = _facets(listed.rows) if contender.choice == Contender.choice else ""
    search = f'<input class="search" id="{contender.search[1:]}" type="search" aria-label="Search">'
    box = search if contender.search == Contender.search else ""
    if contender.files == _LISTJS:
        table = _table(listed, 'class="fsd-table fsd-annex"', 'class="list"', with_classes=True)
        content = f'<div id="bench-list">{box}{facets}{table}<ul class="pagination"></ul></div>'
    elif contender.files == _TABULATOR:
        content = f'{box}{facets}<div id="bench-table"></div>'
    else:
        look = "display" if contender.files == _DATATABLES else "bench-simple"
        content = facets + _table(listed, f'class="{look}"')
    return f'<div data-bench-rows="{contender.rows}">{content}</div>'


def _table(listed: _List, attributes: str, body_attributes: str = "", *, with_classes: bool = False) -> str:
    headings = "\n".join(f'<th scope="col">{heading}</th>' for heading in _HEADINGS)
    body = "\n".join(_row(*one, with_classes) for one in zip(listed.rows, listed.anchors, strict=True))
    count = f"{len(listed.rows):,} rows, one for each facility and metal"
    return (
        '<div class="fsd-scroll fsd-scroll--tall" role="region" tabindex="0" aria-label="List">\n'
        f'<table id="bench-table" {attributes}>\n'
        f"<caption><span>Annex I – Smelter list: {count}</span></caption>\n"
        f"<thead>\n<tr>\n{headings}\n</tr>\n</thead>\n"
        f"<tbody {body_attributes}>\n{body}\n</tbody>\n</table>\n</div>"
    )


def _row(row: Row, anchor: str, with_classes: bool) -> str:
    slug = {"Full Compliant": "conformant", "Active": "active"}.get(row.status, "indeterminable")
    texts = [escape(getattr(row, name), quote=False) for name in _FIELDS]
    status = "status " if with_classes else ""
    texts[-1] = f'<span class="{status}fsd-status fsd-status--{slug}">{texts[-1]}</span>'
    opens = [f'<td class="{name}">' if with_classes else "<td>" for name in _FIELDS[:-1]] + ["<td>"]
    opens[1] = opens[1].replace("<td", '<th scope="row"')
    closes = ["</td>", "</th>", "</td>", "</td>", "</td>"]
    cells = "\n".join(map("".join, zip(opens, texts, closes, strict=True)))
    return f'<tr id="{anchor}">\n{cells}\n</tr>'


def _facets(rows: Sequence[Row]) -> str:
    """The check boxes with which a library without facets of its own is asked to filter."""
    boxes = [
        f'<label><input type="checkbox" name="{name}" value="{escape(value)}"> {escape(value)}</label>'
        for name in ("metal", "status")
        for value in dict.fromkeys(getattr(row, name) for row in rows)
    ]
    return f'<div class="bench-facets">{" ".join(boxes)}</div>'
