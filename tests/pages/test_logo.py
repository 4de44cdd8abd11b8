"""The site's logo: own file or monogram."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from generator.model import Asset, OwnFile
from generator.model.brand import Brand
from generator.pages import logo
from tests.support.filing import restated

SVG = {"svg": "http://www.w3.org/2000/svg"}


def monogram(name: str) -> bytes:
    return logo.monogram(name, logo.monogram_field(Brand()))


def texts(drawing: bytes) -> tuple[str, str]:
    """Title and letters of a monogram."""
    tree = etree.fromstring(drawing)
    return tree.findtext("svg:title", namespaces=SVG), tree.findtext("svg:text", namespaces=SVG)


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Qualys", "Q"),
        ("Qualys, Inc.", "Q"),
        ("Regal Rexnord Corporation", "RR"),
        ("The Home of Metal Co.", "HM"),
        ("3M Company", "3"),
        ("élan", "É"),
        ("straße", "S"),
        ("شركة مثال", "شم"),
        ("八八五三", "八"),
        ("Inc.", "§"),
        ("— & —", "§"),
    ],
)
def test_monogram_has_the_first_letters_of_at_most_two_words(name: str, letters: str) -> None:
    assert texts(monogram(name)) == (name, letters)


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "A & B \"C\" 'D'", "]]>", "{0} {name}"])
def test_monogram_of_a_hostile_name_is_a_picture_all_the_same(name: str) -> None:
    drawing = monogram(name)
    assert texts(drawing)[0] == name
    elements = [etree.QName(element).localname for element in etree.fromstring(drawing)]
    assert elements == ["title", "rect", "text"]


def test_characters_that_xml_forbids_are_left_out() -> None:
    assert texts(monogram("Qua\x00lys\x0b\ufffe\nGroup")) == ("Qualys Group", "QG")


def test_monogram_asks_for_nothing_from_outside() -> None:
    drawing = monogram("Qualys").decode().replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert not [word for word in ("http", "url(", "style", "href", "script", "@") if word in drawing]


def test_monogram_is_named_for_screen_readers() -> None:
    root = etree.fromstring(monogram("Qualys"))
    assert (root.get("role"), root.get("aria-labelledby")) == ("img", "name")
    assert root.find("svg:title", namespaces=SVG).get("id") == "name"


def test_same_name_gives_the_same_bytes() -> None:
    assert monogram("Qualys") == monogram("Qualys")


def test_logo_is_drawn_from_the_short_name() -> None:
    year = restated(registrant__short_name="Regal Rexnord")
    assert logo.site_logos(year, Brand()).light == Asset("assets/logo.svg", monogram("Regal Rexnord"))


def test_logo_is_drawn_from_the_exact_name_where_there_is_no_short_one() -> None:
    year = restated(registrant__short_name=None)
    assert texts(logo.site_logos(year, Brand()).light.content)[0] == "Qualys, Inc."


@pytest.mark.parametrize(
    ("name", "uri"), [("brand.svg", "assets/logo.svg"), ("Brand Mark.PNG", "assets/logo.png")]
)
def test_own_logo_is_taken_as_it_is(name: str, uri: str) -> None:
    year = replace(restated(), logo=OwnFile(name, b"own"))
    assert logo.site_logos(year, Brand()).light == Asset(uri, b"own")
