"""Addresses of the annex as it is shown when it is filtered, for pictures and tables to link to.

The keys are those that the annex page reads: ``metal``, ``status`` and ``country``, each as often as it has
values. A status is named by a slug of its label, a country by its ISO code, or by a slug of its name where it
has none. Behind them stands the address of the first of these rows, for readers without scripts.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from slugify import slugify

from ..model import Country, Metal, Mineral

NOT_STATED = "not-stated"
"""Stands for the country of a facility for which the filer gives none."""


@dataclass(frozen=True)
class AnnexLinks:
    """Addresses of the annex, which stands at ``annex`` as seen from the page that links to it."""

    annex: str
    """Relative address that ends with a slash, for example ``2021/annex/``."""
    statuses: tuple[str, ...]
    """The labels of the vocabulary."""

    def metal(self, metal: Metal) -> str:
        return self._filtered([("metal", metal.lower())], metal_group(metal))

    def metal_with_status(self, metal: Metal, label: str) -> str:
        facets = [("metal", metal.lower()), ("status", status_keys(self.statuses)[label])]
        return self._filtered(facets, metal_group(metal))

    def status(self, label: str) -> str:
        """The facilities with a status."""
        return f"{self.annex}?{urlencode([('status', status_keys(self.statuses)[label])])}"

    def countries(self, countries: Iterable[Country]) -> str:
        """The facilities in any of these countries."""
        named = {country_key(country): country_group(country) for country in countries}
        return self._filtered([("country", key) for key in named], next(iter(named.values()), ""))

    def _filtered(self, facets: Sequence[tuple[str, str]], group: str) -> str:
        return f"{self.annex}?{urlencode(facets)}#{group}"


def metal_group(metal: Mineral) -> str:
    """Id of the cell on the annex page at which the rows of a metal begin."""
    return f"metal-{slugify(metal) or 'mineral'}"


def country_group(country: Country | None) -> str:
    """Id of the cell on the annex page at which the first row of a country stands."""
    return f"country-{country_key(country).lower()}"


def country_key(country: Country | None) -> str:
    if country is None:
        return NOT_STATED
    return country.code or slugify(country.name) or "unknown"


def status_keys(labels: Sequence[str]) -> dict[str, str]:
    """Label to its key: a slug, with a number behind it where it is empty or an earlier label has it."""
    keys: dict[str, str] = {}
    for label in labels:
        slug = slugify(label) or "status"
        tries = itertools.chain([slug], (f"{slug}-{number}" for number in itertools.count(2)))
        keys[label] = next(key for key in tries if key not in keys.values())
    return keys
