"""Redlines, for the texts of the codes RL."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from generator.errors import InputError
from generator.redline.redline import Against, redline_files
from tests.support.builders import YML, write_year

Build = Callable[[Path], set[str]]


def _since_the_year_before(*, is_there: bool) -> Build:
    def build(data: Path) -> set[str]:
        folder = write_year(data)
        if is_there:
            shutil.copytree(folder, data / "2020")
            facts = YML.replace("2021", "2020").replace("2022", "2021")
            (data / "2020" / "disclosure.yml").write_text(facts, encoding="utf-8")
        return _codes(data, Against(), ("html",))

    return build


def _against(text: str) -> Build:
    def build(data: Path) -> set[str]:
        write_year(data)
        path = data.parent / f"{data.name}-filed.htm"
        path.write_text(f"<html><body><p>{text}</p></body></html>", encoding="utf-8")
        return _codes(data, Against(files=(path,)), ("pdf",))

    return build


def _codes(data: Path, against: Against, kinds: tuple[str, ...]) -> set[str]:
    try:
        redline_files(data, 2021, against, kinds)
    except InputError as problem:
        return {finding.code for finding in problem.findings}
    return set()


REDLINES: dict[str, tuple[Build, Build]] = {
    "RL-001": (_since_the_year_before(is_there=False), _since_the_year_before(is_there=True)),
    "RL-002": (_against("We asked ලංකා."), _against("We asked them.")),
}
