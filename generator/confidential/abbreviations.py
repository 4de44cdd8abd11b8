"""Words of companies' names that people shorten or write out, and a legal form in the middle of a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, combinations, product

from ..countries.legal_forms import PLAIN_WORDS_TOO, SAME_FORMS

_WRITTEN = """
manufacturing mfg manuf manufg | manufacturer mfr | international intl | technologies technology tech techs
technical tech | industries industry ind inds | industrial ind | electronics electronic elec electr
electric elec | electrical elec elect | engineering eng engg engrg | products product prod prods
production prod | systems system sys syst | brothers bros | associates assoc assocs
enterprises enterprise ent | machinery mach | mechanical mech | chemical chem | chemicals chem
pharmaceuticals pharma pharm | services service svc svcs serv | solutions solution sol soln
components component comp comps | national natl | university univ | laboratories laboratory labs lab
distribution dist distr | equipment equip eqpt | materials material mat matls | american amer | america amer
european eur | holdings holding hldgs hldg | management mgmt mgt | development dev | research res
instruments instrument instr inst | semiconductor semi | semiconductors semi | communications comm
optical opt | automation autom | automotive auto | precision prec | plastics plastic plas | saint st
mount mt | center centre ctr | trading trdg | elektronik elektr | elektrotechnik elektrotech
gebruder gebr gebrueder | nachfolger nachf | etablissements ets | fratelli flli | societe ste
compagnie cie
"""


def _by_word() -> dict[str, tuple[str, ...]]:
    """Each word to the others of its entries; where it is a short one, to those that it may stand for."""
    found: dict[str, dict[str, None]] = {}
    for entry in re.split(r"[|\n]", _WRITTEN):
        words = entry.split()
        for one in words:
            found.setdefault(one, {}).update((other, None) for other in words if other != one)
    return {one: tuple(others) for one, others in found.items()}


_OTHERS = _by_word()
_MOST_AT_ONCE = 2
"""Words of one name that are written otherwise at the same time."""


def other_words(words: Sequence[str]) -> Iterator[list[str]]:
    """The words, and with one or two of them in another form; without a legal form inside."""
    ways = [_ways(word, is_inside=0 < at < len(words) - 1) for at, word in enumerate(words)]
    places = [at for at, some in enumerate(ways) if some]
    yield list(words)
    for some in chain.from_iterable(combinations(places, number + 1) for number in range(_MOST_AT_ONCE)):
        for chosen in product(*(ways[at] for at in some)):
            changed = dict(zip(some, chosen, strict=True))
            yield [one for at, word in enumerate(words) if (one := changed.get(at, word))]


def _ways(word: str, *, is_inside: bool) -> tuple[str, ...]:
    """The other ways to write it; an empty one leaves it out."""
    others = _OTHERS.get(word, ())
    if is_inside and word in SAME_FORMS and word not in PLAIN_WORDS_TOO:
        others = (*others, *SAME_FORMS[word], "")
    return others
