"""What changed from one list to the next."""

from typing import Any

import pytest

from generator.model import Smelter, Status, StatusClass
from generator.years.changes import Kind, ListChanges, list_changes
from tests.support.builders import PERU, disclosure, smelter


def of_class(name: str, label: str = "") -> Status:
    return Status.model_validate({"label": label or name, "class": name})


def changes(before: list[Smelter], after: list[Smelter], **facts: Any) -> ListChanges:
    found = list_changes(disclosure(*before), disclosure(*after, **facts))
    assert found is not None
    return found


def kinds(before: Smelter, after: Smelter) -> tuple[Kind, ...]:
    found = changes([before], [after]).changes
    return found[0].kinds if found else ()


def with_status(status: Status | None) -> Smelter:
    return smelter(cid="CID000035") if status is None else smelter(cid="CID000035", **{"name": "Works"})


@pytest.mark.parametrize(
    ("then", "now", "kind"),
    [
        ("conformant", "active", Kind.WORSE),
        ("conformant", "not_enrolled", Kind.WORSE),
        ("active", "not_conformant", Kind.WORSE),
        ("active", "not_enrolled", Kind.WORSE),
        ("indeterminable", "not_conformant", Kind.WORSE),
        ("indeterminable", "conformant", Kind.BETTER),
        ("not_enrolled", "active", Kind.BETTER),
        ("not_conformant", "indeterminable", Kind.BETTER),
        ("not_enrolled", "not_conformant", Kind.OTHERWISE),
        ("indeterminable", "not_enrolled", Kind.OTHERWISE),
        ("other", "conformant", Kind.OTHERWISE),
    ],
)
def test_a_status_is_better_worse_or_neither(then: str, now: str, kind: Kind) -> None:
    from dataclasses import replace

    row = smelter()
    assert kinds(replace(row, status=of_class(then)), replace(row, status=of_class(now))) == (kind,)


def test_every_pair_of_classes_turned_round_is_the_opposite() -> None:
    from dataclasses import replace

    row, opposite = (
        smelter(),
        {Kind.BETTER: Kind.WORSE, Kind.WORSE: Kind.BETTER, Kind.OTHERWISE: Kind.OTHERWISE},
    )
    for then in StatusClass:
        for now in set(StatusClass) - {then}:
            one, other = replace(row, status=of_class(then)), replace(row, status=of_class(now))
            assert kinds(one, other) == (opposite[kinds(other, one)[0]],), (then, now)


def test_another_word_of_one_class_is_a_change_only_where_the_words_are_the_same() -> None:
    from dataclasses import replace

    row = smelter()
    then = replace(row, status=of_class("indeterminable", "In communication"))
    now = replace(row, status=of_class("indeterminable", "Outreach"))
    assert kinds(then, now) == (Kind.OTHERWISE,)
    words = [{"label": "Conformant", "class": "conformant"}]
    found = changes([then], [now], statuses=words)
    assert found.other_words is not None
    assert found.other_words[1] == ("Conformant",)
    assert not found.changes


def test_nothing_changed() -> None:
    found = changes([smelter(row=2), smelter("Other Works", 3)], [smelter("Other Works", 2), smelter(row=3)])
    assert (found.changes, found.unchanged, found.rows_before, found.rows) == ((), 2, 2, 2)


def test_what_came_what_went_and_what_stayed_add_up() -> None:
    found = changes(
        [smelter("A gone", 2), smelter("B kept", 3)],
        [smelter("B kept", 2), smelter("C new", 3), smelter("D new", 4)],
    )
    assert [(change.kinds, change.row.name) for change in found.changes] == [
        ((Kind.GONE,), "A gone"),
        ((Kind.ADDED,), "C new"),
        ((Kind.ADDED,), "D new"),
    ]
    assert found.rows_before + found.count(Kind.ADDED) - found.count(Kind.GONE) == found.rows
    assert found.unchanged == 1


def test_one_row_may_change_in_several_ways() -> None:
    before = smelter("Old Works", cid="CID000035")
    after = smelter("New Works", cid="CID000035", country=PERU, status=1)
    found = kinds(before, after)
    assert found[1:] == (Kind.RENAMED, Kind.MOVED)
    assert found[0] in (Kind.WORSE, Kind.OTHERWISE)


def test_an_identifier_that_was_given_or_changed_is_a_change() -> None:
    rows = [smelter("Works", cid="CID000001"), smelter("Other", 3, cid="CID000009")]
    now = [smelter("Works", cid="CID000002"), smelter("Other", 3)]
    assert [change.kinds for change in changes(rows, now).changes] == [(Kind.IDENTIFIER,), (Kind.IDENTIFIER,)]


def test_a_column_that_one_year_does_not_give_is_no_change() -> None:
    from dataclasses import replace

    bare = replace(smelter(), status=None, country=None)
    full = smelter(cid="CID000035", city="Lima")
    assert kinds(bare, full) == kinds(full, bare) == ()
    assert changes([bare], [full]).compared == frozenset()


def test_a_place_that_one_row_leaves_open_is_no_move() -> None:
    from dataclasses import replace

    first = smelter("First", city="Tokyo")
    before = [first, smelter("Second", 3)]
    after = [replace(first, city="TOKYO"), smelter("Second", 3, city="Osaka")]
    assert not changes(before, after).changes
    assert kinds(first, replace(first, city="Osaka")) == (Kind.MOVED,)


def test_without_a_list_nothing_is_compared() -> None:
    assert list_changes(disclosure(), disclosure(smelter())) is None
    assert list_changes(disclosure(smelter()), disclosure()) is None


def test_rows_that_may_be_one_facility_name_each_other() -> None:
    found = changes([smelter("Yokohama Metal")], [smelter("Yokohama Metals")])
    gone, new = found.changes
    assert (gone.perhaps, new.perhaps) == (new.after, gone.before)
