"""Letters to suppliers: what is in each of a folder of thirty answers, and what is not."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

import openpyxl
import pytest

from generator.model.folding import fold
from generator.suppliers.letters.contacts import address, person
from generator.suppliers.letters.files import files_of
from generator.suppliers.letters.letter import Letter, letters_of
from generator.suppliers.letters.one_line import one_line
from generator.suppliers.output.markdown import as_markdown, listed_by_advice
from generator.suppliers.output.review_files import as_json, review_files
from generator.suppliers.questions.places import places_of
from generator.suppliers.questions.wording import spoken
from generator.suppliers.reconcile import notes, reconcile_year
from generator.suppliers.reconciled import Reconciled
from generator.suppliers.sources.letters_md import MAY, default_texts, read_letters
from generator.year.letters import DEFAULT_LETTERS
from generator.year.start import start_year
from tests.support.builders import write_year
from tests.support.cmrt_workbooks import COMPANY, METALS, ROWS, cmrt, not_listed
from tests.support.thirty_answers import (
    ANSWER_BY,
    ANSWERS,
    HOSTILE,
    JUNK,
    LEFT_BEHIND,
    MOST_QUESTIONS,
    REMINDER,
    suppliers_yml,
    write_answers,
)

CMRT = "Conflict Minerals Reporting Template (CMRT)"

DUTIES = (
    "suppliers.yml",
    "reconcile.yml",
    "aliases",
    "run again",
    "Nothing to do",
    "the folder",
    "status list",
)


@dataclass(frozen=True)
class Round:
    """A run over the folder, and what it wrote."""

    folder: Path
    result: Reconciled
    letters: Mapping[str, Letter]
    """By the folded name of the supplier."""

    def text(self, supplier: str, ending: str = "txt") -> str:
        name = self.letters[fold(supplier)].name
        return (self.folder / "review" / "follow-up" / f"{name}.{ending}").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def thirty(tmp_path_factory: pytest.TempPathFactory) -> Round:
    place = tmp_path_factory.mktemp("thirty")
    folder = write_year(place / "data")
    (folder / "smelters.xlsx").unlink()
    (folder / "suppliers.yml").write_text(suppliers_yml(), encoding="utf-8")
    (folder / "reconcile.yml").write_text(f"answer_by: {ANSWER_BY}\n", encoding="utf-8")
    result = reconcile_year(place / "data", 2021, write_answers(place / "answers"), processes=1)
    return Round(folder, result, {fold(one.supplier): one for one in letters_of(result)})


@pytest.mark.parametrize("supplier", ANSWERS)
def test_each_letter_asks_exactly_what_its_answer_calls_for(thirty: Round, supplier: str) -> None:
    letter = _letter(thirty, supplier)
    if not ANSWERS[supplier].codes:
        assert letter is None
        return
    assert letter is not None
    codes = {one.ask.finding.code for one in letter.questions} or {REMINDER}
    assert tuple(sorted(codes)) == ANSWERS[supplier].codes
    assert len(letter.questions) <= MOST_QUESTIONS


def _letter(thirty: Round, supplier: str) -> Letter | None:
    return thirty.letters.get(fold(one_line(supplier)))


def test_there_is_one_letter_for_each_supplier_that_is_asked_and_no_other(thirty: Round) -> None:
    asked = {fold(one_line(name)) for name, one in ANSWERS.items() if one.codes}
    assert thirty.letters.keys() == asked
    written = sorted(path.name for path in (thirty.folder / "review" / "follow-up").iterdir())
    assert written == sorted(f"{one.name}.{end}" for one in thirty.letters.values() for end in ("txt", "eml"))


def test_no_question_is_asked_twice(thirty: Round) -> None:
    for letter in thirty.letters.values():
        for workbook in letter.workbooks:
            texts = [one.ask.text for one in workbook.questions]
            assert len(set(texts)) == len(texts)


def test_no_letter_names_another_supplier_or_what_the_filer_must_do(thirty: Round) -> None:
    names = {one_line(name) for name in ANSWERS}
    for letter in thirty.letters.values():
        text = thirty.text(letter.supplier)
        assert [name for name in names if name in text and fold(name) != fold(letter.supplier)] == []
        assert [duty for duty in DUTIES if duty in text] == []
        assert "{" not in text


def test_a_letter_says_whom_it_greets_of_what_it_speaks_and_by_when(thirty: Round) -> None:
    assert thirty.text("Golf Old Template") == (
        "Golf Old Template: review of your reporting template for 2021\n\n"
        "Dear Ina Invented,\n\n"
        f"{default_texts().filled('opening', year=2021, template=CMRT)}\n\n"
        'Your workbook "old.xlsx" (effective date 1 March 2022, template version 4.20, scope A. Company)\n\n'
        "Please clarify:\n\n"
        f"1. {thirty.result.asked['Golf Old Template'][0].text}\n\n"
        "Please let us have your reply by 30 April 2022.\n\n"
        "Thank you for your help.\n\nKind regards\n"
    )


def test_two_workbooks_of_one_supplier_stand_apart_in_one_letter(thirty: Round) -> None:
    letter = thirty.letters["kilo divisions"]
    assert [one.file for one in letter.workbooks] == ["division-east.xlsx", "division.xlsx"]
    text = thirty.text("Kilo Divisions")
    assert "scope C. User defined: Eastern division)" in text
    assert "scope C. User defined: Western division)" in text
    assert "\n2. " in text


def test_what_two_workbooks_of_a_supplier_have_in_common_is_asked_once(tmp_path: Path) -> None:
    data, answers = small(tmp_path)
    for number in (1, 2):
        cells = {"Declaration": {"D18": ""}}
        description = f"Division {number}"
        cmrt(answers / f"{number}.xlsx", scope="C. User defined", description=description, cells=cells,
             answers={(3, "Tin"): "No" if number == 1 else "Unknown"})  # fmt: skip
    text = _texts(reconcile_year(data, 2021, answers, processes=1))
    assert text.count("authorizer") == 1
    assert 'The same in "2.xlsx".' in text


def test_the_same_smelter_in_another_row_of_another_workbook_is_asked_once(tmp_path: Path) -> None:
    data, answers = small(tmp_path)
    lost = not_listed("Tin", "Lost Works", "PERU")
    for number, rows in ((1, [*ROWS, lost]), (2, [lost, ROWS[0]])):
        description = f"Division {number}"
        cmrt(answers / f"{number}.xlsx", scope="C. User defined", description=description, rows=rows,
             metals=("Gold", "Tin") if number == 2 else METALS)  # fmt: skip
    text = _texts(reconcile_year(data, 2021, answers, processes=1))
    assert text.count("Lost Works") == 1
    assert "The same in \"2.xlsx\" (sheet 'Smelter List', cell D5).)" in text


def test_only_those_that_sent_nothing_are_reminded(thirty: Round) -> None:
    reminded = {one.supplier for one in thirty.letters.values() if one.is_reminder}
    assert reminded == {"Victor Silent", "Whiskey Silent"}
    text = thirty.text("Victor Silent")
    assert "have not received it yet" in text
    assert "\n1. " not in text
    assert "Dear Sir or Madam," in text
    unread = default_texts().filled("opening-unread", year=2021)
    for supplier in ("Tango Blank", "Uniform Protected", "Romeo Renamed Oy", "Sierra Wrong Template"):
        assert unread in thirty.text(supplier)
        assert "not received" not in thirty.text(supplier)


def test_what_lies_in_the_folder_by_mistake_makes_no_supplier_and_is_told_to_the_filer(thirty: Round) -> None:
    told = {one.finding.where.file for one in thirty.result.watched[""]}
    assert told == set(JUNK)
    assert {one.supplier for one in thirty.result.set_aside if one.file in JUNK} == {""}
    report = (thirty.folder / "review" / "report.md").read_text(encoding="utf-8")
    left_out = report.partition("## What the letters leave out")[2].partition("\n## ")[0]
    for name in JUNK:
        assert name in left_out
    assert f"leave them behind: {', '.join(LEFT_BEHIND)}".replace("~", "\\~") in left_out
    assert "may be open in Excel: \\~$alpha.xlsx" in left_out
    sheet = openpyxl.load_workbook(thirty.folder / "review" / "follow-up.xlsx")["For your eyes only"]
    assert any("readme.txt" in str(row[2]) for row in sheet.iter_rows(values_only=True))
    advice = next(one.finding.advice for one in thirty.result.set_aside if one.file == "print.pdf")
    assert advice.startswith("If it is no supplier's answer, take it out of the folder.")
    assert "'the name of the file: the name that you asked'" in advice
    assert left_out.count("write its sender below `aliases:`") == 1


def test_the_report_tells_what_to_see_to_before_letters_are_sent(thirty: Round) -> None:
    report = (thirty.folder / "review" / "report.md").read_text(encoding="utf-8")
    assert (
        "| Golf Old Template | 1 | old.xlsx | ina@example.com | follow-up/golf-old-template.txt and .eml |"
        in report
    )
    before = report.partition("## Before you send the letters")[2].partition("\n## ")[0]
    assert report.casefold().count("| alpha replaced spa | ") == 1
    assert "do not say who signs" in before
    assert "name no day" not in before
    assert "2 letters are reminders, since nothing came" in before
    assert "secret.xlsx" in before
    assert before.count("No e-mail address is known of Juliet Nobody; Romeo Renamed Oy; ") == 1
    assert "Not among the suppliers that you asked: X-ray Bcc: evil@example.com Hostile. " in before
    letters = as_json(thirty.result)["letters"]
    assert isinstance(letters, list)
    assert {one["supplier"] for one in letters if one["is_reminder"]} == {"Victor Silent", "Whiskey Silent"}


def _draft(thirty: Round, supplier: str) -> EmailMessage:
    name = _named(thirty, supplier).name
    content = (thirty.folder / "review" / "follow-up" / f"{name}.eml").read_bytes()
    message = email.message_from_bytes(content, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return message


def _named(thirty: Round, supplier: str) -> Letter:
    letter = _letter(thirty, supplier)
    assert letter is not None
    return letter


@pytest.mark.parametrize("supplier", [name for name, one in ANSWERS.items() if one.codes])
def test_a_draft_says_what_the_text_says(thirty: Round, supplier: str) -> None:
    message = _draft(thirty, supplier)
    subject, _, body = thirty.text(one_line(supplier)).partition("\n\n")
    assert message["Subject"] == subject
    assert message["X-Unsent"] == "1"
    assert message.get_content().replace("\r\n", "\n") == body
    allowed = {"X-Unsent", "To", "Subject", "Content-Type", "Content-Transfer-Encoding", "MIME-Version"}
    assert set(message.keys()) <= allowed


def test_the_filer_is_told_which_letter_asks_for_a_file_again(thirty: Round) -> None:
    told = {one.where.file: one.advice for one in notes(thirty.result)}
    assert told["uniform.xlsx"].startswith("The letter to 'Uniform Protected' asks for it: Please remove")
    assert "asks for it" not in told["both-emrt.xlsx"] + told["secret.xlsx"] + told["blank.xlsx"]


@pytest.fixture
def long_list(tmp_path: Path) -> tuple[Reconciled, dict[str, bytes]]:
    """Two suppliers, one of which has more faults of a kind than a letter names."""
    data, answers = small(tmp_path)
    rows = [not_listed("Gold", f"Lost Works {n}\u202e, =1+1", "PERU") for n in range(12)]
    cmrt(answers / "a.xlsx", rows=[one for row in rows for one in (row, ROWS[2])] + [ROWS[1], ROWS[3]])
    cmrt(answers / "b.xlsx", company="Quiet Works", cells={"Declaration": {"D17": "see above"}})
    result = reconcile_year(data, 2021, answers, processes=1)
    return result, review_files(result)


def test_a_letter_that_does_not_name_all_of_its_cells_has_them_in_a_table(
    long_list: tuple[Reconciled, dict[str, bytes]],
) -> None:
    result, made = long_list
    first, other = letters_of(result)
    asked = {
        str(place) for ask in result.asked[COMPANY] for place in places_of(spoken(ask)) if "more" in ask.text
    }
    content = made[f"follow-up/{first.name}.xlsx"]
    (sheet,) = openpyxl.load_workbook(io.BytesIO(content)).worksheets
    _, *lines = sheet.iter_rows(values_only=True)
    assert {f"{file} '{of}'!{cell}" for _, file, of, cell, _ in lines} == asked
    assert len(lines) == len(asked) >= 12
    assert all("\u202e" not in str(line[4]) for line in lines)
    assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)
    assert "Quiet Works" not in str(lines)
    assert f"follow-up/{other.name}.xlsx" not in made
    text = made[f"follow-up/{first.name}.txt"].decode()
    numbers = sorted({int(str(line[0])) for line in lines})
    assert all(re.search(rf"^{number}\. .* more", text, re.MULTILINE) for number in numbers)
    assert f'The attached table "{first.name}.xlsx" lists every cell of question' in text
    assert "table of all cells belongs to" in made["report.md"].decode()


def test_a_draft_has_the_table_attached_and_is_the_same_each_time(
    long_list: tuple[Reconciled, dict[str, bytes]],
) -> None:
    result, made = long_list
    letter = letters_of(result)[0]
    content = made[f"follow-up/{letter.name}.eml"]
    message = email.message_from_bytes(content, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    (attached,) = message.iter_attachments()
    assert attached.get_filename() == f"{letter.name}.xlsx"
    assert attached.get_content() == made[f"follow-up/{letter.name}.xlsx"]
    body = message.get_body()
    assert body is not None
    said = made[f"follow-up/{letter.name}.txt"].decode().partition("\n\n")[2]
    assert body.get_content().replace("\r\n", "\n") == said
    assert review_files(result)[f"follow-up/{letter.name}.eml"] == content


def test_what_many_have_to_look_at_is_said_once() -> None:
    lines = [("A: old.", "Look."), ("B: odd.", "Ask."), ("C: old.", "Look."), ("D: old.", "Look.")]
    assert list(listed_by_advice("T", lines)) == [
        "## T", "", "- For each of the 3 below: Look.", "    - A: old.", "    - C: old.", "    - D: old.",
        "- B: odd. Ask.", "",
    ]  # fmt: skip


def test_a_draft_goes_to_the_contact_or_to_nobody(thirty: Round) -> None:
    assert _draft(thirty, "Golf Old Template")["To"] == "Ina Invented <ina@example.com>"
    for supplier in ("Juliet Nobody", "Victor Silent", HOSTILE):
        assert _draft(thirty, supplier)["To"] is None


def test_the_same_answers_give_the_same_drafts(thirty: Round) -> None:
    assert review_files(thirty.result) == review_files(thirty.result)
    again = files_of(letters_of(thirty.result), thirty.result.correspondence.texts)
    for name, content in again.items():
        assert (thirty.folder / "review" / name).read_bytes() == content


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Eve\r\nBcc: x", "Eve Bcc: x"),
        ("a\u202eb\u200bc\u2028d\x07", "abc d"),
        ("  Ünïted   Works ", "Ünïted Works"),
        ("x" * 200, "x" * 119 + "…"),
    ],
)
def test_texts_of_workbooks_stand_on_one_line(text: str, shown: str) -> None:
    assert one_line(text, 120) == shown


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ina Invented", "Ina Invented"),
        ("same", ""),
        ("N/A", ""),
        ("-", ""),
        ("a@example.com", ""),
        ("李", "李"),
    ],
)
def test_a_person_is_greeted_by_a_name_alone(text: str, name: str) -> None:
    assert person(text) == name


@pytest.mark.parametrize(
    "text",
    ["", "see above", "a@b", "a@example.com\nBcc: b@example.com", "a@example.com; b@example.com",
     "a..b@example.com", "a@-example.com", "Ä@example.com", f"{'x' * 65}@example.com"],
)  # fmt: skip
def test_what_cannot_be_an_address_is_none(text: str) -> None:
    assert address(text) == ""


def test_an_address_may_have_points_and_signs() -> None:
    assert address(" ina.o'hara+cmrt@mail.example.co.uk ") == "ina.o'hara+cmrt@mail.example.co.uk"


def small(place: Path) -> tuple[Path, Path]:
    """An invented year without a list, and an empty folder for answers."""
    (write_year(place / "data") / "smelters.xlsx").unlink()
    (place / "answers").mkdir()
    return place / "data", place / "answers"


def _texts(result: Reconciled) -> str:
    made = files_of(letters_of(result), result.correspondence.texts)
    return "\n".join(content.decode() for name, content in made.items() if name.endswith(".txt"))


def test_letters_are_in_the_filers_words_and_name_no_day_unless_told(tmp_path: Path) -> None:
    data, answers = small(tmp_path)
    cmrt(answers / "a.xlsx", version="4.20")
    own = DEFAULT_LETTERS.read_text(encoding="utf-8")
    own = own.replace("Dear {{ contact }},", "Hello {contact}!").replace("Kind regards", "Yours\nPat Example")
    own = own.replace("Please clarify:\n", "\n")
    (data / "2021" / "letters.md").write_text(own, encoding="utf-8")
    result = reconcile_year(data, 2021, answers, processes=1)
    text = _texts(result)
    assert "Hello Ina Invented!" in text
    assert text.endswith("Please let us have your reply.\n\nThank you for your help.\n\nYours\nPat Example\n")
    assert "clarify" not in text
    assert notes(result) == ()
    assert "who signs" not in review_files(result)["report.md"].decode()
    assert "name no day" in review_files(result)["report.md"].decode()


def _found(folder: Path, text: str) -> list[tuple[str, int | None]]:
    (folder / "letters.md").write_text(text, encoding="utf-8")
    texts, found = read_letters(folder, "data/2021")
    assert texts.texts.keys() == MAY.keys()
    assert {one.where.file for one in found} <= {"data/2021/letters.md"}
    return [(one.code, getattr(one.where, "line", None)) for one in found]


OURS = DEFAULT_LETTERS.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("", "", []),
        ("## closing", "## clsing", ["LT-001", "LT-002"]),
        ("## closing", "## greeting\n\nHi\n\n## closing", ["LT-001"]),
        ("## subject\n", "Stray words\n\n## subject\n", ["LT-001"]),
        ("below its", "<!-- below its", []),
        ("Kind regards", "Kind regards <!-- never closed", ["LT-001"]),
        ("{{ contact }},\n", "{{ contct }},\n", ["LT-003"]),
        ("Kind regards", "Kind {% if x %}", ["LT-003"]),
        ("Kind regards", "Kind {{ supplier", ["LT-003"]),
        ("reply by {{ answer_by }}.", "reply soon.", ["LT-003"]),
    ],
)
def test_what_is_wrong_with_the_filers_words_is_told_and_nothing_is_lost(
    tmp_path: Path, old: str, new: str, codes: list[str]
) -> None:
    found = _found(tmp_path, OURS.replace(old, new, 1) if old else OURS)
    assert [code for code, _ in found] == codes
    assert all(line for _, line in found)


def test_a_wrong_name_is_told_with_its_line(tmp_path: Path) -> None:
    text = "## closing\n\nThank you.\n{{ suplier }}\n"
    assert ("LT-003", 4) in _found(tmp_path, text)


def test_without_the_file_the_words_are_ours(tmp_path: Path) -> None:
    assert read_letters(tmp_path, "data/2021") == (default_texts(), ())
    assert default_texts().texts.keys() == MAY.keys()
    assert all(default_texts().texts.values())


def test_a_year_gets_the_words_also_where_it_is_begun(tmp_path: Path) -> None:
    start_year(tmp_path, 2021)
    (tmp_path / "2021" / "letters.md").unlink()
    written, _ = start_year(tmp_path, 2021)
    assert written == ["letters.md"]
    assert read_letters(tmp_path / "2021", "data/2021") == (default_texts(), ())


def test_a_supplier_with_two_names_alike_gets_one_letter(tmp_path: Path) -> None:
    data, answers = small(tmp_path)
    cmrt(answers / "a.xlsx", company="Acme, Inc.", version="4.20", date=dt.date(2022, 2, 1))
    cmrt(answers / "b.xlsx", company="ACME INC", without=["Smelter List"])
    (letter,) = letters_of(reconcile_year(data, 2021, answers, processes=1))
    assert letter.supplier == "Acme, Inc."
    assert [(one.file, one.received is None) for one in letter.workbooks] == [
        ("a.xlsx", False),
        ("b.xlsx", True),
    ]


@pytest.mark.parametrize(
    ("company", "contact"),
    [
        ("示例公司有限公司 " * 5, "李"),
        ("Exemple Société Générale de Composants Électroniques", "Zoë Ünïted"),
        ("Example Components, " * 5, 'O"Neil, Pat; <x>'),
    ],
)
def test_any_letters_may_stand_in_a_draft(tmp_path: Path, company: str, contact: str) -> None:
    data, answers = small(tmp_path)
    cmrt(answers / "a.xlsx", company=company, version="4.20", cells={"Declaration": {"D15": contact}})
    result = reconcile_year(data, 2021, answers, processes=1)
    (letter,) = letters_of(result)
    made = files_of([letter], result.correspondence.texts)
    message = email.message_from_bytes(made[f"follow-up/{letter.name}.eml"], policy=email.policy.default)
    assert message["Subject"].strip().startswith(f"{letter.supplier}: review of your")
    (to,) = message["To"].addresses
    assert (to.display_name, to.addr_spec) == (contact, "ina@example.com")
    assert all(len(line) <= 900 for line in made[f"follow-up/{letter.name}.eml"].split(b"\r\n"))


@pytest.mark.parametrize("line", ["# closing", "### closing", "##closing", " ## closing", "# Clsing:"])
def test_a_line_that_looks_like_a_heading_is_told(tmp_path: Path, line: str) -> None:
    text = OURS.replace("## closing", line)
    assert ("LT-004", text[: text.index(line)].count("\n") + 1) in _found(tmp_path, text)


@pytest.mark.parametrize("line", ["#1 of our aims", "# Our policy on minerals", "Closing #", "C# by post"])
def test_other_lines_with_number_signs_are_the_filers(tmp_path: Path, line: str) -> None:
    assert _found(tmp_path, OURS.replace("Kind regards", f"{line}\n\nKind regards")) == []


def test_the_filer_is_told_that_a_letter_asks_about_a_blank_template(thirty: Round) -> None:
    says = "The letter to 'Tango Blank' asks for the answer."
    assert [one.finding.advice for one in thirty.result.set_aside if one.file == "blank.xlsx"] == [says]
    assert [one.finding.advice for one in thirty.result.watched["Tango Blank"]] == [says]
    stray = [one.finding for one in thirty.result.set_aside if one.file == "blank template.xlsx"]
    assert [one.advice for one in stray if "asks for the answer" in one.advice] == []


def test_letters_have_one_form_of_days(thirty: Round) -> None:
    text = thirty.text("Hotel Future")
    assert text.count("1 January 2029") == 2
    assert "01-Jan-2029" not in text


def test_the_table_has_the_numbers_of_the_letters(thirty: Round) -> None:
    sheet = openpyxl.load_workbook(thirty.folder / "review" / "follow-up.xlsx")["Follow-up"]
    headings, *lines = sheet.iter_rows(values_only=True)
    at = {str(title): place for place, title in enumerate(headings)}
    numbers = [
        (str(line[at["Supplier"]]), line[at["No. in the letter"]], str(line[at["Question"]]))
        for line in lines
    ]
    for supplier, number, question in numbers:
        if number is None:
            assert ANSWERS[supplier].codes == (REMINDER,)
        elif supplier != "Kilo Divisions":
            assert f"{number}. {question}" in thirty.text(supplier).splitlines()
    assert {number for supplier, number, _ in numbers if supplier == "Kilo Divisions"} == {1, 2}


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Write it as 'answer_by' into reconcile.yml.", "Write it as `answer_by` into `reconcile.yml`."),
        ("See data/2021/letters.md:7: 'closing'", "See `data/2021/letters.md:7`: 'closing'"),
        ("east_2.xlsx", "east_2.xlsx"),
        ("_east_ [a](b) `c` 'd_e`f'", r"\_east\_ \[a\](b) \`c\` 'd_e\`f'"),
        ("# 1 <b> a|b ~$x", r"\# 1 \<b\> a\|b \~$x"),
    ],
)
def test_a_report_can_be_read_raw_and_shows_exactly_what_was_said(text: str, written: str) -> None:
    assert as_markdown(text) == written
