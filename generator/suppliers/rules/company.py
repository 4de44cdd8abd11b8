"""Company, contacts, date and scope: the Checker's rules worked out again, and C1 to C6."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from ...files.dates import days_of
from ...findings import Finding
from ...findings.catalogue import (
    CMRT_BEFORE_RELEASE,
    CMRT_BLANK,
    CMRT_FUTURE,
    CMRT_LEVEL,
    CMRT_NO_DATE,
    CMRT_NO_SCOPE,
    CMRT_OUTDATED,
    CMRT_SAME,
    CMRT_SCOPE_LIMITED,
    CMRT_SCOPE_OPEN,
)
from ...model import CellRef, Mineral
from ..declarations import Choice, Declaration, Stated
from ..review_settings import Review
from ..templates import DECLARATION_SHEET, EXCUSED, PRODUCT_SHEET, Question, Scope, TemplateKind
from .words import NAME_OF_EACH, day_in_words, folded, of_company_question, of_question, quoted

_SAME = frozenset(("same", "sameasabove", "asabove", "idem", "ditto", "seeabove", "na"))
_LIMITS = re.compile(
    r"\b(only|except|excluding|exclude[sd]?|limited to|does not (include|cover)|not including)\b",
    re.IGNORECASE,
)

_NO_LIMITS = re.compile(
    r"\bnot limited to\b|\bnot only\b|\bno(?:ne|thing)?\b[\w ]*\bexcluded?\b|\bwithout exception\b"
    r"|\bexcluded?:? (?:none|nothing)\b|\bfor [\w ]*\buse only\b",
    re.IGNORECASE,
)
"""``including but not limited to`` limits nothing."""


def cmrt_is_complete(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CC-001, C1: everything that the template's Checker asks for is there."""
    yield from _blank_fields(declaration)
    yield from _blank_choices(declaration)
    yield from _blank_answers(declaration)
    yield from _blank_smelters(declaration)


def _blank_fields(declaration: Declaration) -> Iterator[Finding]:
    """Fields that the template asks for and that are blank, or hold no name and no address."""
    company = declaration.company
    for stated, what in (
        (company.name, "the company's name"),
        (declaration.scope_stated, "the declaration's scope"),
        (company.contact_name, "the contact's name"),
        (company.contact_phone, "the contact's telephone number"),
        (company.authorizer, "the authorizer's name"),
        (declaration.effective_date_stated, "the effective date"),
    ):
        if not stated:
            yield _blank(stated, f"{what} is missing", named=what)
    if company.name and not company.is_named:
        message = f"the company's name is {quoted(company.name.text)}, which is no name"
        yield _blank(company.name, message, advice="Please give the name of your company.")
    for email, whose in ((company.contact_email, "contact"), (company.authorizer_email, "authorizer")):
        if email is not None and "@" not in unicodedata.normalize("NFKC", email.text):
            what = f"the {whose}'s e-mail address"
            if email:
                message = f"{what} is {quoted(email.text)}, which is no e-mail address"
                yield _blank(email, message, advice="Please give an e-mail address.")
            else:
                yield _blank(email, f"{what} is missing", named=what)


def _blank_choices(declaration: Declaration) -> Iterator[Finding]:
    """Where minerals are chosen: at least one, and a name for each that the template does not offer."""
    if not declaration.minerals:
        where = CellRef(declaration.file, DECLARATION_SHEET, "D12")
        message = "no mineral is chosen"
        yield Finding(CMRT_BLANK, message, where, "Please choose the minerals of your declaration.")
    for stated in declaration.unnamed:
        yield _blank(stated, "a mineral is chosen as 'Other', and its name is missing")


def _blank_answers(declaration: Declaration) -> Iterator[Finding]:
    """Q1 of all metals; Q2 unless Q1 is No; the others unless Q1 or Q2 is No; then those of the company."""
    for answer in declaration.answers:
        if not answer.answer and _is_asked(declaration, answer.question, answer.metal):
            message, metal = f"{of_question(answer)} is not answered", answer.metal.lower()
            yield _blank(answer.answer, message, advice="Please answer it.", named=metal)
    if not any(declaration.is_needed(metal) for metal in declaration.minerals):
        return
    for company_answer in declaration.company_answers:
        of_metal = company_answer.metal
        if not company_answer.answer and (of_metal is None or declaration.is_needed(of_metal)):
            message = f"{of_company_question(company_answer)} about the company is not answered"
            yield _blank(company_answer.answer, message, advice="Please answer it.")


def _is_asked(declaration: Declaration, question: Question, metal: Mineral) -> bool:
    if question is Question.ADDED:
        return True
    if question is Question.REMAINS and declaration.is_cmrt:
        return declaration.says(Question.ADDED, metal) != "No"
    if question is Question.REMAINS:
        return declaration.says(Question.ADDED, metal) not in {"No", *EXCUSED}
    if declaration.template.kind is TemplateKind.AMRT:  # its Checker does not ask for it
        return False
    return declaration.is_needed(metal)


def _blank_smelters(declaration: Declaration) -> Iterator[Finding]:
    """Each smelter that is not listed needs a name and a country."""
    for row in declaration.rows:
        if row.choice is not Choice.NOT_LISTED:
            continue
        for column, value, what, many, for_each in (
            ("D", row.entry.text("D"), "name", "names", NAME_OF_EACH),
            ("E", row.country, "country", "countries", "Please give the country of each."),
        ):
            if not value:
                of_name = f" {quoted(row.entry.text('D'))}" if row.entry.text("D") else ""
                yield Finding(
                    CMRT_BLANK,
                    f"the smelter{of_name} is not in the template's list, and its {what} is missing",
                    row.cell(column),
                    f"Please give its {what}.",
                    named=of_name.strip(),
                    together=f"smelters are not in the template's list, and their {many} are missing",
                    advice_together=for_each,
                )


def _blank(stated: Stated, message: str, *, advice: str = "Please fill it in.", named: str = "") -> Finding:
    return Finding(CMRT_BLANK, message, stated.where, advice, named=named)


def cmrt_names_a_person(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CC-002, C2: the template's instructions do not accept 'same'."""
    company = declaration.company
    for stated, whose in ((company.contact_name, "contact"), (company.authorizer, "authorizer")):
        if folded(stated.text) in _SAME:
            message = f"the {whose}'s name is {quoted(stated.text)}"
            yield Finding(CMRT_SAME, message, stated.where, "Please give the person's name.")


def cmrt_date_is_a_date(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CC-009: an effective date that is not blank can be read."""
    stated = declaration.effective_date_stated
    if stated and declaration.effective_date is None:
        days = days_of(stated.raw)
        said = " or ".join(day_in_words(day) for day in days)
        what = f"may be {said}" if days else "cannot be read as a date"
        message = f"the effective date {quoted(stated.text)} {what}"
        typed = " or ".join(f"{day:%d-%b-%Y}" for day in days)
        advice = f"Please give it as {typed or f'a date such as 12-Mar-{review.period.year + 1}'}."
        yield Finding(CMRT_NO_DATE, message, stated.where, advice)


def cmrt_date_has_come(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CC-003, C3: no answer is dated after the day of the review."""
    date = declaration.effective_date
    if date and date > review.day:
        is_due = review.settings.reviewed_on is None
        what = "the day on which Form SD is due" if is_due else "the day of the review"
        message = f"the effective date {day_in_words(date)} lies after {day_in_words(review.day)}, {what}"
        advice = "Please give the date on which the answer was completed."
        yield Finding(CMRT_FUTURE, message, declaration.effective_date_stated.where, advice)


def cmrt_date_is_recent(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CC-004, C4: an answer belongs to the reporting year or later, unless the filer says otherwise."""
    date = declaration.effective_date
    if not date or date >= review.oldest_day:
        return
    year = review.period.year
    is_of_the_year = review.oldest_day == review.period.first_day
    oldest = f"{day_in_words(review.oldest_day)}, the first day that we accept"
    before = f"the reporting year {year}" if is_of_the_year else oldest
    message = f"the effective date {day_in_words(date)} lies before {before}"
    advice = f"Please bring the answer up to date for {year} and date it anew."
    yield Finding(CMRT_OUTDATED, message, declaration.effective_date_stated.where, advice)


def cmrt_date_follows_release(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CC-005, C5: nobody fills in a template before it is published. For the filer's eyes only.

    Answers are carried from one version of the template into the next, and the date with them.
    """
    date, release = declaration.effective_date, declaration.template.release
    if date and release and date < release:
        version = declaration.template.version
        message = (
            f"the effective date {day_in_words(date)} lies before {day_in_words(release)}, "
            f"when version {version} of the template was released"
        )
        advice = "Its date may be that of an earlier answer: look at this one closely."
        yield Finding(CMRT_BEFORE_RELEASE, message, declaration.effective_date_stated.where, advice)


def cmrt_scope_is_an_option(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CC-010: a scope that is not blank is one of the template's three."""
    stated = declaration.scope_stated
    if stated and declaration.scope is None:
        message = f"the scope {quoted(stated.text)} is not one of the three that the template offers"
        advice = "Please choose one of its scopes, A, B or C."
        yield Finding(CMRT_NO_SCOPE, message, stated.where, advice)


def cmrt_scope_is_described(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CC-006, C6: products for scope B, a description for scope C."""
    if declaration.scope is Scope.PRODUCT and not any(product.number for product in declaration.products):
        message = "the declaration is for products, and no product is listed"
        where = CellRef(declaration.file, PRODUCT_SHEET, "B6")
        yield Finding(CMRT_SCOPE_OPEN, message, where, "Please list the products with their numbers.")
    described = bool(declaration.scope_description)
    if declaration.scope is Scope.USER_DEFINED and not described:
        message = "the scope is user defined, and it is not described"
        where = declaration.scope_description.where
        yield Finding(CMRT_SCOPE_OPEN, message, where, "Please describe what the declaration covers.")


def cmrt_scope_is_unlimited(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CC-007, C6: an answer for the whole company is not limited by what stands below it."""
    stated = declaration.scope_description
    if declaration.scope is Scope.COMPANY and _LIMITS.search(_NO_LIMITS.sub(" ", stated.text)):
        message = f"the scope is the whole company, and its description {quoted(stated.text)} limits it"
        advice = "Please choose scope B or C, or confirm that the answer covers the whole company."
        yield Finding(CMRT_SCOPE_LIMITED, message, stated.where, advice)


def cmrt_level_is_accepted(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CC-008: some customers ask for an answer for their products."""
    if declaration.scope is Scope.COMPANY and not review.settings.accept_company_level:
        message = "the declaration is for the whole company"
        advice = "Please declare for the products that you supply to us (scope B)."
        yield Finding(CMRT_LEVEL, message, declaration.scope_stated.where, advice)
