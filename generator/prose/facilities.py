"""The facilities of a year and their parts, as templates of prose and pages name them.

A template reads ``{{ facilities.gold.conformant.total }}``; the number comes from the list, or is the one
that the filing states.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Metal, Mineral, Smelter, Status, StatusClass, percent
from .facility_source import Source, Step
from .fact_values import FactInt, Facts, FactStr

LISTED = "listed facilities"
"""What the rows of a list are called in a sentence."""


class Facilities(Facts):
    """A named subset of the facilities. It counts annex rows: a facility for one metal.

    Where the filer gives no list, or one without statuses, the numbers are those that the filing states
    (``counts``); a number that neither gives is None. Subsets of a subset: ``facilities.gold.conformant``.
    ``words`` names the subset in a sentence.
    """

    def __init__(
        self,
        path: str,
        rows: Sequence[Smelter],
        words: str,
        source: Source,
        metal: Metal | None = None,
        labels: frozenset[str] | None = None,
        *,
        is_countable: bool = True,
        steps: tuple[Step, ...] = (),
    ) -> None:
        super().__init__(path)
        self.rows = tuple(rows)
        self.steps = steps
        self._words = words
        self._source = source
        self._metal_key, self._labels = metal, labels
        self._is_countable = is_countable
        """Whether the list, or a stated count, can say how many they are."""

    @property
    def words(self) -> str:
        """Names them after their number, for example ``listed facilities for gold``.

        A number that the filing states of more or others than are listed has the filing's word for them.
        """
        return self._words if self.unit is None else self._words.replace(LISTED, self.unit, 1)

    @property
    def unit(self) -> str | None:
        """The filing's word for what it counts; None where the rows of a list are counted."""
        source = self._source
        if self._rows_tell or source.counts is None:
            return None
        if source.has_list and source.counts.total in (None, source.listed):
            return None
        return source.counts.unit

    @property
    def listed(self) -> bool:
        """Whether the filer gives a list."""
        return self._source.has_list

    @property
    def gives_status(self) -> bool:
        """Whether statuses are known, from the list or from stated counts."""
        counts = self._source.counts
        return self._source.has_status or bool(counts and (counts.by_status or counts.by_metal_and_status))

    @property
    def gives_country(self) -> bool:
        """Whether the list gives countries."""
        return self._source.has_country

    @property
    def total(self) -> FactInt | None:
        """Annex rows, else the number that the filing states; missing where neither says."""
        number = self.number
        return None if number is None else self._count("total", number)

    @property
    def total_in_words(self) -> FactStr | None:
        """The number that the filing states of all of them, where it is not exact; missing elsewhere."""
        counts = self._source.counts
        is_all = self._is_countable and self._labels is None and self._metal_key is None
        words = counts.total_in_words if counts and is_all else None
        return None if words is None else FactStr(words, "counts.total")

    @property
    def number(self) -> int | None:
        """``total`` as a plain number."""
        source = self._source
        rows_tell = source.has_list and (self._labels is None or source.has_status)
        if rows_tell:
            return len(self.rows) if self._is_countable else None
        if source.counts is None or not self._is_countable:
            return None
        return source.counts.of(self._metal_key, self._labels)

    @property
    def distinct_names(self) -> FactInt | None:
        """Distinct facility names, compared without regard to case; missing without a list."""
        return self._count("distinct_names", len(self._names())) if self._rows_tell else None

    @property
    def under_several_metals(self) -> FactInt | None:
        """Distinct names that stand under more than one metal; missing without a list."""
        if not self._rows_tell:
            return None
        several = [name for name, metals in self._names().items() if len(metals) > 1]
        return self._count("under_several_metals", len(several))

    @property
    def countries(self) -> FactInt | None:
        """Distinct countries in which they stand, as far as known; missing where the list gives none."""
        if not self._rows_tell or not self._source.has_country:
            return None
        known = {row.country.name for row in self.rows if row.country and row.country.code}
        return self._count("countries", len(known))

    @property
    def without_country(self) -> FactInt | None:
        """Rows for which no country is given or known; missing where the list gives none at all."""
        if not self._rows_tell or not self._source.has_country:
            return None
        return self._count("without_country", sum(not _is_known(row) for row in self.rows))

    @property
    def without_status(self) -> FactInt | None:
        """Rows for which no status is given; missing where the list gives none at all."""
        if not self._rows_tell or not self._source.has_status:
            return None
        return self._count("without_status", sum(row.status is None for row in self.rows))

    def share_of(self, whole: Facilities) -> FactStr | None:
        """Share in ``whole``, for example ``79.5%``; missing where one of the two numbers is not known.

        Rows of all statuses count there, and rows without one. A stated number is a share of a stated one.
        """
        part, all_of_it = self.number, whole_of(self, whole)
        if part is None or all_of_it is None:
            return None
        return FactStr(percent(part, all_of_it), self._at(f"share_of({whole.path})"))

    @property
    def gold(self) -> Facilities:
        return self._metal(Metal.GOLD)

    @property
    def tantalum(self) -> Facilities:
        return self._metal(Metal.TANTALUM)

    @property
    def tin(self) -> Facilities:
        return self._metal(Metal.TIN)

    @property
    def tungsten(self) -> Facilities:
        return self._metal(Metal.TUNGSTEN)

    @property
    def conformant(self) -> Facilities:
        return self._class(StatusClass.CONFORMANT)

    @property
    def active(self) -> Facilities:
        return self._class(StatusClass.ACTIVE)

    @property
    def indeterminable(self) -> Facilities:
        return self._class(StatusClass.INDETERMINABLE)

    @property
    def not_conformant(self) -> Facilities:
        return self._class(StatusClass.NOT_CONFORMANT)

    @property
    def not_enrolled(self) -> Facilities:
        return self._class(StatusClass.NOT_ENROLLED)

    @property
    def other(self) -> Facilities:
        return self._class(StatusClass.OTHER)

    @property
    def in_covered_countries(self) -> Facilities:
        rows = [row for row in self.rows if row.country is not None and row.country.is_covered]
        return self._by_country(
            "in_covered_countries", rows, f"{self.words} in a covered country", "in-covered-country"
        )

    @property
    def in_high_risk_areas(self) -> Facilities | None:
        """Those in a country of the list that the filer states; None where no list is stated."""
        high_risk = self._source.high_risk
        if high_risk is None:
            return None
        rows = [row for row in self.rows if row.country is not None and row.country.code in high_risk]
        return self._by_country(
            "in_high_risk_areas", rows, f"{self.words} in a high-risk area", "in-high-risk-area"
        )

    def of_metal(self, metal: Metal) -> Facilities:
        return self._metal(metal)

    def of_status(self, status: Status) -> Facilities:
        rows = [row for row in self.rows if row.status == status]
        words = f"{self.words} with the status “{status.label}”"
        step = Step("with-status", (status.label,))
        return self._part(
            f"of_status({status.label})", rows, words, step, self._metal_key, self._of_labels({status.label})
        )

    def _metal(self, metal: Metal) -> Facilities:
        rows = [row for row in self.rows if row.metal is metal]
        is_other = self._metal_key not in (None, metal) and not self._source.has_list
        words = f"{self.words} for {metal.lower()}"
        step = Step("for-metal", (metal.lower(),))
        return self._part(metal.name.lower(), rows, words, step, metal, self._labels, is_other=is_other)

    def _class(self, status_class: StatusClass) -> Facilities:
        rows = [row for row in self.rows if row.status and row.status.status_class is status_class]
        labels = [s.label for s in self._source.statuses if s.status_class is status_class]
        named = " or ".join(f"“{label}”" for label in labels) or f"“{status_class.replace('_', ' ')}”"
        words = f"{self.words} with the status {named}"
        step = Step("with-status", tuple(labels) or (status_class.replace("_", " "),))
        return self._part(
            status_class.value, rows, words, step, self._metal_key, self._of_labels(set(labels))
        )

    def _of_labels(self, labels: set[str]) -> frozenset[str]:
        return frozenset(labels if self._labels is None else labels & self._labels)

    def _part(
        self,
        name: str,
        rows: Sequence[Smelter],
        words: str,
        step: Step,
        metal: Metal | None,
        labels: frozenset[str] | None,
        *,
        is_other: bool = False,
    ) -> Facilities:
        """``is_other``: neither the list nor a stated count can say how many they are."""
        countable = self._is_countable and not is_other
        return Facilities(
            self._at(name),
            rows,
            words,
            self._source,
            metal,
            labels,
            is_countable=countable,
            steps=(*self.steps, step),
        )

    def _by_country(self, name: str, rows: Sequence[Smelter], words: str, case: str) -> Facilities:
        """A part that only a list with countries can tell; its number is None elsewhere."""
        is_other = not (self._source.has_list and self._source.has_country)
        return self._part(name, rows, words, Step(case), self._metal_key, self._labels, is_other=is_other)

    @property
    def _rows_tell(self) -> bool:
        return self._source.has_list and (self._labels is None or self._source.has_status)

    def _names(self) -> dict[str, set[Mineral]]:
        """Distinct names, without regard to case, and the minerals under which each stands."""
        metals: dict[str, set[Mineral]] = {}
        for row in filter(lambda row: row.name, self.rows):
            metals.setdefault(row.name.casefold(), set()).add(row.metal)
        return metals


def whole_of(part: Facilities, whole: Facilities) -> FactInt | None:
    """The number of which that of ``part`` is a share; None where it is not known.

    Where the filing states the one, the total that it states is meant, since a list may hold fewer or others.
    """
    number, counts = part.number, part._source.counts
    if counts is None or part._rows_tell or not whole._rows_tell:
        return whole.total
    stated = counts.total_of(whole._metal_key) if whole._labels is None else None
    if stated is not None:
        return FactInt(stated, f"{whole.path}.total")
    is_whole = number is not None and number <= len(whole.rows)
    return whole.total if is_whole else None


def _is_known(row: Smelter) -> bool:
    """Whether a row says in which country the facility stands, by a name that has a code."""
    return row.country is not None and row.country.code is not None
