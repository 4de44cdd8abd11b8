"""A final needs a sign-off of each role over exactly what is published."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.findings import Finding
from generator.findings.catalogue import CONTROL, LAYOUT_OVERRIDE, SECTION_TO_DO
from generator.model import Disclosure, LineRef
from generator.record.changes import differences
from generator.record.records import Record, Role, Snapshot
from generator.record.sign_off import (
    Signed,
    final_is_signed_off,
    missing_for_final,
    signed_content_is_unchanged,
    signed_elsewhere_is_told,
)
from generator.record.write import deed_of_sign_off, snapshot_of
from tests.support.filing import restated

SECTIONS = {"01-inquiry": "# Inquiry\nAll answered."}
DRAFT = {"filing": {"state": "draft"}}


def of(one: Disclosure, sections: dict[str, str] = SECTIONS) -> Snapshot:
    return snapshot_of(one, sections)


def signed(now: Disclosure, *roles: Role, sections: dict[str, str] = SECTIONS) -> list[Signed]:
    """Sign-offs over a filing with one row, and what the filing has otherwise now."""
    then = of(restated(rows=({"cid": "CID000001"},)))
    records = [
        Record(deed_of_sign_off(role, "Ann Example", dt.date(2022, 5, 20), then), then, f"{role}/record.yml")
        for role in roles
    ]
    return [(record, differences(then, of(now, sections))) for record in records]


def final(**changes: object) -> Disclosure:
    return restated(rows=({"cid": "CID000001", **changes},), filing__signed_elsewhere=None)


def test_each_role_that_has_not_signed_a_final_is_an_error() -> None:
    found = list(final_is_signed_off(final(), signed(final(), Role.COMPLIANCE)))
    assert [str(finding) for finding in found] == [
        "SO-003 error: the state is final without a sign-off by legal (disclosure.yml:1)."
        ' Run: formsd sign 2021 --role legal --name "First Last".',
        "SO-003 error: the state is final without a sign-off by investor relations (disclosure.yml:1)."
        ' Run: formsd sign 2021 --role ir --name "First Last".',
    ]


def test_a_final_that_all_roles_signed_has_no_finding() -> None:
    given = signed(final(), *Role)
    assert list(final_is_signed_off(final(), given)) == []
    assert list(signed_content_is_unchanged(final(), given)) == []


def test_a_draft_needs_no_sign_off() -> None:
    assert list(final_is_signed_off(restated(**DRAFT), [])) == []


def test_a_filing_that_was_signed_elsewhere_needs_no_sign_off_here() -> None:
    elsewhere = restated(filing__signed_elsewhere="Signed on paper")
    assert list(final_is_signed_off(elsewhere, [])) == []
    assert [str(finding) for finding in signed_elsewhere_is_told(elsewhere)] == [
        "SO-006 info: the final has no sign-offs, because: 'Signed on paper' (disclosure.yml:1)."
        " Remove the entry, unless it is so."
    ]


def test_a_final_that_was_signed_here_has_no_note_of_elsewhere() -> None:
    assert list(signed_elsewhere_is_told(final())) == []


def test_what_changed_after_a_sign_off_stops_a_final_and_is_named() -> None:
    now = final(status=1)
    (found,) = signed_content_is_unchanged(now, signed(now, Role.LEGAL, sections={"01-inquiry": "# Other"}))
    assert str(found) == (
        "SO-004 error: Ann Example signed other content for legal on 2022-05-20: rows: CID000001"
        " '8853 S.p.A.' (Gold) changed: Status 'Full Compliant' → 'Indeterminable'; Status class"
        " 'conformant' → 'indeterminable'; Status as of '2022-03-01' → ''; sections: inquiry changed"
        " (legal/record.yml). Undo the change, or have it signed again."
    )


def test_what_changed_after_a_sign_off_is_a_note_of_a_draft() -> None:
    now = restated(rows=({"cid": "CID000001"},), filing__state="draft", survey__answered=6)
    (found,) = signed_content_is_unchanged(now, signed(now, Role.LEGAL))
    assert str(found).startswith("SO-005 info: Ann Example signed other content for legal")
    assert "survey.answered '7' → '6'" in str(found)


def test_of_many_changes_five_are_named() -> None:
    now = restated(rows=tuple({"name": f"Works {n}"} for n in range(7)), filing__signed_elsewhere=None)
    (found,) = signed_content_is_unchanged(now, signed(now, Role.IR))
    assert "'Works 4' (Gold) new and 3 more" in str(found)
    assert "Works 5" not in str(found)


def test_a_draft_says_what_is_missing_for_a_final() -> None:
    where = LineRef("disclosure.yml", 1)
    findings = [Finding(rule, "x", where, "y") for rule in (CONTROL, LAYOUT_OVERRIDE, SECTION_TO_DO)]
    now = restated(rows=({"cid": "CID000001"},), filing={"state": "draft"}, notice="Invented")
    assert missing_for_final(now, findings, signed(now, Role.LEGAL)) == (
        "1 error to mend",
        "the open notes to be worked off (SE-006)",
        "the day of signature (filing.signed_on)",
        "the officer who signs the form",
        "the sign-off by compliance",
        "the sign-off by investor relations",
        "a new sign-off: Ann Example signed other content for legal on 2022-05-20: facts: notice new,"
        " filing.signed_on gone, filing.signatory.name gone, filing.signatory.title gone",
    )


@pytest.mark.parametrize("state", ["draft", "final"])
def test_nothing_is_missing_where_everything_is_there(state: str) -> None:
    now = restated(rows=({"cid": "CID000001"},), filing__state=state)
    assert missing_for_final(now, [], signed(now, *Role)) == ()
