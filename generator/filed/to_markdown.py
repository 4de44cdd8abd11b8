"""Paragraphs, lists and tables of an exhibit as the Markdown that an editor would have typed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from .escape import escaped, safe_address, safe_heading, safe_line
from .flow import Item, Paragraph, Picture, Table
from .grid import grid_of
from .headings import Heading
from .lists import Entry, List
from .notes import label_of
from .runs import Run, is_address, tidy

_SENTENCE = re.compile(r"(?<=[A-Za-z0-9%)\]”’\"][.!?])([”’\")\]]?) +(?=[“‘\"(]?[A-Z])")
_ABBREVIATED = re.compile(
    r"^\W*\w{1,3}\.$|\b(?:table|figure|section|item|step|part|exhibit|annex|schedule|appendix)\s*#?\w+\.$"
    r"|\b(?:inc|co|corp|ltd|llc|no|nos|mr|ms|dr|st|vs|etc|cf|art|sec|dept|assn|bros|jr|sr|approx|fig|vol|pt"
    r"|pte|pvt|pty|sp|spol|tbk|s\.p\.a|[a-z])\.$",
    re.IGNORECASE,
)
_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_COLUMNS = 4


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes one exhibit. ``notes`` are the footnotes that Markdown counts as the filer did."""

    notes: Mapping[str, Paragraph]
    anchors: Mapping[int, str]
    """Table to what stands in its place, for tables that are left out."""

    def blocks(self, items: Sequence[Item | Heading | List]) -> str:
        """The Markdown of the items, and of the notes to which they refer, at its end."""
        written = list(filter(None, map(self.block, items)))
        text = "\n\n".join(written)
        cited = dict.fromkeys(re.findall(r"(?<!\\)\[\^(\d+)\]", text))
        return "\n\n".join([text, *(self.note(label) for label in cited if label in self.notes)]).strip()

    def block(self, item: Item | Heading | List) -> str:
        if isinstance(item, Heading):
            return f"{'#' * item.level} {self.title(item.title)}"
        if isinstance(item, List):
            return "\n".join(self._list(item))
        if isinstance(item, Table):
            return self.anchors.get(item.index) or self.table(item)
        if isinstance(item, Paragraph):
            return self.paragraph(item)
        if isinstance(item, Picture):
            return picture_comment(item)
        return ""

    def title(self, runs: Sequence[Run]) -> str:
        return safe_heading(self.inline(runs))

    def paragraph(self, paragraph: Paragraph) -> str:
        """A sentence a line, as lines that begin no block."""
        if paragraph.is_note and paragraph is self.notes.get(label_of(paragraph.marker)):
            return ""
        text = self.inline(paragraph.runs)
        if paragraph.is_note:
            text = f"<sup>{escaped(paragraph.marker)}</sup> {text}"
        elif paragraph.marker:
            text = f"{escaped(paragraph.marker)} {text}"
        return "\n".join(safe_line(line) for line in _lines(text))

    def table(self, table: Table) -> str:
        """A table with bars; merged cells are resolved, empty columns left out."""
        grid = grid_of(table)
        rows = [[self._cell(part) for part in row] for row in grid.rows]
        head = [self._cell(part, is_heading=True) for part in grid.heading]
        rule = ["---"] * len(head)
        return "\n".join(f"| {' | '.join(row)} |" for row in [head, rule, *rows])

    def inline(self, runs: Sequence[Run]) -> str:
        found = ""
        for run in tidy(_without_imitated_links(runs)):
            found += self._run(run, touches=found[-1:] == "*")
        return found

    def _run(self, run: Run, *, touches: bool) -> str:
        text = run.text.strip()
        before, after = _blanks(run.text)
        if not any(c.isalnum() for c in text) or run.raised or run.lowered:
            return f"{before}{self._small(run, text)}{after}"
        made = "<br>\n".join(escaped(line.strip()) for line in text.split("\n"))
        if run.link:
            made = f"[{made}]({safe_address(run.link)})"
        elif run.underlined:
            made = f"<u>{made}</u>"
        if touches and (run.bold or run.italic):
            made = f"<em>{made}</em>" if run.italic else made
            made = f"<strong>{made}</strong>" if run.bold else made
        else:
            stars = "*" * (2 * run.bold + run.italic)
            made = f"{stars}{made}{stars}"
        return f"{before}{made}{after}"

    def _small(self, run: Run, text: str) -> str:
        label = label_of(text)
        if run.raised and label in self.notes:
            return f"[^{label}]"
        made = "<br>\n".join(escaped(line) for line in text.split("\n")) if text else ""
        if not text or not (run.raised or run.lowered) or text in _ORDINALS:
            return made
        return f"<sup>{made}</sup>" if run.raised else f"<sub>{made}</sub>"

    def _cell(self, paragraphs: Sequence[Paragraph], *, is_heading: bool = False) -> str:
        parts = []
        for part in paragraphs:
            runs = tidy(Run(r.text, False, r.italic, False, r.raised, r.lowered, r.link) for r in part.runs)
            text = self.inline(runs if is_heading else part.runs).replace("\n", " " if is_heading else "")
            mark = f"{escaped(part.marker)} " if part.marker else ""
            parts.append(mark + text)
        return (" " if is_heading else "<br>").join(parts)

    def _list(self, made: List) -> Iterator[str]:
        is_loose = any(isinstance(part, Paragraph) for entry in made.entries for part in entry.inside)
        for index, entry in enumerate(made.entries):
            if index and is_loose:
                yield ""
            yield from self._entry(entry)

    def _entry(self, entry: Entry) -> Iterator[str]:
        marker = entry.paragraph.marker if entry.number else "-"
        lead = f"{marker} ".ljust(_COLUMNS)
        lead = f"{marker}  " if entry.number and entry.number.kind in ("A.", "I.") else lead
        text = self.inline(entry.paragraph.runs)
        for index, line in enumerate(_lines(text)):
            yield (lead if index == 0 else " " * _COLUMNS) + safe_line(line)
        for part in entry.inside:
            if isinstance(part, Paragraph):
                yield ""
            lines = self._list(part) if isinstance(part, List) else self.paragraph(part).split("\n")
            yield from (" " * _COLUMNS + line if line else "" for line in lines)

    def note(self, label: str) -> str:
        lines = _lines(self.inline(self.notes[label].runs))
        return f"[^{label}]: " + "\n    ".join(safe_line(line) for line in lines)


def picture_comment(picture: Picture) -> str:
    """What tells an editor that the exhibit shows a picture here. Readers do not see it."""
    says = f": {picture.alternative}" if picture.alternative else ""
    return f"<!-- picture {re.sub(r'-{2,}|[{}<>]', '', picture.name + says)} -->"


def _without_imitated_links(runs: Sequence[Run]) -> Iterator[Run]:
    """Addresses and links are underlined as browsers do it; that is no emphasis."""
    for run in runs:
        plain = run.link or is_address(run.text) or not any(c.isalnum() for c in run.text)
        yield Run(
            run.text, run.bold, run.italic, run.underlined and not plain, run.raised, run.lowered, run.link
        )


def _blanks(text: str) -> tuple[str, str]:
    """The blank before and behind a text; a line break there is shown as one."""
    before = text[: len(text) - len(text.lstrip())] if text.strip() else text
    after = text[len(text.rstrip()) :] if text.strip() else ""
    return _blank(before), _blank(after)


def _blank(text: str) -> str:
    return "<br>\n" if "\n" in text else " " if text else ""


def _lines(text: str) -> list[str]:
    """The text with a line for each sentence, as far as a full stop can tell."""
    found: list[str] = []
    begun = 0
    for end in _SENTENCE.finditer(text):
        if _ABBREVIATED.search(text[begun : end.start()]):
            continue
        found += (text[begun : end.end(1)]).split("\n")
        begun = end.end()
    return [line.strip() for line in (*found, *text[begun:].split("\n")) if line.strip()]
