"""Every file of the folder ``wording``: of claims, of paragraphs, and of what stands beside the sections."""

from __future__ import annotations

from functools import lru_cache

from jinja2 import TemplateSyntaxError, nodes

from ..model import Disclosure, Route
from .claims import SPECS
from .environment import prose_environment
from .overview_sentence import OVERVIEW
from .paragraphs import PARAGRAPH_SPECS
from .wording.frame import ANNEX, EXHIBITS, FRAME
from .wording.spec import Spec

WORDINGS: dict[str, Spec] = {spec.name: spec for spec in (*SPECS, *PARAGRAPH_SPECS, *FRAME, OVERVIEW)}
"""By the file's name without ending."""


def needed(disclosure: Disclosure) -> tuple[Spec, ...]:
    """The files that the year's pages and documents need, whatever its sections ask for.

    A claim or a paragraph needs its file where a section asks for it; ``prose`` says so at that line.
    """
    is_report = disclosure.facts.form.route is Route.REPORT
    return tuple(
        spec
        for spec in FRAME
        if (is_report or not spec.is_for_report)
        and (disclosure.has_list or spec is not ANNEX)
        and (disclosure.further_exhibits or spec is not EXHIBITS)
    )


@lru_cache(maxsize=512)
def parsed(text: str) -> nodes.Template:
    """What Jinja makes of a text. Raises TemplateSyntaxError, also where the text is nested too deeply."""
    try:
        return prose_environment().parse(text)
    except RecursionError as problem:
        raise TemplateSyntaxError("it is nested too deeply", 1) from problem
