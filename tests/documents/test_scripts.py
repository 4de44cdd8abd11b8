"""Scripts of names in the PDF: by pictures, since only these show whether letters join as they should."""

from __future__ import annotations

import datetime as dt
import unicodedata

import pypdfium2
import pytest

from generator.documents.pdf.document import looks
from generator.documents.pdf.files import pdf_files
from generator.documents.pdf.scripts import UNSET, unset_script
from generator.documents.pdf.typesetting import TypesettingError, missing_letters, typeset
from generator.model.brand import Brand
from generator.prose.html_tree import html_tree
from tests.support.filing import restated

DAY = dt.date(2022, 5, 31)
FRAME = {
    "title": "Scripts", "registrant": "Invented", "subject": "", "keywords": [], "date": [2022, 5, 31],
    "looks": looks(Brand()), "stamp": None, "watermark": "",
}  # fmt: skip


def picture(text: str) -> bytes:
    """A page with the text alone below its heading, as points."""
    heading = {
        "kind": "heading",
        "level": 1,
        "runs": ["Scripts"],
        "title": "Scripts",
        "role": "",
        "labels": [],
    }
    line = {"kind": "paragraph", "role": "", "runs": [text], "labels": []}
    parts = [{"head": {"name": "", "document": ""}, "blocks": [heading, line]}]
    content = typeset({**FRAME, "parts": parts}, {}, DAY)
    return bytes(pypdfium2.PdfDocument(content)[0].render(scale=1.5).to_numpy().tobytes())


@pytest.mark.parametrize(
    ("joined", "apart"),
    [
        ("क्ष", "क्\u200cष"),  # a conjunct of Devanagari
        ("বাংলাদেশ ক্ষ", "বাংলাদেশ ক্\u200cষ"),
        ("ക്ക", "ക്\u200cക"),
        ("ક્ષ", "ક્\u200cષ"),
        ("محمد", "م\u200cح\u200cم\u200cد"),  # letters of Arabic join
    ],
)
def test_letters_that_join_do(joined: str, apart: str) -> None:
    assert picture(joined) != picture(apart)


@pytest.mark.parametrize("text", ["Công ty ế ệ", "한국아연", "がぎヴ", "Ķīmija", "Ё й"])
def test_a_letter_looks_the_same_whether_it_is_one_sign_or_several(text: str) -> None:
    apart = unicodedata.normalize("NFD", text)
    assert apart != text
    assert picture(apart) == picture(text)


def test_vowels_and_tones_of_thai_stand_above_their_letters() -> None:
    """A vowel above a letter takes no room of its own."""
    assert width("กี่") == width("ก")
    assert width("กา") > width("ก")


def width(text: str) -> float:
    heading = {"kind": "heading", "level": 1, "runs": ["S"], "title": "S", "role": "", "labels": []}
    line = {"kind": "paragraph", "role": "", "runs": [f"{text}|"], "labels": []}
    parts = [{"head": {"name": "", "document": ""}, "blocks": [heading, line]}]
    page = pypdfium2.PdfDocument(typeset({**FRAME, "parts": parts}, {}, DAY))[0]
    texts = page.get_textpage()
    boxes = [texts.get_charbox(at) for at in range(texts.count_chars()) if texts.get_text_range(at, 1) == "|"]
    return round(boxes[0][0], 1)


@pytest.mark.parametrize("script", UNSET)
def test_a_script_without_a_font_stops_the_export(script: str) -> None:
    letter = chr(UNSET[script][0][0] + 16)
    assert unset_script(letter) == script
    assert missing_letters(f"Works {letter}") == (letter,)
    with pytest.raises(TypesettingError):
        picture(letter)


def test_every_name_that_cannot_be_set_is_told_at_once() -> None:
    rows = (
        {"name": "Works \u0d9a"},
        {"name": "Works \u0f40"},
        {"name": "Plain works"},
        {"name": "\u1230 works"},
    )
    disclosure = restated(rows=rows)
    shown = "".join(f"<p>{row['name']}</p>" for row in rows)
    tree = html_tree(f"<h1>Report</h1>{shown}")
    assets, found = pdf_files(disclosure, None, tree)
    assert assets == []
    assert [finding.message for finding in found] == [
        "no font of the PDF has Sinhala letters in 'Works \u0d9a'",
        "no font of the PDF has Tibetan letters in 'Works \u0f40'",
        "no font of the PDF has '\u1230' (U+1230) in '\u1230 works'",
    ]
