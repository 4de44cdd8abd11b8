"""The last look at a PDF before it is offered: does it keep to PDF/UA-1 and PDF/A-2a?"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import page

_PROFILES = {"PDF/UA-1": "ua1", "PDF/A-2a": "2a"}
_LIMITS = page.SafetyLimits.unlimited()
"""The checker's own limits are meant for files of strangers; its limit of rows is below a long list's."""


def broken_rules(content: bytes) -> list[str]:
    """The rules that the file breaks, each once with what the checker says; empty where it conforms."""
    with ThreadPoolExecutor(max_workers=len(_PROFILES)) as pool:
        found = list(pool.map(lambda name: _broken(content, name), _PROFILES))
    return list(dict.fromkeys(rule for rules in found for rule in rules))


def _broken(content: bytes, name: str) -> list[str]:
    report = page.validate_pdf_bytes(content, profile=_PROFILES[name], limits=_LIMITS)
    return [f"{name}, {failure.rule_id}: {failure.message}" for failure in report.failures]
