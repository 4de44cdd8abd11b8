"""Minerals by the names that suppliers and lists write: the four metals of the rule, and all others.

``Metal`` stays the four that are counted; every other one is an ``OtherMineral``, and so no figure of Form SD
can take it in. Names stand here as RMI's templates and lists spell them, in the languages that these have.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from ..model import Metal, Mineral, OtherMineral

COBALT, COPPER, GRAPHITE = OtherMineral("Cobalt"), OtherMineral("Copper"), OtherMineral("Graphite")
LITHIUM, MICA, NICKEL = OtherMineral("Lithium"), OtherMineral("Mica"), OtherMineral("Nickel")

EMRT_MINERALS = (COBALT, COPPER, GRAPHITE, LITHIUM, MICA, NICKEL)
"""Those that an EMRT of 2.x offers; the AMRT is for all others."""

_METAL_NAMES: dict[Metal, str] = {
    Metal.TANTALUM: "Tantalum|Ta|钽|鉭|タンタル|탄탈륨|탄탈럼|탄탈|Tantale|Tântalo|Tantalo|Tantal|Tantalio",
    Metal.TIN: "Tin|Sn|锡|錫|スズ|すず|주석|Étain|Estanho|Zinn|Estaño|Stagno|Kalay",
    Metal.GOLD: "Gold|Au|金|금|Or|Ouro|Oro|Altın",
    Metal.TUNGSTEN:
        "Tungsten|W|钨|鎢|タングステン|텅스텐|Tungstène|Tungsténio|Tungstênio|Wolfram|Tungsteno|Volfram",
}  # fmt: skip
_OTHER_NAMES: dict[OtherMineral, str] = {
    COBALT: "Cobalt|Co|钴|鈷|コバルト|코발트|Kobalt|Cobalto",
    COPPER: "Copper|Cu|铜|銅|구리|동|Cuivre|Kupfer|Cobre|Rame",
    GRAPHITE: "Graphite|Natural Graphite|石墨|黒鉛|グラファイト|흑연|Graphit|Grafito|Grafite",
    LITHIUM: "Lithium|Li|锂|鋰|リチウム|리튬|Litio|Lítio",
    MICA: "Mica|Natural Mica|云母|雲母|マイカ|운모|Glimmer",
    NICKEL: "Nickel|Ni|镍|鎳|ニッケル|니켈|Níquel|Nichel",
    OtherMineral("Aluminum"):
        "Aluminum|Aluminium|Al|Bauxite|铝|鋁|アルミニウム|알루미늄|Aluminio|Alumínio|Alluminio",
    OtherMineral("Chromium"): "Chromium|Chrome|Cr|铬|鉻|クロム|크롬|Chrom|Cromo",
    OtherMineral("Iridium"): "Iridium|Ir|铱|銥|イリジウム|이리듐|Iridio",
    OtherMineral("Lime"): "Lime|石灰|석회|Chaux|Kalk|Cal",
    OtherMineral("Magnesium"): "Magnesium|Mg|镁|鎂|マグネシウム|마그네슘|Magnesio|Magnésio",
    OtherMineral("Manganese"): "Manganese|Mn|锰|錳|マンガン|망간|Manganèse|Mangan|Manganeso|Manganês",
    OtherMineral("Molybdenum"): "Molybdenum|Mo|钼|鉬|モリブデン|몰리브덴|Molybdène|Molybdän|Molibdeno",
    OtherMineral("Palladium"): "Palladium|Pd|钯|鈀|パラジウム|팔라듐|Paladio|Paládio|Palladio",
    OtherMineral("Platinum"):
        "Platinum|Pt|铂|鉑|白金|プラチナ|백금|Platine|Platin|Platino|Platina",
    OtherMineral("Rare Earth Elements"):
        "Rare Earth Elements|Rare Earths|Rare Earth|REE|稀土|稀土元素|希土類|レアアース|희토류|Terres rares"
        "|Seltene Erden",
    OtherMineral("Rhodium"): "Rhodium|Rh|铑|銠|ロジウム|로듐|Rodio|Ródio",
    OtherMineral("Ruthenium"): "Ruthenium|Ru|钌|釕|ルテニウム|루테늄|Rutenio|Rutênio",
    OtherMineral("Silver"): "Silver|Ag|银|銀|은|Argent|Silber|Plata|Prata|Argento",
    OtherMineral("Soda Ash"): "Soda Ash|纯碱|ソーダ灰|소다회|Carbonate de soude|Soda",
    OtherMineral("Steel"): "Steel|钢|鋼|강철|Acier|Stahl|Acero|Aço",
    OtherMineral("Titanium"): "Titanium|Ti|钛|鈦|チタン|티타늄|Titane|Titan|Titanio|Titânio",
    OtherMineral("Vanadium"): "Vanadium|V|钒|釩|バナジウム|바나듐|Vanadio|Vanádio",
    OtherMineral("Zinc"): "Zinc|Zn|锌|鋅|亜鉛|아연|Zink|Zinco",
}  # fmt: skip

KNOWN = tuple(_OTHER_NAMES)
"""Minerals beside the four that RMI's templates and lists name, as they name them in English."""

_MARK = re.compile(r"[\s:]*[(（]\s*\*\s*[)）]")
_SYMBOL = re.compile(r"(.+?)\s*[(（]\s*[A-Za-z]{1,3}\s*[)）]|[A-Za-z]{1,2}\s*[-–]\s*(.+)")
"""``Cobalt (Co)`` and ``Co - Cobalt``."""


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


_NAMES: tuple[tuple[Mineral, str], ...] = (*_METAL_NAMES.items(), *_OTHER_NAMES.items())
_BY_NAME: dict[str, Mineral] = {
    _folded(name): mineral for mineral, names in _NAMES for name in names.split("|")
}
_BY_SPELLING: dict[str, Mineral] = {mineral: mineral for mineral in (*Metal, *KNOWN)}


def mineral_named(text: str) -> Mineral | None:
    """The mineral of a cell or a label, in any language of the templates; None where it is none known here.

    ``(*)`` behind it is the template's mark of a required field, ``(Co)`` its symbol.
    """
    return _BY_SPELLING.get(text) or _named(text)


@lru_cache(maxsize=1 << 12)
def _named(text: str) -> Mineral | None:
    plain = without_mark(text)
    if found := _BY_NAME.get(_folded(plain)):
        return found
    parts = _SYMBOL.fullmatch(plain)
    return _BY_NAME.get(_folded(parts[1] or parts[2])) if parts else None


def without_mark(text: str) -> str:
    """A label without the ``(*)`` that the template's formulas put behind it."""
    return " ".join(_MARK.sub("", text).split())


def mineral_of(text: str) -> Mineral:
    """The mineral of a text that is one, known or not: what nobody knows keeps its own words."""
    return mineral_named(text) or OtherMineral(_as_name(without_mark(text)))


def _as_name(text: str) -> str:
    """One spelling for ``cerium`` and ``CERIUM``; a text with other signs stays as it is."""
    return text.capitalize() if text.isascii() and text.isalpha() else text


def is_of_rule(mineral: Mineral | None) -> bool:
    """Whether it is one of the four of the rule."""
    return isinstance(mineral, Metal)


def mineral_order(mineral: Mineral) -> tuple[int, str]:
    """The four as filers list them, then the others by their names."""
    return (
        (list(Metal).index(mineral), "") if isinstance(mineral, Metal) else (len(Metal), mineral.casefold())
    )


def is_key_of_rule(key: str) -> bool:
    """Whether the key of a row is that of one of the four metals."""
    return any(key.startswith(f"{metal} ") for metal in Metal)


def of_key(key: str, more: Iterable[Mineral] = ()) -> Mineral | None:
    """The mineral with which the key of a row begins; None where it begins with none.

    ``more`` are those that nobody knows here. The longest name counts.
    """
    found = [one for one in (*Metal, *KNOWN, *more) if key.startswith(f"{one} ")]
    return max(found, key=len) if found else None


def several_in(text: str) -> tuple[Mineral, ...]:
    """The known minerals that one cell names, where it names more than one: ``Ni / Co``."""
    if mineral_named(text):
        return ()
    parts = re.split(r"[/,;+&、，；]|\band\b|\bund\b|\bet\b", without_mark(text))
    named = dict.fromkeys(one for part in parts if (one := mineral_named(part)))
    return tuple(named) if len(named) > 1 else ()
