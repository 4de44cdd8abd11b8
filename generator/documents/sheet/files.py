"""The filing sheet as HTML to print and as text to paste. Neither is a document of the filing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup, escape

from ...model import Asset, Disclosure
from .values import Sheet, sheet_of

_STYLE = """\
body { font: 11pt/1.5 Georgia, "Times New Roman", serif; max-width: 52em; margin: 2em auto; padding: 0 1em; color: #16263c }
table { border-collapse: collapse; width: 100%; font-size: 0.88em }
th, td { border-top: 1px solid #8a94a3; padding: 0.35em 0.5em; text-align: left; vertical-align: top }
td.exact { white-space: nowrap }
td.sum { font-family: monospace; font-size: 0.85em; word-break: break-all; max-width: 33ch }
li { overflow-wrap: anywhere }
.state { border: 2px solid; padding: 0.5em 0.8em; font-weight: bold }
ul.checks { list-style: "☐  "; padding-left: 1.6em }
@media (max-width: 40em) { td.exact { white-space: normal } }
@media print { body { max-width: none; margin: 0 } tr, li { break-inside: avoid } }
"""  # noqa: E501
_NO_XML = "This sheet is for people. It is no part of the submission, which the filing agent makes."


def sheet_files(disclosure: Disclosure, files: Sequence[Asset], missing: Sequence[str] = ()) -> list[Asset]:
    """``filing-sheet.html`` and ``filing-sheet.txt`` beside the documents; none where there is no form."""
    if not disclosure.facts.has_form or not files:
        return []
    sheet = sheet_of(disclosure, files, missing)
    folder = f"{disclosure.year}"
    return [
        Asset(f"{folder}/filing-sheet.html", _html(sheet).encode()),
        Asset(f"{folder}/filing-sheet.txt", _text(sheet).encode()),
    ]


def _facts(sheet: Sheet) -> Iterator[tuple[str, str]]:
    yield "Form type", sheet.form_type
    for one in sheet.filers:
        yield "Registrant", f"{one.name}; CIK {one.cik}; Commission file number {one.file_number}"
    yield "Period of report", sheet.period
    yield "Filed pursuant to", sheet.rule
    yield "Items", "; ".join(sheet.items)
    yield "Due", sheet.due


def _html(sheet: Sheet) -> str:
    facts = Markup("\n").join(
        Markup('<tr><th scope="row">{}</th><td>{}</td></tr>').format(name, text)
        for name, text in _facts(sheet)
    )
    heads = Markup("").join(
        Markup('<th scope="col">{}</th>').format(name)
        for name in ("Type", "Description", "File", "Bytes", "SHA-256")
    )
    files = Markup("\n").join(
        Markup(
            '<tr><td class="exact">{}</td><td>{}</td><td class="exact">{}</td><td>{}</td>'
            '<td class="sum">{}</td></tr>'
        ).format(one.kind, one.description, one.name, f"{one.size:,}", one.checksum)
        for one in sheet.files
    )
    state = Markup('<p class="state">{}</p>\n').format(sheet.state) if sheet.state else Markup("")
    parts = [
        Markup("<h1>{}</h1>\n{}<p>{}</p>").format(sheet.title, state, _NO_XML),
        Markup("<h2>The submission</h2>\n<table>\n{}\n</table>").format(facts),
        Markup(
            "<h2>Documents</h2>\n<table>\n<thead><tr>{}</tr></thead>\n<tbody>\n{}\n</tbody>\n</table>"
        ).format(heads, files),
        Markup('<h2>Before submission</h2>\n<ul class="checks">\n{}\n</ul>').format(_list(sheet.checks)),
    ]
    if sheet.links:
        parts.append(
            Markup("<h2>Addresses in the documents</h2>\n<ul>\n{}\n</ul>").format(_list(sheet.links))
        )
    meta = '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">'
    head = f"{meta}\n<title>{escape(sheet.title)}</title>\n<style>\n{_STYLE}</style>"
    body = "\n".join(map(str, parts))
    page = f'<!doctype html>\n<html lang="en">\n<head>\n{head}\n</head>\n<body>\n<main>\n{body}\n'
    return f"{page}</main>\n</body>\n</html>\n"


def _list(texts: Sequence[str]) -> Markup:
    return Markup("\n").join(Markup("<li>{}</li>").format(text) for text in texts)


def _text(sheet: Sheet) -> str:
    return "\n".join(_lines(sheet)) + "\n"


def _lines(sheet: Sheet) -> Iterator[str]:
    yield sheet.title
    yield "=" * len(sheet.title)
    yield ""
    if sheet.state:
        yield from (sheet.state, "")
    yield from (_NO_XML, "")
    width = max(len(name) for name, _ in _facts(sheet))
    yield from (f"{name + ':':<{width + 2}}{text}" for name, text in _facts(sheet))
    yield from ("", "Documents", "---------")
    for number, one in enumerate(sheet.files, 1):
        yield f"{number}. {one.kind}  {one.name}  {one.description}"
        yield f"   {one.size:,} bytes, SHA-256 {one.checksum}"
    yield from ("", "Before submission", "-----------------")
    yield from (f"[ ] {text}" for text in sheet.checks)
    if sheet.links:
        yield from ("", "Addresses in the documents", "--------------------------")
        yield from sheet.links
