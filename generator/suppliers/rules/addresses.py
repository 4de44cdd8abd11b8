"""Addresses that cannot be one: of a web page, of e-mail, of a telephone. People write them in many ways."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from ...findings import Finding
from ...findings.catalogue import ANSWER_NO_WEB_ADDRESS, CMRT_EMAIL, CMRT_PHONE
from ..declarations import Declaration
from ..review_settings import Review
from ..templates import CompanyQuestion
from .words import of_company_question, quoted

_DOMAINS = "com|org|net|edu|gov|int|mil|biz|info|asia|group|tech|global|company|solutions|international|eco"
_FILES = "ai|cs|db|do|id|md|pl|pm|ps|py|rs|sh|so|ts|vi"
"""Countries' domains that are rarer than endings of files, and than words behind a point."""
_WEB = re.compile(
    r"(?:https?|ftp):?/{1,2}\s*[\w\[]"
    r"|\bwww\d?\s?\.\s?\w"
    rf"|(?<![@\w.-])(?:[\w-]+\.)+(?!(?:{_FILES})\b)(?:{_DOMAINS}|[a-z]{{2}})(?=[/:?#\s,;)\]>。、]|\.?$)"
    r"|(?<![@\w.-])(?:[\w-]+\.)+[a-z]{2,}/",
    re.IGNORECASE,
)
"""An address with or without ``https://``; ``policy.pdf`` alone is a file's name."""
_ALONE = re.compile(r"(?:[\w-]+\.)+([a-z]{2,})[.。]?", re.IGNORECASE)
"""A text that is one word with points in it: ``example.pl`` and ``example.shop`` are addresses there."""
_SECOND_LEVEL = re.compile(r"(?<![@\w.-])[\w-]+\.(?:com?|or|org|net|go|gov|ac)\.[a-z]{2}\b", re.IGNORECASE)
"""``example.co.id`` anywhere in a text."""
_OF_FILES = frozenset({
    "pdf", "doc", "docx", "docm", "odt", "rtf", "txt", "md", "xls", "xlsx", "xlsm", "xlsb", "ods", "csv",
    "ppt", "pptx", "odp", "htm", "html", "xml", "jpg", "jpeg", "png", "gif", "tif", "tiff", "zip", "rar",
    "msg", "eml",
})  # fmt: skip
"""Endings of documents, and of no company's website."""
_EMAIL = re.compile(r"[^\s@<>()\[\],;:\"]+@(?:[^\s@<>()\[\],;:.\"]+\.)+[^\s@<>()\[\],;:.\"]{2,}")
_AROUND = re.compile(r"\s*([@.])\s*")
_ROUNDED = re.compile(r"\d[.,]\d+E\+?\d+", re.IGNORECASE)
_FEWEST_DIGITS = 5
_IN_LETTERS = re.compile(r"\+?(?:\d[ .-]?)?\(?\d{3}\)?[ .-]?[A-Z]{3}[ .-]?[A-Z]{4,}", re.IGNORECASE)
"""A number to be typed by letters: ``1-800-FLOWERS``."""


def public_policy_address_is_one(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CQ-021: where the address of the published policy is asked for, an address of the web stands.

    An empty cell is CQ-016.
    """
    answer = declaration.find_company_answer(CompanyQuestion.PUBLIC)
    if answer is None or answer.answer.text != "Yes" or len(answer.comment.text) <= 1:
        return
    said = answer.comment.text
    if not _is_web_address(unicodedata.normalize("NFKC", said).strip()):
        question = of_company_question(answer)
        message = f"{question} says that your policy is public, and {quoted(said)} is no web address"
        advice = "Please give the address of the page or document on your website."
        yield Finding(ANSWER_NO_WEB_ADDRESS, message, answer.comment.where, advice)


def _is_web_address(text: str) -> bool:
    alone = _ALONE.fullmatch(text)
    if alone and alone[1].lower() not in _OF_FILES:
        return True
    return bool(_WEB.search(text) or _SECOND_LEVEL.search(text))


def email_is_one(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CC-011: an e-mail address has a name, an @ and a domain. One without @ is CC-001."""
    company = declaration.company
    for stated, whose in ((company.contact_email, "contact"), (company.authorizer_email, "authorizer")):
        if (
            stated is not None
            and "@" in unicodedata.normalize("NFKC", stated.text)
            and not _is_email(stated.text)
        ):
            message = f"the e-mail address of the {whose}, {quoted(stated.text)}, cannot be one"
            yield Finding(CMRT_EMAIL, message, stated.where, "Please correct it.")


def _is_email(text: str) -> bool:
    """Whether an address stands in the text: alone, in a list, behind a name."""
    plain = unicodedata.normalize("NFKC", text)
    return bool(_EMAIL.search(plain) or _EMAIL.search(_AROUND.sub(r"\1", plain)))


def phone_is_one(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CC-012: a telephone number has digits, more than an extension, and not one digit alone."""
    stated = declaration.company.contact_phone
    if stated and not _is_phone(stated.text):
        message = f"the contact's telephone number, {quoted(stated.text)}, cannot be one"
        yield Finding(CMRT_PHONE, message, stated.where, "Please give the number with its area code.")


def _is_phone(text: str) -> bool:
    plain = unicodedata.normalize("NFKC", text)
    if _IN_LETTERS.fullmatch(plain.strip()):
        return True
    digits = "".join(c for c in plain if c.isdecimal())
    return len(digits) >= _FEWEST_DIGITS and len(set(digits)) > 1 and not _ROUNDED.fullmatch(plain)
