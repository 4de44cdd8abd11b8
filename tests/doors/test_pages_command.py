"""``formsd pages``, or ``stage``: built by plain MkDocs without the plugin, it says what the site says."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from bs4 import Tag
from click.testing import CliRunner, Result
from mkdocs.__main__ import cli as mkdocs

from generator.cli import main
from generator.prose.markdown import EXTENSIONS
from tests.support.builders import YML, write_year
from tests.support.built_site import broken_links, files_in, headings, one, pages, text_of

pytestmark = pytest.mark.site

YEAR_PAGES = ("2021/", "2021/form-sd/", "2021/report/", "2021/annex/", "2021/documents/")


def formsd(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture(scope="module", params=["mkdocs", "material"])
def plain(request: pytest.FixtureRequest, repo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site that a plain theme makes of the folder, beside the pages that people wrote."""
    folder = tmp_path_factory.mktemp("plain")
    result = formsd("pages", 2021, "--data", repo / "data", "--to", folder)
    assert result.exit_code == 0, result.output
    settings = {
        "site_name": "Plain",
        "site_url": "https://www.invented.internal/plain/",
        "theme": {"name": request.param} | ({"font": False} if request.param == "material" else {}),
        "markdown_extensions": [{name: options} for name, options in EXTENSIONS.items()],
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    result = CliRunner().invoke(mkdocs, ["build", "--strict", "--config-file", str(folder / "mkdocs.yml")])
    assert result.exit_code == 0, result.output
    return folder / "site"


def rows(site: Path) -> list[tuple[str, ...]]:
    """Address and cells of each row of the annex."""
    table = one(pages(site)["2021/annex/"], "#fsd-annex")
    return [(str(row["id"]), *map(text_of, row.select("th, td"))) for row in table.select("tbody tr")]


def text(page: Tag) -> Tag:
    """The part of a page that holds its text, in any theme."""
    return page.select_one("article") or one(page, "[role='main']")


def test_a_plain_theme_shows_the_same_rows(plain: Path, site: Path) -> None:
    assert len(rows(plain)) == 298
    assert rows(plain) == rows(site)


@pytest.mark.parametrize("uri", YEAR_PAGES)
def test_a_plain_theme_shows_the_same_headings_and_sentences(plain: Path, site: Path, uri: str) -> None:
    ours, theirs = text(pages(site)[uri]), text(pages(plain)[uri])
    assert headings(theirs) == headings(ours)
    assert paragraphs(theirs) == paragraphs(ours)


def paragraphs(tree: Tag) -> list[str]:
    """The text of every paragraph, entry and cell, but for two that depend on the site.

    These are the line that our frame puts above a page, and the line to cite, which has the site's address.
    """
    return [text_of(tag) for tag in tree.select("p:not(.fsd-page-line, .fsd-cite), li, dt, dd, th, td")]


def test_in_a_plain_theme_every_link_leads_somewhere(plain: Path) -> None:
    assert broken_links(plain, "https://www.invented.internal/plain/") == []


def test_a_year_alone_is_written_alone(tmp_path: Path) -> None:
    for year in (2020, 2021):
        yml = YML.replace("2021", str(year)).replace("2022", str(year + 1))
        write_year(tmp_path / "data", year=year, yml=yml)
    result = formsd("pages", 2020, "--data", tmp_path / "data", "--to", tmp_path / "pages")
    assert result.exit_code == 0, result.output
    written = {name for name in files_in(tmp_path / "pages") if name.endswith(".md")}
    names = ("", "form-sd/", "report/", "annex/", "documents/")
    assert written == {"docs/index.md", *(f"docs/2020/{name}index.md" for name in names)}


def test_a_second_run_replaces_what_the_first_wrote(tmp_path: Path) -> None:
    folder = write_year(tmp_path / "data")
    to = ("--data", tmp_path / "data", "--to", tmp_path / "pages")
    formsd("pages", *to)
    text = (folder / "disclosure.yml").read_text(encoding="utf-8")
    text = text.replace("route: conflict-minerals-report", "route: staff-statement-2017")
    (folder / "disclosure.yml").write_text(text, encoding="utf-8")
    assert formsd("pages", *to).exit_code == 0
    written = set(files_in(tmp_path / "pages"))
    assert {"docs/2021/form-sd/index.md", "docs/2021/annex/index.md"} <= written
    assert "docs/2021/report/index.md" not in written
