"""The few exceptions: each means that work cannot go on.

    DisclosureError           anything this program raises on purpose
    ├── InputError            the input has errors; carries the findings that say where
    │   └── RefusedError      for these, a year cannot be signed
    └── UnfinishedError       a part of the work is on the disk already; the next run goes on from there

Problems that can be listed and worked off are values (``findings.Finding``), not exceptions.
``plugin.py`` turns an ``InputError`` into MkDocs' ``PluginError``, the package ``cli`` into exit code 1.
"""

from __future__ import annotations

from collections.abc import Iterable

from .findings import Finding, in_order, printable
from .findings.first_few import first_few


class DisclosureError(Exception):
    """Base of all errors that this program raises on purpose.

    A name of a file that it tells of may hold characters that a terminal obeys; they are shown as escapes.
    """

    def __str__(self) -> str:
        return "\n".join(map(printable, super().__str__().split("\n")))


class InputError(DisclosureError):
    """The input cannot be used. ``findings`` (at least one, sorted by place) says what to mend."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = in_order(findings)
        super().__init__("\n".join(self.lines()))

    def lines(self) -> list[str]:
        """What is said of the findings."""
        return [str(finding) for finding in self.findings]

    def of(self, findings: Iterable[Finding]) -> InputError:
        """The same problem, with its findings said otherwise."""
        return InputError(findings)


class RefusedError(InputError):
    """The year cannot be signed. ``why`` stands first; ``where_all`` says where more findings are told."""

    def __init__(self, findings: Iterable[Finding], why: str, where_all: str) -> None:
        self._why, self._where_all = why, where_all
        super().__init__(findings)

    def lines(self) -> list[str]:
        return [self._why, *first_few(self.findings, self._where_all)]

    def of(self, findings: Iterable[Finding]) -> RefusedError:
        return RefusedError(findings, self._why, self._where_all)


class UnfinishedError(DisclosureError):
    """Work ended with a part of it on the disk: nobody may add that nothing was written."""
