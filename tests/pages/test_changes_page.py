"""The page that says what changed against the year before."""

import re
from dataclasses import replace
from typing import Any

import pytest

from generator.model import Disclosure, FacilityList, Metal, OtherMineral, Period, Smelter
from generator.pages import changes_page
from generator.prose.facts import facts_of
from generator.years.changes import list_changes
from generator.years.trend import figures_of
from tests.support.builders import PERU, disclosure, smelter


def of(year: int, *rows: Smelter, **changes: Any) -> Disclosure:
    return replace(disclosure(*rows, **changes), period=Period(year))


def page(before: Disclosure, after: Disclosure) -> str:
    figures = figures_of(before, facts_of(before)), figures_of(after, facts_of(after))
    return changes_page.render(before, after, list_changes(before, after), figures, ()).markdown


def rows(text: str) -> list[list[str]]:
    """The words of each row that changed, cell by cell."""
    found = re.findall(r"<tr role=\"row\" data-change.*?</tr>", text, re.DOTALL)
    return [
        [
            " ".join(re.sub(r"<[^>]+>", " ", cell).split())
            for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)
        ]
        for row in found
    ]


def test_the_rows_of_both_years_add_up() -> None:
    text = page(
        of(2020, smelter("A", 2), smelter("B", 3)),
        of(2021, smelter("B", 2), smelter("C", 3), smelter("D", 4)),
    )
    assert (
        "The list for 2020 has 2 rows. 1 of them is gone, and 2 were added: 2 − 1 + 2 = 3 rows for 2021."
        in text
    )


def test_a_row_says_what_it_was_and_what_it_is() -> None:
    before = smelter("Old", cid="CID000035", status=0)
    text = page(of(2020, before), of(2021, replace(before, name="New", country=PERU)))
    assert rows(text) == [["New", "Renamed, moved", "Old Japan", "New Peru", "Gold", "Peru"]]


def test_a_row_that_is_gone_leads_to_last_years_list() -> None:
    text = page(of(2020, smelter("A", 2), smelter("B", 3, anchor="gold-b")), of(2021, smelter("A", 2)))
    assert 'href="../../2020/annex/#gold-b"' in text
    assert (rows(text)[0][1], rows(text)[0][3]) == ("Gone", "Not listed")


def test_rows_that_may_be_the_same_lead_to_each_other() -> None:
    text = page(
        of(2020, smelter("Yokohama Metal", anchor="then")), of(2021, smelter("Yokohama Metals", anchor="now"))
    )
    gone, added = rows(text)
    assert gone[0] == "Yokohama Metal May be the same as Yokohama Metals"
    assert added[0] == "Yokohama Metals May be the same as Yokohama Metal"
    assert text.count('href="../annex/#now"') == text.count('href="../../2020/annex/#then"') == 2


def test_only_kinds_and_metals_that_there_are_can_be_chosen() -> None:
    text = page(
        of(2020, smelter("A", 2)),
        of(2021, smelter("A", 2), smelter("B", 3), smelter("C", 4, metal=Metal.TIN)),
    )
    assert re.findall(r'id="fsd-(?:change|metal)-([\w-]+)"', text) == ["all", "added", "all", "gold", "tin"]


def test_every_kind_of_change_has_a_rule_in_the_style_sheet() -> None:
    from generator.files.program import shipped
    from generator.years.changes import Kind

    style = (shipped("site_overrides") / "assets/stylesheets/years.css").read_text(encoding="utf-8")
    for kind in Kind:
        assert f'#fsd-change-{kind.value}:checked) tbody tr:not([data-change~="{kind.value}"])' in style
    for metal in (*map(str.lower, Metal), "other"):
        assert f'#fsd-metal-{metal}:checked) tbody tr:not([data-mineral="{metal}"])' in style


def test_other_words_for_a_status_are_told() -> None:
    words = [{"label": "Conformant", "class": "conformant"}]
    after = of(2021, smelter(), statuses=words)
    assert "The words for a status are not the same" in page(of(2020, smelter()), after)


@pytest.mark.parametrize("without", [2020, 2021])
def test_a_year_without_a_list_has_figures_alone(without: int) -> None:
    years = [of(year, *([] if year == without else [smelter()])) for year in (2020, 2021)]
    text = page(*years)
    assert f"The disclosure for {without} has no list" in text
    assert "Figures for 2020 and 2021" in text
    assert not rows(text)


def test_a_row_that_lost_its_status_says_so_in_the_words_of_all_pages() -> None:
    others = smelter("A", 2), smelter("B", 3)
    text = page(of(2020, *others), of(2021, others[0], replace(others[1], status=None)))
    ((name, kind, _, now, *_),) = rows(text)
    assert (name, kind, now) == ("B", "Another status", "No status given")


def test_a_column_that_one_year_lacks_is_named() -> None:
    bare = replace(smelter(), status=None)
    assert "The list for 2020 gives no statuses, so that statuses are not compared." in page(
        of(2020, bare), of(2021, smelter())
    )


def test_a_list_that_is_the_same_says_so() -> None:
    text = page(of(2020, smelter()), of(2021, smelter()))
    assert "none is gone, and none was added" in text
    assert "No row of the list says anything else" in text


def test_countries_of_origin_are_compared_by_country() -> None:
    before = of(2020, smelter(), origins={"countries": ["Peru", "Korea, Republic of"]})
    after = of(2021, smelter(), origins={"countries": ["South Korea", "Rwanda"]})
    text = page(before, after)
    assert "Rwanda" in text.partition("Named for 2021 and not for 2020")[2][:80]


def test_names_from_the_list_stay_text() -> None:
    text = page(
        of(2020, smelter("Kept", 2)), of(2021, smelter("Kept", 2), smelter("<img src=x> {{ 1 }} *x*", 3))
    )
    assert "<img" not in text
    assert "&lt;img src=x&gt; {{ 1 }} *x*" in text


def test_rows_that_no_total_counts_are_told_beside_the_sum() -> None:
    def with_cobalt(year: int, gold: tuple[Smelter, ...], cobalt: tuple[Smelter, ...]) -> Disclosure:
        beside = tuple(replace(one, metal=OtherMineral("Cobalt"), list_key="b") for one in cobalt)
        lists = (
            FacilityList("a", "A", tuple(replace(one, list_key="a") for one in gold)),
            FacilityList("b", "B", beside, is_counted=False),
        )
        return replace(of(year), smelters=lists[0].smelters, lists=lists)

    before = with_cobalt(2020, (smelter("A", 2), smelter("B", 3)), (smelter("X", 4),))
    after = with_cobalt(2021, (smelter("A", 2), smelter("C", 3)), (smelter("X", 4), smelter("Y", 5)))
    text = page(before, after)
    assert (
        "The list for 2020 has 2 rows. 1 of them is gone, and 1 was added: 2 − 1 + 1 = 2 rows for 2021."
        " Beside these, rows that are part of no total: 1 for 2020, 2 for 2021." in text
    )
    assert [row[0] for row in rows(text)] == ["B", "C", "Y"]
    line = changes_page.since_line(2020, list_changes(before, after))
    assert ">1 gone</a>" in line
    assert ">1 added</a>" in line
    assert "1 row that no total counts changed." in line


def test_lists_of_other_minerals_alone_add_up_too() -> None:
    rows_of = [replace(smelter(name, 2), metal=OtherMineral("Cobalt"), list_key="b") for name in "XY"]
    years = [
        replace(of(year), smelters=(), lists=(FacilityList("b", "B", tuple(there), is_counted=False),))
        for year, there in ((2020, rows_of[:1]), (2021, rows_of))
    ]
    assert "has 1 row. 0 of them are gone, and 1 was added: 1 − 0 + 1 = 2 rows for 2021." in page(*years)


def test_where_a_list_is_missing_the_overview_says_that_figures_alone_are_compared() -> None:
    line = changes_page.since_line(2020, None)
    assert "figures alone can be compared" in line
    assert 'href="changes/"' in line
    same = of(2020, smelter("A", 2)), of(2021, smelter("A", 2))
    assert "no row of the list changed." in changes_page.since_line(2020, list_changes(*same))
