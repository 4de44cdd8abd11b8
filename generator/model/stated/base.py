"""What every entry of ``disclosure.yml`` has in common."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints


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


class Fact(BaseModel):
    """Base of everything that ``disclosure.yml`` states: frozen, and unknown keys are mistakes."""

    # Only the whole is validated, so parts need no validator of their own (half of the import's time).
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)
