"""A letter in words: the filer's texts with the questions between them. The same for a file and a draft."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...findings import Severity
from ..correspondence import LetterTexts
from ..questions.wording import joined
from ..rules.words import day_in_words
from .cells_table import ENDING, folded_questions
from .letter import Letter, Question, Workbook
from .one_line import one_line

_GROUPS = (("correct", Severity.ERROR), ("clarify", Severity.WARNING), ("information", Severity.INFO))


def subject_of(letter: Letter, texts: LetterTexts) -> str:
    """One line, whatever the filer's text has."""
    piece = "subject-reminder" if letter.is_reminder else "subject"
    return one_line(texts.filled(piece, supplier=letter.supplier, year=letter.year))


def body_of(letter: Letter, texts: LetterTexts) -> str:
    """Paragraphs with blank lines between them; a text that the filer left empty is not there."""
    return "\n\n".join(part for part in _parts(letter, texts) if part) + "\n"


def _parts(letter: Letter, texts: LetterTexts) -> Iterator[str]:
    """The paragraphs of a letter; its questions are numbered from one workbook to the next."""
    names = {
        "supplier": letter.supplier, "year": letter.year, "contact": letter.contact.name,
        "template": letter.template,
    }  # fmt: skip
    yield texts.filled("greeting" if letter.contact.name else "greeting-without-contact", **names)
    opening = "opening" if letter.is_answered else "opening-unread"
    yield texts.filled("opening-reminder" if letter.is_reminder else opening, **names)
    number = 1
    for workbook in letter.workbooks:
        yield _about(workbook, texts)
        for piece, severity in _GROUPS:
            asked = workbook.of(severity)
            if asked:
                yield texts.filled(piece)
                yield _numbered(asked, number)
                number += len(asked)
    if folded := folded_questions(letter):
        questions = f"question{'s' if len(folded) > 1 else ''} {joined([str(one) for one in folded])}"
        yield texts.filled("table", table=f"{letter.name}{ENDING}", questions=questions)
    if letter.answer_by:
        yield texts.filled("by", answer_by=day_in_words(letter.answer_by))
    else:
        yield texts.filled("without-day")
    yield texts.filled("closing", **names)


def _about(workbook: Workbook, texts: LetterTexts) -> str:
    details = ", ".join(part for part in _details(workbook, texts) if part)
    piece = "workbook" if details else "workbook-without-details"
    return texts.filled(piece, file=workbook.file, details=details)


def _details(workbook: Workbook, texts: LetterTexts) -> Iterator[str]:
    received = workbook.received
    if received is None:
        return
    if received.effective_date:
        yield texts.filled("detail-date", date=day_in_words(received.effective_date))
    if received.version:
        yield texts.filled("detail-version", version=received.version)
    if received.scope:
        yield texts.filled("detail-scope", scope=received.scope)


def _numbered(asked: Sequence[Question], first: int) -> str:
    return "\n".join(f"{number}. {_asked(one)}" for number, one in enumerate(asked, start=first))


def _asked(question: Question) -> str:
    """The question, which names its places; the other workbooks that it is about stand behind it."""
    text = one_line(question.ask.text)
    if question.also:
        text += f" (The same in {', '.join(question.also)}.)"
    return text
