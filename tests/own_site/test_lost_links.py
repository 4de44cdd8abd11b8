"""Links of every kind lead somewhere in sites of both forms; a strict build names those that lead nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.addresses import IN_FOLDERS, Addresses
from generator.own_site.lost_links import FinishedSite
from tests.support.build import BuildFailedError, build_strictly
from tests.support.builders import YML, write_project, write_year
from tests.support.built_site import leads_somewhere, pages
from tests.support.link_forms import IN_PAGE, IN_SECTION

SITE = "https://www.invented.internal/ir/"
FORMS = {"folders": "", "files": "use_directory_urls: false\n"}
WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def built(folder: Path, form: str, in_section: str, in_page: str) -> Path:
    settings = write_project(folder)
    (folder / "docs").mkdir(exist_ok=True)
    (folder / "docs" / "terms.md").write_text(in_page, encoding="utf-8")
    section = next((folder / "data" / "2021" / "report").glob("*.md"))
    section.write_text(f"{section.read_text('utf-8')}\n{in_section}", encoding="utf-8")
    text = settings.read_text(encoding="utf-8")
    settings.write_text(FORMS[form] + text.replace("nav:\n", "nav:\n  - Terms: terms.md\n"), encoding="utf-8")
    build_strictly(settings, folder / "site", site_url=SITE)
    return folder / "site"


@pytest.mark.site
@pytest.mark.parametrize("form", FORMS)
def test_links_of_every_kind_lead_somewhere(tmp_path: Path, form: str) -> None:
    site = built(tmp_path, form, IN_SECTION, IN_PAGE)
    end = "/" if form == "folders" else ".html"
    for uri in (f"2021/report{end}", f"terms{end}"):
        links = pages(site)[uri].select("article a[href]")
        written = [str(link["href"]) for link in links if link.get_text() in WORDS]
        assert len(written) == len(WORDS)
        assert [one for one in written if not leads_somewhere(site, SITE, uri, one)] == []
        assert form == "folders" or not [one for one in written if one.split("?")[0].endswith("/")]


PROFILE = """
[one](../../smelters/CID000001/) [two](../smelters/CID000001.md) [three](/smelters/CID000001.html#smelter)
[four][its page] <a href="/ir/smelters/CID000001/">five</a>

[its page]: /ir/smelters/CID000001/ "Its page"
"""


@pytest.mark.site
@pytest.mark.parametrize("form", FORMS)
def test_links_to_the_page_of_a_smelter_lead_there_in_a_strict_build(tmp_path: Path, form: str) -> None:
    write_year(tmp_path / "data", year=2020, yml=YML.replace("2021", "2020").replace("2022", "2021"))
    site = built(tmp_path, form, PROFILE, PROFILE.replace("../../", "../").replace("(../s", "(s"))
    end = "/" if form == "folders" else ".html"
    for uri, root in ((f"2021/report{end}", "../../"), (f"terms{end}", "../")):
        root = root if form == "folders" else root.removeprefix("../")
        links = {link.get_text(): str(link["href"]) for link in pages(site)[uri].select("article a[href]")}
        assert {links[word].partition("#")[0] for word in WORDS[:5]} == {f"{root}smelters/CID000001{end}"}
    file = "smelters/CID000001/index.html" if form == "folders" else "smelters/CID000001.html"
    assert "Invented Gold Works" in (site / file).read_text("utf-8")


@pytest.mark.site
@pytest.mark.parametrize("form", FORMS)
def test_a_strict_build_says_where_a_link_leads_nowhere(tmp_path: Path, form: str) -> None:
    with pytest.raises(BuildFailedError) as stopped:
        built(
            tmp_path,
            form,
            '<a href="../lost-one/">x</a>',
            "# T\n\nText\n<a href='2021/annex.md#lost-two'>x</a>",
        )
    lines = [line for line in str(stopped.value).splitlines() if "OW-006" in line]
    assert len(lines) == 2, lines
    assert (
        "leads to no part of that page: 'lost-two' is no heading or row of it (docs/terms.md:4)" in lines[0]
    )
    assert "leads to no page or file of the site (data/2021/report/" in lines[1]
    assert not (tmp_path / "site").exists()


def found(tmp_path: Path, html: str, *, addresses: Addresses = IN_FOLDERS, url: str = SITE) -> list[str]:
    site, docs = tmp_path / "site", tmp_path / "docs"
    for name, text in (("index.html", ""), ("a/index.html", html), ("a.html", html), ("b.html", "<p id=x>"),
                       ("b/index.html", '<p id="x y">'), ("c.pdf", "")):  # fmt: skip
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(f"<nav><a href='lost/'></nav><article>{text}</article>", encoding="utf-8")
    docs.mkdir(exist_ok=True)
    (docs / "a.md").write_text("no such link\n", encoding="utf-8")
    finished = FinishedSite(site, docs, tmp_path / "data", addresses, url)
    return [f"{one.message} ({one.where})" for one in finished.lost_links(["a.md", "gone.md"])]


@pytest.mark.parametrize(
    "href",
    [
        "../", "../b/", "../b", "../b/#x%20y", "/ir/b/", "/ir/c.pdf#page=3", "/elsewhere/on/the/host", "#",
        "?q=1",         f"{SITE}b/#x y", "https://www.sec.gov/", "mailto:a@b.internal", "//other.internal/",
    ],
)  # fmt: skip
def test_what_is_there_or_out_of_the_site_is_not_lost(tmp_path: Path, href: str) -> None:
    assert found(tmp_path, f'<a href="{href}">') == []


@pytest.mark.parametrize(
    ("href", "end"),
    [
        ("../d/", "to no page or file of the site (docs/a.md)"),
        ("/ir/d.pdf", "to no page or file of the site (docs/a.md)"),
        (f"{SITE}d/", "to no page or file of the site (docs/a.md)"),
        ("../../../etc/passwd", "to no page or file of the site (docs/a.md)"),
        ("../b/#z", "to no part of that page: 'z' is no heading or row of it (docs/a.md)"),
        ("#z", "to no part of that page: 'z' is no heading or row of it (docs/a.md)"),
        ("http://[", "to what is no address (docs/a.md)"),
    ],
)
def test_what_is_not_there_is_lost(tmp_path: Path, href: str, end: str) -> None:
    assert found(tmp_path, f"<p>One</p><a class='x' href='{href}'>") == [f"the link '{href}' leads {end}"]


def test_a_folder_is_lost_where_pages_are_files(tmp_path: Path) -> None:
    files = Addresses(has_folders=False)
    assert found(tmp_path, '<a href="b.html#x">', addresses=files) == []
    assert found(tmp_path, '<a href="b/">', addresses=files) == [
        "the link 'b/' leads to no page or file of the site (docs/a.md)"
    ]
