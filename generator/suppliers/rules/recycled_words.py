"""Do the answer on recycled material and the columns of mines say the same, for all rows of a metal?"""

from __future__ import annotations

from collections.abc import Iterator

from ...countries.no_facility import is_placeholder
from ...findings import Finding
from ...findings.catalogue import ANSWER_RECYCLED_PLACES
from ...model.counted import counted
from ..declarations import Answer, Declaration, DeclaredSmelter
from ..review_settings import Review
from ..templates import Question
from .words import COUNTRIES_APART, RECYCLED, names_a_mine, of_question, quoted


def recycled_answer_fits_places(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CQ-020: a No, and all rows say recycled; or a Yes, and a row names countries of mines.

    One row of several that is all recycled does not contradict a No.
    """
    for answer in declaration.needed_answers(Question.RECYCLED):
        rows = list(declaration.rows_of(answer.metal))
        if answer.answer.text == "No" and rows and all(map(_is_recycled, rows)):
            what = "its only row says" if len(rows) == 1 else f"all its {counted(len(rows), 'row')} say"
            message = (
                f"{of_question(answer)} is answered 'No', and {what} that the material is recycled or scrap"
            )
            yield Finding(
                ANSWER_RECYCLED_PLACES, message, answer.answer.where, "Please check both and correct one."
            )
        elif answer.answer.text == "Yes":
            yield from _mined(answer, rows, review)


def _is_recycled(row: DeclaredSmelter) -> bool:
    """Whether the columns of mines say so, and nothing in the row says otherwise."""
    entry = row.entry
    said = [text for text in (entry.mines, entry.mine_countries) if not is_placeholder(text)]
    return bool(said) and all(map(RECYCLED.search, said)) and entry.recycled not in ("No", "Unknown")


def _mined(answer: Answer, rows: list[DeclaredSmelter], review: Review) -> Iterator[Finding]:
    """Rows whose column of countries names one, where the other columns do not speak against the answer."""
    for row in rows:
        entry = row.entry
        if entry.recycled in ("Yes", "No", "Unknown") or names_a_mine(entry.mines):
            continue  # CQ-013
        countries = [part.strip() for part in COUNTRIES_APART.split(entry.mine_countries)]
        if any(part and review.find_country_code(part) for part in countries) and not RECYCLED.search(
            entry.mine_countries
        ):
            where = quoted(entry.mine_countries)
            message = f"{of_question(answer)} is answered 'Yes', and a row names mines in {where}"
            advice = "Please check whether this smelter's material is all recycled or scrap."
            yield Finding(ANSWER_RECYCLED_PLACES, message, row.cell("O"), advice)
