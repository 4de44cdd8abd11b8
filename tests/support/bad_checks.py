"""Checks of answers that go wrong. A process that reads answers imports this module, so it imports little."""

from __future__ import annotations

import os
from collections.abc import Iterable

from generator.findings import Finding
from generator.suppliers.declarations import Declaration


def failing(declaration: Declaration) -> Iterable[Finding]:
    raise ZeroDivisionError("invented")


def ending(declaration: Declaration) -> Iterable[Finding]:
    """Ends the process, as the system does where memory runs out."""
    if declaration.file == "b.xlsx":
        os._exit(9)
    return ()


def ending_with_words(declaration: Declaration) -> Iterable[Finding]:
    """Ends the process as a damaged workbook of the old format does, which the library's panic tells."""
    if declaration.file == "a.xls":
        os.write(2, b"invented panic")
        os._exit(9)
    return ()
