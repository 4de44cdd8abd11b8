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
from .words import names_a_mine, of_question, quoted, says_recycled


def all_identified_has_names(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CQ-009, Q9: all smelters are identified, and no row says otherwise."""
    for answer in declaration.needed_answers(Question.ALL_IDENTIFIED):
        if answer.answer.text != "Yes":
            continue
        for row in declaration.rows_of(answer.metal):
            if row.choice is Choice.NOT_IDENTIFIED or (row.cid is None and is_placeholder(row.name)):
                what = quoted(row.name or row.entry.text("C"))
                yield Finding(
                    ANSWER_UNIDENTIFIED,
                    f"{of_question(answer)} says that all smelters are identified, and this row names none:"
                    f" it has {what}",
                    row.cell("C"),
                    f"Please identify the smelter, or answer 'No' to question {answer.number}.",
                    named=what,
                    together=f"rows name no smelter, although question {answer.number} says that all are"
                    " identified",
                    advice_together=f"Please identify them, or answer 'No' to question {answer.number}.",
                )


def covered_no_fits_the_list(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CQ-010, Q10: no covered countries, and no mine in one. A smelter in one is CQ-019."""
    for answer in declaration.needed_answers(Question.COVERED):
        if answer.answer.text != "No":
            continue
        for row in declaration.rows_of(answer.metal):
            for column, country in places_of_mines(row, review):
                number, of_both = answer.number, "and tell us which of the two holds."
                yield Finding(
                    ANSWER_COVERED_LISTED,
                    f"{of_question(answer)} is answered 'No', and the list has a mine in {quoted(country)}",
                    row.cell(column),
                    f"Please check where this smelter's material comes from, {of_both}",
                    named=quoted(country),
                    together="mines in covered countries stand in the list, although question"
                    f" {number} is answered 'No' for their metal",
                    advice_together=f"Please check where these smelters' material comes from, {of_both}",
                )


def recycled_fits_the_list(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CQ-013, Q13: what is all recycled comes from no mine and from no covered country."""
    for answer in declaration.needed_answers(Question.RECYCLED):
        if answer.answer.text != "Yes":
            continue
        for row in declaration.rows_of(answer.metal):
            if fault := _against_recycled(row):
                column, words = fault
                against = f"names {quoted(words)} as a mine" if column == "N" else f"says {quoted(words)}"
                yield Finding(
                    ANSWER_RECYCLED,
                    f"{of_question(answer)} says that all is recycled or scrap, and this row {against}",
                    row.cell(column),
                    "Please tell us whether this smelter's material is all recycled or scrap.",
                    named=quoted(words),
                    together=f"rows speak against the answer to question {answer.number}, by which all their"
                    " metal is recycled or scrap",
                    advice_together="Please tell us whether the material of these smelters is all recycled or"
                    " scrap.",
                )
        covered = declaration.find_answer(Question.COVERED, answer.metal)
        if covered and covered.answer.text == "Yes":
            message = (
                f"{of_question(answer)} says that all is recycled or scrap, and question {covered.number}"
                " that it comes from covered countries"
            )
            advice = "Please tell us which of the two holds."
            yield Finding(ANSWER_RECYCLED, message, answer.answer.where, advice, named=answer.metal.lower())
    yield from _claims_of_rows(declaration)


def _against_recycled(row: DeclaredSmelter) -> tuple[str, str] | None:
    """Column and words that speak against all material being recycled; None where nothing does."""
    if row.entry.recycled in ("No", "Unknown"):
        return "P", row.entry.recycled
    return ("N", row.entry.mines) if names_a_mine(row.entry.mines) else None


def _claims_of_rows(declaration: Declaration) -> Iterator[Finding]:
    """Rows that claim recycled material alone, and name mines or countries of mines.

    Which of the two holds is asked. What names a mine is evidence, and nobody is asked to write over it.
    """
    for row in declaration.rows:
        named = _named_mines(row) if row.entry.recycled == "Yes" else None
        if named:
            column, said = named
            yield Finding(
                ANSWER_RECYCLED,
                "column P says that all of this smelter's material is recycled or scrap, and column"
                f" {column} names {quoted(said)}",
                row.cell(column),
                "Please tell us which of the two holds.",
                named=quoted(said),
                together="smelters are said to use recycled material or scrap alone (column P), and mines"
                " or their countries are named for them",
                advice_together="Please tell us for each which of the two holds.",
            )


def _of_mines(row: DeclaredSmelter) -> tuple[tuple[str, str], ...]:
    """The columns of mines and of their countries, with what they say."""
    return (("N", row.entry.mines), ("O", row.entry.mine_countries))


def _named_mines(row: DeclaredSmelter) -> tuple[str, str] | None:
    """The first of these columns that names one; None where they say nothing or 'recycled'."""
    return next((one for one in _of_mines(row) if names_a_mine(one[1])), None)


def recycled_row_says_so(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CQ-014, Q14: the columns of mines say 'recycled' or 'scrap' where they say nothing else.

    Where one of the two says so, nobody is asked to write it into the other as well.
    """
    for row in declaration.rows:
        if row.entry.recycled != "Yes" or any(names_a_mine(text) for _, text in _of_mines(row)):
            continue
        if not any(says_recycled(text) for _, text in _of_mines(row)):
            yield Finding(
                ANSWER_SCRAP_WORD,
                "column P says that all of this smelter's material is recycled or scrap, and the columns of"
                " mines do not say so",
                row.cell("N"),
                "The template asks for the word 'recycled' or 'scrap' there.",
                named=quoted(row.standard_name or row.name),
                together="smelters use recycled material or scrap alone (column P), and the columns of mines"
                " do not say so",
            )
