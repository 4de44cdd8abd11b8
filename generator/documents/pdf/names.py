"""The PDF files' names, and what the documents page says of them. Imports nothing that takes time."""

from __future__ import annotations

from ...model import Asset, Disclosure, Route

_WEB, _REPORT = "form-sd-{}.pdf", "conflict-minerals-report-{}.pdf"
_FORM, _EXHIBIT = "form-sd-{}-edgar.pdf", "ex1-01-{}-edgar.pdf"
"""Names in the original filing; those of an amendment end in its number."""


def web(disclosure: Disclosure) -> str:
    """The website copy of the form with its report."""
    return disclosure.file_name(_WEB.format(disclosure.year))


def report(disclosure: Disclosure) -> str:
    """The website copy of a report that is restated without its form."""
    return disclosure.file_name(_REPORT.format(disclosure.year))


def form(disclosure: Disclosure) -> str:
    """The copy for EDGAR of the form."""
    return disclosure.file_name(_FORM.format(disclosure.year))


def exhibit(disclosure: Disclosure) -> str:
    """The copy for EDGAR of Exhibit 1.01."""
    return disclosure.file_name(_EXHIBIT.format(disclosure.year))


def every(disclosure: Disclosure) -> tuple[str, ...]:
    """The names that there can be, in the order in which they are listed."""
    return (web(disclosure), report(disclosure), form(disclosure), exhibit(disclosure))


def every_base(year: int) -> tuple[str, ...]:
    """The names that there can be in an original filing."""
    return (_WEB.format(year), _REPORT.format(year), _FORM.format(year), _EXHIBIT.format(year))


def of(disclosure: Disclosure) -> tuple[str, ...]:
    """The names of a year's files, in the order in which they are listed."""
    has_report = disclosure.facts.form.route is Route.REPORT
    if not disclosure.facts.has_form:
        return (report(disclosure),) if has_report else ()
    names = (web(disclosure), form(disclosure))
    return (*names, exhibit(disclosure)) if has_report else names


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
    if name == form(disclosure):
        return f"{form_name} (PDF for EDGAR)", copy
    if name == exhibit(disclosure):
        return f"Exhibit 1.01 to {form_name}, Conflict Minerals Report (PDF for EDGAR)", copy
    if name == report(disclosure):
        return f"Conflict Minerals Report for {year} as a PDF", "One accessible file to read, print and keep."
    with_report = " with its Conflict Minerals Report" if disclosure.facts.form.route is Route.REPORT else ""
    title = f"{form_name}{with_report} for {year} as a PDF"
    return title, "Everything in one accessible file, to read, print and keep."
