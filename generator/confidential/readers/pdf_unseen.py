"""What a PDF draws outside of its pages: stamps, drawings that no page uses, pages that were taken out.

Their letters may be numbers in a font, which only a reader of pages can tell; so each becomes a page.
"""

from __future__ import annotations

import io
from typing import Any

from .reading import TOO_MANY, UnsearchableError

_ROOM = (-14_000, -14_000, 14_000, 14_000)
"""A page on which every drawing has room; readers allow 200 inches."""


def unseen_pages(document: Any, most: int) -> bytes:
    """A file of pages with all of that, empty where there is none; the document is used up by it.

    Raises UnsearchableError where there are more than ``most``.
    """
    import pikepdf

    shown = {page.obj.objgen for page in document.pages}
    drawings = [one for one in document.objects if isinstance(one, pikepdf.Stream) and _draws_text(one)]
    taken_out = [one for one in document.objects if _is_page(one) and one.objgen not in shown]
    if not drawings and not taken_out:
        return b""
    if len(drawings) + len(taken_out) > most:
        raise UnsearchableError(TOO_MANY)
    made = [*(_page_of(document, one) for one in drawings), *(_again(one) for one in taken_out)]
    del document.pages[:]
    for page in made:
        document.pages.append(pikepdf.Page(document.make_indirect(page)))
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def _draws_text(stream: Any) -> bool:
    """Whether it has fonts of its own, or another drawing that may have some."""
    resources = stream.get("/Resources")
    return hasattr(resources, "keys") and ("/Font" in resources or "/XObject" in resources)


def _is_page(one: Any) -> bool:
    import pikepdf

    return isinstance(one, pikepdf.Dictionary) and str(one.get("/Type", "")) == "/Page"


def _page_of(document: Any, drawing: Any) -> Any:
    """A page that shows the drawing and nothing else."""
    import pikepdf

    drawing["/Type"], drawing["/Subtype"] = pikepdf.Name.XObject, pikepdf.Name.Form
    drawing["/BBox"] = pikepdf.Array(_ROOM)
    for key in ("/Matrix", "/OC"):
        if key in drawing:
            del drawing[key]
    return pikepdf.Dictionary(
        Type=pikepdf.Name.Page,
        MediaBox=pikepdf.Array(_ROOM),
        Resources=pikepdf.Dictionary(XObject=pikepdf.Dictionary(Own=drawing)),
        Contents=document.make_stream(b"/Own Do"),
    )


def _again(page: Any) -> Any:
    """The page with what draws it: the rest of it is read as any object."""
    import pikepdf

    again = pikepdf.Dictionary(Type=pikepdf.Name.Page, MediaBox=pikepdf.Array(_ROOM))
    for key in ("/Contents", "/Resources"):
        if key in page:
            again[key] = page[key]
    return again
