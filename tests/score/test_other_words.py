"""What a report says in other words, in another place or in another table is not called missing."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model import Section
from generator.prose.html_tree import html_tree
from generator.score.score_material import Material
from generator.score.scorecard import score
from generator.score.values import Outcome, ScoredCheck
from tests.support.builders import disclosure, smelter

PLAIN: dict[str, Any] = {
    "statuses": [
        {"label": "Conformant", "class": "conformant"},
        {"label": "Open", "class": "indeterminable"},
    ],
    "survey": {"suppliers": "approximately 7"},
}
"""A filer that states neither lists nor definitions nor a rate."""
WORDS = "Words were spoken and much was done about everything in the whole of the year, again and again. " * 2


def check(name: str, report: str, **changes: Any) -> ScoredCheck:
    """One check of a report with these paragraphs, of a filer with three gold refiners."""
    stated = disclosure(*[smelter(row=row) for row in (2, 3, 4)], **(PLAIN | changes))
    given = Material(stated, None, html_tree(f"<div>{report}</div>"))
    return next(one for group in score(given).groups for one in group.checks if one.name == name)


SAID = {
    "audits_are_named": [
        "<p>Each works is audited under the Responsible Minerals Assurance Process.</p>",
        "<ul><li>Refiners of gold follow the LBMA.</li></ul>",
        "<table><tr><td>Program</td><td>RJC</td></tr></table>",
        "<p>Until then it was called Conflict-Free Smelter Programme.</p>",
    ],
    "smelters_are_identified": [
        "<p>We checked every works against the smelter database of the RMI.</p>",
        "<p>Names were then matched with a register of conformant facilities.</p>",
        "<p>We used the list of the LBMA to see which refiners had passed.</p>",
    ],
    "list_dates_are_given": [
        "<p>Statuses are those of the RMAP list downloaded on 3 April 2022.</p>",
        "<p>Two works were conformant as of April 3, 2022.</p>",
        "<table><tr><td>Conformant smelters, retrieved 2022-04-03</td></tr></table>",
    ],
    "statuses_are_defined": [
        "<p>“Conformant” means that an auditor said yes. Open refers to all others.</p>",
        "<dl><dt>Conformant</dt><dd>An auditor said yes</dd><dt>Open</dt>"
        "<dd>Nobody said anything yet</dd></dl>",
        "<table><tr><th>Conformant</th><td>An auditor said yes</td></tr>"
        "<tr><th>Open</th><td>Nobody said anything yet</td></tr></table>",
        "<p>Two were conformant (i.e., passed). We define “Open” as never audited.</p>",
        "<p>Conformant: an auditor said yes</p><p>Open – nobody said anything</p>",
    ],
    "metals_are_counted": [
        "<table><tr><th></th><th>Tin</th><th>Gold</th></tr><tr><th>Total</th><td>0</td><td>3</td></tr></table>",
        "<table><tr><th>Status</th><th>Tin</th><th>Gold</th></tr><tr><th>Conformant</th><td>0</td><td>1</td></tr>"
        "<tr><th>Open</th><td>0</td><td>2</td></tr></table>",
        "<table><tr><th>Gold refiners</th><td>3</td><td>100%</td></tr></table>",
        "<p>The answers named 3 gold refiners.</p>",
        "<p>By metal: gold (3).</p>",
    ],
    "response_is_stated": [
        "<p>Some 88% of the vendors that we wrote to have answered.</p>",
        "<p>By May, the response rate was 88%.</p>",
        "<p>We obtained questionnaires from 88 percent of them.</p>",
        "<p>We reached an 88% response rate.</p>",
    ],
    "policy_is_public": [
        "<p>Our sourcing policy: https://www.example.com/policy.</p>"
        "<p>Whoever wants to raise a concern writes to care@example.com.</p>",
        "<p>Read <a href='https://www.example.com/p'>our policy</a>.</p>"
        "<p>A helpline is open to all.</p><p>Call +1 (555) 555-0142.</p>",
    ],
    "steps_are_reported": [
        "".join(
            f"<h3>{title}</h3><p>{WORDS}</p>"
            for title in (
                "A. Strong management system", "B. How we evaluate risks", "C. Mitigating each risk",
                "D. Audits of smelters by others", "E. We report every year on our due diligence",
            )
        ),
        "".join(f"<p>Step {number}: {WORDS}</p>" for number in range(1, 6)),
        "".join(f"<h3>OECD Step #{number}</h3><p>{WORDS}</p>" for number in range(1, 6)),
    ],
    "inquiry_is_described": [
        "<p>Our inquiry into the origin of the metals: all suppliers got the CMRT.</p>",
    ],
    "framework_is_named": ["<p>It follows the Organization for Economic Co-operation and Development.</p>"],
}  # fmt: skip


@pytest.mark.parametrize(("name", "report"), [(name, one) for name, many in SAID.items() for one in many])
def test_it_is_found_in_other_words(name: str, report: str) -> None:
    found = check(name, report)
    assert (found.outcome, found.advice) == (Outcome.MET, ""), found.found


NOT_SAID = {
    "audits_are_named": ["<p>We are a member of an initiative, and an auditor looks at our books.</p>"],
    "smelters_are_identified": ["<p>We compared the offers of our suppliers with a list of prices.</p>"],
    "list_dates_are_given": [
        "<p>Conformant smelters stand on the list.</p>",
        "<p>As of May 31, 2022 we employ 7 people.</p>",
    ],
    "statuses_are_defined": [
        "<p>Two are Conformant and one is Open.</p>",
        "<table><tr><td>Conformant</td><td>64</td></tr><tr><td>Open</td><td>2</td></tr></table>",
    ],
    "metals_are_counted": [
        "<p>The answers named 13 gold refiners.</p>",
        "<table><tr><th></th><th>Tin</th><th>Gold</th></tr><tr><th>Total</th><td>3</td><td>0</td></tr></table>",
        "<p>Gold is 3% of it.</p>",
        "<form><label>Gold 3</label></form>",
    ],
    "response_is_stated": [
        "<p>We review answers with response rates below 88% from their sub-suppliers.</p>",
        "<p>We want a higher response rate; 88% of the spend is metal.</p>",
    ],
    "policy_is_public": [
        "<p>We have a policy and a hotline.</p>",
        "<p>Our policy: https://www.example.com/policy. A hotline is there for our people.</p>",
    ],
    "steps_are_reported": [
        "".join(
            f"<h3>{title}</h3><p>{WORDS}</p>"
            for title in ("Management systems", "Risk assessment", "Risk mitigation",
                          "Independent private sector audit", "Reporting on due diligence")
        ),
        "".join(f"<h3>Step {number}</h3><p>None.</p>" for number in range(1, 6)),
    ],
    "framework_is_named": ["<p>Our due diligence is good.</p>"],
}  # fmt: skip


@pytest.mark.parametrize(("name", "report"), [(name, one) for name, many in NOT_SAID.items() for one in many])
def test_other_words_do_not_do(name: str, report: str) -> None:
    assert check(name, report).outcome is Outcome.MISSING


ANSWERS = {
    "risks_are_reported": "Once a quarter the board is informed of all that was found.",
    "improvement_is_described": "Next year we intend to train more suppliers.",
    "years_are_compared": "That is 88%, up from 80% in 2020.",
    "mitigation_is_described": "Such vendors are replaced within a year.",
    "management_is_described": "Records are kept for five years.",
}


@pytest.mark.parametrize(("name", "sentence"), ANSWERS.items())
def test_words_that_may_answer_are_shown_with_their_line(name: str, sentence: str) -> None:
    section = Section(1, "text", "2021/report/01-text.md", f"# Text\n\nBefore it.\n{sentence}\n")
    stated = disclosure(smelter(), sections=(section,))
    given = Material(stated, None, html_tree(f"<h1>Text</h1><p>Before it. {sentence}</p>"))
    found = next(one for group in score(given).groups for one in group.checks if one.name == name)
    assert found.outcome is Outcome.NOT_ANSWERED
    assert found.found == f"nobody answered; perhaps these words do: “{sentence}”"
    assert str(found.where) == "2021/report/01-text.md:4"


@pytest.mark.parametrize(
    ("said", "outcome"),
    [("86 percent", Outcome.MET), ("85.7%", Outcome.MET), ("60%", Outcome.MISSING)],
)
def test_a_rate_that_the_figures_contradict_is_not_the_response_rate(said: str, outcome: Outcome) -> None:
    survey = {"survey": {"suppliers": "7", "answered": "6"}}
    found = check("response_is_stated", f"<p>The response rate was {said}.</p>", **survey)
    assert found.outcome is outcome
    assert outcome is Outcome.MET or found.found == (
        "the text gives another response rate than 85.7%: “The response rate was 60%.”"
    )


def test_an_answer_shows_the_words_and_the_line_of_a_table_and_of_a_heading() -> None:
    cells = "| | Tin | Gold |\n|---|---|---|\n| Total of all works | 0 | 1 |\n"
    text = f"# Text\n\n{cells}\nA long row of words that names the RMAP.\n"
    section = Section(1, "text", "2021/report/01-text.md", text)
    rows = "<tr><th></th><th>Tin</th><th>Gold</th></tr>"
    table = f"<table>{rows}<tr><th>Total of all works</th><td>0</td><td>1</td></tr></table>"
    stated = disclosure(smelter(), sections=(section,), **PLAIN)
    given = Material(stated, None, html_tree(f"{table}<p>A long row of words that names the RMAP.</p>"))
    found = {one.name: one for group in score(given).groups for one in group.checks}
    assert str(found["audits_are_named"].where) == "2021/report/01-text.md:7"
    assert found["audits_are_named"].found == (
        "the report names a program: “A long row of words that names the RMAP.”"
    )
    assert found["metals_are_counted"].found == "each metal is counted: Gold: Total of all works | 0 | 1"
    assert str(found["metals_are_counted"].where) == "2021/report/01-text.md:5"
