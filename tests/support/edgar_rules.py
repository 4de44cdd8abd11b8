"""What an independent program says of documents for EDGAR: Arelle, with the document type and the text rules
that its authors wrote after the EDGAR Filer Manual, chapter 5.

Arelle expects a function in Python's builtins and takes seconds to import, so it runs in a process of its
own: ``python -m tests.support.edgar_rules FILE...`` prints JSON.
"""

from __future__ import annotations

import builtins
import io
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

_ROOT = Path(__file__).resolve().parents[2]
_FILED_DOCUMENT = re.compile(r"https?://www\.sec\.gov/(ix\?doc=/)?Archives/edgar/data/")
_PICTURES = {
    "data-scheme": False,
    "mime-types": ["gif", "jpeg"],
    "img-file-extensions": ["gif", "jpg"],
    "disallow-animated": True,
}


def broken_rules(files: Mapping[str, bytes]) -> dict[str, list[str]]:
    """File name to what Arelle objects to; an empty list for a document that it takes.

    Pictures beside the documents are looked at with them.
    """
    with tempfile.TemporaryDirectory() as folder:
        paths: list[Path] = []
        for name, content in files.items():
            path = Path(folder) / name
            path.write_bytes(content)
            paths += [path] if path.suffix == ".htm" else []
        command = [sys.executable, "-m", "tests.support.edgar_rules", *map(str, paths)]
        environment = {**os.environ, "PYTHONPATH": str(_ROOT)}
        done = subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=300
        )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    return {path.name: found[str(path)] for path in paths}


def _objections(path: Path) -> list[str]:
    from arelle import ValidateFilingText
    from lxml import etree

    found: list[str] = []
    _check_text(ValidateFilingText, path, found)
    text = path.read_bytes().decode("utf-8", errors="replace")
    try:
        body = text[text.index("<body") : text.index("</body>") + len("</body>")]
        tree = etree.XML(ValidateFilingText.removeEntities(body))
    except (ValueError, etree.XMLSyntaxError) as problem:
        return [*found, f"not well-formed: {problem}"]
    _check_type(ValidateFilingText, tree, found)
    stand_in = _stand_in(path, found)
    ValidateFilingText.validateHtmlContent(stand_in, stand_in, tree, path.name, "EFM.5.02.05.")
    return found


def _check_text(rules: Any, path: Path, found: list[str]) -> None:
    """Characters and entities."""
    rules.checkfile(_stand_in(path, found), str(path))


def _check_type(rules: Any, tree: Any, found: list[str]) -> None:
    """Elements, attributes and what stands in what."""
    from lxml import etree

    with (Path(rules.__file__).parent / "config" / "edbody.dtd").open(encoding="utf-8") as file:
        document_type = etree.DTD(file)
    document_type.validate(tree)
    found += [error.message for error in document_type.error_log.filter_from_errors()]


def _stand_in(path: Path, found: list[str]) -> Any:
    """What Arelle's functions ask of the model of a filing."""

    def note(codes: object, message: str, **values: object) -> None:
        text = message % {name: str(value) for name, value in values.items()}
        found.append(f"{codes if isinstance(codes, str) else codes[0]}: {text}")  # type: ignore[index]

    def opened(name: str, binary: bool = False) -> tuple[Any, str]:
        content = (path.parent / Path(name).name).read_bytes()
        encoding = "utf-8-sig" if content.startswith(b"\xef\xbb\xbf") else "utf-8"
        return (io.BytesIO(content) if binary else io.StringIO(content.decode(encoding))), encoding

    cache = SimpleNamespace(normalizeUrl=lambda name, _: name, getfilename=lambda name: name)
    system = SimpleNamespace(
        validateEntryText=True, allowedExternalHrefPattern=_FILED_DOCUMENT, allowedImageTypes=_PICTURES
    )
    model = SimpleNamespace(
        error=note,
        warning=note,
        modelManager=SimpleNamespace(disclosureSystem=system, cntlr=SimpleNamespace(webCache=cache)),
        fileSource=SimpleNamespace(file=opened, isInArchive=lambda _: False),
        modelDocument=SimpleNamespace(baseForElement=lambda _: ""),
    )
    model.modelXbrl = model
    return model


if __name__ == "__main__":
    builtins._ = lambda text: text  # type: ignore[attr-defined]
    print(json.dumps({name: _objections(Path(name)) for name in sys.argv[1:]}))  # noqa: T201
