"""An address as the cover of a form writes it, as its parts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..countries.table import CountryTable
from ..countries.us_places import STATES

_STATE = "|".join(sorted(map(re.escape, STATES), key=len, reverse=True))
_US_CODE = r"\d{5}(?:\s?[-–]\s?\d{4})?"
_US = re.compile(
    rf"^(?P<rest>.+?)[,\s]+(?P<state>{_STATE})\.?(?:[,\s]+(?P<zip>{_US_CODE}))?"
    r"(?:[,\s]+(?:U\.?S\.?A?\.?|United States(?: of America)?))?$"
)
_CODE = re.compile(r"^(?P<city>[^\d,]*?)[\s,]*(?P<zip>(?=[\w -]*\d)[A-Z0-9]{1,4}[A-Z0-9 -]{1,8})$")


def address_in(lines: Sequence[str], code: str, countries: CountryTable) -> dict[str, str] | None:
    """``street``, ``city`` and, as far as it has them, ``state``, ``zip``, ``country``.

    None: it is not understood. ``code`` is the postal code where it stands apart.
    """
    text = ", ".join(line.strip(" ,") for line in lines if line.strip(" ,"))
    if found := _US.match(text):
        return _american(found, code)
    return _other(text, code, countries)


def _american(found: re.Match[str], code: str) -> dict[str, str] | None:
    street, _, city = found["rest"].rpartition(",")
    number = re.sub(r"\s", "", found["zip"] or code)
    if not street.strip() or not city.strip():
        return None
    parts = {"street": street.strip(), "city": city.strip(), "state": found["state"]}
    return {**parts, "zip": number} if number else parts


def _other(text: str, code: str, countries: CountryTable) -> dict[str, str] | None:
    """Street, city and code, country, as most of the world writes them; the country must be known."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if len(parts) < 3 or countries.find_code(parts[-1]) is None:
        return None
    *street, place, country = parts
    number = code
    if (found := _CODE.match(place)) and not code:
        place, number = found["city"].strip(), found["zip"]
        if not place:
            *street, place = street
    if not street or not place:
        return None
    address = {"street": ", ".join(street), "city": place, "zip": number, "country": country}
    return {key: value for key, value in address.items() if value}
