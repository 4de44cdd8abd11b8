"""``data/<year>/letters.md``: the filer's words of the letters to suppliers; names no supplier."""

from __future__ import annotations

from pathlib import Path

LETTERS_FILE = "letters.md"
DEFAULT_LETTERS = Path(__file__).with_name("templates") / LETTERS_FILE
"""The words to start from."""
