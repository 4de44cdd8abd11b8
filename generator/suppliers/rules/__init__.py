"""The rules by which an experienced reviewer reads a supplier's answer, and the words to send about each."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ...findings import Finding, Rule
from ...findings.catalogue import (
    ANSWER_CAHRA_PLACE,
    ANSWER_COVERED,
    ANSWER_COVERED_PLACE,
    ANSWER_SCOPE,
    CMRT_BEFORE_RELEASE,
    CMRT_EMPTY,
    CMRT_INSERTED,
    CMRT_NEW,
    CMRT_SHEET_GONE,
    FILE_OTHER,
    FILE_STOPPED,
    FILE_UNREADABLE,
    ROW_ID_SPELLED,
    ROW_RISK,
    ROW_TWICE,
    ROWS_NO_ROWS,
    SHEET_NAMED_ALIKE,
    SHEETS_DIFFER,
    TEMPLATE_BESIDE,
)
from ..declarations import Declaration
from ..review_settings import Review
from . import (
    addresses,
    answers,
    answers_and_rows,
    company,
    company_answers,
    covered_words,
    files,
    mines,
    other_minerals,
    plausibility,
    recycled_words,
    smelter_names,
    smelters,
    spelled_ids,
)
from .across import equal_lists, list_changes_little
from .words import sentence

Check = Callable[[Declaration, Review], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    files.cmrt_is_new_enough,
    files.cmrt_version_is_known,
    files.cmrt_text_is_english,
    files.cmrt_is_whole,
    company.cmrt_is_complete,
    company.cmrt_names_a_person,
    addresses.email_is_one,
    addresses.phone_is_one,
    company.cmrt_date_is_a_date,
    company.cmrt_date_has_come,
    company.cmrt_date_is_recent,
    company.cmrt_date_follows_release,
    company.cmrt_scope_is_an_option,
    company.cmrt_scope_is_described,
    company.cmrt_scope_is_unlimited,
    company.cmrt_level_is_accepted,
    other_minerals.minerals_fit_the_template,
    other_minerals.use_is_known,
    other_minerals.answers_have_minerals,
    other_minerals.listed_minerals_are_chosen,
    other_minerals.row_is_of_the_template,
    other_minerals.row_name_is_one_smelter,
    other_minerals.cahra_no_fits_the_places,
    mines.mine_has_a_listed_smelter,
    mines.scope_of_minerals_is_declared,
    answers.metal_has_smelters,
    answers.excluded_metal_has_no_smelters,
    answers.metals_are_plausible,
    answers.answer_is_an_option,
    answers.covered_no_is_founded,
    answers.all_identified_is_founded,
    answers.smelters_are_all_reported,
    answers.enough_suppliers_answered,
    answers_and_rows.all_identified_has_names,
    answers_and_rows.covered_no_fits_the_list,
    covered_words.covered_no_fits_the_words,
    covered_words.smelter_place_is_watched,
    answers.covered_yes_is_watched,
    answers.cahra_fits_covered,
    answers_and_rows.recycled_fits_the_list,
    recycled_words.recycled_answer_fits_places,
    answers_and_rows.recycled_row_says_so,
    company_answers.company_answer_is_yes,
    company_answers.public_policy_has_address,
    addresses.public_policy_address_is_one,
    company_answers.other_format_is_described,
    smelters.row_cid_form,
    spelled_ids.row_id_is_plain,
    smelters.row_cid_is_known,
    smelters.row_cid_fits_metal,
    smelters.row_name_fits_cid,
    smelters.row_has_one_cid,
    smelter_names.row_name_is_known,
    smelter_names.row_is_not_listed,
    smelters.row_stands_once,
    smelters.row_is_still_listed,
    plausibility.row_names_a_smelter,
    plausibility.list_is_the_suppliers_own,
    plausibility.row_is_watched,
)
"""Every check of one answer by itself; ``equal_lists`` and ``list_changes_little`` need more than one."""

INTERNAL: frozenset[Rule] = frozenset((
    ANSWER_CAHRA_PLACE, ANSWER_COVERED, ANSWER_COVERED_PLACE, ROW_RISK,  # nothing is wrong with the answer
    ROW_TWICE, ANSWER_SCOPE,
    CMRT_BEFORE_RELEASE, CMRT_NEW,  # odd, and no reason to ask for another answer
    CMRT_INSERTED, CMRT_SHEET_GONE, ROW_ID_SPELLED, ROWS_NO_ROWS, SHEET_NAMED_ALIKE,  # read all the same
    SHEETS_DIFFER,  # read as well
    CMRT_EMPTY, TEMPLATE_BESIDE,  # no answer
    FILE_OTHER, FILE_STOPPED, FILE_UNREADABLE,  # to be mended here
))  # fmt: skip
"""Rules whose findings are for the filer's eyes: nothing is asked of the supplier."""


def review_answer(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """The findings of every check over one supplier's answer."""
    for check in CHECKS:
        yield from check(declaration, review)


__all__ = ["CHECKS", "INTERNAL", "equal_lists", "list_changes_little", "review_answer", "sentence"]
