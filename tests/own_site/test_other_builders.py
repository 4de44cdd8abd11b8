"""ProperDocs makes the same site with the plugin; Zensical one with our look, list and search."""

from __future__ import annotations

import json
import re
from copy import copy
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup
from click.testing import CliRunner
from jinja2 import Environment, nodes
from playwright.sync_api import Browser, expect

from generator.cli import main
from generator.own_site.stage import DIFFERENCES
from tests.support.axe import run_axe
from tests.support.browser import open_context, overflow_px
from tests.support.builders import YML, write_year
from tests.support.built_site import broken_links, files_in, headings, one, pages, text_of
from tests.support.other_builders import LOCK, OtherBuilders, install
from tests.support.server import serve

pytestmark = [pytest.mark.site, pytest.mark.browser, pytest.mark.timeout(900)]

ADDRESS = "https://www.invented.internal/staged/"
GENERATOR = re.compile(rb'<meta name="generator" content="mkdocs-[^,"]*, ')
HOSTILE = 'Invented & "Sons" <b>Ltd.</b>'
REPLACED = [
    'content="An invented page"',
    'title="Invented"',
    'alt="Invented"',
    '<form class="md-header__option"',
    'title="Invented"',
    'alt="Invented"',
    '<label class="md-nav__title" for="__nav',
    '<label class="md-nav__link md-nav__link--active" for="__toc"',
    'class="headerlink"',
    '<div class="md-copyright">',
]
"""What our frame replaces in the words of Zensical's theme; the rest is of Material's search and logo."""
OF_MATERIAL = [
    ' role="dialog"',
    'alt="logo"',
    'name="search"',
    'class="md-search-result__meta"',
    'alt="logo"',
]
MADE = [
    "the picture of the logo",
    "the name of the overview before or next",
    "the same where pages are staged",
]
"""What is put together of settings and replaced in Material's words alone; tests of the site look at it."""
THEME = {
    "site_name": "Invented",
    "nav": [{"Home": "index.md"}, {"2021": [{"Overview": "2021.md"}, {"Annex": "annex.md"}]}],
    "theme": {
        "name": "material",
        "variant": "classic",
        "font": False,
        "logo": "logo.svg",
        "palette": [
            {"scheme": "default", "toggle": {"icon": "material/weather-sunny", "name": "Dark"}},
            {"scheme": "slate", "toggle": {"icon": "material/weather-night", "name": "Light"}},
        ],
    },
    "plugins": {"search": {"enabled": False}},
    "markdown_extensions": [{"toc": {"permalink": "#"}}],
}
PAGE = "---\ndescription: An invented page\n---\n\n# Invented\n\n## One\n\nText.\n\n## Two\n\nText.\n"


@pytest.fixture(scope="module")
def builders(repo: Path, tmp_path_factory: pytest.TempPathFactory) -> OtherBuilders:
    return install(repo, tmp_path_factory.mktemp("builders"))


@pytest.fixture(scope="module")
def zensical(repo: Path, builders: OtherBuilders, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example as Zensical builds it."""
    return built(repo / "data", builders, tmp_path_factory.mktemp("staged") / "site")


@pytest.fixture(scope="module")
def invented(builders: OtherBuilders, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two years of a company with a hostile name, the newer one a draft, as Zensical builds them."""
    project = tmp_path_factory.mktemp("invented")
    for year in (2020, 2021):
        yml = YML.replace("2021", str(year)).replace("2022", str(year + 1))
        yml = yml.replace("name: Invented Devices, Inc.", f"name: '{HOSTILE}'", 1)
        write_year(project / "data", year=year, yml=yml)
    (project / "docs").mkdir()
    text = (
        "<!-- To do: say more -->\nThe [list](../2021/annex/#metal-tin), the [report][1], [^1] the"
        " <a href='2021/annex.html'>same</a> and the <a href=\"../glossary/\">words</a>.\n\n"
        "[1]: 2021/report.md\n[^1]: See the list.\n"
    )
    (project / "brand.yml").write_text("logo: {light: a.svg, dark: b.svg, small: c.svg}\n", encoding="utf-8")
    for name in ("a", "b", "c"):
        drawing = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g id="{name}"/></svg>'
        (project / f"{name}.svg").write_text(drawing, encoding="utf-8")
    (project / "docs" / "glossary.md").write_text("# Glossary\n", encoding="utf-8")
    (project / "docs" / "about.md").write_text(f"# About\n\n{text}\n", encoding="utf-8")
    (project / "own").mkdir()
    own = '{% extends "disclosure/main.html" %}{% block footer %}<p id="own"></p>{{ super() }}{% endblock %}'
    (project / "own" / "main.html").write_text(own, encoding="utf-8")
    theme = {"name": "material", "custom_dir": "own"}
    settings = {"site_name": "x", "site_url": ADDRESS, "theme": theme, "nav": [{"About": "about.md"}]}
    (project / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    return built(project / "data", builders, project / "staged")


def built(data: Path, builders: OtherBuilders, folder: Path) -> Path:
    result = CliRunner().invoke(main, ["stage", str(folder), "--data", str(data)])
    assert result.exit_code == 0, result.output
    for line in DIFFERENCES:
        assert line in result.output
    said = builders.run("zensical", "build", "--clean", folder=folder)
    assert "No issues found" in said, said
    return folder / "site"


# ---- ProperDocs ---------------------------------------------------------------------------------


def test_properdocs_builds_the_same_site_but_for_the_generators_name(
    repo: Path, site: Path, site_url: str, builders: OtherBuilders, tmp_path: Path
) -> None:
    line = ["build", "--strict", "--config-file", repo / "mkdocs.yml", "--site-dir", tmp_path / "site"]
    builders.run("properdocs", *line, folder=repo, SITE_URL=site_url)
    ours, theirs = files_in(site), files_in(tmp_path / "site")
    assert sorted(theirs) == sorted(ours)
    assert any(b"ProperDocs" in content for content in theirs.values())
    plain = [{name: GENERATOR.sub(b"", text) for name, text in files.items()} for files in (ours, theirs)]
    assert [name for name in ours if plain[0][name] != plain[1][name]] == []


# ---- Zensical -----------------------------------------------------------------------------------


def test_zensical_shows_the_same_pages_and_words(zensical: Path, site: Path) -> None:
    ours, theirs = pages(site), pages(zensical)
    assert sorted(theirs) == sorted(ours)
    for uri, page in ours.items():
        found, expected = (copy(one(tree, "article")) for tree in (theirs[uri], page))
        assert headings(found) == headings(expected), uri
        of_site = expected.select(".fsd-cite")  # the line to cite has the address of the site
        assert len(found.select(".fsd-cite")) == len(of_site)
        for cite in (*of_site, *found.select(".fsd-cite")):
            cite.decompose()
        assert text_of(found) == text_of(expected), uri


def test_zensical_leads_somewhere_with_every_link(zensical: Path, invented: Path) -> None:
    assert broken_links(zensical, "https://none.invalid/") == []
    assert broken_links(invented, ADDRESS) == []


def test_zensical_leads_somewhere_where_pages_are_files(
    repo: Path, builders: OtherBuilders, tmp_path: Path
) -> None:
    for year in (2020, 2021):
        yml = YML.replace("2021", str(year)).replace("2022", str(year + 1))
        write_year(tmp_path / "data", year=year, yml=yml)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "glossary.md").write_text("# Glossary\n", encoding="utf-8")
    text = "# About\n\n[one](../2021/annex/) <a href='2021/report.md#introduction'>two</a> [three](../)\n"
    (tmp_path / "docs" / "about.md").write_text(text, encoding="utf-8")
    settings = {"site_name": "x", "site_url": ADDRESS, "use_directory_urls": False, "theme": "material"}
    settings |= {"nav": [{"About": "about.md"}]}
    (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    site = built(tmp_path / "data", builders, tmp_path / "staged")
    assert {"2021/annex.html", "about.html", "2021/changes.html", "years.html"} <= pages(site).keys()
    links = [str(a["href"]) for tree in pages(site).values() for a in tree.select("article a[href]")]
    assert [one for one in links if one.split("?")[0].split("#")[0].endswith("/") and "://" not in one] == []
    assert broken_links(site, ADDRESS) == []
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    places = {str(one["location"]).partition("#")[0] for one in index["docs"]}
    assert "about.html" in places
    assert [one for one in places if not (site / one).is_file()] == []


def test_zensical_shows_each_form_of_the_logo_and_names_the_year_of_an_overview(invented: Path) -> None:
    forms = {
        "fsd-logo--light": "logo.svg",
        "fsd-logo--dark": "logo-dark.svg",
        "fsd-logo--small": "logo-small.svg",
    }
    for uri, page in pages(invented).items():
        logos = {str(one["src"]).rpartition("/")[2] for one in page.select(".md-header img.fsd-logo")}
        assert logos == set(forms.values()), uri
    for uri, way, year in (
        ("2021/form-sd/", "prev", 2021),
        ("2021/documents/", "next", 2020),
        ("", "next", 2021),
    ):
        link = one(pages(invented)[uri], f".md-footer__link--{way}")
        assert str(link["aria-label"]).endswith(f": {year} overview")
        assert text_of(one(link, ".md-ellipsis")) == f"{year} overview"
    assert "See the list." in text_of(one(pages(invented)["about/"], "article"))


def test_zensical_gives_the_frame_with_menu_and_footer(zensical: Path) -> None:
    page = pages(zensical)["2021/annex/"]
    year = one(page, 'nav[aria-label="Pages of 2021"]')
    names = [text_of(link) for link in year.select("a")]
    assert names == ["Overview", "Form SD", "Report", "Annex", "Documents"]
    assert text_of(one(year, '[aria-current="page"]')) == "Annex"
    assert "Licenses of the software used" in text_of(one(page, ".fsd-footer"))
    assert one(page, ".fsd-page-line")


def test_zensical_writes_hostile_names_as_text(invented: Path) -> None:
    for uri, page in pages(invented).items():
        assert page.select("head b, header b, footer b, article b:-soup-contains('Ltd.')") == [], uri
        assert "&amp;amp;" not in str(page), uri
    home = pages(invented)[""]
    assert HOSTILE in text_of(one(home, "title"))
    assert HOSTILE in text_of(one(home, ".fsd-footer__name"))


def test_years_smelters_and_own_pages_are_staged_too(invented: Path) -> None:
    built = pages(invented)
    assert {"years/", "2021/changes/", "about/"} <= built.keys()
    assert [uri for uri in built if uri.startswith("smelters/")]
    assert "To do" not in str(built["about/"])


def test_what_a_company_changes_of_the_frame_is_staged_too(invented: Path) -> None:
    home = pages(invented)[""]
    assert one(home, "#own")
    assert one(home, ".fsd-footer")


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_zensicals_site_looks_and_finds_as_ours(
    browser: Browser, zensical: Path, width: int, scheme: str
) -> None:
    refused: list[str] = []
    errors: list[str] = []
    with serve(zensical) as address, open_context(
        browser, address, refused=refused, width=width, color_scheme=scheme
    ) as context:  # fmt: skip
        page = context.new_page()
        page.on("console", lambda message: errors.append(message.text))
        page.on("pageerror", lambda error: errors.append(str(error)))
        for uri in ("", "2021/", "2021/form-sd/", "2021/report/", "2021/annex/", "2021/documents/"):
            page.goto(uri)
            expect(page.locator("article h1")).to_be_visible()
            assert [str(one) for one in run_axe(page)] == [], uri
            assert overflow_px(page) <= 0, uri
        page.goto("2021/annex/?find=rwanda")
        expect(page.locator(".fsd-finder__count")).to_have_text("1 of 298 rows")
        dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert dark == ("rgb(15, 23, 34)" if scheme == "dark" else "rgb(255, 255, 255)")
        page.get_by_role("button", name="Search", exact=True).click()
        page.get_by_role("searchbox", name="Search this site").fill("Österreichische")
        hit = page.locator(".fsd-search__hits a")
        expect(hit).to_have_text(["Ogussa Osterreichische Gold- und Silber-Scheideanstalt GmbH"])
        assert [str(one) for one in run_axe(page)] == []
        page.keyboard.press("Enter")
        expect(page.locator('#fsd-annex [aria-current="true"]')).to_contain_text("Ogussa")
    assert (refused, errors) == ([], [])


def test_zensicals_theme_still_writes_what_our_frame_replaces(
    repo: Path, builders: OtherBuilders, tmp_path: Path
) -> None:
    (tmp_path / "docs").mkdir()
    for name in ("index", "2021", "annex"):
        (tmp_path / "docs" / f"{name}.md").write_text(PAGE, encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump(THEME), encoding="utf-8")
    builders.run("zensical", "build", folder=tmp_path)
    theme = (tmp_path / "site" / "annex" / "index.html").read_text(encoding="utf-8")
    assert [words for words in REPLACED if theme.count(words) < REPLACED.count(words)] == []
    tree = Environment().parse((repo / "site_overrides" / "main.html").read_text(encoding="utf-8"))
    replaced = [one for one in tree.find_all(nodes.Filter) if one.name == "replace"]
    assert len(replaced) == len(REPLACED) + len(OF_MATERIAL) + len(MADE)


# ---- Both ---------------------------------------------------------------------------------------


def test_the_builders_are_locked_by_checksums_and_by_no_address(repo: Path) -> None:
    text = (repo / LOCK).read_text(encoding="utf-8")
    assert re.findall(r"https?://|--(?:index|extra-index|find)-\w+", text) == []
    entries = re.findall(r"(?m)^(\w[\w.-]*)==\S+(?: ;[^\\]*)? \\$\n((?: +--hash=sha256:.*\n?)+)", text)
    assert {"properdocs", "zensical"} <= {name for name, _ in entries}
    assert len(entries) == len(re.findall(r"(?m)^\w", text))
    assert not re.search(
        r"(?m)^(?:properdocs|zensical)==", (repo / "requirements-dev.lock").read_text("utf-8")
    )


def test_what_is_not_the_same_stands_in_the_guide(repo: Path) -> None:
    guide = " ".join((repo / "manual" / "guide.md").read_text(encoding="utf-8").split())
    assert [line for line in DIFFERENCES if line not in guide.replace("`", "'")] == []


def test_a_page_of_html_is_one_document(zensical: Path) -> None:
    html = (zensical / "2021" / "annex" / "index.html").read_text(encoding="utf-8")
    assert len(BeautifulSoup(html, "html.parser").find_all("html")) == 1
