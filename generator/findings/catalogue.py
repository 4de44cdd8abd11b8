"""The catalogue: every kind of problem with its code, what it stops, its check, and what it finds.

A check and its code belong together; a code is never used again for something else. What an effect means
stands in ``Effect``, what ``FILED`` means in ``Matter``: in a year that restates a filing, such a rule gives a
warning at most.

One file, because a code is looked up in one table, in which none may stand twice.
"""

# One line a rule, however long it is: it is read as a table.
# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from . import Effect, Matter, Rule

BUILD, FINAL, FIRM_FINAL = Effect.BUILD, Effect.FINAL, Effect.FIRM_FINAL
COMMAND, ANSWER = Effect.COMMAND, Effect.ANSWER
WARNING, FIRM_WARNING = Effect.WARNING, Effect.FIRM_WARNING
NOTE, FIRM_NOTE = Effect.NOTE, Effect.FIRM_NOTE
FILED = Matter.FILED

RETIRED = frozenset({"ED-008", "ED-009", "ED-010", "PD-004", "PD-005", "PD-006", "PD-008"})
"""Codes that were given once. None is used again: somebody may have written it down."""

# Files
FILE_MISSING = Rule("FI-001", BUILD, "file_exists", "A file or folder that is needed is not there.")
FILE_UNREADABLE = Rule("FI-002", BUILD, "file_is_readable", "A file cannot be read or is not UTF-8 text.")
FILE_TWICE = Rule("FI-003", BUILD, "file_once", "Two files are given where one is expected.")
OWN_FILE_NAME = Rule("FI-004", BUILD, "own_file_name_is_free", "A file has a name that the program itself uses.")

FILE_UNNAMED = Rule("FI-005", WARNING, "file_is_named", "A file of the folder exhibits that disclosure.yml does not name.")
PICTURE_UNUSED = Rule("FI-006", NOTE, "picture_is_shown", "A picture that no section shows.")
RUN_UNFINISHED = Rule("FI-007", BUILD, "reconciliation_is_whole", "A reconciliation that was stopped before its end.")
FILE_LEFT_OUT = Rule("FI-008", WARNING, "folder_is_read", "A folder inside a folder of the year, or a link out of it, which is not read.")

# disclosure.yml
YAML_SYNTAX = Rule("YM-001", BUILD, "yaml_is_valid", "The file is not valid YAML.")
YAML_UNKNOWN_KEY = Rule("YM-002", BUILD, "yaml_key_is_known", "An entry that is not known.")
YAML_MISSING_KEY = Rule("YM-003", BUILD, "yaml_key_is_given", "An entry that is needed is not given.")
YAML_VALUE = Rule("YM-004", BUILD, "yaml_value_fits", "A value that does not fit its entry.")
YAML_TWICE = Rule("YM-005", BUILD, "yaml_key_once", "An entry is given twice.")
YAML_TEXT = Rule("YM-006", BUILD, "yaml_text_is_whole", "A text that YAML cuts or bends.")
YAML_INDENTATION = Rule("YM-007", BUILD, "yaml_indentation_is_kept", "A line that begins with too few or too many blanks, or with none that YAML knows.")
YAML_COMMENT = Rule("YM-008", NOTE, "yaml_comment_is_no_text", "A comment behind a text, which is not read.")
YAML_BOUNDS = Rule("YM-009", BUILD, "yaml_is_bounded", "A settings file so large or so deep that nobody wrote it.")

# The smelter list as a workbook
BOOK_UNREADABLE = Rule("WB-001", BUILD, "workbook_opens", "Not a workbook, or damaged or protected.")
BOOK_TOO_LARGE = Rule("WB-002", BUILD, "workbook_size", "The workbook is far larger than a smelter list.")
SHEET_MISSING = Rule("WB-003", BUILD, "sheet_exists", "A sheet that holds a list is not there.")
COLUMN_MISSING = Rule("WB-004", BUILD, "column_exists", "A column that is needed is not there.")
COLUMN_TWICE = Rule("WB-005", BUILD, "column_once", "Two columns have the same heading.")
COLUMN_UNKNOWN = Rule("WB-006", BUILD, "column_is_known", "A heading that is probably misspelt.")
FORMULA_EMPTY = Rule("WB-007", BUILD, "formula_has_value", "A formula without a stored value.")
CELL_ERROR = Rule("WB-008", BUILD, "cell_has_no_error", "A cell that holds an Excel error.")
CELL_MERGED = Rule("WB-009", BUILD, "cell_is_not_merged", "A merged cell inside the list.")
CELL_NOT_TEXT = Rule("WB-010", BUILD, "cell_is_text", "A date or truth value where text is meant.")
CELL_CHARACTERS = Rule("WB-011", WARNING, "cell_characters", "Characters that cannot be printed, removed.")
LIST_EMPTY = Rule("WB-012", BUILD, "list_has_rows", "The list has no rows.")
COLUMN_UNPUBLISHED = Rule("WB-014", NOTE, "column_is_published", "A column that is not published.")
LIST_UNUSED = Rule("WB-019", NOTE, "list_has_rows_or_is_not_there", "A list without rows, beside a form without report.")
CELL_NUMBER = Rule("WB-015", WARNING, "cell_is_no_number", "A number where text is meant.")
ROWS_HIDDEN = Rule("WB-016", WARNING, "rows_are_visible", "Rows that are hidden or filtered out, or a hidden sheet, and are published.")
ROWS_STRUCK = Rule("WB-017", WARNING, "rows_are_not_struck_through", "Rows with text that is struck through, and are published.")
CELL_FAR = Rule("WB-018", FIRM_WARNING, "cell_stands_in_the_list", "A cell far to the right of the list, which is not read.")
CELL_VALUE = Rule("WB-013", BUILD, "cell_value_fits", "A date or a yes/no that cannot be read.")

# Smelters and refiners
CID_TWICE = Rule("SM-001", WARNING, "cid_once_per_metal", "Rows with metal and identifier of an earlier row.", FILED)
NAME_TWICE = Rule("SM-002", WARNING, "name_once_per_metal", "Rows with metal and name of an earlier row.", FILED)
NO_COUNTRY = Rule("SM-003", WARNING, "smelter_has_country", "Rows without a country, where others have one.", FILED)
METAL_UNKNOWN = Rule("SM-004", BUILD, "metal_is_known", "A mineral that is none of the four, and not named among other minerals.", FILED)
STATUS_UNKNOWN = Rule("SM-005", FINAL, "status_is_known", "Statuses that the vocabulary does not have.", FILED)
COUNTRY_UNKNOWN = Rule("SM-006", FINAL, "country_is_known", "Country names that are not known.", FILED)
CID_FORM = Rule("SM-007", WARNING, "cid_form", "Identifiers in another form than most of the list.", FILED)
NO_NAME = Rule("SM-008", BUILD, "smelter_has_name", "A row without a name.", FILED)
CID_TWO_METALS = Rule("SM-009", WARNING, "cid_belongs_to_one_metal", "Identifiers that stand under two metals.", FILED)
NAME_PLACEHOLDER = Rule("SM-010", FINAL, "name_is_a_name", "A name that is no facility's: a placeholder, a country, a number, broken text.", FILED)
CID_MISSING = Rule("SM-011", NOTE, "cid_is_given", "No row has a Smelter Identification Number.", FILED)
NO_STATUS = Rule("SM-012", WARNING, "smelter_has_status", "Rows without a status, where others have one.", FILED)
CID_OTHER = Rule("SM-013", NOTE, "cid_is_of_rmi", "Identifiers of another scheme, or of earlier years.", FILED)
SIGN_UNKNOWN = Rule("SM-014", FINAL, "sign_is_declared", "Signs that nothing explains, or two signs of a status in a row.", FILED)
METAL_OF_LIST = Rule("SM-015", WARNING, "metal_fits_its_list", "Rows of another metal than their list names.", FILED)
LETTERS_LOST = Rule("SM-016", FIRM_FINAL, "letters_are_whole", "A text with the mark that stands for lost letters (U+FFFD).", FILED)

# Countries
COVERED_LIST = Rule("CO-001", BUILD, "covered_countries_are_the_ten", "The covered countries are not the ten.", FILED)
COUNTRY_TABLE = Rule("CO-002", BUILD, "country_table_is_valid", "A mistake in a table of countries.")
STATED_COUNTRY = Rule("CO-003", FINAL, "stated_country_is_known", "A high-risk area that is not known, or an origin that may be several countries.", FILED)
ORIGIN_ROUTE = Rule("CO-004", FINAL, "origins_fit_the_route", "An origin that asks for a report.", FILED)
ORIGIN_IS_PLACE = Rule("CO-005", FINAL, "origin_is_not_the_place", "Origins that are the facilities' countries.", FILED)
COUNTRY_RESTRICTED = Rule("CO-006", WARNING, "country_is_not_restricted", "A country under an embargo or with listed parties.", FILED)
ORIGIN_IMPLAUSIBLE = Rule("CO-007", WARNING, "origin_is_plausible", "An origin where no mine is known.", FILED)
COVERED_IN_PROSE = Rule("CO-008", FINAL, "covered_countries_are_exact", "A list in the text that is not the ten.", FILED)
COUNTRY_NAME = Rule("CO-009", WARNING, "congo_has_its_name", "A short or old name of a Congo.", FILED)
ORIGIN_IS_PLACE_TOLD = Rule("CO-010", FINAL, "origin_is_told_from_place", "A place of processing told as origin.", FILED)
ORIGIN_UNKNOWN = Rule("CO-011", WARNING, "origin_is_known", "Countries of origin that are not known.", FILED)
ORIGIN_SMELTER = Rule("CO-012", WARNING, "origin_smelter_is_listed", "Origins of a smelter that the list does not have.", FILED)
ORIGIN_TWICE = Rule("CO-013", WARNING, "origin_has_one_name", "Countries of origin under two names.", FILED)

# Dates
YEAR_FOLDER = Rule("DT-001", BUILD, "period_is_the_folder", "The period is not the folder's year.")
FILED_EARLY = Rule("DT-002", BUILD, "filed_after_the_period", "The day of signature or filing lies in the period or before.", FILED)
FILED_LATE = Rule("DT-003", WARNING, "filed_by_the_due_date", "The day of filing, or of signature, lies after the due date.", FILED)
AS_OF_LATE = Rule("DT-004", BUILD, "status_date_before_filing", "A status date after the day of signature or filing.", FILED)
YEAR_FOREIGN = Rule("DT-005", WARNING, "year_is_of_this_report", "A year that is neither the period's nor the filing's.", FILED)
PERIOD_YEAR = Rule("DT-006", FINAL, "period_is_of_this_report", "Another year given as the period.", FILED)
FILING_YEAR = Rule("DT-007", FINAL, "filing_is_after_the_period", "A filing told in the year of the period.", FILED)
SIGNED_LATE = Rule("DT-008", BUILD, "signed_before_it_is_filed", "The day of signature lies after the filing date.", FILED)
FILING_DAY_TOLD = Rule("DT-009", FINAL, "filing_day_is_not_told", "A text to be filed that states the day of its filing.", FILED)

# The form
LAYOUT_OVERRIDE = Rule("FM-001", WARNING, "layout_is_in_force", "A layout that is not the one in force.", FILED)
EIN_MISSING = Rule("FM-002", NOTE, "ein_is_given", "The cover shows no I.R.S. Employer Identification No.", FILED)
STATUS_UNUSED = Rule("FM-003", NOTE, "status_is_used", "A status that no row has.", FILED)
FORM_PARTLY_KNOWN = Rule("FM-004", NOTE, "cover_is_given_whole_or_not", "A part of the form is given, and the form is not shown.", FILED)
ITEM_TEXT = Rule("FM-005", FIRM_FINAL, "item_is_written", "Item 1.01 of the form has no text.")
ITEM_ADDRESS = Rule("FM-006", FINAL, "item_gives_the_address", "Item 1.01 does not give the disclosure's web address.", FILED)
NOTE_MISSING = Rule("FM-007", FIRM_FINAL, "amendment_is_explained", "An amendment without an explanatory note.", FILED)
ADDRESS_PARTLY = Rule("FM-009", WARNING, "address_is_whole", "An address in the United States without state or Zip code.", FILED)
FACILITY_ROUTE = Rule("FM-010", FINAL, "facilities_fit_the_route", "A listed facility in a covered country, and a form without report.", FILED)
FORM_TEXT_UNUSED = Rule("FM-008", WARNING, "form_text_is_shown", "A text of the form that nothing shows.")

# Figures
CONTROL = Rule("FG-001", BUILD, "figures_match_control", "A computed figure differs from the control figure.")
SURVEY = Rule("FG-002", BUILD, "survey_adds_up", "The survey's figures contradict each other.", FILED)
SHARES = Rule("FG-003", NOTE, "shares_add_up", "Rounded shares that do not add up to 100%.", FILED)
COUNTS_SUM = Rule("FG-004", WARNING, "counts_add_up", "Stated counts that do not add up to their total.", FILED)
COUNTS_LIST = Rule("FG-005", WARNING, "counts_are_those_of_the_list", "A stated count that differs from the list.", FILED)

# Wording
WORDING_MISSING = Rule("WO-001", BUILD, "wording_is_there", "A text that the data chooses is not in the year's folder.")
WORDING_NAME = Rule("WO-002", BUILD, "wording_has_its_names", "A text lacks a name that it must contain.")
WORDING_UNKNOWN = Rule("WO-003", BUILD, "wording_is_known", "A file, a case or a name of a wording that is not known.")
WORDING_UNREADABLE = Rule("WO-004", BUILD, "wording_can_be_filled_in", "A text of a wording that cannot be read or filled in.")

# Report
SECTION_NAME = Rule("SE-001", BUILD, "section_file_name", "A section's file name is not NN-title.md.")
SECTION_VARIABLE = Rule("SE-002", BUILD, "section_variable_exists", "A variable that is not there or has no value.")
SECTION_SYNTAX = Rule("SE-003", BUILD, "section_syntax", "A template expression that cannot be read or run.")
SECTION_TITLE = Rule("SE-004", BUILD, "section_has_title", "A section that does not begin with a title.")
SECTION_OPEN = Rule("SE-005", FIRM_FINAL, "section_is_finished", "A final report with a note of what is to be done.")
SECTION_TO_DO = Rule("SE-006", NOTE, "section_is_begun", "A draft with a note of what is to be done.")
SECTION_COMMENT = Rule("SE-007", BUILD, "comment_is_closed", "A comment in a section that has no end, or no beginning.")
SECTION_LINK = Rule("SE-008", BUILD, "section_links_to_pages", "A link to a page that the year does not have.")
TAG_SIGN = Rule("SE-009", BUILD, "tag_is_typed_plainly", "A curly quote or an invisible sign between braces.")
TAG_OPEN = Rule("SE-010", BUILD, "tag_is_whole", "A brace that is missing, or a condition without its end.")
LIST_PASTED = Rule("SE-011", FINAL, "list_is_markdown", "Items of a pasted list, which would run together.")
TABLE_PASTED = Rule("SE-012", FINAL, "table_is_markdown", "Rows of a pasted table, which would run together.")
INDENT_IS_CODE = Rule("SE-013", FINAL, "indented_text_is_meant", "A paragraph that begins with a tab, and would be shown as code.")
SECTION_WORK = Rule("SE-014", BUILD, "section_is_bounded", "A section that asks for more than a report could show.")
EU_UNWRITTEN = Rule("SE-016", NOTE, "eu_importer_is_written", "Headings for an importer into the European Union without a text.")
SECTION_MARKUP = Rule("SE-015", BUILD, "section_markup_is_bounded", "Markdown so deep or with so many signs that it cannot be converted.")

# Figures in the text
FIGURE_TYPED = Rule("TF-001", WARNING, "figure_is_not_typed", "A typed figure that the data has.", FILED)
FIGURE_UNKNOWN = Rule("TF-002", FINAL, "figure_is_that_of_the_data", "A typed figure that the data contradicts.", FILED)
FIGURE_NOT_COMPARED = Rule("TF-003", NOTE, "figures_are_compared", "Typed figures that no data has, by section.", FILED)
PARTS_NOT_WHOLE = Rule("TF-004", FINAL, "parts_make_up_their_whole", "Parts said to be a whole that do not add up to it.", FILED)

# Sentences that data can contradict
CLAIM_CONTRADICTED = Rule("CL-001", WARNING, "claim_holds", "A claim that data contradicts; it names the rows.", FILED)
CLAIM_FALSE = Rule("CL-002", FINAL, "typed_sentence_holds", "A typed sentence that the data contradicts.", FILED)
RISK_BY_PLACE = Rule("CL-003", FINAL, "risk_by_place_rests_on_a_list", "Low risk by place, without a stated list.", FILED)
CLAIM_TYPED = Rule("CL-004", WARNING, "sentence_is_a_claim", "A typed sentence on all or none, which no data holds to.", FILED)
DECLARATION_OPEN = Rule("CL-005", WARNING, "declaration_is_reconciled", "A declaration that the list seems to contradict.", FILED)

# Wording
PROGRAMME_NAME = Rule("WD-001", WARNING, "programme_has_its_present_name", "A former name of a programme.", FILED)
CONFLICT_FREE = Rule("WD-002", FINAL, "conflict_free_is_audited", "Conflict free, said or implied, without an audit.", FILED)
LABEL_UNKNOWN = Rule("WD-003", WARNING, "status_label_is_defined", "A status label without a definition.", FILED)
STATUS_WORD = Rule("WD-004", NOTE, "status_is_conformant", "Compliant, where conformant is meant.", FILED)
OLD_PHRASE = Rule("WD-005", WARNING, "phrase_is_of_today", "A phrase of the rule's first years.", FILED)
REGISTRANT_NAME = Rule("WD-006", FINAL, "registrant_has_one_name", "Another name than that on cover and signature.", FILED)
NAME_SPELLING = Rule("WD-007", NOTE, "name_is_spelt_as_its_own", "A body's name in another spelling than its own.", FILED)

# The year before
SECTION_KEPT = Rule("BP-001", NOTE, "section_is_new", "A section that is that of the year before.", FILED)
REPORT_KEPT = Rule("BP-002", WARNING, "report_is_new", "A report that is that of the year before.", FILED)

# Completeness
STEP_EMPTY = Rule("CP-001", WARNING, "oecd_step_has_content", "A step of the OECD guidance that is not told.", FILED)
ITEM_OPEN = Rule("CP-002", FINAL, "item_is_answered", "Something that Item 1.01 asks for is not told.", FILED)
COUNT_UNIT = Rule("CP-003", WARNING, "count_says_its_unit", "A count of facilities without its unit.", FILED)
STATUS_UNEXPLAINED = Rule("CP-004", WARNING, "status_is_explained", "A status whose meaning the report does not tell.", FILED)
WEBSITE_YEAR = Rule("CP-005", NOTE, "website_is_of_this_year", "A web address that is not this year's page.", FILED)
LINK_MISSING = Rule("CP-006", NOTE, "links_are_given", "A policy or a way for grievances without address.", FILED)
SIGNER_TITLE = Rule("CP-007", NOTE, "signer_is_an_officer", "A signatory whose title is not an officer's.", FILED)
REFERENCE_OPEN = Rule("CP-008", WARNING, "reference_leads_somewhere", "An annex or schedule that is named and not there.", FILED)
REFERENCE_NAME = Rule("CP-009", NOTE, "reference_has_the_name_of_its_heading", "An annex that its heading names otherwise.", FILED)

# Waivers
WAIVER_UNUSED = Rule("WV-001", FIRM_WARNING, "waiver_is_needed", "A waiver that applies to nothing.")
WAIVER_UNKNOWN = Rule("WV-002", FIRM_FINAL, "waiver_is_known", "A waiver of a code that is not there, or that cannot be waived.")

# The turn of the year
CARRIED_FINAL = Rule("ST-001", FIRM_FINAL, "carried_over_is_read", "A final with something of the year before that nobody has looked at.")
CARRIED = Rule("ST-002", FIRM_WARNING, "carried_over_is_told", "A draft with something of the year before that nobody has looked at.")
DRAFT_LEFT_OUT = Rule("ST-003", FIRM_NOTE, "draft_is_told", "A draft that is left out of a site, because another year is final.")
DRAFT_BROKEN = Rule("ST-004", FIRM_WARNING, "draft_can_be_built", "A draft that cannot be built, and is left out beside a final year.")
DRAFT_SHOWN = Rule("ST-005", FIRM_NOTE, "draft_is_marked", "A draft that is built: no year is final yet, or drafts are asked for.")

# Records of what was signed and published
RECORD_UNREADABLE = Rule("SO-001", FIRM_FINAL, "record_is_readable", "A record that cannot be read.")
RECORD_CHANGED = Rule("SO-002", FIRM_FINAL, "record_is_unchanged", "A record that was changed by hand.")
SIGN_OFF_MISSING = Rule("SO-003", FIRM_FINAL, "final_is_signed_off", "A final without a sign-off of each role.")
SIGNED_OTHER = Rule("SO-004", FIRM_FINAL, "signed_content_is_unchanged", "A final with other content than was signed; it says what changed.")
SIGNED_OTHER_DRAFT = Rule("SO-005", NOTE, "signed_content_is_current", "A draft that changed after a sign-off.")
SIGNED_ELSEWHERE = Rule("SO-006", NOTE, "signed_elsewhere_is_told", "A final without sign-offs, since it was signed elsewhere.")
EARLIER_NOT_KEPT = Rule("SO-007", WARNING, "earlier_filing_is_kept", "An amendment without the documents of an earlier filing.")
AMENDMENT_GONE = Rule("SO-008", FIRM_FINAL, "amendment_is_not_lost", "Records of a later filing than filing.amendment says, or two of one filing.")
PUBLISHED_OTHER = Rule("SO-009", WARNING, "published_content_is_unchanged", "Other content than was published, without an amendment.")
AMENDMENT_DATE = Rule("SO-010", FINAL, "amendment_has_own_date", "An amendment with the date or the address of the filing before it.")
AMENDED_DAY = Rule("SO-011", FINAL, "amendment_has_its_own_day", "An amendment with the day of signature of what was published.")
WRITTEN_OTHERWISE = Rule("SO-012", FIRM_NOTE, "signed_text_is_as_written", "Signed text that the program would now write otherwise; what was signed stays.")
SIGNED_NAME = Rule("SO-013", FIRM_NOTE, "signed_name_is_in_the_table", "A country that a table names otherwise now; the name that was signed stays.")
PUBLISHED_BEFORE_FILED = Rule("SO-014", FIRM_NOTE, "published_documents_are_current", "Documents that were published without the day of filing, or without PDF files, and are made anew.")

# The company's own site
SITE_URL_NOT_OWN = Rule("OW-001", FIRM_FINAL, "site_url_is_public", "A final on a site without a public address.")
PAGE_NOT_OWN = Rule("OW-002", FIRM_FINAL, "page_is_own", "A sentence of the program's example in a page of docs, beside a final.")
REGISTRANT_OTHER = Rule("OW-003", FINAL, "registrant_is_one", "Another registrant or file number than in the year before.")
DATA_NOT_OWN = Rule("OW-004", FINAL, "data_is_own", "Registrant, list or a whole year of the program's example, beside a final.")
SECTION_NOT_OWN = Rule("OW-005", FINAL, "section_is_own", "Sentences of the program's example in a final.")
LINK_LOST = Rule("OW-006", FIRM_WARNING, "link_leads_somewhere", "A link on a page that leads to nothing of the site.")

# How a company's site looks
BRAND_FILE = Rule("BR-001", BUILD, "brand_file_is_usable", "A logo or a font of brand.yml that cannot be used.")
BRAND_COLOUR = Rule("BR-002", FIRM_WARNING, "brand_color_is_readable", "A color of brand.yml that cannot be read where it stands.")
BRAND_FONT = Rule("BR-003", FIRM_WARNING, "brand_font_is_whole", "A typeface of brand.yml without a weight that documents need, or that may not be put into them.")
BRAND_LOGO_TWICE = Rule("BR-004", FIRM_NOTE, "logo_is_one", "A logo of a year that the one of brand.yml takes the place of.")

# Documents: the PDF and the files for EDGAR
DOCUMENTS_LEFT_OUT = Rule("DC-001", WARNING, "documents_show_all", "Part of a section that no document shows.")
DOCUMENTS_PICTURE = Rule("DC-002", WARNING, "picture_is_given", "A picture whose text stands in the documents.")
DOCUMENTS_PICTURE_TEXT = Rule("DC-003", WARNING, "picture_has_text", "A picture without alternative text.")
DOCUMENTS_UNCLOSED = Rule("DC-004", WARNING, "element_is_closed", "An HTML element in a section that is not closed.")
EXHIBIT_PDF = Rule("DC-005", WARNING, "exhibit_is_text", "An exhibit as PDF, which EDGAR does not take for one.")
EXHIBIT_LEFT_OUT = Rule("DC-006", WARNING, "exhibit_is_shown_whole", "Part of an exhibit's HTML that is left out.")
PICTURE_MISSING = Rule("DC-007", FINAL, "picture_is_there", "A picture that is not in its folder.")
PICTURE_WORDY = Rule("DC-008", NOTE, "picture_text_is_short", "A picture's text that is too long to be listened to.")
LETTER_UNSEEN = Rule("DC-009", WARNING, "letter_is_seen", "A letter that no document can show.")

# EDGAR
EDGAR_FILE_NAME = Rule("ED-001", BUILD, "edgar_file_name", "A file name that EDGAR does not take.")
EDGAR_EXHIBITS = Rule("ED-002", BUILD, "edgar_exhibit_set", "Form and exhibit do not belong together.")
EDGAR_LINK = Rule("ED-003", BUILD, "edgar_link_target", "A link that leads to nothing in the filing.")
EDGAR_ID = Rule("ED-004", BUILD, "edgar_id", "An id that is used twice or has a wrong form.")
EDGAR_ELEMENT = Rule("ED-005", BUILD, "edgar_element", "An element or attribute that EDGAR does not take.")
EDGAR_CHARACTER = Rule("ED-006", BUILD, "edgar_character", "A character that EDGAR does not take.")
EDGAR_SIZE = Rule("ED-007", WARNING, "edgar_size", "A document far larger than any that is filed.")
EDGAR_NESTED_TABLE = Rule("ED-011", WARNING, "edgar_table", "A table inside a table.")
EDGAR_ADDRESS = Rule("ED-012", NOTE, "edgar_address", "An address that the EDGAR files do not show.")

# A filed document against the data
FILED_UNREADABLE = Rule("VE-001", COMMAND, "filed_document_is_readable", "A filed document that cannot be read.")
FILED_WITHOUT_LIST = Rule("VE-002", COMMAND, "filed_document_has_list", "No facility table in a filed document.")
FILED_ROW_EXTRA = Rule("VE-003", COMMAND, "filed_row_is_in_data", "A filed row that the data does not have.")
FILED_ROW_MISSING = Rule("VE-004", COMMAND, "row_is_filed", "A row of the data that is not filed.")
FILED_ROW_CHANGED = Rule("VE-005", COMMAND, "filed_row_is_equal", "A filed row that differs from the data.")
FILED_ROW_SPELLED = Rule("VE-006", FIRM_NOTE, "filed_row_is_spelled_alike", "A filed row in another spelling.")
FILED_FIGURE = Rule("VE-007", COMMAND, "filed_figure_is_equal", "A filed figure that differs from the data.")
FILED_FIGURE_OPEN = Rule("VE-008", FIRM_NOTE, "filed_figure_is_known", "A filed figure that is not in the data.")
FILED_CLAIM = Rule("VE-009", COMMAND, "filed_claim_holds", "A filed sentence that the list contradicts.")
FILED_REGISTRANT = Rule("VE-016", COMMAND, "filed_registrant_is_equal", "Another registrant in a filed document.")
FILED_COUNTRIES = Rule("VE-017", COMMAND, "filed_countries_are_equal", "A filed list of countries that differs.")
FILED_COVER = Rule("VE-018", COMMAND, "filed_cover_is_equal", "A cover or signature of a filed form that differs.")
FILED_AGAINST_ITSELF = Rule("VE-020", FIRM_WARNING, "filing_agrees_with_itself", "Something that a filing says against its own list, in an imported year.")

# A filing that is imported
IMPORT_YEAR_EXISTS = Rule("IM-001", COMMAND, "imported_year_is_new", "A year that is there already.")
IMPORT_NOT_A_FILING = Rule("IM-002", COMMAND, "imported_file_is_a_filing", "A file that is neither a form nor a report.")
IMPORT_OTHER_PERIOD = Rule("IM-003", COMMAND, "imported_filing_is_of_the_year", "A filing for another year.")
IMPORT_NO_REGISTRANT = Rule("IM-004", COMMAND, "imported_filing_names_its_registrant", "A filing that does not say whose it is.")
IMPORT_TO_CONFIRM = Rule("IM-005", FIRM_NOTE, "imported_fact_is_sure", "Something of a filing that a person is to confirm.")

# A Word file that came back from counsel
WORD_FILE_UNREADABLE = Rule("CM-001", COMMAND, "word_file_is_readable", "A Word file that cannot be read.")
WORD_FILE_TOO_LARGE = Rule("CM-002", COMMAND, "word_file_size", "A Word file that is far larger than a filing.")
WORD_FILE_OLDER = Rule("CM-003", FIRM_WARNING, "word_file_is_of_this_text", "A Word file that was written of another state of the year.")
WORD_FILE_OTHER = Rule("CM-004", COMMAND, "word_file_is_of_the_year", "A Word file that has hardly anything of the year's text.")

# The filing sheet
SHEET_WITHOUT_CIK = Rule("FS-001", FIRM_NOTE, "sheet_has_cik", "A registrant whose CIK is not stated, so that the filing sheet has a blank for it.")

# A redline
REDLINE_NOTHING = Rule("RL-001", COMMAND, "redline_has_two_sides", "Nothing to compare a year with.")
REDLINE_NOT_SET = Rule("RL-002", COMMAND, "redline_can_be_set", "A redline that cannot be set as a PDF.")

# Published files against the data
PUBLISHED_MISSING = Rule("VE-010", COMMAND, "published_file_exists", "A published file that is not there.")
PUBLISHED_UNREADABLE = Rule("VE-011", COMMAND, "published_file_is_readable", "A published file that is damaged.")
PUBLISHED_ROW = Rule("VE-012", COMMAND, "published_row_is_equal", "A published row that differs from the data.")
PUBLISHED_TEXT = Rule("VE-013", COMMAND, "published_text_is_equal", "Published text that differs from the data.")
PUBLISHED_FIGURE = Rule("VE-014", COMMAND, "published_figure_is_equal", "A published figure that differs.")
PUBLISHED_STAYS = Rule("VE-019", FIRM_NOTE, "published_file_is_as_made_now", "Published documents that the program would now make otherwise; they are compared with the record alone.")
PUBLISHED_BYTES = Rule("VE-015", COMMAND, "published_file_is_as_made", "A published file that is not, byte for byte, as the data gives it.")

# Lists and decisions for reconciling
STATUS_LIST_STATUS = Rule("RC-001", COMMAND, "status_list_has_a_status", "A status list that does not say which status it gives.")
STATUS_LIST_ROW = Rule("RC-002", FIRM_WARNING, "status_list_row_is_usable", "A row of a status list that is left out.")
IDENTIFIER_PAIR = Rule("RC-003", COMMAND, "old_identifier_has_a_cid", "An old identifier without a CID.")
REFERENCE_EMPTY = Rule("RC-004", COMMAND, "reference_has_rows", "A reference list without smelters.")
ANSWER_REPLACED = Rule("RC-005", FIRM_NOTE, "answer_is_the_newest", "An answer that a newer one replaces.")
ANSWERS_SAME_DATE = Rule("RC-006", FIRM_WARNING, "answers_of_a_date_agree", "Two answers of one supplier that differ, of one date or one of them without a date.")
SMELTER_UNLISTED = Rule("RC-008", FIRM_WARNING, "smelter_is_listed", "A reported smelter that no list has.")
NOT_ANSWERED = Rule("RC-009", FIRM_WARNING, "supplier_has_answered", "A supplier that was asked and has not answered.")
DECISION_WORD = Rule("RC-010", FIRM_WARNING, "decision_is_clear", "A decision that is neither accept nor reject.")
FILE_STOPPED = Rule("RC-011", ANSWER, "file_does_not_stop_its_reader", "A file that no reader gets through.")
SHEET_LOST = Rule("RC-012", FIRM_WARNING, "sheet_is_ours", "A sheet that people added to review.xlsx and a further run does not keep.")
NO_INDETERMINABLE = Rule("RC-013", COMMAND, "vocabulary_has_indeterminable", "No status for smelters that are on no list.")
STATUS_LIST_SHEETS = Rule("RC-014", FIRM_WARNING, "status_list_is_one_sheet", "A status list with several sheets that could be read.")
STATUS_LIST_OTHER = Rule("RC-015", FIRM_NOTE, "status_list_has_these_metals", "Rows of a status list for minerals that nobody knows here.")
STATUS_LIST_DATE = Rule("RC-016", FIRM_WARNING, "status_list_date_is_clear", "A date of a status list that is none, or may be two days.")
STATUS_LIST_TWICE = Rule("RC-017", FIRM_WARNING, "status_list_says_it_once", "A facility with two statuses in one list.")
SUPPLIER_ALIKE = Rule("RC-018", FIRM_WARNING, "supplier_has_one_name", "A company that answered, and one that was asked, whose names are alike.")
NOT_ASKED = Rule("RC-019", FIRM_WARNING, "supplier_was_asked", "An answer from a company that was not asked.")
TEMPLATE_BESIDE = Rule("RC-020", FIRM_NOTE, "other_template_is_beside", "A file that is laid out as another template than it says, of a supplier that sent a CMRT as well.")
ALIAS_UNUSED = Rule("RC-021", FIRM_WARNING, "alias_is_asked", "An alias of a supplier that was not asked.")
LIST_NOT_USED = Rule("RC-022", FIRM_WARNING, "status_lists_are_used_again", "A status list that the last run used, and this one does not.")
OTHER_MINERALS = Rule("RC-024", FIRM_NOTE, "other_minerals_have_lists", "Facilities for other minerals that stand in no list of disclosure.yml.")
RULES_METAL = Rule("RC-025", FIRM_WARNING, "template_has_its_minerals", "Rows for a metal of the rule in an EMRT or AMRT, which no list takes in.")
PERHAPS_LEFT_OUT = Rule("RC-023", FIRM_WARNING, "left_out_is_not_back", "A row that is perhaps a smelter that a person left out, under another name.")
REFERENCE_TWICE = Rule("RC-026", FIRM_WARNING, "newest_lists_share_no_mineral", "Rows of a list of smelters for a mineral that another list, named before it, has too.")
ANSWERS_DIFFER = Rule("RC-007", FIRM_NOTE, "answers_agree", "Two answers of one supplier that both count and differ.")

# Letters to suppliers
LETTER_TEXT_UNKNOWN = Rule("LT-001", FIRM_WARNING, "letter_text_is_used", "A text of letters.md that is in no letter.")
LETTER_TEXT_MISSING = Rule("LT-002", FIRM_NOTE, "letter_text_is_there", "A heading that letters.md does not have.")
LETTER_NAME = Rule("LT-003", FIRM_WARNING, "letter_names_are_known", "A name in braces of letters.md that is not filled in, or is missing.")
LETTER_HEADING = Rule("LT-004", FIRM_WARNING, "letter_headings_are_headings", "A line of letters.md that looks like a heading and is none.")

# The list and the facts, against the last reconciliation
RECONCILED_SURVEY = Rule("RD-001", WARNING, "survey_is_as_reconciled", "A figure of the survey that is not the one that was reconciled.")
ROWS_MISSING = Rule("RD-002", WARNING, "reconciled_rows_are_listed", "Rows that were reconciled and are not in the list.")
ROWS_ADDED = Rule("RD-003", NOTE, "listed_rows_are_reconciled", "Rows of the list that no supplier reports, or that were changed since.")
LIST_DATES = Rule("RD-004", WARNING, "list_dates_are_those_used", "A date of a status list that is not that of the list that was used.")
SUPPLIERS_TOLD = Rule("RD-005", FIRM_WARNING, "suppliers_stand_apart", "Names of suppliers in a file that is committed.")
ROWS_DELETED = Rule("RD-006", FIRM_WARNING, "deleted_rows_are_told", "Rows that people deleted from the list and suppliers report.")
REVIEW_MISSING = Rule("RD-007", FIRM_WARNING, "review_is_there", "A list that was reconciled before, without its review.")

# Confidentiality
LEAK = Rule("PV-001", BUILD, "site_withholds", "A withheld value in a published file.")
LEAK_UNSEARCHED_VALUE = Rule("PV-002", FIRM_NOTE, "withheld_value_is_telling", "Withheld values that are too common.")
LEAK_UNSEARCHED_FILE = Rule("PV-003", BUILD, "file_can_be_searched", "A file that cannot be searched, and that mkdocs.yml does not release.")
LEAK_NOT_SEARCHED = Rule("PV-004", FIRM_NOTE, "suppliers_names_are_at_hand", "A reconciled list whose suppliers' names are not on this machine.")
LEAK_OUT_ALREADY = Rule("PV-005", FIRM_WARNING, "published_record_withholds", "A withheld value that a record says was published.")
LEAK_IN_TEXT = Rule("PV-006", BUILD, "texts_withhold", "A withheld value in a text, a page or a setting.")
LEAK_NAMES_MISSING = Rule("PV-007", FIRM_NOTE, "names_of_answers_are_at_hand", "A review that does not keep what the answers name.")
LEAK_MAY_BE = Rule("PV-008", FIRM_WARNING, "names_are_told_apart", "What may be a withheld name in a published file.")
LEAK_FILE_RELEASED = Rule("PV-009", FIRM_NOTE, "released_file_is_needed", "A file that mkdocs.yml lets stay unsearched, or one that needs no such leave.")

# Lists of sanctions
SANCTIONS_NAME = Rule("SL-001", FIRM_WARNING, "name_is_on_no_list", "A smelter's name that is a name on a list of sanctions.", FILED)
SANCTIONS_ALIKE = Rule("SL-002", FIRM_NOTE, "name_is_like_none_on_a_list", "A smelter's name that is like a name on a list of sanctions.", FILED)
SANCTIONS_UNREADABLE = Rule("SL-003", FIRM_WARNING, "list_of_sanctions_is_readable", "A file of the folder sanctions that cannot be read as a list.")
SANCTIONS_OLD = Rule("SL-004", FIRM_WARNING, "list_of_sanctions_is_recent", "A list of sanctions more than a year older than the filing.")
SANCTIONS_COMPARED = Rule("SL-005", FIRM_NOTE, "list_of_sanctions_is_compared", "A list of sanctions that was compared, with its day.")
SANCTIONS_ALIASES = Rule("SL-006", FIRM_WARNING, "list_of_sanctions_has_its_aliases", "OFAC's table of names without its table of aliases.")

# PDF
PDF_LETTER = Rule("PD-001", BUILD, "letter_has_a_font", "A letter that no font of the PDF has.")
PDF_NOT_MADE = Rule("PD-002", BUILD, "pdf_is_made", "A document that cannot be set as PDF.")
PDF_RULE = Rule("PD-003", BUILD, "pdf_keeps_the_rules", "A PDF that breaks a rule of PDF/UA-1 or PDF/A-2a.")
PDF_PICTURE_DAMAGED = Rule("PD-007", BUILD, "picture_is_readable", "A picture that cannot be shown: damaged, too large, moving, or not what its name says.")

# A supplier's workbook (in brackets the rule's number in the reviewers' list)
CMRT_UNREADABLE = Rule("CF-001", ANSWER, "cmrt_opens", "A supplier's file that cannot be read as a CMRT (F1).")
CMRT_OTHER_TEMPLATE = Rule("CF-002", ANSWER, "cmrt_is_the_template", "A workbook whose title names another template than the one that it is laid out as (F1).")
CMRT_SHEET_MISSING = Rule("CF-003", ANSWER, "cmrt_has_its_sheets", "A sheet of the template is missing (F1).")
CMRT_LARGE = Rule("CF-004", ANSWER, "cmrt_size", "A supplier's file far larger than the template (F1).")
CMRT_MOVED = Rule("CF-005", ANSWER, "cmrt_headings_stand", "A heading or question that was moved (F4).")
CMRT_MACROS = Rule("CF-006", FIRM_WARNING, "cmrt_has_no_macros", "Macros in a supplier's file, left unread (F1).")
CMRT_LINKS = Rule("CF-007", FIRM_WARNING, "cmrt_has_no_links", "Links to other files, not followed (F1).")
CMRT_VERSION_UNKNOWN = Rule("CF-008", FIRM_WARNING, "cmrt_says_its_version", "A CMRT that does not say its version.")
CMRT_OLD = Rule("CF-009", FIRM_WARNING, "cmrt_is_new_enough", "A version older than the one asked for (F2).")
CMRT_FOREIGN = Rule("CF-010", FIRM_WARNING, "cmrt_text_is_english", "Free text in another script than Latin (F3).")
CMRT_FORMULA = Rule("CF-012", FIRM_WARNING, "cmrt_formulas_have_values", "A formula without value for an answer (F4).")
CMRT_REBUILT = Rule("CF-011", FIRM_WARNING, "cmrt_is_whole", "A sheet that was needed, or stored values, are missing (F4).")

FILE_OTHER = Rule("CF-013", ANSWER, "file_is_opened_here", "A file that the filer must open first: labelled, an archive, a message, another kind.")
CMRT_EMPTY = Rule("CF-014", FIRM_WARNING, "cmrt_is_filled_in", "A blank template, which is no answer.")
ROWS_OUT_OF_SIGHT = Rule("CF-015", FIRM_WARNING, "cmrt_rows_are_visible", "Hidden or struck-through rows of a supplier's list, which count.")
SHEET_NAMED_ALIKE = Rule("CF-017", FIRM_NOTE, "cmrt_sheets_have_their_names", "A sheet that was read under another name than the template's.")
SHEETS_DIFFER = Rule("CF-018", FIRM_WARNING, "cmrt_has_each_sheet_once", "A sheet and its copy that are both filled in and differ.")
CMRT_INSERTED = Rule("CF-019", FIRM_NOTE, "cmrt_has_no_insertions", "Inserted rows or columns, read around.")
CMRT_SHEET_GONE = Rule("CF-020", FIRM_NOTE, "cmrt_has_its_hidden_sheets", "A sheet of the template that is missing, and was not needed (F4).")
ROWS_NO_ROWS = Rule("CF-021", FIRM_NOTE, "cmrt_rows_are_rows", "Rows such as 'End of list', a total or the headings again, which name no smelter.")
CMRT_NEW = Rule("CF-016", FIRM_NOTE, "cmrt_version_is_known", "A version of the template that this program does not know yet.")

# A supplier's company, contact, date and scope
CMRT_BLANK = Rule("CC-001", ANSWER, "cmrt_is_complete", "A required field is blank (C1, and the Checker's rules).")
CMRT_SAME = Rule("CC-002", FIRM_WARNING, "cmrt_names_a_person", "A contact or authorizer such as 'same' (C2).")
CMRT_FUTURE = Rule("CC-003", ANSWER, "cmrt_date_has_come", "An effective date after the day of the review (C3).")
CMRT_OUTDATED = Rule("CC-004", FIRM_WARNING, "cmrt_date_is_recent", "An effective date before the period or too old (C4).")
CMRT_BEFORE_RELEASE = Rule("CC-005", FIRM_WARNING, "cmrt_date_follows_release", "An effective date before the template's release (C5).")
CMRT_SCOPE_OPEN = Rule("CC-006", ANSWER, "cmrt_scope_is_described", "Products or a description that the scope needs are missing (C6).")
CMRT_SCOPE_LIMITED = Rule("CC-007", FIRM_WARNING, "cmrt_scope_is_unlimited", "A company-wide scope that the description limits (C6).")
CMRT_LEVEL = Rule("CC-008", FIRM_WARNING, "cmrt_level_is_accepted", "A company-level answer where products were asked for.")
CMRT_NO_DATE = Rule("CC-009", ANSWER, "cmrt_date_is_a_date", "An effective date that cannot be read.")
CMRT_EMAIL = Rule("CC-011", FIRM_WARNING, "email_is_one", "An e-mail address that cannot be one.")
CMRT_PHONE = Rule("CC-012", FIRM_WARNING, "phone_is_one", "A telephone number that cannot be one.")
MINERAL_CHOICE = Rule("CC-013", FIRM_WARNING, "minerals_fit_the_template", "A chosen mineral that another template is for, or a cell that names several.")
CMRT_NO_SCOPE = Rule("CC-010", ANSWER, "cmrt_scope_is_an_option", "A scope that the template does not offer.")

# A supplier's answers
ANSWER_NO_SMELTER = Rule("CQ-001", ANSWER, "metal_has_smelters", "A metal that is used, without smelters (Q1).")
ANSWER_EXCLUDED = Rule("CQ-002", FIRM_WARNING, "excluded_metal_has_no_smelters", "Smelters of a metal that is not used (Q2).")
ANSWER_NO_METAL = Rule("CQ-003", FIRM_WARNING, "metals_are_plausible", "No metal, and products that name one (Q3).")
ANSWER_OPTION = Rule("CQ-004", ANSWER, "answer_is_an_option", "An answer that is not offered, or is not asked for (Q4).")
ANSWER_COVERED_OPEN = Rule("CQ-005", FIRM_WARNING, "covered_no_is_founded", "No covered countries, without a full view of the chain (Q5).")
ANSWER_ALL_OPEN = Rule("CQ-006", FIRM_WARNING, "all_identified_is_founded", "All smelters identified, but not all suppliers answered (Q6).")
ANSWER_NOT_ALL = Rule("CQ-007", FIRM_WARNING, "smelters_are_all_reported", "Not all smelters identified or reported (Q7).")
ANSWER_FEW = Rule("CQ-008", FIRM_WARNING, "enough_suppliers_answered", "Half of the suppliers or fewer answered (Q8).")
ANSWER_UNIDENTIFIED = Rule("CQ-009", FIRM_WARNING, "all_identified_has_names", "All smelters identified, and one that is not (Q9).")
ANSWER_COVERED_LISTED = Rule("CQ-010", FIRM_WARNING, "covered_no_fits_the_list", "No covered countries, and a row that names one (Q10).")
ANSWER_COVERED = Rule("CQ-011", FIRM_NOTE, "covered_yes_is_watched", "Smelters that source from covered countries (Q11).")
ANSWER_CAHRA = Rule("CQ-012", FIRM_WARNING, "cahra_fits_covered", "Covered countries, but no high-risk areas (Q12).")
ANSWER_RECYCLED = Rule("CQ-013", FIRM_WARNING, "recycled_fits_the_list", "All recycled, and a row or answer against it (Q13).")
ANSWER_SCRAP_WORD = Rule("CQ-014", FIRM_NOTE, "recycled_row_says_so", "A recycling smelter whose mine columns say nothing (Q14).")
ANSWER_NO = Rule("CQ-015", FIRM_WARNING, "company_answer_is_yes", "A question about the company answered No (Q15).")
ANSWER_NO_LINK = Rule("CQ-016", ANSWER, "public_policy_has_address", "A published policy without its address (Q15).")
ANSWER_COVERED_WORDS = Rule("CQ-018", FIRM_WARNING, "covered_no_fits_the_words", "No covered countries, and other words for one in a row or comment.")
ANSWER_COVERED_PLACE = Rule("CQ-019", FIRM_NOTE, "smelter_place_is_watched", "No covered countries, and a smelter that stands in one.")
ANSWER_RECYCLED_PLACES = Rule("CQ-020", FIRM_WARNING, "recycled_answer_fits_places", "An answer on recycled material against the columns of mines.")
ANSWER_NO_WEB_ADDRESS = Rule("CQ-021", FIRM_WARNING, "public_policy_address_is_one", "Another text where the policy's web address is asked for.")
ANSWER_NOT_KNOWN = Rule("CQ-022", FIRM_WARNING, "use_is_known", "An EMRT or AMRT that says 'Unknown' of whether a mineral is used.")
ANSWER_ASTRAY = Rule("CQ-023", FIRM_WARNING, "answers_have_minerals", "Answers of an EMRT or AMRT beside no mineral: one was taken away behind them.")
MINERAL_NOT_CHOSEN = Rule("CQ-024", FIRM_WARNING, "listed_minerals_are_chosen", "Smelters of a mineral that an EMRT or AMRT does not declare.")
ANSWER_CAHRA_PLACE = Rule("CQ-025", FIRM_NOTE, "cahra_no_fits_the_places", "No high-risk areas, and a cobalt facility in the DRC or a mica facility in India or Madagascar.")
ANSWER_SCOPE = Rule("CQ-026", FIRM_NOTE, "scope_of_minerals_is_declared", "A mineral on the sheet Minerals Scope of an AMRT that the answer does not declare.")
ANSWER_NO_FORMAT = Rule("CQ-017", ANSWER, "other_format_is_described", "A survey in another format that is not described (Q15).")

# A supplier's smelters
ROW_ID_FORM = Rule("CS-001", ANSWER, "row_cid_form", "An identifier that is not CID and six digits (S1).")
ROW_ID_UNKNOWN = Rule("CS-002", FIRM_WARNING, "row_cid_is_known", "An identifier that no list has (S2).")
ROW_ID_METAL = Rule("CS-003", ANSWER, "row_cid_fits_metal", "An identifier of another metal (S3).")
ROW_NAME_DIFFERS = Rule("CS-004", FIRM_WARNING, "row_name_fits_cid", "A name or country that is not the identifier's (S4).")
ROW_IDS_DIFFER = Rule("CS-005", ANSWER, "row_has_one_cid", "Two different identifiers in a row (S5).")
ROW_NAME_UNKNOWN = Rule("CS-006", FIRM_WARNING, "row_name_is_known", "A metal or name that the template does not have (S6).")
ROW_IS_LISTED = Rule("CS-007", FIRM_WARNING, "row_is_not_listed", "'Smelter not listed' for one that is (S7).")
ROW_NO_SMELTER = Rule("CS-008", FIRM_WARNING, "row_names_a_smelter", "A name that is no smelter's, or no country (S8).")
ROW_TWICE = Rule("CS-009", FIRM_NOTE, "row_stands_once", "Rows of one smelter that say the same (S9).")
ROW_WITHDRAWN = Rule("CS-010", FIRM_WARNING, "row_is_still_listed", "A smelter that the newest list no longer has (S10).")
LIST_COPIED = Rule("CS-011", FIRM_WARNING, "list_is_the_suppliers_own", "A list that is another's, or the template's whole one (S11).")
ROW_RISK = Rule("CS-012", FIRM_NOTE, "row_is_watched", "A smelter not conformant, or in a country under embargo (S12).")
ROW_ID_SPELLED = Rule("CS-014", FIRM_NOTE, "row_id_is_plain", "An identifier in another spelling, read without doubt.")
ROW_OF_RULE = Rule("CS-015", FIRM_WARNING, "row_is_of_the_template", "A row for a metal of the rule in an EMRT or AMRT.")
ROW_NAME_TWO = Rule("CS-016", FIRM_WARNING, "row_name_is_one_smelter", "A name that the EMRT's or AMRT's own list has for two smelters.")
MINE_SMELTER = Rule("CS-017", FIRM_WARNING, "mine_has_a_listed_smelter", "A mine of an EMRT or AMRT whose smelter is not in the list of smelters.")
LIST_CHANGED = Rule("CS-013", FIRM_WARNING, "list_changes_little", "Most smelters differ from last year's (S13).")


_RULES = {rule.code: rule for rule in tuple(globals().values()) if isinstance(rule, Rule)}


def rule_of(code: str) -> Rule:
    """The rule of a code that the program itself wrote down. Raises KeyError where there is none."""
    return _RULES[code]


def rules() -> tuple[Rule, ...]:
    """Every rule, in the order of codes."""
    return tuple(_RULES[code] for code in sorted(_RULES))
