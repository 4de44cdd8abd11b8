"""The Word file through LibreOffice and back: twenty edits of all kinds, each to be listed at its line.

LibreOffice also accepts all their tracked changes: the text must be the one that was read with them.
Needs LibreOffice Writer (Debian: ``apt-get install libreoffice-writer-nogui``); the tests need none. Prints a
Markdown table. Exit code 1 where an edit is not listed, or one is that nobody made, or the file is made too
slowly: at most twice the time of the year's three PDF files, in the same run.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from itertools import zip_longest
from pathlib import Path
from statistics import median
from typing import Any

REPO = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPO))

from benchmarks.word.accepting import accepted  # noqa: E402
from generator.counsel.compare import compare  # noqa: E402
from generator.counsel.edits import Edit  # noqa: E402
from generator.counsel.word_text import read_word  # noqa: E402
from generator.model import CellRef  # noqa: E402
from generator.pipeline import Year, load_year, word_files  # noqa: E402
from tests.support.word_edits import WordFile  # noqa: E402

NOTE = "\nThe inquiry is described in the next section.[^1]\n\n[^1]: An invented note for this measurement.\n"
"""The example has no footnote: this copy of it gets one, at the end of a section."""
REPORT, LIST = "data/2021/report/", "data/2021/smelters.xlsx"
# One line an edit, however long it is: it is read as a table.
# ruff: noqa: E501
# fmt: off
EDITS: tuple[tuple[str, tuple[Any, ...], dict[str, Any], str, str, str], ...] = (
    ("insert_tracked", ("The Rule applies to", "manufacture products", " anywhere"), {}, "changed", "01-", "The Rule applies"),
    ("track", ("RMI is the", "RMAP is its", "RMAP (the program) is its"), {}, "changed", "01-", "**RMAP** is its"),
    ("replace", ("This report is about", "physical", "tangible"), {}, "changed", "02-", "physical products"),
    ("track", ("Qualys does not buy", " from mines, smelters or refiners", ""), {}, "changed", "03-", "does not buy"),
    ("add", ("Qualys stands far from", "Counsel adds a paragraph."), {}, "new", "05-", "stands far from"),
    ("add", ("Many companies stand", "A tracked one."), {"is_tracked": True}, "new", "04-", "Many companies"),
    ("delete", ("The status labels have",), {}, "gone", "06-", "The status labels"),
    ("delete", ("The efforts to determine",), {"is_tracked": True}, "gone", "06-", "The efforts to"),
    ("move", ("Note on names.", "The Rule applies to"), {}, "moved", "01-", "**Note on names.**"),
    ("move", ("The facilities that they", "Qualys has no direct"), {"is_tracked": True}, "moved", "05-", "The facilities that"),
    ("replace", ("What the Rule asks", "asks", "requires"), {}, "changed", "01-", "## What the Rule asks"),
    ("add", ("Facilities are the", "A new item of the list."), {"like": True}, "new", "01-", "-   **Facilities**"),
    ("delete", ("Covered products are",), {}, "gone", "01-", "-   **Covered products**"),
    ("split", ("The solutions work", "and send it data."), {}, "split", "02-", "send it data."),
    ("comment", ("Since conflict minerals", "Please confirm with the auditor."), {}, "comment", "04-", "Since conflict"),
    ("change_value", ("Together, the answers", "298", "299"), {}, "changed", "04-", "Together, the answers"),
    ("change_cell", ("Aida Chemical", "JAPAN", "CHINA"), {}, "changed", LIST, "C4"),
    ("delete_row", ("Asahi Pretec",), {}, "gone", LIST, "C11"),
    ("add_row", ("Boliden AB", "Gold", "An invented refinery", "PERU", "Active"), {}, "new", LIST, "C20"),
    ("replace_note", ("An invented note", "A reworded note"), {}, "changed", "02-", "[^1]: An invented note"),
)
# fmt: on
"""Method of ``WordFile`` and what it takes; the kind, file, and words of the line or the cell at which the edit
must be listed: of something new, those behind which it stands."""
MOST = 2.0
"""Times of the three PDF files."""


def year_in(folder: Path) -> Path:
    """A copy of the example, with a footnote."""
    data = folder / "data"
    shutil.copytree(REPO / "data", data)
    section = next((data / "2021" / "report").glob("02-*.md"))
    section.write_text(section.read_text(encoding="utf-8") + NOTE, encoding="utf-8")
    return data


def loaded_year(data: Path) -> Year:
    loaded = load_year(data, 2021)
    assert isinstance(loaded, Year)
    return loaded


def through_office(path: Path, kind: str, folder: Path) -> Path:
    """What LibreOffice makes of the file."""
    folder.mkdir(exist_ok=True)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return folder / f"{path.stem}.{kind}"


def pages_of(path: Path) -> int:
    import pypdfium2

    return len(pypdfium2.PdfDocument(path))


def edited(content: bytes) -> bytes:
    file = WordFile(content)
    for name, given, options, *_ in EDITS:
        getattr(file, name)(*given, **options)
    return file.content


def listed(data: Path, edits: tuple[Edit, ...]) -> tuple[list[str], list[Edit]]:
    """The edits that were made and are not listed at their line, and those that nobody made."""
    left = list(edits)
    missing = []
    for name, given, _, kind, file, words in EDITS:
        found = next((one for one in left if one.kind == kind and stands_at(data, one, file, words)), None)
        if found is None:
            missing.append(f"{name} {given}")
        else:
            left.remove(found)
    return missing, left


def stands_at(data: Path, edit: Edit, file: str, words: str) -> bool:
    if isinstance(edit.where, CellRef):
        return edit.where.file == file and edit.where.cell == words
    if edit.where is None or file not in edit.where.file or not edit.where.line:
        return False
    lines = (data.parent / edit.where.file).read_text(encoding="utf-8").split("\n")
    return words in lines[edit.where.line - 1]


EXPORT = """\
from generator.pipeline import export_files
from generator.documents.output import Output
start = time.process_time()
export_files([years[0]], Output(({kind!r},)))
print(time.process_time() - start)
"""
REDLINE = """\
from generator.redline import redline
redline.load_year = lambda folder, year, **_: years[2021 - year]  # read already
start = time.process_time()
redline.redline_files(folder, 2021, redline.Against())
print(time.process_time() - start)
"""


def seconds(data: Path, code: str, runs: int) -> float:
    """The middle of the seconds that the code prints, each run in a process of its own, the years read."""
    read = (
        "import time; from pathlib import Path; from generator.pipeline import load_year\n"
        f"folder = Path({str(data)!r})\n"
        "years = [load_year(folder, year) for year in (2021, 2020) if (folder / str(year)).is_dir()]\n"
    )
    found = []
    for _ in range(runs):
        command = [sys.executable, "-c", read + code]
        done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=REPO)
        found.append(float(done.stdout))
    return median(found)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3, help="measurements of each time (default: 3)")
    parser.add_argument("--to", type=Path, help="write the result into this file too")
    given = parser.parse_args()
    if shutil.which("soffice") is None:
        sys.exit("LibreOffice Writer is needed: apt-get install libreoffice-writer-nogui")
    version = subprocess.run(["soffice", "--version"], capture_output=True, text=True, check=True).stdout
    with tempfile.TemporaryDirectory(prefix="formsd-") as name:
        lines, is_good = measured(Path(name), given.runs)
    text = "\n".join([f"{' '.join(version.split()[:2])}, the example of 2021 with 298 rows.", "", *lines, ""])
    print(text)
    if given.to:
        given.to.write_text(f"# The Word file, there and back\n\n{text}", encoding="utf-8")
    return 0 if is_good else 1


def measured(folder: Path, runs: int) -> tuple[list[str], bool]:
    data = year_in(folder)
    (file,) = word_files(loaded_year(data))
    plain, changed = folder / "plain.docx", folder / "changed.docx"
    plain.write_bytes(file.content)
    changed.write_bytes(edited(file.content))
    pages = pages_of(through_office(plain, "pdf", folder / "pdf"))
    rows = [f"| pages in LibreOffice | {pages} | at least 10 | {_word(pages >= 10)} |"]
    is_good = pages >= 10
    ways = (
        ("resaved without an edit", through_office(plain, "docx", folder / "resaved"), False),
        ("twenty edits", changed, True),
        ("twenty edits, resaved", through_office(changed, "docx", folder / "resaved"), True),
    )
    for what, path, has_edits in ways:
        start = time.process_time()
        edits = compare(data, 2021, path).edits
        spent = time.process_time() - start
        missing, invented = listed(data, edits) if has_edits else ([], list(edits))
        good = not missing and not invented
        is_good &= good
        count = len(EDITS) - len(missing) if has_edits else 0
        result = f"{count} listed, {len(invented)} invented, {spent:.1f} s"
        rows.append(f"| {what} | {result} | {len(EDITS) if has_edits else 0} and 0 | {_word(good)} |")
        rows += [f"| not listed | {one} | | |" for one in missing]
        rows += [f"| invented | {one.kind} {one.where} | | |" for one in invented]
    with_tracks, without = read_word(changed), read_word(accepted(changed, folder / "accepted"))
    texts, others = ([block.text for block in one.blocks] for one in (with_tracks, without))
    tracked, left = (sum(bool(block.authors) for block in one.blocks) for one in (with_tracks, without))
    differ = sum(one != other for one, other in zip_longest(texts, others))
    good = tracked > 0 and not differ and not left
    is_good &= good
    result = f"{differ:,} of {len(texts):,} paragraphs and rows differ; of {tracked} with tracks, {left} left"
    rows.append(f"| all tracked changes accepted in LibreOffice | {result} | 0 and 0 | {_word(good)} |")
    pdf = seconds(data, EXPORT.format(kind="pdf"), runs)
    shutil.copytree(data / "2021", data / "2020")
    facts = data / "2020" / "disclosure.yml"
    text = facts.read_text(encoding="utf-8").replace("period: 2021", "period: 2020")
    facts.write_text(text.replace("suppliers: 7", "suppliers: 8"), encoding="utf-8")
    for what, code in (("the Word file", EXPORT.format(kind="word")), ("the redline, PDF and HTML", REDLINE)):
        spent = seconds(data, code, runs)
        good = spent <= MOST * pdf
        is_good &= good
        shown = f"{spent:.2f} s, {spent / pdf:.1f} times the {pdf:.2f} s of the PDF files"
        rows.append(f"| processor time of {what} | {shown} | at most {MOST:.0f} times | {_word(good)} |")
    return ["| what | result | aim | |", "|---|---|---|---|", *rows], is_good


def _word(is_good: bool) -> str:
    return "met" if is_good else "MISSED"


if __name__ == "__main__":
    sys.exit(main())
