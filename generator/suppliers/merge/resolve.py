"""Which smelter a reported row is: by identifier, by a name that a list has, or by a person's decision.

Nothing here guesses: a name counts where a list has exactly it, apart from case, accents and punctuation.
Rows of different metals never meet.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from ...countries.no_facility import NoFacility, why_no_facility
from ...model import UNKNOWN_COUNTRY, Mineral, is_cid
from ...model.folding import fold
from ...model.row_keys import row_key
from ..decisions import Match
from ..declarations import Choice, SmelterEntry
from ..identifiers import identifier_in, is_only_identifiers
from ..reconciled import AsideReason, Flag, FlagKind, Identity, Means
from .directory import Directory, FindCountry, Known
from .names import essence


@dataclass(frozen=True, slots=True)
class Resolved:
    """What became of a row: its identity, or the reason why it has none."""

    identity: Identity | None
    means: Means = Means.UNLISTED
    flags: tuple[Flag, ...] = ()
    reason: AsideReason | None = None
    former_key: str = ""
    """The key without the person's decision; empty where no decision was used."""
    meant: Identity | None = None
    """The smelter of another metal that the row names, where it is held back for a person to decide."""
    held: Identity | None = None
    """What the row would be, were it not held back."""


class Resolver:
    """Resolves rows; rows that say the same are looked up once."""

    def __init__(
        self,
        directory: Directory,
        accepted: Iterable[Match],
        find_country: FindCountry,
        rejected: Iterable[Match] = (),
        typed: Mapping[str, str] | None = None,
        standing: Collection[str] = (),
        *,
        names_tell: bool = True,
    ) -> None:
        """``typed``: key of a row to the identifier that a person typed into it.
        ``standing``: keys of rows of the list. What people left there is not held back by its name; nor is
        anything where works that make one mineral make others too (``names_tell`` False).
        """
        self._names_tell = names_tell
        self._typed = typed or {}
        self._standing = {*standing, *self._typed}
        self._directory = directory
        self._find_country = find_country
        self._essences = {
            (metal, known.cid, essence(name)) for (metal, name), known in directory.by_name.items()
        }
        self._alike = _by_essence(directory)
        self._rejected = {(one.metal, fold(one.name), fold(one.same_as)) for one in rejected}
        self._accepted: dict[tuple[Mineral, str, str | None], Match] = {}
        for match in accepted:
            country = self._place(match.country) if match.country else None
            self._accepted.setdefault((match.metal, fold(match.name), country), match)
        self._seen: dict[tuple[object, ...], Resolved] = {}

    def resolve(self, entry: SmelterEntry) -> Resolved:
        """The smelter of a row of a supplier's list."""
        says = (entry.metal, entry.cid, entry.reported_id, entry.name, entry.country, entry.choice)
        found = self._seen.get(says)
        if found is None:
            found = self._seen[says] = self._as_typed(self._resolve(entry), entry.country)
        return found

    def _as_typed(self, found: Resolved, country: str) -> Resolved:
        """The smelter of the identifier that a person typed into the row to which the report leads."""
        here = found.identity
        cid = self._typed.get(here.key) if here else None
        if here is None or cid is None:
            return found
        identity = self.identity(here.metal, cid, here.name, country)
        if identity.key == here.key:
            return found
        return Resolved(identity, Means.DECISION, self._doubts(identity), former_key=here.key)

    def _doubts(self, identity: Identity) -> tuple[Flag, ...]:
        """What is to be looked at in an identifier that a person gave."""
        if identity.is_known or identity.cid is None:
            return ()
        foreign = self._foreign(identity.cid, identity.metal)
        return foreign or (Flag(FlagKind.UNKNOWN_CID, identity.cid),)

    def identity(self, metal: Mineral, cid: str | None, name: str, country: str) -> Identity:
        """The smelter of a row that is no supplier's: of a status list, or of last year's list."""
        known = self._directory.find(metal, self._directory.old_ids.get(cid or "", cid), name)
        if known is not None:
            return self._known(known)
        return self._unlisted(metal, cid, name, country)

    def find_cid(self, text: str) -> str | None:
        """The CID that a person means: as typed, or by its old identifier; None where it is none."""
        plain = re.sub(r"[\s_-]", "", text).upper()
        old_ids = self._directory.old_ids
        return old_ids.get(text) or old_ids.get(plain) or (plain if is_cid(plain) else None)

    def _resolve(self, entry: SmelterEntry) -> Resolved:
        cid, old = self._identifier(entry)
        metal = entry.metal or self._only_metal(cid)
        if metal is None:
            return Resolved(None, reason=AsideReason.NO_METAL)
        if cid is not None:
            by_cid = self._directory.by_cid.get((metal, cid))
            if by_cid is not None:
                return self._by_identifier(by_cid, old)
        why = why_no_facility(entry.name, self._find_country)
        if why is None and (is_only_identifiers(entry.name) or identifier_in(entry.name)):
            why = NoFacility.NUMBER
        nameless = why is not None
        if why is not None and cid is None:
            return Resolved(None, reason=_reason(entry, why))
        foreign = self._foreign(cid, metal)
        if foreign and cid and (others := self._of_other_metal(entry, cid, nameless)):
            own = replace(self._unlisted(metal, None, entry.name or cid, entry.country), cid=cid)
            held = self._held_back(entry, own, others, AsideReason.OTHER_METAL, f"{metal} {cid}")
            if held is not None:
                return held
        if foreign and why is not None:
            return Resolved(None, reason=_reason(entry, why))
        without = self._without_decision(entry, metal, None if foreign else cid, nameless)
        if self._names_tell and cid is None and without.identity and not without.identity.is_known:
            held = self._held_back_by_name(entry, without.identity)
            if held is not None:
                return held
            without = self._with_other_metals(entry, without)
        decided = None if nameless else self._decided(entry, metal, without)
        found = decided or without
        return Resolved(found.identity, found.means, (*foreign, *found.flags), None, found.former_key)

    def _identifier(self, entry: SmelterEntry) -> tuple[str | None, bool]:
        """The CID of a row, and whether it stands there as an old one."""
        old_ids = self._directory.old_ids
        for text in (entry.cid or "", entry.reported_id, entry.reported_id.upper()):
            if text in old_ids:
                return old_ids[text], True
        if entry.cid:
            return entry.cid, False
        plain = re.sub(r"[\s_-]", "", entry.reported_id).upper()
        if is_cid(plain):
            return plain, False
        return (identifier_in(entry.name), False)

    def _only_metal(self, cid: str | None) -> Mineral | None:
        metals = self._directory.metals_of.get(cid or "", set())
        known = [one for one in metals if (one, cid) in self._directory.by_cid]
        return known[0] if len(metals) == len(known) == 1 else None

    def _by_identifier(self, known: Known, old: bool) -> Resolved:
        means = Means.OLD_IDENTIFIER if old else Means.IDENTIFIER
        return Resolved(self._known(known), means, _withdrawn(known))

    def _foreign(self, cid: str | None, metal: Mineral) -> tuple[Flag, ...]:
        """A flag where the identifier is known, of another metal only."""
        metals = self._directory.metals_of.get(cid or "", set())
        if not metals or metal in metals:
            return ()
        return (Flag(FlagKind.FOREIGN_CID, f"{cid} belongs to {', '.join(sorted(metals))}"),)

    def _of_other_metal(self, entry: SmelterEntry, cid: str, nameless: bool) -> Known | None:
        """The smelter that the row names in all but the metal; None where something else differs.

        A name may differ in its legal form, since a person decides; without a name the identifier says all.
        A name that a list has for the row's metal too speaks for that metal.
        """
        if entry.metal and (entry.metal, fold(entry.name)) in self._directory.by_name:
            return None
        metals = sorted(self._directory.metals_of.get(cid, ()))
        for known in filter(None, (self._directory.by_cid.get((one, cid)) for one in metals)):
            codes = {self._code(one) for one in (entry.country, known.country)} - {None, ""}
            is_named = (known.metal, cid, essence(entry.name)) in self._essences
            if nameless or (is_named and len(codes) <= 1):
                return known
        return None

    def _held_back_by_name(self, entry: SmelterEntry, own: Identity) -> Resolved | None:
        """A row without an identifier whose name and country the lists have for one smelter of another metal.

        None where more than one can be meant, or a name of the row's own metal is alike.
        """
        others = self._alike.get(essence(entry.name), {})
        if own.metal in others or own.key in self._standing:
            return None
        named = (self._directory.by_name.get((metal, fold(entry.name))) for metal in others)
        code = self._code(entry.country)
        exact = [one for one in named if one and one.country and self._code(one.country) == code]
        if len(exact) != 1:
            return None
        return self._held_back(entry, own, exact[0], AsideReason.NAME_OF_OTHER_METAL, own.key)

    def _with_other_metals(self, entry: SmelterEntry, found: Resolved) -> Resolved:
        """The row with a flag for each other metal for which the lists have its name, and not for its own."""
        others = self._alike.get(essence(entry.name), {})
        if entry.metal in others:
            return found
        flags = [
            Flag(FlagKind.FOREIGN_NAME, f"'{one.name}' is listed for {one.metal}") for one in others.values()
        ]
        return replace(found, flags=(*flags, *found.flags))

    def _held_back(
        self, entry: SmelterEntry, own: Identity, known: Known, reason: AsideReason, former: str
    ) -> Resolved | None:
        """Held back for a person to decide; None once one said that it is another smelter.

        ``former``: the key under which it would stand, as a suggestion has it.
        """
        meant = self._known(known)
        match = self._accepted_for(entry, own.metal)
        if match and fold(match.same_as) in (fold(known.cid or ""), fold(known.name)):
            return Resolved(meant, Means.DECISION, former_key=former)
        here = (own.metal, fold(entry.name))
        if match or {(*here, fold(known.cid or "")), (*here, fold(known.name))} & self._rejected:
            return None
        return Resolved(None, reason=reason, meant=meant, held=own)

    def _accepted_for(self, entry: SmelterEntry, metal: Mineral) -> Match | None:
        """What a person said that a name is: for its country, else for every one."""
        here = (metal, fold(entry.name))
        return self._accepted.get((*here, self._place(entry.country))) or self._accepted.get((*here, None))

    def _decided(self, entry: SmelterEntry, metal: Mineral, without: Resolved) -> Resolved | None:
        match = self._accepted_for(entry, metal)
        if match is None or without.identity is None:
            return None
        if is_cid(match.same_as):
            identity = self.identity(metal, match.same_as, entry.name, entry.country)
        else:
            identity = self.identity(metal, None, match.same_as, match.its_country or entry.country)
        former = without.identity.key if without.identity.key != identity.key else ""
        return Resolved(identity, Means.DECISION, self._doubts(identity), former_key=former)

    def _without_decision(
        self, entry: SmelterEntry, metal: Mineral, cid: str | None, nameless: bool
    ) -> Resolved:
        if cid is not None:
            identity = self._unlisted(metal, cid, "" if nameless else entry.name, entry.country)
            flag = Flag(FlagKind.UNKNOWN_CID, cid)
            return Resolved(identity, Means.UNKNOWN_IDENTIFIER, (flag,))
        known = self._directory.by_name.get((metal, fold(entry.name)))
        if known is not None:
            return Resolved(self._known(known), Means.NAME, _withdrawn(known))
        return Resolved(self._unlisted(metal, None, entry.name, entry.country), Means.UNLISTED)

    def _known(self, known: Known) -> Identity:
        key = self._key(known.metal, known.cid, known.name, known.country)
        return Identity(
            key, known.metal, known.cid, known.name, known.country, known.city, known.state, is_known=True
        )

    def _unlisted(self, metal: Mineral, cid: str | None, name: str, country: str) -> Identity:
        key = self._key(metal, cid, name, country)
        return Identity(key, metal, cid, name, "", "", "", is_known=False)

    def _key(self, metal: Mineral, cid: str | None, name: str, country: str) -> str:
        return row_key(metal, cid, name, self._code(country))

    def _place(self, country: str) -> str:
        """The country by which a decision is found: a review shows a missing one as ``Unknown``."""
        return "" if fold(country) == fold(UNKNOWN_COUNTRY) else self._code(country)

    def _code(self, country: str) -> str:
        """Code of a country, else its folded name, so that two unknown spellings stay apart."""
        return (self._find_country(country) or fold(country)) if country else ""


def _by_essence(directory: Directory) -> dict[str, dict[Mineral, Known]]:
    """What is telling in a name to the first smelter of each metal that has it."""
    found: dict[str, dict[Mineral, Known]] = {}
    for (metal, name), known in sorted(directory.by_name.items(), key=lambda item: item[0]):
        found.setdefault(essence(name), {}).setdefault(metal, known)
    return found


def _withdrawn(known: Known) -> tuple[Flag, ...]:
    return (Flag(FlagKind.WITHDRAWN, "not in the newest list"),) if known.is_withdrawn else ()


def _reason(entry: SmelterEntry, why: NoFacility) -> AsideReason:
    """Why a row without an identifier is set aside."""
    if why is not NoFacility.PLACEHOLDER:
        return AsideReason.NO_FACILITY
    identified = entry.choice is Choice.NOT_IDENTIFIED or bool(entry.name)
    return AsideReason.NOT_IDENTIFIED if identified else AsideReason.NO_NAME
