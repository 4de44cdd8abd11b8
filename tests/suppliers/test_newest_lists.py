"""Several newest lists of smelters: RMI has one for each template; the first with a mineral holds."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from generator.cli import main
from generator.findings import Finding
from generator.model import Metal
from generator.suppliers.minerals import COBALT
from generator.suppliers.review_settings import ReviewSettings
from generator.suppliers.sources.reconcile_sources import Sources, read_sources
from tests.support.builders import write_year
from tests.support.cmrt_workbooks import cmrt
from tests.support.other_workbooks import other

HEADINGS = "Metal,Standard Smelter Name,Country,Smelter ID\n"
GOLD = "Gold,Invented Mint,PERU,CID900001\n"
OLD_GOLD = "Gold,Invented Old Mint,PERU,CID900009\n"
COBALT_ROW = "Cobalt,Invented Cobalt Refinery,FINLAND,CID903209\n"


def _read(folder: Path, settings: str, *reference: str, **lists: str) -> Sources:
    year = write_year(folder / "data")
    for name, rows in lists.items():
        (year / f"{name}.csv").write_text(HEADINGS + rows, encoding="utf-8")
    (year / "reconcile.yml").write_text(settings, encoding="utf-8")
    return read_sources(folder / "data", 2021, (), [year / name for name in reference])


def _said(sources: Sources) -> list[Finding]:
    return [one for one in sources.findings if one.code == "RC-026"]


def test_one_name_or_several() -> None:
    assert ReviewSettings(newest_list="a.csv").newest_list == ("a.csv",)  # type: ignore[arg-type]
    assert ReviewSettings(newest_list=["a.csv", "b.csv"]).newest_list == ("a.csv", "b.csv")  # type: ignore[arg-type]
    assert ReviewSettings().newest_list == ()


def test_lists_of_different_minerals_stand_beside_each_other(tmp_path: Path) -> None:
    sources = _read(tmp_path, "newest_list:\n  - cmrt.csv\n  - emrt.csv\n", cmrt=GOLD, emrt=COBALT_ROW)
    assert sources.reference is not None
    assert {row.metal for row in sources.reference.rows} == {Metal.GOLD, COBALT}
    assert (sources.reference_file, _said(sources)) == ("cmrt.csv, emrt.csv", [])


def test_of_two_lists_with_a_mineral_the_first_holds_and_the_filer_is_told(tmp_path: Path) -> None:
    lists = {"new": GOLD, "old": OLD_GOLD + COBALT_ROW}
    sources = _read(tmp_path, "newest_list: [new.csv, old.csv]\n", **lists)
    assert sources.reference is not None
    assert sorted(sources.reference.by_cid) == ["CID900001", "CID903209"]
    (told,) = _said(sources)
    assert (told.where.file, told.message.split(":")[0]) == ("old.csv", "the rows for gold are not used")


def test_a_list_given_to_the_command_holds_for_its_minerals_and_that_is_no_news(tmp_path: Path) -> None:
    lists = {"new": GOLD, "old": OLD_GOLD, "emrt": COBALT_ROW}
    sources = _read(tmp_path, "newest_list: [old.csv, emrt.csv]\n", "new.csv", **lists)
    assert sources.reference is not None
    assert sorted(sources.reference.by_cid) == ["CID900001", "CID903209"]
    assert _said(sources) == []


def test_the_command_takes_a_list_for_each_template(tmp_path: Path) -> None:
    year = write_year(tmp_path / "data")
    (year / "smelters.xlsx").unlink()
    (tmp_path / "answers").mkdir()
    paths = [cmrt(tmp_path / "answers" / "cmrt.xlsx"), other(tmp_path / "answers" / "emrt.xlsx")]
    command = ["reconcile", "2021", "--data", str(tmp_path / "data"), "--from", str(tmp_path / "answers")]
    result = CliRunner().invoke(main, [*command, *(f"--reference={path}" for path in paths)])
    assert result.exit_code == 0, result.output
    assert 'newest_list: "cmrt.xlsx, emrt.xlsx"' in (year / "reconciled.yml").read_text(encoding="utf-8")
