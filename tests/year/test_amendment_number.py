"""The number of an amendment, from which names of files are made."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.pipeline import load_year
from tests.support.builders import YML, write_year
from tests.support.started_year import change_yml


@pytest.mark.parametrize(
    ("number", "says"),
    [
        ("0", "Expected: at least 1."),
        ("100", "Expected: at most 99."),
        ("99999999999999999999", "Expected: at most 99."),
        ("first", "Expected: a whole number."),
    ],
)
def test_a_number_that_no_amendment_has_is_an_error(tmp_path: Path, number: str, says: str) -> None:
    folder = write_year(tmp_path / "data", yml=YML)
    change_yml(folder / "disclosure.yml", filing__amendment=number)
    said = [str(one) for one in load_year(folder.parent, 2021).findings if one.severity == "error"]
    assert len(said) == 1, said
    assert said[0].startswith(f"YM-004 error: 'filing.amendment' is '{number}'")
    assert says in said[0]
