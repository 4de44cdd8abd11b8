"""From the place of a finding in the data to its place on a page."""

from __future__ import annotations

import dataclasses

import pytest

from generator.findings import Finding
from generator.findings.catalogue import CONTROL
from generator.model import CellRef, Disclosure, LineRef, Place, Section
from generator.prose.facts import facts_of
from generator.prose.prose import render_sections
from generator.review.finding_links import FindingLinks
from tests.support.filing import restated

INQUIRY = Section(
    1,
    "inquiry",
    "data/2021/report/01-inquiry.md",
    "# Inquiry\n\nAll 298 answered.\n\n## Results\n\nGood.",
)
ASIDE = Section(
    2,
    "aside",
    "data/2021/report/02-aside.md",
    "# Results\n\n{% if facilities.tin.total %}\n## Left out\n{% endif %}\n\n{{ facilities.total }}\n",
)
LINES = {
    (): 1, ("registrant",): 2, ("registrant", "name"): 3, ("survey",): 10, ("statuses",): 20,
    ("statuses", 0, "label"): 21, ("waivers",): 30,
}  # fmt: skip


def filing(**changes: object) -> Disclosure:
    cell = CellRef("data/2021/smelters.xlsx", "Smelter List", "C14")
    row = {"name": "Works", "anchor": "CID000001", "where": cell}
    one = restated(rows=(row,), **changes)
    return dataclasses.replace(one, sections=(INQUIRY, ASIDE), lines=LINES, file="data/2021/disclosure.yml")


def links(**changes: object) -> FindingLinks:
    one = filing(**changes)
    sections, found = render_sections(one.sections, facts_of(one), {})
    assert found == ()
    return FindingLinks(one, sections)


def at(where: Place) -> Finding:
    return Finding(CONTROL, "x", where, "y")


@pytest.mark.parametrize(
    ("where", "link"),
    [
        (LineRef(INQUIRY.file, 3), ("report/#inquiry:~:text=All%20298%20answered.", "Inquiry")),
        (LineRef(INQUIRY.file, 7), ("report/#results", "Results")),
        (LineRef(INQUIRY.file), ("report/#inquiry", "Inquiry")),
        (LineRef(ASIDE.file, 7), ("report/#results_1", "Results")),
        (CellRef("data/2021/smelters.xlsx", "Smelter List", "F14"), ("annex/#CID000001", "Annex, Works")),
        (CellRef("data/2021/smelters.xlsx", "Smelter List", "F99"), None),
        (CellRef("data/countries.csv", None, "A14"), None),
        (LineRef("data/2021/disclosure.yml", 3), ("form-sd/", "Form SD")),
        (LineRef("data/2021/disclosure.yml", 12), ("report/", "Report")),
        (LineRef("data/2021/disclosure.yml", 21), ("annex/#what-the-statuses-mean", "Annex, statuses")),
        (LineRef("data/2021/disclosure.yml", 31), None),
        (
            LineRef("data/2021/record/legal/record.yml"),
            ("review/#sign-offs", "Sign-offs, and what changed since"),
        ),
        (LineRef("data/2021/documents/letter.pdf"), None),
    ],
)
def test_a_place_leads_to_the_page_that_shows_it(where: Place, link: tuple[str, str] | None) -> None:
    assert links().find(at(where)) == link


def test_without_a_report_the_sections_stand_in_the_form() -> None:
    found = links(form__route="country-of-origin-inquiry")
    assert found.find(at(LineRef(INQUIRY.file, 7))) == ("form-sd/#results", "Results")
    assert found.find(at(LineRef("data/2021/disclosure.yml", 12))) == ("form-sd/", "Form SD")


@pytest.mark.parametrize(
    ("where", "quoted"),
    [
        (LineRef(INQUIRY.file, 3, 5, 3), ("All ", "298", " answered.")),
        (LineRef(INQUIRY.file, 3), ("All 298 answered.", "", "")),
        (LineRef(ASIDE.file, 7), ("", "", "")),
        (LineRef(INQUIRY.file, 99), ("", "", "")),
        (LineRef("data/2021/disclosure.yml", 3), ("", "", "")),
    ],
)
def test_the_line_is_quoted_where_it_has_words_of_its_own(where: Place, quoted: tuple[str, str, str]) -> None:
    assert links().quoted(at(where)) == quoted


@pytest.mark.parametrize(
    ("line", "column", "words"),
    [
        (
            "The {{ facilities.total }} facilities stand in 46 countries.",
            49,
            "=facilities%20stand%20in%2046%20countries.",
        ),
        ("The {{ a }} facilities stand in 46.", 1, ""),
        ("- None of the **ten** stands there, says the list.", 3, "=None%20of%20the"),
        (
            "See [the annex](annex.md) for the long-known, whole list.",
            None,
            "=for%20the%20long%2Dknown%2C%20whole%20list.",
        ),
        ("{{ claim.all_answered() }}", None, ""),
        ("One two three four five six seven eight nine ten eleven twelve thirteen", None, "twelve"),
    ],
)
def test_the_words_of_the_line_lead_to_its_place(line: str, column: int | None, words: str) -> None:
    section = dataclasses.replace(INQUIRY, text=f"# Inquiry\n\n{line}\n")
    one = dataclasses.replace(filing(), sections=(section,))
    rendered = render_sections((INQUIRY,), facts_of(one), {})[0]
    found = FindingLinks(one, [dataclasses.replace(rendered[0], body="")])
    href, _ = found.find(at(LineRef(INQUIRY.file, 3, column))) or ("", "")
    assert href.partition(":~:text")[2].endswith(words)
    assert bool(words) == (":~:text=" in href)


def test_a_place_in_the_wording_leads_to_the_section_that_prints_it() -> None:
    asks = Section(3, "steps", "data/2021/report/03-steps.md", "# Steps\n\n{{ paragraph.answers_wanted }}\n")
    one = dataclasses.replace(filing(), sections=(INQUIRY, asks))
    sections, _ = render_sections(one.sections, facts_of(one), {})
    file = next(file for file in one.wording if file.name == "answers-wanted")
    where = LineRef(file.file, file.cases[0].line)
    assert FindingLinks(one, sections).find(at(where)) == (
        "report/#steps:~:text=Answers%20for%20the%20covered%20products%2C%20rather%20than%20for%20whole"
        "%20companies%2C%20would%20let",
        "Steps",
    )
    other = next(file for file in one.wording if file.name == "policy")
    assert FindingLinks(one, sections).find(at(LineRef(other.file, other.cases[0].line))) is None
