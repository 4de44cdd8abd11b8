"""What a check compares with: figures, lists and keys of a reconciliation, without a supplier."""

from __future__ import annotations

from collections.abc import Sequence

from ...model.row_keys import row_key
from ...model.stated.reconciled import LastReconciliation, ReconciledSurvey, UsedList
from ..merge.directory import FindCountry
from ..merge.listed import Listed
from ..merge.statuses import StatusMatcher
from ..minerals import is_of_rule
from ..reconciled import ListRow, Surveyed
from ..sources.reconcile_sources import Sources
from ..status_lists import StatusList
from ..survey import answer_level
from .review_workbook import survey_figures


def last_reconciliation(sources: Sources, survey: Sequence[Surveyed], rule: Listed) -> LastReconciliation:
    """``reconciled.yml`` of this run: what a check compares with, which is about the metals of the rule."""
    kept, matcher = rule.kept, rule.matcher
    unreported = {*kept.unreported}
    find_country = sources.countries.find_code
    return LastReconciliation(
        survey=_survey(survey),
        lists=tuple(_used(one, matcher) for one in sources.lists),
        newest_list=sources.reference_file,
        rows=tuple(row.key for row in kept.rows if row.key not in unreported),
        unreported=kept.unreported,
        left_out=tuple(row.key for row in rule.left_out if row.reported_by and not row.is_stated),
        listed_as={
            row.key: listed for row in kept.rows if (listed := listed_key(row, find_country)) != row.key
        },
    )


def listed_key(row: ListRow, find_country: FindCountry) -> str:
    """The key that the cells of a row give."""
    return row_key(row.metal, row.cid, row.name, find_country(row.country) or "")


def _survey(survey: Sequence[Surveyed]) -> ReconciledSurvey:
    figures = {name.split(" ")[0].removeprefix("survey."): number for name, number in survey_figures(survey)}
    known = {name: number for name, number in figures.items() if name in ReconciledSurvey.model_fields}
    return ReconciledSurvey.model_validate({**known, "answer_level": answer_level(survey)})


def _used(listed: StatusList, matcher: StatusMatcher) -> UsedList:
    """The list with its date, and what it says of metals of the rule, in the filer's words."""
    rows = [row for row in listed.rows if is_of_rule(row.metal)]
    days = {row.as_of for row in rows or listed.rows if row.as_of}
    labels = {matcher.label_of(row) for row in rows or listed.rows}
    return UsedList(
        file=listed.file,
        as_of=listed.as_of or (days.pop() if len(days) == 1 else None),
        statuses=tuple(sorted(label for label in labels if label)),
        about="other minerals" if listed.rows and not rows else None,
    )
