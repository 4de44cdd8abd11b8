"""What is one matter of a declaration: blank fields, answers about a metal, a metal that is not used."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from ...findings import Finding
from ...findings.catalogue import ANSWER_EXCLUDED, ANSWER_OPTION, CMRT_BLANK
from ...model import Mineral, Place
from ...model.counted import counted
from ..declarations import Answer, Declaration
from ..reconciled import Ask
from ..templates import Question
from .places import places_in_words, places_of
from .wording import joined, placed, question

_MANY = 3
"""From so many questions on, what is missing about a metal is a question of its own."""


def missing_fields(findings: Sequence[Finding], declaration: Declaration) -> list[Ask]:
    """Name, contact, authorizer, date and scope: one question that names those that are blank."""
    of_answers = {one.answer.where for one in declaration.answers}
    blank = [
        one for one in findings if one.rule == CMRT_BLANK and one.named and one.where not in of_answers
        and one.message.endswith(" is missing") and not one.together
    ]  # fmt: skip
    if len(blank) < 2:
        return []
    message = f"{joined([one.named for one in blank])} are missing"
    return [_ask(f"{placed(message, blank)} Please fill them in.", blank)]


def missing_company_answers(findings: Sequence[Finding], declaration: Declaration) -> list[Ask]:
    """The questions about the company that are not answered."""
    letters: dict[Place, str] = {one.answer.where: one.letter for one in declaration.company_answers}
    blank = [one for one in findings if one.rule == CMRT_BLANK and one.where in letters]
    if len(blank) < 2:
        return []
    message = f"questions {joined([letters[one.where] for one in blank])} about the company are not answered"
    return [_ask(f"{placed(message, blank)} Please answer them.", blank)]


def missing_answers(findings: Sequence[Finding], declaration: Declaration) -> list[Ask]:
    """One question for each metal of which many answers are missing."""
    return list(filter(None, (_of_metal(metal, findings, declaration) for metal in declaration.minerals)))


def _of_metal(metal: Mineral, findings: Sequence[Finding], declaration: Declaration) -> Ask | None:
    """One question for many that are blank, and what is wrong with question 1; None where few are blank."""
    answers: dict[Place, Answer] = {a.answer.where: a for a in declaration.answers if a.metal == metal}
    blank = [one for one in findings if one.rule == CMRT_BLANK and one.where in answers]
    if len(blank) < _MANY:
        return None
    wrong = [
        one for one in findings if one.rule == ANSWER_OPTION and one.where in answers
        and answers[one.where].question is Question.ADDED
    ]  # fmt: skip
    name = metal.lower()
    numbers = numbers_in_words([answers[one.where].number for one in blank])
    listed = len(list(declaration.rows_of(metal)))
    of_list = f", although the list names {counted(listed, 'smelter')} of {name}" if listed else ""
    if wrong:
        message = f"{wrong[0].message}, and questions {numbers} are not answered{of_list}"
        advice = f"{wrong[0].advice} The other questions about {name} need an answer unless it is 'No'."
    else:
        message = f"questions {numbers} for {name} are not answered{of_list}"
        is_open = not listed and not declaration.says(Question.ADDED, metal)
        advice = "Please answer them; if the answer to question 1 is 'No', no other one is needed."
        advice = advice if is_open else "Please answer them."
    found = [*wrong, *blank]
    return _ask(f"{placed(message, found)} {advice}", found)


def excluded_metals(findings: Sequence[Finding], declaration: Declaration) -> list[Ask]:
    """A metal that is not used, by question 1 or 2, and of which answers and smelters speak: one question."""
    return list(filter(None, (_excluded(metal, findings, declaration) for metal in declaration.minerals)))


def _excluded(metal: Mineral, findings: Sequence[Finding], declaration: Declaration) -> Ask | None:
    of_rows = [one for one in findings if one.rule == ANSWER_EXCLUDED and one.named == metal.lower()]
    answers: dict[Place, Answer] = {
        one.answer.where: one for one in declaration.answers if one.metal == metal and one.is_allowed
    }
    of_answers = [one for one in findings if one.rule == ANSWER_OPTION and one.where in answers]
    if not (of_rows and of_answers):
        return None
    numbers = [answers[one.where].number for one in of_answers]
    several = "questions" if len(numbers) > 1 else "question"
    are = "are" if len(numbers) > 1 else "is"
    message = f"{of_rows[0].message}, and {several} {numbers_in_words(numbers)} {are} answered for it"
    found = [*of_rows, *of_answers]
    return _ask(f"{placed(message, found)} {of_rows[0].advice}", found)


def numbers_in_words(numbers: Iterable[int]) -> str:
    """``2 to 8``, ``3, 5, 7 and 8``."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    words = [[f"{run[0]} to {run[-1]}"] if len(run) > 2 else [str(one) for one in run] for run in runs]
    return joined([word for of_run in words for word in of_run])


def _ask(text: str, findings: Sequence[Finding]) -> Ask:
    return question(text, findings, places_in_words(places_of(findings)))


TAKEN_TOGETHER: tuple[Callable[[Sequence[Finding], Declaration], list[Ask]], ...] = (
    missing_fields,
    missing_company_answers,
    missing_answers,
    excluded_metals,
)
