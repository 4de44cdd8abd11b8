"""Checks of people's own files in ``data/<year>/documents/``."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import PurePosixPath

from ..findings import Finding
from ..findings.catalogue import OWN_FILE_NAME
from ..model import Disclosure, LineRef


def own_file_name_is_free(disclosure: Disclosure, taken: Collection[str]) -> Iterator[Finding]:
    """FI-004: a file of people's own does not take the name of a file that the program makes."""
    for file in disclosure.own_files:
        if file.name.casefold() in taken:
            message = f"the program makes a file named '{file.name}' itself"
            where = LineRef(str(PurePosixPath(disclosure.file).parent / "documents" / file.name))
            yield Finding(OWN_FILE_NAME, message, where, "Give the file another name.")
    own = {file.name.casefold() for file in disclosure.own_files} | {*taken}
    for exhibit in disclosure.exhibits:
        if not exhibit.is_filed and exhibit.name.casefold() in own:
            message = f"another file is named '{exhibit.name}' on the documents page"
            yield Finding(OWN_FILE_NAME, message, LineRef(exhibit.file), "Give the file another name.")
