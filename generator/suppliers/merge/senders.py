"""Who sent which file: names that a person confirmed, and files that are no answer beside one that is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ...findings import Finding
from ...findings.catalogue import CMRT_OTHER_TEMPLATE, TEMPLATE_BESIDE
from ...model.folding import fold
from ..sources.declared_files import FileRead


def with_senders(found: Iterable[FileRead], aliases: Mapping[str, str]) -> list[FileRead]:
    """The files in the order of their names, each under the name of its supplier among those asked.

    ``aliases``: name on an answer, or name of a file that cannot be read, to that name. An EMRT that
    cannot be used, beside a CMRT of its sender, asks for nothing.
    """
    names = {fold(alias): name for alias, name in aliases.items()}
    ordered = [_named(one, names) for one in sorted(found, key=lambda one: one.file)]
    answered = {
        fold(one.declaration.supplier) for one in ordered if one.declaration and one.declaration.is_cmrt
    }
    return [_beside(one) if fold(one.supplier) in answered else one for one in ordered]


def _named(read: FileRead, names: Mapping[str, str]) -> FileRead:
    if read.declaration is None:
        said = read.supplier or read.file.rpartition("/")[2]
        return replace(read, supplier=names.get(fold(said), read.supplier))
    name = names.get(fold(read.declaration.supplier))
    if name is None and not read.declaration.company.is_named:
        name = names.get(fold(read.file.rpartition("/")[2]))
    if name is None:
        return read
    company = read.declaration.company
    company = replace(company, name=replace(company.name, text=name))
    return replace(read, declaration=replace(read.declaration, company=company))


def _beside(read: FileRead) -> FileRead:
    """A file set aside of a supplier that answered; of an EMRT nothing is to be asked then."""
    first = read.findings[0] if read.findings else None
    if read.declaration or first is None or first.rule != CMRT_OTHER_TEMPLATE:
        return read
    message = f"{first.message}, and '{read.supplier}' sent a CMRT as well"
    beside = Finding(TEMPLATE_BESIDE, message, first.where, "Nothing to do: the CMRT counts.")
    return replace(read, findings=(beside,))
