"""RMI's blank EMRT, AMRT and CRT, filled by addresses that were typed from a description of the templates.

The addresses stand here once more, on purpose: nothing of them is shared with the program. The templates are
their publisher's and no part of the project; where ``../shared/emrt-amrt`` is not beside it, these tests are
skipped by name, and ``test_other_workbooks.py`` tests invented workbooks of the same layouts.
"""

from __future__ import annotations

import datetime as dt
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest

from generator.suppliers.declarations import Declaration
from generator.suppliers.workbooks import is_blank, read_workbook
from tests.support.official_templates import SHARED, fill_as_excel_does, fill_as_programs_do

FOLDER = SHARED / "emrt-amrt"
Value = str | float


@dataclass(frozen=True)
class Filled:
    """How one template is filled, and what must be read of it."""

    file: str
    kind: str
    version: str
    choices: Mapping[str, str]
    """Cells in which minerals are chosen."""
    labels: Mapping[int, Mapping[str, str]]
    """Heading row of a question to the rows' labels, which the template computes: B30 to ``Cobalt(*)``."""
    company: Mapping[str, Value]
    answers: Mapping[str, Value]
    rows: tuple[Mapping[str, str], ...]
    """Rows of the list from 5 on: column to text."""
    read: tuple[tuple[str, str, str], ...]
    """What must be read of them: mineral, name, identifier."""
    said: Mapping[str, tuple[str, ...]]
    """Mineral to its answers."""
    product: str = "B6"


def _company(first: int, date: int) -> dict[str, Value]:
    """The block from the address on: contact, authorizer with a title between name and e-mail, date."""
    return {
        "D8": "Example Cathodes Ltd. (invented)", "D9": "A. Company", f"D{first}": "1 Invented Street",
        f"D{first + 1}": "Ina Invented", f"D{first + 2}": "ina@example.com", f"D{first + 3}": "5550142",
        f"D{first + 4}": "Otto Invented", f"D{first + 6}": "otto@example.com", f"D{date}": 46000,
    }  # fmt: skip


ALL_COBALT = ("Yes", "Yes", "DRC only", "No", "100%", "Yes", "No")
CRT = Filled(
    "RMI_CRT_2.21.xlsx", "CRT", "2.2", {}, {}, _company(14, 22),
    {
        "D26": "Yes", "D32": "DRC or adjoining countries only", "D38": "No", "D44": 1, "D50": "Yes",
        "D56": "Yes",
        "D63": "Yes", "G63": "https://www.example.com/policy", "D65": "Yes", "D67": "Yes", "D69": "Yes",
        "D71": "Yes", "D73": "Yes", "D75": "Yes, CRT", "D77": "Yes", "D79": "No",
    },
    (
        {"A": "CID003209"},
        {"B": "Cobalt", "C": "Smelter not listed", "D": "Invented Refinery", "E": "FINLAND"},
    ),
    (("Cobalt", "", "CID003209"), ("Cobalt", "Invented Refinery", "")),
    {"Cobalt": ("Yes", "DRC or adjoining countries only", "No", "100%", "Yes", "Yes")},
)  # fmt: skip
EMRT_1 = Filled(
    "RMI_EMRT_1.3.xlsx", "EMRT", "1.3", {}, {}, _company(14, 22),
    {
        "D26": "Yes", "D27": "Yes", "D32": "Yes", "D33": "Yes", "D38": "DRC only",
        "D39": "India and/or Madagascar only", "D44": "No", "D50": 1, "D51": "Greater than 75%", "D56": "Yes",
        "D57": "No", "D62": "No", "D63": "Yes", "D69": "Yes", "D71": "No", "D74": "Yes",
        "D75": "Yes, when more processors are validated", "D77": "Yes",
        "D79": "Yes, in conformance with IPC1755 (e.g. EMRT)", "D81": "Yes", "D83": "Yes",
    },
    (
        {"A": "CID003209"},
        {"B": "Mica", "C": "Smelter not listed", "D": "Invented Flakes", "E": "INDIA"},
        {"B": "Tin", "C": "Smelter not listed", "D": "Invented Tin", "E": "PERU"},
    ),
    (("Cobalt", "", "CID003209"), ("Mica", "Invented Flakes", ""), ("Tin", "Invented Tin", "")),
    {
        "Cobalt": ALL_COBALT,
        "Mica": ("Yes", "Yes", "India and/or Madagascar only", "Greater than 75%", "No", "Yes"),
    },
)  # fmt: skip


def _below(first: int, step: int, count: int, names: tuple[str, ...]) -> dict[int, dict[str, str]]:
    """Labels as the template's formulas compute them; the rows that are left are ``0`` or blank."""
    return {
        first + step * number: {
            f"B{first + step * number + at}": f"{name}(*)" for at, name in enumerate(names, start=1)
        }
        for number in range(count)
    }


_TWO = ("Cobalt", "Nickel")
EMRT_2 = Filled(
    "RMI_EMRT_2.1.xlsx", "EMRT", "2.1",
    {
        "D12": "Cobalt", "E12": "(Delete Copper)", "G12": "", "D13": "(Delete Lithium)", "E13": "",
        "G13": "Nickel",
    },
    _below(29, 12, 7, (*_TWO, "", "", "", "")) | _below(119, 12, 1, (*_TWO, "", "", "", "")),
    _company(18, 26),
    {
        "D30": "Yes", "D31": "Yes", "D42": "Yes", "D43": "No", "D54": "No", "D66": "No", "D78": "100%",
        "D90": "Yes", "D102": "Yes", "D115": "Yes", "D117": "Yes", "G117": "https://www.example.com/policy",
        "D120": "Yes", "D121": "No", "D131": "Yes", "D133": "Yes, Using Other Format (Describe)",
        "G133": "by letter", "D135": "Yes", "D137": "Yes",
    },
    ({"A": "CID003209"}, {"B": "Cobalt", "C": "Smelter not yet identified"}),
    (("Cobalt", "", "CID003209"), ("Cobalt", "", "")),
    {"Cobalt": ("Yes", "Yes", "No", "No", "100%", "Yes", "Yes"), "Nickel": ("Yes", "No", "", "", "", "", "")},
)  # fmt: skip
AMRT_12 = Filled(
    "RMI_AMRT_1.2.xlsx", "AMRT", "1.2",
    {"D12": "Zinc", "E12": "cerium", "G12": "", "H12": "", "I12": "", "D13": "", "E13": ""},
    {
        27: {"B28": "cerium(*)", "B29": "Zinc(*)", **{f"B{row}": "0" for row in range(30, 35)}},
        39: {"B40": "cerium", "B41": "Zinc", **{f"B{row}": "0" for row in range(42, 47)}},
    },
    _company(16, 24),
    {"D28": "Unknown", "D29": "Yes", "D41": "Did not survey"},
    ({"A": "Zinc", "B": "Invented Zinc Works", "C": "PERU", "D": "CID009999", "N": "No"},
     {"A": "Tin", "B": "Invented Tin", "C": "PERU"}),
    (("Zinc", "Invented Zinc Works", "CID009999"), ("Tin", "Invented Tin", "")),
    {"Cerium": ("Unknown", ""), "Zinc": ("Yes", "Did not survey")},
)  # fmt: skip
AMRT_13 = Filled(
    "RMI_AMRT_1.3.xlsx", "AMRT", "1.3",
    {"D12": "Zinc", "E12": "Other [specify below]", "E15": "Cerium", "G12": "Aluminum"},
    {
        30: {"B31": "Aluminum(*)", "B32": "Cerium(*)", "B33": "Zinc(*)"},
        42: {"B43": "Aluminum", "B44": "Cerium", "B45": "Zinc"},
    },
    _company(19, 27),
    {"D31": "No", "D32": "Yes", "D33": "Yes", "D44": 1, "D45": "None"},
    ({"A": "CID003806"}, {"B": "Cerium", "C": "Smelter not listed", "D": "Invented Earths", "E": "ESTONIA"}),
    (("Zinc", "", "CID003806"), ("Cerium", "Invented Earths", "")),
    {"Aluminum": ("No", ""), "Cerium": ("Yes", "100%"), "Zinc": ("Yes", "None")},
)  # fmt: skip
ALL = (CRT, EMRT_1, EMRT_2, AMRT_12, AMRT_13)
needs_templates = pytest.mark.skipif(
    not all((FOLDER / one.file).exists() for one in ALL),
    reason="the blank EMRT, AMRT and CRT of ../shared/emrt-amrt are not here",
)


def _cells(one: Filled, *, labels: bool) -> dict[str, dict[str, Value]]:
    declaration: dict[str, Value] = {**one.company, **one.choices, **one.answers}
    for of_question in one.labels.values() if labels else ():
        declaration |= of_question
    rows = {
        f"{column}{number}": text for number, row in enumerate(one.rows, 5) for column, text in row.items()
    }
    return {"Declaration": declaration, "Smelter List": {**rows}, "Product List": {one.product: "P-1"}}


def _counted(path: Path, kind: str, version: str) -> int:
    """Rows of the list that say anything in a column that people fill in, by openpyxl."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of parts that openpyxl does not know
        book = openpyxl.load_workbook(path, data_only=True)
    columns = "ABCD" if (kind, version) == ("AMRT", "1.2") else "ABCDEF"
    rows = book["Smelter List"].iter_rows(min_row=5, max_col=len(columns), values_only=True)
    return sum(any(str(cell or "").strip() not in ("", "0") for cell in row) for row in rows)


def _check(one: Filled, declaration: Declaration | None) -> Declaration:
    assert declaration is not None
    assert (declaration.template.kind, declaration.template.version) == (one.kind, one.version)
    assert declaration.company.name.text == "Example Cathodes Ltd. (invented)"
    assert declaration.company.contact_email.text == "ina@example.com"
    assert declaration.company.authorizer_email is not None
    assert declaration.company.authorizer_email.text == "otto@example.com"
    assert declaration.effective_date == dt.date(2025, 12, 9)
    said: dict[str, list[str]] = {}
    for answer in declaration.answers:
        said.setdefault(str(answer.metal), []).append(answer.answer.text)
    assert {mineral: tuple(texts) for mineral, texts in said.items()} == one.said
    assert all(answer.is_allowed or not answer.answer for answer in declaration.answers)
    assert [
        (
            str(r.metal),
            r.entry.text("D") or (r.name if not r.cid or one.version == "1.2" else ""),
            r.cid or "",
        )
        for r in declaration.rows
    ] == list(one.read)
    assert [product.number for product in declaration.products] == ["P-1"]
    assert not declaration.astray
    return declaration


@needs_templates
@pytest.mark.parametrize("one", ALL, ids=lambda one: one.file)
def test_a_filled_official_template_is_read_in_its_language(tmp_path: Path, one: Filled) -> None:
    path = fill_as_excel_does(FOLDER / one.file, tmp_path / one.file, _cells(one, labels=True))
    declaration, found = read_workbook(path)
    assert [str(finding) for finding in found] == []
    read = _check(one, declaration)
    assert len(read.rows) == _counted(path, one.kind, one.version)


@needs_templates
@pytest.mark.parametrize("one", ALL, ids=lambda one: one.file)
def test_a_filled_official_template_without_stored_values_is_read_alike(tmp_path: Path, one: Filled) -> None:
    path = fill_as_programs_do(FOLDER / one.file, tmp_path / one.file, _cells(one, labels=False))
    read = _check(one, read_workbook(path)[0])
    assert not read.has_stored_values


@needs_templates
@pytest.mark.parametrize("one", ALL, ids=lambda one: one.file)
def test_a_blank_official_template_is_blank(one: Filled) -> None:
    declaration, found = read_workbook(FOLDER / one.file)
    assert declaration is not None
    assert [str(finding) for finding in found] == []
    assert is_blank(declaration)
