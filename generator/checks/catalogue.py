"""Which checks there are, in the order in which they run, and what each of them needs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any

from ..findings import Finding, Rule
from ..findings.catalogue import (
    ADDRESS_PARTLY,
    AS_OF_LATE,
    CARRIED_FINAL,
    CID_FORM,
    CID_MISSING,
    CID_OTHER,
    CID_TWICE,
    CID_TWO_METALS,
    CLAIM_FALSE,
    CLAIM_TYPED,
    CONFLICT_FREE,
    CONTROL,
    COUNT_UNIT,
    COUNTRY_NAME,
    COUNTRY_RESTRICTED,
    COUNTS_LIST,
    COUNTS_SUM,
    COVERED_IN_PROSE,
    COVERED_LIST,
    DECLARATION_OPEN,
    EIN_MISSING,
    EXHIBIT_LEFT_OUT,
    FACILITY_ROUTE,
    FIGURE_NOT_COMPARED,
    FIGURE_TYPED,
    FIGURE_UNKNOWN,
    FILED_EARLY,
    FILED_LATE,
    FILING_DAY_TOLD,
    FILING_YEAR,
    FORM_PARTLY_KNOWN,
    FORM_TEXT_UNUSED,
    INDENT_IS_CODE,
    ITEM_ADDRESS,
    ITEM_OPEN,
    ITEM_TEXT,
    LABEL_UNKNOWN,
    LAYOUT_OVERRIDE,
    LETTERS_LOST,
    LINK_MISSING,
    LIST_DATES,
    LIST_PASTED,
    NAME_PLACEHOLDER,
    NAME_SPELLING,
    NAME_TWICE,
    NOTE_MISSING,
    OLD_PHRASE,
    ORIGIN_IMPLAUSIBLE,
    ORIGIN_IS_PLACE,
    ORIGIN_IS_PLACE_TOLD,
    ORIGIN_ROUTE,
    ORIGIN_SMELTER,
    ORIGIN_TWICE,
    ORIGIN_UNKNOWN,
    PARTS_NOT_WHOLE,
    PERIOD_YEAR,
    PROGRAMME_NAME,
    RECONCILED_SURVEY,
    REFERENCE_NAME,
    REFERENCE_OPEN,
    REGISTRANT_NAME,
    REPORT_KEPT,
    RISK_BY_PLACE,
    ROWS_ADDED,
    ROWS_MISSING,
    SECTION_COMMENT,
    SECTION_KEPT,
    SECTION_LINK,
    SECTION_OPEN,
    SHARES,
    SIGNED_LATE,
    SIGNER_TITLE,
    STATED_COUNTRY,
    STATUS_UNEXPLAINED,
    STATUS_UNUSED,
    STATUS_WORD,
    STEP_EMPTY,
    SURVEY,
    TABLE_PASTED,
    TAG_OPEN,
    TAG_SIGN,
    WAIVER_UNKNOWN,
    WEBSITE_YEAR,
    WORDING_MISSING,
    WORDING_NAME,
    WORDING_UNKNOWN,
    WORDING_UNREADABLE,
    YEAR_FOLDER,
    YEAR_FOREIGN,
)
from . import (
    boilerplate,
    carried,
    completeness,
    counts,
    exhibits,
    figures,
    filing_days,
    form,
    form_texts,
    links,
    names,
    origins,
    pasted,
    reconciled,
    references,
    smelters,
    tags,
    typed_claims,
    typed_figures,
    waivers,
    wording,
    wording_files,
    years,
)
from . import report as report_checks


class Needs(Enum):
    """What a check cannot do without; it is left out where that could not be read."""

    ROWS = "the rows that could be read, and how the list is shown"
    SECTIONS = "the sections as they are written, and the state of the filing"
    FACTS = "the facts, and the rows that could be read"
    WHOLE_LIST = "every row of the list, because it counts"
    PROSE = "the report as it is read: every section could be rendered, else something would seem to miss"


@dataclass(frozen=True)
class Check:
    """The rule that bears the check's name, and the function; it takes a ``Disclosure`` or a ``Prose``."""

    rule: Rule
    run: Callable[[Any], Iterator[Finding]]
    needs: Needs = Needs.FACTS


CHECKS = (
    Check(CID_FORM, smelters.cid_form, Needs.ROWS),
    Check(CID_OTHER, smelters.cid_is_of_rmi, Needs.ROWS),
    Check(CID_TWICE, smelters.cid_once_per_metal, Needs.ROWS),
    Check(NAME_TWICE, smelters.name_once_per_metal, Needs.ROWS),
    Check(CID_TWO_METALS, smelters.cid_belongs_to_one_metal, Needs.ROWS),
    Check(NAME_PLACEHOLDER, smelters.name_is_a_name, Needs.ROWS),
    Check(LETTERS_LOST, smelters.letters_are_whole, Needs.ROWS),
    Check(CONTROL, figures.figures_match_control, Needs.WHOLE_LIST),
    Check(SURVEY, figures.survey_adds_up),
    Check(COUNTS_SUM, counts.counts_add_up),
    Check(COUNTS_LIST, counts.counts_are_those_of_the_list, Needs.WHOLE_LIST),
    Check(RECONCILED_SURVEY, reconciled.survey_is_as_reconciled),
    Check(ROWS_MISSING, reconciled.reconciled_rows_are_listed, Needs.WHOLE_LIST),
    Check(ROWS_ADDED, reconciled.listed_rows_are_reconciled, Needs.WHOLE_LIST),
    Check(LIST_DATES, reconciled.list_dates_are_those_used),
    Check(YEAR_FOLDER, form.period_is_the_folder),
    Check(FILED_EARLY, filing_days.filed_after_the_period),
    Check(FILED_LATE, filing_days.filed_by_the_due_date),
    Check(SIGNED_LATE, filing_days.signed_before_it_is_filed),
    Check(AS_OF_LATE, filing_days.status_date_before_filing),
    Check(LAYOUT_OVERRIDE, form.layout_is_in_force),
    Check(ADDRESS_PARTLY, form.address_is_whole),
    Check(EIN_MISSING, form.ein_is_given),
    Check(FORM_PARTLY_KNOWN, form.cover_is_given_whole_or_not),
    Check(ITEM_TEXT, form_texts.item_is_written),
    Check(NOTE_MISSING, form_texts.amendment_is_explained),
    Check(FORM_TEXT_UNUSED, form_texts.form_text_is_shown),
    Check(FACILITY_ROUTE, form.facilities_fit_the_route, Needs.ROWS),
    Check(STATUS_UNUSED, form.status_is_used, Needs.WHOLE_LIST),
    Check(COVERED_LIST, form.covered_countries_are_the_ten),
    Check(SECTION_OPEN, report_checks.section_is_finished, Needs.SECTIONS),
    Check(CARRIED_FINAL, carried.carried_over_is_read, Needs.SECTIONS),
    Check(SECTION_COMMENT, report_checks.comment_is_closed, Needs.SECTIONS),
    Check(TAG_SIGN, tags.tag_is_typed_plainly, Needs.SECTIONS),
    Check(TAG_OPEN, tags.tag_is_whole, Needs.SECTIONS),
    Check(LIST_PASTED, pasted.list_is_markdown, Needs.SECTIONS),
    Check(TABLE_PASTED, pasted.table_is_markdown, Needs.SECTIONS),
    Check(INDENT_IS_CODE, pasted.indented_text_is_meant, Needs.SECTIONS),
    Check(EXHIBIT_LEFT_OUT, exhibits.exhibit_is_shown_whole),
    Check(WORDING_MISSING, wording_files.wording_is_there),
    Check(WORDING_NAME, wording_files.wording_has_its_names),
    Check(WORDING_UNKNOWN, wording_files.wording_is_known),
    Check(WORDING_UNREADABLE, wording_files.wording_can_be_filled_in),
    Check(WAIVER_UNKNOWN, waivers.waiver_is_known),
    Check(CID_MISSING, smelters.cid_is_given, Needs.WHOLE_LIST),
    Check(SHARES, figures.shares_add_up, Needs.WHOLE_LIST),
    Check(STATED_COUNTRY, origins.stated_country_is_known),
    Check(ORIGIN_UNKNOWN, origins.origin_is_known),
    Check(ORIGIN_SMELTER, origins.origin_smelter_is_listed, Needs.WHOLE_LIST),
    Check(ORIGIN_TWICE, origins.origin_has_one_name),
    Check(ORIGIN_ROUTE, origins.origins_fit_the_route),
    Check(ORIGIN_IS_PLACE, origins.origin_is_not_the_place, Needs.WHOLE_LIST),
    Check(COUNTRY_RESTRICTED, origins.country_is_not_restricted),
    Check(ORIGIN_IMPLAUSIBLE, origins.origin_is_plausible),
    Check(SECTION_KEPT, boilerplate.section_is_new),
    Check(REPORT_KEPT, boilerplate.report_is_new),
    Check(WEBSITE_YEAR, completeness.website_is_of_this_year),
    Check(LINK_MISSING, completeness.links_are_given),
    Check(SIGNER_TITLE, completeness.signer_is_an_officer),
    Check(FIGURE_TYPED, typed_figures.figure_is_not_typed, Needs.PROSE),
    Check(FIGURE_UNKNOWN, typed_figures.figure_is_that_of_the_data, Needs.PROSE),
    Check(FIGURE_NOT_COMPARED, typed_figures.figures_are_compared, Needs.PROSE),
    Check(PARTS_NOT_WHOLE, typed_figures.parts_make_up_their_whole, Needs.PROSE),
    Check(PERIOD_YEAR, years.period_is_of_this_report, Needs.PROSE),
    Check(YEAR_FOREIGN, years.year_is_of_this_report, Needs.PROSE),
    Check(FILING_YEAR, years.filing_is_after_the_period, Needs.PROSE),
    Check(FILING_DAY_TOLD, filing_days.filing_day_is_not_told, Needs.PROSE),
    Check(ITEM_ADDRESS, form_texts.item_gives_the_address, Needs.PROSE),
    Check(CLAIM_FALSE, typed_claims.typed_sentence_holds, Needs.PROSE),
    Check(CLAIM_TYPED, typed_claims.sentence_is_a_claim, Needs.PROSE),
    Check(RISK_BY_PLACE, typed_claims.risk_by_place_rests_on_a_list, Needs.PROSE),
    Check(DECLARATION_OPEN, typed_claims.declaration_is_reconciled, Needs.PROSE),
    Check(PROGRAMME_NAME, wording.programme_has_its_present_name, Needs.PROSE),
    Check(CONFLICT_FREE, wording.conflict_free_is_audited, Needs.PROSE),
    Check(LABEL_UNKNOWN, wording.status_label_is_defined, Needs.PROSE),
    Check(STATUS_WORD, wording.status_is_conformant, Needs.PROSE),
    Check(OLD_PHRASE, wording.phrase_is_of_today, Needs.PROSE),
    Check(NAME_SPELLING, wording.name_is_spelt_as_its_own, Needs.PROSE),
    Check(REGISTRANT_NAME, names.registrant_has_one_name, Needs.PROSE),
    Check(COVERED_IN_PROSE, names.covered_countries_are_exact, Needs.PROSE),
    Check(COUNTRY_NAME, names.congo_has_its_name, Needs.PROSE),
    Check(ORIGIN_IS_PLACE_TOLD, origins.origin_is_told_from_place, Needs.PROSE),
    Check(SECTION_LINK, links.section_links_to_pages, Needs.PROSE),
    Check(ITEM_OPEN, completeness.item_is_answered, Needs.PROSE),
    Check(STEP_EMPTY, completeness.oecd_step_has_content, Needs.PROSE),
    Check(COUNT_UNIT, completeness.count_says_its_unit, Needs.PROSE),
    Check(REFERENCE_OPEN, references.reference_leads_somewhere, Needs.PROSE),
    Check(REFERENCE_NAME, references.reference_has_the_name_of_its_heading, Needs.PROSE),
    Check(STATUS_UNEXPLAINED, completeness.status_is_explained, Needs.PROSE),
)


OF_WORDING = frozenset({
    FIGURE_TYPED, FIGURE_UNKNOWN, PERIOD_YEAR, YEAR_FOREIGN, FILING_YEAR, PROGRAMME_NAME,
    CONFLICT_FREE, STATUS_WORD, OLD_PHRASE, REGISTRANT_NAME, COUNTRY_NAME,
})  # fmt: skip
"""What the texts of the folder ``wording`` are looked through for, too: a single sentence shows it."""


OF_SENTENCE = OF_WORDING | {
    FIGURE_NOT_COMPARED, PARTS_NOT_WHOLE, CLAIM_FALSE, CLAIM_TYPED, RISK_BY_PLACE, DECLARATION_OPEN,
    LABEL_UNKNOWN, NAME_SPELLING, COVERED_IN_PROSE, ORIGIN_IS_PLACE_TOLD, SECTION_LINK,
}  # fmt: skip
"""What the sentence on top of the overview is looked through for: all that needs no whole report."""


def checks_that_need(*needs: Needs) -> Iterator[Check]:
    """Those that need one of these things, in order."""
    return (check for check in CHECKS if check.needs in needs)
