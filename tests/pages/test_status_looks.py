"""Statuses are told apart by more than their color."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.model import StatusClass
from generator.pages.status_looks import NONE, css_slug, look_of, status_looks

CLASSES = [status_class.value for status_class in StatusClass]


def test_the_first_label_of_a_class_looks_as_the_class_does() -> None:
    looks = status_looks([(name, name) for name in CLASSES])
    assert looks == {name: look_of(name) for name in CLASSES}
    assert [look.css for look in looks.values()] == [css_slug(name) for name in CLASSES]


@pytest.mark.parametrize("classes", [["other"] * 10, [*CLASSES, "active", "active", "other", "conformant"]])
def test_ten_labels_have_ten_shapes_and_ten_patterns(classes: list[str]) -> None:
    looks = list(status_looks((str(i), name) for i, name in enumerate(classes)).values())
    assert len({look.outline for look in [*looks, look_of(NONE)]}) == 11
    assert len({look.pattern for look in [*looks, look_of(NONE)]}) == 11
    assert len({look.slug for look in looks}) == 10
    assert [look.color for look in looks] == list(map(css_slug, classes))


def test_more_labels_than_shapes_still_have_patterns_of_their_own_address() -> None:
    looks = status_looks((str(i), "other") for i in range(40))
    assert len({look.slug for look in looks.values()}) == 40


def test_every_shape_is_drawn_by_the_style_sheet(repo: Path) -> None:
    css = (repo / "site_overrides/assets/stylesheets/components.css").read_text(encoding="utf-8")
    looks = [*status_looks((str(i), "other") for i in range(10)).values(), look_of(NONE)]
    for name in {
        name for look in looks for name in re.findall("[a-z-]+", look.css.replace("fsd-status--", ""))
    }:
        assert f".fsd-status--{name}::before {{" in css, name


def test_every_color_of_a_pattern_is_in_the_style_sheet(repo: Path) -> None:
    css = (repo / "site_overrides/assets/stylesheets/components.css").read_text(encoding="utf-8")
    for name in map(css_slug, CLASSES):
        for part in ("marker", "dot", "line"):
            assert f".fsd-picture__{part}--{name}" in css
