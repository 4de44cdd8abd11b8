"""Each letter as plain text and, beside it, as a draft that a mail program opens ready to send.

The same letter gives the same bytes on every day and every machine: a draft has no date, no number and no
sender; the mail program gives it these when it is sent.
"""

from __future__ import annotations

import email.policy
from collections.abc import Iterable, Mapping
from email.headerregistry import Address
from email.message import EmailMessage

from ..correspondence import LetterTexts
from .letter import Letter
from .text import body_of, subject_of

FOLDER = "follow-up"
"""In the folder ``review``."""
_UNFOLDED = email.policy.SMTP.clone(max_line_length=900)
"""For heads that need no encoding: some programs show the blank at which a head was folded."""


def files_of(letters: Iterable[Letter], texts: LetterTexts) -> Mapping[str, bytes]:
    """Path inside the folder ``review`` to content."""
    made: dict[str, bytes] = {}
    for letter in letters:
        subject, body = subject_of(letter, texts), body_of(letter, texts)
        made[f"{FOLDER}/{letter.name}.txt"] = f"{subject}\n\n{body}".encode()
        made[f"{FOLDER}/{letter.name}.eml"] = _draft(letter, subject, body)
    return made


def _draft(letter: Letter, subject: str, body: str) -> bytes:
    """Without ``To`` where no address is known. ``X-Unsent`` lets a mail program open it for writing."""
    message = EmailMessage(policy=email.policy.SMTP)
    message["X-Unsent"] = "1"
    if letter.contact.email:
        message["To"] = Address(letter.contact.name, addr_spec=letter.contact.email)
    message["Subject"] = subject
    message.set_content(body, charset="utf-8", cte="quoted-printable")
    is_plain = f"{subject}{letter.contact.name}".isascii()
    return message.as_bytes(policy=_UNFOLDED if is_plain else message.policy)
