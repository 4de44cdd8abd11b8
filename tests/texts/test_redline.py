"""A redline by words: what is new, what is gone, what stayed."""

from __future__ import annotations

import pytest

from generator.texts.redline import Piece, is_changed, redline, words_changed


def shown(before: str, after: str) -> list[str]:
    """The lines with {new} and [gone] words."""
    signs = {"same": ("", ""), "new": ("{", "}"), "gone": ("[", "]")}
    return [
        "".join(f"{signs[piece.kind][0]}{piece.text}{signs[piece.kind][1]}" for piece in line)
        for line in redline(before, after)
    ]


@pytest.mark.parametrize(
    ("before", "after", "lines"),
    [
        ("One\nTwo\n", "One\nTwo\n", ["One", "Two"]),
        ("All seven answered.", "Six of seven answered.", ["[All] {Six of} seven answered."]),
        ("It could not fully say.", "It could not say.", ["It could not [fully] say."]),
        ("One\nThree", "One\nTwo\nThree", ["One", "{Two}", "Three"]),
        ("One\nTwo\nThree", "One\nThree", ["One", "[Two]", "Three"]),
        ("", "New\n", ["{New}"]),
        ("Gone\n", "", ["[Gone]"]),
        (
            "The smelters were not known to the company.",
            "Every supplier signed its own declaration in May.",
            [
                "[The smelters were not known to the company.]",
                "{Every supplier signed its own declaration in May.}",
            ],
        ),
        (
            "One two three four.\nFive six seven eight.",
            "One two three 4.\nFive six seven 8.",
            ["One two three [four.]{4.}", "Five six seven [eight.]{8.}"],
        ),
    ],
)
def test_words_are_new_gone_or_the_same(before: str, after: str, lines: list[str]) -> None:
    assert shown(before, after) == lines


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a b\nc d e\nf", "a b\nc x e\n\ng"),
        ("one two three\nfour five", "one two\nthree four five"),
        ("# A\nb c", "# A b\nb c d"),
    ],
)
def test_each_text_can_be_read_out_of_the_redline(before: str, after: str) -> None:
    lines = redline(before, after)
    for text, other in ((before, "new"), (after, "gone")):
        kept = " ".join("".join(piece.text for piece in line if piece.kind != other) for line in lines)
        assert kept.split() == text.split()


def test_words_are_counted() -> None:
    lines = redline("One two three.\nSame.", "One 2 3 three.\nSame.")
    assert words_changed(lines) == (2, 1)
    assert [is_changed(line) for line in lines] == [True, False]


def test_a_piece_is_never_empty() -> None:
    pieces = [piece for line in redline("a  b\n c", "a b\n\nc d ") for piece in line]
    assert Piece("same", "") not in pieces
    assert all(piece.text for piece in pieces)
