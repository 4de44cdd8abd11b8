"""The questions about the company, A to H: Q15 of the reviewers' rules."""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Finding
from ...findings.catalogue import ANSWER_NO, ANSWER_NO_FORMAT, ANSWER_NO_LINK
from ..declarations import Declaration
from ..review_settings import Review
from ..templates import CompanyQuestion
from .words import of_company_question

_MAY_BE_NO = (CompanyQuestion.DISCLOSURE, CompanyQuestion.OLD_G)
"""Not every company must file a disclosure; what the old question G asked is not known for certain."""
_ADVICE = {
    CompanyQuestion.POLICY: "Please tell us by when you will adopt a policy on responsible sourcing.",
    CompanyQuestion.PUBLIC: "Please publish your policy, or send it to us.",
    CompanyQuestion.SURVEY: "Please survey your suppliers, or tell us how your answer was found.",
}
_OTHER_ADVICE = "Please tell us what you do instead, or by when you will do it."


def company_answer_is_yes(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CQ-015, Q15: a No asks for an explanation."""
    if not any(declaration.is_needed(metal) for metal in declaration.minerals):
        return
    for answer in declaration.company_answers:
        if answer.answer.text == "No" and answer.question not in _MAY_BE_NO:
            message = f"{of_company_question(answer)} ({answer.question}) is answered 'No'"
            advice = _ADVICE.get(answer.question, _OTHER_ADVICE)
            yield Finding(
                ANSWER_NO,
                message,
                answer.answer.where,
                advice,
                named=f"{of_company_question(answer)} ({answer.question})",
                together="questions about the company are answered 'No'",
                advice_together="For each, please tell us what you do instead, or by when you will do it.",
            )


def public_policy_has_address(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CQ-016, Q15 and the Checker: who publishes a policy says where."""
    answer = declaration.find_company_answer(CompanyQuestion.PUBLIC)
    if answer and answer.answer.text == "Yes" and len(answer.comment.text) <= 1:
        message = (
            f"{of_company_question(answer)} says that your policy is public, and its web address is missing"
        )
        yield Finding(ANSWER_NO_LINK, message, answer.comment.where, "Please give its web address.")


def other_format_is_described(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CQ-017, Q15: a survey in another format is described in the comment."""
    answer = declaration.find_company_answer(CompanyQuestion.SURVEY)
    if answer and answer.answer.text.startswith("Yes, using other format") and not answer.comment:
        message = (
            f"{of_company_question(answer)} says that you survey in another format, without saying which"
        )
        yield Finding(ANSWER_NO_FORMAT, message, answer.comment.where, "Please describe the format.")
