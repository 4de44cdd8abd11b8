"""What our frame replaces in the words of the theme: the installed theme must still write each of them.

``replace`` changes nothing where its words are gone, and nobody would see that a change of ours is undone.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from jinja2 import Environment, nodes
from mkdocs.commands.build import build
from mkdocs.config import load_config

pytestmark = pytest.mark.site

SETTINGS = {
    "site_name": "Invented",
    "nav": [{"Home": "index.md"}, {"2021": [{"Overview": "2021.md"}, {"Annex": "annex.md"}]}],
    "theme": {
        "name": "material",
        "font": False,
        "logo": "logo.svg",
        "palette": [
            {"scheme": "default", "toggle": {"icon": "material/weather-sunny", "name": "Dark"}},
            {"scheme": "slate", "toggle": {"icon": "material/weather-night", "name": "Light"}},
        ],
    },
    "plugins": ["search"],
    "markdown_extensions": [{"toc": {"permalink": "#"}}],
}
PAGE = "---\ndescription: An invented page\n---\n\n# Invented\n\n## One\n\nText.\n\n## Two\n\nText.\n"

WORDS = [
    'content="An invented page"',
    '<img src="../logo.svg" alt="logo">',
    ' role="dialog"',
    'alt="logo"',
    'title="Invented"',
    'name="search"',
    'class="md-search-result__meta"',
    '<form class="md-header__option"',
    'alt="logo"',
    'title="Invented"',
    '<label class="md-nav__title" for="__nav',
    '<label class="md-nav__link md-nav__link--active" for="__toc"',
    'class="headerlink"',
    '<div class="md-copyright">',
]
"""In the order of ``main.html``; the logo stands in the header and in the menu."""

OF_ZENSICAL = ("named_logo", "named_logo")
"""What is replaced in the words of Zensical's theme alone (tests/own_site/test_other_builders.py)."""
MADE = ("name", "found.title")
"""What is put together of titles; tests of the pages look at it."""

SEARCH = "assets/javascripts/workers/"
"""Where the theme's own search stands; the frame names another one."""


@pytest.fixture(scope="module")
def theme(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A page as the theme writes it without our frame."""
    folder = tmp_path_factory.mktemp("theme")
    (folder / "docs").mkdir()
    for name in ("index", "2021", "annex"):
        (folder / "docs" / f"{name}.md").write_text(PAGE, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(SETTINGS), encoding="utf-8")
    build(load_config(str(folder / "mkdocs.yml"), site_dir=str(folder / "site")))
    return (folder / "site" / "annex" / "index.html").read_text(encoding="utf-8")


def test_the_theme_still_names_its_search_once(theme: str) -> None:
    assert theme.count(SEARCH) == 1


@pytest.mark.parametrize("words", dict.fromkeys(WORDS))
def test_the_theme_still_writes_what_our_frame_replaces(theme: str, words: str) -> None:
    assert theme.count(words) >= WORDS.count(words)


def test_every_word_that_our_frame_replaces_is_looked_for(repo: Path) -> None:
    tree = Environment().parse((repo / "site_overrides" / "main.html").read_text(encoding="utf-8"))
    replaced = [one.args[0] for one in tree.find_all(nodes.Filter) if one.name == "replace"]
    assert len(replaced) == len(WORDS) + len(OF_ZENSICAL) + len(MADE)
    written = [one.value for one in replaced if isinstance(one, nodes.Const)]
    assert [words for words in written if words not in WORDS] == []
