"""The icon that a phone shows for the site on its home screen: the registrant's own logo, or its initials."""

from __future__ import annotations

import hashlib
from pathlib import Path, PurePosixPath

from ...files.kept import kept
from ...model import Asset, Disclosure
from ...model.brand import Brand
from ...pages.logo import initials, monogram_field, own_logo
from .drawing import DrawingError, drawn, key_of

ICON = "assets/touch-icon.png"
_TEMPLATE = "touch_icon.typ"


def touch_icon(disclosure: Disclosure, brand: Brand, cache: Path | None = None) -> Asset:
    """A square of 180 pixels. A logo that cannot be drawn gives way to the initials. ``cache`` keeps it."""
    registrant = disclosure.facts.registrant
    letters = initials(registrant.short_name or registrant.name)
    logo = brand.logo_small or own_logo(disclosure, brand)
    sum_of_logo = hashlib.sha256(logo.content).hexdigest() if logo else ""
    field = monogram_field(brand)

    def make() -> bytes:
        if logo is not None:
            name = f"logo{PurePosixPath(logo.name).suffix.lower()}"
            data = {"logo": name, "letters": "", "field": field}
            try:
                return drawn(_TEMPLATE, data, brand, {name: logo.content})
            except DrawingError:
                pass
        return drawn(_TEMPLATE, {"logo": "", "letters": letters, "field": field}, brand)

    key = key_of(letters, logo.name if logo else "", sum_of_logo, brand.fingerprint)
    return Asset(ICON, kept(cache and cache / "touch-icon.png", key, make))
