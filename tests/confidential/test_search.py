"""What counts as a leak, and what does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.confidential.search import Search
from generator.confidential.site_search import leaks
from generator.confidential.squeezed import squeeze
from generator.confidential.withheld import Withheld, WithheldKind
from generator.model import LineRef
from generator.pipeline import load
from tests.support.builders import HEADINGS, write_year

K = WithheldKind


def withheld(kind: WithheldKind, value: str) -> Withheld:
    return Withheld(kind, value, LineRef("invented.xlsx"))


def hits(kind: WithheldKind, value: str, text: str, *public: str, is_code: bool = False) -> bool:
    """Whether the value is found in the text."""
    return bool(found(Search([withheld(kind, value)], public), text, is_code=is_code))


def found(search: Search, text: str, *, is_code: bool = False) -> list[str]:
    """The values that are certainly found, but for what the program says itself."""
    return [
        one.withheld.value for one in search.hits(text, is_code=is_code) if one.is_certain and not one.is_own
    ]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Example Components Ltd.", "by EXAMPLE components,\n ltd today"),
        ("Example Components Ltd.", "example-components-ltd.pdf"),
        ("Example Components Ltd.", "Example_Components_Ltd"),
        ("Example Components Ltd.", "(ExampleComponentsLtd)"),
        ("Example & Söhne", "example + sohne"),
        ("Exämple Wörks", "EXÄMPLE WÖRKS"),
        ("Exa\u0308mple Wo\u0308rks", "Exämple Wörks"),
        ("Example™ Works", "ExampleTM Works"),
        ("Example Works", "Exam\u00adple\u200b Works"),
        ("株式会社見本製作所", "これは株式会社見本製作所の製品"),
        ("Пример Завод", "ПРИМЕР ЗАВОД"),
    ],
)
def test_a_name_is_found_in_any_case_and_spacing(value: str, text: str) -> None:
    assert hits(K.SUPPLIER, value, text)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Acmee", "acmeeish words"),
        ("Acmee", "macmee"),
        ("Example Works", "Example Workshop"),
        ("Example Works", "Counterexample works"),
        ("Acme", "Acme"),
    ],
    ids=["begins a word", "ends a word", "ends inside a word", "begins inside a word", "too short"],
)
def test_parts_of_words_and_short_names_are_no_leak(value: str, text: str) -> None:
    assert not hits(K.SUPPLIER, value, text)


def test_the_least_number_of_letters_can_be_chosen() -> None:
    value = withheld(K.SUPPLIER, "Acme")
    assert found(Search([value], min_letters=4), "by Acme") == ["Acme"]
    assert found(Search([value]), "by Acme") == []
    assert Search([withheld(K.SUPPLIER, "X")]).too_short


def test_a_supplier_that_is_a_listed_smelter_too_is_told_apart() -> None:
    assert not hits(K.SUPPLIER, "Example Refinery", "<td>Example Refinery</td>", "Example Refinery")
    assert not hits(K.SUPPLIER, "Example", "by Example Refinery Co., Ltd.", "Example Refinery Co., Ltd.")
    assert hits(K.SUPPLIER, "Example", "by Example and by Example Refinery", "Example Refinery")
    assert hits(K.SUPPLIER, "Example Refinery Parts", "Example Refinery Parts", "Example Refinery")


def test_what_the_facts_state_is_no_leak() -> None:
    assert not hits(K.TELEPHONE, "555 555-0142", "call (555) 555-0142", "(555) 555-0142")
    assert not hits(K.CONTACT, "Ina Invented", "signed by Ina Invented", "Ina Invented")


def test_a_name_that_a_person_releases_is_no_leak() -> None:
    values = [withheld(K.SUPPLIER, name) for name in ("Example Association", "Example Association Services")]
    search = Search(values, released=["EXAMPLE  ASSOCIATION"])
    assert found(search, "by the Example Association") == []
    assert found(search, "by Example Association Services") == ["Example Association Services"]


def test_what_the_program_says_itself_is_no_leak() -> None:
    values = [withheld(K.SUPPLIER, name) for name in ("Summit", "Summit Tools", "Summits")]
    search = Search(values, own=lambda: ["To the summit!"])
    assert list(search.hits("the Summit; Summit Tools")) == [
        (values[0], True, False),
        (values[1], False, False),
    ]


def test_a_single_word_in_code_is_no_leak() -> None:
    assert not hits(K.SUPPLIER, "Material", "var material = 1", is_code=True)
    assert hits(K.SUPPLIER, "Materialek Works", "var x = 'Materialek Works'", is_code=True)


@pytest.mark.parametrize(
    ("comment", "text", "is_found"),
    [
        ("Ask Ina again. Not before June, she is away.", "not before June - she is away", True),
        ("The plant burned down\nwait for news", "plant was sold; wait for news", False),
        ("The plant burned down\nwait for news of the fire", "wait for news of the fire!", True),
        ("checked", "checked", False),
        ("see e-mail", "see e-mail", False),
        ("The supplier " + "really " * 12 + "will answer", "the supplier " + "really " * 9, True),
    ],
)
def test_a_comment_is_found_by_a_sentence_of_it(comment: str, text: str, is_found: bool) -> None:
    assert hits(K.COMMENT, comment, text) is is_found


@pytest.mark.parametrize(
    ("name", "text", "is_found"),
    [
        ("Example_Parts_CMRT_6.22.xlsx", "example_parts_cmrt_6.22.xlsx", True),
        ("Example_Parts_CMRT_6.22.xlsx", "Example Parts CMRT 6.22", True),
        ("alphabet.xlsx", "in alphabetical order of the alphabet", False),
        ("alphabet.xlsx", "see Alphabet.xlsx", True),
        ("RMI_CMRT_6.22.xlsx", "the template RMI CMRT 6.22", False),
        ("CMRT final v2.xlsx", "CMRT final v2", False),
    ],
)
def test_a_file_is_found_by_its_name_but_not_by_the_templates(name: str, text: str, is_found: bool) -> None:
    assert hits(K.FILE, name, text) is is_found


@pytest.mark.parametrize(
    ("telephone", "text", "is_found"),
    [
        ("+49 (30) 5550 0142", "+49-30-55500142", True),
        ("+49 (30) 5550 0142", "005550014", False),
        ("12", "12", False),
    ],
)
def test_a_telephone_number_is_found_by_its_digits(telephone: str, text: str, is_found: bool) -> None:
    assert hits(K.TELEPHONE, telephone, text) is is_found


HOME = "/".join(("", "home", "ina"))
PROFILE = "\\".join(("C:", "Users", "Ina"))


@pytest.mark.parametrize(
    ("path", "text", "is_found"),
    [
        (f"{HOME}/disclosure", f"file://{HOME}/disclosure/data", True),
        (f"{HOME}/disclosure", f"https://www.example.com{HOME}/disclosure/", False),
        (PROFILE, "c:/users/ina/x.png", True),
        (PROFILE, PROFILE.replace("\\", "\\\\"), True),
        (HOME, f"{HOME}uguration", False),
        ("/app", "/app/index.html", False),
    ],
)
def test_a_path_is_found_with_either_slash(path: str, text: str, is_found: bool) -> None:
    assert hits(K.PATH, path, text) is is_found


def test_a_user_whose_name_is_a_word_of_the_disclosure_is_no_leak() -> None:
    assert hits(K.USER, "iinvented", "by iinvented")
    assert not hits(K.USER, "invented", "Ina Invented", "Ina B. Invented")
    computer = withheld(K.HOST, "build")
    assert found(Search([computer]), "build it") == ["build"]
    assert found(Search([computer], written=["We build devices."]), "build it") == []


def test_only_facts_of_the_computer_allow_to_look_at_bytes_alone() -> None:
    user = withheld(K.USER, "iinvented")
    only_user = Search([user, withheld(K.SUPPLIER, "X")])
    assert only_user.may_find(b"by IInvented")
    assert not only_user.may_find(b"by X")
    assert Search([user, withheld(K.SUPPLIER, "Acme Works")]).may_find(b"anything")


def test_squeezing_leaves_letters_and_digits() -> None:
    assert squeeze("Ärger & Co., №5 – «Ω» _x_") == "argerconо5ωx".replace("nо", "no")


def test_what_the_program_says_itself_is_told_and_stops_nothing(tmp_path: Path) -> None:
    rows = [("Gold", "CID000001", "Invented Gold Works", "JAPAN", "Conformant", "Natural Earth; X; Summit")]
    write_year(tmp_path / "data", rows=rows, headings=(*HEADINGS, "Reported By"))
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("<p>Map: Natural Earth</p>")
    found = leaks(tmp_path / "site", tmp_path / "data", load(tmp_path / "data"))
    assert [str(finding) for finding in found] == [
        "PV-002 info: 2 withheld values are too short or too common to be told from other words"
        " (data/2021/smelters.xlsx 'Smelter List'!F2). The site may hold them by chance, or not; see for"
        " yourself."
    ]


def test_a_single_word_in_markup_is_no_leak_and_in_an_attribute_that_is_read_is_one(tmp_path: Path) -> None:
    rows = [("Gold", "CID000001", "Invented Gold Works", "JAPAN", "Conformant", "Crocodile")]
    write_year(tmp_path / "data", rows=rows, headings=(*HEADINGS, "Reported By"))
    (tmp_path / "site").mkdir()
    page = tmp_path / "site" / "index.html"
    page.write_text('<p class="crocodile" data-crocodile="x">Invented</p>')
    assert leaks(tmp_path / "site", tmp_path / "data", load(tmp_path / "data")) == ()
    page.write_text('<img alt="Crocodile" src="x.png">')
    assert len(leaks(tmp_path / "site", tmp_path / "data", load(tmp_path / "data"))) == 1
