"""Seven invented suppliers with contacts and comments, and ``smelters.xlsx`` with them in internal sheets."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import openpyxl

EVIDENCE = ("Supplier", "Reported as", "File", "Cell", "Comment")
SURVEY = ("Supplier", "Contact", "E-mail", "Telephone", "Answered", "Template version")


@dataclass(frozen=True)
class Supplier:
    """An invented supplier."""

    name: str
    contact: str
    email: str
    telephone: str
    file: str
    comment: str

    @property
    def values(self) -> tuple[str, ...]:
        return (self.name, self.contact, self.email, self.telephone, self.file, self.comment)


_WORDS = ("Albatross", "Bellwether", "Crocodile", "Dragonfly", "Earthworm", "Flamingo", "Grasshopper")

SUPPLIERS = tuple(
    Supplier(
        f"{word} Components Ltd. (invented)",
        f"Ina {word}ova",
        f"ina.{word.lower()}ova@{word.lower()}-components.example",
        f"+1 (555) 555-01{number:02}",
        f"{word}_Components_CMRT_6.22.xlsx",
        f"{word} has promised to ask its own suppliers again in June",
    )
    for number, word in enumerate(
        ("Albatross", "Bellwether", "Crocodile", "Dragonfly", "Earthworm", "Flamingo", "Grasshopper"),
        start=41,
    )
)


def add_suppliers(book_path: Path) -> None:
    """Fill the internal columns of the list, and add the internal sheets, as people have them."""
    book = openpyxl.load_workbook(book_path)
    listed = book["Smelter List"]
    columns = {cell.value: cell.column for cell in listed[1]}
    for heading in ("Internal Comment", "Reported By"):  # as lists of earlier versions have them
        columns.setdefault(heading, listed.max_column + 1)
        listed.cell(1, columns[heading], heading)
    for row, supplier in enumerate(SUPPLIERS, start=2):
        listed.cell(row, columns["Internal Comment"], supplier.comment)
        listed.cell(row, columns["Reported By"], f"{supplier.name}; {SUPPLIERS[0].name}")
    evidence = book.create_sheet("Evidence")
    evidence.append(EVIDENCE)
    survey = book.create_sheet("Supplier survey")
    survey.append(SURVEY)
    for one in SUPPLIERS:
        evidence.append((one.name, "Boliden AB", one.file, "'Smelter List'!B5", one.comment))
        survey.append((one.name, one.contact, one.email, one.telephone, "Yes", "6.22"))
    book.save(book_path)
