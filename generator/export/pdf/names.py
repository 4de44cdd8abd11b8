"""The PDF files' names, and what the documents page says of them. Imports nothing that takes time."""

from __future__ import annotations

from ...model import Disclosure


def web(year: int) -> str:
    return f"form-sd-{year}.pdf"


def form(year: int) -> str:
    return f"form-sd-{year}-edgar.pdf"


def exhibit(year: int) -> str:
    return f"ex1-01-{year}-edgar.pdf"


def reserved(year: int) -> frozenset[str]:
    """Names that no file of people's own may have in the year's documents."""
    return frozenset({web(year), form(year), exhibit(year)})


def described(disclosure: Disclosure, name: str) -> tuple[str, str]:
    """Title and purpose of a file."""
    form_name, year = disclosure.facts.filing.form_name, disclosure.year
    copy = "A courtesy copy for EDGAR beside the HTML document, which is the filing: without links."
    if name == form(year):
        return f"{form_name} (PDF for EDGAR)", copy
    if name == exhibit(year):
        return f"Exhibit 1.01 to {form_name}, Conflict Minerals Report (PDF for EDGAR)", copy
    return f"{form_name} for {year} as a PDF", "Everything in one accessible file, to read, print and keep."
