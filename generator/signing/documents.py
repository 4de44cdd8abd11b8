"""The documents of a year as the built site offers them: made anew, and the same byte for byte."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from ..documents.output import Output, addresses_in
from ..documents.pdf import names as pdf_names
from ..errors import DisclosureError
from ..files.text_file import read_bytes
from ..model import Asset, Disclosure
from ..model.brand import Brand
from ..model.counted import named
from ..pipeline import EXPORTS, Year, export_files
from ..record.records import Document


def published_documents(loaded: Year, site: Path, base_url: str, brand: Brand) -> tuple[Document, ...]:
    """Every file of the year's documents, in the order in which the site lists them.

    Pictures of its pages are not among them: they stand elsewhere, and the documents have their own.
    ``site`` is the folder of the built site, ``base_url`` the address for which it was built. A site without
    PDF files publishes none. Raises DisclosureError where the site lacks a file, or has another one than the
    data gives; InputError where a document cannot be made.
    """
    disclosure = loaded.disclosure
    kinds = [kind for kind in EXPORTS if kind != "pdf" or _offers_pdf(disclosure, site)]
    output = Output(kinds, base_url, brand=brand, addresses=addresses_in(site, loaded.year))
    # Errors that a new record mends do not keep its documents from being made.
    made, _ = export_files([replace(loaded, findings=())], output)
    if other := list(_other(made, site)):
        raise DisclosureError(
            f"The site in the folder '{site.name}' is not the one that the data gives: {named(other)}."
            " Build it, put it on its host, and run the command again."
        )
    folder = f"{disclosure.year}/documents/"
    return tuple(
        Document(one.uri.removeprefix(folder), one.title, one.purpose, one.content)
        for one in made
        if one.uri.startswith(folder)
    )


def _offers_pdf(disclosure: Disclosure, site: Path) -> bool:
    return any((site / f"{disclosure.year}/documents" / name).is_file() for name in pdf_names.of(disclosure))


def _other(made: Sequence[Asset], site: Path) -> Iterator[str]:
    for asset in made:
        path = site / asset.uri
        if not path.is_file():
            yield f"{asset.uri} is not there"
        elif read_bytes(path, asset.uri) != asset.content:
            yield f"{asset.uri} has other content"
