"""Every code is used, and named like its check. That each is documented, ``tests/explain`` holds."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

from generator.checks.catalogue import CHECKS
from generator.findings import Rule, catalogue
from generator.findings.catalogue import RETIRED, rules

CONSTANTS = {name: rule for name, rule in vars(catalogue).items() if isinstance(rule, Rule)}


def test_no_code_is_given_twice_or_given_again() -> None:
    codes = [rule.code for rule in CONSTANTS.values()]
    assert len(codes) > 150
    assert len(set(codes)) == len(codes) == len(rules())
    assert RETIRED.isdisjoint(codes)


def test_every_code_is_used_outside_the_catalogue(repo: Path) -> None:
    used = {
        word
        for path in (repo / "generator").rglob("*.py")
        if path != Path(catalogue.__file__)
        for word in re.findall(r"\w+", path.read_text(encoding="utf-8"))
    }
    assert CONSTANTS.keys() - used == set()


def test_each_check_says_the_code_that_bears_its_name() -> None:
    for check in CHECKS:
        assert check.run.__name__ == check.rule.name
        assert check.rule.code in (inspect.getdoc(check.run) or ""), check.rule.name
