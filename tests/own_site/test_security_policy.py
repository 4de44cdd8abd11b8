"""The headers that a built site needs, as each host writes them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from lxml import etree

from generator.cli import main
from generator.own_site.security_policy import FORMATS, headers_of, policy_of
from tests.support.commands import command

PAGE = '<html><script>var a = "1"</script><script src="a.js"></script><script type="x">data</script></html>'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text(PAGE, encoding="utf-8")
    return tmp_path / "site"


def run(site: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["policy", "--site", str(site), *options])


def test_the_policy_is_closed_and_names_each_script_of_a_page(site: Path) -> None:
    policy = policy_of(site)
    assert re.sub(r"'sha256-[\w+/=]+'", "<hash>", policy) == (
        "default-src 'none'; script-src 'self' <hash>; style-src 'self'; img-src 'self' data:;"
        " connect-src 'self'; font-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'self';"
        " form-action 'self'; frame-ancestors 'none'; object-src 'none'"
    )
    assert "unsafe" not in policy


def test_the_policy_is_that_of_the_reference(site: Path, shared: Path) -> None:
    wanted = (shared / "cases" / "policy.txt").read_text(encoding="utf-8").splitlines()[0]
    ours = re.sub(r"'sha256-[\w+/=]+'", "<the hashes of the build>", policy_of(site))
    assert ours == wanted.replace("'self' <the hashes of the build>", "'self' <the hashes of the build>")


@pytest.mark.parametrize(
    ("given", "written"),
    [
        (["https://ir.provider.com/"], "https://ir.provider.com"),
        (["https://*.provider.com", "https://a.b.co:8443"], "https://*.provider.com https://a.b.co:8443"),
    ],
)
def test_a_platform_that_shows_the_site_is_named(site: Path, given: list[str], written: str) -> None:
    headers = headers_of(site, given)
    assert f"frame-ancestors {written};" in headers["Content-Security-Policy"]
    assert "X-Frame-Options" not in headers
    assert headers_of(site)["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize(
    "address",
    [
        "http://ir.provider.com", "ir.provider.com", "https://a.com; script-src *", "*", "https://*",
        "https://a.com\nX: y", 'https://a.com"', "https://a.com/path", "'self'", "data:", "",
    ],
)  # fmt: skip
def test_what_is_no_address_of_a_host_is_refused(site: Path, address: str) -> None:
    result = run(site, "--framed-by", address)
    assert result.exit_code == 1
    assert "is no address of a website" in result.output
    assert "Content-Security-Policy" not in result.output


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_has_every_header(site: Path, form: str) -> None:
    result = run(site, "--format", form)
    assert result.exit_code == 0
    for name, value in headers_of(site).items():
        assert name in result.output
        assert value in result.output.replace("&#39;", "'")


def test_every_form_that_the_command_offers_is_there() -> None:
    offered = command("policy").params[1].type.choices  # type: ignore[attr-defined]
    assert list(offered) == list(FORMATS)


def test_the_file_for_iis_is_xml_and_replaces_what_was_set_above(site: Path) -> None:
    root = etree.fromstring(run(site, "--format", "iis").output.encode())
    entries = root.find("system.webServer/httpProtocol/customHeaders")
    assert {one.get("name"): one.get("value") for one in entries.findall("add")} == headers_of(site)
    assert [one.get("name") for one in entries.findall("remove")] == list(headers_of(site))


@pytest.mark.parametrize(
    ("form", "line"),
    [
        ("headers", "X-Content-Type-Options: nosniff"),
        ("nginx", 'add_header X-Content-Type-Options "nosniff" always;'),
        ("apache", '  Header always set X-Content-Type-Options "nosniff"'),
        ("netlify", "  X-Content-Type-Options: nosniff"),
        ("iis", '        <add name="X-Content-Type-Options" value="nosniff"/>'),
    ],
)
def test_each_host_has_its_own_words(site: Path, form: str, line: str) -> None:
    assert line in run(site, "--format", form).output.splitlines()


def test_without_a_site_there_is_no_policy(tmp_path: Path) -> None:
    assert run(tmp_path / "nothing").exit_code == 1
