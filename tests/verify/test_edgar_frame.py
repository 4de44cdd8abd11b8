"""What documents for EDGAR have around the text, and the same words where the filer has them."""

from __future__ import annotations

from pathlib import Path

from generator.model import LineRef, Passage
from generator.verify.edgar_frame import without_frame
from tests.support.builders import SECTIONS, write_year
from tests.support.published import publish

DRAFT = "DRAFT: not signed, not dated and not filed"


def test_the_number_on_top_and_the_marks_of_a_draft_are_no_text() -> None:
    texts = (DRAFT, "Exhibit 1.01", "Report", "Exhibit 1.01", DRAFT, "End")
    passages = [Passage(text, LineRef("ex1-01.htm", at)) for at, text in enumerate(texts, start=1)]
    assert [one.text for one in without_frame(passages)] == ["Report", "Exhibit 1.01", "End"]


def test_a_report_may_state_its_own_number(tmp_path: Path) -> None:
    name = next(iter(SECTIONS))
    title, _, rest = SECTIONS[name].partition("\n")
    write_year(tmp_path / "data", sections={**SECTIONS, name: f"{title}\n\nExhibit 1.01\n{rest}"})
    site = publish(tmp_path / "data", tmp_path / "site", ("edgar",))
    assert site.differences("2021/documents/edgar/ex1-01.htm") == []
