"""What is made of a year, and for where: the settings that go through the whole line together."""

from __future__ import annotations

import os
import re
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from ..errors import InputError
from ..findings import Finding, printable
from ..findings.catalogue import YAML_VALUE
from ..model import LineRef
from ..model.addresses import IN_FOLDERS, Addresses
from ..model.brand import Brand

DOCUMENTS = ("pdf", "edgar")
"""Kinds of documents."""
SEARCH_FILE = "search/search_index.json"
"""Where the host writes the records of the search."""
_SEARCH_FILE = re.compile(r"search/[a-z0-9_-]+\.[a-z0-9]+", re.IGNORECASE)
_FOR_EXAMPLE = "search/records.txt"
_PAGES = (".html", ".htm")
DRAFTS_ASKED = "FORMSD_DRAFTS"
"""A variable of the environment that asks for drafts, as ``drafts: true`` does."""


@dataclass(frozen=True)
class Output:
    """What is made, and for where."""

    kinds: Collection[str] = DOCUMENTS
    """Kinds of documents that the site offers, or of files that are exported."""
    base_url: str = ""
    """The site's public address with a slash at the end; empty: none that readers can reach is known."""
    cache: Path | None = None
    """Folder in which files that take long to make are kept from one run to the next; None keeps nothing."""
    has_smelter_pages: bool = True
    """Each smelter has a page over all years, where there are several."""
    is_preview: bool = False
    """Reviewers shall see a final with the errors that stop it."""
    has_drafts: bool = False
    """Drafts are shown although another year is final; in a preview they always are."""

    brand: Brand = field(default_factory=Brand)
    """How pages and documents look."""
    addresses: Addresses = IN_FOLDERS
    """How the site writes the addresses of its pages."""
    search_file: str = SEARCH_FILE
    """Where the records of its search stand."""

    @property
    def documents(self) -> tuple[str, ...]:
        """The kinds of documents among ``kinds``, in the order in which they are made."""
        return tuple(kind for kind in DOCUMENTS if kind in self.kinds)


class Asked(Protocol):
    """What the settings ask for."""

    @property
    def pdf(self) -> bool: ...
    @property
    def drafts(self) -> bool: ...
    @property
    def smelter_pages(self) -> bool: ...
    @property
    def search_file(self) -> str: ...


class Settings(Protocol):
    """What the settings of the site say of its addresses."""

    @property
    def site_url(self) -> str | None: ...
    @property
    def use_directory_urls(self) -> bool: ...


def site_output(settings: Settings, cache: Path, asked: Asked, *, is_preview: bool) -> Output:
    """That of the whole site. The preview has no PDF files: they take longer than all that a save renews.

    Raises InputError where the records of the search cannot have the name that is asked for.
    """
    if not _SEARCH_FILE.fullmatch(asked.search_file) or asked.search_file.endswith(_PAGES):
        message = f"'search_file' of the plugin is '{printable(asked.search_file)}'"
        advice = f"Expected: a file of the folder search that is no page, such as {_FOR_EXAMPLE}."
        raise InputError([Finding(YAML_VALUE, message, LineRef("mkdocs.yml"), advice)])
    kinds = [kind for kind in DOCUMENTS if kind != "pdf" or (asked.pdf and not is_preview)]
    return Output(
        kinds=kinds,
        base_url=settings.site_url or "",
        cache=cache,
        is_preview=is_preview,
        has_drafts=asked.drafts or is_preview or DRAFTS_ASKED in os.environ,
        has_smelter_pages=asked.smelter_pages,
        addresses=Addresses(settings.use_directory_urls),
        search_file=asked.search_file,
    )


def addresses_in(site: Path, year: int) -> Addresses:
    """How a built site writes its addresses: the page of documents, which each year has, is there by one."""
    return Addresses(has_folders=not (site / Addresses(False).file_of(f"{year}/documents/")).is_file())
