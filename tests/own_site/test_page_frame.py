"""What every page must have of our frame, and a draft of its marks, whatever a template says."""

from __future__ import annotations

import re

import pytest

from generator.errors import DisclosureError
from generator.own_site.page_frame import framed

STYLES = "".join(
    f'<link rel="stylesheet" href="assets/stylesheets/{name}.css">' for name in ("site", "annex")
)
PAGE = f"""\
<html><head><meta property="og:title" content="Invented">{STYLES}</head>
<body class="x"><p class="fsd-page-line">Invented</p><script src="assets/javascripts/annex.js"></script>
<script type="application/json">{{"search": "assets/javascripts/search.js"}}</script>
<div class="fsd-footer">Invented</div></body></html>"""
PARTS = {
    'property="og:title"': "block extrahead",
    "assets/stylesheets/site.css": "block styles",
    "assets/stylesheets/annex.css": "block extrahead",
    "assets/javascripts/annex.js": "block content",
    'class="fsd-page-line"': "block content",
    "assets/javascripts/search.js": "block config",
    'class="fsd-footer"': "block footer",
    "<body": "page",
}


def test_a_whole_page_is_left_as_it_is() -> None:
    assert framed(PAGE, "2021/annex.md", "annex") == PAGE


@pytest.mark.parametrize("sign", PARTS)
def test_a_page_that_lacks_a_part_is_not_published(sign: str) -> None:
    with pytest.raises(
        DisclosureError, match=re.escape(f"2021/annex.md lacks the frame of this program: '{PARTS[sign]}")
    ):
        framed(PAGE.replace(sign, "x"), "2021/annex.md", "annex")


@pytest.mark.parametrize(
    ("kind", "sign"), [("", 'class="fsd-page-line"'), ("report", "assets/javascripts/annex.js")]
)
def test_a_part_that_only_another_page_has_is_not_asked_for(kind: str, sign: str) -> None:
    assert framed(PAGE.replace(sign, "x"), "about.md", kind)


def test_the_preview_shows_it_and_tells_what_it_lacks() -> None:
    told: list[str] = []
    html = PAGE.replace('class="fsd-footer"', "")
    assert framed(html, "2021/annex.md", "annex", tell=told.append) == html
    assert [line.partition(". ")[0] for line in told] == [
        "The page 2021/annex.md lacks the frame of this program: 'block footer'"
    ]


def test_a_draft_without_marks_gets_both() -> None:
    html = framed(PAGE, "2021/annex.md", "annex", is_draft=True)
    assert '<head><meta name="robots" content="noindex">' in html
    assert re.search(
        r'<body class="x"><p class="fsd-notice fsd-notice--draft"><strong>Draft, not filed', html
    )


@pytest.mark.parametrize(
    "robots", ['<meta name="robots" content="noindex">', '<meta name=robots content="noindex,nofollow">']
)
def test_a_draft_with_marks_gets_none_twice(robots: str) -> None:
    whole = PAGE.replace("<head>", f"<head>{robots}").replace(
        "<p class=", '<p class="fsd-notice--draft">x</p><p class='
    )
    assert framed(whole, "2021/annex.md", "annex", is_draft=True) == whole
