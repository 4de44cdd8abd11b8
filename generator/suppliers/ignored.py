"""Whether git would take what is confidential: answers of suppliers, and lists that nobody may pass on."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from .sources.reconcile_yml import read_review_settings


def not_ignored(folder: Path, given: Iterable[Path]) -> Iterator[str]:
    """What to do for each of ``given``, and each list that ``reconcile.yml`` names, that a commit would take.

    Nothing is said where there is no git, and of what lies in no folder that it looks after.
    """
    settings = read_review_settings(folder, folder.name)
    named = [*settings.newest_list, *(one.file.partition("#")[0] for one in settings.status_lists)]
    for path in dict.fromkeys([*given, *(folder / one for one in named)]):
        found = path.resolve()
        top = _git(found.parent, "rev-parse", "--show-toplevel")
        if top is None or _git(found.parent, "check-ignore", "--quiet", "--", str(found)) is not None:
            continue
        line = f"/{found.relative_to(Path(top.strip()).resolve()).as_posix()}{'/' if found.is_dir() else ''}"
        yield f"{path} is confidential, and a commit would take it. Write the line {line} into .gitignore."


def _git(folder: Path, *command: str) -> str | None:
    """What git prints; None where it says no, or is not there."""
    try:
        made = subprocess.run(
            ["git", *command],
            cwd=folder,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError:
        return None
    return made.stdout if made.returncode == 0 else None
