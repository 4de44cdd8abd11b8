"""Links as people write them, of every kind, and the one place to which each leads."""

from __future__ import annotations

import pytest

from generator.model.addresses import Addresses
from generator.pages.written_links import WrittenLinks, address_of

SITE = "https://www.invented.internal/cm/"
URIS = ["index.md", "about.md", "terms/index.md", "pictures/plant.png", "2021/index.md", "2021/annex.md",
        "2021/report.md", "2021/documents/smelters-2021.csv"]  # fmt: skip
FOLDERS = WrittenLinks.among(URIS, ["smelters/CID000035/"], site_url=SITE)
FILES = WrittenLinks.among(URIS, ["smelters/CID000035/"], site_url=SITE, addresses=Addresses(False))
OF_REPORT = [
    "annex.md", "../annex/", "../annex", "annex/", "annex/index.md", "annex.html", "/2021/annex/",
    "/cm/2021/annex/", "/cm/2021/annex.html", "/2021/annex.md", "../../2021/annex/",
]  # fmt: skip
OF_ABOUT = [
    "2021/annex.md",
    "../2021/annex/",
    "2021/annex/",
    "2021/annex.html",
    "/cm/2021/annex/",
    "/2021/annex",
]


def every(uri: str, targets: list[str]) -> list[tuple[str, str]]:
    return [(uri, target + rest) for target in targets for rest in ("", "#a", "?metal=tin", "?metal=tin#a")]


@pytest.mark.parametrize(
    ("uri", "target"), [*every("2021/report.md", OF_REPORT), *every("about.md", OF_ABOUT)]
)
def test_a_link_to_the_annex_leads_there_however_it_is_written(uri: str, target: str) -> None:
    rest = target[min((target + "?").index("?"), (target + "#").index("#")) :]
    source = "annex.md" if uri == "2021/report.md" else "2021/annex.md"
    folder = "../annex/" if uri == "2021/report.md" else "../2021/annex/"
    file = source.replace(".md", ".html")
    for form in (
        "a [x]({})", "[x](<{}>)", '[x]({} "Title")', "[x][y]\n\n[y]: {}", "[x][y]\n\n[y]: <{}> 'T'"
    ):  # fmt: skip
        written = form.format(target)
        assert FOLDERS.in_page(written, uri) == FILES.in_page(written, uri) == form.format(source + rest)
    for form in ('<a href="{}">', "<a href='{}'>", "<a class=x href={}>", '<A HREF = "{}">'):
        written = form.format(target)
        assert f'href="{folder}{rest}"' in FOLDERS.in_page(written, uri)
        assert f'href="{file}{rest}"' in FILES.in_page(written, uri)


@pytest.mark.parametrize(
    ("uri", "target", "source", "folder", "file"),
    [
        ("2021/report.md", "../", "index.md", "../", "index.html"),
        ("2021/report.md", "../../", "../index.md", "../../", "../index.html"),
        ("2021/report.md", "../../terms/", "../terms/index.md", "../../terms/", "../terms/index.html"),
        ("about.md", "../", "index.md", "../", "index.html"),
        ("about.md", "/cm/", "index.md", "../", "index.html"),
        ("2021/report.md", "../documents/smelters-2021.csv", "documents/smelters-2021.csv",
         "../documents/smelters-2021.csv", "documents/smelters-2021.csv"),
        ("about.md", "/pictures/plant.png", "pictures/plant.png", "../pictures/plant.png",
         "pictures/plant.png"),
    ],
)  # fmt: skip
def test_a_link_to_another_place_leads_there(
    uri: str, target: str, source: str, folder: str, file: str
) -> None:
    assert FOLDERS.in_page(f"[x]({target})", uri) == f"[x]({source})"
    assert FOLDERS.in_page(f'<a href="{target}">', uri) == f'<a href="{folder}">'
    assert FILES.in_page(f'<a href="{target}">', uri) == f'<a href="{file}">'


def test_the_page_of_a_smelter_has_no_source() -> None:
    assert FILES.in_page("[x](../smelters/CID000035/)", "about.md") == "[x](smelters/CID000035.html)"
    assert FOLDERS.in_page('<a href="/cm/smelters/CID000035/">', "2021/report.md") == (
        '<a href="../../smelters/CID000035/">'
    )


@pytest.mark.parametrize(
    "text",
    [
        "[x](https://www.sec.gov/annex/)", "[x](mailto:a@b.internal)", "[x](//host.internal/2021/annex/)",
        "[x](#annex)", "[x](?metal=tin)", "[x]()", "[x](../nowhere/)", "[x](../../../../etc/passwd)",
        "[x](/other/place/)", '<a href="">', '<a href="#a">', "<a href>", '<use href="#s">',
        "[^1]: annex and more", "*[annex]: annex", "the words annex/ and 2021/annex.html",
        "[x](../2021/annex.md)", "![x](../pictures/no.png)", '<p data-href="annex.md">',
    ],
)  # fmt: skip
def test_all_else_stays_as_it_is(text: str) -> None:
    assert FOLDERS.in_page(text, "2021/report.md") == text


def test_the_sites_own_address_is_a_page_where_pages_are_files() -> None:
    text = f'<a href="{SITE}2021/annex/#a"> [x]({SITE}2021/annex/#a)'
    assert FOLDERS.in_page(text, "about.md") == text
    assert FILES.in_page(text, "about.md") == '<a href="2021/annex.html#a"> [x](2021/annex.md#a)'


@pytest.mark.parametrize(
    ("uri", "address"),
    [
        ("index.md", ""), ("about.md", "about/"), ("a/index.md", "a/"), ("a/README.md", "a/"),
        ("2021/annex.md", "2021/annex/"), ("indexes.md", "indexes/"),
    ],
)  # fmt: skip
def test_a_source_has_one_address(uri: str, address: str) -> None:
    assert address_of(uri) == address
