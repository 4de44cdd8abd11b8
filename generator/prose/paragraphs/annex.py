"""Paragraphs on the list of facilities."""

from __future__ import annotations

from ..wording.spec import Case, Spec
from .told import Paragraph, Told, lines


def _annex_lists(told: Told) -> str:
    facilities = told.facts.facilities
    first = told.text("facilities" if told.facts.annex_minerals else "no-facilities")
    given = [
        name
        for name, is_given in (
            ("country", facilities.gives_country),
            ("status", facilities.without_status is not None),
        )
        if is_given
    ]
    if not given:
        return first
    is_known = not (facilities.without_country or facilities.without_status)
    return lines([first, told.text("-and-".join(given) + ("" if is_known else "-as-known"))])


def _places_listed(told: Told) -> str:
    return told.text("countries") if told.facts.facilities.gives_country else ""


def _status_dates(told: Told) -> str:
    if told.facts.facilities.without_status is None:
        return ""
    if not any(status.as_of for status in told.facts.statuses):
        return told.text("no-dates")
    dated = [one for one in told.facts.statuses if one.as_of and one.facilities.total]
    found = [told.text("date", status=one) for one in dated]
    return lines([*found, told.text("behind") if dated else ""])


ANNEX_PARAGRAPHS = (
    Paragraph(
        Spec(
            "annex-lists",
            "What the list gives",
            (
                Case("facilities", "where facilities are listed", ("annex_minerals",)),
                Case("no-facilities", "where none is"),
                Case("country-and-status", "behind it where each facility has both"),
                Case("country-and-status-as-known", "behind it where some lack one"),
                Case("country", "behind it where statuses are not listed"),
                Case("country-as-known", "as before, where some facilities have no country"),
                Case("status", "behind it where countries are not listed"),
                Case("status-as-known", "as before, where some facilities have no status"),
            ),
        ),
        _annex_lists,
    ),
    Paragraph(
        Spec(
            "places-listed",
            "What the country of a facility means",
            (Case("countries", "where countries are listed"),),
        ),
        _places_listed,
    ),
    Paragraph(
        Spec(
            "status-dates",
            "Dates of the statuses",
            (
                Case("date", "for each listed status with a date", ("status.label", "status.as_of")),
                Case("behind", "behind these sentences", may_be_empty=True),
                Case("no-dates", "where no status has a date", may_be_empty=True),
            ),
            ("status",),
        ),
        _status_dates,
    ),
)
