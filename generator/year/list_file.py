"""Which file of a year's folder is its smelter list."""

from __future__ import annotations

from pathlib import Path

from ..errors import InputError
from ..findings import Finding
from ..findings.catalogue import FILE_MISSING, FILE_TWICE
from ..model import DisclosureFacts, LineRef
from .disclosure_yml import FACTS_FILE, names_a_list

LIST_FILES = ("smelters.xlsx", "smelters.csv")


def find_list(folder: Path, shown: str, facts: DisclosureFacts | None) -> Path | None:
    """The list; None where the filer gives none: no file, and no entry that says how one is shown.

    Raises InputError where there are two, or none and the facts say how one is shown.
    """
    there = [folder / name for name in LIST_FILES if (folder / name).exists()]
    if len(there) > 1:
        advice = f"Keep one of them: {' or '.join(path.name for path in there)}."
        raise InputError([Finding(FILE_TWICE, "there are two smelter lists", LineRef(shown), advice)])
    if not there and not _needs_list(folder, shown, facts):
        return None
    if not there:
        others = sorted(
            path.name for path in folder.iterdir() if path.suffix.lower() in (".xlsx", ".xls", ".csv")
        )
        advice = f"Put {LIST_FILES[0]} into the folder" + (
            f"; there is {', '.join(others)}." if others else "."
        )
        entries = "entries annex and lists" if facts is not None and facts.lists else "entry annex"
        advice += (
            f" For a filer without a list, remove the {entries} from disclosure.yml{_about_list(folder)}."
        )
        raise InputError([Finding(FILE_MISSING, "there is no smelter list", LineRef(shown), advice)])
    return there[0]


def _about_list(folder: Path) -> str:
    """In words, the sections that cannot be without a list, because its title is theirs; they go with it."""
    paths = sorted((folder / "report").glob("*.md"))
    names = [
        f"report/{path.name}" for path in paths if path.is_file() and b"{{ annex_title" in path.read_bytes()
    ]
    return f", and {' and '.join(names)}" if names else ""


def _needs_list(folder: Path, shown: str, facts: DisclosureFacts | None) -> bool:
    """Whether the facts say how a list is shown; also where other mistakes leave no facts."""
    if facts is None:
        return names_a_list(folder / FACTS_FILE, f"{shown}/{FACTS_FILE}")
    return facts.annex is not None or bool(facts.lists)
