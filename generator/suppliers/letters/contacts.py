"""Whom a letter greets and reaches, and how it names a workbook: by the answers that count."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping

from ...countries.no_facility import is_placeholder
from ..correspondence import Contact, Received
from ..declarations import Declaration
from ..merge.choose import supplier_key
from ..templates import Scope
from .one_line import LONGEST, one_line

_ADDRESS = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    r"@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}"
)
_LONGEST_ADDRESS = 254
_LONGEST_BEFORE_THE_AT = 64
_NOBODY = {
    "same", "sameasabove", "asabove", "idem", "ditto", "seeabove", "na", "none", "unknown", "tbd", "test",
    "contact", "name",
}  # fmt: skip
_NO_PERSON = re.compile(r"^[=+]|[@{}]|https?://")
"""In no name of a person, who would wonder at such a greeting."""
_AROUND = " \t<>,;.'\""
_MOST_PRODUCTS = 3


def contacts_of(kept: Iterable[Declaration]) -> Mapping[str, Contact]:
    """Folded name of a supplier to the contact of its newest answer that has one, of those that count."""
    found: dict[str, Contact] = {}
    for one in sorted(kept, key=lambda one: (one.effective_date or dt.date.min, one.file)):
        contact = Contact(person(one.company.contact_name.text), address(one.company.contact_email.text))
        if contact != Contact():
            found[supplier_key(one)] = contact
    return found


def person(text: str) -> str:
    """A person's name as it can be greeted; empty where the text is none."""
    line = one_line(text, LONGEST)
    letters = "".join(c for c in line.casefold() if c.isalpha())
    is_nobody = not letters or letters in _NOBODY or is_placeholder(line) or _NO_PERSON.search(line)
    return "" if is_nobody else line


def address(text: str) -> str:
    """An e-mail address that can be one; empty where the text is none, or several.

    ``mailto:`` and a name before it are left out: ``Ina Invented <ina@example.com>``.
    """
    words = [one for one in re.split(r"[\s<>;,]+", text) if "@" in one]
    stripped = words[0].strip(_AROUND) if len(words) == 1 else text.strip()
    stripped = re.sub(r"^mailto:", "", stripped, flags=re.IGNORECASE)
    if len(stripped) > _LONGEST_ADDRESS or stripped.find("@") > _LONGEST_BEFORE_THE_AT:
        return ""
    return stripped if _ADDRESS.fullmatch(stripped) else ""


def received_of(answers: Iterable[Declaration]) -> Mapping[str, Received]:
    """File to what tells it from another one."""
    return {
        one.file: Received(one.effective_date, one_line(_version(one), LONGEST), _scope(one))
        for one in answers
    }


def _version(answer: Declaration) -> str:
    """``6.5``; of another template than the CMRT ``2.1 of the EMRT``."""
    template = answer.template
    return (
        f"{template.version} of the {template.kind}"
        if template.version and not answer.is_cmrt
        else template.version
    )


def _scope(answer: Declaration) -> str:
    stated = answer.scope.value if answer.scope else answer.scope_stated.text
    if not stated:
        return ""
    about = answer.scope_description.text
    if not about and answer.scope is Scope.PRODUCT:
        products = [product.number or product.name for product in answer.products]
        more = f" and {len(products) - _MOST_PRODUCTS} more" if len(products) > _MOST_PRODUCTS else ""
        about = ", ".join(products[:_MOST_PRODUCTS]) + more
    return one_line(f"{stated}: {about}" if about else stated, LONGEST)
