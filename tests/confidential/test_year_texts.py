"""A withheld value in what people write for readers stops check and sign, which say where and not what."""

from __future__ import annotations

import base64
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.confidential.search_of_years import NOTHING_ALLOWED, Allowed
from generator.confidential.site_search import leaks
from generator.confidential.year_texts import leaks_in_texts
from generator.findings import Finding
from generator.pipeline import load
from tests.support.builders import HEADINGS, ROWS, YML, workbook, write_year

SUPPLIER = "Albatross Castings"
SIGNED_HERE = YML.replace("  signed_elsewhere: Invented, so that nobody signs\n", "")
DRAFT = SIGNED_HERE.replace("state: final", "state: draft").replace("  date: 2022-05-31\n", "")
CELL = "data/2021/smelters.xlsx 'Smelter List'!F2"
SETTINGS = (
    "site_name: Invented\nnav:\n  - About: about.md\nplugins:\n  - disclosure:\n      may_be_published: []\n"
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The data of an invented filer beside its settings and a page; a column names a supplier."""
    list_with(write_year(tmp_path / "data", yml=DRAFT), SUPPLIER)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "about.md").write_text("# About\n\nInvented.\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    return tmp_path


def list_with(
    year: Path, value: str, *, heading: str = "Bought from", name: str = "", footnote: str = ""
) -> None:
    """The list with ``value`` in a column that nothing publishes, and a footnote in one that is."""
    first = [*ROWS[0][:2], name or ROWS[0][2], *ROWS[0][3:], value, footnote]
    rows = [first, *([*row, "", ""] for row in ROWS[1:])]
    workbook(year / "smelters.xlsx", rows, headings=(*HEADINGS, heading, "Footnote"))


def list_cell(project: Path, cell: str, value: str) -> None:
    book = openpyxl.load_workbook(project / "data" / "2021" / "smelters.xlsx")
    book["Smelter List"][cell] = value
    book.save(project / "data" / "2021" / "smelters.xlsx")


def found_in(project: Path) -> list[Finding]:
    return [
        *leaks_in_texts(
            project / "data",
            load(project / "data"),
            NOTHING_ALLOWED,
            docs_dir=project / "docs",
            settings=project / "mkdocs.yml",
        )
    ]


def run(project: Path, command: str, *options: str) -> Result:
    return CliRunner().invoke(main, [command, "2021", "--data", str(project / "data"), *options])


def test_sound_texts_name_nobody(project: Path) -> None:
    assert found_in(project) == []


def changed(name: str, old: str, new: str) -> Callable[[Path], None]:
    def change(project: Path) -> None:
        text = (project / name).read_text(encoding="utf-8")
        assert old in text
        (project / name).write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def in_footnote(project: Path) -> None:
    list_with(project / "data" / "2021", SUPPLIER, footnote=f"also sold to {SUPPLIER}")


def written(name: str, text: str) -> Callable[[Path], None]:
    def write(project: Path) -> None:
        (project / name).parent.mkdir(exist_ok=True)
        (project / name).write_text(text, encoding="utf-8")

    return write


def inherited(project: Path) -> None:
    """Settings that begin with those of another file, which begin with these again."""
    changed("mkdocs.yml", "site_name:", "INHERIT: settings/base.yml\nsite_name:")(project)
    written("settings/base.yml", f"INHERIT: ../mkdocs.yml\ncopyright: '{SUPPLIER}'\n")(project)


def templates(project: Path) -> None:
    changed("mkdocs.yml", "site_name:", "theme: {name: material, custom_dir: own}\nsite_name:")(project)
    written("own/main.html", f"{{% block announce %}}{SUPPLIER}{{% endblock %}}")(project)


def in_logo(project: Path) -> None:
    written("brand.yml", "logo: {light: brand/logo.svg}\n")(project)
    written("brand/logo.svg", f"<svg><title>Made by {SUPPLIER}</title></svg>")(project)


PLANTED: dict[str, tuple[Callable[[Path], None], str]] = {
    "product": (
        changed("data/2021/disclosure.yml", "invented devices", f"devices with parts of {SUPPLIER}"),
        "data/2021/disclosure.yml:",
    ),
    "definition of a status": (
        changed("data/2021/disclosure.yml", "Invented to be on no list.", f"As {SUPPLIER} says."),
        "data/2021/disclosure.yml:",
    ),
    "notice": (
        changed("data/2021/disclosure.yml", "period: 2021", f"notice: Thanks to {SUPPLIER}\nperiod: 2021"),
        "data/2021/disclosure.yml:",
    ),
    "country that is none": (
        lambda project: list_cell(project, "E2", SUPPLIER),
        "data/2021/smelters.xlsx 'Smelter List'!",
    ),
    "footnote": (in_footnote, "data/2021/smelters.xlsx 'Smelter List'!C2"),
    "section": (
        changed("data/2021/report/02-results.md", "\n", "\n\nThanks to ALBATROSS\ncastings.\n"),
        "data/2021/report/02-results.md:3",
    ),
    "section, with entities": (
        changed("data/2021/report/02-results.md", "\n", "\n\nThanks to Albatross&nbsp;<b>Cast</b>ings.\n"),
        "data/2021/report/02-results.md:3",
    ),
    "text of the form": (
        changed("data/2021/form/item-1-01.md", "This", f"With {SUPPLIER}, this"),
        "data/2021/form/item-1-01.md:1",
    ),
    "page": (written("docs/about.md", f"# About\n\n\nBy {SUPPLIER}.\n"), "docs/about.md:4"),
    "file beside the pages": (written("docs/list.csv", f"Gold,{SUPPLIER}\n"), "docs/list.csv"),
    "name of the site": (
        changed("mkdocs.yml", "site_name: Invented", f"site_name: Invented by {SUPPLIER}"),
        "mkdocs.yml:1",
    ),
    "menu": (changed("mkdocs.yml", "- About", f"- About {SUPPLIER}"), "mkdocs.yml:3"),
    "extra": (
        changed("mkdocs.yml", "nav:", f"extra:\n  social: [{{name: {SUPPLIER}}}]\nnav:"),
        "mkdocs.yml:3",
    ),
    "template of one's own": (templates, "own/main.html"),
    "look of the site": (written("brand.yml", f"fonts:\n  text: [{SUPPLIER}]\n"), "brand.yml:2"),
    "logo": (in_logo, "brand/logo.svg"),
    "inherited settings": (inherited, "settings/base.yml:2"),
}
"""Where it is written to how, and the beginning of the place that is named."""


@pytest.mark.parametrize("route", PLANTED)
def test_a_supplier_in_any_text_is_found_with_its_line_and_the_cell_it_comes_from(
    project: Path, route: str
) -> None:
    plant, where = PLANTED[route]
    plant(project)
    found = [one for one in found_in(project) if one.code == "PV-006"]
    assert found
    assert all(str(one.where).startswith(where) for one in found)
    assert all(CELL in one.message and "is withheld" in one.message for one in found)
    assert not any("albatross" in str(one).casefold() for one in found)


@pytest.mark.parametrize(
    "text",
    [f"<!-- {SUPPLIER} has not\nanswered -->\n", f"{{# ask {SUPPLIER} #}}\n"],
    ids=["HTML", "template"],
)
def test_a_comment_in_a_section_is_not_published_and_not_searched(project: Path, text: str) -> None:
    changed("data/2021/report/02-results.md", "\n", f"\n\n{text}")(project)
    changed("data/2021/disclosure.yml", "period:", f"# {SUPPLIER} is late\nperiod:")(project)
    written("docs/about.md", f"# About\n\n<!-- To do: ask {SUPPLIER} -->\n")(project)
    assert found_in(project) == []


def test_a_file_whose_name_holds_the_value_is_not_named(project: Path) -> None:
    written("docs/albatross-castings.md", "# Invented\n")(project)
    (found,) = found_in(project)
    assert str(found.where) == "docs"
    assert "in a file in the folder 'docs' whose name holds it" in found.message


@pytest.mark.parametrize(
    ("excuse", "said", "is_shorter_told"),
    [
        (
            lambda project: list_with(project / "data" / "2021", SUPPLIER, name=f"{SUPPLIER} Refinery"),
            f"{SUPPLIER} Refinery",
            True,
        ),
        (
            changed("data/2021/disclosure.yml", "  short", f"  former_name: {SUPPLIER}, Inc.\n  short"),
            f"{SUPPLIER}, Inc.",
            False,  # the same name without its legal form
        ),
    ],
    ids=["smelter", "former name of the registrant"],
)
def test_names_of_smelters_and_of_the_registrant_excuse(
    project: Path, excuse: Callable[[Path], None], said: str, is_shorter_told: bool
) -> None:
    excuse(project)
    written("docs/about.md", f"# About\n\nBy {said}.\n")(project)
    assert found_in(project) == []
    written("docs/about.md", f"# About\n\nwith {SUPPLIER}.\n")(project)
    assert [one.code for one in found_in(project)] == (["PV-006"] if is_shorter_told else [])


def test_a_name_that_a_person_released_may_stand(project: Path) -> None:
    changed("mkdocs.yml", "may_be_published: []", f"may_be_published: [{SUPPLIER}]")(project)
    written("docs/about.md", f"# About\n\nBy {SUPPLIER}.\n")(project)
    assert "PV-006" not in run(project, "check").output


def test_check_ends_with_exit_code_1_and_says_it_as_json_too(project: Path) -> None:
    PLANTED["product"][0](project)
    result = run(project, "check")
    assert result.exit_code == 1
    assert "PV-006 error: the text of an internal cell, which comes from" in result.output
    assert SUPPLIER not in result.output
    codes = [one["code"] for one in json.loads(run(project, "check", "--json").output)["findings"]]
    assert "PV-006" in codes


@pytest.mark.parametrize("route", ["section", "product", "page"])
def test_nobody_signs_a_text_that_names_a_supplier(project: Path, route: str) -> None:
    PLANTED[route][0](project)
    result = run(project, "sign", "--role", "legal", "--name", "Ann Example", "--date", "2022-05-20")
    assert result.exit_code == 1
    assert "PV-006 error" in result.output
    assert result.output.endswith("Nothing was signed.\n")
    assert SUPPLIER not in result.output
    assert not (project / "data" / "2021" / "record").exists()


def test_what_was_published_of_the_year_is_a_warning_there_and_an_error_elsewhere(
    project: Path, tmp_path: Path
) -> None:
    changed("data/2021/report/02-results.md", "\n", f"\n\nThanks to {SUPPLIER}.\n")(project)
    year = project / "data" / "2021"
    list_with(year, "")  # so it was signed and published before anybody knew that this is to be withheld
    for role, name in (("legal", "Ann Example"), ("compliance", "Bo Sample"), ("ir", "Cleo Dummy")):
        result = run(project, "sign", "--role", role, "--name", name, "--date", "2022-05-20")
        assert result.exit_code == 0, result.output
    record = year / "record" / "legal"
    text = (record / "record.yml").read_text(encoding="utf-8")
    published = year / "record" / "published"
    record.rename(published)
    lines = [line for line in text.splitlines() if not line.startswith(("role:", "name:", "because:"))]
    said = "\n".join(lines).replace("what: signed", "what: published") + "\n"
    (published / "record.yml").write_text(said, encoding="utf-8")
    list_with(year, SUPPLIER)
    assert [one.code for one in found_in(project)] == ["PV-005"]
    site = tmp_path / "site"
    for name in ("2021/report", "search", "2020"):
        (site / name).mkdir(parents=True)
        (site / name / "index.html").write_text(f"<p>Thanks to {SUPPLIER}.</p>", encoding="utf-8")
    found = leaks(site, project / "data", load(project / "data"))
    assert [one.code for one in found if one.code in ("PV-001", "PV-005")] == ["PV-001", "PV-005"]
    (site / "2020" / "index.html").unlink()
    found = leaks(site, project / "data", load(project / "data"))
    assert [one.code for one in found if one.code in ("PV-001", "PV-005")] == ["PV-005"]
    written("docs/about.md", f"# About\n\nBy {SUPPLIER}.\n")(project)
    assert sorted(one.code for one in found_in(project)) == ["PV-005", "PV-006"]


def locked_zip() -> bytes:
    """As ZipCrypto leaves it: the flag says so, and what follows is noise."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("letter.txt", "invented")
    content = bytearray(made.getvalue())
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


CLOSED = {
    "zip with a password": ("zip", locked_zip()),
    "7z": ("7z", b"7z\xbc\xaf\x27\x1c\x00\x04" + bytes(range(90))),
    "rar": ("rar", b"Rar!\x1a\x07\x01\x00" + bytes(range(90))),
    "damaged workbook": ("xlsx", b"PK\x03\x04" + bytes(range(90))),
}


@pytest.mark.parametrize("kind", CLOSED)
@pytest.mark.parametrize(
    ("folder", "address"), [("data/2021/documents", "2021/documents/"), ("docs/files", "files/"), ("own", "")]
)
def test_a_file_that_nothing_opens_stops_check_and_sign_as_it_stops_a_build(
    project: Path, folder: str, address: str, kind: str
) -> None:
    changed("mkdocs.yml", "site_name:", "theme: {name: material, custom_dir: own}\nsite_name:")(project)
    ending, content = CLOSED[kind]
    (project / folder).mkdir()
    (project / folder / f"letter.{ending}").write_bytes(content)
    (one,) = found_in(project)
    assert (one.code, str(one.where)) == ("PV-003", f"{folder}/letter.{ending}")
    assert f"'{address}letter.{ending}' in mkdocs.yml under may_stay_unsearched" in one.advice
    assert "PV-003 error" in run(project, "check").output
    signed = run(project, "sign", "--role", "legal", "--name", "Ina Example")
    assert (signed.exit_code, "PV-003 error" in signed.output) == (1, True)


def test_a_file_that_nothing_opens_is_told_where_nothing_else_is_withheld(tmp_path: Path) -> None:
    year = write_year(tmp_path / "data", yml=DRAFT)
    (year / "documents").mkdir()
    (year / "documents" / "letter.7z").write_bytes(CLOSED["7z"][1])
    assert [one.code for one in found_in(tmp_path)] == ["PV-003"]


PACKED = f'<a href="data:a/b;base64,{base64.b64encode(CLOSED["7z"][1]).decode()}">x</a>'


@pytest.mark.parametrize("name", ["docs/about.md", "data/2021/report/02-results.md"])
def test_a_file_packed_in_a_text_that_nothing_opens_is_told_of_the_text(project: Path, name: str) -> None:
    written(name, f"# About\n\nBy {SUPPLIER}.\n\n{PACKED}\n")(project)
    found = {one.code: str(one.where) for one in found_in(project)}
    assert found == {"PV-003": name, "PV-006": f"{name}:3"}
    result = run(project, "check")
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert "PV-003 error: a file that is packed in the text cannot be searched" in result.output


def test_its_page_can_be_released(project: Path) -> None:
    written("docs/about.md", f"# About\n\n{PACKED}\n")(project)
    changed("mkdocs.yml", "may_be_published: []", "may_stay_unsearched: [about/index.html]")(project)
    output = run(project, "check").output
    assert "PV-003" not in output
    assert "PV-009 info" in output


def test_a_file_that_is_released_by_its_path_is_a_note(project: Path) -> None:
    (project / "docs" / "letter.7z").write_bytes(CLOSED["7z"][1])
    allowed = Allowed(may_stay_unsearched=["letter.7z"])
    (one,) = leaks_in_texts(
        project / "data",
        load(project / "data"),
        allowed,
        docs_dir=project / "docs",
        settings=project / "mkdocs.yml",
    )
    assert (one.code, str(one.where)) == ("PV-009", "docs/letter.7z")


@pytest.mark.parametrize(
    "name", ["docs/.DS_Store", "docs/.cache/x.7z", "docs/templates/x.7z", "own/a.pyc", "own/.x"]
)
def test_a_file_that_no_site_gets_need_not_be_opened(project: Path, name: str) -> None:
    changed("mkdocs.yml", "site_name:", "theme: {name: material, custom_dir: own}\nsite_name:")(project)
    (project / name).parent.mkdir(exist_ok=True)
    (project / name).write_bytes(CLOSED["7z"][1])
    assert found_in(project) == []


def test_a_supplier_in_place_of_a_metal_leaves_nothing_to_publish(project: Path) -> None:
    list_cell(project, "A2", SUPPLIER)
    result = run(project, "check")
    assert result.exit_code == 1
    assert "SM-004 error: metal '(withheld)' is not known (data/2021/smelters.xlsx 'Smelter List'!A2)" in (
        result.output
    )
    assert SUPPLIER not in result.output
