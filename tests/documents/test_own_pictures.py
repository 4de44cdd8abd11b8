"""Pictures that people give: which can be shown, and what is said of the others."""

from __future__ import annotations

import pytest

from generator.documents.edgar.pictures import as_filed
from generator.documents.own_pictures import Looked, PictureError, looked_at, opened
from generator.model import OwnFile
from tests.support.made_pictures import SVG, claiming, moving, picture


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.png", "PNG"),
        ("A.PNG", "PNG"),
        ("a.jpg", "JPEG"),
        ("a.JPEG", "JPEG"),
        ("a.gif", "GIF"),
        ("a.webp", "WEBP"),
    ],
)
def test_the_usual_kinds_can_be_shown(name: str, kind: str) -> None:
    assert looked_at(OwnFile(name, picture(kind))) == Looked(kind, 40, 20)


@pytest.mark.parametrize(
    ("head", "size"),
    [
        ('viewBox="0 0 40 20"', (40, 20)),
        ('viewBox="-5,-5,40.4,20"', (40, 20)),
        ('width="300px" height="80"', (300, 80)),
        ('width="100%" height="100%" viewBox="0 0 4 2"', (4, 2)),
    ],
)
def test_a_drawing_has_the_size_that_it_says(head: str, size: tuple[int, int]) -> None:
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" {head}><path d="M0 0"/></svg>'.encode()
    assert looked_at(OwnFile("a.svg", drawing)) == Looked("SVG", *size)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.png", picture("PNG")[:60], "damaged"),
        ("a.png", b"", "damaged"),
        ("a.png", picture("JPEG"), "is JPEG, though its name says PNG"),
        ("a.gif", moving("GIF"), "moves"),
        ("a.png", moving("PNG"), "moves"),
        ("a.webp", moving("WEBP"), "moves"),
        ("a.png", claiming(7_000, 7_000), "more than 40,000,000 pixels"),
        ("a.png", claiming(60_000, 60_000), "more than 40,000,000 pixels"),
        ("a.tiff", picture("TIFF"), "is neither PNG"),
        ("a.png", picture("TIFF"), "damaged"),
        ("a", picture("PNG"), "is neither PNG"),
    ],
)
def test_what_cannot_be_shown_is_told_with_the_reason(name: str, content: bytes, words: str) -> None:
    with pytest.raises(PictureError, match=words):
        looked_at(OwnFile(name, content))


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ('<g onload="alert(1)"/>', "script in the attribute"),
        ('<image href="https://www.example.com/a.png"/>', "outside"),
        ('<image xlink:href="../secret.png"/>', "outside"),
        ('<rect fill="url(https://www.example.com/#a)"/>', "outside"),
        ("<style>@import 'a.css';</style>", "styles"),
        ("<style>rect { fill: url(file:///etc/passwd) }</style>", "styles"),
        ("<foreignObject><p>a</p></foreignObject>", "<foreignObject>"),
        ("<animate/>", "<animate>"),
        ("<g>", "cannot be read"),
    ],
)
def test_a_drawing_that_runs_or_loads_something_is_refused(inside: str, words: str) -> None:
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    drawing = f'<svg {names} viewBox="0 0 4 2">{inside}</svg>'.encode()
    with pytest.raises(PictureError, match=words):
        looked_at(OwnFile("a.svg", drawing))


@pytest.mark.parametrize("encoding", ["UTF-99999", "utf-7", "cp037", "hex"])
def test_a_drawing_in_an_encoding_that_xml_does_not_have_is_refused(encoding: str) -> None:
    drawing = f'<?xml version="1.0" encoding="{encoding}"?><svg viewBox="0 0 4 2"/>'.encode()
    with pytest.raises(PictureError, match="cannot be read"):
        looked_at(OwnFile("a.svg", drawing))


def test_a_drawing_that_declares_entities_is_refused() -> None:
    drawing = b'<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><svg viewBox="0 0 4 2">&b;</svg>'
    with pytest.raises(PictureError, match="entities"):
        looked_at(OwnFile("a.svg", drawing))


def test_links_inside_a_drawing_and_gradients_of_its_own_are_no_fault() -> None:
    drawing = (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><defs><linearGradient id="a"/></defs>'
        b'<rect fill="url(#a)"/><use href="#a"/></svg>'
    )
    assert looked_at(OwnFile("a.svg", drawing)).kind == "SVG"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.png", picture("PNG")),
        ("a.png", picture("PNG", mode="RGBA", colour=(10, 20, 30, 0))),
        ("a.png", picture("PNG", mode="P", colour=3)),
        ("a.png", picture("PNG", mode="LA", colour=(9, 9))),
        ("a.jpg", picture("JPEG", mode="CMYK", colour=(1, 2, 3, 4))),
        ("a.webp", picture("WEBP")),
        ("a.svg", SVG),
    ],
)
def test_edgar_gets_a_jpeg_in_the_colours_of_a_screen(name: str, content: bytes) -> None:
    suffix, filed, width, height = as_filed(OwnFile(name, content))
    assert (suffix, width, height) == (".jpg", 40, 20)
    assert (opened(filed).format, opened(filed).mode) == ("JPEG", "RGB")


def test_what_is_transparent_is_white_for_edgar() -> None:
    filed = as_filed(OwnFile("a.png", picture("PNG", mode="RGBA", colour=(0, 0, 0, 0))))[1]
    assert min(opened(filed).getpixel((5, 5))) > 250


def test_a_gif_goes_to_edgar_as_it_is() -> None:
    content = picture("GIF")
    assert as_filed(OwnFile("a.gif", content)) == (".gif", content, 40, 20)


def test_a_large_picture_is_no_wider_than_the_page_and_no_finer_than_print_needs() -> None:
    _, filed, width, height = as_filed(OwnFile("a.png", picture("PNG", (4000, 1000))))
    assert (width, height) == (660, 165)
    assert opened(filed).size == (1320, 330)


def test_what_a_camera_notes_of_the_place_does_not_get_into_the_filing() -> None:
    import io

    from PIL import Image

    content, exif = io.BytesIO(), Image.Exif()
    exif[0x010E] = "Harbor 7"
    Image.new("RGB", (40, 20)).save(content, "JPEG", exif=exif)
    assert b"Harbor 7" in content.getvalue()
    assert b"Harbor 7" not in as_filed(OwnFile("a.jpg", content.getvalue()))[1]


def test_the_same_picture_gives_the_same_bytes() -> None:
    made = []
    for _ in range(2):
        as_filed.cache_clear()
        made.append(as_filed(OwnFile("a.svg", SVG)))
    assert made[0] == made[1]
