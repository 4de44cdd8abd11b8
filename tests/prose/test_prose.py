from __future__ import annotations

import re

import pytest

from generator.model import Disclosure, Section
from generator.pages.tables.prose_tables import prose_tables
from generator.prose.facts import facts_of
from generator.prose.marks import BEGIN, END, MIDDLE, without_marks
from generator.prose.prose import RenderedSection, render_sections
from tests.support.builders import RWANDA, disclosure, smelter

FILTERS = (
    "capitalize, default, first, int, join, last, length, link, lower, map, plural, rejectattr, replace, "
    "round, selectattr, sort, trim, unique, upper, words"
)
TAGS = "elif, else, for, if, include, raw, set"
KNOWN = (
    "annex_minerals, annex_title, audit, claim, covered_countries, facilities, filing, grievance, "
    "high_risk_areas, origins, paragraph, period, policy, products, registrant, "
    "registrants, statuses, survey, table"
)


def run(text: str, stated: Disclosure | None = None) -> tuple[tuple[RenderedSection, ...], list[str]]:
    """What becomes of a section whose body begins in line 3."""
    stated = stated or disclosure(smelter(), smelter("Invented Tin", 3, country=RWANDA, status=1))
    facts = facts_of(stated)
    section = Section(2, "results", "02-results.md", f"# Invented\n\n{text}\n")
    rendered, found = render_sections([section], facts, prose_tables(stated, facts))
    return rendered, [str(finding) for finding in found]


def body(text: str, stated: Disclosure | None = None) -> str:
    """The body of a section without a finding, as published."""
    (section,), found = run(text, stated)
    assert found == []
    return without_marks(section.body)


def refused(text: str, stated: Disclosure | None = None) -> str:
    """The one finding with which a section is refused."""
    rendered, (message,) = run(text, stated)
    assert rendered == ()
    return message


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{{ facilities.total }}", "2"),
        ("{{ 1234567 }}", "1,234,567"),
        ("{{ period.year }}", "2021"),
        ("{{ filing.date }}", "May 31, 2022"),
        ("{{ survey.answered|words }}", "six"),
        ("{{ survey.answered|words|capitalize }}", "Six"),
        ("{{ 0|words }} {{ 9|words }} {{ 10|words }} {{ 1200|words }}", "none nine 10 1,200"),
        ('{{ 1|plural("facility", "facilities") }}', "facility"),
        ('{{ 0|plural("facility", "facilities") }}', "facilities"),
        ('{{ facilities.total|plural("facility", "facilities") }}', "facilities"),
        ("{{ registrant.short_name|upper }}", "INVENTED DEVICES"),
        ("{{ registrant.short_name|lower }}", "invented devices"),
        ("{% if policy %}{{ policy.name }}{% else %}none{% endif %}", "none"),
        (
            "{% for s in statuses %}{{ s.label }}: {{ s.facilities.total }}\n{% endfor %}",
            "Conformant: 1\nOpen: 1",
        ),
        ("a.  first\nb.  second", "a.  first\nb.  second"),
        ("{% raw %}{{ x }}{% endraw %}", "{{ x }}"),
        ("{# a remark #}text", "text"),
    ],
)
def test_facts_are_printed_as_readers_read_them(text: str, shown: str) -> None:
    assert body(text) == shown


def test_what_people_wrote_is_left_as_it_is_and_what_came_from_data_is_escaped() -> None:
    stated = disclosure(registrant__name="A*B* <i>Inc.</i> | {{ x }}")
    assert body("**{{ registrant.name }}** *is* <b>it</b>", stated) == (
        "**A&#42;B&#42; &#60;i&#62;Inc.&#60;/i&#62; &#124; &#123;&#123; x &#125;&#125;** *is* <b>it</b>"
    )


def test_every_value_stands_in_marks_that_name_its_source() -> None:
    (section,), _ = run("{{ facilities.tin.total }} of {{ survey.answered|words|capitalize }}, typed 7")
    marks = re.findall(f"{BEGIN}([^{MIDDLE}]*){MIDDLE}([^{END}]*){END}", section.body)
    assert marks == [("facilities.tin.total", "0"), ("survey.answered", "Six")]


def test_a_title_may_name_facts() -> None:
    stated = disclosure()
    section = Section(1, "a", "01-a.md", "# Results of {{ period.year }}\n\nText\n")
    (rendered,), _ = render_sections([section], facts_of(stated), {})
    assert without_marks(rendered.title) == "Results of 2021"


def test_headings_move_down_with_the_title_but_not_inside_code() -> None:
    (section,), _ = run("## Part\n\n```\n# no heading\n```\n\n### Deeper\n\n#no heading")
    assert section.at_level(2) == (
        "## Invented\n\n### Part\n\n```\n# no heading\n```\n\n#### Deeper\n\n#no heading\n"
    )
    assert section.at_level(4).startswith("#### Invented\n\n##### Part\n")


def test_a_claim_is_noted_with_its_line() -> None:
    (section,), _ = run("Text\n\n{{ claim.none_in_covered_country(facilities) }}")
    assert [(claim.says, str(claim.where), len(claim.contradicted_by)) for claim in section.claims] == [
        ("none of facilities in a covered country", "02-results.md:5", 1)
    ]


@pytest.mark.parametrize(
    "name", ["status_by_metal", "status_definitions", "countries", "products", "origins"]
)
def test_a_table_is_printed_whole(name: str) -> None:
    table = body(f"{{{{ table.{name} }}}}")
    assert table.startswith("<")
    assert "&#60;" not in table
    assert "\n\n" not in table


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{{ facilties.total }}", "'facilties' is not known; did you mean 'facilities'?"),
        ("{{ xyz }}", f"'xyz' is not known; known are {KNOWN}"),
        ("{% if xyz %}a{% endif %}", f"'xyz' is not known; known are {KNOWN}"),
        ("{% for x in xyz %}a{% endfor %}", f"'xyz' is not known; known are {KNOWN}"),
        ("{{ xyz|words }}", f"'xyz' is not known; known are {KNOWN}"),
        ("{{ facilities.totl }}", "'totl' is not known here; did you mean 'total'?"),
        (
            "{{ facilities.gold.conformnt.total }}",
            "'conformnt' is not known here; did you mean 'conformant'?",
        ),
        ("{{ facilities.gold.zzz.total }}", "'zzz' is not known here; known are active, "),
        ("{{ registrant.nmae }}", "'nmae' is not known here; did you mean 'name'?"),
        ("{{ table.zzz }}", "'zzz' is not known here; known are countries, origins, products, "),
        (
            "{{ claim.zzz() }}",
            "'zzz' is not known here; known are all_answered, all_conformant, declared_outside, "
            "low_risk_by_location, none_in_covered_country, origin, unit_of_counting",
        ),
        (
            "{{ registrant.name.short }}",
            "'short' is not known here; a single value and a list have no entries of that name",
        ),
        (
            "{{ claim.none_in_covered_country(facilities.opn) }}",
            "'opn' is not known here; known are active, ",
        ),
    ],
)
def test_a_name_that_is_not_there_is_told_with_section_line_and_the_nearest(text: str, says: str) -> None:
    message = refused(f"Text\n\n{text}")
    assert message.startswith(f"SE-002 error: {says}")
    assert message.endswith(" (02-results.md:5). 'formsd facts' lists what a section may name.")


@pytest.mark.parametrize("text", ["{{ filing.amendment }}", "{{ policy }}", "{{ registrant.ein|upper }}"])
@pytest.mark.parametrize("also", ["", "|words"])
def test_printing_an_entry_without_a_value_is_an_error_that_says_what_to_do(text: str, also: str) -> None:
    name = text.strip("{} ").partition("|")[0]
    text = text.replace(" }}", f"{also} }}}}")
    assert refused(text, disclosure(registrant__ein=None)) == (
        f"SE-002 error: '{name}' has no value in the data and is printed; "
        f"write {{% if {name} %}} before it and {{% endif %}} behind it "
        "(02-results.md:3). 'formsd facts' lists what a section may name."
    )


def test_of_several_entries_on_a_line_those_without_a_value_are_named() -> None:
    text = "{{ registrant.name }}, {{ filing.amendment }}, {{ registrant.ein }}"
    assert refused(text, disclosure(registrant__ein=None)).startswith(
        "SE-002 error: 'filing.amendment' and 'registrant.ein' have no value in the data and are printed; "
    )


def test_a_name_that_a_loop_gave_is_not_guessed() -> None:
    assert refused("{% for one in registrants %}{{ one.translation }}{% endfor %}").startswith(
        "SE-002 error: an entry that has no value in the data is printed; put it inside {% if … %} "
    )


def test_an_entry_below_one_without_a_value_is_told_so() -> None:
    assert refused("{{ policy.name }}") == (
        "SE-002 error: 'name' belongs to an entry that has no value in the data; put it inside {% if … %} "
        "(02-results.md:3). 'formsd facts' lists what a section may name."
    )


@pytest.mark.parametrize(
    "text", ["{{ facilities }}", "{{ facilities.rows[0] }}", "{{ statuses }}", "{{ true }}"]
)
def test_printing_a_group_of_facts_is_an_error(text: str) -> None:
    assert refused(text).startswith("SE-002 error: this is a group of facts (")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "{{ facilities.total",
            "unexpected end of template, expected 'end of print statement'. (02-results.md:3)",
        ),
        ("{{ facilities.total }", "unexpected '}' (02-results.md:3)"),
        ("Text\n{% if %}", "Expected an expression, got 'end of statement block' (02-results.md:4)"),
        (
            "{{ facilities.total|wrds }}",
            f"there is no filter 'wrds' (did you mean 'words'?); known are {FILTERS} (02-results.md:3)",
        ),
        ("{% do x %}", f"there is no '{{% do %}}' here; known are {TAGS} (02-results.md:3)"),
    ],
)
def test_a_template_that_cannot_be_read_is_told_with_its_line(text: str, says: str) -> None:
    assert refused(text) == (
        f"SE-003 error: the section cannot be read: {says}. Check the braces and the words between them."
    )


@pytest.mark.parametrize(
    "text",
    [
        "{{ ''.__class__ }}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ ''|attr('__class__') }}",
        "{{ ''['__class__'] }}",
        "{{ registrant.__init__.__globals__ }}",
        "{{ registrant.name.__class__ }}",
        "{{ facilities.rows[0].__class__ }}",
        "{{ facilities._statuses }}",
        "{{ claim._facts }}",
        "{{ claim.all_answered.__globals__ }}",
        "{{ '{0.__class__}'.format(registrant) }}",
        "{{ '%s'.__mod__(1) }}",
        "{% set x = registrant.__dict__ %}{{ x }}",
        "{% for x in [registrant]|map(attribute='__class__') %}{{ x }}{% endfor %}",
        "{{ self.__init__ }}",
        "{{ lipsum.__globals__ }}",
        "{{ cycler.__init__.__globals__.os }}",
        "{{ [].append(1) }}{{ {}.update(a=1) }}",
        "{% include '/etc/hostname' %}",
        "{% import 'os' as os %}",
        "{% extends 'pages/annex.md.j2' %}",
        "{% include 'pages/annex.md.j2' %}",
        "{% for x in range(1000000000) %}{% endfor %}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{{ 1 / 0 }}",
    ],
)
def test_no_section_reaches_more_than_its_facts(text: str) -> None:
    message = refused(text)
    assert message.startswith(("SE-002 error: ", "SE-003 error: the section cannot be "))
    assert "02-results.md:3" in message


def test_brackets_without_end_are_an_error_and_not_a_crash() -> None:
    assert refused("{{ " + "(" * 400 + "1" + ")" * 400 + " }}").startswith("SE-003 error: ")


def test_a_wrong_argument_of_a_claim_is_told_in_plain_words() -> None:
    assert refused("{{ claim.none_in_covered_country(facilities.total) }}") == (
        "SE-003 error: the section cannot be run: the claim needs a group of facilities such as "
        "facilities.indeterminable (02-results.md:3). Simplify it."
    )


def test_one_bad_section_does_not_hide_the_others() -> None:
    stated = disclosure()
    texts = ("# A\n\n{{ x }}\n", "# B\n\nText\n", "# C\n\n{% if %}\n")
    sections = [Section(number, "s", f"0{number}-s.md", text) for number, text in enumerate(texts, start=1)]
    rendered, found = render_sections(sections, facts_of(stated), {})
    assert [section.title for section in rendered] == ["B"]
    assert [(finding.code, str(finding.where)) for finding in found] == [
        ("SE-002", "01-s.md:3"),
        ("SE-003", "03-s.md:3"),
    ]


def test_the_same_section_twice_gives_the_same_text() -> None:
    text = "{{ claim.unit_of_counting() }}\n\n{{ table.countries }}"
    assert body(text) == body(text)
