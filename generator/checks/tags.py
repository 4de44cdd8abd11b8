"""What stands between braces, as people type and paste it: found where it is, with the line as it was meant.

Nothing is changed by itself. What Jinja understands is left alone, whatever it looks like.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import fields
from itertools import islice

from jinja2 import TemplateSyntaxError

from ..findings import Finding
from ..findings.catalogue import TAG_OPEN, TAG_SIGN
from ..model import Disclosure
from ..prose.bounds.parser import NotOfferedError
from ..prose.facts import AllFacts
from ..prose.wordings import parsed
from .source import Source, blanked, sources

_TAG = re.compile(r"\{\{(?:(?!\{\{|\{%).)*?\}\}|\{%(?:(?!\{\{|\{%).)*?%\}", re.DOTALL)
_ASIDE = re.compile(r"\{#.*?(?:#\}|\Z)|\{%-?\s*raw\s*-?%\}.*?(?:\{%-?\s*endraw\s*-?%\}|\Z)", re.DOTALL)
"""Comments and what is left as it is; without an end they go to the end, and the text is read once."""
_MOST = 50
"""Findings of a file; each shows a line, and a file with more has a fault that repeats."""
_STRING = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'", re.DOTALL)
_DOUBLE, _SINGLE = "“”„‟«»″", "‘’‚‛′`´"
_DASHES = "‐‑‒–—−"
_PLAIN = str.maketrans({**dict.fromkeys(_DOUBLE, '"'), **dict.fromkeys(_DASHES, "-")})
_STRAIGHT = str.maketrans(dict.fromkeys(_SINGLE, "'"))
_GENITIVE = re.compile(r"(?P<name>\w)[’'](?P<s>s?)(?P<end>\s*\}\})")
_EMPHASIS = re.compile(r"\{\{\s*(?P<sign>\*{1,3}|_{1,3})(?P<use>[a-z].*?)(?P=sign)\s*\}\}", re.DOTALL)
_NAMED = {
    "\u200b": "a blank of no width",
    "\u200c": "a sign of no width",
    "\u200d": "a sign of no width",
    "\u2060": "a sign of no width",
    "\ufeff": "a byte order mark",
    "\u00ad": "a soft hyphen",
    "\u200e": "a mark of direction",
    "\u200f": "a mark of direction",
}


def tag_is_typed_plainly(disclosure: Disclosure) -> Iterator[Finding]:
    """SE-009: a curly quote or an invisible sign between braces, which nothing can understand."""
    for source in sources(disclosure):
        for tag in _tags(source) if _is_wrong(source) else ():
            odd = _first_odd(tag[0])
            if odd is None:
                continue
            at = tag.start() + odd
            sign = tag[0][odd]
            what = _NAMED.get(sign) or f"'{sign}'"
            mended = source.line_with(tag.start(), tag.end(), _plain(tag[0]))
            yield Finding(
                TAG_SIGN,
                f"{what} stands between braces, where only plain signs are understood",
                source.place(at, at + 1),
                f"Type it anew, in a plain text editor: {mended}",
            )


def tag_is_whole(disclosure: Disclosure) -> Iterator[Finding]:
    """SE-010: a brace that is missing, or a condition without its end."""
    for source in sources(disclosure):
        rest = blanked(_TAG, source.without(_ASIDE))
        is_wrong = _is_wrong(source)
        found = [*islice(_single_braces(source, rest), _MOST)]
        if is_wrong:
            half = list(islice(_open_tags(source, rest), _MOST))
            found += half or islice(_open_blocks(source), _MOST)
        yield from found


def without_repeated(found: list[Finding]) -> list[Finding]:
    """The findings without those that say of a file, less exactly, that braces in it cannot be read."""
    exact = {one.where.file for one in found if one.rule in (TAG_SIGN, TAG_OPEN)}
    return [
        one
        for one in found
        if one.rule.name not in ("section_syntax", "wording_can_be_filled_in")
        or one.where.file not in exact
        or "cannot be read" not in one.message
    ]


def _is_wrong(source: Source) -> bool:
    return any(not _is_understood(text) for text in source.texts)


def _is_understood(text: str) -> bool:
    try:
        parsed(text)
    except NotOfferedError:
        return True
    except TemplateSyntaxError:
        return False
    return True


def _tags(source: Source) -> Iterator[re.Match[str]]:
    return _TAG.finditer(source.without(_ASIDE))


def _first_odd(tag: str) -> int | None:
    """Where the tag has its first sign that Jinja has no use for; None: each sign is a plain one.

    What stands in straight quotes may be anything.
    """
    if emphasis := _EMPHASIS.match(tag):
        return emphasis.start("sign")
    bare = _STRING.sub(lambda text: " " * len(text[0]), tag)
    for at, sign in enumerate(bare):
        is_odd = not sign.isascii() and not sign.isspace() and not sign.isalnum()
        if is_odd or sign in "`&" or (sign == "\\" and bare[at + 1 : at + 2] in ("_", "*", '"')):
            return at
    return None


def _plain(tag: str) -> str:
    """The tag as it was probably meant."""
    tag = _EMPHASIS.sub(r"\g<sign>{{ \g<use> }}\g<sign>", html.unescape(tag))
    tag = "".join(sign for sign in tag if sign not in _NAMED).replace("\\_", "_").replace('\\"', '"')
    tag = tag.translate(_PLAIN)
    tag = _GENITIVE.sub(lambda found: f"{found['name']}{found['end']}’{found['s']}", tag)
    head, behind = (tag[: tag.rindex("}") + 1], tag[tag.rindex("}") + 1 :])
    pieces, start = [], 0
    for text in re.finditer(r'"[^"]*"', head):
        pieces += [head[start : text.start()].translate(_STRAIGHT), text[0]]
        start = text.end()
    return "".join([*pieces, head[start:].translate(_STRAIGHT), behind])


_TOP = "|".join(sorted(field.name for field in fields(AllFacts) if field.name != "wording"))
_NAME = rf"(?:(?:{_TOP}|claim|table|paragraph)\.[\w.]+|annex_title|annex_minerals|constant(?=\())"
_USE = rf"{_NAME}(?:\([^{{}}\n]*\))?(?:\s*\|\s*\w+(?:\([^{{}}\n]*\))?)*"
_SINGLE_BRACE = re.compile(
    rf"(?P<open>\{{\s{{0,9}}\{{?)\s{{0,9}}(?P<use>{_USE})\s{{0,9}}(?P<close>\}}\s{{0,9}}\}}|\}})"
)
_UNCLOSED = re.compile(rf"\{{\{{\s*(?P<use>{_USE})(?:\s*\}})?")
_KEYWORD = r"if|elif|else|endif|for|endfor|set|endset"
_HALF_TAG = re.compile(rf"\{{\s*%?\s*(?P<use>(?:{_KEYWORD})\b[^{{}}%\n]*?)\s*(?:%\s*\}}|\}}|%)")


def _single_braces(source: Source, rest: str) -> Iterator[Finding]:
    """Names of facts between braces of which one is missing, or stands apart."""
    for found in _SINGLE_BRACE.finditer(rest):
        if found["open"] == "{{" and found["close"] == "}}":
            continue
        mended = source.line_with(found.start(), found.end(), f"{{{{ {found['use']} }}}}")
        message = f"'{found[0]}' does not stand between two braces on each side"
        where = source.place(found.start(), found.end())
        yield Finding(TAG_OPEN, message, where, f"Write: {mended}")


def _open_tags(source: Source, rest: str) -> Iterator[Finding]:
    """Braces that open and do not close, where they are not told as a name already."""
    told = [found.span() for found in _SINGLE_BRACE.finditer(rest)]
    for found in re.finditer(r"\{\{|\{\s*%|\{(?=\s*(?:end)?(?:if|for)\b)", rest):
        before = bisect_right(told, (found.start(), len(rest))) - 1
        if before >= 0 and found.start() < told[before][1]:
            continue
        named, half = _UNCLOSED.match(rest, found.start()), _HALF_TAG.match(rest, found.start())
        end = found.end()
        advice = "Write '}}' where it ends."
        if named:
            end = named.end()
            mended = f"{{{{ {named['use']} }}}}"
            advice = f"Write: {source.line_with(named.start(), end, mended)}"
        elif half:
            end = half.end()
            mended = f"{{% {half['use']} %}}"
            advice = f"Write: {source.line_with(half.start(), end, mended)}"
        elif found[0] != "{{":
            advice = "Write '%}' where it ends."
        message = f"'{rest[found.start() : end]}' has no end"
        yield Finding(TAG_OPEN, message, source.place(found.start(), end), advice)


_WORDS = re.compile(r"\{%-?\s*(?P<word>\w+)(?:\s+(?P<second>\w+))?(?P<rest>[^%]*)")
_ENDS = {"endif": "if", "endfor": "for", "endset": "set"}
_MISSPELT = {
    ("end", "if"): "endif",
    ("end", "for"): "endfor",
    ("elseif", ""): "elif",
    ("elsif", ""): "elif",
    ("else", "if"): "elif",
    ("fi", ""): "endif",
    ("endfi", ""): "endif",
}


def _open_blocks(source: Source) -> Iterator[Finding]:
    """Conditions and repetitions without an end, ends without a beginning, and misspelt words for them."""
    for start, end in source.spans:
        open_ones: list[tuple[str, re.Match[str]]] = []
        for tag in _tags(source):
            words = _WORDS.match(tag[0])
            if words is None or not start <= tag.start() < end:
                continue
            word, second = words["word"], words["second"] or ""
            meant = _MISSPELT.get((word, second)) or _MISSPELT.get((word, ""))
            if meant:
                behind = tag[0][words.end("second" if (word, second) in _MISSPELT and second else "word") :]
                yield _misspelt(source, tag, f"{{% {meant}{behind}")
                word = meant
            if word in ("if", "for") or (word == "set" and "=" not in tag[0]):
                open_ones.append((word, tag))
            elif word in _ENDS and open_ones and open_ones[-1][0] == _ENDS[word]:
                open_ones.pop()
            elif word in _ENDS:
                yield from _unbegun(source, word, tag, open_ones)
        for word, tag in open_ones:
            where = source.place(tag.start(), tag.end())
            advice = f"Write '{{% end{word} %}}' on a line of its own where the text ends that depends on it."
            yield Finding(TAG_OPEN, f"'{_short(tag[0])}' has no '{{% end{word} %}}'", where, advice)


def _unbegun(
    source: Source, word: str, tag: re.Match[str], open_ones: list[tuple[str, re.Match[str]]]
) -> Iterator[Finding]:
    where = source.place(tag.start(), tag.end())
    begun = [one for one in open_ones if one[0] == _ENDS[word]]
    if begun:  # what was begun behind it is left open, and is told as such
        open_ones.remove(begun[-1])
        return
    advice = f"Delete it, or write '{{% {_ENDS[word]} … %}}' where that begins."
    yield Finding(TAG_OPEN, f"'{tag[0]}' ends nothing", where, advice)


def _misspelt(source: Source, tag: re.Match[str], mended: str) -> Finding:
    where = source.place(tag.start(), tag.end())
    line = source.line_with(tag.start(), tag.end(), mended)
    return Finding(TAG_OPEN, f"'{_short(tag[0])}' is not understood", where, f"Write: {line}")


def _short(tag: str) -> str:
    return " ".join(tag.split())
