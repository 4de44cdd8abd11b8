"""How an e-mail address and a telephone number may be written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from .form import Form, Needs, is_telling
from .squeezed import squeeze, words_in

_OF_EVERYBODY = re.compile(
    r"^(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|aol|icloud|me|mac|proton|protonmail|gmx|web|t-online"
    r"|freenet"
    r"|qq|163|126|139|sina|sohu|aliyun|foxmail|vip|naver|daum|hanmail|orange|wanadoo|free|laposte|libero"
    r"|tiscali|virgilio"
    r"|mail|inbox|yandex|rambler|seznam|wp|onet|o2|interia|rediffmail|hinet|uol|terra|bol|comcast|verizon|att"
    r"|sbcglobal"
    r"|bellsouth|cox|btinternet|telefonica|bluewin|zoho|fastmail|mail2000|pchome|nate|ezweb|docomo|softbank)\.[a-z.]+$"
)
"""Domains at which anybody can have an address."""
_HOST = re.compile(r"(?:https?://|@|\bwww\.)([\w-]+(?:\.[\w-]+)+)", re.IGNORECASE)
_LEAST_DIGITS = 7
_LONG_NUMBER = 9
"""Digits of a number that tell it without a word before it."""
_EXTENSION = re.compile(
    r"(?:,|;|\s)*(?:\bext(?:ension)?|\bx|\bdurchwahl|\bposte|\bint|#)[.:\s]*(\d{1,6})\s*$", re.IGNORECASE
)
_DIRECT = re.compile(r"(?<=\d\d-)[1-9]\d{0,3}\s*$")
"""The number of one telephone of a company, as it is written in Germany: ``5550-142``."""
_TWO_DIGIT_CODE = re.compile("2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]")
"""Codes of countries; besides 1 and 7, others have three digits."""


_SAME_HOST = {"gmail.com": "googlemail.com", "googlemail.com": "gmail.com"}
_SECOND_LEVEL = frozenset({"ac", "co", "com", "edu", "gov", "ltd", "ne", "net", "or", "org"})
"""What stands before a country's code in a domain, as in ``co.jp``."""
_LEAST_LETTERS_OF_LOGIN = 3
_LEAST_LETTERS_OF_HOST = 6


def address_forms(address: str, own_domains: frozenset[str], ordinary: frozenset[str]) -> Iterator[Form]:
    """The address with ``at`` and ``dot`` written out, its domain, unless others have addresses there, and
    what may be the person or the company: the part before ``@``, the domain's own name."""
    person, _, domain = address.strip().partition("@")
    if not domain:
        yield Form(squeeze(address))
        return
    host = domain.casefold()
    if other := _SAME_HOST.get(host):
        yield Form(squeeze(person + other), starts=(0, 1))
    login = words_in(person)
    if len(login) > 1 and all(_is_part_of_name(one, ordinary) for one in login):
        yield Form.of(login, Needs.LOGIN)
    for at in ("", "at", "a", "arroba"):
        for point in ("", "dot", "punkt", "punto", "point"):
            rest = squeeze(host.replace(".", f" {point} "))
            yield Form(squeeze(person) + squeeze(at) + rest, starts=(0, 1))
            if point:
                yield Form(squeeze(person.replace(".", f" {point} ")) + squeeze(at) + rest, starts=(0, 1))
    if not _OF_EVERYBODY.match(host) and host not in own_domains:
        yield Form.of(words_in(host), Needs.DOT)
        yield Form.of(words_in(host.replace(".", " dot ")), Needs.WORDS)
        company = words_in(_own_name(host))
        if sum(map(len, company)) >= _LEAST_LETTERS_OF_HOST and any(
            is_telling(one, ordinary) for one in company
        ):
            yield Form.of(company, Needs.BRAND)


def _is_part_of_name(word: str, ordinary: frozenset[str]) -> bool:
    return len(word) >= _LEAST_LETTERS_OF_LOGIN and word not in ordinary and word.isalpha()


def _own_name(host: str) -> str:
    """What a domain is called by: ``albatross`` of ``mail.albatross.co.jp``."""
    parts = host.split(".")[:-1]
    if len(parts) > 1 and parts[-1] in _SECOND_LEVEL:
        parts.pop()
    return parts[-1] if parts else ""


def domains_in(texts: Iterable[str]) -> frozenset[str]:
    """Hosts of the addresses in the texts, and those above them: of ``www.a.example`` also ``a.example``."""
    hosts = {host.casefold() for text in texts for host in _HOST.findall(text)}
    return frozenset(hosts | {host.partition(".")[2] for host in hosts if host.count(".") > 1})


def telephone_forms(text: str) -> Iterator[Form]:
    """The digits; without the country's code, with the nought before the area or not; without extension."""
    for part in dict.fromkeys((_EXTENSION.sub("", text), text)):
        for digits, is_whole in _numbers(part):
            if len(digits) >= _LEAST_DIGITS:
                is_long = is_whole or len(digits) >= _LONG_NUMBER
                yield Form(digits, Needs.WORDS if is_long else Needs.CALL)


def _numbers(text: str) -> Iterator[tuple[str, bool]]:
    """Digits, and whether they are the number as it stands."""
    groups = re.findall(r"\d+", text)
    digits = "".join(groups)
    yield digits, True
    if (direct := _DIRECT.search(text)) and not text.strip().startswith("+1"):
        yield from _numbers(f"{text[: direct.start()]}0")  # the switchboard
    if not re.match(r"\s*(?:\(?\+|00)", text):
        if digits.startswith("0"):
            yield digits[1:], False
        yield from _local(groups)
        return
    digits = digits.removeprefix("00")
    code = 1 if digits[:1] in ("1", "7") else 2 if _TWO_DIGIT_CODE.match(digits) else 3
    national = digits[code:].removeprefix("0")
    for before in (digits[:code], f"{digits[:code]}0", f"00{digits[:code]}", f"011{digits[:code]}", "0", ""):
        yield before + national, False
    yield from _local(groups[1:])


def _local(groups: list[str]) -> Iterator[tuple[str, bool]]:
    """Without the code of the area, where one stands apart."""
    if len(groups) > 1:
        rest = groups[2:] if groups[0] == "0" and len(groups) > 2 else groups[1:]
        yield "".join(rest), False
