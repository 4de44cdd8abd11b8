"""Sections as readers see them: through Jinja and Markdown with the project's settings."""

from __future__ import annotations

import re
from typing import Any

import lxml.html
import markdown

from generator.model import HTML_COMMENT
from generator.prose.environment import prose_environment
from generator.prose.markdown import EXTENSIONS
from tests.support.exhibit_text import texts


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


def single(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\xa0", " ")).strip()
