"""Texts that stand where a smelter's name is meant, and are none: the one list of them.

A placeholder, the name of a country, a metal or a program, recycled material, a number, broken letters.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from functools import lru_cache

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
    "mine", "same", "same as above", "ditto", "idem", "yes", "ok", "true", "false", "tbc", "refinery",
    "name", "company name", "worldwide", "asia", "europe", "africa", "in progress", "asdf", "qwerty", "k a",
    "vertraulich", "siehe anlage", "siehe anhang", "siehe liste", "nicht verfugbar", "nicht bekanntgegeben",
    "confidentiel", "voir annexe", "voir piece jointe", "voir liste", "non communique", "non divulgue",
    "non disponible", "confidencial", "ver anexo", "ver adjunto", "ver lista", "no divulgado",
    "no identificado", "nao divulgado", "nao identificado", "nao disponivel", "em anexo", "riservato",
    "vedi allegato", "non divulgato", "non identificato", "non disponibile", "gizli", "eke bakiniz", "ekte",
    "acıklanmadı", "belirtilmemis", "onbekend", "okand", "nieznany", "neznamy", "ismeretlen", "неизвестно",
    "our supplier",
    "unbekannt", "keine", "keine angabe", "keine angaben", "nicht bekannt", "nicht gelistet", "entfallt",
    "inconnu", "inconnue", "non connu", "aucun", "aucune", "non liste", "sans objet", "neant",
    "desconocido", "desconocida", "ninguno", "ninguna", "no aplica", "no listado", "no disponible",
    "desconhecido", "desconhecida", "nenhum", "nenhuma", "nao aplicavel", "nao listado", "nao informado",
    "sconosciuto", "sconosciuta", "nessuno", "nessuna", "non applicabile", "non elencato", "non noto",
    "bilinmiyor", "bilinmeyen", "yok", "listede yok",
    "未知", "不明", "不详", "不詳", "无", "無", "没有", "不适用", "不適用", "保密",
    "机密", "機密", "待定", "未列出", "冶炼厂未列出", "未提供", "无法提供", "無法提供", "未披露", "不公开",
    "不公開", "不知道", "未确认", "未確認", "待确认", "待確認", "调查中", "見附件", "见附件", "详见附件",
    "請參閱附件", "请参阅附件", "商业机密", "商業機密", "无冶炼厂", "无此冶炼厂", "無此冶煉廠",
    "請参照附件", "非開示", "非开示", "未识别", "測試", "测试",
    "調査中", "確認中", "未確定", "未回答", "添付参照", "別紙参照", "添付資料参照", "機密情報", "テスト",
    "회신 없음", "조사중", "조사 중", "확인중", "확인 중", "미정", "미확인", "기밀", "첨부 참조",
    "별첨 참조", "테스트",
    "なし", "該当なし", "非公開", "未定", "不開示", "リストにない", "精錬所不明",
    "없음", "알수없음", "알 수 없음", "미상", "해당없음", "해당 없음", "모름", "비공개",
)))  # fmt: skip
"""In the languages of the template."""

_SAYS_NOTHING = frozenset({
    "unknown", "unidentified", "undisclosed", "unspecified", "undetermined", "confidential",
    "confidentiality", "proprietary", "not", "no", "know", "attached", "attachment", "pending",
    "awaiting", "waiting", "various", "several", "multiple", "investigation", "test", "dummy", "sample",
})  # fmt: skip
"""A text of such a word and of words beside it is a remark: ``not disclosed by supplier``."""
_BESIDE_NOTHING = frozenset({
    "a", "and", "are", "as", "at", "been", "being", "business", "by", "can", "commercial", "company",
    "countries", "country", "currently", "data", "do", "due", "for", "from", "has", "have", "i", "in", "info",
    "information", "is", "it", "list", "location", "longer", "moment", "name", "names", "now", "of",
    "our", "or", "please", "refer", "refiner", "refiners", "refineries", "refinery", "reply", "response", "s",
    "secret", "see", "sheet", "smelter", "smelters", "source", "sources", "still", "supplier", "suppliers",
    "sure", "t", "that", "the", "their", "this", "time", "to", "under", "us", "vendor", "we", "who", "yet",
    "file", "excel", "additional", "separate", "document", "answer", "feedback", "customer", "manufacturer",
    "don", "dont",
    "answered", "applicable", "available", "confirmed", "determined", "disclosable", "disclose", "disclosed",
    "found", "given", "identifiable", "identified", "listed", "mentioned", "needed", "obtained", "provide",
    "provided", "received", "reported", "required", "share", "shared", "specified", "stated", "supplied",
    "traceable", "used", "verified",
})  # fmt: skip
"""No legal form, no place and no number: ``Unknown Metals Inc`` and ``No. 1 Smelter`` are names."""
_MANY_TIMES = re.compile(r"(?:n a|na)(?: (?:n a|na))+|x+|(\w)\1{3,}|(?:test|dummy|sample) ?\d+")
"""``N/A N/A``, ``xxxxx``, ``test 1``."""
_EXCEL_ERROR = re.compile(r"#(?:N/A|REF!|VALUE!|NAME\?|DIV/0!|NUM!|NULL!|SPILL!|CALC!|FIELD!)")

_PROGRAMMES = frozenset({
    "lbma", "lbma good delivery", "lbma good delivery list", "good delivery", "good delivery list", "rmi",
    "rmap", "rmi rmap", "cfsi", "cfsp", "eicc", "gesi", "eicc gesi", "rba", "rjc", "itsci", "itri", "tic",
    "ti cmc", "dmcc", "london bullion market association", "responsible minerals initiative",
    "responsible minerals assurance process", "responsible jewellery council",
    "conflict free sourcing initiative", "conflict free smelter program", "conformant", "rmap conformant",
    "conflict free", "active", "drc conflict free",
})  # fmt: skip
_METAL_WORDS = frozenset({
    "metal", "metals", "mineral", "minerals", "precious metal", "precious metals", "solder", "ore",
    "concentrate", "3t", "3tg", "3t g", "wolframite", "cassiterite", "columbite", "coltan",
    "columbite tantalite",
    *map(fold, (
        "Zinn", "Tantal", "Or", "Étain", "Tantale", "Tungstène", "Ouro", "Estanho", "Tântalo", "Tungsténio",
        "Oro", "Estaño", "Tantalio", "Tungsteno", "Stagno", "Altın", "Kalay", "金", "锡", "錫", "钽", "鉭",
        "钨", "鎢", "黄金", "スズ", "すず", "タンタル", "タングステン", "금", "주석", "탄탈륨", "텅스텐",
    )),
})  # fmt: skip
_FORMS = frozenset({
    "ore", "ores", "concentrate", "concentrates", "bar", "bars", "ingot", "ingots", "wire", "wires", "paste",
    "plating", "plated", "pure", "solder",
})  # fmt: skip
"""What stands beside a metal where the material is named: ``solder paste``, ``99.9 % tin``."""
_RECYCLED = frozenset(map(fold, (
    "recycled", "recycling", "recycle", "recycler", "scrap", "scraps", "recycelt", "recyclé", "recyclage",
    "Schrott", "ferraille", "reciclado", "reciclagem", "reciclaje", "chatarra", "sucata", "rottame",
    "rottami", "riciclato", "hurda", "回收", "再生", "废料", "廢料", "回收料", "再生料", "リサイクル",
    "スクラップ", "再生材", "廃材", "재활용", "스크랩",
)))  # fmt: skip
_COUNTRIES = frozenset(map(fold, (
    "Korea", "America", "中国", "中國", "中国大陆", "日本", "韩国", "韓國", "韓国", "美国", "美國", "米国",
    "台湾", "台灣", "德国", "德國", "ドイツ", "한국", "대한민국", "중국", "일본", "미국", "독일", "대만",
)))  # fmt: skip
"""Names of countries that the table does not have, since in a column of countries they are asked about."""
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
_BETWEEN_BUT_SLASH = re.compile(r"[,;()\[\]:|]| - | – ")
"""``N/A (recycled)`` has two parts."""
_BETWEEN = re.compile(r"[,;/()\[\]:|]| - | – ")
_SHORT_COUNTRIES = frozenset({"usa", "uk", "uae", "prc", "drc"})
_LETTERS_OF_A_CODE = 3
"""A name of as few letters may be a company's, though it is the code of a country."""


@lru_cache(maxsize=20_000)  # the lists of the years have much the same names
def why_no_facility(name: str, country_code: Callable[[str], str | None]) -> NoFacility | None:
    """What the text is instead of a facility's name; None where it may be one.

    ``country_code`` gives the code of a country by any of its spellings, None for other texts.
    """
    if _EXCEL_ERROR.fullmatch(name.strip()):
        return NoFacility.PLACEHOLDER
    if _BROKEN.search(name):
        return NoFacility.BROKEN
    if found := _why_whole(name, country_code):
        return found
    for between in (_BETWEEN, _BETWEEN_BUT_SLASH):
        parts = between.split(name)
        if len(parts) == 1:
            continue  # the whole, which has been asked about
        each = [_why_whole(part, country_code) for part in parts if part.strip()]
        if all(each):
            return NoFacility.PLACEHOLDER if NoFacility.PLACEHOLDER in each else each[0]
    return None


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
    if folded in _PROGRAMMES or words <= _PROGRAMMES:
        return NoFacility.PROGRAMME
    if folded in _METAL_WORDS or (len(words) <= 2 and _is_metal(folded)) or _is_material(folded):
        return NoFacility.METAL
    if folded in _COUNTRIES:
        return NoFacility.COUNTRY
    is_code = len(folded) <= _LETTERS_OF_A_CODE and folded not in _SHORT_COUNTRIES
    return NoFacility.COUNTRY if not is_code and country_code(name) else None


def _is_metal(folded: str) -> bool:
    """Whether every word is that of a metal: ``gold``, ``tin sn``."""
    return all(metals_in(word) for word in folded.split())


def _is_material(folded: str) -> bool:
    """Whether the words are a metal and its form: ``gold wire``, ``solder paste``, ``99 9 tin``."""
    words = folded.split()
    metals = [word for word in words if not word.isdecimal() and word not in _FORMS]
    if not set(words) & _FORMS and len(metals) == len(words):
        return False
    return _is_metal(" ".join(metals)) if metals else "solder" in words


def is_placeholder(text: str) -> bool:
    """Whether the text stands for an answer that is not given: ``n/a``, ``unknown``, a dash, nothing."""
    folded = fold(text)
    words = set(folded.split())
    return (
        folded in _PLACEHOLDERS
        or folded.replace(" ", "") in _PLACEHOLDERS
        or bool(words & _SAYS_NOTHING and words <= _SAYS_NOTHING | _BESIDE_NOTHING)
        or _MANY_TIMES.fullmatch(folded) is not None
    )


def is_broken(name: str) -> bool:
    """Whether letters of the text were lost for good (U+FFFD)."""
    return "\ufffd" in name
