"""A company's own folder, and the example in a folder of its own."""

from __future__ import annotations

from pathlib import Path

from ..files.program import shipped
from ..year.start import first_year_files
from .lock import installed_from, lock_files
from .new_folder import write_new

_TEMPLATES = Path(__file__).with_name("templates")
_SETTINGS, _BRAND = "mkdocs.yml", "brand.yml"
_PLACES = {
    "root/README.md": "README.md",
    "root/gitignore": ".gitignore",
    "root/gitattributes": ".gitattributes",
    "root/gitlab-ci.yml": ".gitlab-ci.yml",
    "github/disclosure.yml": ".github/workflows/disclosure.yml",
    "docs/about.md": "docs/about.md",
    "docs/accessibility.md": "docs/accessibility.md",
}
"""Where each template stands in a company's folder."""
_GUIDE = "manual/guide.md"
_GLOSSARY = "docs/glossary.md"
_TERMS = "The terms that this site uses"
_READ_TERMS = (
    "<!-- To do: read the explanations as your own text, and delete terms that your pages do not use."
    " Then delete this note. -->\n\n"
)
_CHANGELOG_LINK = "[changelog](../CHANGELOG.md)"
"""What stands beside the program is not in a company's folder."""
_EXAMPLE_ADDRESS = "site_url: https://conflict-minerals.example.com/"


def init_site(folder: Path, year: int, *, with_list: bool = True, wheel: Path | None = None) -> list[str]:
    """Writes a company's folder with ``year`` begun; the addresses of the files written.

    ``wheel`` is the file from which the program was installed; None: as the installer noted it. Raises
    DisclosureError where the folder holds anything, or cannot be written.
    """
    files = lock_files(wheel or installed_from())
    files |= {place: (_TEMPLATES / name).read_bytes() for name, place in _PLACES.items()}
    glossary = shipped(_GLOSSARY).read_text(encoding="utf-8")
    files[_GLOSSARY] = glossary.replace(_TERMS, _READ_TERMS + _TERMS, 1).encode()
    guide = shipped(_GUIDE).read_text(encoding="utf-8")
    files["guide.md"] = guide.replace(_CHANGELOG_LINK, "changelog").encode()
    of_year = first_year_files(year, with_list=with_list)
    files |= {f"data/{year}/{name}": content for name, content in of_year.items()}
    files |= {name: (_TEMPLATES / name).read_bytes() for name in (_BRAND, _SETTINGS)}
    return write_new(folder, files)


def write_example(folder: Path) -> list[str]:
    """Writes the example, a site of its own; the addresses of the files written. Raises as ``init_site``."""
    settings = (_TEMPLATES / _SETTINGS).read_text(encoding="utf-8")
    files = {
        f"{part}/{path.relative_to(shipped(part)).as_posix()}": path.read_bytes()
        for part in ("docs", "data")
        for path in sorted(shipped(part).rglob("*"))
        if path.is_file()
    }
    files[".gitignore"] = (_TEMPLATES / "root" / "gitignore").read_bytes()
    return write_new(folder, files | {_SETTINGS: settings.replace("site_url:", _EXAMPLE_ADDRESS).encode()})
