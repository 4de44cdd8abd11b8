"""The whole way: a site is built, its filing recorded as published, amended, and built again."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.support.build import build_strictly
from tests.support.builders import YML, write_project
from tests.support.built_site import files_in, one, read_page

pytestmark = pytest.mark.site

ADDRESS = "https://www.invented.internal/ir/"
DOCUMENTS = "2021/documents"


def built(project: Path, name: str = "site") -> dict[str, bytes]:
    site = project / name
    build_strictly(project / "mkdocs.yml", site, site_url=ADDRESS)
    return files_in(site)


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], Path]:
    """The files of the original's site, and the project in which it was amended and built again."""
    project = tmp_path_factory.mktemp("amended")
    write_project(project)
    original = built(project)
    options = ["2021", "--data", str(project / "data"), "--site", str(project / "site")]
    result = CliRunner().invoke(main, ["publish", *options, "--date", "2022-06-01"])
    assert result.exit_code == 0, result.output
    amended = YML.replace("  date: 2022-05-31\n", "  date: 2022-08-15\n  amendment: 1\n")
    (project / "data" / "2021" / "disclosure.yml").write_text(amended, encoding="utf-8")
    built(project)
    return original, project


def documents(files: dict[str, bytes]) -> dict[str, bytes]:
    return {
        name: content
        for name, content in files.items()
        if name.startswith(f"{DOCUMENTS}/") and not name.endswith(".html")
    }


def test_the_files_of_the_original_are_where_they_were(sites: tuple[dict[str, bytes], Path]) -> None:
    original, project = sites
    now = files_in(project / "site")
    assert {f"{DOCUMENTS}/form-sd-2021.pdf", f"{DOCUMENTS}/edgar/form-sd.htm"} <= documents(original).keys()
    assert {name: now.get(name) for name in documents(original)} == documents(original)


def test_every_file_of_the_amendment_ends_in_its_number(sites: tuple[dict[str, bytes], Path]) -> None:
    original, project = sites
    new = documents(files_in(project / "site")).keys() - documents(original).keys()
    assert f"{DOCUMENTS}/form-sd-2021-a1.pdf" in new
    assert all(name.partition(".")[0].endswith("-a1") for name in new)
    assert len(new) == len(documents(original))


@pytest.mark.parametrize("sums", ["SHA256SUMS.txt", "SHA256SUMS-a1.txt"])
def test_the_checksums_of_both_hold(sites: tuple[dict[str, bytes], Path], sums: str) -> None:
    folder = sites[1] / "site" / DOCUMENTS
    lines = (folder / sums).read_text(encoding="utf-8").splitlines()
    assert len(lines) > 8
    for line in lines:
        digest, _, name = line.partition("  ")
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest


def test_the_page_of_the_original_is_in_the_menu_and_found(sites: tuple[dict[str, bytes], Path]) -> None:
    page = read_page(sites[1] / "site" / "2021" / "original" / "index.html")
    assert [meta for meta in page.select("meta[name=robots]") if "noindex" in str(meta)] == []
    assert one(page, "nav .md-nav__item--active .md-nav__link--active[href='./']").get_text().strip()
    sitemap = (sites[1] / "site" / "sitemap.xml").read_text(encoding="utf-8")
    assert f"{ADDRESS}2021/original/" in sitemap


def test_the_same_input_gives_the_same_site(sites: tuple[dict[str, bytes], Path]) -> None:
    project = sites[1]
    assert built(project, "again") == files_in(project / "site")


def test_what_was_amended_verifies(sites: tuple[dict[str, bytes], Path]) -> None:
    project = sites[1]
    options = ["2021", "--data", str(project / "data"), "--site", str(project / "site")]
    result = CliRunner().invoke(main, ["verify", *options])
    assert result.exit_code == 0, result.output
