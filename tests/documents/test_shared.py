"""What others show of the site: the picture that goes with a link, and the icon on a home screen."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from generator.confidential.site_text import texts_of
from generator.documents.shared import drawing
from generator.documents.shared import touch_icon as icons
from generator.documents.shared.share_picture import SharePicture, share_picture, what_is_said
from generator.model import Asset, Disclosure, OwnFile
from generator.model.brand import Brand
from generator.prose.facts import facts_of
from tests.support.filing import restated

ROWS = ({}, {"anchor": "b"}, {"anchor": "c", "status": 1})
HOSTILE = '#panic("x") *b* <img src=x> $x$ \\ "'


def picture(year: Disclosure, cache: Path | None = None) -> SharePicture:
    return share_picture(year, facts_of(year), Brand(), cache)


def touch_icon(year: Disclosure, cache: Path | None = None) -> Asset:
    return icons.touch_icon(year, Brand(), cache)


def said(**changes: Any) -> str:
    year = restated(**{"rows": ROWS, **changes})
    return what_is_said(year, facts_of(year)).words


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "3 listed smelters and refiners: 2 Full Compliant, 1 Indeterminable."),
        (
            {"filing": {"state": "draft"}},
            "3 listed smelters and refiners: 2 Full Compliant, 1 Indeterminable. Draft, not filed.",
        ),
        (
            {"rows": (), "annex": None, "statuses": [], "counts": {"unit": "smelters", "total": 312}},
            "312 smelters, as the filing states.",
        ),
        ({"rows": (), "annex": None}, "Form SD, filed May 31, 2022."),
        ({"rows": ({"status": None}, {"anchor": "b"})}, "2 listed smelters and refiners."),
    ],
)
def test_picture_says_who_what_which_year_and_what_is_known(changes: dict[str, Any], words: str) -> None:
    assert said(**changes) == f"Qualys, Inc. Conflict minerals disclosure for 2021. {words}"


def test_more_statuses_than_have_room_are_left_to_the_page() -> None:
    statuses = [{"label": f"S{n}", "class": "other", "definition": "Defined."} for n in range(6)]
    rows = tuple({"anchor": str(n), "status": n} for n in range(6))
    assert said(statuses=statuses, rows=rows).endswith("for 2021. 6 listed smelters and refiners.")


def test_an_example_says_so() -> None:
    assert said(example=True, notice="An example.").endswith("An example, and no disclosure of a company.")


def test_picture_has_the_size_that_is_asked_for_and_an_address_of_its_year() -> None:
    found = picture(restated(rows=ROWS)).file
    assert found.uri == "assets/share-2021.png"
    opened = Image.open(io.BytesIO(found.content))
    assert (opened.format, opened.size) == ("PNG", (1200, 630))


def test_words_of_the_picture_are_in_the_search_for_withheld_values() -> None:
    """Pixels cannot be searched."""
    year = restated(rows=ROWS, registrant__name="Withheld Würth Works, Inc.")
    texts = " ".join(one.text for one in texts_of(picture(year).file.content))
    assert "Withheld Würth Works, Inc." in texts


@pytest.mark.parametrize("name", [HOSTILE, "A" * 400, "株式会社 ربط Ω", "x\u202ey\x07z"])
def test_whatever_a_name_is_it_is_drawn_as_text_and_fits(name: str) -> None:
    changes = {"registrant__name": name, "registrant__short_name": name, "statuses": []}
    year = restated(rows=({"status": None},), **changes)
    assert Image.open(io.BytesIO(picture(year).file.content)).size == (1200, 630)
    assert Image.open(io.BytesIO(touch_icon(year).content)).size == (180, 180)


def test_same_facts_give_the_same_bytes_and_are_drawn_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    year = restated(rows=ROWS)
    first, icon = picture(year, tmp_path), touch_icon(year, tmp_path)
    drawing._drawn.cache_clear()
    assert picture(year).file.content == first.file.content
    monkeypatch.setattr(drawing, "_drawn", None)
    assert picture(year, tmp_path) == first
    assert touch_icon(year, tmp_path) == icon


def test_other_facts_are_drawn_anew(tmp_path: Path) -> None:
    first = picture(restated(rows=ROWS), tmp_path).file.content
    assert picture(restated(rows=ROWS[:2]), tmp_path).file.content != first


def logo(name: str, content: bytes) -> Disclosure:
    return replace(restated(), logo=OwnFile(name, content))


def png(colour: str) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (30, 30), colour).save(made, "PNG")
    return made.getvalue()


def test_own_logo_is_on_the_touch_icon_and_a_damaged_one_gives_way_to_the_initials() -> None:
    initials = touch_icon(restated())
    assert initials.uri == "assets/touch-icon.png"
    found = Image.open(io.BytesIO(touch_icon(logo("a.png", png("#ff0000"))).content)).convert("RGB")
    assert found.getpixel((90, 90)) == (255, 0, 0)
    assert found.getpixel((2, 2)) == (255, 255, 255)
    drawn = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'
    assert touch_icon(logo("a.svg", drawn)).content != initials.content
    assert touch_icon(logo("a.png", b"damaged")).content == initials.content
    assert touch_icon(logo("a.svg", b"<svg")).content == initials.content
