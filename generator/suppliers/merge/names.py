"""Names of smelters and companies without what tells little. They are alike, and never joined by that."""

from __future__ import annotations

import re
from functools import lru_cache

from ...model import UNKNOWN_COUNTRY
from ...model.folding import fold
from .directory import FindCountry

_LEGAL_FORMS = frozenset({
    "ab", "ag", "as", "bhd", "bv", "co", "company", "corp", "corporation", "dmcc", "fze", "gmbh", "group",
    "inc", "incorporated", "jsc", "kg", "kk", "limited", "llc", "ltd", "ltda", "nv", "ojsc", "oy", "pjsc",
    "plc", "pt", "pte", "pty", "pvt", "sa", "sas", "sdn", "sp", "spa", "srl", "zoo",
})  # fmt: skip


_BRACKETED = re.compile(r"[(\[（【][^)\]）】]*[)\]）】]")
_ASIAN_FORMS = re.compile(
    "株式会社|有限会社|合同会社|合資会社|㈱|㈲|（株）|\\(株\\)|股份有限公司|有限责任公司|有限責任公司|有限公司|주식회사|유한회사|㈜"
)


@lru_cache(maxsize=1 << 16)
def essence(name: str) -> str:
    """A folded name without legal forms, brackets and single letters, for suggestions only."""
    plain = _ASIAN_FORMS.sub(" ", name)
    words = fold(_BRACKETED.sub(" ", plain)).split() or fold(plain).split() or fold(name).split()
    telling = [word for word in words if word not in _LEGAL_FORMS and (len(word) > 1 or word.isdigit())]
    return " ".join(telling or words)


def same_country(one: str, other: str, find_country: FindCountry) -> bool | None:
    """None where either is not known."""
    if UNKNOWN_COUNTRY in (one, other) or not one or not other:
        return None
    return (find_country(one) or fold(one)) == (find_country(other) or fold(other))
