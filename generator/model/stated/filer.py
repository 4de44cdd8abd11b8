"""The filer and the filing, as ``disclosure.yml`` states them."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from ..amendments import form_name_of
from ..vocabulary import Layout, Route
from .base import Day, Fact, Misfit, Text, WebAddress


class Address(Fact):
    """Address of principal executive offices, as on the cover."""

    street: Text
    city: Text
    state: Text
    zip: Text

    @property
    def line(self) -> str:
        return f"{self.street}, {self.city}, {self.state} {self.zip}"


class Contact(Fact):
    """The person to contact in connection with the report."""

    name: Text
    title: Text | None = None
    telephone: Text


class Registrant(Fact):
    """The filer, as the cover of Form SD names it."""

    name: Text
    """Exact name as specified in its charter."""
    short_name: Text | None = None
    """Name used in sentences; None means the exact name."""
    jurisdiction: Text | None = None
    """None, as every fact of the cover: the filing that is restated is at hand without its form."""
    commission_file_number: (
        Annotated[Text, StringConstraints(pattern=r"^\d{1,3}-\d{4,6}(-\d{2})?$")] | None
    ) = None
    ein: Annotated[Text, StringConstraints(pattern=r"^\d{2}-\d{7}$")] | None = None
    """I.R.S. Employer Identification No.; None where the cover does not show it."""
    address: Address | None = None
    contact: Contact | None = None
    disclosure_url: WebAddress | None = None
    """The web address that Form SD gives for the disclosure."""
    logo: Text | None = None
    """Path of an SVG or PNG beside ``disclosure.yml``; None means a monogram is drawn."""


class FullRegistrant(Registrant):
    """A filer whose Form SD is made here: the cover needs all of this."""

    jurisdiction: Text
    commission_file_number: Annotated[Text, StringConstraints(pattern=r"^\d{1,3}-\d{4,6}(-\d{2})?$")]
    address: Address
    contact: Contact
    disclosure_url: WebAddress


class Signatory(Fact):
    """The executive officer who signs."""

    name: Text
    title: Text


class Form(Fact):
    """Which Form SD is published."""

    route: Route
    layout: Layout | None = None
    """Override of the layout that follows from the period; None means no override."""


class Filing(Fact):
    """State of the filing."""

    state: Literal["draft", "final"]
    date: Day | None = None
    """Day of filing with the SEC; required in state final, unless a filing is restated."""
    signatory: Signatory | None = None
    """Required in state final, unless a filing is restated."""
    amendment: Annotated[int, Field(ge=1)] | None = None
    """Number of the amendment (Form SD/A); None for an original filing."""
    edgar_url: WebAddress | None = None
    signed_elsewhere: Text | None = None
    """Why a final has no sign-offs here, for filings that were signed before this program was used."""

    @property
    def is_restated(self) -> bool:
        """Whether the year restates a filing that was signed and filed without this program."""
        return self.signed_elsewhere is not None

    @property
    def is_draft(self) -> bool:
        """Whether it is still being written; else it is final."""
        return self.state == "draft"

    @property
    def form_name(self) -> str:
        """``Form SD``, or ``Form SD/A (Amendment No. 2)``."""
        return form_name_of(self.amendment)

    @model_validator(mode="after")
    def _final_is_signed_and_dated(self) -> Self:
        missing = [name for name in ("date", "signatory") if getattr(self, name) is None]
        if not self.is_draft and not self.is_restated and missing:
            raise Misfit(f"{' and '.join(missing)}, because the state is final", missing[0])
        return self
