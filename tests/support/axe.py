"""Accessibility rules of axe-core, run in a page that a browser shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from playwright.sync_api import Page

WCAG_22_AA_AND_BEST_PRACTICE = (
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22aa",
    "best-practice",
)

_RUN = """
async ([tags, within]) => {
  const { violations } = await axe.run(within ?? document, {
    runOnly: { type: "tag", values: tags },
    resultTypes: ["violations"],
  });
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html, failureSummary }) => ({
      rule: id, help, target: target.flat().join(" "), html: html.slice(0, 200),
      why: failureSummary.split("\\n").slice(1).join("; ").trim(),
    })));
}
"""


@dataclass(frozen=True)
class Violation:
    """One element that breaks one rule of axe."""

    rule: str
    help: str
    target: str
    """CSS selector of the element."""
    html: str
    """Its markup, cut after 200 characters."""
    why: str

    def __str__(self) -> str:
        return f"{self.rule}: {self.help}\n    {self.target}\n    {self.html}\n    {self.why}"


def run_axe(
    page: Page, tags: Sequence[str] = WCAG_22_AA_AND_BEST_PRACTICE, *, within: str | None = None
) -> list[Violation]:
    """Violations in the page as it stands, in document order within a rule.

    ``within`` is a CSS selector: only that part of the page is looked at, which is quicker.
    The script is evaluated and not added as an element, because a content security policy refuses that.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(_source())
    return [Violation(**found) for found in page.evaluate(_RUN, [list(tags), within])]


@cache
def _source() -> str:
    return (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
