"""The one list of Markdown extensions: MkDocs and every other converter of our pages use it."""

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
