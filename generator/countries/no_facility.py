"""Texts that stand where a smelter's name is meant, and are none: the one list of them.

A placeholder, the name of a country, a metal or a program, recycled material, a number, broken letters.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum

from ..model.folding import fold
from ..model.words import metals_in


class NoFacility(StrEnum):
    """What a text is, if it is no facility's name."""

    PLACEHOLDER = "a placeholder"
    COUNTRY = "the name of a country"
    METAL = "the name of a metal"
    PROGRAMME = "the name of a program"
    RECYCLED = "a word for recycled material"
    NUMBER = "a number"
    BROKEN = "broken text"


_PLACEHOLDERS = frozenset(map(fold, (
    "", "unknown", "not known", "unknown smelter", "smelter unknown", "unknown refiner", "unidentified",
    "not identified", "not yet identified", "smelter not identified", "smelter not yet identified",
    "smelter not listed", "not listed", "refiner not listed", "n a", "na", "not applicable", "nil", "none",
    "null", "nan", "no", "no smelter", "tbd", "tba", "to be determined", "to be advised", "to be confirmed",
    "pending", "test", "testing", "dummy", "sample", "example", "xxx", "xx", "x", "see attached",
    "see attachment", "see attached list", "see list", "see below", "attached", "as attached",
    "refer to attached",
    "not disclosed", "undisclosed", "not disclosable", "confidential", "proprietary", "withheld",
    "trade secret", "secret", "various", "various smelters", "several", "multiple", "many", "other", "others",
    "miscellaneous", "misc", "not available", "unavailable", "not supplied", "not provided", "not reported",
    "not specified", "unspecified", "not stated", "not given", "no information", "no data", "no answer",
    "not traceable", "untraceable", "undetermined", "indeterminable", "smelter", "refiner", "smelters",
    "smelter or refiner", "smelter name", "smelter look up", "supplier", "manufacturer", "distributor",
    "mine", "same", "same as above", "ditto", "idem", "yes",
    "unbekannt", "keine", "keine angabe", "keine angaben", "nicht bekannt", "nicht gelistet", "entfallt",
    "inconnu", "inconnue", "non connu", "aucun", "aucune", "non liste", "sans objet", "neant",
    "desconocido", "desconocida", "ninguno", "ninguna", "no aplica", "no listado", "no disponible",
    "desconhecido", "desconhecida", "nenhum", "nenhuma", "nao aplicavel", "nao listado", "nao informado",
    "sconosciuto", "sconosciuta", "nessuno", "nessuna", "non applicabile", "non elencato", "non noto",
    "bilinmiyor", "bilinmeyen", "yok", "listede yok",
    "未知", "不明", "不详", "不詳", "无", "無", "没有", "不适用", "不適用", "保密",
    "机密", "待定", "未列出", "冶炼厂未列出",
    "なし", "該当なし", "非公開", "未定", "不開示", "リストにない", "精錬所不明",
    "없음", "알수없음", "알 수 없음", "미상", "해당없음", "해당 없음", "모름", "비공개",
)))  # fmt: skip
"""In the languages of the template."""

_PROGRAMMES = frozenset({
    "lbma", "lbma good delivery", "lbma good delivery list", "good delivery", "good delivery list", "rmi",
    "rmap", "rmi rmap", "cfsi", "cfsp", "eicc", "gesi", "eicc gesi", "rba", "rjc", "itsci", "itri", "tic",
    "ti cmc", "dmcc", "london bullion market association", "responsible minerals initiative",
    "responsible minerals assurance process", "responsible jewellery council",
    "conflict free sourcing initiative", "conflict free smelter program", "conformant", "rmap conformant",
    "conflict free", "active",
})  # fmt: skip
_METAL_WORDS = frozenset({
    "metal", "metals", "mineral", "minerals", "precious metal", "precious metals", "solder", "ore",
    "concentrate", "3t", "3tg", "3t g", "wolframite", "cassiterite", "columbite", "coltan",
    "columbite tantalite",
})  # fmt: skip
_RECYCLED = frozenset({"recycled", "recycling", "recycle", "recycler", "scrap", "scraps"})
_BESIDE_RECYCLED = frozenset({
    "metal", "metals", "material", "materials", "source", "sources", "from", "only", "and", "or", "100",
    "percent", "all", "secondary", "product", "products",
})  # fmt: skip
_BROKEN = re.compile(
    "\ufffd"  # the mark for letters that were lost
    r"|\?\?"  # letters that a system could not write
    r"|&(?:amp|lt|gt|quot|apos|nbsp|#\d{2,5}|#x[0-9a-fA-F]{2,4});"
    "|[ÃÂ][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
    "|â€|ï¿½|Ð[\u0080-\u00bf]Ð"  # UTF-8 that was read as another encoding
)
_BETWEEN = re.compile(r"[,;/()\[\]:|]| - | – ")
_SHORT_COUNTRIES = frozenset({"usa", "uk", "uae", "prc", "drc"})
_LETTERS_OF_A_CODE = 3
"""A name of as few letters may be a company's, though it is the code of a country."""


def why_no_facility(name: str, country_code: Callable[[str], str | None]) -> NoFacility | None:
    """What the text is instead of a facility's name; None where it may be one.

    ``country_code`` gives the code of a country by any of its spellings, None for other texts.
    """
    if _BROKEN.search(name):
        return NoFacility.BROKEN
    if found := _why_whole(name, country_code):
        return found
    parts = [part for part in _BETWEEN.split(name) if part.strip()]
    each = [_why_whole(part, country_code) for part in parts]
    return NoFacility.PLACEHOLDER if NoFacility.PLACEHOLDER in each and all(each) else None


def _why_whole(name: str, country_code: Callable[[str], str | None]) -> NoFacility | None:
    """The same for a text as a whole, such as ``see attached``, not ``unknown, China``."""
    if is_placeholder(name):
        return NoFacility.PLACEHOLDER
    folded = fold(name)
    words = set(folded.split())
    if folded.replace(" ", "").isdecimal():
        return NoFacility.NUMBER
    if words & _RECYCLED and words <= _RECYCLED | _BESIDE_RECYCLED:
        return NoFacility.RECYCLED
    if folded in _PROGRAMMES:
        return NoFacility.PROGRAMME
    if folded in _METAL_WORDS or (len(words) <= 2 and _is_metal(folded)):
        return NoFacility.METAL
    is_code = len(folded) <= _LETTERS_OF_A_CODE and folded not in _SHORT_COUNTRIES
    return NoFacility.COUNTRY if not is_code and country_code(name) else None


def _is_metal(folded: str) -> bool:
    """Whether every word is that of a metal: ``gold``, ``tin sn``."""
    return all(metals_in(word) for word in folded.split())


def is_placeholder(text: str) -> bool:
    """Whether the text stands for an answer that is not given: ``n/a``, ``unknown``, a dash, nothing."""
    folded = fold(text)
    return folded in _PLACEHOLDERS or folded.replace(" ", "") in _PLACEHOLDERS


def is_broken(name: str) -> bool:
    """Whether letters of the text were lost for good (U+FFFD)."""
    return "\ufffd" in name
