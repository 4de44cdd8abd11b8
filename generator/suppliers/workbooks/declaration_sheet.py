"""The sheet ``Declaration``: company, scope, answers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..declarations import Answer, Company, CompanyAnswer, Stated
from ..templates import DECLARATION_SHEET, Scope
from .cells import Rows, fold, stated_at, text_at
from .layouts import ANSWER, COMMENT, OTHER_WORDS, Layout
from .mineral_rows import MineralRows
from .opening import Book

_OPTIONS_BY_FOLD = {fold(words): option for words, option in OTHER_WORDS.items()}
_QUESTION = re.compile(r"\s*(\d)\s*[).]")
_COMPANY_QUESTION = re.compile(r"\s*([A-J])\s*[).]\s*\S")
_FIRST_SEARCHED = 19


@dataclass(frozen=True)
class _Sheet:
    book: Book
    rows: Rows

    def stated(self, row: int, column: str = ANSWER) -> Stated:
        name = self.book.called.get(DECLARATION_SHEET, DECLARATION_SHEET)
        return stated_at(self.rows, self.book.shown, name, row, column)

    def answer(self, row: int, allowed: Sequence[str], layout: Layout) -> Stated:
        """The answer of a row, in the template's words where it means one of its options."""
        stated = self.stated(row)
        return replace(stated, text=self._option(stated.text, allowed, layout)) if stated.text else stated

    def _option(self, text: str, allowed: Sequence[str], layout: Layout) -> str:
        found = _in_english(text, allowed)
        if found is None and fold(text):
            known = allowed if layout.options else ()
            found = _in_english(self.book.labels.find_option(text, known) or "", allowed)
        return found if found is not None else text


def _in_english(text: str, allowed: Sequence[str]) -> str | None:
    folded = fold(text)
    by_fold = {fold(option): option for option in allowed}
    if folded in by_fold:
        return by_fold[folded]
    other = _OPTIONS_BY_FOLD.get(folded)
    return other if other in allowed else None


def located(layout: Layout, rows: Rows) -> Layout:
    """The layout with the rows in which the questions of an older version are found.

    ``n)`` begins a question and four rows of metals follow it, in every language. Where a workbook has no
    stored labels, the layout's own rows stay.
    """
    if not layout.is_searched:
        return layout
    questions: dict[int, int] = {}
    company: dict[str, int] = {}
    for row in range(_FIRST_SEARCHED, layout.last_row + 1):
        text = unicodedata.normalize("NFKC", text_at(rows, row, 2))
        if found := _QUESTION.match(text):
            questions.setdefault(int(found[1]), row)
        elif found := _COMPANY_QUESTION.match(text):
            company.setdefault(found[1], row)
    by_number = zip(layout.questions.items(), range(1, 10), strict=False)
    by_letter = zip(layout.company_questions.items(), "ABCDEFGHIJ", strict=False)
    return replace(
        layout,
        questions={q: questions.get(number, row) for (q, row), number in by_number},
        company_questions={q: company.get(letter, row) for (q, row), letter in by_letter},
    )


def company_of(book: Book, rows: Rows, layout: Layout) -> Company:
    """Company, contact and authorizer; before 3.0 the representative is both."""
    sheet = _Sheet(book, rows)
    at = {name: sheet.stated(row) for name, row in layout.company_rows.items()}
    for name, instead in (("contact_name", "authorizer"), ("contact_email", "authorizer_email")):
        at.setdefault(name, at[instead])
    for name in ("scope", "scope_description", "effective_date"):
        del at[name]
    return Company(**at)


def field_of(book: Book, rows: Rows, layout: Layout, name: str) -> Stated:
    """A field of the company's block, by its name in the layout."""
    return _Sheet(book, rows).stated(layout.company_rows[name])


_LETTERED = re.compile(r"([ABC])\s*[.):、]\s*\S", re.IGNORECASE)
_SCOPE_WORDS = re.compile(r"\b(?:company|products?|user|division)\b", re.IGNORECASE)


def scope_of(stated: Stated) -> Scope | None:
    """The scope by its letter, or by the word that older versions have instead."""
    folded = fold(stated.text)
    for scope in Scope:
        if folded.startswith(fold(scope)) or folded == fold(scope)[0]:
            return scope
    if folded in ("company", "companylevel"):
        return Scope.COMPANY
    if folded.startswith("product"):
        return Scope.PRODUCT
    if folded.startswith(("division", "cuserdefined")):
        return Scope.USER_DEFINED
    return _scope_by_letter(unicodedata.normalize("NFKC", stated.text).strip())


def _scope_by_letter(text: str) -> Scope | None:
    """Of ``A. Unternehmen`` and ``B. 产品``: by the letter that the options have in every language.

    None where English words speak of another option.
    """
    found = _LETTERED.match(text)
    if found is None or _SCOPE_WORDS.search(text):
        return None
    return next(scope for scope in Scope if scope[0] == found[1].upper())


def answers_of(book: Book, rows: Rows, layout: Layout, minerals: MineralRows) -> Iterator[Answer]:
    """The answers for each mineral, in the template's order."""
    sheet = _Sheet(book, rows)
    for number, (question, heading) in enumerate(layout.questions.items(), start=1):
        for row, mineral in minerals.below(heading):
            if mineral is None or (question, mineral) in layout.not_asked:
                continue
            allowed = layout.allowed(question, mineral)
            answer = sheet.answer(row, allowed, layout)
            yield Answer(question, mineral, number, answer, sheet.stated(row, COMMENT), allowed)


def company_answers_of(
    book: Book, rows: Rows, layout: Layout, minerals: MineralRows
) -> Iterator[CompanyAnswer]:
    """The answers about the company, in the template's order."""
    sheet = _Sheet(book, rows)
    for letter, (question, row) in zip("ABCDEFGHIJ", layout.company_questions.items(), strict=False):
        allowed = layout.company_allowed(question)
        is_asked_of_each = question in layout.by_mineral
        for at, mineral in minerals.below(row) if is_asked_of_each else ((row, None),):
            if mineral is not None or not is_asked_of_each:
                answer = sheet.answer(at, allowed, layout)
                yield CompanyAnswer(question, letter, answer, sheet.stated(at, COMMENT), allowed, mineral)


def answers_astray(book: Book, rows: Rows, layout: Layout, minerals: MineralRows) -> Iterator[Stated]:
    """Answers beside no mineral, where the supplier chooses minerals: one was taken away since."""
    sheet = _Sheet(book, rows)
    headings = [*layout.questions.values()]
    headings += [row for question, row in layout.company_questions.items() if question in layout.by_mineral]
    for heading in headings if layout.is_chosen else ():
        for row, mineral in minerals.below(heading):
            if mineral is None and (stated := sheet.stated(row)):
                yield stated


def misplaced_question(rows: Rows, layout: Layout) -> tuple[int, int, int | None] | None:
    """Number, expected row and found row of the first question that does not stand where it belongs.

    None where all do, or where the workbook has no stored labels. ``found`` None: it is nowhere.
    """
    searched = range(_FIRST_SEARCHED, layout.last_row + 1)
    texts = {row: unicodedata.normalize("NFKC", text_at(rows, row, 2)) for row in searched}
    there = {row: int(found[1]) for row, text in texts.items() if (found := _QUESTION.match(text))}
    if not there:
        return None
    for number, row in enumerate(layout.questions.values(), start=1):
        if there.get(row) != number:
            return number, row, next((at for at, found in there.items() if found == number), None)
    return None
