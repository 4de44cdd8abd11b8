"""``formsd build`` and ``formsd serve``: MkDocs in the folder of the site, as a process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.errors import DisclosureError
from generator.own_site.run_mkdocs import must_have_plugin, settings_file
from tests.support.build import BuildFailedError, build_strictly
from tests.support.builders import write_project

FORMSD = [sys.executable, "-c", "from generator.cli import main; main()"]
PATIENCE = 250


def formsd(*command: str, folder: Path, repo: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*FORMSD, *command], cwd=folder, env={**os.environ, "PYTHONPATH": str(repo)}, capture_output=True,
        encoding="utf-8", errors="replace", check=False,
    )  # fmt: skip


def test_the_settings_are_found_from_a_folder_inside_the_site(tmp_path: Path) -> None:
    (tmp_path / "data" / "2021").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("", encoding="utf-8")
    assert settings_file(tmp_path / "data" / "2021") == tmp_path / "mkdocs.yml"


def test_settings_that_are_named_are_those(tmp_path: Path) -> None:
    (tmp_path / "other.yml").write_text("", encoding="utf-8")
    assert settings_file(tmp_path / "data", tmp_path / "other.yml") == tmp_path / "other.yml"
    with pytest.raises(DisclosureError, match=r"There is no file .*missing\.yml"):
        settings_file(tmp_path, tmp_path / "missing.yml")


@pytest.mark.parametrize("command", ["build", "serve"])
def test_outside_of_a_site_it_says_what_to_do(
    tmp_path: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, [command])
    assert result.exit_code == 1
    assert f"There is no mkdocs.yml in {tmp_path} or above it." in result.output
    assert "'formsd init FOLDER' makes a new site." in result.output


@pytest.mark.parametrize(
    "plugins", ["", "plugins: []\n", "plugins:\n  - search\n", "plugins: {search: {}}\n"]
)
def test_settings_that_leave_the_program_out_build_nothing(
    tmp_path: Path, plugins: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"site_name: Invented\ntheme: material\n{plugins}", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["build"])
    assert result.exit_code == 1
    assert "does not name the plugin 'disclosure'" in result.output


@pytest.mark.parametrize(
    "plugins", ["plugins: [disclosure]\n", "plugins:\n  disclosure: {pdf: false}\n", "\t"]
)
def test_settings_that_name_it_or_that_mkdocs_cannot_read_are_passed_on(tmp_path: Path, plugins: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"site_name: Invented\n{plugins}", encoding="utf-8")
    must_have_plugin(tmp_path / "mkdocs.yml")


@pytest.mark.site
def test_a_build_is_that_of_mkdocs_and_says_when_the_frame_ends(repo: Path, tmp_path: Path) -> None:
    write_project(tmp_path)
    (tmp_path / "yaml.py").write_text("raise SystemExit('a file of the site was imported')", encoding="utf-8")
    made = formsd("build", "--strict", folder=tmp_path / "docs", repo=repo)
    assert made.returncode == 0, made.stderr
    assert (tmp_path / "site" / "2021" / "index.html").exists()
    assert made.stderr.startswith(
        "Note: the makers of the website's frame, Material for MkDocs, maintain it until 5 May 2027."
    )
    assert "Zensical" not in made.stderr


@pytest.mark.site
def test_the_exit_code_is_that_of_mkdocs(repo: Path, tmp_path: Path) -> None:
    write_project(tmp_path)
    (tmp_path / "docs" / "about.md").write_text("[lost](nowhere.md)\n", encoding="utf-8")
    made = formsd("build", "--strict", folder=tmp_path, repo=repo)
    assert made.returncode == 1
    assert "Traceback" not in made.stderr


@pytest.mark.site
@pytest.mark.skipif(os.name == "nt", reason="there Ctrl+C cannot be sent to one group of processes alone")
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_the_preview_ends_with_what_ends_the_command(
    repo: Path, tmp_path: Path, sent: signal.Signals
) -> None:
    write_project(tmp_path)
    with subprocess.Popen(
        [*FORMSD, "serve", "-a", "127.0.0.1:0"], cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(repo)},
        stderr=subprocess.PIPE, encoding="utf-8", start_new_session=True,
    ) as process:  # fmt: skip
        timer = threading.Timer(PATIENCE, process.kill)
        timer.start()
        assert process.stderr is not None
        for line in process.stderr:
            if "Serving on" in line:
                break
        if sent == signal.SIGINT:
            os.killpg(process.pid, sent)  # as a terminal does
        else:
            process.send_signal(sent)
        rest = process.stderr.read()
        timer.cancel()
    assert "Traceback" not in rest
    assert process.returncode == (0 if sent == signal.SIGINT else 128 + signal.SIGTERM)


@pytest.mark.site
def test_a_preview_that_begins_with_broken_data_shows_a_page_all_the_same(tmp_path: Path) -> None:
    write_project(tmp_path)
    path = tmp_path / "data" / "2021" / "disclosure.yml"
    path.write_text(path.read_text(encoding="utf-8") + "registrant: twice\n", encoding="utf-8")
    with pytest.raises(BuildFailedError) as stopped:  # for the errors that are logged alone
        build_strictly(tmp_path / "mkdocs.yml", tmp_path / "out", site_url="", command="serve")
    assert "'registrant' is given twice" in str(stopped.value)
    assert "has no attribute" not in str(stopped.value)
    assert (tmp_path / "out" / "index.html").exists()
