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


def test_the_script_of_the_annex_has_the_same_rule(repo: Path) -> None:
    script = (repo / "site_overrides/assets/javascripts/annex-csv.js").read_text(encoding="utf-8")
    (found,) = re.findall(r"/\^\(\?:(.*)\)/\n", script)
    theirs = re.compile(found.replace(r"[\0-", r"[\x00-"))
    letters = [chr(code) for code in range(0x10000) if not 0xD800 <= code < 0xE000]
    for text in (*letters, *(f"{one}=" for one in letters)):
        assert bool(theirs.match(text)) == bool(module._FORMULA.match(text)), ascii(text)
