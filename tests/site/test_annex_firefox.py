"""The core of the annex in a real Firefox, where one is on the machine."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.annex import ANNEX, ROW
from tests.support.firefox import Tab, find_firefox, open_firefox

pytestmark = [pytest.mark.site, pytest.mark.browser]

PENOLES = "Metalurgica Met-Mex Penoles S.A. De C.V."
NAMES = "[...document.querySelectorAll('#fsd-annex tbody th')].map(th => th.textContent)"
COUNT = "document.querySelector('.fsd-finder__count').textContent"
BOX = ".fsd-finder [type=search]"


@pytest.fixture(scope="module")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tab]:
    executable = find_firefox()
    if executable is None:
        pytest.skip(
            "NOT TESTED IN FIREFOX: none is installed here (Debian, Ubuntu: apt-get install firefox-esr)"
        )
    with open_firefox(executable, tmp_path_factory.mktemp("firefox")) as tab:
        yield tab


@pytest.fixture
def tab(firefox: Tab, served: str) -> Tab:
    """The annex of the 2021 filing, loaded anew."""
    firefox.goto("about:blank")
    firefox.goto(f"{served}{ANNEX}")
    firefox.comes_true("!!document.querySelector('.fsd-list--live')", True)
    return firefox


def test_typed_words_find_rows_and_stand_in_the_address(tab: Tab) -> None:
    tab.click(BOX)
    tab.press("PEÑOLES met")
    tab.comes_true(NAMES, [PENOLES])
    tab.comes_true("location.search", "?find=PE%C3%91OLES+met")
    text = "hit => hit.startContainer.data.slice(hit.startOffset, hit.endOffset)"
    marked = f"[...(CSS.highlights.get('fsd-hit') ?? [])].map({text})"
    tab.comes_true(f"({marked}).sort()", ["Met", "Met", "Penoles"])
    tab.comes_true("document.querySelector('.fsd-finder__live').textContent", "1 of 298 rows")
    tab.press("Escape")
    tab.comes_true(f"{NAMES}.length", 298)


def test_a_choice_by_mouse_filters_and_can_be_taken_back(tab: Tab) -> None:
    tab.click("input[name=metal][value=tin]")
    tab.comes_true(f"{NAMES}.length", 76)
    assert tab.evaluate(COUNT) == "76 of 298 rows"
    tab.comes_true("location.search", "?metal=tin")
    tab.go_back()
    tab.comes_true(f"{NAMES}.length", 298)
    tab.click("input[name=metal][value=gold]")
    tab.comes_true("document.querySelectorAll('.fsd-chip').length", 1)
    tab.click(".fsd-chip")
    tab.comes_true(COUNT, "298 rows")


def test_columns_sort_up_and_down(tab: Tab) -> None:
    """By mouse: no button of any page takes a key that Firefox was told to press."""
    state = "document.querySelector('[data-column=name]').getAttribute('aria-sort')"
    tab.click("[data-column=name] button")
    tab.comes_true(state, "ascending")
    tab.comes_true(f"{NAMES}.length", 298)
    first = tab.evaluate(NAMES)
    tab.click("[data-column=name] button")
    tab.comes_true(state, "descending")
    tab.comes_true(f"[{NAMES}.length, {NAMES}[0]]", [298, first[-1]])


def test_nothing_is_found_where_nothing_is(tab: Tab) -> None:
    tab.click(BOX)
    tab.press("zzzz")
    tab.comes_true(NAMES, [])
    assert tab.evaluate(COUNT) == "0 of 298 rows"


@pytest.mark.parametrize("width", [1280, 500])
def test_the_address_of_a_row_leads_to_it(firefox: Tab, served: str, width: int) -> None:
    firefox.set_size(width, 900)
    firefox.goto("about:blank")
    firefox.goto(f"{served}{ANNEX}?metal=gold#{ROW}")
    firefox.comes_true(
        f"""(() => {{
          const name = document.getElementById("{ROW}")?.querySelector("th")
          const {{ left, top, width, height }} = name?.getBoundingClientRect() ?? {{}}
          return !!name?.contains(document.elementFromPoint(left + width / 2 || 0, top + height / 2 || 0))
        }})()""",
        True,
    )
    assert firefox.evaluate("document.querySelector('[aria-current=true]').id") == ROW
    firefox.comes_true("document.documentElement.scrollWidth <= innerWidth", True)
    firefox.set_size(1280, 900)
