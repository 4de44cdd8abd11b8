"""Sentences such as real reports have, and what the checks say of each: kinds that were once judged wrongly.

The filer is that of ``example_industries``. ``found`` lists code and quoted words of every error and warning; an
empty one says that nothing is wrong. Notes are left aside, unless ``is_silent``: then there is none of them either.
"""

# One line a sentence, however long it is: it is read as a table.
# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Case:
    """A text, and what must be said of it."""

    kind: str
    text: str
    found: tuple[tuple[str, str], ...] = ()
    is_silent: bool = False
    options: dict[str, Any] = field(default_factory=dict)


def _quiet(kind: str, *texts: str, silent: bool = False, **options: Any) -> list[Case]:
    return [Case(kind, text, (), silent, options) for text in texts]


def _said(kind: str, text: str, *found: tuple[str, str], **options: Any) -> Case:
    return Case(kind, text, found, options=options)


_STATUS_TABLE = """| Status | Tin | Tantalum | Tungsten | Gold |
|---|---|---|---|---|
| Conformant | 8 | 8 | {} | 15 |
| Active | 1 | 0 | 0 | 2 |
| Not Enrolled | 3 | 0 | 1 | 3 |
| Total | 12 | 8 | {} | 20 |"""
_KNOWN_TABLE = """| Metal | Smelters known | Of these conformant | Share in % of known |
|---|---|---|---|
| Tin | 12 | {} | 67% |
| Gold | 20 | 15 | {} |
| Tungsten | 10 | 9 | 90% |
| Tantalum | 8 | 8 | 100% |
| All | 50 | {} | 80% |"""

CASES: list[Case] = [
    *_quiet("1 references", "Table 4 and Figure 9 give more; so do Note 12, Column 3, Schedule 7, List 15 and page 61.", "## OECD Step #4:", "Pages 12 and 13, columns 5 to 7 and footnote 21 tell of it.", silent=True),
    _said("1 references", "Table 6 lists 58 smelters.", ("TF-002", "58")),
    _said("1 references", "On page 14, Schedule 2 names 63 refiners.", ("TF-002", "63")),
    *_quiet("2 labels", "3.Respond to what we found\n\n3.2.Respond to what we found", "| 17. | Respond to what we found |\n|---|---|\n| 18. | Tell of it |", "## 4. Audits\n\n4.3 Audits of others", silent=True),
    _said("3 footnotes", "It is made for the year ended December 31, 20252.\n\nThe list was sent.4 The warning signs5 are the guidance’s.\n\n5 The guidance lists them.", ("TF-001", "December 31, 20252")),
    *_quiet("3 footnotes", "The suppliers sent it back.6 Nobody asked why7 it took long.\n\n7 This is told in the guidance.", "2 See the guidance, which names them.", silent=True),
    *_quiet("4 durations", "Files are kept for 7 years, looked at every 9 months and thrown away after 11 years.", "Within ten business days and at most 48 hours a team looks at it.", "For more than 30 years, and in the past two years above all, we have made pumps.", silent=True),
    *_quiet("5 business", "Revenue was $8.25 billion; 22 million euros went into plants.", "We have 43 sites in over 30 countries, taught 1,150 buyers in twelve (12) languages and wrote 19 letters on 2,400 parts.", "An excellent answer scores 9 out of 9, and we met our top 15 suppliers."),
    _said("5 business", "Our suppliers named three smelters with the status “Active” and 27 gold refiners.", ("TF-001", "three"), ("TF-002", "27")),
    _said("5 business", "We identified seven smelters that are Not Enrolled and 14 tin smelters.", ("TF-001", "seven"), ("TF-002", "14")),
    *_quiet("6 adjectives", "The motors have two, three or eight-cylinder layouts and a five-speed gear.", "Zero-waste plants, a 4-stage pump and one-way valves.", "Single, twin, four or twelve-valve engines", silent=True),
    *_quiet("7 one", "A line is new where one of the suppliers names a smelter.", "Every pump has at least one part with tin, from one or more plants.", "This is one of the first lists.", silent=True),
    _said("7 one", "In all, one smelter is Active.", ("TF-002", "one")),
    _said("7 one", "The list has one smelter with the status “Not Enrolled”.", ("TF-002", "one")),
    *_quiet("8 names", "Gold from 4711 Invented Gold S.p.A. is in our parts.", "Gold of 5521 S.p.A. is in model Z900; rule K00317 limits SO2 and PM 10.", "Specification H2050 and form AB 12 apply.", silent=True),
    _said("9 precision", "We had replies from 77.60% of the suppliers.", ("TF-001", "77.60%")),
    _said("9 precision", "The response rate was 78%.", ("TF-001", "78%")),
    _said("9 precision", "77.6 percent of our suppliers answered.", ("TF-001", "77.6 percent")),
    _said("9 precision", "The response rate was 77.7%.", ("TF-002", "77.7%")),
    _said("9 precision", "We received answers from 81 per cent of the suppliers.", ("TF-002", "81 per cent")),
    _said("10 cut off", "Of 50 smelters, 43 (85.9%) are Conformant or Active.", ("TF-001", "50"), ("TF-001", "43"), ("TF-002", "85.9%")),
    _said("10 cut off", "97 of 125 suppliers (77.5%) answered.", ("TF-001", "97"), ("TF-001", "125"), ("TF-002", "77.5%")),
    _said("10 cut off", "Out of 50 smelters, 40 (80%) are Conformant.", ("TF-001", "50"), ("TF-001", "40")),
    *_quiet("11 other shares", "The template went to those with 92% of what we buy; 14% of the parts hold tungsten.", "We want a quality of 77.6%. Who asks 77.6% of its own suppliers is praised.", "Answers stand for 91% of our spend."),
    _said("11 other shares", "In short, 80% of the smelters are responsible sources.", ("TF-001", "80%")),
    _said("11 other shares", "In short, 74% of the 50 smelters are considered responsible sources.", ("TF-002", "74%"), ("TF-001", "50")),
    *_quiet("12 bounds", "We received answers from over 70% of the suppliers.", "We surveyed about 130 suppliers.", "More than 45 smelters are listed in the Annex."),
    _said("12 bounds", "We received answers from at least 85% of the suppliers.", ("TF-002", "85%")),
    _said("12 bounds", "We surveyed around 200 suppliers.", ("TF-002", "200")),
    _said("12 bounds", "Fewer than 40 smelters are listed in the Annex.", ("TF-002", "40")),
    *_quiet("13 other years", "The share rose 8% from 2024, when 35% of the suppliers had sent one.", "In 2015, 52% of our suppliers named their smelters.", "| | Q1 | Q2 | Q3 | RY 25 |\n|---|---|---|---|---|\n| Answers | 5% | 44% | 69% | 77.6% |"),
    *_quiet("14 further condition", "We know 22 smelters that are Conformant and get ore from the region.", "A further 11 smelters are known to another body, and 13 smelters are new.", "All 27 of the smelters that get ore from the region were deemed conformant.", "We mean to help 4 refiners to become “Active”."),
    _said("14 further condition", "Altogether, 43 smelters on our list are Conformant.", ("TF-002", "43")),
    _said("14 further condition", "42 of the smelters are RMAP Conformant.", ("TF-002", "42")),
    _said("15 chains", "Of the 50 smelters, 40 are Conformant. Of these 40, 28 get ore from elsewhere; the remaining 12 do not tell. The other 10 smelters are not Conformant.", ("TF-001", "50"), ("TF-001", "40")),
    _said("15 chains", "Of the 50 smelters, 40 are Conformant. Of these 40, 28 get ore from elsewhere; the remaining 14 do not tell.", ("TF-001", "50"), ("TF-001", "40"), ("TF-004", "28 and 14 are 42 and not 40")),
    _said("15 chains", "Out of 125 suppliers, 97 answered. The remaining 26 suppliers did not.", ("TF-001", "125"), ("TF-001", "97"), ("TF-004", "97 and 26 are 123 and not 125")),
    _said("15 chains", "40 of the 50 smelters are Conformant; the other 9 are not.", ("TF-001", "40"), ("TF-001", "50"), ("TF-004", "40 and 9 are 49 and not 50")),
    _said("16 two statuses", "Of 50 smelters, 43 take part in a programme (either Conformant or Active).", ("TF-001", "50"), ("TF-001", "43")),
    _said("16 two statuses", "43 smelters are Conformant or Active.", ("TF-001", "43")),
    _said("16 two statuses", "46 smelters are Conformant or Active.", ("TF-002", "46")),
    _said("16 two statuses", "Of 50 smelters, 41 are either Active or Conformant.", ("TF-001", "50"), ("TF-002", "41")),
    _said("17 out of", "We received templates from 97 out of 125 suppliers.", ("TF-001", "97"), ("TF-001", "125")),
    _said("17 out of", "We received templates from 89 out of 125 suppliers.", ("TF-002", "89"), ("TF-001", "125")),
    _said("17 out of", "We asked 125 suppliers, of which 91 answered.", ("TF-001", "125"), ("TF-002", "91")),
    _said("17 out of", "88 of the 125 suppliers returned a template.", ("TF-002", "88"), ("TF-001", "125")),
    *_quiet("18 other suppliers", "We met nine suppliers, four of which were new; 61 suppliers mended their answer, and Eight suppliers were stopped.", "This led to 140 inquiries and 99 answers; a few suppliers had two.", "A workshop brought together five of the top 20 suppliers.", "Audits ended with the identification of 74 suppliers."),
    _said("19 total", "Our suppliers named 49 smelters and refiners, which the Annex lists.", ("TF-002", "49")),
    _said("19 total", "The answers identified a total of 53 smelters.", ("TF-002", "53")),
    _said("19 total", "52 smelters were reported by our suppliers.", ("TF-002", "52")),
    _said("20 unique", "We made a list of 50 distinct smelters.", ("CP-003", "50")),
    _said("20 unique", "Our suppliers named 50 unique smelters and refiners.", ("CP-003", "50")),
    _said("20 unique", "Our suppliers named 48 unique smelters.", ("TF-001", "48")),
    _said("21 columns of metals", _STATUS_TABLE.format(9, 10), ("TF-001", "this table")),
    _said("21 columns of metals", _STATUS_TABLE.format(11, 10), ("TF-001", "this table"), ("TF-002", "11")),
    _said("21 columns of metals", _STATUS_TABLE.format(9, 12), ("TF-001", "this table"), ("TF-002", "12")),
    _said("22 known and share", _KNOWN_TABLE.format(8, "75%", 40), ("TF-001", "this table")),
    _said("22 known and share", _KNOWN_TABLE.format(8, "72%", 40), ("TF-001", "this table"), ("TF-002", "72%")),
    _said("22 known and share", _KNOWN_TABLE.format(9, "75%", 41), ("TF-001", "this table"), ("TF-002", "9"), ("TF-002", "67%"), ("TF-002", "41"), ("TF-002", "80%")),
    *_quiet("23 other statuses", "| Audit status | Meaning | Number | Share | |\n|---|---|---|---|---|\n| Class 1 | Passed it | 30 | 60.0 | % |\n| Class 2 | Failed it | 20 | 40.0 | % |", "| Status of audit | Smelters |\n|---|---|\n| Green | 31 |\n| Red | 19 |"),
    *_quiet("24 names of bodies", "The Responsible Business Alliance’s template went to all suppliers.", "We gave the Conflict Minerals Reporting Template to all of our suppliers.", silent=True),
    _said("24 names of bodies", "All suppliers have answered our questions.", ("CL-002", "28 of 125")),
    _said("24 names of bodies", "We received answers from all of our suppliers.", ("CL-002", "28 of 125")),
    *_quiet("25 wishes", "Although we had asked that all suppliers answer, we reminded the large ones.", "We will ask them to get answers from all suppliers of theirs, and our code obliges all suppliers to use only conformant smelters.", "We want to bring all smelters into a programme, not only those in covered countries.", "Our aim is that all smelters are conformant; years will pass until all supplier contracts say so.", silent=True),
    *_quiet("26 relative clauses", "Suppliers that list all conformant smelters get a prize.", "Last year 31% of our vendors told us that they use only conformant smelters.", "Who names all smelters is praised."),
    *_quiet("27 what we did", "We review all supplier answers and talked to all suppliers of parts.", "A hotline is open to all our direct suppliers.", "We looked into the members-only smelter list.", silent=True),
    *_quiet("28 all of a part", "All 28 of the smelters that get ore from the region were Conformant.", "Among all of the smelters that were named, a few use ore of the region.", "Of all smelters, some are new."),
    _said("28 all of a part", "All of the smelters in the Annex are Conformant.", ("CL-002", "10 of 50")),
    _said("28 all of a part", "We found that all smelters are conformant.", ("CL-002", "10 of 50")),
    _said("29 each", "Each of these smelters is validated as conformant.", ("CL-002", "10 of 50")),
    _said("29 each", "Our list has smelters in many countries, none of which is located in a covered country.", ("CL-004", "none of which")),
    _said("29 each", "We list refiners and smelters, none of which stands in a covered country.", ("CL-002", "the list has")),
    _said("29 each", "Every smelter listed in the Annex is conformant.", ("CL-002", "10 of 50")),
    *_quiet("30 conflict-free sources", "Our trade body works for conflict-free supply chains.", "The scheme finds smelters with conflict-free ore, and the template asks for a supplier’s conflict-free policy.", "We urge suppliers to buy from conflict free sources, where there are options for conflict-free ore.", "We thank those that join conflict-free sourcing certification programs."),
    _said("30 conflict-free sources", "Our valves are conflict-free.", ("WD-002", "Our valves are conflict-free.")),
    _said("30 conflict-free sources", "We sell conflict-free products.", ("WD-002", "We sell conflict-free products.")),
    *_quiet("31 groups", "We are in the Conflict Free Minerals Working Group of our trade body.", "The Conflict-Free Sourcing Task Force met in May.", silent=True),
    *_quiet("32 compliant", "The answers name smelters and refiners (“SORs”). We look for SORs certified as “compliant”."),
    *_quiet("33 names in their time", "The Responsible Jewelry Council (RJC) has such a scheme."),
    *_quiet("33 names in their time", "The template of the Conflict-Free Sourcing Initiative (CFSI) and the lists of its Conflict-Free Smelter Program (CFSP) were used.", "Our products are DRC conflict undeterminable.", "The smelter is on the list of compliant smelters.", year=2014),
    _said("33 names in their time", "The template of the CFSI was used.", ("WD-001", "CFSI")),
    _said("33 names in their time", "The products are DRC conflict undeterminable.", ("WD-005", "undeterminable")),
    *_quiet("34 active in several", "We take smelters that are conformant to or active in the RMAP, RJC or LBMA.", "“Active” means taking part in a scheme (LBMA, RJC)."),
    _said("34 active in several", "A refiner is “active” where the RJC has certified it.", ("WD-005", "active")),
    _said("34 active in several", "We call it active once it is certified by the LBMA.", ("WD-005", "active")),
    *_quiet("35 quoted words", "A smelter is “known” where it is listed as such; the status is told at a “product” level (the “List”).", "We use the term “refiner” for both."),
    _said("35 quoted words", "The smelter has the status “Silver class”.", ("WD-003", "Silver class")),
    _said("35 quoted words", "Two smelters are listed as “Pending”.", ("WD-003", "Pending")),
    *_quiet("36 background years", "Since 2013 this is the law. In 2019 we started to map mines, and we have been a member of the RMI since 2016.", "We joined the trade body in 2018.", "The policy was adopted in 2017."),
    _said("36 background years", "In 2024, our suppliers named many smelters.", ("DT-005", "2024")),
    _said("36 background years", "During 2023 we surveyed our suppliers.", ("DT-005", "2023")),
    *_quiet("37 editions", "We follow the OECD guidance, Second Edition (2012).", "The guidance (OECD 2016) and its Supplement on Gold (Third Edition, 2016) are our measure.", silent=True),
    *_quiet("38 spans", "## Figure 2. Replies (2018-2025 Reporting Years)", "## Smelters by year, reporting years 2020 to 2025", silent=True),
    _said("38 spans", "## Conflict Minerals Report for the reporting year 2023", ("DT-006", "2023")),
    _said("38 spans", "This report is for the calendar year 2024.", ("DT-006", "2024")),
    *_quiet("39 other dates", "See our Form 10-Q for the quarter ended June 28, 2026 and the Form 10-K for the fiscal year ended September 27, 2025.", "A new policy (effective April 14, 2026) is on our page.", "We wrote to them on August 3, 2025.", silent=True),
    _said("40 status date", "The statuses are those of March 31, 2026.", ("TF-001", "March 31, 2026")),
    _said("40 status date", "The status is shown as of March 31, 2026.", ("TF-001", "March 31, 2026")),
    _said("40 status date", "The statuses are those of April 30, 2026.", ("TF-002", "April 30, 2026")),
    *_quiet("41 subsidiaries", "Money is lent by Example Capital Services Corporation, and Example Valves of Europe, LLC joined.", "Example Trading Limited buys for us."),
    _said("41 subsidiaries", "The report of Example Industries Inc. is here.", ("WD-006", "Example Industries Inc.")),
    _said("41 subsidiaries", "Example Industries Incorporated asked its suppliers.", ("WD-006", "Example Industries Incorporated")),
    *_quiet("42 two names", "This Conflict Minerals Report for Example Industries, Inc. is about pumps.", "Beispiel Werke Aktiengesellschaft files it.", registrant__name="Beispiel Werke Aktiengesellschaft (Example Industries, Inc.)"),
    *_quiet("43 lists of countries", "Ore may come from Bolivia, Burundi, the Democratic Republic of the Congo, Ethiopia, Rwanda, Sudan, Tanzania, Uganda or Zambia.", "| Origin |\n|---|\n| Angola |\n| Burundi |\n| Rwanda |\n| Uganda |", "Smelters stand in Rwanda, Uganda, Zambia and Tanzania.", silent=True),
    _said("43 lists of countries", "The covered countries are the Democratic Republic of the Congo, Burundi, Rwanda, Uganda and Zambia.", ("CO-008", "not the ten")),
    _said("43 lists of countries", "The DRC or its adjoining countries, including Angola, Burundi, Rwanda, Tanzania and Kenya", ("CO-008", "not the ten")),
    _said("48 references", "See Schedule B and Appendix 2.\n\n## Appendix II", ("CP-008", "Schedule B")),
    _said("48 references", "Annex C tells more.", ("CP-008", "Annex C")),
    *_quiet("48 references", "See Annex II of the OECD guidance.", "See Schedule A.\n\n## Schedule A to this report"),
    *_quiet("ordinals", "For the sixth time, and the 4th in this form, the 2nd Edition was used.", "It was the twenty-first meeting.", silent=True),
    _said("version", "Version 6.5 of the CMRT was sent.", ("TF-001", "6.5")),
    _said("version", "Version 6.4 of the CMRT was sent.", ("TF-002", "6.4")),
    _said("version", "We used the template in version 6.31.", ("TF-002", "6.31")),
    *_quiet("laws", "The Securities Act of 1933, the Private Securities Litigation Reform Act of 1995 and Regulation (EU) 2017/821 apply.", "Rule 13p-1 and 17 CFR 240.13p-1 apply.", silent=True),
    *_quiet("not all", "Not all of the suppliers replied.", "The answers give some, but not all smelters.", silent=True),
    _said("a true negative", "No supplier said that the minerals come from covered countries.", ("CL-004", "No supplier")),
    *_quiet("definition of the term", "“DRC conflict-free” means that no minerals in a product finance armed groups.", silent=True),
    *_quiet("capitals", "EXAMPLE INDUSTRIES, INC. AND SUBSIDIARIES", silent=True),
    *_quiet("the ten in two parts", "Ore of the Democratic Republic of the Congo (“DRC”) or any of its neighbors including Angola, Burundi, the Central African Republic, the Republic of the Congo, Rwanda, South Sudan, Tanzania, Uganda and Zambia", silent=True),
    _said("of these", "39 of these smelters are Conformant.", ("TF-002", "39")),
    _said("of these", "40 of these are RMAP Conformant.", ("TF-001", "40")),
    _said("none in a covered country", "No smelter in the Annex stands in a Covered Country.", ("CL-002", "the list has")),
    _said("none in a covered country", "There are no refiners or smelters located in a covered country.", ("CL-002", "the list has")),
    # Further wordings: no error, and no warning but that a figure is typed.
    *_quiet(
        "parts and others' lists",
        "The RMI lists 230 conformant smelters worldwide.", "RMI's list names 380 eligible smelters.", "The RMAP has 230 conformant and 20 active smelters.",
        "We removed three smelters that were not conformant.", "Three smelters were removed from our supply chain during 2025.",
        "There are 34 smelters in Asia.", "China has 12 of the smelters.", "5 of the smelters are in Japan.", "The ten largest smelters are Conformant.",
        "We identified 24 smelters that source from the region. Of these, 22 are conformant and 2 are active.", "Of these 24 smelters, 22 are RMAP conformant.",
        "All 24 of these smelters are conformant.", "We wrote to 6 smelters which are not enrolled.",
        "37 of the smelters on our list have not been audited for years.", "The suppliers named 75 entities, of which 51 were smelters.",
        "The CMRTs listed 310 smelters before duplicates were removed.", "Our suppliers provided 640 smelter names.",
    ),
    *_quiet(
        "other suppliers and times",
        "By June, 60 suppliers had responded.", "In the first round, 61 suppliers responded.", "Our largest 20 suppliers responded.",
        "91 suppliers provided a complete and correct list.", "We classified 30 suppliers as high risk.", "We obtained a response rate of 95% by spend.",
        "Of the suppliers that responded, 62% said that their products have 3TG.", "The response rate of strategic suppliers was 95%.",
        "The response rate for our EMRT survey was 64%.", "We target a 100% response rate.", "Last year, 45 smelters were Conformant.",
    ),
    *_quiet(
        "plants of the filer",
        "We have 10 manufacturing facilities in six countries.", "Our facilities are located in 12 countries.", "All our facilities are certified to ISO 14001.",
        "None of our facilities is located in a covered country.",
    ),
    *_quiet(
        "other tables",
        "| Year | Smelters | Conformant |\n|---|---|---|\n| 2023 | 44 | 30 |\n| 2024 | 47 | 36 |", "| Metal | 2023 | 2024 |\n|---|---|---|\n| Gold | 19 | 18 |\n| Tin | 11 | 13 |",
        "| Metal | Suppliers |\n|---|---|\n| Gold | 61 |\n| Tin | 72 |", "| Country | Smelters |\n|---|---|\n| China | 7 |\n| Japan | 6 |",
        "| Mineral | Smelters reported | Smelters visited |\n|---|---|---|\n| Gold | 140 | 4 |\n| Tin | 120 | 3 |",
    ),
    *_quiet(
        "no claims",
        "All suppliers must respond within a month.", "By the end of 2026, all smelters will be conformant.", "We cannot conclude that all smelters are conformant.",
        "The RMI found that all of these smelters are conformant.", "All suppliers who responded named their smelters.", "Each supplier is assigned a risk level.",
        "Some of the facilities are not located in covered countries.", "Nearly all suppliers responded.", "If all suppliers responded, the list would be complete.",
    ),
    *_quiet(
        "free of conflict, of others",
        "Our Conflict-Free Minerals Policy is on our website.", "Our products may not be conflict-free.", "Products that are conflict-free are marked.",
        "A product is DRC conflict free when it contains no minerals that finance armed groups.", "Suppliers tell us that their products are conflict-free.",
        "We do not have enough information to say that our products are DRC conflict free.", "We seek to use conflict-free minerals.", "The sources are conflict-free.",
    ),
    *_quiet(
        "years of others",
        "As described in our report for calendar year 2024, we changed the policy.", "In our 2024 Conflict Minerals Report we told of it.", "On April 7, 2017, a statement was made.",
        "We will have removed them by 2027.", "Beginning with calendar year 2023 we ask every supplier.", "We acquired a maker of pumps in 2023.", "Our Code of Conduct (2022) binds suppliers.",
    ),
    _said("wordings", "The report for this reporting year 2024 is here.", ("DT-006", "2024")),
    _said("wordings", "Of the 12 tin smelters, eight are Conformant and one is Active.", ("TF-001", "12"), ("TF-001", "eight"), ("TF-001", "one")),
    _said("wordings", "For gold, 15 smelters are Conformant, two are Active and three are Not Enrolled.", ("TF-001", "15"), ("TF-001", "two"), ("TF-001", "three")),
    _said("wordings", "40 smelters are Conformant, 4 are Active and 6 are Not Enrolled.", ("TF-001", "40"), ("TF-002", "'4'"), ("TF-002", "'6'")),
    _said("wordings", "We identified 50 smelters: 20 for gold, 12 for tin, 8 for tantalum and 11 for tungsten.", ("TF-001", "50"), ("TF-001", "20"), ("TF-001", "12"), ("TF-001", "8"), ("TF-002", "11")),
    _said("wordings", "The list comprises 20 gold, 12 tin, 9 tantalum and 10 tungsten smelters.", ("TF-001", "20"), ("TF-001", "12"), ("TF-002", "9"), ("TF-001", "10")),
    _said("wordings", "Only three smelters are located in covered countries.", ("TF-002", "three")),
    _said("wordings", "82% of the smelters are either Conformant or Active.", ("TF-002", "82%")),
    _said("wordings", "75% of the gold refiners are Conformant.", ("TF-001", "75%")),
    _said("wordings", "100% of our suppliers responded.", ("TF-002", "100%")),
    _said("wordings", "The smelters are located in eleven countries.", ("TF-002", "eleven")),
    _said("wordings", "Not one smelter is located in a covered country.", ("CL-002", "the list has")),
    _said("wordings", "Each product is conflict free.", ("WD-002", "Each product is conflict free.")),
    _said("wordings", "In total, 29 of our suppliers did not respond.", ("TF-002", "29")),
    *_quiet(
        "some of the answers",
        "We asked 28 suppliers for corrections.", "We contacted 28 suppliers by phone.", "We surveyed 28 suppliers in more depth.", "28 suppliers were asked again.",
        "12 suppliers submitted a template with errors.", "12 suppliers responded late.", "12 suppliers returned an incomplete CMRT.", "We received 12 responses with errors.",
        "30 suppliers answered by e-mail, the others on the portal.", "90% of our suppliers responded within two weeks.", "85% of suppliers responded by the first deadline.",
        "We received responses from 95% of the suppliers of high-risk parts.", "12 suppliers responded that they use gold.",
        "We accepted version 6.31 or later of the CMRT.", "31 smelters are conformant with the guidance of the LBMA.",
    ),
    _said("ways to say", "Our survey was sent to 130 suppliers.", ("TF-002", "130")),
    _said("ways to say", "A total of 130 suppliers were surveyed.", ("TF-002", "130")),
    _said("ways to say", "We requested CMRTs from 130 suppliers.", ("TF-002", "130")),
    _said("ways to say", "Responses were received from 101 suppliers.", ("TF-002", "101")),
    _said("ways to say", "101 of our suppliers submitted a completed CMRT.", ("TF-002", "101")),
    _said("ways to say", "Of the suppliers surveyed, 81% responded.", ("TF-002", "81%")),
    _said("ways to say", "We had an 81% response rate.", ("TF-002", "81%")),
    _said("ways to say", "42 smelters have been validated as conformant by the RMI.", ("TF-002", "42")),
    _said("ways to say", "55 smelters and refiners are in our supply chain.", ("TF-002", "55")),
    _said("ways to say", "The 55 smelters identified by our suppliers are listed below.", ("TF-002", "55")),
    _said("ways to say", "Each supplier surveyed provided a response.", ("CL-002", "28 of 125")),
    _said("ways to say", "Every smelter in our supply chain is RMAP conformant.", ("CL-002", "10 of 50")),
    _said("what a whole consists of", "We had 60 trainings, made up of 41 for buyers and 21 for engineers.", ("TF-004", "41 and 21 are 62 and not 60")),
    _said("what a whole consists of", "The team of 12 consists of 5 lawyers, 4 buyers and 4 engineers.", ("TF-004", "5, 4 and 4 are 13 and not 12")),
    *_quiet("what a whole consists of", "The team of 12 consists of 5 lawyers, 3 buyers and 4 engineers.", "The 30 plants consist of 20 in Asia, 8 of which are new, and 10 in Europe.", "A team made up of 12 people met."),
    # Reports of six house styles, invented: words and figures that agree with the data, and planted changes of them.
    *_quiet(
        "lists of some, and of others",
        "We searched the RMI’s database, which lists some 350 eligible facilities.", "Only 9 suppliers are assembly houses, but these 9 named 44 smelters.",
        "One supplier alone named 120 smelters.", "The average supplier named 12 smelters.", "On average, suppliers reported 14 smelters.", "A typical CMRT lists 200 smelters.",
        "Suppliers of tantalum capacitors named 8 smelters.", "In our electronics segment, we identified 30 smelters.", "For our pumps business, 60 suppliers were surveyed and 50 responded.",
        "Since then, 41 smelters are Conformant.", "Between 35 and 45 of the smelters are conformant.", "Upward of 70% of the suppliers answered.",
    ),
    *_quiet(
        "history and comparison",
        "The rate was 69% for the 2024 reporting year and 58% for 2023.", "We discontinued one product line in 2024.", "Through 2019 our name was Invented Scale Works, Inc.",
        "The number of smelters fell from 58 in 2023 to 53 in 2024 and 50 in 2025.", "The company was called Invented Musen Co., Ltd. until 1994.", "Four of them were also on the list of 2024.",
    ),
    *_quiet("names with an ampersand", "Harlow & Pike Instruments, Inc. has prepared this report.", registrant__name="Harlow & Pike Instruments, Inc."),
    *_quiet("references of other kinds", "See Chart 5, Map 2 and Box 3.", silent=True),
    _said("names with an ampersand", "Harlow & Pike Instruments Inc. has prepared this report.", ("WD-006", "Harlow & Pike Instruments Inc."), registrant__name="Harlow & Pike Instruments, Inc."),
    _said("names with a legal form of elsewhere", "Quillon GmbH has prepared this report.", ("WD-006", "Quillon GmbH"), registrant__name="Quillon AG"),
    _said("names misspelt", "“Quillon” means Quillon Semiconductors Corp. and others.", ("WD-006", "Quillon Semiconductors Corp."), registrant__name="Quillon Semiconductor Corp."),
    _said("hundreds in words", "One hundred twenty-five suppliers were asked, and ninety-seven did so.", ("TF-001", "One hundred twenty-five"), ("TF-001", "ninety-seven")),
    _said("hundreds in words", "One hundred and thirty suppliers were asked.", ("TF-002", "One hundred and thirty")),
    _said("hundreds in words", "One hundred twenty-five suppliers were asked, and ninety-five answered. The other twenty-eight suppliers did not respond.", ("TF-001", "One hundred twenty-five"), ("TF-002", "ninety-five")),
    _said("compared with another year", "We received responses from 101 of the 125 suppliers, a response rate of 81.2%, versus 71% in 2024.", ("TF-002", "101"), ("TF-001", "125"), ("TF-002", "81.2%")),
    _said("compared with another year", "94 suppliers had replied (compared with 92 suppliers out of 120 for 2024).", ("TF-002", "94")),
    _said("compared with another year", "The reply ratio was thus 75.6 percent (76.7 percent for 2024).", ("TF-002", "75.6 percent")),
    _said("compared with another year", "In 2024, 92 suppliers answered; in 2025, 99 suppliers answered.", ("TF-002", "99")),
    _said("compared with another year", "45 smelters (86%) are either Conformant or Active, up from 81% for 2024.", ("TF-002", "45")),
    _said("shares of what stands before", "43 smelters (88%) are Conformant or Active.", ("TF-001", "43"), ("TF-002", "88%")),
    _said("shares of what stands before", "97 of 125 is 79.6%.", ("TF-002", "79.6%")),
    _said("shares of what stands before", "For tin, 8 of 12 smelters are conformant, which is 76%.", ("TF-001", "8"), ("TF-001", "12"), ("TF-002", "76%")),
    _said("metals in a row", "50 smelters and refiners were named: gold 21; tin 12; tungsten 10; tantalum 8.", ("TF-001", "50"), ("TF-002", "21"), ("TF-001", "12"), ("TF-001", "10"), ("TF-001", "'8'")),
    _said("metals in a row", "Our suppliers named 50 smelters. Among them, 40 (15 for gold, 8 for tin, 10 for tungsten and 8 for tantalum) were listed as conformant by the RMI.", ("TF-001", "50"), ("TF-001", "40"), ("TF-001", "15"), ("TF-001", "tin.conformant"), ("TF-002", "10"), ("TF-001", "tantalum.conformant")),
    _said("metals in a row", "Gold – 20 smelters, of which 15 are conformant\nTin – 12 smelters, of which 9 are conformant", ("TF-001", "20"), ("TF-001", "15"), ("TF-001", "12"), ("TF-002", "'9'")),
    _said("metals in a row", "Nineteen of the fifty smelters process gold, and eleven process tungsten.", ("TF-002", "Nineteen"), ("TF-001", "fifty"), ("TF-002", "eleven")),
    _said("metals in a row", "| | Au | Ta | Sn | W | All |\n|---|---|---|---|---|---|\n| Smelters | 20 | 8 | 12 | 10 | 52 |\n| Conformant | 15 | 8 | 8 | 9 | 40 |", ("TF-001", "this table"), ("TF-002", "52")),
    _said("who is meant", "Our suppliers named fifty smelters. Forty-one of them are conformant.", ("TF-001", "fifty"), ("TF-002", "Forty-one")),
    _said("who is meant", "The inquiry went to all 125 suppliers. We heard from 95 of them.", ("TF-001", "125"), ("TF-002", "95")),
    _said("who is meant", "Of the 30 suppliers that did not respond, 20 supply packaging only.", ("TF-002", "30")),
    _said("who is meant", "38 suppliers did not reply at all.", ("TF-002", "38")),
    _said("who is meant", "After we removed entries that could not be identified, we were left with 52 smelters, which are listed in the annex.", ("TF-002", "52")),
    _said("who is meant", "None of the 50 smelters is located in a covered country.", ("CL-002", "the list has"), ("TF-001", "50")),
    _said("who is meant", "All 20 gold smelters are conformant.", ("CL-002", "5 of 20"), ("TF-001", "20")),
    _said("date of the counts", "As of March 31, 2025, 40 of the 50 smelters were Conformant.", ("TF-002", "March 31, 2025"), ("TF-001", "40"), ("TF-001", "50")),
    _said("whose status", "We list four smelters whose status is “Active”, as well as 19 gold refiners.", ("TF-002", "four"), ("TF-002", "19")),
    _said("whose status", "Exactly one smelter holds the status Active.", ("TF-002", "one")),
    *_quiet(
        "counts of the world and of others",
        "Worldwide, 247 smelters are conformant.", "The RMI reported that 230 smelters were conformant.", "According to the RMI, 230 smelters are conformant.",
        "We surveyed 139 suppliers and distributors.", "A response rate of 80% is usual in the industry.", "The industry’s average response rate is 80%.",
        "No product of ours was found to be DRC conflict free.", "Our report for the calendar year 2024 was filed on May 30, 2025.",
        "The Rule took effect for calendar year 2013.", "From calendar year 2027, the EU rule will apply too.",
    ),
    _said("counts of the world and of others", "According to the RMI, 42 of these smelters are conformant.", ("TF-002", "42")),
    _said("ways to say", "130 suppliers received the survey.", ("TF-002", "130")),
    _said("version", "CMRT 6.4 was used.", ("TF-002", "6.4")),
    *_quiet("parts of a status", "The 7 smelters that are not enrolled include 3 of gold.", "Nearly four in five suppliers answered.", "6 of the 7 smelters named by only one supplier are not enrolled."),
    _said("parts of a status", "Of the 40 conformant smelters, 15 refine gold.", ("TF-001", "40")),
    _said("ways to say", "The total number of smelters identified was 53.", ("TF-002", "53")),
    _said("ways to say", "We dispatched the CMRT to 131 suppliers.", ("TF-002", "131")),
    _said("metals in a row", "Our suppliers identified 50 facilities (20 gold, 8 tantalum, 13 tin, 10 tungsten).", ("TF-001", "50"), ("TF-001", "'8'"), ("TF-002", "13"), ("TF-001", "10")),
    *_quiet("some of the answers", "A second request was sent to 60 suppliers."),
    _said("parts of a status", "The audits of 11 of the 40 Conformant smelters expire in 2026.", ("TF-001", "40")),
]
