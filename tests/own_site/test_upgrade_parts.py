"""What ``formsd upgrade`` is made of: what counts as a line, a change, a newer version."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from generator.errors import DisclosureError
from generator.files.program import PACKAGE
from generator.own_site.upgrade.changes import Change, folded, line_changes, site_changes
from generator.own_site.upgrade.lock_change import lock_change
from generator.own_site.upgrade.page_lines import page_lines
from generator.own_site.upgrade.programs import (
    Program,
    Wheel,
    new_wheel,
    order_of,
    present_program,
    read_wheel,
)
from generator.own_site.upgrade.report import NOTHING, site_lines
from generator.own_site.upgrade.texts import changed_libraries, changed_settings, to_do
from generator.own_site.upgrade.trial import Made, copy_site, year_states

PAGE = """\
<html><head><title>{title}</title></head><body><nav aria-label="Invented menu"><a>{menu}</a>
<ul data-md-component="toc"><li>Heading</li></ul></nav>
<article><h1>Heading</h1><p>One <b>and</b>
two.</p><table><tr><td>Tin</td><td><p>Peru</p></td></tr></table><img alt="A plant"><script>x()</script>
</article>
<footer>{footer}</footer></body></html>"""


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def page(title: str = "T", menu: str = "M", footer: str = "F") -> str:
    return PAGE.format(title=title, menu=menu, footer=footer)


def test_a_page_is_its_lines_and_those_of_the_frame(tmp_path: Path) -> None:
    lines = page_lines(write(tmp_path, index_html=page()) / "index.html")
    assert lines.own == ("Title: T", "Heading", "One and two.", "Tin | Peru", "(A plant)")
    assert lines.frame == ("(Invented menu)", "M", "F")


def test_what_the_frame_says_on_each_page_is_one_change_and_a_page_its_own(tmp_path: Path) -> None:
    old = write(tmp_path / "old", index_html=page(), **{"2021__index_html": page()}, a_pdf="1")
    new = write(
        tmp_path / "new", index_html=page(menu="N"), **{"2021__index_html": page("U", "N")}, b_pdf="1"
    )
    found = site_changes(old, new)
    assert [(one.first, one.number) for one in found.frame] == [(Change("M", "N"), 2)]
    assert [(one.first, one.names) for one in found.groups["2021"].words] == [
        (Change("Title: T", "Title: U"), ("/2021/",))
    ]
    assert (found.groups[""].new_files, found.groups[""].gone_files) == (["b.pdf"], ["a.pdf"])


def test_pages_that_read_the_same_are_named(tmp_path: Path) -> None:
    old, new = write(tmp_path / "old", index_html=page()), write(tmp_path / "new", index_html=page())
    assert not site_changes(old, new)
    write(new, index_html=page().replace("<b>", "<b class='x'>"))
    assert site_changes(old, new).other_markup == ("/",)


def test_equal_sites_say_that_nothing_changes(tmp_path: Path) -> None:
    made = Made(Program("1", tmp_path), write(tmp_path / "site", index_html=page()), (), tmp_path)
    lines = site_lines(site_changes(made.site, made.site), made, made, tmp_path, ())
    assert next(lines) == NOTHING


@pytest.mark.parametrize(
    ("was", "now", "found"),
    [
        (["a", "b"], ["a", "c"], [Change("b", "c")]),
        (["a"], ["a", "c"], [Change(None, "c")]),
        (["a", "c"], ["a"], [Change("c", None)]),
        (["a b c", "x", "y"], ["x", "y", "a b d"], [Change("a b c", "a b d")]),
        (["a b", "x", "y"], ["x", "y", "a b"], [Change("a b", "a b")]),
        ([f"f {'0' * 64} 1.5 kB"], [f"f {'1' * 64} 16 Bytes"], []),
    ],
)
def test_lines_that_differ(was: list[str], now: list[str], found: list[Change]) -> None:
    assert line_changes(was, now) == found


def test_the_same_words_in_many_lines_are_one_change() -> None:
    changes = [("p", Change(f"Works {n} | Old Peru", f"Works {n} | Peru")) for n in range(9)]
    (one,) = folded(changes)
    assert (one.number, one.first, one.names) == (9, changes[0][1], ("p",))


@pytest.mark.parametrize(
    ("older", "newer"), [("0.9", "0.10"), ("1.0rc1", "1.0"), ("1.0a2", "1.0b1"), ("1.0", "1.0.1")]
)
def test_versions_are_put_in_order(older: str, newer: str) -> None:
    assert order_of(older) < order_of(newer)
    assert order_of("1.0") == order_of("1")


def test_without_a_newer_file_it_says_where_to_put_it(tmp_path: Path) -> None:
    with pytest.raises(DisclosureError, match="The folder program has no file of a version after 9"):
        new_wheel(tmp_path, None, "9")


def test_settings_libraries_and_what_is_asked_are_compared(tmp_path: Path) -> None:
    programs = []
    for name, font, version, asked in (
        ("old", "false", "1.0", ""),
        ("new", "Invented", "1.1", "- B. **You must do:** run\n  it.\n"),
    ):
        place = tmp_path / name
        settings = place / "generator" / "own_site" / "templates"
        settings.mkdir(parents=True)
        (settings / "defaults.yml").write_text(f"theme:\n  font: {font}\n  features: [a, b]\n", "utf-8")
        lock = f"click==8.4 \\\n    --hash=sha256:0\njinja2=={version} \\\n    --hash=sha256:0\n"
        (place / "requirements.lock").write_text(lock, encoding="utf-8")
        changelog = f"# Changelog\n\n{asked}- A. **You must do:** this.\n"
        (place / "CHANGELOG.md").write_text(changelog, encoding="utf-8")
        programs.append(Program("1", place))
    old, new = programs
    assert changed_settings(old, new) == [("theme.font", "False", "Invented")]
    assert changed_libraries(old, new) == [("jinja2", "1.0", "1.1")]
    assert to_do(old, new) == ["run it."]


def wheel_of(folder: Path, version: str) -> Wheel:
    path = folder / f"form_sd_microsite-{version}-py3-none-any.whl"
    folder.mkdir(exist_ok=True)
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("x.dist-info/METADATA", f"Name: form-sd-microsite\nVersion: {version}\n")
        packed.writestr("generator/__init__.py", "")
    return read_wheel(path)


def test_the_present_program_is_the_one_that_the_lock_names(tmp_path: Path) -> None:
    assert present_program(tmp_path, tmp_path / "new").place == PACKAGE.parent
    wheel = wheel_of(tmp_path / "program", "0.0.1")
    (tmp_path / "requirements.lock").write_text(f"./program/{wheel.path.name} \\\n    --hash=x\n", "utf-8")
    assert present_program(tmp_path, tmp_path / "new") == Program("0.0.1", tmp_path / "new")
    assert (tmp_path / "new" / "generator" / "__init__.py").exists()


def test_a_lock_that_is_not_there_is_written_with_the_file_beside_it(tmp_path: Path) -> None:
    wheel = wheel_of(tmp_path / "fetched", "0.2")
    site = tmp_path / "site"
    site.mkdir()
    program = Program("0.2", tmp_path)
    change = lock_change(site, program, program, wheel)
    (told,) = change.difference()
    assert re.fullmatch(r"new, with \d+ lines", told)
    assert list(site.iterdir()) == []
    change.write()
    assert (site / "program" / wheel.path.name).read_bytes() == wheel.path.read_bytes()
    assert f"./program/{wheel.path.name} " in (site / "requirements.lock").read_text(encoding="utf-8")
    (site / "program").rename(tmp_path / "gone")
    (site / "program").write_text("a file", encoding="utf-8")
    with pytest.raises(DisclosureError, match="program cannot be written"):
        change.write()


def test_what_is_confidential_is_not_copied(tmp_path: Path) -> None:
    names = (
        "data/2021/review/x",
        "data/2021/suppliers.yml",
        "answers/x",
        ".git/x",
        "env/pyvenv.cfg",
        "site/x",
    )
    for name in (*names, "data/2021/disclosure.yml", "docs/review/x", "mkdocs.yml"):
        write(tmp_path / "own", **{name.replace("/", "__").replace(".", "_"): ""})
    copy_site(tmp_path / "own", tmp_path / "copy")
    there = {path.relative_to(tmp_path / "copy").as_posix() for path in (tmp_path / "copy").rglob("*.*")}
    assert there == {"data/2021/disclosure.yml", "mkdocs.yml"}
    assert (tmp_path / "copy" / "docs" / "review" / "x").exists()
    assert not (tmp_path / "copy" / "answers").exists()


def test_the_files_of_the_brand_are_copied_wherever_they_stand(tmp_path: Path) -> None:
    brand = "logo: {light: out/logo.svg, dark: ../secret.svg}\n"
    write(tmp_path / "own", brand_yml=brand, out__logo_svg="<svg/>", out__other_svg="<svg/>")
    write(tmp_path, secret_svg="<svg/>")
    copy_site(tmp_path / "own", tmp_path / "copy")
    there = {path.relative_to(tmp_path / "copy").as_posix() for path in (tmp_path / "copy").rglob("*.*")}
    assert there == {"brand.yml", "out/logo.svg"}


def test_how_far_a_year_is(tmp_path: Path) -> None:
    write(tmp_path, **{"2021__disclosure_yml": "filing: {state: final}\nform: {route: none}\n"})
    for name in ("legal", "ir", "published"):
        (tmp_path / "2021" / "record" / name).mkdir(parents=True)
    write(tmp_path, **{"2022__disclosure_yml": "\t- broken"})
    assert [one.words for one in year_states(tmp_path)] == ["draft", "final, signed by 2, published"]
