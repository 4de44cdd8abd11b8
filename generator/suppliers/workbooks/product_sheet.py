"""The sheet ``Product List``: three columns up to CMRT 6.5, EMRT 2.0 and AMRT 1.2, five from then on."""

from __future__ import annotations

from collections.abc import Iterator

from ..products import Product
from ..templates import Template, TemplateKind
from .cells import Rows, text_at, text_of_raw
from .layouts import PRODUCT_HEADING_ROW

_NOTICE = "©"
_WITH_REQUESTER = {
    TemplateKind.CMRT: (6, 60), TemplateKind.EMRT: (2, 10), TemplateKind.AMRT: (1, 30),
}  # fmt: skip
"""Version from which columns D and E are the requester's."""


def products_of(rows: Rows, template: Template) -> Iterator[Product]:
    """The products, in their order; rows without a word are passed over.

    The five-column form is told by its headings, or by the version where headings have no stored values.
    """
    first = _WITH_REQUESTER.get(template.kind)
    is_new = first is not None and template.number[:2] >= first
    is_wide = bool(text_at(rows, PRODUCT_HEADING_ROW, 6)) or is_new
    last = 6 if is_wide else 4
    for number, cells in enumerate(rows[PRODUCT_HEADING_ROW:], start=PRODUCT_HEADING_ROW + 1):
        if not any(cells[1:last]):
            continue
        texts = [text_of_raw(cell) for cell in cells[1:last]]
        if texts[0].startswith(_NOTICE):  # the template's own last row
            continue
        texts += [""] * (last - 1 - len(texts))
        if is_wide and any(texts):
            own_number, name, requester_number, _, comment = texts
            yield Product(number, own_number, name, requester_number, comment)
        elif any(texts):
            yield Product(number, texts[0], texts[1], comment=texts[2])
