"""Why a text cannot be run, in words for people: what Python and Jinja say is for programmers."""

from __future__ import annotations

import re

from jinja2 import TemplateError
from jinja2.exceptions import FilterArgumentError, SecurityError

_NO_FIT = "a value is of another kind than what is done with it needs"
_OF_KINDS = (
    (re.compile(r"not supported between|unsupported operand|bad operand|must be|not all arguments"),
     "two values do not go together, such as a number and a text"),
    (re.compile(r"not iterable|has no len|not subscriptable|unhashable"),
     "a single value stands where a list is meant, or a group where single values are"),
    (re.compile(r"unpack"), "there are more names, or fewer, than values for them"),
)  # fmt: skip
_MISSING = re.compile(r"missing \d+ required .*?arguments?: (?P<names>.+)")
_NAMED = re.compile(r"unexpected keyword argument '(?P<name>\w+)'")
_TOO_MANY = re.compile(r"takes .* given|expected .* arguments?, got")
_OF_PYTHON = (
    (ZeroDivisionError, "it divides by zero"),
    (ArithmeticError, "it counts with a number that is too large"),
    (RecursionError, "it takes in itself again and again, or is nested too deeply"),
    (SyntaxError, "it is nested too deeply"),
    (MemoryError, "it asks for more than there is room for"),
)


def in_words(problem: BaseException) -> str:
    """What a text did that cannot be done, as the end of a sentence."""
    if isinstance(problem, SecurityError):
        return "a name that begins or ends with _ is no fact; 'formsd facts' lists what a section may name"
    if isinstance(problem, FilterArgumentError) or _asked(str(problem)):
        return _asked(str(problem)) or "a filter lacks what must stand in brackets behind it"
    if isinstance(problem, TemplateError):
        return (problem.message or str(problem)).rstrip(".")
    for kind, words in _OF_PYTHON:
        if isinstance(problem, kind):
            return words
    return next((words for signs, words in _OF_KINDS if signs.search(str(problem))), _NO_FIT)


def _asked(words: str) -> str:
    """What is wrong in the brackets of a filter or a claim; empty where nothing is."""
    if found := _MISSING.search(words):
        return f"the brackets lack a value: {found['names'].replace(chr(39), '')}"
    if found := _NAMED.search(words):
        return f"the brackets have '{found['name']}=', which is not known there"
    return "the brackets have too many values, or too few" if _TOO_MANY.search(words) else ""
