"""Everything that is known about smelters: the newest list, older look-ups, status lists.

The newest list decides names and countries. Older look-ups add names and identifiers that were renamed or
withdrawn since; status lists add what no look-up has.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field

from ...model import Metal, Mineral
from ...model.folding import fold
from ..declarations import Declaration
from ..look_ups import LookUp
from ..status_lists import StatusList
from ..templates import TemplateKind

FindCountry = Callable[[str], str | None]
"""Code of a country by any of its spellings; None where it is not known."""


@dataclass(frozen=True, slots=True)
class Known:
    """A smelter by its newest entry."""

    metal: Mineral
    cid: str | None
    name: str
    country: str
    city: str
    state: str
    is_withdrawn: bool
    """In an older look-up only, although the newest list has others of that kind."""


@dataclass
class Directory:
    """Smelters by identifier and by name."""

    by_cid: dict[tuple[Mineral, str], Known] = field(default_factory=dict)
    by_name: dict[tuple[Mineral, str], Known] = field(default_factory=dict)
    """(metal, folded name or alias); the newest list that has the name decides."""
    metals_of: dict[str, set[Mineral]] = field(default_factory=dict)
    old_ids: dict[str, str] = field(default_factory=dict)
    """Old identifier to the CID that holds now."""
    alias_names: set[tuple[Mineral, str]] = field(default_factory=set)
    """Names as lists spell them: only these may be published as other names."""

    def find(self, metal: Mineral, cid: str | None, name: str) -> Known | None:
        """By identifier, else by name."""
        return self.by_cid.get((metal, cid)) if cid else self.by_name.get((metal, fold(name)))


def build_directory(
    reference: LookUp | None,
    declarations: Sequence[Declaration],
    lists: Iterable[StatusList],
    identifiers: dict[str, str],
    foreign: Iterable[LookUp] = (),
) -> Directory:
    """``reference`` None: the look-up of the newest template among the declarations is the newest list.

    ``foreign``: look-ups of which only the identifiers are known, as those of other minerals.
    """
    directory = Directory()
    seen: set[Mineral] = set(Metal)
    for number, look_up in enumerate(_newest_first(reference, declarations)):
        newest = {row.metal for row in look_up.rows}
        _add_look_up(directory, look_up, newest if number == 0 else newest - seen)
        seen |= newest
    for listed in lists:
        _add_status_list(directory, listed)
    for look_up in foreign:
        for cid, row in look_up.by_cid.items():
            directory.metals_of.setdefault(cid, set()).add(row.metal)
    directory.old_ids |= identifiers
    return directory


def _newest_first(reference: LookUp | None, declarations: Sequence[Declaration]) -> list[LookUp]:
    """Each look-up once, by the highest version that carries it; equal versions by their content."""
    versions: dict[str, tuple[bool, tuple[int, int, str]]] = {}
    look_ups: dict[str, LookUp] = {}
    for declaration in declarations:
        look_up = declaration.look_up
        if look_up.digest:
            template = declaration.template  # the EMRT has taken the place of the CRT
            number = (template.kind is not TemplateKind.CRT, template.number)
            versions[look_up.digest] = max(number, versions.get(look_up.digest, number))
            if look_up.rows:
                look_ups[look_up.digest] = look_up
    ordered = sorted(look_ups, key=lambda digest: (versions[digest], digest), reverse=True)
    rest = [look_ups[digest] for digest in ordered if reference is None or digest != reference.digest]
    return [*([reference] if reference else []), *rest]


def _add_look_up(directory: Directory, look_up: LookUp, newest: Collection[Mineral]) -> None:
    """``newest``: the minerals of which this is the newest list; EMRT and AMRT have their own."""
    for row in look_up.rows:
        if not row.standard_name or (not row.cid and not row.country):
            continue
        known = directory.find(row.metal, row.cid, row.standard_name)
        if known is None:
            is_old = row.metal not in newest
            known = Known(
                row.metal, row.cid or None, row.standard_name, row.country, row.city, row.state, is_old
            )
        _add(directory, known, (row.name, row.standard_name))
        if row.old_id and row.cid:
            directory.old_ids.setdefault(row.old_id, row.cid)


def _add_status_list(directory: Directory, listed: StatusList) -> None:
    for row in listed.rows:
        known = directory.find(row.metal, row.cid, row.name)
        if known is None:
            known = Known(row.metal, row.cid, row.name, row.country, "", "", False)
        _add(directory, known, (row.name,))


def _add(directory: Directory, known: Known, names: Iterable[str]) -> None:
    if known.cid:
        directory.by_cid.setdefault((known.metal, known.cid), known)
        directory.metals_of.setdefault(known.cid, set()).add(known.metal)
    for name in names:
        if name:
            directory.by_name.setdefault((known.metal, fold(name)), known)
            directory.alias_names.add((known.metal, name))
