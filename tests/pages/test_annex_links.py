"""Addresses of the annex as it is shown when it is filtered."""

from __future__ import annotations

import pytest

from generator.model import Country, Metal
from generator.pages.annex_links import AnnexLinks, country_key, status_keys

LINKS = AnnexLinks("2021/annex/", ("Full Compliant", "Active"))


def test_metal_is_in_lower_case() -> None:
    assert LINKS.metal(Metal.TIN) == "2021/annex/?metal=tin#metal-tin"


def test_status_is_a_slug_of_its_label() -> None:
    address = LINKS.metal_with_status(Metal.GOLD, "Full Compliant")
    assert address == "2021/annex/?metal=gold&status=full-compliant#metal-gold"


def test_country_is_its_code_and_each_code_stands_once() -> None:
    korea, south_korea = Country("KR", "KOREA, REPUBLIC OF", "South Korea"), Country("KR", "KOREA", "Korea")
    unknown = Country(None, "Unknown", "Unknown")
    address = LINKS.countries([korea, south_korea, unknown])
    assert address == "2021/annex/?country=KR&country=unknown#country-kr"


@pytest.mark.parametrize(
    ("labels", "keys"),
    [
        (["RMAP*", "RMAP", "rmap"], ["rmap", "rmap-2", "rmap-3"]),
        (["A 2", "a", "a!"], ["a-2", "a", "a-3"]),
        (["***", "–"], ["status", "status-2"]),
        (["<script>", "a&b=c#d"], ["script", "a-b-c-d"]),
        (["適合"], ["shi-he"]),
    ],
)
def test_keys_are_unique_and_safe_in_an_address(labels: list[str], keys: list[str]) -> None:
    assert status_keys(labels) == dict(zip(labels, keys, strict=True))


def test_country_without_a_code_is_named_by_its_name_and_none_says_so() -> None:
    names = ("Unknown", "Old Land", "–")
    assert [country_key(Country(None, name, name)) for name in names] == ["unknown", "old-land", "unknown"]
    assert country_key(None) == "not-stated"
