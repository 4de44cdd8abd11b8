"""A site whose lists and tables say everything in the filer's own words is compared like any other."""

from __future__ import annotations

from pathlib import Path

from tests.support.builders import write_year
from tests.support.published import publish


def test_own_words_for_rows_and_columns_are_equal(tmp_path: Path) -> None:
    folder = write_year(tmp_path / "data")
    path = folder / "wording" / "annex.md"
    text = path.read_text(encoding="utf-8")
    for old, new in {
        'rows|plural("row", "rows")': 'rows|plural("entry", "entries")',
        "\nSmelter or refiner\n": "\nFacility\n",
        "\nMetal\n": "\nMineral processed\n",
        "\nStatus\n": "\nStanding\n",
    }.items():
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    site = publish(tmp_path / "data", tmp_path / "site", ("edgar", "tables"))
    for name in ("edgar/ex1-01.htm", "smelters-2021.csv", "smelters-2021.json"):
        assert site.differences(f"2021/documents/{name}") == [], name
    assert "Mineral processed" in site.assets["2021/documents/edgar/ex1-01.htm"].content.decode()
    assert site.page_differences("2021/annex/index.html", "<article>", "<article>") == []
