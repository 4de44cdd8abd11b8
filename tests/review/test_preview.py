"""Values with their sources: from marks to elements, through Markdown, and never into an address."""

from __future__ import annotations

import re
from dataclasses import replace

import markdown
import pytest
from bs4 import BeautifulSoup

from generator.model import CellRef, Country, FacilityList, Metal
from generator.prose.facts import facts_of
from generator.prose.markdown import EXTENSIONS
from generator.prose.marks import mark
from generator.prose.sources import Sources
from generator.review.preview import number_marks
from tests.support import builders
from tests.support.builders import page
from tests.support.filing import restated

ROWS = tuple(
    {
        "name": f"Works {n}",
        "metal": metal,
        "where": CellRef("data/2021/smelters.xlsx", "Smelter List", f"C{n}"),
    }
    for n, metal in enumerate([Metal.GOLD, Metal.GOLD, Metal.TIN, Metal.TIN, Metal.TIN, Metal.TIN], start=5)
)
LINES = {("survey",): 90, ("survey", "suppliers"): 91, ("statuses", 0, "label"): 100, ("period",): 45}


def sources() -> Sources:
    one = restated(rows=(*ROWS, {"country": Country("RW", "RWANDA", "Rwanda"), "status": 1}))
    object.__setattr__(one, "lines", LINES)
    object.__setattr__(one, "file", "data/2021/disclosure.yml")
    return Sources(one, facts_of(one))


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("survey.suppliers", "data/2021/disclosure.yml, line 91"),
        ("survey.response_rate", "Follows from data/2021/disclosure.yml, line 90"),
        ("statuses[0].label", "data/2021/disclosure.yml, line 100"),
        ("period.due", "Follows from data/2021/disclosure.yml, line 45"),
        ("covered_countries.count", "Not stated in data/2021/disclosure.yml: a usual value"),
        ("facilities.total", "Counted: 7 rows of data/2021/smelters.xlsx 'Smelter List', from C5 to A8"),
        ("facilities.gold.total", "Counted: 3 rows of data/2021/smelters.xlsx 'Smelter List': C5, C6, A8"),
        (
            "facilities.of_status(Indeterminable).total",
            "Counted: 1 row of smelters.xlsx 'Smelter List': A8",
        ),
        (
            "facilities.tin.share_of(facilities)",
            "Share of 4 rows of data/2021/smelters.xlsx 'Smelter List': C7, C8, C9, C10 in 7",
        ),
        (
            "facilities.distinct_names",
            "Distinct names counted in 7 rows of data/2021/smelters.xlsx 'Smelter List', from C5 to A8",
        ),
        ("facilities.gold.in(Rwanda).total", "Counted: 1 row of smelters.xlsx 'Smelter List': A8"),
        ("facilities.tungsten.total", "Counted: no row of the list"),
        ("facilities.in_invented_areas.total", "Computed from the list of smelters"),
        ("facilities.", "Computed from the list of smelters"),
        ("notes[1]", "Not stated in data/2021/disclosure.yml: a usual value"),
        ("facilities.of_unknown_country.total", "Counted: no row of the list"),
        ("smelters[0].status", "data/2021/smelters.xlsx 'Smelter List'!C5, column “Status”"),
        ("smelters[0]", "data/2021/smelters.xlsx 'Smelter List'!C5"),
    ],
)
def test_a_source_names_the_entry_or_the_cells(path: str, source: str) -> None:
    assert sources().of(path) == f"{source} · {path}"


AS_FILED = {
    "counts": {"total": 9, "by_status": {"Conformant": 7}},
    "annex__own_columns": {"group": {"heading": "Group"}},
    "annex__headings": {"name": "Company Name"},
}


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("facilities.total", "Counted: 1 row of smelters.xlsx 'Smelter List': C2"),
        ("facilities.conformant.total", "disclosure.yml, line 7"),
        ("facilities.conformant.share_of(facilities)", "disclosure.yml, line 7"),
        ("smelters[0].name", "smelters.xlsx 'Smelter List'!C2, column “Company Name”"),
        ("smelters[0].group", "smelters.xlsx 'Smelter List'!C2, column “Group”"),
        ("statuses[0].mark", "Not stated in disclosure.yml: a usual value"),
    ],
)
def test_a_count_of_the_filing_is_its_own_source_where_the_list_cannot_tell(path: str, source: str) -> None:
    row = replace(builders.smelter(), country=None, status=None)
    found = replace(builders.disclosure(row, **AS_FILED), lines={("counts",): 7})
    assert Sources(found, facts_of(found)).of(path) == f"{source} · {path}"


def test_a_row_of_another_list_is_its_own_source() -> None:
    row = builders.smelter("Mica Works", 9)
    found = replace(builders.disclosure(), lists=(FacilityList("mica", "Mica", (row,), is_counted=False),))
    assert Sources(found, facts_of(found)).of(str(row.where)) == str(row.where)


def test_a_cell_is_its_own_source() -> None:
    assert (
        sources().of("data/2021/smelters.xlsx 'Smelter List'!C5")
        == "data/2021/smelters.xlsx 'Smelter List'!C5"
    )


def test_every_count_of_the_filing_has_a_source() -> None:
    found = sources()
    for subset in ("", ".gold", ".tin.active", ".conformant.in_covered_countries"):
        for count in ("total", "distinct_names", "under_several_metals", "countries"):
            assert found.of(f"facilities{subset}.{count}").endswith(f" · facilities{subset}.{count}")


def shown(text: str) -> BeautifulSoup:
    """The text as the preview shows it: through Markdown, then with its sources."""
    previewed = number_marks(page("report", text)).preview(sources(), {})
    settings = {name: dict(options) for name, options in EXTENSIONS.items()}
    body = previewed.text.split("---\n\n", 1)[1]
    html = markdown.markdown(body, extensions=list(settings), extension_configs=settings)
    return BeautifulSoup(previewed.with_sources(html), "lxml")


def test_a_value_is_an_element_with_its_source() -> None:
    html = shown(f"All {mark('seven', 'survey.suppliers')} answered.")
    assert html.select_one("p").get_text() == "All seven answered."
    assert (
        html.select_one(".fsd-source")["data-source"]
        == "data/2021/disclosure.yml, line 91 · survey.suppliers"
    )


def test_a_value_in_an_attribute_stays_plain() -> None:
    address = mark("https://www.example.com/", "registrant.disclosure_url")
    html = shown(
        f'<p><a href="{address}" title="{mark("x", "period.year")}">{mark("here", "period.year")}</a></p>'
    )
    link = html.select_one("a")
    assert (link["href"], link["title"]) == ("https://www.example.com/", "x")
    assert link.select_one(".fsd-source").get_text() == "here"


def test_headings_keep_their_addresses() -> None:
    text = "## Results of {} {{}}\n".replace("{{}}", "seven")
    plain = markdown.markdown(text.format("2021"), extensions=["toc"])
    html = shown(text.format(mark("2021", "period.year")))
    assert html.select_one("h2")["id"] == re.search(r'id="([^"]+)"', plain)[1]


def test_hostile_values_stay_text() -> None:
    html = shown(f"<p>{mark('&lt;script&gt;', 'notice')}</p>")
    assert not html.select("script")
    assert html.select_one(".fsd-source").get_text() == "<script>"


def test_a_source_with_signs_of_html_stays_text() -> None:
    html = shown(f"<p>{mark('1', 'facilities.in(&quot;&lt;b&gt;).total')}</p>")
    assert (
        html.select_one(".fsd-source")["data-source"]
        == 'Counted: no row of the list · facilities.in("<b>).total'
    )
    assert not html.select("b")


def test_no_mark_is_left() -> None:
    html = str(
        shown(
            f"# {mark('A', 'notice')}\n\n| a |\n|---|\n| {mark('b', 'notice')} |\n\n`{mark('c', 'notice')}`\n"
        )
    )
    assert not [sign for sign in html if ord(sign) >= 0xF0000]


def test_each_row_of_the_facility_list_names_its_cell() -> None:
    name = '<th scope="row" role="rowheader" data-alias="x">A &amp; B</th>'
    row = f'<tr role="row" id="CID1">\n<td>Gold</td>\n{name}</tr>'
    previewed = number_marks(page("annex")).preview(sources(), {"CID1": "smelters.xlsx 'Smelter List'!C5"})
    html = BeautifulSoup(previewed.with_row_sources(f"<table>{row}</table>"), "lxml")
    value = html.select_one("th .fsd-source")
    assert (value.get_text(), value["data-source"]) == ("A & B", "smelters.xlsx 'Smelter List'!C5")
