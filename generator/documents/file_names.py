"""Names that no file of people's own may have in the documents of a year."""

from __future__ import annotations

from ..data_files.year_files import list_file_names
from ..model import amended_name
from .pdf import names as pdf_names

_EDGAR_FOLDER = "edgar"
_PAGE = "index.html"


_AMENDMENTS = 9
"""So many amendments keep their names free, also where none is stated yet."""


def reserved_names(year: int, amendment: int | None = None) -> frozenset[str]:
    """Names, in lower case, that the program itself gives to files in the year's documents.

    Those of the original filing and of amendments, those to come too: what is published keeps its address.
    """
    filings = (None, *range(1, max(_AMENDMENTS, amendment or 0) + 1))
    names = (*pdf_names.every_base(year), *list_file_names(year))
    made = {amended_name(name, number).lower() for name in names for number in filings}
    return frozenset({_PAGE, _EDGAR_FOLDER, *made})
