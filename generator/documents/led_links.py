"""Links of people's pages in the one form that all documents read, however they are written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ..pages.page import Page
from ..pages.written_links import WrittenLinks


def with_led_links(pages: Mapping[str, Page], base_url: str = "") -> dict[str, Page]:
    """The pages of a year by kind; what leads to one of them names its source, or its folder in HTML.

    ``base_url`` is the site's address with a slash at its end, from whose root links may be written; empty:
    none is known.
    """
    links = WrittenLinks.among((page.uri for page in pages.values()), site_url=base_url)
    return {name: replace(page, marked=links.led(page.marked, page.uri)) for name, page in pages.items()}
