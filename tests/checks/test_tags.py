"""Braces as people type and paste them: found where they are, with the line as it was meant."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.checks import tags
from generator.findings import Finding, errors
from generator.model import Section, WordingCase, WordingFile
from generator.pipeline import load_year
from tests.support.builders import disclosure, write_year

FILE = "report/01-text.md"


def found(text: str) -> list[Finding]:
    stated = replace(disclosure(), sections=(Section(1, "text", FILE, f"# Text\n\n{text}\n"),))
    return [*tags.tag_is_typed_plainly(stated), *tags.tag_is_whole(stated)]


def told(text: str) -> list[tuple[str, str, str]]:
    """Code, place without the file, and the line that the advice shows."""
    return [
        (one.code, str(one.where).partition(":")[2], re.sub(r"^.*?: ", "", one.advice)) for one in found(text)
    ]


@pytest.mark.parametrize(
    ("text", "place", "mended"),
    [
        ("A {{ policy.name|default(“x”) }}.", "3:26", 'A {{ policy.name|default("x") }}.'),
        ("A {{ policy.name|default(‘x’) }}.", "3:26", "A {{ policy.name|default('x') }}."),
        ("A {{ policy.name|default(„x“) }}.", "3:26", 'A {{ policy.name|default("x") }}.'),
        ("A {{ policy.name|default(«x») }}.", "3:26", 'A {{ policy.name|default("x") }}.'),
        ("{{ a|plural(“maker’s”, “makers’”) }}", "3:13", '{{ a|plural("maker’s", "makers’") }}'),
        ("{% if policy.name == “x” %}y{% endif %}", "3:22", '{% if policy.name == "x" %}y{% endif %}'),
        ("{{ registrant.short_name’s }} list", "3:25", "{{ registrant.short_name }}’s list"),
        ("{{ registrant.name’ }} list", "3:19", "{{ registrant.name }}’ list"),
        ("{{ facil\u00adities.total }}", "3:9", "{{ facilities.total }}"),
        ("{{\u200bfacilities.total }}", "3:3", "{{facilities.total }}"),
        ("{{ facilities.total\u2060 }}", "3:20", "{{ facilities.total }}"),
        ("{{ facilities.total\ufeff }}", "3:20", "{{ facilities.total }}"),
        ("{{ facilities.\u200etotal }}", "3:15", "{{ facilities.total }}"),
        ("{{ facilities.distinct\\_names }}", "3:23", "{{ facilities.distinct_names }}"),
        ("{{ **facilities.total** }}", "3:4", "**{{ facilities.total }}**"),
        ("{{ policy.name|default(&quot;x&quot;) }}", "3:24", '{{ policy.name|default("x") }}'),
        ("{{&nbsp;facilities.total }}", "3:3", "{{ facilities.total }}"),
        ("{{– facilities.total –}}", "3:3", "{{- facilities.total -}}"),
    ],
)
def test_a_sign_that_nothing_understands_is_shown_with_the_line_as_it_was_meant(
    text: str, place: str, mended: str
) -> None:
    assert told(text) == [("SE-009", place, mended)]
    assert found(mended) == []


@pytest.mark.parametrize(
    ("text", "place", "mended"),
    [
        ("A {{facilities.total} b", "3:3", "A {{ facilities.total }} b"),
        ("A {facilities.total}} b", "3:3", "A {{ facilities.total }} b"),
        ("A {facilities.total} b", "3:3", "A {{ facilities.total }} b"),
        ("A { facilities.total|words } b", "3:3", "A {{ facilities.total|words }} b"),
        ("A { {facilities.total} } b", "3:3", "A {{ facilities.total }} b"),
        ("A {{ facilities.total b", "3:3", "A {{ facilities.total }} b"),
        ("A {claim.origin()} b", "3:3", "A {{ claim.origin() }} b"),
        ("{paragraph.policy}", "3:1", "{{ paragraph.policy }}"),
        ("{{ annex_title }", "3:1", "{{ annex_title }}"),
        ("{{ facilities.total } and {{ survey.answered }}", "3:1",
         "{{ facilities.total }} and {{ survey.answered }}"),
        ("{% if policy }x{% endif %}", "3:1", "{% if policy %}x{% endif %}"),
        ("{ % if policy %}x{% endif %}", "3:1", "{% if policy %}x{% endif %}"),
        ("{% if policy %}x{% end if %}", "3:17", "{% if policy %}x{% endif %}"),
        ("{% if policy %}x{% else if audit %}y{% endif %}", "3:17",
         "{% if policy %}x{% elif audit %}y{% endif %}"),
        ("{% if policy %}x{% elseif audit %}y{% endif %}", "3:17",
         "{% if policy %}x{% elif audit %}y{% endif %}"),
    ],
)  # fmt: skip
def test_a_brace_that_is_missing_is_shown_with_the_line_as_it_was_meant(
    text: str, place: str, mended: str
) -> None:
    assert told(text) == [("SE-010", place, mended)]
    assert found(mended) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{% if policy %}\nText.", f"'{{% if policy %}}' has no '{{% endif %}}' ({FILE}:3:1)"),
        ("Text.\n{% endif %}", f"'{{% endif %}}' ends nothing ({FILE}:4:1)"),
        ("{% for a in b %}\nText.", f"'{{% for a in b %}}' has no '{{% endfor %}}' ({FILE}:3:1)"),
        ("{% if a %}\n{% if b %}\nA.\n{% endif %}", f"'{{% if a %}}' has no '{{% endif %}}' ({FILE}:3:1)"),
        (
            "{% if policy %}\n{% for a in statuses %}\nA.\n{% endif %}",
            f"'{{% for a in statuses %}}' has no '{{% endfor %}}' ({FILE}:4:1)",
        ),
    ],
)  # fmt: skip
def test_a_condition_without_its_end_is_told_where_it_begins(text: str, message: str) -> None:
    (one,) = found(text)
    assert str(one).startswith(f"SE-010 error: {message}.")


@pytest.mark.parametrize(
    "text",
    [
        'A {{ survey.suppliers|plural("maker’s “x”", "makers’") }} b.',
        "{{\u00a0facilities.total }} and {{ facilities.\ntotal }}",
        "{{ {'a': 1}['a'] }} and {1, 2} and {: .wide } and {{ '}' }}",
        "{# {{ a } #}{% raw %}{{ “a” }{% endraw %}",
        "{% set text %}x{% endset %}{{ text }}",
        "{%- if policy -%}\nx\n{%- else -%}\ny\n{%- endif -%}",
        "{facility} {the.total} {x}",
        "{% set größe = 1 %}{{ größe }}",
    ],
)
def test_what_is_understood_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_text_of_the_wording_is_looked_at_too() -> None:
    file = "# T\n\n<!-- {{ facilities.total } -->\n\n## one\n\nA {{facilities.total} b.\n"
    text = "A {{facilities.total} b."
    case = WordingCase("one", text, file.index(text), 5, 7)
    stated = replace(disclosure(), wording=(WordingFile("origin", "wording/origin.md", file, (case,)),))
    assert [str(one.where) for one in tags.tag_is_whole(stated)] == ["wording/origin.md:7:3"]


@pytest.mark.parametrize(
    ("text", "code"),
    [("A {{ policy.name|default(“x”) }}.", "SE-009"), ("A {{ facilities.total } b.", "SE-010"),
     ("{% if policy %}\nA.", "SE-010")],
)  # fmt: skip
@pytest.mark.parametrize("has_facts", [True, False])
def test_a_year_tells_a_mistake_between_braces_once(
    tmp_path: Path, text: str, code: str, has_facts: bool
) -> None:
    folder = write_year(tmp_path / "data")
    (folder / "report" / "90-text.md").write_text(f"# Text\n\n{text}\n", encoding="utf-8")
    if not has_facts:
        yml = folder / "disclosure.yml"
        yml.write_text(yml.read_text("utf-8").replace("period: 2021", "period: never"), encoding="utf-8")
    found = errors(load_year(tmp_path / "data", 2021).findings)
    assert [one.code for one in found if one.where.file.endswith(".md")] == [code]


@pytest.mark.parametrize(
    "piece",
    ["{{ a ", "{{ survey.a|b", "{{ survey.suppliers }", "{% raw %}", "{#", " ", "\t", "\n", "{ ", "{% if "],
)
def test_many_signs_of_one_kind_are_read_once_and_told_in_a_few_findings(piece: str) -> None:
    assert len(told(f"a{piece * 50_000}b")) <= 100
