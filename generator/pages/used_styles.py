"""The theme's styles without the rules of components that no page of the site has.

The theme brings styles for everything that it can do. A rule is left out where each of its selectors needs a
class that no page has and no script names; a class that a script may put together of parts counts as named.
So go the rules of colours that no page chooses, and then the icons that no rule that is left shows.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from pathlib import Path

from ..files.kept import kept

_THEME = ("main.*.min.css", "palette.*.min.css")
_CLASSES = re.compile(r'class=(?<!\wclass=)(?:"([^"]*)"|([^\s>]+))')
"""Begins with its letters, not with the edge of a word, so that a long page is skipped through to them."""
_SCRIPT = re.compile(r"<script\b[^>]*>(.*?)</script>", re.DOTALL)
_WORD = re.compile(r"[\w-]+")
_SIGN = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\'|[{}]')
_BEFORE = re.compile(r"(?:/\*.*?\*/|@[^{};]+;|\s)*", re.DOTALL)
"""Comments and statements that stand before a rule."""
_SELECTOR = re.compile(r"(?:[^,()\[\]]|\[[^\]]*\]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))+")
_IN_BRACKETS = re.compile(r"\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|\[[^\]]*\]")
"""What a selector asks of other elements, or in several ways: not looked into."""
_CLASS = re.compile(r"\.((?:[\w-]|\\.)+)")
_IN_ROUND_BRACKETS = re.compile(r"\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)")
_COLOUR = re.compile(r"data-md-color-(?<!\wdata-md-color-)(?:accent|primary)=[\"']?([\w-]+)")
"""A colour that a page chooses, or for which a selector is; begins as the classes do."""
_VARIABLE = re.compile(r"--[\w-]+")
_READ = re.compile(r"\bvar\(\s*(--[\w-]+)")
_ICON = re.compile(r"""(?<=[{;])(--[\w-]+):url\((?:"[^"]*"|'[^']*'|[^)"']*)\)(?:;|(?=\}))""")
_GROUPS = ("@media", "@supports")


@dataclass(frozen=True)
class Named:
    """The classes that elements of the site may have."""

    words: frozenset[str]
    beginnings: tuple[str, ...]
    """Of names that a script puts together."""
    colours: frozenset[str]
    """Those that pages choose of the theme's."""

    def has(self, name: str) -> bool:
        return name in self.words or name.startswith(self.beginnings)


def leave_out_unused(site: Path, cache: Path | None = None) -> None:
    """Writes the theme's styles anew, under names that tell their content, and leads the pages to them.

    ``site`` is a finished folder. ``cache`` keeps the styles from one run to the next; None keeps nothing.
    """
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
    scripts = [path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.js"))]
    named = named_in(pages.values(), scripts)
    folder = site / "assets" / "stylesheets"
    styles = [path for name in _THEME for path in sorted(folder.glob(name))]
    ours = [path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.css")) if path not in styles]
    read = {name for text in (*pages.values(), *scripts, *ours) for name in _VARIABLE.findall(text)}
    names = {path.name: _renewed(path, named, read, cache) for path in styles}
    for path, text in pages.items():
        changed = text
        for old, new in names.items():
            changed = changed.replace(old, new)
        if changed != text:
            path.write_text(changed, encoding="utf-8", newline="")


def named_in(pages: Iterable[str], scripts: Iterable[str]) -> Named:
    """The classes of the elements in ``pages``, and every word of the scripts in them and beside them."""
    named: set[tuple[str, str]] = set()
    in_pages: set[str] = set()
    colours: set[str] = set()
    for page in pages:  # most of what a page has, the others have too
        colours.update(_COLOUR.findall(page))
        named.update(_CLASSES.findall(page))
        in_pages.update(_SCRIPT.findall(page))
    words = {word for quoted, bare in named for word in (quoted or bare).split()}
    words.update(word for script in in_pages for word in _WORD.findall(script))
    of_scripts = {word for script in scripts for word in _WORD.findall(script)}
    beginnings = (word for word in of_scripts if word.endswith(("-", "__")) and len(word) > len("md-"))
    return Named(frozenset(words | of_scripts), tuple(sorted(beginnings)), frozenset(colours))


def without_unused(css: str, named: Named) -> str:
    """A style without the rules that apply to no element."""
    return "".join(_rules(css, named))


def without_unread_icons(css: str, read: Set[str]) -> str:
    """A style without the variables for icons that neither it nor anything else reads.

    ``read``: names of the variables that others may read.
    """
    kept_names = read | set(_READ.findall(css))
    return _ICON.sub(lambda found: found[0] if found[1] in kept_names else "", css)


def _renewed(path: Path, named: Named, read: Set[str], cache: Path | None) -> str:
    """The name of the style that takes the place of the one at ``path``."""
    css = path.read_text(encoding="utf-8")
    known = sorted(name for name in set(_CLASS.findall(css)) if named.has(name))
    of_others = sorted(read & set(_VARIABLE.findall(css)))
    asked = f"{known}\0{sorted(named.colours)}\0{of_others}"
    key = f"{Path(__file__).read_text(encoding='utf-8')}\0{css}\0{asked}".encode()
    kept_at = cache and cache / f"{path.name.partition('.')[0]}.css"
    content = kept(kept_at, key, lambda: without_unread_icons(without_unused(css, named), read).encode())
    name = f"{path.name.partition('.')[0]}.{hashlib.sha256(content).hexdigest()[:8]}.min.css"
    path.unlink()
    path.with_name(name).write_bytes(content)
    return name


def _rules(css: str, named: Named) -> Iterator[str]:
    for prelude, body in _blocks(css):
        before = _BEFORE.match(prelude)
        head = before[0] if before else ""
        selector = prelude[len(head) :]
        if selector.startswith(_GROUPS):
            inner = without_unused(body, named)
            yield head + (f"{selector}{{{inner}}}" if inner else "")
        elif selector.startswith("@"):
            yield f"{head}{selector}{{{body}}}"
        else:
            left = [one for one in _SELECTOR.findall(selector) if _may_apply(one, named)]
            yield head + (f"{','.join(left)}{{{body}}}" if left else "")


def _blocks(css: str) -> Iterator[tuple[str, str]]:
    """What stands before the brackets of each rule or group, and between them."""
    depth = begin = opened = 0
    for sign in _SIGN.finditer(css):
        if sign[0] == "{":
            opened = opened if depth else sign.start()
            depth += 1
        elif sign[0] == "}":
            depth -= 1
            if depth == 0:
                yield css[begin:opened], css[opened + 1 : sign.start()]
                begin = sign.end()


def _may_apply(selector: str, named: Named) -> bool:
    colours = _COLOUR.findall(_IN_ROUND_BRACKETS.sub("", selector))
    if not named.colours.issuperset(colours):
        return False
    return all(named.has(name) for name in _CLASS.findall(_IN_BRACKETS.sub("", selector)))
