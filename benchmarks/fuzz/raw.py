"""Files damaged as bytes: most of them do not open any more."""

# ruff: noqa: E501

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable
from random import Random

Mutator = Callable[[bytes, Random], bytes]

BOMB = (
    b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b"]>"
)
OUTSIDE = b'<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


def flipped(data: bytes, random: Random) -> bytes:
    found = bytearray(data)
    for _ in range(random.choice((1, 3, 30)) if found else 0):
        found[random.randrange(len(found))] ^= 1 << random.randrange(8)
    return bytes(found)


def cut(data: bytes, random: Random) -> bytes:
    return data[: random.randrange(len(data) + 1)]


def cut_at_the_start(data: bytes, random: Random) -> bytes:
    return data[random.randrange(len(data) + 1) :]


def emptied(data: bytes, random: Random) -> bytes:
    return random.choice((b"", b"\n", b"\x00", b" ", b"\xef\xbb\xbf"))


def with_junk(data: bytes, random: Random) -> bytes:
    at = random.choice((0, len(data), random.randrange(len(data) + 1)))
    junk = random.choice(
        (b"\x00" * 99, b"\xff\xfe", b"PK\x03\x04", b"\x1b[2J", random.randbytes(200), b"\r\n" * 5_000)
    )
    return data[:at] + junk + data[at:]


def doubled(data: bytes, random: Random) -> bytes:
    start = random.randrange(len(data) + 1)
    piece = data[start : start + random.choice((10, 500, len(data)))]
    return data[:start] + piece * random.choice((2, 40)) + data[start:]


def shuffled(data: bytes, random: Random) -> bytes:
    """Lines in another order."""
    lines = data.splitlines(keepends=True)
    random.shuffle(lines)
    return b"".join(lines)


def encoded_otherwise(data: bytes, random: Random) -> bytes:
    text = data.decode("utf-8", "replace") + "\u20ac\u00e9"
    return text.encode(
        random.choice(("utf-16", "utf-16-be", "utf-32", "cp1252", "utf-7", "cp037", "utf-8-sig")), "replace"
    )


def line_ends(data: bytes, random: Random) -> bytes:
    return data.replace(
        b"\n", random.choice((b"\r", b"\r\n", b"\n\r", b"\x0b", b"\x0c", b"\xe2\x80\xa8", b"\x85"))
    )


def noise(data: bytes, random: Random) -> bytes:
    return random.randbytes(random.choice((1, 64, 5_000)))


def deep(data: bytes, random: Random) -> bytes:
    """Brackets that open and never end, in the middle."""
    at = random.randrange(len(data) + 1)
    return (
        data[:at]
        + random.choice((b"[", b"{", b"(", b"- ", b"<a>", b"> ", b"{{", b"{% if a %}", b'"')) * 5_000
        + data[at:]
    )


ANY: tuple[Mutator, ...] = (
    flipped, flipped, cut, cut, cut_at_the_start, emptied, with_junk, doubled, shuffled, encoded_otherwise, line_ends,
    noise, deep,
)  # fmt: skip


def _members(data: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def _archive(members: list[tuple[str, bytes]]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return made.getvalue()


def member_missing(data: bytes, random: Random) -> bytes:
    members = _members(data)
    members.pop(random.randrange(len(members)))
    return _archive(members)


def member_twice(data: bytes, random: Random) -> bytes:
    members = _members(data)
    name, content = random.choice(members)
    return _archive([*members, (name, random.choice((content, b"", flipped(content, random))))])


def member_renamed(data: bytes, random: Random) -> bytes:
    members = _members(data)
    at = random.randrange(len(members))
    name = random.choice(
        ("../../out.xml", "/etc/out", "a" * 300, "xl/worksheets/sheet1.xml", "a\x07b", "..", "")
    )
    members[at] = (name, members[at][1])
    return _archive(members)


def member_changed(data: bytes, random: Random) -> bytes:
    """One part with other content, packed well again."""
    members = _members(data)
    at = random.randrange(len(members))
    name, content = members[at]
    change = random.choice((flipped, cut, emptied, with_bomb, deep_xml, odd_numbers, odd_numbers, doubled))
    members[at] = (name, change(content, random))
    return _archive(members)


def with_bomb(data: bytes, random: Random) -> bytes:
    """Entities that unfold without end, or that name a file of the machine."""
    head, sign, rest = data.partition(b"?>")
    if not sign:
        head, sign, rest = b"", b"", data
    return (
        head
        + sign
        + random.choice((BOMB, OUTSIDE))
        + rest.replace(b"<v>", b"<v>&j;&a;", 1).replace(b"<t>", b"<t>&j;&a;", 1)
    )


def deep_xml(data: bytes, random: Random) -> bytes:
    at = data.rfind(b"</")
    return data[:at] + b"<a>" * 20_000 + b"</a>" * 20_000 + data[at:]


def odd_numbers(data: bytes, random: Random) -> bytes:
    """Numbers of attributes and cells, such as where a cell stands, far out."""
    digits = [at for at in range(len(data)) if data[at : at + 1].isdigit()]
    for _ in range(min(3, len(digits))):
        at = random.choice(digits)
        odd = random.choice((b"0", b"-1", b"99999999999", b"1048576", b"x", b"1e9", b"4294967296"))
        data = data[:at] + odd + data[at + 1 :]
    return data


def huge(data: bytes, random: Random) -> bytes:
    """A part that unpacks to far more than it takes."""
    return _archive([*_members(data), ("xl/media/huge.bin", b"\0" * 60_000_000)])


def protected(data: bytes, random: Random) -> bytes:
    """The flag that says that a password is needed."""
    at = data.find(b"PK\x01\x02")
    found = bytearray(data)
    found[6] |= 1
    found[at + 8] |= 1
    return bytes(found)


def lying_size(data: bytes, random: Random) -> bytes:
    """Another size in the directory than the part has."""
    at = data.find(b"PK\x01\x02") + random.choice((20, 24, 42))
    return data[:at] + random.choice((b"\xff\xff\xff\x7f", b"\x00\x00\x00\x00")) + data[at + 4 :]


ARCHIVE: tuple[Mutator, ...] = (
    *ANY, member_missing, member_missing, member_twice, member_renamed, *[member_changed] * 8, protected, lying_size,
)  # fmt: skip
RARELY_HUGE: tuple[Mutator, ...] = (*ARCHIVE, huge)


def repacked_stream(data: bytes, random: Random) -> bytes:
    """A packed stream of a picture or a PDF with other content."""
    return data.replace(b"IDAT", b"IDAT" + zlib.compress(b"\0" * 1_000), 1)
