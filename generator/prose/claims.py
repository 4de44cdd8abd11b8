"""Sentences that data can contradict, each over a named subset (design, decision 5).

Each writes the sentence that is true of the subset it is given. Where the plain claim would be false,
it names the facilities that contradict it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from jinja2 import DictLoader, Environment

from ..model import LineRef, Smelter
from . import escape
from .claim import Claim
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
        covered = _part(facilities, "in_covered_countries")
        self._claim(f"none of {facilities.path} in a covered country", covered.rows)
        of_unknown_country = sum(row.country.code is None for row in facilities.rows)
        unknown = FactInt(of_unknown_country, f"{facilities.path}.of_unknown_country.total")
        return _sentence(
            "none_in_covered_country",
            facilities=facilities,
            covered=covered,
            unknown=unknown,
            rows=_named(covered),
        )

    def low_risk_by_location(self, facilities: Facilities) -> Markdown:
        """That none of the facilities stands in an area of high risk by the stated list, or which ones do."""
        risky = _part(facilities, "in_high_risk_areas")
        self._claim(f"none of {facilities.path} in a high-risk area", risky.rows)
        areas = self._facts.high_risk_areas
        return _sentence(
            "low_risk_by_location", facilities=facilities, risky=risky, areas=areas, rows=_named(risky)
        )

    def all_conformant(self, facilities: Facilities) -> Markdown:
        """That all of the facilities are conformant, or how many are."""
        conformant = _part(facilities, "conformant")
        others = tuple(row for row in facilities.rows if row not in set(conformant.rows))
        self._claim(f"all of {facilities.path} conformant", others)
        labels = [s.label for s in self._facts.statuses if s.status_class == "conformant"]
        if not labels:
            raise TypeError("no status of disclosure.yml has the class conformant")
        return _sentence("all_conformant", facilities=facilities, conformant=conformant, labels=labels)

    def all_answered(self) -> Markdown:
        """How many of the suppliers that were asked answered."""
        return _sentence("all_answered", survey=self._facts.survey)

    def declared_outside(self) -> Markdown:
        """How many suppliers declare that they do not source from covered countries, beside the list."""
        if self._facts.survey.outside_covered_countries is None:
            raise TypeError("the claim needs survey.outside_covered_countries in disclosure.yml")
        covered = self._facts.facilities.in_covered_countries
        return _sentence("declared_outside", survey=self._facts.survey, covered=covered)

    def origin(self) -> Markdown:
        """That no country of origin that is known is a covered country, or which ones are."""
        origins = self._facts.origins
        covered = str(origins.covered_sentence or "")
        self._made.append(Claim("no covered country among the origins", (), self._place(), covered))
        return _sentence("origin", origins=origins)

    def unit_of_counting(self) -> Markdown:
        """What one row of the list is, and how many distinct names the rows have."""
        return _sentence("unit_of_counting", facilities=self._facts.facilities)

    def _claim(self, says: str, contradicted_by: tuple[Smelter, ...]) -> None:
        self._made.append(Claim(says, contradicted_by, self._place()))


def _part(facilities: Facilities, name: str) -> Facilities:
    """A part of the group. Raises TypeError where it is no group, or the data does not give that part."""
    if not hasattr(facilities, "in_covered_countries"):
        raise TypeError("the claim needs a group of facilities such as facilities.indeterminable")
    part: Facilities | None = getattr(facilities, name)
    if part is None:
        raise TypeError("the claim needs a list of high-risk areas: fill high_risk_areas in disclosure.yml")
    return part


_SENTENCES = {
    "none_in_covered_country": """\
{% if facilities.total == 0 %}There are no {{ facilities.words }}.
{%- elif facilities.total == 1 %}The one facility among the {{ facilities.words }} \
is {% if covered.total == 0 %}not {% endif %}{% if unknown %}known to be {% endif %}located in a covered \
country{% if covered.total %}: {{ rows }}{% endif %}.
{%- elif covered.total == 0 %}None of the {{ facilities.total|words }} {{ facilities.words }} is \
{% if unknown %}known to be {% endif %}located in a covered country.
{%- elif covered.total == facilities.total %}All {{ facilities.total|words }} {{ facilities.words }} are \
located in a covered country: {{ rows }}.
{%- else %}Of the {{ facilities.total|words }} {{ facilities.words }}, \
{{ covered.total|words(facilities.total) }} {{ covered.total|plural("is", "are") }} located in a covered \
country: {{ rows }}.
{%- endif %}
{%- if unknown and facilities.total == 1 %} Its country is not known.
{%- elif unknown %} The country of {{ unknown|words }} of {% if covered.total %}the others{% else %}them\
{% endif %} is not known.
{%- endif %}""",
    "low_risk_by_location": """\
{% if facilities.total == 0 %}There are no {{ facilities.words }}.
{%- elif risky.total == 0 %}None of the {{ facilities.total|words }} {{ facilities.words }} is located in a \
country that the list “{{ areas.name }}”{% if areas.as_of %} (as of {{ areas.as_of }}){% endif %} names as \
conflict-affected or of high risk.
{%- else %}Of the {{ facilities.total|words }} {{ facilities.words }}, \
{{ risky.total|words(facilities.total) }} {{ risky.total|plural("is", "are") }} located in a country that \
the list “{{ areas.name }}”{% if areas.as_of %} (as of {{ areas.as_of }}){% endif %} names as \
conflict-affected or of high risk: {{ rows }}.
{%- endif %}""",
    "all_conformant": """\
{% if facilities.total == 0 %}There are no {{ facilities.words }}.
{%- elif conformant.total == facilities.total %}{% if facilities.total == 1 %}The one facility among the \
{{ facilities.words }} has{% else %}All {{ facilities.total|words }} {{ facilities.words }} have{% endif %} \
the status {% for label in labels %}{% if not loop.first %} or {% endif %}“{{ label }}”{% endfor %}.
{%- else %}Of the {{ facilities.total|words }} {{ facilities.words }}, \
{{ conformant.total|words(facilities.total) }} ({{ conformant.share_of(facilities) }}) \
{{ conformant.total|plural("has", "have") }} the status {% for label in labels %}\
{% if not loop.first %} or {% endif %}“{{ label }}”{% endfor %}.
{%- endif %}""",
    "all_answered": """\
{% if survey.suppliers == 0 %}No {{ survey.supplier }} was asked.
{%- elif survey.suppliers == 1 %}The one {{ survey.supplier }} that was asked \
{% if survey.answered %}returned{% else %}did not return{% endif %} a completed \
{{ survey.tool_abbreviation }}, a response rate of {{ survey.response_rate }}.
{%- elif survey.not_answered == 0 %}All {{ survey.suppliers|words }} {{ survey.supplier_plural }} returned a \
completed {{ survey.tool_abbreviation }}, a response rate of {{ survey.response_rate }}.
{%- else %}Of {{ survey.suppliers|words }} {{ survey.supplier_plural }}, \
{{ survey.answered|words(survey.suppliers) }} returned a completed {{ survey.tool_abbreviation }}, a \
response rate of {{ survey.response_rate }}; {{ survey.not_answered|words(survey.suppliers) }} did not.
{%- endif %}""",
    "declared_outside": """\
{% set outside = survey.outside_covered_countries -%}
{% if outside == 0 %}None of {{ survey.suppliers|words }} {{ survey.supplier_plural }} declared not to \
source from covered countries.
{%- else %}Of {{ survey.suppliers|words }} {{ survey.supplier_plural }}, \
{{ outside|words(survey.suppliers) }} declared that {{ outside|plural("it does", "they do") }} not source \
from covered countries.
{%- endif %}
{%- if outside and covered.total %} The list combines the answers of all {{ survey.supplier_plural }} and \
names {{ covered.total|words }} {{ covered.total|plural("facility that stands", "facilities that stand") }} \
in a covered country: that is consistent with the declaration if another {{ survey.supplier }} listed \
{{ covered.total|plural("it", "them") }}.
{%- endif %}""",
    "origin": """\
{% if not origins.determined %}The countries of origin of the conflict minerals in the covered products \
could not be determined.
{%- elif origins.covered == 0 and origins.count == 1 %}The one country of origin that was reported is not a \
covered country.
{%- elif origins.covered == 0 %}None of the {{ origins.count|words }} countries of origin that were reported \
is a covered country.
{%- else %}Of the {{ origins.count|words }} countries of origin that were reported, \
{{ origins.covered|words(origins.count) }} {{ origins.covered|plural("is a covered country", \
"are covered countries") }}: {{ origins.covered_sentence }}.
{%- endif %}""",
    "unit_of_counting": """\
Each row of the list is one facility for one metal. The {{ facilities.total|words }} \
{{ facilities.total|plural("row", "rows") }} {{ facilities.total|plural("has", "have") }} \
{{ facilities.distinct_names|words(facilities.total) }} distinct facility \
{{ facilities.distinct_names|plural("name", "names") }}; \
{{ facilities.under_several_metals|words(facilities.total) }} of them \
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
