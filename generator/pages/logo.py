"""The site's logo: the registrant's own file, or a monogram drawn from its name."""

from __future__ import annotations

import html
import re
from pathlib import PurePosixPath

from ..files.picture_notes import without_notes
from ..model import Asset, Disclosure

# Contrast at least 4.5:1 with the white letters and 3:1 with a light or dark header (WCAG 1.4.3, 1.4.11).
_FIELD = "#4373a6"
_LETTERS = "#ffffff"

_SMALL_WORDS = re.compile("the|and|of|inc|corp|corporation|co|company|ltd|limited|llc|plc", re.IGNORECASE)

_DRAWING = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" role="img" aria-labelledby="name">
<title id="name">{name}</title>
<rect width="64" height="64" rx="8" fill="{field}"/>
<text x="32" y="{baseline}" fill="{letters}" font-family="Georgia, 'Liberation Serif', serif" \
font-size="{size}" text-anchor="middle">{initials}</text>
</svg>
"""


def site_logo(disclosure: Disclosure) -> Asset:
    """``assets/logo.svg``, or ``assets/logo.png`` where the registrant's own file is a PNG."""
    if disclosure.logo is not None:
        suffix = PurePosixPath(disclosure.logo.name).suffix.lower()
        return Asset(f"assets/logo{suffix}", without_notes(disclosure.logo.content))
    registrant = disclosure.facts.registrant
    return Asset("assets/logo.svg", monogram(registrant.short_name or registrant.name))


def monogram(name: str) -> bytes:
    """A square SVG with the first letters of at most two words of ``name``; no font of its own."""
    printable = " ".join("".join(c for c in name if c.isprintable() or c.isspace()).split())
    letters = initials(printable)
    size = 44 if len(letters) == 1 else 28
    drawing = _DRAWING.format(
        name=html.escape(printable),
        field=_FIELD,
        letters=_LETTERS,
        initials=html.escape(letters),
        size=size,
        baseline=32 + round(size * 0.34),
    )
    return drawing.encode("utf-8")


def initials(name: str) -> str:
    """One or two capitals, without legal forms and small words; ``§`` where there is no letter."""
    words = [word for word in re.findall(r"[^\W_]+", name) if not _SMALL_WORDS.fullmatch(word)]
    return "".join(word[0].upper() for word in words[:2]) or "§"
