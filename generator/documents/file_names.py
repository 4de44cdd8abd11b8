"""Names that no file of people's own may have in the documents of a year."""

from __future__ import annotations

from ..data_files.year_files import list_file_names
from .pdf import names as pdf_names

_EDGAR_FOLDER = "edgar"
_PAGE = "index.html"


def reserved_names(year: int) -> frozenset[str]:
    """Names, in lower case, that the program itself gives to files in the year's documents."""
    documents = (*pdf_names.every(year), _EDGAR_FOLDER)
    return frozenset({_PAGE, *documents, *map(str.lower, list_file_names(year))})
