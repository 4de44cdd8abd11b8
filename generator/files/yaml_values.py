"""What a settings file expects of a value, in words: pydantic's own are for programmers."""

from __future__ import annotations

import re

from pydantic_core import ErrorDetails

from .nearest import did_you_mean

_EXPECTED = {
    "bool_parsing": "yes or no",
    "date_from_datetime_inexact": "a date such as 2022-05-31",
    "date_from_datetime_parsing": "a date such as 2022-05-31",
    "date_parsing": "a date such as 2022-05-31",
    "date_type": "a date such as 2022-05-31",
    "int_type": "a whole number",
    "float_type": "a number",
    "decimal_type": "a number",
    "finite_number": "a number",
    "bool_type": "yes or no",
    "list_type": "a list",
    "too_long": "fewer of them",
    "string_too_long": "a shorter text",
    "dict_type": "entries below it, indented",
    "int_parsing": "a whole number",
    "mapping_type": "entries below it, indented",
    "model_attributes_type": "entries below it, indented",
    "model_type": "entries below it, indented",
    "string_type": "a text",
    "string_too_short": "a text",
    "tuple_type": "a list, each line beginning with '- '",
}
_EXPECTED_BY_FIELD = {
    "cik": "a Central Index Key (CIK) of at most 10 digits, such as 1107843",
    "ein": "an employer identification number such as 12-3456789",
    "oldest_version": "a version of the template such as 6.01",
    "number": "an exhibit's number: 1.01 for a part of the report's exhibit, or 1.02, 1.03, 99.1 and so on",
    "code": "the code of a finding such as SM-006",
    "fingerprint": "the 64 signs that formsd wrote",
}
_EXPECTED_KEY = "a name of at most 31 small letters, digits and _, such as rmap; it begins with a letter"


def expected(details: ErrorDetails, name: str) -> str:
    """What a value should have been, as advice; ``name`` is that of its entry."""
    context = details.get("ctx", {})
    kind = details["type"]
    if kind in ("enum", "literal_error"):
        value = str(details["input"])
        choices = re.findall(r"'([^']*)'", str(context["expected"]))
        return f"Expected: one of {', '.join(choices)}. {did_you_mean(value, choices)}".strip()
    if kind == "string_pattern_mismatch":
        return f"Expected: {_EXPECTED_BY_FIELD.get(name, _EXPECTED_KEY)}."
    if kind == "value_error":
        return f"Expected: {context['error']}."
    if kind == "too_short":
        return f"Expected: at least {context['min_length']} of them."
    if kind in ("greater_than_equal", "less_than_equal"):
        limit = f"at least {context['ge']}" if "ge" in context else f"at most {context['le']}"
        return f"Expected: {limit}."
    return f"Expected: {_EXPECTED.get(kind, details['msg'])}."
