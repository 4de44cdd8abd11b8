"""Sections as readers see them: through Jinja and Markdown with the project's settings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import lxml.html
import markdown

from generator.model import HTML_COMMENT
from generator.prose.environment import prose_environment
from generator.prose.markdown import EXTENSIONS


def rendered(text: str) -> Any:
    """The root of the HTML that a section's Markdown becomes."""
    text = HTML_COMMENT.sub("", prose_environment().from_string(text).render())
    settings = {name: dict(options) for name, options in EXTENSIONS.items()}
    settings["toc"]["permalink"] = False
    html = markdown.markdown(text, extensions=list(settings), extension_configs=settings)
    root = lxml.html.document_fromstring(f"<html><body>{html}</body></html>")
    for link in root.xpath("//a[@class='footnote-backref']"):
        link.drop_tree()
    return root


def visible(root: Any) -> str:
    """The text with single blanks."""
    return single("".join(texts(root)))


def texts(element: Any) -> Iterator[str]:
    """The text as it stands; a line break is a blank."""
    yield element.text or ""
    for child in element:
        yield " " if child.tag == "br" else ""
        yield from texts(child)
        yield child.tail or ""


def single(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\xa0", " ")).strip()
