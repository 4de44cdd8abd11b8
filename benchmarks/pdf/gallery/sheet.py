"""Pages of PDF files as small pictures, side by side below a heading for each file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

_GAP, _HEADING = 10, 26
_PAPER, _GROUND, _INK = "#ffffff", "#d8dde3", "#16263c"


@dataclass(frozen=True)
class Strip:
    """The pages of one file; of a long one only the first and the last."""

    title: str
    pages: tuple[Image.Image, ...]


def strip(title: str, pdf: bytes, *, width: int, most: int) -> Strip:
    """``width`` of an upright page, in pixels; ``most``: of more pages those in the middle are left out."""
    document = pypdfium2.PdfDocument(pdf)
    count = len(document)
    half = most // 2
    shown = range(count) if count <= most else [*range(most - half), *range(count - half, count)]
    pages = tuple(_picture(document[at], width) for at in shown)
    return Strip(f"{title}: {count} pages, {len(pdf) / 1000:.0f} kB", pages)


def _picture(page: pypdfium2.PdfPage, width: int) -> Image.Image:
    """At the scale at which an upright page of letter paper is that wide."""
    return page.render(scale=width / 612).to_pil()


def contact_sheet(strips: Sequence[Strip], *, columns: int, width: int) -> Image.Image:
    """All strips one below the other, in so many columns of upright pages."""
    across = columns * (width + _GAP) + _GAP
    lines = [(one.title, line) for one in strips for line in _lines(one.pages, across)]
    heights = [max(page.height for page in line) + _GAP for _, line in lines]
    titles = {one.title for one in strips}
    sheet = Image.new("RGB", (across, sum(heights) + len(titles) * _HEADING + _GAP), _GROUND)
    pen, font = ImageDraw.Draw(sheet), ImageFont.load_default(15)
    top, told = _GAP, ""
    for (title, line), height in zip(lines, heights, strict=True):
        if title != told:
            pen.text((_GAP, top), title, fill=_INK, font=font)
            top, told = top + _HEADING, title
        left = _GAP
        for page in line:
            sheet.paste(page, (left, top))
            left += page.width + _GAP
        top += height
    return sheet


def _lines(pages: Sequence[Image.Image], across: int) -> list[list[Image.Image]]:
    """As many pages a line as there is room for: pages on their side need more."""
    lines: list[list[Image.Image]] = [[]]
    used = _GAP
    for page in pages:
        if lines[-1] and used + page.width + _GAP > across:
            lines.append([])
            used = _GAP
        lines[-1].append(page)
        used += page.width + _GAP
    return lines
