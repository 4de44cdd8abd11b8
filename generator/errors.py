"""The few exceptions: each means that work cannot go on.

    DisclosureError           anything this program raises on purpose
    └── InputError            the input has errors; carries the findings that say where

Problems that can be listed and worked off are values (``findings.Finding``), not exceptions.
``plugin.py`` turns an ``InputError`` into MkDocs' ``PluginError``, ``cli.py`` into exit code 1.
"""

from collections.abc import Iterable

from .findings import Finding, in_order, printable


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
        super().__init__("\n".join(str(finding) for finding in self.findings))
