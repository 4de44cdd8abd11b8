"""What every entry of ``disclosure.yml`` has in common."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints


class Misfit(ValueError):
    """What was expected, and the entry that must change where it stands below the one that is checked."""

    def __init__(self, expected: str, *path: str | int, is_name: bool = False) -> None:
        super().__init__(expected)
        self.path = path
        self.is_name = is_name
        """Whether the name of the entry must change, and not its value."""


def _must_be_web_address(value: str) -> str:
    if not value.startswith(("https://", "http://")) or any(c.isspace() or c in "<>\"'" for c in value):
        raise ValueError("a web address that begins with https://")
    return value


def _must_be_year_month_day(value: object) -> object:
    """pydantic alone takes a number for seconds since 1970."""
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        raise ValueError("a date such as 2022-05-31")
    return value


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


WebAddress = Annotated[Text, AfterValidator(_must_be_web_address)]


Day = Annotated[dt.date, BeforeValidator(_must_be_year_month_day)]


Count = Annotated[int, Field(ge=0)]


def _without_separators(value: object) -> object:
    if isinstance(value, str) and re.fullmatch(r"\d{1,3}(?:,\d{3})+", value.strip()):
        return int(value.replace(",", ""))
    return value


StatedCount = Annotated[Count, BeforeValidator(_without_separators)]
"""A number as a filing prints it: ``7,000`` is 7000."""


class Fact(BaseModel):
    """Base of everything that ``disclosure.yml`` states: frozen, and unknown keys are mistakes."""

    # Only the whole is validated, so parts need no validator of their own (half of the import's time).
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)


_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
_IN_WORDS = re.compile(
    r"\b(?:all|none|every|both|half|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty"
    r"|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?)\b",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"(?:{_NUMBER.pattern})")


_BEHIND = re.compile(
    r"per|cent|percent|or|and|more|fewer|less|above|over|below|under|up|upwards|at|least|most|about"
    r"|approximately|roughly|around|nearly|almost|estimated|so|to|than|between|in|all|total|altogether"
    r"|combined|each|respectively|dozens?|hundreds?|thousands?|millions?|thirds?|quarters?|half",
    re.IGNORECASE,
)
"""Words that belong to the wording of a figure; what else stands behind it the sentences say themselves."""


def _must_end_with_the_figure(text: str, example: str) -> None:
    """Raises ValueError where words follow that each sentence adds, such as ``suppliers`` or ``of spend``."""
    found = [*_NUMBER.finditer(text), *_IN_WORDS.finditer(text)]
    behind = text[max((one.end() for one in found), default=0) :]
    words = re.findall(r"[^\W\d_]+", behind.removesuffix(" of"))
    if not all(_BEHIND.fullmatch(word) for word in words):
        raise ValueError(
            f"the figure with its wording alone, such as {example}, without '{behind.strip(' %')}' behind it"
        )


class StatedFigure(Fact):
    """A figure in the filer's own words: ``503``, ``approximately 7,000``, ``between 40 and 50``."""

    text: Text
    """As the filer says it; an exact number without commas."""
    value: int | None = None
    """The number, where the text holds exactly one; None where it holds several or none."""
    is_exact: bool = False
    """Whether the text is that number and nothing else, so that it can be counted with."""

    @property
    def exact(self) -> int | None:
        """The number to count with; None where the filer gives none."""
        return self.value if self.is_exact else None


def _figure(value: object) -> object:
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        return value
    text = " ".join(value.split())
    is_fraction = re.fullmatch(r"-?[\d,]*\.\d+|-.*", text)
    if is_fraction or not (re.search(r"\d", text) or _IN_WORDS.search(text)):
        raise ValueError("a whole number, or words that hold one, such as approximately 7,000")
    _must_end_with_the_figure(text, "approximately 7,000")
    numbers = [int(number.replace(",", "")) for number in _NUMBER.findall(text)]
    is_exact = bool(_ALONE.fullmatch(text))
    return {
        "text": str(numbers[0]) if is_exact else text,
        "value": numbers[0] if len(numbers) == 1 and "%" not in text else None,
        "is_exact": is_exact,
    }


Figure = Annotated[StatedFigure, BeforeValidator(_figure)]
"""A figure that may be exact, approximate, a range, or words."""


def _share(value: object) -> object:
    if isinstance(value, str) and not re.search(r"\d\s*(?:%|per ?cent)", value):
        raise ValueError("a share such as 81.11% or 100 percent")
    if isinstance(value, str):
        _must_end_with_the_figure(value, "81.11% or more than 99%")
    return value


Share = Annotated[Text, BeforeValidator(_share)]
"""A share in the filer's own words and rounding, such as ``81.11%``."""
