"""The theme's styles lose the rules that no page of the site needs, and no others."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.pages.used_styles import leave_out_unused, named_in, without_unread_icons, without_unused

PAGE = (
    '<html><body class="md-a" data-md-color-primary="custom" data-md-color-accent=teal>'
    '<p class="md-b md-c">x</p><i class=md-d></i></body></html>'
)
SCRIPTS = ['x.className="md-by-script";y(`md-part--${z}`)']
NAMED = named_in([PAGE, '<script>add("md-inline")</script>'], SCRIPTS)


@pytest.mark.parametrize(
    "rule",
    [
        "p{x:y}",
        ".md-a .md-b{x:y}",
        ".md-d{x:y}",
        ".md-by-script{x:y}",
        ".md-part--anything{x:y}",
        ".md-inline{x:y}",
        ".md-a:not(.md-gone){x:y}",
        ".md-a:is(.md-gone,:hover)>p{x:y}",
        "[class~=md-gone]{x:y}",
        "[data-md-color-scheme=slate]{x:y}",
        "[data-md-color-scheme=slate][data-md-color-primary=custom]{x:y}",
        '[data-md-color-accent="teal"]{x:y}',
        "[data-md-color-primary]{x:y}",
        ".md-a:not([data-md-color-primary=red]){x:y}",
        "@media print{.md-a{x:y}}",
        "@keyframes a{0%{x:y}to{x:z}}",
        "@font-face{font-family:a;src:url(b)}",
        '@charset "UTF-8";html{x:y}',
        '.md-a:before{content:"}.md-gone{"}',
        ".md-a{--i:url('data:image/svg+xml,<svg>{}</svg>')}",
    ],
)
def test_what_may_apply_stays(rule: str) -> None:
    assert without_unused(rule, NAMED) == rule


@pytest.mark.parametrize(
    ("rules", "left"),
    [
        (".md-gone{x:y}p{x:y}", "p{x:y}"),
        (".md-a .md-gone{x:y}", ""),
        (".md-a,.md-gone{x:y}", ".md-a{x:y}"),
        (".md-a:is(.q,.r),.md-gone:not(.md-a,.md-b),p{x:y}", ".md-a:is(.q,.r),p{x:y}"),
        ("@media print{.md-gone{x:y}}p{x:y}", "p{x:y}"),
        ("@media print{.md-gone{x:y}p{x:y}}", "@media print{p{x:y}}"),
        ("@supports (a:b){@media print{.md-gone{x:y}}}", ""),
        ("/*! license */.md-gone{x:y}", "/*! license */"),
        ("[data-md-color-accent=red]{x:y}p{x:y}", "p{x:y}"),
        (
            "[data-md-color-primary=red],[data-md-color-primary=custom]{x:y}",
            "[data-md-color-primary=custom]{x:y}",
        ),
        ("[data-md-color-scheme=slate][data-md-color-primary=red]{x:y}", ""),
    ],
)
def test_what_applies_to_no_element_goes(rules: str, left: str) -> None:
    assert without_unused(rules, NAMED) == left


def test_only_whole_attributes_say_what_a_page_has() -> None:
    page = (
        'class=first <p subclass="a" data-class="b c" class=d> xdata-md-color-accent=e data-md-color-accent=f'
    )
    named = named_in([page], [])
    assert named.words == {"first", "b", "c", "d"}
    assert named.colours == {"f"}


@pytest.mark.parametrize(
    ("css", "left"),
    [
        (":root{--a:url('data:x;{}');--b:red}", ":root{--b:red}"),
        (":root{--b:red;--a:url(data:x)}", ":root{--b:red;}"),
        (":root{--a:url(data:x)}p{mask:var(--a)}", ":root{--a:url(data:x)}p{mask:var(--a)}"),
        (":root{--of-others:url(data:x)}", ":root{--of-others:url(data:x)}"),
        ("p{mask:url(data:x);--c:1}", "p{mask:url(data:x);--c:1}"),
    ],
)
def test_an_icon_that_nothing_reads_goes(css: str, left: str) -> None:
    assert without_unread_icons(css, {"--of-others"}) == left


@pytest.mark.parametrize("read", [True, False])
def test_an_icon_of_a_rule_that_went_goes_where_our_styles_do_not_read_it(
    tmp_path: Path, *, read: bool
) -> None:
    css = ":root{--i:url(data:x)}.md-gone{mask:var(--i)}"
    site = site_of(tmp_path / "a", css=css)
    if read:
        (site / "assets/stylesheets/site.css").write_text("p{mask:var(--i)}", encoding="utf-8")
    leave_out_unused(site)
    (style,) = (site / "assets/stylesheets").glob("main.*")
    assert style.read_text(encoding="utf-8") == (":root{--i:url(data:x)}" if read else ":root{}")


def site_of(folder: Path, *, css: str = ".md-a{x:y}.md-gone{x:y}") -> Path:
    styles = folder / "assets" / "stylesheets"
    styles.mkdir(parents=True)
    (styles / "main.0a1b2c3d.min.css").write_text(css, encoding="utf-8")
    (styles / "site.css").write_text(".fsd-gone{x:y}", encoding="utf-8")
    link = '<link rel="stylesheet" href="assets/stylesheets/main.0a1b2c3d.min.css">'
    (folder / "index.html").write_text(f"{link}\n{PAGE}\n", encoding="utf-8")
    return folder


def test_the_style_has_a_name_of_its_content_to_which_the_pages_lead(tmp_path: Path) -> None:
    site = site_of(tmp_path / "a")
    leave_out_unused(site, tmp_path / "cache")
    (name,) = re.findall(r"main\.[0-9a-f]{8}\.min\.css", (site / "index.html").read_text(encoding="utf-8"))
    styles = site / "assets" / "stylesheets"
    assert {path.name for path in styles.iterdir()} == {name, "site.css"}
    assert (styles / name).read_text(encoding="utf-8") == ".md-a{x:y}"
    assert (styles / "site.css").read_text(encoding="utf-8") == ".fsd-gone{x:y}"


def test_a_kept_style_is_not_taken_for_another_one(tmp_path: Path) -> None:
    found = []
    for number, css in enumerate([".md-a{x:y}", ".md-b{x:y}", ".md-a{x:y}"]):
        site = site_of(tmp_path / str(number), css=css)
        leave_out_unused(site, tmp_path / "cache")
        found += [path.read_text(encoding="utf-8") for path in (site / "assets/stylesheets").glob("main.*")]
    assert found == [".md-a{x:y}", ".md-b{x:y}", ".md-a{x:y}"]
