"""What EMRT, AMRT and CRT ask beside the CMRT's questions: which minerals, and whether answers fit them."""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Finding
from ...findings.catalogue import (
    ANSWER_ASTRAY,
    ANSWER_CAHRA_PLACE,
    ANSWER_NOT_KNOWN,
    MINERAL_CHOICE,
    MINERAL_NOT_CHOSEN,
    ROW_NAME_TWO,
    ROW_OF_RULE,
)
from ...model import Metal, Mineral
from ...model.counted import named as in_words
from ..declarations import Choice, Declaration
from ..minerals import COBALT, EMRT_MINERALS, MICA, is_of_rule, mineral_of, several_in
from ..review_settings import Review
from ..templates import Question, TemplateKind
from .words import of_question, quoted

_RISKY: dict[Mineral, tuple[str, ...]] = {COBALT: ("CD",), MICA: ("IN", "MG")}
"""Countries of which the EMRT itself speaks beside its question on high-risk areas, as ISO codes."""


def use_is_known(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CQ-022: the templates excuse a supplier from everything who does not know whether it uses a mineral."""
    for answer in declaration.answers if not declaration.is_cmrt else ():
        is_first = answer.question in (Question.ADDED, Question.REMAINS)
        if is_first and answer.answer.text == "Unknown":
            message = f"{of_question(answer)} is answered 'Unknown'"
            advice = "Please find out whether your products contain it, and answer the questions about it."
            name = answer.metal.lower()
            yield Finding(ANSWER_NOT_KNOWN, message, answer.answer.where, advice, named=name)


def answers_have_minerals(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CQ-023: a mineral was taken away behind its answers, and all below may now stand beside another one."""
    if declaration.astray:
        where, *others = [one.where for one in declaration.astray]
        said = in_words([one.cell for one in (where, *others)])
        message = f"answers stand beside no mineral: {said}"
        advice = (
            "Where a mineral is added or deleted after answering, the template moves the minerals and not the"
            " answers. Please check that every answer stands beside its mineral."
        )
        yield Finding(ANSWER_ASTRAY, message, where, advice, others=tuple(others))


def listed_minerals_are_chosen(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CQ-024: no smelters of a mineral of which the declaration does not speak."""
    if declaration.is_cmrt:
        return
    for mineral in dict.fromkeys(row.metal for row in declaration.rows):
        if mineral is None or is_of_rule(mineral) or mineral in declaration.minerals:
            continue
        where, *others = [row.cell("B") for row in declaration.rows_of(mineral)]
        name = mineral.lower()
        message = f"the list names smelters of {name}, which is none of the minerals of the declaration"
        advice = (
            f"Please add {name} to the declaration and answer the questions about it, or delete the rows."
        )
        yield Finding(MINERAL_NOT_CHOSEN, message, where, advice, named=name, others=tuple(others))


def minerals_fit_the_template(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CC-013: one mineral a cell, and none that another template is for."""
    for stated in declaration.choices:
        mineral = mineral_of(stated.text)
        if several_in(stated.text):
            message = f"one cell names several minerals: {quoted(stated.text)}"
            advice = "Please give each mineral a cell of its own, and answer the questions about each."
            yield Finding(MINERAL_CHOICE, message, stated.where, advice)
        elif is_of_rule(mineral):
            message = f"{quoted(stated.text)} is a mineral for which the CMRT is used"
            advice = f"Please report {mineral.lower()} in a CMRT."
            yield Finding(MINERAL_CHOICE, message, stated.where, advice)
        elif _is_the_emrts(mineral, declaration, review):
            message = f"{quoted(stated.text)} is a mineral for which the EMRT is used"
            advice = f"Please report {mineral.lower()} in an EMRT."
            yield Finding(MINERAL_CHOICE, message, stated.where, advice)


def _is_the_emrts(mineral: Mineral, declaration: Declaration, review: Review) -> bool:
    """Whether an AMRT has a mineral that the EMRTs asked for offer: before 2.0 these were cobalt and mica."""
    if declaration.template.kind is not TemplateKind.AMRT:
        return False
    offered = (COBALT, MICA) if review.oldest_version(TemplateKind.EMRT) < "2" else EMRT_MINERALS
    return mineral in offered


def row_is_of_the_template(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CS-015: tantalum, tin, tungsten and gold are reported in a CMRT: no list takes them from elsewhere."""
    for row in declaration.rows if not declaration.is_cmrt else ():
        if isinstance(row.metal, Metal):
            name = row.metal.lower()
            yield Finding(
                ROW_OF_RULE,
                f"the row is for {name}, and this template is for other minerals",
                row.cell("B"),
                f"Please report smelters of {name} in a CMRT.",
                named=quoted(row.name or row.cid or name),
                together="rows are for metals for which the CMRT is used",
                advice_together="Please report these smelters in a CMRT.",
            )


def row_name_is_one_smelter(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CS-016: the template's list has some names twice, and fills in the first smelter of the name."""
    if declaration.is_cmrt or not declaration.look_up.ambiguous:
        return
    for row in declaration.rows:
        if row.metal is None or row.choice is not Choice.NAMED or row.entry.text("A"):
            continue
        ids = declaration.look_up.ambiguous.get((row.metal, row.entry.text("C").casefold()))
        if ids:
            name = quoted(row.entry.text("C"))
            yield Finding(
                ROW_NAME_TWO,
                f"the template lists {name} for {row.metal.lower()} as {in_words(ids)}",
                row.cell("C"),
                "Please enter in column A the identifier of the one that you mean.",
                named=f"{name} ({in_words(ids)})",
                together="names stand for two smelters in the template's list",
                advice_together="Please enter in column A the identifier of each that you mean.",
            )


def cahra_no_fits_the_places(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CQ-025: no high-risk areas, and a facility where the EMRT looks for them. For the filer's eyes only."""
    for answer in declaration.needed_answers(Question.CAHRA) if not declaration.is_cmrt else ():
        codes = _RISKY.get(answer.metal, ()) if answer.answer.text == "No" else ()
        for row in declaration.rows_of(answer.metal) if codes else ():
            if row.country and review.find_country_code(row.country) in codes:
                name = quoted(row.standard_name or row.name)
                yield Finding(
                    ANSWER_CAHRA_PLACE,
                    f"{of_question(answer)} is answered 'No', and {name} stands in {row.country}",
                    row.cell("E"),
                    "Look at this answer closely: where a facility stands says nothing of its sources alone.",
                    named=f"{name} in {row.country}",
                    together="facilities stand in countries that often count as high-risk areas, although the"
                    " question about these is answered 'No'",
                )
