"""The lists as XML: OFAC's ``SDN.XML``, ``SDN_ADVANCED.XML`` and their like, the EU's ``export``.

The largest has more than 100 MB: each entry is let go as soon as it was read. A file with a document type is
refused: it could define entities that unfold without end, or that name other files.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from lxml import etree

from ..files.cell_text import date_of
from .entry import EU, OFAC_OTHER, OFAC_SDN, Entry, ListFile, NotAListError
from .eu_csv import COMPANY, day_of

_DOCTYPE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_HEAD = 100_000
_ENTITY_SUB_TYPE = "3"
"""OFAC's number of a company among the kinds of parties, where the file does not explain its numbers."""

_Found = tuple[dict[str, Entry], dt.date | None]
_Reader = Callable[[Iterator[etree._Element], str], _Found]


def read_xml(path: Path, shown: str) -> ListFile:
    """The companies of the file. Raises NotAListError where it is damaged, or another kind of XML."""
    with path.open("rb") as file:
        if _DOCTYPE.search(file.read(_HEAD)):
            raise NotAListError("the file has a document type, which these lists never have")
        file.seek(0)
        try:
            root = _root(file)
            reader, title = _readers(path.name).get(_local(root), (None, ""))
            if reader is None:
                raise NotAListError(f"the file is XML of another kind ('{_local(root)}')", root.sourceline)
            file.seek(0)
            entries, day = reader(_elements(file), str(root.get("generationDate") or ""))
        except etree.XMLSyntaxError as problem:
            line = problem.lineno or None
            raise NotAListError(f"the file is not whole, or no XML: {problem.msg}", line) from problem
    return ListFile(path, shown, title, entries, day)


def _readers(name: str) -> dict[str, tuple[_Reader, str]]:
    """Name of the first element to what reads the file, and the list's name."""
    ofac = OFAC_OTHER if name.casefold().startswith("cons") else OFAC_SDN
    return {"sdnList": (_ofac, ofac), "Sanctions": (_ofac_advanced, ofac), "export": (_eu, EU)}


def _root(file: BinaryIO) -> etree._Element:
    _, root = next(iter(etree.iterparse(file, events=("start",), **_SAFE)))
    return root


_SAFE: dict[str, bool] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
}
_KEPT = frozenset({
    "sdnEntry", "Publish_Date", "PartyType", "PartySubType", "DistinctParty", "SanctionsEntry", "DateOfIssue",
    "sanctionEntity",
})  # fmt: skip
"""Elements that are read, and then emptied with all that stood before them."""


def _elements(file: BinaryIO) -> Iterator[etree._Element]:
    for _, element in etree.iterparse(file, events=("end",), **_SAFE):
        if isinstance(element.tag, str) and _local(element) in _KEPT:
            yield element
            element.clear()
            while (before := element.getprevious()) is not None and (
                above := element.getparent()
            ) is not None:
                above.remove(before)


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _all(element: etree._Element, name: str) -> Iterator[etree._Element]:
    return (one for one in element.iter(f"{{*}}{name}"))


def _text(element: etree._Element, name: str) -> str:
    """The text of the first child of that name; empty where there is none."""
    found = element.find(f"{{*}}{name}")
    return (found.text or "").strip() if found is not None else ""


def _ofac(elements: Iterator[etree._Element], _: str) -> _Found:
    entries: dict[str, Entry] = {}
    day: dt.date | None = None
    for element in elements:
        if _local(element) == "Publish_Date":
            month, day_, year = [*(element.text or "").strip().split("/"), "", ""][:3]
            day = date_of(f"{year}-{month}-{day_}")
        elif _text(element, "sdnType").casefold() == "entity":
            entry = entries.setdefault(_text(element, "uid"), Entry(_text(element, "uid")))
            entry.add(_text(element, "lastName"))
            for alias in _all(element, "aka"):
                entry.add(_text(alias, "lastName"))
            for programme in _all(element, "program"):
                entry.add(programme=programme.text or "")
    return entries, day


def _ofac_advanced(elements: Iterator[etree._Element], _: str) -> _Found:
    entries: dict[str, Entry] = {}
    day: dt.date | None = None
    company_types: set[str] = set()
    kinds = {_ENTITY_SUB_TYPE}
    for element in elements:
        name = _local(element)
        if name == "DateOfIssue":
            day = date_of("-".join(_text(element, part).zfill(2) for part in ("Year", "Month", "Day")))
        elif name == "PartyType" and (element.text or "").strip() == "Entity":
            company_types.add(str(element.get("ID")))
        elif name == "PartySubType" and element.get("PartyTypeID") in company_types:
            kinds.add(str(element.get("ID")))
        elif name == "DistinctParty":
            for profile in _all(element, "Profile"):
                if profile.get("PartySubTypeID") in kinds:
                    number = str(profile.get("ID"))
                    entries[number] = _party(number, profile)
        elif name == "SanctionsEntry" and (entry := entries.get(str(element.get("ProfileID")))):
            for comment in _all(element, "Comment"):
                entry.add(programme=comment.text or "")
    return entries, day


def _party(number: str, profile: etree._Element) -> Entry:
    entry = Entry(number)
    for documented in _all(profile, "DocumentedName"):
        entry.add(" ".join(part.text or "" for part in _all(documented, "NamePartValue")))
    return entry


def _eu(elements: Iterator[etree._Element], made: str) -> _Found:
    entries: dict[str, Entry] = {}
    for element in elements:
        kinds = {
            str(value).casefold() for one in _all(element, "subjectType") for value in one.attrib.values()
        }
        if _local(element) != "sanctionEntity" or not kinds & COMPANY:
            continue
        number = str(element.get("euReferenceNumber") or element.get("logicalId") or "")
        entry = entries.setdefault(number, Entry(number))
        for alias in _all(element, "nameAlias"):
            entry.add(str(alias.get("wholeName") or ""))
        for regulation in _all(element, "regulation"):
            entry.add(programme=str(regulation.get("programme") or ""))
    return entries, day_of(made)
