"""A report with every fault that became known of filings: each is found, at its place, and nothing else.

``faulty_report`` repeats them in our own words. 4.1 and 4.2 are the sections of the catalogue of faults:
the filing for 2021, and what others reported of other filings.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.findings import Finding
from generator.model import CellRef
from generator.pipeline import load_year
from tests.support.wording import write_wording

FOLDER = Path(__file__).parent / "faulty_report" / "data"
YML, CSV, REPORT = "disclosure.yml", "smelters.csv", "report"
FIRST, SECOND, THIRD = "report/01-introduction.md", "report/02-inquiry.md", "report/03-due-diligence.md"

FAULTS = [
    ("4.1 figures of the text differ from the annex", "TF-002", SECOND, 6),
    ("4.1 figures are typed", "TF-001", SECOND, 6),
    ("4.1 figures are typed in words", "TF-001", SECOND, 4),
    ("4.1 the list differs from figures known from elsewhere", "FG-001", YML, 47),
    ("4.1 a count does not say its unit", "CP-003", SECOND, 5),
    ("4.1 no smelter in a covered country, and one is listed", "CL-002", SECOND, 13),
    ("4.1 low risk by place without a list", "CL-003", SECOND, 12),
    ("4.1 former name: the initiative", "WD-001", SECOND, 6),
    ("4.1 former names: abbreviations, program; 4.2 a template's former name", "WD-001", SECOND, 7),
    ("4.1 garbled name of a program", "WD-001", SECOND, 8),
    ("4.1 Active stands for facilities that are conformant", "WD-005", SECOND, 8),
    ("4.1 compliant smelters", "WD-004", SECOND, 9),
    ("4.1 compliant as a status", "WD-004", YML, 35),
    ("4.1 a phrase of 2013", "WD-005", SECOND, 11),
    ("4.1 filed in the year of the period", "DT-007", FIRST, 7),
    ("4.1 the older layout", "FM-001", YML, 18),
    ("4.1 no EIN", "FM-002", YML, 2),
    ("4.1 origin told by the place of the smelters", "CO-010", THIRD, 15),
    ("4.1 the smelters' countries as countries of origin", "CO-010", THIRD, 13),
    ("4.1 a declaration beside a smelter in Rwanda", "CL-005", SECOND, 4),
    ("4.1 no identifiers", "SM-011", CSV, 2),
    ("4.1 an address of many filings", "CP-005", YML, 14),
    ("4.2 Hong Kong and Singapore as origins", "CO-007", YML, 45),
    ("4.2 origins are the places of the smelters", "CO-005", YML, 44),
    ("4.2 North Korea as an origin", "CO-006", YML, 45),
    ("4.2 North Korea as a place", "CO-006", CSV, 7),
    ("4.2 the whole report is last year's", "BP-002", REPORT, None),
    ("4.2 a section is last year's", "BP-001", FIRST, 1),
    ("4.2 a section is last year's", "BP-001", SECOND, 1),
    ("4.2 a section is last year's", "BP-001", THIRD, 1),
    ("4.2 last year's period", "DT-006", FIRST, 3),
    ("4.2 a year of long ago", "DT-005", FIRST, 5),
    ("4.2 conflict free without an audit", "WD-002", THIRD, 19),
    ("4.2 the predecessor's name", "WD-006", FIRST, 3),
    ("4.3 G3 Sudan for South Sudan", "CO-008", FIRST, 4),
    ("4.3 G4 a name of the Congo", "CO-009", FIRST, 4),
    ("4.3 T5 all answered, and one did not", "CL-002", SECOND, 3),
    ("4.3 a negative sentence that nothing computes", "CL-004", SECOND, 14),
    ("4.3 D2 a status without a definition", "WD-003", SECOND, 10),
    ("4.3 D2 the report does not define its statuses", "CP-004", REPORT, None),
    ("4.3 D3 steps without a heading", "CP-001", REPORT, None),
    ("4.3 D3 a step without content", "CP-001", THIRD, 9),
    ("1.5 no efforts to find the mine", "CP-002", REPORT, None),
]


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> tuple[Finding, ...]:
    data = Path(shutil.copytree(FOLDER, tmp_path_factory.mktemp("faulty") / "data"))
    write_wording(data / "2021")
    return load_year(data, 2021).findings


def place(finding: Finding) -> tuple[str, str, int | None]:
    """Code, file of the year's folder, and line or row."""
    file = finding.where.file.removeprefix("data/2021/")
    if isinstance(finding.where, CellRef):
        return finding.code, file, int("".join(filter(str.isdigit, finding.where.cell)))
    return finding.code, file, finding.where.line


@pytest.mark.parametrize(("fault", "code", "file", "line"), FAULTS, ids=[fault[0] for fault in FAULTS])
def test_each_known_fault_is_found_at_its_place(
    findings: tuple[Finding, ...], fault: str, code: str, file: str, line: int | None
) -> None:
    assert (code, file, line) in {place(finding) for finding in findings}, fault


def test_nothing_is_found_that_is_no_known_fault(findings: tuple[Finding, ...]) -> None:
    known = {(code, file, line) for _, code, file, line in FAULTS}
    assert [str(finding) for finding in findings if place(finding) not in known] == []


def test_our_own_report_of_2021_has_none_of_the_faults_of_its_text(repo: Path) -> None:
    found = [finding.code for finding in load_year(repo / "data", 2021).findings]
    of_text = ("TF-", "WD-", "CL-", "BP-", "DT-", "CP-")
    as_filed = {"CL-001", "CP-005", "WD-004"}
    """A claim that names Luna Smelter, the filing's own address, and the filing's own label."""
    assert {code for code in found if code.startswith(of_text)} == as_filed
