"""What ``report.md`` says of the letters: which there are, what to see to before, and what they leave out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...model.counted import counted, named
from ...model.folding import fold
from ...year.letters import LETTERS_FILE
from ..letters.addressed import NOBODY
from ..letters.cells_table import ENDING, folded_questions
from ..letters.files import FOLDER
from ..letters.letter import Letter
from ..letters.one_line import LONGEST, one_line
from ..reconciled import Reconciled
from ..sources.reconcile_yml import RECONCILE_FILE
from .markdown import listed, listed_by_advice, table

_HEADINGS = ("supplier", "questions", "about", "to", "files")


def about_letters(result: Reconciled, letters: Sequence[Letter]) -> Iterator[str]:
    """The lines of ``report.md`` on the letters."""
    lines = [(one.supplier, *_cells(one)) for one in letters]
    yield from table("Letters", _HEADINGS, lines)
    yield from listed("Before you send the letters", _before(result, letters))
    yield from listed_by_advice("What the letters leave out", _left_out(result))


def _cells(letter: Letter) -> tuple[object, ...]:
    about = "; ".join(one.file for one in letter.workbooks) or "a reminder: nothing came"
    to = letter.contact.email or "no address is known"
    endings = f".txt, .eml and {ENDING}" if folded_questions(letter) else ".txt and .eml"
    return len(letter.questions), about, to, f"{FOLDER}/{letter.name}{endings}"


def _before(result: Reconciled, letters: Sequence[Letter]) -> Iterator[str]:
    if not letters:
        return
    wrote = result.correspondence
    if not wrote.texts.is_signed:
        yield (
            f"The letters do not say who signs. Write it below 'closing' in {LETTERS_FILE}, which"
            f" 'formsd start {result.year}' writes where it is missing, and run again."
        )
    if wrote.answer_by is None:
        yield f"The letters name no day for the reply. Write it into {RECONCILE_FILE} as 'answer_by'."
    unknown = [one.file for one in result.set_aside if not one.supplier]
    reminded = sum(one.is_reminder for one in letters)
    if unknown and reminded:
        yield (
            f"{counted(reminded, 'letter is a reminder', 'letters are reminders')}, since nothing came; and"
            f" nobody knows who sent {'; '.join(unknown)}. See first whether one of these suppliers did."
        )
    if unasked := [one.supplier for one in letters if fold(one.supplier) in _not_asked(result)]:
        yield (
            f"Not among the suppliers that you asked: {'; '.join(unasked)}. See first whether the answer"
            " is meant for you; if not, take it out of the folder and run again."
        )
    if tables := [f"{one.name}{ENDING}" for one in letters if folded_questions(one)]:
        yield (
            f"A table of all cells belongs to letters that do not name each: {'; '.join(tables)}. The"
            " draft (.eml) has it attached; attach it yourself where you send the plain text."
        )
    if unknown := [one.supplier for one in letters if not one.contact.email]:
        yield (
            f"No e-mail address is known of {'; '.join(unknown)}. The draft has none: type it when you send."
        )


def _not_asked(result: Reconciled) -> set[str]:
    """Folded names of those that answered without being asked."""
    return {fold(one_line(one.supplier, LONGEST)) for one in result.survey if not one.is_asked}


def _left_out(result: Reconciled) -> Iterator[tuple[str, str]]:
    """What is for the filer alone, and what to do about it: of each supplier, and of files that name none."""
    for supplier, watched in result.watched.items():
        for one in watched:
            file = one.finding.where.file
            advice = one.finding.advice
            said = one.text.removesuffix(advice) if advice else one.text
            advice = advice if said != one.text else ""
            yield f"{file}: {said}" if supplier == NOBODY else f"{supplier}, {file}: {said}", advice
    if result.passed_over:
        yield f"Passed over, since programs leave them behind: {named(result.passed_over)}.", "Nothing to do."
    if locks := [name for name in result.passed_over if "~$" in name]:
        yield f"A workbook may be open in Excel: {named(locks)}.", "If so, save and close it, and run again."
