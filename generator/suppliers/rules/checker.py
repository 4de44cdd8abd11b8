"""The template's own Checker, rule by rule, beside the rules of this review.

The sheet ``Checker`` of a CMRT counts what is missing: column F says whether an entry is needed, G whether it
is missing. The rules are the same from 6.01 to 6.5, read in the official workbooks. What the sheet shows is
never trusted: a file may be saved without calculating it. The manual's page on the review is made of this.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ...findings import Rule
from ...findings.catalogue import (
    ANSWER_NO_LINK,
    ANSWER_NO_SMELTER,
    ANSWER_NO_WEB_ADDRESS,
    ANSWER_NOT_KNOWN,
    CMRT_BLANK,
    CMRT_EMAIL,
    CMRT_NO_DATE,
    CMRT_NO_SCOPE,
    CMRT_PHONE,
    CMRT_SAME,
    CMRT_SCOPE_OPEN,
    MINERAL_CHOICE,
)


class Kept(StrEnum):
    """What became of a rule of the Checker in this review."""

    SAME = "kept"
    MORE = "kept, and more is asked"
    LESS = "kept in part"
    NOT = "not kept"


@dataclass(frozen=True, slots=True)
class CheckerRule:
    """A rule of the template's Checker."""

    rows: str
    """Its rows of the sheet ``Checker``, from 6.01 on."""
    asks: str
    kept: Kept
    by: tuple[Rule, ...]
    """The findings that say the same here."""
    why: str
    """Where the two differ, and the reason; empty where they do not."""


CHECKER = (
    CheckerRule("4", "A company's name", Kept.SAME, (CMRT_BLANK,), ""),
    CheckerRule(
        "5", "A scope", Kept.MORE, (CMRT_BLANK, CMRT_NO_SCOPE),
        "A scope that the template does not offer is asked about; the Checker takes any text.",
    ),
    CheckerRule(
        "6", "A description of every scope that is neither A nor B", Kept.LESS, (CMRT_SCOPE_OPEN,),
        "Asked for scope C. Of a scope that is none of the three, the scope is asked first.",
    ),
    CheckerRule(
        "7", "A contact's name", Kept.MORE, (CMRT_BLANK, CMRT_SAME),
        "Words such as 'same' are no name.",
    ),
    CheckerRule(
        "8", "An @ in the contact's e-mail address", Kept.MORE, (CMRT_BLANK, CMRT_EMAIL),
        "An address with an @ that cannot be one is asked about as well. The template's instructions "
        "allow 'n/a', and "
        "its Checker does not; a question needs an address to go to, so here it is asked for.",
    ),
    CheckerRule(
        "9", "A contact's telephone number", Kept.MORE, (CMRT_BLANK, CMRT_PHONE),
        "A text that cannot be a number is asked about.",
    ),
    CheckerRule(
        "10", "An authorizer's name", Kept.MORE, (CMRT_BLANK, CMRT_SAME),
        "Words such as 'same' are no name.",
    ),
    CheckerRule(
        "11", "An @ in the authorizer's e-mail address", Kept.MORE, (CMRT_BLANK, CMRT_EMAIL),
        "As for the contact.",
    ),
    CheckerRule(
        "12", "An effective date", Kept.MORE, (CMRT_BLANK, CMRT_NO_DATE),
        "A text that is no date, or may be two days, is asked about; whether the date is too old or "
        "is after the "
        "day of the review has rules of its own.",
    ),
    CheckerRule("14-17", "Question 1 for each metal", Kept.SAME, (CMRT_BLANK,), ""),
    CheckerRule(
        "19-22", "Question 2, unless question 1 says No", Kept.LESS, (CMRT_BLANK,),
        "Where question 1 is blank or says neither Yes nor No, the Checker counts an answer to "
        "question 2 as missing "
        "although it stands there. Here an answer that is given counts, and question 1 alone is asked about.",
    ),
    CheckerRule(
        "24-52", "Questions 3 to 8, unless question 1 or 2 says No", Kept.LESS, (CMRT_BLANK,),
        "As for question 2: an answer that is given counts, whatever questions 1 and 2 say.",
    ),
    CheckerRule(
        "54-63", "The questions about the company, unless questions 1 and 2 exclude every metal",
        Kept.SAME, (CMRT_BLANK,), "",
    ),
    CheckerRule(
        "56", "More than one character where the published policy's web address is asked for", Kept.MORE,
        (ANSWER_NO_LINK, ANSWER_NO_WEB_ADDRESS),
        "Another text than a web address, such as 'see attached', is asked about.",
    ),
    CheckerRule(
        "64", "An entry in the first row of the products, for scope B", Kept.LESS, (CMRT_SCOPE_OPEN,),
        "A product in any row is enough: people leave the first row empty, or delete it.",
    ),
    CheckerRule(
        "65-68", "A row with something in column C, for each metal not excluded by questions 1 and 2",
        Kept.LESS, (ANSWER_NO_SMELTER,),
        "Asked where question 1 says Yes; where it is blank, the answer is asked for first. A row with an "
        "identifier alone counts, since the template itself fills in the rest. 'Smelter not yet "
        "identified' counts as "
        "a row here too; that it stands beside a claim that all are identified has a rule of its own. "
        "A row such as 'End of list', a total or the headings again is none, which you are told.",
    ),
    CheckerRule(
        "69", "A name and a country in each row 'Smelter not listed'", Kept.LESS, (CMRT_BLANK,),
        "A country that the file's own look-up gives for the name counts: from 6.22 on the template "
        "fills it in.",
    ),
    CheckerRule(
        "70, and D2 of its heading", "The number of what is missing", Kept.NOT, (),
        "Not read: a file saved by a program that does not calculate has an old number, or none. "
        "Each rule is worked "
        "out again from the answers themselves.",
    ),
)  # fmt: skip
"""In the order of the sheet."""

OTHER_CHECKER = (
    CheckerRule(
        "the company's block", "Company, scope, contact, authorizer, date, products for scope B", Kept.MORE,
        (CMRT_BLANK, CMRT_SCOPE_OPEN), "As for the CMRT.",
    ),
    CheckerRule(
        "the choice of minerals", "At least one mineral, and a name for each that is chosen as 'Other'",
        Kept.MORE, (CMRT_BLANK, MINERAL_CHOICE),
        "A mineral of another template, and a cell that names several, are asked about as well.",
    ),
    CheckerRule(
        "question 1", "Question 1 for each mineral", Kept.MORE, (CMRT_BLANK, ANSWER_NOT_KNOWN),
        "'Unknown' lets a supplier off in the Checker; here it is asked to find out.",
    ),
    CheckerRule(
        "later questions", "The others, unless question 1 or 2 lets the supplier off", Kept.SAME,
        (CMRT_BLANK,), "",
    ),
    CheckerRule(
        "question 2 of the AMRT", "Not asked for", Kept.SAME, (), "",
    ),
    CheckerRule(
        "the company's questions", "All of them, and question C for each mineral, if a mineral is needed",
        Kept.SAME, (CMRT_BLANK, ANSWER_NO_LINK), "",
    ),
    CheckerRule(
        "EMRT 1.1 and 1.11", "A web address beside question A", Kept.NOT, (),
        "Later versions ask for it beside question B alone, and so does this review.",
    ),
    CheckerRule(
        "the list", "A smelter for each mineral that is needed", Kept.LESS, (ANSWER_NO_SMELTER,),
        "Asked where question 1 says Yes, as for the CMRT.",
    ),
    CheckerRule(
        "'not listed'", "A name and a country for each smelter that is not listed", Kept.SAME,
        (CMRT_BLANK,), "",
    ),
)  # fmt: skip
"""The rules of the Checkers of EMRT, AMRT and CRT, whose rows differ from version to version."""
