"""What a new year takes over from one before: facts and texts; no figures, dates, records, reviews."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..errors import DisclosureError, InputError
from ..files.folder import visible_files
from ..files.text_file import read_bytes, read_text
from ..findings import Finding
from ..findings.catalogue import FILE_MISSING
from ..model import EXPLANATORY_NOTE, DisclosureFacts, LineRef, Route
from .carried_facts import carried_facts, carried_review
from .carried_marks import Typed, typed_in, with_mark
from .disclosure_yml import FACTS_FILE, read_disclosure_yml
from .empty_list import empty_list
from .eu_importer import EU_FILE
from .letters import LETTERS_FILE
from .list_file import LIST_FILES
from .pictures import PICTURES_FOLDER
from .year_folder import years_in

_REVIEW, _SUPPLIERS = "reconcile.yml", "suppliers.yml"
_TEXTS = ("report", "form", "wording")
"""Folders of Markdown that people write."""
_NOT_CARRIED = (f"form/{EXPLANATORY_NOTE}.md",)
"""Of an amendment."""


@dataclass(frozen=True)
class Carried:
    """What comes over from ``year``."""

    year: int
    route: Route
    has_list: bool
    files: Mapping[str, bytes]
    """By their names in the folder of the new year."""
    typed: tuple[tuple[str, Typed], ...] = ()
    """Years and figures that are typed in its texts, each with the name of the file."""
    told: tuple[str, ...] = ()
    """What else a person must know, in sentences."""


def carry(data_dir: Path, from_year: int, year: int, defaults: Mapping[str, Iterable[str]]) -> Carried:
    """What the new ``year`` takes over. A text that is one of its ``defaults`` needs no mark.

    Raises DisclosureError where there is no such year before it, InputError with every mistake in its files.
    """
    folder, shown = _source(data_dir, from_year, year)
    facts, _ = read_disclosure_yml(folder / FACTS_FILE, f"{shown}/{FACTS_FILE}")
    texts = dict(_texts(folder, shown))
    kept = {name: text for name, text in texts.items() if text.strip() in _stripped(defaults.get(name, ()))}
    files = {
        name: (text if name in kept else with_mark(text, from_year, year)).encode()
        for name, text in texts.items()
    }
    told: list[str] = []
    unmarked = {}
    for name, text in _other_texts(folder, shown, told):
        if text.strip() not in _stripped(defaults.get(name, ())):
            unmarked[name] = text.encode()
    files |= unmarked | dict(_pictures(folder, shown, facts, texts.values()))
    stated, has_comments = carried_facts(
        read_text(folder / FACTS_FILE, f"{shown}/{FACTS_FILE}"), from_year, year, sorted(unmarked)
    )
    if not has_comments:
        told.append(
            f"The comments of {shown}/{FACTS_FILE} did not come over: it uses anchors or merged entries."
        )
    files[FACTS_FILE] = stated.encode()
    there = [folder / name for name in LIST_FILES if (folder / name).is_file()]
    has_list = bool(there) or facts.annex is not None
    if has_list:
        path = there[0] if there else None
        files["smelters.xlsx"] = empty_list(path, shown, facts, dt.date(year, 12, 31))
    if facts.exhibits:
        told.append(f"The further exhibits of {from_year} did not come over: they belong to their year.")
    if (folder / EU_FILE).is_file():
        told.append(
            f"{EU_FILE} of {from_year} did not come over: formsd start --eu-importer writes its headings."
        )
    typed = tuple((name, one) for name in texts if name not in kept for one in typed_in(files[name].decode()))
    return Carried(from_year, facts.form.route, has_list, files, typed, tuple(told))


def _source(data_dir: Path, from_year: int, year: int) -> tuple[Path, str]:
    """The folder of the year before, and its name in findings. Raises DisclosureError where it is none."""
    folder = data_dir / str(from_year)
    if from_year >= year:
        raise DisclosureError(f"{from_year} is not before {year}: a year takes over from one before it.")
    if not folder.is_dir():
        try:
            there = f"There are: {', '.join(map(str, reversed(years_in(data_dir))))}."
        except InputError:
            there = "There is no year yet."
        raise DisclosureError(f"There is no folder {data_dir.name}/{from_year} to take over from. {there}")
    return folder, f"{data_dir.name}/{from_year}"


def _texts(folder: Path, shown: str) -> Iterator[tuple[str, str]]:
    """The Markdown that people wrote, by name. Raises InputError with every mistake."""
    found: list[Finding] = []
    for part in _TEXTS:
        for path in sorted((folder / part).glob("*.md")):
            name = f"{part}/{path.name}"
            if name in _NOT_CARRIED:
                continue
            try:
                yield name, read_text(path, f"{shown}/{name}")
            except InputError as problem:
                found += problem.findings
    if found:
        raise InputError(found)


def _other_texts(folder: Path, shown: str, told: list[str]) -> Iterator[tuple[str, str]]:
    """Letters, rules and names of the suppliers' round. ``told`` gets what is not there or lost."""
    for name in (LETTERS_FILE, _SUPPLIERS, _REVIEW):
        if not (folder / name).is_file():
            if name == _SUPPLIERS:
                told.append(f"{shown}/{name} is not on this machine, so no supplier came over.")
            continue
        text = read_text(folder / name, f"{shown}/{name}")
        if name == _REVIEW:
            text, has_comments = carried_review(text)
            if not has_comments:
                told.append(f"The comments of {shown}/{name} did not come over.")
        yield name, text


def _pictures(
    folder: Path, shown: str, facts: DisclosureFacts, texts: Iterable[str]
) -> Iterator[tuple[str, bytes]]:
    """The logo, and the pictures that the texts name."""
    if (logo := facts.registrant.logo) is not None:
        path = folder / logo
        if not path.resolve().is_relative_to(folder.resolve()):
            message, advice = f"the logo '{logo}' lies outside of the year's folder", "Put it there."
            raise InputError([Finding(FILE_MISSING, message, LineRef(f"{shown}/{FACTS_FILE}"), advice)])
        yield logo, read_bytes(path, f"{shown}/{logo}")
    said = "\n".join(texts)
    for name, path in visible_files(folder / PICTURES_FOLDER).items():
        if name in said:
            yield f"{PICTURES_FOLDER}/{name}", read_bytes(path, f"{shown}/{PICTURES_FOLDER}/{name}")


def _stripped(texts: Iterable[str]) -> set[str]:
    return {text.strip() for text in texts}
