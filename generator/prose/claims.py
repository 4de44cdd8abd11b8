"""Sentences that data can contradict, each over a named subset (design, decision 5).

Each writes the sentence that is true of the subset it is given. Where the plain claim would be false,
it names the facilities that contradict it. It speaks of what the filing gives, and of nothing else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from jinja2 import DictLoader, Environment

from ..countries.likeness import is_like_covered, is_no_name
from ..model import LineRef, Smelter
from ..model.counted import named, row_in_words
from . import escape
from .claim import Claim
from .environment import Markdown, prose_environment
from .facilities import Facilities, whole_of, words_of_whole
from .fact_values import FactInt
from .facts import AllFacts
from .marks import mark


class Claims:
    """What sections call as ``claim``. ``made`` takes what was claimed, for the checks.

    A claim over what the filing does not give raises TypeError, which says what to do.
    """

    def __init__(self, facts: AllFacts, place: Callable[[], LineRef], made: list[Claim]) -> None:
        self._facts = facts
        self._place = place
        self._made = made

    def none_in_covered_country(self, facilities: Facilities) -> Markdown:
        """That none of the facilities stands in a covered country, or which ones do."""
        there = _located(facilities, "in_covered_countries")
        return self._of_places(
            "none_in_covered_country", f"none of {facilities.path} in a covered country", facilities, there
        )

    def low_risk_by_location(self, facilities: Facilities) -> Markdown:
        """That none of the facilities stands in an area of high risk by the stated list, or which ones do."""
        there = _located(facilities, "in_high_risk_areas")
        return self._of_places(
            "low_risk_by_location", f"none of {facilities.path} in a high-risk area", facilities, there
        )

    def _of_places(self, name: str, says: str, facilities: Facilities, there: Facilities) -> Markdown:
        """The sentence; none is claimed beside a country text that may be the name of a covered country."""
        unclear = [row for row in _unresolved(facilities) if is_like_covered(row.country_text)]
        names = "; ".join(f"'{row.country_text}' of {row_in_words(row.smelter)}" for row in unclear)
        also_by = f"a country that is not known may be one: {names}" if unclear else ""
        self._made.append(Claim(says, there.rows, self._place(), also_by))
        return _sentence(
            name,
            facilities=facilities,
            there=there,
            areas=self._facts.high_risk_areas,
            is_open=bool(unclear) and not there.rows,
            **_unknown(facilities),
            rows=_named(there),
        )

    def all_conformant(self, facilities: Facilities) -> Markdown:
        """That all of the facilities are conformant, or how many are; by the list, or by stated counts."""
        conformant = _part(facilities, "conformant")
        labels = [s.label for s in self._facts.statuses if s.status_class == "conformant"]
        if not labels:
            raise TypeError("no status of disclosure.yml has the class conformant")
        whole = whole_of(conformant, facilities)
        if conformant.total is None or whole is None:
            raise TypeError(
                "the claim needs the statuses of these facilities, and neither the list nor counts give them:"
                " write the sentence without it, or fill counts in disclosure.yml"
            )
        self._made.append(self._conformance(facilities, conformant, int(conformant.total), int(whole)))
        return _sentence(
            "all_conformant",
            facilities=facilities,
            words=words_of_whole(conformant, facilities),
            whole=whole,
            conformant=conformant,
            labels=labels,
        )

    def _conformance(self, facilities: Facilities, conformant: Facilities, part: int, whole: int) -> Claim:
        says = f"all of {facilities.path} conformant"
        if facilities.without_status is not None:
            found = set(conformant.rows)
            return Claim(says, tuple(row for row in facilities.rows if row not in found), self._place())
        also_by = "" if part == whole else f"{whole - part:,} of {whole:,} by the stated counts"
        return Claim(says, (), self._place(), also_by)

    def all_answered(self) -> Markdown:
        """How many of the suppliers that were asked answered, as far as the filer says it."""
        if not self._facts.survey.given:
            raise TypeError(
                "the claim needs a figure of the survey: fill survey in disclosure.yml, or write without it"
            )
        return Markdown(_sentence("all_answered", survey=self._facts.survey).strip())

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
        facilities = self._facts.facilities
        if not facilities.listed and facilities.total is None and not facilities.gives_status:
            raise TypeError("the claim needs a list of facilities, or counts in disclosure.yml")
        lists = FactInt(len({row.list_key for row in facilities.rows}), f"{facilities.path}.lists")
        seen = Counter((row.metal, row.called.casefold()) for row in facilities.rows)
        repeated = FactInt(len(facilities.rows) - len(seen), f"{facilities.path}.repeated")
        return _sentence("unit_of_counting", facilities=facilities, lists=lists, repeated=repeated)


def unrecognised_countries(facilities: Facilities) -> Markdown:
    """Of how many facilities the country is given under a name that no table has; empty where of none."""
    there = facilities.in_covered_countries
    told = {**_unknown(facilities), "unknown": 0}
    return Markdown(_sentence("unrecognised_countries", facilities=facilities, there=there, **told).strip())


def _part(facilities: Facilities, name: str) -> Facilities:
    """A part of the group. Raises TypeError where it is no group, or the data does not give that part."""
    if not hasattr(facilities, "in_covered_countries"):
        raise TypeError("the claim needs a group of facilities such as facilities.indeterminable")
    part: Facilities | None = getattr(facilities, name)
    if part is None:
        raise TypeError("the claim needs a list of high-risk areas: fill high_risk_areas in disclosure.yml")
    return part


def _located(facilities: Facilities, name: str) -> Facilities:
    """A part by where the facilities stand. Raises TypeError where the list does not say that."""
    part = _part(facilities, name)
    if not facilities.listed:
        raise TypeError("the claim needs a list of facilities, and there is none: write without it")
    if facilities.number == 0:
        return part
    if not facilities.gives_country:
        raise TypeError(
            "the claim needs the countries of the facilities, and the list has none: write without it"
        )
    if facilities.without_country is None:
        raise TypeError(
            "the claim needs the statuses of the facilities, and the list has none: write without it"
        )
    return part


@dataclass(frozen=True, slots=True)
class _Unresolved:
    """A row with a country text that no table has, and that text."""

    smelter: Smelter
    country_text: str


def _unresolved(facilities: Facilities) -> list[_Unresolved]:
    """The rows whose country is given in words that the program does not know."""
    return [
        _Unresolved(row, row.country.filed)
        for row in facilities.rows
        if row.country and row.country.code is None and not is_no_name(row.country.filed)
    ]


def _unknown(facilities: Facilities) -> dict[str, object]:
    """How many rows have no known country, and why not; and how many a text that is not recognised."""
    unresolved = _unresolved(facilities)
    without = sum(row.country is None or row.country.code is None for row in facilities.rows)
    not_given = sum(row.country is None for row in facilities.rows)
    unknown = without - len(unresolved)
    why = "not known" if not not_given else "not given" if not_given == unknown else "not given or not known"
    texts = dict.fromkeys(row.country_text for row in unresolved)
    where = {row.country_text: str(row.smelter.where) for row in reversed(unresolved)}
    names = named([f"“{mark(escape.markdown(text), where[text])}”" for text in texts])
    return {
        "unknown": FactInt(unknown, f"{facilities.path}.without_country"),
        "why": why,
        "unresolved": FactInt(len(unresolved), f"{facilities.path}.without_country"),
        "several": len(texts) > 1,
        "names": Markdown(names),
    }


_RETURNED = """{% if survey.tool_abbreviation %}returned a completed {{ survey.tool_abbreviation }}\
{% else %}answered{% endif %}"""

_DID_NOT = """{% if survey.tool_abbreviation %}did not return a completed {{ survey.tool_abbreviation }}\
{% else %}did not answer{% endif %}"""

_OF_UNKNOWN_COUNTRY = """\
{%- set others = "the others" if there.total else "them" %}
{%- if unknown and facilities.total == 1 %} Its country is {{ why }}.
{%- elif unknown %} The country of {{ unknown|words }} of {{ others }} is {{ why }}.
{%- endif %}
{%- if unresolved %} {% if facilities.total == 1 %}Its country{% else %}The country of \
{{ unresolved|words }} of {{ others }}{% endif %} is given \
{% if several %}under names that are{% else %}under a name that is{% endif %} not recognised: {{ names }}.
{%- endif %}"""

_GROUPS = """\
{%- if survey.spend_share %} The answers stand for {{ survey.spend_share }} of the spend.{% endif %}
{%- for group in survey.groups if group.suppliers is not none or group.answered is not none or \
group.response_rate or group.spend_share %} {{ group.name|capitalize }}: \
{% if group.suppliers is not none %}{{ group.suppliers|words }} asked{% endif %}
{%- if group.answered is not none %}{% if group.suppliers is not none %}, {% endif %}\
{{ group.answered|words }} answered{% endif %}
{%- if group.response_rate %}{% if group.suppliers is not none or group.answered is not none %}, {% endif %}\
a response rate of {{ group.response_rate }}{% endif %}
{%- if group.spend_share %}{% if group.suppliers is not none or group.answered is not none or \
group.response_rate %}, {% endif %}{{ group.spend_share }} of the spend{% endif %}.
{%- endfor %}"""

_SENTENCES = {
    "unrecognised_countries": _OF_UNKNOWN_COUNTRY,
    "none_in_covered_country": """\
{% if facilities.total == 0 %}There are no {{ facilities.words }}.
{%- elif is_open %}Whether {% if facilities.total == 1 %}the one facility among the{% else %}any of the \
{{ facilities.total|words }}{% endif %} {{ facilities.words }} is located in a covered country is not known.
{%- elif facilities.total == 1 %}The one facility among the {{ facilities.words }} \
is {% if there.total == 0 %}not {% endif %}{% if unknown or unresolved %}known to be {% endif %}located in a \
covered country{% if there.total %}: {{ rows }}{% endif %}.
{%- elif there.total == 0 %}None of the {{ facilities.total|words }} {{ facilities.words }} is \
{% if unknown or unresolved %}known to be {% endif %}located in a covered country.
{%- elif there.total == facilities.total %}All {{ facilities.total|words }} {{ facilities.words }} are \
located in a covered country: {{ rows }}.
{%- else %}Of the {{ facilities.total|words }} {{ facilities.words }}, \
{{ there.total|words(facilities.total) }} {{ there.total|plural("is", "are") }} located in a covered \
country: {{ rows }}.
{%- endif %}
"""
    + _OF_UNKNOWN_COUNTRY,
    "low_risk_by_location": """\
{% if facilities.total == 0 %}There are no {{ facilities.words }}.
{%- elif is_open %}Whether {% if facilities.total == 1 %}the one facility among the{% else %}any of the \
{{ facilities.total|words }}{% endif %} {{ facilities.words }} is located in a country that the list \
“{{ areas.name }}”{% if areas.as_of %} (as of {{ areas.as_of }}){% endif %} names as conflict-affected or of \
high risk is not known.
{%- elif there.total == 0 %}None of the {{ facilities.total|words }} {{ facilities.words }} is \
{% if unknown or unresolved %}known to be {% endif %}located in a \
country that the list “{{ areas.name }}”{% if areas.as_of %} (as of {{ areas.as_of }}){% endif %} names as \
conflict-affected or of high risk.
{%- else %}Of the {{ facilities.total|words }} {{ facilities.words }}, \
{{ there.total|words(facilities.total) }} {{ there.total|plural("is", "are") }} located in a country that \
the list “{{ areas.name }}”{% if areas.as_of %} (as of {{ areas.as_of }}){% endif %} names as \
conflict-affected or of high risk: {{ rows }}.
{%- endif %}
"""
    + _OF_UNKNOWN_COUNTRY,
    "all_conformant": """\
{% if whole == 0 %}There are no {{ words }}.
{%- elif conformant.total == whole %}{% if whole == 1 %}The one facility among the \
{{ words }} has{% else %}All {{ whole|words }} {{ words }} have{% endif %} \
the status {% for label in labels %}{% if not loop.first %} or {% endif %}“{{ label }}”{% endfor %}.
{%- else %}Of the {{ whole|words }} {{ words }}, \
{{ conformant.total|words(whole) }} ({{ conformant.share_of(facilities) }}) \
{{ conformant.total|plural("has", "have") }} the status {% for label in labels %}\
{% if not loop.first %} or {% endif %}“{{ label }}”{% endfor %}.
{%- endif %}
{%- if facilities.without_status %} No status is given for {{ facilities.without_status|words }} of them.
{%- endif %}""",
    "all_answered": """\
{% if survey.counted and survey.suppliers == 0 %}No {{ survey.supplier }} was asked.
{%- elif survey.counted and survey.suppliers == 1 %}The one {{ survey.supplier }} that was asked \
{% if survey.answered %}"""
    + _RETURNED
    + """{% else %}"""
    + _DID_NOT
    + """{% endif %}, a response rate of {{ survey.response_rate }}.
{%- elif survey.counted and survey.not_answered == 0 %}All {{ survey.suppliers|words }} \
{{ survey.supplier_plural }} """
    + _RETURNED
    + """, a response rate of {{ survey.response_rate }}.
{%- elif survey.counted %}Of {{ survey.suppliers|words }} {{ survey.supplier_plural }}, \
{{ survey.answered|words(survey.suppliers) }} """
    + _RETURNED
    + """, a \
response rate of {{ survey.response_rate }}; {{ survey.not_answered|words(survey.suppliers) }} did not.
{%- elif survey.suppliers is not none and survey.answered is not none %}Of {{ survey.suppliers|words }} \
{{ survey.supplier_plural }}, {{ survey.answered|words(survey.suppliers) }} """
    + _RETURNED
    + """{% if survey.response_rate %}, a response rate of {{ survey.response_rate }}{% endif %}.
{%- elif survey.answered is not none %}{{ survey.answered|words|capitalize }} \
{{ survey.answered|plural(survey.supplier, survey.supplier_plural) }} """
    + _RETURNED
    + """{% if survey.response_rate %}, a response rate of {{ survey.response_rate }}{% endif %}.
{%- elif survey.suppliers is not none %}{{ survey.suppliers|words|capitalize }} \
{{ survey.suppliers|plural(survey.supplier, survey.supplier_plural) }} \
{{ survey.suppliers|plural("was", "were") }} asked{% if survey.response_rate %}, with a response rate of \
{{ survey.response_rate }}{% endif %}.
{%- elif survey.response_rate %}The response rate of the {{ survey.supplier_plural }} was \
{{ survey.response_rate }}.
{%- endif %}
"""
    + _GROUPS,
    "declared_outside": """\
{% set outside = survey.outside_covered_countries -%}
{% if survey.suppliers is none and outside == 0 %}No {{ survey.supplier }} declared that it does not source \
from covered countries.
{%- elif survey.suppliers is none %}{{ outside|words|capitalize }} \
{{ outside|plural(survey.supplier, survey.supplier_plural) }} declared that \
{{ outside|plural("it does", "they do") }} not source from covered countries.
{%- elif outside == 0 %}None of {{ survey.suppliers|words }} {{ survey.supplier_plural }} declared not to \
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
{% if not origins.determined and origins.recycled %}Recycled or scrap material was reported as an origin\
{% if origins.recycled_metals %} of {{ origins.recycled_metals }}{% endif %}; no country of origin was.
{%- elif not origins.determined %}The countries of origin of the conflict minerals in the covered products \
could not be determined.
{%- elif origins.covered == 0 and origins.count == 1 %}The one country of origin that was reported is not a \
covered country.
{%- elif origins.covered == 0 %}None of the {{ origins.count|words }} countries of origin that were reported \
is a covered country.
{%- elif origins.count == 1 %}The one country of origin that was reported is a covered country: \
{{ origins.covered_sentence }}.
{%- else %}Of the {{ origins.count|words }} countries of origin that were reported, \
{{ origins.covered|words(origins.count) }} {{ origins.covered|plural("is a covered country", \
"are covered countries") }}: {{ origins.covered_sentence }}.
{%- endif %}
{%- if origins.determined and origins.recycled %} Recycled or scrap material was reported as an origin too\
{% if origins.recycled_metals %}, of {{ origins.recycled_metals }}{% endif %}.
{%- endif %}""",
    "unit_of_counting": """\
{% if not facilities.listed %}The numbers are stated as totals: there is no list of the \
{{ facilities.words }} that they count.
{%- elif facilities.total == 0 %}Each row of a list is one facility for one mineral. No row is part of the \
totals of the four conflict minerals.
{%- else %}Each row of {% if lists > 1 %}a{% else %}the{% endif %} list is one facility for one metal. The \
{{ facilities.total|words }} {{ facilities.total|plural("row", "rows") }} \
{%- if lists > 1 %} of the {{ lists|words }} lists that are counted{% endif %} \
{{ facilities.total|plural("has", "have") }} \
{{ facilities.distinct_names|words(facilities.total) }} distinct facility \
{{ facilities.distinct_names|plural("name", "names") }}; \
{{ facilities.under_several_metals|words(facilities.total) }} of them \
{{ facilities.under_several_metals|plural("stands", "stand") }} under more than one metal.
{%- if repeated %} {{ repeated|words|capitalize }} {{ repeated|plural("row has", "rows have") }} the metal \
and the name of an earlier row.{% endif %}
{%- endif %}""",
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
    name = mark(escape.markdown(row.called), str(row.where))
    country = f", {row.country.name}" if row.country else ""
    place = mark(escape.markdown(f"{row.metal.lower()}{country}"), str(row.where))
    return f"[{name}](annex.md#{row.anchor}) ({place})"
