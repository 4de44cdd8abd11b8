"""Settings with other values: what people wrote around a value stays where its entry does."""

from __future__ import annotations

import pytest
import yaml

from generator.files.yaml_cut import Path, with_values

TEXT = """\
# On top
first:   # about first
  word: 5   # five, by Ina
  folded: >-
    some text
    more: text

  # before several
  several: [1, 2,
      3]  # behind several
  lines:
    # inside lines
    - x
    - {s: 1, t: 2}  # inside too
  # after lines
flow: {g: 1, h: "x"}  # behind flow
rows:
- m: 1
  n: |
    block # no comment

    text
# about last
last: end"""


def cut(text: str, *paths: Path, **values: str) -> str:
    found, has_comments = with_values(text, dict.fromkeys(paths) | {(k,): v for k, v in values.items()})
    assert has_comments
    return found


@pytest.mark.parametrize(
    ("path", "gone", "stays"),
    [
        (("first", "word"), ["5   #"], ["  word:   # five, by Ina"]),
        (("first", "folded"), ["some text", "more: text"], ["  folded:\n", "  # before several"]),
        (("first", "several"), ["[1, 2", "3]"], ["  several:  # behind several"]),
        (("first", "lines"), ["- x", "{s: 1"], ["  lines:\n    # inside lines\n  # after lines\n"]),
        (("flow", "g"), ["g: 1"], ['flow: {g: , h: "x"}  # behind flow']),
        (("rows", "*", "n"), ["block", "\n    text"], ["- m: 1\n  n:\n", "# about last\nlast: end"]),
        (("rows",), ["m: 1", "block"], ["rows:\n# about last"]),
        (("last",), ["end"], ["# about last\nlast:"]),
    ],
)
def test_a_value_goes_and_what_stands_around_it_stays(path: Path, gone: list[str], stays: list[str]) -> None:
    found = cut(TEXT, path)
    assert [part for part in gone if part in found] == []
    assert [part for part in stays if part not in found] == []


def test_all_at_once_leaves_only_names_and_comments() -> None:
    names = ("word", "folded", "several", "lines")
    found = cut(TEXT, *(("first", name) for name in names), ("flow", "*"), ("rows",), last="new")
    assert yaml.safe_load(found) == {
        "first": dict.fromkeys(names),
        "flow": {"g": None, "h": None},
        "rows": None,
        "last": "new",
    }
    assert found.startswith("# On top\nfirst:   # about first\n")


@pytest.mark.parametrize("text", ["state:\n", "state: final\n", "state: 'final' # so\n", "{state: final}\n"])
def test_a_value_may_be_another_one(text: str) -> None:
    assert yaml.safe_load(cut(text, state="draft")) == {"state": "draft"}


def test_an_entry_may_go_as_a_whole() -> None:
    found, _ = with_values(TEXT, {}, without=["first", "flow"])
    assert yaml.safe_load(found).keys() == {"rows", "last"}


def test_a_path_that_is_not_there_changes_nothing() -> None:
    assert cut(TEXT, ("first", "other"), ("nothing",), ("last", "below")) == TEXT


@pytest.mark.parametrize(
    "text", ["a: &x\n  b: 1\n  d: 2\nc: *x\n", "base: &x {b: 1}\nc:\n  <<: *x\n  b: 3\n"]
)
def test_where_values_are_shared_the_settings_are_written_anew_and_it_is_said(text: str) -> None:
    found, has_comments = with_values(text, {("c", "b"): None})
    before = yaml.load(text, Loader=yaml.BaseLoader)
    after = yaml.load(found, Loader=yaml.BaseLoader)
    if not has_comments:
        assert after["c"] == before["c"] | {"b": ""}
    assert after["c"]["b"] == ""
    assert {name: after[name] for name in after if name != "c"} == {
        name: before[name] for name in before if name != "c"
    }
