"""The text of a year that was signed or published stays, whatever a later program makes of its sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..findings import Finding
from ..findings.catalogue import WRITTEN_OTHERWISE
from ..model import DisclosureFacts, LineRef
from ..model.stated.report import USUAL_TOOL
from .changes import is_same_content, written_otherwise
from .records import DOCUMENTS_FILE, PUBLISHED, Record, Snapshot
from .sign_off import what_changed

_CONTEXT = 40
"""Characters that are shown on either side of a difference."""


def find_signed_text(records: Sequence[Record], now: Snapshot) -> Record | None:
    """The record whose text the year keeps: what was published, else the first sign-off.

    ``records`` are those of the present filing. None where people wrote something else since, or where
    records of earlier versions of this program do not tell.
    """
    same = [record for record in records if is_same_content(record.snapshot, now)]
    published = [record for record in same if record.deed.what == PUBLISHED]
    return next(iter([*published, *same]), None)


def text_of(record: Record) -> Snapshot:
    """The content that was signed, without what a publication adds."""
    files = record.snapshot.files
    return Snapshot({name: text for name, text in files.items() if name != DOCUMENTS_FILE})


def with_signed_defaults(facts: DisclosureFacts, record: Record) -> DisclosureFacts:
    """The facts with the questionnaire that was usual when they were signed, where the filer names none."""
    survey, signed = facts.survey, record.snapshot.facts
    own = survey.model_fields_set
    paths = {name: f"survey.{name}" for name in USUAL_TOOL if name not in own}
    kept = {name: signed[path] for name, path in paths.items() if path in signed}
    if all(getattr(survey, name) == value for name, value in kept.items()):
        return facts
    usual = survey.model_copy(update=kept)
    usual.model_fields_set.difference_update(kept)  # still not stated
    return facts.model_copy(update={"survey": usual})


def signed_text_is_as_written(record: Record, now: Snapshot) -> Iterator[Finding]:
    """SO-012: what this version of the program would write otherwise than the one with which was signed."""
    changes = written_otherwise(record.snapshot, now)
    if not changes:
        return
    shown = [_first_difference(one.before or "", one.after or "") for one in changes.sections[:1]]
    message = f"the program would now write other text than was signed: {what_changed(changes)}"
    message += "".join(f"; the first is {before}, now {after}" for before, after in shown)
    advice = (
        "Nothing need be done: the signed text stays. To take the new one in a year that is not published,"
        " delete the folders of the sign-offs in record and have it signed again; after that, amend it."
    )
    yield Finding(WRITTEN_OTHERWISE, message, LineRef(record.file), advice)


def _first_difference(before: str, after: str) -> tuple[str, str]:
    """The first place where the texts differ, with some words around it, quoted."""
    pairs = zip(before, after, strict=False)
    alike = next((at for at, (one, other) in enumerate(pairs) if one != other), min(len(before), len(after)))
    start = max(0, alike - _CONTEXT)
    return _quoted(before, start, alike), _quoted(after, start, alike)


def _quoted(text: str, start: int, at: int) -> str:
    return f"'…{' '.join(text[start : at + _CONTEXT].split())}…'"
