"""What a message advises leads into no other error; for what texts show as mended see test_pages.py."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.findings import errors
from generator.model import Route
from generator.pipeline import load_year
from tests.explain.sound_year import OWN
from tests.support.builders import write_year
from tests.support.started_year import start_year


def test_a_filer_without_a_list_removes_what_the_message_names(tmp_path: Path) -> None:
    folder = start_year(tmp_path, 2021, Route.REPORT)
    (folder / "smelters.xlsx").unlink()
    [found] = load_year(tmp_path, 2021).findings
    assert found.advice.endswith(
        "For a filer without a list, remove the entry annex from disclosure.yml, and report/07-annex.md."
    )
    (folder / "report" / "07-annex.md").unlink()
    facts = folder / "disclosure.yml"
    text = facts.read_text(encoding="utf-8")
    facts.write_text(re.sub(r"^annex:\n(?: .*\n)+", "", text, flags=re.MULTILINE), encoding="utf-8")
    assert errors(load_year(tmp_path, 2021).findings) == ()


@pytest.mark.parametrize(
    ("yml", "code", "name"),
    [
        (OWN + "policy: {name: Invented policy}\n", "CP-006", "policy.url"),
        (OWN.replace("  ein: 00-0000042\n", ""), "FM-002", "registrant.ein"),
        (
            OWN.replace("    definition: Invented to be on no list.\n", ""),
            "CP-004",
            "statuses[2].definition",
        ),
        (
            OWN + "counts: {by_status: {Opn: 1}}\n",
            "YM-004",
            "counts.by_status.Opn",
        ),
    ],
)
def test_a_message_names_the_entry_that_must_change(tmp_path: Path, yml: str, code: str, name: str) -> None:
    write_year(tmp_path, yml=yml)
    [found] = [one for one in load_year(tmp_path, 2021).findings if one.code == code]
    assert name in str(found)
