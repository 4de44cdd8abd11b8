"""Do the answers for each metal fit the rows of the list of smelters? Q9, Q10, Q13 and Q14."""

from __future__ import annotations

from collections.abc import Iterator

from ...countries.no_facility import is_placeholder
from ...findings import Finding
from ...findings.catalogue import (
    ANSWER_COVERED_LISTED,
    ANSWER_RECYCLED,
    ANSWER_SCRAP_WORD,
    ANSWER_UNIDENTIFIED,
)
from ..declarations import Choice, Declaration, DeclaredSmelter
from ..review_settings import Review
from ..templates import Question
from .covered_words import places_of_mines
from .words import of_question, quoted, says_recycled


def all_identified_has_names(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CQ-009, Q9: all smelters are identified, and no row says otherwise."""
    for answer in declaration.needed_answers(Question.ALL_IDENTIFIED):
        if answer.answer.text != "Yes":
            continue
        for row in declaration.rows_of(answer.metal):
            if row.choice is Choice.NOT_IDENTIFIED or (row.cid is None and is_placeholder(row.name)):
                what = row.name or row.entry.text("C")
                message = f"{of_question(answer)} is answered 'Yes', and a row says {quoted(what)}"
                advice = "Please identify the smelter, or answer 'No'."
                yield Finding(ANSWER_UNIDENTIFIED, message, row.cell("C"), advice)


def covered_no_fits_the_list(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CQ-010, Q10: no covered countries, and no mine in one. A smelter in one is CQ-019."""
    for answer in declaration.needed_answers(Question.COVERED):
        if answer.answer.text != "No":
            continue
        for row in declaration.rows_of(answer.metal):
            for column, country in places_of_mines(row, review):
                message = f"{of_question(answer)} is answered 'No', and a row names {quoted(country)}"
                advice = "Please check where this smelter's material comes from and correct one of the two."
                yield Finding(ANSWER_COVERED_LISTED, message, row.cell(column), advice)


def recycled_fits_the_list(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CQ-013, Q13: what is all recycled comes from no mine and from no covered country."""
    for answer in declaration.needed_answers(Question.RECYCLED):
        if answer.answer.text != "Yes":
            continue
        for row in declaration.rows_of(answer.metal):
            if fault := _against_recycled(row):
                column, words = fault
                message = f"{of_question(answer)} is answered 'Yes', and a row says {quoted(words)}"
                advice = "Please check whether this smelter's material is all recycled or scrap."
                yield Finding(ANSWER_RECYCLED, message, row.cell(column), advice)
        if declaration.says(Question.COVERED, answer.metal) == "Yes":
            message = f"{of_question(answer)} and the one about covered countries are both answered 'Yes'"
            advice = "Please check both: recycled material does not come from a mine in a covered country."
            yield Finding(ANSWER_RECYCLED, message, answer.answer.where, advice)


def _against_recycled(row: DeclaredSmelter) -> tuple[str, str] | None:
    """Column and words that speak against all material being recycled; None where nothing does."""
    if row.entry.recycled in ("No", "Unknown"):
        return "P", row.entry.recycled
    mines = row.entry.mines
    return ("N", mines) if not is_placeholder(mines) and not says_recycled(mines) else None


def recycled_row_says_so(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CQ-014, Q14: the template asks for 'recycled' or 'scrap' in the columns of mines."""
    for row in declaration.rows:
        if row.entry.recycled != "Yes":
            continue
        if not (says_recycled(row.entry.mines) and says_recycled(row.entry.mine_countries)):
            column, said = (
                ("O", row.entry.mine_countries) if says_recycled(row.entry.mines) else ("N", row.entry.mines)
            )
            words = f"says {quoted(said)}" if said else "is empty"
            message = f"the smelter uses recycled material only (column P), and this cell {words}"
            yield Finding(ANSWER_SCRAP_WORD, message, row.cell(column), "Please enter 'recycled' or 'scrap'.")
