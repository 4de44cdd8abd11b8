"""Runs tests once with each set of fonts alone: what they hold must not depend on the fonts of a machine.

``python -m tests.support.font_sets`` runs those that print, measure or read PDF files; with
``--only noto -x tests/site/test_print.py`` a file, with one set; what it does not know is for pytest. Needs
fontconfig (Linux) and Debian's packages fonts-noto-core, fonts-dejavu and fonts-liberation.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

REPO = Path(__file__).resolve().parents[2]
FONTS = Path("/usr/share/fonts/truetype")
SETS = {"noto": "fonts-noto-core", "dejavu": "fonts-dejavu", "liberation": "fonts-liberation"}
"""Folders of ``FONTS`` and their packages. Their letters differ in size; the first two join some."""

MEASURING = (
    "tests/site",
    "tests/documents/test_pdf.py",
    "tests/documents/test_pdf_blocks.py",
    "tests/documents/test_pdf_parts.py",
)

# Without the rules of the machine, which know what family is meant by serif, all names mean the same font.
_CONFIGURATION = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
  <include ignore_missing="yes">/etc/fonts/conf.d</include>
</fontconfig>
"""


def missing(names: Sequence[str]) -> list[str]:
    """The packages of those sets that are not on this machine."""
    return [SETS[name] for name in names if not (FONTS / name).is_dir()]


def run(fonts: Path, arguments: Sequence[str]) -> int:
    """The exit code of pytest where the fonts of a folder are the only ones."""
    with tempfile.TemporaryDirectory() as folder:
        names = Path(folder, "fonts.conf")
        cache = Path(folder, "cache")
        text = _CONFIGURATION.format(fonts=escape(str(fonts)), cache=escape(str(cache)))
        names.write_text(text, encoding="utf-8")
        return subprocess.run(
            [sys.executable, "-m", "pytest", *arguments],
            cwd=REPO,
            env={**os.environ, "FONTCONFIG_FILE": str(names)},
            check=False,
        ).returncode


def summary(codes: Mapping[str, int]) -> str:
    """A line for each set."""
    return "".join(f"{name}: {'passed' if code == 0 else 'FAILED'}\n" for name, code in codes.items())


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tests.support.font_sets", usage="%(prog)s [--only SET] [PYTEST …]", allow_abbrev=False
    )
    parser.add_argument("--only", choices=SETS, action="append")
    chosen, arguments = parser.parse_known_args()
    names = chosen.only or list(SETS)
    if packages := missing(names):
        parser.error(f"not on this machine: apt-get install {' '.join(packages)}")
    if not any((REPO / argument.partition("::")[0]).exists() for argument in arguments):
        arguments += MEASURING
    codes = {name: run(FONTS / name, arguments) for name in names}
    sys.stdout.write(summary(codes))
    return max(codes.values())


if __name__ == "__main__":
    sys.exit(main())
