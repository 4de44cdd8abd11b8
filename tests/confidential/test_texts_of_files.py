"""Whatever is packed in a file, stands beside its contents or behind its end comes back as words."""

from __future__ import annotations

import base64
import bz2
import gzip
import io
import lzma
import random
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import material
import openpyxl
import pikepdf
import pypdf
import pytest
import typst
import xlwt
from openpyxl.comments import Comment
from PIL import Image, PngImagePlugin

from generator.confidential.site_text import UnsearchableError, is_packed, texts_of

NAME = "Zebrafish Metals"
FOREIGN = "斑马鱼金属"
RAW = NAME.encode()


def said(content: bytes) -> list[str]:
    return [" ".join(one.text.split()) for one in texts_of(content)]


def says(content: bytes, name: str = NAME) -> bool:
    return any(name in text for text in said(content))


# Archives


def zipped(name: str, content: bytes, *, remark: bytes = b"") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
        archive.comment = remark
    return file.getvalue()


def tarred(name: str, content: bytes, form: int = tarfile.PAX_FORMAT) -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w", format=form) as archive:
        info = tarfile.TarInfo(name)
        info.size = len(content)
        archive.addfile(info, io.BytesIO(content))
    return file.getvalue()


def without_mark(content: bytes) -> bytes:
    """The archive as it was before the format of 1988, with the sum of its first block."""
    head = bytearray(content[:512])
    head[257:265], head[148:156] = bytes(8), b" " * 8
    head[148:156] = b"%06o\0 " % sum(head)
    return bytes(head) + content[512:]


def named_gzip(name: str) -> bytes:
    file = io.BytesIO()
    with gzip.GzipFile(name, "wb", fileobj=file) as packed:
        packed.write(b"Invented")
    return file.getvalue()


INNER = zipped("a.csv", RAW)
CROWD = zipped("a.txt", b"Invented")
ARCHIVES: dict[str, bytes] = {
    "zip in zip": zipped("b.zip", INNER),
    "name of a member": zipped(f"{NAME}.txt", b"a"),
    "remark of a zip": zipped("a.txt", b"a", remark=RAW),
    "behind a zip": CROWD + b"\n" + RAW + b"\n" * 40,
    "zip behind a zip": CROWD + INNER,
    "tar": tarred("a.txt", RAW),
    "zip in tar": tarred("a.zip", INNER),
    "old tar": without_mark(tarred("a.zip", INNER, tarfile.USTAR_FORMAT)),
    "name in tar": tarred(f"{NAME}.txt", b"a"),
    "tar.gz": gzip.compress(tarred("a.txt", RAW)),
    "tar.bz2": bz2.compress(tarred("a.txt", RAW)),
    "tar.xz": lzma.compress(tarred("a.txt", RAW)),
    "second member of gzip": gzip.compress(b"Invented") + gzip.compress(RAW),
    "behind gzip": gzip.compress(b"Invented") + RAW,
    "name in gzip": named_gzip(f"{NAME}.txt"),
    "behind bzip2": bz2.compress(b"Invented") + RAW,
    "behind xz": lzma.compress(b"Invented") + RAW,
}


@pytest.mark.parametrize("kind", ARCHIVES)
def test_archives_give_their_members_and_all_beside_them(kind: str) -> None:
    assert says(ARCHIVES[kind])
    assert is_packed(ARCHIVES[kind])


# Office files


def book(change: Callable[[openpyxl.Workbook], None]) -> bytes:
    file, made = io.BytesIO(), openpyxl.Workbook()
    change(made)
    made.save(file)
    return file.getvalue()


def in_head(made: openpyxl.Workbook) -> None:
    made["Sheet"].oddHeader.center.text = NAME
    made["Sheet"].oddHeader.center.size = 12


def in_foot(made: openpyxl.Workbook) -> None:
    made["Sheet"].evenFooter.left.text = NAME


def in_note(made: openpyxl.Workbook) -> None:
    made["Sheet"]["B7"].comment = Comment(NAME, "Invented")


def in_hidden_sheet(made: openpyxl.Workbook) -> None:
    made.create_sheet("Hidden").append([NAME])
    made["Hidden"].sheet_state = "veryHidden"


def in_properties(made: openpyxl.Workbook) -> None:
    made.properties.keywords = NAME


def office(part: str, content: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/printerSettings1.bin", bytes(range(256)))
        archive.writestr(part, content)
    return file.getvalue()


def old_book() -> bytes:
    file, made = io.BytesIO(), xlwt.Workbook()
    made.add_sheet("Invented").write(3, 3, f"{NAME} {FOREIGN}")
    made.save(file)
    return file.getvalue()


def message() -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "a@invented.example", "b@invented.example", "Invented"
    made["Message-ID"] = "<1@invented.example>"
    made.set_content("Invented")
    return made


def mail(*, subject: str = "", text: str = "", attached: bytes = b"", name: str = "a.bin") -> bytes:
    made = message()
    if subject:
        made.replace_header("Subject", subject)
    if text:
        made.set_content(text, cte="base64")
    if attached:
        made.add_attachment(attached, maintype="application", subtype="octet-stream", filename=name)
    return made.as_bytes()


OFFICE: dict[str, bytes] = {
    "head": book(in_head),
    "foot": book(in_foot),
    "note": book(in_note),
    "hidden sheet": book(in_hidden_sheet),
    "properties": book(in_properties),
    "document": office("word/document.xml", b"<w:t>Zebra</w:t></w:r><w:r><w:t>fish Metals</w:t>"),
    "slide": office("ppt/slides/slide1.xml", f"<a:t>{NAME}</a:t>".encode("utf-16")),
    "own XML": office("customXml/item1.xml", f"<a b='{NAME}'/>".encode()),
    "workbook in a document": office("word/embeddings/a.xlsx", book(in_note)),
    "old workbook in a document": office("word/embeddings/oleObject1.bin", old_book()),
    "OpenDocument": zipped("content.xml", b"<text:p>Zebra<text:span>fish</text:span> Metals</text:p>"),
    "old workbook": old_book(),
    "rich text": rb"{\rtf1\ansi Zebra{\b fish} Met\'61ls\par}",
    "rich text, Unicode": rb"{\rtf1\ansi\uc1 Zebr\u97?fish M\u101?tals}",
    "rich text, object": rb"{\rtf1{\object{\*\objdata " + INNER.hex().encode() + b"}}}",
    "mail, subject": mail(subject=f"{NAME} é"),
    "mail, text": mail(text=NAME),
    "mail, attachment": mail(attached=INNER),
    "mail, name of an attachment": mail(attached=b"a", name=f"{NAME}é.txt"),
    "mail, quoted printable": (
        b"From: a@invented.example\nMIME-Version: 1.0\nContent-Transfer-Encoding: quoted-printable\n\n"
        b"Zebra=66ish M=\n=65tals\n"
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", OFFICE)
def test_office_files_and_messages_give_all_their_parts(kind: str) -> None:
    assert says(OFFICE[kind])


def test_an_old_workbook_gives_words_of_any_script() -> None:
    assert says(old_book(), FOREIGN)


# Pictures


def png(kind: bytes = b"tEXt", chunk: bytes = b"Author\0Invented", behind: bytes = b"") -> bytes:
    chunks = b"".join(
        len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")
        for name, data in ((kind, chunk), (b"IEND", b""))
    )
    return b"\x89PNG\r\n\x1a\n" + chunks + behind


def drawn(form: str, **options: object) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(file, form, **options)
    return file.getvalue()


def exif(tag: int, value: object) -> bytes:
    made = Image.Exif()
    made[tag] = value
    return made.tobytes()


def user_comment(raw: bytes) -> bytes:
    made = Image.Exif()
    made.get_ifd(0x8769)[0x9286] = raw
    return made.tobytes()


def international() -> bytes:
    info = PngImagePlugin.PngInfo()
    info.add_itxt("Title", f"{NAME} {FOREIGN}", zip=True)
    return drawn("PNG", pnginfo=info)


TITLE, XP_AUTHOR = 0x010E, 0x9C9D
JPEG = drawn("JPEG")
REMARKED = JPEG[:2] + b"\xff\xfe" + (2 + len(RAW)).to_bytes(2, "big") + RAW + JPEG[2:]
PICTURES: dict[str, bytes] = {
    "png, text": png(chunk=b"Author\0" + RAW),
    "png, packed": png(b"zTXt", b"Author\0\0" + zlib.compress(RAW)),
    "png, any language": international(),
    "png, exif": drawn("PNG", exif=exif(TITLE, NAME)),
    "png, profile": png(b"iCCP", b"a\0\0" + zlib.compress(NAME.encode("utf-16-be"))),
    "png, unknown chunk": png(b"xyZa", NAME.encode("utf-16-le")),
    "behind png": png(behind=RAW),
    "zip behind png": png(behind=INNER),
    "jpeg, exif": drawn("JPEG", exif=exif(TITLE, NAME)),
    "jpeg, author of Windows": drawn("JPEG", exif=exif(XP_AUTHOR, f"{NAME}\0".encode("utf-16-le"))),
    "jpeg, remark of a user": drawn("JPEG", exif=user_comment(b"UNICODE\0" + NAME.encode("utf-16-be"))),
    "jpeg, XMP": drawn("JPEG", xmp=b"<x:xmpmeta><a>Zebra&#102;ish Metals</a></x:xmpmeta>"),
    "jpeg, comment": REMARKED,
    "behind jpeg": JPEG + RAW,
    "zip behind jpeg": JPEG + INNER,
    "gif, comment": drawn("GIF", comment=b"Invented words. " * 15 + RAW + b" and more" * 5),
    "behind gif": drawn("GIF") + RAW,
    "zip behind gif": drawn("GIF") + INNER,
    "webp, exif": drawn("WEBP", exif=exif(TITLE, NAME)),
    "webp, XMP": drawn("WEBP", xmp=f"<x:xmpmeta>{NAME}</x:xmpmeta>".encode()),
    "behind webp": drawn("WEBP") + RAW,
    "tiff": drawn("TIFF", tiffinfo={TITLE: NAME}),
    "film": b"\0\0\0\x18ftypmp42\0\0\0\0" + b"\0\0\0\x40udta\xa9nam\0\x10" + RAW + b"\0" * 9,
    "font": b"OTTO" + b"\0" * 40 + NAME.encode("utf-16-be") + b"\0" * 9,
    "icon with a picture": b"\0\0\1\0\1\0" + b"\x08\x08\0\0\1\0\x20\0" + b"\0" * 8 + png(chunk=b"a\0" + RAW),
}


@pytest.mark.parametrize("kind", PICTURES)
def test_pictures_give_what_is_written_beside_the_pixels(kind: str) -> None:
    assert says(PICTURES[kind])


@pytest.mark.parametrize(
    "content",
    [
        drawn("JPEG", exif=exif(XP_AUTHOR, f"{FOREIGN}\0".encode("utf-16-le"))),
        drawn("JPEG", exif=user_comment(b"UNICODE\0" + FOREIGN.encode("utf-16-be"))),
        drawn("JPEG", exif=user_comment(b"JIS\0\0\0\0\0" + FOREIGN.encode("gb18030"))),
    ],
)
def test_metadata_is_read_in_any_script(content: bytes) -> None:
    assert says(content, FOREIGN)


# PDF


def pdf(text: str = "An invented page") -> bytes:
    return bytes(typst.compile(f'#text(lang: "en")[{text}]'.encode()))  # type: ignore[arg-type]


def changed(change: Callable[[pikepdf.Pdf], object], content: bytes = b"", **options: object) -> bytes:
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(content or pdf())) as document:
        change(document)
        document.save(file, **options)  # type: ignore[arg-type]
    return file.getvalue()


def without_kind(document: pikepdf.Pdf) -> None:
    document.attachments["a.zip"] = INNER
    for one in document.objects:
        if isinstance(one, pikepdf.Stream) and one.get("/Type") == "/EmbeddedFile":
            del one["/Type"]


def text_at(document: pikepdf.Pdf, operators: bytes) -> None:
    page = document.pages[0]
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    page.obj.Resources.Font["/Own"] = document.make_indirect(font)
    page.contents_add(b"BT /Own 12 Tf " + operators + b" (" + RAW + b") Tj ET")


def cropped(document: pikepdf.Pdf) -> None:
    text_at(document, b"500 500 Td")
    document.pages[0].cropbox = [0, 0, 100, 100]


def optional(document: pikepdf.Pdf) -> None:
    group = document.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name="Hidden"))
    document.Root.OCProperties = pikepdf.Dictionary(OCGs=[group], D=pikepdf.Dictionary(OFF=[group]))
    document.pages[0].obj.Resources.Properties = pikepdf.Dictionary(Own=group)
    document.pages[0].contents_add(b"/OC /Own BDC")
    text_at(document, b"50 50 Td")
    document.pages[0].contents_add(b"EMC")


def script(document: pikepdf.Pdf) -> None:
    action = pikepdf.Dictionary(
        S=pikepdf.Name.JavaScript, JS=document.make_stream(b"a = 'Zebr\\x61fish Metals'")
    )
    document.Root.OpenAction = document.make_indirect(action)


def form(document: pikepdf.Pdf) -> None:
    packed = document.make_stream(f"<xdp><value>{NAME}</value></xdp>".encode("utf-16"))
    document.Root.AcroForm = pikepdf.Dictionary(Fields=[], XFA=packed)


def field(document: pikepdf.Pdf) -> None:
    one = pikepdf.Dictionary(T="a", V=NAME, FT=pikepdf.Name.Tx)
    document.Root.AcroForm = pikepdf.Dictionary(Fields=[document.make_indirect(one)])


def note(document: pikepdf.Pdf) -> None:
    drawn_as = document.make_stream(b"BT [(Zebra) -12 (fish) -20 ( Met) 15.5 (als)] TJ ET")
    drawn_as["/Subtype"] = pikepdf.Name.Form
    one = pikepdf.Dictionary(
        Subtype=pikepdf.Name.FreeText, Rect=[0, 0, 9, 9], AP=pikepdf.Dictionary(N=drawn_as)
    )
    document.pages[0].obj.Annots = [document.make_indirect(one)]


def set_apart(document: pikepdf.Pdf) -> pikepdf.Stream:
    """The page with the name as a drawing; its letters are numbers of two bytes in a font."""
    with pikepdf.open(io.BytesIO(pdf(NAME))) as other:
        drawing = other.pages[0].as_form_xobject()
        drawing["/Matrix"] = [0, 0, 0, 0, 0, 0]
        return document.copy_foreign(drawing)


def stamp(document: pikepdf.Pdf) -> None:
    one = pikepdf.Dictionary(
        Subtype=pikepdf.Name.Stamp, Rect=[0, 0, 9, 9], AP=pikepdf.Dictionary(N=set_apart(document))
    )
    document.pages[0].obj.Annots = [document.make_indirect(one)]


def unused(document: pikepdf.Pdf) -> None:
    document.pages[0].obj.Resources.XObject = pikepdf.Dictionary(Own=set_apart(document))


def taken_out(document: pikepdf.Pdf) -> None:
    with pikepdf.open(io.BytesIO(pdf(NAME))) as other:
        page = other.pages[0].obj
        del page["/Parent"]
        document.Root["/Own"] = document.copy_foreign(page)


def key(document: pikepdf.Pdf) -> None:
    document.Root.PieceInfo = pikepdf.Dictionary({"/Zebrafish Metals": 1})


def metadata(document: pikepdf.Pdf) -> None:
    document.pages[0].obj.Metadata = document.make_stream(
        f"<x:xmpmeta><a>{NAME}</a></x:xmpmeta>".encode("utf-16-be")
    )


def photograph(document: pikepdf.Pdf) -> None:
    one = document.make_stream(drawn("JPEG", exif=exif(TITLE, NAME)))
    one["/Subtype"], one["/Filter"] = pikepdf.Name.Image, pikepdf.Name.DCTDecode
    document.pages[0].obj.Resources.XObject = pikepdf.Dictionary(Own=one)


def foreign_string(document: pikepdf.Pdf) -> None:
    document.docinfo["/Subject"] = pikepdf.String(NAME.encode("latin-1").decode())


def as_digits(document: pikepdf.Pdf) -> None:
    one = document.make_stream(base64.a85encode(zlib.compress(INNER)) + b"~>")
    one["/Filter"] = pikepdf.Array([pikepdf.Name.ASCII85Decode, pikepdf.Name.FlateDecode])
    document.Root["/Own"] = one


def saved_again() -> bytes:
    """A file whose first state had the name on its page, and behind it what changed."""
    writer, file = pypdf.PdfWriter(io.BytesIO(pdf(NAME)), incremental=True), io.BytesIO()
    writer.pages[0][pypdf.generic.NameObject("/Contents")] = writer._add_object(pypdf.generic.StreamObject())
    writer.write(file)
    assert file.getvalue().count(b"%%EOF") == 2
    return file.getvalue()


def left_over() -> bytes:
    """An object that no table of the file names."""
    content = pdf()
    lost = zlib.compress(f"<a>{NAME}</a>".encode())
    at = content.rfind(b"startxref")
    return content[:at] + b"99 0 obj\n<< >>\nstream\n" + lost + b"\nendstream\nendobj\n" + content[at:]


def typed_over() -> bytes:
    content = pdf()
    at = content.rfind(b"startxref")
    return content[:at] + b"% of " + RAW + b"\n98 0 obj (a \\132ebrafish Metals) endobj\n" + content[at:]


GENERATE = pikepdf.ObjectStreamMode.generate
PDFS: dict[str, Callable[[], bytes]] = {
    "text": lambda: pdf(NAME),
    "attachment of no type": lambda: changed(without_kind),
    "outside of the page": lambda: changed(lambda one: text_at(one, b"-900 -900 Td")),
    "outside of what is shown": lambda: changed(cropped),
    "invisible": lambda: changed(lambda one: text_at(one, b"3 Tr 50 50 Td")),
    "white": lambda: changed(lambda one: text_at(one, b"1 1 1 rg 50 50 Td")),
    "hidden layer": lambda: changed(optional),
    "script": lambda: changed(script),
    "form of XML": lambda: changed(form),
    "field": lambda: changed(field, object_stream_mode=GENERATE),
    "note": lambda: changed(note),
    "stamp": lambda: changed(stamp),
    "drawing that no page uses": lambda: changed(unused),
    "page that was taken out": lambda: changed(taken_out),
    "key": lambda: changed(key),
    "metadata in UTF-16": lambda: changed(metadata),
    "photograph": lambda: changed(photograph),
    "property": lambda: changed(foreign_string, object_stream_mode=GENERATE),
    "two filters": lambda: changed(as_digits),
    "earlier state": saved_again,
    "object that nothing leads to": left_over,
    "between objects": typed_over,
    "before the head": lambda: RAW + b"\n" + pdf(),
    "behind the end": lambda: pdf() + RAW,
    "zip behind the end": lambda: pdf() + b"\n" + INNER,
    "for the web": lambda: changed(script, linearize=True),
    "protected from changes": lambda: changed(field, encryption=pikepdf.Encryption(owner="a", user="")),
}


@pytest.mark.parametrize("kind", PDFS)
def test_a_pdf_gives_whatever_it_holds(kind: str) -> None:
    assert says(PDFS[kind]())


# What cannot be searched


def protected_zip() -> bytes:
    content = bytearray(CROWD)
    content[6] |= 1
    content[content.find(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


def nested(depth: int) -> bytes:
    content = RAW
    for _ in range(depth):
        content = zipped("a.zip", content)
    return content


def crowded(members: int) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for number in range(members):
            archive.writestr(f"{number}", b"")
    return file.getvalue()


@pytest.mark.parametrize("before", [b"", b"\x03\x80", b"\xb6\x1e"])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16-le", "utf-16-be"])
def test_a_name_in_a_string_of_bytes_is_read(before: bytes, encoding: str) -> None:
    with pikepdf.open(io.BytesIO(pdf())) as document:
        document.Root.Extra = pikepdf.String(before + NAME.encode(encoding))
        content = io.BytesIO()
        document.save(content)
    assert any(NAME in text for text in said(content.getvalue()))


def test_bytes_that_are_no_text_say_no_name_by_chance() -> None:
    """The identifier of a file is made of any bytes: read as Latin letters these look like ``Tin Ho``."""
    chance = b"\xb6|\x8b If\xdb\x874\xd7\xde\x1e\xd6\t\x03\x80"
    with pikepdf.open(io.BytesIO(pdf())) as document:
        document.trailer["/ID"] = pikepdf.Array([pikepdf.String(chance), pikepdf.String(chance)])
        content = io.BytesIO()
        document.save(content)
    as_text = " ".join(chance.decode("cp1252", "replace").split())
    assert [text for text in said(content.getvalue()) if as_text in text] == []


def pdf_bomb() -> bytes:
    def change(document: pikepdf.Pdf) -> None:
        one = document.make_stream(zlib.compress(zlib.compress(bytes(300_000_000), 9), 9))
        one["/Filter"] = pikepdf.Array([pikepdf.Name.FlateDecode, pikepdf.Name.FlateDecode])
        document.Root["/Own"] = one

    return changed(change)


CHANCE = random.Random(17).randbytes(5_000)
CLOSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "7z": (lambda: b"7z\xbc\xaf\x27\x1c\0\4" + CHANCE, "kind"),
    "rar": (lambda: b"Rar!\x1a\x07\x01\0" + CHANCE, "kind"),
    "zstd": (lambda: b"\x28\xb5\x2f\xfd" + CHANCE, "kind"),
    "unknown bytes": (lambda: CHANCE, "kind"),
    "program": (lambda: b"MZ\x90\0" + CHANCE, "kind"),
    "encrypted text": (lambda: b"-----BEGIN PGP MESSAGE-----\n\nabcd\n", "kind"),
    "7z in a zip": (lambda: zipped("a.7z", b"7z\xbc\xaf\x27\x1c\0\4" + CHANCE), "kind"),
    "7z behind a picture": (lambda: png(behind=b"7z\xbc\xaf\x27\x1c\0\4" + CHANCE), "kind"),
    "7z in a pdf": (
        lambda: changed(lambda one: one.attachments.__setitem__("a", b"7z\xbc\xaf\x27\x1c\0\4" + CHANCE)),
        "kind",
    ),
    "unknown bytes in a pdf": (
        lambda: changed(lambda one: one.attachments.__setitem__("a", CHANCE)),
        "kind",
    ),
    "macros": (lambda: office("xl/vbaProject.bin", b"a"), "macros"),
    "zip with a password": (protected_zip, "password"),
    "pdf with a password": (
        lambda: changed(field, encryption=pikepdf.Encryption(owner="a", user="b")),
        "password",
    ),
    "zip with a member of no table": (lambda: CROWD[: CROWD.find(b"PK\x01\x02")] + CROWD, "damaged"),
    "cut zip": (lambda: CROWD[:60], "damaged"),
    "cut gzip": (lambda: gzip.compress(CHANCE)[:900], "damaged"),
    "cut xz": (lambda: lzma.compress(CHANCE)[:900], "damaged"),
    "cut pdf": (lambda: b"%PDF-1.7\n" + CHANCE, "damaged"),
    "zip that unpacks to much": (lambda: zipped("a", bytes(200_000_000)), "unpacks"),
    "gzip that unpacks to much": (lambda: gzip.compress(bytes(200_000_000)), "unpacks"),
    "bzip2 that unpacks to much": (lambda: bz2.compress(bytes(200_000_000)), "unpacks"),
    "xz that unpacks to much": (lambda: lzma.compress(bytes(200_000_000)), "unpacks"),
    "pdf that unpacks to much": (pdf_bomb, "unpacks"),
    "zip of zips": (lambda: nested(12), "too deep"),
    "zip of many": (lambda: crowded(30_000), "parts"),
}


@pytest.mark.parametrize("kind", CLOSED)
@pytest.mark.timeout(60)
def test_what_cannot_be_searched_says_why(kind: str) -> None:
    make, reason = CLOSED[kind]
    content = make()
    assert is_packed(content) or kind == "encrypted text"
    with pytest.raises(UnsearchableError, match=reason):
        for _ in texts_of(content):
            pass


@pytest.mark.parametrize("kind", [*ARCHIVES, *OFFICE, *PICTURES])
def test_damage_anywhere_is_no_crash(kind: str) -> None:
    """Each file cut off and with changed bytes: it is read, or refused as such."""
    content, chance = {**ARCHIVES, **OFFICE, **PICTURES}[kind], random.Random(kind)
    for _ in range(6):
        damaged = bytearray(content)
        for _ in range(4):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        for one in (bytes(damaged), content[: chance.randrange(len(content))]):
            try:
                said(one)
            except UnsearchableError:
                continue


def test_pictures_and_fonts_of_the_theme_can_be_searched() -> None:
    folder = Path(material.__file__).parent / "templates" / "assets"
    files = [
        path
        for path in folder.rglob("*")
        if path.suffix in {".png", ".svg", ".ico", ".woff", ".woff2", ".map"}
    ]
    assert files
    for content in (*(path.read_bytes() for path in files[:40]), b"wOF2" + CHANCE, b"\0\0\1\0" + CHANCE):
        said(content)
