"""The scorecard of a year, from its documents as they are published. Straight lines beside the pipeline."""

from __future__ import annotations

from collections.abc import Sequence

from ..data_files.year_files import year_assets
from ..documents.make import DOCUMENTS, filing_files, filing_trees
from ..errors import InputError
from ..findings import Finding
from ..model import Asset
from ..pipeline import Year, filing_pages
from . import scorecard
from .score_material import Material
from .scorecard import as_dict, score_lines
from .values import Scorecard

__all__ = ["as_dict", "score", "score_lines"]


def score(
    loaded: Year, assets: Sequence[Asset] | None = None, notes: Sequence[Finding] | None = None
) -> Scorecard:
    """The scorecard of a year.

    ``assets`` are the files that the site offers; None: they are made, which takes a few seconds. ``notes``
    is what the documents for EDGAR do not show, where ``assets`` has them; None: they are made. Raises
    InputError where an error of the data leaves nothing to publish.
    """
    disclosure = loaded.disclosure
    if loaded.stopping or disclosure is None:
        raise InputError(loaded.stopping)
    pages = filing_pages(loaded)
    form, exhibit = filing_trees(pages, disclosure.annex_title)
    made: Sequence[Asset] = ()
    if assets is None or notes is None:
        made, notes = filing_files(disclosure, pages, DOCUMENTS if assets is None else ("edgar",))
    offered = year_assets(disclosure) if assets is None else assets
    assets_by_uri = {asset.uri: asset for asset in (*offered, *made)}
    return scorecard.score(Material(disclosure, form, exhibit, tuple(assets_by_uri.values()), tuple(notes)))
