"""The redline and the filing sheet as who gets them by mail opens them: axe, and a phone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page

from generator.cli import main
from tests.support.axe import run_axe
from tests.support.browser import overflow_px
from tests.support.builders import ROWS, YML, write_year

pytestmark = [pytest.mark.site, pytest.mark.browser]

TEXT = "# Words\n\nWe asked {0} of them.\n\n| One | Two |\n|---|---|\n| a | {0} |\n\n-   An item for {0}\n"
LONG = "Invented-Refinery-With-A-Name-That-Has-No-Blank-Anywhere-In-It Works"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both files, of an invented year that has changes of every kind."""
    root = tmp_path_factory.mktemp("sent")
    before = YML.replace("2021", "2020").replace("2022", "2021").replace("suppliers: 7", "suppliers: 9")
    for year, yml, rows, word in (
        (2020, before, (ROWS[0], ("Tin", "", "Gone Works", "PERU", "Open")), "each"),
        (2021, YML, (*ROWS, ("Tin", "", LONG, "PERU", "Open")), "most"),
    ):
        made = write_year(root / "data", year=year, yml=yml, rows=rows)
        (made / "report" / "05-words.md").write_text(TEXT.format(word), encoding="utf-8")
    for command in (["redline", "--only", "html"], ["export", "--only", "edgar"]):
        options = ["2021", "--data", str(root / "data"), "--to", str(root / command[0])]
        done = CliRunner().invoke(main, [command[0], *options, *command[1:]])
        assert done.exit_code == 0, done.output
    return root


@pytest.fixture(params=[1280, 390, 320])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": request.param, "height": 900}, offline=True)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", ["redline-2021-since-2020.html", "filing-sheet.html"])
def test_axe_finds_nothing_and_the_page_is_no_wider_than_its_window(
    page: Page, folder: Path, name: str
) -> None:
    (path,) = folder.rglob(name)
    page.goto(path.as_uri())
    assert [str(one) for one in run_axe(page)] == []
    assert overflow_px(page) <= 0
