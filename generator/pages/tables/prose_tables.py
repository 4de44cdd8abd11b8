"""The tables that a section may print."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ...model import Disclosure
from ...prose.environment import Markdown
from ...prose.facts import AllFacts
from ..origins_table import origins
from ..table import html
from .countries import countries
from .products import products
from .programmes import programmes
from .status import status_by_metal, status_totals
from .status_definitions import status_definitions

MAKERS: Mapping[str, Callable[..., object]] = {
    maker.__name__: maker
    for maker in (status_by_metal, status_definitions, countries, programmes, products, origins)
}
"""What makes the table of each name; the docstring says what the table is."""


def prose_tables(disclosure: Disclosure, facts: AllFacts) -> dict[str, Markdown | None]:
    """The tables that a section may print as ``{{ table.<key> }}``: raw HTML without blank lines.

    None: the filing does not give what the table would hold; a section asks first, as for any fact.
    """
    found = {
        "status_by_metal": [status_by_metal(facts), status_totals(facts)],
        "status_definitions": [status_definitions(facts)],
        "countries": [countries(disclosure)],
        "programmes": [programmes(disclosure)],
        "products": [products(facts)],
    }
    written = {key: Markdown("\n".join(html(one) for one in some if one)) for key, some in found.items()}
    return {**{key: text or None for key, text in written.items()}, "origins": origins(disclosure)}
