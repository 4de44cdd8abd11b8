"""The site's logo: the brand's, else the registrant's own file, else a monogram drawn from its name."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from ..files.picture_notes import without_notes
from ..model import Asset, Disclosure, OwnFile
from ..model.brand import Brand
from ..model.colours import find_readable, toned
from ..model.palette import FOR_TEXT, WHITE

_LIGHTNESS, _MOST_CHROMA = 0.544, 0.15
_FOR_SHAPES = 3.0
"""The contrast that what is no text needs (WCAG 2.2, 1.4.11)."""

_SMALL_WORDS = re.compile("the|and|of|inc|corp|corporation|co|company|ltd|limited|llc|plc", re.IGNORECASE)

_DRAWING = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" role="img" aria-labelledby="name">
<title id="name">{name}</title>
<rect width="64" height="64" rx="8" fill="{field}"/>
<text x="32" y="{baseline}" fill="{letters}" font-family="Georgia, 'Liberation Serif', serif" \
font-size="{size}" text-anchor="middle">{initials}</text>
</svg>
"""


@dataclass(frozen=True)
class SiteLogos:
    """The files of the site's logo."""

    light: Asset
    dark: Asset | None = None
    """For the dark scheme; None: the light one stands there on white."""
    small: Asset | None = None
    """For phones and the browser's tab; None: the light one stands there."""

    @property
    def every(self) -> tuple[Asset, ...]:
        return tuple(one for one in (self.light, self.dark, self.small) if one)


def site_logos(disclosure: Disclosure, brand: Brand) -> SiteLogos:
    """``assets/logo.svg``, or ``.png`` where the own file is a PNG, with its other forms."""
    own = own_logo(disclosure, brand)
    if own is None:
        registrant = disclosure.facts.registrant
        drawing = monogram(registrant.short_name or registrant.name, monogram_field(brand))
        light = Asset("assets/logo.svg", drawing)
    else:
        light = _asset(own, "logo")
    return SiteLogos(
        light,
        _asset(brand.logo_dark, "logo-dark") if brand.logo_dark and own else None,
        _asset(brand.logo_small, "logo-small") if brand.logo_small else None,
    )


def own_logo(disclosure: Disclosure, brand: Brand) -> OwnFile | None:
    """The brand's, else the one that the year states; None: there is no file."""
    return brand.logo or disclosure.logo


def _asset(file: OwnFile, name: str) -> Asset:
    suffix = PurePosixPath(file.name).suffix.lower()
    return Asset(f"assets/{name}{suffix}", without_notes(file.content))


def monogram_field(brand: Brand) -> str:
    """The ground of a monogram: in the hue of the brand, readable with white letters on it.

    It stands out from a light and from a dark masthead too.
    """
    grounds = (WHITE, FOR_TEXT), (brand.colours.dark.page, _FOR_SHAPES)
    toned_down = toned(brand.colours.main, _LIGHTNESS, _MOST_CHROMA)
    return find_readable(toned_down, grounds) or toned_down


def monogram(name: str, field: str) -> bytes:
    """A square SVG with the first letters of at most two words of ``name``; no font of its own.

    ``field`` is the colour of its ground.
    """
    printable = " ".join("".join(c for c in name if c.isprintable() or c.isspace()).split())
    letters = initials(printable)
    size = 44 if len(letters) == 1 else 28
    drawing = _DRAWING.format(
        name=html.escape(printable),
        field=field,
        letters=WHITE,
        initials=html.escape(letters),
        size=size,
        baseline=32 + round(size * 0.34),
    )
    return drawing.encode("utf-8")


def initials(name: str) -> str:
    """One or two capitals, without legal forms and small words; ``§`` where there is no letter."""
    words = [word for word in re.findall(r"[^\W_]+", name) if not _SMALL_WORDS.fullmatch(word)]
    return "".join(word[0].upper() for word in words[:2]) or "§"
