"""How a company's site and documents look: logo, colours, typefaces; as the program's own without any."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field

from .given_files import OwnFile
from .palette import Colours

PROGRAM_FONTS = ("Libertinus Serif", "Droid Sans Fallback")
"""Those of documents and drawings, which come with the program."""


@dataclass(frozen=True)
class Typefaces:
    """Those of pages are the reader's, by name; those of documents are files of the company."""

    text: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    """Names in the order in which a reader's computer looks for them; empty: the program's."""
    files: tuple[OwnFile, ...] = field(default=(), repr=False)
    family: str = ""
    """The family of the first file; empty: there are no files."""
    heading_family: str = ""
    """The family of the files that headings have; empty: that of the text."""

    @property
    def of_documents(self) -> tuple[str, ...]:
        """The families for text in documents and drawings, the first one first."""
        return (*filter(None, [self.family]), *PROGRAM_FONTS)

    @property
    def of_headings(self) -> tuple[str, ...]:
        """The families for headings in documents and drawings."""
        return tuple(dict.fromkeys([*filter(None, [self.heading_family]), *self.of_documents]))


@dataclass(frozen=True)
class Brand:
    """What ``brand.yml`` states, read and made usable."""

    colours: Colours = field(default_factory=Colours)
    typefaces: Typefaces = field(default_factory=Typefaces)
    logo: OwnFile | None = None
    logo_dark: OwnFile | None = None
    """For a dark ground; None: the other one stands on white there."""
    logo_small: OwnFile | None = None
    """Square: for phones, the browser's tab and home screens."""

    @property
    def fingerprint(self) -> str:
        """What tells two brands apart, for what is kept from one run to the next."""
        own = (self.logo, self.logo_dark, self.logo_small, *self.typefaces.files)
        sums = [(one.name, hashlib.sha256(one.content).hexdigest()) if one else None for one in own]
        names = self.typefaces
        stated = [asdict(self.colours), names.text, names.headings, names.family, names.heading_family, sums]
        return hashlib.sha256(json.dumps(stated).encode()).hexdigest()

    @property
    def font_files(self) -> dict[str, bytes]:
        """The files of the typefaces under names that no two share."""
        files = enumerate(self.typefaces.files)
        return {f"{number}-{one.name}": one.content for number, one in files}
