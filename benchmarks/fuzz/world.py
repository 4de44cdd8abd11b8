"""The folder that is damaged: an invented filer with a file of every kind that the program reads."""

# ruff: noqa: E501

from __future__ import annotations

import io
import shutil
import zipfile
from email.message import EmailMessage
from pathlib import Path

from click.testing import CliRunner

from generator.cli import main
from tests.support.builders import ROWS, SECTIONS, YML, csv_text, workbook, write_project
from tests.support.cmrt_workbooks import LOOK_UP, cmrt
from tests.support.filed_forms import HALDEN, LAMPS
from tests.support.made_pictures import SVG, picture
from tests.support.signers import SIGNERS

REPO = Path(__file__).resolve().parents[2]

MORE = """\
exhibits:
  - {number: 1.01, description: Report of the auditor, file: auditor.md}
  - {number: "1.02", description: Notes, file: notes.htm}
  - {number: 99.1, description: Plain notes, file: notes.txt}
waivers:
  - {code: FM-002, place: disclosure.yml, reason: Invented, name: Ina Invented}
"""
LISTS = """\
lists:
  - {sheet: Smelter List, title: Smelters}
  - {sheet: Second, title: Others}
"""
RECONCILE = """\
answer_by: 2022-04-30
countries_under_embargo: [North Korea]
newest_list: newest.xlsx
status_lists:
  - {file: "conformant.xlsx#Invented", status: Conformant, as_of: 2022-03-31}
  - {file: active.csv, status: Open}
  - {file: rmi.xml, status: Conformant}
"""
SUPPLIERS = """\
suppliers:
  - Example Components Ltd.
  - Invented Boards GmbH
aliases:
  "Example Components Ltd. (invented)": Example Components Ltd.
"""
DECISIONS = """\
accepted:
  - {metal: Gold, name: Invented Works, is: CID900001}
rejected:
  - {metal: Tin, name: Invented Tin, country: PERU, is: CID900002}
identifiers: {1JPN072: CID900003}
identifier_files: [old.csv]
overrides:
  - {metal: Tin, smelter: CID900002, leave_out: yes, comment: Invented reason}
"""
EXHIBIT = """\
<html><head><title>EX-1.01</title></head><body>
<p>Invented Devices, Inc.</p><h1>Conflict Minerals Report</h1>
<p>For the year ended December 31, 2021. We surveyed 7 suppliers and 6 answered.</p>
<p>None of the 2 smelters is known to source from the Democratic Republic of the Congo.</p>
<table><tr><th>Metal</th><th>Smelter Name</th><th>Country</th><th>Status</th></tr>
<tr><td>Gold</td><td>Invented Gold Works</td><td>JAPAN</td><td>Conformant</td></tr>
<tr><td>Tin</td><td>Invented Tin Works</td><td>PERU</td><td>Open</td></tr></table>
</body></html>
"""
PLAIN = """\
Invented Devices, Inc.

CONFLICT MINERALS REPORT

For the year ended December 31, 2021. We surveyed 7 suppliers and 6 answered.

Metal     Smelter Name            Country    Status
Gold      Invented Gold Works     JAPAN      Conformant
Tin       Invented Tin Works      PERU       Open
"""
SPREADSHEET_ML = (
    '<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
    ' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Invented"><Table>'
    "{}</Table></Worksheet></Workbook>\n"
)

SANCTIONS = {
    "SDN.CSV": '101,"INVENTED GOLD WORKS LLC",-0- ,"INVENT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0-\n'
    '102,"INVENTED, Ivan",individual,"INVENT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0-\n\x1a\n',
    "ALT.CSV": '101,1,"aka","Invented Tin Works Co., Ltd.",-0-\n',
    "cons.xml": """<?xml version="1.0"?>
<sdnList xmlns="urn:invented"><publshInformation><Publish_Date>05/02/2022</Publish_Date></publshInformation>
  <sdnEntry><uid>201</uid><lastName>INVENTED GOLD</lastName><sdnType>Entity</sdnType>
    <programList><program>INVENT</program></programList>
    <akaList><aka><uid>1</uid><lastName>Invented Gold Works</lastName></aka></akaList></sdnEntry>
</sdnList>
""",
    "eu.csv": """fileGenerationDate;Entity_LogicalId;Entity_EU_ReferenceNumber;Entity_SubjectType;Entity_Regulation_Programme;NameAlias_WholeName
04/05/2022;11;EU.1.11;E;INV;"Invented; Gold Works"
04/05/2022;22;EU.2.22;P;INV;Ivan Invented
""",
    "eu.xml": """<?xml version="1.0" encoding="UTF-8"?>
<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2022-05-04T16:47:04.449+02:00">
  <sanctionEntity euReferenceNumber="EU.1.11" logicalId="11"><regulation programme="INV"/>
    <subjectType code="enterprise" classificationCode="E"/><nameAlias wholeName="Invented Gold Works JSC"/></sanctionEntity>
</export>
""",
    "sdn_advanced.xml": """<?xml version="1.0" encoding="utf-8"?>
<Sanctions><DateOfIssue><Year>2022</Year><Month>5</Month><Day>3</Day></DateOfIssue><DistinctParties>
  <DistinctParty FixedRef="301"><Profile ID="301" PartySubTypeID="3"><Identity><Alias><DocumentedName><DocumentedNamePart>
    <NamePartValue>Invented Tin Works</NamePartValue></DocumentedNamePart></DocumentedName></Alias></Identity></Profile></DistinctParty>
</DistinctParties><SanctionsEntries><SanctionsEntry ID="1" ProfileID="301"><SanctionsMeasure><Comment>INVENT</Comment></SanctionsMeasure>
</SanctionsEntry></SanctionsEntries></Sanctions>
""",
}


def build(folder: Path) -> Path:
    """The filer's folder, signed, reconciled, with answers and filed documents beside it."""
    draft = YML.replace("  signed_elsewhere: Invented, so that nobody signs\n", "").replace(
        "state: final", "state: draft"
    )
    sections = SECTIONS | {
        "03-picture.md": "# Invented picture\n\n![A seal](pictures/seal.svg)\n\n![A dot](pictures/dot.png)\n"
    }
    write_project(folder, yml=draft + MORE, sections=sections)
    data = folder / "data"
    for name in ("embargo.csv", "implausible_origins.csv"):
        shutil.copy(REPO / "generator" / "countries" / name, data / name)
    shutil.copy(REPO / "data" / "countries.csv", data / "countries.csv")
    _write(
        data / "2021" / "exhibits",
        {
            "auditor.md": "To {{ registrant.name }}:\n\n## Opinion\n\nIt is so.\n",
            "notes.htm": EXHIBIT,
            "notes.txt": PLAIN,
        },
    )
    _write(
        data / "2021" / "pictures", {"seal.svg": SVG, "dot.png": picture("PNG"), "photo.jpg": picture("JPEG")}
    )
    _write(data / "2021" / "documents", {"policy.txt": "Invented policy\n"})
    _run("sign", data, "--role", "ir", "--name", SIGNERS["ir"], "--date", "2022-05-20")
    shutil.copytree(folder, folder / "csv")
    (folder / "csv" / "data" / "2021" / "smelters.xlsx").unlink()
    _write(folder / "csv" / "data" / "2021", {"smelters.csv": csv_text()})
    shutil.copytree(folder / "csv", folder / "lists")
    lists = folder / "lists" / "data" / "2021"
    (lists / "smelters.csv").unlink()
    workbook(lists / "smelters.xlsx", ROWS, sheets=("Smelter List", "Second"))
    _write(lists, {"disclosure.yml": draft + MORE + LISTS})
    _write(data / "sanctions", dict(SANCTIONS))
    _write(
        folder / "filed",
        {"ex101.htm": EXHIBIT, "ex101.txt": PLAIN, "form.htm": EXHIBIT.replace("EX-1.01", "FORM SD")},
    )
    _write(folder / "edgar", {"lamps.txt": LAMPS, "halden.htm": HALDEN, "report.htm": EXHIBIT})
    settings = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    _write(
        folder, {"mkdocs.yml": f"INHERIT: base.yml\n{settings}", "base.yml": "site_description: Invented\n"}
    )
    _write_round(folder / "round")
    return folder


def _write_round(folder: Path) -> None:
    write_project(folder)
    answers, year = folder / "answers", folder / "data" / "2021"
    answers.mkdir()
    one = cmrt(answers / "one.xlsx").read_bytes()
    cmrt(answers / "older.xlsx", version="4.20", company="Invented Cables")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("inner/answer.xlsx", one)
        archive.writestr("notes.txt", "Invented")
    message = EmailMessage()
    message.set_content("Attached.")
    message.add_attachment(one, maintype="application", subtype="octet-stream", filename="answer.xlsx")
    _write(answers, {"pack.zip": packed.getvalue(), "mail.eml": message.as_bytes()})
    rows = [(known.metal, known.cid, known.name, known.country) for known in LOOK_UP]
    headings = ("Metal", "Smelter ID", "Smelter Name", "Country")
    workbook(year / "conformant.xlsx", rows, headings=headings, sheets=("Invented",))
    workbook(year / "newest.xlsx", rows, headings=headings, sheets=("Invented",))
    lines = "".join(
        "<Row>" + "".join(f'<Cell><Data ss:Type="String">{cell}</Data></Cell>' for cell in row) + "</Row>"
        for row in (("METAL", "SMELTER ID", "STANDARD SMELTER NAME", "COUNTRY LOCATION"), *rows)
    )
    _write(year, {
        "active.csv": csv_text(rows, headings=headings), "rmi.xml": SPREADSHEET_ML.format(lines), "old.csv": "Old identifier,CID\n1JPN001,CID900001\n",
        "reconcile.yml": RECONCILE, "suppliers.yml": SUPPLIERS, "decisions.yml": DECISIONS,
        "letters.md": (REPO / "generator" / "year" / "templates" / "letters.md").read_text(encoding="utf-8"),
    })  # fmt: skip
    _run("reconcile", folder / "data", "--from", str(answers), "--processes", "1")
    (folder / "old").mkdir()
    cmrt(folder / "old" / "old.xls", company="Invented Boards GmbH")


def _write(folder: Path, files: dict[str, bytes | str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)


def _run(command: str, data: Path, *options: str) -> None:
    result = CliRunner().invoke(main, [command, "2021", "--data", str(data), *options])
    if result.exit_code:
        raise SystemExit(f"the folder cannot be made: formsd {command}\n{result.output}")


def warm_up(base: Path) -> None:
    """What is made once a process: here, where each case has it. Nothing that starts threads."""
    data, filed = str(base / "data"), str(base / "filed" / "ex101.htm")
    for command in (["check"], ["facts"], ["verify", "--against", filed]):
        CliRunner().invoke(main, [command[0], "2021", "--data", data, *command[1:]])
    CliRunner().invoke(
        main,
        ["import", "2021", "--data", str(base / "warm"), "--exhibit", str(base / "edgar" / "report.htm")],
    )
    shutil.rmtree(base / "warm", ignore_errors=True)
    round_ = base / "round"
    copy = shutil.copytree(round_, base / "warm")
    CliRunner().invoke(
        main,
        [
            "reconcile",
            "2021",
            "--data",
            str(copy / "data"),
            "--from",
            str(copy / "answers"),
            "--processes",
            "1",
        ],
    )
    shutil.rmtree(copy)
