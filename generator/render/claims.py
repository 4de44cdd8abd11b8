"""Sentences that data can contradict, each over a named subset (design, decision 5).

Each writes the sentence that is true of the subset it is given. Where the plain claim would be false,
it names the facilities that contradict it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from jinja2 import DictLoader, Environment

from ..model import Claim, LineRef, Smelter
from . import escape
from .environment import Markdown, prose_environment
from .facts import AllFacts, Facilities, FactInt
from .marks import mark


class Claims:
    """What sections call as ``claim``. ``made`` takes what was claimed, for the checks."""

    def __init__(self, facts: AllFacts, place: Callable[[], LineRef], made: list[Claim]) -> None:
        self._facts = facts
        self._place = place
        self._made = made

    def none_in_covered_country(self, facilities: Facilities) -> Markdown:
        """That none of the facilities stands in a covered country, or which ones do."""
        covered = getattr(facilities, "in_covered_countries", None)
        if covered is None:
            raise TypeError("the claim needs a group of facilities such as facilities.indeterminable")
        name = f"none of {facilities.path} in a covered country"
        self._made.append(Claim(name, covered.rows, self._place()))
        of_unknown_country = sum(row.country.code is None for row in facilities.rows)
        unknown = FactInt(of_unknown_country, f"{facilities.path}.of_unknown_country.total")
        return _sentence(
            "none_in_covered_country",
            facilities=facilities,
            covered=covered,
            unknown=unknown,
            rows=_named(covered),
        )

    def all_answered(self) -> Markdown:
        """How many of the suppliers that were asked answered."""
        return _sentence("all_answered", survey=self._facts.survey)

    def unit_of_counting(self) -> Markdown:
        """What one row of the list is, and how many distinct names the rows have."""
        return _sentence("unit_of_counting", facilities=self._facts.facilities)


_SENTENCES = {
    "none_in_covered_country": """\
{% if facilities.total == 0 %}There are no {{ facilities.words }}.
{%- elif facilities.total == 1 %}The one facility among the {{ facilities.words }} \
is {% if covered.total == 0 %}not {% endif %}{% if unknown %}known to be {% endif %}located in a covered \
country{% if covered.total %}: {{ rows }}{% endif %}.
{%- elif covered.total == 0 %}None of the {{ facilities.total }} {{ facilities.words }} is \
{% if unknown %}known to be {% endif %}located in a covered country.
{%- else %}{{ covered.total|words|capitalize }} of the {{ facilities.total }} {{ facilities.words }} \
{{ covered.total|plural("is", "are") }} located in a covered country: {{ rows }}.
{%- endif %}
{%- if unknown and facilities.total == 1 %} Its country is not known.
{%- elif unknown %} The country of {{ unknown|words }} of {% if covered.total %}the others{% else %}them\
{% endif %} is not known.
{%- endif %}""",
    "all_answered": """\
{% if survey.suppliers == 0 %}No {{ survey.supplier }} was asked.
{%- elif survey.suppliers == 1 %}The one {{ survey.supplier }} that was asked \
{% if survey.answered %}returned{% else %}did not return{% endif %} a completed \
{{ survey.tool_abbreviation }}, a response rate of {{ survey.response_rate }}.
{%- elif survey.not_answered == 0 %}All {{ survey.suppliers|words }} {{ survey.supplier_plural }} returned a \
completed {{ survey.tool_abbreviation }}, a response rate of {{ survey.response_rate }}.
{%- else %}{{ survey.answered|words|capitalize }} of {{ survey.suppliers|words }} \
{{ survey.supplier_plural }} returned a completed {{ survey.tool_abbreviation }}, a response rate of \
{{ survey.response_rate }}; {{ survey.not_answered|words }} did not.
{%- endif %}""",
    "unit_of_counting": """\
Each row of the list is one facility for one metal. The {{ facilities.total }} \
{{ facilities.total|plural("row", "rows") }} {{ facilities.total|plural("has", "have") }} \
{{ facilities.distinct_names }} distinct facility {{ facilities.distinct_names|plural("name", "names") }}; \
{{ facilities.under_several_metals|words }} of them \
{{ facilities.under_several_metals|plural("stands", "stand") }} under more than one metal.""",
}


def _sentence(name: str, **context: object) -> Markdown:
    return Markdown(_environment().get_template(name).render(context))


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return prose_environment().overlay(loader=DictLoader(_SENTENCES))


def _named(facilities: Facilities) -> Markdown:
    """The facilities with links to their rows: ``[Name](annex.md#row) (tin, Rwanda); …``."""
    return Markdown("; ".join(_link(row) for row in facilities.rows))


def _link(row: Smelter) -> str:
    name = mark(escape.markdown(row.name), str(row.where))
    place = mark(escape.markdown(f"{row.metal.lower()}, {row.country.name}"), str(row.where))
    return f"[{name}](annex.md#{row.anchor}) ({place})"
