"""Pictures beside a document for EDGAR, which takes JPEG and GIF files alone."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from ...files.picture_notes import without_notes
from ...model import Disclosure, OwnFile
from ...prose.element import Element
from ..own_pictures import PictureError, looked_at, opened
from ..printed import own_picture
from ..typst_drawing import drawn

_WIDEST = 660
"""In pixels of a page: what a document for EDGAR is wide."""
_FINEST = 2 * _WIDEST
"""In pixels of the file: twice as fine, for print."""


@dataclass
class Pictures:
    """The pictures of one document, each once."""

    disclosure: Disclosure
    document: str
    files: dict[str, bytes] = field(default_factory=dict)
    _names: dict[str, tuple[str, int, int]] = field(default_factory=dict)

    def element(self, element: Element) -> Element | None:
        """The picture of a page as that of the document; None where its file is none of the year's own."""
        file = own_picture(self.disclosure, element)
        if file is None:
            return None
        if file.name not in self._names:
            try:
                suffix, content, width, height = as_filed(file)
            except PictureError:  # told where the year is checked
                return None
            stem = self.document.removesuffix(".htm")
            name = f"{stem}_g{len(self._names) + 1}{suffix}"
            self.files[name] = content
            self._names[file.name] = (name, width, height)
        name, width, height = self._names[file.name]
        words = " ".join(element.attributes.get("alt", "").split())
        return Element("img", {"src": name, "alt": words, "width": str(width), "height": str(height)})


@lru_cache(maxsize=32)
def as_filed(file: OwnFile) -> tuple[str, bytes, int, int]:
    """End of the name, content, and width and height on the page in pixels. Raises PictureError."""
    looked, content = looked_at(file), without_notes(file.content)
    width = min(looked.width, _WIDEST)
    height = max(round(looked.height * width / looked.width), 1)
    if looked.kind == "GIF":
        return ".gif", content, width, height
    picture = opened(drawn(content, width) if looked.kind == "SVG" else content)
    from PIL import ImageOps  # takes a while

    turned = ImageOps.exif_transpose(picture)
    height = max(round(turned.height * width / turned.width), 1)
    return ".jpg", _jpeg(turned), width, height


def _jpeg(picture: Any) -> bytes:
    """On white, no finer than print needs, without what a camera notes of place and owner."""
    from PIL import Image

    if "A" in picture.getbands() or "transparency" in picture.info:
        picture = picture.convert("RGBA")
        ground = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(ground, picture)
    picture = picture.convert("RGB")
    if picture.width > _FINEST:
        picture = picture.resize((_FINEST, max(round(picture.height * _FINEST / picture.width), 1)))
    content = io.BytesIO()
    picture.save(content, "JPEG", quality=92, optimize=True)
    return content.getvalue()
