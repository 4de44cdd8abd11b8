"""The facts of one year's disclosure, as frozen values. Imports nothing of ours.

What ``disclosure.yml`` states is declared in ``stated`` as pydantic models, so that its schema, its
validation and the values that templates read are one thing. Rows of the smelter list are plain
dataclasses, because there can be many thousands of them.

Everything in ``Disclosure`` may be published. What must not be published has no place here.

``vocabulary``, ``words``: the field's own words. ``places``: where a value stands. ``stated``: what
people state. ``smelters``, ``disclosure``: what is published. ``columns``: the list's columns;
``list_table``: the list as files have it.
``counted``, ``folding``, ``comparing``: numbers with their nouns, names made comparable.
"""

from __future__ import annotations

from .counted import percent
from .disclosure import HTML_COMMENT, NO_TERMS, Asset, Disclosure, Earlier, OwnFile, Period, Section
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
from .stated.facts import DisclosureFacts, OwnFacts
from .stated.filer import Address, Contact, Filing, Form, Registrant, Signatory
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
    UNIT_OF_COUNTING,
    UNKNOWN_COUNTRY,
    Layout,
    Metal,
    Mineral,
    OtherMineral,
    Route,
    StatusClass,
    is_cid,
    is_conflict_mineral,
)
from .wording import WordingCase, WordingFile

__all__ = [
    "BOLD",
    "CID_PATTERN",
    "CONFLICT_MINERALS_HEADING",
    "COVERED_COUNTRIES",
    "HTML_COMMENT",
    "INTERNAL_COLUMNS",
    "KNOWN_COLUMNS",
    "LIST_COLUMNS",
    "LIST_SHEET",
    "NO_TERMS",
    "UNIT_OF_COUNTING",
    "UNKNOWN_COUNTRY",
    "UNMARKED",
    "Address",
    "Annex",
    "Asset",
    "Audit",
    "CellRef",
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
    "FacilityList",
    "FacilityListFacts",
    "Fact",
    "Figure",
    "Filing",
    "Form",
    "HighRiskAreas",
    "Layout",
    "LineRef",
    "Link",
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
    "Waiver",
    "WebAddress",
    "WordingCase",
    "WordingFile",
    "is_cid",
    "is_conflict_mineral",
    "percent",
]
