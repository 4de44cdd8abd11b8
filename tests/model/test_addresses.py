"""Addresses as folders and as files, and the links of a page between them."""

from __future__ import annotations

import pytest

from generator.model.addresses import IN_FOLDERS, Addresses

FILES = Addresses(has_folders=False)


@pytest.mark.parametrize(
    ("folder", "address"),
    [
        ("", "index.html"), ("2021/", "2021/index.html"), ("2021/annex/", "2021/annex.html"),
        ("years/", "years.html"), ("smelters/CID000058/", "smelters/CID000058.html"),
    ],
)  # fmt: skip
def test_a_page_is_a_folder_or_a_file(folder: str, address: str) -> None:
    assert FILES.of_page(folder) == FILES.file_of(folder) == address
    assert IN_FOLDERS.of_page(folder) == folder
    assert IN_FOLDERS.file_of(folder) == f"{folder}index.html"


@pytest.mark.parametrize(
    ("page", "href", "way"),
    [
        ("2021/annex/", "../report/", "report.html"),
        ("2021/annex/", "../report/#x", "report.html#x"),
        ("2021/annex/", "../", "index.html"),
        ("2021/annex/", "..", "index.html"),
        ("2021/annex/", "../../", "../index.html"),
        ("2021/annex/", "../documents/a.csv", "documents/a.csv"),
        ("2021/annex/", "../../assets/a.css", "../assets/a.css"),
        ("2021/annex/", "../../2020/annex/#CID1", "../2020/annex.html#CID1"),
        ("2021/", "annex/?metal=tin#metal-tin", "annex.html?metal=tin#metal-tin"),
        ("2021/", "changes/", "changes.html"),
        ("2021/", "../years/", "../years.html"),
        ("", "2021/annex/?a=b&amp;c=d", "2021/annex.html?a=b&amp;c=d"),
        ("", "2021/", "2021/index.html"),
        ("smelters/a/", "../../2021/annex/#a", "../2021/annex.html#a"),
        ("years/", "../2021/", "2021/index.html"),
        ("2021/annex/", "#row", "#row"),
        ("2021/annex/", "?metal=tin", "?metal=tin"),
        ("2021/annex/", "https://www.sec.gov/a/", "https://www.sec.gov/a/"),
        ("2021/annex/", "mailto:a@b.internal", "mailto:a@b.internal"),
        ("2021/annex/", "/root/", "/root/"),
        ("2021/", "report.md", "report.md"),
    ],
)
def test_links_of_a_page_lead_to_the_same_places(page: str, href: str, way: str) -> None:
    html = f'<p><a class="x" href="{href}">data-href="../x/"</a> href=../</p>'
    assert FILES.from_page(html, page) == html.replace(f'href="{href}"', f'href="{way}"')
    assert IN_FOLDERS.from_page(html, page) == html


@pytest.mark.parametrize(
    ("page", "root"), [("", ""), ("2021/", "../"), ("2021/annex/", "../"), ("years/", "")]
)
def test_the_root_is_found_from_every_page(page: str, root: str) -> None:
    assert FILES.root_from(page) == root
    assert IN_FOLDERS.root_from("2021/annex/") == "../../"
