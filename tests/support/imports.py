"""``formsd import`` in a folder of its own, for tests: what it printed, and the year that it wrote."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
import yaml
from click.testing import CliRunner

from generator.cli import main

REPO = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Import:
    """A run of the command."""

    data: Path
    year: int
    output: str
    exit_code: int
    given: Mapping[str, Path]

    @property
    def folder(self) -> Path:
        return self.data / str(self.year)

    @property
    def facts(self) -> dict[str, Any]:
        """``disclosure.yml``, every value as text."""
        text = (self.folder / "disclosure.yml").read_text(encoding="utf-8")
        stated: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)
        return stated

    @property
    def report(self) -> str:
        """All sections, in their order."""
        return "\n".join(
            path.read_text(encoding="utf-8") for path in sorted((self.folder / "report").glob("*.md"))
        )

    @property
    def sheets(self) -> dict[str, list[tuple[str, ...]]]:
        """Sheet to its rows, headings first; an empty cell is the empty text."""
        book = openpyxl.load_workbook(self.folder / "smelters.xlsx")
        return {
            sheet.title: [tuple(str(cell or "") for cell in row) for row in sheet.iter_rows(values_only=True)]
            for sheet in book
        }

    @property
    def notes(self) -> list[str]:
        return [line for line in self.output.splitlines() if line.startswith("IM-005")]

    def verify(self) -> str:
        """What verify prints of the year against the given files; it must end without a difference."""
        against = [part for path in self.given.values() for part in ("--against", str(path))]
        result = CliRunner().invoke(main, ["verify", str(self.year), "--data", str(self.data), *against])
        assert result.exit_code == 0, result.output
        return result.output


def run_import(folder: Path, year: int, **given: bytes | str) -> Import:
    """The command with files of this content: ``form`` and ``exhibit``, as HTML or as a submission."""
    data = folder / "data"
    if not data.is_dir():
        data.mkdir(parents=True)
        shutil.copy(REPO / "data" / "countries.csv", data)
    paths = {}
    for kind, content in given.items():
        raw = content.encode() if isinstance(content, str) else content
        paths[kind] = folder / f"{kind}.{'txt' if raw.startswith(b'<SEC') else 'htm'}"
        paths[kind].write_bytes(raw)
    options = [part for kind, path in paths.items() for part in (f"--{kind}", str(path))]
    result = CliRunner().invoke(main, ["import", str(year), "--data", str(data), *options])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return Import(data, year, result.output, result.exit_code, paths)
