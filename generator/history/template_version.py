"""The questionnaire that suppliers were sent, and its version."""

from __future__ import annotations

import re
from collections.abc import Sequence

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


def template_of(passages: Sequence[Passage], year: int, into: Gathered) -> None:
    """Keeps ``survey.tool``, its abbreviation and its version, as far as the report names them."""
    found = []
    for passage in passages:
        for form in _FORMS:
            for one in form.finditer(passage.text):
                if not _OTHER_TOOL.search(one[0]):
                    found.append(Candidate(one["version"], passage))
    version = chosen(found, ("survey", "tool_version"), "the version of the template", into)
    for path, words in (("tool", _NAME), ("tool_abbreviation", _SHORT)):
        told = next(
            (
                one
                for one in passages
                if re.search(rf"\b{words}s?\b", one.text, re.I if path == "tool" else 0)
            ),
            None,
        )
        if told is not None and (version or path):
            into.know(("survey", path), words, told)
