"""Invented exhibits in the shapes in which filers publish them, all of one invented year.

``SHAPES`` gives for each shape its pages, form first where it has one, made from ``Facts``. ``PLANTS`` are
changes of one fact each: what a page says of it then differs from the data.
"""

from __future__ import annotations

import copy
import itertools
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.support.builders import workbook, write_year

METALS = ("Gold", "Tantalum", "Tin", "Tungsten")
OPEN = "Outreach Required"
HEADINGS = ("Metal", "Smelter Identification Number", "Smelter Name", "Smelter Country", "Status")

ORIGINS = (
    "Australia", "Austria", "Bolivia", "Brazil", "Burundi", "Canada", "China", "Indonesia", "Mozambique",
    "Peru", "Rwanda", "Viet Nam",
)  # fmt: skip

Row = list[str]
"""Metal, identification number, name, country, status."""


def _rows() -> list[Row]:
    listed = """\
Gold|CID900101|Alderbrook Gold Refinery Co., Ltd.|JAPAN|Conformant
Gold|CID900102|Birchwood Precious Metals|PERU|Conformant
Gold|CID900103|Cedarvale Mint|BRAZIL|Active
Gold|CID900104|Dunmore Refining (Pty) Ltd.|SOUTH AFRICA|Outreach Required
Gold|CID900105|Elmstead S.p.A.|ITALY|Conformant
Gold|CID900106|Fernhill Kuyumculuk A.S.|TURKEY|Outreach Required
Tantalum|CID900107|Gorseland Tantalum|CHINA|Conformant
Tantalum|CID900108|Hazelmere Metal Powders|GERMANY|Conformant
Tantalum|CID900109|Ivybridge Specialty Metals|UNITED STATES OF AMERICA|Active
Tin|CID900110|Juniper Tin Smelting|INDONESIA|Conformant
Tin|CID900111|PT Kelapa Timah|INDONESIA|Conformant
Tin|CID900112|Larch Metalurgica S.A.|BOLIVIA (PLURINATIONAL STATE OF)|Conformant
Tin|CID900113|Maple Non-Ferrous Group|CHINA|Outreach Required
Tin|CID900114|Nettleton Smelter|RWANDA|Active
Tungsten|CID900115|Oakham Tungsten Co., Ltd.|VIET NAM|Conformant
Tungsten|CID900116|Pinewood Cemented Carbide|CHINA|Conformant
Tungsten|CID900117|Quince Wolfram|AUSTRIA|Active"""
    return [line.split("|") for line in listed.splitlines()]


@dataclass
class Facts:
    """What pages say, each fact on its own so that one can be wrong."""

    registrant: str = "Larkspur Instruments, Inc."
    second: str = "Larkspur Finance LLC"
    year: int = 2023
    version: str = "6.31"
    asked: int = 212
    answered: int = 187
    rate: str = "88.2%"
    as_of: str = "March 15, 2024"
    total: int = 17
    status: dict[str, int] = field(default_factory=dict)
    metal: dict[str, int] = field(default_factory=dict)
    both: dict[tuple[str, str], int] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=_rows)
    origins: list[str] = field(default_factory=lambda: list(ORIGINS))
    street: str = "400 Foundry Road"
    city: str = "Ashgrove"
    zip: str = "44001"
    file_number: str = "001-39042"
    ein: str = "36-4410042"
    contact: str = "Nora Example"
    telephone: str = "(555) 555-0177"
    signatory: str = "Otto Sample"
    title: str = "Senior Vice President and General Counsel"
    signed: str = "May 30, 2024"

    def __post_init__(self) -> None:
        self.status = dict(Counter(row[4] for row in self.rows))
        self.metal = dict(Counter(row[0] for row in self.rows))
        self.both = {
            (m, s): sum(row[0] == m and row[4] == s for row in self.rows)
            for m in self.metal
            for s in self.status
        }


YML = """\
registrant:
  name: Larkspur Instruments, Inc.
  short_name: Larkspur
  jurisdiction: Delaware
  commission_file_number: 001-39042
  ein: 36-4410042
  address: {street: 400 Foundry Road, city: Ashgrove, state: Ohio, zip: "44001"}
  contact: {name: Nora Example, telephone: (555) 555-0177}
  disclosure_url: https://www.example.com/conflict-minerals/2023/
co_registrants:
  - name: Larkspur Finance LLC
    jurisdiction: Delaware
    commission_file_number: 333-201234-01
period: 2023
form: {route: conflict-minerals-report}
filing:
  signed_on: 2024-05-30
  state: final
  date: 2024-05-30
  signatory: {name: Otto Sample, title: Senior Vice President and General Counsel}
  signed_elsewhere: Invented, so that nobody signs
products:
  description: invented instruments
  categories: [{name: Invented instruments}]
survey:
  suppliers: 212
  answered: 187
  tool_version: "6.31"
  answer_level: company
statuses:
  - label: Conformant
    class: conformant
    definition: Invented to be on the list.
    as_of: 2024-03-15
    CONFORMANT_MARK
  - label: Active
    class: active
    definition: Invented to be on the other list.
    ACTIVE_MARK
  - label: Outreach Required
    class: not_enrolled
    definition: Invented to be on no list.
    OPEN_MARK
origins:
  countries:
    [Australia, Austria, Bolivia, Brazil, Burundi, Canada, China, Indonesia, Mozambique, Peru, Rwanda,
     Viet Nam]
annex:
  title: Invented annex
  columns: [metal, cid, name, country_as_filed, country, status]
"""

NOISE = (
    "In calendar year 2022, we identified 31 smelters and refiners, of which 20 were Conformant.",
    "Our fiscal year ended June 30, 2023. See our Annual Report on Form 10-K for the fiscal year ended"
    " December 31, 2022, filed on February 20, 2023.",
    "We employ about 4,300 people in 14 countries and 23 plants. Net sales were $1,204 million.",
    "Rule 13p-1 and Section 1502 of the Dodd-Frank Act apply to us; see Item 1.01 and Exhibit 1.01.",
    "Suppliers had 60 days to respond, and we sent 3 reminders. Records are kept for at least 5 years.",
    "Our subsidiaries, Larkspur Optics GmbH and Thornbury Sensors Limited, are covered by this report.",
    "The Responsible Minerals Initiative counts more than 500 member companies and assesses over 300"
    " facilities worldwide.",
    "By comparison, 79% of suppliers responded in the prior year, when we surveyed 198 suppliers.",
    "We intend to reach a response rate of 95% from our suppliers in 2024.",
    "The OECD Guidance, Third Edition, has five steps. Our team of 9 meets 4 times a year.",
)


def text_of(facts: Facts, wording: int) -> list[str]:
    """The paragraphs of a report, in one of several wordings."""
    f = facts
    conformant, active, left = f.status["Conformant"], f.status["Active"], f.status[OPEN]
    wordings = (
        [
            f"Conflict Minerals Report of {f.registrant}",
            f"For the reporting period from January 1, {f.year} to December 31, {f.year}",
            f"We surveyed {f.asked} direct suppliers using the Conflict Minerals Reporting Template (“CMRT”)"
            f" version {f.version}. We received responses from {f.answered} suppliers, a response rate of"
            f" {f.rate}.",
            f"Our suppliers identified {f.total} smelters and refiners. Of these, {conformant} were"
            f" Conformant, {active} were Active and {left} had the status {OPEN}, as of {f.as_of}.",
        ],
        [
            f"{f.registrant.upper()}",
            "CONFLICT MINERALS REPORT",
            f"For the Year Ended December 31, {f.year}",
            f"A total of {f.asked} in-scope suppliers were contacted with revision {f.version} of the CMRT;"
            f" {f.answered} of them responded ({f.rate} of the suppliers contacted).",
            f"The responses named {f.total} unique facilities that process 3TG. {conformant} of the"
            f" {f.total} facilities are listed as Conformant. A further {active} facilities are Active. The"
            f" other {left} facilities are {OPEN}. Status is as of {f.as_of}.",
            f"We found {f.metal['Gold']} gold refiners, {f.metal['Tantalum']} tantalum smelters,"
            f" {f.metal['Tin']} tin smelters and {f.metal['Tungsten']} tungsten smelters.",
        ],
        [
            f"This Conflict Minerals Report of {f.registrant} (the “Company”) covers calendar year {f.year}.",
            f"{f.answered} out of {f.asked} suppliers returned a completed CMRT (v{f.version}), i.e. {f.rate}"
            " of our suppliers responded.",
            f"Number of smelters or refiners identified: {f.total}. Among the {f.total} smelters and"
            f" refiners, {conformant} smelters were validated as Conformant according to the RMI list as of"
            f" {f.as_of}, and {active} smelters are Active.",
        ],
    )
    return wordings[wording]


def origins_text(facts: Facts) -> str:
    return f"{', '.join(facts.origins[:-1])} and {facts.origins[-1]}"


def _form(f: Facts, tag: str = "p") -> str:
    lines = (
        "UNITED STATES", "SECURITIES AND EXCHANGE COMMISSION", "FORM SD", "SPECIALIZED DISCLOSURE REPORT",
        f.registrant, "(Exact name of registrant as specified in its charter)",
        f"Delaware&#160;&#160;{f.file_number}&#160;&#160;{f.ein}",
        f.street, f"{f.city}, Ohio {f.zip}", f"{f.contact} {f.telephone}",
        f"Additional registrant: {f.second}, Delaware, 333-201234-01",
        f"☒ Rule 13p-1 under the Securities Exchange Act for the reporting period from January 1 to"
        f" December 31, {f.year}.",
        "Item 1.01 Conflict Minerals Disclosure and Report", "A copy is filed as Exhibit 1.01.",
        "SIGNATURES", "Pursuant to the requirements of the Securities Exchange Act of 1934, the registrant"
        " has duly caused this report to be signed.", f.registrant,
        f"/s/ {f.signatory}", f"Name: {f.signatory}", f"Title: {f.title}", f"Date: {f.signed}",
    )  # fmt: skip
    return _page("".join(f"<{tag}>{line}</{tag}>" for line in lines))


def _page(body: str) -> str:
    return f"<html><head><title>x</title></head><body>{body}</body></html>"


def _p(lines: Sequence[str]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def _cells(row: Sequence[str], tag: str = "td") -> str:
    return "<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in row) + "</tr>"


def _table(rows: Sequence[Sequence[str]], heading: Sequence[str] = ()) -> str:
    return "<table>" + (_cells(heading) if heading else "") + "".join(map(_cells, rows)) + "</table>"


def _noise(number: int) -> list[str]:
    return [NOISE[(number + step * 3) % len(NOISE)] for step in range(4)]


def _of(f: Facts, metal: str) -> list[Row]:
    return [row for row in f.rows if row[0] == metal]


def edgar_one_line(f: Facts) -> list[str]:
    """All HTML in one line, the whole list in one table, origins in a sentence-like paragraph."""
    body = _p([*text_of(f, 0), *_noise(0)])
    body += "<p>Annex I: Smelters and Refiners</p>" + _table(
        f.rows, ("Metal", "Smelter ID", "Smelter Name", "Country Location", "RMAP Status")
    )
    body += f"<p>Annex II: Countries of Origin</p><p>{origins_text(f)}</p>"
    return [_form(f).replace("\n", ""), _page(body).replace("\n", "")]


def word_html(f: Facts) -> list[str]:
    """Word's HTML: MsoNormal, spans, o:p, non-breaking blanks, quoted lines broken anywhere."""

    def p(text: str) -> str:
        words = text.split(" ")
        lines = "\n".join(" ".join(words[at : at + 7]) for at in range(0, len(words), 7))
        return f"<p class=MsoNormal><span style='font-size:10.0pt'>{lines}<o:p></o:p></span></p>\n"

    body = "".join(map(p, [*text_of(f, 1), *_noise(1)]))
    rows = [("Smelter or Refiner Name", "Metal", "Facility Country", "CID", "Status")]
    rows += [(row[2], row[0], row[3].title(), row[1], row[4]) for row in f.rows]
    body += "<table class=MsoTableGrid border=1>"
    for row in rows:
        cells = "".join(
            f"<td width=90 valign=top><p class=MsoNormal><span>{c}<o:p></o:p></span></p></td>\n" for c in row
        )
        body += f"<tr style='mso-yfti-irow:0'>\n{cells}</tr>\n"
    body += "</table>" + p("Potential countries of origin:")
    body += "".join(p(f"<span style='font-family:Symbol'>·&nbsp;&nbsp;</span>{one}") for one in f.origins)
    return [_form(f), _page(body)]


def workiva_divs(f: Facts) -> list[str]:
    """Nested divs and spans with styles, spacer cells, repeated heads on pages with page numbers."""

    def div(text: str) -> str:
        return (
            '<div style="margin-bottom:9pt;text-align:justify"><span style="color:#000000;'
            f"font-family:'Times New Roman';font-size:10pt\">{text}</span></div>"
        )

    def line(cells: Sequence[str]) -> str:
        found = "".join(
            f'<td colspan="3" style="padding:2px 1pt"><span style="font-size:9pt">{c}</span></td>'
            '<td colspan="3" style="display:none"></td>'
            for c in cells
        )
        return f"<tr>{found}</tr>"

    heading = ("Metal", "Smelter Name", "Smelter ID", "Country", "Status")
    body = "".join(map(div, [*text_of(f, 2), *_noise(2)]))
    for at in range(0, len(f.rows), 6):
        rows = [(r[0], r[2], r[1], r[3], r[4]) for r in f.rows[at : at + 6]]
        body += (
            '<div style="display:flex"><table>'
            + "".join('<td style="width:1%"></td>' for _ in range(3)).join(("<tr>", "</tr>"))
            + line(heading)
            + "".join(map(line, rows))
            + f'</table></div><div style="text-align:center"><span>{at // 6 + 3}</span></div>'
            '<hr style="page-break-after:always"/>'
        )
    body += div("Countries of origin of the conflict minerals may include:") + div("; ".join(f.origins))
    return [_form(f, "div"), _page(f"<div>{body}</div>")]


def spans(f: Facts) -> list[str]:
    """The metal in a cell that spans its rows, the heading in two rows with colspan."""
    body = _p([*text_of(f, 0), *_noise(3)])
    body += (
        '<table><tr><th rowspan="2">Metal</th><th colspan="2">Smelter</th><th rowspan="2">Country</th>'
        '<th rowspan="2">Status</th></tr><tr><th>Name</th><th>CID</th></tr>'
    )
    for metal in METALS:
        for at, row in enumerate(_of(f, metal)):
            first = f'<td rowspan="{len(_of(f, metal))}">{metal}</td>' if at == 0 else ""
            body += f"<tr>{first}<td>{row[2]}</td><td>{row[1]}</td><td>{row[3]}</td><td>{row[4]}</td></tr>"
    body += "</table><p>Countries of Origin</p>"
    third = -(-len(f.origins) // 3)
    columns = [f.origins[at : at + third] for at in range(0, len(f.origins), third)]
    body += _table([tuple(one or "&#160;" for one in row) for row in itertools.zip_longest(*columns)])
    return [_form(f), _page(body)]


def subheadings(f: Facts) -> list[str]:
    """The metal as a row of its own with its sum, a grand total below."""
    body = _p([*text_of(f, 1), *_noise(4)])
    body += "<table>" + _cells(("Smelter Name", "Smelter ID", "Location", "Status"), "th")
    for metal in METALS:
        body += f'<tr><td colspan="4"><b>{metal}</b></td></tr>'
        body += "".join(_cells((r[2], r[1], r[3], r[4])) for r in _of(f, metal))
        body += f'<tr><td colspan="3">Total {metal}</td><td>{f.metal[metal]}</td></tr>'
    body += f'<tr><td colspan="3">Grand total</td><td>{f.total}</td></tr></table>'
    body += f"<p>The minerals may have originated in the following countries: {origins_text(f)}.</p>"
    return [_form(f), _page(body)]


def one_table_a_metal(f: Facts) -> list[str]:
    """A heading and a table for each metal; the statuses by metals in a matrix."""
    body = _p([*text_of(f, 2), *_noise(5)])
    body += "<p>Smelters by status</p>" + _table(
        [
            *((s, *(str(f.both[m, s]) for m in METALS), str(f.status[s])) for s in f.status),
            ("Total", *(str(f.metal[m]) for m in METALS), str(f.total)),
        ],
        ("Status", *METALS, "Total"),
    )
    for metal in METALS:
        rows = [(r[2], r[3], r[1], r[4]) for r in _of(f, metal)]
        body += f"<p><b>{metal}</b></p>" + _table(
            rows, ("Smelter/Refiner", "Country", "Smelter Identification", "RMAP Status")
        )
    body += f"<p>Countries of origin: {'; '.join(f.origins)}</p>"
    return [_form(f), _page(body)]


def no_countries(f: Facts) -> list[str]:
    """Names, metals and statuses alone; figures by metal in a table."""
    body = _p([*text_of(f, 0), *_noise(6)])
    body += _table(
        [
            *((m, str(f.metal[m]), str(f.both[m, "Conformant"])) for m in METALS),
            ("Total", str(f.total), str(f.status["Conformant"])),
        ],
        ("Metal", "Smelters identified", "Conformant smelters"),
    )
    body += _table([(r[0], r[2], r[4]) for r in f.rows], ("Metal", "Name of Smelter or Refiner", "Status"))
    return [_form(f), _page(body)]


def mark_columns(f: Facts) -> list[str]:
    """A column for each status, an X in one of them."""
    labels = ("Conformant", "Active", OPEN)
    body = _p([*text_of(f, 1), *_noise(7)])
    rows = [(r[0], r[2], r[3], *("X" if r[4] == s else "" for s in labels)) for r in f.rows]
    body += _table(rows, ("Metal", "Smelter Name", "Smelter Country", *labels))
    body += "<table><tr><td>Country of Origin</td></tr>" + "".join(_cells((one,)) for one in f.origins)
    return [_form(f), _page(body + "</table>")]


def legend_of_signs(f: Facts) -> list[str]:
    """Signs behind the names, explained below."""
    marks = {"Conformant": "*", "Active": "**", OPEN: ""}
    body = _p([*text_of(f, 2), *_noise(8)])
    body += _table(
        [(r[0], r[2] + marks[r[4]], r[3], r[1]) for r in f.rows],
        ("Mineral", "Facility Name", "Facility Country", "Facility ID"),
    )
    body += (
        "<p>* Conformant</p><p>** Active</p><p>Countries of origin include, but may not be limited to:</p>"
    )
    return [_form(f), _page(body + f"<p>{', '.join(f.origins)}</p>")]


def bold_conformant(f: Facts) -> list[str]:
    """Conformant facilities in bold letters; no other status is told."""
    body = _p([*text_of(f, 0), *_noise(9)])
    rows = [(r[0], f"<b>{r[2]}</b>" if r[4] == "Conformant" else r[2], f"{r[3]}") for r in f.rows]
    body += "<p>Facilities in bold are Conformant.</p>"
    return [_form(f), _page(body + _table(rows, ("Metal", "Smelter Name", "Smelter Country")))]


def tables_by_status(f: Facts) -> list[str]:
    """A table for each status, with its heading above."""
    body = _p([*text_of(f, 1), *_noise(10)])
    for label in ("Conformant", "Active", OPEN):
        body += f"<p><b>{label} smelters and refiners</b></p>"
        rows = [(r[0], r[2], r[3], r[1]) for r in f.rows if r[4] == label]
        body += _table(rows, ("Metal", "Smelter Name", "Country", "Smelter ID"))
    return [_form(f), _page(body + f"<p>Countries of origin</p><p>{origins_text(f)}</p>")]


def plain_text(f: Facts) -> list[str]:
    """Preformatted text with columns set by blanks."""
    lines = [*text_of(f, 0), *_noise(11)]
    rows = [f"{'Metal':<10}{'Smelter Name':<38}{'Country':<36}{'Smelter ID':<12}Status"]
    rows += [f"{r[0]:<10}{r[2]:<38}{r[3]:<36}{r[1]:<12}{r[4]}" for r in f.rows]
    text = "\n\n".join(lines) + "\n\nSmelters and refiners\n\n" + "\n".join(rows)
    text += "\n\nCountries of origin\n\n" + ", ".join(f.origins)
    return [_form(f), _page(f"<pre>{text}</pre>")]


def matrix_by_mineral(f: Facts) -> list[str]:
    """Figures in a sentence and a matrix lying down; list with numbers; origins in three columns."""
    body = _p([*text_of(f, 2), *_noise(12)])
    body += _table(
        [(m, *(str(f.both[m, s]) for s in f.status), str(f.metal[m])) for m in METALS]
        + [("Total", *(str(n) for n in f.status.values()), str(f.total))],
        ("Mineral", *f.status, "Total number of smelters"),
    )
    rows = [(str(at), r[0], r[2], r[3], r[1], r[4]) for at, r in enumerate(f.rows, 1)]
    body += _table(rows, ("No.", "Mineral", "Smelter", "Country", "CID", "Status"))
    three = [f.origins[at : at + 3] for at in range(0, len(f.origins), 3)]
    body += "<p>APPENDIX B</p><p>Country of Origin of Minerals</p>" + _table(three)
    return [_form(f), _page(body)]


def status_in_words(f: Facts) -> list[str]:
    """A list over several pages whose heads repeat and whose metal is told once a page; Yes or No."""
    body = _p([*text_of(f, 1), *_noise(13)])
    heading = ("Metal", "Smelter Name", "Smelter ID", "Location of Smelter", "Status")
    for metal in METALS:
        rows = _of(f, metal)
        for at in range(0, len(rows), 3):
            body += f"<p>A-{at + 1}</p>"
            page = [
                ("" if n else metal, r[2], r[1], r[3].title(), r[4]) for n, r in enumerate(rows[at : at + 3])
            ]
            body += _table(page, heading)
    return [_form(f), _page(body + f"<p>Countries of origin may include {origins_text(f)}.</p>")]


Shape = Callable[[Facts], list[str]]
SHAPES: tuple[Shape, ...] = (
    edgar_one_line, word_html, workiva_divs, spans, subheadings, one_table_a_metal, no_countries,
    mark_columns, legend_of_signs, bold_conformant, tables_by_status, plain_text, matrix_by_mineral,
    status_in_words,
)  # fmt: skip
_MARKED: dict[str, tuple[str, str, str]] = {
    "legend_of_signs": ("mark: '*'", "mark: '**'", "mark: unmarked"),
    "bold_conformant": ("mark: bold", "", ""),
}


def write_data(folder: Path, shape: Shape) -> Path:
    """The data folder of the invented year, with the marks that a shape uses."""
    yml = YML
    marks = _MARKED.get(shape.__name__, ("", "", ""))
    for word, mark in zip(("CONFORMANT_MARK", "ACTIVE_MARK", "OPEN_MARK"), marks, strict=True):
        yml = yml.replace(f"    {word}\n", f"    {mark}\n" if mark else "")
    year = write_year(folder / "data", year=2023, yml=yml)
    workbook(year / "smelters.xlsx", _rows(), headings=HEADINGS)
    return folder / "data"


def write_pages(folder: Path, shape: Shape, facts: Facts) -> list[Path]:
    """The pages of a shape as files."""
    paths = []
    for at, page in enumerate(shape(facts)):
        paths.append(folder / f"page{at}.htm")
        paths[-1].write_text(page, encoding="utf-8")
    return paths


Plant = tuple[str, Callable[[Facts], None]]


def plants() -> Iterator[tuple[str, Facts]]:
    """Kind of change, and the facts with that change alone."""
    for kind, change in _changes():
        facts = copy.deepcopy(Facts())
        change(facts)
        yield kind, facts


def _set(name: str, value: object) -> Callable[[Facts], None]:
    return lambda facts: setattr(facts, name, value)


def _count(name: str, key: object, by: int) -> Callable[[Facts], None]:
    def change(facts: Facts) -> None:
        getattr(facts, name)[key] += by

    return change


def _cell(at: int, column: int, value: str) -> Callable[[Facts], None]:
    def change(facts: Facts) -> None:
        facts.rows[at][column] = value

    return change


def _changes() -> Iterator[Plant]:
    yield from (("total", _set("total", value)) for value in (18, 16, 171))
    yield from (
        ("part", _count("status", label, by)) for label in ("Conformant", "Active", OPEN) for by in (1, -1)
    )
    yield from (("part", _count("metal", metal, by)) for metal, by in zip(METALS, (1, -1, 2, 1), strict=True))
    yield from (("part", _count("both", (m, s), 1)) for m, s in (("Gold", "Conformant"), ("Tin", "Active")))
    yield from (("asked", _set("asked", value)) for value in (213, 221, 200))
    yield from (("answered", _set("answered", value)) for value in (188, 178))
    yield from (("rate", _set("rate", value)) for value in ("87.2%", "92%", "88.9%"))
    for name in ("Larkspurs Instruments, Inc.", "Larkspur Instrument, Inc.", "Sample Industries, Inc."):
        yield "registrant", _set("registrant", name)
    yield from (("year", _set("year", value)) for value in (2022, 2024))
    yield from (("version", _set("version", value)) for value in ("6.3", "6.22", "5.12"))
    yield "as of", _set("as_of", "March 15, 2023")
    yield "as of", _set("as_of", "April 2, 2024")
    yield from (("origin removed", lambda facts, at=at: facts.origins.pop(at)) for at in (0, 5, 11))
    yield from (("origin added", lambda facts, at=at: facts.origins.insert(at, "Ghana")) for at in (0, 6, 12))
    yield "origin changed", lambda facts: facts.origins.__setitem__(4, "Samoa")
    for at, status in ((0, "Active"), (3, "Conformant"), (8, "Conformant"), (13, OPEN), (16, "Conformant")):
        yield "status of a row", _cell(at, 4, status)
    for at, name in ((1, "Birchwood Precius Metals"), (10, "PT Kelapa Timah Dua"), (16, "Quintin Wolfram")):
        yield "name of a row", _cell(at, 2, name)
    for at, country in ((1, "CHILE"), (9, "MALAYSIA"), (16, "GERMANY")):
        yield "country of a row", _cell(at, 3, country)
    for at, cid in ((1, "CID900120"), (9, "CID900119"), (16, "CID900171")):
        yield "identifier of a row", _cell(at, 1, cid)
    yield "metal of a row", _cell(5, 0, "Tantalum")
    yield from (("dropped row", lambda facts, at=at: facts.rows.pop(at)) for at in (0, 8, 16))
    for at, row in (
        (0, ["Gold", "CID900199", "Rowan Refining", "JAPAN", "Active"]),
        (17, ["Tungsten", "CID900198", "Sorrel Tungsten", "CHINA", "Conformant"]),
    ):
        yield "added row", lambda facts, at=at, row=row: facts.rows.insert(at, list(row))
    yield from (
        ("duplicate row", lambda facts, at=at: facts.rows.insert(at, list(facts.rows[at]))) for at in (2, 16)
    )
    yield "day of signature", _set("signed", "May 31, 2024")
    yield "second registrant", _set("second", "Larkspur Capital LLC")
    for name, value in (
        ("street", "401 Foundry Road"), ("city", "Elmgrove"), ("zip", "44011"), ("file_number", "001-39043"),
        ("ein", "36-4410043"), ("contact", "Nola Example"), ("telephone", "(555) 555-0178"),
        ("signatory", "Olga Sample"), ("title", "Vice President and General Counsel"),
    ):  # fmt: skip
        yield f"cover: {name}", _set(name, value)
