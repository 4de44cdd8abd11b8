"""Rows of the list for every format of the data files: a full one, and names that a spreadsheet would run."""

from __future__ import annotations

import datetime as dt
from typing import Any

from generator.model import Country, Metal

HEADINGS = (
    "Metal,Smelter ID (CID),Smelter or refiner,Other names,Country as filed,Country,"
    "Country code (ISO 3166-1),Covered country,City,State or province,Status,Status class,Status as of,"
    "Recycled or scrap,Note,Registrant,Reporting year,Address"
)
"""The headings of the list in CSV, in one line."""

FULL_ROW: dict[str, Any] = {
    "metal": Metal.TIN,
    "name": "Fábrica “Ñ”, S.A.",
    "aliases": ("Fabrica", "F. & Söhne"),
    "country": Country("KR", "KOREA (REPUBLIC OF)", "South Korea"),
    "anchor": "CID000035",
    "cid": "CID000035",
    "city": "Incheon",
    "state": "Incheon",
    "status_as_of": dt.date(2022, 4, 5),
    "recycled": True,
    "footnote": "Smelts scrap only",
}
"""A row in which every field is filled in, as ``tests.support.filing`` takes it."""

RISKY = [
    '=HYPERLINK("http://x")', "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "=1\n+2", "=x", "'=1+1",
    "''=x", "'-1",
]  # fmt: skip
"""Names that a spreadsheet runs, or that look as if an apostrophe kept them from it."""
