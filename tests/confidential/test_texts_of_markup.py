"""Whatever a page, a script, a style or a part of an office file says comes back as words."""

from __future__ import annotations

import base64
import html
import io
import json
import zipfile
from urllib.parse import quote

import pytest

from generator.confidential.site_text import UnsearchableError, is_packed, texts_of

NAME = "Zebrafish Metals"


def said(content: bytes, *, is_code: bool = False) -> list[str]:
    """The texts that are no code, with single blanks."""
    return [" ".join(one.text.split()) for one in texts_of(content, is_code=is_code) if not one.is_code]


def png(chunk: bytes, kind: bytes = b"tEXt", behind: bytes = b"") -> bytes:
    parts = [(kind, chunk), (b"IEND", b"")]
    chunks = (len(data).to_bytes(4, "big") + name + data + b"\0\0\0\0" for name, data in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks) + behind


def zipped(content: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.csv", content)
    return file.getvalue()


def digits(content: bytes) -> str:
    return base64.b64encode(content).decode()


IN_DIGITS = digits(NAME.encode())

PAGES = {
    "attribute without quotes": "<p data-of=Zebrafish&#32;Metals>",
    "attribute in single quotes": f"<p aria-description='{NAME}'>",
    "attribute with data": f'<p data-supplier="{NAME}">',
    "attribute of no standard": f'<p whatever="{NAME}">',
    "attribute behind a sign": f'<p title="a > b {NAME}">',
    "attribute that nothing closes": f'<p title="{NAME}>x</p>',
    "meta": f'<meta name="author" content="{NAME}">',
    "comment over lines": f"<!--\n a > b\n {NAME}\n-->",
    "comment that nothing closes": f"<p>a</p><!-- {NAME} <b>",
    "tags in a comment": f"<!-- <p title='{NAME}'>x</p> -->",
    "conditional comment": f"<!--[if IE]><p>{NAME}</p><![endif]-->",
    "CDATA": f"<svg><![CDATA[ {NAME} ]]></svg>",
    "instruction": f'<?xml-stylesheet title="{NAME}"?><p>a</p>',
    "style": f"<style>.a::after {{ content: '{NAME}' }}</style>",
    "script": f"<script>let a = '{NAME}'</script>",
    "JSON-LD": f'<script type="application/ld+json">{{"name": "{NAME}"}}</script>',
    "template": f"<template><p>{NAME}</p></template>",
    "noscript": f"<noscript><p>{NAME}</p></noscript>",
    "srcdoc": f'<iframe srcdoc="{html.escape("<p>Zebra<b>fish</b> <i>Metals</i></p>")}"></iframe>',
    "entities twice": f"<p>{html.escape(html.escape('Zebrafish&#32;Metals'))}</p>",
    "bold inside of a word": "<p>Ze<b>bra</b>fish Met<em class='a'>als</em></p>",
    "place to break": "<p>Zebra<wbr>fish Me<wbr/>tals</p>",
    "soft hyphen": "<p>Zebra&shy;fish Me\u00adtals</p>",
    "no width": "<p>Zebra\u200bfish Me\u2060tals</p>",
    "marks of direction": "<p>\u202aZebra\u2066fish Met\u200eals\u202c</p>",
    "runs of Word": "<w:p><w:r><w:t>Zebra</w:t></w:r><w:r><w:rPr/><w:t>fish Metals</w:t></w:r></w:p>",
    "runs of Excel": "<si><r><t>Zebra</t></r><r><rPr/><t>fish Metals</t></r></si>",
    "head of a sheet": f"<headerFooter><oddHeader>&amp;C&amp;14{NAME}</oddHeader></headerFooter>",
    "foot of a sheet": f'<evenFooter>&amp;L&amp;"Arial,Bold"&amp;K00FF00{NAME}</evenFooter>',
    "escapes of Excel": "<t>Zebra_x0066_ish Metals</t>",
    "address": f'<a href="/x?q={quote(NAME)}">x</a>',
    "address of data": f'<a href="data:text/html,{quote(f"<p>{NAME}</p>")}">x</a>',
    "address of base64": f'<img src="data:text/plain;base64,{IN_DIGITS}">',
    "address of base64 in lines": f'<img src="data:text/a;b=c;base64,\n{IN_DIGITS[:9]}\n{IN_DIGITS[9:]}">',
    "picture in base64": f'<img src="data:image/png;base64,{digits(png(b"Author " + NAME.encode()))}">',
    "zip in base64": json.dumps({"file": digits(zipped(NAME))}),
    "text in base64": json.dumps({"file": digits(f"of {NAME}".encode())}),
    "short text in base64": json.dumps({"a": digits(NAME.encode())}),
    "text in base64 for addresses": json.dumps(
        {"a": base64.urlsafe_b64encode(f"<p>{NAME}?>?></p>".encode()).decode().rstrip("=")}
    ),
    "text in lines of base64": base64.encodebytes(
        f"{'Words, ' * 20}{NAME}{', words' * 20}".encode()
    ).decode(),
    "base64 in base64": json.dumps({"a": digits(json.dumps({"b": digits(NAME.encode())}).encode())}),
    "style with an address": f"<style>a {{ background: url(data:text/plain;base64,{IN_DIGITS}) }}</style>",
    "escapes of scripts": r"<script>a = 'Zebra\x66ish \u{4d}et\u0061ls'</script>",
    "octal escapes": r"<script>a = 'Zebra\146ish Met\141ls'</script>",
    "escapes of styles": r"<style>a { content: '\5a ebra\000066ish \4d etals' }</style>",
    "page in a search index": json.dumps({"text": "<p>Zebra<b>fish</b> Metals</p>"}).replace("<", "\\u003c"),
}


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_gives_its_words_wherever_they_stand(kind: str) -> None:
    assert any(NAME in text for text in said(PAGES[kind].encode())), said(PAGES[kind].encode())


@pytest.mark.parametrize(
    "text",
    [
        r".a::after { content: '\5a ebrafish \4d etals' }",
        r"x('Zebr\x61fish Metal\u{73}')",
        f"u='data:image/svg+xml;base64,{digits(f'<svg><title>{NAME}</title></svg>'.encode())}'",
        f"// {NAME}",
        f'x = "{digits(zipped(NAME))}"',
    ],
)
def test_scripts_and_styles_give_theirs(text: str) -> None:
    assert any(NAME in one.text for one in texts_of(text.encode(), is_code=True))


@pytest.mark.parametrize(
    ("encoding", "mark", "text"),
    [
        ("utf-8", b"\xef\xbb\xbf", NAME),
        ("utf-16-le", b"\xff\xfe", "斑马鱼金属"),
        ("utf-16-be", b"\xfe\xff", "斑马鱼金属"),
        ("utf-16-le", b"", f"Gold\t{NAME}\r\n"),
        ("utf-16-be", b"", f"Gold\t{NAME}\r\n"),
        ("utf-16-le", b"", "斑马鱼金属有限公司"),
        ("utf-32-le", b"\xff\xfe\0\0", NAME),
        ("utf-32-be", b"\0\0\xfe\xff", NAME),
        ("utf-32-le", b"", f"Gold\t{NAME}\r\n"),
        ("utf-32-be", b"", f"Gold\t{NAME}\r\n"),
        ("cp1252", b"", "Zébrafish “Metals”"),
        ("cp1250", b"", "Dąbek Złoto"),
        ("shift_jis", b"", "ゼブラ金属株式会社"),
        ("euc_jp", b"", "ゼブラ金属株式会社"),
        ("iso2022_jp", b"", "ゼブラ金属株式会社"),
        ("gb18030", b"", "斑马鱼金属有限公司"),
        ("big5", b"", "斑馬魚金屬有限公司"),
        ("euc_kr", b"", "제브라 금속"),
    ],
)
def test_a_text_is_read_in_any_encoding(encoding: str, mark: bytes, text: str) -> None:
    content = mark + text.encode(encoding)
    assert any(" ".join(text.split()) in one for one in said(content))
    assert encoding == "utf-8" or is_packed(content)


def test_words_of_blocks_beside_each_other_stay_apart() -> None:
    texts = said(b"<table><tr><td>Zebra</td><td>fish</td></tr></table><p>Metals</p><p>Works</p>")
    assert not any("Zebrafish" in text or "MetalsWorks" in text for text in texts)


def test_names_of_classes_are_code() -> None:
    assert not any("zebrafish" in text for text in said(b'<p class="zebrafish" id="zebrafish">a</p>'))


@pytest.mark.parametrize(
    "text",
    [
        one * 300_000
        for one in (
            "<!--",
            "<a ",
            "<a '",
            "<a \"'",
            "&amp;",
            "\\u003c",
            "<![CDATA[",
            "%3C",
            "QUJD",
            "<b>a",
            "<?",
        )
    ],
)
@pytest.mark.timeout(60)
def test_no_text_takes_long(text: str) -> None:
    for _ in texts_of(f"<p>{text}</p>".encode()):
        pass


def test_base64_that_holds_base64_without_end_is_refused() -> None:
    text = NAME
    for _ in range(12):
        text = json.dumps({"a": digits(text.encode())})
    with pytest.raises(UnsearchableError, match="too deep"):
        said(text.encode())
