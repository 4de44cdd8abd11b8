"""Is the file the template as it was published? F2 to F4 of the reviewers' rules."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from ...findings import Finding
from ...findings.catalogue import CMRT_FOREIGN, CMRT_NEW, CMRT_OLD, CMRT_REBUILT, CMRT_SHEET_GONE
from ...model import CellRef, LineRef
from ..declarations import Declaration
from ..review_settings import Review
from ..templates import (
    DECLARATION_SHEET,
    LOOK_UP_SHEET,
    PRODUCT_SHEET,
    CompanyQuestion,
    Scope,
    TemplateKind,
    version_number,
)
from ..workbooks.other_layouts import NEWEST_KNOWN
from .words import quoted

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+", re.IGNORECASE)


def cmrt_is_new_enough(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CF-009, F2: the template is at least as new as the one asked for."""
    template = declaration.template
    oldest = review.oldest_version(template.kind)
    where = template.where or CellRef(declaration.file, DECLARATION_SHEET, "J3")
    if template.kind is TemplateKind.CRT and review.oldest_version(TemplateKind.EMRT):
        message = "the answer is given in a CRT, in the place of which the EMRT is used"
        advice = f"Please use the EMRT, version {review.oldest_version(TemplateKind.EMRT)} or a newer one."
        yield Finding(CMRT_OLD, message, where, advice)
    elif template.version and oldest and template.number < version_number(oldest):
        what = "the template" if declaration.is_cmrt else f"the {template.kind}"
        message = f"the answer is given in version {template.version} of {what}"
        advice = f"Please use version {oldest} or a newer one."
        yield Finding(CMRT_OLD, message, where, advice)


def cmrt_version_is_known(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CF-016: a version that came after this program is read where its headings stand, and told."""
    template = declaration.template
    if template.number > NEWEST_KNOWN[template.kind]:
        where = template.where or CellRef(declaration.file, DECLARATION_SHEET, "J3")
        what = "the template" if declaration.is_cmrt else f"the {template.kind}"
        message = f"version {template.version} of {what} is newer than those that this program knows"
        advice = "Its headings stand where they did, and it was read. Compare a few cells with the list."
        yield Finding(CMRT_NEW, message, where, advice)


def cmrt_text_is_english(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CF-010, F3: comments are asked for in English. Only other scripts are seen, not other languages.

    An address has no language: neither that of the policy, which CQ-021 is about, nor one in another text.
    """
    policy = declaration.find_company_answer(CompanyQuestion.PUBLIC)
    for stated in declaration.free_texts:
        if policy and stated.where == policy.comment.where:
            continue
        if any(_is_of_another_script(character) for character in _ADDRESS.sub("", stated.text)):
            message = f"the text {quoted(stated.text)} is not in English"
            yield Finding(
                CMRT_FOREIGN,
                message,
                stated.where,
                "Please give it in English as well.",
                named=quoted(stated.text),
                together="texts are not in English",
                advice_together="Please give them in English as well.",
            )


def _is_of_another_script(character: str) -> bool:
    return (
        character.isalpha()
        and not character.isascii()
        and "LATIN" not in unicodedata.name(character, "LATIN")
    )


def cmrt_is_whole(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CF-011 and CF-020, F4: the sheets are there, and the program that saved the file calculates."""
    again = "Please enter the answers into an unchanged copy of the template, with Excel, and send it again."
    for sheet in declaration.missing_sheets:
        message = f"the template's sheet '{sheet}' is missing"
        if _is_read_without(declaration, sheet):
            advice = "All that people fill in was read without it. Nothing is asked of the supplier."
            yield Finding(CMRT_SHEET_GONE, message, LineRef(declaration.file), advice)
        else:
            yield Finding(CMRT_REBUILT, message, LineRef(declaration.file), again)
    if not declaration.has_stored_values:
        message = "the file was saved by a program that does not calculate its formulas"
        if declaration.choices:
            message += ", and the minerals beside the answers were worked out from those that were chosen"
        where = CellRef(declaration.file, DECLARATION_SHEET, "B8")
        yield Finding(CMRT_REBUILT, message, where, again)


def _is_read_without(declaration: Declaration, sheet: str) -> bool:
    """Whether everything else could be read: a sheet that nobody fills in is missing, and it was not needed.

    Of the sheet with the list of smelters: each row has an identifier. Of that with the template's labels:
    answers and rows are in words that are known. The products are asked for where the answer is for them.
    """
    if not declaration.has_stored_values:
        return False
    if sheet == LOOK_UP_SHEET:
        return all(row.cid for row in declaration.rows)
    if sheet == PRODUCT_SHEET:
        return declaration.scope not in (None, Scope.PRODUCT)
    answers = [(one.answer, one.is_allowed) for one in declaration.answers]
    answers += [(one.answer, one.is_allowed) for one in declaration.company_answers]
    return all(allowed or not answer for answer, allowed in answers) and all(
        row.metal for row in declaration.rows
    )
