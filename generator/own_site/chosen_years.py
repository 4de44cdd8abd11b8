"""Which years a site shows: once one year is final, a draft stands beside it only where it is asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..errors import InputError
from ..findings import Finding, errors
from ..findings.catalogue import DRAFT_BROKEN, DRAFT_LEFT_OUT, DRAFT_SHOWN
from ..model import LineRef
from ..model.counted import counted
from ..pipeline import LoadedYear, Unreadable, Year, sound
from ..prose.fact_values import sentence_list
from ..year.how_far import is_draft_alone


@dataclass(frozen=True)
class ChosenYears:
    """The years that a site shows, and those that it does not."""

    years: tuple[Year, ...]
    """Newest first."""
    left_out: tuple[LoadedYear, ...] = ()
    """Drafts beside a final."""
    findings: tuple[Finding, ...] = ()
    """What is to be said of drafts, as notes and warnings."""


def chosen_years(
    data_dir: Path,
    loaded: Sequence[LoadedYear],
    *,
    has_drafts: bool,
    is_preview: bool = False,
    shown_before: Collection[int] = (),
) -> ChosenYears:
    """The years to show. Raises InputError where an error stops one that is no draft beside a final.

    ``has_drafts``: drafts are asked for. A draft that cannot be built is left out all the same, unless it is
    one of ``shown_before``, whose last good state the preview keeps.
    """
    drafts = [one for one in loaded if is_only_draft(data_dir, one)]
    if len(drafts) == len(loaded):
        years = sound(loaded, is_preview=is_preview)
        return ChosenYears(years, (), () if is_preview else tuple(_shown(data_dir, years, final=None)))
    final = next(one.year for one in loaded if one not in drafts)
    new = (one for one in drafts if one.year not in shown_before)
    broken = [one for one in new if _is_broken(one, is_preview=is_preview)]
    left_out = broken if has_drafts else drafts
    years = sound((one for one in loaded if one not in left_out), is_preview=is_preview)
    found = [_left_out(data_dir, one, final, one.findings if one in broken else ()) for one in left_out]
    if not is_preview:
        shown = [one for one in years if one in drafts]
        found += _shown(data_dir, shown, final)
    return ChosenYears(years, tuple(left_out), tuple(found))


def without_drafts(data_dir: Path, chosen: ChosenYears, problem: InputError) -> ChosenYears:
    """The years without the drafts beside a final, whose documents cannot be made.

    Raises ``problem`` where there are no drafts, or nothing else.
    """
    finals = tuple(one for one in chosen.years if one.is_public)
    if not finals or len(finals) == len(chosen.years):
        raise problem
    drafts = tuple(one for one in chosen.years if not one.is_public)
    told = [one for one in chosen.findings if one.rule is not DRAFT_SHOWN]
    of_drafts = [(one, _of_year(problem, data_dir, one) or problem.findings) for one in drafts]
    told += [_left_out(data_dir, one, finals[0].year, found) for one, found in of_drafts]
    return replace(chosen, years=finals, left_out=(*chosen.left_out, *drafts), findings=tuple(told))


def is_only_draft(data_dir: Path, one: LoadedYear) -> bool:
    """Whether readers have nothing of the year yet; False where nobody can tell."""
    if isinstance(one, Unreadable):
        return is_draft_alone(data_dir / str(one.year))
    return not one.is_public


def _is_broken(one: LoadedYear, *, is_preview: bool) -> bool:
    return isinstance(one, Unreadable) or bool(one.stopping(is_preview=is_preview))


def _of_year(problem: InputError, data_dir: Path, one: Year) -> Sequence[Finding]:
    own = f"{data_dir.name}/{one.year}/"
    return [found for found in problem.findings if found.where.file.startswith(own)]


def _left_out(data_dir: Path, one: LoadedYear, final: int, found: Sequence[Finding]) -> Finding:
    """ST-003, or ST-004 where it could not be built."""
    wrong = errors(found)
    if not wrong:
        message = f"{one.year} is a draft and is left out, because {final} is final"
        advice = "'formsd serve' shows it, and so does 'formsd build --drafts'."
        return Finding(DRAFT_LEFT_OUT, message, _state_of(data_dir, one), advice)
    message = f"{one.year}, a draft, cannot be built and is left out: it has {counted(len(wrong), 'error')}"
    advice = (
        f"The first: {wrong[0].code}, {wrong[0].message} ({wrong[0].where}). 'formsd check {one.year}' lists"
        " all of them. The other years are built without it."
    )
    return Finding(DRAFT_BROKEN, message, _state_of(data_dir, one), advice)


def _shown(data_dir: Path, drafts: Sequence[Year], final: int | None) -> Iterator[Finding]:
    """ST-005: drafts that are built, because nothing is final yet or because they are asked for."""
    if drafts:
        names = sentence_list([str(one.year) for one in drafts])
        is_one = len(drafts) == 1
        why = "no year is final yet" if final is None else "drafts are asked for"
        message = f"{names} {'is a draft' if is_one else 'are drafts'}, built because {why}"
        advice = "Each of their pages says so. Do not put such a site on your public host."
        if is_one:
            advice = advice.replace("their", "its")
        yield Finding(DRAFT_SHOWN, message, _state_of(data_dir, drafts[0]), advice)


def _state_of(data_dir: Path, one: LoadedYear) -> LineRef:
    if isinstance(one, Year):
        return one.disclosure.where("filing", "state")
    return LineRef(f"{data_dir.name}/{one.year}")
