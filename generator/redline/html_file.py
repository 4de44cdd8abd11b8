"""A redline as one HTML file that needs no other, to be sent by mail and printed without colours."""

from __future__ import annotations

from markupsafe import escape

from ..prose.element import Element

_STYLE = """\
body { font: 11pt/1.5 Georgia, "Times New Roman", serif; max-width: 50em; margin: 2em auto; padding: 0 1em; color: #16263c }
h1, h2, h3, h4 { line-height: 1.25; margin: 1.6em 0 0.5em }
ins { text-decoration: underline; text-decoration-thickness: 0.11em; font-weight: bold; color: #0b4f9e }
del { text-decoration: line-through; color: #9c1c1c }
ins.data, del.data { border: 1px dotted; padding: 0 0.15em }
.label { font-size: 0.85em }
sup { font-size: 0.7em; line-height: 0 }
table { border-collapse: collapse; font-size: 0.85em; margin: 1em 0; width: 100% }
th, td { border-top: 1px solid #8a94a3; padding: 0.3em 0.5em; text-align: left; vertical-align: top }
thead { border-bottom: 2px solid }
a { color: #1f4f8a }
.words { clip-path: inset(50%); height: 1px; overflow: hidden; position: absolute; white-space: nowrap; width: 1px }
body { overflow-wrap: break-word }
@media (max-width: 40em) { body { margin: 1em auto } table { font-size: 0.75em } th, td { padding: 0.3em 0.2em; overflow-wrap: anywhere } }
@media print { body { max-width: none; margin: 0 } ins, del, a { color: black } thead { display: table-header-group } tr { break-inside: avoid } }
"""  # noqa: E501
_SAID = {"ins": "new: ", "del": "deleted: "}
"""What who listens to the page hears before words that are new or gone."""


def html_file(tree: Element, title: str) -> bytes:
    """The redline as UTF-8. ``title`` is that of the window."""
    head = f"<title>{escape(title)}</title>\n<style>\n{_STYLE}</style>"
    meta = '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">'
    body = "\n".join(_html(node) for node in tree.children)
    page = (
        f'<!doctype html>\n<html lang="en">\n<head>\n{meta}\n{head}\n</head>\n<body>\n<main>\n{body}\n</main>'
    )
    return f"{page}\n</body>\n</html>\n".encode()


def _html(node: Element | str) -> str:
    if isinstance(node, str):
        return str(escape(node))
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in node.attributes.items())
    inside = "".join(map(_html, node.children))
    said = f'<span class="words">{_SAID[node.tag]}</span>' if node.tag in _SAID else ""
    return f"<{node.tag}{attributes}>{said}{inside}</{node.tag}>"
