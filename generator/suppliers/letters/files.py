"""Each letter as plain text and, beside it, as a draft that a mail program opens ready to send. Where a
letter does not name all of its cells, they stand in a table beside it, which the draft has attached.

The same letter gives the same bytes on every day and every machine: a draft has no date, no number and no
sender; the mail program gives it these when it is sent.
"""

from __future__ import annotations

import email.policy
import hashlib
from collections.abc import Iterable, Mapping
from email.headerregistry import Address
from email.message import EmailMessage

from ..correspondence import LetterTexts
from .cells_table import ENDING, cells_table
from .letter import Letter
from .text import body_of, subject_of

FOLDER = "follow-up"
"""In the folder ``review``."""
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_UNFOLDED = email.policy.SMTP.clone(max_line_length=900)
"""For heads that need no encoding: some programs show the blank at which a head was folded."""


def files_of(letters: Iterable[Letter], texts: LetterTexts) -> Mapping[str, bytes]:
    """Path inside the folder ``review`` to content."""
    made: dict[str, bytes] = {}
    for letter in letters:
        subject, body = subject_of(letter, texts), body_of(letter, texts)
        made[f"{FOLDER}/{letter.name}.txt"] = f"{subject}\n\n{body}".encode()
        table = cells_table(letter)
        if table:
            made[f"{FOLDER}/{letter.name}{ENDING}"] = table
        made[f"{FOLDER}/{letter.name}.eml"] = _draft(letter, subject, body, table)
    return made


def _draft(letter: Letter, subject: str, body: str, table: bytes | None) -> bytes:
    """Without ``To`` where no address is known. ``X-Unsent`` lets a mail program open it for writing."""
    message = EmailMessage(policy=email.policy.SMTP)
    message["X-Unsent"] = "1"
    if letter.contact.email:
        message["To"] = Address(letter.contact.name, addr_spec=letter.contact.email)
    message["Subject"] = subject
    message.set_content(body, charset="utf-8", cte="quoted-printable")
    if table:
        main, _, sub = _EXCEL.partition("/")
        message.add_attachment(table, maintype=main, subtype=sub, filename=f"{letter.name}{ENDING}")
        message.set_boundary(f"=_{hashlib.sha256(body.encode() + table).hexdigest()[:40]}")
    is_plain = f"{subject}{letter.contact.name}".isascii()
    return message.as_bytes(policy=_UNFOLDED if is_plain else message.policy)
