"""Sections with the place of each character; nothing of it reaches what is published."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.model import Section
from generator.pages.tables.prose_tables import prose_tables
from generator.pipeline import load_year
from generator.prose.environment import keep_compiled, page_environment, prose_environment
from generator.prose.facts import facts_of
from generator.prose.marks import AT
from generator.prose.placed import placed_sections
from generator.prose.written import Run
from tests.support.builders import disclosure
from tests.support.written_sections import FILE, prose_of

TEXT = """\
{% if survey.suppliers %}
{{ registrant.short_name }} asked{# a comment #} {{ survey.suppliers }} of them.
{% endif %}
{% set word %}captured{% endset %}
{%- for status in statuses %}

-   {{ status.label }} is {{ word }}.
{%- endfor %}

{{ claim.all_answered() }}
{% raw %}{{ raw }}{% endraw %} end
"""


@pytest.fixture
def no_cache() -> Iterator[None]:
    """Leaves the environments as they were."""
    before = prose_environment().bytecode_cache
    yield
    page_environment().bytecode_cache = prose_environment().bytecode_cache = before


def test_every_typed_character_is_found_again_in_its_file() -> None:
    [section] = prose_of(TEXT).sections
    ends = [run.start for run in section.runs[1:]] + [len(section.text)]
    typed = [
        (section.text[run.start : end], section.files[run.file][run.offset : run.offset + end - run.start])
        for run, end in zip(section.runs, ends, strict=True)
        if run.source == Run.TYPED
    ]
    assert all(shown == written for shown, written in typed)
    assert "".join(shown for shown, _ in typed).split()[-1] == "end"


def test_the_text_is_what_is_published_without_its_escapes() -> None:
    [section] = prose_of(TEXT).sections
    assert section.text.split("\n\n", 1)[1].split("\n")[0] == "Invented Devices asked 7 of them."
    assert "-   Open is captured." in section.text
    assert "{{ raw }} end" in section.text


def test_comments_are_blanks_and_keep_the_places_behind_them() -> None:
    [section] = prose_of("<!-- 298\nof them -->17 here").sections
    assert "298" not in section.text
    assert str(section.place(section.text.index("17"))) == f"{FILE}:4:12"


def test_places_are_told_from_compiled_templates_too(tmp_path: Path, no_cache: None) -> None:
    keep_compiled(tmp_path)
    places = []
    for _ in range(2):
        [section] = prose_of("First.\n\nThen {{ survey.suppliers }} and 17.").sections
        places.append(str(section.place(section.text.index("17"))))
    assert places == [f"{FILE}:5:33"] * 2
    assert list((tmp_path / "bounded" / "placed").iterdir())


def test_a_section_that_takes_in_another_names_the_file_of_each_part() -> None:
    stated = disclosure()
    facts = facts_of(stated)
    sections = (
        Section(1, "a", "report/01-a.md", "# A\n\n{% include 'report/02-b.md' %}\nBehind 18.\n"),
        Section(2, "b", "report/02-b.md", "# B\n\nWithin 17.\n"),
    )
    first, _ = placed_sections(sections, facts, prose_tables(stated, facts))
    assert str(first.place(first.text.index("17"))) == "report/02-b.md:3:8"
    assert str(first.place(first.text.index("18"))) == "report/01-a.md:4:8"


def test_no_mark_of_a_place_is_published(repo: Path) -> None:
    year = load_year(repo / "data", 2021)
    assert not any(AT in section.body for section in year.sections)
