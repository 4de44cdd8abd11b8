"""Whether a page has this program's frame, and a draft its marks, whatever the template says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ..errors import DisclosureError

_NOINDEX = '<meta name="robots" content="noindex">'
_NOTICE = """\
<p class="fsd-notice fsd-notice--draft"><strong>Draft, not filed.</strong> This page has not been filed \
with the U.S. Securities and Exchange Commission. Its text and figures may change.</p>"""
_ROBOTS = re.compile(r'<meta name="?robots"? content="?noindex"?', re.IGNORECASE)
_HEAD = re.compile(r"<head\b[^>]*>", re.IGNORECASE)
_BODY = re.compile(r"<body\b[^>]*>", re.IGNORECASE)

_EVERYWHERE = (
    ("extrahead", 'property="og:title"'),
    ("config", "assets/javascripts/search.js"),
    ("footer", 'class="fsd-footer"'),
)
_OF_A_YEAR = (("content", 'class="fsd-page-line"'),)
_OF_A_LIST = (("extrahead", "assets/stylesheets/annex.css"), ("content", "assets/javascripts/annex.js"))
_STYLES = ("assets/stylesheets/site.css",)


def framed(
    html: str,
    uri: str,
    kind: str = "",
    *,
    is_draft: bool = False,
    tell: Callable[[str], None] | None = None,
) -> str:
    """The page; one of a draft with ``noindex`` and a visible mark, also where its template has neither.

    ``kind`` is that of a page of a year, empty for others. Raises DisclosureError where the page lacks parts
    of the frame: without them it is not what was tested. The preview, which publishes nothing, has it told
    to ``tell`` and shows the page.
    """
    lacking = list(_lacking(html, kind))
    if lacking:
        parts = ", ".join(f"'{one}'" for one in dict.fromkeys(lacking))
        problem = (
            f"The page {uri} lacks the frame of this program: {parts}. A template of the folder that"
            " mkdocs.yml names as custom_dir takes the place of ours.\n"
            '  Delete main.html there, or begin it with {% extends "disclosure/main.html" %} and write'
            " {{ super() }} into each block that it has."
        )
        if tell is None:
            raise DisclosureError(problem)
        tell(problem)
    return _marked(html) if is_draft else html


def _lacking(html: str, kind: str) -> Iterator[str]:
    """The blocks, or the styles, that are not there."""
    asked = (*_EVERYWHERE, *(_OF_A_YEAR if kind else ()), *(_OF_A_LIST if kind == "annex" else ()))
    if not (_HEAD.search(html) and _BODY.search(html)):
        yield "page"
    for block, sign in asked:
        if sign not in html:
            yield f"block {block}"
    for style in _STYLES:
        if style not in html:
            yield "block styles"


def _marked(html: str) -> str:
    if not _ROBOTS.search(html):
        html = _HEAD.sub(lambda head: head[0] + _NOINDEX, html, count=1)
    if "fsd-notice--draft" not in html:
        html = _BODY.sub(lambda body: body[0] + _NOTICE, html, count=1)
    return html
