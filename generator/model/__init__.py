"""The facts of one year's disclosure, as frozen values. Imports nothing of ours.

What ``disclosure.yml`` states is declared in ``stated`` as pydantic models, so that its schema, its
validation and the values that templates read are one thing. Rows of the smelter list are plain
dataclasses, because there can be many thousands of them.

Everything in ``Disclosure`` may be published. What must not be published has no place here.

``vocabulary``, ``words``: the field's own words. ``places``: where a value stands. ``stated``: what
people state. ``smelters``, ``given_files``, ``disclosure``: what is published. ``columns``: the
list's columns; ``list_table``: the list as files have it. ``amendments``, ``kept_filing``: the filings of
one year.
``counted``, ``folding``, ``comparing``: numbers with their nouns, names made comparable.
"""

from __future__ import annotations

from .amendments import amended_name, filing_in_words, form_name_of
from .counted import percent
from .disclosure import NO_TERMS, Disclosure, Earlier
from .given_files import (
    EXPLANATORY_NOTE,
    FORM_TEXTS,
    HTML_COMMENT,
    ITEM_1_01,
    NOT_APPLICABLE,
    OPEN_NOTE,
    Asset,
    Exhibit,
    OwnFile,
    Section,
    endless_comments,
)
from .kept_filing import KeptFiling, Publication
from .period import Period
from .places import CellRef, LineRef, Passage, Place
from .smelters import (
    LIST_COLUMNS,
    LIST_SHEET,
    Country,
    FacilityList,
    NoMining,
    Restriction,
    Smelter,
)
from .stated.base import Count, Day, Fact, Figure, Share, StatedFigure, Text, WebAddress
from .stated.checked import Control, StatedAnswer, StatedAnswers, Waiver
from .stated.exhibits import REPORT_NUMBER, ExhibitFacts
from .stated.facts import DisclosureFacts, ListWords, OwnFacts
from .stated.filer import Address, Charter, Contact, CoRegistrant, Filing, Form, Registrant, Signatory
from .stated.listing import (
    BOLD,
    KNOWN_COLUMNS,
    UNMARKED,
    Annex,
    ColumnName,
    Counts,
    FacilityListFacts,
    Note,
    OwnColumn,
    Status,
)
from .stated.report import (
    Audit,
    HighRiskAreas,
    Link,
    Origins,
    Product,
    Products,
    Survey,
    SurveyGroup,
    Term,
    Terms,
)
from .vocabulary import (
    CID_PATTERN,
    CONFLICT_MINERALS_HEADING,
    COVERED_COUNTRIES,
    INTERNAL_COLUMNS,
    KEY_COLUMN,
    UNIT_OF_COUNTING,
    UNKNOWN_COUNTRY,
    Layout,
    Metal,
    Mineral,
    OtherMineral,
    Route,
    StatusClass,
    UnclearMineral,
    conflict_mineral_or_not,
    is_cid,
    is_conflict_mineral,
)
from .wording import WordingCase, WordingFile

__all__ = [
    "BOLD",
    "CID_PATTERN",
    "CONFLICT_MINERALS_HEADING",
    "COVERED_COUNTRIES",
    "EXPLANATORY_NOTE",
    "FORM_TEXTS",
    "HTML_COMMENT",
    "INTERNAL_COLUMNS",
    "ITEM_1_01",
    "KEY_COLUMN",
    "KNOWN_COLUMNS",
    "LIST_COLUMNS",
    "LIST_SHEET",
    "NOT_APPLICABLE",
    "NO_TERMS",
    "OPEN_NOTE",
    "REPORT_NUMBER",
    "UNIT_OF_COUNTING",
    "UNKNOWN_COUNTRY",
    "UNMARKED",
    "Address",
    "Annex",
    "Asset",
    "Audit",
    "CellRef",
    "Charter",
    "CoRegistrant",
    "ColumnName",
    "Contact",
    "Control",
    "Count",
    "Country",
    "Counts",
    "Day",
    "Disclosure",
    "DisclosureFacts",
    "Earlier",
    "Exhibit",
    "ExhibitFacts",
    "FacilityList",
    "FacilityListFacts",
    "Fact",
    "Figure",
    "Filing",
    "Form",
    "HighRiskAreas",
    "KeptFiling",
    "Layout",
    "LineRef",
    "Link",
    "ListWords",
    "Metal",
    "Mineral",
    "NoMining",
    "Note",
    "Origins",
    "OtherMineral",
    "OwnColumn",
    "OwnFacts",
    "OwnFile",
    "Passage",
    "Period",
    "Place",
    "Product",
    "Products",
    "Publication",
    "Registrant",
    "Restriction",
    "Route",
    "Section",
    "Share",
    "Signatory",
    "Smelter",
    "StatedAnswer",
    "StatedAnswers",
    "StatedFigure",
    "Status",
    "StatusClass",
    "Survey",
    "SurveyGroup",
    "Term",
    "Terms",
    "Text",
    "UnclearMineral",
    "Waiver",
    "WebAddress",
    "WordingCase",
    "WordingFile",
    "amended_name",
    "conflict_mineral_or_not",
    "endless_comments",
    "filing_in_words",
    "form_name_of",
    "is_cid",
    "is_conflict_mineral",
    "percent",
]
