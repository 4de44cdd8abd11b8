"""Where a phrase may stand in an archive, in a picture, beside or behind what a file shows, in its name."""

# ruff: noqa: E501

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
import zlib

from PIL import Image, PngImagePlugin

from .table import Spelling
from .text_routes import Make, page, shown

_TITLE, _AUTHOR_OF_WINDOWS = 0x010E, 0x9C9D


def _words(one: Spelling) -> bytes:
    return f"Invented. {one.phrase}\n".encode()


def _page(one: Spelling) -> bytes:
    return page(f"<p>{shown(one)}</p>")


def _zip(name: str, content: bytes, *, remark: bytes = b"", method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        archive.writestr(name, content)
        archive.comment = remark
    return file.getvalue()


def _between(one: Spelling) -> bytes:
    """Text before the first member, as in an archive that unpacks itself."""
    return _words(one) + _zip("a.txt", b"Invented")


def _tar(one: Spelling, mode: str = "w") -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode=mode) as archive:  # type: ignore[call-overload]
        info = tarfile.TarInfo("a.html")
        info.size = len(content := _page(one))
        archive.addfile(info, io.BytesIO(content))
    return file.getvalue()


def _named_gzip(one: Spelling) -> bytes:
    file = io.BytesIO()
    name = "".join(one.phrase.encode("latin-1").decode("latin-1").split("\n")) + ".txt"
    packed = gzip.compress(b"Invented", mtime=0)
    file.write(packed[:3] + b"\x08" + packed[4:10] + name.encode("latin-1") + b"\0" + packed[10:])
    return file.getvalue()


def _picture(form: str, **options: object) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(file, form, **options)
    return file.getvalue()


def _exif(tag: int, value: object) -> Image.Exif:
    made = Image.Exif()
    made[tag] = value
    return made


def _png_text(one: Spelling, *, is_packed: bool) -> bytes:
    info = PngImagePlugin.PngInfo()
    info.add_itxt("Description", one.phrase, zip=is_packed)
    return _picture("PNG", pnginfo=info)


def _png_chunk(one: Spelling) -> bytes:
    """A chunk that no viewer knows, in UTF-16."""
    data, whole = one.phrase.encode("utf-16-le"), _picture("PNG")
    chunk = len(data).to_bytes(4, "big") + b"inVt" + data + zlib.crc32(b"inVt" + data).to_bytes(4, "big")
    return whole[:33] + chunk + whole[33:]


def _gif(one: Spelling) -> bytes:
    return _picture("GIF", comment=one.phrase.encode()[:255])


def _xmp(one: Spelling) -> bytes:
    return f"<x:xmpmeta xmlns:x='adobe:ns:meta/'><d>{shown(one)}</d></x:xmpmeta>".encode()


ROUTES: dict[str, tuple[str, Make]] = {
    "ZIP: page": ("zip", lambda one: _zip("a.html", _page(one))),
    "ZIP in a ZIP": ("zip", lambda one: _zip("b.zip", _zip("a.html", _page(one)))),
    "ZIP: remark": ("zip", lambda one: _zip("a.txt", b"Invented", remark=one.phrase.encode())),
    "ZIP: name of a member": ("zip", lambda one: _zip(f"{' '.join(one.phrase.split()).replace('/', ' ')}.txt", b"Invented")),
    "ZIP: before the first member": ("zip", _between),
    "ZIP: packed by LZMA": ("zip", lambda one: _zip("a.txt", _words(one), method=zipfile.ZIP_LZMA)),
    "gzip": ("gz", lambda one: gzip.compress(_page(one))),
    "gzip: name": ("gz", _named_gzip),
    "tar": ("tar", _tar),
    "tar in gzip": ("tgz", lambda one: _tar(one, "w:gz")),
    "bzip2": ("bz2", lambda one: bz2.compress(_page(one))),
    "xz": ("xz", lambda one: lzma.compress(_page(one))),
    "PNG: text": ("png", lambda one: _png_text(one, is_packed=False)),
    "PNG: packed text": ("png", lambda one: _png_text(one, is_packed=True)),
    "PNG: chunk of one's own, UTF-16": ("png", _png_chunk),
    "PNG: behind the end": ("png", lambda one: _picture("PNG") + _words(one)),
    "PNG: archive behind the end": ("png", lambda one: _picture("PNG") + _zip("a.html", _page(one))),
    "JPEG: title": ("jpg", lambda one: _picture("JPEG", exif=_exif(_TITLE, one.phrase.encode("ascii").decode()))),
    "JPEG: author of Windows": (
        "jpg", lambda one: _picture("JPEG", exif=_exif(_AUTHOR_OF_WINDOWS, f"{one.phrase}\0".encode("utf-16-le")))
    ),
    "JPEG: XMP": ("jpg", lambda one: _picture("JPEG", xmp=_xmp(one))),
    "JPEG: remark": ("jpg", lambda one: _picture("JPEG", comment=one.phrase.encode())),
    "JPEG: behind the end": ("jpg", lambda one: _picture("JPEG") + _words(one)),
    "GIF: remark": ("gif", _gif),
    "WebP: XMP": ("webp", lambda one: _picture("WEBP", xmp=_xmp(one))),
    "film: title": ("mp4", lambda one: b"\0\0\0\x18ftypmp42\0\0\0\0" + b"\0\0\0\x40udta\xa9nam\0\x10" + _words(one) + b"\0" * 9),
    "font: name": ("otf", lambda one: b"OTTO" + b"\0" * 40 + one.phrase.encode("utf-16-be") + b"\0" * 9),
}  # fmt: skip
"""Route to the ending of the file and what makes it."""
