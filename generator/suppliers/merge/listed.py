"""From answers to a list: that of the four metals of the rule, or those of other minerals.

Both are made by the same steps, each of its own answers, lists and earlier rows alone. So nothing that an
EMRT or AMRT says can change a row, a status or a figure of the rule.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

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
from .keep import Kept, keep, places_of
from .left_out import kept_decisions, left_out_rows, perhaps_left_out, smelters_left_out, with_hints
from .merge import LeftOut, merge
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


def listed_of(part: Part, sources: Sources, aside: int = 0) -> Listed:
    """The list, whatever the order of the answers. ``aside``: how many files were set aside."""
    chosen = choose(part.answers)
    decisions, find_country, earlier = part.decisions, sources.countries.find_code, part.earlier
    directory = build_directory(part.reference, part.answers, part.lists, decisions.identifiers, part.foreign)
    plain = Resolver(
        directory, decisions.accepted, find_country, decisions.rejected, names_tell=part.is_of_rule
    )
    typed = typed_in(earlier, plain)
    standing = {place.key for place in places_of(earlier, plain)}
    resolver = Resolver(
        directory,
        decisions.accepted,
        find_country,
        decisions.rejected,
        earlier.typed | typed,
        standing,
        names_tell=part.is_of_rule,
    )
    matcher = StatusMatcher(part.lists, resolver, sources.statuses)
    places = places_of(earlier, resolver)
    deleted = deleted_from(earlier, (place.key for place in places))
    left_out = LeftOut(decisions.overrides, deleted)
    merged = merge(chosen.kept, chosen.replaced, resolver, left_out)
    last_year = keys_of(part.last_year, resolver)
    knows = Knowledge(directory, resolver, matcher, find_country, sources.embargoed, part.is_of_rule)
    smelters_out = smelters_left_out(left_out, resolver)
    suggestions = (
        *suggest(
            merged.groups, directory, resolver, decisions.rejected, find_country, left_out, smelters_out
        ),
        *of_other_metals(merged.aside, resolver),
    )
    by_keeping = kept_decisions(
        suggestions, deleted.keys() - earlier.left_out.keys(), standing, sources.shown
    )
    suggestions = tuple(one for one in suggestions if one not in by_keeping)
    perhaps = perhaps_left_out(merged.groups, suggestions, smelters_out, find_country, standing)
    rows = with_hints(assemble(merged.groups, knows, decisions.overrides, last_year), perhaps)

    def compute(identity: Identity) -> ListRow:
        return unreported_row(identity, knows, decisions.overrides)

    kept = keep(rows, earlier, places, compute, lambda identity: left_out.decision(identity) is not None)
    files = {"used": len(chosen.kept), "replaced": len(chosen.replaced), "aside": aside}
    counts = count(merged, kept.rows, files, len(kept.unreported), _minerals(part, kept.rows))
    _must_add_up(counts)
    reported = {row.key for row in rows}
    return Listed(
        chosen=chosen,
        reported=tuple(rows),
        kept=kept,
        counts=counts,
        suggestions=suggestions,
        decided=(*typed_decisions(typed, earlier, earlier.decisions), *by_keeping.values()),
        left_out=left_out_rows(merged.aside, deleted, resolver, left_out),
        perhaps=perhaps,
        aside=merged.aside,
        gone=tuple(f"{one.metal} '{one.name}'" for key, one in last_year.items() if key not in reported),
        matcher=matcher,
    )


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
