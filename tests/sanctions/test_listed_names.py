"""Names of smelters on lists of sanctions: invented lists in the formats of OFAC and the EU."""

# Rows of a table, each on its line.
# ruff: noqa: E501

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.sanctions.likeness import words_of
from generator.sanctions.listed_names import listed_names
from generator.sanctions.read_lists import read_lists
from tests.support.builders import disclosure, smelter, write_year

SDN = """\
101,"INVENTED GOLD WORKS LLC",-0- ,"INVENT-EO1] [INVENT2",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"Registered."
102,"WORKS, Ivan Gold",individual,"INVENT2",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0-
103,"INVENTED TIN WORKS",vessel,"INVENT2",-0- ,-0- ,"Tanker",-0- ,-0- ,-0- ,-0- ,-0-
104,"HOLLOW HILL HOLDING",-0- ,"INVENT3",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0-
\x1a
"""
ALT = '104,1,"aka","Luminous Mint Co., Ltd.",-0-\n104,2,"fka","OTHER",-0-\n'
ADD = '101,1,"1 Invented Street","Invented City","Nowhere",-0-\n'
SDN_XML = """\
<?xml version="1.0" standalone="yes"?>
<sdnList xmlns="https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML">
  <publshInformation><Publish_Date>05/02/2022</Publish_Date><Record_Count>2</Record_Count></publshInformation>
  <sdnEntry><uid>201</uid><lastName>INVENTED GOLD WORKS</lastName><sdnType>Entity</sdnType>
    <programList><program>INVENT-EO1</program></programList>
    <akaList><aka><uid>1</uid><type>a.k.a.</type><category>strong</category><lastName>IGW</lastName></aka></akaList>
  </sdnEntry>
  <sdnEntry><uid>202</uid><firstName>Tin</firstName><lastName>INVENTED TIN WORKS</lastName><sdnType>Individual</sdnType></sdnEntry>
</sdnList>
"""
ADVANCED = """\
<?xml version="1.0" encoding="utf-8"?>
<Sanctions xmlns="https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ADVANCED_XML">
  <DateOfIssue CalendarTypeID="1"><Year>2022</Year><Month>5</Month><Day>3</Day></DateOfIssue>
  <ReferenceValueSets>
    <PartyTypeValues><PartyType ID="1">Individual</PartyType><PartyType ID="2">Entity</PartyType></PartyTypeValues>
    <PartySubTypeValues><PartySubType ID="3" PartyTypeID="2">Unknown</PartySubType>
      <PartySubType ID="4" PartyTypeID="1">Unknown</PartySubType></PartySubTypeValues>
  </ReferenceValueSets>
  <DistinctParties>
    <DistinctParty FixedRef="301"><Profile ID="301" PartySubTypeID="3"><Identity>
      <Alias Primary="true"><DocumentedName><DocumentedNamePart><NamePartValue>Hollow Hill</NamePartValue></DocumentedNamePart></DocumentedName></Alias>
      <Alias Primary="false"><DocumentedName><DocumentedNamePart><NamePartValue>Invented Gold</NamePartValue></DocumentedNamePart>
        <DocumentedNamePart><NamePartValue>Works Ltd</NamePartValue></DocumentedNamePart></DocumentedName></Alias>
    </Identity></Profile></DistinctParty>
    <DistinctParty FixedRef="302"><Profile ID="302" PartySubTypeID="4"><Identity>
      <Alias Primary="true"><DocumentedName><DocumentedNamePart><NamePartValue>Invented Tin Works</NamePartValue></DocumentedNamePart></DocumentedName></Alias>
    </Identity></Profile></DistinctParty>
  </DistinctParties>
  <SanctionsEntries><SanctionsEntry ID="1" ProfileID="301">
    <SanctionsMeasure SanctionsTypeID="1"><Comment>INVENT-EO9</Comment></SanctionsMeasure>
  </SanctionsEntry></SanctionsEntries>
</Sanctions>
"""
EU_XML = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2022-05-04T16:47:04.449+02:00" globalFileId="1">
  <sanctionEntity designationDetails="" unitedNationId="" euReferenceNumber="EU.1.11" logicalId="11">
    <regulation regulationType="regulation" programme="INV" logicalId="1"/>
    <subjectType code="enterprise" classificationCode="E"/>
    <nameAlias firstName="" lastName="" wholeName="Invented Gold Works JSC" strong="true" logicalId="1"/>
  </sanctionEntity>
  <sanctionEntity euReferenceNumber="EU.2.22" logicalId="22">
    <subjectType code="person" classificationCode="P"/>
    <nameAlias wholeName="Invented Tin Works" strong="true" logicalId="2"/>
  </sanctionEntity>
</export>
"""
EU_CSV = """\
\ufefffileGenerationDate;Entity_LogicalId;Entity_EU_ReferenceNumber;Entity_SubjectType;Entity_SubjectType_ClassificationCode;Entity_Regulation_Programme;NameAlias_WholeName
04/05/2022;11;EU.1.11;E;enterprise;INV;"Invented; Gold Works"
04/05/2022;11;EU.1.11;E;enterprise;INV;
04/05/2022;22;EU.2.22;P;person;INV;Invented Tin Works
"""

ROWS = (
    smelter("Invented Gold Works", 2),
    smelter("Invented Tin Works", 3),
    smelter("Bright Mint", 4, aliases=("Luminous Mint",)),
)


def say(folder: Path, *rows: object, saved: str = "2022-05-01", **files: str) -> list[str]:
    """What is said of the rows, by files whose names have underscores for dots."""
    (folder / "data" / "sanctions").mkdir(parents=True)
    for name, text in files.items():
        path = folder / "data" / "sanctions" / name.replace("__", ".")
        path.write_text(text, encoding="utf-8")
        os.utime(path, (dt.datetime.fromisoformat(f"{saved}T12:00+00:00").timestamp(),) * 2)
    found = listed_names(folder / "data", [disclosure(*(rows or ROWS))])  # type: ignore[arg-type]
    assert not any("sanctioned" in str(one) for one in found)
    return [f"{one.code} {one.message} ({one.where})" for one in found]


def test_a_name_and_an_alias_of_ofac_s_tables_are_pointed_out(tmp_path: Path) -> None:
    on = "OFAC's SDN list without a date, saved on 2022-05-01, entry"
    assert say(tmp_path, SDN__CSV=SDN, ALT__CSV=ALT, ADD__CSV=ADD) == [
        "SL-005 OFAC's SDN list without a date, saved on 2022-05-01, was compared: 2 entries that are no person, ship or"
        " aircraft; it is 30 days older than the filing (2022-05-31) (data/sanctions/SDN.CSV)",
        f"SL-001 'Invented Gold Works' is a name on {on} 101, programme INVENT-EO1, INVENT2 (data/sanctions/SDN.CSV), as"
        " 'INVENTED GOLD WORKS LLC' (smelters.xlsx 'Smelter List'!C2)",
        f"SL-001 'Luminous Mint', a name of 'Bright Mint', is a name on {on} 104, programme INVENT3"
        " (data/sanctions/SDN.CSV), as 'Luminous Mint Co., Ltd.', an alias of 'HOLLOW HILL HOLDING'"
        " (smelters.xlsx 'Smelter List'!C4)",
    ]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("SDN__XML", SDN_XML, "OFAC's SDN list of 2022-05-02, entry 201, programme INVENT-EO1"),
        (
            "cons_advanced__xml",
            ADVANCED,
            "OFAC's consolidated (non-SDN) list of 2022-05-03, entry 301, programme INVENT-EO9",
        ),
        (
            "eu__xml",
            EU_XML,
            "the EU's consolidated list of financial sanctions of 2022-05-04, entry EU.1.11, programme INV",
        ),
        (
            "eu__csv",
            EU_CSV,
            "the EU's consolidated list of financial sanctions of 2022-05-04, entry EU.1.11, programme INV",
        ),
    ],
)
def test_each_format_gives_day_number_and_programme(tmp_path: Path, name: str, text: str, said: str) -> None:
    found = say(tmp_path, **{name: text})
    assert [one[:6] for one in found] == ["SL-005", "SL-001"]
    assert f"'Invented Gold Works' is a name on {said} (data/sanctions/{name.replace('__', '.')})" in found[1]


def test_names_that_are_alike_are_a_note(tmp_path: Path) -> None:
    rows = (
        smelter("Inwented Gold Works", 2),  # a letter
        smelter("Gold Works Invented", 3),  # the order
        smelter("Luminous Hill", 4),  # a word each of two
        smelter("Hill Hollow Metals", 5),  # two telling words, and more
        smelter("Gold Works", 6),  # nothing that tells
        smelter("Uninvented", 7),
    )
    found = say(tmp_path, *rows, SDN__CSV=SDN, ALT__CSV=ALT)
    assert [(one[:6], one.split("'")[1]) for one in found if one[:6] != "SL-005"] == [
        ("SL-002", "Gold Works Invented"),
        ("SL-002", "Inwented Gold Works"),
    ]


@pytest.mark.parametrize(
    "name",
    [
        "Hollow Hill AG", "Hollow Hill Aktiengesellschaft", "PT Hollow Hill Tbk", "Hollow Hill Sociedad Anonima", "Hollow Hill, Besloten Vennootschap",
    ],
)  # fmt: skip
def test_names_are_compared_without_legal_forms_short_or_in_full(name: str) -> None:
    assert words_of(name) == ("hollow", "hill")


def test_a_group_is_not_its_member() -> None:
    assert words_of("Hollow Hill Group Ltd.") == ("hollow", "hill", "group")


def test_a_list_older_than_the_filing_by_a_year_is_told(tmp_path: Path) -> None:
    found = say(tmp_path, smelter("Other"), saved="2021-05-01", SDN__CSV=SDN)
    assert [one[:6] for one in found] == ["SL-005", "SL-004", "SL-006"]
    assert "is more than a year older than the filing (2022-05-31)" in found[1]
    assert "stands here without its aliases (ALT.CSV)" in found[2]


def test_aliases_of_one_list_are_not_put_to_another(tmp_path: Path) -> None:
    found = say(tmp_path, CONS_PRIM__CSV=SDN, ALT__CSV=ALT)
    assert not any("Luminous" in one for one in found)
    assert any("without its aliases (CONS_ALT.CSV)" in one for one in found)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.csv", "Metal,Name\nGold,Works\n", "the first row is neither that of OFAC's tables nor that of the EU's (data/sanctions/a.csv:1)"),
        ("a.csv", "", "the first row is neither that of OFAC's tables nor that of the EU's (data/sanctions/a.csv:1)"),
        ("SDN.CSV", SDN.replace("102,", "", 1), "a row of 11 columns, where OFAC's table has 12 (data/sanctions/SDN.CSV:2)"),
        ("SDN.CSV", SDN.replace("102,", "x2,", 1), "a row that begins with 'x2', and not with a number (data/sanctions/SDN.CSV:2)"),
        ("SDN.CSV", SDN.replace('"Tanker"', '"Tan"ker"'), "the file is not a valid CSV: ',' expected after '\"' (data/sanctions/SDN.CSV:3)"),
        ("eu.csv", EU_CSV.replace("NameAlias", "Name"), "the EU's table has no column NameAlias_WholeName (data/sanctions/eu.csv:1)"),
        ("eu.csv", EU_CSV + "04/05/2022;1\n", "a row of 2 columns below 7 headings (data/sanctions/eu.csv:5)"),
        ("a.xml", "<html/>", "the file is XML of another kind ('html') (data/sanctions/a.xml:1)"),
        ("a.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><export>&b;</export>", "the file has a document type, which these lists never have (data/sanctions/a.xml)"),
        ("list.pdf", "%PDF", "the file is neither CSV nor XML (data/sanctions/list.pdf)"),
    ],
)  # fmt: skip
def test_what_is_no_list_is_a_finding_with_its_line(tmp_path: Path, name: str, text: str, said: str) -> None:
    (tmp_path / "data" / "sanctions").mkdir(parents=True)
    (tmp_path / "data" / "sanctions" / name).write_text(text, encoding="utf-8")
    lists, found = read_lists(tmp_path / "data")
    assert not lists
    assert [f"{one.code} {one.message} ({one.where})" for one in found] == [f"SL-003 {said}"]


def test_a_cut_xml_and_a_byte_of_another_encoding_are_findings(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "sanctions"
    folder.mkdir(parents=True)
    (folder / "a.xml").write_text(SDN_XML[:600], encoding="utf-8")
    (folder / "b.csv").write_bytes(SDN.replace("Registered", "caf\u00e9").encode("cp1252"))
    (folder / "c.csv").mkdir()
    (folder / ".gitkeep").touch()
    lists, found = read_lists(tmp_path / "data")
    assert not lists
    assert [one.where.file for one in found] == [
        f"data/sanctions/{name}" for name in ("a.xml", "b.csv", "c.csv")
    ]
    assert [one.code for one in found] == ["SL-003"] * 3


def test_the_command_says_it_and_still_ends_well(tmp_path: Path) -> None:
    write_year(tmp_path / "data")
    command = ["check", "2021", "--data", str(tmp_path / "data")]
    before = CliRunner().invoke(main, command)
    assert "SL-" not in before.output
    (tmp_path / "data" / "sanctions").mkdir()
    (tmp_path / "data" / "sanctions" / "eu.csv").write_text(EU_CSV, encoding="utf-8")
    after = CliRunner().invoke(main, command)
    assert after.exit_code == before.exit_code == 0
    assert "SL-001 warning: 'Invented Gold Works' is a name on the EU's consolidated list" in " ".join(
        after.output.split()
    )
