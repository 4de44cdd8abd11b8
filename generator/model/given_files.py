"""The files of a year: sections, exhibits, pictures as people wrote them, and what is made of them."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field

from .stated.exhibits import ExhibitFacts

HTML_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
"""A comment in a section, which is not published."""
_MOST_OPEN = 50
"""Comments without an end, each of which a look for its end would go through the whole text for."""
OPEN_NOTE = "<!-- To do:"
"""How the default sections begin a note to the person who completes them."""


def endless_comments(text: str) -> int | None:
    """The line at which more comments without an end begin than anybody wrote; None: there are few."""
    begin = text.rfind("-->") + 1
    if text.count("<!--", begin) <= _MOST_OPEN:
        return None
    return text.count("\n", 0, text.index("<!--", begin)) + 1


@dataclass(frozen=True, slots=True)
class Section:
    """One section of the report as a person wrote it: Markdown with Jinja, the title first."""

    number: int
    slug: str
    file: str
    """Path as findings show it, for example ``data/2021/report/04-inquiry.md``."""
    text: str
    is_of_form: bool = False
    """It stands in Form SD, as a file of ``form/``, and not in the report; its number is 0."""


ITEM_1_01, EXPLANATORY_NOTE, NOT_APPLICABLE = "item-1-01", "explanatory-note", "not-applicable"
FORM_TEXTS = (EXPLANATORY_NOTE, ITEM_1_01, NOT_APPLICABLE)
"""The files of ``form/``, without ending, in the order in which the form shows them."""


@dataclass(frozen=True, slots=True)
class OwnFile:
    """A file that people put into ``data/<year>/documents/`` to be offered, or a picture of a section."""

    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A further exhibit, or a further part of Exhibit 1.01, with the file that holds it."""

    stated: ExhibitFacts
    file: str
    """Path as findings show it, for example ``data/2021/exhibits/auditor.md``."""
    content: bytes = field(repr=False)
    text: str = field(default="", repr=False)
    """What the file says; empty of a PDF."""
    entry: int = 0
    """Its place in the list ``exhibits``, from 0."""

    @property
    def name(self) -> str:
        return self.file.rpartition("/")[2]

    @property
    def suffix(self) -> str:
        """``.md``, ``.htm``, ``.txt`` or ``.pdf``."""
        ending = f".{self.name.rpartition('.')[2].lower()}"
        return ".htm" if ending == ".html" else ending

    @property
    def is_filed(self) -> bool:
        """Whether it stands in the documents of the filing: EDGAR takes no PDF for one."""
        return self.suffix != ".pdf"

    @property
    def key(self) -> str:
        """Last part of the address of its page: ``exhibit-1-02``."""
        return f"exhibit-{self.stated.number.replace('.', '-')}"

    @property
    def section(self) -> Section:
        """It as a section, for what reads people's Markdown."""
        return Section(0, self.name.rpartition(".")[0], self.file, self.text)


@dataclass(frozen=True, slots=True)
class Asset:
    """A file beside the pages, for example ``2021/documents/smelters-2021.csv``."""

    uri: str
    """Address with slashes, from the site's root."""
    content: bytes = field(repr=False)
    title: str = ""
    """What it is, as the documents page says it; empty: not listed there."""
    purpose: str = ""
    """What it is for, in a sentence; empty: its title says enough."""
    media_type: str = ""
    """Its type, where the file is the list of smelters itself, for example ``text/csv``."""
    is_companion: bool = False
    """It describes other files, as checksums and schemas do, and is listed on the documents page only."""
    is_for_edgar: bool = False
    """It is made for the SEC; readers have the same in other files. Listed on the documents page only."""

    @property
    def name(self) -> str:
        """Its file name."""
        return self.uri.rpartition("/")[2]

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()
