"""The content security policy that a finished site needs: nothing from elsewhere, no script but its own."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

from ..errors import InputError
from ..findings import Finding
from ..findings.catalogue import PUBLISHED_MISSING
from ..model import LineRef

_INLINE_SCRIPT = re.compile(rb"<script>(.*?)</script>", re.DOTALL)
"""A script in a page; those with a ``src`` are files, those with another ``type`` are data."""


def policy_of(site: Path) -> str:
    """The value of the header ``Content-Security-Policy`` for all pages of ``site``.

    The theme has a few short scripts in each page; they are named by their SHA-256. Raises InputError where
    there is no website.
    """
    pages = sorted(site.rglob("*.html"))
    if not pages:
        advice = "Build the site, or name its folder with --site."
        raise InputError([Finding(PUBLISHED_MISSING, "there is no website", LineRef(str(site)), advice)])
    allowed = " ".join(["'self'", *inline_scripts(pages)])
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src {allowed}",
            "img-src 'self' data:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
        )
    )


def inline_scripts(pages: Iterable[Path]) -> list[str]:
    """The scripts in these pages, as a policy names them, each once and sorted."""
    scripts = {script for page in pages for script in _INLINE_SCRIPT.findall(page.read_bytes())}
    return sorted(f"'sha256-{_sha256(script)}'" for script in scripts)


def _sha256(script: bytes) -> str:
    return base64.b64encode(hashlib.sha256(script).digest()).decode("ascii")
