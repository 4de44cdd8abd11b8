"""Where a phrase may stand in a page, a drawing, a script, a table or any other file of text."""

# ruff: noqa: E501

from __future__ import annotations

import base64
import csv
import html
import io
import json
import quopri
from collections.abc import Callable
from urllib.parse import quote

from .table import Spelling

Make = Callable[[Spelling], bytes]
"""The bytes of a file that holds the phrase. Raises ValueError where the file cannot hold such letters."""


def shown(one: Spelling) -> str:
    """The phrase as HTML."""
    return one.phrase if one.is_markup else html.escape(one.phrase, quote=False)


def quoted(one: Spelling) -> str:
    """The phrase in an attribute."""
    return one.phrase.replace('"', "&quot;") if one.is_markup else html.escape(one.phrase)


def bare(one: Spelling) -> str:
    """The phrase in an attribute without quotes, in which no blank may stand."""
    text = quoted(one).replace("<", "&lt;").replace(">", "&gt;").replace("'", "&#39;").replace("=", "&#61;")
    return "".join(f"&#{ord(sign)};" if sign.isspace() else sign for sign in text)


def page(body: str, head: str = "") -> bytes:
    return (
        f'<!doctype html>\n<html lang="en"><head><title>Invented</title>{head}</head>\n'
        f"<body><p>An invented page.</p>\n{body}\n<p>It ends here.</p></body></html>\n"
    ).encode()


def _script(one: Spelling) -> bytes:
    return page(f"<script>const invented = {json.dumps(one.phrase, ensure_ascii=False)};</script>")


def _in_pieces(one: Spelling) -> bytes:
    """Marks inside of words, as an editor leaves them."""
    if one.is_markup:
        raise ValueError("it is markup already")
    words = [word if len(word) < 4 else f"{word[:2]}<b>{word[2:]}</b>" for word in one.phrase.split(" ")]
    return page(f"<p>{' '.join(words)}</p>")


def _table(one: Spelling, delimiter: str = ",") -> str:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(
        (("Metal", "Words"), ("Gold", one.phrase), ("Tin", "Open"))
    )
    return text.getvalue()


def _svg(inside: str) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{inside}</svg>'.encode()


def _words_apart(one: Spelling) -> bytes:
    """A drawing that places each word by itself."""
    words = shown(one).split(" ")
    return _svg(
        "<text>" + " ".join(f'<tspan x="{at}">{word}</tspan>' for at, word in enumerate(words)) + "</text>"
    )


def _mail(one: Spelling) -> bytes:
    text = quopri.encodestring(f"Invented.\n{one.phrase}\n".encode())
    head = b"From: a@invented.test\nTo: b@invented.test\nSubject: Invented\nMIME-Version: 1.0\n"
    return (
        head
        + b"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
        + text
    )


def _unicode_escapes(one: Spelling) -> bytes:
    escaped = "".join(f"\\u{ord(sign):04x}" if ord(sign) < 0x10000 else sign for sign in one.phrase)
    return page(f'<script>show("{escaped}")</script>')


def _base64(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


ROUTES: dict[str, tuple[str, Make]] = {
    "HTML: text": ("html", lambda one: page(f"<p>{shown(one)}</p>")),
    "HTML: table cell": ("html", lambda one: page(f"<table><tr><td>Gold</td><td>{shown(one)}</td></tr></table>")),
    "HTML: marks inside words": ("html", _in_pieces),
    "HTML: hidden element": ("html", lambda one: page(f'<div hidden style="display:none">{shown(one)}</div>')),
    "HTML: title": ("html", lambda one: page("", f"<title>{shown(one)}</title>")),
    "HTML: meta": ("html", lambda one: page("", f'<meta name="description" content="{quoted(one)}">')),
    "HTML: attribute": ("html", lambda one: page(f'<img src="a.png" alt="{quoted(one)}">')),
    "HTML: attribute without quotes": ("html", lambda one: page(f"<p title={bare(one)}>Invented</p>")),
    "HTML: data attribute": ("html", lambda one: page(f'<p data-from="{quoted(one)}">Invented</p>')),
    "HTML: comment": ("html", lambda one: page(f"<!-- {one.phrase} -->")),
    "HTML: comment over lines": ("html", lambda one: page(f"<!--\n  To do:\n  {one.phrase}\n  <p>old</p>\n-->")),
    "HTML: template": ("html", lambda one: page(f"<template><p>{shown(one)}</p></template>")),
    "HTML: text area": ("html", lambda one: page(f"<textarea>{shown(one)}</textarea>")),
    "HTML: frame in an attribute": (
        "html", lambda one: page(f'<iframe srcdoc="{html.escape(f"<p>{shown(one)}</p>")}"></iframe>')
    ),
    "HTML: link": ("html", lambda one: page(f'<a href="search/?q={quote(one.phrase)}">Invented</a>')),
    "HTML: script": ("html", _script),
    "HTML: script with escapes": ("html", _unicode_escapes),
    "HTML: data for search engines": (
        "html", lambda one: page(f'<script type="application/ld+json">{json.dumps({"name": one.phrase})}</script>')
    ),
    "HTML: style": ("html", lambda one: page("", f"<style>p::after {{ content: {json.dumps(one.phrase)} }}</style>")),
    "HTML: page in a data address": (
        "html", lambda one: page(f'<a href="data:text/html;base64,{_base64(shown(one))}">Invented</a>')
    ),
    "HTML: page in a data address, with percent": (
        "html", lambda one: page(f'<a href="data:text/html,{quote(shown(one))}">Invented</a>')
    ),
    "HTML: UTF-16": ("html", lambda one: page(f"<p>{shown(one)}</p>").decode().encode("utf-16")),
    "script: text": ("js", lambda one: f"export const a = {json.dumps(one.phrase, ensure_ascii=False)};\n".encode()),
    "script: comment": ("js", lambda one: f"/* {one.phrase} */\nexport const a = 1;\n".encode()),
    "style sheet: comment": ("css", lambda one: f"/* {one.phrase} */\np {{ color: red }}\n".encode()),
    "source map": ("map", lambda one: json.dumps({"version": 3, "sourcesContent": [f"// {one.phrase}\n"]}).encode()),
    "JSON": ("json", lambda one: json.dumps([{"a": one.phrase}], ensure_ascii=False).encode()),
    "JSON: with escapes": ("json", lambda one: json.dumps([{"a": one.phrase}]).encode()),
    "JSON: key": ("json", lambda one: json.dumps({one.phrase: 1}, ensure_ascii=False).encode()),
    "JSON: search index": ("json", lambda one: json.dumps({"docs": [{"text": f"<p>{shown(one)}</p>"}]}).encode()),
    "JSON: base64": ("json", lambda one: json.dumps({"file": _base64(f"Invented. {one.phrase}.")}).encode()),
    "CSV": ("csv", lambda one: _table(one).encode("utf-8-sig")),
    "CSV: older encoding": ("csv", lambda one: _table(one, ";").encode("cp1252")),
    "CSV: UTF-16": ("csv", lambda one: _table(one, "\t").encode("utf-16")),
    "XML": ("xml", lambda one: f"<?xml version='1.0'?><a><b>{shown(one)}</b></a>".encode()),
    "XML: CDATA": ("xml", lambda one: f"<?xml version='1.0'?><a><![CDATA[{one.phrase}]]></a>".encode()),
    "text": ("txt", lambda one: f"Invented.\n\n{one.phrase}\n".encode()),
    "text: UTF-16 without mark": ("txt", lambda one: f"Invented. {one.phrase}. It ends.".encode("utf-16-be")),
    "text: UTF-32": ("txt", lambda one: f"Invented. {one.phrase}".encode("utf-32")),
    "Markdown": ("md", lambda one: f"# Invented\n\n{one.phrase}\n".encode()),
    "SVG: text": ("svg", lambda one: _svg(f"<text>{shown(one)}</text>")),
    "SVG: words apart": ("svg", _words_apart),
    "SVG: title": ("svg", lambda one: _svg(f"<title>{shown(one)}</title>")),
    "SVG: metadata": ("svg", lambda one: _svg(f"<metadata><x>{shown(one)}</x></metadata>")),
    "message": ("eml", _mail),
}  # fmt: skip
"""Route to the ending of the file and what makes it."""
