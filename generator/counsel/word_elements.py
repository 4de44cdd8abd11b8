"""Elements of Word files, and what they say of themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
CAME = frozenset({"ins", "moveTo"})
"""Elements around what somebody put in, with tracked changes."""
_GONE = frozenset({"del", "moveFrom", "tcPr", "trPr", "tblPr", "tblPrEx", "tblGrid", "sdtPr", "sdtEndPr"})
"""Elements in which there is no paragraph that stays."""
_MOST_COLUMNS = 63
"""Of a table, as Word has it."""
Named = tuple[str, str] | None
"""Tag and title of the control around a text; None: there is none with a tag."""


def those(parent: Any, name: str) -> Iterator[Any]:
    """Rows of a table or cells of a row, also where they stand in controls."""
    for child in parent:
        local = local_name(child)
        if local == name:
            yield child
        elif local in ("sdt", "sdtContent", "customXml", *CAME):
            yield from those(child, name)


def paragraphs_in(cell: Any) -> Iterator[Any]:
    """Those of a cell and of tables in it, without rows that were taken out, and without text boxes."""
    for child in cell:
        name = local_name(child)
        if name == "p":
            yield child
        elif name in _GONE or (name == "tr" and child.find(f"{W}trPr/{W}del") is not None):
            continue
        else:
            yield from paragraphs_in(child)


def control_name(control: Any) -> Named:
    properties = control.find(f"{W}sdtPr")
    tag = value_of(properties.find(f"{W}tag")) if properties is not None else ""
    return (tag, value_of(properties.find(f"{W}alias"))) if tag else None


def columns_of(cell: Any) -> int:
    """How many columns a cell goes over."""
    said = value_of(cell.find(f"{W}tcPr/{W}gridSpan"))
    return min(int(said), _MOST_COLUMNS) if said.isdecimal() and said.isascii() and len(said) < 4 else 1


def symbol_of(element: Any) -> str:
    code = element.get(f"{W}char") or ""
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""


def author_of(element: Any) -> str:
    return " ".join((element.get(f"{W}author") or "").split()) or "an author without a name"


def value_of(element: Any | None) -> str:
    return (element.get(f"{W}val") or "") if element is not None else ""


def local_name(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def style_of(paragraph: Any) -> str:
    return value_of(paragraph.find(f"{W}pPr/{W}pStyle"))
