"""Published files against the data: every row, every figure, every word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ..documents.edgar import EXHIBIT
from ..findings import Finding
from ..findings.catalogue import PUBLISHED_BYTES, PUBLISHED_FIGURE, PUBLISHED_ROW
from ..model import Asset, Disclosure, LineRef, Metal, Passage, Smelter, is_conflict_mineral
from ..model.counted import counted
from .advice import ADVICE
from .equal_rows import row_findings
from .equal_words import Extras, drawn_findings, text_findings, words_of
from .values import PublishedFile

SHOWN = 20
"""Findings of one kind that are told of a file; the rest is counted."""
_BYTES_ADVICE = "Build the site anew and publish its files as they are: none may be edited by hand."


def compare_published(
    disclosure: Disclosure,
    found: PublishedFile,
    expected: Sequence[Passage] | None,
    extras: Extras | None = None,
    *,
    drawn: Sequence[Passage] = (),
) -> Iterator[Finding]:
    """VE-012 to VE-014 for one file. ``expected`` is the text of its pages, None where it holds none.

    ``drawn`` is what must be written in its pictures.
    """
    if found.file.endswith((".htm", ".pdf")):
        disclosure = disclosure.in_exhibit
    if found.rows is None and _must_have_list(disclosure, found):
        message = "no facility list is found in it"
        yield Finding(PUBLISHED_ROW, message, LineRef(found.file), ADVICE)
    if found.rows is not None:
        yield from _limited(list(row_findings(disclosure, found)), found.file)
    yield from _count_findings(disclosure, found)
    if found.passages is not None and expected is not None:
        yield from _limited(list(text_findings(expected, found.passages, extras or Extras())), found.file)
    yield from _limited(list(drawn_findings(drawn, found)), found.file)


def _must_have_list(disclosure: Disclosure, found: PublishedFile) -> bool:
    """The page of the list, and the exhibit; other pages may have it or not."""
    pages = ("/annex/index.html", "/annex.html", f"/{disclosure.file_name(EXHIBIT)}")
    return disclosure.has_list and found.file.endswith(pages)


def compare_bytes(
    expected: Iterable[Asset], found: Iterable[Asset], told: Iterable[Finding]
) -> Iterator[Finding]:
    """VE-015 for each file that is not the expected one, unless what differs is ``told`` already."""
    done = set(map(_file_of, told))
    own = {asset.uri: asset.sha256 for asset in expected}
    for asset in found:
        if asset.sha256 != own[asset.uri] and asset.uri not in done:
            message = (
                f"the file is not the one that the data gives: its checksum begins with {asset.sha256[:12]}"
                f" and should begin with {own[asset.uri][:12]}"
            )
            yield Finding(PUBLISHED_BYTES, message, LineRef(asset.uri), _BYTES_ADVICE)


def _file_of(finding: Finding) -> str:
    """The file of a finding, without the page in it."""
    return finding.where.file.partition(", page ")[0]


def _limited(findings: Sequence[Finding], file: str) -> Iterator[Finding]:
    yield from findings[:SHOWN]
    if len(findings) > SHOWN:
        message = f"{counted(len(findings) - SHOWN, 'more difference')} like these"
        yield Finding(findings[0].rule, message, LineRef(file), ADVICE)


def _count_findings(disclosure: Disclosure, found: PublishedFile) -> Iterator[Finding]:
    own_counts = counts_of(disclosure)
    for name, count in found.counts.items():
        if own_counts.get(name) != count:
            own = own_counts.get(name, "no such figure")
            message = f"{name}: {count} there, {own} in the data"
            yield Finding(PUBLISHED_FIGURE, message, LineRef(found.file), ADVICE)


def counts_of(disclosure: Disclosure) -> dict[str, int]:
    """The figures that files state beside their rows, by the names under which they are read.

    Rows of the four metals count under the rule; rows listed are those of all lists.
    """
    every, counted_rows = disclosure.all_rows, disclosure.smelters
    counts = {"rows": len(every), "rows that are part of the totals": len(counted_rows)}
    counts |= {
        f"rows for {metal.lower()}": sum(row.metal is metal for row in counted_rows) for metal in Metal
    }
    counts |= _listed(every)
    others = Counter(row.metal.value for row in every if not is_conflict_mineral(row.metal))
    counts |= {f"rows for {mineral.lower()}": number for mineral, number in others.items()}
    of_status = Counter(row.status.label for row in every if row.status)
    labels = {*of_status, *(status.label for status in disclosure.facts.statuses)}
    return counts | {f"rows with the status '{label}'": of_status[label] for label in labels}


def _listed(every: Sequence[Smelter]) -> Counter[str]:
    """Rows under each caption of the lists: the one way in which a list writes a metal, or its name."""
    written: dict[tuple[str, str], list[str]] = {}
    for row in every:
        metal = row.metal.value
        written.setdefault((row.list_key, metal), []).append(row.as_filed("metal") or metal)
    counts: Counter[str] = Counter()
    for (_, metal), words in written.items():
        name = words[0] if len(set(words)) == 1 else metal
        counts[f"rows listed for {name.lower()}"] += len(words)
    return counts


def published_lines(files: Sequence[PublishedFile], findings: Sequence[Finding]) -> Iterator[str]:
    """What a person reads of a comparison: each file with what was compared, and whether it is equal."""
    differing = Counter(map(_file_of, findings))
    for file in files:
        parts = [counted(len(file.rows), "row")] if file.rows is not None else []
        parts += [counted(len(file.counts), "figure")] if file.counts else []
        parts += [counted(len(words_of(file.passages)), "word")] if file.passages is not None else []
        parts = parts or ["checksum"]
        number = differing[file.file]
        verdict = counted(number, "difference") if number else "equal"
        yield f"{file.file:<46} {', '.join(parts)}: {verdict}"
