"""Findings of one source taken into a list, so that the next one is read all the same."""

from __future__ import annotations

from ..errors import InputError
from ..findings import Finding


class Collecting:
    """Takes the findings of an InputError into the list and goes on behind the block."""

    def __init__(self, found: list[Finding]) -> None:
        self._found = found

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type[BaseException] | None, problem: BaseException | None, _: object) -> bool:
        if isinstance(problem, InputError):
            self._found.extend(problem.findings)
            return True
        return False
