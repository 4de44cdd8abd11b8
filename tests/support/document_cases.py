"""Years that are hard to set in documents: long names, many columns, many rows, defaults, no report.

Each is a data folder with one year. ``invented`` makes them anywhere; ``shared`` copies those that were
handed over beside this repository, where they are there.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
from click.testing import CliRunner

from generator.cli import main
from generator.pipeline import Year, filing_pages, load_year, sound
from tests.support.signers import SIGNERS
from tests.support.started_year import change_yml, fill_workbook, start_year

REPO = Path(__file__).resolve().parents[2]
CASES = REPO.parent / "shared" / "cases" / "documents"
EXAMPLE = REPO / "data" / "2021"

LONG_NAME = (
    "The Venerable Invented Gold, Tin & Tantalum Smelting, Refining, Recycling, Trading and Responsible"
    " Sourcing Company of Österland, Nordmark and Faro Islands Holdings (Société Anonyme à Responsabilité"
    " Limitée), L.L.C."
)
"""A registrant's name of 215 letters."""
LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 60" fill="#6b2d5c">'
    '<path d="M0 0h60v60H0z"/><path d="M70 10h160v12H70zM70 38h120v12H70z"/></svg>'
)
"""A logo without words."""
NOTICE = "These pages restate a filing as an example; the company has neither made nor approved them."
_ALL_COLUMNS = [
    "cid", "metal", "name", "country_as_filed", "country", "city", "state", "status", "status_as_of",
    "recycled", "footnote",
]  # fmt: skip
_COUNTRIES = (
    "JAPAN", "PERU", "Rwanda", "CHINA", "GERMANY", "Democratic Republic of the Congo", "INDONESIA", "BRAZIL",
    "UNITED STATES OF AMERICA", "KOREA (REPUBLIC OF)", "Viet Nam", "SOUTH AFRICA",
)  # fmt: skip
_STATUSES = ("Conformant", "Active", "Indeterminable")
_ORIGINS = {
    "Gold": [
        "Peru", "Brazil", "Rwanda", "Democratic Republic of the Congo", "Uganda", "Tanzania", "Zambia",
        "Burundi", "Angola", "South Sudan", "Central African Republic", "Republic of the Congo", "China",
        "Canada", "Australia", "Mexico", "Ghana", "Guinea", "Mali", "Burkina Faso", "Indonesia",
        "Philippines", "Papua New Guinea", "Kazakhstan", "Uzbekistan", "Kyrgyzstan", "Mongolia", "Chile",
        "Bolivia", "Colombia", "Ecuador", "Guyana", "Suriname",
        "Nicaragua", "Finland", "Sweden", "South Africa", "Zimbabwe", "Ethiopia", "Saudi Arabia",
    ],
    "Tin": ["Peru", "Brazil", "Bolivia", "Indonesia", "Malaysia", "Rwanda"],
    "Tantalum": ["Rwanda", "Brazil", "Ethiopia"],
    "Tungsten": ["China", "Rwanda"],
}  # fmt: skip
_FEW_ORIGINS = {"Gold": ["Peru", "Rwanda"], "Tin": ["Indonesia", "Peru", "Rwanda"], "Tungsten": ["China"]}


@dataclass(frozen=True)
class Case:
    """A data folder with one year."""

    name: str
    data_dir: Path
    year: int

    def loaded(self) -> Year:
        """The year, without an error that stops it."""
        (loaded,) = sound([load_year(self.data_dir, self.year)])
        return loaded

    def pages(self) -> dict[str, Any]:
        """The pages of which its documents are made."""
        return filing_pages(self.loaded())


def invented(folder: Path) -> Iterator[Case]:
    """All invented cases and the example, each made when it is asked for."""
    for name, make in INVENTED.items():
        yield make(folder / name)


def shared(folder: Path) -> Iterator[Case]:
    """The cases that were handed over, as this program takes them; none where they are not there."""
    for name, year in SHARED.items():
        if (CASES / name).is_dir():
            yield shared_case(name, year, folder / name)


def shared_case(name: str, year: int, folder: Path) -> Case:
    """A copy with the wording that it lacks; one that was signed is signed anew."""
    shutil.copytree(CASES / name, folder)
    shutil.rmtree(folder / str(year) / "record", ignore_errors=True)
    _run("start", str(year), "--data", str(folder))
    facts = folder / str(year) / "disclosure.yml"
    text = facts.read_text(encoding="utf-8")
    if "signed_on:" not in text:  # the key is younger than the cases
        day = re.search(r"^  date: (\S+)$", text, re.MULTILINE)
        assert day
        facts.write_text(text.replace(day[0], f"{day[0]}\n  signed_on: {day[1]}"), encoding="utf-8")
    _explain_amendment(folder / str(year))
    for section in (folder / str(year) / "report").glob("*.md"):  # a filter that sections have no more
        words = section.read_text(encoding="utf-8")
        words = words.replace("|list)", ")")
        if name == "newyear":  # what is filed cannot say on which day it was: an error that is younger too
            words = re.sub(r"\{\{ filing\.date \}\}", "the day of filing", words)
        section.write_text(words, encoding="utf-8")
    if name == "newyear":  # its list and two of its sentences are the example's
        facts.write_text(facts.read_text(encoding="utf-8") + "\nexample: yes\n", encoding="utf-8")
        sign(folder, year)
    return Case(name, folder, year)


def _explain_amendment(year: Path) -> None:
    """Words for the note of an amendment, where it has one."""
    note = year / "form" / "explanatory-note.md"
    if note.exists():
        note.write_text(
            "The annex is filed anew, because the original left out smelters.\n", encoding="utf-8"
        )


def sign(data_dir: Path, year: int) -> None:
    """For each of the three roles."""
    for role, name in SIGNERS.items():
        _run("sign", str(year), "--data", str(data_dir), "--role", role, "--name", name)


def _run(*command: str) -> None:
    result = CliRunner().invoke(main, list(command))
    assert result.exit_code == 0, result.output


def row(number: int, metal: str, *, long: bool = False) -> dict[str, str]:
    """An invented row; ``long``: with every column filled, some of them with much."""
    plain = {
        "Metal": metal,
        "Smelter Identification Number": f"CID{number + 100000}",
        "Smelter Name": f"Invented {metal} Works No. {number}",
        "Smelter Country": _COUNTRIES[number % len(_COUNTRIES)],
        "Status": _STATUSES[number % len(_STATUSES)],
    }
    if not long:
        return plain
    name = "中华人民共和国江西省赣州市章贡区有色金属冶炼有限责任公司（原名：赣州钨业）"
    long_name = f"Société Anonyme Invented {metal} Precious & Speciality Metals Refining Company No. {number}"
    return plain | {
        "Smelter Name": name if number % 7 == 0 else long_name if number % 3 == 0 else plain["Smelter Name"],
        "Smelter City": "San Juan de los Inventados del Norte" if number % 4 == 0 else "Inventville",
        "Smelter Facility Location: State / Province": "Northern Mariana Islands"
        if number % 5 == 0
        else "Ohio",
        "Status As Of": f"2022-03-{number % 28 + 1:02}",
        "Recycled or Scrap": "Yes" if number % 2 else "No",
        "Footnote": "Joined under cross-recognition; the certificate expired on March 1, 2022."
        if number % 6 == 0
        else "",
    }


def rows(count: int, *, long: bool = False) -> list[dict[str, str]]:
    """Rows of all four metals, in the order of metals."""
    metals = ("Gold", "Tantalum", "Tin", "Tungsten")
    return [row(at, metals[at * len(metals) // count], long=long) for at in range(count)]


def example(folder: Path) -> Case:
    shutil.copytree(EXAMPLE, folder / "2021")
    return Case("example", folder, 2021)


def long_name(folder: Path) -> Case:
    """Eleven columns, 84 rows, a logo, a name of 215 letters, an amendment, long lists of origins."""
    shutil.copytree(EXAMPLE, folder / "2021")
    change_yml(
        folder / "2021" / "disclosure.yml",
        example="",
        notice=NOTICE,
        registrant__name=LONG_NAME,
        registrant__logo="logo.svg",
        registrant__short_name="Venerable Metals",
        registrant__ein="00-0000042",
        registrant__address__street="Erfundeneschifffahrtsgesellschaftskapitänsgasse 12345, 4th Floor",
        registrant__address__city="Llanfairpwllgwyngyllgogerychwyrndrobwll",
        registrant__jurisdiction="Commonwealth of the Northern Mariana Islands",
        filing__amendment="2",
        origins={"by_metal": _ORIGINS},
        annex__columns=_ALL_COLUMNS,
        **_control(),
    )
    (folder / "2021" / "logo.svg").write_text(LOGO, encoding="utf-8")
    _run("start", "2021", "--data", str(folder))
    _explain_amendment(folder / "2021")
    book = openpyxl.load_workbook(folder / "2021" / "smelters.xlsx")
    sheet = book["Smelter List"]
    sheet.delete_rows(2, sheet.max_row)
    book.save(folder / "2021" / "smelters.xlsx")
    given = [
        one | ({"Status": "Full Compliant"} if one["Status"] == "Conformant" else {})
        for one in rows(84, long=True)
    ]
    fill_workbook(folder / "2021" / "smelters.xlsx", given)
    return Case("long-name", folder, 2021)


def new_year(folder: Path) -> Case:
    """A year begun from the defaults, with forty rows, final and signed."""
    start_year(
        folder,
        2025,
        "conflict-minerals-report",
        rows=rows(40),
        period="2025",
        survey={
            "suppliers": "412",
            "answered": "371",
            "answer_level": "both",
            "outside_covered_countries": "102",
        },
        origins={"by_metal": _FEW_ORIGINS},
    )
    return Case("new-year", folder, 2025)


def draft(folder: Path) -> Case:
    """The same as a draft."""
    made = new_year(folder)
    change_yml(
        folder / "2025" / "disclosure.yml", filing__state="draft", filing__signed_elsewhere="", example="yes"
    )
    return Case("draft", made.data_dir, made.year)


def no_report(folder: Path) -> Case:
    """The disclosure in the body of the form, without a list."""
    start_year(folder, 2025, "country-of-origin-inquiry", rows=(), period="2025")
    return Case("no-report", folder, 2025)


def staff(folder: Path) -> Case:
    """Under the staff's statement, with a list."""
    start_year(folder, 2025, "staff-statement-2017", rows=rows(30), period="2025")
    return Case("staff-statement", folder, 2025)


def many_rows(folder: Path) -> Case:
    """The example's list ten times over."""
    shutil.copytree(EXAMPLE, folder / "2021")
    path = folder / "2021" / "smelters.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book["Smelter List"]
    headings = [str(cell.value) for cell in sheet[1]]
    own = [[cell.value for cell in line] for line in sheet.iter_rows(min_row=2)]
    at = headings.index("Smelter Name")
    number = 0
    while sheet.max_row < 3001:
        number += 1
        for line in own[: 3001 - sheet.max_row]:
            sheet.append([f"{value} {number}" if place == at else value for place, value in enumerate(line)])
    book.save(path)
    change_yml(folder / "2021" / "disclosure.yml", **_control())
    return Case("many-rows", folder, 2021)


def _control() -> Mapping[str, Any]:
    return {"control": ""}


INVENTED: dict[str, Callable[[Path], Case]] = {
    "example": example,
    "long-name": long_name,
    "new-year": new_year,
    "draft": draft,
    "no-report": no_report,
    "staff-statement": staff,
    "many-rows": many_rows,
}
SHARED = {"hard": 2021, "newyear": 2025, "sdonly-empty": 2025, "staff": 2025}
"""Cases that were handed over, with their year."""
