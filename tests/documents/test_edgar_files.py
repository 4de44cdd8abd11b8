"""The two documents of a filing, made of the pages of a year and examined by an independent program."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from generator.documents.edgar import EXHIBIT, FORM, edgar_files
from generator.documents.printed import not_shown
from generator.documents.trees import exhibit_tree, page_tree
from generator.findings import Finding
from generator.model import Disclosure
from generator.pages import annex_page as annex
from generator.pages import form_sd_page as form_sd
from generator.pages import report_page as report
from generator.pipeline import load
from generator.prose.element import Element
from generator.prose.html_tree import html_tree
from tests.support import builders
from tests.support.edgar_rules import broken_rules
from tests.support.filing import restated

HOSTILE_NAMES = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    '=HYPERLINK("http://evil.example","x")',
    "| a | b |",
    "{{ registrant.name }} {% raw %}",
    "&lt;b&gt; &amp; &#60; &check; &nbsp;",
    "]]> <![CDATA[ --> <!--",
    "A^B `C` $D$ [E](http://evil.example) *F*",
    "株式会社 田中貴金属 · Россия · Ελλάδα · 한국",
    "شركة الذهب (دبي)",
    "Soft\u00adhyphen zero\u200bwidth em—dash “quotes” ’ … €",
    "😀 Emoji Refinery",
    "NA",
    "X" * 400,
    "word " * 80 + "end",
    "javascript:alert(1) mailto:a@b.example data:text/html,x",
)
"""Names that a supplier could have typed."""

HOSTILE_SECTION = """\
# Éléments & <extras>

Text with a footnote[^1], ~~struck~~ text, `code` and a [policy](https://example.com/policy?a=1&b=2).

[^1]: The note, with [a link](javascript:alert(1)) and <span style="color: red">colour</span>.

##### A heading that skips levels

- one
    - two
        - three
            - four
                - five

c.  lettered
d.  list

Term
:   Definition of it

<table><tr><td>outer <table><tr><td>inner</td></tr></table></td></tr></table>

<div><p>unclosed <b>bold <i>both</div>

<script>alert(1)</script>

<iframe src="https://evil.example/"></iframe>

![](plant.png)

![The plant](plant.png)

<p id="é-1" onclick="alert(1)" data-x="y">odd <a href="#é-1">id</a> <a href="mailto:x@y.example">write</a></p>

```
preformatted ^ <b> & text
```

<details><summary>More</summary><p>inside</p></details>

| a | b | c | d | e | f | g | h | i | j | k | l |
|---|---|---|---|---|---|---|---|---|---|---|---|
| 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 |
"""


def made(data_dir: Path, year: int = 2021) -> tuple[Disclosure, dict[str, bytes], list[Finding]]:
    """The year's disclosure, and file name to content with the findings."""
    (loaded,) = load(data_dir, year)
    facts, sections, found = loaded.facts, loaded.sections, loaded.disclosure
    assert found is not None, loaded.findings
    assert facts is not None
    pages = report.render(found, facts, sections), annex.render(found, facts)
    exhibit = exhibit_tree(*pages, found)
    form = page_tree(form_sd.render(found, facts, sections, loaded.form_texts))
    assets, findings = edgar_files(found, form, exhibit)
    found_before = not_shown(found, [form, exhibit])
    return found, {asset.name: asset.content for asset in assets}, [*found_before, *findings]


def tree(content: bytes) -> BeautifulSoup:
    return BeautifulSoup(content.decode("ascii"), "lxml")


def words(tag: Tag) -> str:
    return " ".join(tag.get_text(" ").split())


@pytest.fixture(scope="module")
def filed(repo: Path) -> tuple[Disclosure, dict[str, bytes], list[Finding]]:
    """The documents of 2021."""
    return made(repo / "data")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> tuple[Disclosure, dict[str, bytes], list[Finding]]:
    """The documents of a year whose names and sections hold everything that does not belong there."""
    data = tmp_path_factory.mktemp("hostile") / "data"
    metals = ("Gold", "Tantalum", "Tin", "Tungsten")
    rows = [
        (metals[number % 4], f"CID{number:06}", name, "PERU", "Open")
        for number, name in enumerate(HOSTILE_NAMES)
    ]
    yml = builders.YML.replace("Invented Devices, Inc.", "'<Invented> & “Devices” ^ Ltd, é'")
    builders.write_year(
        data, rows=rows, yml=yml, sections={"01-extras.md": HOSTILE_SECTION, **builders.COMPLETE}
    )
    return made(data)


@pytest.fixture(scope="module")
def objections(
    filed: tuple[Disclosure, dict[str, bytes], list[Finding]],
    hostile: tuple[Disclosure, dict[str, bytes], list[Finding]],
) -> dict[str, list[str]]:
    """What Arelle says of these documents, of random ones, and of one with planted faults."""
    files = {f"filed-{name}": content for name, content in filed[1].items()}
    files |= {f"hostile-{name}": content for name, content in hostile[1].items()}
    files |= {f"random-{seed}.htm": random_exhibit(seed) for seed in range(60)}
    return broken_rules(files | {"bad.htm": BAD_PAGE, "mark.htm": b"\xef\xbb\xbf" + filed[1][FORM]})


@pytest.mark.parametrize("name", ["filed", "hostile"])
def test_arelle_takes_the_documents(name: str, objections: dict[str, list[str]]) -> None:
    assert objections[f"{name}-{FORM}"] == []
    assert objections[f"{name}-{EXHIBIT}"] == []


def test_arelle_takes_whatever_html_goes_in(objections: dict[str, list[str]]) -> None:
    assert {name: found for name, found in objections.items() if name.startswith("random") and found} == {}


BAD_PAGE = """\
<html><head><title>Bad</title></head>
<body>
<p>caf\u00e9</p>
<p>up ^ down</p>
<p>&check; &nosuch;</p>
<p>a<script>b</script></p>
<p><a href="https://example.com/">out</a></p>
<p><a href="javascript:alert(1)">run</a></p>
<table><tr><td><table><tr><td>nested</td></tr></table></td></tr></table>
<p><img src="plant.png" alt="x" /></p>
<p><img src="data:image/gif;base64,R0lGOD" alt="x" /></p>
<div><section>unknown</section></div>
<p><div>block</div></p>
<p data-x="y">attribute</p>
<p id="a">once</p><p id="a">twice</p>
</body></html>
""".encode()

PLANTED = (
    "Disallowed character 'é'", "Disallowed character '^'", "Disallowed entity code &check;", "&nosuch;",
    "Element script is not declared", "invalid external reference in 'href' for <a>: https://example.com/",
    "javascript in 'href'", "nested <table> elements", "graphics file which isn't", "graphics data URL",
    "No declaration for element section", "Element div is not declared in p list",
    "No declaration for attribute data-x", "ID a already defined",
)  # fmt: skip


@pytest.mark.parametrize("fault", PLANTED)
def test_the_program_that_examines_is_not_blind(fault: str, objections: dict[str, list[str]]) -> None:
    assert any(fault in said for said in objections["bad.htm"]), objections["bad.htm"]


def test_a_byte_order_mark_would_be_seen(objections: dict[str, list[str]]) -> None:
    assert any("byte-order mark" in said for said in objections["mark.htm"])


def random_exhibit(seed: int) -> bytes:
    """A document made of HTML that no person would write."""
    body = "".join(random_html(random.Random(seed)))
    _, exhibit = edgar_files(restated(), form_linking(), html_tree(body))[0]
    return exhibit.content


def random_html(chance: random.Random, depth: int = 0) -> Iterator[str]:
    tags = (
        "a", "abbr", "article", "b", "bdi", "blockquote", "caption", "center", "code", "dd", "del", "details",
        "div", "dl", "dt", "em", "figure", "figcaption", "font", "h1", "h3", "h6", "li", "main", "mark", "ol",
        "p", "pre", "q", "section", "small", "span", "sub", "summary", "sup", "svg", "table", "tbody", "td",
        "tfoot", "th", "thead", "tr", "tt", "ul", "unknown",
    )  # fmt: skip
    for _ in range(chance.randint(1, 6 if depth < 5 else 2)):
        kind = chance.random()
        if kind < 0.3 or depth > 7:
            yield chance.choice(["text", " ", "\n", "é^&amp;<", "&#0;\u2028", "long" * 30])
        elif kind < 0.4:
            yield chance.choice(["<br>", "<hr>", "<wbr>", '<img src="a.png" alt="b">', "</p>", "</div>"])
        else:
            tag = chance.choice(tags)
            given = chance.choice(["", ' id="é 1"', ' id="x"', ' href="#x"', ' lang="e n"', ' start="x"'])
            yield f"<{tag}{given}>"
            yield from random_html(chance, depth + 1)
            yield f"</{tag}>" if chance.random() < 0.9 else ""


def form_linking() -> Element:
    """A form of which only the link to its exhibit is there."""
    return html_tree('<p><a href="report.md">Exhibit 1.01</a></p>')


def test_the_documents_of_2021_have_no_finding(
    filed: tuple[Disclosure, dict[str, bytes], list[Finding]],
) -> None:
    assert [str(finding) for finding in filed[2]] == []


def test_only_plain_elements_and_attributes_are_used(
    filed: tuple[Disclosure, dict[str, bytes], list[Finding]],
) -> None:
    for content in filed[1].values():
        names = {tag.name for tag in tree(content).find_all(True)}
        assert not names & {"thead", "tbody", "tfoot", "span", "style", "script", "section", "svg", "meta"}
        given = {name for tag in tree(content).find_all(True) for name in tag.attrs}
        assert not given & {"scope", "role", "class", "tabindex"}
        assert not [name for name in given if "-" in name]


def test_every_row_stands_in_the_table_of_its_metal(
    filed: tuple[Disclosure, dict[str, bytes], list[Finding]],
) -> None:
    facts, files, _ = filed
    exhibit = tree(files[EXHIBIT])
    shown = []
    for table in exhibit.select("table"):
        caption = table.caption and words(table.caption)
        metal = caption and re.fullmatch(r"(Gold|Tantalum|Tin|Tungsten): (\d+) rows", caption)
        if metal:
            heading, *rows = table.select("tr")
            assert [words(cell) for cell in heading.select("th")][:2] == ["Metal", "Smelter or refiner"]
            cells = [[words(cell) for cell in row.select("td, th")] for row in rows]
            assert {row[0] for row in cells} == {metal[1]}
            assert len(rows) == int(metal[2])
            shown += cells
    covered = {True: " (covered country)", False: ""}
    assert shown == [
        [row.metal, row.name, f"{row.country.filed}{covered[row.country.is_covered]}", row.status.label]
        for row in facts.smelters
    ]


def test_the_form_links_to_its_sibling_and_nowhere_else(
    filed: tuple[Disclosure, dict[str, bytes], list[Finding]],
) -> None:
    form = tree(filed[1][FORM])
    assert [a["href"] for a in form.select("a[href]")] == [EXHIBIT]
    assert "https://investor.qualys.com/financials-filings/sec-filings" in words(form)


def test_the_report_links_a_named_facility_to_its_row(
    filed: tuple[Disclosure, dict[str, bytes], list[Finding]],
) -> None:
    exhibit = tree(filed[1][EXHIBIT])
    (link,) = (a for a in exhibit.select("a[href]") if words(a) == "Luna Smelter, Ltd.")
    row = exhibit.find(id=str(link["href"]).removeprefix("#"))
    assert isinstance(row, Tag)
    assert "RWANDA" in words(row)


def test_the_box_stands_beside_its_rule_without_a_word(
    filed: tuple[Disclosure, dict[str, bytes], list[Finding]],
) -> None:
    assert "☒ Rule 13p-1" in words(tree(filed[1][FORM]))


def test_the_facility_list_begins_and_ends_with_a_page(
    filed: tuple[Disclosure, dict[str, bytes], list[Finding]],
) -> None:
    breaks = tree(filed[1][EXHIBIT]).select('hr[style*="page-break-after"]')
    after = [hr.find_next("h2") for hr in breaks]
    assert [words(heading) for heading in after if heading] == ["Annex I – Smelter list", "Future steps"]


def test_hostile_names_stand_there_as_text(
    hostile: tuple[Disclosure, dict[str, bytes], list[Finding]],
) -> None:
    facts, files, _ = hostile
    exhibit = tree(files[EXHIBIT])
    shown = [words(cell) for cell in exhibit.select('th[style*="font-weight: normal"]')]
    for row in facts.smelters:
        assert row.name in shown
    assert not exhibit.select("script, img, iframe")
    assert "&lt;Invented&gt; &amp; &#8220;Devices&#8221; &#94; Ltd, &#233;" in files[FORM].decode()


def test_what_is_left_out_is_found_with_file_and_line(
    hostile: tuple[Disclosure, dict[str, bytes], list[Finding]],
) -> None:
    found = {(finding.code, str(finding.where).rpartition("/")[2]) for finding in hostile[2]}
    line = {text: number for number, text in enumerate(HOSTILE_SECTION.split("\n"), start=1)}
    places = {
        ("DC-001", "<script>alert(1)</script>"),
        ("DC-001", '<iframe src="https://evil.example/"></iframe>'),
        ("DC-002", "![The plant](plant.png)"),
        ("DC-003", "![](plant.png)"),
        ("DC-004", "<div><p>unclosed <b>bold <i>both</div>"),
    }
    assert {(code, f"01-extras.md:{line[text]}") for code, text in places} <= found
    assert (
        "ED-011",
        f"01-extras.md:{line[next(text for text in line if text.startswith('<table'))]}",
    ) in found
    of_pictures = [one for one in found if "plant.png" in HOSTILE_SECTION.split("\n")[_number(one) - 1]]
    assert len(of_pictures) == 2, "one finding for one fault"
    assert not [finding for finding in hostile[2] if finding.severity == "error"]


def _number(found: tuple[str, str]) -> int:
    return int(found[1].rpartition(":")[2])


def test_a_draft_is_marked_on_every_page_and_in_its_title() -> None:
    draft = restated(filing__state="draft", filing__date=None)
    body = (
        '<div class="fsd-form__cover"><p>cover</p></div><h1 class="fsd-form__section" id="signatures">S</h1>'
    )
    form = html_tree(body + '<a href="report.md">e</a>')
    files = {
        asset.name: asset.content.decode() for asset in edgar_files(draft, form, html_tree("<p>a</p>"))[0]
    }
    mark = "DRAFT: not signed, not dated and not filed"
    assert files[FORM].count(mark) == 3
    assert files[EXHIBIT].count(mark) == 1
    assert "<title>Draft: Form SD, Qualys, Inc., 2021</title>" in files[FORM]


def test_a_final_filing_has_no_mark() -> None:
    files = edgar_files(restated(), form_linking(), html_tree("<p>a</p>"))[0]
    assert all(b"DRAFT" not in asset.content for asset in files)


def test_a_filing_without_a_report_is_one_document() -> None:
    alone = restated(form__route="country-of-origin-inquiry")
    assets, found = edgar_files(alone, html_tree("<p>a</p>"), None)
    assert [asset.uri for asset in assets] == ["2021/documents/edgar/form-sd.htm"]
    assert found == []


def test_an_amendment_is_named_in_the_title() -> None:
    amended = restated(filing__amendment=2)
    (form,) = edgar_files(amended, html_tree("<p>a</p>"), None)[0]
    assert b"<title>Form SD/A (Amendment No. 2), Qualys, Inc., 2021</title>" in form.content
    assert form.title == "Form SD/A (Amendment No. 2) (HTML for EDGAR)"


def test_the_same_pages_give_the_same_bytes(repo: Path) -> None:
    assert made(repo / "data")[1] == made(repo / "data")[1]
