"""``disclosure.yml``: the facts of the year."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ..errors import InputError
from ..files.yaml_file import notes_on_yaml, read_yaml
from ..files.yaml_model import KeyPath
from ..findings import Finding
from ..model import DisclosureFacts, Fact, ListWords, OwnFacts, Route

FACTS_FILE = "disclosure.yml"
_OF_LIST = ("annex", "statuses", "lists", "other_minerals")
"""Entries by which a list is read."""


def read_disclosure_yml(path: Path, shown: str) -> tuple[DisclosureFacts, Mapping[KeyPath, int]]:
    """The facts of ``path`` and the line of each entry; ``shown`` is its name in findings.

    A filing that is restated may lack facts that the form of a new one needs. Raises InputError with every
    mistake.
    """
    return read_yaml(path, shown, DisclosureFacts, choose=_model_for)


def read_list_words(path: Path, shown: str) -> ListWords:
    """The statuses and the layout of the list in ``path``, whatever else is missing or wrong in it.

    Raises InputError where they have mistakes themselves, or where the file cannot be read as it is meant.
    """
    whole: type[Fact] = DisclosureFacts
    words, _ = read_yaml(path, shown, whole, choose=lambda stated: ListWords)
    assert isinstance(words, ListWords)
    return words


def notes_on_disclosure_yml(path: Path, shown: str) -> tuple[Finding, ...]:
    """What stands in ``path`` and is not read, and may be a part of a text; none of a file with mistakes."""
    return notes_on_yaml(path, shown, DisclosureFacts)


def names_a_list(path: Path, shown: str) -> bool:
    """Whether ``path`` has entries that say how a list is shown, whatever mistakes stand in it.

    False where it cannot be read: then nobody knows.
    """
    entries = _entries_in(path, shown)
    return bool(entries.get("annex") or entries.get("lists"))


@dataclass(frozen=True)
class FactsOfList:
    """Facts by which the list of a year is read, where others are missing or wrong; the rest is made up."""

    facts: DisclosureFacts
    has_filing: bool
    """Whether the entry ``filing`` is that of the file."""


def facts_of_list(path: Path, shown: str, year: int) -> FactsOfList | None:
    """What ``path`` says of its list, and of filing and waivers, if these have no mistake.

    None where the entries of the list have mistakes themselves.
    """
    entries = _entries_in(path, shown)
    made_up = {
        "registrant": {"name": "Not known"},
        "period": str(year),
        "form": {"route": Route.REPORT.value},
        "filing": {"state": "draft"},
        **{name: entries[name] for name in _OF_LIST if name in entries},
    }
    for own in (("filing", "waivers"), ("filing",), ("waivers",), ()):
        given = {name: entries[name] for name in own if name in entries}
        with suppress(ValidationError):
            return FactsOfList(DisclosureFacts.model_validate({**made_up, **given}), "filing" in given)
    return None


def _entries_in(path: Path, shown: str) -> dict[str, Any]:
    entries: dict[str, Any] = {}

    def keep(stated: Mapping[str, Any]) -> type[DisclosureFacts]:
        entries.update(stated)
        return DisclosureFacts

    with suppress(InputError):
        read_yaml(path, shown, DisclosureFacts, choose=keep)
    return entries


def _model_for(stated: Mapping[str, Any]) -> type[DisclosureFacts]:
    filing = stated.get("filing")
    is_restated = isinstance(filing, dict) and filing.get("signed_elsewhere")
    return DisclosureFacts if is_restated else OwnFacts
