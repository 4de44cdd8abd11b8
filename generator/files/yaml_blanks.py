"""Blanks that are none to YAML, and colons without one: named, and put right so that reading goes on."""

from __future__ import annotations

import re
from typing import Any

from ..findings import Finding
from ..findings.catalogue import YAML_INDENTATION
from ..model import LineRef
from .yaml_model import all_keys
from .yaml_outline import outline

_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f"
_WIDE = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ODD = rf"[\t{_INVISIBLE}{_WIDE}]"
_LEADING = re.compile(rf"[ \t{_INVISIBLE}{_WIDE}]*{_ODD}[ \t{_INVISIBLE}{_WIDE}]*(?=\S)")
_BEHIND_DASH = re.compile(rf"(?P<before> *-)(?P<odd>[ {_INVISIBLE}{_WIDE}]*[{_INVISIBLE}{_WIDE}] *)(?=\S)")
_COLON = re.compile(
    rf"(?P<before>\s*(?:- +)?(?P<key>[A-Za-z_]\w*))(?P<between>[ {_INVISIBLE}{_WIDE}]*)(?P<colon>[:：])"
    rf"(?P<behind>[ \t{_INVISIBLE}{_WIDE}]*)(?P<value>.*)"
)
_NAMES = {
    "\t": "a tab",
    "\u00a0": "a no-break space",
    "\u3000": "a wide blank",
    "\ufeff": "a byte order mark",
    "\u200b": "a blank of no width",
}


def with_plain_blanks(text: str, shown: str, model: Any) -> tuple[str, tuple[Finding, ...]]:
    """The text as it was meant, and a finding for each run of lines that had to be put right.

    Texts in quotes and texts of several lines are left alone: what they hold is their own.
    """
    known = all_keys(model)
    inside = {line for one in outline(text) for line in range(one.first + 1, one.last + 1) if one.is_block}
    lines = text.split("\n")
    found: list[tuple[int, str, str]] = []
    for at, line in enumerate(lines):
        if at + 1 in inside or line.lstrip().startswith("#"):
            continue
        put_right, problem, advice = _line(line, known)
        if problem:
            lines[at] = put_right
            found.append((at + 1, problem, advice))
    return "\n".join(lines), tuple(_together(found, shown))


def _line(line: str, known: frozenset[str]) -> tuple[str, str, str]:
    """The line put right, what was wrong with it, what to do; the latter two empty where nothing was."""
    problem = advice = ""
    if leading := _LEADING.match(line):
        problem = f"the line is indented with {_named(leading[0])}"
        advice = "Delete what stands before the first letter, and type blanks with the space bar."
        line = _plain(leading[0]) + line[leading.end() :]
    if dash := _BEHIND_DASH.match(line):
        problem, advice = f"{_named(dash['odd'])} stands behind the dash", "Delete it and type a blank."
        line = f"{dash['before']} {line[dash.end() :]}"
    colon = _COLON.fullmatch(line)
    if colon is None or colon["key"] not in known:
        return line, problem, advice
    if odd := re.sub(r"[ \t]", "", colon["between"] + colon["behind"]):
        is_apart = colon["behind"][:1] in (" ", "\t") and not re.search(rf"[{_INVISIBLE}]", odd)
        if not is_apart or colon["between"].strip(" "):
            problem, advice = (
                f"{_named(odd)} stands beside the colon of '{colon['key']}'",
                "Delete it and type a blank.",
            )
    elif colon["colon"] == "：":
        problem, advice = f"the colon of '{colon['key']}' is a wide one: ：", "Type ':' and a blank."
    elif colon["value"] and not colon["behind"]:
        problem = f"no blank stands behind the colon of '{colon['key']}'"
        advice = f"Write '{colon['key']}: {colon['value'].strip()}'."
    else:
        return line, problem, advice
    return f"{colon['before']}: {colon['value']}".rstrip(), problem, advice


def _named(odd: str) -> str:
    sign = next((sign for sign in odd if sign != " "), "")
    return _NAMES.get(sign, f"the sign U+{ord(sign):04X}, which looks like a blank or like nothing,")


def _plain(leading: str) -> str:
    return re.sub(rf"[{_WIDE}]", " ", re.sub(rf"[{_INVISIBLE}]", "", leading.replace("\t", "  ")))


def _together(found: list[tuple[int, str, str]], shown: str) -> list[Finding]:
    """One finding for lines that follow each other and have the same mistake."""
    runs: list[list[tuple[int, str, str]]] = []
    for one in found:
        if runs and runs[-1][-1][0] == one[0] - 1 and runs[-1][-1][1:] == one[1:]:
            runs[-1].append(one)
        else:
            runs.append([one])
    return [
        Finding(
            YAML_INDENTATION,
            problem + (f", and so are those up to line {run[-1][0]}" if len(run) > 1 else ""),
            LineRef(shown, first),
            advice,
        )
        for run in runs
        for first, problem, advice in run[:1]
    ]
