"""The folder ``manual/``, made of the catalogue, the texts and the facts of 2021.

``python -m tests.explain.manual`` writes it anew; look at the difference before you commit it.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from generator.explain.codes import FAMILIES, parts_of
from generator.explain.meanings import group_title
from generator.explain.names import Kind, Name, Names
from generator.explain.page import find_page
from generator.findings import Rule
from generator.findings.catalogue import RETIRED, rules
from generator.model import OwnFacts
from generator.pipeline import load_year
from generator.suppliers.rules import INTERNAL
from generator.suppliers.rules.checker import CHECKER, OTHER_CHECKER

REPO = Path(__file__).resolve().parents[2]
MANUAL = REPO / "manual"
EXAMPLE_YEAR = 2021

_HEAD = "| code | check | severity | stops | can be waived | finds |\n|---|---|---|---|---|---|"
_README = """\
# Manual

What people who publish look up. [The guide](guide.md) is written by hand and goes through the whole year in
plain words: what to do when, what is confidential, how to hand over, what the terms mean. The other pages are
made from the program itself; `formsd` prints the same.

- [Findings](findings.md): every code, what it means, an example, and when to waive it (`formsd explain CODE`)
- [The review of suppliers' answers](review.md): what is asked, beside what the template's own Checker asks
- [Facts](facts.md): every name that a section of the report may use, and what it says (`formsd facts YEAR`)
"""


_FENCE = re.compile(r"^```(\w+) (\S+)$", re.MULTILINE)
_WITH_FILE = r"`\2`:\n\n```\1"
"""Where a page is shown, what stands behind the kind of an example is not."""


def manual() -> dict[str, str]:
    """Path inside the folder to text. The guide, which people write, stays as it is."""
    guide = (MANUAL / "guide.md").read_text(encoding="utf-8")
    pages = {
        "README.md": _README,
        "guide.md": guide,
        "findings.md": "\n".join(_findings()),
        "facts.md": "\n".join(_facts()),
        "review.md": "\n".join(_review()),
    }
    return pages | {f"findings/{letters}.md": "\n".join(_family(letters)) for letters in FAMILIES}


def _of_family(letters: str) -> list[Rule]:
    return [rule for rule in rules() if rule.code.startswith(f"{letters}-")]


def _findings() -> Iterator[str]:
    """The table of codes, by family."""
    yield "# Findings\n"
    yield "A check and its code belong together; a code is never used again for something else."
    yield f"Given up and not given again: {', '.join(sorted(RETIRED))}.\n"
    yield (
        "A filing that is restated (`filing.signed_elsewhere`) cannot be changed: what is found in its\n"
        "words, figures, rows, origins and dates is a doubt that stands beside it. There, a code with a\n"
        "star behind what it stops is a warning, and stops nothing.\n"
    )
    for letters, title in FAMILIES.items():
        yield f"## {letters}: {title}\n"
        yield _HEAD
        for rule in _of_family(letters):
            code = f"[{rule.code}](findings/{letters}.md#{rule.code.lower()})"
            waived = "yes" if rule.is_waivable else "no"
            stops = f"{rule.stops}*" if rule.is_lowered_when_restated else rule.stops
            yield f"| {code} | `{rule.name}` | {rule.severity} | {stops} | {waived} | {rule.summary} |"
        yield ""


def _family(letters: str) -> Iterator[str]:
    """What each code of a family means."""
    yield f"# {letters}: {FAMILIES[letters]}\n"
    yield "[All codes](../findings.md)\n"
    for rule in _of_family(letters):
        yield f"## {rule.code}\n"
        yield f"**{rule.summary}** ({rule.severity}; stops {rule.stops}; `{rule.name}`)\n"
        found = find_page(rule.code)
        if found is None:
            yield "There is no longer text on this code yet.\n"
            continue
        yield f"{found.meaning}\n"
        for heading, text in parts_of(rule, found):
            yield f"### {heading}\n\n{_FENCE.sub(_WITH_FILE, text)}\n"


def _review() -> Iterator[str]:
    """The rules by which suppliers' answers are reviewed, beside those of the template's Checker."""
    yield "# The review of suppliers' answers\n"
    yield (
        "`formsd reconcile YEAR` reads each supplier's answer (CMRT, EMRT, AMRT or CRT) and "
        "reviews it as a person with "
        "experience\n"
        "does. What it asks goes into a letter to the supplier; what is marked as yours stands in "
        "the report for\n"
        "you, and nothing of it is asked.\n"
    )
    yield "## The template's own Checker\n"
    yield (
        "The template has a sheet Checker, which counts what is missing. Its rules are the same from "
        "6.01 to 6.5.\n"
        "This is what became of each of them here.\n"
    )
    yield "| rows of the Checker | what it asks for | here | findings | where the two differ, and why |"
    yield "|---|---|---|---|---|"
    for one in CHECKER:
        yield f"| {one.rows} | {one.asks} | {one.kept} | {', '.join(map(_link, one.by))} | {one.why} |"
    yield "\nThe Checkers of EMRT, AMRT and CRT ask for less; their rows differ from version to version.\n"
    yield "| of the EMRT, AMRT or CRT | what it asks for | here | findings | where the two differ, and why |"
    yield "|---|---|---|---|---|"
    for one in OTHER_CHECKER:
        yield f"| {one.rows} | {one.asks} | {one.kept} | {', '.join(map(_link, one.by))} | {one.why} |"
    yield "\n## What is asked beyond it\n"
    yield (
        "The Checker asks whether something stands in a cell, and no more. It takes 'Smelter not yet "
        "identified' for\n"
        "a smelter, and tests neither identifiers nor dates, nor whether two answers contradict each other.\n"
    )
    yield "| finding | finds | goes to |\n|---|---|---|"
    named = {rule.code for one in CHECKER for rule in one.by}
    for rule in (rule for letters in ("CF", "CC", "CQ", "CS") for rule in _of_family(letters)):
        if rule.code not in named:
            yield f"| {_link(rule)} | {rule.summary} | {'you' if rule in INTERNAL else 'the supplier'} |"
    yield ""


def _link(rule: Rule) -> str:
    return f"[{rule.code}](findings/{rule.code[:2]}.md#{rule.code.lower()})"


def _facts() -> Iterator[str]:
    """The names that a section may use, by group, with what they say in the example's year."""
    yield "# Facts\n"
    yield (
        "Sections (`data/<year>/report/NN-title.md`) are Markdown with Jinja in a sandbox:\n"
        "`{{ survey.suppliers }}` prints a fact, `{% if policy %} … {% endif %}` asks. A name that does not\n"
        "exist is an error with its line. A name marked * may be missing and stands inside such a question\n"
        "(for a number that may be 0, `{% if name is not none %}`). In a year that restates a filing,\n"
        "what the cover, the signature and the covered products give may be missing too.\n"
        "`formsd facts YEAR` lists what each says for your year. The last column is the example of\n"
        f"{EXAMPLE_YEAR}.\n"
    )
    yield (
        "Of facilities there are parts, and parts of parts: `facilities.gold.active.total`. Each has the\n"
        "names that `facilities` has. What you do not give is not counted: `facilities.countries` is\n"
        "missing where the list has no countries, `facilities.total` where there is neither a list nor a\n"
        "stated count. A list such as `statuses` has an entry for each, from [0] on; to go\n"
        "through all of them: `{% for status in statuses %}{{ status.label }}{% endfor %}`."
    )
    group = None
    for one in names_of_example():
        if re.search(r"\[[1-9]", one.name):
            continue
        if one.group != group:
            group = one.group
            yield f"\n## {group}\n\n{group_title(group)}.\n"
            yield f"| name | what it means | in {EXAMPLE_YEAR} |\n|---|---|---|"
        yield f"| `{_in_cell(one.name)}`{_mark(one)} | {_in_cell(one.meaning)} | {_says(one)} |"
    yield ""


def names_of_example() -> tuple[Name, ...]:
    """The names of the example's year, as if its filing were made here: its form needs a whole cover."""
    disclosure = load_year(REPO / "data", EXAMPLE_YEAR).disclosure
    assert disclosure is not None
    own = OwnFacts.model_validate(disclosure.facts.model_dump(by_alias=True, exclude_none=True))
    return Names(replace(disclosure, facts=own)).every()


def _mark(one: Name) -> str:
    return "*" if one.may_be_missing else " (to ask)" if one.kind is Kind.QUESTION else ""


def _says(one: Name) -> str:
    if one.says is None:
        return "not given"
    words = f"; {one.in_words} with `\\|words`" if one.in_words else ""
    return _in_cell(" ".join(one.says.split())) + words


def _in_cell(text: str) -> str:
    return text.replace("|", "\\|")


def read(folder: Path) -> dict[str, str]:
    """The texts of a folder, by path."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def write(folder: Path, pages: Mapping[str, str]) -> None:
    """``pages`` as the whole content of the folder. Refused where CI is set, since nobody looks there."""
    if os.environ.get("CI"):
        raise SystemExit("the manual is written by people: it is refused where the variable CI is set")
    shutil.rmtree(folder, ignore_errors=True)
    for name, text in pages.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode())


if __name__ == "__main__":
    write(MANUAL, manual())
    sys.exit(0)
