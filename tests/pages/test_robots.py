"""What programs that go through the site may visit."""

from __future__ import annotations

from generator.pages.robots import robots_txt


def test_everything_may_be_visited_and_the_list_of_pages_is_named() -> None:
    assert robots_txt("https://www.invented.internal/ir/").decode() == (
        "User-agent: *\nAllow: /\n\nSitemap: https://www.invented.internal/ir/sitemap.xml\n"
    )


def test_without_an_address_no_list_of_pages_is_named() -> None:
    assert robots_txt("").decode() == "User-agent: *\nAllow: /\n"
