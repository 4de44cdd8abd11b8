"""The filer and the filing, as ``disclosure.yml`` states them."""

from __future__ import annotations

import re
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from ..amendments import form_name_of
from ..vocabulary import Layout, Route
from .base import Day, Fact, Misfit, Text, WebAddress


def _must_be_file_number(value: str) -> str:
    if not re.fullmatch(r"\d{1,3}-\d{1,6}(?:-\d{1,3})?", value):
        raise ValueError(
            "a Commission file number as EDGAR has it, such as 1-768, 001-9610, 333-201234 or 333-201234-01"
        )
    return value


FileNumber = Annotated[Text, AfterValidator(_must_be_file_number)]
"""A Commission file number, with or without the zeros in front."""
EmployerNumber = Annotated[Text, StringConstraints(pattern=r"^\d{2}-\d{7}$")]
"""I.R.S. Employer Identification No."""
CentralKey = Annotated[Text, StringConstraints(pattern=r"^\d{1,10}$")]
"""Central Index Key (CIK), by which EDGAR finds a filer."""


class Address(Fact):
    """Address of principal executive offices, as on the cover."""

    street: Text
    city: Text
    state: Text | None = None
    """State or province; None: the address has none."""
    zip: Text | None = None
    """Zip or postal code; None: the address has none."""
    country: Text | None = None
    """None: it is not said, as of an address in the United States."""

    @property
    def line(self) -> str:
        """The address on one line, as far as it is given."""
        region = " ".join(filter(None, (self.state, self.zip)))
        return ", ".join(filter(None, (self.street, self.city, region, self.country)))


class Contact(Fact):
    """The person to contact in connection with the report."""

    name: Text
    title: Text | None = None
    telephone: Text


class Signatory(Fact):
    """The executive officer who signs."""

    name: Text
    title: Text


class Charter(Fact):
    """What the cover of Form SD says of each company that files."""

    name: Text
    """Exact name as specified in its charter."""
    translation: Text | None = None
    """The name in English, where the charter has it in another language; the cover shows it in brackets."""
    short_name: Text | None = None
    """Name used in sentences; None means the exact name."""
    jurisdiction: Text | None = None
    """None, as every fact of the cover: the filing that is restated is at hand without its form."""
    commission_file_number: FileNumber | None = None
    ein: EmployerNumber | None = None
    """None: left blank on the cover, as foreign filers do."""
    cik: CentralKey | None = None
    """Never on the form; it leads to the filer's page on EDGAR."""
    address: Address | None = None
    contact: Contact | None = None


class CoRegistrant(Charter):
    """A further company for which the same form is filed. Its address and contact are optional."""

    jurisdiction: Text
    commission_file_number: FileNumber
    signatory: Signatory | None = None
    """None: the officer who signs the filing signs for it too."""


class Registrant(Charter):
    """The filer, as the cover of Form SD names it; the principal one where there are several."""

    former_name: Text | None = None
    """Its name in the years before, where that has changed; no page shows it."""
    disclosure_url: WebAddress | None = None
    """The web address that Form SD gives for the disclosure."""
    logo: Text | None = None
    """Path of an SVG or PNG beside ``disclosure.yml``; None means a monogram is drawn."""


class FullRegistrant(Registrant):
    """A filer whose Form SD is made here: the cover needs all of this."""

    jurisdiction: Text
    commission_file_number: FileNumber
    address: Address
    contact: Contact
    disclosure_url: WebAddress


class Form(Fact):
    """Which Form SD is published."""

    route: Route
    layout: Layout | None = None
    """Override of the layout that follows from the period; None means no override."""


class Filing(Fact):
    """State of the filing."""

    state: Literal["draft", "final"]
    signed_on: Day | None = None
    """Day of signature, as the signature block prints it; required as the signatory is."""
    date: Day | None = None
    """Day of filing with the SEC, which is known only afterwards; no document to be filed states it."""
    signatory: Signatory | None = None
    """Required in state final, unless a filing is restated."""
    amendment: Annotated[int, Field(ge=1, le=99)] | None = None
    """Number of the amendment (Form SD/A); None for an original filing."""
    edgar_url: WebAddress | None = None
    signed_elsewhere: Text | None = None
    """Why a final has no sign-offs here, for filings that were signed before this program was used."""
    imported: bool = False
    """Whether ``formsd import`` made the year: what its filing says against itself is the filing's own."""

    @property
    def is_restated(self) -> bool:
        """Whether the year restates a filing that was signed and filed without this program."""
        return self.signed_elsewhere is not None

    @property
    def is_filed(self) -> bool:
        """Whether it is known to be filed: a final that is signed may not be yet."""
        return not self.is_draft and bool(self.is_restated or self.date or self.edgar_url)

    @property
    def is_draft(self) -> bool:
        """Whether it is still being written; else it is final."""
        return self.state == "draft"

    @property
    def form(self) -> str:
        """``Form SD`` or ``Form SD/A``, as the form speaks of itself."""
        return "Form SD/A" if self.amendment else "Form SD"

    @property
    def form_name(self) -> str:
        """``Form SD``, or ``Form SD/A (Amendment No. 2)``."""
        return form_name_of(self.amendment)

    @model_validator(mode="after")
    def _final_is_signed_and_dated(self) -> Self:
        missing = [name for name in ("signed_on", "signatory") if getattr(self, name) is None]
        if not self.is_draft and not self.is_restated and missing:
            expected = f"{' and '.join(missing)}, because the state is final{self._not_the_date()}"
            raise Misfit(expected, missing[0])
        return self

    def _not_the_date(self) -> str:
        """What is to be said where the day of filing is given in the place of the day of signature."""
        if self.signed_on is not None or self.date is None:
            return ""
        return (
            f". Add 'signed_on: {self.date}' below 'filing', if it was signed on that day: date is the day of"
            " filing with the SEC"
        )
