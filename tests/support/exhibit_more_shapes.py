"""Further shapes of invented exhibits, with other wordings and other sentences beside them."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from tests.support.exhibit_shapes import METALS, OPEN, Facts, _form, _of, _p, _page, _table

MORE_NOISE = (
    "During 2022, 171 suppliers had responded and 29 smelters were on our list.",
    "Last year we reported 29 smelters and refiners, 18 of them Conformant.",
    "Our fiscal year 2023 ended on September 30, 2023; this report is for the calendar year.",
    "We visited 4 suppliers and trained 26 suppliers in 2023. We removed 2 smelters from our supply chain.",
    "Of our direct spend, 96% was with suppliers that have a policy of their own.",
    "Larkspur Optics GmbH, a subsidiary of Larkspur Instruments, Inc., makes 12 of our 40 product families.",
    "The number of Conformant smelters increased from 8 in 2022.",
    "Responses that were incomplete were returned; 12 responses had to be corrected within 10 business days.",
    "Within the last 12 months, the RMI audited 265 facilities. One smelter was sanctioned in 2021.",
    "We filed our Form SD for 2022 on May 31, 2023, with the Conflict Minerals Report for the year ended"
    " December 31, 2022.",
    "Four of these smelters changed their names. We donated $25,000 to a program with 15 partners.",
    "Approximately 300 employees completed a 30-minute course; 99% passed.",
)


def more_noise(number: int) -> list[str]:
    return [MORE_NOISE[(number + step * 5) % len(MORE_NOISE)] for step in range(4)]


def words(f: Facts, wording: int) -> list[str]:
    """The paragraphs of a report, in further wordings."""
    c, a, o = f.status["Conformant"], f.status["Active"], f.status[OPEN]
    share = f"{100 * c / 17:.0f}%"
    every = (
        [
            f"{f.registrant}",
            f"Conflict Minerals Report for the Calendar Year Ended December 31, {f.year}",
            f"Our RCOI covered {f.asked} Tier 1 suppliers, all of which were asked for a CMRT, Version"
            f" {f.version}.",
            f"As of the date of our cut-off, {f.answered} suppliers had provided a response, for an overall"
            f" response rate of {f.rate}.",
            f"In total, {f.total} smelters and refiners were reported to us. Based on information from the"
            f" RMI as of {f.as_of}: {c} smelters and refiners are Conformant; {a} smelters and refiners are"
            f" Active; {o} smelters and refiners are {OPEN}.",
        ],
        [
            f"Exhibit 1.01 Conflict Minerals Report of {f.registrant} in Accord with Rule 13p-1",
            f"This report for the year ended December 31, {f.year} is presented to comply with Rule 13p-1.",
            f"We sent the CMRT (version {f.version}) to {f.asked} suppliers and achieved an {f.rate}"
            f" response rate ({f.answered} suppliers).",
            f"Appendix A lists the {f.total} smelters and refiners that our suppliers reported. As of"
            f" {f.as_of}, {c} of these {f.total} smelters and refiners ({share}) were Conformant. {a}"
            f" smelters were Active, and {o} smelters had the status {OPEN}.",
        ],
        [
            f"{f.registrant} has prepared this report for the period January 1 – December 31, {f.year}.",
            "Results of the survey",
            f"Suppliers surveyed: {f.asked}",
            f"Suppliers that responded: {f.answered}",
            f"Response rate: {f.rate}",
            f"Template used: CMRT {f.version}",
            f"Smelters and refiners identified: {f.total}",
            f"Conformant: {c}",
            f"Active: {a}",
            f"{OPEN}: {o}",
            f"The statuses are those published by the RMI as of {f.as_of}.",
        ],
        [
            f"CONFLICT MINERALS REPORT OF {f.registrant.upper()} FOR THE REPORTING PERIOD FROM JANUARY 1 TO"
            f" DECEMBER 31, {f.year}",
            f"For the {f.year} reporting year, Larkspur requested CMRTs (revision {f.version}) from"
            f" {f.asked} suppliers. Completed CMRTs came back from {f.answered} of those suppliers"
            f" ({f.rate}).",
            f"From those responses we compiled a list of {f.total} smelters and refiners, including"
            f" {f.metal['Gold']} for gold, {f.metal['Tantalum']} for tantalum, {f.metal['Tin']} for tin and"
            f" {f.metal['Tungsten']} for tungsten. {c} facilities hold the status “Conformant” and {a} hold"
            f" “Active”; the remaining {o} are “{OPEN}” (status as of {f.as_of}).",
        ],
    )  # fmt: skip
    return every[wording]


def names_in_columns(f: Facts) -> list[str]:
    """A column of names for each metal."""
    body = _p([*words(f, 0), *more_noise(0)]) + "<p>Smelters and refiners in our supply chain</p>"
    columns = [[r[2] for r in _of(f, metal)] for metal in METALS]
    rows = [tuple(one or "&nbsp;" for one in row) for row in itertools.zip_longest(*columns)]
    body += _table(rows, METALS)
    return [_form(f), _page(body + f"<p>Countries of origin: {', '.join(f.origins)}</p>")]


def names_in_paragraphs(f: Facts) -> list[str]:
    """A heading for each metal and an item of a list for each name with its country."""
    body = _p([*words(f, 1), *more_noise(1)]) + "<h2>Appendix A: Smelters and refiners</h2>"
    for metal in METALS:
        body += f"<h3>{metal}</h3><ul>" + "".join(f"<li>{r[2]} ({r[3].title()})</li>" for r in _of(f, metal))
        body += "</ul>"
    body += "<h2>Appendix B: Countries of origin</h2><ul>"
    return [_form(f), _page(body + "".join(f"<li>{one}</li>" for one in f.origins) + "</ul>")]


def yes_or_no(f: Facts) -> list[str]:
    """Whether a facility is conformant, in a column of Yes and No; city and state besides."""
    body = _p([*words(f, 2), *more_noise(2)])
    rows = [
        (r[0], r[2], r[1], "Invented City", r[3], "Yes" if r[4] == "Conformant" else "No") for r in f.rows
    ]
    heading = ("Metal", "Smelter Name", "Smelter ID", "City", "Country", "Conformant (Yes/No)")
    body += _table(rows, heading)
    third = -(-len(f.origins) // 2)
    rows = list(itertools.zip_longest(f.origins[:third], f.origins[third:], fillvalue=""))
    return [_form(f), _page(body + "<p>Possible countries of origin</p>" + _table(rows))]


def layout_tables(f: Facts) -> list[str]:
    """Tables inside of a table that only lays out the page; headings bold; status first."""
    body = _p([*words(f, 3), *more_noise(3)])
    rows = [(r[4], r[0], r[2], r[3], r[1]) for r in f.rows]
    heading = tuple(
        f"<b>{one}</b>" for one in ("RMAP Status", "3TG", "Standard Smelter Name", "Country", "ID")
    )
    body = f"<table><tr><td>{body}</td></tr><tr><td>{_table(rows, heading)}</td></tr></table>"
    last = f"<p>Our minerals may originate from {', '.join(f.origins[:-1])}, and {f.origins[-1]}.</p>"
    return [_form(f), _page(body + last)]


def raised_marks(f: Facts) -> list[str]:
    """Raised numbers behind names, explained as notes; metals as symbols."""
    marks = {"Conformant": "<sup>(1)</sup>", "Active": "<sup>(2)</sup>", OPEN: "<sup>(3)</sup>"}
    symbols = {
        "Gold": "Gold (Au)",
        "Tantalum": "Tantalum (Ta)",
        "Tin": "Tin (Sn)",
        "Tungsten": "Tungsten (W)",
    }
    body = _p([*words(f, 0), *more_noise(4)])
    rows = [(symbols[r[0]], r[2] + marks[r[4]], r[3], r[1]) for r in f.rows]
    body += _table(rows, ("Mineral", "Smelter or Refiner", "Country of Smelter", "CID No."))
    body += "<p>(1) Conformant</p><p>(2) Active</p><p>(3) Outreach Required</p>"
    body += "<p>Countries of Origin</p>" + _table([(str(n), one) for n, one in enumerate(f.origins, 1)])
    return [_form(f), _page(body)]


def text_file_rows(f: Facts) -> list[str]:
    """Names in a fixed grid in <pre>, the metal as a heading between rules."""
    lines = [*words(f, 1), *more_noise(5), "SMELTERS AND REFINERS"]
    text = "\n\n".join(lines) + "\n\n"
    for metal in METALS:
        text += f"{metal}\n{'-' * 90}\n"
        text += f"{'Smelter Name':<38}{'Country':<36}{'Smelter ID':<12}Status\n"
        text += "".join(f"{r[2]:<38}{r[3]:<36}{r[1]:<12}{r[4]}\n" for r in _of(f, metal)) + "\n"
    text += "\nCOUNTRIES OF ORIGIN\n\n" + "\n".join(f.origins) + "\n"
    return [_form(f), _page(f"<pre>{text}</pre>")]


def two_exhibits(f: Facts) -> list[str]:
    """The list in an exhibit of its own, report and form in others; upper case letters throughout."""
    report = _page(
        _p([*words(f, 2), *more_noise(6)]) + f"<p>Countries of origin: {', '.join(f.origins)}.</p>"
    )
    rows = [(r[2].upper(), r[0].upper(), r[3], r[1], r[4].upper()) for r in f.rows]
    listed = _table(rows, ("SMELTER NAME", "METAL", "COUNTRY", "SMELTER ID", "STATUS"))
    return [_form(f), report, _page("<p>ANNEX A TO CONFLICT MINERALS REPORT</p>" + listed)]


def side_by_side(f: Facts) -> list[str]:
    """Two facilities in a row of the table, side by side."""
    body = _p([*words(f, 3), *more_noise(7)])
    half = -(-len(f.rows) // 2)
    pairs: Sequence[tuple[list[str], list[str] | None]] = list(
        itertools.zip_longest(f.rows[:half], f.rows[half:])
    )
    blank = ["", "", "", "", ""]
    rows = [(x[0], x[2], x[3], (y or blank)[0], (y or blank)[2], (y or blank)[3]) for x, y in pairs]
    body += _table(rows, ("Metal", "Smelter Name", "Country", "Metal", "Smelter Name", "Country"))
    return [_form(f), _page(body + f"<p>Countries of origin may include {', '.join(f.origins)}.</p>")]


MORE_SHAPES = (
    names_in_columns, names_in_paragraphs, yes_or_no, layout_tables, raised_marks, text_file_rows,
    two_exhibits, side_by_side,
)  # fmt: skip
