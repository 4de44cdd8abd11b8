"""The style sheet of a brand: the theme's variables, and no colour anywhere else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.model.brand import Brand, Typefaces
from generator.model.palette import Colours
from generator.pages.brand_style import brand_style

HEX = re.compile(r"#[0-9a-fA-F]{3,8}\b")


def style(brand: Brand) -> str:
    return brand_style(brand).content.decode()


def test_no_style_of_ours_names_a_colour_of_its_own(repo: Path) -> None:
    folder = repo / "site_overrides" / "assets" / "stylesheets"
    named = {
        path.name: found
        for path in folder.rglob("*.css")
        if (found := HEX.findall(re.sub(r"/\*.*?\*/|url\([^)]*\)", "", path.read_text("utf-8"), flags=re.S)))
    }
    assert named == {}


def test_colours_stand_where_the_theme_looks_for_them() -> None:
    text = style(Brand(Colours("#00843d", "#a4343a", main_dark="#88ddaa")))
    assert "--md-primary-fg-color: #00843d;" in text
    assert "--md-accent-fg-color: #a4343a;" in text
    assert "--fsd-main-dark: #88ddaa;" in text


def test_what_is_given_for_the_dark_scheme_follows_from_nothing() -> None:
    stated = style(Brand(Colours(main_dark="#88ddaa")))
    assert "--fsd-main-dark: oklch(" not in stated
    assert "--fsd-accent-dark: oklch(from var(--md-accent-fg-color)" in stated


@pytest.mark.parametrize(
    ("names", "stack"),
    [
        ((), '"Noto Sans", "Liberation Sans", "Arial", sans-serif;'),
        (("Acme Sans",), '--md-text-font: "Acme Sans", sans-serif;'),
        (("Acme Sans", "serif"), '--md-text-font: "Acme Sans", serif;'),
    ],
)
def test_the_last_font_is_one_that_every_computer_has(names: tuple[str, ...], stack: str) -> None:
    assert stack in style(Brand(typefaces=Typefaces(text=names)))


def test_braces_match_and_nothing_is_asked_for_elsewhere() -> None:
    text = style(Brand())
    assert text.count("{") == text.count("}")
    assert [word for word in ("url(", "@import", "http") if word in text] == []


def test_same_brand_gives_the_same_bytes_and_another_one_others() -> None:
    assert style(Brand()) == style(Brand())
    assert style(Brand(Colours("#00843d"))) != style(Brand())
    assert Brand().fingerprint != Brand(Colours("#00843d")).fingerprint
