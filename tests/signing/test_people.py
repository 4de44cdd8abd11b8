"""Who signs: somebody, and another person for each role."""

from __future__ import annotations

import pytest

from generator.signing.people import is_same, is_somebody


@pytest.mark.parametrize(
    "name",
    [
        "First Last", "Your Name Here", "[Name]", "Vorname Nachname", "Legal Counsel", "General Counsel",
        "Name of Signer", "to be confirmed", "tbd.", "N. N.", "X", "??", "John Doe",
    ],
)  # fmt: skip
def test_a_placeholder_is_nobody(name: str) -> None:
    assert not is_somebody(name)


@pytest.mark.parametrize("name", ["May Test", "Ann Other", "Li", "Bo Ng", "李明", "A. Head", "Max Power"])
def test_a_name_that_people_have_is_somebodys(name: str) -> None:
    assert is_somebody(name)


@pytest.mark.parametrize(
    "other",
    [
        "EXAMPLE, Ann",
        "A. Example",
        "Ann B. Example",
        "Dr. Ann Example",
        "Ann Example, Esq.",
        "An\u200bn Example",
    ],
)
def test_a_title_an_initial_or_a_middle_name_makes_no_other_person(other: str) -> None:
    assert is_same("Ann Example", other)
    assert is_same(other, "Ann Example")


@pytest.mark.parametrize(
    ("one", "other"),
    [("John Li", "Jane Li"), ("A. Li", "B. Li"), ("A. L.", "Ann Li"), ("Ann Li", "Ann")],
)
def test_other_names_are_other_people(one: str, other: str) -> None:
    assert not is_same(one, other)


def test_letters_with_strokes_are_the_plain_ones() -> None:
    assert is_same("Søren Łuk", "Soren Luk")
