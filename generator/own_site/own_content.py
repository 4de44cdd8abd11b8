"""Whether a site is the company's own: its address, one company in all years, nothing of the example."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from ..checks.sentences import sentences_in
from ..checks.waivers import waived
from ..files.ordinary import pages_in
from ..findings import Finding
from ..findings.catalogue import (
    DATA_NOT_OWN,
    PAGE_NOT_OWN,
    REGISTRANT_OTHER,
    SECTION_NOT_OWN,
    SITE_URL_NOT_OWN,
)
from ..model import Disclosure, LineRef
from ..model.counted import counted
from ..pipeline import LoadedYear, Year
from .example import FILE_NUMBER, LIST, NAME, SENTENCES

_NO_PUBLIC_NAME = (
    "example.com", "example.org", "example.net", "example", "test", "invalid", "localhost", "localdomain",
    "local", "lan", "home.arpa",
)  # fmt: skip
_NUMBER = re.compile(r"\d+|0x[\da-f]*", re.IGNORECASE)
"""The last part of a host that is read as a number: no name ends so."""
_SETTINGS = "mkdocs.yml"
_FEWEST_WORDS = 8
"""A shorter sentence may be anybody's."""
_PAGE_OF_EXAMPLE = re.compile(
    r"The pages for 2021 restate|Where a page says that it restates a filing as an example"
    r"|its example site is built",
    re.IGNORECASE,
)
"""What the pages of the example say of it. The rest of them is true of any site."""


def not_own(docs: Path, years: Iterable[LoadedYear], site_url: str | None) -> list[Finding]:
    """OW-001 to OW-005, of the finals that are no example; none where there are no such years.

    ``site_url`` is that of ``mkdocs.yml``; None: there are no settings, and nothing is said of it.
    """
    every = [year.disclosure for year in years if isinstance(year, Year)]
    finals = [one for one in every if _must_be_own(one)]
    if not finals:
        return []
    is_example_company = any(one.facts.registrant.name == NAME for one in finals)
    found = [*_address(site_url), *_pages(docs, may_name_it=is_example_company)]
    for one in finals:
        found += waived(one, [*_data(one, every), *_sections(one)])
    for one in every:  # a draft too: what was published before it stands under its name
        found += waived(one, _registrant(one, every))
    return found


def _must_be_own(disclosure: Disclosure) -> bool:
    return not (disclosure.facts.filing.is_draft or disclosure.facts.example)


def _address(site_url: str | None) -> Iterator[Finding]:
    """OW-001: the site has a public address."""
    if site_url is None or not is_no_public_address(site_url):
        return
    message = "the site has no address"
    if site_url:
        message = f"the address of the site is '{site_url}', which is an example or leads to no public place"
    advice = f"State site_url in {_SETTINGS}: the address at which readers will find the site."
    yield Finding(SITE_URL_NOT_OWN, message, LineRef(_SETTINGS), advice)


def is_no_public_address(site_url: str) -> bool:
    """Whether no reader can have the address: none, an example, a name or number of this machine."""
    try:
        parts = urlsplit(site_url if "//" in site_url else f"//{site_url}")
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return True
    if not host or any(host == name or host.endswith(f".{name}") for name in _NO_PUBLIC_NAME):
        return True
    try:
        return not ip_address(host).is_global
    except ValueError:
        return "." not in host or bool(_NUMBER.fullmatch(host.rpartition(".")[2]))


def public_part(site_url: str) -> str:
    """The address where readers can have it, else empty."""
    return "" if is_no_public_address(site_url) else site_url


def _pages(docs: Path, *, may_name_it: bool) -> Iterator[Finding]:
    """OW-002: no page that people own says that it is of the example.

    ``may_name_it``: the company of which the example tells publishes its own.
    """
    for path in pages_in(docs):
        text = path.read_text(encoding="utf-8", errors="replace")
        for number, line in enumerate(text.splitlines(), start=1):
            if is_of_example(line.replace(NAME, "") if may_name_it else line):
                where = LineRef(path.relative_to(docs.parent).as_posix(), number)
                message = f"a sentence of the program's example stands here: '{line.strip()[:100]}'"
                yield Finding(
                    PAGE_NOT_OWN, message, where, "Say here what is so of your company, or delete it."
                )


def is_of_example(line: str) -> bool:
    """Whether a line of a page says something of the example alone."""
    return bool(_PAGE_OF_EXAMPLE.search(line)) or NAME in line


def _registrant(disclosure: Disclosure, every: Sequence[Disclosure]) -> Iterator[Finding]:
    """OW-003: the same company files in each year, unless the year says that its name changed."""
    before = [one for one in every if one.year < disclosure.year and not one.facts.example]
    last = max(before, key=lambda one: one.year, default=None)
    now = disclosure.facts.registrant
    if last is None or now.former_name or disclosure.facts.example:
        return
    if not (_must_be_own(disclosure) or _must_be_own(last)):
        return
    then, filers = last.facts.registrant, last.facts.registrants
    pairs = (
        ("name", then.name, now.name, {_letters(one.name) for one in filers}),
        (
            "commission_file_number",
            then.commission_file_number,
            now.commission_file_number,
            {_letters(one.commission_file_number or "") for one in filers},
        ),
    )
    for name, earlier, own, known in pairs:
        if earlier and own and _letters(own) not in known:
            message = f"registrant.{name} is '{own}', and that of {last.year} is '{earlier}'"
            advice = (
                f"If the folder {last.year} is of another company, remove it. If the name changed, state the"
                " former one in registrant.former_name."
            )
            yield Finding(REGISTRANT_OTHER, message, disclosure.where("registrant", name), advice)


def _letters(text: str) -> str:
    """Letters and digits: capitals, signs, and zeros in front of a file number make no other company."""
    plain = "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))
    return "".join(part.lstrip("0") for part in re.findall(r"[^\W_]+", plain.casefold()))


def _data(disclosure: Disclosure, every: Sequence[Disclosure]) -> Iterator[Finding]:
    """OW-004: nothing of the example stands in the data; a year that was imported is that of its filing."""
    if not disclosure.facts.filing.imported:
        yield from _of_example(disclosure)
    for other in every:
        if other.facts.example:
            message = (
                f"the folder {other.year} is an example, and would be published beside {disclosure.year}"
            )
            yield Finding(DATA_NOT_OWN, message, other.where("example"), "Remove the folder.")


def _of_example(disclosure: Disclosure) -> Iterator[Finding]:
    one = disclosure.facts.registrant
    advice = "Mark the year as 'example: yes', or put your own in its place."
    for name, value, of_example in (
        ("name", one.name, NAME),
        ("commission_file_number", one.commission_file_number, FILE_NUMBER),
    ):
        if value == of_example:
            message = f"registrant.{name} is that of the program's example: '{value}'"
            yield Finding(DATA_NOT_OWN, message, disclosure.where("registrant", name), advice)
    if list_fingerprint(disclosure) == LIST:
        message = "the list is that of the program's example, row by row"
        where = LineRef(disclosure.all_rows[0].where.file)
        yield Finding(DATA_NOT_OWN, message, where, advice)


def list_fingerprint(disclosure: Disclosure) -> str:
    """Of the rows as filed, whatever their order; empty where there is no list."""
    rows = [
        f"{row.metal.value}|{row.name}|{row.country.filed if row.country else ''}"
        for row in disclosure.all_rows
    ]
    return hashlib.sha256("\n".join(sorted(rows)).encode()).hexdigest() if rows else ""


def _sections(disclosure: Disclosure) -> Iterator[Finding]:
    """OW-005: no section has sentences that were written for the example."""
    for file, text in texts_of(disclosure):
        kept = [one for one in telling_sentences(text) if sentence_mark(one) in SENTENCES]
        if kept:
            message = f"{counted(len(kept), 'sentence is', 'sentences are')} those of the program's example"
            message += f", the first: '{kept[0][:120]}'"
            advice = "Say in your own words what was done in your company."
            yield Finding(SECTION_NOT_OWN, message, LineRef(file, _line_of(kept[0], text)), advice)


def texts_of(disclosure: Disclosure) -> Iterator[tuple[str, str]]:
    """What people wrote for the year in sentences: each file as findings name it, with its text."""
    yield from ((one.file, one.text) for one in (*disclosure.sections, *disclosure.form_files))
    yield from ((one.file, one.text) for one in disclosure.wording)


def _line_of(sentence: str, text: str) -> int:
    """The line on which a sentence begins, whose blanks and years may be other ones in the text."""
    words = (r"\d{4}".join(map(re.escape, word.split("####"))) for word in sentence.split()[:4])
    found = re.search(r"\s+".join(words), text)
    return text.count("\n", 0, found.start() if found else 0) + 1


def telling_sentences(text: str) -> list[str]:
    """The sentences that are long enough to be somebody's own, without years and comments."""
    return [one for one in sentences_in(text) if len(one.split()) >= _FEWEST_WORDS]


def sentence_mark(sentence: str) -> str:
    """A short fingerprint, so that the program need not hold the sentences twice."""
    return hashlib.sha256(" ".join(sentence.split()).casefold().encode()).hexdigest()[:12]
