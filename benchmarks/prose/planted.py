"""Plant changes into real filings, and count how many of them ``formsd verify --against`` finds.

Several changes of each kind, one at a time, into a copy of each exhibit of ``../shared/filings``. A change
counts as found where verify has an error of it that it has not of the exhibit as filed. Prints a Markdown
table. Exit code 1 where fewer than 95 % are found, or where an error of an exhibit as filed is none. The
filings are not part of this repository: without them nothing is measured.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import lxml.html

REPO = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPO))

from generator.findings import Finding, errors  # noqa: E402
from generator.model import Disclosure  # noqa: E402
from generator.pipeline import load_year  # noqa: E402
from generator.verify.verify import compare_documents  # noqa: E402
from tests.support.filings import FILERS, FILINGS, Filer, filed_rows, write_filing  # noqa: E402

AIM = 0.95
KINDS = (
    "total",
    "part",
    "asked",
    "answered",
    "rate",
    "registrant",
    "year",
    "version",
    "origin",
    "status of a row",
    "cell of a table",
)
TRUE = {
    "ford": ("350", "65%", "Conformant: 34", "34 + 3 + 18"),
    "microsoft": ("84.9%",),
    "nike": ("12%",),
}
"""What verify rightly says of exhibits as filed: words of the findings (``filings/README.md`` lists them)."""

_BLOCKS = frozenset({"p", "div", "td", "th", "tr", "table", "li", "h1", "h2", "h3", "h4", "h5", "h6", "br"})
_SAYS_WHOSE = re.compile(r"(?i)conflict minerals report|exhibit|\bmeans?\b|has prepared")
"""Beside a name these make it the registrant's; elsewhere it may be another company's."""
_FACILITIES = r"(?=[^.;]{0,45}\b(?:smelters?|refiners?|facilities|SORs)\b)"
_SUPPLIERS = r"(?=[^.;]{0,40}\b(?:suppliers?|Supplier Group|vendors)\b)"


@dataclass(frozen=True)
class Plant:
    """A change: the text that is replaced, at which place of the exhibit, and by what."""

    kind: str
    begin: int
    end: int
    old: str
    new: str
    around: str


@dataclass
class Exhibit:
    """An exhibit as text with the nodes it comes from, so that a change of the text is one of the HTML."""

    raw: bytes
    text: str = ""
    pieces: list[tuple[int, int, str]] = field(default_factory=list)
    """Where each piece of text begins, the number of its element, and ``text`` or ``tail``."""

    def __post_init__(self) -> None:
        parts: list[str] = []
        length = 0
        for number, element, where, text in _texts(self.raw):
            del element
            if where == "break":
                parts.append("\n")
                length += 1
                continue
            self.pieces.append((length, number, where))
            parts.append(text.replace("\n", " "))
            length += len(text)
        self.text = "".join(parts).replace("\u00a0", " ")

    def changed(self, plant: Plant) -> bytes:
        root = lxml.html.document_fromstring(self.raw)
        elements = list(root.iter())
        done = False
        for begin, number, where in self.pieces:
            element = elements[number]
            text = getattr(element, where)
            end = begin + len(text)
            if end <= plant.begin or begin >= plant.end:
                continue
            first, last = max(plant.begin - begin, 0), min(plant.end - begin, len(text))
            setattr(element, where, text[:first] + ("" if done else plant.new) + text[last:])
            done = True
        return lxml.html.tostring(root, encoding="utf-8")


def _texts(raw: bytes) -> Iterator[tuple[int, Any, str, str]]:
    root = lxml.html.document_fromstring(raw)
    numbers = {element: number for number, element in enumerate(root.iter())}

    def visit(element: Any) -> Iterator[tuple[int, Any, str, str]]:
        is_block = element.tag in _BLOCKS
        if is_block:
            yield 0, None, "break", ""
        if element.text and isinstance(element.tag, str) and element.tag not in ("style", "script", "title"):
            yield numbers[element], element, "text", element.text
        for child in element:
            yield from visit(child)
            if child.tail:
                yield numbers[child], child, "tail", child.tail
        if is_block:
            yield 0, None, "break", ""

    yield from visit(root)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("filers", nargs="*", help="names of filings; without any, all")
    parser.add_argument("--each", type=int, default=4, help="changes of one kind and filing at most")
    parser.add_argument("--missed", action="store_true", help="list each change that was not found")
    options = parser.parse_args()
    if not FILINGS.is_dir():
        sys.exit(f"the filings are not there ({FILINGS.name}/ beside the repository): nothing was measured")
    chosen = [filer for filer in FILERS if not options.filers or filer.name in options.filers]
    found: dict[str, Counter[str]] = {}
    planted: dict[str, Counter[str]] = {}
    false: dict[str, list[str]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for filer in chosen:
            found[filer.name], planted[filer.name] = Counter(), Counter()
            data = write_filing(filer, Path(folder, filer.name)).parent / "data"
            disclosure = load_year(data, filer.year).disclosure
            exhibit = Exhibit(filer.exhibit.read_bytes())
            as_filed = _said(disclosure, data, [filer.exhibit])
            false[filer.name] = [
                one for one in as_filed if not any(words in one for words in TRUE.get(filer.name, ()))
            ]
            for plant in plants(filer, disclosure, exhibit, options.each):
                path = Path(folder, filer.exhibit.name)
                path.write_bytes(exhibit.changed(plant))
                said = _said(disclosure, data, [path])
                planted[filer.name][plant.kind] += 1
                if Counter(said) - Counter(as_filed):
                    found[filer.name][plant.kind] += 1
                elif options.missed:
                    change = f"'{plant.old}' as '{plant.new}' in …{plant.around}…"
                    sys.stdout.write(f"missed: {filer.name}, {plant.kind}: {change}\n")
    sys.exit(report(found, planted, false))


def _said(disclosure: Disclosure, data: Path, paths: Sequence[Path]) -> list[str]:
    _, _, findings = compare_documents(disclosure, data, paths)
    return [_without_place(one) for one in errors(findings)]


def _without_place(finding: Finding) -> str:
    return f"{finding.code} {finding.message}"


def report(
    found: dict[str, Counter[str]], planted: dict[str, Counter[str]], false: dict[str, list[str]]
) -> int:
    """Prints the table; 1 where an aim is missed."""
    names = list(found)
    lines = [f"| change | {' | '.join(names)} | all |", f"|---|{'---:|' * (len(names) + 1)}"]
    for kind in KINDS:
        cells = [_cell(found[name][kind], planted[name][kind]) for name in names]
        whole = _cell(sum(found[n][kind] for n in names), sum(planted[n][kind] for n in names))
        lines.append(f"| {kind} | {' | '.join(cells)} | {whole} |")
    every = [(sum(found[name].values()), sum(planted[name].values())) for name in names]
    hits, all_planted = sum(hit for hit, _ in every), sum(number for _, number in every)
    lines.append(f"| all | {' | '.join(_cell(*one) for one in every)} | {_cell(hits, all_planted)} |")
    lines.append(
        f"| false differences as filed | {' | '.join(str(len(false[n])) for n in names)} |"
        f" {sum(map(len, false.values()))} |"
    )
    sys.stdout.write("\n".join(lines) + "\n")
    share = hits / all_planted if all_planted else 0.0
    sys.stdout.write(
        f"\nFound: {share:.1%} of {all_planted}; the aim is {AIM:.0%}. 'none': it has no such place.\n"
    )
    for name, said in false.items():
        for one in said:
            sys.stdout.write(f"false: {name}: {one}\n")
    return int(share < AIM or any(false.values()))


def _cell(hits: int, number: int) -> str:
    return f"{hits} of {number}" if number else "none"


def plants(filer: Filer, disclosure: Disclosure, exhibit: Exhibit, each: int) -> Iterator[Plant]:
    """The changes of one filing, ``each`` of a kind at most."""
    makers = (_totals, _parts, _suppliers, _registrant, _years, _version, _origins, _rows)
    by_kind: dict[str, list[Plant]] = {kind: [] for kind in KINDS}
    for maker in makers:
        for plant in maker(filer, disclosure, exhibit):
            by_kind[plant.kind].append(plant)
    for several in by_kind.values():
        yield from _some(several, each)


def _some(several: list[Plant], number: int) -> list[Plant]:
    """So many of the changes, the same in each run."""
    if len(several) <= number:
        return several
    return random.Random(13).sample(several, number)


def _each(kind: str, pattern: str, exhibit: Exhibit, new: Iterable[str], flags: int = 0) -> Iterator[Plant]:
    """A plant for each match and each new text; where the pattern has a group, only that is replaced."""
    for match in re.finditer(pattern, exhibit.text, flags):
        group = 1 if match.re.groups else 0
        begin, end = match.span(group)
        around = " ".join(exhibit.text[max(begin - 60, 0) : end + 60].split())
        for text in new:
            if text != match[group]:
                yield Plant(kind, begin, end, match[group], text, around)


def _numbers(value: int) -> list[str]:
    """Other figures for a value: one more, and a smaller one."""
    return [f"{value + 1:,}", f"{max(value - 9, value // 2 + 1):,}"]


def _totals(filer: Filer, disclosure: Disclosure, exhibit: Exhibit) -> Iterator[Plant]:
    counts = disclosure.facts.counts
    totals = {len(disclosure.smelters)} | ({counts.total} if counts and counts.total else set())
    for total in totals - {0}:
        yield from _each("total", rf"\b({total:,})\b(?!%){_FACILITIES}", exhibit, _numbers(total))
        yield from _each("total", rf"(?i)\n\s*total\s*\n[\s\n]*({total:,})\s*\n", exhibit, _numbers(total))


def _parts(filer: Filer, disclosure: Disclosure, exhibit: Exhibit) -> Iterator[Plant]:
    rows, counts = disclosure.smelters, disclosure.facts.counts
    of_status = Counter(row.status.label for row in rows if row.status)
    of_status.update(counts.by_status if counts and not of_status else {})
    for label, number in of_status.items():
        if number < 2:
            continue
        word = label.split(" - ")[0]
        yield from _each(
            "part",
            rf"\b({number:,})\b(?!%)(?=[^.;\n]{{0,60}}\b{re.escape(word)}\b)",
            exhibit,
            _numbers(number),
        )
        yield from _each(
            "part",
            rf"\n\s*{re.escape(word)}\s*\n[^\n]*?[\s\n]*(?:[^\n\d][^\n]*\n[\s\n]*)?({number:,})\s*\n",
            exhibit,
            _numbers(number),
        )
    of_metal = Counter(row.metal.value for row in rows)
    of_metal.update({m.value: n for m, n in counts.by_metal.items()} if counts and not of_metal else {})
    for metal, number in of_metal.items():
        if number:
            yield from _each("part", rf"\n\s*{metal}\s*\n[\s\n]*({number:,})\s*\n", exhibit, _numbers(number))
            yield from _each(
                "part", rf"(?i)\b({number:,}) {metal} (?:smelters|refiners)", exhibit, _numbers(number)
            )
    for one in _matrix_cells(disclosure, exhibit):
        yield from one


def _matrix_cells(disclosure: Disclosure, exhibit: Exhibit) -> Iterator[Iterator[Plant]]:
    """Rows of statuses whose columns are metals."""
    of_both = Counter((row.status.label, row.metal.value) for row in disclosure.smelters if row.status)
    for label in {label for label, _ in of_both}:
        row = re.search(rf"\n\s*{re.escape(label)}\s*\n((?:[\s\n]*\d+\s*\n){{4}})", exhibit.text)
        for number in re.finditer(r"\d+", row[1]) if row else ():
            begin = row.start(1) + number.start()  # type: ignore[union-attr]
            new = str(int(number[0]) + 2)
            yield iter([Plant("part", begin, begin + len(number[0]), number[0], new, f"row {label}")])


def _suppliers(filer: Filer, disclosure: Disclosure, exhibit: Exhibit) -> Iterator[Plant]:
    survey = disclosure.facts.survey
    groups = [(survey.suppliers, survey.answered, survey.response_rate)]
    groups += [(one.suppliers, one.answered, one.response_rate) for one in survey.groups]
    for asked, answered, rate in groups:
        if asked and asked.value:
            new = [f"{asked.value + 8 if asked.is_exact else asked.value * 2:,}", f"{asked.value // 2 + 3:,}"]
            yield from _each("asked", rf"\b({asked.value:,})\b(?!%){_SUPPLIERS}", exhibit, new)
        if answered and answered.value and answered != asked:
            pattern = rf"\b({answered.value:,})\b(?=[^.;\n]{{0,40}}\b(?:suppliers?|responses)\b)"
            yield from _each("answered", pattern, exhibit, _numbers(answered.value))
        if rate:
            number = re.search(r"[\d.]+", rate)[0]  # type: ignore[index]
            value = float(number)
            new = [f"{value - 2:g}", f"{value - 11.5:g}"]
            pattern = (
                rf"(?<![\d.])({re.escape(number)})(?=\s?(?:%|percent)[^.;]{{0,60}}(?:supplier|Supplier))"
            )
            for one in _each("rate", pattern, exhibit, new):
                is_own = "quality" not in one.around and not re.search("sub-suppliers|EMRT", one.around)
                if is_own and re.search(r"(?i)respon|received", one.around):
                    yield one
            pattern = rf"(?<!less than )(?<![\d.])({re.escape(number)})(?=\s?% response rate)"
            yield from (one for one in _each("rate", pattern, exhibit, new) if "EMRT" not in one.around)


def _registrant(filer: Filer, disclosure: Disclosure, exhibit: Exhibit) -> Iterator[Plant]:
    name = disclosure.facts.registrant.name
    first, _, rest = name.replace(",", "").partition(" ")
    new = [f"{first}s {rest}", f"{first} Holdings {rest}", "Sample Industries, Inc."]
    found = list(_each("registrant", re.escape(name), exhibit, new, re.IGNORECASE))
    report = [one for one in found if _SAYS_WHOSE.search(one.around)]
    yield from report or found[:6]


def _years(filer: Filer, disclosure: Disclosure, exhibit: Exhibit) -> Iterator[Plant]:
    year = disclosure.year
    new = [str(year - 1), str(year + 1)]
    for pattern in (
        rf"(?i)for the year ended December 31, ({year})",
        rf"(?i)reporting period (?:from|of)? ?January 1(?:, {year})?,? to December 31, ({year})",
        rf"(?i)calendar year ({year})",
        rf"(?i)for (?:the )?({year}) Reporting Year",
        rf"(?i)(?:Report for|due diligence for) the ({year}) report",
    ):
        for one in _each("year", pattern, exhibit, new):
            if "10-K" not in one.around:
                yield one


def _version(filer: Filer, disclosure: Disclosure, exhibit: Exhibit) -> Iterator[Plant]:
    version = disclosure.facts.survey.tool_version
    if version:
        yield from _each("version", rf"(?i)version ({re.escape(version)})", exhibit, ["6.4", "6.22", "5.12"])


def _origins(filer: Filer, disclosure: Disclosure, exhibit: Exhibit) -> Iterator[Plant]:
    names = [name for name, _ in disclosure.origin_countries]
    for name in names:
        for between in (", ", "; "):
            pattern = rf"{re.escape(between)}({re.escape(name + between)})"
            found = _each("origin", pattern, exhibit, ["", "Samoa" + between])
            yield from (one for one in found if _in_long_list(exhibit, one))
        pattern = rf"\n\s*({re.escape(name)})\s*\n"
        rows = _each("origin", pattern, exhibit, ["Samoa"])
        yield from (one for one in rows if _in_origin_table(exhibit, one))


def _in_long_list(exhibit: Exhibit, plant: Plant) -> bool:
    """Whether a place lies in a paragraph that names many countries, and no mines or markets by the way."""
    begin, end = exhibit.text.rfind("\n", 0, plant.begin), exhibit.text.find("\n", plant.end)
    return len(re.findall(r"[,;]", exhibit.text[begin:end])) > 20


def _in_origin_table(exhibit: Exhibit, plant: Plant) -> bool:
    """Whether the heading before the place speaks of origins and no facility list has begun."""
    before = exhibit.text[max(plant.begin - 4000, 0) : plant.begin]
    at = max(before.rfind("Countries of Origin"), before.rfind("Country of Origin"))
    return at >= 0 and not re.search(r"Smelter Name|Company Name", before[at:])


def _rows(filer: Filer, disclosure: Disclosure, exhibit: Exhibit) -> Iterator[Plant]:
    """Changes of cells of the list: status, name, country, identifier."""
    rows = filed_rows(filer)[1:]
    at = {name: number + filer.has_metal_headings for number, name in enumerate(filer.columns)}
    chosen = random.Random(7).sample(rows, min(len(rows), 40))
    for row in chosen:
        pattern = r"\s*".join(re.escape(cell) for cell in row[filer.has_metal_headings :] if cell)
        pattern = pattern.replace(r"\ ", r"\s+")
        match = re.search(pattern, exhibit.text)
        if not match:
            continue
        for column in ("name", "country_as_filed", "cid", "status"):
            if column in at:
                yield from _changed_cell(column, row[at[column]], match, exhibit, disclosure)


def _changed_cell(
    column: str, old: str, match: re.Match[str], exhibit: Exhibit, disclosure: Disclosure
) -> Iterator[Plant]:
    inside = match[0].find(old) if column == "name" else match[0].rfind(old)
    if inside < 0:
        return
    begin, kind = match.start() + inside, "cell of a table"
    around = " ".join(match[0].split())
    if column == "status":
        labels = [one.label for one in disclosure.facts.statuses if one.label != old]
        yield Plant("status of a row", begin, begin + len(old), old, labels[0], around)
    elif column == "cid":
        yield Plant(kind, begin, begin + len(old), old, old[:-1] + str((int(old[-1]) + 3) % 10), around)
    elif column == "country_as_filed":
        new = "Peru" if old.casefold() != "peru" else "Chile"
        yield Plant(kind, begin, begin + len(old), old, new if old.istitle() else new.upper(), around)
    else:
        plain = old.rstrip("*")
        letters = [number for number, letter in enumerate(plain) if letter.isalpha()]
        place = letters[len(letters) // 2]
        other = "x" if plain[place] != "x" else "y"
        yield Plant(kind, begin, begin + len(old), old, old[:place] + other + old[place + 1 :], around)
        if any(status.mark for status in disclosure.facts.statuses) and old.count("*") < 3:
            new = {"": "*", "*": "**", "**": "*"}[old[len(plain) :]]
            yield Plant("status of a row", begin, begin + len(old), old, plain + new, around)


if __name__ == "__main__":
    main()
