"""Where a finding shows on the pages: from a line or a cell of the data to an address."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from urllib.parse import quote

import markdown

from ..findings import Finding
from ..model import EXPLANATORY_NOTE, ITEM_1_01, CellRef, Disclosure, LineRef, Route, Section, WordingFile
from ..prose.element import Element
from ..prose.html_tree import html_tree
from ..prose.markdown import EXTENSIONS
from ..prose.marks import without_marks
from ..prose.prose import RenderedSection
from ..record.records import RECORDS

_HEADING = re.compile(r"^#+ ")
_EXPRESSION = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|<!--.*?-->")
_HIDDEN = re.compile(rf"{_EXPRESSION.pattern}|^\s*(?:[-+*]|\d+[.)])\s")
"""What a line has and its page does not show, or not as text."""
_RUN = re.compile(r"[^|{}<>\[\]()*_`#~\\&]+")
"""Text without a sign that Markdown may take away."""
_WORDS, _FEWEST = 12, 3
_SIGN_OFFS = ("review/#sign-offs", "Sign-offs, and what changed since")
_REPORT = ("report/", "Report")
_FORM_TEXTS = {
    EXPLANATORY_NOTE: ("form-sd/#explanatory-note", "Form SD, explanatory note"),
    ITEM_1_01: ("form-sd/#item-1-01", "Form SD, Item 1.01"),
}
_PAGES = {
    "registrant": ("form-sd/", "Form SD"),
    "co_registrants": ("form-sd/", "Form SD"),
    "period": ("form-sd/", "Form SD"),
    "form": ("form-sd/", "Form SD"),
    "filing": ("form-sd/#signatures", "Form SD, signatures"),
    "statuses": ("annex/#what-the-statuses-mean", "Annex, statuses"),
    "annex": ("annex/", "Annex"),
    "control": ("annex/", "Annex"),
    "policy": ("#the-filing", "Overview"),
    "grievance": ("#the-filing", "Overview"),
    "terms": ("documents/#use", "Documents"),
    "notice": ("", "Overview"),
    "products": _REPORT,
    "survey": _REPORT,
    "origins": _REPORT,
    "audit": _REPORT,
    "covered_countries": _REPORT,
}
"""Entry of ``disclosure.yml`` to the address, from the year's folder, of a page that shows it."""

Link = tuple[str, str]
"""Address from the year's folder, and words."""


class FindingLinks:
    """Addresses of one year's pages, by places in its data."""

    def __init__(self, disclosure: Disclosure, sections: Sequence[RenderedSection]) -> None:
        self._disclosure = disclosure
        self._page = "report/" if disclosure.facts.form.route is Route.REPORT else "form-sd/"
        self._headings = _headings(sections)
        self._sources = {section.file: section for section in disclosure.all_sections}
        self._wording = {file.file: file for file in disclosure.wording}
        self._rows = {_row(row.where.cell): row for row in disclosure.smelters}

    def find(self, finding: Finding) -> Link | None:
        """Where the finding shows; None where no page shows it."""
        where = finding.where
        if isinstance(where, CellRef):
            return self._of_cell(where)
        if where.file in self._sources and self._sources[where.file].is_of_form:
            return _FORM_TEXTS.get(self._sources[where.file].slug, _PAGES["form"])
        if where.file in self._sources:
            return self._of_line(self._sources[where.file], where)
        if where.file == self._disclosure.file and where.line:
            return self._of_entry(where.line)
        if where.file in self._wording and where.line:
            return self._of_paragraph(self._wording[where.file], where.line, where.column)
        return _SIGN_OFFS if f"/{RECORDS}/" in where.file else None

    def quoted(self, finding: Finding) -> tuple[str, str, str]:
        """The section's line: before, at and behind the column. Empty where it has no words of its own."""
        where = finding.where
        section = self._sources.get(where.file)
        if section is None or not isinstance(where, LineRef) or not where.line:
            return "", "", ""
        lines = section.text.split("\n")
        line = lines[where.line - 1] if where.line <= len(lines) else ""
        if not re.search(r"\w", _EXPRESSION.sub("", line)):
            return "", "", ""
        if where.column is None:
            return line, "", ""
        start, end = where.column - 1, where.column - 1 + where.length
        return line[:start], line[start:end], line[end:]

    def _of_cell(self, where: CellRef) -> Link | None:
        row = self._rows.get(_row(where.cell))
        if row is None or row.where.file != where.file:
            return None
        return f"annex/#{row.anchor}", f"Annex, {row.name}"

    def _of_line(self, section: Section, where: LineRef) -> Link | None:
        """The line's words below the nearest heading, as far as the section shows all its headings."""
        shown = self._headings.get(section.file)
        if not shown:
            return None
        lines = section.text.split("\n")
        above = sum(bool(_HEADING.match(text)) for text in lines[: where.line or 1])
        all_shown = sum(bool(_HEADING.match(text)) for text in lines) == len(shown)
        anchor, title = shown[max(above - 1, 0) if all_shown else 0]
        words = _own_words(lines[where.line - 1], where.column) if where.line else ""
        return f"{self._page}#{anchor}{f':~:text={words}' if words else ''}", title

    def _of_paragraph(self, file: WordingFile, line: int, column: int | None) -> Link | None:
        """The words of a paragraph below the heading of the section that prints it; None where none does."""
        prints = re.compile(rf"\bparagraph\s*\.\s*{re.escape(file.name.replace('-', '_'))}\b")
        for section in self._sources.values():
            found = prints.search(section.text)
            if found is None or section.is_of_form:
                continue
            asks = section.text.count("\n", 0, found.start()) + 1
            if link := self._of_line(section, LineRef(section.file, asks)):
                words = _own_words(file.text.split("\n")[line - 1], column)
                return f"{link[0]}{f':~:text={words}' if words else ''}", link[1]
        return None

    def _of_entry(self, line: int) -> Link | None:
        lines = self._disclosure.lines
        above = [path for path, start in lines.items() if path and start <= line]
        entry = max(above, key=lambda path: lines[path])[0] if above else ""
        link = _PAGES.get(str(entry))
        return (self._page, "Form SD") if link == _REPORT and self._page != "report/" else link


def _own_words(line: str, column: int | None) -> str:
    """Words of the line that the page shows as they are, for an address that leads to them; else empty.

    Those at the column, or the longest ones. Browsers that know no such addresses go to the heading.
    """
    runs = [(run.start(), run[0]) for run in _RUN.finditer(_HIDDEN.sub(_blanked, line))]
    at = [text for start, text in runs if column and start < column <= start + len(text)]
    words = max(at or [text for _, text in runs], key=len, default="").split()[:_WORDS]
    return quote(" ".join(words), safe="").replace("-", "%2D") if len(words) >= _FEWEST else ""


def _blanked(expression: re.Match[str]) -> str:
    return "|" * len(expression[0])


def _row(cell: str) -> str:
    return cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def _headings(sections: Sequence[RenderedSection]) -> Mapping[str, list[Link]]:
    """File of each section to the ids and words of its headings, as the page has them.

    Only the headings are converted, in their order: ids depend on nothing else.
    """
    settings = {name: dict(options) for name, options in EXTENSIONS.items()}
    settings["toc"]["permalink"] = False
    lines = [_heading_lines(section) for section in sections]
    text = "\n\n".join(without_marks(line) for group in lines for line in group)
    html = markdown.markdown(text, extensions=list(settings), extension_configs=settings)
    found = iter(child for child in html_tree(html).children if isinstance(child, Element))
    return {
        section.file: [(tag.attributes.get("id", ""), tag.text) for _, tag in zip(group, found, strict=False)]
        for section, group in zip(sections, lines, strict=True)
    }


def _heading_lines(section: RenderedSection) -> list[str]:
    return [line for line in section.markdown.split("\n") if _HEADING.match(line)]
