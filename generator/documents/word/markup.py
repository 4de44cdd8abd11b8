"""Small pieces of WordprocessingML as text: escaping, runs, controls, paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ..edgar.profile import displayable
from ..pdf.runs import BREAK

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", BREAK: None})
_SPACES = re.compile(r"[\t\n\r\f\v]+")
TITLE_LENGTH = 64
"""Letters that Word takes as the title or the tag of a control."""
_LOOKS = {
    "code": ("rFonts", 'w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"'),
    "bold": ("b", ""),
    "italic": ("i", ""),
    "tag": ("i", ""),
    "struck": ("strike", ""),
    "soft": ("color", 'w:val="4F5D6F"'),
    "kind": ("sz", 'w:val="24"'),
    "small": ("sz", 'w:val="18"'),
    "marked": ("highlight", 'w:val="yellow"'),
    "underlined": ("u", 'w:val="single"'),
    "raised": ("vertAlign", 'w:val="superscript"'),
    "lowered": ("vertAlign", 'w:val="subscript"'),
}
"""Style of a run to what Word calls it, in the order in which Word expects them."""


def escaped(text: str) -> str:
    """The text for an element or an attribute, without what no XML can hold."""
    return displayable(text).translate(_ESCAPES)


def run(text: str, styles: Iterable[str] = ()) -> str:
    """A run of text that looks the same."""
    wanted = set(styles)
    looks = dict(look for style, look in _LOOKS.items() if style in wanted)
    made = "".join(f"<w:{name} {values}/>" if values else f"<w:{name}/>" for name, values in looks.items())
    properties = f"<w:rPr>{made}</w:rPr>" if made else ""
    words = escaped(_SPACES.sub(" ", text))
    return f'<w:r>{properties}<w:t xml:space="preserve">{words}</w:t></w:r>' if words else ""


def paragraph(content: str, style: str = "", properties: str = "") -> str:
    """A paragraph of a style; ``properties`` stand behind the style, in Word's order."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inside = f"{named}{properties}"
    return f"<w:p>{f'<w:pPr>{inside}</w:pPr>' if inside else ''}{content}</w:p>"


def control(content: str, title: str, tag: str, number: int) -> str:
    """A control whose content is locked. The control itself may be deleted, with the paragraph around it."""
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{escaped(title)}"/><w:tag w:val="{escaped(tag)}"/>'
        f'<w:id w:val="{number}"/><w:lock w:val="contentLocked"/></w:sdtPr>'
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def shortened(text: str) -> str:
    """The text as a title: of a long one its two ends."""
    if len(text) <= TITLE_LENGTH:
        return text
    end = text.rpartition(" · ")[2]
    if len(end) > TITLE_LENGTH // 2:
        end = end[-TITLE_LENGTH // 2 :]
    return f"{text[: TITLE_LENGTH - len(end) - 1].rstrip()}…{end}"


def border(sides: Mapping[str, int]) -> str:
    """Lines at sides of a cell or a table, in eighths of a point; 0: none."""
    return "".join(
        f'<w:{side} w:val="{"single" if size else "nil"}" w:sz="{size}" w:space="0" w:color="8A94A3"/>'
        for side, size in sides.items()
    )
