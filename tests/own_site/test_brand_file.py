"""``brand.yml``: what it may say, and what is told of one that is wrong or hostile."""

from __future__ import annotations

import io
import struct
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from generator.documents.pdf.typesetting import FONTS
from generator.errors import InputError
from generator.findings import Finding
from generator.model import OwnFile
from generator.model.brand import Brand
from generator.model.palette import Colours
from generator.own_site import brand_file
from generator.own_site.brand_file import brand_findings, files_named, logo_is_one, read_brand
from generator.pipeline import Year, load
from tests.support.builders import write_year

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/>{}</svg>'
FONT = (FONTS / "DroidSansFallback.ttf").read_bytes()


def written(folder: Path, text: str, **files: bytes | str) -> Path:
    (folder / "brand.yml").write_text(text, encoding="utf-8")
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def found(folder: Path) -> list[tuple[str, str]]:
    return [(one.code, str(one.where)) for one in brand_findings(folder)]


def only(folder: Path) -> Finding:
    (one,) = brand_findings(folder)
    return one


def png(size: tuple[int, int] = (9, 9)) -> bytes:
    made = io.BytesIO()
    Image.new("1", size).save(made, "PNG")
    return made.getvalue()


def with_embedding(kind: int) -> bytes:
    """The font, which says of itself how it may be embedded."""
    number = struct.unpack_from(">H", FONT, 4)[0]
    tables = {FONT[at : at + 4]: at for at in range(12, 12 + 16 * number, 16)}
    begin = struct.unpack_from(">I", FONT, tables[b"OS/2"] + 8)[0]
    return FONT[: begin + 8] + struct.pack(">H", kind) + FONT[begin + 10 :]


def test_without_the_file_or_its_entries_the_program_has_its_own_look(tmp_path: Path) -> None:
    assert read_brand(tmp_path).brand == Brand()
    written(tmp_path, "# Nothing is said.\n\n  # main: x\n")
    assert read_brand(tmp_path).brand == Brand()
    assert found(tmp_path) == []


def test_a_brand_is_read_with_its_files(tmp_path: Path) -> None:
    text = (
        "logo: {light: brand/a.svg, dark: brand/b.svg, small: brand/c.png}\n"
        'colors: {main: "#00702d", accent: "#a4343a", main_dark: 9fe0b5}\n'
        "fonts: {text: [Acme Sans, Arial], headings: [Georgia]}\n"
    )
    files = {"brand__a_svg": SVG, "brand__b_svg": SVG, "brand__c_png": png()}
    read = read_brand(written(tmp_path, text, **files))
    assert read.findings == ()
    assert read.brand.colours == Colours("#00702d", "#a4343a", "#9fe0b5", None)
    assert read.brand.logo == OwnFile("a.svg", SVG.encode())
    assert (read.brand.logo_small or OwnFile("", b"")).name == "c.png"
    assert read.brand.typefaces.text == ("Acme Sans", "Arial")
    assert {path.name for path in brand_file.files_named(tmp_path)} == {
        "brand.yml",
        "a.svg",
        "b.svg",
        "c.png",
    }


@pytest.mark.parametrize("value", ['"#12"', "red", '"#12345g"', "url(x)", '"#fff;}"', "[1]"])
def test_what_is_no_colour_is_told_with_its_line(tmp_path: Path, value: str) -> None:
    assert found(written(tmp_path, f"colors:\n  main: {value}\n")) == [("YM-004", "brand.yml:2")]


def test_a_colour_without_quotation_marks_is_told_as_what_it_is(tmp_path: Path) -> None:
    one = only(written(tmp_path, "colors:\n  main: #1f4f8a\n  accent: '#8f5514'\n"))
    assert str(one) == (
        "YM-004 error: the color #1f4f8a is not read: '#' begins a comment (brand.yml:2)."
        ' Put it into quotation marks: "#1f4f8a"'
    )


def test_an_entry_that_is_not_known_is_told(tmp_path: Path) -> None:
    assert [code for code, _ in found(written(tmp_path, "colours:\n  main: 1f4f8a\n"))] == ["YM-002"]
    assert [code for code, _ in found(written(tmp_path, "- a\n- b\n"))] == ["YM-001"]


@pytest.mark.parametrize("name", ['"Acme; }"', "url(x)", '"A\\"B"', '"Acme, Sans"', "<b>"])
def test_what_is_no_name_of_a_font_is_told(tmp_path: Path, name: str) -> None:
    assert {code for code, _ in found(written(tmp_path, f"fonts:\n  text: [{name}]\n"))} == {"YM-004"}


@pytest.mark.parametrize(
    ("entry", "line"), [("main", 2), ("accent", 2), ("main_dark", 2), ("accent_dark", 2)]
)
def test_a_colour_that_cannot_be_read_is_told_with_the_nearest_one(
    tmp_path: Path, entry: str, line: int
) -> None:
    colour = "#333333" if entry.endswith("dark") else "#ffcc00"
    folder = written(tmp_path, f'colors:\n  {entry}: "{colour}"\n')
    read = read_brand(folder)
    used = getattr(read.brand.colours, entry)
    (one,) = read.findings
    assert (one.code, str(one.where)) == ("BR-002", f"brand.yml:{line}")
    assert used != colour
    assert f"'{used}', the nearest" in one.message
    assert found(written(tmp_path, f'colors:\n  {entry}: "{used}"\n')) == []


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>", '<image href="https://example.com/a.png"/>', '<a onclick="x()"/>',
        "<style>@import url(https://example.com/a.css);</style>", "<foreignObject/>",
        '<a href="java&#10;script:alert(1)"/>', '<a href=" data:text/html,x"/>', '<a href="vbscript:x"/>',
        '<?xml-stylesheet href="https://example.com/a.css"?>',
        '<rect fill="url(http://example.com/#a)"/>', '<use href="other.svg#a"/>', "<unclosed>",
    ],
)  # fmt: skip
def test_a_drawing_that_runs_or_loads_something_is_refused(tmp_path: Path, inside: str) -> None:
    folder = written(tmp_path, "logo:\n  light: a.svg\n", a_svg=SVG.format(inside))
    assert found(folder) == [("BR-001", "brand.yml:2")]


def test_a_drawing_may_lead_to_the_web(tmp_path: Path) -> None:
    links = '<a href="https://example.com/"/><a href="#a"/><a xlink:href="mailto:a@example.com"/><a/>'
    assert found(written(tmp_path, "logo:\n  light: a.svg\n", a_svg=SVG.format(links))) == []


@pytest.mark.parametrize("entry", ["logo:\n  light: {}.svg\n", "fonts:\n  files: [{}.ttf]\n"])
def test_what_no_file_can_be_called_is_not_there(tmp_path: Path, entry: str) -> None:
    folder = written(tmp_path, entry.format("x" * 5_000))
    assert found(folder) == [("BR-001", "brand.yml:2")]
    assert files_named(folder) == [folder / "brand.yml"]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.svg", "<!DOCTYPE svg [<!ENTITY a 'b'>]>" + SVG, "declares entities"),
        ("a.png", b"\x89PNG\r\n\x1a\n broken", "cannot be read"),
        ("a.png", png((5_000, 10)), "5,000 by 10 pixels"),
        ("a.svg", SVG.format("<!--" + "x" * 600_000 + "-->"), "500,000 is the most"),
        ("a.gif", b"GIF89a", "neither SVG nor PNG"),
        ("a.png", SVG, "cannot be read"),
    ],
)
def test_a_logo_that_is_none_is_refused(tmp_path: Path, name: str, content: bytes | str, words: str) -> None:
    folder = written(tmp_path, f"logo: {{small: {name}}}\n", **{name.replace(".", "_"): content})
    one = only(folder)
    assert one.code == "BR-001"
    assert words in one.message


@pytest.mark.parametrize("path", ["../a.svg", "/etc/passwd", "brand/../../a.svg", "link.svg", '"a\\0b"'])
def test_a_path_out_of_the_folder_is_refused(tmp_path: Path, path: str) -> None:
    (tmp_path / "a.svg").write_text(SVG, encoding="utf-8")
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "link.svg").symlink_to(tmp_path / "a.svg")
    codes = {code for code, _ in found(written(folder, f"logo: {{light: {path}}}\n"))}
    assert codes in ({"BR-001"}, {"YM-001"})


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    one = only(written(tmp_path, "logo: {light: brand/logo.svg}\n"))
    assert (one.code, one.message) == ("BR-001", "there is no file 'brand/logo.svg'")


def test_a_dark_logo_alone_is_told(tmp_path: Path) -> None:
    assert found(written(tmp_path, "logo: {dark: a.svg}\n", a_svg=SVG)) == [("BR-001", "brand.yml:1")]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.ttf", b"", "is no font"),
        ("a.ttf", b"\0\1\0\0\0\x09", "is no font"),
        ("a.otf", FONT[:2_000], "is no font"),
        ("a.ttf", png(), "is no font"),
        ("a.woff2", b"wOF2", "font for web pages"),
        ("a.txt", FONT, "is no font"),
    ],
)
def test_what_is_no_font_is_refused(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    folder = written(tmp_path, f"fonts:\n  files: [{name}]\n", **{name.replace(".", "_"): content})
    one = only(folder)
    assert (one.code, str(one.where)) == ("BR-001", "brand.yml:2")
    assert words in one.message


def test_a_typeface_without_bold_or_italic_is_told(tmp_path: Path) -> None:
    folder = written(tmp_path, "fonts:\n  files: [a.ttf]\n", a_ttf=FONT)
    one = only(folder)
    assert one.code == "BR-003"
    assert "'Droid Sans Fallback' has no file for bold, italic" in one.message
    assert read_brand(folder).brand.typefaces.family == "Droid Sans Fallback"


def test_a_font_that_may_not_be_embedded_is_told(tmp_path: Path) -> None:
    one = only(written(tmp_path, "fonts:\n  files: [a.ttf]\n", a_ttf=with_embedding(0x0002)))
    assert (one.code, "may not be put into documents" in one.message) == ("BR-003", True)


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    text = "logo:\n  light: no.svg\nfonts:\n  files: [no.ttf]\ncolors:\n  main: '#ffcc00'\n"
    folder = written(tmp_path, text)
    assert found(folder) == [("BR-001", "brand.yml:2"), ("BR-001", "brand.yml:4"), ("BR-002", "brand.yml:6")]
    with pytest.raises(InputError):
        read_brand(folder)


def test_a_logo_of_a_year_that_is_not_shown_is_told(tmp_path: Path) -> None:
    write_year(tmp_path)
    (year,) = load(tmp_path)
    assert isinstance(year, Year)
    year = replace(year, disclosure=replace(year.disclosure, logo=OwnFile("own.svg", b"")))
    assert [one.code for one in logo_is_one(Brand(logo=OwnFile("a.svg", b"")), [year])] == ["BR-004"]
    assert list(logo_is_one(Brand(), [year])) == []


def test_every_entry_stands_in_the_file_that_init_writes(repo: Path, tmp_path: Path) -> None:
    template = (repo / "generator/own_site/templates/brand.yml").read_text(encoding="utf-8")
    assert found(written(tmp_path, template)) == []
    assert read_brand(tmp_path).brand == Brand()
    entries = "\n".join(line.removeprefix("# ") for line in template.splitlines())
    for name in ("logo:", "light:", "dark:", "small:", "colors:", "main:", "accent:", "main_dark:", "files:"):
        assert name in entries
    assert brand_file.FILE == "brand.yml"
