"""Why a settings file is no valid YAML, in words for people: the parsers' own are for programmers."""

from __future__ import annotations

import re

import yaml

from ..findings import Finding
from ..findings.catalogue import YAML_SYNTAX
from ..model import LineRef
from .yaml_quoted import quoted

_ADVICE = "Check the indentation, the colon after each entry, and quotes around texts with ':' or '#'."

_PROBLEMS = {
    "mapping values are not allowed": "a text with a colon stands without quotes",
    "cannot start any token": "a tab, or a sign such as % or @, stands where a text begins",
    "could not find expected ':'": "a line has no colon",
    "undefined alias": "a text that begins with * stands without quotes",
    "found another document": "a line with --- stands in it",
    "unexpected end of stream": "a quote is not closed",
    "unknown escape": "a backslash stands in a text in double quotes",
}
"""What the parsers, of which there are two, say, and what it means for a person."""

_VALUE = re.compile(r"\s*(?:- +)?(?:[^\s#\"'][^:#]*:\s+)?(?P<value>\S.*?)\s*")
_END_OF_FILE = re.compile(r"^(?:---|\.\.\.)(?:\s|$)", re.MULTILINE)
_CURLY_END = re.compile(r"(?::|-)\s+\"[^\"]*[”“»’]\s*$", re.MULTILINE)
_OPENS = re.compile(r"^[ \t]*(?:- +)?(?:[\w-]+:[ \t]+)?(?P<quote>[\"'])", re.MULTILINE)
_ENDS = re.compile(r"[ \t]*(?:#.*)?(?:\n|$)")
_BEGINS = re.compile(r"(?P<sign>[%@`*]|[-?>|](?=\s))")


def no_yaml(problem: yaml.MarkedYAMLError, shown: str, text: str, line: int | None) -> Finding:
    """What is wrong, and at which line; ``line`` is that of the parser, None where it knows none."""
    said = str(problem.problem)
    words = next((words for part, words in _PROBLEMS.items() if part in said), "")
    advice = _ADVICE
    if re.search("unexpected end of stream|expected ':'", said) and problem.context_mark is not None:
        line = text.count("\n", 0, problem.context_mark.index) + 1
    if curly := _CURLY_END.search(text):
        line = text.count("\n", 0, curly.start()) + 1
        words = "a text begins with a straight quote and ends with a curly one"
        advice = "Type both quotes with the key for straight ones."
    elif (opened := _opened(text, line)) is not None:
        line, words = opened, "a quote is not closed"
        advice = "Type the same quote at the end of the text, or delete the first one."
    elif "<document start>" in said and (end := _last_end(text, line)):
        line, words = end, "a line with --- or ... stands in it, and the file goes on"
        advice = "Delete the line."
    elif (cut := _cut(problem, text, line)) is not None:
        line, words = cut
        advice = "Put quotes around each text with '#'; a comment goes on a line of its own."
    elif line is not None and (value := _value(text, line)):
        if begin := _of_value(value):
            words, advice = begin, f"Put quotes around the whole text: {quoted(value)}."
        elif "unknown escape" in said and value.endswith('"'):
            advice = f"Put single quotes around it: {quoted(value[1:-1])}."
    message = ": ".join(["the file is not valid YAML", *([words] if words else [])])
    return Finding(YAML_SYNTAX, message, LineRef(shown, line), advice)


def _opened(text: str, line: int | None) -> int | None:
    """The line, up to ``line``, of the first quote that is not closed: a later one is taken for its end."""
    at = 0
    while (found := _OPENS.search(text, at)) is not None:
        quote = found["quote"]
        inside = r"(?:\\.|[^\"\\])*" if quote == '"' else r"(?:''|[^'])*"
        closed = re.compile(f"{inside}{quote}", re.DOTALL).match(text, found.end())
        number = text.count("\n", 0, found.end()) + 1
        if line is not None and number > line:
            return None
        if closed is None or ("\n" in closed[0] and not _ENDS.match(text, closed.end())):
            return number
        at = closed.end()
    return None


def _last_end(text: str, line: int | None) -> int | None:
    """The last line before ``line`` at which the file ends for YAML."""
    ends = [text.count("\n", 0, found.start()) + 1 for found in _END_OF_FILE.finditer(text)]
    return next((end for end in reversed(ends) if line is None or end <= line), None)


def _cut(problem: yaml.MarkedYAMLError, text: str, line: int | None) -> tuple[int, str] | None:
    """The line and the words, where a bracket or the name of an entry does not end because of a comment."""
    begin = problem.context_mark.line + 1 if problem.context_mark else (line or 1) - 1
    lines = text.split("\n")[max(begin - 1, 0) : line]
    for number, each in enumerate(lines, start=max(begin, 1)):
        found = re.fullmatch(r"\s*[^\s#].*?\s(#\s*[\w].*)", each)
        is_open = found and ("[" in each or "{" in each or re.search(r":\s", found[1]))
        if found and is_open and not re.search(r"[\"'][^\"']*#", each):
            return number, f"'{found[1]}' is taken for a comment, and what it belongs to does not end"
    return None


def _value(text: str, line: int) -> str:
    """The value in a line; empty where there is none."""
    lines = text.split("\n")
    found = _VALUE.fullmatch(lines[line - 1]) if line <= len(lines) else None
    return found["value"] if found else ""


def _of_value(value: str) -> str:
    """What is wrong with a value by how it begins; empty where nothing is known to be."""
    if value[:1] in ("'", '"') and value.find(value[0], 1) not in (-1, len(value) - 1):
        return "a text begins with a quote and goes on behind the closing one"
    if re.fullmatch(r"\[[^\]]*\].+|\{[^}]*\}.+", value):
        return "a text begins with a bracket"
    begin = _BEGINS.match(value)
    return f"a text begins with {begin['sign']}" if begin else ""
