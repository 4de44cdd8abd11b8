"""Names that a template uses and nobody defined: what was probably meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from difflib import get_close_matches

from jinja2 import StrictUndefined
from jinja2.utils import missing

from .facts import AllFacts


class Named(StrictUndefined):
    """An undefined name that says, when used, what it was probably meant to be."""

    @property
    def _undefined_message(self) -> str:
        name = str(self._undefined_name)
        if self._undefined_hint:
            return self._undefined_hint
        if self._undefined_obj is missing:
            return f"'{name}' is not known{_meant(name, _TOP)}"
        if self._undefined_obj is None:
            return f"'{name}' belongs to an entry that has no value in the data; put it inside {{% if … %}}"
        if isinstance(self._undefined_obj, str | int | tuple):
            return f"'{name}' is not known here; a single value and a list have no entries of that name"
        known = self._undefined_obj if isinstance(self._undefined_obj, Mapping) else dir(self._undefined_obj)
        return f"'{name}' is not known here{_meant(name, [k for k in known if not k.startswith('_')])}"


_TOP = [field.name for field in fields(AllFacts) if field.name != "wording"] + ["claim", "paragraph", "table"]


def _meant(name: str, known: Sequence[str]) -> str:
    near = get_close_matches(name, known, n=1)
    return f"; did you mean '{near[0]}'?" if near else f"; known are {', '.join(sorted(known))}"
