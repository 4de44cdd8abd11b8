"""From answers to a list: that of the four metals of the rule, or those of other minerals.

Both are made by the same steps, each of its own answers, lists and earlier rows alone. So nothing that an
EMRT or AMRT says can change a row, a status or a figure of the rule.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from ...errors import DisclosureError
from ...model import Metal, Mineral, Smelter
from ..counts import Counts
from ..decisions import Decisions, SheetDecision
from ..declarations import Declaration
from ..earlier import EarlierList, LeftOutRow
from ..look_ups import LookUp, look_up_of
from ..minerals import is_of_rule, mineral_order
from ..reconciled import AsideRow, Identity, ListRow
from ..sources.reconcile_sources import Sources
from ..status_lists import StatusList
from ..suggestions import Suggestion
from .assemble import Knowledge, assemble, keys_of, unreported_row
from .choose import Chosen, choose
from .count import count
from .directory import build_directory
from .keep import Kept, Place, keep, places_of
from .left_out import kept_decisions, left_out_rows, perhaps_left_out, smelters_left_out, with_hints
from .merge import LeftOut, Merged, merge
from .resolve import Resolver
from .statuses import StatusMatcher
from .suggest import of_other_metals, suggest
from .typed import deleted_from, typed_decisions, typed_in


@dataclass(frozen=True)
class Part:
    """What one of the two is made of."""

    answers: tuple[Declaration, ...]
    reference: LookUp | None
    lists: tuple[StatusList, ...]
    decisions: Decisions
    earlier: EarlierList
    last_year: tuple[Smelter, ...]
    foreign: tuple[LookUp, ...] = ()
    """Look-ups of the metals of the rule, of which lists of other minerals know the identifiers."""
    is_of_rule: bool = True


@dataclass(frozen=True)
class Listed:
    """What comes of it."""

    chosen: Chosen
    reported: tuple[ListRow, ...]
    kept: Kept
    counts: Counts
    suggestions: tuple[Suggestion, ...]
    decided: tuple[SheetDecision, ...]
    left_out: tuple[LeftOutRow, ...]
    perhaps: Mapping[str, tuple[str, ...]]
    aside: tuple[AsideRow, ...]
    gone: tuple[str, ...]
    matcher: StatusMatcher


def of_rule(sources: Sources, declarations: Sequence[Declaration]) -> Part:
    """The four metals of the rule: CMRTs, and of every list the rows for these."""
    return Part(
        answers=tuple(one for one in declarations if one.is_cmrt),
        reference=_only(sources.reference, of_rule=True),
        lists=tuple(_rows(one, of_rule=True) for one in sources.lists),
        decisions=_decisions(sources.decisions, of_rule=True),
        earlier=sources.earlier.of_rule(),
        last_year=sources.last_year,
    )


def of_others(sources: Sources, declarations: Sequence[Declaration]) -> Part:
    """All other minerals: EMRTs, AMRTs and CRTs."""
    return Part(
        answers=tuple(one for one in declarations if not one.is_cmrt),
        reference=_only(sources.reference, of_rule=False),
        lists=tuple(_rows(one, of_rule=False) for one in sources.lists),
        decisions=_decisions(sources.decisions, of_rule=False),
        earlier=sources.earlier.of_others(),
        last_year=sources.others_last_year,
        foreign=tuple({one.look_up.digest: one.look_up for one in declarations if one.is_cmrt}.values()),
        is_of_rule=False,
    )


def _only(reference: LookUp | None, *, of_rule: bool) -> LookUp | None:
    """The rows of the newest list that belong here; the list itself where all do, None where none does."""
    rows = [one for one in reference.rows if is_of_rule(one.metal) is of_rule] if reference else []
    if reference is None or len(rows) == len(reference.rows):
        return reference
    return look_up_of(reference.digest, rows) if rows else None


def _rows(listed: StatusList, *, of_rule: bool) -> StatusList:
    return replace(listed, rows=tuple(row for row in listed.rows if is_of_rule(row.metal) is of_rule))


def _decisions(decisions: Decisions, *, of_rule: bool) -> Decisions:
    return decisions.model_copy(
        update={
            name: tuple(one for one in getattr(decisions, name) if is_of_rule(one.metal) is of_rule)
            for name in ("accepted", "rejected", "overrides")
        }
    )


@dataclass(frozen=True)
class _Known:
    """What is known before answers are merged: from lists, and from what people did to the earlier list."""

    knows: Knowledge
    typed: Mapping[str, str]
    """Key of a row to the identifier that a person typed into it since."""
    standing: Collection[str]
    """Keys of the rows that stand in the earlier list."""
    places: Sequence[Place]
    left_out: LeftOut


def listed_of(part: Part, sources: Sources, aside: int = 0) -> Listed:
    """The list, whatever the order of the answers. ``aside``: how many files were set aside.

    Raises DisclosureError where its figures do not add up.
    """
    chosen = choose(part.answers)
    known = _known(part, sources)
    knows, left_out, overrides = known.knows, known.left_out, part.decisions.overrides
    merged = merge(chosen.kept, chosen.replaced, knows.resolver, left_out)
    smelters_out = smelters_left_out(left_out, knows.resolver)
    suggestions, by_keeping = _suggestions(part, known, merged, smelters_out, sources.shown)
    perhaps = perhaps_left_out(merged.groups, suggestions, smelters_out, knows.find_country, known.standing)
    last_year = keys_of(part.last_year, knows.resolver)
    rows = with_hints(assemble(merged.groups, knows, overrides, last_year), perhaps)

    def compute(identity: Identity) -> ListRow:
        return unreported_row(identity, knows, overrides)

    kept = keep(rows, part.earlier, known.places, compute, lambda one: left_out.decision(one) is not None)
    files = {"used": len(chosen.kept), "replaced": len(chosen.replaced), "aside": aside}
    counts = count(merged, kept.rows, files, len(kept.unreported), _minerals(part, kept.rows))
    _must_add_up(counts)
    typed = typed_decisions(known.typed, part.earlier, part.earlier.decisions)
    reported = {row.key for row in rows}
    return Listed(
        chosen=chosen,
        reported=tuple(rows),
        kept=kept,
        counts=counts,
        suggestions=suggestions,
        decided=(*typed, *by_keeping.values()),
        left_out=left_out_rows(merged.aside, left_out.deleted, knows.resolver, left_out),
        perhaps=perhaps,
        aside=merged.aside,
        gone=tuple(f"{one.metal} '{one.name}'" for key, one in last_year.items() if key not in reported),
        matcher=knows.matcher,
    )


def _known(part: Part, sources: Sources) -> _Known:
    """What can be known of the answers without merging them.

    A first resolver, of lists and decisions alone, tells which rows stand and what was typed into them; the
    second one knows both, and resolves the answers.
    """
    decisions, find_country, earlier = part.decisions, sources.countries.find_code, part.earlier
    directory = build_directory(part.reference, part.answers, part.lists, decisions.identifiers, part.foreign)
    resolver_with = partial(
        Resolver,
        directory,
        decisions.accepted,
        find_country,
        decisions.rejected,
        names_tell=part.is_of_rule,
    )
    plain = resolver_with()
    typed = typed_in(earlier, plain)
    standing = {place.key for place in places_of(earlier, plain)}
    resolver = resolver_with(earlier.typed | typed, standing)
    matcher = StatusMatcher(part.lists, resolver, sources.statuses)
    places = places_of(earlier, resolver)
    return _Known(
        knows=Knowledge(directory, resolver, matcher, find_country, sources.embargoed, part.is_of_rule),
        typed=typed,
        standing=standing,
        places=places,
        left_out=LeftOut(decisions.overrides, deleted_from(earlier, (place.key for place in places))),
    )


def _suggestions(
    part: Part, known: _Known, merged: Merged, smelters_out: Sequence[Identity], shown: str
) -> tuple[tuple[Suggestion, ...], dict[Suggestion, SheetDecision]]:
    """What a person is asked, and what one has decided by deleting one of two rows that are alike."""
    knows, left_out = known.knows, known.left_out
    every = (
        *suggest(
            merged.groups,
            knows.directory,
            knows.resolver,
            part.decisions.rejected,
            knows.find_country,
            left_out,
            smelters_out,
        ),
        *of_other_metals(merged.aside, knows.resolver),
    )
    deleted_now = left_out.deleted.keys() - part.earlier.left_out.keys()
    by_keeping = kept_decisions(every, deleted_now, known.standing, shown)
    return tuple(one for one in every if one not in by_keeping), by_keeping


def _must_add_up(counts: Counts) -> None:
    """Raises DisclosureError where a row that was read may be missing from the list."""
    if counts.adds_up:
        return
    figures = replace(counts, by_supplier={})  # a report names no supplier
    raise DisclosureError(
        "The figures do not add up: a row that was read may be missing from the list. This is a fault of"
        f" the program, not of the answers. Please report this, with these figures: {figures}"
    )


def _minerals(part: Part, rows: Sequence[ListRow]) -> tuple[Mineral, ...]:
    """The minerals of which figures speak: all four of the rule, and of others those that there are."""
    if part.is_of_rule:
        return tuple(Metal)
    found = {row.metal for row in rows}
    named = {row.entry.metal for one in part.answers for row in one.rows}
    found |= {metal for metal in named if metal and not is_of_rule(metal)}
    return tuple(sorted(found, key=mineral_order))
