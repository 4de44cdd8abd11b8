"""A settings file with other values, whose comments and order stay: for the year after.

Values are cut out of the text where they stand, so that whatever people wrote around them is kept. What comes
out is read again and compared; where the text does not follow (anchors, merged entries), it is written anew.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

import yaml

Path = tuple[str, ...]
"""Names of entries from the outermost on; ``*`` stands for each entry of a list, or of names."""


def with_values(
    text: str, values: Mapping[Path, str | None], without: Collection[str] = ()
) -> tuple[str, bool]:
    """The settings with other values at the paths that it has, and whether its comments stayed.

    A value None leaves the entry blank; ``without`` names outermost entries that go. Comments stay where
    their entry does. Raises yaml.YAMLError where the text is no YAML.
    """
    tree = yaml.load(text, Loader=yaml.BaseLoader) or {}
    wanted = {name: value for name, value in _changed(tree, values).items() if name not in without}
    cut = _cut(text, values, without)
    try:
        if _bare(yaml.load(cut, Loader=yaml.BaseLoader) or {}) == _bare(wanted):
            return cut, True
    except yaml.YAMLError:
        pass
    anew = yaml.safe_dump(_bare(wanted), allow_unicode=True, sort_keys=False, width=110)
    return re.sub(r" ''$", "", anew, flags=re.MULTILINE), False


def _changed(tree: Any, values: Mapping[Path, str | None]) -> Any:
    """A copy of the tree, in which a value is text, a list or names to values."""
    if isinstance(tree, list):
        below = _below(values, "*")
        return [_changed(one, below) for one in tree]
    if not isinstance(tree, dict):
        return tree
    found = {}
    for name, value in tree.items():
        below = _below(values, str(name))
        found[name] = (below[()] or "") if () in below else _changed(value, below)
    return found


def _below(values: Mapping[Path, str | None], name: str) -> dict[Path, str | None]:
    return {path[1:]: value for path, value in values.items() if path and path[0] in (name, "*")}


def _bare(tree: Any) -> Any:
    """The tree with an empty text in the place of what holds nothing, as a blank is read."""
    if isinstance(tree, dict):
        return {name: _bare(value) for name, value in tree.items()} or ""
    if isinstance(tree, list):
        return [_bare(value) for value in tree] or ""
    return tree


def _cut(text: str, values: Mapping[Path, str | None], without: Collection[str]) -> str:
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    if not isinstance(root, yaml.MappingNode):
        return text
    pieces = list(_pieces(text, root, values))
    for key, value in root.value:
        if key.value in without:
            end = _line_end(text, max(key.end_mark.index, _last(value)))
            pieces.append((_line_start(text, key.start_mark.index), end + 1, ""))
    for start, end, new in sorted(pieces, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _pieces(text: str, node: yaml.Node, values: Mapping[Path, str | None]) -> Iterator[tuple[int, int, str]]:
    """Begin and end of each value that is another one, and what stands there instead."""
    if isinstance(node, yaml.SequenceNode):
        below = _below(values, "*")
        for inner in node.value if below else ():
            yield from _pieces(text, inner, below)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            below = _below(values, key.value)
            if () in below:
                yield _piece(text, key, value, below[()])
            elif below:
                yield from _pieces(text, value, below)


def _piece(text: str, key: yaml.Node, value: yaml.Node, new: str | None) -> tuple[int, int, str]:
    start, end = value.start_mark.index, _last(value)
    if value.start_mark.line > key.end_mark.line and not (isinstance(value, yaml.ScalarNode) and new):
        # Lines of their own, whose entries and comments go with them.
        behind = text.index(":", key.end_mark.index) + 1
        lines = (_line_start(text, start), _line_end(text, end) + 1, "")
        return lines if new is None else (behind, lines[1], f" {new}\n")
    end = start + len(text[start:end].rstrip())
    is_empty = start == end
    while new is None and text[start - 1] == " " and text[end : end + 1] in (" ", "\n", ""):
        start -= 1
    return start, end, f" {new}" if new and is_empty else new or ""


def _last(node: yaml.Node) -> int:
    """Where the value ends: blanks and comments behind the last of a list are not its own."""
    if not isinstance(node, yaml.CollectionNode) or node.flow_style or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    return max(_last(one) for one in (last if isinstance(last, tuple) else (last,)))


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _line_end(text: str, at: int) -> int:
    """Where the line ends, without its break; that of a break itself, which ends a text of several lines."""
    if at and text[at - 1 : at] == "\n":
        return at - 1
    found = text.find("\n", at)
    return len(text) if found < 0 else found
