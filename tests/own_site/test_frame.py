"""A site whose ``mkdocs.yml`` says next to nothing, and sites whose templates get in the way."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup
from click.testing import CliRunner, Result
from mkdocs.__main__ import cli

from generator.own_site.frame import DEFAULTS
from tests.support.builders import YML, write_project

pytestmark = pytest.mark.site

DRAFT = YML.replace("  signed_elsewhere: Invented, so that nobody signs\n", "").replace(
    "state: final", "state: draft"
)
SHORT = """\
site_name: Invented
site_url: https://www.example.com/ir/
theme: material
nav:
  - Glossary: glossary.md
  - About: about.md
plugins:
  - search
  - disclosure: {pdf: false}
"""
BARE = '{% extends "base.html" %}\n'
ON_OURS = """\
{% extends "disclosure/main.html" %}
{% block announce %}<p>Our own announcement</p>{% endblock %}
{% block extrahead %}{{ super() | replace('noindex', 'all') }}{% endblock %}
"""


def project(folder: Path, settings: str = SHORT, yml: str = DRAFT, **overrides: str) -> Path:
    """A small project; ``overrides`` are templates of the company's own folder, by name."""
    path = write_project(folder, yml=yml)
    path.write_text(settings, encoding="utf-8")
    for name, text in overrides.items():
        (folder / "overrides").mkdir(exist_ok=True)
        (folder / "overrides" / f"{name}.html").write_text(text, encoding="utf-8")
    return folder


def mkdocs(folder: Path, *options: str) -> Result:
    return CliRunner().invoke(cli, ["build", "--config-file", str(folder / "mkdocs.yml"), *options])


def files_in(folder: Path) -> dict[str, bytes]:
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def own_templates(settings: str = SHORT) -> str:
    return settings.replace("theme: material", "theme: {name: material, custom_dir: overrides}")


def test_the_repositorys_settings_are_the_defaults(repo: Path) -> None:
    class Loader(yaml.SafeLoader):
        """Without the variables of the machine."""

    Loader.add_constructor("!ENV", lambda loader, node: None)
    said = yaml.load((repo / "mkdocs.yml").read_bytes(), Loader)
    defaults = yaml.safe_load(DEFAULTS.read_bytes())
    ours = {name: said[name] for name in defaults}
    ours["theme"] = {
        name: value for name, value in said["theme"].items() if name not in ("name", "custom_dir")
    }
    ours["plugins"] = [one for one in said["plugins"] if "search" in one]
    assert ours == defaults


def test_ten_lines_give_the_site_that_all_our_settings_give(repo: Path, tmp_path: Path) -> None:
    text = (repo / "mkdocs.yml").read_text(encoding="utf-8")
    text = text.replace("custom_dir: site_overrides", f"custom_dir: {(repo / 'site_overrides').as_posix()}")
    text = text.replace("  - Accessibility: accessibility.md\n", "").replace("pdf: true", "pdf: false")
    long = project(
        tmp_path / "long",
        text.replace("https://conflict-minerals.example.com/", "https://www.example.com/ir/"),
    )
    short = project(tmp_path / "short")
    for folder in (long, short):
        result = mkdocs(folder, "--strict")
        assert result.exit_code == 0, result.output
    assert files_in(short / "site") == files_in(long / "site")


def test_a_template_that_takes_the_place_of_ours_is_an_error(tmp_path: Path) -> None:
    folder = project(tmp_path, own_templates(), main=BARE)
    (folder / "site").mkdir()
    (folder / "site" / "index.html").write_text("Published before", encoding="utf-8")
    result = mkdocs(folder)
    assert result.exit_code == 1
    assert "lacks the frame of this program" in result.output
    assert '{% extends "disclosure/main.html" %}' in result.output
    assert files_in(folder / "site") == {"index.html": b"Published before"}


def test_a_folder_of_overrides_without_templates_does_no_harm(tmp_path: Path) -> None:
    folder = project(tmp_path, own_templates())
    (folder / "overrides").mkdir()
    assert mkdocs(folder, "--strict").exit_code == 0
    assert "fsd-footer" in (folder / "site" / "index.html").read_text(encoding="utf-8")


def test_a_template_may_build_on_ours_and_a_draft_stays_marked(tmp_path: Path) -> None:
    folder = project(tmp_path, own_templates(), main=ON_OURS)
    result = mkdocs(folder, "--strict")
    assert result.exit_code == 0, result.output
    for path in (folder / "site" / "2021").rglob("*.html"):
        page = BeautifulSoup(path.read_text(encoding="utf-8"), "lxml")
        assert page.select("head > meta[name=robots][content=noindex]"), path
        assert page.select_one(".fsd-notice--draft strong").get_text() == "Draft, not filed."  # type: ignore[union-attr]
        assert "Our own announcement" in page.get_text()


def test_another_theme_is_an_error_that_says_which_one_fits(tmp_path: Path) -> None:
    result = mkdocs(project(tmp_path, SHORT.replace("theme: material", "theme: readthedocs")))
    assert result.exit_code == 1
    assert "asks for the theme 'readthedocs'" in result.output
    assert "Write 'theme: material'." in result.output


def test_what_a_company_says_itself_stays(tmp_path: Path) -> None:
    more = SHORT.replace("theme: material", "theme: {name: material, features: [navigation.top]}")
    more += "extra_css: [own.css]\nmarkdown_extensions: [{toc: {title: Inhalt}}]\n"
    folder = project(tmp_path, more)
    (folder / "docs" / "own.css").write_text("p{color:red}", encoding="utf-8")
    assert mkdocs(folder, "--strict").exit_code == 0
    html = (folder / "site" / "2021" / "report" / "index.html").read_text(encoding="utf-8")
    assert "navigation.tabs" not in html
    assert html.index("stylesheets/site.css") < html.index("own.css")
    assert "Inhalt" in html
    assert "fonts.googleapis.com" not in html


NOTE = "# Invented about\n\n<!-- To do: decide who\nanswers. -->\n\nText.\n"


def test_a_note_in_a_page_is_never_published_and_stops_a_final(tmp_path: Path) -> None:
    folder = project(tmp_path)
    (folder / "docs" / "about.md").write_text(NOTE, encoding="utf-8")
    result = mkdocs(folder, "--strict")
    assert result.exit_code == 0, result.output
    assert "To do" not in (folder / "site" / "about" / "index.html").read_text(encoding="utf-8")
    (folder / "data" / "2021" / "disclosure.yml").write_text(YML, encoding="utf-8")
    result = mkdocs(folder)
    assert result.exit_code == 1
    assert "SE-005 error: a note is open: 'decide who answers.' (docs/about.md:3)." in result.output


def test_a_site_that_has_no_address_yet_builds_as_a_draft(tmp_path: Path) -> None:
    folder = project(tmp_path, SHORT.replace("site_url: https://www.example.com/ir/", "site_url:"))
    result = mkdocs(folder, "--strict")
    assert result.exit_code == 0, result.output
