from __future__ import annotations

import pytest

from generator.checks.files import own_file_name_is_free
from generator.model import OwnFile
from tests.support.builders import disclosure


@pytest.mark.parametrize(
    ("name", "codes"),
    [("letter.pdf", []), ("smelters-2021.csv", ["FI-004"]), ("Smelters-2021.CSV", ["FI-004"])],
)
def test_no_file_of_peoples_own_takes_the_place_of_one_that_is_made(name: str, codes: list[str]) -> None:
    stated = disclosure(files=(OwnFile(name, b""),))
    found = own_file_name_is_free(stated, {"index.html", "smelters-2021.csv"})
    assert [finding.code for finding in found] == codes
