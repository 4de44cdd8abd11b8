"""Texts that YAML cuts or bends without a word: comments, anchors, tags, quotes, lines drawn together."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

import yaml

from ..findings import Finding
from ..findings.catalogue import YAML_COMMENT, YAML_INDENTATION, YAML_TEXT
from ..model import LineRef
from .yaml_quoted import PAIRS, quoted, without_quotes

_COMMENT = re.compile(r"[ \t]+(?P<comment>#.*)")
_PART_OF_TEXT = re.compile(r"#(?:[^\s#!*=-]|\s*\d|\s+[A-Z][-\d]*(?:[\s,;.]*$|[,;]))")
"""``#200``, ``# 200``, ``#B``, ``# B``: a number of a thing, and no words about an entry."""
_OPEN_ONLY = re.compile(r"[“„«][^”“»]*")
_CLOSED_ONLY = re.compile(r"[^“„«]*(?<!\d)[”»]")
"""No inches, which programs make curly as well."""
_MIXED = re.compile(r"[“„«‘][^\"']*[\"']")


def cut_or_bent(node: yaml.Node, name: str, text: str, where: LineRef, *, is_text: bool) -> Iterator[Finding]:
    """What YAML did to the value of the entry ``name``; ``is_text`` where people write what they like."""
    source = text[node.start_mark.index : node.end_mark.index]
    if isinstance(node, yaml.ScalarNode) and source[:1] in ("&", "!"):
        yield _property(name, source, where)
    elif is_text and isinstance(node, yaml.MappingNode) and node.flow_style and _has_names(node):
        message = f"'{name}' is in braces, which YAML takes for entries and not for text"
        yield Finding(YAML_TEXT, message, where, f"Put quotes around the whole text: {quoted(source)}.")
    elif isinstance(node, yaml.ScalarNode) and not node.style:
        yield from _comment(node, name, text, where) if is_text else ()
        yield from _curly(node.value.strip(), name, where)
        yield from _drawn_together(source, name, where)


def swallowed(
    node: yaml.ScalarNode, name: str, text: str, where: LineRef, keys: Collection[str]
) -> Iterator[Finding]:
    """Entries that stand in a text of several lines, which begins with ``|`` or ``>``."""
    if node.style not in ("|", ">") or where.line is None:
        return
    source = text[node.start_mark.index : node.end_mark.index]
    for number, line in enumerate(
        source.split("\n")[1:], start=text.count("\n", 0, node.start_mark.index) + 2
    ):
        found = re.match(r"\s+([a-z_]+):(?:\s|$)", line)
        if found and found[1] in keys:
            message = f"'{found[1]}' stands in the text of '{name}', which ends where a line has fewer blanks"
            advice = f"Begin the line with as many blanks as the line of '{name.rpartition('.')[2]}'."
            yield Finding(YAML_INDENTATION, message, LineRef(where.file, number), advice)


def _has_names(node: yaml.MappingNode) -> bool:
    return all(isinstance(key, yaml.ScalarNode) for key, _ in node.value)


def _property(name: str, source: str, where: LineRef) -> Finding:
    sign = re.split(r"\s", source, maxsplit=1)[0]
    message = f"'{name}' begins with '{sign}', which YAML takes for a mark of its own and not for text"
    whole = " ".join(source.split())
    advice = f"Put quotes around the whole text: {quoted(whole)}."
    return Finding(YAML_TEXT, message, where, advice)


def _comment(node: yaml.ScalarNode, name: str, text: str, where: LineRef) -> Iterator[Finding]:
    end = node.end_mark.index
    line_end = text.find("\n", end)
    found = _COMMENT.match(text[end : line_end if line_end >= 0 else len(text)])
    if found is None:
        return
    comment, value = found["comment"].rstrip(), node.value.strip()
    is_cut = bool(_PART_OF_TEXT.match(comment))
    whole = quoted(f"{value} {comment}".strip())
    if is_cut:
        read = f"is read as '{value}'" if value else "is read as empty"
        message = f"'{name}' {read}: YAML takes '{comment}' behind it for a comment"
        advice = f"Put quotes around the whole text: {whole}. A comment goes on a line of its own."
        yield Finding(YAML_TEXT, message, where, advice)
    elif value:
        message = f"'{name}' is read as '{value}'; '{comment}' behind it is a comment"
        yield Finding(YAML_COMMENT, message, where, f"If it belongs to the text, write {whole}.")


def _curly(value: str, name: str, where: LineRef) -> Iterator[Finding]:
    inside = value[1:-1]
    is_around = len(value) > 1 and value[0] + value[-1] in PAIRS and not set(inside) & {value[0], value[-1]}
    if not (
        is_around or _OPEN_ONLY.fullmatch(value) or _CLOSED_ONLY.fullmatch(value) or _MIXED.fullmatch(value)
    ):
        return
    message = f"'{name}' is '{value}': to YAML the curly quotes are a part of the text"
    advice = f"Write {quoted(without_quotes(value))}, or {quoted(value)} where they belong to the text."
    yield Finding(YAML_TEXT, message, where, advice)


def _drawn_together(source: str, name: str, where: LineRef) -> Iterator[Finding]:
    """A line that begins with a dash and is meant as the next item of a list."""
    for offset, line in enumerate(source.split("\n")[1:], start=1):
        if re.match(r"\s*- +\S", line) and where.line is not None:
            message = f"'{line.strip()}' is read as a part of the text before it, '{name}'"
            advice = "Begin the line with as many blanks as that of the item before."
            yield Finding(YAML_INDENTATION, message, LineRef(where.file, where.line + offset), advice)
