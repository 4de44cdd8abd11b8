"""The one list of Markdown extensions: MkDocs and every other converter of our pages use it."""

from typing import Any

EXTENSIONS: dict[str, dict[str, Any]] = {
    "attr_list": {},
    "def_list": {},
    "footnotes": {},
    "md_in_html": {},
    "tables": {},
    "toc": {"permalink": True},
    "pymdownx.fancylists": {},
}
"""Extension to its settings. Lettered lists as filers write them come from ``fancylists``."""
