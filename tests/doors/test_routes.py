"""Each route of the rule in each layout of the form, from ``formsd start`` to the links of the built site.

Three filers with two years each: 2019 in the older layout, 2021 in the layout in force since 2020. A fourth
has a draft for 2021. A fifth gives no list: counts in 2021, and in 2019 a report without its cover.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from bs4 import Tag

from generator.documents.output import DRAFTS_ASKED
from generator.model import Route
from tests.support.build import build_strictly
from tests.support.builders import SECTIONS, YML, write_year
from tests.support.built_site import addresses, broken_links, headings, one, pages, text_of
from tests.support.started_year import copy_project, start_year

pytestmark = pytest.mark.site

SITE_URL = "https://www.invented.internal/ir/disclosure/"
YEARS = (2021, 2019)

FIRST_SECTIONS = {
    Route.INQUIRY: ["Determination", "The inquiry", "Results of the inquiry"],
    Route.STAFF_STATEMENT: [
        "Basis of this disclosure",
        "Reasonable country of origin inquiry",
        "Results and determination",
    ],
}

CAPTIONS = {
    2019: [
        "Section 1 – Conflict Minerals Disclosure",
        "Item 1.01 Conflict Minerals Disclosure and Report",
        "Item 1.02 Exhibit",
        "Section 2 – Exhibits",
        "Item 2.01 Exhibits",
        "SIGNATURES",
    ],
    2021: [
        "Section 1 – Conflict Minerals Disclosure",
        "Item 1.01 Conflict Minerals Disclosure and Report",
        "Item 1.02 Exhibit",
        "Section 2 – Resource Extraction Issuer Disclosure",
        "Item 2.01 Resource Extraction Issuer Disclosure and Report",
        "Section 3 – Exhibits",
        "Item 3.01 Exhibits",
        "SIGNATURES",
    ],
}
"""Section and item captions by year, in the order of the form."""


@dataclass(frozen=True)
class Filer:
    route: Route
    site: Path
    has_list: bool = True

    @property
    def has_report(self) -> bool:
        return self.route is Route.REPORT

    def page(self, uri: str) -> Tag:
        return pages(self.site)[uri]


@pytest.fixture(scope="module", params=list(Route), ids=str)
def filer(request: pytest.FixtureRequest, repo: Path, tmp_path_factory: pytest.TempPathFactory) -> Filer:
    route = Route(request.param)
    folder = tmp_path_factory.mktemp("filer")
    site = built(repo, folder, route)
    return Filer(route, site, has_list=(folder / "data" / "2021" / "smelters.xlsx").exists())


@pytest.fixture(scope="module")
def drafting(repo: Path, tmp_path_factory: pytest.TempPathFactory) -> Filer:
    """A filer that has filed for 2019 and drafts its report for 2021."""
    folder = tmp_path_factory.mktemp("drafting")
    draft = {"filing__state": "draft", "filing__date": None, "filing__signed_elsewhere": None}
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv(DRAFTS_ASKED, "1")  # beside a final a draft is built only where it is asked for
        return Filer(Route.REPORT, built(repo, folder, Route.REPORT, **draft))


NO_LIST_YML = YML.partition("annex:")[0]
COUNTS_YML = f"""{NO_LIST_YML}
counts:
  unit: known smelters
  total: 9
  by_status: {{Conformant: 8, Open: 1}}
"""
NO_COVER_YML = re.sub(
    r"  jurisdiction.*?(?=^period:)|^  date:.*?(?=^  signed_elsewhere)",
    "",
    NO_LIST_YML,
    flags=re.DOTALL | re.MULTILINE,
).replace("period: 2021", "period: 2019")
NO_LIST_SECTIONS = {"01-inquiry.md": SECTIONS["01-inquiry.md"]}


@pytest.fixture(scope="module")
def without_list(repo: Path, tmp_path_factory: pytest.TempPathFactory) -> Filer:
    """A filer that lists no smelters."""
    folder = tmp_path_factory.mktemp("without-list")
    settings = copy_project(repo, folder)
    for year, yml in ((2021, COUNTS_YML), (2019, NO_COVER_YML)):
        made = write_year(folder / "data", year=year, yml=yml, sections=NO_LIST_SECTIONS)
        (made / "smelters.xlsx").unlink()
    build_strictly(settings, folder / "site", site_url=SITE_URL)
    return Filer(Route.REPORT, folder / "site", has_list=False)


TOOL = {
    "survey__tool": "Conflict Minerals Reporting Template",
    "survey__tool_abbreviation": "CMRT",
    "survey__tool_publisher": "Responsible Minerals Initiative (RMI)",
}


def built(repo: Path, folder: Path, route: Route, **newest: object) -> Path:
    """The site of an invented filer, built strictly; ``newest`` are changes to the facts of 2021."""
    settings = copy_project(repo, folder)
    for year in YEARS:
        changes = newest if year == max(YEARS) else {}
        start_year(folder / "data", year, route, **TOOL, **changes)
    build_strictly(settings, folder / "site", site_url=SITE_URL)
    return folder / "site"


def year_pages(filer: Filer, year: int) -> list[str]:
    report, annex = ["report/"] if filer.has_report else [], ["annex/"] if filer.has_list else []
    changes = ["changes/"] if year == max(YEARS) else []
    names = ["", "form-sd/", *report, *annex, *changes, "documents/"]
    return [f"{year}/{name}" for name in names]


def test_a_year_has_the_pages_of_its_route(filer: Filer) -> None:
    found = {uri for uri in pages(filer.site) if re.match(r"\d{4}/", uri)}
    assert found == {uri for year in YEARS for uri in year_pages(filer, year)}


def test_no_text_is_taken_for_program_code(filer: Filer) -> None:
    assert [uri for uri, page in pages(filer.site).items() if page.select("article pre")] == []


def test_every_link_leads_somewhere(filer: Filer) -> None:
    assert broken_links(filer.site, SITE_URL) == []


def test_form_sd_alone_knows_no_report(filer: Filer) -> None:
    if filer.has_report:
        return
    for uri, page in pages(filer.site).items():
        assert [address for _, address in addresses(page) if "report/" in address] == [], uri
    for year in YEARS:
        text = " ".join(text_of(one(filer.page(uri), "body")) for uri in year_pages(filer, year))
        assert "Exhibit 1.01" not in text
    assert "report/" not in (filer.site / "search" / "search_index.json").read_text(encoding="utf-8")
    assert "report/" not in (filer.site / "sitemap.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize("year", YEARS)
def test_the_form_has_the_captions_of_its_layout(filer: Filer, year: int) -> None:
    form = one(filer.page(f"{year}/form-sd/"), ".fsd-form")
    assert [text for level, text in headings(form) if level in (2, 3)] == CAPTIONS[year]
    assert len(form.select(".fsd-form__rule")) == {2019: 1, 2021: 2}[year]
    assert text_of(form.select(".fsd-form__rule")[0]).startswith("☒ Rule 13p-1")


@pytest.mark.parametrize("year", YEARS)
def test_the_disclosure_stands_under_the_exact_heading_in_item_1_01(filer: Filer, year: int) -> None:
    form = one(filer.page(f"{year}/form-sd/"), ".fsd-form")
    (heading,) = [tag for tag in form.select("h4") if text_of(tag) == "Conflict Minerals Disclosure"]
    before = heading.find_previous("h3")
    assert before is not None
    assert text_of(before) == "Item 1.01 Conflict Minerals Disclosure and Report"
    below = under(heading)
    text = " ".join(map(text_of, below))
    if filer.has_report:
        assert "is filed as Exhibit 1.01 to this Form SD" in text
    else:
        assert [text_of(tag) for tag in below if tag.name == "h5"] == FIRST_SECTIONS[filer.route]
        assert f"for the calendar year {year} under Rule 13p-1" in text
        assert "Of seven suppliers, six returned a completed CMRT" in text
    assert "available at https://www.example.com/conflict-minerals" in text
    assert text.count("https://www.example.com/conflict-minerals") == 1


def under(heading: Tag) -> list[Tag]:
    """What stands below a heading of level 4, up to the next one of that level or above."""
    found: list[Tag] = []
    for tag in heading.find_next_siblings():
        if tag.name in ("h1", "h2", "h3", "h4"):
            break
        found.append(tag)
    return found


def test_the_exhibit_is_there_where_a_report_is_filed(filer: Filer) -> None:
    for year, item in ((2019, "item-2-01"), (2021, "item-3-01")):
        form = one(filer.page(f"{year}/form-sd/"), ".fsd-form")
        exhibits = form.find(id=item)
        assert isinstance(exhibits, Tag)
        below = exhibits.find_next_sibling()
        assert isinstance(below, Tag)
        links = [address for _, address in addresses(below)]
        assert (text_of(below) == "Not applicable.") is not filer.has_report
        assert links == (["../report/"] if filer.has_report else [])


def test_the_menu_has_every_year_newest_first(filer: Filer) -> None:
    for uri in ("", "about/"):
        tabs = [text_of(tag) for tag in filer.page(uri).select(".md-tabs__link")]
        assert tabs[:3] == ["Home", "2021", "2019"]


def test_the_front_page_says_what_the_newest_year_says_and_is_not_its_copy(filer: Filer) -> None:
    front, newest = (one(filer.page(uri), "article") for uri in ("", "2021/"))
    assert text_of(one(front, "h1")) == text_of(one(newest, "h1"))
    assert headings(front) != headings(newest)


def test_every_page_has_its_own_address(filer: Filer) -> None:
    for uri in ("", "2021/", "2019/"):
        link = one(filer.page(uri), "head > link[rel='canonical']")
        assert link["href"] == SITE_URL + uri


def test_a_filed_year_shows_no_mark_of_a_draft(filer: Filer) -> None:
    for uri, page in pages(filer.site).items():
        assert page.select(".fsd-draft-mark, .fsd-notice--draft, .fsd-form__draft") == [], uri
        assert bool(page.select("meta[name='robots']")) is (uri == "404.html"), uri
    for year in YEARS:
        form = text_of(one(filer.page(f"{year}/form-sd/"), ".fsd-form"))
        assert "By: /s/ Ina Invented" in form
        assert f"Date: May 15, {year + 1}" in form


def test_every_page_of_a_draft_says_so_and_is_kept_from_search_engines(drafting: Filer) -> None:
    for uri in year_pages(drafting, 2021):
        page = drafting.page(uri)
        banner = one(page, ".fsd-notice--draft")
        assert text_of(banner).startswith("Draft, not filed. This page has not been filed"), uri
        assert one(page, "head > meta[name='robots']")["content"] == "noindex", uri
        assert one(page, "header .fsd-draft-mark"), uri


def test_a_draft_is_not_signed(drafting: Filer) -> None:
    form = text_of(one(drafting.page("2021/form-sd/"), ".fsd-form"))
    assert "By: Name: Ina Invented Title: Chief Invention Officer Date: " in form
    assert [uri for uri in year_pages(drafting, 2021) if "/s/" in text_of(drafting.page(uri))] == []


def test_other_pages_beside_a_draft_are_not_drafts(drafting: Filer) -> None:
    for uri in ("", *year_pages(drafting, 2019), "about/", "glossary/"):
        page = drafting.page(uri)
        assert page.select(".fsd-draft-mark, .fsd-notice--draft, .fsd-form__draft, meta[name='robots']") == []


def test_a_draft_is_not_in_the_sitemap(drafting: Filer) -> None:
    listed = re.findall("<loc>(.+?)</loc>", (drafting.site / "sitemap.xml").read_text(encoding="utf-8"))
    others = ("", "about/", "accessibility/", "glossary/")
    assert set(listed) == {SITE_URL + uri for uri in (*year_pages(drafting, 2019), *others)}


def test_every_link_of_a_site_with_a_draft_leads_somewhere(drafting: Filer) -> None:
    assert broken_links(drafting.site, SITE_URL) == []


def test_a_filer_without_a_list_has_no_page_of_one(without_list: Filer) -> None:
    found = {uri for uri in pages(without_list.site) if re.match(r"\d{4}/", uri)}
    assert found == {
        *(f"2021/{name}" for name in ("", "form-sd/", "report/", "changes/", "documents/")),
        *(f"2019/{name}" for name in ("", "report/", "documents/")),
    }


def test_the_menu_of_a_year_has_the_pages_that_there_are(without_list: Filer) -> None:
    for year, names in (
        ("2021", ["./", "form-sd/", "report/", "changes/", "documents/"]),
        ("2019", ["./", "report/", "documents/"]),
    ):
        menu = one(without_list.page(f"{year}/"), ".md-nav--primary")
        ours = [address for _, address in addresses(menu) if not address.startswith(("..", "#"))]
        assert list(dict.fromkeys(ours)) == names


def test_nothing_of_a_filer_without_a_list_leads_to_one(without_list: Filer) -> None:
    assert broken_links(without_list.site, SITE_URL) == []
    for uri, page in pages(without_list.site).items():
        assert [address for _, address in addresses(page) if "annex/" in address] == [], uri
    assert "/annex" not in (without_list.site / "search" / "search_index.json").read_text(encoding="utf-8")
    assert not list(without_list.site.rglob("smelters-*"))


def test_a_restated_report_without_its_cover_has_no_form(without_list: Filer) -> None:
    for uri in ("2019/", "2019/report/", "2019/documents/"):
        article = one(without_list.page(uri), "article")
        assert [address for _, address in addresses(article) if "form-sd" in address] == [], uri
        assert "Ina Invented" not in text_of(article), uri
    assert not list((without_list.site / "2019").rglob("form-sd*"))
