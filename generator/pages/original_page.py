"""The page that lists the files of the filings that an amendment changed, as they were published."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..model import Disclosure, KeptFiling
from ..prose.fact_values import FactStr, date_text
from ..prose.facts import AllFacts
from ..prose.filer_facts import PeriodFacts
from .common_page import filled, front_matter
from .file_lines import File, file_lines
from .page import Page, PageKind

TEMPLATE = "pages/original.md.j2"


@dataclass(frozen=True)
class Filing:
    """A filing with its files."""

    name: str
    """``Form SD``, or ``Form SD/A (Amendment No. 1)``."""
    filed: str
    """The day of filing; empty where it is not known."""
    published: str
    """The day on which its files were recorded as published."""
    edgar_address: str
    """Empty where the address of the filing is not known."""
    files: tuple[File, ...]


@dataclass(frozen=True)
class Context:
    """The names that the template uses."""

    title: str
    period: PeriodFacts
    form_name: FactStr
    """The filing that took their place."""
    is_draft: bool
    """Whether that filing is still being written."""
    filings: tuple[Filing, ...]
    """The oldest first."""
    has_files: bool
    """Whether the page of the present filing has files, and says how to check one."""


def render(disclosure: Disclosure, facts: AllFacts, kept: Sequence[KeptFiling], *, has_files: bool) -> Page:
    """Every filing of the year before the present one. The page is no draft, whatever that one is.

    ``has_files``: the page of the present filing has files.
    """
    year, title = disclosure.year, _title(kept)
    meta = front_matter(
        disclosure,
        kind=PageKind.ORIGINAL,
        title=f"{year} {title[0].lower()}{title[1:]}",
        description=f"Files of {disclosure.facts.registrant.name} for {year} as they were published before"
        " an amendment, with their checksums.",
    )
    context = Context(
        title=title,
        period=facts.period,
        form_name=FactStr(disclosure.facts.filing.form_name, "filing.form_name"),
        is_draft=disclosure.facts.filing.is_draft,
        filings=tuple(_filing(filing, f"{year}/original") for filing in kept),
        has_files=has_files,
    )
    return Page(
        uri=f"{year}/original.md", meta=replace(meta, is_draft=False), marked=filled(TEMPLATE, context)
    )


def _title(kept: Sequence[KeptFiling]) -> str:
    is_original_alone = [filing.amendment for filing in kept] == [None]
    return "Original filing" if is_original_alone else "Earlier filings"


def _filing(filing: KeptFiling, page_folder: str) -> Filing:
    return Filing(
        name=filing.form_name,
        filed=date_text(filing.filed) if filing.filed else "",
        published=date_text(filing.published),
        edgar_address=filing.edgar_url or "",
        files=file_lines(filing.files, page_folder),
    )
