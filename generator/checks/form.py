"""Checks of the form: period, layout, cover, vocabulary, covered countries."""

from __future__ import annotations

from collections.abc import Iterator

from ..countries.us_places import is_in_the_united_states
from ..findings import Finding
from ..findings.catalogue import (
    ADDRESS_PARTLY,
    COVERED_LIST,
    EIN_MISSING,
    FACILITY_ROUTE,
    FORM_PARTLY_KNOWN,
    LAYOUT_OVERRIDE,
    STATUS_UNUSED,
    YEAR_FOLDER,
)
from ..model import COVERED_COUNTRIES, Charter, Disclosure, Route


def period_is_the_folder(disclosure: Disclosure) -> Iterator[Finding]:
    """DT-001: ``data/2021`` holds the facts of 2021."""
    period = disclosure.facts.period
    if period != disclosure.year:
        message = f"the period is {period}, the folder is {disclosure.year}"
        advice = f"Correct the entry 'period', or rename the folder to {period}."
        yield Finding(YEAR_FOLDER, message, disclosure.where("period"), advice)


def layout_is_in_force(disclosure: Disclosure) -> Iterator[Finding]:
    """FM-001: another layout than the one in force only reproduces a form as it was filed."""
    layout = disclosure.facts.form.layout
    if layout and layout is not disclosure.period.layout:
        in_force = disclosure.period.layout
        message = (
            f"the form uses the layout {layout}; for {disclosure.year} the layout {in_force} is in force"
        )
        advice = "Remove the entry 'layout', unless it reproduces the form as it was filed."
        yield Finding(LAYOUT_OVERRIDE, message, disclosure.where("form", "layout"), advice)


def ein_is_given(disclosure: Disclosure) -> Iterator[Finding]:
    """FM-002: the cover asks for it, and many filers leave it out. A cover that was filed stays as it is.

    Registrants from outside the United States have none.
    """
    stated = disclosure.facts
    if stated.filing.is_restated:
        return
    for number, registrant in enumerate(stated.registrants):
        if registrant.ein or is_foreign(registrant):
            continue
        path = ("co_registrants", number - 1, "ein") if number else ("registrant", "ein")
        of = f" of {registrant.name}" if len(stated.registrants) > 1 else ""
        message = f"the cover shows no I.R.S. Employer Identification No.{of}"
        advice = f"Fill {entry_name(path)}."
        yield Finding(EIN_MISSING, message, disclosure.where(*path), advice)


def address_is_whole(disclosure: Disclosure) -> Iterator[Finding]:
    """FM-009: an address in the United States has a state and a Zip code, and the cover asks for both."""
    stated = disclosure.facts
    if stated.filing.is_restated:
        return
    for number, registrant in enumerate(stated.registrants):
        address = registrant.address
        if address is None or is_foreign(registrant) or address.country:
            continue
        for entry, words in (("state", "state"), ("zip", "Zip code")):
            if getattr(address, entry) is None:
                where = ("co_registrants", number - 1, "address", entry)
                path = where if number else ("registrant", "address", entry)
                message = f"the address of {registrant.name} has no {words}"
                advice = f"Fill {entry_name(path)}; of an address outside the United States fill country."
                yield Finding(ADDRESS_PARTLY, message, disclosure.where(*path), advice)


def is_foreign(registrant: Charter) -> bool:
    """Whether its place of incorporation, or the country of its offices, lies outside the United States."""
    country = registrant.address.country if registrant.address else None
    return any(
        place is not None and not is_in_the_united_states(place)
        for place in (registrant.jurisdiction, country)
    )


def entry_name(path: tuple[str | int, ...]) -> str:
    """An entry of ``disclosure.yml`` as people name it: ``co_registrants[1].ein``, counted from one."""
    return "".join(f"[{one + 1}]" if isinstance(one, int) else f".{one}" for one in path).removeprefix(".")


def cover_is_given_whole_or_not(disclosure: Disclosure) -> Iterator[Finding]:
    """FM-004: a restated filing may lack its form; where a part is given, the rest was perhaps forgotten."""
    stated = disclosure.facts
    if stated.has_form or not stated.filing.is_restated:
        return
    cover = ("jurisdiction", "commission_file_number", "address", "contact", "disclosure_url")
    parts = {f"registrant.{name}": getattr(stated.registrant, name) for name in cover}
    parts["filing.signatory"] = stated.filing.signatory
    if not any(parts.values()):
        return
    parts["filing.signed_on"] = stated.filing.signed_on
    names = [name for name, value in parts.items() if value is None]
    missing = " and ".join(", ".join(names).rsplit(", ", 1))
    message = f"Form SD is not shown, because {missing} {'are' if ' and ' in missing else 'is'} not given"
    advice = "Nothing to do, if the form as filed is not at hand."
    if stated.filing.date and not stated.filing.signed_on:
        advice = (
            "Add 'signed_on:' below 'filing', with the day in the signature block;"
            f" filing.date, {stated.filing.date}, is the day of filing. {advice}"
        )
    yield Finding(FORM_PARTLY_KNOWN, message, disclosure.where(*names[0].split(".")), advice)


def status_is_used(disclosure: Disclosure) -> Iterator[Finding]:
    """FM-003: a label that neither a row nor a stated count has is perhaps misspelt."""
    counts = disclosure.facts.counts
    listed = {row.status.label for row in disclosure.all_rows if row.status}
    stated = (
        {*counts.by_status, *(label for one in counts.by_metal_and_status.values() for label in one)}
        if counts
        else set()
    )
    used = listed | stated
    for number, status in enumerate(disclosure.facts.statuses) if used else ():
        if status.label not in used:
            message = (
                f"no row has the status '{status.label}'"
                if listed
                else f"no count has the status '{status.label}'"
            )
            where = disclosure.where("statuses", number, "label")
            yield Finding(STATUS_UNUSED, message, where, "Nothing to do, if that is so.")


def facilities_fit_the_route(disclosure: Disclosure) -> Iterator[Finding]:
    """FM-010: a smelter or refiner in a covered country is a reason to believe that minerals come from there.

    A form that ends with the inquiry says that there is none (Item 1.01(b)).
    """
    if disclosure.facts.form.route is not Route.INQUIRY:
        return
    rows = [row for row in disclosure.smelters if row.country and row.country.is_covered]
    if not rows:
        return
    first = rows[0]
    others = f" and {len(rows) - 1} more" if len(rows) > 1 else ""
    stands = "stand in covered countries" if len(rows) > 1 else "stands in a covered country"
    country = first.country.name if first.country else ""
    message = f"'{first.name}' ({country}){others} {stands}, and the route is '{Route.INQUIRY}'"
    advice = f"Use the route '{Route.REPORT}', correct the list, or waive it and say why no report is due."
    yield Finding(FACILITY_ROUTE, message, first.where, advice)


def covered_countries_are_the_ten(disclosure: Disclosure) -> Iterator[Finding]:
    """CO-001: the Democratic Republic of the Congo and its nine neighbours (Item 1.01(d)(1))."""
    if disclosure.facts.covered_countries is None:
        return
    where = disclosure.where("covered_countries")
    for number, (name, code) in enumerate(disclosure.covered_codes):
        if code not in COVERED_COUNTRIES:
            message = f"'{name}' is not a covered country"
            advice = "South Sudan is one, Sudan is not." if code == "SD" else "Remove it or correct its name."
            yield Finding(COVERED_LIST, message, disclosure.where("covered_countries", number), advice)
    codes = [code for _, code in disclosure.covered_codes]
    for code, name in COVERED_COUNTRIES.items():
        times = codes.count(code)
        if times != 1:
            message = (
                f"covered country '{name}' is missing" if times == 0 else f"'{name}' is given {times} times"
            )
            yield Finding(COVERED_LIST, message, where, "Give each of the ten once, or leave the entry out.")
