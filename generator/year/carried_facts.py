"""The facts of a year as those of a later one begin: what stays the same, without figures, dates and state.

What is cut is listed here, entry by entry; every other entry comes over.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from ..files.yaml_cut import Path, with_values

_OF_THE_YEAR: tuple[Path, ...] = (
    ("notice",),
    ("form", "layout"),
    ("filing", "signed_on"),
    ("filing", "date"),
    ("filing", "signatory", "*"),
    ("filing", "amendment"),
    ("filing", "edgar_url"),
    ("filing", "signed_elsewhere"),
    ("co_registrants", "*", "signatory"),
    ("survey", "suppliers"),
    ("survey", "answered"),
    ("survey", "response_rate"),
    ("survey", "spend_share"),
    ("survey", "tool_version"),
    ("survey", "by_level"),
    ("survey", "outside_covered_countries"),
    *(("survey", "groups", "*", name) for name in ("suppliers", "answered", "response_rate", "spend_share")),
    ("statuses", "*", "as_of"),
    ("counts",),
    ("origins",),
    ("high_risk_areas",),
    ("audit",),
    ("exhibits",),
    ("control", "*"),
    ("waivers",),
    ("scorecard", "*", "*"),
)
"""Figures, dates, signatures, and what people said of that year's text: blank in the new one."""
_COMES_OVER = (
    "registrant", "co_registrants", "form", "products", "survey", "statuses", "annex", "lists",
    "other_minerals", "policy", "grievance", "terms", "covered_countries",
)  # fmt: skip
"""Entries that somebody looks at, in the order of the file."""
_MARK = "carried_over"
_REVIEW_OF_THE_YEAR = (
    "oldest_version", "oldest_other_versions", "reviewed_on", "oldest_answer", "answer_by", "newest_list",
    "status_lists",
)  # fmt: skip


def carried_facts(text: str, from_year: int, year: int, files: list[str]) -> tuple[str, bool]:
    """``disclosure.yml`` of the new year, and whether the comments of the old one stayed.

    ``files`` are further files that came over and bear no mark of their own. The text is valid YAML.
    """
    blank: dict[Path, str | None] = dict.fromkeys(_OF_THE_YEAR)
    values = blank | {("period",): str(year), ("filing", "state"): "draft"}
    found, has_comments = with_values(text, values, without=[_MARK])
    stated = yaml.load(found, Loader=yaml.BaseLoader)
    entries = [name for name in _COMES_OVER if _says_anything(stated.get(name))]
    at = _first_entry(found)
    return f"{found[:at]}{_mark(from_year, year, entries, files)}\n{found[at:]}", has_comments


def carried_review(text: str) -> tuple[str, bool]:
    """``reconcile.yml`` of the new year: without days, versions and lists of the old one."""
    return with_values(text, {(name,): None for name in _REVIEW_OF_THE_YEAR})


def _mark(from_year: int, year: int, entries: list[str], files: list[str]) -> str:
    lines = [
        f"# What came over from {from_year} and nobody has looked at yet. Read the entry, or the file;",
        f"# where it holds for {year}, or once you have changed it, delete its line here. While a line is",
        f"# left, {year} cannot be signed. Figures, dates and signatures of {from_year} did not come over.",
        f"{_MARK}:",
        f"  from: {from_year}",
    ]
    lines += ["  entries:", *(f"    - {name}" for name in entries)] if entries else []
    lines += ["  files:", *(f"    - {name}" for name in files)] if files else []
    return "".join(f"{line}\n" for line in lines)


def _says_anything(value: Any) -> bool:
    if isinstance(value, dict):
        return any(map(_says_anything, value.values()))
    if isinstance(value, list):
        return any(map(_says_anything, value))
    return bool(value and value.strip())


def _first_entry(text: str) -> int:
    """Where the first entry begins, with its comment: below what stands on top of the file."""
    first = re.search(r"^[^\s#]", text, re.MULTILINE)
    end = first.start() if first else len(text)
    blank = text.rfind("\n\n", 0, end)
    return blank + 2 if blank >= 0 else 0
