"""What the texts of ``formsd explain`` tell in words, made: damaged files, records, PDF, documents, sites.

``BUILT`` has two functions for each code. Each makes the thing in a new folder, runs the real check, and
gives the codes of all that it finds: first with the finding, then mended.
"""

from __future__ import annotations

import datetime as dt
import errno
import io
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any
from unittest import mock

import openpyxl
import pikepdf
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from generator.confidential.search_of_years import NOTHING_ALLOWED, Allowed
from generator.confidential.site_search import leaks
from generator.confidential.unsearched import not_searched
from generator.confidential.year_texts import leaks_in_texts
from generator.countries import table
from generator.data_files import year_files
from generator.documents.edgar.last_look import lint
from generator.documents.edgar.links import EXHIBIT, FORM
from generator.documents.pdf import files as pdf_files
from generator.documents.pdf.typesetting import FONTS
from generator.errors import InputError
from generator.explain.page import Example
from generator.findings import Finding
from generator.history.import_filing import import_year
from generator.model.addresses import IN_FOLDERS
from generator.own_site.brand_file import brand_findings
from generator.own_site.lost_links import FinishedSite
from generator.own_site.own_content import not_own
from generator.pipeline import Year, load, load_year, sound
from generator.prose.environment import prose_environment
from generator.record.records import Role
from generator.sanctions.listed_names import listed_names
from generator.signing import publish as publishing
from generator.signing import sign as publication
from generator.suppliers.reconcile import reconcile_year
from generator.verify.published import address_of
from generator.verify.verify import compare_documents, verify_site
from generator.year.letters import DEFAULT_LETTERS
from tests.explain.built_answers import ANSWERS
from tests.explain.built_redline import REDLINES
from tests.explain.built_sheet import SHEETS
from tests.explain.built_turn import TURN
from tests.explain.built_word import RETURNED
from tests.explain.rounds import ROUNDS
from tests.explain.sound_year import Make, codes_after, codes_of_year, write_example
from tests.support.builders import (
    HEADINGS,
    ROWS,
    SECTIONS,
    YML,
    Formula,
    change_part,
    workbook,
    write_form,
    write_year,
)
from tests.support.cmrt_workbooks import COMPANY, cmrt
from tests.support.published import publish
from tests.support.signers import SIGNERS

Codes = set[str]
Build = Callable[[Path], Codes]

_SHEET = "xl/worksheets/sheet1.xml"
_GOLD, _TIN = ROWS


def _codes(findings: Iterable[Finding]) -> Codes:
    return {finding.code for finding in findings}


def _year(make: Make, *, with_documents: bool = False) -> Build:
    """A sound year to which this was done."""
    return lambda data: codes_after(data, make, with_documents=with_documents)


def _as_it_is(folder: Path) -> None:
    """Leaves a sound year alone."""


def _file(name: str, content: bytes) -> Make:
    return lambda folder: (folder / name).write_bytes(content)


# The list as a workbook


def _book(*rows: tuple[Any, ...], **options: Any) -> Make:
    return lambda folder: workbook(folder / "smelters.xlsx", rows or ROWS, **options)


def _named(name: Any) -> Make:
    """A list whose first row has this in its cell for the name."""
    return _book((*_GOLD[:2], name, *_GOLD[3:]), _TIN)


def _value_in_last_row(folder: Path) -> None:
    row = b'<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>'
    change_part(folder / "smelters.xlsx", _SHEET, b"</sheetData>", row)


def _seen(change: Callable[[xlsxwriter.Workbook, Worksheet], object]) -> Make:
    """The usual list with something that people see in Excel, or do not see."""

    def make(folder: Path) -> None:
        with xlsxwriter.Workbook(folder / "smelters.xlsx") as book:
            sheet = book.add_worksheet("Smelter List")
            for number, row in enumerate((HEADINGS, *ROWS)):
                sheet.write_row(number, 0, [str(cell) for cell in row])
            change(book, sheet)

    return make


def _strike_through(book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
    sheet.write_string(1, 2, str(ROWS[0][2]), book.add_format({"font_strikeout": True}))


# Records


_HERE = YML.replace("  signed_elsewhere: Invented, so that nobody signs\n", "")
_DRAFT = _HERE.replace("state: final", "state: draft")


def _signed(
    *roles: Role,
    then: Mapping[str, tuple[str, str]] | None = None,
    state: str = "final",
    again: bool = False,
    sections: Mapping[str, str] = SECTIONS,
) -> Build:
    """A year that the roles signed as a draft, after which text was replaced in files, and its state set.

    ``again``: they signed once more after that.
    """

    def build(data: Path) -> Codes:
        folder = write_year(data, yml=_DRAFT, sections=sections)
        _sign(data, roles)
        for name, (old, new) in (then or {}).items():
            text = (folder / name).read_text(encoding="utf-8")
            assert old in text
            (folder / name).write_text(text.replace(old, new), encoding="utf-8")
        if again:
            _sign(data, roles)
        facts = folder / "disclosure.yml"
        facts.write_text(facts.read_text(encoding="utf-8").replace("state: draft", f"state: {state}"))
        return codes_of_year(data)

    return build


def _nothing(*_: object) -> None:
    """What stands for the search of what is signed and published."""


def _sign(data: Path, roles: Iterable[Role]) -> None:
    for role in roles:
        publication.sign(data, 2021, role, SIGNERS[role], dt.date(2022, 5, 20), searched=_nothing)


def _filings(*steps: str) -> Build:
    """A year whose original was published, with what was done after it: ``amend``, ``sign``, ``clear``.

    ``correct``: a figure is corrected; ``publish``: it is published; ``forget``: its records are removed.
    """

    def build(data: Path) -> Codes:
        folder = write_year(data, yml=_HERE)
        facts, site = folder / "disclosure.yml", data.parent / f"{data.name}-site"
        amended = _HERE.replace("  date: 2022-05-31\n", "  date: 2022-08-15\n  amendment: 1\n")
        amended = amended.replace("signed_on: 2022-05-31", "signed_on: 2022-08-15")

        def state(text: str) -> None:
            facts.write_text(text, encoding="utf-8")
            (folder / "form" / "explanatory-note.md").unlink(missing_ok=True)
            if "amendment" in text:
                write_form(folder, explanatory_note="# EXPLANATORY NOTE\n\nThe answers are told anew.\n")

        does: dict[str, Callable[[], object]] = {
            "sign": lambda: _sign(data, Role),
            "amend": lambda: state(amended),
            "amend as signed": lambda: state(  # a draft: as a final it cannot be signed
                amended.replace("signed_on: 2022-08-15", "signed_on: 2022-05-31").replace(
                    ": final", ": draft"
                )
            ),
            "amend without a date": lambda: state(
                amended.replace("  date: 2022-08-15", "  date: 2022-05-31")
            ),
            "clear": lambda: state(_HERE),
            "correct": lambda: state(_HERE.replace("answered: 6", "answered: 7")),
            "file": lambda: state(
                _HERE.replace("2022-05-31\n", "2022-05-31\n  edgar_url: https://www.sec.gov/a\n", 1)
            ),
            "forget": lambda: shutil.rmtree(folder / "record"),
            "publish": lambda: _record_publication(data, site),
        }
        for step in ("sign", "publish", *steps):
            does[step]()
        return codes_of_year(data)

    return build


def _record_publication(data: Path, site: Path) -> None:
    publish(data, site, kinds=("edgar", "tables"))
    publishing.publish(data, 2021, dt.date(2022, 6, 1), site, address_of, searched=_nothing)


def _updated(build: Build, update: Callable[[], Any]) -> Build:
    """The same year, checked by another version of the program."""

    def checked(data: Path) -> Codes:
        build(data)
        with update():
            return codes_of_year(data)

    return checked


def _figures_for_words() -> Any:
    return mock.patch.dict(prose_environment().filters, {"words": lambda number, *beside: number})


def _another_country_name() -> Any:
    other = table.standard_countries().with_names([("PE", "Republic of Peru", [])])
    return mock.patch.object(table, "standard_countries", return_value=other)


def _verified_by_another_program(data: Path) -> Codes:
    site = data.parent / f"{data.name}-site"
    _filings()(data)
    with mock.patch.object(year_files, "schema_file", return_value=b"{}\n"):
        return _codes(verify_site(data, 2021, site)[1])


def _verified(data: Path) -> Codes:
    _filings()(data)
    return _codes(verify_site(data, 2021, data.parent / f"{data.name}-site")[1])


# A company's own site


def _site(
    *,
    site_url: str = "https://ir.invented.internal/",
    page: str = "# About\n",
    later: str = "",
    beside: str = "",
    sections: Mapping[str, str] = SECTIONS,
) -> Build:
    """A site with a final; ``later`` are the facts of the year after, ``beside`` those of the year before."""

    def build(data: Path) -> Codes:
        write_year(data, sections=sections)
        if later:
            write_year(data, year=2022, yml=later)
        if beside:
            write_year(data, year=2020, yml=beside)
        docs = data.parent / f"{data.name}-docs"
        docs.mkdir()
        (docs / "about.md").write_text(page, encoding="utf-8")
        return _codes(not_own(docs, load(data), site_url))

    return build


_LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'


def _linked(href: str) -> Build:
    """A finished site with a page whose one link leads to ``href``."""

    def build(data: Path) -> Codes:
        site, docs = data.parent / f"{data.name}-site", data.parent / f"{data.name}-docs"
        for page, text in (("about", f'<a href="{href}">the list</a>'), ("2021/annex", "<h1>Annex</h1>")):
            (site / page).mkdir(parents=True)
            (site / page / "index.html").write_text(f"<article>{text}</article>", encoding="utf-8")
        return _codes(FinishedSite(site, docs, data, IN_FOLDERS).lost_links(["about.md"]))

    return build


def _brand(text: str, file: str = "", *, of_year: bool = False) -> Build:
    """A sound year beside a ``brand.yml``, with one file that it names; ``of_year``: it has a logo too."""

    def build(data: Path) -> Codes:
        write_year(data)
        folder = data.parent / f"{data.name}-brand"
        folder.mkdir()
        (folder / "brand.yml").write_text(text, encoding="utf-8")
        if file:
            font = (FONTS / "DroidSansFallback.ttf").read_bytes()
            (folder / file).write_bytes(font if file.endswith("ttf") else _LOGO.encode())
        if of_year:
            path = data / "2021" / "disclosure.yml"
            text_of_year = path.read_text("utf-8")
            path.write_text(text_of_year.replace("registrant:\n", "registrant:\n  logo: a.svg\n", 1), "utf-8")
            (data / "2021" / "a.svg").write_text(_LOGO, "utf-8")
        return _codes(brand_findings(folder, load(data)))

    return build


_LATER = YML.replace("2022", "2023").replace("2021", "2022")
_PUMPS = _LATER.replace("Invented Devices, Inc.", "Invented Pumps, Inc.")
_RENAMED = _PUMPS.replace("registrant:\n", "registrant:\n  former_name: Invented Devices, Inc.\n")
_EXAMPLE = f"example: yes\n{YML.replace('2021', '2020').replace('2022', '2021')}"
_OF_EXAMPLE = (
    Path(__file__).resolve().parents[2] / "data" / "2021" / "report" / "08-future-steps.md"
).read_text("utf-8")
_ASKED = {**SECTIONS, "03-asked.md": "# Asked\n\nWe sent it to {{ survey.suppliers|words }} suppliers.\n"}
_CORRECTED = {"disclosure.yml": ("answered: 6", "answered: 7")}
_RECORD, _TEXT = "record/legal/record.yml", "record/legal/sections/01-inquiry.txt"


# The year before


def _after(sections: Mapping[str, str]) -> Build:
    """A sound year with the sections of ``_NOW``, whose year before had these."""

    def build(data: Path) -> Codes:
        earlier = YML.replace("2021", "2020").replace("2022", "2021")
        write_year(data, year=2020, yml=earlier, sections=sections)
        write_year(data, sections=_NOW)
        return codes_of_year(data)

    return build


_NOW = {
    "01-inquiry.md": SECTIONS["01-inquiry.md"],
    "02-risks.md": "# Invented risks\n\nThe risks that we found lie with small mines.\n",
}
_OLD = {"02-risks.md": "# Invented risks\n\nIn that year we had found other risks than now.\n"}
_OTHER = {"01-inquiry.md": "# Invented inquiry\n\nIn that year we had asked in another way.\n"}


# Documents


def _edgar(body: str, *, name: str = EXHIBIT, form: str = f'<p><a href="{EXHIBIT}">1.01</a></p>') -> Build:
    """The last look at a form and an exhibit with these bodies."""
    page = "<html><head><title>t</title></head><body>{}</body></html>"
    files = {FORM: page.format(form).encode(), name: page.format(body).encode()}
    return lambda _: _codes(lint(files, "edgar"))


def _no_room(data: Path) -> Codes:
    full = OSError(errno.ENOSPC, "No space left on device")
    with mock.patch.object(tempfile, "TemporaryDirectory", side_effect=full):
        return codes_after(data, _as_it_is, with_documents=True)


def _without_structure(data: Path) -> Codes:
    packed = pdf_files.packed

    def stripped(*given: Any, **options: Any) -> bytes:
        file = io.BytesIO()
        with pikepdf.open(io.BytesIO(packed(*given, **options))) as document:
            del document.Root.StructTreeRoot
            document.save(file)
        return file.getvalue()

    with mock.patch.object(pdf_files, "packed", stripped):
        return codes_after(data, _as_it_is, with_documents=True)


_PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8ffff3f0005fe02fe"
    "0def46b80000000049454e44ae426082"
)


def _with_exhibit(name: str, content: bytes) -> Make:
    def make(folder: Path) -> None:
        (folder / "exhibits").mkdir()
        (folder / "exhibits" / name).write_bytes(content)
        entry = f"exhibits:\n  - {{number: 1.01, description: Report of the auditor, file: {name}}}\n"
        facts = folder / "disclosure.yml"
        facts.write_text(facts.read_text(encoding="utf-8") + entry, encoding="utf-8")

    return make


def _with_picture(content: bytes) -> Make:
    def make(folder: Path) -> None:
        section = "# Works\n\n![Our works from above](documents/works.png)\n"
        write_example(folder, Example("markdown", "report/03-works.md", section))
        (folder / "documents").mkdir()
        (folder / "documents" / "works.png").write_bytes(content)

    return make


# What is withheld


def _site_of(column: str, value: str, file: str, content: bytes, *, released: bool = False) -> Build:
    """A site of one file, of a year whose list has this value in an internal column.

    ``released``: the file may stay unsearched.
    """

    def build(data: Path) -> Codes:
        folder = write_year(data)
        workbook(folder / "smelters.xlsx", ((*_GOLD, value), (*_TIN, "")), headings=(*HEADINGS, column))
        site = data.parent / f"{data.name}-site"
        site.mkdir()
        (site / file).write_bytes(content)
        may_stay = (file,) if released else ()
        return _codes(leaks(site, data, load(data, 2021), Allowed(may_stay_unsearched=may_stay)))

    return build


def _thanked(thanks: str, *, column: str, is_published: bool = False) -> Build:
    """A year whose report says a sentence, published or not, and a column of its list, which came later."""

    def build(data: Path) -> Codes:
        sections = {**SECTIONS, "08-future-steps.md": f"# Thanks\n\n{thanks}\n"}
        folder = write_year(data, yml=_HERE, sections=sections)
        if is_published:
            _sign(data, Role)
            _record_publication(data, data.parent / f"{data.name}-site")
        workbook(
            folder / "smelters.xlsx", ((*_GOLD, column), (*_TIN, "")), headings=(*HEADINGS, "Bought from")
        )
        settings = data.parent / "mkdocs.yml"
        return _codes(leaks_in_texts(data, load(data), NOTHING_ALLOWED, docs_dir=None, settings=settings))

    return build


_SUPPLIER = "Crocodile Components Ltd. (invented)"
_PLAIN = b"<p>Thanks to our suppliers.</p>"


def _letter(**options: Any) -> bytes:
    file = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(file, **options)
    return file.getvalue()


# Filed documents and published files

_LISTED = (
    ("Gold", "Invented Gold Works", "JAPAN", "Conformant"),
    ("Tin", "Invented Tin Works", "PERU", "Open"),
)
_KIGALI = ("Tin", "Invented Kigali Tin", "RWANDA", "Open")


def _filed(
    *rows: tuple[str, ...],
    text: str = "We asked 7 suppliers.",
    own: Iterable[tuple[str, ...]] = _LISTED,
    content: bytes | None = None,
    stated: str = "",
    imported: bool = False,
) -> Build:
    """A filed exhibit with these rows and this text, or other content, against a list of ``own`` rows.

    ``stated`` is added to ``disclosure.yml``; ``imported``: the year was made from the exhibit.
    """

    def build(data: Path) -> Codes:
        yml = YML.replace("filing:\n", "filing:\n  imported: yes\n") if imported else YML
        folder = write_year(data, yml=yml + stated)
        workbook(
            folder / "smelters.xlsx", own, headings=("Metal", "Smelter Name", "Smelter Country", "Status")
        )
        lines = (("Metal", "Smelter Name", "Smelter Country", "Status"), *rows)
        table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in line)}</tr>" for line in lines)
        path = data.parent / f"{data.name}-filed.htm"
        page = f"<html><body><p>{text}</p>{f'<table>{table}</table>' if rows else ''}</body></html>"
        path.write_bytes(page.encode() if content is None else content)
        try:
            return _codes(compare_documents(sound([load_year(data, 2021)])[0].disclosure, data, [path])[2])
        except InputError as problem:
            return _codes(problem.findings)

    return build


_TITLE = "Conflict Minerals Report of Invented Devices, Inc. for the year ended December 31, 2019"
_TWO_FIGURES = "We surveyed 125 suppliers. We then contacted 127 suppliers with the CMRT."


def _imported(text: str = _TITLE, *, is_there: bool = False) -> Build:
    """A report with this text that is imported for 2019, where that year is there or not."""

    def build(data: Path) -> Codes:
        write_year(data)
        path = data.parent / f"{data.name}-filed.htm"
        path.write_text(f"<html><body><p>{text}</p></body></html>", encoding="utf-8")
        if is_there:
            (data / "2019").mkdir()
        try:
            return _codes(import_year(data, 2019, None, path).notes)
        except InputError as problem:
            return _codes(problem.findings)

    return build


_PUBLISHED = "2021/documents/smelters-2021"


@cache
def _sound_project() -> tempfile.TemporaryDirectory[str]:
    """A sound year in ``data`` and its published ``site``, made once; it is copied and not changed."""
    folder = tempfile.TemporaryDirectory()
    write_year(Path(folder.name, "data"))
    publish(Path(folder.name, "data"), Path(folder.name, "site"), kinds=("edgar", "tables"))
    return folder


def _published(change: Callable[[Path], object]) -> Build:
    """A published site in whose folder something was changed."""

    def build(data: Path) -> Codes:
        shutil.copytree(Path(_sound_project().name, "data"), data)
        site = data.parent / f"{data.name}-site"
        shutil.copytree(Path(_sound_project().name, "site"), site)
        change(site)
        return _codes(verify_site(data, 2021, site)[1])

    return build


def _once(build: Build) -> Build:
    """The same for what is the mended state of many codes: it is built and checked for the first of them."""
    found: list[Codes] = []

    def kept(data: Path) -> Codes:
        if not found:
            found.append(build(data))
        return found[0]

    return kept


def _replaced(name: str, old: bytes, new: bytes) -> Callable[[Path], None]:
    def change(site: Path) -> None:
        content = (site / name).read_bytes()
        assert old in content
        (site / name).write_bytes(content.replace(old, new))

    return change


def _cut(site: Path) -> None:
    path = site / f"{_PUBLISHED}.json"
    path.write_bytes(path.read_bytes()[:200])


_AS_PUBLISHED = _once(_published(_as_it_is))
_AS_FILED = _once(_filed(*_LISTED))
_SOUND = _once(_year(_as_it_is))
_SOUND_DOCUMENTS = _once(_year(_as_it_is, with_documents=True))
_WITHOUT_METALS = (
    "<table><tr><td>Smelter Name</td><td>Smelter Country</td></tr>"
    "<tr><td>Invented Refinery</td><td>PERU</td></tr><tr><td>Invented Works</td><td>CHILE</td></tr>"
    "<tr><td>Invented Mint</td><td>JAPAN</td></tr></table>"
)
_ORIGINS = "origins:\n  countries: [Brazil, Peru, Rwanda]\n"
_COVER = (
    "Form SD. Specialized Disclosure Report. Invented Devices, Inc., Delaware, 001-00042, 00-0000042."
    " 1 Invented Street, Invented City, Ohio 00042. Ina Invented, (555) 555-0142."
)
_CLAIM = "None of the smelters is located in a covered country."

# A reconciliation


def _reconciled(make: Make, *, twice: bool = False) -> Build:
    """The list of a sound year made from one answer; ``twice``: done to what a first run left."""

    def build(data: Path) -> Codes:
        folder = write_year(data)
        (folder / "smelters.xlsx").unlink()
        answers = data.parent / f"{data.name} answers"
        answers.mkdir()
        cmrt(answers / "a.xlsx")
        if twice:
            reconcile_year(data, 2021, answers, processes=1)
        make(folder)
        return _codes(reconcile_year(data, 2021, answers, processes=1).findings)

    return build


def _copied(make: Make) -> Build:
    """The folder of a reconciled year on another machine."""

    def build(data: Path) -> Codes:
        _reconciled(_as_it_is)(data)
        folder = data / "2021"
        (folder / "suppliers.yml").touch()
        make(folder)
        return _codes(not_searched(data, [2021]))

    return build


_SDN = '7,"{}",-0- ,"INVENTED",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0-\n'
_ALT = '7,1,"aka","{}",-0-\n'


def _lists(name: str = "Larch Shipping", alias: str | None = "Larch", age: int = 30, **files: str) -> Build:
    """The year beside OFAC's tables, so many days older than the filing, or beside ``files`` alone."""

    def build(data: Path) -> Codes:
        write_year(data)
        tables = {"SDN.CSV": _SDN.format(name)} | ({} if alias is None else {"ALT.CSV": _ALT.format(alias)})
        (data / "sanctions").mkdir()
        saved = dt.datetime(2022, 5, 31, tzinfo=dt.UTC) - dt.timedelta(days=age)
        for file, text in (files or tables).items():
            (data / "sanctions" / file).write_text(text, encoding="utf-8")
            os.utime(data / "sanctions" / file, (saved.timestamp(), saved.timestamp()))
        loaded = load_year(data, 2021)
        assert isinstance(loaded, Year)
        return _codes(listed_names(data, [loaded.disclosure]))

    return build


def _no_lists(data: Path) -> Codes:
    """The year without the folder of lists."""
    return _codes(listed_names(data, []))


def _say(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(f"{text}\n", encoding="utf-8")


def _letters(old: str = "", new: str = "") -> Build:
    """The default words of letters, with one place changed."""
    text = DEFAULT_LETTERS.read_text(encoding="utf-8").replace(old, new, 1)
    return _reconciled(lambda folder: _say(folder, "letters.md", text))


def _without_gold(folder: Path) -> None:
    book = openpyxl.load_workbook(folder / "smelters.xlsx")
    rows = book["Smelter List"]
    rows.delete_rows(next(row[0].row for row in rows.iter_rows() if row[0].value == "Gold"))
    book.save(folder / "smelters.xlsx")


def _gold_is_left_out(folder: Path) -> None:
    _without_gold(folder)
    says = "{metal: Gold, smelter: CID900001, leave_out: yes, comment: closed before the period}"
    _say(folder, "decisions.yml", f"overrides:\n  - {says}")


BUILT: Mapping[str, tuple[Build, Build]] = {
    **ANSWERS,
    **RETURNED,
    **REDLINES,
    **SHEETS,
    "FI-001": (
        _year(lambda folder: (folder / "smelters.xlsx").rename(folder / "Smelter list 2021.xlsx")),
        _SOUND,
    ),
    "FI-002": (
        _year(_file("report/03-cafe.md", "# Café\n\nInvented.\n".encode("cp1252"))),
        _year(_file("report/03-cafe.md", "# Café\n\nInvented.\n".encode())),
    ),
    "WB-001": (_year(_file("smelters.xlsx", b"Metal;Smelter Name")), _SOUND),
    "WB-002": (_year(_value_in_last_row), _SOUND),
    "WB-003": (_year(_book(sheets=("Smelters list",))), _year(_book(sheets=("Smelter List",)))),
    "WB-007": (
        _year(_named(Formula('=CONCATENATE("Invented ","Gold Works")'))),
        _year(_named(Formula('=CONCATENATE("Invented ","Gold Works")', "Invented Gold Works"))),
    ),
    "WB-008": (
        _year(_named(Formula("=VLOOKUP(A2,X:Y,2)", "#N/A"))),
        _year(_named("Invented Gold Works")),
    ),
    "WB-009": (_year(_book(merged="E2:E3")), _SOUND),
    "WB-010": (_year(_named(dt.date(2022, 5, 31))), _SOUND),
    "WB-011": (_year(_named("Invented \u202eGold Works")), _SOUND),
    "WB-015": (_year(_named(8853)), _year(_named("8853 Invented Works"))),
    "WB-016": (_year(_seen(lambda _, sheet: sheet.set_row(1, None, None, {"hidden": True}))), _SOUND),
    "WB-017": (_year(_seen(_strike_through)), _SOUND),
    "WB-018": (_year(_seen(lambda _, sheet: sheet.write_string("XFD4", "x"))), _SOUND),
    "BP-001": (_after(_NOW | _OLD), _after(_OTHER | _OLD)),
    "BP-002": (_after(_NOW), _after(_OTHER | _OLD)),
    "SO-001": (
        _signed(Role.LEGAL, then={_RECORD: ("what: signed", "more\nwhat: signed")}, state="draft"),
        _signed(Role.LEGAL, state="draft"),
    ),
    "SO-002": (
        _signed(Role.LEGAL, then={_TEXT: ("suppliers", "vendors")}, state="draft"),
        _signed(Role.LEGAL, state="draft"),
    ),
    "SO-003": (_signed(), _signed(*Role)),
    "SO-004": (_signed(*Role, then=_CORRECTED), _signed(*Role, then=_CORRECTED, again=True)),
    "SO-005": (
        _signed(Role.LEGAL, then=_CORRECTED, state="draft"),
        _signed(Role.LEGAL, then=_CORRECTED, state="draft", again=True),
    ),
    "SO-007": (_filings("forget", "amend", "sign"), _filings("amend", "sign")),
    "SO-008": (_filings("amend", "sign", "clear"), _filings("amend", "sign", "clear", "amend")),
    "SO-009": (_filings("correct", "sign"), _filings("correct", "sign", "publish")),
    "SO-010": (
        _filings("amend", "sign", "amend without a date"),
        _filings("amend", "sign"),
    ),
    "SO-011": (_filings("amend as signed"), _filings("amend", "sign")),
    "SO-012": (
        _updated(_signed(*Role, sections=_ASKED), _figures_for_words),
        _signed(*Role, sections=_ASKED),
    ),
    "SO-013": (_updated(_signed(*Role), _another_country_name), _signed(*Role)),
    "SO-014": (_filings("file"), _filings("file", "publish")),
    "OW-001": (_site(site_url="https://conflict-minerals.example.com/"), _site()),
    "OW-002": (_site(page="# About\n\nThe pages for 2021 restate a public filing.\n"), _site()),
    "OW-003": (_site(later=_PUMPS), _site(later=_RENAMED)),
    "OW-004": (_site(beside=_EXAMPLE), _site()),
    "OW-005": (_site(sections={**SECTIONS, "08-future-steps.md": _OF_EXAMPLE}), _site()),
    "OW-006": (_linked("../2021/list/"), _linked("../2021/annex/")),
    "BR-001": (_brand("logo: {light: logo.svg}\n"), _brand("logo: {light: logo.svg}\n", "logo.svg")),
    "BR-002": (_brand('colors: {main: "#ffcc00"}\n'), _brand('colors: {main: "#846900"}\n')),
    "BR-003": (_brand("fonts: {files: [one.ttf]}\n", "one.ttf"), _brand("")),
    "BR-004": (
        _brand("logo: {light: logo.svg}\n", "logo.svg", of_year=True),
        _brand("logo: {light: logo.svg}\n", "logo.svg"),
    ),
    "ED-001": (
        _edgar("<p>a</p>", name="Exhibit 1.htm", form="<p>b</p>"),
        _edgar("<p>a</p>"),
    ),
    "ED-002": (_edgar("<p>a</p>", form="<p>b</p>"), _edgar("<p>a</p>")),
    "ED-003": (_edgar('<p><a href="ex1-02.htm">a</a></p>'), _edgar('<p><a href="form-sd.htm">a</a></p>')),
    "ED-004": (
        _edgar('<p id="survey">a</p><p id="survey">b</p>'),
        _edgar('<p id="survey">a</p><p id="survey-2">b</p>'),
    ),
    "ED-005": (_edgar("<script>a</script>"), _edgar("<p>a</p>")),
    "ED-006": (_edgar("<p>caf\u00e9</p>"), _edgar("<p>caf&#233;</p>")),
    "ED-007": (_edgar("<p>A row of the table</p>" * 400_000), _edgar("<p>A row of the table</p>" * 4)),
    "PD-002": (_no_room, _SOUND_DOCUMENTS),
    "PD-003": (_without_structure, _SOUND_DOCUMENTS),
    "DC-005": (
        _year(_with_exhibit("auditor.pdf", b"%PDF-1.7\n"), with_documents=True),
        _year(_with_exhibit("auditor.htm", b"<p>We have examined the report.</p>"), with_documents=True),
    ),
    "PD-007": (
        _year(_with_picture(_PIXEL[:30]), with_documents=True),
        _year(_with_picture(_PIXEL), with_documents=True),
    ),
    "PV-001": (
        _site_of("Reported By", _SUPPLIER, "index.html", f"<p>Thanks to {_SUPPLIER}.</p>".encode()),
        _site_of("Reported By", _SUPPLIER, "index.html", _PLAIN),
    ),
    "PV-002": (
        _site_of("Internal Comment", "ok", "index.html", _PLAIN),
        _site_of("Internal Comment", "Lee has asked for the address again", "index.html", _PLAIN),
    ),
    "PV-003": (
        _site_of(
            "Reported By",
            _SUPPLIER,
            "letter.pdf",
            _letter(encryption=pikepdf.Encryption(user="a", owner="b")),
        ),
        _site_of("Reported By", _SUPPLIER, "letter.pdf", _letter()),
    ),
    "SL-001": (_lists(alias="Invented Gold Works, Ltd."), _lists()),
    "SL-002": (_lists("Invented Gould Works"), _lists()),
    "SL-003": (_lists(**{"eu.xml": "<export>"}), _lists(**{"eu.xml": "<export/>"})),
    "SL-004": (_lists(age=700), _lists()),
    "SL-005": (_lists(), _no_lists),
    "SL-006": (_lists(alias=None), _lists()),
    "PV-009": (
        _site_of(
            "Reported By",
            _SUPPLIER,
            "letter.pdf",
            _letter(encryption=pikepdf.Encryption(user="a", owner="b")),
            released=True,
        ),
        _site_of("Reported By", _SUPPLIER, "letter.pdf", _letter()),
    ),
    "PV-005": (
        _thanked(f"Thanks to {_SUPPLIER}.", column=_SUPPLIER, is_published=True),
        _thanked(f"Thanks to {_SUPPLIER}.", column="", is_published=True),
    ),
    "PV-006": (
        _thanked(f"Thanks to {_SUPPLIER}.", column=_SUPPLIER),
        _thanked("Thanks to our suppliers.", column=_SUPPLIER),
    ),
    "PV-007": (
        _copied(lambda folder: (folder / "review" / "named.csv").unlink()),
        _copied(_as_it_is),
    ),
    "PV-004": (_copied(lambda folder: shutil.rmtree(folder / "review")), _copied(_as_it_is)),
    "PV-008": (
        _site_of("Reported By", "Precision Parts Inc.", "index.html", b"<p>We thank Precision Parts.</p>"),
        _site_of("Reported By", "Precision Parts Inc.", "index.html", b"<p>We make precision parts.</p>"),
    ),
    "RD-005": (
        _reconciled(lambda folder: _say(folder, "reconcile.yml", f"suppliers: [{COMPANY}]")),
        _reconciled(lambda folder: _say(folder, "suppliers.yml", f"suppliers: [{COMPANY}]")),
    ),
    "LT-001": (_letters("## closing", "## postscript\n\nHave a good day.\n\n## closing"), _letters()),
    "LT-002": (_letters("## information\n", ""), _letters("For your information:", "To know:")),
    "LT-003": (
        _letters("{{ contact }},\n", "{{ contakt }},\n"),
        _letters("Dear {{ contact }}", "Hello {{ contact }}"),
    ),
    "LT-004": (_letters("## closing", "# closing"), _letters()),
    "RD-006": (_reconciled(_without_gold, twice=True), _reconciled(_gold_is_left_out, twice=True)),
    "RD-007": (
        _reconciled(lambda folder: shutil.rmtree(folder / "review"), twice=True),
        _reconciled(_as_it_is, twice=True),
    ),
    "VE-001": (_filed(content=b"%PDF-1.7"), _AS_FILED),
    "VE-002": (_filed(text=_WITHOUT_METALS), _AS_FILED),
    "VE-003": (_filed(*_LISTED, ("Gold", "Invented Lost Refinery", "CHILE", "Open")), _AS_FILED),
    "VE-004": (_filed(_LISTED[0]), _AS_FILED),
    "VE-005": (_filed(_LISTED[0], ("Tin", "Invented Tin Works", "CHILE", "Open")), _AS_FILED),
    "VE-006": (_filed(_LISTED[0], ("Tin", "INVENTED TIN-WORKS", "PERU", "Open")), _AS_FILED),
    "VE-007": (_filed(*_LISTED, text="We asked 9 suppliers."), _AS_FILED),
    "VE-008": (_filed(*_LISTED, text="Our staff visited 17 smelters."), _AS_FILED),
    "VE-009": (
        _filed(*_LISTED, _KIGALI, own=(*_LISTED, _KIGALI), text=_CLAIM),
        _filed(*_LISTED, text=_CLAIM),
    ),
    "VE-010": (_published(lambda site: (site / f"{_PUBLISHED}.csv").unlink()), _AS_PUBLISHED),
    "VE-011": (_published(_cut), _AS_PUBLISHED),
    "VE-012": (_published(_replaced(f"{_PUBLISHED}.csv", b"PERU", b"CHILE")), _AS_PUBLISHED),
    "VE-013": (_published(_replaced("2021/report/index.html", b"six", b"all")), _AS_PUBLISHED),
    "VE-014": (_published(_replaced(f"{_PUBLISHED}.json", b'"rows": 2', b'"rows": 3')), _AS_PUBLISHED),
    "VE-015": (_published(_replaced(f"{_PUBLISHED}.csv", b"\r\n", b"\n")), _AS_PUBLISHED),
    "VE-019": (_verified_by_another_program, _verified),
    "VE-016": (
        _filed(*_LISTED, text="This Conflict Minerals Report of Invented Pumps, Inc. covers 2021."),
        _AS_FILED,
    ),
    "VE-017": (
        _filed(*_LISTED, text="The minerals may come from Brazil, Chile and Rwanda.", stated=_ORIGINS),
        _filed(*_LISTED, text="The minerals may come from Brazil, Peru and Rwanda.", stated=_ORIGINS),
    ),
    "VE-018": (
        _filed(*_LISTED, text=_COVER.replace("001-00042", "001-00043")),
        _filed(*_LISTED, text=_COVER),
    ),
    "VE-020": (
        _filed(*_LISTED, text="We identified 9 smelters in our supply chain.", imported=True),
        _filed(*_LISTED, text="We identified 2 smelters in our supply chain.", imported=True),
    ),
    "IM-001": (_imported(is_there=True), _imported()),
    "IM-002": (_imported("Filing index"), _imported()),
    "IM-003": (_imported(_TITLE.replace("2019", "2018")), _imported()),
    "IM-004": (_imported("A list of conflict minerals for the calendar year 2019."), _imported()),
    "IM-005": (_imported(f"{_TITLE}. {_TWO_FIGURES}"), _imported(f"{_TITLE}. We surveyed 125 suppliers.")),
    **ROUNDS,
    **TURN,
}
"""Code to what has the finding, and to the same mended."""
