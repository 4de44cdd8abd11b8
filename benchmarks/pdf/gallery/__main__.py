"""Make the documents of all cases, check them, and set their pages on contact sheets.

``python -m benchmarks.pdf.gallery --to FOLDER [--only NAME …] [--large]`` writes ``gallery.png`` with all
pages of all website copies, a sheet for each case, the files themselves, and prints what the checks of PDF
and EDGAR HTML find. Exit code 1 where they find something.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.pdf.gallery.printed import printer, prints
from benchmarks.pdf.gallery.sheet import Strip, contact_sheet, strip
from generator.documents.make import filing_files
from generator.documents.output import Output
from generator.documents.pdf import names
from generator.findings import Severity
from tests.support.document_cases import CASES, INVENTED, SHARED, Case, shared_case

WIDTH, LARGE, COLUMNS = 240, 560, 8
MOST = 24
"""Pages of one file that are shown."""


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--to", type=Path, default=Path("gallery"), help="folder for sheets and files")
    parser.add_argument("--only", nargs="*", default=[], metavar="NAME", help="these cases only")
    parser.add_argument("--large", action="store_true", help="pages large enough to be read")
    parser.add_argument("--edgar", action="store_true", help="the HTML for EDGAR too, as a browser prints it")
    given = parser.parse_args()
    given.to.mkdir(parents=True, exist_ok=True)
    width, columns = (LARGE, 4) if given.large else (WIDTH, COLUMNS)
    every: list[Strip] = []
    is_sound = True
    with tempfile.TemporaryDirectory() as folder, printer(is_wanted=given.edgar) as to_pdf:
        for case in cases(Path(folder), given.only):
            files, found = documents(case)
            for one in found:
                print(f"{case.name}: {one}")
            is_sound = is_sound and not found
            strips = []
            for name, content in files.items():
                path = given.to / case.name / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
                pdf = (
                    content
                    if name.endswith(".pdf")
                    else prints(to_pdf, path)
                    if name.endswith(".htm")
                    else b""
                )
                if pdf:
                    strips.append(strip(f"{case.name}, {name}", pdf, width=width, most=MOST))
            contact_sheet(strips, columns=columns, width=width).save(given.to / f"{case.name}.png")
            every += strips[:1] if not given.edgar else strips
            print(f"{case.name}: {', '.join(one.title.partition(', ')[2] for one in strips)}")
    contact_sheet(every, columns=columns, width=width).save(given.to / "gallery.png")
    return 0 if is_sound else 1


def cases(folder: Path, only: list[str]) -> Iterator[Case]:
    """The cases in their order; those that were handed over only where they are there."""
    for name, make in INVENTED.items():
        if not only or name in only:
            yield make(folder / name)
    for name, year in SHARED.items():
        if (not only or name in only) and (CASES / name).is_dir():
            yield shared_case(name, year, folder / f"shared-{name}")


def documents(case: Case) -> tuple[dict[str, bytes], list[str]]:
    """The website copy first, then every other file by its name; and what is found in them."""
    loaded = case.loaded()
    assets, found = filing_files(loaded.disclosure, case.pages(), Output())
    web = names.web_of(loaded.disclosure)
    files = {one.name: one.content for one in sorted(assets, key=lambda one: one.name != web)}
    return files, [f"{one.rule.code} {one.message}" for one in found if one.severity is not Severity.INFO]


if __name__ == "__main__":
    sys.exit(main())
