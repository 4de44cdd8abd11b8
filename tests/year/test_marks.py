"""Signs at the end of a cell are told from the text before them."""

from __future__ import annotations

import pytest

from generator.year.marks import is_sign, without_signs


@pytest.mark.parametrize(
    ("text", "signs", "rest", "found"),
    [
        ("Invented Works", ("*",), "Invented Works", ()),
        ("Invented Works*", ("*", "**"), "Invented Works", ("*",)),
        ("Invented Works, Inc.**", ("*", "**"), "Invented Works, Inc.", ("**",)),
        ("Invented Works ***", ("*", "**"), "Invented Works ***", ()),
        ("Invented Works (1)", ("1", "2"), "Invented Works", ("1",)),
        ("Invented Works¹", ("1",), "Invented Works", ("1",)),
        ("Invented Works¹", ("¹",), "Invented Works", ("¹",)),
        ("Invented Worksᵃ", ("ᵃ",), "Invented Works", ("ᵃ",)),
        ("Invented Works (1)", ("(1)",), "Invented Works", ("(1)",)),
        ("Invented Works 1", ("1",), "Invented Works", ("1",)),
        ("Invented Works 21", ("1",), "Invented Works 21", ()),
        ("Invented Works (a), (b)", ("a", "b"), "Invented Works", ("a", "b")),
        ("Invented Alumina", ("a",), "Invented Alumina", ()),
        ("Invented Works *†", ("*", "†"), "Invented Works", ("*", "†")),
        ("Invented Works ✓", ("✓",), "Invented Works", ("✓",)),
        ("*", ("*",), "*", ()),
        ("Invented Works (Pty) Ltd.#", ("#",), "Invented Works (Pty) Ltd.", ("#",)),
    ],
)
def test_signs_are_cut_off(text: str, signs: tuple[str, ...], rest: str, found: tuple[str, ...]) -> None:
    assert without_signs(text, signs) == (rest, found)


@pytest.mark.parametrize(
    ("cell", "sign"),
    [("*", "*"), ("(1)", "1"), ("(1)", "(1)"), ("¹", "¹"), ("¹", "1"), ("1", "(1)"), ("ᵃ", "ᵃ")],
)
def test_a_cell_that_holds_the_sign_as_it_is_declared_is_that_sign(cell: str, sign: str) -> None:
    assert is_sign(cell, [sign])


@pytest.mark.parametrize(("cell", "sign"), [("2", "1"), ("**", "*"), ("Open", "O")])
def test_another_cell_is_no_sign(cell: str, sign: str) -> None:
    assert not is_sign(cell, [sign])
