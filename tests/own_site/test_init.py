"""``formsd init`` and ``formsd example``: what they write, where, and that nothing of anybody's is lost."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from generator.cli import main
from generator.files.program import shipped
from generator.own_site import lock, new_folder
from tests.support.builders import YML, write_year
from tests.support.commands import command_names

YEAR = 2024


def formsd(*command: str | Path) -> Result:
    return CliRunner().invoke(main, [str(one) for one in command])


def files_in(folder: Path) -> dict[str, bytes]:
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as the command makes it; tests read it and never write into it."""
    folder = tmp_path_factory.mktemp("made") / "own"
    result = formsd("init", folder, "--year", str(YEAR))
    assert result.exit_code == 0, result.output
    return folder


def test_the_settings_are_ten_lines_and_ours_fill_in_the_rest(made: Path) -> None:
    text = (made / "mkdocs.yml").read_text(encoding="utf-8")
    assert len([line for line in text.splitlines() if line and line[0] != "#"]) <= 10
    assert set(yaml.safe_load(text)) == {"site_name", "site_url", "theme", "nav", "plugins"}


def test_the_first_year_is_begun_as_start_begins_it(made: Path, tmp_path: Path) -> None:
    assert formsd("start", str(YEAR), "--data", tmp_path).exit_code == 0
    assert files_in(made / "data" / str(YEAR)) == files_in(tmp_path / str(YEAR))


def test_without_a_year_it_is_the_last_full_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")  # 1 January 2026
    assert formsd("init", tmp_path / "own", "--no-list").exit_code == 0
    assert [path.name for path in (tmp_path / "own" / "data").iterdir()] == ["2025"]
    assert not (tmp_path / "own" / "data" / "2025" / "smelters.xlsx").exists()


def test_every_page_has_a_note_of_what_a_person_must_decide_and_nothing_of_the_example(made: Path) -> None:
    pages = list((made / "docs").glob("*.md"))
    assert {page.name for page in pages} == {"about.md", "accessibility.md", "glossary.md"}
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert "<!-- To do:" in text
        assert "Qualys" not in text
        assert "as an example" not in text


@pytest.mark.parametrize("name", [".github/workflows/disclosure.yml", ".gitlab-ci.yml", "README.md"])
def test_every_command_that_a_file_names_is_one(made: Path, name: str) -> None:
    named = set(re.findall(r"formsd ([a-z]+)", (made / name).read_text(encoding="utf-8")))
    assert named
    assert named <= set(command_names())


@pytest.mark.parametrize("name", [".github/workflows/disclosure.yml", ".gitlab-ci.yml"])
def test_a_code_host_checks_builds_verifies_and_hands_over(made: Path, name: str) -> None:
    text = (made / name).read_text(encoding="utf-8")
    assert yaml.safe_load(text)
    places = [
        text.index(one) for one in ("--require-hashes", "formsd check", "build --strict", "verify", "site/")
    ]
    assert places[1:4] == sorted(places[1:4])


def test_readme_and_guide_sign_before_the_state_is_final(made: Path) -> None:
    for name in ("README.md", "guide.md"):
        text = (made / name).read_text(encoding="utf-8")
        assert text.index("formsd sign") < text.index("state: final"), name


def test_a_folder_that_holds_something_is_left_alone_and_named(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Mine", encoding="utf-8")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "list.csv").write_text("Mine", encoding="utf-8")
    before = files_in(tmp_path)
    result = formsd("init", tmp_path, "--year", str(YEAR))
    assert result.exit_code == 1
    assert "is not empty: it holds data/list.csv, letter.txt." in result.output
    assert files_in(tmp_path) == before


def test_a_link_to_another_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "others").mkdir()
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "docs").symlink_to(tmp_path / "others")
    result = formsd("init", tmp_path / "own", "--year", str(YEAR))
    assert result.exit_code == 1
    assert "it holds docs." in result.output
    assert not list((tmp_path / "others").iterdir())


def test_git_takes_what_a_year_publishes_and_nothing_of_others(made: Path, tmp_path: Path) -> None:
    own = shutil.copytree(made, tmp_path / "own")
    published = {
        f"data/{YEAR}/documents/our-CMRT.xlsx",
        f"data/{YEAR}/record/published/documents/our-CMRT.xlsx",
    }
    others = {
        "answers/a.xlsx", "Answers 2025/b.pdf", "lists/rmi.csv", "x/acme_cmrt_6.5.xlsm",
        f"data/{YEAR}/review/report.md", f"data/{YEAR}/suppliers.yml", "cmrt-answers.zip",
    }  # fmt: skip
    for name in published | others:
        (own / name).parent.mkdir(parents=True, exist_ok=True)
        (own / name).write_bytes(b"Invented")
    git = ["git", "-C", str(own)]
    subprocess.run([*git, "init", "--quiet"], check=True)
    subprocess.run([*git, "add", "-A"], check=True, capture_output=True)
    made_of = subprocess.run([*git, "ls-files", "-z"], check=True, capture_output=True, encoding="utf-8")
    taken = set(made_of.stdout.split("\0"))
    assert published <= taken
    assert not others & taken


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "own").write_text("Mine", encoding="utf-8")
    result = formsd("init", tmp_path / "own", "--year", str(YEAR))
    assert result.exit_code == 1
    assert f"{tmp_path / 'own'} is a file. Name a new or an empty folder." in result.output


def test_a_folder_that_cannot_be_made_is_told_without_a_traceback(tmp_path: Path) -> None:
    (tmp_path / "own").write_text("Mine", encoding="utf-8")
    result = formsd("init", tmp_path / "own" / "inside", "--year", str(YEAR))
    assert result.exit_code == 1
    assert "cannot be written" in result.output
    assert isinstance(result.exception, SystemExit)


def test_a_file_that_a_person_changed_is_not_written_over(made: Path, tmp_path: Path) -> None:
    own = shutil.copytree(made, tmp_path / "own")
    (own / "mkdocs.yml").write_text("site_name: Mine\n", encoding="utf-8")
    result = formsd("init", own, "--year", str(YEAR))
    assert result.exit_code == 1
    assert "it holds mkdocs.yml." in result.output
    assert (own / "mkdocs.yml").read_text(encoding="utf-8") == "site_name: Mine\n"


def test_a_folder_under_git_is_taken(made: Path, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").write_text("", encoding="utf-8")
    assert formsd("init", tmp_path, "--year", str(YEAR)).exit_code == 0
    assert files_in(tmp_path).keys() - {".git/config"} == files_in(made).keys()


def test_what_was_interrupted_is_completed_by_the_next_run(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = new_folder.write_swapped

    def interrupted(path: Path, content: bytes) -> None:
        if path.name == "disclosure.yml":
            raise KeyboardInterrupt
        whole(path, content)

    with monkeypatch.context() as patch:
        patch.setattr(new_folder, "write_swapped", interrupted)
        formsd("init", tmp_path / "own", "--year", str(YEAR))
    assert 0 < len(files_in(tmp_path / "own")) < len(files_in(made))
    assert not (tmp_path / "own" / "mkdocs.yml").exists()
    (tmp_path / "own" / ".mkdocs.yml.k3_x9a0b").write_text("site_na", encoding="utf-8")  # of a killed run
    assert formsd("init", tmp_path / "own", "--year", str(YEAR)).exit_code == 0
    assert files_in(tmp_path / "own") == files_in(made)


def test_git_takes_nothing_confidential(made: Path, tmp_path: Path) -> None:
    own = shutil.copytree(made, tmp_path / "own")
    secret = (
        "answers/alpha.xlsx", "lists/rmi.xlsx", "data/2024/review/review.xlsx", "data/2024/suppliers.yml",
        "Alpha CMRT 6.5.xlsx", "site/index.html", ".cache/files/x", "data/2025/review/evidence.csv",
    )  # fmt: skip
    for name in (*secret, "data/2024/reconciled.yml", "data/2024/record/2025-05-20-legal.json"):
        (own / name).parent.mkdir(parents=True, exist_ok=True)
        (own / name).write_text("Invented", encoding="utf-8")
    subprocess.run(["git", "init", "--quiet"], cwd=own, check=True)
    subprocess.run(["git", "add", "-A"], cwd=own, check=True, capture_output=True)
    taken = subprocess.run(["git", "ls-files"], cwd=own, check=True, capture_output=True, text=True)
    names = set(taken.stdout.splitlines())
    assert not names & set(secret)
    assert {
        "data/2024/reconciled.yml",
        "data/2024/record/2025-05-20-legal.json",
        "requirements.lock",
    } <= names


def test_the_lock_is_the_programs_with_its_own_file_first(tmp_path: Path) -> None:
    wheel = tmp_path / lock.WHEEL
    wheel.write_bytes(b"Invented")
    own = tmp_path / "own"
    assert formsd("init", own, "--year", str(YEAR), "--program", wheel).exit_code == 0
    assert (own / "program" / lock.WHEEL).read_bytes() == b"Invented"
    text = (own / "requirements.lock").read_text(encoding="utf-8")
    checksum = hashlib.sha256(b"Invented").hexdigest()
    assert f"./program/{lock.WHEEL} \\\n    --hash=sha256:{checksum}\n" in text
    ours = shipped("requirements.lock").read_text(encoding="utf-8")
    pins = re.findall(r"^[\w.-]+==.*?(?=^[\w.-]+==|\Z)", ours, re.MULTILINE | re.DOTALL)
    assert pins
    assert all(pin in text for pin in pins)
    assert "://" not in text


def test_a_lock_without_the_programs_file_says_how_to_add_it(tmp_path: Path) -> None:
    (text,) = (content.decode() for content in lock.lock_files(None).values())
    first = text.partition("\n# ./program/")[0]
    assert "was not found" in first
    assert f"python -m pip hash program/{lock.WHEEL}" in first


def test_a_file_of_another_version_is_refused(tmp_path: Path) -> None:
    wheel = tmp_path / "form_sd_microsite-99.0-py3-none-any.whl"
    wheel.write_bytes(b"Invented")
    result = formsd("init", tmp_path / "own", "--program", wheel)
    assert result.exit_code == 1
    assert "is not the file of this version of the program" in result.output
    assert not (tmp_path / "own").exists()


def test_the_example_is_a_site_of_its_own(repo: Path, tmp_path: Path) -> None:
    assert formsd("example", tmp_path / "example").exit_code == 0
    written = files_in(tmp_path / "example")
    assert written["data/2021/smelters.xlsx"] == (repo / "data" / "2021" / "smelters.xlsx").read_bytes()
    assert written["docs/about.md"] == (repo / "docs" / "about.md").read_bytes()
    settings = yaml.safe_load(written["mkdocs.yml"])
    assert settings["site_url"] == "https://conflict-minerals.example.com/"
    assert "custom_dir" not in str(settings)


def test_a_check_says_what_the_site_needs_before_a_final_and_what_is_next(made: Path, tmp_path: Path) -> None:
    site = Path(shutil.copytree(made, tmp_path / "own"))
    write_year(site / "data", yml=YML.replace("state: final", "state: draft"))
    shutil.rmtree(site / "data" / str(YEAR))
    command = ("check", "2021", "--data", site / "data")
    said = formsd(*command).output
    assert "the open notes to be worked off (SE-006)" in said
    assert "the public address of the site (site_url in mkdocs.yml)" in said
    settings = (site / "mkdocs.yml").read_text(encoding="utf-8")
    (site / "mkdocs.yml").write_text(
        settings.replace("site_url:", "site_url: https://ir.invented.org/"), encoding="utf-8"
    )
    for page in (site / "docs").glob("*.md"):
        text = re.sub(r"<!-- To do:.*?-->", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
        page.write_text(text, encoding="utf-8")
    said = formsd(*command).output
    assert "worked off" not in said
    assert "site_url" not in said
    assert "2021 can be final: set 'state: final' in" in said


def test_the_guide_is_there_and_leads_to_nothing_that_is_not(made: Path) -> None:
    guide = (made / "guide.md").read_text(encoding="utf-8")
    assert guide.startswith("# A year of your disclosure")
    links = re.findall(r"\]\(([^)]+)\)", guide)
    assert links
    assert all(link.startswith(("#", "https://")) for link in links)
    assert "[guide.md](guide.md)" in (made / "README.md").read_text(encoding="utf-8")
