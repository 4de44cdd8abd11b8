"""The index of the site, and its feed."""

import datetime as dt
import hashlib
import json
from dataclasses import replace
from typing import Any

import jsonschema
from lxml import etree

from generator.data_files.publications import PublishedYear, schema_file, site_files
from generator.model import Asset, KeptFiling, Period, Publication
from tests.support.builders import disclosure, smelter

ATOM = "{http://www.w3.org/2005/Atom}"


def published(year: int = 2021, *publications: Publication, **changes: Any) -> PublishedYear:
    one = replace(disclosure(smelter(), **changes), period=Period(year))
    return PublishedYear(
        disclosure=one,
        pages=(("overview", f"{year}/"), ("annex", f"{year}/annex/")),
        assets=(Asset(f"{year}/documents/smelters-{year}.csv", b"a,b", "The list"),),
        kept=(),
        publications=publications
        or (Publication(None, dt.date(year + 1, 5, 30), is_recorded=False, fingerprint=""),),
    )


def index(*years: PublishedYear, base_url: str = "") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(site_files(years, base_url)[0].content)
    return found


def feed(*years: PublishedYear, base_url: str = "") -> Any:
    return etree.fromstring(site_files(years, base_url)[2].content)


def test_the_index_keeps_to_its_schema() -> None:
    amended = published(2021, *_two_publications())
    kept = KeptFiling(None, dt.date(2022, 5, 30), None, None, (Asset("2021/documents/a.pdf", b"x", "Form"),))
    for years in (
        (published(2022), published()),
        (replace(amended, kept=(kept,)),),
        (published(survey=None),),
    ):
        schema = json.loads(schema_file())
        jsonschema.Draft202012Validator.check_schema(schema)
        jsonschema.validate(index(*years), schema, cls=jsonschema.Draft202012Validator)


def _two_publications() -> tuple[Publication, Publication]:
    return (
        Publication(1, dt.date(2022, 8, 1), is_recorded=True, fingerprint="a" * 64),
        Publication(None, dt.date(2022, 5, 30), is_recorded=True, fingerprint="b" * 64),
    )


def test_files_have_the_checksums_of_their_bytes() -> None:
    (file,) = index(published())["years"][0]["files"]
    assert (file["bytes"], file["sha256"][:12]) == (3, hashlib.sha256(b"a,b").hexdigest()[:12])


def test_each_publication_is_an_entry_newest_first() -> None:
    entries = feed(published(2022), published(2021, *_two_publications())).findall(f"{ATOM}entry")
    assert [one.findtext(f"{ATOM}updated")[:10] for one in entries] == [
        "2023-05-30",
        "2022-08-01",
        "2022-05-30",
    ]
    assert [one.find(f"{ATOM}link").get("href") for one in entries] == ["2022/", "2021/", "2021/original/"]
    assert len({one.findtext(f"{ATOM}id") for one in entries}) == 3


def test_an_entry_keeps_its_id_wherever_the_site_stands_and_whatever_is_renamed() -> None:
    first = feed(published())
    other = feed(published(registrant__name="Renamed Inc."), base_url="https://ir.invented.internal/x/")
    assert first.find(f"{ATOM}entry/{ATOM}id").text == other.find(f"{ATOM}entry/{ATOM}id").text
    assert other.find(f"{ATOM}entry/{ATOM}link").get("href") == "https://ir.invented.internal/x/2021/"


def test_hostile_names_stay_text() -> None:
    name = 'Works "<b>&amp;</b>" ]]> \x0b & Co'
    root = feed(published(registrant__name=name), base_url="https://ir.invented.internal/")
    assert root.findtext(f"{ATOM}author/{ATOM}name") == name.replace("\x0b", "")


def test_without_a_final_year_there_is_nothing() -> None:
    assert site_files((), "") == ()
