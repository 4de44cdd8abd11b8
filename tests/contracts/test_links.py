"""Links inside the repository's own documents lead to a file that is there, and to a heading that it has."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = (".", "benchmarks", "decisions")
DOCUMENTS = sorted(path for folder in FOLDERS for path in (ROOT / folder).glob("*.md"))
LINK = re.compile(r"\]\((?!https?:|mailto:)([^)\s#]*)(?:#([^)\s]+))?\)")
CODE = re.compile(r"^```.*?^```$|`[^`\n]+`", re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(document: Path) -> None:
    text = CODE.sub("", document.read_text(encoding="utf-8"))
    broken = [f"{name}#{anchor}" for name, anchor in LINK.findall(text) if not leads(document, name, anchor)]
    assert broken == []


def leads(document: Path, name: str, anchor: str) -> bool:
    """Whether the file is there, and has the heading where one is named."""
    target = document.parent / name if name else document
    if not anchor:
        return target.exists()
    return target.is_file() and anchor in anchors(target.read_text(encoding="utf-8"))


def anchors(text: str) -> set[str]:
    """The headings as code hosts address them: small letters, no punctuation, hyphens for blanks."""
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("link", ["gone.md", "README.md#no-such-heading", "#no-such-heading"])
def test_a_link_that_leads_nowhere_is_seen(link: str) -> None:
    ((name, anchor),) = LINK.findall(f"[text]({link})")
    assert not leads(ROOT / "README.md", name, anchor)
