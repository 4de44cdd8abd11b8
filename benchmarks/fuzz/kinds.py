"""The kinds of sources: where each lies in the folder, how it is damaged, and which commands read it."""

# Rows of a table, each on its line.
# ruff: noqa: E501

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from . import odd_books, odd_text, odd_yaml
from .raw import ANY, ARCHIVE, RARELY_HUGE, Mutator, deep_xml, odd_numbers, with_bomb

CHECK = ("check", "2021")
OF_A_YEAR = (*[CHECK] * 6, ("pages", "2021", "--to", "out"), ("export", "2021", "--to", "out", "--only", "edgar"),
             ("check", "2021", "--json"), ("check", "2021", "--score"), ("facts", "2021"))  # fmt: skip
ROUND = (("reconcile", "2021", "--from", "answers", "--processes", "1"),)
IMPORT_OF_A_SUBMISSION = ("import", "2019", "--form", "edgar/lamps.txt")
IMPORT_OF_A_FORM = ("import", "2022", "--form", "edgar/halden.htm")
IMPORT_OF_A_REPORT = ("import", "2021", "--data", "edgar", "--exhibit", "edgar/report.htm")
OLD = (("reconcile", "2021", "--from", "old", "--processes", "1"),)
SIGN = ("sign", "2021", "--role", "legal", "--name", "Ann Example", "--date", "2022-05-21")


@dataclass(frozen=True)
class Kind:
    """Files that the program reads in one way."""

    name: str
    files: Sequence[str]
    """Patterns below the folder ``root``."""
    opening: Sequence[Mutator]
    """Damage to bytes."""
    content: Sequence[Mutator] = ()
    """Odd content of a file that opens; none where the damage is all there is."""
    root: str = ""
    commands: Sequence[Sequence[str]] = (CHECK,)
    weight: int = 2


def _year(name: str, pattern: str, *rest: Sequence[Mutator], root: str = "", weight: int = 2) -> Kind:
    return Kind(name, (f"data/2021/{pattern}",), *rest, root=root, commands=OF_A_YEAR, weight=weight)


def _round(name: str, pattern: str, *rest: Sequence[Mutator], weight: int = 2) -> Kind:
    return Kind(name, (pattern,), *rest, root="round", commands=ROUND, weight=weight)


KINDS = (
    _year("disclosure.yml", "disclosure.yml", ANY, odd_yaml.MUTATORS, weight=8),
    _year("smelters.xlsx", "smelters.xlsx", RARELY_HUGE, odd_books.MUTATORS, weight=8),
    _year("smelters.csv", "smelters.csv", ANY, odd_text.CSV, root="csv", weight=4),
    _year("several lists", "smelters.xlsx", ARCHIVE, odd_books.MUTATORS, root="lists"),
    _year("entries of several lists", "disclosure.yml", ANY, odd_yaml.MUTATORS, root="lists"),
    _year("sections", "report/*.md", ANY, odd_text.SECTION, weight=8),
    _year("sections that take all there is", "report/*.md", (odd_text.bomb,), (odd_text.bomb,), weight=1),
    _year("texts of the form", "form/*.md", ANY, odd_text.SECTION),
    _year("wording", "wording/*.md", ANY, odd_text.SECTION, weight=4),
    _year("exhibits", "exhibits/*.*", ANY, (*odd_text.PAGES, *odd_text.SECTION), weight=3),
    _year("pictures", "pictures/*.*", ANY, odd_text.PAGES),
    _year("documents of the filer", "documents/*.*", ANY, weight=1),
    Kind("records of signing", ("data/2021/record/**/*.*",), ANY, odd_text.LINES, commands=(CHECK, SIGN), weight=3),
    Kind("record.yml", ("data/2021/record/*/record.yml",), ANY, odd_yaml.MUTATORS, commands=(CHECK, SIGN), weight=2),
    Kind("tables of countries", ("data/*.csv",), ANY, odd_text.CSV, weight=3),
    Kind("lists of sanctions, CSV", ("data/sanctions/*.[cC]*",), ANY, odd_text.CSV, weight=2),
    Kind("lists of sanctions, XML", ("data/sanctions/*.xml",), (*ANY, with_bomb, deep_xml, odd_numbers), odd_text.PAGES),
    Kind("mkdocs.yml", ("mkdocs.yml", "base.yml"), ANY, odd_yaml.MUTATORS, weight=3),
    Kind("pages of one's own", ("docs/*.md",), ANY, odd_text.MARKDOWN, weight=1),
    _round("answers", "answers/*.xlsx", RARELY_HUGE, odd_books.MUTATORS, weight=8),
    Kind("answers in the old format", ("old/*.xls",), ANY, root="round", commands=OLD, weight=1),
    _round("answers in archives", "answers/*.zip", ARCHIVE, weight=2),
    _round("answers in messages", "answers/*.eml", ANY, odd_text.LINES),
    _round("reconcile.yml", "data/2021/reconcile.yml", ANY, odd_yaml.MUTATORS, weight=3),
    _round("suppliers.yml", "data/2021/suppliers.yml", ANY, odd_yaml.MUTATORS),
    _round("decisions.yml", "data/2021/decisions.yml", ANY, odd_yaml.MUTATORS, weight=3),
    _round("letters.md", "data/2021/letters.md", ANY, odd_text.SECTION),
    _round("status lists, workbooks", "data/2021/[cn]*.xlsx", ARCHIVE, odd_books.MUTATORS, weight=4),
    _round("status lists, CSV", "data/2021/*.csv", ANY, odd_text.CSV, weight=3),
    _round("status lists, XML", "data/2021/rmi.xml", ANY, odd_text.PAGES),
    _round("review.xlsx", "data/2021/review/*.xlsx", ARCHIVE, odd_books.MUTATORS, weight=4),
    _round("reconciled.yml", "data/2021/reconciled.yml", ANY, odd_yaml.MUTATORS),
    _round("list as reconciled", "data/2021/smelters.xlsx", ARCHIVE, odd_books.MUTATORS, weight=3),
    Kind("filed exhibits, HTML", ("filed/*.htm",), ANY, odd_text.PAGES,
         commands=(("verify", "2021", "--against", "filed/ex101.htm", "--against", "filed/form.htm"),), weight=6),
    Kind("filed exhibits, text", ("filed/*.txt",), ANY, odd_text.PAGES,
         commands=(("verify", "2021", "--against", "filed/ex101.txt"),), weight=3),
    Kind("submissions to import", ("edgar/lamps.txt",), ANY, odd_text.PAGES, commands=(IMPORT_OF_A_SUBMISSION,), weight=3),
    Kind("forms to import", ("edgar/halden.htm",), ANY, odd_text.PAGES, commands=(IMPORT_OF_A_FORM,), weight=3),
    Kind("reports to import", ("edgar/report.htm",), ANY, odd_text.PAGES, commands=(IMPORT_OF_A_REPORT,), weight=4),
)  # fmt: skip
