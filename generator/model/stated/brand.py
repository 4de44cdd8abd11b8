"""What ``brand.yml`` may state."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator

from ..colours import find_colour
from .base import Fact, Text

_NAME = re.compile(r"[\w][\w .-]{0,60}", re.ASCII)


def _must_be_a_colour(value: str) -> str:
    found = find_colour(value if value.startswith("#") else f"#{value}")
    if found is None:
        raise ValueError('a color such as "#1f4f8a", with its quotation marks')
    return found


def _must_be_a_font(value: str) -> str:
    if not _NAME.fullmatch(value):
        raise ValueError("the name of a font, such as Segoe UI: letters, digits, blanks and hyphens")
    return value


Colour = Annotated[Text, AfterValidator(_must_be_a_colour)]
FontName = Annotated[Text, AfterValidator(_must_be_a_font)]


class LogoFacts(Fact):
    """Paths of files, from the folder of ``brand.yml``."""

    light: Text | None = None
    dark: Text | None = None
    small: Text | None = None


class ColourFacts(Fact):
    """The two colours, and their forms in the dark scheme."""

    main: Colour | None = None
    accent: Colour | None = None
    main_dark: Colour | None = None
    accent_dark: Colour | None = None


class FontFacts(Fact):
    """Names for pages, files for documents."""

    text: tuple[FontName, ...] = ()
    headings: tuple[FontName, ...] = ()
    files: tuple[Text, ...] = ()


class BrandFacts(Fact):
    """All of ``brand.yml``."""

    logo: LogoFacts = LogoFacts()
    colors: ColourFacts = ColourFacts()
    fonts: FontFacts = FontFacts()
