"""That all of the facilities are conformant, or how many are; by the list, or by stated counts."""

from __future__ import annotations

from jinja2 import TemplateRuntimeError

from ..claim import Claim
from ..environment import Markdown
from ..facilities import Facilities, whole_of
from ..facility_wholes import unit_of_whole
from ..wording.spec import Case, Spec
from .group_words import words_with_unit
from .said import Asked, part_of

SPEC = Spec(
    "all-conformant",
    "Facilities that are conformant",
    (
        Case("no-facilities", "where the group is empty", ("words",)),
        Case("one", "where the one facility of the group is conformant", ("words", "labels")),
        Case("all", "where every facility of the group is conformant", ("whole", "words", "labels")),
        Case("some", "where not every facility is conformant", ("whole", "words", "conformant.total",
             "conformant.share_of", "labels")),
        Case("without-status", "behind the sentence where facilities have no status",
             ("facilities.without_status",)),
    ),
    ("facilities", "words", "whole", "conformant", "labels"),
)  # fmt: skip


def all_conformant(asked: Asked, facilities: Facilities) -> Markdown:
    """The sentence, and of how many facilities no status is given."""
    conformant = part_of(facilities, "conformant")
    labels = [s.label for s in asked.facts.statuses if s.status_class == "conformant"]
    if not labels:
        raise TemplateRuntimeError("no status of disclosure.yml has the class conformant")
    whole = whole_of(conformant, facilities)
    if conformant.total is None or whole is None:
        raise TemplateRuntimeError(
            "the claim needs the statuses of these facilities, and neither the list nor counts give them:"
            " write the sentence without it, or fill counts in disclosure.yml"
        )
    asked.made.append(_claim(asked, facilities, conformant, int(whole)))
    if whole == 0:
        case = "no-facilities"
    elif conformant.total == whole:
        case = "one" if whole == 1 else "all"
    else:
        case = "some"
    return asked.texts(
        SPEC.name,
        [case, *(["without-status"] if facilities.without_status else [])],
        facilities=facilities,
        words=words_with_unit(asked, facilities, unit_of_whole(conformant, facilities)),
        whole=whole,
        conformant=conformant,
        labels=labels,
    )


def _claim(asked: Asked, facilities: Facilities, conformant: Facilities, whole: int) -> Claim:
    says = f"all of {facilities.path} conformant"
    if facilities.without_status is not None:
        found = set(conformant.rows)
        return Claim(says, tuple(row for row in facilities.rows if row not in found), asked.place())
    part = int(conformant.number or 0)
    also_by = "" if part == whole else f"{whole - part:,} of {whole:,} by the stated counts"
    return Claim(says, (), asked.place(), also_by)
