"""``python -m tests.support.example_marks``: writes anew by what the program knows its example again."""

from __future__ import annotations

from pathlib import Path

from generator.model import Disclosure
from generator.own_site.own_content import list_fingerprint, sentence_mark, telling_sentences, texts_of
from generator.pipeline import Year, load_year

REPO = Path(__file__).resolve().parents[2]
EXAMPLE = REPO / "generator" / "own_site" / "example.py"
_TEXT = '''\
"""By what the program knows its example again, which stands in ``data/2021``.

Once a company has put its own in the place of the example, nothing of this may be left in a final. Written by
``python -m tests.support.example_marks``; a test holds that it is so.
"""

from __future__ import annotations

NAME = "{name}"
FILE_NUMBER = "{number}"
LIST = "{list}"
"""Fingerprint of its list."""
_SENTENCES = """\\
{sentences}
"""
SENTENCES = frozenset(_SENTENCES.split())
"""Short fingerprints of sentences in its texts that no default text has."""
'''


def example_py() -> str:
    """The text of the module."""
    year = load_year(REPO / "data", 2021)
    assert isinstance(year, Year)
    own = sorted(_marks(year.disclosure) - _default_marks())
    rows = (" ".join(own[at : at + 8]) for at in range(0, len(own), 8))
    registrant = year.disclosure.facts.registrant
    return _TEXT.format(
        name=registrant.name,
        number=registrant.commission_file_number,
        list=list_fingerprint(year.disclosure),
        sentences="\n".join(rows),
    )


def _marks(disclosure: Disclosure) -> set[str]:
    texts = (text for _, text in texts_of(disclosure))
    return {sentence_mark(one) for text in texts for one in telling_sentences(text)}


def _default_marks() -> set[str]:
    paths = (REPO / "generator" / "year" / "templates").rglob("*.md")
    return {sentence_mark(one) for path in paths for one in telling_sentences(path.read_text("utf-8"))}


if __name__ == "__main__":
    EXAMPLE.write_text(example_py(), encoding="utf-8")
