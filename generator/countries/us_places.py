"""The United States and their parts, as filers write a place of incorporation or a country."""

from __future__ import annotations

import re

_STATES = """\
Alabama AL|Alaska AK|Arizona AZ|Arkansas AR|California CA|Colorado CO|Connecticut CT|
Delaware DE|Florida FL|Georgia GA|Hawaii HI|Idaho ID|Illinois IL|Indiana IN|Iowa IA|
Kansas KS|Kentucky KY|Louisiana LA|Maine ME|Maryland MD|Massachusetts MA|Michigan MI|
Minnesota MN|Mississippi MS|Missouri MO|Montana MT|Nebraska NE|Nevada NV|New Hampshire NH|
New Jersey NJ|New Mexico NM|New York NY|North Carolina NC|North Dakota ND|Ohio OH|Oklahoma OK|
Oregon OR|Pennsylvania PA|Rhode Island RI|South Carolina SC|South Dakota SD|Tennessee TN|
Texas TX|Utah UT|Vermont VT|Virginia VA|Washington WA|West Virginia WV|Wisconsin WI|
Wyoming WY|District of Columbia DC|Puerto Rico PR|Guam GU|American Samoa AS|Virgin Islands VI|
Northern Mariana Islands MP"""
"""States, district and territories, each with its letters of the post."""
_COUNTRY = "united states|united states of america|usa|us|the united states|the united states of america"


STATES = tuple(part for entry in _STATES.split("|") for part in entry.strip().rsplit(" ", 1))
"""Every name and its letters of the post, one behind the other."""


def _known() -> frozenset[str]:
    pairs = [entry.strip().rsplit(" ", 1) for entry in _STATES.split("|")]
    return frozenset({*(part.casefold() for pair in pairs for part in pair), *_COUNTRY.split("|")})


_KNOWN = _known()


def is_in_the_united_states(place: str) -> bool:
    """Whether a jurisdiction or a country, as a cover names it, is the United States or a part of them."""
    plain = " ".join(re.sub(r"[.,]", "", place).casefold().split())
    of = re.sub(r"^(?:the )?(?:state|commonwealth) of ", "", plain)
    return plain in _KNOWN or of in _KNOWN
