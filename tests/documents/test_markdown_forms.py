"""All that mkdocs.yml lets people write: website, PDF and EDGAR files say the same."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.support.build import BuildFailedError, build_strictly
from tests.support.started_year import copy_project

pytestmark = pytest.mark.site

WRITTEN = """
!!! note "Attention"
    Inside the box.

The CMRT is used, and see Donaudampfschifffahrtsgesellschaftskapitaen.

```
a fenced line
```

Term
:   Its definition.

| Left | Right |
|---|---|
| here | there |

A note.[^1]

[TOC]

[^1]: What the note says.

*[CMRT]: Conflict Minerals Reporting Template
"""


@pytest.fixture
def settings(repo: Path, tmp_path: Path) -> Path:
    """The settings of a project with the 2021 filing, whose last section but one has all of it."""
    settings = copy_project(repo, tmp_path)
    shutil.copytree(repo / "data", tmp_path / "data")
    with (tmp_path / "data" / "2021" / "report" / "08-future-steps.md").open(
        "a", encoding="utf-8"
    ) as section:
        section.write(WRITTEN)
    return settings


def test_what_is_written_is_the_same_in_every_form(settings: Path) -> None:
    folder = settings.parent
    build_strictly(settings, folder / "site", site_url="https://www.invented.internal/ir/")
    page = (folder / "site" / "2021" / "report" / "index.html").read_text(encoding="utf-8")
    exhibit = (folder / "site" / "2021" / "documents" / "edgar" / "ex1-01.htm").read_text(encoding="ascii")
    assert '<p class="admonition-title">Attention</p>' in page
    assert "<abbr" in page
    for text in (page, exhibit):
        assert "Inside the box." in text
        assert "a fenced line" in text
        assert [mark for mark in ("!!! note", "```", "*[CMRT]") if mark in text] == []
    result = CliRunner().invoke(
        main, ["verify", "2021", "--data", str(folder / "data"), "--site", str(folder / "site")]
    )
    assert result.exit_code == 0, result.output


def test_an_extension_that_only_the_website_knows_is_told(settings: Path) -> None:
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("  - abbr\n", "  - abbr\n  - sane_lists\n"), encoding="utf-8")
    with pytest.raises(BuildFailedError, match=r"'sane_lists' in mkdocs\.yml changes the website alone"):
        build_strictly(settings, settings.parent / "site", site_url="https://www.invented.internal/ir/")
