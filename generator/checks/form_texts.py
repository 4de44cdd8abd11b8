"""Checks of the form's own texts, ``form/``: Item 1.01, and the explanatory note of an amendment."""

from __future__ import annotations

from collections.abc import Iterator

from ..findings import Finding
from ..findings.catalogue import FORM_TEXT_UNUSED, ITEM_ADDRESS, ITEM_TEXT, NOTE_MISSING
from ..model import EXPLANATORY_NOTE, HTML_COMMENT, ITEM_1_01, Disclosure, LineRef, Route, Section
from .form import cover_is_given_whole_or_not
from .prose import Prose


def item_is_written(disclosure: Disclosure) -> Iterator[Finding]:
    """FM-005: Item 1.01 stands in the filer's own words; the program has none for it."""
    if not disclosure.facts.has_form:
        return
    item = _text(disclosure, ITEM_1_01)
    if item is not None and _says_something(item):
        return
    file = item.file if item else _file(disclosure, ITEM_1_01)
    message = "the text of Item 1.01 is empty" if item else "Item 1.01 of the form has no text"
    advice = f"Run: formsd start {disclosure.year}. It writes the file with a text to begin from"
    advice += ", and overwrites nothing." if item is None else " where there is none."
    yield Finding(ITEM_TEXT, message, LineRef(file), advice)


def item_gives_the_address(prose: Prose) -> Iterator[Finding]:
    """FM-006: Item 1.01 gives the address of the disclosure on the web (paragraphs (b) and (c))."""
    disclosure = prose.disclosure
    item, url = _text(disclosure, ITEM_1_01), disclosure.facts.registrant.disclosure_url
    if not disclosure.facts.has_form or item is None or url is None or not _says_something(item):
        return
    body = {section.file for section in disclosure.sections}
    in_item = body | {item.file} if disclosure.facts.form.route is not Route.REPORT else {item.file}
    text = " ".join(section.text for section in prose.sections if section.file in in_item)
    if url.rstrip("/") not in text.replace("\\", "").replace("&amp;", "&"):
        message = f"Item 1.01 does not give the web address of the disclosure, '{url}'"
        advice = "Write in it where the disclosure is publicly available: {{ registrant.disclosure_url }}."
        yield Finding(ITEM_ADDRESS, message, LineRef(item.file, 1), advice)


def amendment_is_explained(disclosure: Disclosure) -> Iterator[Finding]:
    """FM-007: a Form SD/A says what it amends and why."""
    filing = disclosure.facts.filing
    if not disclosure.facts.has_form or filing.amendment is None:
        return
    note = _text(disclosure, EXPLANATORY_NOTE)
    if note is None or not _says_something(note):
        message = f"{filing.form_name} has no explanatory note"
        advice = (
            f"Say in {_file(disclosure, EXPLANATORY_NOTE)} what is amended and why;"
            f" 'formsd start {disclosure.year}' writes one to begin from."
        )
        yield Finding(NOTE_MISSING, message, disclosure.where("filing", "amendment"), advice)


def form_text_is_shown(disclosure: Disclosure) -> Iterator[Finding]:
    """FM-008: a text of the form that nothing shows is left over, or something else is missing.

    Where the form is not shown because a part of its cover is missing, FM-004 says so.
    """
    if any(cover_is_given_whole_or_not(disclosure)):
        return
    shown = disclosure.form_sections
    for text in disclosure.form_files:
        if text in shown:
            continue
        if not disclosure.facts.has_form:
            why, advice = "Form SD is not shown", "Give all of the cover and of the signature"
        else:
            why, advice = "this is no amendment", "Give filing.amendment its number"
        message = f"'{text.slug}.md' is not shown, because {why}"
        yield Finding(FORM_TEXT_UNUSED, message, LineRef(text.file), f"{advice}, or delete the file.")


def _text(disclosure: Disclosure, name: str) -> Section | None:
    return next((text for text in disclosure.form_files if text.slug == name), None)


def _file(disclosure: Disclosure, name: str) -> str:
    """The file of a text that is not there, as findings name it."""
    return f"{disclosure.file.removesuffix('disclosure.yml')}form/{name}.md"


def _says_something(text: Section) -> bool:
    """Whether anything stands below its title, comments aside."""
    lines = HTML_COMMENT.sub("", text.text).strip().split("\n")
    return any(line.strip() for line in lines[lines[0].startswith("# ") :])
