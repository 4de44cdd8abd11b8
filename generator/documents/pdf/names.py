"""The PDF files' names, and what the documents page says of them. Imports nothing that takes time."""

from __future__ import annotations

from ...model import Asset, Disclosure, Route


def web(year: int) -> str:
    """The website copy of the form with its report."""
    return f"form-sd-{year}.pdf"


def report(year: int) -> str:
    """The website copy of a report that is restated without its form."""
    return f"conflict-minerals-report-{year}.pdf"


def form(year: int) -> str:
    return f"form-sd-{year}-edgar.pdf"


def exhibit(year: int) -> str:
    return f"ex1-01-{year}-edgar.pdf"


def every(year: int) -> tuple[str, ...]:
    """The names that there can be, in the order in which they are listed."""
    return (web(year), report(year), form(year), exhibit(year))


def of(disclosure: Disclosure) -> tuple[str, ...]:
    """The names of a year's files, in the order in which they are listed."""
    year, has_report = disclosure.year, disclosure.facts.form.route is Route.REPORT
    if not disclosure.facts.has_form:
        return (report(year),) if has_report else ()
    return (web(year), form(year), exhibit(year)) if has_report else (web(year), form(year))


def web_of(disclosure: Disclosure) -> str:
    """The name of the year's website copy; empty where there is none."""
    return next(iter(of(disclosure)), "")


def asset(disclosure: Disclosure, name: str, content: bytes) -> Asset:
    """The file with what the documents page says of it."""
    title, purpose = _described(disclosure, name)
    uri, is_for_edgar = f"{disclosure.year}/documents/{name}", name != web_of(disclosure)
    return Asset(uri, content, title=title, purpose=purpose, is_for_edgar=is_for_edgar)


def _described(disclosure: Disclosure, name: str) -> tuple[str, str]:
    """Title and purpose of a file."""
    form_name, year = disclosure.facts.filing.form_name, disclosure.year
    copy = "A courtesy copy for EDGAR beside the HTML document, which is the filing: without links."
    if name == form(year):
        return f"{form_name} (PDF for EDGAR)", copy
    if name == exhibit(year):
        return f"Exhibit 1.01 to {form_name}, Conflict Minerals Report (PDF for EDGAR)", copy
    if name == report(year):
        return f"Conflict Minerals Report for {year} as a PDF", "One accessible file to read, print and keep."
    with_report = " with its Conflict Minerals Report" if disclosure.facts.form.route is Route.REPORT else ""
    title = f"{form_name}{with_report} for {year} as a PDF"
    return title, "Everything in one accessible file, to read, print and keep."
