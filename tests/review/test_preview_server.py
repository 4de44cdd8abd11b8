"""What the preview sends for a page that waited for a rebuild: as the rebuild left things."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest

from generator.review.preview_server import with_trouble
from generator.review.trouble import Problem, Trouble

TROUBLE = Trouble("The disclosure has 1 error", (Problem("Invented."),), is_anything_shown=True)
PAGE = b"<html><body><h1>Report</h1></body></html>"


@pytest.mark.parametrize(("before", "after"), [(None, TROUBLE), (TROUBLE, None), (TROUBLE, TROUBLE)])
def test_a_page_that_waits_for_a_rebuild_shows_what_the_rebuild_left(
    before: Trouble | None, after: Trouble | None
) -> None:
    troubles = [before]

    def application(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        troubles.append(after)  # the rebuild ends while the request waits
        start("200 OK", [("Content-Type", "text/html")])
        return [PAGE]

    served = with_trouble(application, lambda: troubles[-1], "/")
    sent = b"".join(served({"PATH_INFO": "/2021/report/"}, lambda *_: None))
    assert (b'role="alert"' in sent) is (after is not None)
    assert b"<h1>Report</h1>" in sent
