"""The documents of filers whose form is unlike that of one company from the United States."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from generator.documents.pdf.gate import broken_rules as broken_pdf_rules
from generator.findings import errors
from generator.pipeline import load_year
from generator.verify.verify import verify_site
from tests.support.edgar_rules import broken_rules
from tests.support.form_filers import FORM_FILERS
from tests.support.pdf_text import TaggedPdf
from tests.support.published import publish

FORM, PDF = "form-sd{}.htm", "form-sd-2021-edgar{}.pdf"
"""Names of the form; those of an amendment end in its number."""


@dataclass(frozen=True)
class Filed:
    name: str
    data: Path
    site: Path
    files: dict[str, bytes]
    """The documents by their names."""

    @property
    def text(self) -> str:
        """The form for EDGAR as a reader sees it."""
        return " ".join(BeautifulSoup(self.files[self._name(FORM)], "lxml").get_text(" ").split())

    @property
    def pdf_text(self) -> str:
        return " ".join(TaggedPdf(self.files[self._name(PDF)]).words())

    def _name(self, form: str) -> str:
        return form.format("-a1" if self.name == "amended" else "")


@pytest.fixture(scope="module", params=list(FORM_FILERS))
def filed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Filed:
    folder = tmp_path_factory.mktemp("filer")
    FORM_FILERS[request.param].write(folder / "data")
    site = publish(folder / "data", folder / "site")
    files = {asset.name: asset.content for asset in site.assets.values()}
    return Filed(request.param, folder / "data", folder / "site", files)


def of(*names: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("filed", names, indirect=True)


def test_no_error_is_found(filed: Filed) -> None:
    assert [str(one) for one in errors(load_year(filed.data, 2021).findings)] == []


def test_edgar_takes_the_documents(filed: Filed) -> None:
    documents = {name: content for name, content in filed.files.items() if name.endswith(".htm")}
    assert broken_rules(documents) == {name: [] for name in documents}


def test_each_pdf_is_accessible(filed: Filed) -> None:
    pdfs = [content for name, content in filed.files.items() if name.endswith(".pdf")]
    assert pdfs
    assert [broken_pdf_rules(content) for content in pdfs] == [[] for _ in pdfs]


def test_what_is_published_is_what_the_data_says(filed: Filed) -> None:
    assert [str(one) for one in verify_site(filed.data, 2021, filed.site)[1]] == []


def test_nothing_says_that_something_is_not_stated(filed: Filed) -> None:
    assert "Not stated" not in filed.text
    assert "Not signed" not in filed.text


@of("two registrants", "two registrants with two addresses")
def test_each_registrant_stands_on_the_cover_and_signs(filed: Filed) -> None:
    for text in (filed.text, filed.pdf_text):
        assert len(re.findall(r"Invented Finance LLC", text)) >= 2
        assert "333-201234-01" in text
        assert text.count("Title: President") == 1
        assert text.count("By:") == 2


@of("foreign")
def test_a_foreign_filer_has_its_country_and_blanks(filed: Filed) -> None:
    for text in (filed.text, filed.pdf_text):
        address = "1, Beispiel-cho 1-chome, Beispiel-shi, Japan (Address of principal executive offices)"
        assert f"{address} (Zip code)" in " ".join(text.split())


@of("translated")
def test_a_translation_stands_in_brackets_below_the_name(filed: Filed) -> None:
    name = "Kabushiki Kaisha Beispiel (Example Corporation) (Exact name"
    assert name in filed.text
    assert name in filed.pdf_text


@of("own words with a report")
def test_item_1_01_is_in_the_words_of_the_filer_with_a_report(filed: Filed) -> None:
    for text in (filed.text, filed.pdf_text):
        assert "What this covers" in text
        assert "This item does not apply to us." in text
        assert "Not applicable" not in text


@of("own words alone")
def test_item_1_01_is_in_the_words_of_the_filer_without_a_report(filed: Filed) -> None:
    for text in (filed.text, filed.pdf_text):
        body = text.partition("Conflict Minerals Disclosure Country of origin inquiry")[2]
        assert "Read all of it at https://www.example.com/conflict-minerals/2021/. Item 1.02 Exhibit" in body


@of("amended")
def test_an_amendment_begins_with_its_note_and_says_form_sd_a(filed: Filed) -> None:
    for text in (filed.text, filed.pdf_text):
        note, section = text.index("EXPLANATORY NOTE"), text.index("Section 1 – Conflict Minerals")
        assert text.index("(Zip code)") < note < section
        assert not re.search(r"this Form SD(?!/A)", text)
