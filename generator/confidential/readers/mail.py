"""Messages: heads with their encodings undone, every part, every attached file."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.errors import MessageError
from email.header import decode_header
from email.message import Message

from .reading import DAMAGED, TOO_MANY, PublishedText, Reading, Texts, UnsearchableError

_HEAD = re.compile(rb"(?:From [^\n]*\n)?(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}")
_TELLING = re.compile(
    rb"^(?:MIME-Version|Received|Message-ID|Return-Path|Content-Transfer-Encoding):", re.I | re.M
)
_MOST_PARTS = 1_000


def is_mail(content: bytes) -> bool:
    """Whether the text begins with the head of a message."""
    head = _HEAD.match(content[:20_000])
    return head is not None and _TELLING.search(head[0]) is not None


def of_mail(content: bytes, reading: Reading) -> Texts:
    """What the message says beside its text as it is. Raises UnsearchableError."""
    if content.count(b"--") > 100_000:
        raise UnsearchableError(TOO_MANY)
    try:
        message = message_from_bytes(content, policy=policy.compat32)
        for number, part in enumerate(message.walk()):
            if number > _MOST_PARTS:
                raise UnsearchableError(TOO_MANY)
            for key, value in part.items():
                yield PublishedText("", f"{key}: {_shown(value)}")
            yield from _body(part, reading)
    except (MessageError, LookupError, RecursionError) as problem:
        raise UnsearchableError(DAMAGED) from problem


def _body(part: Message, reading: Reading) -> Texts:
    if part.is_multipart():
        return
    name = _shown(part.get_filename() or "")
    yield PublishedText("", name)
    content = part.get_payload(decode=True)
    if isinstance(content, bytes):
        yield from reading.inside(content, is_part=not name)


def _shown(value: object) -> str:
    try:
        pieces = decode_header(str(value))
    except (MessageError, ValueError):
        return str(value)
    return "".join(
        one if isinstance(one, str) else _decoded(one, encoding or "utf-8") for one, encoding in pieces
    )


def _decoded(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding, "replace")
    except LookupError:
        return raw.decode("latin-1")
