"""``.gitignore`` of a year's folder: what is for the filer's eyes and never committed."""

from __future__ import annotations

GITIGNORE = ".gitignore"
IGNORED = ("/review/", "/suppliers.yml", "/lists/")
"""Evidence and decisions, whom the filer asked, and lists of smelters that others made."""

_ABOVE = "# For the filer's eyes: who was asked, who reported what, and what was decided. Never committed.\n"


def gitignore(there: str = "") -> str:
    """The file with every line of ours; ``there`` is what stands in it, which stays."""
    lines = {line.strip() for line in there.splitlines()}
    missing = [line for line in IGNORED if line not in lines]
    if not missing:
        return there
    between = "" if not there or there.endswith("\n") else "\n"
    return f"{there}{between}{_ABOVE}" + "".join(f"{line}\n" for line in missing)
