"""Spellings of withheld values that a person would recognise, and phrases that are none. All are invented."""

from __future__ import annotations

import pytest

from generator.confidential.search import Search
from generator.confidential.withheld import Withheld, WithheldKind

K = WithheldKind


def outcome(kind: WithheldKind, value: str, text: str) -> str:
    """What the search says of a text: caught, warned or missed."""
    hits = list(Search([Withheld(kind, value, None)]).hits(text))
    return "caught" if any(hit.is_certain for hit in hits) else "warned" if hits else "missed"


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        (K.SUPPLIER, "Krokodek Parts Ltd.", "by Krokodek Parts Limited"),
        (K.SUPPLIER, "Krokodek Parts Ltd.", "from krokodek-parts.pdf"),
        (K.SUPPLIER, "Krokodek (Shanghai) Co., Ltd.", "of Krokodek Shanghai"),
        (K.SUPPLIER, "Krokodek & Söhne GmbH", "by Krokodek und Soehne"),
        (K.SUPPLIER, "Krokodek & Söhne GmbH & Co. KG", "Krokodek and Sohne's parts"),
        (K.SUPPLIER, "Müllerwerk AG", "by Muellerwerk"),
        (K.SUPPLIER, "Muellerwerk AG", "by Müllerwerk"),
        (K.SUPPLIER, "Ørnefjell AS", "by Oernefjell"),
        (K.SUPPLIER, "Łosiewicz Sp. z o.o.", "by LOSIEWICZ"),
        (K.SUPPLIER, "Kuğulu Elektronik A.Ş.", "by Kugulu Elektronik"),
        (K.SUPPLIER, "株式会社架空製作所", "(株)架空製作所の部品"),
        (K.SUPPLIER, "Krokodek Parts Inc.", "the KrokodekPartsInc page"),
        (K.SUPPLIER, "Precision Parts Inc.", "by Precision Parts, Incorporated"),
        (K.SUPPLIER, "Precision Parts Inc.", "our supplier Precision Parts"),
        (K.SUPPLIER, "AQX", "the supplier AQX"),
        (K.CONTACT, "Jana Q. Doevic", "Doevic, Jana"),
        (K.CONTACT, "Dr. Jana Q. Doevic", "Jana Doevic"),
        (K.CONTACT, "Jana Q. Doevic", "asked J. Doevic again"),
        (K.CONTACT, "Li Wei", "asked Wei Li again"),
        (K.EMAIL, "jana@krokodek.example", "jana [at] krokodek [dot] example"),
        (K.EMAIL, "jana@krokodek.example", "see www.krokodek.example"),
        (K.TELEPHONE, "+49 (30) 5550 0142", "030 55500142"),
        (K.TELEPHONE, "+49 (30) 5550 0142", "+49 (0)30 5550-0142"),
        (K.TELEPHONE, "+49 (30) 5550 0142 ext. 7", "Tel. 5550 0142"),
        (K.COMMENT, "They owe us a reply: the kiln in Oberdorf cracked and tin was bought elsewhere",
         "when the kiln in Oberdorf cracked and tin prices rose"),
    ],
)  # fmt: skip
def test_a_spelling_that_a_person_recognises_is_caught(kind: WithheldKind, value: str, text: str) -> None:
    assert outcome(kind, value, text) == "caught"


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        (K.SUPPLIER, "Precision Parts Inc.", "We thank Precision Parts."),
        (K.SUPPLIER, "Apex", "which Apex has in June"),
        (K.SUPPLIER, "AQX", "AQX is one of them"),
        (K.CONTACT, "Jana Doevic", "asked Ms. Doevic again"),
    ],
)
def test_what_may_be_a_name_is_for_a_person_to_look_at(kind: WithheldKind, value: str, text: str) -> None:
    assert outcome(kind, value, text) == "warned"


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        (K.SUPPLIER, "Precision Parts Inc.", "precision parts made by us"),
        (K.SUPPLIER, "Precision Parts AS", "Precision parts as supplied"),
        (K.SUPPLIER, "Apex", "at the apex of the chain"),
        (K.SUPPLIER, "General Components", "general components of electronics"),
        (K.SUPPLIER, "AQX", "aqx"),
        (K.CONTACT, "Li Wei", "the li wei"),
        (K.EMAIL, "jana@gmail.com", "see gmail.com"),
        (K.TELEPHONE, "+49 (30) 5550 0142", "55500142 pieces"),
        (K.COMMENT, "They did not respond to our request.", "Some did not respond to our request for it"),
    ],
)
def test_ordinary_phrases_are_no_leak(kind: WithheldKind, value: str, text: str) -> None:
    assert outcome(kind, value, text) == "missed"


def test_a_domain_that_the_filer_names_is_no_suppliers() -> None:
    value = Withheld(K.EMAIL, "jana@own.example", None)
    assert list(Search([value], ["https://www.own.example/minerals/"]).hits("see own.example")) == []
