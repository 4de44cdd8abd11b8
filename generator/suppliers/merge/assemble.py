"""Groups of reports into the rows of the list: texts, status, flags, and what people overrode."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ...model import COVERED_COUNTRIES, Smelter, Status, StatusClass
from ...model.folding import fold
from ..decisions import Override
from ..minerals import mineral_order
from ..reconciled import Flag, FlagKind, Identity, ListRow
from .directory import Directory, FindCountry
from .merge import Group, aliases_of, country_of, flags_of, name_of, place_of, recycled_of
from .resolve import Resolver
from .statuses import StatusMatcher

_OVERRIDDEN = ("name", "country", "city", "state", "status", "status_as_of", "footnote")


@dataclass(frozen=True)
class Knowledge:
    """What rows are held against."""

    directory: Directory
    resolver: Resolver
    matcher: StatusMatcher
    find_country: FindCountry
    embargoed: Collection[str]
    """Codes of countries."""
    is_of_rule: bool = True
    """Whether the rows are for metals of the rule, which alone knows covered countries."""


def assemble(
    groups: Iterable[Group], knows: Knowledge, overrides: Sequence[Override], last_year: Mapping[str, Smelter]
) -> list[ListRow]:
    """The rows in the order of the annex: metal, then name. ``last_year`` by key; empty: there is none."""
    rows = [_row(group, knows, last_year) for group in groups]
    return in_annex_order(_overridden(row, overrides) for row in rows)


def in_annex_order(rows: Iterable[ListRow]) -> list[ListRow]:
    """The rows in the order of the published list."""
    return sorted(rows, key=annex_order)


def annex_order(row: ListRow) -> tuple[tuple[int, str], str, str]:
    """Key by which rows are sorted: mineral, name, and the key of the row where both are the same."""
    return mineral_order(row.metal), fold(row.name), row.key


def keys_of(smelters: Iterable[Smelter], resolver: Resolver) -> dict[str, Smelter]:
    """The rows of another year's list by their keys."""
    found: dict[str, Smelter] = {}
    for one in smelters:
        country = one.country.filed if one.country else ""
        identity = resolver.identity(one.metal, one.cid, one.name, country)
        found.setdefault(identity.key, one)
    return found


def unreported_row(identity: Identity, knows: Knowledge, overrides: Sequence[Override]) -> ListRow:
    """The row of a smelter that nobody reports, by what the lists say of it."""
    return _overridden(_row(Group(identity, (), (), ()), knows, {}), overrides)


def _row(group: Group, knows: Knowledge, last_year: Mapping[str, Smelter]) -> ListRow:
    identity = group.identity
    matched = knows.matcher.match(identity.key)
    country = country_of(group)
    city, state = place_of(group)
    flags = [*flags_of(group, knows.find_country), *matched.flags, *_of_country(country, knows)]
    flags += _against(last_year, identity.key, matched.label, knows.matcher)
    return ListRow(
        key=identity.key,
        metal=identity.metal,
        cid=identity.cid or "",
        name=name_of(group),
        aliases=aliases_of(group, knows.directory),
        country=country,
        city=city,
        state=state,
        status=matched.label,
        status_as_of=matched.as_of,
        recycled=recycled_of(group),
        footnote="",
        comment="",
        reported_by=tuple(dict.fromkeys(one.supplier for one in group.evidence)),
        flags=tuple(flags),
        evidence=group.evidence,
        former_keys=group.former_keys,
        is_known=identity.is_known,
    )


def _of_country(country: str, knows: Knowledge) -> Iterator[Flag]:
    code = knows.find_country(country)
    if code in COVERED_COUNTRIES and knows.is_of_rule:
        yield Flag(FlagKind.COVERED, country)
    if code in knows.embargoed:
        yield Flag(FlagKind.EMBARGO, country)


def _against(
    last_year: Mapping[str, Smelter], key: str, label: str, matcher: StatusMatcher
) -> Iterator[Flag]:
    """New since last year, or of another class: another word for the same class is no change."""
    if not last_year:
        return
    before = last_year.get(key)
    if before is None:
        yield Flag(FlagKind.NEW)
    elif before.status is not None and not _is_same(before.status, label, matcher):
        yield Flag(FlagKind.STATUS_CHANGED, f"{before.status.label} → {label}")


def _is_same(before: Status, label: str, matcher: StatusMatcher) -> bool:
    """Whether the class is the same; of statuses in the class ``other`` the words count."""
    now = matcher.class_of(label)
    if now is None or now is StatusClass.OTHER:
        return fold(before.label) == fold(label)
    return before.status_class is now


def _overridden(row: ListRow, overrides: Sequence[Override]) -> ListRow:
    for one in overrides:
        if one.metal == row.metal and fold(one.smelter) in {fold(row.cid), fold(row.name)} - {""}:
            row = _with(row, one)
    return row


def _with(row: ListRow, override: Override) -> ListRow:
    given = {name: getattr(override, name) for name in _OVERRIDDEN if getattr(override, name) is not None}
    if override.recycled is not None:
        given["recycled"] = "Yes" if override.recycled else "No"
    changed = [name for name, value in given.items() if getattr(row, name) != value]
    flags = [
        Flag(FlagKind.EDITED, f"{name} in decisions.yml, was '{getattr(row, name)}'") for name in changed
    ]
    return replace(row, **given, comment=override.comment or row.comment, flags=(*row.flags, *flags))
