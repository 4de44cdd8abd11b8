"""A supplier's workbook, a CMRT, EMRT, AMRT or CRT, as a ``Declaration``.

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
    CMRT_LINKS,
    CMRT_MOVED,
    CMRT_OTHER_TEMPLATE,
    CMRT_SHEET_MISSING,
    CMRT_UNREADABLE,
    CMRT_VERSION_UNKNOWN,
)
from ...model import CellRef, LineRef, Metal
from ..declarations import Declaration
from ..look_ups import LookUp
from ..templates import (
    DECLARATION_SHEET,
    LOOK_UP_SHEET,
    MINE_SHEET,
    PRODUCT_SHEET,
    SMELTER_SHEET,
    CompanyQuestion,
    Template,
    TemplateKind,
)
from .cells import Rows, date_of_raw, text_at
from .declaration_sheet import (
    answers_astray,
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
from .layouts import COMPANY_ROWS, HEADING_ROW, Layout
from .look_up import OLDER_SHEETS, Shared, read_look_up
from .mine_sheet import mines_of, scope_of_minerals
from .mineral_rows import mineral_rows
from .no_rows import rows_that_are_none
from .opening import Book, mending, needs_a_process, open_book
from .other_layouts import layout_for
from .product_sheet import products_of
from .sheet_names import is_of_template, name_sheets
from .sight import rows_are_in_sight
from .smelter_sheet import Reading, rows_of
from .straight import straightened
from .version import find_kind, laid_out_as, template_of

_LONGEST_NAME = 200
_WHICH = "Please enter the answers into an unchanged copy of the template (CMRT) and send it again."
_FRESH = "Please enter the answers into an unchanged copy of the template and send it again."


def read_workbook(
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
            return declaration, [*_notes(book, declaration), *found]
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
    """Whether nobody filled it in. Of a CMRT of 2.x the answers are not read, so it never is.

    A CRT says how suppliers were surveyed before anybody fills it in.
    """
    is_crt = declaration.template.kind is TemplateKind.CRT
    stated = [one.answer for one in declaration.answers]
    stated += [
        one.answer
        for one in declaration.company_answers
        if not (is_crt and one.question is CompanyQuestion.SURVEY)
    ]
    is_read = bool(declaration.answers) or not declaration.is_cmrt
    return is_read and not declaration.rows and not any(stated)


def _notes(book: Book, declaration: Declaration) -> Iterator[Finding]:
    """What the file holds that is left unread. RMI's own AMRT holds links to other workbooks."""
    is_amrt = declaration.template.kind is TemplateKind.AMRT
    return (one for one in book.notes if not (is_amrt and one.rule == CMRT_LINKS))


def _declaration(book: Book, shared: Shared) -> tuple[Declaration, list[Finding]]:
    notes = list(name_sheets(book))
    declaration = book.rows(_sheet_name(book, DECLARATION_SHEET))
    said = _said_kind(book, declaration)
    smelters = book.rows(_sheet_name(book, SMELTER_SHEET))
    kind = _kind(book, said, laid_out_as(book, declaration, smelters))
    layout = _layout(book, template_of(book, kind, declaration, smelters))
    declaration, moved = straightened(book, declaration, layout)
    template = template_of(book, kind, declaration, smelters)
    layout = located(layout, declaration)
    _check_questions(book, declaration, layout)
    columns = smelter_columns(book, smelters, template, layout, shared)
    notes += [*moved, *insertions(book, columns, template, layout)]
    look_up = read_look_up(book, shared, kind)
    minerals = mineral_rows(book, declaration, layout)
    spoken_of = tuple(Metal) if kind is TemplateKind.CMRT else minerals.minerals
    scope = field_of(book, declaration, layout, "scope")
    date = field_of(book, declaration, layout, "effective_date")
    description = field_of(book, declaration, layout, "scope_description")
    answers = tuple(answers_of(book, declaration, layout, minerals))
    company_answers = tuple(company_answers_of(book, declaration, layout, minerals))
    comments = [*(one.comment for one in answers), *(one.comment for one in company_answers)]
    listed, none = rows_of(Reading(book, look_up, kind, spoken_of), smelters, columns, shared)
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
        products=tuple(products_of(book.rows(PRODUCT_SHEET), template)),
        rows=listed,
        look_up=look_up,
        free_texts=tuple(text for text in (description, *comments) if text),
        missing_sheets=tuple(_missing(book, look_up, layout)),
        has_stored_values=_has_stored_values(declaration, smelters, layout),
        minerals=spoken_of,
        choices=minerals.choices,
        unnamed=minerals.unnamed,
        astray=tuple(answers_astray(book, declaration, layout, minerals)),
        mines=tuple(mines_of(book)),
        scope_of_minerals=tuple(scope_of_minerals(book)),
    )
    return read, [*notes, *_version_findings(template, book)]


def _sheet_name(book: Book, sheet: str) -> str:
    """The sheet's name in this book. Raises InputError where it is missing."""
    if book.has(sheet):
        return book.called.get(sheet, sheet)
    there = ", ".join(book.sheet_names) or "none"
    message = f"the sheet '{sheet}' is missing; the workbook has {there}"
    meant = nearest(sheet, (name for name in book.sheet_names if not is_of_template(name)))
    advice = f"Please rename the sheet '{meant}' to '{sheet}' and send it again." if meant else _WHICH
    raise InputError([Finding(CMRT_SHEET_MISSING, message, LineRef(book.shown), advice)])


def _said_kind(book: Book, declaration: Rows) -> TemplateKind:
    """The template by its title. Raises InputError where nothing in the workbook names one."""
    kind = find_kind(book, declaration)
    if kind is None:
        message = "the workbook does not say that it is a CMRT"
        where = CellRef(book.shown, DECLARATION_SHEET, "D2")
        raise InputError([Finding(CMRT_UNREADABLE, message, where, _WHICH)])
    return kind


def _kind(book: Book, said: TemplateKind, found: TemplateKind | None) -> TemplateKind:
    """The template, where its title and its layout agree: another's questions would be read as its own.

    Of a CRT the title may be the CMRT's, which RMI left there in six languages.
    """
    if found is None or found is said:
        return said
    if found is TemplateKind.CRT and said is TemplateKind.CMRT:
        return found
    message = f"the workbook calls itself {said.with_article}, and is laid out as {found.with_article}"
    where = CellRef(book.shown, DECLARATION_SHEET, "D2")
    raise InputError([Finding(CMRT_OTHER_TEMPLATE, message, where, _FRESH)])


def _layout(book: Book, template: Template) -> Layout:
    has_look_up = any(book.has(name) for name in (LOOK_UP_SHEET, *OLDER_SHEETS))
    return layout_for(template.kind, template.number, has_mines=book.has(MINE_SHEET), has_look_up=has_look_up)


def _check_questions(book: Book, declaration: Rows, layout: Layout) -> None:
    misplaced = misplaced_question(declaration, layout)
    if misplaced is None:
        return
    number, row, found = misplaced
    there = f"question {number} stands in B{found}" if found else f"question {number} is nowhere"
    message = f"{there}, and belongs into B{row}"
    where = CellRef(book.shown, DECLARATION_SHEET, f"B{found or row}")
    raise InputError([Finding(CMRT_MOVED, message, where, _FRESH)])


def _missing(book: Book, look_up: LookUp, layout: Layout) -> Iterator[str]:
    if not look_up.rows and layout.is_plain:
        yield LOOK_UP_SHEET
    yield from (sheet for sheet in (PRODUCT_SHEET, "L") if not book.has(sheet))


def _has_stored_values(declaration: Rows, smelters: Rows, layout: Layout) -> bool:
    """Whether any label or heading has a value: all of them are formulas."""
    rows = (8, 9, layout.company_rows["effective_date"], layout.first_row)
    labels = [text_at(declaration, row, 2) for row in rows]
    headings = [text_at(smelters, HEADING_ROW, column) for column in range(1, 7)]
    return any(labels) or any(headings)


def _version_findings(template: Template, book: Book) -> Iterator[Finding]:
    if not template.version:
        message = "the workbook does not say which version of the template it is"
        where = CellRef(book.shown, DECLARATION_SHEET, "J3")
        yield Finding(CMRT_VERSION_UNKNOWN, message, where, _FRESH)


__all__ = ["Shared", "company_in", "is_blank", "needs_a_process", "read_workbook"]
