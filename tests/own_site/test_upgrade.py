"""``formsd upgrade`` as a company runs it: from an older wheel to the one of this repository."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import signal
import subprocess
import time
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.own_site.upgrade.report import NOTHING
from tests.support.builders import YML, write_project
from tests.support.program import Program, build, install, remade
from tests.support.started_year import ROWS, change_yml, fill_workbook, read_yml

pytestmark = pytest.mark.site

OLD = "0.0.9"
PUBLISHED, DRAFT = 2021, 2022
SIGNERS = (
    ("legal", "--name", "Lea Invented"),
    ("compliance", "--name", "Carl Invented"),
    ("ir", "--name", "Irma Invented"),
)
SENTENCE = (
    "conflict-minerals-report/01-introduction.md",
    "The Rule uses this name for the minerals wherever in the world they are mined.",
    "The Rule uses that name for minerals of every country.",
)
COUNTRY = (
    "generator/countries/countries.csv",
    "ZA,South Africa,",
    "ZA,Invented Republic of South Africa,SOUTH AFRICA|",
)
LABEL = ("site_overrides/main.html", "Licenses of the software used", "What the software asks to be said")
CHANGES = (SENTENCE, COUNTRY, LABEL)
"""What the older program says otherwise: the end of a file's name, what it says now, what it said."""
LIST = ({**ROWS[0], "Smelter Country": "SOUTH AFRICA"}, ROWS[1])
_NOTE = re.compile(r"<!-- To do:.*?-->\n*", re.DOTALL)
_FROM_TEMPLATE = ("period", "form", "statuses", "annex")


@pytest.fixture(scope="module")
def wheel(repo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(repo, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def old_wheel(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return remade(wheel, tmp_path_factory.mktemp("old-wheel"), OLD, *CHANGES)


@pytest.fixture(scope="module")
def old(old_wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Program:
    return install(old_wheel, tmp_path_factory.mktemp("old-program"))


@pytest.fixture(scope="module")
def made(old: Program, old_wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A company's folder that the older program made: a year that was published, and a draft."""
    own = tmp_path_factory.mktemp("home") / "own"
    done(old, "init", own, "--year", str(PUBLISHED), "--program", old_wheel, folder=own.parent)
    settings = own / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    text = text.replace("site_url:", "site_url: https://ir.devices.invented/sd/")
    settings.write_text(text.replace("- disclosure", "- disclosure: {pdf: false}"), "utf-8")
    for page in (own / "docs").glob("*.md"):
        page.write_text(_NOTE.sub("", page.read_text(encoding="utf-8")), encoding="utf-8")
    years = (PUBLISHED, DRAFT)
    all_done(old, [["start", str(year)] for year in years], folder=own)
    for year in years:
        fill_in(own, year)
    signed = ("--date", "2022-05-20")
    signing = [["sign", str(PUBLISHED), "--role", *who, *signed] for who in SIGNERS]
    all_done(old, signing, folder=own)
    done(old, "build", folder=own)
    done(old, "publish", str(PUBLISHED), "--date", "2022-05-31", folder=own)
    return own


def fill_in(own: Path, year: int) -> None:
    """The year with an invented filer's facts and rows; all of them but the first are drafts."""
    folder = own / "data" / str(year)
    facts = {name: value for name, value in read_yml(YML).items() if name not in _FROM_TEMPLATE}
    state = "final" if year == PUBLISHED else "draft"
    signed = {"signed_on": "2022-05-20"} if year == PUBLISHED else {}
    facts["filing"] = {"state": state, "signatory": facts["filing"]["signatory"], **signed}
    change_yml(folder / "disclosure.yml", **facts)
    fill_workbook(folder / "smelters.xlsx", LIST)
    for text in folder.rglob("*.md"):
        text.write_text(_NOTE.sub("", text.read_text(encoding="utf-8")), encoding="utf-8")


def done(program: Program, *command: str | Path, folder: Path) -> str:
    """What a command that must work prints."""
    result = program.run(*command, folder=folder)
    assert result.returncode == 0, f"formsd {' '.join(map(str, command))}\n{result.stdout}\n{result.stderr}"
    return result.stdout


def all_done(program: Program, commands: list[list[str]], *, folder: Path) -> None:
    """Several commands in one process, which is quicker."""
    script = f"from generator.cli import main\nfor one in {commands}: main(one, standalone_mode=False)"
    result = program.python_run("-c", script, folder=folder)
    assert result.returncode == 0, f"{result.stdout}\n{result.stderr}"


def sums(folder: Path) -> dict[str, str]:
    """Each file with its checksum."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def told(old: Program, made: Path, wheel: Path) -> str:
    """What ``formsd upgrade`` says of the new wheel; that it changes nothing is held here."""
    before = sums(made)
    said = done(old, "upgrade", "--to", wheel, folder=made)
    assert sums(made) == before
    return said


def part(said: str, begin: str) -> str:
    """The paragraph that begins so."""
    return next(one for one in said.split("\n\n") if one.startswith(begin))


def test_a_label_of_the_frame_is_told_once(told: str) -> None:
    frame = part(told, "Menus, labels and footer")
    assert f"was: {LABEL[2]}\n      now: {LABEL[1]}" in frame
    assert told.count(LABEL[1]) == 1


def test_a_country_name_is_told_of_the_draft_and_not_of_the_signed_year(told: str) -> None:
    draft, signed = part(told, f"{DRAFT} (draft)"), part(told, f"{PUBLISHED} (final, signed by 3, published)")
    assert re.search(r"was: .*\| Invented Republic of South Africa \|.*\n +now: .*\| South Africa \|", draft)
    assert f"{DRAFT}/documents/smelters-{DRAFT}.csv" in draft
    assert "Pages and files: no change." in signed
    assert "Sign-offs: they hold." in signed
    assert re.search(r"Published files: (\d+) of \1 stay as they are, byte for byte\.", signed)
    assert "New in 'formsd check': SO-013 info" in signed


def test_a_default_sentence_is_told_and_that_the_own_one_stays(told: str) -> None:
    texts = part(told, "Default texts that read otherwise. You keep yours")
    files = [f"data/{year}/report/01-introduction.md" for year in (PUBLISHED, DRAFT)]
    assert f"report/01-introduction.md: you keep {', '.join(files)}" in texts
    assert SENTENCE[1] in texts
    assert SENTENCE[2] in texts
    assert SENTENCE[1] not in told.replace(texts, "")


def test_the_difference_of_the_lock_is_shown(told: str, wheel: Path) -> None:
    files = part(told, "An update changes two files")
    assert f"-./program/form_sd_microsite-{OLD}-py3-none-any.whl" in files
    assert f"+./program/{wheel.name}" in files
    assert f"+    --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}" in files
    assert "Nothing was changed. To change them: formsd upgrade --write" in files


def test_with_the_new_program_signatures_hold_and_published_files_stay(
    told: str, made: Path, wheel: Path, tmp_path: Path
) -> None:
    own = Path(shutil.copytree(made, tmp_path / "own"))
    new = install(wheel, tmp_path / "program")
    done(new, "build", folder=own)
    done(new, "check", str(PUBLISHED), folder=own)
    kept = made / "data" / str(PUBLISHED) / "record" / "published" / "documents"
    served = sums(own / "site" / str(PUBLISHED) / "documents")
    assert sums(kept).items() <= served.items()


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A folder with one draft and no PDF, that keeps no file of the program."""
    write_project(tmp_path / "own")
    settings = tmp_path / "own" / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("- disclosure", "- disclosure: {pdf: false}"), encoding="utf-8")
    return tmp_path / "own"


def test_where_nothing_changes_it_says_so_and_writes_two_files_when_asked(
    small: Path, old: Program, old_wheel: Path, tmp_path: Path
) -> None:
    own_pin = "invented-plugin==1.0 \\\n    --hash=sha256:00\n"
    (small / "requirements.lock").write_text(f"{own_pin}click==0.1 \\\n    --hash=sha256:01\n", "utf-8")
    newer = remade(old_wheel, tmp_path / "newer", "0.0.10", before=OLD)
    (small / "program").mkdir()
    shutil.copy(newer, small / "program")
    before = sums(small)
    said = done(old, "upgrade", "--write", folder=small / "data")
    assert said.split("\n\n")[:2] == [f"From version {OLD} to version 0.0.10", NOTHING]
    changed = {name for name, digest in sums(small).items() if before.get(name) != digest}
    assert changed == {"requirements.lock"}
    lock = (small / "requirements.lock").read_text(encoding="utf-8")
    assert f"./program/{newer.name} \\\n    --hash=sha256:{before[f'program/{newer.name}']}\n" in lock
    assert lock.endswith(f"# Added for this site, not by the program:\n{own_pin}")
    assert "click==0.1 " not in lock
    again = old.run("upgrade", folder=small)
    assert again.returncode == 1
    assert "has no file of a version after 0.0.10" in again.stderr


@pytest.mark.skipif(os.name == "nt", reason="there no process is asked to end")
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_nothing_is_left_where_it_is_stopped(
    small: Path, old: Program, wheel: Path, tmp_path: Path, sent: signal.Signals
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    with subprocess.Popen(
        [old.python, "-P", *old.start, "upgrade", "--to", wheel], cwd=small, stderr=subprocess.DEVNULL,
        env={**old.environment, "TMPDIR": str(temporary)}, stdout=subprocess.DEVNULL,
    ) as process:  # fmt: skip
        until = time.monotonic() + 250
        while not list(temporary.glob("formsd-upgrade-*/*.err")) and time.monotonic() < until:
            time.sleep(0.05)
        assert list(temporary.iterdir())
        process.send_signal(sent)
    assert process.returncode in (1, 128 + sent)
    assert list(temporary.iterdir()) == []


def test_a_site_that_cannot_be_built_is_said_and_nothing_is_left(
    small: Path, old: Program, wheel: Path, tmp_path: Path
) -> None:
    (small / "mkdocs.yml").write_text(
        "site_name: x\ntheme: material\nplugins: [disclosure, invented-plugin]\n", "utf-8"
    )
    before = sums(small)
    result = old.run("upgrade", "--to", wheel, "--write", folder=small)
    assert result.returncode == 1
    assert f"Version {OLD} of the program cannot build this site" in result.stderr
    assert "invented-plugin" in result.stderr
    assert "Nothing was changed." in result.stderr
    assert "Traceback" not in result.stderr
    assert sums(small) == before


def test_a_new_program_that_cannot_build_it_is_said_without_a_trace(
    small: Path, old: Program, old_wheel: Path, tmp_path: Path
) -> None:
    gone = ("generator/plugin.py", "import os\n", "import gone_library\n")
    newer = remade(old_wheel, tmp_path / "newer", "0.2.0", gone, before=OLD)
    before = sums(small)
    result = old.run("upgrade", "--to", newer, "--write", folder=small)
    assert result.returncode == 1
    assert "Version 0.2.0 of the program cannot build this site" in result.stderr
    assert "It needs the library gone_library, which is not installed here." in result.stderr
    assert "File " not in result.stderr
    assert sums(small) == before


@pytest.mark.parametrize(
    ("version", "package", "said"),
    [
        ("0.0.8", "form-sd-microsite", "is version 0.0.8, which is older than 0.1.0"),
        ("0.1.0", "form-sd-microsite", "is version 0.1.0, which the site has already"),
        ("0.2.0", "invented", "is the package 'invented' and not form-sd-microsite"),
        ("newest", "form-sd-microsite", "The version 'newest' is none that can be put in order"),
        (None, "", "is no file of the program"),
        (None, "none", "There is no file"),
    ],
)
def test_another_file_is_refused(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str | None, package: str, said: str
) -> None:
    path = tmp_path / "given.whl"
    if version:
        with zipfile.ZipFile(path, "w") as packed:
            packed.writestr("x.dist-info/METADATA", f"Name: {package}\nVersion: {version}\n")
    elif not package:
        path.write_bytes(b"no archive")
    monkeypatch.chdir(small)
    result = CliRunner().invoke(main, ["upgrade", "--to", str(path), "--write"])
    assert result.exit_code == 1
    assert said in result.output
    assert "Nothing was changed." in result.output


@pytest.mark.parametrize("file", [None, "mkdocs.yml"])
def test_outside_of_a_site_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str | None
) -> None:
    if file:
        (tmp_path / file).write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["upgrade"])
    assert result.exit_code == 1
    assert ("is not the folder of a company's site" if file else "There is no mkdocs.yml") in result.output
