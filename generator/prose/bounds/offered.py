"""The filters of Jinja that a section may use, the tests, and what each costs."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from jinja2 import Environment, TemplateRuntimeError, Undefined, pass_environment
from jinja2.filters import FILTERS, make_attrgetter
from jinja2.tests import TESTS

from ..shown import shown
from .parser import LARGEST
from .work import size, spend, spend_on_text

_OF_JINJA: Any = FILTERS
_TESTS: Any = TESTS
_MOST_PLACES = 6
"""Behind the point of a number that is rounded."""
_NAMES = ("default", "first", "last", "length", "sort", "unique", "map", "selectattr", "rejectattr")
_TEST_NAMES = (
    "defined", "undefined", "none", "true", "false", "number", "string", "even", "odd", "divisibleby", "in",
    "eq", "equalto", "==", "ne", "!=", "lt", "lessthan", "<", "gt", "greaterthan", ">", "le", "<=", "ge",
    ">=",
)  # fmt: skip


def joined(*parts: Any) -> str:
    """Values one after the other, as ``~`` writes them."""
    texts = [shown(part) for part in parts]
    spend_on_text(sum(map(len, texts)))
    return "".join(texts)


@pass_environment
def _join(env: Environment, values: Iterable[Any], between: str = "", attribute: str | None = None) -> str:
    get = make_attrgetter(env, attribute) if attribute else None
    texts = [shown(get(value) if get else value) for value in values]
    spend_on_text(sum(map(len, texts)) + len(between) * len(texts))
    return between.join(texts)


def _replace(value: Any, old: Any, new: Any, count: int = -1) -> str:
    text, before, after = shown(value), shown(old), shown(new)
    if not before:
        raise TemplateRuntimeError("'replace' needs the words that it is to replace")
    found = text.count(before)
    spend_on_text(len(text) + (found if count < 0 else min(count, found)) * max(len(after) - len(before), 0))
    return text.replace(before, after, count)


def _trim(value: Any, signs: str | None = None) -> str:
    return shown(value).strip(signs)


def _round(value: Any, precision: int = 0) -> float:
    """A number without places behind the point is a whole one, and can be printed."""
    number = _number(value)
    if not 0 <= precision <= _MOST_PLACES:
        raise TemplateRuntimeError(f"a number is rounded to 0 to {_MOST_PLACES} places")
    return round(number, precision) if precision else round(number)


def _int(value: Any) -> int:
    return int(_number(value))


def _number(value: Any) -> float:
    if isinstance(value, Undefined):
        str(value)  # says what it was meant to be
    if isinstance(value, str):
        try:
            value = float(value.replace(",", ""))
        except ValueError as problem:
            raise TemplateRuntimeError("a text that is no number cannot be counted with") from problem
    if not isinstance(value, int | float) or not math.isfinite(value) or abs(value) > LARGEST:
        raise TemplateRuntimeError("only a number can be counted with, and no endless one")
    return value


def counted(function: Callable[..., Any]) -> Callable[..., Any]:
    """The filter, which counts what it goes through, and gives a list where it would give piece by piece."""
    is_given_more = hasattr(function, "jinja_pass_arg")

    @wraps(function)
    def counting(*arguments: Any, **named: Any) -> Any:
        given = arguments[1:] if is_given_more else arguments
        spend(sum(map(size, given)))
        result = function(*arguments, **named)
        return list(result) if hasattr(result, "__next__") else result

    return counting


JINJA_FILTERS: dict[str, Callable[..., Any]] = {
    **{name: counted(_OF_JINJA[name]) for name in _NAMES},
    "join": counted(_join),
    "replace": counted(_replace),
    "trim": counted(_trim),
    "round": counted(_round),
    "int": counted(_int),
}
"""Beside those of ``environment``, which know facts."""

JINJA_TESTS: dict[str, Callable[..., Any]] = {name: _TESTS[name] for name in _TEST_NAMES}
