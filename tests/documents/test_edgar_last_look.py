"""The last look at finished files for EDGAR: what would be refused has a code and a line."""

from __future__ import annotations

import pytest

from generator.documents.edgar.last_look import lint
from generator.documents.edgar.links import EXHIBIT, FORM

PAGE = '<html lang="en">\n<head><title>t</title></head>\n<body>\n{}\n</body>\n</html>\n'
TO_EXHIBIT = '<p><a href="ex1-01.htm">Exhibit 1.01</a></p>'


def found(body: str, *, name: str = EXHIBIT) -> list[tuple[str, str]]:
    """Code and place of what is found in a document with this body, beside a form that links to it."""
    files = {FORM: PAGE.format(TO_EXHIBIT).encode(), name: PAGE.format(body).encode()}
    return [(finding.code, str(finding.where)) for finding in lint(files, "edgar")]


def test_a_clean_pair_of_documents_has_no_finding() -> None:
    assert found('<p id="a">a</p><p><a href="#a">b</a> <a href="form-sd.htm">c</a></p>') == []


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<span>a</span>", "ED-005"),
        ("<table><thead><tr><td>a</td></tr></thead></table>", "ED-005"),
        ("<script>a</script>", "ED-005"),
        ("<style>a</style>", "ED-005"),
        ("<p onclick='a'>b</p>", "ED-005"),
        ('<table><tr><th scope="col">a</th></tr></table>', "ED-005"),
        ("<table><tr><td><table><tr><td>a</td></tr></table></td></tr></table>", "ED-005"),
        ("<p><div>a</div></p>", "ED-005"),
        ("<p>a</p><li>b</li>", "ED-005"),
        ("<p>a", "ED-005"),
        ("<!-- a -->", "ED-005"),
        ('<p style="background: url(https://example.com/a.gif)">b</p>', "ED-005"),
        ('<a href="https://example.com/">a</a>', "ED-003"),
        ('<a href="mailto:ir@example.com">a</a>', "ED-003"),
        ('<a href="javascript:a()">a</a>', "ED-003"),
        ('<a href="#gone">a</a>', "ED-003"),
        ('<a href="form-sd.htm#gone">a</a>', "ED-003"),
        ('<a href="ex1-02.htm">a</a>', "ED-003"),
        ('<img src="plant.png" alt="a" />', "ED-003"),
        ('<p id="1">a</p>', "ED-004"),
        ('<p id="a">a</p><p id="a">b</p>', "ED-004"),
        ("<p>caf\u00e9</p>", "ED-006"),
        ("<p>a^b</p>", "ED-006"),
    ],
)
def test_what_edgar_refuses_has_a_code_and_a_line(body: str, code: str) -> None:
    assert (code, "edgar/ex1-01.htm:4") in found(body) or (code, "edgar/ex1-01.htm:5") in found(body)


def test_links_to_filed_documents_are_taken() -> None:
    assert found('<a href="https://www.sec.gov/Archives/edgar/data/1/2.htm">a</a>') == []


@pytest.mark.parametrize("name", ["Exhibit.htm", "1.htm", "ex1-01.html", "ex 1.htm", f"{'a' * 29}.htm"])
def test_a_name_that_edgar_does_not_take_is_found(name: str) -> None:
    assert ("ED-001", f"edgar/{name}") in found("<p>a</p>", name=name)


def test_a_document_of_unusual_size_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.documents.edgar.last_look.SIZE_LIMIT", 150)
    assert found("<p>a</p>") == []
    assert found(f"<p>{'a ' * 100}</p>") == [("ED-007", "edgar/ex1-01.htm")]


def test_an_exhibit_that_the_form_does_not_list_is_found() -> None:
    files = {FORM: PAGE.format("<p>a</p>").encode(), EXHIBIT: PAGE.format("<p>b</p>").encode()}
    assert [(f.code, str(f.where)) for f in lint(files, "edgar")] == [("ED-002", "edgar/form-sd.htm")]


def test_an_exhibit_without_a_form_is_found() -> None:
    files = {EXHIBIT: PAGE.format("<p>b</p>").encode()}
    assert [f.code for f in lint(files, "edgar")] == ["ED-002"]


def test_a_message_says_what_where_and_what_to_do() -> None:
    files = {FORM: PAGE.format('<p><a href="gone.htm">a</a></p>').encode()}
    assert [str(finding) for finding in lint(files, "edgar")] == [
        "ED-003 error: the link 'gone.htm' leads to nothing in the filing (edgar/form-sd.htm:4)."
        " Only links inside the filing, and to filed documents at www.sec.gov, are taken."
    ]
