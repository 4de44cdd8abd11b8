"""What stands in a year's folder beside its facts, its report and its list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ..files.yaml_model import KeyPath
from ..findings import Finding
from ..model import DisclosureFacts, Exhibit, OwnFile, Section
from ..model.stated.reconciled import LastReconciliation
from ..model.wording import WordingFile
from .collecting import Collecting
from .disclosure_yml import FACTS_FILE
from .eu_importer import read_eu_importer
from .exhibits import read_exhibits
from .left_out import left_out
from .pictures import read_pictures
from .reconciled_yml import read_reconciled
from .sections import read_form_texts
from .wording import FOLDER, read_wording


@dataclass(frozen=True)
class TextsBeside:
    """The texts of the form, the wording, and what the last reconciliation gave."""

    form_files: tuple[Section, ...]
    wording: tuple[WordingFile, ...]
    reconciled: LastReconciliation | None
    """None where the list was never reconciled, or this cannot be read."""


@dataclass(frozen=True)
class FilesBeside:
    """Exhibits, pictures, and the text of an importer into the EU."""

    exhibits: tuple[Exhibit, ...]
    pictures: tuple[OwnFile, ...]
    eu_importer: Section | None
    """None where there is none, or it cannot be read."""


def read_texts_beside(folder: Path, shown: str, found: list[Finding]) -> TextsBeside:
    """What could be read; the findings go into ``found``."""
    form_files, of_form = read_form_texts(folder / "form", f"{shown}/form")
    wording, of_wording = read_wording(folder / FOLDER, f"{shown}/{FOLDER}")
    found += [*of_form, *of_wording]
    reconciled = None
    with Collecting(found):
        reconciled = read_reconciled(folder, shown)
    return TextsBeside(form_files, wording, reconciled)


def read_files_beside(
    folder: Path,
    shown: str,
    facts: DisclosureFacts | None,
    lines: Mapping[KeyPath, int],
    found: list[Finding],
) -> FilesBeside:
    """What could be read, and what is left out; exhibits only where the ``facts`` name them."""
    exhibits: tuple[Exhibit, ...] = ()
    if facts is not None:
        exhibits, of_exhibits = read_exhibits(folder, shown, facts, f"{shown}/{FACTS_FILE}", lines)
        found += of_exhibits
    pictures, of_pictures = read_pictures(folder, shown)
    found += of_pictures
    eu_importer = None
    with Collecting(found):
        eu_importer, of_importer = read_eu_importer(folder, shown)
        found += of_importer
    found += left_out(folder, shown)
    return FilesBeside(exhibits, pictures, eu_importer)
