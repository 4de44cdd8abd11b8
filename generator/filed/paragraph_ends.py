"""Where a paragraph ends within one element of HTML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .runs import Run


def paragraphs_in(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """The runs of each paragraph: parted by empty lines, and below a line that is its heading."""
    for part in _split_at_double_breaks(runs):
        yield from _split_below_heading(part)


def _split_at_double_breaks(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """Two line breaks with nothing between them end a paragraph."""
    part: list[Run] = []
    broken = False
    for run in runs:
        if run.text == "\n":
            if broken:
                yield part
                part, broken = [], False
                continue
            broken = True
        elif run.text.strip():
            broken = False
        part.append(run)
    yield part


def _split_below_heading(runs: list[Run]) -> list[list[Run]]:
    """A first line all in bold or underlined is a paragraph of its own, where the lines below are not."""
    at = next((index for index, run in enumerate(runs) if run.text == "\n" and _says(runs[:index])), None)
    if at is None:
        return [runs]
    for stands_out in (lambda run: run.bold, lambda run: run.underlined):
        if _says(runs[at:]) and all(map(stands_out, _words(runs[:at]))):
            return [runs] if all(map(stands_out, _words(runs[at:]))) else [runs[:at], runs[at + 1 :]]
    return [runs]


def _words(runs: Sequence[Run]) -> list[Run]:
    return [run for run in runs if run.text.strip()]


def _says(runs: Sequence[Run]) -> bool:
    return bool(_words(runs))
