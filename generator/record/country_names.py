"""The countries of the list as the year names them, kept with what was signed."""

from __future__ import annotations

import csv
import io

from ..countries.table import HEADINGS
from ..model import Disclosure


def countries_csv(disclosure: Disclosure) -> str:
    """Code, name for readers and spellings as filed of each country of the list, by code.

    In the form of ``data/countries.csv``; of the program's table only what the year uses.
    """
    names: dict[str, str] = {}
    spellings: dict[str, dict[str, None]] = {}
    for row in disclosure.all_rows:
        country = row.country
        if country is not None and country.code is not None:
            names[country.code] = country.name
            spellings.setdefault(country.code, {})[" ".join(country.filed.split())] = None
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADINGS)
    writer.writerows([code, names[code], " | ".join(sorted(spellings[code]))] for code in sorted(names))
    return text.getvalue()
