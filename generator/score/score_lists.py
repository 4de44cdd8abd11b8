"""Which lists of an audit program a report names, compares with and dates: three checks of steps 2 and 4."""

from __future__ import annotations

from ..model import StatusClass
from ..model.counted import counted
from .score_material import Material, Verdict, of_report, shown, squeezed, verdict


@of_report
def smelters_are_identified(material: Material) -> Verdict:
    disclosure = material.disclosure
    lists = {status.list_name for status in disclosure.facts.statuses if status.list_name}
    unclear = [
        (row.name, row.status.label)
        for row in disclosure.smelters
        if row.status and row.status.status_class is StatusClass.OTHER and not row.status.definition
    ]
    counts = disclosure.facts.counts
    total = len(disclosure.smelters) or (counts.total if counts else 0) or 0
    number = counted(total, "facility", "facilities")
    said = material.find("list comparison", "list of facilities")
    if total and said and not lists and not unclear:
        return shown(material, said, "list comparison", f"{number}, and the report compares")
    found = f"{number}, compared with: {'; '.join(sorted(lists)) or 'no list'}"
    if unclear:
        found = f"'{unclear[0][0]}' has the status '{unclear[0][1]}', which nothing defines"
    advice = "Compare each facility with a list of an audit program, and name the list under 'statuses'."
    return verdict(bool(total and lists) and not unclear, found, material.where("statuses"), advice)


@of_report
def audits_are_named(material: Material) -> Verdict:
    statuses = material.disclosure.facts.statuses
    lists = [
        one.list_name for one in statuses if one.status_class is StatusClass.CONFORMANT and one.list_name
    ]
    said = [name for name in lists if squeezed(name) in squeezed(material.report_text)]
    if not said and (sentence := material.find("programme")):
        return shown(material, sentence, "programme", "the report names a program")
    found = (
        f"the report names '{said[0]}'" if said else "the report names no program that audits the facilities"
    )
    advice = "Name the list of the conformant status, and show it with {{ table.status_definitions }}."
    return verdict(bool(said), found, material.where("statuses"), advice)


@of_report
def list_dates_are_given(material: Material) -> Verdict:
    statuses = material.disclosure.facts.statuses
    undated = [n for n, one in enumerate(statuses) if one.list_name and one.as_of is None]
    dated = [n for n, one in enumerate(statuses) if one.as_of is not None]
    if (undated or not dated) and (said := material.find("list date", "list of facilities")):
        return shown(material, said, "list date", "the report gives a day")
    found = "every list has its date" if dated else "no list is named"
    if undated:
        found = f"the list of the status '{statuses[undated[0]].label}' has no date"
    advice = "Enter the day on which the list was consulted under 'as_of'."
    place = ("statuses", undated[0]) if undated else ("statuses",)
    return verdict(bool(dated) and not undated, found, material.where(*place), advice)
