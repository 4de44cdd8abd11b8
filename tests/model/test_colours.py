"""Colours: contrast as WCAG counts it, and the nearest colour of a hue that can be read."""

from __future__ import annotations

import pytest

from generator.model.colours import contrast, find_colour, find_readable, toned
from generator.model.palette import (
    FOR_TEXT,
    STATUS_COLOURS,
    STATUS_COLOURS_DARK,
    Colours,
    Palette,
    text_grounds,
)

WHITE = "#ffffff"
BRANDS = ["#1f4f8a", "#e2001a", "#007a38", "#000000", "#6f6f6f", "#4b0082", "#8a4b00", "#0000ff"]


@pytest.mark.parametrize(
    ("text", "colour"),
    [
        ("#1F4f8a", "#1f4f8a"), ("#fc0", "#ffcc00"), ("1f4f8a", None), ("#1f4f8", None), ("red", None),
        ("#1f4f8a;}", None), ("", None), ("#１f4f8a", None),
    ],
)  # fmt: skip
def test_a_colour_has_three_or_six_digits(text: str, colour: str | None) -> None:
    assert find_colour(text) == colour


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", WHITE, 21), (WHITE, WHITE, 1), ("#767676", WHITE, 4.54), ("#0000ff", WHITE, 8.59)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(other, one) == contrast(one, other)


@pytest.mark.parametrize("colour", ["#ffcc00", "#ff9900", "#00ffff", "#ffffff", "#a0a0a0", "#00a651"])
def test_the_nearest_colour_can_be_read_and_is_no_further_than_need_be(colour: str) -> None:
    found = find_readable(colour, [(WHITE, FOR_TEXT)])
    assert found is not None
    assert FOR_TEXT <= contrast(found, WHITE) < FOR_TEXT + 0.15


@pytest.mark.parametrize("colour", ["#e2001a", "#000000", "#1f4f8a"])
def test_a_colour_that_can_be_read_stays(colour: str) -> None:
    assert find_readable(colour, [(WHITE, FOR_TEXT)]) == colour


def test_no_colour_is_readable_on_black_and_on_white_at_once() -> None:
    assert find_readable("#ff0000", [(WHITE, 7), ("#000000", 7)]) is None


@pytest.mark.parametrize("colour", BRANDS)
def test_tones_are_colours_of_a_screen(colour: str) -> None:
    assert {find_colour(toned(colour, step / 10, 0.4)) is not None for step in range(11)} == {True}
    assert toned(colour, 0, 0.4) == "#000000"
    assert toned(colour, 1, 0.4) == WHITE


@pytest.mark.parametrize("colour", BRANDS)
def test_text_of_every_brand_can_be_read_on_its_grounds(colour: str) -> None:
    colours = Colours(colour, colour)
    for palette in (colours.light, colours.dark):
        for text in (palette.ink, palette.soft, *accents(palette)):
            assert {contrast(text, ground) >= least for ground, least in text_grounds(palette)} == {True}
        assert contrast(palette.ink, palette.mark) >= FOR_TEXT
        assert contrast(palette.on_deep_soft, palette.deep) >= FOR_TEXT
        assert contrast(palette.chart, palette.page) >= 3
        assert contrast(palette.accent, palette.mark) >= 3


def accents(palette: Palette) -> tuple[str, str]:
    return palette.main, palette.accent


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("colour", BRANDS)
def test_statuses_stand_out_on_the_page_of_every_brand(colour: str, scheme: str) -> None:
    palette = Colours(colour).light if scheme == "light" else Colours(colour).dark
    known = STATUS_COLOURS if scheme == "light" else STATUS_COLOURS_DARK
    low = {name for name, one in known.items() if contrast(one, palette.page) < 3}
    assert low == set()
