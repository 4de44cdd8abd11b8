"""A supplier's CMRT workbook as a ``Declaration``.

Read by address, because labels and headings stand in the supplier's language; the anchors are verified
first. What a workbook's formulas would show is worked out again, never trusted.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ...errors import InputError
from ...files.nearest import nearest
from ...findings import Finding
from ...findings.catalogue import (
    CMRT_MOVED,
    CMRT_OTHER_TEMPLATE,
    CMRT_SHEET_MISSING,
    CMRT_UNREADABLE,
    CMRT_VERSION_UNKNOWN,
)
from ...model import CellRef, LineRef
from ..declarations import Declaration
from ..look_ups import LookUp
from ..templates import DECLARATION_SHEET, LOOK_UP_SHEET, PRODUCT_SHEET, SMELTER_SHEET, Template, TemplateKind
from .cells import Rows, date_of_raw, text_at
from .declaration_sheet import (
    answers_of,
    company_answers_of,
    company_of,
    field_of,
    located,
    misplaced_question,
    scope_of,
)
from .formulas import formulas_without_value
from .headings import insertions, smelter_columns
from .layouts import COMPANY_ROWS, HEADING_ROW, Layout, layout_of
from .look_up import Shared, read_look_up
from .no_rows import rows_that_are_none
from .opening import Book, mending, needs_a_process, open_book
from .product_sheet import products_of
from .sheet_names import is_of_template, name_sheets
from .sight import rows_are_in_sight
from .smelter_sheet import rows_of
from .straight import straightened
from .version import find_kind, template_of

_LONGEST_NAME = 200


def read_cmrt(
    path: Path, shown: str | None = None, shared: Shared | None = None
) -> tuple[Declaration | None, list[Finding]]:
    """The declaration and what the file itself gives to say; None where the file cannot be used.

    ``shown`` is its name in findings; ``shared`` what a run keeps from file to file. Never raises InputError.
    """
    shown = path.name if shown is None else shown
    shared = Shared() if shared is None else shared
    try:
        with open_book(path, shown, looks_through=shared.looks_through) as book:
            declaration, found = _declaration(book, shared)
            found += rows_are_in_sight(book, _sheet_name(book, SMELTER_SHEET), declaration.rows)
            with mending(shown):
                found += formulas_without_value(path, declaration, book.called)
            return declaration, [*book.notes, *found]
    except InputError as problem:
        return None, list(problem.findings)


def company_in(path: Path, shown: str) -> str:
    """The company that a file names in which no answer can be read; empty where it names none.

    All templates of today keep it in one place.
    """
    try:
        with open_book(path, shown) as book:
            return text_at(book.rows(DECLARATION_SHEET), COMPANY_ROWS["name"], 4)[:_LONGEST_NAME]
    except InputError:
        return ""


def is_blank(declaration: Declaration) -> bool:
    """Whether nobody filled it in. Of 2.x the answers are not read, so it never is."""
    stated = [one.answer for one in declaration.answers]
    stated += [one.answer for one in declaration.company_answers]
    return bool(declaration.answers) and not declaration.rows and not any(stated)


def _declaration(book: Book, shared: Shared) -> tuple[Declaration, list[Finding]]:
    notes = list(name_sheets(book))
    declaration = book.rows(_sheet_name(book, DECLARATION_SHEET))
    _check_kind(book, declaration)
    smelters = book.rows(_sheet_name(book, SMELTER_SHEET))
    layout = layout_of(template_of(book, TemplateKind.CMRT, declaration, smelters).number)
    declaration, moved = straightened(book, declaration, layout)
    template = template_of(book, TemplateKind.CMRT, declaration, smelters)
    layout = located(layout, declaration)
    _check_questions(book, declaration, layout)
    columns = smelter_columns(book, smelters, template, shared)
    notes += [*moved, *insertions(book, columns, template)]
    look_up = read_look_up(book, shared)
    scope = field_of(book, declaration, layout, "scope")
    date = field_of(book, declaration, layout, "effective_date")
    description = field_of(book, declaration, layout, "scope_description")
    answers = tuple(answers_of(book, declaration, layout))
    company_answers = tuple(company_answers_of(book, declaration, layout))
    comments = [*(one.comment for one in answers), *(one.comment for one in company_answers)]
    listed, none = rows_of(book, smelters, columns, look_up, shared)
    notes += rows_that_are_none(book, none, columns)
    read = Declaration(
        file=book.shown,
        template=template,
        company=company_of(book, declaration, layout),
        scope=scope_of(scope),
        scope_stated=scope,
        scope_description=description,
        effective_date=date_of_raw(date.raw),
        effective_date_stated=date,
        answers=answers,
        company_answers=company_answers,
        products=tuple(products_of(book.rows(PRODUCT_SHEET), template.number)),
        rows=listed,
        look_up=look_up,
        free_texts=tuple(text for text in (description, *comments) if text),
        missing_sheets=tuple(_missing(book, look_up)),
        has_stored_values=_has_stored_values(declaration, smelters),
    )
    return read, [*notes, *_version_findings(template, book)]


def _sheet_name(book: Book, sheet: str) -> str:
    """The sheet's name in this book. Raises InputError where it is missing."""
    if book.has(sheet):
        return book.called.get(sheet, sheet)
    there = ", ".join(book.sheet_names) or "none"
    message = f"the sheet '{sheet}' is missing; the workbook has {there}"
    meant = nearest(sheet, (name for name in book.sheet_names if not is_of_template(name)))
    advice = f"Please rename the sheet '{meant}' to '{sheet}'" if meant else (
        "Please enter the answers into an unchanged copy of the template (CMRT)"
    )  # fmt: skip
    raise InputError(
        [Finding(CMRT_SHEET_MISSING, message, LineRef(book.shown), f"{advice} and send it again.")]
    )


def _check_kind(book: Book, declaration: Rows) -> None:
    kind = find_kind(book, declaration)
    where = CellRef(book.shown, DECLARATION_SHEET, "D2")
    if kind is None:
        message = "the workbook does not say that it is a CMRT"
        advice = "Please enter the answers into an unchanged copy of the template (CMRT) and send it again."
        raise InputError([Finding(CMRT_UNREADABLE, message, where, advice)])
    if kind is not TemplateKind.CMRT:
        message = f"the workbook is an {kind}" if kind[0] in "EA" else f"the workbook is a {kind}"
        advice = "Please send the template for tantalum, tin, gold and tungsten (CMRT)."
        raise InputError([Finding(CMRT_OTHER_TEMPLATE, message, where, advice)])


def _check_questions(book: Book, declaration: Rows, layout: Layout) -> None:
    misplaced = misplaced_question(declaration, layout)
    if misplaced is None:
        return
    number, row, found = misplaced
    there = f"question {number} stands in B{found}" if found else f"question {number} is nowhere"
    message = f"{there}, and belongs into B{row}"
    advice = "Please enter the answers into an unchanged copy of the template and send it again."
    where = CellRef(book.shown, DECLARATION_SHEET, f"B{found or row}")
    raise InputError([Finding(CMRT_MOVED, message, where, advice)])


def _missing(book: Book, look_up: LookUp) -> Iterator[str]:
    if not look_up.rows:
        yield LOOK_UP_SHEET
    yield from (sheet for sheet in (PRODUCT_SHEET, "L") if not book.has(sheet))


def _has_stored_values(declaration: Rows, smelters: Rows) -> bool:
    """Whether any label or heading has a value: all of them are formulas."""
    labels = [text_at(declaration, row, 2) for row in (8, 9, 22, 25)]
    headings = [text_at(smelters, HEADING_ROW, column) for column in range(1, 7)]
    return any(labels) or any(headings)


def _version_findings(template: Template, book: Book) -> Iterator[Finding]:
    if not template.version:
        message = "the workbook does not say which version of the template it is"
        where = CellRef(book.shown, DECLARATION_SHEET, "J3")
        advice = "Please enter the answers into an unchanged copy of the template and send it again."
        yield Finding(CMRT_VERSION_UNKNOWN, message, where, advice)


__all__ = ["Shared", "company_in", "is_blank", "needs_a_process", "read_cmrt"]
