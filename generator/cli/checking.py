"""Commands that look and change nothing: ``check``, ``explain``, ``facts``."""

from __future__ import annotations

import itertools
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from ..confidential.unsaid import Unsaid
from ..confidential.unsearched import not_searched
from ..errors import InputError
from ..findings import errors, printable
from ..findings.as_sarif import to_sarif
from ..findings.as_text import by_file
from ..own_site.brand_file import brand_findings
from ..own_site.early_links import early_lost_links
from ..own_site.settings import docs_folder, find_site_url, mistakes_in
from ..own_site.site_findings import needed_of_site, site_findings
from ..pipeline import LoadedYear, Unreadable, Year, load
from .given import allowed_beside, loaded_years, named_in_texts, names_on_lists
from .group import main
from .options import YEARS, with_data, with_year_or_all
from .shown import or_end, print_findings, print_json, shown_progress, stop, width


@main.command()
@with_year_or_all
@with_data
@click.option("--json", "as_json", is_flag=True, help="Print the findings, or the scorecard, as JSON.")
@click.option("--sarif", "as_sarif", is_flag=True, help="Print the findings as SARIF 2.1.0, for code hosts.")
@click.option("--score", "as_score", is_flag=True, help="Print the scorecard instead of the findings.")
def check(year: int | None, data_dir: Path, as_json: bool, as_sarif: bool, as_score: bool) -> None:
    """Check YEAR, or every year. Exit code 1 where an error stops publishing a final."""
    if as_sarif and (as_json or as_score):
        raise click.UsageError("--sarif goes with neither --json nor --score.")
    if as_score:
        _print_scores(data_dir, year, as_json)
        return
    with shown_progress(is_silent=as_json or as_sarif) as progress:
        years, findings = loaded_years(data_dir, year, progress)
    settings = data_dir.parent / "mkdocs.yml"
    address = find_site_url(settings)
    about_site = [*mistakes_in(settings), *site_findings(docs_folder(settings), years, address)]
    about_site += brand_findings(data_dir.parent, years)
    about_site += early_lost_links(settings, data_dir, years, address or "")
    unsearched = not_searched(data_dir, [one.year for one in years])
    findings = [*findings, *about_site, *named_in_texts(data_dir, years), *unsearched]
    unsaid = Unsaid(data_dir, allowed_beside(data_dir), years)
    findings = by_file(unsaid.findings([*findings, *names_on_lists(data_dir, years)]))
    if as_sarif:
        click.echo(to_sarif(findings))
    elif as_json:
        print_json(findings)
    else:
        lines = (
            line
            for one in years
            for line in _missing_lines(one, needed_of_site(one, about_site, address), data_dir)
        )
        print_findings(findings, data_dir, unsaid.may_show, lines)
    sys.exit(1 if errors(findings) else 0)


def _print_scores(data_dir: Path, year: int | None, as_json: bool) -> None:
    """The scorecards; where an error leaves nothing to score, its findings and exit code 1."""
    from ..score.score import as_dict, score, score_lines  # looks into PDF files

    try:
        cards = [score(loaded) for loaded in load(data_dir, year)]
    except InputError as problem:
        stop(problem, "There is no scorecard where the data has errors.")
    if as_json:
        click.echo(json.dumps({"scorecards": [as_dict(card) for card in cards]}, indent=2))
        return
    for line in itertools.chain.from_iterable(map(score_lines, cards)):
        click.echo(printable(line))


def _missing_lines(loaded: LoadedYear, of_site: Sequence[str], data_dir: Path) -> Iterator[str]:
    """What a draft needs before it can be final, ``of_site`` included; or that it can be."""
    if isinstance(loaded, Year) and not loaded.disclosure.facts.filing.is_draft:
        return
    needed = [*loaded.missing, *of_site]
    if needed:
        yield f"Before {loaded.year} can be final it needs: {', '.join(needed)}."
    elif isinstance(loaded, Year):
        file = data_dir / str(loaded.year) / "disclosure.yml"
        yield f"{loaded.year} can be final: set 'state: final' in {file}, then run 'formsd build'."


@main.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Say what the finding CODE means, with an example, and that mended. Without CODE: list all codes."""
    from ..explain import codes  # its texts are read only when somebody asks

    with or_end():
        for line in codes.explained(code, width()) if code else codes.catalogue():
            click.secho(line.text, bold=line.is_heading or None)


@main.command()
@click.argument("year", type=YEARS)
@click.argument("name", required=False)
@with_data
@click.option("--json", "as_json", is_flag=True, help="Print them as JSON, for editors.")
def facts(year: int, name: str | None, data_dir: Path, as_json: bool) -> None:
    """List the names that a section may use, with what each says for YEAR now.

    NAME narrows the list: a group such as survey or facilities.gold, a single name, or a name with a pipe.
    """
    from ..explain import name_lines, names  # takes a while to import

    with or_end("No facts were listed."):
        (loaded,) = load(data_dir, year)
        if isinstance(loaded, Unreadable):
            raise InputError(errors(loaded.findings) or loaded.findings)
        known = names.Names(loaded.disclosure)
        found = known.about(name) if name else known.every()
    if as_json:
        click.echo(json.dumps(name_lines.as_dict(year, found), indent=2))
        return
    for text, is_heading in name_lines.as_lines(found, with_meaning=name is not None):
        click.secho(printable(text), bold=is_heading or None)
