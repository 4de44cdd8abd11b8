"""Names of bodies and programmes, and phrases, that were right once or never: with their years."""

# One line a row, however long it is: it is read as a table.
# ruff: noqa: E501

from __future__ import annotations

from . import Phrase

_RMI, _RBA = "the Responsible Minerals Initiative (RMI)", "the Responsible Business Alliance (RBA)"
_RMAP, _RJC = "the Responsible Minerals Assurance Process (RMAP)", "the Responsible Jewellery Council (RJC)"
_LBMA = "the London Bullion Market Association (LBMA)"
_RENAMED = 2017
"""EICC and CFSI took their present names in October 2017: reports for 2017 are the first that can know them."""

FORMER_NAMES = (
    Phrase("EICC-GeSI", r"\bEICC[-/– ]GeSI\b", "RMI", "the EICC-GeSI template", "the template of RMI", _RMI, since=2013),
    Phrase("EICC in full", r"\bElectronic\s+Industry\s+Citizenship\s+Coalition\b", "RBA", "the Electronic Industry Citizenship Coalition", "the Responsible Business Alliance", _RBA, _RENAMED),
    Phrase("EICC", r"\bEICC\b", "RBA", "a member of the EICC", "a member of the RBA", _RBA, _RENAMED, ignore_case=False),
    Phrase("GeSI", r"\b(?:Global\s+e-Sustainability\s+Initiative|GeSI)\b", "RMI", "the GeSI template", "a guess", _RMI, _RENAMED),
    Phrase("CFSI in full", r"\bConflict[-\s]+Free\s+Sourcing\s+Initiative\b", "RMI", "the Conflict-Free Sourcing Initiative", "a free initiative", _RMI, _RENAMED),
    Phrase("CFSI", r"\bCFSI\b", "RMI", "the lists of the CFSI", "the lists of RMI", _RMI, _RENAMED, ignore_case=False),
    Phrase("CFSP in full", r"\bConflict[-\s]+Free\s+Smelter\s+(?:Program(?:me)?|Initiative)\b", "RMI", "its Conflict-Free Smelter Program", "a conflict-free smelter programme", _RMAP, _RENAMED, ignore_case=False),
    Phrase("CFSP", r"\bCFSP\b", "RMI", "the CFSP", "the RMAP", _RMAP, _RENAMED, ignore_case=False),
    Phrase("programme in quotes", r"[“\"]?\bConflict[-\s]+Free\b[”\"]?\s+[Pp]rogram(?:me)?\b", "RMI", "the “Conflict-Free” program", "a conflict-free program", _RMAP, _RENAMED, ignore_case=False),
    Phrase("RJC", r"\bResponsible\s+Jewel(?:le)?ry\s+Program(?:me)?\b", "RJC", "the Responsible Jewelry Program", "the Responsible Jewellery Council", _RJC),
    Phrase("LBMA", r"\bLondon\s+Bullion\s+Market\b(?!\s+Association)", "LBMA", "the London Bullion Market certifies", "the London Bullion Market Association", _LBMA),
)  # fmt: skip
"""Names that are no present ones in a report for the years in which they hold."""

OTHER_SPELLINGS = (
    Phrase("RJC", r"\bResponsible\s+Jewelry\s+Council\b", "RJC", "the Responsible Jewelry Council", "the Responsible Jewellery Council", _RJC),
)  # fmt: skip
"""Names of bodies in another spelling than their own."""

_ON_LIST = r"(?:certif\w+|approv\w+|accredit\w+|lists?\b|listed)"
_OTHER_BODY = r"(?:London\s+Bullion|LBMA|Responsible\s+Jewel\w+|RJC)\b"
OLD_PHRASES = (
    Phrase(
        "definition", r"definition\s+of\s+(?:a\s+)?smelters?\s+(?:is\s+|was\s+)?not\s+(?:\w+\s+){0,2}finali[sz]ed", "CFSI, 2013",
        "due to the definition of a smelter not being finalized", "The definition of a smelter is final.",
        "The definition has been final since 2013: say what keeps a facility from being identified now.", since=2013,
    ),
    Phrase(
        "undeterminable", r"(?:DRC\s+)?conflict\s+undeterminable", "Form SD, Item 1.01(d)(5)",
        "The products are DRC conflict undeterminable.", "The origin is not determined.",
        "The rule allowed this for 2013 and 2014 only (smaller companies: to 2016): say what could not be determined.", since=2015,
    ),
    Phrase(
        "active", rf"[“\"]?\bactive\b[”\"]?[^.;]{{0,80}}\b{_OTHER_BODY}[^.;]{{0,30}}?\b{_ON_LIST}|[“\"]?\bactive\b[”\"]?[^.;]{{0,60}}\b{_ON_LIST}\s+by\s+(?:the\s+)?{_OTHER_BODY}",
        "RMI, status definitions", "We call it “active” if the LBMA has certified it.", "It is conformant to or active in the RMAP, LBMA or RJC.",
        "RMI counts a facility that a recognized program has certified as conformant, not as active.",
    ),
    Phrase(
        "list of compliant", r"lists?\s+of\s+[“\"]?compliant[”\"]?\s+smelters?", "RMI, 2017",
        "on the list of compliant smelters", "on the list of conformant smelters", "RMI calls it the list of conformant smelters.", since=_RENAMED,
    ),
)  # fmt: skip
"""Phrases that were right in the first years of the rule, with what to write."""

COMPLIANT_UNTIL = _RENAMED - 1
"""The last period in whose report ``compliant`` was the word of the programme."""
