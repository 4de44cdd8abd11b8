"""Seven invented suppliers whose answers together name exactly the smelters of the 2021 annex.

The annex has no identifiers. Those used here are invented (``CID9…`` in today's look-up, ``CID8…`` withdrawn)
and stand in look-ups that only these workbooks carry. What suppliers get wrong is in here too: names as
aliases and misspelt, identifiers withdrawn, old and typed with blanks, rows twice, smelters that are on no
list.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from python_calamine import CalamineWorkbook

from tests.support.builders import workbook
from tests.support.cmrt_workbooks import Known, SmelterCells, by_id, by_name, cmrt, not_listed

UNLISTED_EVERY = 3
"""Every third indeterminable smelter is in no look-up."""


@dataclass(frozen=True)
class Smelter:
    """A row of the annex with its invented identifier; empty: in no look-up."""

    metal: str
    name: str
    country: str
    status: str
    cid: str


@dataclass(frozen=True)
class Case:
    """The folder of answers, and the files that a person gives with it."""

    answers: Path
    conformant: Path
    active: Path
    decisions: str
    pairs: Path
    smelters: tuple[Smelter, ...]


def annex(repo: Path) -> tuple[Smelter, ...]:
    """The rows as filed, with invented identifiers."""
    rows = CalamineWorkbook.from_path(repo / "data" / "2021" / "smelters.xlsx")
    headings, *cells = rows.get_sheet_by_name("Smelter List").to_python(skip_empty_area=False)
    names = ("Metal", "Smelter Name", "Smelter Country", "Status")
    at = [headings.index(name) for name in names]
    found: list[Smelter] = []
    open_ones = 0
    for number, row in enumerate(cells):
        metal, name, country, status = (str(row[column]) for column in at)
        open_ones += status == "Indeterminable"
        unlisted = status == "Indeterminable" and open_ones % UNLISTED_EVERY == 0
        found.append(Smelter(metal, name, country, status, "" if unlisted else f"CID9{number:05d}"))
    return tuple(found)


def look_up(smelters: Iterable[Smelter], *, is_old: bool = False) -> list[Known]:
    """A look-up with an alias for each smelter; the old one has former names and some former identifiers."""
    rows: list[Known] = []
    for number, one in enumerate(smelters):
        if not one.cid:
            continue
        cid = one.cid.replace("CID9", "CID8") if is_old and number % 20 == 0 else one.cid
        standard = f"{one.name} (former name)" if is_old and number % 10 == 0 else one.name
        rows += [
            Known(one.metal, name, standard, one.country, cid, "", "")
            for name in (standard, f"{one.name} (invented alias)")
        ]
    return rows


def old_id(number: int) -> str:
    """An identifier as version 2 of the template had them."""
    return f"1INV{number:03d}"


def misspelt(name: str) -> str:
    """The name without its third letter, as a hurried supplier types it."""
    return name[:2] + name[3:]


def make(repo: Path, folder: Path) -> Case:
    """Writes the seven workbooks, the lists and what a person decided."""
    answers = folder / "answers"
    answers.mkdir(parents=True)
    every = annex(repo)
    listed = [one for one in every if one.cid]
    unlisted = [one for one in every if not one.cid]
    new, old = look_up(every), look_up(every, is_old=True)
    withdrawn = [one for number, one in enumerate(every) if one.cid and number % 20 == 0]

    cmrt(
        answers / "alpha.xlsx", company="Example Alpha Ltd. (invented)", version="6.22", look_up=new,
        rows=[*(by_id(one.cid) for one in listed[:90]), by_id(listed[5].cid), by_id(listed[5].cid)],
    )  # fmt: skip
    cmrt(
        answers / "beta.xlsx", company="示例公司 Beta (invented)", version="6.1",
        language="中文 Chinese", look_up=new,
        rows=[by_name(one.metal, f"{one.name} (invented alias)") for one in listed[60:140]],
    )  # fmt: skip
    cmrt(
        answers / "gamma.xlsx", company="Example Gamma GmbH (invented)", version="5.12", language="Deutsch",
        look_up=old, rows=[
            *(by_name(one.metal, f"{one.name} (invented alias)") for one in listed[120:190]),
            *(by_id(one.cid.replace("CID9", "CID8")) for one in withdrawn),
        ],
    )  # fmt: skip
    cmrt(
        answers / "delta.xls", company="Example Delta S.p.A. (invented)", version="3.01", language="Italiano",
        look_up=[], rows=[
            not_listed(one.metal, one.name, one.country, F=old_id(number))
            for number, one in enumerate(listed[180:230])
        ],
    )  # fmt: skip
    (answers / "products").mkdir()
    cmrt(
        answers / "products" / "epsilon.xlsx",
        company="Exemple Epsilon SA (invented)", version="6.31", language="Français", look_up=new,
        scope="B. Product (or List of Products)", products=[("X-1", "Invented part")], cached=False,
        rows=[by_id(one.cid) for one in listed[:40]] + [by_id(one.cid) for one in listed[220:]],
    )  # fmt: skip
    cmrt(
        answers / "zeta.xlsx", company="例示ゼータ Zeta (invented)", version="6.5",
        language="日本語 Japanese", look_up=new, date=dt.date(2022, 3, 20),
        rows=_rows_of_zeta(listed, unlisted),
    )  # fmt: skip
    for name, day, rows in (
        (
            "eta-2021.xlsx",
            dt.date(2021, 6, 1),
            [by_id(listed[0].cid), not_listed("Tin", "Gone Works", "PERU")],
        ),
        ("eta-2022.xlsx", dt.date(2022, 2, 1), [by_id(one.cid) for one in listed[::2]]),
    ):
        cmrt(answers / name, company="Example Eta Inc. (invented)", date=day, look_up=new, rows=rows)
    return Case(
        answers=answers,
        conformant=_spreadsheet_ml(folder / "conformant.xml", _of(every, "Full Compliant")),
        active=_active_list(folder / "active.xlsx", _of(every, "Active")),
        decisions=_decisions(listed, unlisted, withdrawn),
        pairs=_pairs(folder / "old.csv", listed),
        smelters=every,
    )


def _rows_of_zeta(listed: Sequence[Smelter], unlisted: Sequence[Smelter]) -> list[SmelterCells | None]:
    """Smelters on no list, each also in other case; misspelt names; a gap; a smelter not yet identified."""
    rows: list[SmelterCells | None] = [not_listed(one.metal, one.name, one.country) for one in unlisted]
    rows += [
        {"B": one.metal, "C": "SMELTER NOT LISTED", "D": one.name.upper(), "E": one.country}
        for one in unlisted[:4]
    ]
    rows += [None, {"B": "Tin", "C": "Smelter not yet identified"}]
    rows += [not_listed(one.metal, misspelt(one.name), one.country) for one in (*listed[:3], unlisted[0])]
    rows += [
        {**not_listed(one.metal, one.name, one.country), "A": f"CID {one.cid[3:]}"} for one in listed[10:12]
    ]
    return rows


def _of(smelters: Iterable[Smelter], status: str) -> list[Smelter]:
    return [one for one in smelters if one.status == status]


def _spreadsheet_ml(path: Path, smelters: Iterable[Smelter]) -> Path:
    """The list as the initiative's site exports it: no column for the status, empty cells skipped."""

    def row(cells: Sequence[str]) -> str:
        made = (
            f'<Cell ss:Index="{at}"><Data ss:Type="String">{escape(text)}</Data></Cell>'
            for at, text in enumerate(cells, start=1)
            if text
        )
        return f"<Row>{''.join(made)}</Row>"

    headings = (
        "METAL",
        "SMELTER ID",
        "STANDARD SMELTER NAME",
        "STATE/ PROVINCE/ REGION",
        "COUNTRY LOCATION",
        "RJC",
    )
    rows = [headings, *((one.metal, one.cid, one.name, "", one.country, "") for one in smelters)]
    path.write_text(
        '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
        ' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Invented"><Table>'
        f"{''.join(map(row, rows))}</Table></Worksheet></Workbook>",
        encoding="utf-8",
    )
    return path


def _active_list(path: Path, smelters: Iterable[Smelter]) -> Path:
    """A table of one's own: by name, without identifiers."""
    rows = [(one.metal, one.name, one.country, "Active") for one in smelters]
    return workbook(path, rows, headings=("Metal", "Smelter Name", "Country", "Status"), sheets=["Invented"])


def _pairs(path: Path, listed: Sequence[Smelter]) -> Path:
    lines = [f"{old_id(number)},{one.cid}" for number, one in enumerate(listed[180:230])]
    path.write_text("\n".join(["Old identifier,CID", *lines, ""]), encoding="utf-8")
    return path


def _decisions(listed: Sequence[Smelter], unlisted: Sequence[Smelter], withdrawn: Sequence[Smelter]) -> str:
    """``decisions.yml``: the misspelt names, and what became of the withdrawn identifiers."""
    lines = ["accepted:"]
    for one in (*listed[:3], unlisted[0]):
        target = one.cid or one.name
        lines += [f"  - metal: {one.metal}", f'    name: "{misspelt(one.name)}"', f'    is: "{target}"']
    lines += ["identifier_files: [old.csv]", "identifiers:"]
    lines += [f"  {one.cid.replace('CID9', 'CID8')}: {one.cid}" for one in withdrawn]
    return "\n".join([*lines, ""])
