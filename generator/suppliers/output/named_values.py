"""What the answers name, gathered from all that were read, and as the file ``review/named.csv``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...model import CellRef
from ..declarations import Declaration
from ..letters.contacts import person
from ..named import Named, What
from ..sources.declared_files import FileRead

NAMED_FILE = "named.csv"
"""In the folder ``review``."""


def named_in(found: Iterable[FileRead]) -> tuple[Named, ...]:
    """Every value of the answers, those of files that are set aside or replaced too, in the files' order."""
    first: dict[tuple[What, str], tuple[str, str, str]] = {}
    companies: dict[tuple[What, str], set[str]] = {}
    for read in sorted(found, key=lambda one: one.file):
        company = read.declaration.supplier if read.declaration else read.supplier
        for what, value, cell in _values(read):
            key = (what, value.casefold())
            first.setdefault(key, (value, read.file, cell))
            companies.setdefault(key, set()).add(company.casefold())
    return tuple(
        Named(key[0], value, file, cell, len(companies[key])) for key, (value, file, cell) in first.items()
    )


def _values(read: FileRead) -> Iterator[tuple[What, str, str]]:
    if read.declaration:
        yield from _of_company(read.declaration)
        yield from _comments(read.declaration)
    elif read.supplier:
        yield What.SUPPLIER, read.supplier, ""


def _of_company(declaration: Declaration) -> Iterator[tuple[What, str, str]]:
    """Company, contact and authorizer; what stands where a person is asked for and is none is left out."""
    company = declaration.company
    if company.is_named:
        yield What.SUPPLIER, company.name.text, _cell(company.name.where)
    for name in (company.contact_name, company.authorizer):
        if person(name.text):
            yield What.PERSON, name.text, _cell(name.where)
    for address in (company.contact_email, company.authorizer_email):
        if address and "@" in address.text:
            yield What.EMAIL, address.text, _cell(address.where)
    for number in (company.contact_phone, company.authorizer_phone):
        if number and any(map(str.isdigit, number.text)):
            yield What.TELEPHONE, number.text, _cell(number.where)
    if company.address and any(map(str.isdigit, company.address.text)):
        yield What.ADDRESS, company.address.text, _cell(company.address.where)


def _comments(declaration: Declaration) -> Iterator[tuple[What, str, str]]:
    yield from ((What.COMMENT, one.text, _cell(one.where)) for one in declaration.free_texts)
    for product in declaration.products:
        if product.comment:
            yield What.COMMENT, product.comment, f"row {product.row} of the product list"
    for mine in declaration.mines:
        if mine.comment:
            place = f"row {mine.where.cell[1:]} of the mine list"
            yield What.COMMENT, mine.comment, place
    for row in declaration.rows:
        if row.entry.comment:
            yield What.COMMENT, row.entry.comment, _cell(row.cell("Q"))


def _cell(where: CellRef) -> str:
    return f"'{where.sheet}'!{where.cell}"
