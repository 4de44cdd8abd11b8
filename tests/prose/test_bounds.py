"""What a section may ask for: nothing in it can crash a run, fill the memory or stand still."""

from __future__ import annotations

import pytest

from generator.model import Section, WordingCase, WordingFile
from generator.pages.tables.prose_tables import prose_tables
from generator.prose.bounds.markup import MarkupError, check_markup
from generator.prose.facts import facts_of
from generator.prose.marks import without_marks
from generator.prose.placed import placed_sections
from generator.prose.prose import render_sections, sections_that_cannot_be_read
from generator.prose.wording.bounded import bounded
from generator.prose.wording.wording import Wording, WordingError
from tests.support.builders import disclosure, smelter


def run(text: str) -> tuple[str, list[str]]:
    """The body as published, empty where there is none, and the findings; the body begins in line 3."""
    stated = disclosure(smelter())
    facts, section = facts_of(stated), Section(2, "results", "02-results.md", f"# Invented\n\n{text}\n")
    rendered, found = render_sections([section], facts, prose_tables(stated, facts))
    return "".join(without_marks(one.body) for one in rendered), [str(one) for one in found]


def refused(text: str) -> str:
    body, (message,) = run(text)
    assert body == ""
    assert " object at 0x" not in message
    return message


TEN = "covered_countries.names"
DOUBLED = "{% set a0 = 'word ' %}" + "".join(f"{{% set a{n + 1} = a{n} ~ a{n} %}}" for n in range(60))
SUMMED = "{% set a0 = 'word ' %}" + "".join(f"{{% set a{n + 1} = a{n} + a{n} %}}" for n in range(60))
BLOCKS = "{% set a0 = 'word ' %}" + "".join(
    f"{{% set a{n + 1} %}}{{{{ a{n} }}}}{{{{ a{n} }}}}{{% endset %}}" for n in range(60)
)
GROWN = "{% set a0 = 'a' %}" + "".join(
    f"{{% set a{n + 1} = a{n}|replace('a', 'aaaaaaaaaa') %}}" for n in range(30)
)
JOINED = f"{{% set a0 = {TEN}|join('x') %}}" + "".join(
    f"{{% set a{n + 1} = {TEN}|join(a{n}) %}}" for n in range(30)
)
ROUNDS = "".join(f"{{% for v{n} in {TEN} %}}" for n in range(9)) + "x" + "{% endfor %}" * 9


@pytest.mark.parametrize("text", [DOUBLED, SUMMED, BLOCKS, GROWN, JOINED, ROUNDS])
def test_what_grows_without_end_is_told_before_it_is_made(text: str) -> None:
    message = refused(f"First\n\n{text}")
    assert message.startswith("SE-014 error: the section is too much: it ")
    assert "(02-results.md:5)" in message


def test_a_long_text_that_is_repeated_is_too_much() -> None:
    text = "{% for a in covered_countries.names %}" * 4 + "word " * 20_000 + "{% endfor %}" * 4
    assert refused(text).startswith("SE-014 error: ")


def test_sections_that_take_in_each_other_come_to_an_end() -> None:
    stated = disclosure(smelter())
    facts = facts_of(stated)
    chain = [
        Section(n, "a", f"{n:02}-a.md", "# A\n\n" + f"{{% include '{n + 1:02}-a.md' %}}\n" * 10)
        for n in range(1, 12)
    ]
    last = Section(12, "a", "12-a.md", "# A\n\nText\n")
    _, found = render_sections([*chain, last], facts, prose_tables(stated, facts))
    assert {one.code for one in found} == {"SE-014"}
    itself = Section(1, "a", "01-a.md", "# A\n\n{% include '01-a.md' %}\n")
    _, found = render_sections([itself], facts, prose_tables(stated, facts))
    assert [one.code for one in found] in (["SE-014"], ["SE-003"])


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{{ 'ab' * 10 }}", "'*' is for numbers alone"),
        ("{{ [1] * 10 }}", "'*' is for numbers alone"),
        ("{{ 'ab' * 9000000000 }}", "'*' is for numbers alone"),
        ("{{ '%09000000d' % 1 }}", "'%' is for numbers alone"),
        ("{{ 2 ** 3 }}", "'**' is not understood here"),
        ("{{ 9 ** 9 ** 9 }}", "'**' is not understood here"),
        ("{{ 1e400|int }}", "a number is too large"),
        ("{{ 1e300 }}", "a number is too large"),
        ("{{ " + "7" * 5000 + " }}", "a number is too large"),
        ("{{ ('7' ~ '" + "7" * 5000 + "')|int }}", "only a number can be counted with"),
        ("{{ 'many'|int }}", "a text that is no number cannot be counted with"),
        ("{{ 7|round(900000000) }}", "a number is rounded to 0 to 6 places"),
        ("{{ 'x'|replace('', 'y') }}", "'replace' needs the words that it is to replace"),
        ("{{ 'word'[0:2] }}", "a part of a text or list"),
        ("{{ claim.all_answered(*statuses) }}", "'*' before what stands in brackets"),
        (
            "{% for a in statuses recursive %}{{ loop(statuses) }}{% endfor %}",
            "a repetition cannot be 'recursive'",
        ),
        ("{% for a in 7 %}{% endfor %}", "a single value cannot be gone through"),
        ("{% include statuses %}", "a section is taken in by its name alone"),
        ("{{ 1 // 0 }}", "the section cannot be run: it divides by zero"),
        ("{{ 1 is divisibleby(0) }}", "the section cannot be run: it divides by zero"),
        ("{{ [{}, 1]|sort }}", "two values do not go together, such as a number and a text"),
        ("{{ 7 < 'a' }}", "two values do not go together"),
        ("{{ 7 is divisibleby('a') }}", "two values do not go together"),
        ("{{ 3|join }}", "a single value stands where a list is meant"),
        ("{{ facilities|length }}", "a single value stands where a list is meant, or a group"),
        ("{% for a, b in [[1]] %}{% endfor %}", "there are more names, or fewer, than values for them"),
        ("{{ 1|plural('one') }}", "the brackets lack a value: many"),
        ("{{ 1|plural(first='one') }}", "the brackets have 'first=', which is not known there"),
        ("{{ 'a'|upper(2) }}", "the brackets have too many values, or too few"),
        ("{{ claim.none_in_covered_country() }}", "the brackets lack a value: facilities"),
        ("{{ claim.all_answered(3) }}", "the brackets have too many values, or too few"),
        ("{{ [1]|map|join }}", "a filter lacks what must stand in brackets behind it"),
        ("{{ facilities.__class__ }}", "a name that begins or ends with _ is no fact"),
        ("{% set a.b = 1 %}", "a name that is set has no point in it"),
        ("{% macro a() %}{% endmacro %}", "there is no '{% macro %}' here; known are elif, else, for, "),
        ("{% call a() %}{% endcall %}", "there is no '{% call %}' here"),
        ("{% filter upper %}{% endfilter %}", "there is no '{% filter %}' here"),
        ("{% block a %}{{ self.a() }}{% endblock %}", "there is no '{% block %}' here"),
        ("{% if 1 is divisible %}{% endif %}", "there is no test 'divisible' (did you mean 'divisibleby'?)"),
    ],
)
def test_what_is_not_offered_is_told_with_its_line(text: str, says: str) -> None:
    message = refused(f"First\n\n{text}")
    assert message.startswith(("SE-003 error: ", "SE-002 error: "))
    assert says in message
    assert "(02-results.md:5)" in message


NOT_OFFERED = """
    truncate center indent format wordwrap batch slice groupby random pprint tojson xmlattr urlize string list
    safe forceescape filesizeformat dictsort items attr striptags wordcount title reverse sum
"""


@pytest.mark.parametrize("name", NOT_OFFERED.split())
def test_a_filter_without_use_is_told_with_those_that_there_are(name: str) -> None:
    message = refused(f"{{{{ 'x'|{name} }}}}")
    assert message.startswith(f"SE-003 error: the section cannot be read: there is no filter '{name}'")
    assert "known are capitalize, default, first, " in message


@pytest.mark.parametrize(
    "use",
    [
        "ljust(9)",
        "zfill(9)",
        "expandtabs(9)",
        "replace('a', 'b')",
        "translate({})",
        "format(1)",
        "join(statuses)",
    ],
)
def test_texts_and_lists_have_no_methods(use: str) -> None:
    assert refused(f"{{{{ 'x'.{use} }}}}").startswith("SE-002 error: ")
    assert refused(f"{{% set a = 'x' %}}{{{{ a['{use.partition('(')[0]}'](9) }}}}").startswith(
        "SE-002 error: "
    )
    for method in ("append(1)", "copy()", "index(1)"):
        assert refused(f"{{{{ [].{method} }}}}").startswith("SE-002 error: ")


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("{{ registrant }}", "print one of its entries, such as "),
        ("{{ '' ~ registrant }}", "print one of its entries, such as "),
        ("{{ [registrant]|join }}", "print one of its entries, such as "),
        ("{{ constant(registrant, 'a') }}", "print one of its entries, such as "),
        ("{{ statuses }}", 'write |join(", ") behind it'),
        ("{{ claim.all_answered }}", "this has to be asked with brackets"),
        ("{{ 1 / 2 }}", "write |round behind it"),
        ("{{ true }}", "ask it with {% if … %}"),
    ],
)
def test_printing_an_object_says_what_to_print_instead(text: str, instead: str) -> None:
    message = refused(text)
    assert message.startswith("SE-002 error: ")
    assert instead in message


@pytest.mark.parametrize(
    "text",
    [
        "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
        "{{ " + "[" * 5000 + "]" * 5000 + " }}",
        "{{ " + "not " * 5000 + "1 }}",
        "{{ " + "-" * 5000 + "1 }}",
        "{{ 1" + "+1" * 5000 + " }}",
        "{{ 1" + "|int" * 5000 + " }}",
        "{{ a" + ".a" * 5000 + " }}",
        "{% if 1 %}" * 500 + "{% endif %}" * 500,
        "{{ 1 if 1 else " * 1 + "1 if 1 else " * 3000 + "1 }}",
        "{{ 1 }}" * 30_000,
    ],
)
def test_what_is_nested_too_deeply_or_too_much_is_told_once(text: str) -> None:
    assert refused(text).startswith("SE-003 error: the section cannot be read: ")
    section = Section(1, "a", "01-a.md", f"# A\n\n{text}")
    assert [one.code for one in sections_that_cannot_be_read([section])] == ["SE-003"]


def test_what_sections_do_use_gives_what_it_gave() -> None:
    text = (
        "{% for one in covered_countries.names|sort %}{{ loop.index }} {{ one|upper }}{% if not loop.last %}"
        ", {% endif %}{% endfor %}. {{ 7 * 6 + 1 }} {{ 'a' ~ 1 ~ 'b' }} {{ (7 / 2)|round }} "
        "{{ statuses|map(attribute='label')|join('; ') }} {{ statuses|selectattr('as_of')|length }}"
    )
    body, found = run(text)
    assert found == []
    assert body.startswith("1 ANGOLA, 2 BURUNDI, ")
    assert "43 a1b 4 " in body


def test_a_section_that_is_published_can_be_placed_too() -> None:
    stated = disclosure(smelter())
    facts = facts_of(stated)
    text = "# A\n\n" + "{% for a in covered_countries.names %}" * 4 + "w\n" + "{% endfor %}" * 4
    section = Section(1, "a", "01-a.md", text)
    tables = prose_tables(stated, facts)
    assert render_sections([section], facts, tables)[1] == ()
    assert len(placed_sections([section], facts, tables)) == 1


MANY = 100_000


@pytest.mark.parametrize(
    "text",
    [
        "[" * MANY,
        "![" * MANY,
        "[a](" * MANY,
        "[a][" * MANY,
        ">" * MANY,
        "> " * MANY + "a",
        "- " * MANY + "a",
        "1. " * MANY + "a",
        "\n".join("  " * n + "- a" for n in range(300)),
        "\n".join("    " * n + "!!! note" for n in range(300)),
        "<a " * MANY,
        "<![" * MANY,
        "<http://" * MANY,
        "<div>" * MANY,
        "<b>\n\n" * MANY,
        "</a>" * MANY,
        "a\n:   b\n" * MANY,
        "`a|" * MANY,
        "|a" * MANY,
        "a[^1] " * MANY,
        "\n".join(f"*[A{n}]: b" for n in range(MANY)),
        "a" * 3_100_000,
    ],
)
def test_markdown_that_takes_too_long_is_told_before_it_is_converted(text: str) -> None:
    with pytest.raises(MarkupError):
        check_markup(text)


@pytest.mark.parametrize(
    "text",
    [
        "[Policy](https://example.com) and [^1] and ![x](y.png)\n" * 40,
        "> > quoted\n\n- a\n    - b\n        - c\n\n1. a\n2. b\n",
        "| a | b |\n|---|---|\n" + "| [x](y) | `z` |\n" * 150,
        "<p>One\n" * 200 + "<br>\n" * 200 + "<div>\n\nText\n\n</div>\n" * 200,
        "A list: (a) one, (b) two; see [1] [2] > 3 and 5 < 7.\n" * 50,
        "**bold** and *plain* " * 5000,
    ],
)
def test_markdown_of_reports_is_left_alone(text: str) -> None:
    check_markup(text)


def test_markdown_that_is_too_deep_is_told_at_the_line_where_it_was_typed() -> None:
    assert refused("First\n\n" + ">" * 40 + " a").startswith(
        "SE-015 error: the section is no Markdown that can be converted: more than 12 lists or quotations "
        "stand inside each other (02-results.md:5). "
    )
    assert "(02-results.md)" in refused("{% for a in covered_countries.names %}>>>{% endfor %} a")


@pytest.mark.parametrize("signs", ["<div>" * 100, "> " * 40 + "x", "[" * 100])
def test_a_wording_that_no_converter_takes_is_told_and_not_used(signs: str) -> None:
    case = WordingCase("one", signs, 10, 3, 5)
    text = f"# T\n\n## one\n\n{signs}\n"
    (file,), (problem,) = bounded([WordingFile("origin", "wording/origin.md", text, (case,))])
    assert not file.is_read
    assert not file.cases
    assert str(problem).startswith("SE-015 error: the wording is no Markdown that can be converted: ")
    assert "(wording/origin.md:5)" in str(problem)


def test_what_the_braces_of_a_wording_print_is_held_to_the_same() -> None:
    text = "{% for a in covered %}<div>{% endfor %}"
    files = (WordingFile("origin", "wording/origin.md", text, (WordingCase("one", text, 0, 1, 2),)),)
    with pytest.raises(WordingError, match="more than 60 HTML elements") as stopped:
        Wording(files).text("origin", "one", {"covered": list(range(100))})
    assert str(stopped.value.where) == "wording/origin.md:1"
