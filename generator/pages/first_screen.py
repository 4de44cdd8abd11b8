"""What the overview and the front page begin with: the sentence, the statuses, the ways on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ..model import Disclosure
from ..prose import escape
from ..prose.facts import AllFacts
from ..prose.overview_sentence import overview_sentence


@dataclass(frozen=True)
class Way:
    """A way on, as a link in Markdown."""

    words: Markup
    target: Markup


@dataclass(frozen=True)
class FirstScreen:
    """What the macro ``first_screen`` shows."""

    title: Markup
    """The sentence as Markdown on one line, else an ordinary title."""
    bar: Markup
    """The bar of the statuses and their numbers; empty: none are counted."""
    ways: tuple[Way, ...]
    """To the list, the form, the report and the files."""


def first_screen(
    disclosure: Disclosure, facts: AllFacts, *, own: str, here: str, bar: Markup, before: Sequence[Way] = ()
) -> FirstScreen:
    """``own`` is the filer's sentence as Markdown; empty: the data computes one.

    ``here`` leads from the page to the year's folder; ``before`` are the ways that come first.
    """
    text = " ".join(own.split()) or overview_sentence(facts, disclosure.facts.form.route)
    text = text or f"Conflict minerals disclosure for {disclosure.year}"
    return FirstScreen(
        title=Markup(text.replace("](annex.md", f"]({here}annex.md")),
        bar=bar,
        ways=(*before, *_ways(disclosure, facts, here)),
    )


def _ways(disclosure: Disclosure, facts: AllFacts, here: str) -> Iterator[Way]:
    rows, filing = len(disclosure.all_rows), disclosure.facts.filing
    if rows:
        yield Way(Markup(f"See all {rows:,} rows" if rows > 1 else "See the list"), Markup(f"{here}annex.md"))
    if disclosure.facts.has_form:
        words = f"{filing.form} in draft" if filing.is_draft else filing.form
        yield Way(Markup(escape.markdown(words)), Markup(f"{here}form-sd.md"))
    if facts.filing.has_report:
        yield Way(Markup("Conflict Minerals Report"), Markup(f"{here}report.md"))
    yield Way(Markup("All files"), Markup(f"{here}documents.md"))
