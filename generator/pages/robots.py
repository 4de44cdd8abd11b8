"""What programs that go through the site may visit, and where the list of its pages is."""

from __future__ import annotations


def robots_txt(public_url: str) -> bytes:
    """All may be visited: what shall not be kept says so itself, which only a visitor reads.

    ``public_url`` is the site's address with a slash at the end; empty: none, and no list of pages is named.
    """
    sitemap = f"\nSitemap: {public_url}sitemap.xml\n" if public_url else ""
    return f"User-agent: *\nAllow: /\n{sitemap}".encode()
