"""The list of smelters as CSV."""

from __future__ import annotations

import csv
import io

from ..files.formula_safe import formula_safe
from ..model.columns import text_of
from ..model.list_table import ListTable

_BYTE_ORDER_MARK = "\ufeff"


def csv_file(table: ListTable) -> bytes:
    """The list as CSV that Excel opens: UTF-8 with byte order mark, CRLF, one line a row of the lists.

    Columns that the filer gives are there whatever the page shows. Empty means not known; dates are ISO
    8601. A text that a spreadsheet would run as a formula has an apostrophe before it; so has one that looks
    like that already, and whoever takes one away has the text as it was.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(formula_safe(column.heading) for column in table.columns)
    writer.writerows([formula_safe(text_of(value)) for value in row] for row in table.rows)
    return (_BYTE_ORDER_MARK + text.getvalue()).encode("utf-8")
