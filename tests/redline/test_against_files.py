"""A redline against files: in any order, some of them, a submission, another layout of the list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.documents.output import Output
from generator.pipeline import export_files, load
from generator.redline.rows import paired
from generator.redline.sides import ListRow
from tests.support.builders import HEADINGS, ROWS, YML, write_year
from tests.support.published import publish as build
from tests.support.signers import SIGNERS

NOTHING = "<p>Nothing changed.</p>"
SIGNED_HERE = YML.replace("  signed_elsewhere: Invented, so that nobody signs\n", "")


def redline(data: Path, to: Path, *options: str) -> tuple[int, str]:
    """The exit code, and the page; else what was said."""
    command = ["redline", "2021", "--data", str(data), "--to", str(to), "--only", "html", *options]
    result = CliRunner().invoke(main, command)
    if result.exit_code:
        return result.exit_code, result.output
    (path,) = to.glob("*.html")
    return 0, path.read_text(encoding="utf-8")


def against(paths: Sequence[Path]) -> list[str]:
    return [option for path in paths for option in ("--against", str(path))]


def documents(data: Path, folder: Path) -> tuple[Path, ...]:
    """The year's documents for EDGAR, the form first."""
    folder.mkdir()
    assets, _ = export_files(load(data, 2021), Output(kinds=("edgar",)))
    for one in (asset for asset in assets if asset.is_for_edgar):
        (folder / one.uri.rpartition("/")[2]).write_bytes(one.content)
    return tuple(sorted(folder.glob("*.htm"), reverse=True))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    write_year(tmp_path / "data")
    return tmp_path / "data"


def test_documents_may_be_named_in_any_order(data: Path, tmp_path: Path) -> None:
    form, exhibit = documents(data, tmp_path / "filed")
    assert "form" in form.name
    for number, given in enumerate(((form, exhibit), (exhibit, form))):
        code, page = redline(data, tmp_path / str(number), *against(given))
        assert (code, NOTHING in page) == (0, True), given


def test_marks_of_a_draft_are_no_change_of_its_text(tmp_path: Path) -> None:
    """The year is read as it is when it is final; what the program writes over a draft is not the filer's."""
    draft = SIGNED_HERE.replace("state: final", "state: draft")
    data = write_year(tmp_path / "data", yml=draft).parent
    files = documents(data, tmp_path / "filed")
    assert "DRAFT: not signed" in files[0].read_text(encoding="ascii")
    code, page = redline(data, tmp_path / "redline", *against(files))
    assert (code, "not signed, not dated" in page) == (0, False)
    assert "/s/ Ina Invented" in page  # which the draft has not


def test_a_form_alone_is_compared_with_the_form_alone(data: Path, tmp_path: Path) -> None:
    form, exhibit = documents(data, tmp_path / "filed")
    code, page = redline(data, tmp_path / "form", *against([form]))
    assert (code, NOTHING in page) == (0, True)
    assert "What changed from form-sd.htm to 2021 as it is now, the form alone." in page
    code, page = redline(data, tmp_path / "exhibit", *against([exhibit]))
    assert (code, NOTHING in page) == (0, True)
    assert "2021 as it is now, without its form." in page


def test_a_submission_has_its_form_compared_too(data: Path, tmp_path: Path) -> None:
    documents(data, tmp_path / "filed")
    parts = []
    for kind, name in (("SD", "form-sd.htm"), ("EX-1.01", "ex1-01.htm")):
        text = (tmp_path / "filed" / name).read_text()
        parts.append(f"<DOCUMENT>\n<TYPE>{kind}\n<FILENAME>{name}\n<TEXT>\n{text}\n</TEXT>\n</DOCUMENT>\n")
    whole = tmp_path / "submission.txt"
    whole.write_text(f"<SEC-DOCUMENT>\n{''.join(parts)}</SEC-DOCUMENT>\n")
    code, page = redline(data, tmp_path / "same", *against([whole]))
    assert (code, NOTHING in page) == (0, True)
    whole.write_text(whole.read_text().replace("Invented City", "Another City"))
    code, page = redline(data, tmp_path / "other", *against([whole]))
    assert code == 0
    assert "[Another]</del>" in page


def test_stars_around_words_of_a_plain_text_are_no_text(data: Path, tmp_path: Path) -> None:
    said = "We asked **all** of them, *each* by letter, and _nobody_ twice."
    section = data / "2021" / "report" / "01-inquiry.md"
    section.write_text(f"# Our Inquiry\n\n{said.replace('_', '*')}\n", encoding="utf-8")
    filed = tmp_path / "ex1-01.txt"
    filed.write_text(f"**Our Inquiry**\n\n{said}\n", encoding="utf-8")
    code, page = redline(data, tmp_path / "same", *against([filed]))
    assert code == 0
    assert not re.search(r"<del[^>]*>[^<]*[*_]", page)
    assert "Our Inquiry" not in "".join(re.findall(r"<(?:ins|del)[^>]*>.*?</(?:ins|del)>", page, re.DOTALL))
    assert "nobody" not in "".join(re.findall(r"<(?:ins|del)[^>]*>.*?</(?:ins|del)>", page, re.DOTALL))


def test_a_year_without_the_document_says_so(data: Path, tmp_path: Path) -> None:
    form, _ = documents(data, tmp_path / "filed")
    settings = data / "2021" / "disclosure.yml"
    settings.write_text(YML.replace("  signed_on: 2022-05-31\n", ""), encoding="utf-8")
    code, said = redline(data, tmp_path / "out", *against([form]))
    assert code == 1
    assert "RL-001 error: the year has no form to compare with form-sd.htm" in said


def test_headings_that_name_the_metal_of_a_list_are_no_text(data: Path, tmp_path: Path) -> None:
    """Filers put each metal above a table of its own; the list has it as a column."""
    _, exhibit = documents(data, tmp_path / "filed")
    text = exhibit.read_text()
    rows = "".join(
        f"<h3>{metal}</h3><table><tr><th>Smelter Name</th><th>Country</th></tr>"
        + "".join(f"<tr><td>{row[2]}</td><td>{row[3]}</td></tr>" for row in ROWS if row[0] == metal)
        + "</table>"
        for metal in dict.fromkeys(row[0] for row in ROWS)
    )
    start, end = text.rindex("<table"), text.rindex("</table>") + len("</table>")
    exhibit.write_text(f"{text[:start]}{rows}{text[end:]}")
    assert len(HEADINGS) == len(ROWS[0])
    code, page = redline(data, tmp_path / "out", *against([exhibit]))
    assert code == 0
    assert "deleted heading" not in page


def test_what_was_published_is_compared_as_it_was_kept(tmp_path: Path) -> None:
    data = tmp_path / "data"
    section = write_year(data, yml=SIGNED_HERE) / "report" / "01-inquiry.md"
    code, said = redline(data, tmp_path / "none", "--since", "published")
    assert code == 1
    assert "RL-001 error: nothing of 2021 is recorded as published" in said
    options = ("2021", "--data", str(data), "--date")
    for role in ("legal", "compliance", "ir"):
        signer = ("--role", role, "--name", SIGNERS[role])
        assert CliRunner().invoke(main, ["sign", *options, "2022-05-20", *signer]).exit_code == 0
    build(data, tmp_path / "site", ("edgar", "tables"))
    done = CliRunner().invoke(main, ["publish", *options, "2022-06-01", "--site", str(tmp_path / "site")])
    assert done.exit_code == 0, done.output
    code, page = redline(data, tmp_path / "same", "--since", "published")
    assert (code, NOTHING in page) == (0, True)
    assert "as it was published on June 1, 2022" in page
    section.write_text(f"{section.read_text()}\nA paragraph that came after the day of publication.\n")
    code, page = redline(data, tmp_path / "other", "--since", "published")
    assert code == 0
    assert "1 new, 0 deleted, 0 moved" in page
    assert "A paragraph that came after" in page


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("Invented Mint", "Invented Mint (formerly Other Works)", "renamed"),
        ("Invented Mint*", "Invented Mint, f/k/a Other Works", "renamed"),
        ("Invented Mint (East)", "Invented Mint", "renamed"),
        ("Invented (East) Refinery", "Invented (Westphalia) Refinery", "new"),
        ("Invented Mint of the East", "Another Refinery", "new"),
        ("Invented Mint of the East", "Invented Works of the South and North", "new"),
    ],
)
def test_a_name_with_an_older_one_behind_it_is_the_same_facility(before: str, after: str, kind: str) -> None:
    old, new = (ListRow({"metal": "Gold", "name": name, "country": "PERU"}) for name in (before, after))
    pairs, _ = paired([old], [new])
    assert [pair.kind for pair in pairs if pair.after] == [kind]


def test_of_two_names_the_more_alike_one_was_renamed() -> None:
    old = [ListRow({"metal": "Gold", "name": "Invented Mint 2", "country": "PERU"})]
    new = [
        ListRow({"metal": "Gold", "name": f"Invented Mint {end}", "country": "PERU"})
        for end in ("East", "2b")
    ]
    pairs, _ = paired(old, new)
    assert [pair.kind for pair in pairs] == ["new", "renamed"]
