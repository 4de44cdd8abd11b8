"""Six real filings as years of this program: ``python -m tests.support.filings FOLDER``.

Facts are typed here; lists, sections, definitions and countries of origin are read from the filings, so that
no sentence of theirs stands in this repository. Each company gets a project of its own.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import xlsxwriter
import yaml
from slugify import slugify

from generator.filed.sections import FiledReport, FiledTable, read_report, tables_naming
from tests.support.started_year import copy_project
from tests.support.wording import write_wording

REPO = Path(__file__).resolve().parents[2]
FILINGS = REPO.parent / "shared" / "filings"
SIGNED_ELSEWHERE = "The filing was signed and filed without this program; these pages restate its exhibit."
ABOUT = "# About\n\nThese pages restate a public filing as a test of the program that makes them.\n"


METALS = ("Gold", "Tantalum", "Tin", "Tungsten")


@dataclass(frozen=True)
class Filer:
    """One filing: what is typed of it, and how the rest is read."""

    name: str
    year: int
    registrant: str
    facts: Mapping[str, Any]
    columns: Sequence[str] = ()
    """Columns of ``annex.columns`` in the order of the list's file; empty: there is no list."""
    annex: Mapping[str, Any] = field(default_factory=dict)
    list_section: str = ""
    """Beginning of the title of the section that holds the list."""
    has_metal_headings: bool = False
    """The metal is a heading above each table: a list for each, without that column."""
    read: Callable[[FiledReport], dict[str, Any]] = lambda report: {}
    """Facts that are read from the exhibit."""

    @property
    def exhibit(self) -> Path:
        return FILINGS / f"{self.name}.htm"

    @property
    def list_file(self) -> Path:
        return FILINGS / f"{self.name}-list.csv"


def _label(text: str) -> str:
    """A label however its dashes are typed, for comparing."""
    return re.sub(r"\W+", " ", text).casefold().strip()


def _status(label: str, status_class: str, **more: str) -> dict[str, str]:
    return {"label": label, "class": status_class, **more}


def _table(report: FiledReport, index: int) -> FiledTable:
    return next(table for section in report.sections for table in section.tables if table.index == index)


def _body(report: FiledReport, beginning: str) -> str:
    return next(section.body for section in report.sections if section.title.startswith(beginning))


GARRETT_STATUSES = (
    _status("Conformant", "conformant"),
    _status("Active", "active"),
    _status("Non-Conformant", "not_conformant"),
    _status("RMI Due Diligence Review - Unable to Proceed", "other"),
    _status("Communication Suspended - Not Interested", "not_enrolled"),
    _status("In Communication", "not_enrolled"),
    _status("Outreach Required", "not_enrolled"),
)


def _garrett(report: FiledReport) -> dict[str, Any]:
    """The definitions of the glossary behind the list."""
    glossary = {_label(term): words for term, words, *_ in _table(report, 56).rows}
    return {
        "statuses": [{**one, "definition": glossary[_label(one["label"])]} for one in GARRETT_STATUSES],
    }


MICROSOFT_CLASSES = {
    "Conformant": "conformant",
    "Active": "active",
    "Non-Conformant": "not_conformant",
    "Outreach Required": "not_enrolled",
    "In Communication": "not_enrolled",
    "RMI Due Diligence Review": "other",
    "Not Applicable": "other",
}


def _microsoft(report: FiledReport) -> dict[str, Any]:
    """The table of statuses, and the countries of origin in three columns read downwards."""
    rows = [row for row in _table(report, 30).rows if row[0] in MICROSOFT_CLASSES]
    origins = _table(report, 34).rows
    return {
        "statuses": [
            {"label": label, "class": MICROSOFT_CLASSES[label], "definition": words}
            for label, words, *_ in rows
        ],
        "counts": {"by_status": {row[0]: row[2] for row in rows}},
        "origins": {"countries": [row[at] for at in range(3) for row in origins if row[at]]},
    }


def _ford(report: FiledReport) -> dict[str, Any]:
    """The matrix of covered countries, the list of other countries, and the notes below the list."""
    matrix = _table(report, 2)
    metals = {
        at: text for at, text in enumerate(matrix.heading) if text in ("Gold", "Tantalum", "Tin", "Tungsten")
    }
    by_country = {row[0]: [metal for at, metal in metals.items() if row[at]] for row in matrix.rows}
    others = next(line for line in _body(report, "6.").splitlines() if line.count(";") > 50)
    return {
        "origins": {
            "by_country": by_country,
            "countries": [name.strip(" .\\*") for name in others.split(";")],
        },
        "annex": {"notes": [{"mark": sign, "text": _note(report, sign)} for sign in ("***", "****")]},
    }


def _note(report: FiledReport, sign: str) -> str:
    """What the filer says below the list of a sign."""
    typed = "".join(f"\\{character}" for character in sign) + " "
    blocks = _body(report, "Annex I").split("\n\n")
    return " ".join(next(block for block in blocks if block.startswith(typed))[len(typed) :].split())


def _caterpillar(report: FiledReport) -> dict[str, Any]:
    line = max(_body(report, "Schedule C").splitlines(), key=lambda line: line.count(","))
    names = line.removesuffix(".").replace(", and ", ", ").split(", ")
    return {"origins": {"countries": names}}


FILERS = (
    Filer(
        "caterpillar",
        2025,
        "Caterpillar Inc.",
        {
            "survey": {
                "supplier_term": {"one": "supplier", "many": "suppliers"},
                "groups": [{"name": "high-priority suppliers", "answered": "732", "response_rate": "99%"}],
            },
        },
        columns=("metal", "name"),
        annex={"headings": {"metal": "Mineral", "name": "Smelter Name"}},
        list_section="Schedule B",
        read=_caterpillar,
    ),
    Filer(
        "ford",
        2023,
        "Ford Motor Company",
        {
            "statuses": [
                _status("Conformant", "conformant", mark="*", as_of="2023-12-31"),
                _status("Active", "active", mark="**", as_of="2023-12-31"),
            ],
            "survey": {"response_rate": "100%"},
        },
        columns=("metal", "name", "country_as_filed"),
        annex={
            "headings": {"metal": "Metal", "name": "Company Name", "country_as_filed": "Smelter Country"},
            "marks_in": "name",
        },
        list_section="Annex I",
        read=_ford,
    ),
    Filer(
        "garrett",
        2025,
        "Garrett Motion Inc.",
        {
            "survey": {
                "suppliers": "503",
                "answered": "408",
                "response_rate": "81.11%",
                "tool": "Conflict Minerals Reporting Template",
                "tool_abbreviation": "CMRT",
                "tool_version": "6.54",
            },
            "origins": {"determined": "no"},
        },
        columns=("metal", "name", "cid", "status"),
        annex={
            "headings": {
                "metal": "Metal",
                "name": "Smelter Name",
                "cid": "Smelter ID",
                "status": "RMAP Audit Status",
            },
        },
        list_section="Appendix A",
        read=_garrett,
    ),
    Filer(
        "honda",
        2025,
        "Honda Motor Co., Ltd.",
        {"survey": {"suppliers": "approximately 7,000"}},
        columns=("metal", "name", "cid"),
        annex={
            "headings": {
                "metal": "Metal",
                "name": "Facility Name of Smelter or Refiner",
                "cid": "Smelter ID",
            },
        },
        list_section="Annex1",
    ),
    Filer(
        "microsoft",
        2025,
        "Microsoft Corporation",
        {"survey": {"suppliers": "79", "answered": "79", "response_rate": "100%"}},
        columns=("name", "country_as_filed"),
        annex={"headings": {"name": "Smelter Name", "country_as_filed": "Country"}},
        list_section="Appendix A",
        has_metal_headings=True,
        read=_microsoft,
    ),
    Filer(
        "nike",
        2025,
        "NIKE, Inc.",
        {
            "statuses": [_status("Conformant", "conformant")],
            "survey": {"response_rate": "100 percent"},
            "counts": {
                "total": 99,
                "by_metal": {"Gold": 55, "Tantalum": 0, "Tin": 44, "Tungsten": 0},
                "by_status": {"Conformant": 97},
                "by_metal_and_status": {
                    "Gold": {"Conformant": 55},
                    "Tantalum": {"Conformant": 0},
                    "Tin": {"Conformant": 42},
                    "Tungsten": {"Conformant": 0},
                },
            },
        },
    ),
)


def filed_rows(filer: Filer) -> list[list[str]]:
    """The rows of the list as filed, headings first; none where the filer gives no list."""
    if not filer.columns:
        return []
    with filer.list_file.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def write_filing(filer: Filer, folder: Path) -> Path:
    """The project of one filer in ``folder``; its settings file."""
    report = read_report(filer.exhibit, leave_out=tables_naming(_names(filer)))
    copy_project(REPO, folder)
    (folder / "docs" / "about.md").write_text(ABOUT, encoding="utf-8")
    year = folder / "data" / str(filer.year)
    (year / "report").mkdir(parents=True)
    write_wording(year)
    facts = _facts(filer, report)
    (year / "disclosure.yml").write_text(
        yaml.safe_dump(facts, allow_unicode=True, sort_keys=False), encoding="utf-8"
    )
    for name, text in _sections(filer, report):
        (year / "report" / name).write_text(text, encoding="utf-8")
    if filer.columns:
        _write_list(filer, year / "smelters.xlsx")
    settings = folder / "mkdocs.yml"
    stated = settings.read_text(encoding="utf-8")
    own = stated.replace("https://conflict-minerals.example.com/", "https://www.invented.internal/ir/")
    settings.write_text(own, encoding="utf-8")
    return settings


def write_all(folder: Path) -> list[Path]:
    """The projects of all filers, each in a folder with its name."""
    return [write_filing(filer, folder / filer.name) for filer in FILERS]


def _names(filer: Filer) -> list[str]:
    at = list(filer.columns).index("name") + filer.has_metal_headings if filer.columns else 0
    return [row[at] for row in filed_rows(filer)[1:]]


def _facts(filer: Filer, report: FiledReport) -> dict[str, Any]:
    read = filer.read(report)
    stated: dict[str, Any] = {
        "registrant": {"name": filer.registrant},
        "period": filer.year,
        "form": {"route": "conflict-minerals-report"},
        "filing": {"state": "final", "signed_elsewhere": SIGNED_ELSEWHERE},
        **filer.facts,
        **{key: value for key, value in read.items() if key != "annex"},
    }
    if filer.columns:
        title = next(one.title for one in report.sections if one.title.startswith(filer.list_section))
        stated["annex"] = {
            "title": title,
            "columns": list(filer.columns),
            "order": "as-filed",
            **filer.annex,
            **read.get("annex", {}),
        }
    if filer.has_metal_headings:
        section = next(
            name for name, text in _sections(filer, report) if text.startswith(f"# {filer.list_section}")
        )
        stated["lists"] = [
            {"sheet": metal, "title": metal, "minerals": [metal], "section": section.removesuffix(".md")}
            for metal in _metals(filer)
        ]
    return stated


def _metals(filer: Filer) -> list[str]:
    return list(dict.fromkeys(row[0] for row in filed_rows(filer)[1:]))


def _sections(filer: Filer, report: FiledReport) -> Iterator[tuple[str, str]]:
    """File name and text of each section; a heading that is a list's own title goes with the list."""
    for number, section in enumerate(report.sections, start=1):
        text = section.markdown
        if filer.has_metal_headings and section.title.startswith(filer.list_section):
            for metal in _metals(filer):
                text = text.replace(f"## {metal}\n\n", "")
        yield f"{number:02}-{slugify(section.title, max_length=50)}.md", text


def _write_list(filer: Filer, path: Path) -> None:
    headings, *rows = filed_rows(filer)
    with xlsxwriter.Workbook(str(path)) as book:
        if not filer.has_metal_headings:
            _write_sheet(book, "Smelter List", [headings, *rows])
            return
        for metal in _metals(filer):
            own = [row[1:] for row in rows if row[0] == metal]
            _write_sheet(book, metal, [headings[1:], *own])


def _write_sheet(book: xlsxwriter.Workbook, name: str, rows: Sequence[Sequence[str]]) -> None:
    sheet = book.add_worksheet(name)
    for number, row in enumerate(rows):
        for at, text in enumerate(row):
            sheet.write_string(number, at, text)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit("usage: python -m tests.support.filings FOLDER")
    for settings in write_all(Path(sys.argv[1])):
        sys.stdout.write(f"{settings}\n")
