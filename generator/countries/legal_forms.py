"""Legal forms of companies as they stand in names, and the words of a name without them.

Source: the forms' own names in the company laws of the countries; the list is for recognising names, not for
telling what a company is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_WRITTEN = """
ltd limited | co company | inc incorporated | corp corporation | llc | llp | lp | plc | pllc
limited liability company | public limited company | limited partnership | joint stock company
gmbh | mbh | gesellschaft mit beschrankter haftung | gesellschaft m b h | ag aktiengesellschaft
kg kommanditgesellschaft | kgaa | ohg | ug | se | ek | ev | gesmbh
sa | societe anonyme | sociedad anonima | sociedade anonima | sas | sasu | sarl | eurl | snc
societe a responsabilite limitee | societe par actions simplifiee | spa | societa per azioni | srl | srls
societa a responsabilita limitata | sapi | sl | slu | sau | sociedad limitada | de cv
sa de cv | s de rl de cv | sab de cv | de rl de cv | ltda limitada | eireli
bv | besloten vennootschap | nv | naamloze vennootschap | bvba
ab aktiebolag | as | asa | aksjeselskap | aktieselskab | aps anpartsselskab | oy osakeyhtio | oyj
zoo | sp zoo | sp z o o | spolka zoo | spolka z ograniczona odpowiedzialnoscia | spolka akcyjna | sp k
sro | spol sro | kft | zrt | nyrt | doo | dd | ad | eood | ood
jsc | ojsc | pjsc | cjsc | ooo | oao | zao | pao | ооо | оао | зао | пао
anonim sirketi | limited sirketi | sti sirketi | ltd sti | tic | san
pt | tbk | sdn | bhd berhad | sdn bhd | pte | pty proprietary | pvt private | private limited
kk | kabushiki kaisha | kabushikigaisha | gk | godo kaisha | yugen kaisha
cong ty tnhh | cong ty co phan | tnhh | dmcc | fze | fzco | group
"""
WORDS = frozenset(word for word in re.findall(r"\w+", _WRITTEN) if len(word) > 1)
"""Words that legal forms are made of, without accents."""
JOINED = frozenset(
    form
    for entry in re.split(r"[|\n]", _WRITTEN)
    for form in ({entry.replace(" ", "")} | (set(entry.split()) if entry.strip().count(" ") == 1 else set()))
    if form
)
"""Each form without blanks, case and accents: ``spzoo``. Two words of one entry are two spellings."""
SAME_FORMS = {
    word: tuple(other for other in entry.split() if other != word)
    for entry in re.split(r"[|\n]", _WRITTEN)
    if len(entry.split()) == len(("inc", "incorporated"))
    for word in entry.split()
}
"""Each form of one word to the other spelling of it: ``corp`` to ``corporation``."""
PLAIN_WORDS_TOO = frozenset({
    "ad", "as", "co", "company", "de", "dd", "ek", "ev", "group", "limited", "lp", "private", "proprietary",
    "san", "sa", "sau", "se", "sl", "spa", "tic", "ug", "ab", "ag", "pt",
})  # fmt: skip
"""Forms that are words, or parts of words, of some language: in small letters they say nothing."""
ASIAN = re.compile(
    "株式会社|有限会社|合同会社|合資会社|㈱|㈲|（株）|\\(株\\)|（有）|\\(有\\)|股份有限公司|有限责任公司|有限責任公司|有限公司"
    "|주식회사|유한회사|㈜|\\(주\\)|（주）"
)
_BEFORE = frozenset({
    "pt", "ooo", "oao", "zao", "pao", "ооо", "оао", "зао", "пао", "the", "firma", "kabushiki",
    "congtytnhh", "congtycophan",
})  # fmt: skip
_MOST_WORDS = 6


_TYPED_OTHERWISE = {"gmbh": "GmbH", "kgaa": "KGaA", "mbh": "mbH", "plc": "plc"}
_NO_SENTENCE_HAS = PLAIN_WORDS_TOO - {"ag", "co", "company", "limited", "sa", "se"}
_SHORT = 4


def _typed(form: str) -> str:
    """A form with capitals, where it is short also with points: ``Inc``, ``S.A``."""
    capitals = r"\.?".join(form.upper()) if len(form) <= _SHORT else form.upper()
    return "|".join(filter(None, (capitals, form.capitalize(), _TYPED_OTHERWISE.get(form))))


TYPED = "|".join(_typed(form) for form in sorted(WORDS & JOINED - _NO_SENTENCE_HAS, key=len, reverse=True))
"""Forms of one word as sentences have them, as an expression; without those that a sentence has as words."""


def without_legal_form(
    words: Sequence[str], joiner: str = "&", *, keep: frozenset[str] = frozenset()
) -> list[str]:
    """Folded words of a name without its legal forms; all of them where nothing else is left.

    A ``joiner`` that then stands at the end goes too: ``Example & Co. KG`` is ``Example``. Forms to ``keep``
    are counted among the other words.
    """
    left = list(words)
    for number in range(_MOST_WORDS, 0, -1):
        if len(left) > number and "".join(left[:number]) in _BEFORE:
            left = left[number:]
    while number := _words_at_the_end(left, keep):
        left = left[:-number]
        while len(left) > 1 and left[-1] == joiner:
            left.pop()
    return left


def _words_at_the_end(words: Sequence[str], keep: frozenset[str]) -> int:
    """How many words at the end are one legal form; 0 where there is none, or nothing else."""
    longest = min(_MOST_WORDS, len(words) - 1)
    return next((n for n in range(longest, 0, -1) if "".join(words[-n:]) in JOINED - keep), 0)
