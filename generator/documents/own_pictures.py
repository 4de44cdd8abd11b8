"""Pictures that people put into a year's folder: whether they can be shown, and how large they are."""

from __future__ import annotations

import io
import posixpath
import re
import warnings
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from xml.parsers import expat

from ..model import OwnFile

KINDS = {".gif": "GIF", ".jpeg": "JPEG", ".jpg": "JPEG", ".png": "PNG", ".svg": "SVG", ".webp": "WEBP"}
"""End of a name, in small letters, to what such a file holds."""
MOST_PIXELS = 40_000_000
"""More than a camera takes; a file of a few kilobytes can claim billions, and fill the memory."""
_TOO_LARGE = f"has more than {MOST_PIXELS:,} pixels"
_ACTIVE = frozenset(
    {"script", "foreignobject", "iframe", "audio", "video", "animate", "animatetransform", "set"}
)
_REFERENCE = re.compile(r"url\s*\(\s*['\"]?(?!#)|@import", re.IGNORECASE)
_WITHIN = re.compile(r"#|data:image/(?:png|jpeg|gif|webp)[;,]", re.IGNORECASE)
_MAY_LEAD = re.compile(r"https?:|mailto:|#|$", re.IGNORECASE)
_NO_SIGN = re.compile(r"[\x00-\x20\x7f]")
"""What browsers leave out of an address before they look at it."""
_LENGTH = re.compile(r"\s*(\d+(?:\.\d+)?)(?:px|pt)?\s*")


class PictureError(Exception):
    """The picture cannot be used; the message says why, in words that follow its name."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What a picture is."""

    kind: str
    """``GIF``, ``JPEG``, ``PNG``, ``SVG`` or ``WEBP``."""
    width: int
    height: int
    """Both in pixels; of a drawing, in its own units."""


@lru_cache(maxsize=64)
def looked_at(file: OwnFile) -> Looked:
    """What the picture is. Raises PictureError where it cannot be shown."""
    kind = KINDS.get(posixpath.splitext(file.name)[1].lower())
    if kind is None:
        raise PictureError("is neither PNG, JPEG, GIF, WebP nor SVG, as far as its name says")
    return _drawing(file.content) if kind == "SVG" else _photograph(file.content, kind)


def opened(content: bytes) -> Any:
    """The picture as Pillow has it, with its pixels. Raises PictureError."""
    from PIL import Image  # takes a while

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            picture = Image.open(io.BytesIO(content), formats=("PNG", "JPEG", "GIF", "WEBP"))
            if picture.width * picture.height > MOST_PIXELS:
                raise PictureError(_TOO_LARGE)
            if getattr(picture, "is_animated", False):
                raise PictureError("moves; paper and EDGAR show no moving picture")
            picture.load()
    except PictureError:
        raise
    except Image.DecompressionBombError as problem:
        raise PictureError(_TOO_LARGE) from problem
    except Exception as problem:
        raise PictureError(
            "cannot be read: it is damaged, or is something else than its name says"
        ) from problem
    return picture


def _photograph(content: bytes, kind: str) -> Looked:
    picture = opened(content)
    if picture.format != kind:
        raise PictureError(f"is {picture.format}, though its name says {kind}")
    return Looked(kind, picture.width, picture.height)


def _drawing(content: bytes) -> Looked:
    reader = _Drawing()
    parser = expat.ParserCreate()
    parser.StartElementHandler = reader.start
    parser.CharacterDataHandler = reader.words
    parser.EntityDeclHandler = reader.entity
    parser.ProcessingInstructionHandler = reader.instruction
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, ValueError, LookupError) as problem:  # of encodings that there are not, too
        raise PictureError("cannot be read: it is no drawing in SVG, or is damaged") from problem
    if reader.size is None:
        raise PictureError("says neither width and height nor a viewBox, so that its size is not known")
    return Looked("SVG", *reader.size)


class _Drawing:
    """Refuses what would run or load something."""

    def __init__(self) -> None:
        self.size: tuple[int, int] | None = None
        self._is_first = True

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2].lower()
        if self._is_first:
            self._root(name, attributes)
        if name in _ACTIVE:
            raise PictureError(f"holds <{tag}>, which a drawing for print cannot have")
        for key, value in attributes.items():
            if key.lower().startswith("on"):
                raise PictureError(f"holds a script in the attribute '{key}'")
            is_link = key.rpartition(":")[2].lower() == "href"
            if is_link and name == "a":
                if not _MAY_LEAD.match(_NO_SIGN.sub("", value)):
                    raise PictureError(f"leads to what is no address of the web in the attribute '{key}'")
            elif (is_link and not _WITHIN.match(value.strip())) or _REFERENCE.search(value):
                raise PictureError(f"refers to something outside of it in the attribute '{key}'")

    def words(self, text: str) -> None:
        if _REFERENCE.search(text):
            raise PictureError("refers to something outside of it in its styles")

    def instruction(self, name: str, _: str) -> None:
        if name.lower() == "xml-stylesheet":
            raise PictureError("refers to something outside of it with <?xml-stylesheet?>")

    def entity(self, *_: object) -> None:
        raise PictureError("declares entities, which a drawing does not need")

    def _root(self, name: str, attributes: dict[str, str]) -> None:
        self._is_first = False
        if name != "svg":
            raise PictureError("cannot be read: it is no drawing in SVG")
        given = [_LENGTH.fullmatch(attributes.get(key, "")) for key in ("width", "height")]
        numbers = [float(one[1]) for one in given if one]
        if len(numbers) < 2:
            view = re.findall(r"-?\d+(?:\.\d+)?", attributes.get("viewBox", ""))
            numbers = [float(one) for one in view[2:4]] if len(view) == 4 else []
        if len(numbers) == 2 and min(numbers) > 0:
            self.size = (max(round(numbers[0]), 1), max(round(numbers[1]), 1))
