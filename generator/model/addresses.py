"""How a site writes the addresses of its pages: as folders, or as files for hosts without index pages."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass

_YEAR = re.compile(r"\d{4}/")
_HREF = re.compile(r'(?<=\shref=")(?![a-z][a-z0-9+.-]*:|[/#?"])([^"?#]*)', re.IGNORECASE)
"""The path of a link in HTML that leads to another page or file of the site."""


@dataclass(frozen=True)
class Addresses:
    """The addresses of the pages, which the program has as folders: ``2021/annex/``."""

    has_folders: bool = True
    """Else a page is a file: ``2021/annex.html`` (``use_directory_urls: false`` in ``mkdocs.yml``)."""

    def of_page(self, folder: str) -> str:
        """The address of a page from the site's root, given as a folder with a slash at its end."""
        if self.has_folders:
            return folder
        if not folder or _YEAR.fullmatch(folder):
            return f"{folder}index.html"
        return f"{folder.removesuffix('/')}.html"

    def file_of(self, folder: str) -> str:
        """The file of that page in the folder of the built site."""
        return f"{folder}index.html" if self.has_folders else self.of_page(folder)

    def root_from(self, folder: str) -> str:
        """The way from that page to the site's root, with a slash at its end; empty: it stands there."""
        return "../" * self.of_page(folder).count("/")

    def from_page(self, html: str, folder: str) -> str:
        """HTML of that page whose links are written as from a folder, with those that this site has."""
        return html if self.has_folders else _HREF.sub(lambda found: self.way(found[1], folder), html)

    def way(self, path: str, folder: str) -> str:
        """A link of that page, given as from a folder, as this site has it."""
        if self.has_folders or path.endswith(".md"):  # the host finds its way to a source
            return path
        target = posixpath.normpath(posixpath.join("/", folder, path))[1:]
        is_page = not path or path.endswith(("/", "..", "."))
        if is_page:
            target = self.of_page(f"{target}/" if target else "")
        return posixpath.relpath(target, posixpath.dirname(self.of_page(folder)) or ".")


IN_FOLDERS = Addresses()
