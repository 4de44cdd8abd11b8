"""The page that says what changed against the year before: rows of the list, figures, countries of origin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ..model import Asset, Disclosure, Metal, Smelter, is_conflict_mineral
from ..model.counted import counted
from ..prose.fact_values import sentence_list
from ..years.changes import Kind, ListChanges, RowChange
from ..years.trend import YearFigures
from .annex_columns import no_status
from .common_page import filled, front_matter, of_row
from .file_lines import File, file_lines
from .page import Page, PageKind
from .status_looks import Look, status_looks
from .table import html
from .year_figures import figures_of_both

TEMPLATE = "pages/changes.md.j2"


@dataclass(frozen=True)
class State:
    """One line of what a row was, or is."""

    text: str
    status_class: str = ""
    """Gives the text the marker of its status, as ``Look.css`` has it; empty: it is no status."""


@dataclass(frozen=True)
class Line:
    """A row that changed."""

    name: str
    href: str
    """Its row in the annex: of this year, or of the year before where it is gone."""
    kinds: str
    """Keys of the kinds with blanks between them, by which the page filters."""
    words: str
    metal: str
    metal_key: str
    """``gold`` to ``tungsten``; ``other`` for a mineral that is none of the four."""
    place: str
    """Country; empty where none is given."""
    before: tuple[State, ...]
    now: tuple[State, ...]
    perhaps: str
    """Name of the row of the other year that may be the same facility; empty: none."""
    perhaps_href: str


@dataclass(frozen=True)
class Choice:
    """One choice of a filter."""

    key: str
    words: str
    rows: int


@dataclass(frozen=True)
class Context:
    """The names that the template uses."""

    year: str
    before: str
    has_lists: bool
    """Whether both years have a list, so that rows are compared."""
    sums: str
    """How the rows of one year become those of the next; empty: rows are not compared."""
    lines: tuple[Line, ...]
    kinds: tuple[Choice, ...]
    metals: tuple[Choice, ...]
    """Empty where all rows that changed are of one mineral."""
    notes: tuple[str, ...]
    """What was not compared, and why."""
    has_doubts: bool
    """Whether some rows may be the same facility and are not taken for one."""
    figures: Markup
    new_origins: str
    """Countries of origin that the year before did not name, as a sentence lists them; empty: none."""
    gone_origins: str
    compares_origins: bool
    files: tuple[File, ...]


def render(
    before: Disclosure,
    disclosure: Disclosure,
    changes: ListChanges | None,
    figures: tuple[YearFigures, YearFigures],
    assets: Sequence[Asset],
) -> Page:
    """``changes`` None: one of the years has no list. ``figures`` are those of both years.

    ``assets`` are the files of the changes.
    """
    meta = front_matter(
        disclosure,
        kind=PageKind.CHANGES,
        title=f"What changed from {before.year} to {disclosure.year}",
        description=f"What {disclosure.facts.registrant.name} lists for {disclosure.year} otherwise than for"
        f" {before.year}, and the figures of both years.",
    )
    lines = tuple(_lines(before, disclosure, changes)) if changes else ()
    origins = _origins(before), _origins(disclosure)
    context = Context(
        year=str(disclosure.year),
        before=str(before.year),
        has_lists=changes is not None,
        sums=_sums(changes) if changes else "",
        lines=lines,
        kinds=tuple(Choice(k.value, k.words, changes.count(k)) for k in Kind if changes.count(k))
        if changes
        else (),
        metals=_metals(lines),
        notes=tuple(_notes(before, disclosure, changes)),
        has_doubts=any(line.perhaps for line in lines),
        figures=Markup(html(figures_of_both(*figures))),
        new_origins=_names(origins[1], origins[0]),
        gone_origins=_names(origins[0], origins[1]),
        compares_origins=bool(origins[0] and origins[1]),
        files=file_lines(assets, f"{disclosure.year}/changes"),
    )
    return Page(uri=f"{disclosure.year}/changes.md", meta=meta, marked=filled(TEMPLATE, context))


def since_line(year_before: int, changes: ListChanges | None) -> str:
    """What the overview says of the changes, with the way to them, as HTML."""
    counts = [(kind, changes.count_counted(kind)) for kind in Kind] if changes else []
    told = ", ".join(
        f'<a href="changes/?change={kind}">{number:,} {kind.behind_a_number}</a>'
        for kind, number in counts
        if number
    )
    nothing = (
        "no row of the list changed" if changes else "figures alone can be compared, since a list is missing"
    )
    said = f" {told or nothing}."
    if changes and changes.uncounted:
        said += f" {counted(changes.uncounted, 'row')} that no total counts changed."
    link = f'<a href="changes/">What changed since {year_before}</a>'
    return f'<p class="fsd-since"><strong>Since {year_before}:</strong>{said} {link}</p>'


def _sums(changes: ListChanges) -> str:
    """The rows of both years that the totals count, so that a reader can add them up; then the others."""
    others = changes.rows_before - changes.counted_before, changes.rows - changes.counted
    beside = ""
    if any(others):
        beside = (
            f" Beside these, rows that are part of no total: {others[0]:,} for {changes.year_before},"
            f" {others[1]:,} for {changes.year}."
        )
    return _sum_of_counted(changes) + beside


def _sum_of_counted(changes: ListChanges) -> str:
    gone, added = changes.count_counted(Kind.GONE), changes.count_counted(Kind.ADDED)
    rows = f"The list for {changes.year_before} has {counted(changes.counted_before, 'row')}"
    if changes.counted_before - gone + added != changes.counted:  # rows went to a list that no total counts
        return f"{rows}, and that for {changes.year} has {changes.counted:,}."
    if not (gone or added):
        return f"{rows}, and so has the list for {changes.year}: none is gone, and none was added."
    are = "is" if gone == 1 else "are"
    were = "was" if added == 1 else "were"
    sum_of = f"{changes.counted_before:,} − {gone:,} + {added:,} = {changes.counted:,}"
    return (
        f"{rows}. {gone:,} of them {are} gone, and {added:,} {were} added: {sum_of} rows for {changes.year}."
    )


def _lines(before: Disclosure, disclosure: Disclosure, changes: ListChanges) -> Iterator[Line]:
    years = _Year.of(before), _Year.of(disclosure)
    for change in changes.changes:
        row = change.row
        year = disclosure.year if change.after else before.year
        then, now = _states(change, years)
        yield Line(
            name=of_row(row.called, year, row),
            href=_href(change.after, change.before, before.year),
            kinds=" ".join(change.kinds),
            words=", ".join([change.kinds[0].words, *(kind.words.lower() for kind in change.kinds[1:])]),
            metal=of_row(row.metal.value, year, row),
            metal_key=row.metal.lower() if is_conflict_mineral(row.metal) else "other",
            place=of_row(row.country.name if row.country else "", year, row),
            before=then,
            now=now,
            perhaps=change.perhaps.called if change.perhaps else "",
            perhaps_href=_perhaps_href(change, before.year),
        )


@dataclass(frozen=True)
class _Year:
    """How a year says what the status of a row is."""

    year: int
    looks: dict[str, Look]
    no_status: str

    @classmethod
    def of(cls, disclosure: Disclosure) -> _Year:
        looks = status_looks((one.label, one.status_class) for one in disclosure.facts.statuses)
        return cls(disclosure.year, looks, no_status(disclosure))


def _href(after: Smelter | None, before: Smelter | None, year_before: int) -> str:
    if after:
        return f"../annex/#{after.anchor}"
    return f"../../{year_before}/annex/#{before.anchor}" if before else ""


def _perhaps_href(change: RowChange, year_before: int) -> str:
    """The row that may be the same stands in the other year."""
    if change.perhaps is None:
        return ""
    is_of_this_year = change.after is None
    after, before = (change.perhaps, None) if is_of_this_year else (None, change.perhaps)
    return _href(after, before, year_before)


def _states(change: RowChange, years: tuple[_Year, _Year]) -> tuple[tuple[State, ...], tuple[State, ...]]:
    """What the row was and is, of that what changed; of a row that came or went, its status."""
    before, after = change.before, change.after
    if before is None or after is None:
        at = 1 if after else 0
        there = _status(change.row, years[at]) or State("Listed")
        pair = (there,), (State("Not listed"),)
        return pair if after is None else pair[::-1]
    return (
        tuple(_state(kind, before, years[0]) for kind in change.kinds),
        tuple(_state(kind, after, years[1]) for kind in change.kinds),
    )


def _state(kind: Kind, row: Smelter, filed: _Year) -> State:
    """What the row is in one year, of that what changed."""
    if kind is Kind.RENAMED:
        return State(of_row(row.called, filed.year, row))
    if kind is Kind.MOVED:
        return State(of_row(_place(row), filed.year, row))
    if kind is Kind.IDENTIFIER:
        return State(of_row(row.cid or "No identifier", filed.year, row))
    return _status(row, filed) or State(filed.no_status)


def _status(row: Smelter, filed: _Year) -> State | None:
    if row.status is None:
        return None
    return State(of_row(row.status.label, filed.year, row), filed.looks[row.status.label].css)


def _place(row: Smelter) -> str:
    country = row.country.name if row.country else ""
    return ", ".join(filter(None, (row.city, country))) or "No place given"


def _metals(lines: Sequence[Line]) -> tuple[Choice, ...]:
    found = [
        Choice(metal.lower(), metal.value, sum(line.metal_key == metal.lower() for line in lines))
        for metal in Metal
    ]
    found.append(Choice("other", "Other minerals", sum(line.metal_key == "other" for line in lines)))
    there = tuple(choice for choice in found if choice.rows)
    return there if len(there) > 1 else ()


_COLUMN_WORDS = {"status": "statuses", "country": "countries", "cid": "identifiers"}


def _notes(before: Disclosure, disclosure: Disclosure, changes: ListChanges | None) -> Iterator[str]:
    if changes is None:
        without = [str(one.year) for one in (before, disclosure) if not one.has_list]
        yield f"The disclosure for {sentence_list(without)} has no list, so that rows are not compared."
        return
    for column, words in _COLUMN_WORDS.items():
        lacking = [str(one.year) for one in (before, disclosure) if not one.gives(column)]
        if len(lacking) == 1:
            yield f"The list for {lacking[0]} gives no {words}, so that {words} are not compared."
    if changes.other_words:
        then, now = (sentence_list(f"“{word}”" for word in words) for words in changes.other_words)
        yield (
            f"The words for a status are not the same: {then} for {before.year}; {now} for {disclosure.year}."
            " Another word for the same kind of status is not counted as a change."
        )


def _origins(disclosure: Disclosure) -> dict[str, str]:
    """Countries of origin: code, or the name where it has none, to the name."""
    return {code or name.casefold(): name for name, code in disclosure.origin_countries}


def _names(these: dict[str, str], without: dict[str, str]) -> str:
    return sentence_list(name for key, name in these.items() if key not in without)
