"""Do the answers for each metal fit the options and each other? Q1 to Q8, Q11 and Q12."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...countries.no_facility import is_placeholder
from ...findings import Finding
from ...findings.catalogue import (
    ANSWER_ALL_OPEN,
    ANSWER_CAHRA,
    ANSWER_COVERED,
    ANSWER_COVERED_OPEN,
    ANSWER_EXCLUDED,
    ANSWER_FEW,
    ANSWER_NO_METAL,
    ANSWER_NO_SMELTER,
    ANSWER_NOT_ALL,
    ANSWER_OPTION,
)
from ...model import CellRef, Metal, Mineral
from ..declarations import Answer, Choice, Declaration
from ..review_settings import Review
from ..templates import EXCUSED, Question
from ..workbooks.other_layouts import NOT_SURVEYED
from .words import of_company_question, of_question, one_of, quoted

_FEW = ("50% or less", "None")
_OF_NO_METAL = ("No", "Unknown", "None")
_PARTS = re.compile(
    r"\b(solder|tin|gold|tungsten|tantalum|capacitors?|connectors?|circuit boards?|pcbas?|pcbs?"
    r"|semiconductors?|carbide|plat(?:ed|ing))\b",
    re.IGNORECASE,
)
"""Words for parts that hold one of the metals."""
_DENIED = re.compile(
    r"\b(?:no(?!\.)|not|non|none|neither|nor|without|free|kein\w*|ohne|sans|aucun\w*|sin|sem|senza|zero)\b|n't\b|不含|无|なし"
    r"|含まれ(?:ない|ていません)|없",
    re.IGNORECASE,
)
"""``Tin-free``, ``no gold in our products``: a text that denies speaks for the answer."""


def metal_has_smelters(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CQ-001, Q1: a metal that is used comes from somewhere."""
    for answer in declaration.needed_answers(Question.ADDED):
        rows = (row for row in declaration.rows_of(answer.metal) if row.choice is not Choice.BLANK or row.cid)
        if answer.answer.text == "Yes" and next(rows, None) is None:
            metal = answer.metal.lower()
            message = f"{of_question(answer)} is answered 'Yes', and the list names no smelter of {metal}"
            sheet = declaration.smelter_sheet
            advice = f"Please list the smelters of {metal} (sheet '{sheet}'), or correct the answer."
            yield Finding(ANSWER_NO_SMELTER, message, answer.answer.where, advice, named=metal)


def excluded_metal_has_no_smelters(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CQ-002, Q2: no smelters of a metal that is not used."""
    for metal in declaration.minerals:
        where = [row.cell("B") for row in declaration.rows_of(metal)]
        excludes = _excludes(declaration, metal) if where else None
        if excludes:
            name, (number, said) = metal.lower(), excludes
            answered = f"question {number} for {name} is answered {quoted(said)}"
            message = f"the list names smelters of {name}, and {answered}"
            advice = f"Please tell us whether {name} is used, and correct the answer if it is."
            yield Finding(ANSWER_EXCLUDED, message, where[0], advice, named=name, others=tuple(where[1:]))


def _excludes(declaration: Declaration, metal: Mineral) -> tuple[int, str] | None:
    """Number and text of the answer by which a metal is not used, or not declared; None: there is none.

    Who does not know whether it is used may list smelters all the same.
    """
    for question in (Question.ADDED, Question.REMAINS):
        answer = declaration.find_answer(question, metal)
        if answer and answer.answer.text in ("No", *(EXCUSED - {"Unknown"})):
            return answer.number, answer.answer.text
    return None


def metals_are_plausible(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CQ-003, Q3: no metal at all is declared, but the products' names speak of one."""
    first = declaration.find_answer(Question.ADDED, Metal.TANTALUM)
    if first is None or any(declaration.says(Question.ADDED, metal) != "No" for metal in Metal):
        return
    said = [f"{product.number} {product.name}" for product in declaration.products]
    said += [one.text for one in declaration.free_texts if not _DENIED.search(one.text)]
    words = next((found[0] for text in said if (found := _PARTS.search(text))), None)
    if words:
        message = f"question 1 is answered 'No' for all metals, and the answer speaks of {quoted(words)}"
        advice = "Please check whether these parts contain tantalum, tin, gold or tungsten."
        yield Finding(ANSWER_NO_METAL, message, first.answer.where, advice)


def answer_is_an_option(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CQ-004, Q4: an answer is one of those offered, and is given only where it is asked for."""
    for answer in declaration.answers:
        is_excluded = _is_excluded(declaration, answer)
        if not answer.answer or (is_excluded and _says_nothing(answer)):
            continue
        if not answer.is_allowed:
            said = quoted(str(answer.answer.raw))
            yield _no_option(of_question(answer), said, answer.answer.where, answer.allowed)
        elif is_excluded:
            metal, number = answer.metal, 1 if declaration.says(Question.ADDED, answer.metal) == "No" else 2
            yield Finding(
                ANSWER_OPTION,
                f"{of_question(answer)} is answered, although question {number} says that {metal.lower()} is"
                " not used",
                answer.answer.where,
                f"Please tell us whether {metal.lower()} is used, and correct question {number} if it is.",
                named=of_question(answer),
                together="questions are answered for a metal that question 1 or 2 says is not used",
                advice_together="Please tell us whether these metals are used, and correct questions 1 and 2"
                " if they are.",
            )
    for other in declaration.company_answers:
        if other.answer and not other.is_allowed:
            said = quoted(str(other.answer.raw))
            yield _no_option(of_company_question(other), said, other.answer.where, other.allowed)


def _no_option(question: str, said: str, where: CellRef, allowed: tuple[str, ...]) -> Finding:
    """Long options are not repeated: they are the template's words, and stand in the cell's own list."""
    is_short = all(len(option) <= len("Unknown") for option in allowed)
    return Finding(
        ANSWER_OPTION,
        f"{question} is answered {said}, which is not one of its options",
        where,
        f"Please choose {one_of(allowed) if is_short else 'one of the options that the cell offers'}.",
        named=f"{said} to {question}",
        together="answers are not among the options of their questions",
        advice_together="Please choose for each one of the options that the cell offers.",
    )


def _says_nothing(answer: Answer) -> bool:
    """Whether the answer goes with a metal that is not used: people write 'No' or 'n/a' there."""
    said = answer.answer.text
    return said in _OF_NO_METAL or (not answer.is_allowed and is_placeholder(said))


def _is_excluded(declaration: Declaration, answer: Answer) -> bool:
    if answer.question is Question.ADDED:
        return False
    if answer.question is Question.REMAINS:
        return declaration.says(Question.ADDED, answer.metal) == "No"
    return "No" in [declaration.says(one, answer.metal) for one in (Question.ADDED, Question.REMAINS)]


def covered_no_is_founded(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CQ-005, Q5: without a full view of the chain nobody can exclude the covered countries."""
    for answer in declaration.needed_answers(Question.COVERED):
        gaps = _gaps(declaration, answer.metal)
        if answer.answer.text == "No" and gaps:
            message = f"{of_question(answer)} is answered 'No', although {gaps}"
            advice = "Please tell us how the covered countries were excluded, or answer 'Unknown'."
            metal = answer.metal.lower()
            yield Finding(ANSWER_COVERED_OPEN, message, answer.answer.where, advice, named=metal)


def _gaps(declaration: Declaration, metal: Mineral) -> str:
    """What is not known of the chain, in words; empty where all of it is, or the answers are missing."""
    identified = declaration.says_one_of_its_options(Question.ALL_IDENTIFIED, metal)
    missing = _missing_responses(declaration, metal)
    gaps = [missing] if missing else []
    gaps += ["not all smelters are identified"] if identified not in ("", "Yes") else []
    return " and ".join(gaps)


def _missing_responses(declaration: Declaration, metal: Mineral) -> str:
    """That not all of the supplier's own suppliers answered, with the answer that says so; else empty.

    An answer that is none of the options says nothing: it is asked about itself.
    """
    answer = declaration.find_answer(Question.RESPONSES, metal)
    if answer is None or not answer.is_allowed or answer.answer.text == "100%":
        return ""
    return f"not all suppliers answered (question {answer.number}: {quoted(answer.answer.text)})"


def all_identified_is_founded(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CQ-006, Q6: who has not heard from all suppliers has not identified all smelters."""
    for answer in declaration.needed_answers(Question.ALL_IDENTIFIED):
        missing = _missing_responses(declaration, answer.metal)
        if answer.answer.text == "Yes" and missing:
            message = f"{of_question(answer)} is answered 'Yes', although {missing}"
            advice = "Please tell us how all smelters were identified, or correct one of the two answers."
            metal = answer.metal.lower()
            yield Finding(ANSWER_ALL_OPEN, message, answer.answer.where, advice, named=metal)


def smelters_are_all_reported(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CQ-007, Q7: all smelters are identified, and all information is in this answer."""
    for question, means, advice in (
        (
            Question.ALL_IDENTIFIED,
            "not all smelters are identified",
            "Please identify the remaining smelters and send the answer again, or tell us by when you will.",
        ),
        (
            Question.ALL_REPORTED,
            "not all that you know is in this answer",
            "Please report all smelters that you know of and send the answer again.",
        ),
    ):
        for answer in declaration.needed_answers(question):
            if answer.answer.text == "No":
                message = f"{of_question(answer)} is answered 'No': {means}"
                metal = answer.metal.lower()
                yield Finding(ANSWER_NOT_ALL, message, answer.answer.where, advice, named=metal)


def enough_suppliers_answered(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CQ-008, Q8: more than half of the relevant suppliers answered."""
    for answer in declaration.needed_answers(Question.RESPONSES):
        if answer.answer.text == NOT_SURVEYED:
            message = f"{of_question(answer)} is answered {quoted(NOT_SURVEYED)}: nobody was asked"
            advice = "Please survey your suppliers, or tell us how your answer was found."
            yield Finding(ANSWER_FEW, message, answer.answer.where, advice, named=answer.metal.lower())
        elif answer.answer.text in _FEW:
            said = quoted(answer.answer.text)
            message = (
                f"{of_question(answer)} is answered {said}: at most half of your suppliers have answered you"
            )
            advice = "Please ask them again, and send the answer anew when more of them have answered."
            yield Finding(ANSWER_FEW, message, answer.answer.where, advice, named=answer.metal.lower())


def covered_yes_is_watched(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CQ-011, Q11: a reason to look closely, never to reject. For the filer's eyes only."""
    for answer in declaration.needed_answers(Question.COVERED):
        if answer.answer.text == "Yes":
            message = f"{of_question(answer)} is answered 'Yes': smelters source from covered countries"
            advice = "Look at this supplier's smelters closely; the answer itself is in order."
            yield Finding(ANSWER_COVERED, message, answer.answer.where, advice, named=answer.metal.lower())


def cahra_fits_covered(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CQ-012, Q12: the covered countries normally count among the conflict-affected areas."""
    for answer in declaration.needed_answers(Question.CAHRA):
        if answer.answer.text == "No" and declaration.says(Question.COVERED, answer.metal) == "Yes":
            covered = declaration.find_answer(Question.COVERED, answer.metal)
            number = covered.number if covered else 3
            message = f"{of_question(answer)} is answered 'No', although question {number} is answered 'Yes'"
            advice = (
                "Please check both: the covered countries normally count as conflict-affected or high-risk."
            )
            yield Finding(ANSWER_CAHRA, message, answer.answer.where, advice, named=answer.metal.lower())
