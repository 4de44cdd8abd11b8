"""Finds the facility table of a filed document by what its cells hold, whatever the order of its columns.

Filers name columns as they like, leave headings out, put the metal into a heading of its own or write
``Gold (Au)``, and tell the status by asterisks. Many give neither countries nor identifiers: then a heading
must say that names of smelters stand below it. Source: facility lists of 128 filers.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..countries.table import CountryTable
from ..model import BOLD, UNMARKED, Metal, Mineral, OtherMineral, Status, StatusClass
from ..model.folding import fold
from ..model.words import CLASS_WORDS, metal_of
from .filed_blocks import Block, FiledCell
from .places import Places
from .values import FiledRow

_HEADING_WORDS = frozenset({
    "a", "and", "facilities", "facility", "for", "list", "listed", "metal", "mineral", "of", "or",
    "processors", "refineries", "refiner", "refiners", "refinery", "rows", "smelter", "smelters", "the",
})  # fmt: skip
_STATUS_HEADING_WORDS = frozenset({"as", "is", "no", "rmap", "rmi", "status", "with", "y", "yes", "n"})
"""Words that stand beside a status in a heading over the facilities that have it."""
_CID = re.compile(r"CID ?\d{6}", re.IGNORECASE)
_IDENTIFIER = re.compile(r"(?=.*\d)[A-Z0-9][A-Z0-9 ./-]{2,15}", re.IGNORECASE)
"""One of another scheme, or of earlier years; only below a heading that says so."""
_TICK = re.compile(r"[✓✔☑☒√•●xX*]|yes", re.IGNORECASE)
"""What stands in a column whose heading is a status."""
_NO = re.compile(r"no|n|[-–—]", re.IGNORECASE)
_YES_OR_NO = re.compile(r"yes|no", re.IGNORECASE)
_NAME_HEADING = frozenset({
    "a", "and", "company", "facility", "list", "listed", "name", "names", "of", "or", "processor", "refiner",
    "refiners", "refinery", "refineries", "smelter", "smelters", "sor", "sors", "the",
})  # fmt: skip
"""Words of a heading that stands alone over names."""
_MARKS = re.compile(r"(.*?)\s*((?:\*|†|‡|§|#|\^)+)")
_LEGEND = re.compile(r"\(?(\*+|†+|‡+|§+|#+|\^+|\d{1,2}|[a-z])\)?\s*[-–—:=.)]*\s+(.{3,})", re.IGNORECASE)

_OF_FACILITIES = re.compile(r"smelter|refiner|facilit|processor|\bsors?\b|^(?:company )?names?$")
"""A heading below which smelters stand, and not products or suppliers."""

_HINTS = (
    ("cid", re.compile(r"\b(?:cid|id|identification|number)\b")),
    ("state", re.compile(r"\b(?:state|province)\b")),
    ("city", re.compile(r"\bcity\b")),
    ("country", re.compile(r"country|location")),
    ("status", re.compile(r"status|conform|complian|certif|rmap|cfsp|audit|assess|validat")),
    ("metal", re.compile(r"metal|mineral")),
    ("name", re.compile(r"smelter|refiner|facilit|name|\bsors?\b")),
)
"""What a heading says of its column, the more telling words first."""

_USUAL_STATUSES = frozenset({
    "active", "compliant", "conformant", "full compliant", "indeterminable", "in progress", "not enrolled",
    "non conformant", "not conformant", "unknown", "yes", "no", "outreach required", "in communication",
    "cfsp compliant", "rmap conformant", "rmap active", "lbma", "rjc",
})  # fmt: skip
_UNKNOWN = frozenset({
    "unknown", "not known", "undetermined", "not determined", "not disclosed", "undisclosed", "not available",
    "n a", "not provided", "unidentified", "country unknown", "unknown country",
})  # fmt: skip
"""What stands in the place of a country."""
_MOST, _HALF = 0.8, 0.5
_LONG_NAME = 4
_SHORT_HEADING = 60


@dataclass(frozen=True)
class Found:
    """The facility table, and the blocks that are not in it."""

    rows: tuple[FiledRow, ...]
    columns: tuple[str, ...]
    others: tuple[Block, ...]
    without_metal: int | None = None
    """The line of the first table with names and countries of which no metal can be told."""


def find_facilities(
    blocks: Sequence[Block],
    countries: CountryTable,
    statuses: Sequence[Status],
    places: Places,
    minerals: Sequence[str] = (),
) -> Found:
    """The rows of every table that lists facilities, as one list; no rows where there is none.

    ``minerals`` are those that may be listed beside the four of the rule.
    """
    finder = _Finder(countries, statuses, places, minerals)
    finder.go_through(blocks)
    return Found(tuple(finder.rows()), finder.columns, tuple(finder.others), finder.without_metal)


def metal_of_heading(text: str) -> Metal | None:
    """The metal of a heading such as ``Tin smelters (76)``; None where it says more or names no metal."""
    if len(text) > _SHORT_HEADING:
        return None
    words = [word for word in re.findall(r"[a-z]+", text.casefold()) if word not in _HEADING_WORDS]
    return metal_of(" ".join(words))


class _Finder:
    def __init__(
        self, countries: CountryTable, statuses: Sequence[Status], places: Places, minerals: Sequence[str]
    ) -> None:
        self._minerals = {fold(mineral): OtherMineral(mineral) for mineral in minerals}
        self._marked = {
            status.mark: status.label for status in statuses if status.mark not in (None, UNMARKED)
        }
        self._countries = countries
        self._statuses = statuses
        self._places = places
        self._labels = {fold(status.label): status.label for status in statuses}
        self._known = frozenset(self._labels) | _USUAL_STATUSES
        self._codes: dict[str, tuple[str, str | None]] = {}
        self._rows: list[tuple[FiledRow, tuple[str, ...]]] = []
        self._roles: Mapping[int, str] = {}
        self._heading = ""
        self._metal: Mineral | None = None
        self._status_above: str | None = None
        """The status that the last heading of facilities names: ``Conformant smelters``."""
        self.columns: tuple[str, ...] = ()
        self.others: list[Block] = []
        self.without_metal: int | None = None

    def go_through(self, blocks: Sequence[Block]) -> None:
        for table, group in itertools.groupby(blocks, lambda block: block.table):
            if table is None:
                self._take_text(list(group))
            else:
                self._take_table(list(group))

    def rows(self) -> Iterator[FiledRow]:
        """The rows; where the table has no column for the status, with what its footnote marks stand for."""
        legend = self._legend() if "status" not in self.columns else {}
        unmarked = self._status_without_mark(legend)
        for row, marks in self._rows:
            if row.status is None and legend:
                status = next((legend[mark] for mark in marks if mark in legend), unmarked)
                yield _with_status(row, status)
            else:
                yield row

    def _take_text(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            self._take_heading(block)
            self.others.append(block)

    def _take_table(self, rows: Sequence[Block]) -> None:
        rows = _under_each_other(rows)
        if self._is_names_by_metal(rows):
            self._take_names_by_metal(rows)
            return
        roles = self._roles_of(rows)
        for row in rows:
            filed = self._filed_row(row, roles) if roles else None
            if filed is None:
                self._take_heading(row)
                self.others.append(row)
            else:
                self._rows.append(filed)

    def _is_names_by_metal(self, rows: Sequence[Block]) -> bool:
        """Whether each column is headed by a metal and holds names, below words on smelters."""
        heading, *body = rows
        texts = [cell.text for cell in heading.cells if cell.text]
        if len(texts) < 2 or not body or not all(metal_of_heading(text) for text in texts):
            return False
        columns = {cell.column for cell in heading.cells if cell.text}
        names = [cell.text for row in body for cell in row.cells if cell.text]
        is_in_place = all(cell.column in columns for row in body for cell in row.cells if cell.text)
        above = " ".join(block.text for block in self.others[-2:]) + heading.text
        is_told = bool(re.search(r"smelter|refiner|facilit", above, re.IGNORECASE))
        long = [text for text in names if len(text) > _LONG_NAME and not self._is_country(text)]
        return is_told and is_in_place and len(long) >= _MOST * len(names) > 0

    def _take_names_by_metal(self, rows: Sequence[Block]) -> None:
        heading, *body = rows
        metals = {cell.column: metal_of_heading(cell.text) for cell in heading.cells}
        for row in body:
            for cell in row.cells:
                name, marks = _name_and_marks(cell)
                if not _is_name(name):
                    continue
                found = FiledRow(
                    metals[cell.column], name, None, None, self._status_above, None, self._places.of(row)
                )
                self._rows.append((found, (*marks, BOLD) if cell.is_bold else marks))
        self.columns = self.columns or ("metal", "name")

    def _take_heading(self, block: Block) -> None:
        """Keeps the metal and the status that a heading names for the rows below it."""
        self._metal = self._of_heading(block.text) or self._metal
        if len(block.text) > _SHORT_HEADING or sum(bool(cell.text) for cell in block.cells) > 1:
            return
        words = re.findall(r"[^\W\d_]+", fold(block.text))
        said = " ".join(word for word in words if word not in _HEADING_WORDS | _STATUS_HEADING_WORDS)
        if said in self._labels:
            self._status_above = self._labels[said]
        elif {"smelters", "refiners", "facilities"} & set(words) and metal_of(said) is None:
            self._status_above = None

    def _of_heading(self, text: str) -> Mineral | None:
        return self._minerals.get(_without_heading_words(text)) or metal_of_heading(text)

    def _mineral(self, text: str) -> Mineral | None:
        """The mineral of a cell."""
        return self._minerals.get(fold(text)) or metal_of(text)

    def _roles_of(self, rows: Sequence[Block]) -> Mapping[int, str]:
        """Column to role; empty where the table does not list facilities.

        A table too short to tell has the columns of the one before it, whose next page it is.
        """
        columns = _columns(rows)
        headings = _headings(rows)
        roles: Mapping[int, str] = self._roles_by_content(columns, headings)
        has_metal = "metal" in roles.values() or self._metal is not None or any(map(_metal_row, rows))
        if not has_metal and {"name", "country"} <= set(roles.values()):
            self.without_metal = self.without_metal or rows[0].line
        heading = next((row.text for row in rows if _is_heading(row)), self._heading)
        if self._roles and heading == self._heading and self._continues(columns):
            roles = self._roles
        elif not (has_metal and _names_facilities(roles, rows)):
            roles = self._roles if self._continues(columns) else {}
        roles = {**roles, **self._ticked(rows, columns, roles)} if roles else {}
        if roles:
            self._roles, self._heading = roles, heading
            signs = [role for role in roles.values() if role.startswith("status:")]
            every = [role for _, role in sorted(roles.items()) if signs != [role]]
            named = (role.partition(":")[0] for role in every)
            self.columns = self.columns or tuple(dict.fromkeys(named))
        return roles

    def _ticked(
        self, rows: Sequence[Block], columns: Mapping[int, Sequence[str]], roles: Mapping[int, str]
    ) -> dict[int, str]:
        """Columns of ticks whose heading is a status: ``status:Conformant``."""
        if "status" in roles.values():
            return {}
        heading = next((row for row in rows if _is_heading(row)), None)
        found: dict[int, str] = {}
        for cell in heading.cells if heading else ():
            label, values = self._label_of_column(cell.text), columns.get(cell.column, ())
            is_sign = all(_TICK.fullmatch(text) or _NO.fullmatch(text) for text in values)
            if cell.column not in roles and label and is_sign:
                found[cell.column] = f"status:{label}"
        return found

    def _label_of_column(self, heading: str) -> str | None:
        """The status that a heading asks for: ``Conformant``, ``RMAP Conformant (Yes/No)``."""
        words = re.findall(r"[^\W\d_]+", fold(heading))
        said = " ".join(word for word in words if word not in _STATUS_HEADING_WORDS | _HEADING_WORDS)
        return self._labels.get(fold(heading)) or self._labels.get(said)

    def _continues(self, columns: Mapping[int, Sequence[str]]) -> bool:
        """True where the columns hold what those of the table before hold."""
        tests: dict[str, Callable[[str], bool]] = {
            "country": lambda text: self._is_country(text) or fold(text) in _UNKNOWN,
            "metal": lambda text: self._mineral(text) is not None,
            "name": lambda text: not self._is_country(text),
            "cid": lambda text: bool(_IDENTIFIER.fullmatch(text)),
        }
        asked = {column: tests[role] for column, role in self._roles.items() if role in tests}
        is_alone = set(self._roles.values()) == {"name"}
        return (
            bool(asked)
            and not (is_alone and len(columns) > 1)
            and all(self._share(columns.get(column, ()), test) >= _HALF for column, test in asked.items())
        )

    def _roles_by_content(
        self, columns: Mapping[int, Sequence[str]], headings: Mapping[int, str]
    ) -> dict[int, str]:
        roles: dict[int, str] = {}
        tests: tuple[tuple[str, Callable[[str], bool], float], ...] = (
            ("cid", lambda text: bool(_CID.fullmatch(text)), _HALF),
            ("metal", lambda text: self._mineral(text) is not None, _MOST),
            ("country", self._is_country, _HALF),
            ("status", lambda text: fold(_unmarked(text)[0]) in self._known, _HALF),
        )
        yes_or_no = {
            column for column, values in columns.items() if values and all(map(_YES_OR_NO.fullmatch, values))
        }
        for role, test, least in tests:
            hinted = [column for column, hint in headings.items() if hint == role and column in columns]
            for column in [*hinted, *columns]:
                values = columns[column]
                if role == "status" and column in yes_or_no:
                    continue
                if column not in roles and role not in roles.values() and self._share(values, test) >= least:
                    roles[column] = role
        for column, hint in headings.items():
            has_identifiers = self._share(columns.get(column, ()), _is_identifier) >= _MOST
            if hint == "cid" and column not in roles and "cid" not in roles.values() and has_identifiers:
                roles[column] = "cid"
        name = self._name_column(columns, headings, roles)
        return roles | ({name: "name"} if name is not None else {})

    def _name_column(
        self, columns: Mapping[int, Sequence[str]], headings: Mapping[int, str], roles: Mapping[int, str]
    ) -> int | None:
        """The column headed as names, else the one with the most different texts."""
        free = [column for column in columns if column not in roles]
        hinted = [column for column in free if headings.get(column) == "name"]
        unhinted = [
            c for c in free if c not in headings and self._share(columns[c], self._is_country) < _HALF
        ]
        different = {column: len({fold(text) for text in columns[column]}) for column in hinted or unhinted}
        best = max(different, key=lambda column: different[column], default=None)
        if best is None or different[best] < _HALF * len(columns[best]):
            return None
        return best if sum(map(len, columns[best])) >= _LONG_NAME * len(columns[best]) else None

    def _is_country(self, text: str) -> bool:
        return self._country_code(text)[1] is not None

    def _country_code(self, text: str) -> tuple[str, str | None]:
        """The country as filed, and its code; the last part of ``Tokyo, Japan`` is the country."""
        if text not in self._codes:
            self._codes[text] = self._found_code(text)
        return self._codes[text]

    def _found_code(self, text: str) -> tuple[str, str | None]:
        plain = _unmarked(text)[0]
        for part in (plain, plain.rpartition(",")[2].strip()):
            country = self._countries.find(part)
            if country is not None and country.code:
                return part, country.code
        return plain, None

    @staticmethod
    def _share(values: Sequence[str], test: Callable[[str], bool]) -> float:
        return sum(map(test, values)) / len(values) if values else 0.0

    def _filed_row(self, row: Block, roles: Mapping[int, str]) -> tuple[FiledRow, tuple[str, ...]] | None:
        """The row and its footnote marks; None where it is a heading or says something else."""
        cells = {role: cell for cell in row.cells for role in [roles.get(cell.column)] if role and cell.text}
        name, marks = _name_and_marks(cells.get("name"))
        if cells.get("name") is not None and cells["name"].is_bold:
            marks = (*marks, BOLD)
        country, code = self._country_code(cells["country"].text) if "country" in cells else (None, None)
        is_unknown = country is not None and fold(country) in _UNKNOWN
        cid = cells["cid"].text.upper().replace(" ", "") if "cid" in cells else None
        own_metal = self._mineral(cells["metal"].text) if "metal" in cells else None
        is_data = bool(code or is_unknown or own_metal or (cid and _is_identifier(cid)))
        if set(roles.values()) <= {"name"}:
            is_data = self._is_name_alone(row)
        if not _is_name(name) or not is_data or (len(row.cells) > 1 and len(cells) < 2):
            return None
        metal = own_metal or (self._metal if "metal" not in cells else None)
        self._metal = own_metal or self._metal
        status = self._status(cells)
        filed = FiledRow(metal, name, country, code, status, cid, self._places.of(row))
        return filed, marks

    def _is_name_alone(self, row: Block) -> bool:
        """Whether a row of names alone is a facility's: no heading, no metal, no total, no legend."""
        is_heading = _is_heading(row) or self._of_heading(row.text) is not None
        is_note = _LEGEND.match(row.text) or re.match(r"(?:grand )?total\b", row.text, re.IGNORECASE)
        return self._metal is not None and not is_heading and not is_note

    def _status(self, cells: Mapping[str, FiledCell]) -> str | None:
        """What the status column says, or the status in whose column a tick stands."""
        if "status" in cells:
            text = cells["status"].text
            return self._marked.get(text) or _unmarked(text)[0]
        ticked = (
            role.partition(":")[2]
            for role, cell in cells.items()
            if role.startswith("status:") and not _NO.fullmatch(cell.text)
        )
        has_ticks = any(role.startswith("status:") for role in self._roles.values())
        return next(ticked, None if has_ticks else self._status_above)

    def _legend(self) -> dict[str, str]:
        """Footnote mark to the status that it stands for: as stated, else as the document explains it."""
        if self._marked:
            return self._stated_legend()
        used = Counter(mark for _, marks in self._rows for mark in marks)
        found: dict[str, str] = {}
        for block in self.others:
            for mark, text in _legend_lines(block):
                label = self._label_in(text)
                if mark in used and label and mark not in found:
                    found[mark] = label
        return found

    def _stated_legend(self) -> dict[str, str]:
        """The marks that the data states; where the document says the opposite of one, what it says.

        Nothing where bold letters are a mark and no name is told from another by them.
        """
        bold = [BOLD in marks for _, marks in self._rows]
        if BOLD in self._marked and (not any(bold) or all(bold)):
            return {}
        found = dict(self._marked)
        for block in self.others:
            for mark, text in _legend_lines(block):
                label = self._marked.get(mark)
                if label and (opposite := re.search(_opposite(label), text, re.IGNORECASE)):
                    found[mark] = opposite[0]
        return found

    def _status_without_mark(self, legend: Mapping[str, str]) -> str | None:
        """The status that the lack of a mark stands for; None where that may be several."""
        if self._marked:
            return next((one.label for one in self._statuses if one.mark == UNMARKED), None)
        left = [status.label for status in self._statuses if status.label not in legend.values()]
        return left[0] if len(left) == 1 else None

    def _label_in(self, text: str) -> str | None:
        if opposites := [label for label in self._labels.values() if re.search(_opposite(label), text, re.I)]:
            labels = [one.label for one in self._statuses if one.status_class is StatusClass.NOT_CONFORMANT]
            return labels[0] if len(labels) == 1 else f"not {opposites[0]}"
        folded = f" {fold(text)} "
        named = [label for key, label in self._labels.items() if f" {key} " in folded]
        if len(named) == 1:
            return named[0]
        meant = next((kind for kind, words in CLASS_WORDS if words.search(text.casefold())), None)
        labels = [status.label for status in self._statuses if status.status_class is meant]
        return labels[0] if len(labels) == 1 else None


def _opposite(label: str) -> str:
    """A pattern of words that deny a status: ``no longer conformant``."""
    return rf"\b(?:no longer|not|never|formerly|previously|ceased to be)(?: \w+){{0,2}} {re.escape(label)}\b"


def _is_name(text: str) -> bool:
    """Whether a text can name a facility: no number alone, and no total."""
    is_total = re.match(r"(?:grand |sub-?)?total\b(?: (?:number|of|for)\b.*)?$", text, re.IGNORECASE)
    return bool(re.search(r"[^\W\d_]", text)) and not is_total


def _under_each_other(rows: Sequence[Block]) -> Sequence[Block]:
    """The rows of a table that sets its columns two or three times side by side, one part below the other."""
    at = next((at for at, row in enumerate(rows) if _is_heading(row)), None)
    cells = [cell for cell in rows[at].cells if cell.text] if at is not None else []
    times = next((n for n in (3, 2) if len(cells) >= 2 * n and len(cells) % n == 0 and _repeats(cells, n)), 1)
    if at is None or times == 1:
        return rows
    width = len(cells) // times
    begins = [cells[part * width].column for part in range(times)]
    found = [*rows[:at], Block(tuple(cells[:width]), rows[at].line, rows[at].table)]
    for begin, end in itertools.zip_longest(begins, begins[1:]):
        for row in rows[at + 1 :]:
            own = tuple(
                FiledCell(cell.text, cell.column - begin + begins[0], cell.marks, cell.is_bold)
                for cell in row.cells
                if cell.column >= begin and (end is None or cell.column < end)
            )
            if any(cell.text for cell in own):
                found.append(Block(own, row.line, row.table))
    return found


def _repeats(cells: Sequence[FiledCell], times: int) -> bool:
    width = len(cells) // times
    parts = {tuple(fold(cell.text) for cell in cells[at : at + width]) for at in range(0, len(cells), width)}
    return len(parts) == 1


def _columns(rows: Sequence[Block]) -> dict[int, list[str]]:
    """Column to the texts below its heading; metals that stand in rows of their own are in none."""
    found: dict[int, list[str]] = {}
    for row in rows:
        if _is_heading(row) or _metal_row(row):
            continue
        for cell in row.cells:
            if cell.text:
                found.setdefault(cell.column, []).append(cell.text)
    return dict(sorted(found.items()))


def _headings(rows: Sequence[Block]) -> dict[int, str]:
    """Column to what its heading hints at."""
    for row in rows:
        if _is_heading(row):
            return {cell.column: hint for cell in row.cells for hint in [_hint(cell.text)] if hint}
    return {}


def _is_heading(row: Block) -> bool:
    """True where several cells are words of headings and none is a value, or one says that names follow."""
    texts = [cell.text for cell in row.cells if cell.text]
    if len(texts) == 1:
        return _names_follow(texts[0])
    hints = [text for text in texts if _hint(text) and len(text) < _SHORT_HEADING]
    values = [text for text in texts if metal_of(text) or _CID.fullmatch(text)]
    return len(hints) > 1 and len(hints) >= _HALF * len(texts) and not values


def _hint(text: str) -> str | None:
    folded = fold(text)
    return next((role for role, words in _HINTS if words.search(folded)), None)


def _metal_row(row: Block) -> Metal | None:
    """The metal of a row that says nothing else, as it stands before the facilities of one metal."""
    return metal_of_heading(row.text) if sum(bool(cell.text) for cell in row.cells) == 1 else None


def _names_follow(text: str) -> bool:
    """Whether a text such as ``Smelter or Refiner Name`` is nothing else than a heading over names."""
    words = fold(text).split()
    return _hint(text) == "name" and all(word in _NAME_HEADING for word in words)


def _names_facilities(roles: Mapping[int, str], rows: Sequence[Block]) -> bool:
    """Whether the columns are those of a list: names with countries or identifiers, or under a heading."""
    there = {role: column for column, role in roles.items()}
    if "name" not in there:
        return False
    if there.keys() & {"country", "cid"}:
        return True
    heading = next((row for row in rows if _is_heading(row)), None)
    over = [cell.text for cell in (heading.cells if heading else ()) if cell.column == there["name"]]
    return any(_OF_FACILITIES.search(fold(text)) for text in over)


def _is_identifier(text: str) -> bool:
    return bool(_CID.fullmatch(text) or _IDENTIFIER.fullmatch(text))


def _without_heading_words(text: str) -> str:
    """``Cobalt refiners (12)`` as ``cobalt``; empty where it is too long for a heading."""
    if len(text) > _SHORT_HEADING:
        return ""
    return " ".join(w for w in re.findall(r"[^\W\d_]+", fold(text)) if w not in _HEADING_WORDS)


def _unmarked(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without the footnote marks at its end, and these."""
    found = _MARKS.fullmatch(text)
    return (found[1], (found[2],)) if found and found[1] else (text, ())


def _name_and_marks(cell: FiledCell | None) -> tuple[str, tuple[str, ...]]:
    if cell is None:
        return "", ()
    name, marks = _unmarked(cell.text)
    return name, (*marks, *(mark.strip("()") for mark in cell.marks))


def _legend_lines(block: Block) -> Iterator[tuple[str, str]]:
    """Mark and explanation, whether they stand in one cell, in two, or the mark is raised."""
    texts = [cell.text for cell in block.cells if cell.text]
    for cell in block.cells:
        if cell.marks and cell.text:
            yield cell.marks[0].strip("()"), cell.text
    found = _LEGEND.match(" ".join(texts))
    if found:
        yield found[1], found[2]


def _with_status(row: FiledRow, status: str | None) -> FiledRow:
    return FiledRow(row.metal, row.name, row.country, row.country_code, status, row.cid, row.where)
