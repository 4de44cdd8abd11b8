"""One row of a list as a smelter, with what was filed otherwise than its values say."""

from __future__ import annotations

from ..files.nearest import did_you_mean
from ..findings.catalogue import (
    COUNTRY_UNKNOWN,
    METAL_OF_LIST,
    METAL_UNKNOWN,
    NO_NAME,
)
from ..model import (
    Country,
    DisclosureFacts,
    Metal,
    Mineral,
    OtherMineral,
    Smelter,
    UnclearMineral,
)
from ..model.words import metal_in, metals_in
from .list_cells import (
    DASHES,
    NOT_STATED,
    Reading,
    aliases_in,
    date_in,
    explained_signs,
    text_in,
    unsigned,
    yes_no_in,
)
from .list_signs import report_outside_legend, report_undeclared
from .list_status import shown_as_filed, status_in


def smelter_in(reading: Reading, row: int) -> Smelter | None:
    """One row; None where it cannot be shown, which is then among the findings.

    Rows of a restated filing are shown as filed, also without a name or a metal.
    """
    filed: dict[str, str] = {}
    signs: list[str] = []
    metal = _metal(reading, row, filed, signs)
    name = _name(reading, row, filed, signs)
    country = _country(reading, row, filed, signs)
    cid = _cid(reading, row, filed, signs)
    as_of, recycled = date_in(reading, row, "status_as_of"), yes_no_in(reading, row, "recycled")
    city, state, footnote = (text_in(reading, row, one) for one in ("city", "state", "footnote"))
    own = _own_columns(reading, row)
    rests = {"name": name, "cid": cid, "country": country.filed if country else None}
    is_signed = report_undeclared(reading, row, rests, explained_signs(reading.facts, footnote))
    status = status_in(reading, row, f"smelter '{name}'" if name else "the row", filed, signs, is_signed)
    report_outside_legend(reading, row, dict(own))
    if any(reading.is_faulty(row, name) for name in reading.columns) or metal is None or name is None:
        return None
    if not name and not reading.facts.filing.is_restated:
        return None
    notes = {note.mark for note in reading.facts.annex.notes} if reading.facts.annex else set()
    return Smelter(
        metal=metal,
        name=name,
        country=country,
        status=status,
        anchor="",
        where=reading.where(row, "name"),
        cid=cid or None,
        city=city or None,
        state=state or None,
        status_as_of=as_of,
        recycled=recycled,
        footnote=footnote or None,
        aliases=aliases_in(reading, row),
        own=own,
        filed=tuple(filed.items()),
        notes=tuple(sign for sign in signs if sign in notes),
    )


def _name(reading: Reading, row: int, filed: dict[str, str], signs: list[str]) -> str | None:
    """The name without its signs; empty where the row has none, None where its cell has an error."""
    name = unsigned(reading, row, "name", filed, signs)
    if name == "":
        reading.add(
            NO_NAME,
            row,
            "name",
            "the row has no smelter name",
            _advice(reading, "Fill the cell or remove the row."),
            together="rows have no smelter name",
        )
    return name


def _own_columns(reading: Reading, row: int) -> tuple[tuple[str, str], ...]:
    """Key and text of each column of the filer's own; empty texts where a cell is empty or has an error."""
    annex = reading.facts.annex
    return tuple((key, text_in(reading, row, key) or "") for key in annex.own_columns) if annex else ()


def _cid(reading: Reading, row: int, filed: dict[str, str], signs: list[str]) -> str | None:
    """The identifier; None where there is none, or a dash in its place, which is shown as filed."""
    text = unsigned(reading, row, "cid", filed, signs)
    if text in DASHES:
        filed.setdefault("cid", text)
        return None
    return text


def _metal(reading: Reading, row: int, filed: dict[str, str], signs: list[str]) -> Mineral | None:
    stated = reading.stated
    if "metal" not in reading.columns and stated is not None and stated.minerals:
        return mineral_named(stated.minerals[0], reading.facts)
    text = unsigned(reading, row, "metal", filed, signs)
    if text is None:
        return None
    mineral = mineral_named(text, reading.facts)
    if mineral is not None:
        if shown_as_filed(text, mineral.value, reading.facts):
            filed.setdefault("metal", text)
        _report_other_list(reading, row, text, mineral)
        return mineral
    if several := metals_in(text):
        message = f"metal '{text}' names several of the four, and a row names one"
        advice = _advice(
            reading,
            f"Make it one row for each metal it names, alike but for the metal: {', '.join(several)}.",
        )
        reading.add(
            METAL_UNKNOWN,
            row,
            "metal",
            message,
            advice,
            together="rows have a metal that names several of the four, and a row names one",
            named=f"'{text}'",
            advice_together=_advice(
                reading, "Make each of them one row for each metal it names, alike but for the metal."
            ),
        )
        return _as_filed(reading, text, filed)
    known = (*Metal, *reading.facts.other_minerals)
    advice = did_you_mean(text, known) or f"Use one of {', '.join(known)}."
    if text and not advice.startswith("Did"):
        advice += " Other minerals are named under other_minerals in disclosure.yml."
    message = f"metal '{text}' is not known" if text else "the row has no metal"
    reading.add(
        METAL_UNKNOWN,
        row,
        "metal",
        message,
        _advice(reading, advice),
        together="rows have a metal that is not known" if text else "rows have no metal",
        named=f"'{text}'" if text else "",
    )
    return _as_filed(reading, text, filed)


def _advice(reading: Reading, advice: str) -> str:
    """The advice; in a filing that is restated nothing need be done, and no total has the row's metal."""
    is_restated = reading.facts.filing.is_restated
    return f"Nothing to do, if it was filed so; else: {advice}" if is_restated else advice


def _as_filed(reading: Reading, text: str, filed: dict[str, str]) -> Mineral | None:
    """What a restated filing says in the place of a mineral, which no total has; else None."""
    if not reading.facts.filing.is_restated:
        return None
    if text:
        filed.setdefault("metal", text)
    return UnclearMineral(text)


def _report_other_list(reading: Reading, row: int, text: str, mineral: Mineral) -> None:
    """A warning where the list's entry names its minerals, and the row has another one."""
    stated = reading.stated
    minerals = [mineral_named(one, reading.facts) for one in stated.minerals] if stated else []
    if stated is None or not minerals or None in minerals or mineral in minerals:
        return
    reading.add(
        METAL_OF_LIST,
        row,
        "metal",
        f"metal '{text}' is none of the list '{stated.title}': {', '.join(stated.minerals)}",
        "Correct the cell or the entry minerals of the list, or leave both, if it was filed so.",
        together="rows have a metal that their list does not name",
        named=f"'{text}'",
    )


def mineral_named(text: str, facts: DisclosureFacts) -> Mineral | None:
    """The one mineral of a text: one that the filer names, or of the four; None where it is neither."""
    other = next((one for one in facts.other_minerals if one.casefold() == text.casefold()), None)
    return OtherMineral(other) if other else metal_in(text)


def _country(reading: Reading, row: int, filed: dict[str, str], signs: list[str]) -> Country | None:
    """The country as filed; None where the filer gives none. A name that no table has is shown as filed."""
    text = unsigned(reading, row, "country", filed, signs)
    if not text or text.casefold() in NOT_STATED:
        if text:
            filed["country_as_filed"] = text
        return None
    country = reading.countries.find(text)
    if country is None:
        meant = reading.countries.nearest(text)
        names = " or ".join(f"'{name}'" for name in meant)
        advice = f"Did you mean {names}?" if meant else "Use the ISO name."
        advice += f" A further spelling can be added in {reading.countries.shown}."
        reading.add(
            COUNTRY_UNKNOWN,
            row,
            "country",
            f"country '{text}' is not known",
            advice,
            together="rows have a country that is not known",
            named=f"'{text}'",
        )
        return Country(None, text, text)
    return country
