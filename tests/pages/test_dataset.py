"""schema.org data of the list, and the line to cite."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from bs4 import BeautifulSoup
from pyld import jsonld

from generator.model import UNIT_OF_COUNTING, Asset, FacilityList, Metal, OtherMineral
from generator.pages.dataset import (
    JSON_LD,
    citation,
    cite_html,
    dataset_json_ld,
    dataset_script,
    with_dataset,
)
from generator.pages.documents_page import CITE
from tests.support.builders import page
from tests.support.filing import restated

BASE = "https://www.example.com/ir/"
ANNEX = f"{BASE}2021/annex/"
CSV = Asset("2021/documents/smelters-2021.csv", b"abc", title="As a table", media_type="text/csv")
SCHEMA = Asset("2021/documents/smelters-2021.schema.json", b"{}", title="Schema", is_companion=True)
ROWS = ({}, {"anchor": "b", "name": "Other Works"})

# Source: schema.org, the properties of each type and of the types above it.
PROPERTIES = {
    "Dataset": {
        "name", "description", "url", "identifier", "creator", "isBasedOn", "datePublished", "dateModified",
        "creativeWorkStatus", "inLanguage", "temporalCoverage", "spatialCoverage", "isAccessibleForFree",
        "license", "creditText", "measurementTechnique", "variableMeasured", "distribution",
    },
    "DataDownload": {"name", "contentUrl", "encodingFormat", "contentSize", "sha256"},
    "Organization": {"name", "url", "identifier"},
    "PropertyValue": {"propertyID", "value"},
    "CreativeWork": {"name", "url"},
    "Country": {"name"},
}  # fmt: skip

WANTED = {
    "name", "description", "creator", "temporalCoverage", "spatialCoverage", "distribution", "license",
    "isAccessibleForFree", "identifier", "dateModified", "variableMeasured", "measurementTechnique", "url",
}  # fmt: skip
"""What search engines for data sets ask for or recommend, as far as it can be said of this one."""


def dataset(base: str = BASE, **changes: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(dataset_json_ld(restated(rows=ROWS, **changes), [CSV, SCHEMA], base))
    return found


def nodes(value: Any) -> list[dict[str, Any]]:
    """Every typed object in the data."""
    if isinstance(value, list):
        return [node for one in value for node in nodes(one)]
    if not isinstance(value, dict):
        return []
    return [value, *nodes(list(value.values()))]


@pytest.mark.parametrize("base", [BASE, ""])
def test_data_is_json_ld_in_which_every_term_has_a_meaning(base: str) -> None:
    found = dataset(base, terms={"text": "Free for all."}, filing__edgar_url="https://www.example.com/edgar")
    assert found.pop("@context") == "https://schema.org/"
    context = {"@vocab": "https://schema.org/"}
    (expanded,) = jsonld.expand({"@context": context, **found}, {"base": ANNEX})
    assert expanded["@id"] == f"{ANNEX}#fsd-annex"
    assert expanded["@type"] == ["https://schema.org/Dataset"]
    plain = jsonld.compact(expanded, context, {"base": ANNEX})
    assert {name for name in plain if not name.startswith("@")} == {name for name in found if name[0] != "@"}


def test_types_have_only_properties_that_schema_org_gives_them() -> None:
    found = dataset(terms={"text": "Free for all."}, filing__edgar_url="https://www.example.com/edgar")
    for node in nodes(found):
        assert {name for name in node if name[0] != "@"} <= PROPERTIES[node["@type"]]


def test_data_has_what_search_engines_for_data_sets_ask_for() -> None:
    found = dataset(terms={"text": "CC BY 4.0", "url": "https://www.example.com/by"}, survey__tool="Tool")
    assert set(found) >= WANTED
    assert 50 <= len(found["description"]) <= 5000


def test_data_says_what_the_list_is() -> None:
    found = dataset()
    assert found["name"] == "Qualys, Inc.: Annex I – Smelter list, 2021"
    assert found["description"] == (
        "Smelters and refiners that Qualys, Inc. lists in its conflict minerals disclosure for the calendar"
        f" year 2021, with metal, country and status: 2 rows. {UNIT_OF_COUNTING} Form SD, filed with the U.S."
        " Securities and Exchange Commission on May 31, 2022. Terms: No license is stated."
    )
    assert found["creator"]["name"] == "Qualys, Inc."
    assert found["creator"]["identifier"]["value"] == "001-35662"
    assert found["temporalCoverage"] == "2021-01-01/2021-12-31"
    assert found["spatialCoverage"] == [{"@type": "Country", "name": "Italy"}]
    assert (found["datePublished"], found["dateModified"]) == ("2022-05-31", "2022-05-31")
    assert found["variableMeasured"] == ["Metal", "Smelter or refiner", "Country as filed", "Status"]
    assert found["isAccessibleForFree"] is True
    assert "license" not in found


def test_data_speaks_of_nothing_that_the_filer_does_not_give() -> None:
    bare = {"country": None, "status": None}
    year = restated(rows=(bare, {**bare, "name": "Other Works"}), statuses=[])
    registrant = year.facts.registrant.model_copy(
        update={"commission_file_number": None, "disclosure_url": None}
    )
    filing = year.facts.filing.model_copy(update={"date": None})
    year = replace(year, facts=year.facts.model_copy(update={"registrant": registrant, "filing": filing}))
    found = json.loads(dataset_json_ld(year, [], ""))
    assert set(found["creator"]) == {"@type", "name"}
    assert not {"spatialCoverage", "measurementTechnique", "datePublished"} & set(found)
    assert found["variableMeasured"] == ["Metal", "Smelter or refiner"]
    assert ", with metal: 2 rows." in found["description"]
    assert found["creditText"] == (
        "Qualys, Inc. Annex I – Smelter list, 2021. Form SD, filed with the U.S. Securities and Exchange"
        " Commission. (retrieved [date])."
    )


def test_headings_are_those_of_the_filing() -> None:
    found = dataset(annex__headings={"name": "SOR Name", "status": "RMAP"})
    assert found["variableMeasured"] == ["Metal", "SOR Name", "Country as filed", "RMAP"]


def test_rows_of_all_lists_are_described_and_those_of_no_total_told_apart() -> None:
    year = restated(rows=({}, {"metal": Metal.TIN}, {"metal": Metal.TIN}))
    first, second, third = year.smelters
    cobalt = (replace(second, metal=OtherMineral("Cobalt")), replace(third, metal=OtherMineral("Cobalt")))
    lists = (FacilityList("a", "A", (first,)), FacilityList("b", "B", cobalt, is_counted=False))
    text = json.loads(dataset_json_ld(replace(year, smelters=(first,), lists=lists), [], BASE))["description"]
    assert "with mineral, country and status: 3 rows. One row is one facility for one mineral; a" in text
    assert "1 row of these names a facility again, as filed. 2 rows of these are part of no total." in text


def test_downloads_are_the_forms_of_the_list_with_their_checksums() -> None:
    assert dataset()["distribution"] == [
        {
            "@type": "DataDownload",
            "name": "As a table",
            "contentUrl": f"{BASE}2021/documents/smelters-2021.csv",
            "encodingFormat": "text/csv",
            "contentSize": "3 B",
            "sha256": CSV.sha256,
        }
    ]


def test_without_an_address_of_the_site_addresses_are_relative_to_the_annex() -> None:
    found = dataset("")
    assert found["@id"] == "#fsd-annex"
    assert found["distribution"][0]["contentUrl"] == "../../2021/documents/smelters-2021.csv"
    assert "url" not in found


@pytest.mark.parametrize(
    ("terms", "license"),
    [
        ({"text": "CC BY 4.0", "url": "https://www.example.com/by"}, "https://www.example.com/by"),
        ({"text": "Free for all."}, {"@type": "CreativeWork", "name": "Free for all."}),
    ],
)
def test_terms_are_the_license(terms: dict[str, str], license: Any) -> None:
    assert dataset(terms=terms)["license"] == license


def test_draft_is_not_published() -> None:
    found = dataset(filing={"state": "draft"})
    assert found["creativeWorkStatus"] == "Draft"
    assert "datePublished" not in found
    assert "Draft, not filed." in found["description"]


def test_notice_stands_in_the_description() -> None:
    assert dataset(notice="An example.")["description"].endswith(" An example.")


def test_endless_description_is_cut() -> None:
    assert len(dataset(notice="word " * 2_000)["description"]) == 5_000


@pytest.mark.parametrize(
    "name", ["</script><script>alert(1)</script>", "<!-- <script>", "a & b", "a\u2028b", ']]>"\\']
)
def test_hostile_text_stays_in_the_script_and_comes_back_as_it_was(name: str) -> None:
    year = restated(rows=ROWS, registrant__name=name, annex__title=name)
    element = dataset_script(year, [CSV], BASE)
    assert not set("<>&\u2028\u2029") & set(
        element.removeprefix("<script type=").removesuffix("</script>")[22:]
    )
    (script,) = BeautifulSoup(element, "lxml").find_all("script")
    assert json.loads(script.string)["creator"]["name"] == name


def test_citation_names_registrant_title_year_filing_address_and_leaves_the_day_to_the_reader() -> None:
    assert citation(restated(), BASE) == (
        "Qualys, Inc. Annex I – Smelter list, 2021. Form SD, filed with the U.S. Securities and Exchange"
        " Commission on May 31, 2022. https://www.example.com/ir/2021/annex/ (retrieved [date])."
    )


def test_citation_of_a_draft_says_that_it_is_one() -> None:
    assert " 2021. Draft, not filed. https://" in citation(restated(filing={"state": "draft"}), BASE)


def test_citation_of_an_amendment_names_it() -> None:
    assert "Form SD/A (Amendment No. 2), filed" in citation(restated(filing__amendment=2), BASE)


def test_citation_without_an_address_of_the_site_has_the_one_that_the_form_names() -> None:
    assert " https://investor.qualys.com/financials-filings/sec-filings (" in citation(restated(), "")


def test_name_without_a_full_stop_gets_one() -> None:
    assert citation(restated(registrant__name="Invented SE"), BASE).startswith("Invented SE. Annex I")


def test_citation_in_a_page_is_escaped() -> None:
    html = cite_html(restated(registrant__name="<b>A & Co.</b>"), BASE)
    text = BeautifulSoup(html, "lxml").select_one(".fsd-cite__text")
    assert text.get_text().startswith("<b>A & Co.</b>. Annex")
    assert not text.find_all()


@pytest.mark.parametrize(("kind", "inserts"), [("annex", {CITE, JSON_LD}), ("documents", {CITE})])
def test_page_gets_the_line_and_the_annex_the_data_too(kind: str, inserts: set[str]) -> None:
    plain = page(kind, f"# A\n\n{CITE}\n\n## B\n", {"<!-- list -->": "<p>"})
    done = with_dataset(plain, restated(rows=ROWS), [CSV], BASE)
    assert set(done.inserts) == inserts | {"<!-- list -->"}
    assert done.markdown == plain.markdown + (f"\n{JSON_LD}\n" if kind == "annex" else "")


def test_line_to_cite_stands_at_the_end_where_a_page_has_no_place_for_it() -> None:
    done = with_dataset(page("documents", "# A\n"), restated(), [], BASE)
    assert done.markdown == f"# A\n\n{CITE}\n"
