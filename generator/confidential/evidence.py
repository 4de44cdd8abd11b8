"""How certain it is that a find in a text is the withheld value, by what stands in it and around it."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import takewhile

from ..countries.legal_forms import ASIAN, JOINED, PLAIN_WORDS_TOO
from .form import Form, Needs
from .person_forms import TITLES
from .spellings import Found
from .squeezed import squeeze, words_in
from .writing import Writing

_AROUND = 40
_COMPANY = (
    r"(?:suppliers?|vendors?|manufacturers?|compan(?:y|ies)|firms?|contractors?|subcontractors?|distributors?"
    r"|sub-?suppliers?"
    r"|lieferant(?:en)?|zulieferer|firma|fournisseurs?|soci[ée]t[ée]|proveedor(?:es)?|empresa|fornitor[ei]|ditta)"
)
_COMPANY_BEFORE = re.compile(
    rf"(?:\b{_COMPANY}\b(?:\s+(?:is|was|are|named|called|like|such as|including|at))?"
    r"|\b(?:supplied|reported|named|bought|purchased|sourced|answered|declared|made"
    r"|provided|delivered|procured)\s+(?:by|from)"
    r"|\b(?:answer|reply|declaration|cmrt|comment|letter|e-?mail|invoice|parts)\s+(?:of|from|by)|供应商|供應商|会社)"
    r"[\s:,;'\"“„«(\-–—]*(?:the\s+)?$",
    re.IGNORECASE,
)
_COMPANY_BEHIND = re.compile(
    rf"^['’s]*[\s,;:'\"”»)(\-–—]*(?:(?:is|was)\s+(?:a|an|our|one of our)\s+"
    rf"|a\s+|an\s+|our\s+|as\s+a\s+)?{_COMPANY}\b",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"\b(?:mr|mrs|ms|miss|dr|prof|herrn?|frau|hr|mme|mlle|monsieur|madame"
    r"|sra?|srta|señora?|sig|signora?|pani?)\b\.?\s*$",
    re.IGNORECASE,
)
_TITLE_BEHIND = re.compile(r"^\s*[-‐]?\s*(?:先生|女士|小姐|様|さん|씨|님|san\b|-ssi\b)")
_CALL = re.compile(
    r"(?:tel|phone|fax|call|mobile?|cell|fon|ext|☎|电话|電話|전화)[\w.]*[\s:.)(\]/\-+]*$", re.IGNORECASE
)
_NAMES_BEFORE = re.compile(r"(?:[^\W\d_][^\W_]*(?:\.\s*|[\s-]+)){1,3}$")
_FIRST_NAME_LETTERS = 3
_ENDS_SENTENCE = re.compile(r"(?:^|[.,!?:;|\n\t\"“„«(\[]|\b[^\W\d_A-Z]\w*,?|\d)\s*$")
"""What stands before a name that is none of a longer one: nothing, a sign, or a word in small letters."""
_WRAPPED = re.compile(r"\b[^\W\d_a-z]\w*\s*\n\s*$")
_ENDS_LINE = re.compile(r"\s*(?:$|[\n|])")
"""A capital word before the end of a line: the name goes on unless it has a line of its own."""
_SMALL_WORD_BEFORE = re.compile(
    r"\b(?:and|as|asked?|at|by|for|from|if|in|its|of|on|or|our|since|thanks?|that|the|their|this|to|we|when|while|with)\s+$",
    re.IGNORECASE,
)
_CAPITAL_BEHIND = re.compile(r"[ \t-]+[^\W\d_a-z][^\W\d_]")
_JOINED_LOGIN = re.compile(r"[._\-]")
_ENDS_INSIDE = re.compile(r"[^\W\d_]{3,}[.!?;:]\s")
"""The end of a sentence between two of its words."""
_APART = re.compile(r"/[^\S\n]*\n|\n\s*/")
"""The end of an address and of its line, as between its year and a day below: no gap of a number."""
_GAP = re.compile(r"[\s.,\-]")
_POINT = re.compile(r"\.|\bdot\b", re.IGNORECASE)
_LEAST_OF_ACRONYM = 3
_LETTERS_OF_FORM = 40
_MONEY = "$€£¥%"


def certainty(writing: Writing, found: Found, form: Form, value: str) -> bool | None:
    """Whether it is certain that the value is meant; None: it is not."""
    first, last = found.first, found.last
    if not writing.begins_word(first) or (form.needs_end and not writing.ends_word(last)):
        return None
    return _JUDGES[form.needs](writing, found, form, value)


def _words(writing: Writing, found: Found, form: Form, _value: str) -> bool | None:
    is_number = form.letters.isdigit()
    return None if is_number and _APART.search(writing.as_written(found.first, found.last)) else True


def _one_word(writing: Writing, found: Found, form: Form, _value: str) -> bool | None:
    return _is_high(writing, found, form) or _has_legal_form(writing, found, is_high=False)


def _person(writing: Writing, found: Found, form: Form, _value: str) -> bool | None:
    return True if _is_high(writing, found, form) else None


def _name(writing: Writing, found: Found, form: Form, _value: str) -> bool | None:
    is_high = _is_high(writing, found, form)
    if _has_legal_form(writing, found, is_high=is_high) or (is_high and _is_of_company(writing, found)):
        return True
    if not is_high:
        return None
    if _ENDS_INSIDE.search(writing.as_written(found.first, found.last)):
        return None
    is_apart = _is_no_part(writing, found) if form.has_words else _stands_apart(writing, found)
    return False if is_apart else None


def _short(writing: Writing, found: Found, form: Form, value: str) -> bool | None:
    written = _letters(writing.as_written(found.first, found.last))
    if written not in _letters(value) or not _is_high(writing, found, form) or not _is_prose(writing, found):
        return None
    if _has_legal_form(writing, found, is_high=True) or _is_of_company(writing, found):
        return True
    is_word = len(written) < _LEAST_OF_ACRONYM and written.isalpha() and written.isascii()
    is_sum = writing.before(found.first, 1) in _MONEY and writing.before(found.first, 1) != ""
    return None if is_word or is_sum else False


def _initial(writing: Writing, found: Found, form: Form, _value: str) -> bool | None:
    gaps = [writing.behind(found.first + start - 1, 2) for start in form.starts[1:]]
    if not _is_high(writing, found, form) or not all(_GAP.match(gap) for gap in gaps):
        return None
    return len(form.letters) > len(form.starts) + 2


def _brand(writing: Writing, found: Found, form: Form, _value: str) -> bool | None:
    if not _is_high(writing, found, form) or not _is_prose(writing, found):
        return None
    return False if _is_no_part(writing, found) or _is_of_company(writing, found) else None


def _part(writing: Writing, found: Found, form: Form, _value: str) -> bool | None:
    return False if _is_high(writing, found, form) and _is_prose(writing, found) else None


def _login(writing: Writing, found: Found, form: Form, _value: str) -> bool | None:
    is_joined = _JOINED_LOGIN.search(writing.as_written(found.first, found.last))
    return False if is_joined or _is_high(writing, found, form) else None


def _last(writing: Writing, found: Found, form: Form, value: str) -> bool | None:
    before = writing.before(found.first, _AROUND)
    is_named = _is_high(writing, found, form) and _has_first_name(before, form, value)
    return True if is_named else _title(writing, found, form, value)


def _title(writing: Writing, found: Found, form: Form, _value: str) -> bool | None:
    is_titled = _TITLE.search(writing.before(found.first, _AROUND)) or _TITLE_BEHIND.match(
        writing.behind(found.last, _AROUND)
    )
    return False if is_titled and _is_high(writing, found, form) else None


def _dot(writing: Writing, found: Found, _form: Form, _value: str) -> bool | None:
    return True if _POINT.search(writing.as_written(found.first, found.last)) else None


def _call(writing: Writing, found: Found, _form: Form, _value: str) -> bool | None:
    return True if _CALL.search(writing.before(found.first, _AROUND)) else None


_JUDGES = {
    Needs.WORDS: _words,
    Needs.ONE_WORD: _one_word,
    Needs.PERSON: _person,
    Needs.NAME: _name,
    Needs.SHORT: _short,
    Needs.BRAND: _brand,
    Needs.PART: _part,
    Needs.LOGIN: _login,
    Needs.INITIAL: _initial,
    Needs.TITLE: _title,
    Needs.LAST: _last,
    Needs.DOT: _dot,
    Needs.CALL: _call,
}


def _is_high(writing: Writing, found: Found, form: Form) -> bool:
    """Whether its words are written as a name's, with a capital each."""
    return all(writing.begins_high(found.first + start) for start in form.starts)


def _has_first_name(before: str, form: Form, value: str) -> bool:
    """Whether a name before the last one is one of the value's: ``Jane Quirina Doe`` for ``Jane Doe``."""
    found = _NAMES_BEFORE.search(before)
    written = re.findall(r"[^\W_]+", found[0]) if found else []
    names = list(takewhile(lambda name: name[0].isupper(), reversed(written)))
    known = {one for one in words_in(value) if len(one) >= _FIRST_NAME_LETTERS} - {form.letters} - TITLES
    return not known.isdisjoint(words_in(" ".join(names)))


def _is_of_company(writing: Writing, found: Found) -> bool:
    return bool(
        _COMPANY_BEFORE.search(writing.before(found.first, _AROUND))
        or _COMPANY_BEHIND.match(writing.behind(found.last, _AROUND))
    )


def _has_legal_form(writing: Writing, found: Found, *, is_high: bool) -> bool:
    """Whether a legal form stands behind it, or one of Asia beside it; one that is a word, in capitals."""
    behind = writing.behind(found.last, _LETTERS_OF_FORM)
    if ASIAN.match(behind.lstrip()) or ASIAN.search(writing.before(found.first, 8)):
        return True
    words = re.findall(r"[^\W_]+", behind)[:6]
    gaps_hold = re.match(r"[\s,.\-_/&+()]*", behind) is not None
    for number in range(1, len(words) + 1) if gaps_hold else ():
        form = squeeze("".join(words[:number]))
        if form in JOINED and (form not in PLAIN_WORDS_TOO or (is_high and words[0][0].isupper())):
            return _is_near(behind, words[number - 1])
    return False


def _is_near(behind: str, word: str) -> bool:
    """Whether no sentence ends between the name and the word."""
    between = behind[: behind.find(word)]
    return not re.search(r"[;:!?|\n]|[^\W\d_]{3,}\.\s", between)


def _is_no_part(writing: Writing, found: Found) -> bool:
    """Whether no other capital word stands beside it, with which it would be another name, or a heading."""
    before, behind = writing.before(found.first, _AROUND), writing.behind(found.last, _AROUND)
    if _WRAPPED.search(before) and not _ENDS_LINE.match(behind):
        return False
    begins = _ENDS_SENTENCE.search(before) or _SMALL_WORD_BEFORE.search(before)
    return begins is not None and not _CAPITAL_BEHIND.match(behind)


def _stands_apart(writing: Writing, found: Found) -> bool:
    """Whether a single capital word is a name in a sentence, or alone on its line or in its cell."""
    before, behind = writing.before(found.first, _AROUND), writing.behind(found.last, _AROUND)
    is_alone = re.search(r"(?:^|[\n|\t\"])\s*$", before) and re.match(r"\s*(?:$|[\n|\t\"])", behind)
    is_inside = re.search(r"\b[a-z]+,?\s$", before) and not re.match(r"[\s-]+[A-Z]", behind)
    return bool(is_alone or is_inside)


def _is_prose(writing: Writing, found: Found) -> bool:
    """Whether it stands among readable signs, and not among the bytes of a picture."""
    around = writing.before(found.first, 12) + writing.behind(found.last, 12)
    readable = sum(sign.isalpha() or sign in " \n\t.,;:|()-'\"" for sign in around)
    is_clean = all(sign.isprintable() or sign in "\n\r\t" for sign in around)
    return is_clean and 3 * readable >= 2 * len(around)


@lru_cache(maxsize=1 << 12)
def _letters(text: str) -> str:
    """Letters and digits with their case."""
    return "".join(sign for sign in text if sign.isalnum())
