"""The headers that a finished site needs of its host: nothing from elsewhere, no script but its own."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from markupsafe import escape

from ..errors import DisclosureError, InputError
from ..findings import Finding, printable
from ..findings.catalogue import PUBLISHED_MISSING
from ..model import LineRef

_INLINE_SCRIPT = re.compile(rb"<script>(.*?)</script>", re.DOTALL)
"""A script in a page; those with a ``src`` are files, those with another ``type`` are data."""
_FRAMES = re.compile(r"https://(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d{1,5})?/?", re.IGNORECASE)
"""A host that may show the site in a frame; a path would count for nothing."""

Headers = Mapping[str, str]


def policy_of(site: Path, framed_by: Sequence[str] = ()) -> str:
    """The value of the header ``Content-Security-Policy`` for all pages of ``site``.

    The theme has a few short scripts in each page; they are named by their SHA-256. ``framed_by`` are the
    addresses of sites that may show this one in a frame; none may where it is empty. Raises InputError where
    there is no website, DisclosureError where one of them is no address of a host.
    """
    pages = sorted(site.rglob("*.html"))
    if not pages:
        advice = "Build the site, or name its folder with --site."
        raise InputError([Finding(PUBLISHED_MISSING, "there is no website", LineRef(str(site)), advice)])
    scripts = " ".join(["'self'", *inline_scripts(pages)])
    frames = " ".join(map(_frame, framed_by)) or "'none'"
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {scripts}",
            "style-src 'self'",
            "img-src 'self' data:",
            "connect-src 'self'",
            "font-src 'self'",
            "manifest-src 'self'",
            "worker-src 'self'",
            "base-uri 'self'",
            "form-action 'self'",
            f"frame-ancestors {frames}",
            "object-src 'none'",
        )
    )


def headers_of(site: Path, framed_by: Sequence[str] = ()) -> dict[str, str]:
    """The policy, and the other headers that are worth setting. Raises as ``policy_of``."""
    return {
        "Content-Security-Policy": policy_of(site, framed_by),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Strict-Transport-Security": "max-age=31536000",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        "Cross-Origin-Opener-Policy": "same-origin",
        # It can name no other site: where one may show this one, the policy alone says so.
        **({} if framed_by else {"X-Frame-Options": "DENY"}),
    }


def inline_scripts(pages: Iterable[Path]) -> list[str]:
    """The scripts in these pages, as a policy names them, each once and sorted."""
    scripts = {script for page in pages for script in _INLINE_SCRIPT.findall(page.read_bytes())}
    return sorted(f"'sha256-{_sha256(script)}'" for script in scripts)


def _sha256(script: bytes) -> str:
    return base64.b64encode(hashlib.sha256(script).digest()).decode("ascii")


def _frame(address: str) -> str:
    if not _FRAMES.fullmatch(address):
        raise DisclosureError(
            f"'{printable(address)}' is no address of a website. Expected: https:// and the name of its host,"
            " such as https://investors.company.com"
        )
    return address.rstrip("/")


def _as_headers(headers: Headers) -> str:
    return "\n".join(f"{name}: {value}" for name, value in headers.items())


def _as_nginx(headers: Headers) -> str:
    lines = (f'add_header {name} "{value}" always;' for name, value in headers.items())
    return "\n".join(["# Inside the server or location that serves the site.", *lines])


def _as_apache(headers: Headers) -> str:
    lines = (f'  Header always set {name} "{value}"' for name, value in headers.items())
    module = ["<IfModule mod_headers.c>", *lines, "</IfModule>"]
    return "\n".join(["# In the folder of the site as .htaccess, or in the settings of its host.", *module])


def _as_netlify(headers: Headers) -> str:
    lines = (f"  {name}: {value}" for name, value in headers.items())
    return "\n".join(["# In the folder of the site as _headers.", "/*", *lines])


def _as_iis(headers: Headers) -> str:
    entries = [
        f'        <{what} name="{name}"{value}/>'
        for name, text in headers.items()
        for what, value in (("remove", ""), ("add", f' value="{escape(text)}"'))
    ]
    before = ['<?xml version="1.0" encoding="utf-8"?>', "<!-- In the folder of the site as web.config. -->"]
    opening = ["<configuration>", "  <system.webServer>", "    <httpProtocol>", "      <customHeaders>"]
    closing = ["      </customHeaders>", "    </httpProtocol>", "  </system.webServer>", "</configuration>"]
    return "\n".join([*before, *opening, *entries, *closing])


FORMATS: Mapping[str, Callable[[Headers], str]] = {
    "headers": _as_headers,
    "nginx": _as_nginx,
    "apache": _as_apache,
    "netlify": _as_netlify,
    "iis": _as_iis,
}
"""How the headers are written for the one who runs the host, by the name of the host's program."""
