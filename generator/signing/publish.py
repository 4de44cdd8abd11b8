"""Record that a year was published as it stands now, with its documents."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path

from ..errors import DisclosureError
from ..model.brand import Brand
from ..pipeline import Year, load_year, snapshot
from ..record.records import PUBLISHED, RECORDS, Deed
from ..record.write import deed_of_publication, with_documents
from .archive import as_read
from .documents import published_documents
from .record import without_errors, written


def publish(
    data_dir: Path,
    year: int,
    day: dt.date,
    site: Path,
    address_of: Callable[[Path, str], str],
    *,
    searched: Callable[[Year, Mapping[str, bytes]], object],
    brand: Brand | None = None,
) -> tuple[Path, Deed]:
    """Writes that the content of the year was published as it stands now, and keeps its documents.

    The folder written and what it says. Takes the place of what was published of this filing before; that of
    an earlier filing is put aside. ``site`` is the folder of the built site, ``address_of`` gives the address
    for which it was built by one of its pages, ``searched`` raises InputError where what is kept, address to
    content, holds what is withheld. ``brand`` None: as the program's own documents look. Raises InputError
    where the content has errors or there is no such site, DisclosureError where the content is a draft, the
    site has other documents, or the record cannot be written.
    """
    own = f"{data_dir.name}/{year}/{RECORDS}/{PUBLISHED}/"
    with as_read(data_dir, year) as must_be_as_read:
        loaded = without_errors(load_year(data_dir, year), lambda error: error.where.file.startswith(own))
        filing = loaded.disclosure.facts.filing
        if filing.is_draft:
            raise DisclosureError(
                f"The state of {year} is draft, and a draft is not published. Set filing.state to final in"
                f" {loaded.disclosure.file}, build the site, and put it on the host first."
            )
        documents = published_documents(loaded, site, address_of(site, f"{year}/"), brand or Brand())
        folder = f"{year}/documents/"
        texts = {f"{year}/{name}": text.encode() for name, text in snapshot(loaded).files.items()}
        searched(loaded, texts | {f"{folder}{one.name}": one.content for one in documents})
        content = with_documents(snapshot(loaded), documents)
        deed = deed_of_publication(day, filing, content, documents)
        must_be_as_read()
        return written(loaded, data_dir, PUBLISHED, deed, content, documents)
