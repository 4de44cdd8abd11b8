"""Further exhibits: the entries ``exhibits`` of ``disclosure.yml``, each with its file in ``exhibits/``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from ..errors import InputError
from ..files.folder import visible_files
from ..files.nearest import did_you_mean
from ..files.text_file import read_bytes, read_text
from ..files.yaml_model import KeyPath
from ..findings import Finding
from ..findings.catalogue import EXHIBIT_PDF, FILE_MISSING, FILE_UNNAMED, FILE_UNREADABLE, YAML_VALUE
from ..model import REPORT_NUMBER, DisclosureFacts, Exhibit, ExhibitFacts, LineRef, Route

EXHIBITS_FOLDER = "exhibits"
_KINDS = (".md", ".htm", ".html", ".txt", ".pdf")


def read_exhibits(
    year_folder: Path, shown: str, facts: DisclosureFacts, facts_file: str, lines: Mapping[KeyPath, int]
) -> tuple[tuple[Exhibit, ...], tuple[Finding, ...]]:
    """The exhibits in the order of their entries, and the findings; ``shown`` is the year's folder in these.

    An exhibit that cannot be used is left out, and a finding, which is an error, says why.
    """
    folder, shown = year_folder / EXHIBITS_FOLDER, f"{shown}/{EXHIBITS_FOLDER}"
    there = visible_files(folder)
    found: list[Finding] = []
    exhibits = []
    for number, stated in enumerate(facts.exhibits):

        def where(entry: str, number: int = number) -> LineRef:
            path = ("exhibits", number, entry)
            return LineRef(facts_file, lines.get(path) or lines.get(path[:2], 1))

        mistakes = [
            *_number_is_free(facts, number, where("number")),
            *_file_is_there(stated, there, shown, where("file")),
        ]
        found += mistakes
        if not mistakes:
            try:
                exhibits.append(_read(folder / stated.file, f"{shown}/{stated.file}", stated, number))
            except InputError as problem:
                found += problem.findings
                continue
            found += _of_kind(exhibits[-1], where("file"))
    found += _unnamed(there, facts, shown)
    return tuple(exhibits), tuple(found)


def _number_is_free(facts: DisclosureFacts, number: int, where: LineRef) -> Iterator[Finding]:
    stated = facts.exhibits[number]
    if stated.is_part:
        if facts.form.route is not Route.REPORT:
            entry = f"exhibits[{number + 1}].number"
            message = f"'{entry}' is '{REPORT_NUMBER}', and no report is filed as Exhibit 1.01"
            advice = "Give it another number, such as 1.02: on this route Exhibit 1.01 does not exist."
            yield Finding(YAML_VALUE, message, where, advice)
        return
    if stated.number in [one.number for one in facts.exhibits[:number]]:
        message = f"'exhibits[{number + 1}].number' is '{stated.number}', as another exhibit is"
        yield Finding(YAML_VALUE, message, where, "Give each exhibit a number of its own.")


def _file_is_there(
    stated: ExhibitFacts, there: Mapping[str, Path], shown: str, where: LineRef
) -> Iterator[Finding]:
    name = stated.file
    if not name.lower().endswith(_KINDS):
        message = f"the exhibit's file is '{name}'"
        advice = "Expected: a name that ends in .md, .htm, .txt or .pdf. Save a Word file as HTML."
        yield Finding(YAML_VALUE, message, where, advice)
    elif "/" in name or "\\" in name:
        message = f"the exhibit's file is '{name}'"
        yield Finding(YAML_VALUE, message, where, f"Expected: the name alone of a file in {shown}/.")
    elif name not in there:
        message = f"the exhibit '{name}' is not in {shown}/"
        advice = f"{did_you_mean(name, there)} Put the file there, or correct its name.".strip()
        yield Finding(FILE_MISSING, message, where, advice)


def _read(path: Path, shown: str, stated: ExhibitFacts, entry: int) -> Exhibit:
    """Raises InputError where the file cannot be read as what its name says, or says nothing."""
    content = read_bytes(path, shown)
    is_pdf = path.suffix.lower() == ".pdf"
    text = "" if is_pdf else read_text(path, shown)
    if not content.strip() or not (is_pdf or text.strip()):
        message = "the exhibit is empty"
        raise InputError(
            [Finding(FILE_UNREADABLE, message, LineRef(shown), "Put its text there, or remove its entry.")]
        )
    if is_pdf and not content.lstrip().startswith(b"%PDF-"):
        message = "the exhibit is no PDF, though its name says so"
        raise InputError(
            [
                Finding(
                    FILE_UNREADABLE, message, LineRef(shown), "Save it anew as PDF, or name it by what it is."
                )
            ]
        )
    return Exhibit(stated, shown, content, text, entry)


def _of_kind(exhibit: Exhibit, where: LineRef) -> Iterator[Finding]:
    if not exhibit.is_filed:
        number = exhibit.stated.number
        message = (
            f"the exhibit '{exhibit.name}' is a PDF: it is offered on the website, and stands neither in the"
            f" form's list of exhibits nor in the files for EDGAR"
        )
        advice = f"EDGAR takes Exhibit {number} as HTML or text alone: put it there as .htm, .md or .txt."
        yield Finding(EXHIBIT_PDF, message, where, advice)


def _unnamed(there: Mapping[str, Path], facts: DisclosureFacts, shown: str) -> Iterator[Finding]:
    for name in there.keys() - {one.file for one in facts.exhibits}:
        message = f"{EXHIBITS_FOLDER}/{name} is not named in disclosure.yml, and is published nowhere"
        advice = "Name it in the entry exhibits, with number and description, or remove the file."
        yield Finding(FILE_UNNAMED, message, LineRef(f"{shown}/{name}"), advice)
