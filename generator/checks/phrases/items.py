"""How reports tell the steps of the OECD guidance, and what Item 1.01 of Form SD asks for."""

# One line a row, however long it is: it is read as a table.
# ruff: noqa: E501

from __future__ import annotations

from . import Phrase

_OECD = "OECD Due Diligence Guidance, Annex I"

STEP_HEADINGS = (
    Phrase("management systems", r"management\s+system", _OECD, "Our management systems", "Our products"),
    Phrase("identifying and assessing risk", r"(?:identif|assess)\w*[^\n]*risk", _OECD, "How we assess risks", "Risk factors"),
    Phrase(
        "responding to risks", r"(?:respon[ds]|strategy|mitigat)\w*[^\n]*risk|risk[^\n]*(?:response|mitigat)", _OECD,
        "A strategy to respond to risks", "The risks",
    ),
    Phrase("independent audits", r"\baudit", _OECD, "Audits of smelters", "Visits"),
    Phrase("public reporting", r"\breport", _OECD, "Report on due diligence", "Products"),
)  # fmt: skip
"""A heading that tells a step, in the order of the steps."""

STEP_OPENINGS = (
    Phrase("management systems", r"\b(?:management\s+systems?|(?:establish|maintain|set\s+up|build)\w*[^.\n]{0,40}management)", _OECD, "(i) Establish strong management systems:", "(i) We visited mines"),
    Phrase("identifying and assessing risk", r"\b(?:identif|assess)\w*[^.\n]{0,40}\brisks?\b", _OECD, "2.Identify and assess risks in the supply chain", "2.Risk factors"),
    Phrase(
        "responding to risks", r"\b(?:respon[ds]\w*|strateg\w+|mitigat\w+|manag\w+)[^.\n]{0,40}\brisks?\b", _OECD,
        "(iii) Design and implement a strategy to respond to risks", "(iii) The risks that we see",
    ),
    Phrase("independent audits", r"\b(?:carry|carried|carrying|support\w*|rel(?:y|ied|ies)|independent|third[-\s]party)\b[^.\n]{0,60}\baudits?\b", _OECD, "(iv) Carry out independent third-party audits", "(iv) The audit fee"),
    Phrase("public reporting", r"\b(?:report(?:s|ed|ing)?\s+(?:annually|publicly|on\s+(?:our\s+)?supply\s+chain|on\s+(?:our\s+)?due\s+diligence)|(?:annual|public)(?:ly)?\s+report\w*)", _OECD, "(v) Report annually on supply chain due diligence", "(v) This report covers pumps"),
)  # fmt: skip
"""The first words of a paragraph, an item or a cell that tell a step, where no heading does."""

ITEMS = {
    "inquiry": Phrase(
        "the reasonable country of origin inquiry, Item 1.01(a)", r"countr(?:y|ies)\s+of\s+origin\s+inquir|\bRCOI\b", "Form SD",
        "Our reasonable country of origin inquiry", "Our survey of customers",
    ),
    "result": Phrase(
        "what the inquiry determined, Item 1.01(b)", r"\b(?:determin|conclu|establish|found\s+that|not\s+able\s+to|unable\s+to|identified)\w*", "Form SD",
        "We concluded that", "We asked",
    ),
    "framework": Phrase(
        "the framework of the due diligence, Item 1.01(c)(1)(i)", r"\bOECD\b|Economic\s+Co-?operation|(?:inter)?nationally\s+recogni[sz]ed", "Form SD",
        "designed after the OECD guidance", "designed after our guidance",
    ),
    "measures": Phrase("the measures of due diligence, Item 1.01(c)(1)(i)", r"\bdue\s+diligence\b", "Form SD", "our due diligence", "our diligence"),
    "products": Phrase(
        "the products, Item 1.01(c)(2)",
        r"\bproducts?\b[^.]*\b(?:cover|manufactur)|\b(?:covered|in-scope|affected|relevant|subject)\s+(?:products?|devices?|equipment|vehicles?|goods|items|machines?|systems|instruments|categories|brands)\b"
        r"|\bwe\s+(?:design|make|manufactur|produce|sell)\w*|\bproducts?\s+(?:that\s+)?(?:contain|includ|compris|consist|are)\w*|\bmanufactur\w+\b[^.]*\bproducts?\b",
        "Form SD", "In the period, covered devices included our pumps.", "Our policy is public.",
    ),
    "facilities": Phrase("the facilities, Item 1.01(c)(2)", r"\b(?:smelter|refiner|facilit|SORs?\b)", "Form SD", "the smelters", "the suppliers"),
    "origin": Phrase(
        "the country of origin of the minerals, Item 1.01(c)(2)", r"\bcountr\w+\s+of\s+origin\b(?!\s+inquir)|\borigins?\s+of\s+(?:the|these|our|its|any)\b|\boriginat\w+\s+(?:in|from)\b", "Form SD",
        "The countries of origin are not known.", "The country of origin inquiry",
    ),
    "mine": Phrase(
        "the efforts to find the mine or location of origin, Item 1.01(c)(2)",
        r"\b(?:mines?\s*(?:or|and|/)\s*(?:other\s+)?locations?|locations?\s+(?:or\s+mines?\s+)?of\s+origin|mines?\s+of\s+origin|locations?\s+of\s+(?:the\s+)?mines?|origin\s+mines?)\b", "Form SD",
        "to determine the mine or location of origin", "to visit a mine",
    ),
    "steps": Phrase(
        "the steps to mitigate risk and improve due diligence, Item 1.01(c)",
        r"\b(?:future\s+steps|steps\s+(?:to\s+be\s+)?taken|steps\s+to\b|actions\s+to\s+be\s+taken|next\s+steps|improv\w+|plans?\s+to|intends?\s+to|will\s+continue|continue\s+to|going\s+forward|enhanc\w+)",
        "Form SD", "We plan to ask again.", "We asked.",
    ),
}  # fmt: skip
"""What Item 1.01 asks for, by a short name: words of the text that show that it is there."""
