"""The annex in a browser: its parts as tests name them, and a site whose annexes hold odd rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pycountry
import xlsxwriter
import yaml
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.support.browser import becomes, open_context
from tests.support.build import build_strictly
from tests.support.builders import COMPLETE, STATED, YML, changed, write_year
from tests.support.started_year import copy_project

ANNEX = "2021/annex/"
ODD_SITE_URL = "https://www.invented.internal/ir/"
"""The address for which the site with odd rows is built."""
ROW = "tin-luna-smelter-ltd"
"""A row in the middle of the list of 2021."""
PHONE: dict[str, Any] = {"width": 390, "height": 844, "has_touch": True, "is_mobile": True}

OpenAnnex = Callable[..., Page]
"""``open_annex("?metal=tin#row", odd=True, year=2021, **options of open_context)``: a page that shows it."""


class Windows:
    """Pages of a browser: one for each site and look, loaded anew by each test that asks for it."""

    def __init__(self, browser: Browser, addresses: dict[bool, Callable[[], str]]) -> None:
        self.errors: list[str] = []
        """Errors of scripts and refusals by the content security policy."""
        self.refused: list[str] = []
        """Addresses on other hosts that a page asked for."""
        self._browser = browser
        self._addresses = addresses
        self._contexts: list[BrowserContext] = []
        self._pages: dict[str, Page] = {}

    def open(self, rest: str = "", *, odd: bool = False, year: int = 2021, **look: Any) -> Page:
        """A page that has loaded the annex of ``year`` with ``rest`` behind its address."""
        key = repr((odd, sorted(look.items())))
        page = self._pages.get(key) or self._new(self._addresses[odd](), look)
        self._pages[key] = page
        page.goto("about:blank")
        page.goto(f"{year}/annex/{rest}")
        if look.get("java_script_enabled", True):
            page.locator(".fsd-list--live").wait_for(state="attached")
            if "#" not in rest:
                box(page).scroll_into_view_if_needed()  # as for a reader who is about to type
        return page

    def _new(self, address: str, look: dict[str, Any]) -> Page:
        self._contexts.append(open_context(self._browser, address, refused=self.refused, **look))
        page = self._contexts[-1].new_page()
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda said: self.errors.append(said.text) if said.type == "error" else None)
        return page

    def close(self) -> None:
        for context in self._contexts:
            context.close()


# ---- Parts of the finder -----------------------------------------------------------------------


def box(page: Page) -> Locator:
    return page.get_by_role("searchbox", name="Find a smelter or refiner")


def choice(page: Page, facet: str, value: str) -> Locator:
    return page.locator(f'.fsd-facets input[name="{facet}"][value="{value}"]')


def rows(page: Page) -> Locator:
    return page.locator(".fsd-annex tbody tr[id]")


def sorter(page: Page, heading: str) -> Locator:
    """The button in the head of a column."""
    return page.get_by_role("columnheader", name=heading, exact=True).get_by_role("button")


def said(page: Page) -> Locator:
    """How many rows there are."""
    return page.locator(".fsd-finder__count")


def note(page: Page) -> Locator:
    return page.locator(".fsd-finder__note")


def has_its_rows(page: Page) -> None:
    """Waits until all rows are there that the finder says there are."""
    expect(said(page)).to_be_visible()  # an address with a filter hides the list until it is applied
    count = said(page).inner_text()
    wanted = int(count.split()[0].replace(",", ""))
    expect(rows(page)).to_have_count(wanted)


def has_every_tool(page: Page) -> None:
    """Waits for the script that is loaded with the first touch of the list: this is one."""
    box(page).focus()
    page.locator(".fsd-menu--cite .fsd-copy").first.wait_for(state="attached")


def names(page: Page) -> list[str]:
    """The names in the list, in its order, once all rows that belong there have followed."""
    has_its_rows(page)
    found: list[str] = page.locator("#fsd-annex tbody th").all_text_contents()
    return found


def cells(page: Page, selector: str) -> list[str]:
    """Texts of the cells of a column, once all rows are there."""
    has_its_rows(page)
    found: list[str] = page.locator(f"#fsd-annex tbody {selector}").all_text_contents()
    return found


def counts(page: Page, facet: str) -> dict[str, int]:
    """Value of each option to the count that it shows."""
    script = "boxes => boxes.map(box => [box.value, box.parentElement.lastElementChild.textContent])"
    found = page.locator(f'.fsd-facets input[name="{facet}"]').evaluate_all(script)
    return {value: int(count.replace(",", "")) for value, count in found}


def shows_chips(page: Page, wanted: list[str]) -> None:
    """Waits for the chips of these choices: the script that makes them comes after the count."""
    expect(page.locator(".fsd-chip")).to_have_text(wanted)


def without_timer(milliseconds: int) -> str:
    """A script for a page: what is to be done after exactly that time is never done, however slow all is."""
    return f"""(() => {{
      const plain = window.setTimeout
      window.setTimeout = (then, ms, ...rest) => (ms === {milliseconds} ? 0 : plain(then, ms, ...rest))
    }})()"""


def seen(row: Locator) -> None:
    """The name in the row stands in the window, and nothing lies over its middle."""
    name = row.locator("th")
    expect(name).to_be_in_viewport(ratio=1)
    script = """name => {
      const { left, top, width, height } = name.getBoundingClientRect()
      return name.contains(document.elementFromPoint(left + width / 2, top + height / 2))
    }"""
    becomes(name.page, lambda: name.evaluate(script), True)


# ---- A site with odd rows ----------------------------------------------------------------------

HEADINGS = (
    "Metal", "Smelter Identification Number", "Smelter Name", "Other Names", "Smelter Country",
    "Smelter City", "Smelter Facility Location: State / Province", "Status", "Status As Of",
    "Recycled or Scrap", "Footnote",
)  # fmt: skip

HOSTILE = (
    "<script>window.ran = 1</script>",
    '<img src=x onerror="window.ran = 1">',
    "javascript:window.ran=1",
    "\"'></th></tr></table><b>",
    "شركة الذهب المخترعة",
    "\u202egnihsifer\u202c Works",
    "Zero\u200bwidth\u200d Works",
    "x" * 400,
    "😀 Emoji Works 👩\u200d🏭",
    "Straße Łódź Ørsted Works",
    "A.L.M.T. & Söhne &amp; Co.",
    "=HYPERLINK(1)",
    "'=SUM(1)",
    "'+ Plus Works",
    "'Quoted Works",
    "＝1+1 Wide Works",
    "\u200b\u00ad⁺ Raised Works",
    '"@ Works',
)
"""Names of rows, each also the row's other name, city and footnote."""

ODD_STATUS = "A status <b>nobody</b> knows"
ODD_STATUS_KEY = "a-status-b-nobody-b-knows"

_YML = (
    YML.replace(
        "[metal, name, country_as_filed, country, status]",
        "[cid, metal, name, country_as_filed, country, city, state, status, status_as_of, recycled,"
        " footnote]",
    )
    .replace("class: indeterminable", "class: other\n    list: Second list")
    .replace(
        "  - label: Open",
        "  - label: Working toward it\n    class: active\n    definition: Invented.\n"
        "    list: Invented list\n"
        f"  - label: '{ODD_STATUS}'",
    )
)

MANY = 1200


def build_odd_site(repo: Path, folder: Path) -> Path:
    """With instant navigation: 2021 has odd rows in all columns, 2020 one, 2019 many in 200 countries.

    2018 has several lists, one of another mineral; 2017 has signs, bold letters and no countries.
    """
    settings = copy_project(repo, folder)
    text = settings.read_text(encoding="utf-8").replace("pdf: true", "pdf: false")
    instant = text.replace("    - navigation.tabs\n", "    - navigation.tabs\n    - navigation.instant\n")
    settings.write_text(instant, encoding="utf-8")
    countries = [country.name for country in pycountry.countries][:200]
    for year, rows_of_year in (
        (2021, _odd_rows()),
        (2020, _works(1, ["JAPAN"])),
        (2019, _works(MANY, countries)),
    ):
        yml = _YML.replace("period: 2021", f"period: {year}").replace("2022-", f"{year + 1}-")
        write_year(folder / "data", year=year, yml=yml, rows=rows_of_year, headings=HEADINGS)
    for year, facts, sheets in ((2018, LISTS, _LISTED), (2017, SIGNS, _SIGNED)):
        _write_lists(folder / "data", year, facts, sheets)
    build_strictly(settings, folder / "site", site_url=ODD_SITE_URL)
    return folder / "site"


def _odd_rows() -> list[tuple[Any, ...]]:
    """Gold works in natural order, what is hostile in tin, and one name under two metals."""
    plain = [
        ("Gold", f"CID00{n:04}", f"Works {n}", "", "JAPAN", "", "", "Conformant", None, None, None)
        for n in (10, 9, 2, 1)
    ]
    rich = ("Gold", "CID000777", "Met-Mex Peñoles", "Torreón Refinery | MMP", "KOREA, REPUBLIC OF", "Onsan",
            "Ulsan-si", "Working toward it", dt.date(2020, 12, 31), "Yes", "A note.")  # fmt: skip
    both = [
        (
            metal,
            "",
            "Both Metals Ltd.",
            "",
            "PERU",
            "Ilo",
            "",
            "Conformant",
            dt.date(2021, month, 1),
            "No",
            None,
        )
        for metal, month in (("Tantalum", 2), ("Tungsten", 11))
    ]
    hostile = [("Tin", "", name, name, "PERU", name, name, ODD_STATUS, None, None, name) for name in HOSTILE]
    return [*plain, rich, *both, *hostile]


def _works(number: int, countries: list[str]) -> list[tuple[Any, ...]]:
    return [
        ("Gold", "", f"Works {n}", "", countries[n % len(countries)], "", "", "Conformant", None, None, None)
        for n in range(number)
    ]


LISTS: dict[str, Any] = {
    "other_minerals": ["Cobalt"],
    "annex": {
        "title": "Invented lists",
        "columns": ["metal", "name", "country_as_filed", "status", "group"],
        "headings": {"metal": "Mineral", "status": 'Audit "status"'},
        "own_columns": {"group": {"heading": "Plant", "filter": "true"}},
    },
    "lists": [
        {"sheet": "Engines", "title": "Works of <engines>"},
        {"sheet": "Closed", "title": "Closed works", "counted": "false"},
        {"sheet": "Cobalt", "title": "Cobalt", "minerals": ["Cobalt"]},
    ],
}
"""What 2018 states: three lists, one not counted, one of another mineral."""
_LIST_HEADINGS = ("Mineral", "Smelter Name", "Smelter Country", 'Audit "status"', "Plant")
_LISTED = {
    "Engines": (
        _LIST_HEADINGS,
        ("Au", "Zeta Works", "JAPAN", "Conformant", "Plant 10"),
        ("Tin / Solder", "Alpha Works", "–", "Open", "Plant 9"),
        ("Gold", "Mid Works", "PERU", "–", ""),
    ),
    "Closed": (_LIST_HEADINGS, ("Gold", "Zeta Works", "PERU", "Open", "Plant 9")),
    "Cobalt": (
        _LIST_HEADINGS,
        ("Cobalt", "Zinnia Cobalt", "JAPAN", "", "Plant 9"),
        ("Cobalt", "Aster Cobalt", "PERU", "", ""),
    ),
}

SIGNS: dict[str, Any] = {
    "statuses": [
        {"label": "Conformant", "class": "conformant", "definition": "Invented.", "mark": "*"},
        {"label": "Active", "class": "active", "mark": "bold"},
        {"label": "Nothing", "class": "other", "mark": "unmarked"},
    ],
    "annex": {
        "title": "Invented signs",
        "columns": ["metal", "name", "list_of"],
        "marks_in": "name",
        "notes": [{"mark": "†", "text": "Invented note."}],
        "own_columns": {
            "list_of": {"heading": "LBMA", "filter": "true", "legend": {"✓": "on the invented list"}}
        },
    },
}
"""What 2017 states: statuses by signs and by bold letters, an own column of signs, no countries."""


@dataclass(frozen=True)
class Bold:
    """A cell in bold letters."""

    text: str


_SIGNED = {
    "Smelter List": (
        ("Metal", "Smelter Name", "LBMA"),
        ("Gold", "Zeta Works*†", "✓"),
        ("Gold", Bold("Bold Works"), ""),
        ("Tin", "Plain Works", "✓"),
    )
}


def _write_lists(data: Path, year: int, facts: dict[str, Any], sheets: dict[str, Any]) -> None:
    """A year with several sheets, or with bold cells."""
    dates = {
        "period": str(year),
        "filing__signed_on": f"{year + 1}-05-31",
        "filing__date": f"{year + 1}-05-31",
    }
    yml = yaml.safe_dump(changed(STATED, {**facts, **dates}), allow_unicode=True, sort_keys=False)
    folder = write_year(data, year=year, yml=yml, sections=COMPLETE)
    book = xlsxwriter.Workbook(folder / "smelters.xlsx", {"strings_to_formulas": False})
    bold = book.add_format({"bold": True})
    for name, rows_of_list in sheets.items():
        sheet = book.add_worksheet(name)
        for at, cells_of_row in enumerate(rows_of_list):
            for column, cell in enumerate(cells_of_row):
                if isinstance(cell, Bold):
                    sheet.write_string(at, column, cell.text, bold)
                elif cell:
                    sheet.write_string(at, column, cell)
    book.close()
