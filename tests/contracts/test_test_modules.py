"""What tests share stands in modules without a test: a test module is loaded again where it is imported."""

from __future__ import annotations

import re
from pathlib import Path

_IMPORT = re.compile(r"^\s*(?:from|import) (tests\.(?:\w+\.)*(?:test_\w+|conftest))\b", re.MULTILINE)


def test_no_test_module_is_imported(repo: Path) -> None:
    paths = (repo / "tests").rglob("*.py")
    found = {path.name: _IMPORT.findall(path.read_text(encoding="utf-8")) for path in paths}
    assert {name: modules for name, modules in found.items() if modules} == {}
