"""Findings: problems in the input, as values. Imports nothing of ours but ``model`` and ``counted``.

Grammar of a printed finding: code, severity, what is wrong with the value quoted, where, what to do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from .counted import counted
from .model import CellRef, LineRef, Place, Waiver


class Severity(StrEnum):
    """An ``error`` stops publishing, see ``Stops``; ``warning`` and ``info`` are printed."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def noun(self) -> str:
        """What one of them is called where they are counted."""
        return "note" if self is Severity.INFO else self.value


class Stops(StrEnum):
    """What a finding keeps from being built, done or used."""

    EVERY_BUILD = "every build"
    """The input cannot be used, or what it says cannot be so: not even a draft is rendered."""
    FINAL = "a final"
    """Publishing it would be wrong. A draft is built all the same, so that a person can see and mend it."""
    COMMAND = "this command"
    """What was compared differs, or a list for reconciling cannot be used. No build asks for either."""
    ANSWER = "one supplier's answer"
    """The supplier is asked again. Nothing that is published depends on it alone, and no build stops."""
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of problem. Its code is stable and never used again for something else."""

    code: str
    name: str
    """Name of the check that yields it."""
    severity: Severity
    summary: str
    stops: Stops = Stops.NOTHING
    """Never ``NOTHING`` for an error, always ``NOTHING`` for the others."""
    is_waivable: bool = False
    """A person may state a reason why it does not apply at one place (entry ``waivers``)."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem at one place."""

    rule: Rule
    message: str
    where: Place
    advice: str
    waiver: Waiver | None = None
    """Who waived it and why; None: nobody did. A waived finding stops nothing."""

    @property
    def code(self) -> str:
        return self.rule.code

    @property
    def severity(self) -> Severity:
        return self.rule.severity

    def __str__(self) -> str:
        end = f"Waived by {self.waiver.name}: {self.waiver.reason}" if self.waiver else self.advice
        return printable(f"{self.code} {self.severity}: {self.message} ({self.where}). {end}")

    def as_dict(self) -> dict[str, str | int | dict[str, str] | None]:
        """The finding for ``formsd check --json``; parts of the place, and the waiver, may be None."""
        place: dict[str, str | int | None]
        waiver = self.waiver
        place = {"file": self.where.file, "sheet": None, "cell": None, "line": None, "column": None}
        if isinstance(self.where, CellRef):
            place |= {"sheet": self.where.sheet, "cell": self.where.cell}
        else:
            place |= {"line": self.where.line, "column": self.where.column}
        return {
            "code": self.code,
            "name": self.rule.name,
            "severity": str(self.severity),
            "stops": str(self.rule.stops),
            "message": self.message,
            "advice": self.advice,
            **place,
            "waiver": None if waiver is None else {"reason": waiver.reason, "name": waiver.name},
        }


def printable(text: str) -> str:
    """Text that a terminal shows and does not obey: control and direction characters become escapes."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


_RULES: dict[str, Rule] = {}
RETIRED = frozenset({"ED-008", "ED-010", "PD-004", "PD-005", "PD-006", "PD-008"})
"""Codes that were given once. None is used again: somebody may have written it down."""


def _rule(
    code: str, name: str, severity: Severity, summary: str, *, stops: Stops | None = None, firm: bool = False
) -> Rule:
    """A rule of the catalogue. Without ``stops`` an error stops every build.

    What stops every build cannot be waived, nor what is ``firm``; everything else can.
    """
    assert code not in _RULES.keys() | RETIRED, code
    if stops is None:
        stops = Stops.EVERY_BUILD if severity is Severity.ERROR else Stops.NOTHING
    is_waivable = not firm and stops is not Stops.EVERY_BUILD
    _RULES[code] = Rule(code, name, severity, summary, stops, is_waivable)
    return _RULES[code]


def _of_command(code: str, name: str, severity: Severity, summary: str) -> Rule:
    """A rule that only ``formsd verify`` or ``formsd reconcile`` asks. Neither knows waivers."""
    stops = Stops.COMMAND if severity is Severity.ERROR else Stops.NOTHING
    return _rule(code, name, severity, summary, stops=stops, firm=True)


def _asks(code: str, name: str, severity: Severity, summary: str) -> Rule:
    """A rule of a supplier's answer; an error means that it is not accepted as it is."""
    stops = Stops.ANSWER if severity is Severity.ERROR else Stops.NOTHING
    return _rule(code, name, severity, summary, stops=stops, firm=True)


def rules() -> tuple[Rule, ...]:
    """The catalogue, in the order of codes."""
    return tuple(_RULES[code] for code in sorted(_RULES))


_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO
_FINAL = Stops.FINAL

# Files
FILE_MISSING = _rule("FI-001", "file_exists", _E, "A file or folder that is needed is not there.")
FILE_UNREADABLE = _rule("FI-002", "file_is_readable", _E, "A file cannot be read or is not UTF-8 text.")
FILE_TWICE = _rule("FI-003", "file_once", _E, "Two files are given where one is expected.")
OWN_FILE_NAME = _rule(
    "FI-004", "own_file_name_is_free", _E, "A file has a name that the program itself uses."
)

# disclosure.yml
YAML_SYNTAX = _rule("YM-001", "yaml_is_valid", _E, "The file is not valid YAML.")
YAML_UNKNOWN_KEY = _rule("YM-002", "yaml_key_is_known", _E, "An entry that is not known.")
YAML_MISSING_KEY = _rule("YM-003", "yaml_key_is_given", _E, "An entry that is needed is not given.")
YAML_VALUE = _rule("YM-004", "yaml_value_fits", _E, "A value that does not fit its entry.")
YAML_TWICE = _rule("YM-005", "yaml_key_once", _E, "An entry is given twice.")

# The smelter list as a workbook
BOOK_UNREADABLE = _rule("WB-001", "workbook_opens", _E, "Not a workbook, or damaged or protected.")
BOOK_TOO_LARGE = _rule("WB-002", "workbook_size", _E, "The workbook is far larger than a smelter list.")
SHEET_MISSING = _rule("WB-003", "sheet_exists", _E, "The sheet `Smelter List` is not there.")
COLUMN_MISSING = _rule("WB-004", "column_exists", _E, "A column that is needed is not there.")
COLUMN_TWICE = _rule("WB-005", "column_once", _E, "Two columns have the same heading.")
COLUMN_UNKNOWN = _rule("WB-006", "column_is_known", _E, "A heading that is probably misspelt.")
FORMULA_EMPTY = _rule("WB-007", "formula_has_value", _E, "A formula without a stored value.")
CELL_ERROR = _rule("WB-008", "cell_has_no_error", _E, "A cell that holds an Excel error.")
CELL_MERGED = _rule("WB-009", "cell_is_not_merged", _E, "A merged cell inside the list.")
CELL_NOT_TEXT = _rule("WB-010", "cell_is_text", _E, "A date or truth value where text is meant.")
CELL_CHARACTERS = _rule("WB-011", "cell_characters", _W, "Characters that cannot be printed, removed.")
LIST_EMPTY = _rule("WB-012", "list_has_rows", _E, "The list has no rows.")
COLUMN_UNPUBLISHED = _rule("WB-014", "column_is_published", _I, "A column that is not published.")
CELL_NUMBER = _rule("WB-015", "cell_is_no_number", _W, "A number where text is meant.")
CELL_VALUE = _rule("WB-013", "cell_value_fits", _E, "A date or a yes/no that cannot be read.")

# Smelters and refiners
CID_TWICE = _rule("SM-001", "cid_once_per_metal", _E, "Two rows with the same metal and CID.")
NAME_TWICE = _rule("SM-002", "name_once_per_metal", _E, "Two rows with the same metal and name.")
NO_COUNTRY = _rule("SM-003", "smelter_has_country", _E, "A row without a country.")
METAL_UNKNOWN = _rule("SM-004", "metal_is_known", _E, "A metal other than gold, tantalum, tin, tungsten.")
STATUS_UNKNOWN = _rule("SM-005", "status_is_known", _E, "A status that the vocabulary does not have.")
COUNTRY_UNKNOWN = _rule("SM-006", "country_is_known", _E, "A country name that is not known.")
CID_FORM = _rule("SM-007", "cid_form", _E, "An identifier that is not CID and six digits.")
NO_NAME = _rule("SM-008", "smelter_has_name", _E, "A row without a name.")
CID_TWO_METALS = _rule("SM-009", "cid_belongs_to_one_metal", _E, "One CID under two metals.")
NAME_PLACEHOLDER = _rule("SM-010", "name_is_a_name", _W, "A name that looks like a placeholder.")
CID_MISSING = _rule("SM-011", "cid_is_given", _I, "No row has a Smelter Identification Number.")

# Countries
COVERED_LIST = _rule("CO-001", "covered_countries_are_the_ten", _E, "The covered countries are not the ten.")
COUNTRY_TABLE = _rule("CO-002", "country_table_is_valid", _E, "A mistake in a table of countries.")
STATED_COUNTRY = _rule(
    "CO-003", "stated_country_is_known", _E, "A stated country that is not known.", stops=_FINAL
)
ORIGIN_ROUTE = _rule("CO-004", "origins_fit_the_route", _E, "An origin that asks for a report.", stops=_FINAL)
ORIGIN_IS_PLACE = _rule(
    "CO-005", "origin_is_not_the_place", _E, "Origins that are the facilities' countries.", stops=_FINAL
)
COUNTRY_RESTRICTED = _rule(
    "CO-006", "country_is_not_restricted", _W, "A country under an embargo or with listed parties."
)
ORIGIN_IMPLAUSIBLE = _rule("CO-007", "origin_is_plausible", _W, "An origin where no mine is known.")
COVERED_IN_PROSE = _rule(
    "CO-008", "covered_countries_are_exact", _E, "A list in the text that is not the ten.", stops=_FINAL
)
COUNTRY_NAME = _rule("CO-009", "congo_has_its_name", _W, "A short or old name of a Congo.")
ORIGIN_IS_PLACE_TOLD = _rule(
    "CO-010", "origin_is_told_from_place", _E, "A place of processing told as origin.", stops=_FINAL
)

# Dates
YEAR_FOLDER = _rule("DT-001", "period_is_the_folder", _E, "The period is not the folder's year.")
FILED_EARLY = _rule("DT-002", "filed_after_the_period", _E, "The filing date lies in the period or before.")
FILED_LATE = _rule("DT-003", "filed_by_the_due_date", _W, "The filing date lies after the due date.")
AS_OF_LATE = _rule("DT-004", "status_date_before_filing", _E, "A status date after the filing date.")
YEAR_FOREIGN = _rule(
    "DT-005", "year_is_of_this_report", _W, "A year that is neither the period's nor the filing's."
)
PERIOD_YEAR = _rule(
    "DT-006", "period_is_of_this_report", _E, "Another year given as the period.", stops=_FINAL
)
FILING_YEAR = _rule(
    "DT-007", "filing_is_after_the_period", _E, "A filing told in the year of the period.", stops=_FINAL
)

# The form
LAYOUT_OVERRIDE = _rule("FM-001", "layout_is_in_force", _W, "A layout that is not the one in force.")
EIN_MISSING = _rule("FM-002", "ein_is_given", _I, "The cover shows no I.R.S. Employer Identification No.")
STATUS_UNUSED = _rule("FM-003", "status_is_used", _I, "A status that no row has.")

# Figures
CONTROL = _rule("FG-001", "figures_match_control", _E, "A computed figure differs from the control figure.")
SURVEY = _rule("FG-002", "survey_adds_up", _E, "The survey's figures contradict each other.")
SHARES = _rule("FG-003", "shares_add_up", _I, "Rounded shares that do not add up to 100%.")

# Report
SECTION_NAME = _rule("SE-001", "section_file_name", _E, "A section's file name is not NN-title.md.")
SECTION_VARIABLE = _rule(
    "SE-002", "section_variable_exists", _E, "A variable that is not there or has no value."
)
SECTION_SYNTAX = _rule("SE-003", "section_syntax", _E, "A template expression that cannot be read or run.")
SECTION_TITLE = _rule("SE-004", "section_has_title", _E, "A section that does not begin with a title.")
SECTION_OPEN = _rule(
    "SE-005",
    "section_is_finished",
    _E,
    "A final report with a note of what is to be done.",
    stops=_FINAL,
    firm=True,
)
SECTION_TO_DO = _rule("SE-006", "section_is_begun", _I, "A draft with a note of what is to be done.")
SECTION_COMMENT = _rule("SE-007", "comment_is_closed", _E, "A comment in a section that has no end.")

# Figures in the text
FIGURE_TYPED = _rule("TF-001", "figure_is_not_typed", _W, "A typed figure that the data has.")
FIGURE_UNKNOWN = _rule(
    "TF-002", "figure_is_in_the_data", _E, "A typed figure that no data has.", stops=_FINAL
)

# Sentences that data can contradict
CLAIM_CONTRADICTED = _rule("CL-001", "claim_holds", _W, "A claim that data contradicts; it names the rows.")
CLAIM_FALSE = _rule(
    "CL-002", "typed_sentence_holds", _E, "A typed sentence that the data contradicts.", stops=_FINAL
)
RISK_BY_PLACE = _rule(
    "CL-003", "risk_by_place_rests_on_a_list", _E, "Low risk by place, without a stated list.", stops=_FINAL
)
CLAIM_TYPED = _rule(
    "CL-004", "sentence_is_a_claim", _W, "A typed sentence on all or none, which no data holds to."
)
DECLARATION_OPEN = _rule(
    "CL-005", "declaration_is_reconciled", _W, "A declaration that the list seems to contradict."
)

# Wording
PROGRAMME_NAME = _rule("WD-001", "programme_has_its_present_name", _W, "A former name of a programme.")
CONFLICT_FREE = _rule(
    "WD-002",
    "conflict_free_is_audited",
    _E,
    "Conflict free, said or implied, without an audit.",
    stops=_FINAL,
)
LABEL_UNKNOWN = _rule("WD-003", "status_label_is_defined", _W, "A status label without a definition.")
STATUS_WORD = _rule("WD-004", "status_is_conformant", _I, "Compliant, where conformant is meant.")
OLD_PHRASE = _rule("WD-005", "phrase_is_of_today", _W, "A phrase of the rule's first years.")
REGISTRANT_NAME = _rule(
    "WD-006", "registrant_has_one_name", _E, "Another name than that on cover and signature.", stops=_FINAL
)

# The year before
SECTION_KEPT = _rule("BP-001", "section_is_new", _I, "A section that is that of the year before.")
REPORT_KEPT = _rule("BP-002", "report_is_new", _W, "A report that is that of the year before.")

# Completeness
STEP_EMPTY = _rule("CP-001", "oecd_step_has_content", _W, "A step of the OECD guidance that is not told.")
ITEM_OPEN = _rule(
    "CP-002", "item_is_answered", _E, "Something that Item 1.01 asks for is not told.", stops=_FINAL
)
COUNT_UNIT = _rule("CP-003", "count_says_its_unit", _W, "A count of facilities without its unit.")
STATUS_UNEXPLAINED = _rule(
    "CP-004", "status_is_explained", _W, "A status whose meaning the report does not tell."
)
WEBSITE_YEAR = _rule("CP-005", "website_is_of_this_year", _W, "A web address that is not this year's page.")
LINK_MISSING = _rule("CP-006", "links_are_given", _I, "A policy or a way for grievances without address.")
SIGNER_TITLE = _rule("CP-007", "signer_is_an_officer", _I, "A signatory whose title is not an officer's.")

# Waivers
WAIVER_UNUSED = _rule("WV-001", "waiver_is_needed", _W, "A waiver that applies to nothing.", firm=True)
WAIVER_UNKNOWN = _rule(
    "WV-002",
    "waiver_is_known",
    _E,
    "A waiver of a code that is not there, or that cannot be waived.",
    stops=_FINAL,
    firm=True,
)

# Records of what was signed and published
RECORD_UNREADABLE = _rule(
    "SO-001", "record_is_readable", _E, "A record that cannot be read.", stops=_FINAL, firm=True
)
RECORD_CHANGED = _rule(
    "SO-002", "record_is_unchanged", _E, "A record that was changed by hand.", stops=_FINAL, firm=True
)
SIGN_OFF_MISSING = _rule(
    "SO-003", "final_is_signed_off", _E, "A final without a sign-off of each role.", stops=_FINAL, firm=True
)
SIGNED_OTHER = _rule(
    "SO-004",
    "signed_content_is_unchanged",
    _E,
    "A final with other content than was signed; it says what changed.",
    stops=_FINAL,
    firm=True,
)
SIGNED_OTHER_DRAFT = _rule(
    "SO-005", "signed_content_is_current", _I, "A draft that changed after a sign-off."
)
SIGNED_ELSEWHERE = _rule(
    "SO-006", "signed_elsewhere_is_told", _I, "A final without sign-offs, since it was signed elsewhere."
)

# Documents: the PDF and the files for EDGAR
DOCUMENTS_LEFT_OUT = _rule("DC-001", "documents_show_all", _W, "Part of a section that no document shows.")
DOCUMENTS_PICTURE = _rule("DC-002", "picture_is_given", _W, "A picture whose text stands in the documents.")
DOCUMENTS_PICTURE_TEXT = _rule("DC-003", "picture_has_text", _W, "A picture without alternative text.")
DOCUMENTS_UNCLOSED = _rule(
    "DC-004", "element_is_closed", _W, "An HTML element in a section that is not closed."
)

# EDGAR
EDGAR_FILE_NAME = _rule("ED-001", "edgar_file_name", _E, "A file name that EDGAR does not take.")
EDGAR_EXHIBITS = _rule("ED-002", "edgar_exhibit_set", _E, "Form and exhibit do not belong together.")
EDGAR_LINK = _rule("ED-003", "edgar_link_target", _E, "A link that leads to nothing in the filing.")
EDGAR_ID = _rule("ED-004", "edgar_id", _E, "An id that is used twice or has a wrong form.")
EDGAR_ELEMENT = _rule("ED-005", "edgar_element", _E, "An element or attribute that EDGAR does not take.")
EDGAR_CHARACTER = _rule("ED-006", "edgar_character", _E, "A character that EDGAR does not take.")
EDGAR_SIZE = _rule("ED-007", "edgar_size", _W, "A document far larger than any that is filed.")
EDGAR_PICTURE = _rule("ED-009", "edgar_picture", _I, "A picture whose text stands in the EDGAR files.")
EDGAR_NESTED_TABLE = _rule("ED-011", "edgar_table", _W, "A table inside a table.")
EDGAR_ADDRESS = _rule("ED-012", "edgar_address", _I, "An address that the EDGAR files do not show.")

# A filed document against the data
FILED_UNREADABLE = _of_command(
    "VE-001", "filed_document_is_readable", _E, "A filed document that cannot be read."
)
FILED_WITHOUT_LIST = _of_command(
    "VE-002", "filed_document_has_list", _E, "No facility table in a filed document."
)
FILED_ROW_EXTRA = _of_command(
    "VE-003", "filed_row_is_in_data", _E, "A filed row that the data does not have."
)
FILED_ROW_MISSING = _of_command("VE-004", "row_is_filed", _E, "A row of the data that is not filed.")
FILED_ROW_CHANGED = _of_command("VE-005", "filed_row_is_equal", _E, "A filed row that differs from the data.")
FILED_ROW_SPELLED = _of_command(
    "VE-006", "filed_row_is_spelled_alike", _I, "A filed row in another spelling."
)
FILED_FIGURE = _of_command(
    "VE-007", "filed_figure_is_equal", _E, "A filed figure that differs from the data."
)
FILED_FIGURE_OPEN = _of_command(
    "VE-008", "filed_figure_is_known", _I, "A filed figure that is not in the data."
)
FILED_CLAIM = _of_command("VE-009", "filed_claim_holds", _E, "A filed sentence that the list contradicts.")

# Published files against the data
PUBLISHED_MISSING = _of_command("VE-010", "published_file_exists", _E, "A published file that is not there.")
PUBLISHED_UNREADABLE = _of_command(
    "VE-011", "published_file_is_readable", _E, "A published file that is damaged."
)
PUBLISHED_ROW = _of_command(
    "VE-012", "published_row_is_equal", _E, "A published row that differs from the data."
)
PUBLISHED_TEXT = _of_command(
    "VE-013", "published_text_is_equal", _E, "Published text that differs from the data."
)
PUBLISHED_FIGURE = _of_command("VE-014", "published_figure_is_equal", _E, "A published figure that differs.")
PUBLISHED_BYTES = _of_command(
    "VE-015",
    "published_file_is_as_made",
    _E,
    "A published file that is not, byte for byte, as the data gives it.",
)

# Lists and decisions for reconciling
STATUS_LIST_STATUS = _of_command(
    "RC-001", "status_list_has_a_status", _E, "A status list that does not say which status it gives."
)
STATUS_LIST_ROW = _of_command(
    "RC-002", "status_list_row_is_usable", _W, "A row of a status list that is left out."
)
IDENTIFIER_PAIR = _of_command("RC-003", "old_identifier_has_a_cid", _E, "An old identifier without a CID.")
REFERENCE_EMPTY = _of_command("RC-004", "reference_has_rows", _E, "A reference list without smelters.")
ANSWER_REPLACED = _of_command("RC-005", "answer_is_the_newest", _I, "An answer that a newer one replaces.")
ANSWERS_SAME_DATE = _of_command(
    "RC-006", "answers_of_a_date_agree", _W, "Two answers of one supplier and date that differ."
)
SMELTER_UNLISTED = _of_command("RC-008", "smelter_is_listed", _W, "A reported smelter that no list has.")
NOT_ANSWERED = _of_command(
    "RC-009", "supplier_has_answered", _W, "A supplier that was asked and has not answered."
)
DECISION_WORD = _of_command(
    "RC-010", "decision_is_clear", _W, "A decision that is neither accept nor reject."
)
FILE_STOPPED = _asks("RC-011", "file_does_not_stop_its_reader", _E, "A file that no reader gets through.")
SHEET_LOST = _of_command(
    "RC-012", "sheet_is_ours", _W, "A sheet that people added and a further run does not keep."
)
NO_INDETERMINABLE = _of_command(
    "RC-013", "vocabulary_has_indeterminable", _E, "No status for smelters that are on no list."
)
ANSWERS_DIFFER = _of_command(
    "RC-007", "answers_agree", _I, "Two answers of one supplier that both count and differ."
)

# Confidentiality
LEAK = _rule("PV-001", "site_withholds", _E, "A withheld value in a published file.")
LEAK_UNSEARCHED_VALUE = _rule(
    "PV-002", "withheld_value_is_telling", _I, "Withheld values that are too common.", firm=True
)
LEAK_UNSEARCHED_FILE = _rule(
    "PV-003", "file_can_be_searched", _W, "A file that cannot be searched.", firm=True
)

# PDF
PDF_LETTER = _rule("PD-001", "letter_has_a_font", _E, "A letter that no font of the PDF has.")
PDF_NOT_MADE = _rule("PD-002", "pdf_is_made", _E, "A document that cannot be set as PDF.")
PDF_RULE = _rule("PD-003", "pdf_keeps_the_rules", _E, "A PDF that breaks a rule of PDF/UA-1 or PDF/A-2a.")
PDF_PICTURE_DAMAGED = _rule("PD-007", "picture_is_readable", _E, "A picture that cannot be read.")

# A supplier's workbook (in brackets the rule's number in the reviewers' list)
CMRT_UNREADABLE = _asks("CF-001", "cmrt_opens", _E, "A supplier's file that cannot be read as a CMRT (F1).")
CMRT_OTHER_TEMPLATE = _asks("CF-002", "cmrt_is_the_template", _E, "An EMRT, AMRT or CRT, not a CMRT (F1).")
CMRT_SHEET_MISSING = _asks("CF-003", "cmrt_has_its_sheets", _E, "A sheet of the template is missing (F1).")
CMRT_LARGE = _asks("CF-004", "cmrt_size", _E, "A supplier's file far larger than the template (F1).")
CMRT_MOVED = _asks("CF-005", "cmrt_headings_stand", _E, "A heading or question that was moved (F4).")
CMRT_MACROS = _asks("CF-006", "cmrt_has_no_macros", _W, "Macros in a supplier's file, left unread (F1).")
CMRT_LINKS = _asks("CF-007", "cmrt_has_no_links", _W, "Links to other files, not followed (F1).")
CMRT_VERSION_UNKNOWN = _asks("CF-008", "cmrt_says_its_version", _W, "A CMRT that does not say its version.")
CMRT_OLD = _asks("CF-009", "cmrt_is_new_enough", _W, "A version older than the one asked for (F2).")
CMRT_FOREIGN = _asks("CF-010", "cmrt_text_is_english", _W, "Free text in another script than Latin (F3).")
CMRT_FORMULA = _asks("CF-012", "cmrt_formulas_have_values", _W, "A formula without value for an answer (F4).")
CMRT_REBUILT = _asks("CF-011", "cmrt_is_whole", _W, "A hidden sheet or stored values are missing (F4).")

# A supplier's company, contact, date and scope
CMRT_BLANK = _asks(
    "CC-001", "cmrt_is_complete", _E, "A required field is blank (C1, and the Checker's rules)."
)
CMRT_SAME = _asks("CC-002", "cmrt_names_a_person", _W, "A contact or authorizer such as 'same' (C2).")
CMRT_FUTURE = _asks("CC-003", "cmrt_date_has_come", _E, "An effective date in the future (C3).")
CMRT_OUTDATED = _asks(
    "CC-004", "cmrt_date_is_recent", _W, "An effective date before the period or too old (C4)."
)
CMRT_BEFORE_RELEASE = _asks(
    "CC-005", "cmrt_date_follows_release", _W, "An effective date before the template's release (C5)."
)
CMRT_SCOPE_OPEN = _asks(
    "CC-006",
    "cmrt_scope_is_described",
    _E,
    "Products or a description that the scope needs are missing (C6).",
)
CMRT_SCOPE_LIMITED = _asks(
    "CC-007", "cmrt_scope_is_unlimited", _W, "A company-wide scope that the description limits (C6)."
)
CMRT_LEVEL = _asks(
    "CC-008", "cmrt_level_is_accepted", _W, "A company-level answer where products were asked for."
)
CMRT_NO_DATE = _asks("CC-009", "cmrt_date_is_a_date", _E, "An effective date that cannot be read.")
CMRT_NO_SCOPE = _asks("CC-010", "cmrt_scope_is_an_option", _E, "A scope that the template does not offer.")

# A supplier's answers
ANSWER_NO_SMELTER = _asks("CQ-001", "metal_has_smelters", _E, "A metal that is used, without smelters (Q1).")
ANSWER_EXCLUDED = _asks(
    "CQ-002", "excluded_metal_has_no_smelters", _W, "Smelters of a metal that is not used (Q2)."
)
ANSWER_NO_METAL = _asks("CQ-003", "metals_are_plausible", _W, "No metal, and products that name one (Q3).")
ANSWER_OPTION = _asks(
    "CQ-004", "answer_is_an_option", _E, "An answer that is not offered, or is not asked for (Q4)."
)
ANSWER_COVERED_OPEN = _asks(
    "CQ-005", "covered_no_is_founded", _W, "No covered countries, without a full view of the chain (Q5)."
)
ANSWER_ALL_OPEN = _asks(
    "CQ-006", "all_identified_is_founded", _W, "All smelters identified, but not all suppliers answered (Q6)."
)
ANSWER_NOT_ALL = _asks(
    "CQ-007", "smelters_are_all_reported", _W, "Not all smelters identified or reported (Q7)."
)
ANSWER_FEW = _asks("CQ-008", "enough_suppliers_answered", _W, "Half of the suppliers or fewer answered (Q8).")
ANSWER_UNIDENTIFIED = _asks(
    "CQ-009", "all_identified_has_names", _W, "All smelters identified, and one that is not (Q9)."
)
ANSWER_COVERED_LISTED = _asks(
    "CQ-010", "covered_no_fits_the_list", _W, "No covered countries, and a row that names one (Q10)."
)
ANSWER_COVERED = _asks(
    "CQ-011", "covered_yes_is_watched", _I, "Smelters that source from covered countries (Q11)."
)
ANSWER_CAHRA = _asks("CQ-012", "cahra_fits_covered", _W, "Covered countries, but no high-risk areas (Q12).")
ANSWER_RECYCLED = _asks(
    "CQ-013", "recycled_fits_the_list", _W, "All recycled, and a row or answer against it (Q13)."
)
ANSWER_SCRAP_WORD = _asks(
    "CQ-014", "recycled_row_says_so", _I, "A recycling smelter whose mine columns do not say so (Q14)."
)
ANSWER_NO = _asks("CQ-015", "company_answer_is_yes", _W, "A question about the company answered No (Q15).")
ANSWER_NO_LINK = _asks(
    "CQ-016", "public_policy_has_address", _E, "A published policy without its address (Q15)."
)
ANSWER_NO_FORMAT = _asks(
    "CQ-017", "other_format_is_described", _E, "A survey in another format that is not described (Q15)."
)

# A supplier's smelters
ROW_ID_FORM = _asks("CS-001", "row_cid_form", _E, "An identifier that is not CID and six digits (S1).")
ROW_ID_UNKNOWN = _asks("CS-002", "row_cid_is_known", _W, "An identifier that no list has (S2).")
ROW_ID_METAL = _asks("CS-003", "row_cid_fits_metal", _E, "An identifier of another metal (S3).")
ROW_NAME_DIFFERS = _asks(
    "CS-004", "row_name_fits_cid", _W, "A name or country that is not the identifier's (S4)."
)
ROW_IDS_DIFFER = _asks("CS-005", "row_has_one_cid", _E, "Two different identifiers in a row (S5).")
ROW_NAME_UNKNOWN = _asks(
    "CS-006", "row_name_is_known", _W, "A metal or name that the template does not have (S6)."
)
ROW_IS_LISTED = _asks("CS-007", "row_is_not_listed", _W, "'Smelter not listed' for one that is (S7).")
ROW_NO_SMELTER = _asks(
    "CS-008", "row_names_a_smelter", _W, "A name that is no smelter's, or no country (S8)."
)
ROW_TWICE = _asks("CS-009", "row_stands_once", _I, "A smelter twice in one list (S9).")
ROW_WITHDRAWN = _asks(
    "CS-010", "row_is_still_listed", _W, "A smelter that the newest list no longer has (S10)."
)
LIST_COPIED = _asks("CS-011", "list_is_the_suppliers_own", _W, "A list that looks copied (S11).")
ROW_RISK = _asks(
    "CS-012", "row_is_watched", _I, "A smelter not conformant, or in a country under embargo (S12)."
)
LIST_CHANGED = _asks("CS-013", "list_changes_little", _W, "Most smelters differ from last year's (S13).")


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings by file, then by row or line, then by column, then by code; equal ones once."""
    return tuple(sorted(dict.fromkeys(findings), key=_sort_key))


def severities_counted(findings: Iterable[Finding], *, also_none: bool = False) -> str:
    """How many of each severity there are, those that are waived apart: ``1 error, 2 notes, 1 waived``.

    ``also_none``: severities that no finding has are named too, as in ``0 errors``.
    """
    found = Counter("waived" if finding.waiver else finding.severity.noun for finding in findings)
    words = [counted(found[one.noun], one.noun) for one in Severity if found[one.noun] or also_none]
    return ", ".join(words + ([f"{found['waived']:,} waived"] if found["waived"] else []))


def _sort_key(finding: Finding) -> tuple[str, str, int, int, str, str, str]:
    where = finding.where
    if isinstance(where, LineRef):
        return (where.file, "", where.line or 0, where.column or 0, "", finding.code, finding.message)
    found = re.fullmatch(r"([A-Z]*)(\d*)", where.cell)
    column, row = found.groups() if found else (where.cell, "")
    return (where.file, where.sheet or "", int(row or 0), len(column), column, finding.code, finding.message)


def errors(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Only those that stop publishing a final, unless somebody waived them."""
    return tuple(f for f in findings if f.severity is Severity.ERROR and f.waiver is None)


def stopping(findings: Iterable[Finding], *, is_final: bool) -> tuple[Finding, ...]:
    """The errors that stop a build: of a final all of them, of a draft those that leave nothing to show."""
    found = errors(findings)
    return found if is_final else tuple(f for f in found if f.rule.stops is Stops.EVERY_BUILD)
