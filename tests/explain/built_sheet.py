"""Filing sheets, for the text of FS-001."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from generator.documents.output import Output
from generator.pipeline import export_files, filing_sheets, load
from tests.support.builders import YML, write_year

Build = Callable[[Path], set[str]]
OWN = YML.replace("  signed_elsewhere: Invented, so that nobody signs\n", "").replace("final", "draft")


def _exported(yml: str) -> Build:
    def build(data: Path) -> set[str]:
        write_year(data, yml=yml)
        years = load(data, 2021)
        files, _ = export_files(years, Output(kinds=("edgar",)))
        _, found = filing_sheets(years, files)
        return {finding.code for finding in found}

    return build


SHEETS: dict[str, tuple[Build, Build]] = {
    "FS-001": (
        _exported(OWN),
        _exported(
            OWN.replace(
                "  short_name: Invented Devices\n", "  short_name: Invented Devices\n  cik: 1107843\n"
            )
        ),
    ),
}
