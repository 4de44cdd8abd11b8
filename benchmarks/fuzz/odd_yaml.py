"""YAML that is valid and says what nobody means."""

# Rows of a table, each on its line.
# ruff: noqa: E501

from __future__ import annotations

import copy
from random import Random
from typing import Any

import yaml

from . import hostile

PIECES = (
    "a: &a [*a]\n", "b: &b {c: *b}\n", "<<: {period: 1}\n", "? [1, 2]\n: 3\n", "!!python/object:os.system x\n",
    "x: !!binary '@'\n", "x: !!timestamp 2021-99-99\n", "x: 2021-13-45\n", "x: 0001-01-01\n", "x: 190:20:30\n",
    "x: 0b2\n", "x: 0o9\n", "x: 1__0\n", "x: .inf\n", "period: 2021\n", "registrant:\n", "---\na: 1\n---\n", "%YAML 9.9\n---\n",
    "x: |9\n  a\n", "x: >-\n\n\n", "x: 'it''s\n", "\tx: 1\n", "x: [1, 2\n", "x: {a: 1, a: 2}\n", "1: 2\n", "null: 1\n",
    "? \n: \n", "x: *nowhere\n", "x: &a &b c\n", "...\nrest\n", "\u00a0x: 1\n", "x:\u20281\n", "x: \"\\ud800\"\n", "x: \"\\x00\"\n",
    "- a\n", "x: " + "[" * 900 + "]" * 900 + "\n", "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [*a{n-1}, *a{n-1}]\n" for n in range(1, 25)),
)  # fmt: skip


def _paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every entry of a document, by keys and positions."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path] * bool(path) + [found for key, one in inner for found in _paths(one, (*path, key))]


def odd_value(data: bytes, random: Random) -> bytes:
    """A value of another type at any entry, or an entry too many or too few."""
    try:
        document = copy.deepcopy(yaml.safe_load(data)) or {}
    except (yaml.YAMLError, UnicodeDecodeError):
        document = {}
    for _ in range(random.choice((1, 1, 1, 3))):
        if not (paths := _paths(document)):
            document = {"suppliers": hostile.value(random)}
            continue
        *above, key = random.choice(paths)
        place = document
        for one in above:
            place = place[one]
        change = random.randrange(6)
        if change == 0 and isinstance(place, dict):
            place[hostile.text(random)] = hostile.value(random)
        elif change == 1:
            del place[key]
        elif change == 2 and isinstance(place, list):
            place[:] = place * random.choice((2, 200))
        else:
            place[key] = hostile.value(random)
    return yaml.safe_dump(document, allow_unicode=True, sort_keys=False).encode("utf-8", "replace")


def odd_piece(data: bytes, random: Random) -> bytes:
    """A construct of YAML, between two lines or behind all."""
    lines = data.splitlines(keepends=True)
    at = random.choice((0, len(lines), random.randrange(len(lines) + 1)))
    return b"".join([*lines[:at], random.choice(PIECES).encode("utf-8", "surrogatepass"), *lines[at:]])


def odd_scalar(data: bytes, random: Random) -> bytes:
    """Another text behind a colon, as somebody types it."""
    lines = data.splitlines(keepends=True)
    with_value = [at for at, line in enumerate(lines) if b": " in line]
    if with_value:
        at = random.choice(with_value)
        key = lines[at].partition(b": ")[0]
        lines[at] = key + b": " + hostile.text(random).encode("utf-8", "replace") + b"\n"
    return b"".join(lines)


def deep(data: bytes, random: Random) -> bytes:
    """Entries inside of entries, thousands deep or hundreds of thousands wide, all of them closed."""
    levels = random.choice((50, 1_000, 20_000))
    lines = data.splitlines(keepends=True)
    at = random.choice((0, len(lines), random.randrange(len(lines) + 1)))
    tower = random.choice(
        (
            "deep: " + "[" * levels + "]" * levels + "\n",
            "deep: " + "{a: " * levels + "1" + "}" * levels + "\n",
            "".join(f"{' ' * level}d:\n" for level in range(min(levels, 3_000))),
            "- " * levels + "1\n",
            "deep: [" + "1, " * 20 * levels + "1]\n",
            "deep: &d [1]\n" + "".join(f"d{n}: &d{n} [*d{'' if n == 0 else n - 1}]\n" for n in range(levels)),
            "? " * levels + "1\n",
        )
    )
    return b"".join([*lines[:at], tower.encode(), *lines[at:]])


MUTATORS = (odd_value, odd_value, odd_value, odd_value, odd_piece, odd_scalar, deep)
