"""What MkDocs leaves out of the site is no leak, and what it takes in is searched, however it is written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from mkdocs.config.config_options import PathSpec
from mkdocs.structure.files import File, InclusionLevel, set_exclusions

from generator.cli import main
from generator.files.excluded import Excluded
from tests.support.builders import HEADINGS, ROWS, YML, workbook, write_year

SUPPLIER = "Albatross Castings"
LOCKED = b"7z\xbc\xaf\x27\x1c\x00\x04" + bytes(range(90))
NAMED = f"# Draft\n\nThanks to {SUPPLIER}.\n".encode()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The data of an invented filer beside its settings and a page; a column names a supplier."""
    year = write_year(tmp_path / "data", yml=YML.replace("state: final", "state: draft"))
    rows = [[*ROWS[0], SUPPLIER], *([*row, ""] for row in ROWS[1:])]
    workbook(year / "smelters.xlsx", rows, headings=(*HEADINGS, "Bought from"))
    (tmp_path / "docs").mkdir()
    return tmp_path


def told(project: Path, settings: str, files: dict[str, bytes], plugins: str = "disclosure") -> list[str]:
    """Files among the pages of which ``check`` says PV-003 or PV-006, with these settings and files."""
    text = f"site_name: Invented\nplugins: [{plugins}]\n{settings}"
    (project / "mkdocs.yml").write_text(text, encoding="utf-8")
    for name, content in files.items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_bytes(content)
    result = CliRunner().invoke(main, ["check", "2021", "--data", str(project / "data"), "--json"])
    assert SUPPLIER not in result.output
    found = [one for one in json.loads(result.output)["findings"] if one["code"] in ("PV-003", "PV-006")]
    return sorted(one["file"] for one in found if one["file"].startswith("docs"))


@pytest.mark.parametrize(
    ("settings", "name"),
    [
        ("exclude_docs: |\n  drafts/\n", "docs/drafts/letter.md"),
        ("exclude_docs: '*.tmp.md'\n", "docs/letter.tmp.md"),
        ("draft_docs: drafts/\n", "docs/drafts/letter.md"),
        ("exclude_docs: /raw/\n", "docs/raw/list.csv"),
        ("INHERIT: base.yml\n", "docs/drafts/letter.md"),
        ("", "docs/.notes/letter.md"),
        ("", "docs/templates/letter.md"),
    ],
)
def test_what_a_build_leaves_out_is_no_leak(project: Path, settings: str, name: str) -> None:
    (project / "base.yml").write_text("exclude_docs: drafts/\n", encoding="utf-8")
    assert told(project, settings, {name: NAMED}) == []


def test_a_locked_file_that_a_build_leaves_out_stops_nothing(project: Path) -> None:
    assert told(project, "exclude_docs: '*.7z'\n", {"docs/letter.7z": LOCKED}) == []


@pytest.mark.parametrize(
    ("settings", "name"),
    [
        ("not_in_nav: drafts/\n", "docs/drafts/letter.md"),
        ("exclude_docs: |\n  drafts/\n  !drafts/letter.md\n", "docs/drafts.md"),
        ("exclude_docs: |\n  *.md\n  !letter.md\n", "docs/letter.md"),
        ("exclude_docs: '!.notes/'\n", "docs/.notes/letter.md"),
        ("exclude_docs: '!/templates/'\n", "docs/templates/letter.md"),
        ("exclude_docs: DRAFTS/\n", "docs/drafts/letter.md"),
        ("exclude_docs: [drafts/]\n", "docs/drafts/letter.md"),  # MkDocs takes one text alone
        ("exclude_docs: data/\n", "docs/drafts/letter.md"),
    ],
)
def test_what_a_build_takes_in_is_searched(project: Path, settings: str, name: str) -> None:
    assert told(project, settings, {name: NAMED}) == [name]


def test_a_locked_file_that_the_settings_take_in_stops_check(project: Path) -> None:
    files = {"docs/.well-known/letter.7z": LOCKED}
    assert told(project, "exclude_docs: '!.well-known'\n", files) == ["docs/.well-known/letter.7z"]


@pytest.mark.parametrize(
    "settings",
    [
        "markdown_extensions: [pymdownx.snippets]\n",
        "markdown_extensions:\n  - pymdownx.snippets: {base_path: docs}\n",
        "markdown_extensions: [markdown_include.include]\n",
        "hooks: [own.py]\n",
    ],
)
def test_where_something_may_put_it_into_a_page_it_is_searched(project: Path, settings: str) -> None:
    name = "docs/drafts/letter.md"
    assert told(project, f"exclude_docs: drafts/\n{settings}", {name: NAMED}) == [name]


def test_another_plugin_may_put_it_into_a_page(project: Path) -> None:
    name = "docs/drafts/letter.md"
    assert told(project, "exclude_docs: drafts/\n", {name: NAMED}, "disclosure, macros") == [name]
    assert told(project, "exclude_docs: drafts/\n", {name: NAMED}, "disclosure, search") == []


def test_a_folder_behind_a_link_is_searched_once(project: Path, tmp_path: Path) -> None:
    beside = tmp_path / "beside"
    beside.mkdir()
    (beside / "letter.md").write_bytes(NAMED)
    (project / "docs" / "linked").symlink_to(beside, target_is_directory=True)
    (beside / "back").symlink_to(project / "docs", target_is_directory=True)
    assert told(project, "", {}) == ["docs/linked/letter.md"]


ADDRESSES = (
    "index.md",
    "drafts/a.md",
    "a/drafts/b.md",
    "a/b/c.md",
    ".git/config",
    ".well-known/security.txt",
    "a/.hidden",
    "templates/a.md",
    "a/templates/b.md",
    "x.tmp.md",
    "Drafts/a.md",
    "with blank.md",
)


@pytest.mark.parametrize(
    ("exclude", "drafts"),
    [
        ("", ""),
        ("drafts/", ""),
        ("/drafts/\n!.well-known", ""),
        ("*.md\n!index.md", ""),
        ("!.*\n!/templates/", "a/"),
        ("# drafts/\n", "*.tmp.md"),
        ("a/**/b.md", "with blank.md"),
        ("\\!x\n", ""),
    ],
)
def test_it_is_what_mkdocs_leaves_out(exclude: str, drafts: str) -> None:
    spec = PathSpec()
    stated = {"exclude_docs": exclude, "draft_docs": drafts}
    config = {name: spec.run_validation(text) for name, text in stated.items() if text}
    files = [File(uri, "docs", "site", use_directory_urls=True) for uri in ADDRESSES]
    set_exclusions(files, config)  # type: ignore[arg-type]
    left_out = {
        one.src_uri for one in files if one.inclusion in (InclusionLevel.EXCLUDED, InclusionLevel.DRAFT)
    }
    excluded = Excluded.stated(stated)
    assert {uri for uri in ADDRESSES if excluded.has(uri)} == left_out


def test_what_is_staged_for_another_builder_lacks_them_too(project: Path, tmp_path: Path) -> None:
    plain = b"# Draft\n\nInvented.\n"
    told(project, "exclude_docs: drafts/\n", {"docs/drafts/a.md": plain, "docs/about.md": plain})
    out = tmp_path / "out"
    result = CliRunner().invoke(main, ["stage", str(out), "--data", str(project / "data")])
    assert result.exit_code == 0, result.output
    names = [path.relative_to(out).as_posix() for path in out.rglob("*.md")]
    assert any("about" in name for name in names)
    assert not any("drafts" in name for name in names)
