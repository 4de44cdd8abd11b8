"""What ``mkdocs.yml`` states, where no MkDocs is at work."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import yaml


class _Reader(yaml.SafeLoader):
    """Reads the few tags that MkDocs knows; what any other one says is not asked for here."""


def _from_environment(reader: _Reader, node: yaml.Node) -> Any:
    """``!ENV NAME`` or ``!ENV [NAME, OTHER, default]``: the first variable that is set, else the default."""
    if isinstance(node, yaml.SequenceNode):
        *names, default = [reader.construct_object(one) for one in node.value]
    else:
        names, default = [reader.construct_object(node)], None
    return next((os.environ[str(name)] for name in names if str(name) in os.environ), default)


_Reader.add_constructor("!ENV", _from_environment)
_Reader.add_multi_constructor("", lambda reader, suffix, node: None)


def find_site_url(path: Path) -> str | None:
    """The address that the settings state, empty where they state none; None where they cannot be read."""
    try:
        stated = yaml.load(path.read_text(encoding="utf-8"), Loader=_Reader)  # a safe one
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return None
    return str(stated.get("site_url") or "") if isinstance(stated, dict) else None
