"""Invented filers whose forms are unlike that of one company from the United States, as folders of a year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.support.builders import SECTIONS, STATED, changed, write_form, write_year

_WITH_REPORT = (
    "A Conflict Minerals Report is filed as Exhibit 1.01 to this {{ filing.form }}."
    " Both are publicly available at"
    " {{ registrant.disclosure_url|link }}.\n"
)
_INQUIRY = {
    "01-inquiry.md": (
        "# Country of origin inquiry\n\nThe country of origin inquiry of {{ registrant.all_names }} asked"
        " {{ survey.suppliers }} suppliers of {{ products.description }}. {{ claim.origin() }}\n\n"
        "We determined that we have no reason to believe that these minerals come from covered countries.\n"
    )
}


@dataclass(frozen=True)
class FormFiler:
    """``changes`` to the invented disclosure by path, and its texts."""

    changes: Mapping[str, Any] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=lambda: {"item_1_01": _WITH_REPORT})
    sections: Mapping[str, str] = field(default_factory=lambda: SECTIONS)

    def write(self, data_dir: Path) -> Path:
        """The folder of the year 2021."""
        stated = changed(STATED, {"filing__signed_elsewhere": None, "filing__state": "draft", **self.changes})
        yml = yaml.safe_dump(stated, allow_unicode=True, sort_keys=False)
        folder = write_year(data_dir, yml=yml, sections=self.sections)
        if "annex" not in stated:
            (folder / "smelters.xlsx").unlink()
        return write_form(folder, **self.texts)


_JAPAN = {
    "name": "Kabushiki Kaisha Beispiel",
    "translation": "Example Corporation",
    "short_name": "Example",
    "jurisdiction": "Japan",
    "commission_file_number": "001-14948",
    "cik": "42",
    "address": {"street": "1, Beispiel-cho 1-chome", "city": "Beispiel-shi", "country": "Japan"},
    "contact": {"name": "Ina Example", "title": "Manager", "telephone": "+81 555 0142"},
    "disclosure_url": "https://www.example.com/conflict-minerals/2021/",
}
_FINANCE = {
    "name": "Invented Finance LLC",
    "jurisdiction": "Delaware",
    "commission_file_number": "333-201234-01",
    "ein": "12-3456789",
    "signatory": {"name": "Otto Invented", "title": "President"},
}

_OWN_WAY = {"street": "2 Own Way", "city": "Ownville", "state": "Ohio", "zip": "00043"}

FORM_FILERS = {
    "two registrants": FormFiler({"co_registrants": [_FINANCE]}),
    "two registrants with two addresses": FormFiler(
        {
            "registrant": _JAPAN,
            "co_registrants": [{**_FINANCE, "address": _OWN_WAY}],
            "filing__state": "final",
            "filing__signed_elsewhere": "Invented, so that nobody signs",
        }
    ),
    "foreign": FormFiler({"registrant": {**_JAPAN, "name": "Beispiel AG", "translation": ""}}),
    "translated": FormFiler({"registrant": _JAPAN}),
    "own words with a report": FormFiler(
        texts={
            "item_1_01": f"{_WITH_REPORT}\n## What this covers\n\n- **One** product\n- the *other* one\n",
            "not_applicable": "This item does not apply to us.\n",
        }
    ),
    "own words alone": FormFiler(
        {"form__route": "country-of-origin-inquiry", "annex": None, "statuses": None},
        {
            "item_1_01": "Read all of it at {{ registrant.disclosure_url }}.\n",
            "not_applicable": "Not applicable.\n",
        },
        _INQUIRY,
    ),
    "amended": FormFiler(
        {"filing__amendment": 1, "filing__signed_on": "2022-08-01", "filing__date": None},
        {
            "item_1_01": _WITH_REPORT,
            "explanatory_note": (
                "# EXPLANATORY NOTE\n\n{{ registrant.name }} files this {{ filing.form }} (Amendment No."
                " {{ filing.amendment }}), because the list in Annex I of the original left out a smelter.\n"
            ),
        },
    ),
}
"""What is unlike to the filer."""
