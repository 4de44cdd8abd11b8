"""What the commands read: the years, the settings beside them, and what the searches say of both."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ..confidential.search_of_years import Allowed
from ..confidential.site_search import MIN_LETTERS
from ..confidential.unsaid import Unsaid
from ..confidential.year_texts import leaks_in_texts
from ..documents.output import Output
from ..errors import InputError
from ..findings import Finding
from ..own_site.brand_file import read_brand
from ..own_site.chosen_years import chosen_years
from ..own_site.settings import addresses_stated, docs_folder, excluded_docs, plugin_options
from ..pipeline import LoadedYear, Year, load
from ..progress import Progress, unheard


def loaded_years(
    data_dir: Path, year: int | None, progress: Progress
) -> tuple[Sequence[LoadedYear], list[Finding]]:
    """The years and their findings; where there are none to read, what is said of that."""
    try:
        years = load(data_dir, year, progress)
    except InputError as problem:
        return (), list(problem.findings)
    return years, [finding for loaded in years for finding in loaded.findings]


def years_to_write(
    data_dir: Path, year: int | None, progress: Progress = unheard
) -> tuple[Sequence[LoadedYear], tuple[Finding, ...]]:
    """The year that is asked for; or those that a site shows, and what is said of drafts."""
    years = load(data_dir, year, progress)
    if year is not None:
        return years, ()
    chosen = chosen_years(data_dir, years, has_drafts=False)
    return chosen.years, chosen.findings


def names_on_lists(data_dir: Path, years: Sequence[LoadedYear]) -> list[Finding]:
    """What the lists of sanctions, where the filer has put any, say of the names of these years."""
    if not (data_dir / "sanctions").is_dir():
        return []
    from ..sanctions.listed_names import listed_names  # lists are long, and seldom there

    return listed_names(data_dir, [year.disclosure for year in years if isinstance(year, Year)])


def named_in_texts(data_dir: Path, years: Sequence[LoadedYear]) -> Sequence[Finding]:
    """What is withheld and stands in texts, pages and settings; what cannot be read is told of the year."""
    try:
        return leaks_in_texts(data_dir, years, **settings_for_search(data_dir))
    except InputError as problem:
        return problem.findings


def settings_for_search(data_dir: Path) -> dict[str, Any]:
    """What the search of texts needs of the settings beside the folder of the data."""
    settings = data_dir.parent / "mkdocs.yml"
    return {
        "allowed": allowed_beside(data_dir),
        "docs_dir": docs_folder(settings),
        "settings": settings,
        "excluded": excluded_docs(settings),
    }


def allowed_beside(data_dir: Path, settings: Path | None = None) -> Allowed:
    """What the settings say of the search, as far as they can be read.

    ``settings`` None: those are ``mkdocs.yml`` beside the folder of the data.
    """
    stated = plugin_options(settings or data_dir.parent / "mkdocs.yml")
    letters = stated.get("min_letters")
    return Allowed(
        _texts_in(stated.get("may_be_published")),
        letters if isinstance(letters, int) else MIN_LETTERS,
        _texts_in(stated.get("may_stay_unsearched")),
    )


def unsaid_of_site(settings: Path) -> Unsaid:
    """What must stand in no message about the site of these settings, which may be no YAML."""
    stated = plugin_options(settings).get("data_dir")
    data_dir = settings.parent / (stated if isinstance(stated, str) else "data")
    return Unsaid(data_dir, allowed_beside(data_dir, settings))


def output_beside(data_dir: Path) -> Output:
    """How what is beside the folder of the data lets files look, and the site write its addresses."""
    here = data_dir.parent
    return Output(brand=read_brand(here).brand, addresses=addresses_stated(here / "mkdocs.yml"))


def _texts_in(item: object) -> tuple[str, ...]:
    return tuple(map(str, item)) if isinstance(item, list) else ()
