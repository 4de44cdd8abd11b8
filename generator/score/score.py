"""The scorecard of a year, from its documents as they are published. Straight lines beside the pipeline."""

from __future__ import annotations

from collections.abc import Sequence

from ..data_files.year_files import year_assets
from ..documents.make import filing_files, filing_trees
from ..documents.output import Output
from ..findings import Finding
from ..model import Asset
from ..pipeline import LoadedYear, filing_pages, sound
from . import scorecard
from .score_material import Material
from .scorecard import as_dict, score_lines
from .values import Scorecard

__all__ = ["as_dict", "score", "score_lines"]


def score(
    loaded: LoadedYear, assets: Sequence[Asset] | None = None, notes: Sequence[Finding] | None = None
) -> Scorecard:
    """The scorecard of a year.

    ``assets`` are the files that the site offers; None: they are made, which takes a few seconds. ``notes``
    is what the documents for EDGAR do not show, where ``assets`` has them; None: they are made. Raises
    InputError where an error of the data leaves nothing to publish.
    """
    (year,) = sound([loaded])
    disclosure = year.disclosure
    pages = filing_pages(year)
    form, exhibit = filing_trees(pages, disclosure.facts.annex.title)
    made: Sequence[Asset] = ()
    if assets is None or notes is None:
        made, notes = filing_files(
            disclosure, pages, Output() if assets is None else Output(kinds=("edgar",))
        )
    offered = year_assets(disclosure) if assets is None else assets
    assets_by_uri = {asset.uri: asset for asset in (*offered, *made)}
    return scorecard.score(Material(disclosure, form, exhibit, tuple(assets_by_uri.values()), tuple(notes)))
