"""The looks of a Word file, as styles that people can change in one place."""

# Markup is read as it stands, in lines as long as its elements.
# ruff: noqa: E501

from __future__ import annotations

from collections.abc import Iterator, Sequence

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_FONT = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="SimSun" w:cs="Times New Roman"/>'
_HEADINGS = ((32, "center"), (26, "left"), (23, "left"), (22, "left"), (22, "left"), (22, "left"))
"""Size in half points, and where it stands."""
_LEVELS = 9
_BULLETS = ("•", "–", "•")
_FORMATS = {"1.": "decimal", "a.": "lowerLetter", "A.": "upperLetter", "i.": "lowerRoman", "I.": "upperRoman"}
_OWN = {
    "Formsd Centered": '<w:pPr><w:jc w:val="center"/></w:pPr>',
    "Formsd Value": '<w:pPr><w:spacing w:before="120" w:after="20"/><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr>',
    "Formsd Registrant": '<w:pPr><w:spacing w:before="240" w:after="20"/><w:jc w:val="center"/></w:pPr>'
    '<w:rPr><w:b/><w:sz w:val="32"/></w:rPr>',
    "Formsd Caption": '<w:pPr><w:pBdr><w:top w:val="single" w:sz="4" w:space="1" w:color="16263C"/></w:pBdr>'
    '<w:spacing w:after="160"/><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="18"/></w:rPr>',
    "Formsd Check": '<w:pPr><w:tabs><w:tab w:val="left" w:pos="1600"/></w:tabs><w:spacing w:before="160"/>'
    '<w:ind w:left="1600" w:hanging="1600"/></w:pPr>',
    "Formsd Signature": '<w:pPr><w:keepNext/><w:tabs><w:tab w:val="left" w:pos="5200"/></w:tabs>'
    '<w:spacing w:before="120"/><w:ind w:left="5200" w:hanging="900"/></w:pPr>',
    "Formsd Note": '<w:rPr><w:color w:val="4F5D6F"/></w:rPr>',
    "Formsd List": '<w:pPr><w:spacing w:after="60"/></w:pPr>',
    "Formsd Term": '<w:pPr><w:keepNext/><w:spacing w:after="20"/></w:pPr>',
    "Formsd Table Title": '<w:pPr><w:keepNext/><w:spacing w:before="200" w:after="80"/></w:pPr>'
    '<w:rPr><w:sz w:val="20"/></w:rPr>',
    "Formsd Cell": '<w:pPr><w:spacing w:before="30" w:after="30" w:line="240" w:lineRule="auto"/></w:pPr>'
    '<w:rPr><w:sz w:val="18"/></w:rPr>',
    "Formsd Cell Head": '<w:pPr><w:keepNext/><w:spacing w:before="30" w:after="30" w:line="240" w:lineRule="auto"/></w:pPr>'
    '<w:rPr><w:b/><w:sz w:val="18"/></w:rPr>',
    "Formsd Gap": '<w:pPr><w:spacing w:before="0" w:after="60" w:line="120" w:lineRule="auto"/></w:pPr>'
    '<w:rPr><w:sz w:val="8"/></w:rPr>',
    "Formsd Code": '<w:pPr><w:shd w:val="clear" w:color="auto" w:fill="F5F7F9"/><w:spacing w:after="0"/></w:pPr>'
    '<w:rPr><w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/><w:sz w:val="18"/></w:rPr>',
    "Formsd Rule": '<w:pPr><w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="B9C2CD"/></w:pBdr></w:pPr>',
    "Formsd Head": '<w:pPr><w:spacing w:after="40"/></w:pPr><w:rPr><w:color w:val="4F5D6F"/><w:sz w:val="17"/></w:rPr>',
    "Formsd Stamp": '<w:pPr><w:spacing w:after="40"/><w:jc w:val="center"/></w:pPr>'
    '<w:rPr><w:b/><w:caps/><w:color w:val="A3231B"/><w:sz w:val="18"/></w:rPr>',
    "footnote text": '<w:pPr><w:spacing w:after="40"/></w:pPr><w:rPr><w:sz w:val="17"/></w:rPr>',
}  # fmt: skip
"""Name of each style of a paragraph to what it looks like."""


def styles() -> Iterator[tuple[str, str]]:
    """The id and the element of each style of ours; those of the same id give way to them."""
    yield (
        "Normal",
        (
            f'<w:style {_W} w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
            '<w:pPr><w:spacing w:after="140" w:line="264" w:lineRule="auto"/></w:pPr>'
            f'<w:rPr>{_FONT}<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-US"/></w:rPr></w:style>'
        ),
    )
    for level, (size, place) in enumerate(_HEADINGS, 1):
        yield (
            f"Heading{level}",
            (
                f'<w:style {_W} w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
                '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:uiPriority w:val="9"/><w:qFormat/>'
                f'<w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="{360 if level < 3 else 240}" w:after="120"/>'
                f'<w:jc w:val="{place}"/><w:outlineLvl w:val="{level - 1}"/></w:pPr>'
                f'<w:rPr>{_FONT}<w:b/>{"<w:i/>" if level > 3 else ""}<w:color w:val="16263C"/><w:sz w:val="{size}"/>'
                f'<w:szCs w:val="{size}"/></w:rPr></w:style>'
            ),
        )
    for name, looks in _OWN.items():
        number = "".join(word.capitalize() for word in name.split())
        yield (
            number,
            (
                f'<w:style {_W} w:type="paragraph" w:customStyle="1" w:styleId="{number}"><w:name w:val="{name}"/>'
                f'<w:basedOn w:val="Normal"/><w:qFormat/>{looks}</w:style>'
            ),
        )
    yield (
        "FootnoteReference",
        (
            f'<w:style {_W} w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
            '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
        ),
    )


def numbering(lists: Sequence[tuple[str | None, int]]) -> str:
    """The content of the part that numbers lists: each list is one of its own, so that it begins anew."""
    kinds: list[str | None] = [None, *_FORMATS]
    abstract = "".join(_abstract(number, kind) for number, kind in enumerate(kinds))
    return abstract + "".join(_list(number, kinds, *one) for number, one in enumerate(lists, 1))


def _abstract(number: int, kind: str | None) -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{_FORMATS.get(kind or "", "bullet")}"/>'
        f'<w:lvlText w:val="{f"%{level + 1}." if kind else _BULLETS[level % len(_BULLETS)]}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{720 + 360 * level}" w:hanging="360"/></w:pPr></w:lvl>'
        for level in range(_LEVELS)
    )
    return f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="hybridMultilevel"/>{levels}</w:abstractNum>'


def _list(number: int, kinds: Sequence[str | None], kind: str | None, start: int) -> str:
    begins = "".join(
        f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        for level in range(_LEVELS)
    )
    overrides = begins if kind else ""
    at = kinds.index(kind) if kind in kinds else 1
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{at}"/>{overrides}</w:num>'
