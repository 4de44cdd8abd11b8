"""The picture that goes with a link to a year's pages: who, what, which year, and the figures of the list."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath

from ...files.kept import kept
from ...files.picture_notes import without_notes
from ...model import Asset, Disclosure
from ...model.brand import Brand
from ...model.palette import STATUS_COLOURS
from ...pages.logo import own_logo
from ...pages.status_counts import status_counts
from ...pages.status_looks import looks_of
from ...prose.fact_values import date_text
from ...prose.facts import AllFacts
from .drawing import DrawingError, drawn, key_of, with_words

WIDTH, HEIGHT = 1200, 630
"""In pixels: what those who show such pictures ask for."""
_TEMPLATE = "share_picture.typ"
_MOST_LETTERS, _MOST_PARTS = 90, 4


@dataclass(frozen=True)
class Part:
    """The facilities of one status."""

    label: str
    number: int
    colour: str


@dataclass(frozen=True)
class Said:
    """What stands in the picture."""

    registrant: str
    title: str
    mark: str
    """That it is a draft or an example; empty: neither."""
    figure: str
    """Empty where the filing gives no number."""
    unit: str
    """What the figure counts; without a figure, what was filed."""
    parts: tuple[Part, ...]
    """By status, in the order of the vocabulary; empty where their numbers are not all known."""

    @property
    def words(self) -> str:
        """All of it as a line of text."""
        shown = ", ".join(f"{part.number:,} {part.label}" for part in self.parts)
        counted = " ".join(filter(None, (self.figure, self.unit))) + (f": {shown}" if shown else "")
        return " ".join(
            f"{text.rstrip('.')}." for text in (self.registrant, self.title, counted, self.mark) if text
        )


@dataclass(frozen=True)
class SharePicture:
    """The file, and its words for those who do not see it."""

    file: Asset
    words: str


def share_picture(
    disclosure: Disclosure, facts: AllFacts, brand: Brand, cache: Path | None = None
) -> SharePicture:
    """The picture of a year. ``cache``, a folder, keeps it from one run to the next; None keeps nothing.

    A logo that cannot be drawn is left out.
    """
    said = what_is_said(disclosure, facts)
    logo = own_logo(disclosure, brand)
    name = f"logo{PurePosixPath(logo.name).suffix.lower()}" if logo else ""
    data = {**asdict(said), "logo": ""}

    def make() -> bytes:
        if logo:
            with suppress(DrawingError):
                return drawn(_TEMPLATE, {**data, "logo": name}, brand, {name: without_notes(logo.content)})
        return drawn(_TEMPLATE, data, brand)

    sum_of_logo = hashlib.sha256(logo.content).hexdigest() if logo else ""
    uri = f"assets/share-{disclosure.year}.png"
    content = kept(
        cache and cache / f"share-{disclosure.year}.png",
        key_of(data, name, sum_of_logo, brand.fingerprint),
        lambda: with_words(make(), said.words),
    )
    return SharePicture(Asset(uri, content), said.words)


def what_is_said(disclosure: Disclosure, facts: AllFacts) -> Said:
    """Of the list its rows and statuses, else what the filing counts, else what was filed."""
    stated = disclosure.facts
    counts = status_counts(facts)
    total = counts.total()
    unit = "listed smelters and refiners"
    if not facts.facilities.rows and stated.counts:
        unit = f"{stated.counts.unit}, as the filing states"
    return Said(
        registrant=_short(stated.registrants_in_short),
        title=f"Conflict minerals disclosure for {disclosure.year}",
        mark=_mark(disclosure),
        figure="" if total is None else f"{total:,}",
        unit=_filed(disclosure) if total is None else _short(unit),
        parts=tuple(_parts(facts)) if total else (),
    )


def _parts(facts: AllFacts) -> Iterator[Part]:
    """Nothing where a number is missing: a bar of some of the parts would mislead."""
    counts, looks = status_counts(facts), looks_of(facts)
    found = [
        Part(_short(str(one.label)), int(number), STATUS_COLOURS[looks[str(one.label)].color])
        for one in counts.totals
        if (number := counts.number(one))
    ]
    whole = counts.whole()
    is_known = whole is not None and sum(part.number for part in found) == whole
    if is_known and len(found) <= _MOST_PARTS:
        yield from found


def _mark(disclosure: Disclosure) -> str:
    if disclosure.facts.example:
        return "An example, and no disclosure of a company"
    return "Draft, not filed" if disclosure.facts.filing.is_draft else ""


def _filed(disclosure: Disclosure) -> str:
    filing = disclosure.facts.filing
    if filing.is_draft or not filing.date:
        return str(filing.form_name)
    return f"{filing.form_name}, filed {date_text(filing.date)}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _MOST_LETTERS else f"{line[: _MOST_LETTERS - 1].rstrip()}…"
