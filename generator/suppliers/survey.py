"""The survey in figures, as ``disclosure.yml`` asks for them; they name nobody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ..model.counted import counted
from .reconciled import Reconciled, Surveyed

COMPANY, PRODUCT = "company", "product"


def counted_in(survey: Sequence[Surveyed]) -> list[Surveyed]:
    """The suppliers of which figures speak: those that were asked."""
    return [one for one in survey if one.is_asked]


def levels_of(survey: Sequence[Surveyed]) -> dict[str, int]:
    """What answers cover to how many do: the entry ``survey.by_level``."""
    return dict(sorted(Counter(level for one in counted_in(survey) for level in one.levels if level).items()))


def answer_level(survey: Sequence[Surveyed]) -> str | None:
    """The entry ``survey.answer_level``; None where answers cover something else."""
    levels = set(levels_of(survey))
    if not levels or levels - {COMPANY, PRODUCT}:
        return None
    return "both" if len(levels) == 2 else levels.pop()


def versions_of(survey: Sequence[Surveyed]) -> dict[str, int]:
    """Version of the template to how many answers are given in it; empty text where that is not said."""
    return dict(sorted(Counter(version for one in counted_in(survey) for version in one.versions).items()))


def is_outside(one: Surveyed) -> bool:
    """Whether a supplier answers No on the covered countries for each metal that it uses."""
    said = [one.covered.get(metal, "") for metal, used in one.metals.items() if used == "Yes"]
    return bool(said) and all(answer == "No" for answer in said)


def open_names(survey: Sequence[Surveyed]) -> int:
    """How many more have answered if a person says that names which are alike are one."""
    return sum(bool(one.perhaps) for one in counted_in(survey))


def survey_lines(survey: Sequence[Surveyed]) -> Iterator[str]:
    """The figures in a few lines."""
    suppliers = counted_in(survey)
    answered = sum(one.answered for one in suppliers)
    more = open_names(survey)
    depends = f" ({answered + more:,} if names that are alike are one; see RC-018)" if more else ""
    outside = sum(map(is_outside, suppliers))
    declare = "declares" if outside == 1 else "declare"
    yield (
        f"Survey: {counted(len(suppliers), 'supplier')}, {answered:,} answered{depends};"
        f" {outside:,} {declare} no covered countries."
    )
    levels = ", ".join(f"{number:,} {level}" for level, number in levels_of(survey).items())
    given = versions_of(survey).items()
    versions = ", ".join(f"{version or 'not stated'} ({number:,})" for version, number in given)
    yield f"Level of the answers: {levels or 'not stated'}. Version of the template: {versions or 'none'}."


def other_lines(result: Reconciled) -> Iterator[str]:
    """What answers gave about other minerals, in two lines; none where no answer did."""
    counts = result.other_counts
    if counts is None:
        return
    files = counts.files_used + counts.files_replaced
    versions = ", ".join(
        f"{version} ({number:,})" for version, number in versions_of(result.other_survey).items()
    )
    yield (
        f"Other minerals: {counted(files, 'answer')} of {counted(len(result.other_survey), 'supplier')}"
        f" ({versions or 'none counts'}); {counted(counts.rows.read, 'row')}: {counts.rows.kept:,} kept,"
        f" {counts.rows.merged:,} merged"
        f"{''.join(f', {number:,} {reason}' for reason, number in counts.rows.aside.items())}."
    )
    by_mineral = ", ".join(f"{number:,} {name.lower()}" for name, number in counts.listed_by_metal.items())
    yield f"Rows for other minerals: {by_mineral or 'none'}. They are part of no figure above."
    if result.mines:
        files = len({one.mine.where.file for one in result.mines})
        yield (
            f"{counted(len(result.mines), 'mine')} named in {counted(files, 'answer')}: review/mines.csv."
            " They are in no list and no figure, and tell no country of origin of the four metals."
        )


def survey_details(survey: Sequence[Surveyed]) -> dict[str, object]:
    """For programs: everything beside the three figures of ``survey_figures``."""
    answered = sum(one.answered for one in counted_in(survey))
    return {
        "by_level": levels_of(survey),
        "answer_level": answer_level(survey),
        "versions": versions_of(survey),
        "answered_if_names_alike_are_one": answered + open_names(survey),
        "answered_and_not_asked": sum(not one.is_asked for one in survey),
    }
