"""Pictures lose what a camera notes of place and owner, and nothing that is seen."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image, ImageOps
from PIL.PngImagePlugin import PngInfo

from generator.files.picture_notes import without_notes
from tests.support.made_pictures import SVG, moving, picture

OWNER, PLACE = "Ann Invented Owner", (52.0, 31.0, 12.0)
KINDS = ("JPEG", "PNG", "WEBP")


def noted(kind: str, turned: int = 1, **options: Any) -> bytes:
    """A picture with a place, an owner, texts in every form of its kind, and a profile of its colours."""
    image = Image.new("RGB", (40, 20), "green")
    image.paste("red", (0, 0, 10, 10))
    exif = Image.Exif()
    exif[0x0112], exif[0x013B], exif[0x8298] = turned, OWNER, OWNER
    exif.get_ifd(0x8825).update({1: "N", 2: PLACE, 3: "E", 4: PLACE})
    texts = PngInfo()
    texts.add_text("Author", OWNER)
    texts.add_text("Comment", OWNER, zip=True)
    texts.add_itxt("XML:com.adobe.xmp", f"<x:xmpmeta>{OWNER}</x:xmpmeta>")
    given = {
        "JPEG": {"comment": OWNER, "xmp": OWNER.encode(), "progressive": True, "dpi": (96, 96)},
        "PNG": {"pnginfo": texts, "dpi": (96, 96)},
        "WEBP": {"xmp": OWNER.encode(), "lossless": True},
    }
    content = io.BytesIO()
    image.save(content, kind, exif=exif, icc_profile=b"profile!", **given[kind], **options)
    return content.getvalue()


def seen(content: bytes) -> tuple[Any, ...]:
    image = Image.open(io.BytesIO(content))
    shown = ImageOps.exif_transpose(image)
    return shown.size, shown.tobytes(), image.info.get("icc_profile"), image.info.get("dpi")


@pytest.mark.parametrize("turned", [1, 6])
@pytest.mark.parametrize("kind", KINDS)
def test_notes_are_left_out_and_what_is_seen_stays(kind: str, turned: int) -> None:
    content = noted(kind, turned)
    assert OWNER.encode() in content
    bare = without_notes(content)
    assert OWNER.encode() not in bare
    image = Image.open(io.BytesIO(bare))
    assert dict(image.getexif()) == ({0x0112: 6} if turned == 6 else {})
    assert not image.getexif().get_ifd(0x8825)
    assert image.info.keys().isdisjoint({"comment", "xmp", "Author", "Comment", "XML:com.adobe.xmp"})
    assert seen(bare) == seen(content)


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_picture_gives_the_same_bytes(kind: str) -> None:
    bare = without_notes(noted(kind))
    assert bare == without_notes(noted(kind))
    assert without_notes(bare) == bare
    assert without_notes(noted(kind, 6)) != bare


@pytest.mark.parametrize("kind", [*KINDS, "GIF"])
def test_what_stands_behind_the_picture_is_left_out(kind: str) -> None:
    content = picture(kind)
    bare = without_notes(content + b"a film of the same moment")
    assert bare == without_notes(content)
    assert seen(bare) == seen(content)


def test_a_gif_has_no_comment() -> None:
    content = io.BytesIO()
    Image.new("P", (40, 20), 3).save(content, "GIF", comment=OWNER.encode())
    bare = without_notes(content.getvalue())
    assert OWNER.encode() in content.getvalue()
    assert OWNER.encode() not in bare
    assert seen(bare) == seen(content.getvalue())


@pytest.mark.parametrize("kind", ["GIF", "PNG", "WEBP"])
def test_a_picture_that_moves_still_does(kind: str) -> None:
    assert getattr(Image.open(io.BytesIO(without_notes(moving(kind)))), "n_frames", 1) == 2


@pytest.mark.parametrize("kind", [*KINDS, "GIF"])
def test_a_damaged_picture_stays_as_it_is(kind: str) -> None:
    content = noted(kind) if kind in KINDS else picture(kind)
    for length in range(0, len(content) - 2, 7):
        assert without_notes(content[:length]) == content[:length]


@pytest.mark.parametrize("content", [b"", SVG, b"%PDF-1.7\n", b"\xff\xd8", b"RIFF", b"GIF89a"])
def test_what_is_no_such_picture_stays_as_it_is(content: bytes) -> None:
    assert without_notes(content) == content
