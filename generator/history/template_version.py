"""The questionnaire that suppliers were sent, and its version."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..model import Passage
from .choose import Candidate, chosen
from .stated import Gathered

_NAME = "Conflict Minerals Reporting Template"
_SHORT = "CMRT"
_TOOL = rf"(?:{_SHORT}|{_NAME})"
_VERSION = r"(?P<version>\d+(?:\.\d+)+)(?P<more>,? (?:or|and) (?:higher|later|above|newer))?"
_WORD = r"(?:versions?|revisions?|releases?|rev\.|ver\.|v\.?)"
_FORMS = (
    re.compile(rf"\b{_TOOL}s?\b[^.;]{{0,60}}?\b{_WORD} ?{_VERSION}", re.I),
    re.compile(
        rf"\b{_WORD} ?{_VERSION} of (?:the|its|RMI['’]s|CFSI['’]s)? ?(?:[\w’'“”()-]+ ){{0,8}}?{_TOOL}\b", re.I
    ),
    re.compile(rf"\b{_TOOL}[”\")]* ?[,(]? ?{_VERSION}(?![\d%])", re.I),
)
_OTHER_TOOL = re.compile(r"\b(?:EMRT|AMRT|PRT|Extended Minerals|Additional Minerals)\b", re.I)


def template_of(passages: Sequence[Passage], into: Gathered) -> None:
    """Keeps ``survey.tool``, its abbreviation and its version, as far as the report names them."""
    chosen(list(_versions(passages)), ("survey", "tool_version"), "the version of the template", into)
    for entry, words, flag in (("tool", _NAME, re.I), ("tool_abbreviation", _SHORT, re.NOFLAG)):
        named = re.compile(rf"\b{words}s?\b", flag)
        told = next((one for one in passages if named.search(one.text)), None)
        if told is not None:
            into.know(("survey", entry), words, told)


def _versions(passages: Sequence[Passage]) -> Iterator[Candidate]:
    """Where a version of this template stands, and of no other one."""
    for passage in passages:
        for form in _FORMS:
            for found in form.finditer(passage.text):
                if not _OTHER_TOOL.search(found[0]):
                    yield Candidate(found["version"], passage)
