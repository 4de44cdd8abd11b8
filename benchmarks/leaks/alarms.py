"""False alarms: what the search says of years that name none of the withheld values."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import yaml

from generator.confidential.search_of_years import NOTHING_ALLOWED
from generator.confidential.site_search import leaks_in
from generator.confidential.year_texts import leaks_in_texts
from generator.findings import Finding
from generator.pipeline import Year, load, render
from tests.support.filings import FILERS, FILINGS, write_filing
from tests.support.golden import CASES, GOLDEN, with_workbooks

from .table import spellings
from .world import Value, hold

REPO = Path(__file__).resolve().parents[2]
_EVERYDAY = Path(__file__).with_name("everyday_names.yml")
_ALARMS = {"PV-001", "PV-003", "PV-006", "PV-008"}


def withheld_values() -> list[Value]:
    """Those of the table, and names made of everyday words."""
    stated = yaml.safe_load(_EVERYDAY.read_text(encoding="utf-8"))
    everyday = [(kind, str(value)) for kind, values in stated.items() for value in values]
    return list(dict.fromkeys([*((one.kind, one.value) for one in spellings()), *everyday]))


def corpora() -> dict[str, Callable[[Path], object]]:
    """Name of each project without a leak, and what writes it; filings where they are at hand."""
    found: dict[str, Callable[[Path], object]] = {"example": _example}
    found.update((f"golden: {case}", lambda folder, case=case: _golden(case, folder)) for case in CASES)
    if FILINGS.is_dir():
        found.update(
            (f"filing: {one.name}", lambda folder, one=one: write_filing(one, folder)) for one in FILERS
        )
    return found


def alarms(write: Callable[[Path], object], project: Path, values: Sequence[Value]) -> Iterator[Finding]:
    """What the search says of the project's texts, pages and files, in which none of the values stands."""
    write(project)
    data = project / "data"
    for year in sorted(data.glob("[0-9]*")):
        hold(year, values)
    years = [year for year in load(data) if isinstance(year, Year)]
    assert years, f"{project.name} cannot be read"
    found = [
        *leaks_in_texts(
            data, years, NOTHING_ALLOWED, docs_dir=project / "docs", settings=project / "mkdocs.yml"
        )
    ]
    site = render(years)
    files = {page.uri: page.complete.encode() for page in site.pages}
    files.update((asset.uri, asset.content) for asset in site.assets)
    found += leaks_in(files, data, years)
    yield from (one for one in found if one.code in _ALARMS)


def _example(folder: Path) -> None:
    for name in ("data", "docs"):
        shutil.copytree(REPO / name, folder / name)
    shutil.copy(REPO / "mkdocs.yml", folder / "mkdocs.yml")


def _golden(case: str, folder: Path) -> None:
    with_workbooks(GOLDEN / case / "input", folder / "data")
