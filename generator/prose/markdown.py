"""The one list of Markdown extensions: MkDocs and every other converter of our pages use it."""

from collections.abc import MutableMapping, MutableSequence
from typing import Any

EXTENSIONS: dict[str, dict[str, Any]] = {
    "abbr": {},
    "admonition": {},
    "attr_list": {},
    "def_list": {},
    "fenced_code": {},
    "footnotes": {},
    "md_in_html": {},
    "tables": {},
    "toc": {"permalink": True, "marker": ""},
    "pymdownx.fancylists": {},
}
"""Extension to its settings. Lettered lists as filers write them come from ``fancylists``; ``toc`` has no
marker that puts contents into the text, because every form has contents of its own."""


def share_extensions(names: MutableSequence[str], settings: MutableMapping[str, dict[str, Any]]) -> list[str]:
    """Adds what is missing to the extensions of a site; a warning for each that the documents do not have."""
    warnings = [
        f"The Markdown extension '{name}' in mkdocs.yml changes the website alone: PDF and EDGAR files would"
        " say something else. Remove it from 'markdown_extensions'."
        for name in names
        if name not in EXTENSIONS
    ]
    for name, ours in EXTENSIONS.items():
        if name not in names:
            names.append(name)
        settings.setdefault(name, dict(ours))
    return warnings
