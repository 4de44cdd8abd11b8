"""What ``report.md`` says of the letters: which there are, what to see to before, and what they leave out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...model.counted import counted, named
from ...year.letters import LETTERS_FILE
from ..letters.addressed import NOBODY
from ..letters.files import FOLDER
from ..letters.letter import Letter
from ..reconciled import Reconciled
from ..sources.reconcile_yml import RECONCILE_FILE
from .markdown import listed, table

_HEADINGS = ("supplier", "questions", "about", "to", "files")


def about_letters(result: Reconciled, letters: Sequence[Letter]) -> Iterator[str]:
    lines = [(one.supplier, *_cells(one)) for one in letters]
    yield from table("Letters", _HEADINGS, lines)
    yield from listed("Before you send the letters", _before(result, letters))
    yield from listed("What the letters leave out", _left_out(result))


def _cells(letter: Letter) -> tuple[object, ...]:
    about = "; ".join(one.file for one in letter.workbooks) or "a reminder: nothing came"
    to = letter.contact.email or "no address is known"
    return len(letter.questions), about, to, f"{FOLDER}/{letter.name}.txt and .eml"


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
            f"{counted(reminded, 'letter')} remind suppliers of whom nothing came, and nobody knows who sent"
            f" {'; '.join(unknown)}. See first whether one of them did."
        )
    for one in letters:
        if not one.contact.email:
            yield f"{one.supplier}: no e-mail address is known, so the draft has none. Type it when you send."


def _left_out(result: Reconciled) -> Iterator[str]:
    """What is for the filer alone: of each supplier, and of files that name none."""
    for supplier, watched in result.watched.items():
        for one in watched:
            file = one.finding.where.file
            yield f"{file}: {one.text}" if supplier == NOBODY else f"{supplier}, {file}: {one.text}"
    if result.passed_over:
        yield f"Passed over, since programs leave them behind: {named(result.passed_over)}. Nothing to do."
    if locks := [name for name in result.passed_over if "~$" in name]:
        yield (f"A workbook may be open in Excel: {named(locks)}. If so, save and close it, and run again.")
