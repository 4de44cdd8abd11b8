"""Links in every form that people write, in each document: to their place, to the site, or to nothing."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from lxml import etree

from generator.counsel.compare import compare
from generator.documents.edgar import edgar_files
from generator.documents.make import filing_trees
from generator.documents.pdf.links import Links
from generator.documents.word.word import marked_site, site_mark
from generator.model.addresses import IN_FOLDERS, Addresses
from generator.pipeline import Year, at_addresses, load_year, word_files
from generator.pipeline.year_pages import filing_pages
from tests.support.builders import write_year
from tests.support.word_edits import W

SITE = "https://www.invented.example/ir/"
FILES = Addresses(has_folders=False)
TO_THE_LIST = [
    "annex.md", "../annex/", "../annex", "annex/", "annex/index.md", "annex.html", "/2021/annex/",
    "/ir/2021/annex/", "/ir/2021/annex.html", "../../2021/annex/",
]  # fmt: skip
TO_THE_SITE = [
    "../../terms/",
    "../terms.md",
    "/ir/terms/",
    "../annex/?metal=tin",
    "annex.md?metal=tin#metal-tin",
]
FORMS = (
    "[w{0}]({1})",
    "[w{0}][r{0}]\n\n[r{0}]: {1}\n\n",
    '<a href="{1}">w{0}</a>',
    "<a class=x href={1}>w{0}</a>",
)


def year(folder: Path, targets: list[str]) -> Year:
    folder = write_year(folder / "data")
    written = [form.format(f"{at}x{number}", target) for number, target in enumerate(targets)
               for at, form in enumerate(FORMS)]  # fmt: skip
    text = "# Invented words\n\n" + " and\n".join(written)
    (folder / "report" / "05-words.md").write_text(text, encoding="utf-8")
    loaded = load_year(folder.parent, 2021)
    assert isinstance(loaded, Year)
    return loaded


def hyperlinks(content: bytes) -> dict[str, str]:
    """Words of each link of a Word file to its address; that of a place in the file is empty."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        document = etree.fromstring(archive.read("word/document.xml"))
        relations = etree.fromstring(archive.read("word/_rels/document.xml.rels"))
    addresses = {one.get("Id"): one.get("Target") for one in relations}
    found = {}
    for link in document.iter(f"{W}hyperlink"):
        name = next((value for key, value in link.attrib.items() if key.endswith("}id")), "")
        found["".join(one.text or "" for one in link.iter(f"{W}t"))] = addresses.get(name, "")
    return {words: address for words, address in found.items() if words.startswith("w")}


def edgar(loaded: Year) -> BeautifulSoup:
    form, exhibit = filing_trees(filing_pages(loaded), loaded.disclosure, base_url=SITE)
    assets, found = edgar_files(loaded.disclosure, form, exhibit)
    assert found == []
    return BeautifulSoup(next(one.content for one in assets if one.name == "ex1-01.htm"), "lxml")


def test_a_link_to_the_list_leads_there_in_each_document(tmp_path: Path) -> None:
    loaded = year(tmp_path, TO_THE_LIST)
    wanted = {f"w{at}x{number}" for number in range(len(TO_THE_LIST)) for at in range(len(FORMS))}
    links = {one.get_text(): one.get("href", "") for one in edgar(loaded).select("a[href]")}
    assert {words: links.get(words) for words in wanted} == dict.fromkeys(wanted, "#fsd-annex")
    (file,) = word_files(loaded, SITE)
    assert hyperlinks(file.content) == dict.fromkeys(wanted, "")


@pytest.mark.parametrize("addresses", [IN_FOLDERS, FILES], ids=["folders", "files"])
def test_a_link_to_the_site_is_words_for_edgar_and_the_full_address_in_word(
    tmp_path: Path, addresses: Addresses
) -> None:
    (loaded,) = at_addresses([year(tmp_path, TO_THE_SITE)], addresses)
    filed = edgar(loaded)
    assert not [one for one in filed.select("a[href]") if one.get_text().startswith("w")]
    assert "terms" not in filed.get_text()
    terms, annex = (addresses.of_page(one) for one in ("terms/", "2021/annex/"))
    where = [terms, terms, terms, f"{annex}?metal=tin", f"{annex}?metal=tin#metal-tin"]
    (file,) = word_files(loaded, SITE)
    assert hyperlinks(file.content) == {
        f"w{at}x{number}": f"{SITE}{one}" for number, one in enumerate(where) for at in range(len(FORMS))
    }
    (without,) = word_files(loaded)
    assert hyperlinks(without.content) == {}


@pytest.mark.parametrize("addresses", [IN_FOLDERS, FILES], ids=["folders", "files"])
def test_a_file_with_the_sites_addresses_comes_back_without_a_change(
    tmp_path: Path, addresses: Addresses
) -> None:
    (loaded,) = at_addresses([year(tmp_path, TO_THE_SITE)], addresses)
    (file,) = word_files(loaded, SITE)
    path = tmp_path / "counsel.docx"
    path.write_bytes(file.content)
    found = compare(tmp_path / "data", 2021, path)
    assert (found.edits, found.findings) == ((), ())


@pytest.mark.parametrize("site", ["https://a.example/", "https://a.example/b c,d/"])
@pytest.mark.parametrize("addresses", [IN_FOLDERS, FILES])
def test_the_keyword_gives_back_the_address(site: str, addresses: Addresses) -> None:
    mark = site_mark(site, addresses)
    assert marked_site(mark) == (site, addresses)
    assert not {" ", ","} & set(mark)


def test_without_an_address_there_is_no_keyword() -> None:
    assert site_mark("", IN_FOLDERS) == ""
    assert marked_site("") == ("", IN_FOLDERS)


def test_a_link_from_the_root_of_the_site_has_the_root_once() -> None:
    links = Links({}, 2021, SITE)
    for path in ("/ir/terms/", "/terms/", "/ir/terms.md"):
        assert links.target("report", path) == {"url": f"{SITE}terms/"}
    assert links.target("report", "/ir/") == {"url": SITE}
