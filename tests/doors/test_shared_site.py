"""What search engines and those who pass a link on are told, with an address that readers reach or none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from generator.own_site.security_policy import inline_scripts
from tests.support.build import build_strictly
from tests.support.builders import YML, write_project
from tests.support.built_site import files_in

pytestmark = pytest.mark.site

PUBLIC, EXAMPLE = "https://www.invented.internal/ir/", "https://ir.example.com/disclosure/"
NAME = "Invented </script><script>window.ran = 1</script> & Sons"


def built(folder: Path, site_url: str, *, robots: str = "", **year: Any) -> Path:
    settings = write_project(folder, **year)
    if robots:
        (folder / "docs" / "robots.txt").write_text(robots, encoding="utf-8")
    build_strictly(settings, folder / "site", site_url=site_url)
    return folder / "site"


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    yml = YML.replace("Invented Devices, Inc.", NAME)
    assert NAME in yml
    return built(tmp_path_factory.mktemp("public"), PUBLIC, yml=yml)


@pytest.fixture(scope="module")
def unknown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A draft with the address of an example; a final would be stopped."""
    return built(tmp_path_factory.mktemp("unknown"), EXAMPLE, yml=YML.replace("state: final", "state: draft"))


def page(site: Path, uri: str) -> BeautifulSoup:
    return BeautifulSoup((site / uri / "index.html").read_text(encoding="utf-8"), "lxml")


def metas(tree: BeautifulSoup) -> dict[str, str]:
    """Name or property to content, of what sites that show links read."""
    found = tree.select("meta[property^='og:'], meta[name^='twitter:']")
    return {str(one.get("property") or one.get("name")): str(one["content"]) for one in found}


def data(tree: BeautifulSoup) -> dict[str, dict[str, Any]]:
    """Data for machines by its type."""
    found = [json.loads(one.get_text()) for one in tree.select("script[type='application/ld+json']")]
    return {one["@type"]: one for one in found}


@pytest.mark.parametrize("uri", ["", "2021", "2021/annex", "about"])
def test_a_link_is_shown_with_the_picture_of_the_year(public: Path, uri: str) -> None:
    found = metas(page(public, uri))
    assert found["og:image"] == found["twitter:image"] == f"{PUBLIC}assets/share-2021.png"
    assert (found["og:image:width"], found["og:image:height"]) == ("1200", "630")
    assert "listed smelters and refiners" in found["og:image:alt"]
    assert found["og:image:alt"].startswith(NAME)
    assert found["twitter:card"] == "summary_large_image"
    assert (public / "assets" / "share-2021.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("uri", "way"),
    [
        ("2021", ["", "2021/"]),
        ("2021/annex", ["", "2021/", "2021/annex/"]),
        ("2021/documents", ["", "2021/", "2021/documents/"]),
        ("about", ["", "about/"]),
    ],
)
def test_search_engines_are_told_the_way_to_a_page(public: Path, uri: str, way: list[str]) -> None:
    crumbs = data(page(public, uri))["BreadcrumbList"]["itemListElement"]
    assert [one["item"] for one in crumbs] == [PUBLIC + part for part in way]
    assert [one["position"] for one in crumbs] == list(range(1, len(way) + 1))
    assert crumbs[0]["name"] == f"{NAME} conflict minerals disclosure"


def test_list_is_described_with_addresses_that_readers_reach(public: Path) -> None:
    dataset = data(page(public, "2021/annex"))["Dataset"]
    assert dataset["url"] == f"{PUBLIC}2021/annex/"
    assert dataset["creator"]["name"] == NAME


def test_whatever_a_name_holds_no_script_comes_of_it(public: Path) -> None:
    for path in public.rglob("*.html"):
        assert "<script>window.ran" not in path.read_text(encoding="utf-8"), path


def test_data_for_machines_needs_no_leave_of_the_policy(public: Path, tmp_path: Path) -> None:
    text = (public / "2021" / "annex" / "index.html").read_text(encoding="utf-8")
    bare = BeautifulSoup(text, "html.parser")
    for one in bare.select("script[type='application/ld+json']"):
        one.decompose()
    (tmp_path / "bare.html").write_text(str(bare), encoding="utf-8")
    assert inline_scripts([public / "2021" / "annex" / "index.html"]) == inline_scripts(
        [tmp_path / "bare.html"]
    )


def test_programs_are_told_where_the_list_of_pages_is(public: Path) -> None:
    assert f"Sitemap: {PUBLIC}sitemap.xml" in (public / "robots.txt").read_text(encoding="utf-8")


def test_touch_icon_is_there_on_every_page(public: Path, unknown: Path) -> None:
    for site in (public, unknown):
        for path in site.rglob("index.html"):
            (link,) = BeautifulSoup(path.read_bytes(), "lxml").select("link[rel='apple-touch-icon']")
            assert (path.parent / str(link["href"])).is_file()


@pytest.mark.parametrize("uri", ["", "2021", "2021/annex", "about"])
def test_with_an_example_address_nothing_is_told_that_needs_one(unknown: Path, uri: str) -> None:
    tree = page(unknown, uri)
    assert set(metas(tree)) == {
        "og:type", "og:site_name", "og:locale", "og:title", "og:description", "twitter:card",
    }  # fmt: skip
    assert tree.select("link[rel='canonical']") == []
    assert "BreadcrumbList" not in data(tree)
    assert EXAMPLE not in str(tree)
    assert list(unknown.glob("assets/share-*")) == []
    assert "Sitemap" not in (unknown / "robots.txt").read_text(encoding="utf-8")


def test_a_robots_txt_of_ones_own_stays(tmp_path: Path) -> None:
    site = built(tmp_path, PUBLIC, robots="User-agent: *\nDisallow: /about/\n")
    assert files_in(site)["robots.txt"] == b"User-agent: *\nDisallow: /about/\n"
