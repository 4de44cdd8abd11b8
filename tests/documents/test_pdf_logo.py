"""The registrant's logo: on top of the website copy, and in no copy for EDGAR."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from PIL import Image

from generator.documents.make import filing_files
from generator.documents.output import Output
from generator.documents.pdf import names
from generator.findings import errors
from generator.model import OwnFile
from generator.model.brand import Brand
from tests.support import document_cases
from tests.support.document_cases import Case

RED = (200, 16, 46)
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
    '<rect width="{width}" height="{height}" fill="#c8102e"/></svg>'
)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """Three pages: nothing but the logo is red."""
    return document_cases.no_report(tmp_path_factory.mktemp("case"))


def svg(width: int, height: int) -> OwnFile:
    return OwnFile("brand/logo.svg", DRAWING.format(width=width, height=height).encode())


def png() -> OwnFile:
    file = io.BytesIO()
    Image.new("RGB", (400, 100), RED).save(file, "PNG")
    return OwnFile("logo.PNG", file.getvalue())


def made(case: Case, logo: OwnFile) -> dict[str, bytes]:
    disclosure = case.loaded().disclosure
    assets, found = filing_files(disclosure, case.pages(), Output(brand=Brand(logo=logo)))
    assert not errors(found), found
    return {asset.name: asset.content for asset in assets}


def red_place(pdf: bytes, page: int = 0) -> tuple[float, float, float, float] | None:
    """Where the page is red, in points from its upper left corner; None where it is not."""
    picture = pypdfium2.PdfDocument(pdf)[page].render(scale=1).to_pil().convert("RGB")
    red = Image.new("L", picture.size)
    red.putdata([255 if abs(r - 200) + g + b < 120 else 0 for r, g, b in picture.get_flattened_data()])
    return red.getbbox()


@pytest.mark.parametrize("logo", [svg(240, 60), svg(60, 60), svg(60, 900), svg(3000, 60), png()])
def test_the_logo_stands_on_top_of_the_cover_within_its_bounds_whatever_its_shape(
    case: Case, logo: OwnFile
) -> None:
    files = made(case, logo)
    place = red_place(files[names.web_of(case.loaded().disclosure)])
    assert place is not None
    left, top, right, bottom = place
    assert 72 <= left < right <= 540
    assert abs((left + right) / 2 - 306) < 3
    assert (right - left, bottom - top) <= (190, 792)
    assert bottom - top <= 42
    assert bottom < 792 / 4


def test_no_copy_for_edgar_has_the_logo(case: Case) -> None:
    files = made(case, svg(240, 60))
    copies = [content for name, content in files.items() if name.endswith("-edgar.pdf")]
    assert copies
    assert all(red_place(copy) is None for copy in copies)


def test_a_logo_that_cannot_be_drawn_is_left_out(case: Case) -> None:
    files = made(case, OwnFile("logo.png", b"no picture"))
    assert red_place(files[names.web_of(case.loaded().disclosure)]) is None
