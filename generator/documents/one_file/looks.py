"""How the one file looks and what it can do: the site's styles and scripts, and the policy for them."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

from ...files.program import shipped
from ...model.brand import Brand
from ...pages.brand_style import brand_style
from ...pages.site_frame import joined_text, lean
from ...pages.used_styles import named_in, without_unused

ASSETS = "site_overrides/assets"
_DIRECTIVE = '"use strict"'
_RULE = re.compile(r"(?<=[{};])([^{};]*\[data-md-color-scheme=\"?slate\"?\][^{};]*)\{([^{}]*)\}")
_SLATE = re.compile(r"\[data-md-color-scheme=\"?slate\"?\]")
_DARK = ":root>body"
"""In the place of the attribute, and as strong."""
_HEADING = re.compile(r"(?<![\w.#-])h([1-5])(?![\w-])")


def style(name: str) -> str:
    """A style of the site for the file, small: headings one step lower, dark as the reader's computer is."""
    css = lean(name, joined_text(_asset(f"stylesheets/{name}")))
    return in_dark_by_itself(with_lower_headings(css))


def colours(brand: Brand) -> str:
    """The brand's colours and typefaces, as the site's pages have them."""
    made = brand_style(brand)
    return in_dark_by_itself(lean(made.uri, made.content.decode("utf-8")))


def used(css: str, html: str, script: str) -> str:
    """The style without the rules that apply to no element of the file."""
    return without_unused(css, named_in([html], [script]))


def script(name: str) -> str:
    """A script of the site with what it imports, small.

    A directive, which begins a file, is a statement of its own behind another one.
    """
    joined = joined_text(_asset(f"javascripts/{name}"))
    return lean(name, joined.replace(f"\n{_DIRECTIVE}\n", f"\n;{_DIRECTIVE};\n"))


def with_lower_headings(css: str) -> str:
    """The style, in which the headings of a page are those below the title of the file."""
    return re.sub(
        r"([^{}]*)\{",
        lambda rule: _HEADING.sub(lambda found: f"h{int(found[1]) + 1}", rule[1]) + "{",
        css,
    )


def in_dark_by_itself(css: str) -> str:
    """The style, in which the dark scheme is that of a reader whose computer is set so: nothing is kept.

    It is the body's, as on the site: the brand's dark colours follow from the light ones, which stay those of
    the root. On one element each would follow from the other, and a browser draws neither. The body of the
    file bears the attribute with another value, so that what follows from the colours follows there too.
    """
    return _RULE.sub(
        lambda rule: f"@media (prefers-color-scheme:dark){{{_SLATE.sub(_DARK, rule[1])}{{{rule[2]}}}}}",
        css,
    )


def policy(styles: Iterable[str], scripts: Iterable[str]) -> str:
    """The content security policy of the file: what it holds itself and nothing else; no address is asked."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src {' '.join(map(_named, styles))}",
            f"script-src {' '.join(map(_named, scripts))}",
            "img-src data:",
            "connect-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _named(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def _asset(name: str) -> Path:
    return shipped(ASSETS) / name
