"""What is no facility's name, in the languages of the template, and what is one though it looks alike."""

from __future__ import annotations

import pytest

from generator.countries.no_facility import NoFacility, why_no_facility
from generator.countries.table import standard_countries

_NONE = {
    NoFacility.PLACEHOLDER: (
        "tbc", "Test 1", "test123", "See attached file", "please see attached", "Please refer to attachment",
        "Not Disclosed by supplier", "Company confidential", "Confidential information", "Various sources",
        "Smelter not identified yet", "N/A N/A", "unknown unknown", "unknown smelter, unknown country",
        "N/A (recycled)", "We don't know", "xxxxx", "aaaa", "#REF!", "#NAME?", "#N/A",
        "Supplier's confidential", "no longer used",
        "vertraulich", "siehe Anlage", "confidentiel", "voir annexe", "ver anexo", "vedi allegato", "gizli",
        "機密", "未提供", "見附件", "調査中", "添付参照", "조사중", "첨부 참조", "неизвестно",
    ),
    NoFacility.COUNTRY: ("Korea", "日本", "中国", "China, Japan", "China/Japan"),
    NoFacility.METAL: (
        "Zinn", "Étain", "Oro", "金", "锡", "주석", "tin ore", "gold wire", "solder paste", "99.99% tin",
    ),
    NoFacility.RECYCLED: ("Schrott", "recyclé", "Reciclado", "chatarra", "回收", "スクラップ", "재활용"),
    NoFacility.PROGRAMME: ("LBMA RMI", "DRC conflict free"),
}  # fmt: skip
_NAMES = (
    "Peru Tin Works", "Recycled Metals Inc", "Sn Refinery", "TEST GmbH Metallwerke", "Gold Coast Refinery",
    "3M", "No. 1 Smelter", "Other Metals Ltd", "Mine Works", "Unknown Metals Inc", "Sample Refinery GmbH",
    "Various Metals Co.", "Confidential Metals Ltd", "Multiple Metals", "Pending Metals",
    "Test Rite Refinery",
    "Don Refinery", "Solder Coat Co., Ltd.", "White Solder", "China Tin", "Or Refinery", "Oro Metals",
    "Nil Refinery", "NA Refining", "No. 5 Smelter", "Smelter No. 3", "8853 S.p.A.", "紫金矿业", "云南锡业",
    "고려아연", "Korea Zinc", "Metalor (Singapore)", "JX (Japan)", "無錫金屬", "Gold by Gold",
    "None Such Ltd",
)  # fmt: skip


@pytest.mark.parametrize(("why", "text"), [(why, text) for why, texts in _NONE.items() for text in texts])
def test_remarks_and_materials_are_no_names(why: NoFacility, text: str) -> None:
    assert why_no_facility(text, standard_countries().find_code) is why


@pytest.mark.parametrize("name", _NAMES)
def test_a_name_that_holds_such_a_word_is_a_name(name: str) -> None:
    assert why_no_facility(name, standard_countries().find_code) is None
