"""The report against that of the year before."""

from __future__ import annotations

from dataclasses import replace

from generator.checks.boilerplate import report_is_new, section_is_new
from generator.model import Disclosure, Earlier, Section
from tests.support.builders import disclosure

OLD = "# Steps\n\nWe asked every supplier again in 2021. We wrote to the late ones.\nWe compared the lists.\n"
NEW = "# Steps\n\nWe met two suppliers in person. They mended their answers. We ended one contract.\n"


def report(*texts: str, before: tuple[str, ...] | None) -> Disclosure:
    def sections(given: tuple[str, ...]) -> tuple[Section, ...]:
        return tuple(Section(n, "s", f"report/{n:02}-s.md", text) for n, text in enumerate(given, start=1))

    earlier = None if before is None else Earlier(2020, "Invented", sections(before))
    return replace(disclosure(sections=sections(texts)), earlier=earlier)


def test_a_section_that_was_kept_is_told_with_its_share() -> None:
    stated = report(OLD, NEW, before=(OLD.replace("2021", "2020"),))
    assert [str(finding) for finding in section_is_new(stated)] == [
        "BP-001 info: 100% of the section's sentences are those of 2020 (report/01-s.md:1). Read it: does it "
        "still say what was done?"
    ]
    assert list(report_is_new(stated)) == []


def test_a_report_that_was_kept_is_a_warning() -> None:
    assert [str(finding) for finding in report_is_new(report(OLD, NEW, before=(NEW, OLD)))] == [
        "BP-002 warning: all 2 sections are those of 2020 (report). Say what was done, found and decided "
        "in this "
        "year."
    ]


def test_a_report_that_was_written_anew_passes() -> None:
    for stated in (report(NEW, before=(OLD,)), report(NEW, before=None)):
        assert [*section_is_new(stated), *report_is_new(stated)] == []
