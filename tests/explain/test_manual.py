"""The folder ``manual/`` is what the program makes of its catalogue, its texts and its facts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.findings.catalogue import rules
from tests.explain.manual import MANUAL, manual, names_of_example, read, write


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    return manual()


def test_the_manual_is_current(made: dict[str, str]) -> None:
    committed = read(MANUAL)
    assert sorted(committed) == sorted(made)
    for name, text in made.items():
        assert committed[name] == text, f"manual/{name}: run python -m tests.explain.manual, and look at it"


def test_every_code_has_its_row_and_its_place(made: dict[str, str]) -> None:
    for rule in rules():
        family = f"findings/{rule.code[:2]}.md"
        assert f"| [{rule.code}]({family}#{rule.code.lower()}) | `{rule.name}` |" in made["findings.md"]
        assert made[family].count(f"\n## {rule.code}\n") == 1


def test_every_name_of_a_fact_has_its_row(made: dict[str, str]) -> None:
    for one in names_of_example():
        if not re.search(r"\[[1-9]", one.name):
            name = one.name.replace("|", "\\|")
            assert made["facts.md"].count(f"\n| `{name}`") == 1, one.name


def test_every_link_of_the_manual_leads_somewhere(made: dict[str, str]) -> None:
    for name, text in made.items():
        prose = re.sub(r"```.*?```|`[^`\n]*`", "", text, flags=re.DOTALL)
        for target in re.findall(r"\]\(((?!https:)[^)#]+\.md)[^)]*\)", prose):
            assert (MANUAL / name).parent.joinpath(target).is_file(), f"{name}: {target}"


def test_the_manual_is_not_written_in_ci(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    (tmp_path / "old.md").write_text("Old", encoding="utf-8")
    with pytest.raises(SystemExit, match="refused where the variable CI is set"):
        write(tmp_path, {"new.md": "New"})
    assert read(tmp_path) == {"old.md": "Old"}


def test_what_is_written_takes_the_place_of_the_whole_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CI", raising=False)
    (tmp_path / "old.md").write_text("Old", encoding="utf-8")
    write(tmp_path, {"a/new.md": "New"})
    assert read(tmp_path) == {"a/new.md": "New"}
