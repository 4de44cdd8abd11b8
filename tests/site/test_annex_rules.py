"""What the scripts of the annex decide without a page: what is found, counts, order, addresses, files.

Each case is one call of a function as a browser runs it, on one empty page for all of them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

Run = Callable[[str], Any]
FILES = ("rules", "near", "either", "marks", "files", "address")


@pytest.fixture(scope="module")
def run(browser: Browser, repo: Path) -> Iterator[Run]:
    """Gives the value of an expression in which the functions of all files stand under their names."""
    page = browser.new_page()
    folder = repo / "site_overrides/assets/javascripts/annex"
    for name in FILES:
        page.add_script_tag(content=(folder / f"{name}.js").read_text(encoding="utf-8"))
    page.add_script_tag(
        content="""Object.assign(globalThis, fsdRules, fsdNear, fsdEither, fsdMarks, fsdFiles, fsdAddress)
        globalThis.found = (typed, ...texts) => {
          const [index, lists] = [new Map(), new Map()]
          texts.forEach((text, row) => addTo(index, lists, row, text))
          const { way, rows } = find(index, texts.length, typed, WAYS)
          return [way, texts.filter((_, row) => rows[row])]
        }
        globalThis.meant = (typed, facets, ...texts) => {
          const [index, lists] = [new Map(), new Map()]
          texts.forEach((text, row) => addTo(index, lists, row, text))
          const columns = facets.map((options) => ({
            options: options.map((names) => ({ names })),
            values: texts.map((text) => options.findIndex(([name]) => text.includes(name)) + 1),
          }))
          const found = eitherOf(typed, columns, (asked) => find(index, texts.length, asked, WAYS).rows)
          const shown = (text, row) => (found.rows[row] ? text.split(",")[0] : [])
          return found && [found.said, texts.flatMap(shown)]
        }"""
    )
    yield page.evaluate
    page.close()


def call(name: str, *values: Any) -> str:
    return f"{name}({', '.join(json.dumps(value) for value in values)})"


# ---- Words -------------------------------------------------------------------------------------

ASKED = {
    "": [],
    "  Tin, GOLD  ": ["tin", "gold"],
    "tin tin": ["tin"],
    "A.L.M.T.": ["almt"],
    "H.C. Starck": ["hc", "starck"],
    "Co.,Ltd": ["co", "ltd"],
    "S.p.A.": ["spa"],
    "Peñoles": ["penoles"],
    "Straße Łódź Ørsted": ["strasse", "lodz", "orsted"],
    "O'zb “Technolom”": ["ozb", "technolom"],
    "Zero\u200bwidth": ["zerowidth"],
    "．Ｇｏｌｄ": ["gold"],
    "...": [],
    "a b c d e f g h i j k l m n": [*"abcdefghijkl"],
    "x" * 400: ["x" * 200],
}


@pytest.mark.parametrize(("typed", "words"), ASKED.items())
def test_words_asked_for(run: Run, typed: str, words: list[str]) -> None:
    assert run(call("wordsAsked", typed)) == words


PENOLES = "Metalurgica Met-Mex Penoles S.A. De C.V."
STARCK = "H.C. Starck Tungsten GmbH"
ALMT = "A.L.M.T. Corp."
TIN = "Chifeng Dajingzi Tin Industry Co.,Ltd."
TINH = "Tinh Luyen Works"
MARTIN = "Martin Works"
ALL = (PENOLES, STARCK, ALMT, TIN, TINH, MARTIN)

FINDS: dict[str, tuple[int, list[str]]] = {
    "": (0, [*ALL]),
    "tin": (0, [TIN, TINH]),  # not Martin
    "rti": (0, []),  # too short for the middle of a word
    "rtin": (1, [MARTIN]),
    "HC Starck": (0, [STARCK]),
    "h.c. starck": (0, [STARCK]),
    "H C Starck": (0, [STARCK]),
    "ALMT": (0, [ALMT]),
    "a.l.m.t.": (0, [ALMT]),
    "almt corporation": (0, [ALMT]),
    "company limited": (0, [TIN]),
    "Co., Ltd": (0, [TIN]),
    "co.,ltd dajingzi": (0, [TIN]),
    "peñoles met": (0, [PENOLES]),
    "sa penoles": (0, [PENOLES]),
    "cv": (0, [PENOLES]),
    "tungs": (0, [STARCK]),
    "ngst": (1, [STARCK]),
    "ngs": (0, []),
    "dajignzi": (2, [TIN]),
    "dajinzi": (2, [TIN]),
    "dajinggzi": (2, [TIN]),
    "dajengzi": (2, [TIN]),
    "dajangzy": (0, []),
    "strack": (2, [STARCK]),
    "stark": (0, []),  # too short for a slip
    "tin starck": (0, []),
    "uk": (0, []),
}


@pytest.mark.parametrize(("typed", "wanted"), FINDS.items())
def test_what_is_found_and_in_which_way(run: Run, typed: str, wanted: tuple[int, list[str]]) -> None:
    way, rows = wanted
    found_way, found = run(call("found", typed, *ALL))
    assert found == rows
    assert found_way == way if rows else not found


METALS = [["Gold"], ["Tin"]]
COUNTRIES = [["Peru"], ["United States", "USA"], ["North Macedonia"], ["✓"]]
LISTED = ("Ada, Gold, Peru", "Bo, Gold, United States", "Cy, Tin, Peru", "Di, Tin, North Macedonia")
EITHER = {
    "gold and tin": ("Gold or Tin", ["Ada", "Bo", "Cy", "Di"]),
    "Tin or gold": ("Gold or Tin", ["Ada", "Bo", "Cy", "Di"]),
    "usa, north macedonia": ("United States or North Macedonia", ["Bo", "Di"]),
    "gold tin in peru": ("Gold or Tin, and Peru", ["Ada", "Cy"]),
    "gold and tin of ada": ("Gold or Tin, and “ada”", ["Ada"]),
    "ada or bo": ("“ada” or “bo”", ["Ada", "Bo"]),
    "ada or nobody": ("“ada”", ["Ada"]),
    "ada, bo": None,
    "gold in north macedonia": None,
    "gold and not tin": None,
    "and or the": None,
    "": None,
}


@pytest.mark.parametrize(("typed", "wanted"), EITHER.items(), ids=list(EITHER))
def test_several_values_of_a_column_are_either_of_them(
    run: Run, typed: str, wanted: tuple[str, list[str]] | None
) -> None:
    assert run(call("meant", typed, [METALS, COUNTRIES], *LISTED)) == (wanted and list(wanted))


def test_a_number_has_no_slips(run: Run) -> None:
    assert run(call("found", "cid000778", "CID000777 Works"))[1] == []


def test_a_long_question_costs_no_more_than_a_short_one(run: Run) -> None:
    words = " ".join(f"word{n}" for n in range(500))
    assert len(run(call("wordsAsked", words))) == 12
    assert sum(map(len, run(call("wordsAsked", words)))) <= 200


MARKS = {
    ("Metalurgica Met-Mex Penoles", "peñ"): ["Pen"],
    ("Metalurgica Met-Mex Penoles", "met"): ["Met", "Met"],
    ("Straße", "strass"): ["Straß"],
    ("A.L.M.T. Corp.", "almt"): ["A.L.M.T."],
    ("Co., Ltd.", "company ltd"): ["Co", "Ltd"],
    ("Peñoles", ""): [],
    ("Peñoles", "zzz"): [],
}


@pytest.mark.parametrize(("case", "wanted"), MARKS.items())
def test_marks_stand_on_what_was_found(run: Run, case: tuple[str, str], wanted: list[str]) -> None:
    text, typed = case
    marks = run(f"marksIn({json.dumps(text)}, {{ asked: wordsAsked({json.dumps(typed)}), way: 0 }})")
    assert [text[begin:end] for begin, end in marks] == wanted


# ---- Counts and order --------------------------------------------------------------------------


def test_counts_are_what_a_choice_would_give_under_the_others(run: Run) -> None:
    """Four rows; the first facet has two options, the second three; the last row matches no word."""
    metals, statuses = [1, 1, 2, 2], [1, 2, 3, 1]
    nothing = run("tally([0,1,2,3], [1,1,1,0], [[1,1,2,2],[1,2,3,1]], [undefined, undefined], [2,3])")
    assert nothing == {"found": [0, 1, 2], "counts": [[0, 2, 1], [0, 1, 1, 1]], "without": [0, 0, 1]}
    masks = [[0, True, False], [0, False, True, True]]
    chosen = run(call("tally", [3, 2, 1, 0], [1, 1, 1, 0], [metals, statuses], masks, [2, 3]))
    assert chosen == {"found": [1], "counts": [[0, 1, 1], [0, 1, 1, 0]], "without": [1, 1, 0]}


RANKS = {
    (): [],
    ("b", "a", "b", ""): [2, 1, 2, 0],
    ("Works 10", "Works 9"): [2, 1],
}


@pytest.mark.parametrize(("texts", "ranks"), RANKS.items())
def test_ranks_leave_out_what_has_no_text(run: Run, texts: tuple[str, ...], ranks: list[int]) -> None:
    collator = "new Intl.Collator('en', { numeric: true }).compare"
    assert run(f"ranked({json.dumps(texts)}, {collator})") == ranks


# ---- Addresses ---------------------------------------------------------------------------------


def test_the_address_says_what_is_asked_for_as_often_as_it_stands_there(run: Run) -> None:
    asked = run(call("asksFor", "?metal=tin&metal=gold&find=a+b&other=1", ["find", "metal", "sort"]))
    assert asked == {"find": ["a b"], "metal": ["tin", "gold"], "sort": []}


def test_what_others_say_in_the_address_stays(run: Run) -> None:
    state = {"find": [""], "metal": ["tin", "gold"], "status": []}
    assert run(call("withState", "?utm=x&metal=tungsten&status=a", state)) == "utm=x&metal=tin&metal=gold"


# ---- Files -------------------------------------------------------------------------------------

CSV = '\ufeffMetal,Name,Address\r\nTin,"A ""b"", c",2021/annex/#one\r\nTin,"Two\nlines",2021/annex/#two\r\n'
VIEW = {"rows": "1 of 2 rows", "filter": 'Metal: "Tin"', "address": "https://x.example/", "day": "2024-05-06"}


@pytest.mark.parametrize(
    ("ids", "rows"),
    [(["two"], ['Tin,"Two\nlines",2021/annex/#two']), (["two", "one"], None), ([], [])],
    ids=["one", "in the order of the view", "none"],
)
def test_a_csv_of_a_view_has_the_lines_of_the_file(run: Run, ids: list[str], rows: list[str] | None) -> None:
    one, two = 'Tin,"A ""b"", c",2021/annex/#one', 'Tin,"Two\nlines",2021/annex/#two'
    text = run(call("csvOf", CSV, ids, VIEW))
    first = '\ufeff"# 1 of 2 rows | Metal: ""Tin"" | https://x.example/ | 2024-05-06"'
    assert text == "\r\n".join([first, "Metal,Name,Address", *([two, one] if rows is None else rows), ""])


def test_json_of_a_view_has_the_records_of_the_file_and_no_counts_of_the_whole(run: Run) -> None:
    records = [{"name": name, "address": f"2021/annex/#{name}"} for name in ("one", "two")]
    file = {"year": 2021, "counts": {"rows": 2}, "checksums": {}, "stated_counts": {}, "smelters": records}
    found = json.loads(run(call("jsonOf", json.dumps(file), ["two"], VIEW)))
    assert found == {"year": 2021, "view": VIEW, "smelters": records[1:]}


NAMES = {
    ("../documents/smelters-2021.csv", "", "2024-05-06"): "smelters-2021-2024-05-06.csv",
    ("../d/s-2021.json", "Metal: Tin “a/b”", "2024-05-06"): "s-2021-Metal-Tin-a-b-2024-05-06.json",
}  # fmt: skip


@pytest.mark.parametrize(("case", "name"), NAMES.items())
def test_the_name_of_a_file_says_filter_and_day(run: Run, case: tuple[str, str, str], name: str) -> None:
    assert run(call("nameOf", *case)) == name


def test_a_citation_has_the_address_of_the_view_and_the_day(run: Run) -> None:
    line = "A. Annex, 2021. https://x.example/2021/annex/ (retrieved [date])."
    address = "https://x.example/2021/annex/?metal=tin$&"
    cited = run(call("cited", line, "1 of 2 rows. ", address, "2024-05-06"))
    assert cited == f"1 of 2 rows. A. Annex, 2021. {address} (retrieved 2024-05-06)."
