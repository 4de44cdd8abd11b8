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
        (K.SUPPLIER, "Krokodek Mfg. Co.", "by Krokodek Manufacturing Company"),
        (K.SUPPLIER, "Krokodek Technologies Int'l, LLC", "by Krokodek Tech. International"),
        (K.SUPPLIER, "Krokodek Corp of America", "by Krokodek Corporation of America"),
        (K.SUPPLIER, "Krokodek's Tooling plc", "by Krokodek Tooling"),
        (K.SUPPLIER, "Brünhäuser Söhne GmbH", "by Bruenhäuser Soehne"),
        (K.SUPPLIER, "Krokodek AG", "two Krokodeks"),
        (K.CONTACT, "Jana Doevic", "asked Jana Quirina Doevic again"),
        (K.CONTACT, "Tan Mei Qi", "asked Tan Meiqi again"),
        (K.CONTACT, "Ximena Fuentebella Orrantia", "asked X. Fuentebella again"),
        (K.EMAIL, "o.trimbal@gmail.com", "o.trimbal@googlemail.com"),
        (K.TELEPHONE, "+49 7032 5550-142", "07032 5550-0"),
        (K.ADDRESS, "14 Quellbornstraße, 00742 Invented Valley", "Quellbornstr. 14"),
        (K.ADDRESS, "2205 Thistlemoor Road Suite 300, Inventedville", "2205 Thistlemoor Rd"),
        (K.COMMENT, "Do not quote their 62% response rate!", "do not quote their 62 percent response rate"),
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
        (K.CONTACT, "Grant Rivers", "asked Grant Rivers again"),
        (K.SUPPLIER, "Krokodek Parts Ltd.", "which Krokodek has answered"),
        (K.EMAIL, "jana.doevic@krokodek.example", "the user jana.doevic"),
        (K.EMAIL, "jana@krokodek.example", "parts of Krokodek"),
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
        (K.SUPPLIER, "Krokodek Parts Ltd.", "which Bob Krokodek has answered"),
        (K.SUPPLIER, "Krokodek Parts Ltd.", "Krokodek Foods"),
        (K.SUPPLIER, "Risk Assessment S.A.", "Enhanced\nRisk Assessment and Mitigation"),
        (K.CONTACT, "Grant Rivers", "they grant rivers their names"),
        (K.EMAIL, "conflict.minerals@krokodek.example", "the conflict-minerals page"),
        (K.ADDRESS, "14 Quellbornstraße", "14 of them"),
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


def test_the_brand_of_a_supplier_that_is_a_word_of_a_public_name_or_place_says_nothing() -> None:
    value = Withheld(K.SUPPLIER, "Krokodek Parts Ltd.", None)
    assert list(Search([value], ["Krokodek Refining Co."]).hits("the smelter of Krokodek")) == []
    assert list(Search([value], places=["Krokodek Bay"]).hits("the smelters in Krokodek")) == []


def test_a_telephone_number_in_a_script_is_found_and_figures_of_a_drawing_are_none() -> None:
    search = Search([Withheld(K.TELEPHONE, "+1 (419) 555-0187", None)])
    assert list(search.hits('call("419-555-0187")', is_code=True))
    assert not list(search.hits("M41,955 50 1,87", is_code=True))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Krokodek Parts Ltd.", "by Krоkodеk Parts"),  # Cyrillic o and e
        ("Krokodek Parts Ltd.", "by Κrokodek Parts"),  # Greek K
        ("Krokodek Parts Ltd.", "by ᴋʀᴏᴋᴏᴅᴇᴋ Parts"),
        ("ООО Калевит", "by Kalevit"),
        ("Калевит Завод ООО", "Калевит Завод"),
    ],
)
def test_letters_of_another_alphabet_hide_no_name(value: str, text: str) -> None:
    assert outcome(K.SUPPLIER, value, text) == "caught"


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        (K.SUPPLIER, "Krokodek Parts Ltd.", "by Krokodik Parts"),
        (K.SUPPLIER, "Krokodek Parts Ltd.", "by Krokodk Parts"),
        (K.SUPPLIER, "Krokodek Parts Ltd.", "by Krokkodek Parts"),
        (K.SUPPLIER, "Krokodek Parts Ltd.", "by Krokoedk Parts"),
        (K.SUPPLIER, "Krokodek Parts Ltd.", "by Kr0kodek Parts"),
        (K.SUPPLIER, "Krokodek Parts Ltd.", "by Krokodec"),
        (K.SUPPLIER, "Krokodek Castings & Forgings", "by Krokodek Castigns & Forgings"),
        (K.SUPPLIER, "Krokodek Castings & Forgings", "by Forgings & Castings Krokodek"),
        (K.SUPPLIER, "Krokodek Castings & Forgings", "by Krokodek Forgings"),
        (K.CONTACT, "Jana Doevicova", "asked Jana Doevicowa again"),
        (K.CONTACT, "Jana Doevicova", "asked Mrs. Doevikova again"),
        (K.CONTACT, "Jana Doevicova", "asked Doevicoav, Jana again"),
        (K.EMAIL, "jana@krokodek.example", "jana@krokodec.example"),
    ],
)
def test_a_misspelt_name_is_for_a_person_to_look_at(kind: WithheldKind, value: str, text: str) -> None:
    assert outcome(kind, value, text) == "warned"


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        (K.SUPPLIER, "Crown Parts Ltd.", "says Mr. Brown"),
        (K.SUPPLIER, "Compass", "which Compasso has in June"),
        (K.SUPPLIER, "Zwirn", "which Zwirt has in June"),
        (K.SUPPLIER, "Krokodek Parts Ltd.", "the krokodik in the river"),
        (K.SUPPLIER, "Krokodek Parts Ltd.", "which Bob Krokodik has answered"),
        (K.CONTACT, "Jana Doevicova", "the Doevicowa street"),
        (K.CONTACT, "Mark Price", "the market price"),
        (K.TELEPHONE, "+49 (30) 5550 0142", "+49 (30) 5550 0153"),
        (K.TELEPHONE, "2021 20220531", "https://ir.invented.test/2021/\n2022-05-31"),
    ],
)
def test_what_is_only_like_a_name_is_no_leak(kind: WithheldKind, value: str, text: str) -> None:
    assert outcome(kind, value, text) == "missed"


def test_a_name_that_may_be_published_is_no_misspelt_one() -> None:
    value = Withheld(K.SUPPLIER, "Krokodek Parts Ltd.", None)
    assert list(Search([value]).hits("by Krokodik"))
    assert not list(Search([value], ["Krokodik Refining"]).hits("by Krokodik"))
    assert not list(Search([value], released=["Krokodik"]).hits("by Krokodik"))


def test_two_words_of_two_sentences_are_no_name() -> None:
    assert (
        outcome(K.SUPPLIER, "Delta Gold", "The works lie in the Delta. Gold comes from elsewhere") == "missed"
    )
    assert outcome(K.SUPPLIER, "Delta Gold", "which Delta Gold has answered") == "warned"
