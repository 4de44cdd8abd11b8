"""Texts that a spreadsheet could take for a formula get an apostrophe, and no others."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.files import formula_safe as module
from generator.files.formula_safe import formula_safe
from generator.verify.apostrophes import without_apostrophe

SIGNS = "=+-@＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋−"
AHEAD = (
    "",
    " ",
    "\t",
    "\r",
    "\n",
    "\u00a0",
    "\u3000",
    "\u200b",
    "\ufeff",
    "\u00ad",
    "\u202e",
    "'",
    '"',
    "“",
    "‘’ \u2060",
    "\u061c",
    "\u3164",
    "\u2800",
    "\ufe0f",
    "\U000e0041",
)


@pytest.mark.parametrize("ahead", AHEAD)
@pytest.mark.parametrize("sign", SIGNS)
def test_every_sign_that_begins_a_formula_gets_an_apostrophe(sign: str, ahead: str) -> None:
    text = f"{ahead}{sign}1+1"
    assert formula_safe(text) == f"'{text}"
    assert formula_safe(formula_safe(text)) == f"''{text}"
    assert without_apostrophe(formula_safe(text)) == text
    assert without_apostrophe(formula_safe(f"'{text}")) == f"'{text}"


@pytest.mark.parametrize("text", ["\tWorks", "\rWorks", "\nWorks"])
def test_a_text_that_begins_with_the_end_of_a_cell_gets_one(text: str) -> None:
    assert formula_safe(text) == f"'{text}"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Works",
        "'Quoted Works",
        '"Quoted" Works',
        " Works",
        "\u200bWorks",
        "A = B",
        "a@b",
        "– Works",
        "1-2",
        "( = )",
        "'",
    ],
)
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert formula_safe(text) == without_apostrophe(text) == text


def test_files_of_a_view_hold_lines_of_the_file_that_the_build_wrote(repo: Path) -> None:
    """So that the rule stands once: the script quotes nothing but what was asked for, behind a sharp sign."""
    script = (repo / "site_overrides/assets/javascripts/annex/files.js").read_text(encoding="utf-8")
    quoted = re.findall(r"`\"(.*?)\"`", script)
    assert len(quoted) == 1
    assert quoted[0].startswith("# ")
    letters = [chr(code) for code in range(0x10000) if not 0xD800 <= code < 0xE000]
    assert not any(module._FORMULA.match(f"# {one}") for one in letters)
