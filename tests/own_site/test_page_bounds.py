"""Pages of people that no converter takes are told with their line, in a check and before a build."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import InputError
from generator.own_site.page_bounds import pages_that_are_too_much
from generator.own_site.site_findings import site_findings

NO_MARKDOWN = "SE-015 error: the page is no Markdown that can be converted: "


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "# A\n\n" + "<div>" * 100,
            f"{NO_MARKDOWN}more than 60 HTML",
        ),
        (
            "# A\n\n" + "> " * 40 + "x",
            f"{NO_MARKDOWN}more than 12 lists",
        ),
        (
            "# A\n\n" + "<!--" * 10_000,
            "SE-014 error: the page is too much: more than 50 comments",
        ),
    ],
)
def test_a_page_that_no_converter_takes_is_told(tmp_path: Path, text: str, says: str) -> None:
    page = tmp_path / "docs" / "about" / "us.md"
    page.parent.mkdir(parents=True)
    page.write_text(text)
    (found,) = pages_that_are_too_much(tmp_path / "docs")
    assert str(found).startswith(says)
    assert "(docs/about/us.md:3)" in str(found)
    with pytest.raises(InputError):
        site_findings(tmp_path / "docs", (), None, may_stop=True)


def test_a_page_of_millions_of_signs_is_told(tmp_path: Path) -> None:
    (tmp_path / "us.md").write_text("word " * 500_000)
    (found,) = pages_that_are_too_much(tmp_path)
    assert found.code == "SE-014"


def test_ordinary_pages_are_left_alone(repo: Path) -> None:
    assert not list(pages_that_are_too_much(repo / "docs"))
