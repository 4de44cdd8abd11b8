"""The PDF files' names, and what the documents page says of them. Imports nothing that takes time."""

from __future__ import annotations

from ...model import Asset, Disclosure, Route


def web(year: int) -> str:
    return f"form-sd-{year}.pdf"


def form(year: int) -> str:
    return f"form-sd-{year}-edgar.pdf"


def exhibit(year: int) -> str:
    return f"ex1-01-{year}-edgar.pdf"


def every(year: int) -> tuple[str, ...]:
    """The names that there can be, in the order in which they are listed."""
    return (web(year), form(year), exhibit(year))


def of(disclosure: Disclosure) -> tuple[str, ...]:
    """The names of a year's files, in the order in which they are listed."""
    year = disclosure.year
    return every(year) if disclosure.facts.form.route is Route.REPORT else (web(year), form(year))


def asset(disclosure: Disclosure, name: str, content: bytes) -> Asset:
    """The file with what the documents page says of it."""
    title, purpose = _described(disclosure, name)
    uri, is_for_edgar = f"{disclosure.year}/documents/{name}", name != web(disclosure.year)
    return Asset(uri, content, title=title, purpose=purpose, is_for_edgar=is_for_edgar)


def _described(disclosure: Disclosure, name: str) -> tuple[str, str]:
    """Title and purpose of a file."""
    form_name, year = disclosure.facts.filing.form_name, disclosure.year
    copy = "A courtesy copy for EDGAR beside the HTML document, which is the filing: without links."
    if name == form(year):
        return f"{form_name} (PDF for EDGAR)", copy
    if name == exhibit(year):
        return f"Exhibit 1.01 to {form_name}, Conflict Minerals Report (PDF for EDGAR)", copy
    with_report = " with its Conflict Minerals Report" if disclosure.facts.form.route is Route.REPORT else ""
    title = f"{form_name}{with_report} for {year} as a PDF"
    return title, "Everything in one accessible file, to read, print and keep."
