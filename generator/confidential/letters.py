"""Letters that people write in several ways: ``ü`` as ``ue`` or ``u``, Cyrillic ones in Latin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from unicodedata import normalize

_IN_TWO = {
    "ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue",
    "å": "aa", "Å": "Aa", "ø": "oe", "Ø": "Oe",
}  # fmt: skip
_LETTER = re.compile(f"([{''.join(_IN_TWO)}]|(?<=[aouAOU])[eE]|(?<=[Aa])[aA])")
"""A special letter, or the second of two that may be written for one."""
_CYRILLIC = dict(zip("абвгдезийклмнопрстуфы", "abvgdeziyklmnoprstufy", strict=True)) | {
    "ё": "e", "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "э": "e", "ю": "yu",
    "я": "ya", "ь": "", "ъ": "", "і": "i", "ї": "i", "є": "ye", "ґ": "g",
}  # fmt: skip
"""As passports and companies write them; another way is off by a letter or two."""
_TO_LATIN = str.maketrans(_CYRILLIC | {one.upper(): latin.capitalize() for one, latin in _CYRILLIC.items()})
_MOST_ALONE = 3
"""With more such letters, all are written alike."""


def letter_spellings(text: str) -> Iterator[str]:
    """The text, with each special letter as it is or as two, and what may be one letter as such; in Latin."""
    parts = _LETTER.split(normalize("NFC", text))
    letters = parts[1::2]
    ways = [(one, _IN_TWO.get(one, "")) for one in letters]
    if len(letters) > _MOST_ALONE:
        special = [_IN_TWO.get(one, one) for one in letters]
        plain = [one if one in _IN_TWO else "" for one in letters]
        chosen = [tuple(letters), tuple(special), tuple(plain)]
    else:
        chosen = list(product(*ways))
    for some in dict.fromkeys((tuple(letters), *chosen)):
        yield "".join(piece for pair in zip(parts[::2], (*some, ""), strict=True) for piece in pair)
    if (latin := text.translate(_TO_LATIN)) != text:
        yield latin
