"""Links in the sections to pages that the year does not have."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.model import Route
from generator.pipeline import Year, filing_pages, load_year
from tests.support.builders import disclosure, smelter
from tests.support.started_year import ROWS, start_year
from tests.support.written_sections import found

NO_COVER: dict[str, Any] = {"registrant__address": None}
ALL = "[form](form-sd.md#signatures), [report](report.md), [annex](annex.md)\n"


@pytest.mark.parametrize(
    "text",
    [
        "See [Form SD](form-sd.md#signatures).",
        '<a href="../2021/form-sd.md">Form</a>',
        "[form]: <form-sd.md>",
        "See [Form SD](../form-sd/#signatures).",
        "See [Form SD](/2021/form-sd/).",
        "See [Form SD](form-sd.html).",
        '<a href="form-sd/?a=b">Form</a>',
    ],
)
def test_a_link_to_a_form_that_is_not_shown_is_an_error_where_it_stands(text: str) -> None:
    (message,) = found("SE-008", f"One.\n\n{text}", smelter(), **NO_COVER)
    assert message.startswith("SE-008 error: the link '")
    assert "leads to a page that 2021 does not have (report/01-text.md:5:" in message
    assert message.endswith("Write the words without the link: the cover or the signature is not given.")


def test_links_to_pages_of_the_year_are_no_findings() -> None:
    text = (
        f"{ALL}[others](../2020/annex.md), [glossary](../glossary.md), [files](documents.md), [here](#text)"
        " [up](../), [older](/2020/form-sd/), [out](https://host.internal/2021/form-sd/), [in](form-sd/more/)"
    )
    assert found("SE-008", text, smelter()) == []


def test_a_page_in_a_comment_or_behind_a_question_is_no_link() -> None:
    text = "<!-- [form](form-sd.md) -->\n{% if filing.has_form %}[form](form-sd.md){% endif %}"
    assert found("SE-008", text, smelter(), **NO_COVER) == []


def test_each_page_that_the_year_lacks_is_named_once() -> None:
    changes = NO_COVER | {"form__route": "country-of-origin-inquiry"}
    assert len(found("SE-008", ALL, **changes)) == 3
    assert not disclosure(**changes).has_list


@pytest.mark.parametrize("route", list(Route))
@pytest.mark.parametrize("rows", [ROWS, ()])
def test_the_pages_that_are_made_are_those_that_may_be_linked(
    tmp_path: Path, route: Route, rows: tuple[dict[str, str], ...]
) -> None:
    folder = start_year(tmp_path / "data", 2021, route, rows=rows)
    section = next((folder / "report").glob("02-*.md"))
    section.write_text(section.read_text(encoding="utf-8") + "\n" + ALL, encoding="utf-8")
    year = load_year(tmp_path / "data", 2021)
    assert isinstance(year, Year)
    made = {page.uri.rpartition("/")[2] for page in filing_pages(year).values()}
    missing = [finding.message for finding in year.findings if finding.code == "SE-008"]
    for name in ("form-sd.md", "report.md", "annex.md"):
        assert (name in made) != any(name in message for message in missing), name
