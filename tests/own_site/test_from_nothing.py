"""A new user's year from an empty folder outside the repository, with the wheel and nothing else of ours."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support.builders import YML
from tests.support.cmrt_workbooks import by_id, cmrt
from tests.support.program import Program, build, install
from tests.support.started_year import change_yml, read_yml

pytestmark = pytest.mark.site

YEAR = 2021
SIGNERS = {"legal": "Lea Invented", "compliance": "Carl Invented", "ir": "Irma Invented"}
CONFIDENTIAL = "Example Alpha Ltd. (invented)"
_NOTE = re.compile(r"<!-- To do:.*?-->\n*", re.DOTALL)
_OF_THE_FILER = ("registrant", "filing", "products")
"""Entries that the test fills in; the others stay as the program writes them."""


@pytest.fixture(scope="module")
def program(repo: Path, tmp_path_factory: pytest.TempPathFactory) -> Program:
    return install(build(repo, tmp_path_factory.mktemp("wheel")), tmp_path_factory.mktemp("site-packages"))


@pytest.fixture(scope="module")
def home(program: Program, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which a person made ``my-disclosure``, and went through the whole first year."""
    home = tmp_path_factory.mktemp("home")
    done(program, "init", "my-disclosure", "--year", str(YEAR), folder=home)
    own = home / "my-disclosure"
    git(own, "init", "--quiet")
    fill_in(own)
    reconcile(program, own)
    edit(own)
    done(program, "check", str(YEAR), folder=own)
    make_final(own)
    for role, name in SIGNERS.items():
        command = ["sign", str(YEAR), "--role", role, "--name", name, "--date", "2022-05-20"]
        done(program, *command, folder=own)
    done(program, "build", "--strict", folder=own)
    done(program, "verify", str(YEAR), folder=own)
    done(program, "publish", str(YEAR), "--date", "2022-05-31", folder=own)
    git(own, "add", "-A")
    return home


def done(program: Program, *command: str | Path, folder: Path) -> str:
    """What a command that must work prints."""
    result = program.run(*command, folder=folder)
    assert result.returncode == 0, f"formsd {' '.join(map(str, command))}\n{result.stdout}\n{result.stderr}"
    return result.stdout


def git(folder: Path, *command: str) -> str:
    who = ["-c", "user.name=Invented", "-c", "user.email=invented@example.com"]
    line = ["git", *who, "-c", "commit.gpgsign=false", *command]
    made = subprocess.run(line, cwd=folder, capture_output=True, encoding="utf-8", check=True)
    return made.stdout


def fill_in(own: Path) -> None:
    """The facts of the filer, a draft that three people will sign; address of the site."""
    facts = {name: value for name, value in read_yml(YML).items() if name in _OF_THE_FILER}
    facts["filing"] = {"state": "draft", "signatory": facts["filing"]["signatory"]}
    change_yml(own / "data" / str(YEAR) / "disclosure.yml", **facts)
    settings = own / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("site_url:", "site_url: https://ir.invented-devices.org/sd/"), "utf-8")


def reconcile(program: Program, own: Path) -> None:
    """Three answers, and the status list that RMI would have given."""
    for name, rows in {"alpha": 8, "beta": 5, "gamma": 3}.items():
        ids = ("CID900001", "CID900002", "CID900003", "CID900011", "CID900021", "CID900022", "CID900023",
               "CID900031")[:rows]  # fmt: skip
        company = CONFIDENTIAL.replace("Alpha", name.capitalize())
        (own / "answers").mkdir(exist_ok=True)
        cmrt(own / "answers" / f"{name}.xlsx", company=company, rows=[by_id(one) for one in ids])
    done(program, "reconcile", str(YEAR), "--from", "answers", folder=own)


def edit(own: Path) -> None:
    """A person works off every note, and takes over the figures of the survey."""
    for path in (*(own / "data" / str(YEAR)).rglob("*.md"), *(own / "docs").glob("*.md")):
        path.write_text(_NOTE.sub("", path.read_text(encoding="utf-8")), encoding="utf-8")
    survey = {"suppliers": "3", "answered": "3", "answer_level": "company"}
    change_yml(own / "data" / str(YEAR) / "disclosure.yml", survey=survey)


def make_final(own: Path) -> None:
    stated = {"filing__state": "final", "filing__signed_on": f"{YEAR + 1}-05-20"}
    change_yml(own / "data" / str(YEAR) / "disclosure.yml", **stated)


def test_the_program_comes_from_where_the_wheel_was_installed(program: Program, tmp_path: Path) -> None:
    result = program.python_run("-c", "import generator; print(generator.__file__)", folder=tmp_path)
    assert Path(result.stdout.strip()).is_relative_to(program.place)


def test_the_site_is_final_and_the_companys(home: Path) -> None:
    site = home / "my-disclosure" / "site"
    pages = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    assert {
        "index.html",
        f"{YEAR}/report/index.html",
        f"{YEAR}/annex/index.html",
        "about/index.html",
    } <= pages
    overview = (site / str(YEAR) / "index.html").read_text(encoding="utf-8")
    assert "Invented Devices" in overview
    assert "Draft, not filed" not in overview
    assert "Qualys" not in "".join(path.read_text(encoding="utf-8") for path in site.rglob("*.html"))


def test_nothing_confidential_is_taken_into_git(home: Path) -> None:
    own = home / "my-disclosure"
    taken = git(own, "ls-files").split("\n")
    assert f"data/{YEAR}/smelters.xlsx" in taken
    assert f"data/{YEAR}/reconciled.yml" in taken
    assert "requirements.lock" in taken
    for name in ("answers", "review", "suppliers.yml", "site", ".cache"):
        assert not [path for path in taken if name in path.split("/")]
    for path in filter(None, taken):
        assert CONFIDENTIAL.encode() not in (own / path).read_bytes(), path


def test_the_lock_names_the_program_and_an_installer_takes_it(
    program: Program, home: Path, tmp_path: Path
) -> None:
    own = home / "my-disclosure"
    lines = (own / "requirements.lock").read_text(encoding="utf-8").split("\n")
    first = next(number for number, line in enumerate(lines) if not line.startswith("#"))
    assert lines[first].startswith("./program/form_sd_microsite-")
    (tmp_path / "first.lock").write_text("\n".join(lines[first : first + 2]), encoding="utf-8")
    options = ("--dry-run", "--no-deps", "--no-index", "--require-hashes", "-r", tmp_path / "first.lock")
    made = program.python_run("-m", "pip", "install", *options, folder=own)
    assert made.returncode == 0, made.stderr
    assert "program/form_sd_microsite-" in git(own, "ls-files")


def test_a_clone_alone_checks_builds_and_verifies(program: Program, home: Path, tmp_path: Path) -> None:
    own = Path(shutil.copytree(home / "my-disclosure", tmp_path / "own"))
    git(own, "commit", "--quiet", "--message", "First year")
    git(tmp_path, "clone", "--quiet", str(own), "clone")
    clone = tmp_path / "clone"
    done(program, "check", folder=clone)
    done(program, "build", "--strict", folder=clone)
    done(program, "verify", str(YEAR), folder=clone)
    assert (clone / "site" / "index.html").read_bytes() == (own / "site" / "index.html").read_bytes()


def test_the_next_year_begins_beside_it(program: Program, home: Path, tmp_path: Path) -> None:
    own = Path(shutil.copytree(home / "my-disclosure", tmp_path / "own"))
    done(program, "start", str(YEAR + 1), folder=own)
    facts = {name: value for name, value in read_yml(YML).items() if name in _OF_THE_FILER}
    facts["filing"] = {"state": "draft", "signatory": facts["filing"]["signatory"]}
    change_yml(own / "data" / str(YEAR + 1) / "disclosure.yml", **facts)
    reconciled = own / "data" / str(YEAR) / "smelters.xlsx"
    shutil.copy(reconciled, own / "data" / str(YEAR + 1) / "smelters.xlsx")
    done(program, "build", "--strict", folder=own)
    assert not (own / "site" / str(YEAR + 1)).exists()
    done(program, "build", "--strict", "--drafts", folder=own)
    draft = (own / "site" / str(YEAR + 1) / "index.html").read_text(encoding="utf-8")
    assert '<meta name="robots" content="noindex">' in draft
    assert "Draft, not filed" in draft
