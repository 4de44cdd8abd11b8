"""Numbers that count nothing of a disclosure: references, durations, money, names, words with a hyphen."""

# One line a row, however long it is: it is read as a table.
# ruff: noqa: E501

from __future__ import annotations

from . import Phrase

_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
WORD = rf"(?:(?:{_TENS})(?:-(?:{_ONES}))?|{_TEENS}|{_ONES}|zero)"
"""A number word below one hundred."""
_N = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_MANY = r"(?:\s*(?:,|-|–|and|or|to|through|&)\s*(?:and\s+)?\d+(?:\.\d+)*\b)*"
_STEPS = r"(?:\d|one|two|three|four|five)"
_UNIT = r"(?:hours?|days?|weeks?|months?|years?|quarters?|decades?|minutes?)\b"

LAW = (
    Phrase("rule", r"\bRules?\s+\d+\w*(?:-\d+)?(?:\(\w+\))*", "17 CFR 240.13p-1", "Rule 13p-1 applies.", "The rules: 13 of them."),
    Phrase(
        "part of a law",
        r"\b(?:Items?|Exhibits?|Sections?|Articles?|Parts?|Titles?|Annex(?:es)?|Appendi(?:x|ces)|Regulation)\s+"
        r"[\dIVX]+[\w.-]*(?:\(\w+\))*"
        r"(?:\s*(?:,|and|or|to|through)\s+\d+\b(?!\s+(?:CFR|U\.?S|FR))[\w.]*(?:\(\w+\))*)*",
        "Form SD", "Items 1.01 and 1.02 of the form.", "The parts: 14 of them.",
    ),
    Phrase("paragraph sign", r"§+\s*[\d.]+(?:\(\w+\))*", "17 CFR", "See § 240.13.", "See 240."),
    Phrase("act", r"\bAct\s+of\s+\d{4}", "Securities Exchange Act", "The Act of 1934.", "The act was of 9 people."),
    Phrase("code", r"\b\d+\s+(?:CFR|U\.S\.C\.|USC|FR)\s+(?:Part\s+|§+\s*)?[\d.a-z()-]+", "17 CFR", "17 CFR 240.13p-1", "17 cars"),
    Phrase("release", r"\bReleases?(?:\s+Nos?\.)?\s+[\d-]+", "SEC", "Release No. 34-67716", "They release metals."),
    Phrase(
        "regulation", r"\b(?:Regulation|Directive)\s+(?:\(E[UC]\)\s+)?(?:No\.?\s+)?\d+/\d+", "EUR-Lex",
        "Regulation (EU) 2017/821", "A regulation of 2017",
    ),
    Phrase("form", r"\bForms?\s+\d+-[A-Z]+(?:/A)?", "SEC", "Our Form 10-K", "Our forms: 10"),
    Phrase("framework", rf"\b{_STEPS}[- ]steps?\b", "OECD guidance", "A five-step framework", "Five stepped in"),
    Phrase(
        "step", rf"\bsteps?\s+#?{_STEPS}\b(?:\s*(?:,|to|through|and|–|-)\s*#?{_STEPS}\b)*", "OECD guidance",
        "OECD Step #1 and steps two to five", "The steps that 5 took",
    ),
    Phrase("standard", r"\b(?:ISO|IEC|IPC)[/\w]*[ -]\d+(?:[:-]\d+)*", "ISO", "ISO 9001 and IPC-1755", "An iso"),
    Phrase(
        "covered countries", r"\b(?:ten|nine|10|9)\s+(?:covered|adjoining|neighbou?ring)\s+countries", "Item 1.01(d)(1)",
        "the nine adjoining countries", "nine countries",
    ),
    Phrase("minerals", r"\bfour\s+(?:conflict\s+)?(?:minerals|metals)\b", "Item 1.01(d)(3)", "the four metals", "four smelters"),
    Phrase("enumeration", r"\(\d{1,2}\)", "usage", "first (1), then (2)", "and (40%)"),
)  # fmt: skip
"""Numbers of the law, of standards and of their parts, which no data has."""

NO_COUNTS = (
    *LAW,
    Phrase(
        "reference",
        r"\b(?:tables?|figures?|figs?\.|columns?|schedules?|footnotes?|chapters?|pages?|pp?\.|tiers?|phases?|stages?|pillars?"
        rf"|questions?|categor(?:y|ies)|clauses?|paragraphs?|principles?|scopes?|attachments?|versions?|revisions?|releases?|volumes?|charts?|graphs?|diagrams?|maps?|box(?:es)?)\s+#?\d+(?:\.\d+)*\b{_MANY}",
        "usage", "See Table 3 and page 83, figures 4 and 5.", "The table lists 60 smelters.",
    ),
    Phrase(
        "reference with a capital", rf"\b(?:Notes?|List|Levels?|Class|Numbers?|Nos?\.|Goals?|SDGs?|Phase|Lot|Unit|Grade|Model|Type)\s+#?\d+(?:\.\d+)*\b{_MANY}",
        "usage", "See Note 14 and List 11.", "We list 11 smelters, and note 14.", ignore_case=False,
    ),
    Phrase(
        "label", r"^\s*(?:#+\s*)?(?:\d{1,2}(?:\.\d{1,2})*[.)](?=\s|[A-Z]|$)|\d{1,2}(?:\.\d{1,2})+\.?\s+(?=[A-Z]))", "usage: headings pasted from HTML",
        "4.1.Set up good systems", "40 smelters are named", ignore_case=False,
    ),
    Phrase(
        "footnote", r"^\s*\d{1,2}\s+(?=(?:The|This|That|These|Those|See|For|As|In|We|Our|Please|It|All|An?|Of|To|On|If|Based)\s)", "usage",
        "3 The guidance names them.", "3 suppliers did.", ignore_case=False,
    ),
    Phrase("duration", rf"\b(?:{_N}|{WORD})(?:\s*(?:-|–|to)\s*{_N})?[\s-]+(?:(?:calendar|business|working|consecutive|fiscal|full|past|more|or\s+more|additional)\s+)*{_UNIT}",
           "usage", "for 5 years and ten business days", "5 smelters in two countries"),
    Phrase("quantity of time", rf"\b(?:years?|months?|quarters?)\s+(?:{_N}|{WORD})\b(?!\s*%|\s+(?:per|smelters|refiners|suppliers|facilities))", "usage", "in year 3", "in years, 3 smelters"),
    Phrase(
        "money",
        rf"(?:[$€£¥]|\b(?:USD|EUR|US\$)\s?)\s?{_N}(?:\s*(?:thousand|million|billion|trillion)\b)?"
        rf"|\b(?:{_N}|{WORD})\s*(?:thousand|million|billion|trillion)?\s*(?:euros?|dollars?|USD|EUR|yen|pounds|percentage\s+points)\b"
        rf"|\b{_N}\s+(?:million|billion|trillion)\b",
        "usage", "sales of $31.207 billion and 14 million euros", "14 suppliers",
    ),
    Phrase("word with a hyphen", rf"\b(?:(?:\d+|{WORD}|single)(?:\s*,\s*(?:(?:or|and)\s+)?|\s+(?:or|and|to)\s+|-\s+(?:or|and|to)\s+))*(?:\d+|{WORD})-(?!(?:{_ONES})\b)[A-Za-z]\w*",
           "usage", "two, four or six-cylinder engines; Form 10-Q", "twenty-one smelters"),
    Phrase("zero tolerance", r"\bzero\s+tolerance\b", "usage", "zero tolerance", "zero smelters"),
    Phrase("range", rf"\bbetween\s+(?:{_N}|{WORD})\s*(?:%|percent)?\s+and\s+(?:{_N}|{WORD})(?:\s*%)?(?!\w)|\bfrom\s+(?:{_N}|{WORD})\s+to\s+(?:{_N}|{WORD})(?!\w)",
           "usage", "between 35 and 45 of the facilities", "between us, 35 smelters and 45 suppliers"),
    Phrase("fraction", rf"\b{WORD}\s+in\s+(?:every\s+)?{WORD}\b", "usage", "nearly four in five suppliers", "four smelters in five countries"),
    Phrase("pronoun", r"(?<![\w-])(?:one\s+of\b|at\s+least\s+one\b|one\s+or\s+more\b|more\s+than\s+one\b|(?:no|not|every|each|any|another|which|this|that|the|as)\s+one\b|one\s+another\b|one\s+and\s+the\s+same\b)",
           "usage", "one of the suppliers, and at least one of them", "one smelter is active"),
    Phrase("company", rf"\b{_N}\s+(?:S\.?p\.?A|GmbH|AG|Ltd|LLC|Inc|Co|Corp|S\.?A)\b\.?", "usage", "8853 S.p.A.", "8853 smelters", ignore_case=False),
    Phrase("name with a number", r"\b(?!(?:RMAP|RMI|LBMA|RJC|CMRT|SOR|SORs|DRC)\b)[A-Z]{2,6}[ -]\d+(?:\.\d+)?\b", "usage", "PM 2.5 and UN 38", "RMAP 40", ignore_case=False),
    Phrase("scale", rf"\b(?:scor\w+|rat(?:ed|ing)|grades?)\b[^.;]{{0,30}}?\b{_N}\s+(?:out\s+of|of)\s+{_N}\b(?!\s+\w)", "usage", "a score of 10 out of 10", "10 out of 12 suppliers"),
    Phrase("ranking", rf"\btop\s+(?:{_N}%?|{WORD})(?!\w)", "usage", "our top 10 suppliers", "the 10 suppliers"),
    Phrase("purity", r"\b\d+(?:\.\d+)?\s?%\s+(?:or\s+(?:greater|more|higher)|pure|purity)", "usage", "99.5% or greater", "99.5% of suppliers"),
    Phrase("marked year", r"\b20[0-4]\d\d\b(?!,\d)", "usage: a raised mark that lost its raising", "December 31, 20251", "in 2025"),
    Phrase("telephone", r"\(\d{3}\)\s*\d{3}-\d{4}|\b\d{3}-\d{3}-\d{4}\b", "usage", "(555) 555-0142", "555 smelters"),
    Phrase("identifier", r"\b[A-Z]{1,4}\d{3,}\b", "RMI", "CID000035", "CID"),
)  # fmt: skip
