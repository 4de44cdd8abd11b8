"""YAML's own words for no value are no text that would be printed on a form."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.year.disclosure_yml import read_disclosure_yml
from tests.support.builders import YML


@pytest.mark.parametrize("written", ["null", "Null", "NULL", "~"])
def test_an_entry_without_a_value_may_say_so_as_yaml_does(tmp_path: Path, written: str) -> None:
    path = tmp_path / "disclosure.yml"
    path.write_text(f"{YML}\nnotice: {written}\n", encoding="utf-8")
    facts, _ = read_disclosure_yml(path, "disclosure.yml")
    assert facts.notice is None


def test_in_quotes_the_same_word_is_a_text(tmp_path: Path) -> None:
    path = tmp_path / "disclosure.yml"
    path.write_text(f'{YML}\nnotice: "null"\n', encoding="utf-8")
    facts, _ = read_disclosure_yml(path, "disclosure.yml")
    assert facts.notice == "null"
