"""Which checks there are, in the order in which they run."""

from __future__ import annotations

from . import (
    boilerplate,
    completeness,
    counts,
    figures,
    form,
    names,
    origins,
    smelters,
    typed_claims,
    typed_figures,
    waivers,
    wording,
    years,
)
from . import report as report_checks

CHECKS = (
    smelters.cid_form,
    smelters.cid_is_of_rmi,
    smelters.cid_once_per_metal,
    smelters.name_once_per_metal,
    smelters.cid_belongs_to_one_metal,
    smelters.name_is_a_name,
    figures.figures_match_control,
    figures.survey_adds_up,
    counts.counts_add_up,
    counts.counts_are_those_of_the_list,
    form.period_is_the_folder,
    form.filed_after_the_period,
    form.filed_by_the_due_date,
    form.status_date_before_filing,
    form.layout_is_in_force,
    form.ein_is_given,
    form.status_is_used,
    form.covered_countries_are_the_ten,
    report_checks.section_is_finished,
    report_checks.comment_is_closed,
    waivers.waiver_is_known,
    smelters.cid_is_given,
    figures.shares_add_up,
    origins.stated_country_is_known,
    origins.origin_is_known,
    origins.origin_smelter_is_listed,
    origins.origins_fit_the_route,
    origins.origin_is_not_the_place,
    origins.country_is_not_restricted,
    origins.origin_is_plausible,
    boilerplate.section_is_new,
    boilerplate.report_is_new,
    completeness.website_is_of_this_year,
    completeness.links_are_given,
    completeness.signer_is_an_officer,
)

PROSE_CHECKS = (
    typed_figures.figure_is_not_typed,
    typed_figures.figure_is_in_the_data,
    years.period_is_of_this_report,
    years.year_is_of_this_report,
    years.filing_is_after_the_period,
    typed_claims.typed_sentence_holds,
    typed_claims.sentence_is_a_claim,
    typed_claims.risk_by_place_rests_on_a_list,
    typed_claims.declaration_is_reconciled,
    wording.programme_has_its_present_name,
    wording.conflict_free_is_audited,
    wording.status_label_is_defined,
    wording.status_is_conformant,
    wording.phrase_is_of_today,
    names.registrant_has_one_name,
    names.covered_countries_are_exact,
    names.congo_has_its_name,
    origins.origin_is_told_from_place,
    completeness.item_is_answered,
    completeness.oecd_step_has_content,
    completeness.count_says_its_unit,
    completeness.status_is_explained,
)
"""Checks of the report as it is read; they need sections that could be rendered.

None of them runs where one could not: it would say that something is missing."""

COUNTING_CHECKS = (
    figures.figures_match_control,
    figures.shares_add_up,
    counts.counts_are_those_of_the_list,
    form.status_is_used,
    origins.origin_is_not_the_place,
    origins.origin_smelter_is_listed,
    smelters.cid_is_given,
)
"""Checks that count rows: none of them runs where rows could not be read."""
