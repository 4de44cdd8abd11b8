"""CSV, Markdown, HTML and plain lines that are valid and odd."""

# Rows of a table, each on its line.
# ruff: noqa: E501

from __future__ import annotations

import csv
import io
from random import Random

from . import hostile

TAGS = (
    "{{ nothing }}", "{{ }}", "{{ 1/0 }}", "{{ registrant }}", "{{ registrant.__class__.__mro__ }}", "{{ facilities }}",
    "{{ facilities[10**30] }}", "{{ facilities.total|nothing }}", "{{ claim.origin }}", "{{ claim.none_in_covered_country() }}",
    "{{ claim.none_in_covered_country(3) }}", "{{ claim.nothing() }}", "{{ table.nothing }}", "{{ table.status_definitions|upper }}",
    "{{ survey.suppliers|round('x') }}", "{{ 'a'|join(1) }}", "{{ 'a'|replace(1, 2) }}", "{{ [1]|batch(0)|list }}",
    "{{ 'abc'|truncate(-1) }}", "{{ 'abc def'|wordwrap(0) }}", "{{ '9'|int(base=99) }}", "{{ [{}, 1]|sort }}", "{{ []|first }}",
    "{{ {}|dictsort(by='x') }}", "{{ 'x'|xmlattr }}", "{{ 'x'|attr('y') }}", "{{ 'x'|map('nothing')|list }}", "{{ [1, 'a']|sum }}",
    "{{ '%d'|format('x') }}", "{{ '%s' % registrant }}", "{{ 'x'.format() }}", "{{ '{0}'.format() }}", "{{ ''.join(1) }}",
    "{{ self }}", "{{ loop }}", "{{ caller() }}", "{{ super() }}", "{{ varargs }}", "{{ range(3) }}", "{{ 'é'.encode() }}",
    "{{ products.categories[0].nothing }}", "{{ filing.date.nothing }}", "{{ filing.date + 1 }}", "{{ survey.suppliers + 'x' }}",
    "{{ not }}", "{{ a b }}", "{{ 'open }}", "{% if %}", "{% if 1 %}", "{% endif %}", "{% for x in 3 %}{% endfor %}",
    "{% for x in facilities %}{{ x }}{% endfor %}", "{% include 'x' %}", "{% import 'os' as o %}", "{% extends 'x' %}",
    "{% set x = %}", "{% set registrant = 1 %}{{ registrant.name }}", "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% block a %}{% endblock %}{% block a %}{% endblock %}", "{% raw %}", "{% filter upper %}a{% endfilter %}", "{% do x %}",
    "{% break %}", "{% call x() %}{% endcall %}", "{# open", "{{ [[[[[[[[[[1]]]]]]]]]] }}", "{{ " + "(" * 300 + "1" + ")" * 300 + " }}",
    "{{ " + "-" * 3000 + "1 }}", "{{ 1" + " + 1" * 3000 + " }}",
)  # fmt: skip
BOMBS = (
    "{{ 'a' * 10**10 }}", "{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}", "{{ 9**9**9 }}",
    "{{ 'x'|center(10**10) }}", "{{ 1e400|int }}", "{{ 'ab'|replace('', 'c' * 99999)|replace('', 'd' * 99999) }}",
)  # fmt: skip
"""Tags that take all memory or time there is."""

MARKS = (
    "# " * 9 + "x", "####### x", "x\n===\n", "x\n---\n", "> " * 300 + "x", "".join("  " * n + f"- {n}\n" for n in range(120)),
    "*" * 3001 + "x", "_" * 3001 + "x", "[" * 2000 + "x", "![" * 900 + "x", "`" * 3001, "[a](" * 900, "[^1]: [^1]\n\n[^1]", "[^nothing]",
    "[a]: b\n[b]: a\n\n[a][b]", "![x](pictures/nothing.png)", "![x](../../../etc/passwd)", "![x](http://host/x.png)", "[x](javascript:x)",
    "| a | b |\n|---|\n| 1 | 2 | 3 |", "|" + "a|" * 1500 + "\n|" + "-|" * 1500, "|a|\n|-|\n" + "|b|\n" * 800, "<div>" * 1500,
    "<table><tr><td colspan=999999999 rowspan=-1>x", "<img src=x onerror=x>", "<style>*{}</style>", "<!-- open", "<![CDATA[x]]>", "<?php",
    "&#xD800; &#1114112; &nothing;", "x\x00y", "x\x0cy", "x\u2028y", "\ufeff# x", "\u202e# x", "    code", "```\nopen", "~~~python\nx\n", "$$x$$",
    "Term\n:   text", "*[HTML]: x", "{: .x #y onclick=z }", "# x {#" + "y" * 999 + "}", "!!! note\n    x", "--8<-- 'x'", ":::x", "\\" * 999,
    "1. a\n" * 900, "x" * 60_000, "x " * 30_000, "http://" + "a." * 3000, "a@" * 3000, "<" * 3000, "&" * 3000, "\ue000x\ue001", "\uf8ff",
)  # fmt: skip

HTML = (
    *[one for one in MARKS if "<" in one], "<table>" * 400, "<table><tr>" + "<td>x" * 3000, "<font>" * 900, "<p>" * 3000, "<a href='" + "x" * 50_000 + "'>",
    "<td colspan='1e9'>", "<td colspan=99999 rowspan=99999>x</td>", "<meta charset='utf-7'>", "<meta charset='nothing'>", "<base href=x>",
    "<!DOCTYPE x [<!ENTITY a 'b'>]>", "<?xml version='9'?>", "<DOCUMENT>\n<TYPE>EX-1.01\n<TEXT>", "</TEXT></DOCUMENT>", "<TYPE>SD\n<FILENAME>x",
    "<ix:header/>", "<svg><script>x</script></svg>", "<li>" * 2000, "<ul><ul>" * 300, "<h1>" * 300, "<b><i>" * 700, "<textarea>", "<plaintext>", "<frameset>",
)  # fmt: skip


def _between_lines(data: bytes, piece: str, random: Random) -> bytes:
    lines = data.splitlines(keepends=True)
    at = random.randrange(len(lines) + 1)
    return b"".join([*lines[:at], piece.encode("utf-8", "replace") + b"\n", *lines[at:]])


def odd_tag(data: bytes, random: Random) -> bytes:
    return _between_lines(data, random.choice(TAGS), random)


def bomb(data: bytes, random: Random) -> bytes:
    return _between_lines(data, random.choice(BOMBS), random)


def odd_mark(data: bytes, random: Random) -> bytes:
    return _between_lines(data, random.choice(MARKS), random)


def odd_html(data: bytes, random: Random) -> bytes:
    at = random.randrange(len(data) + 1)
    at = data.find(b">", at) + 1
    return data[:at] + random.choice(HTML).encode("utf-8", "replace") + data[at:]


def odd_line(data: bytes, random: Random) -> bytes:
    """A line gone, twice, moved, or another text in it."""
    lines = data.splitlines(keepends=True) or [b""]
    at = random.randrange(len(lines))
    what = random.randrange(5)
    if what == 0:
        del lines[at]
    elif what == 1:
        lines.insert(at, lines[at])
    elif what == 2:
        lines.insert(0, lines.pop(at))
    else:
        words = lines[at].split(b" ")
        words[random.randrange(len(words))] = hostile.text(random).encode("utf-8", "replace")
        lines[at] = b" ".join(words) + (b"" if lines[at].endswith(b"\n") else b"\n")
    return b"".join(lines)


def _separator(data: bytes) -> str:
    return max(",;\t", key=data[:2_000].decode("utf-8", "replace").count)


def odd_rows(data: bytes, random: Random) -> bytes:
    """Cells of other content, rows of other length, headings twice."""
    separator = _separator(data)
    text = io.StringIO(data.decode("utf-8", "replace"), newline="")
    rows = list(csv.reader(text, delimiter=separator)) or [[""]]
    for _ in range(random.choice((1, 2, 6))):
        at = random.randrange(len(rows))
        row = rows[at] or [""]
        what = random.randrange(8)
        if what == 0:
            rows[at] = row[: random.randrange(len(row) + 1)]
        elif what == 1:
            rows[at] = row + [hostile.text(random)] * random.choice((1, 5, 3000))
        elif what == 2:
            rows.insert(random.randrange(len(rows) + 1), list(row))
        elif what == 3:
            rows[0] = [random.choice(rows[0] or ["x"]) for _ in rows[0]]
        else:
            row[random.randrange(len(row))] = hostile.text(random)
    made = io.StringIO(newline="")
    csv.writer(made, delimiter=random.choice((separator, separator, ",;\t|"[random.randrange(4)]))).writerows(
        rows
    )
    return made.getvalue().encode("utf-8", "replace")


def huge_cell(data: bytes, random: Random) -> bytes:
    return data + b'"' + b"z" * 200_000 + b'"\n'


CSV = (odd_rows, odd_rows, odd_rows, odd_line, huge_cell)
SECTION = (odd_tag, odd_tag, odd_mark, odd_mark, odd_line)
MARKDOWN = (odd_mark, odd_mark, odd_line)
PAGES = (odd_html, odd_html, odd_line)
LINES = (odd_line,)
