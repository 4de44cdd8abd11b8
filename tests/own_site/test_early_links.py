"""Links that lead to nothing, told by ``formsd check``: what is known before a build, and nothing more."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.own_site.early_links import early_lost_links
from generator.pipeline import load
from tests.support.builders import write_project
from tests.support.link_forms import IN_PAGE, IN_SECTION

GOOD = [
    "annex.md", "../annex/", "annex.html", "/2021/annex/?metal=tin", "/ir/terms/#one", "../../terms/",
    "../../", "../documents/smelters-2021.csv", "../../smelters/CID000001/", "../documents/",
    "#invented-words", "#fsd-parts", "https://www.invented.internal/nowhere/", "mailto:a@b.internal",
    "//host.internal/x/", "/other/place/", "?metal=tin", "#", "{{ registrant.disclosure_url }}",
    "exhibit-1-02.md", "../../2021/report/#x", "../changes/",
]  # fmt: skip
NO_PAGE = "to no page or file of the site"
BAD = {
    "../list/": NO_PAGE, "list.md": NO_PAGE, "/ir/terms/more/": NO_PAGE, "../../nowhere.html": NO_PAGE,
    "../../2019/report/": NO_PAGE, "http://[x/": "to what is no address",
    "#nothing": "to no part of its page: 'nothing' is no heading or row of it",
}  # fmt: skip
FORMS = ["[x]({})", "[x][r]\n\n[r]: {}\n", "<a href='{}'>x</a>", "<a class=x href={}>x</a>"]


def told(folder: Path, in_section: str, in_page: str = "# Terms\n", more: str = "") -> list[tuple[str, str]]:
    """Place and message of what is told of links."""
    settings = write_project(folder)
    settings.write_text(settings.read_text("utf-8") + more, "utf-8")
    (folder / "docs" / "terms.md").write_text(in_page, "utf-8")
    section = folder / "data" / "2021" / "report" / "05-words.md"
    section.write_text(f"# Invented words\n\n{in_section}\n\n<i id='fsd-parts'></i>\n", "utf-8")
    run = CliRunner().invoke(main, ["check", "--data", str(folder / "data"), "--json"])
    found = [one for one in json.loads(run.stdout)["findings"] if one["code"] == "OW-006"]
    return [(f"{one['file'].rpartition('/')[2]}:{one['line']}", one["message"]) for one in found]


def test_what_leads_somewhere_or_may_is_not_told(tmp_path: Path) -> None:
    every = "\n\n".join(form.format(one) for one in GOOD for form in FORMS if "{{" not in one or "](" in form)
    assert told(tmp_path, f"{every}\n\n{IN_SECTION}", IN_PAGE) == []


@pytest.mark.parametrize("form", FORMS)
def test_what_leads_nowhere_is_told_with_its_line(tmp_path: Path, form: str) -> None:
    lines = "\n".join(form.format(one).replace("\n", " ") if "[r]" not in form else f"[r{at}]: {one}"
                      for at, one in enumerate(BAD))  # fmt: skip
    assert told(tmp_path, lines) == [
        (f"05-words.md:{3 + number}", f"the link '{target}' leads {why}")
        for number, (target, why) in enumerate(BAD.items())
    ]


@pytest.mark.parametrize(
    "text",
    ["`[x](list.md)`", "```\n[x](list.md)\n```", "<!-- [x](list.md) -->", "[^1]: list.md", "![x](no.png)"],
)
def test_what_is_no_link_is_not_told(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, text, f"# Terms\n\n{text}\n") == []


def test_a_page_of_docs_is_looked_through_too(tmp_path: Path) -> None:
    assert told(tmp_path, "", "# Terms\n\n[x](2021/list.md)\n[y](about.md)\n") == [
        ("terms.md:3", "the link '2021/list.md' leads to no page or file of the site")
    ]


def test_where_others_may_add_pages_nothing_is_said(tmp_path: Path) -> None:
    assert told(tmp_path, "[x](../list/)", more="hooks: [more.py]\n") == []


def test_without_a_year_nothing_is_said_of_links(tmp_path: Path) -> None:
    run = CliRunner().invoke(main, ["check", "--data", str(tmp_path / "data")])
    assert isinstance(run.exception, SystemExit)
    assert "the folder is not there" in run.output


def test_an_address_of_the_site_that_is_none_is_the_root_of_a_host(tmp_path: Path) -> None:
    project = write_project(tmp_path)
    (tmp_path / "docs" / "about.md").write_text("# About\n\n[x](/list/)\n", "utf-8")
    years = load(tmp_path / "data")
    (found,) = early_lost_links(project, tmp_path / "data", years, "http://[x/")
    assert str(found.where) == "docs/about.md:3:5"
