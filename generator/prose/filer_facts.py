"""Facts of the filer, the period and the filing."""

from __future__ import annotations

from ..model import Charter, Disclosure, Route, Signatory
from .fact_values import Facts


class CharterFacts(Facts):
    """A company that files: one of ``registrants``. All but its name may be None."""

    def __init__(self, path: str, facts: Charter, signatory: Signatory | None) -> None:
        super().__init__(path)
        self.name = self._text("name", facts.name)
        """The exact name, as on the cover of the form."""
        self.translation = self._text("translation", facts.translation)
        """The name in English, where the charter has it in another language."""
        self.short_name = self._text("short_name", facts.short_name or facts.name)
        """The name for sentences; the exact one where no other is given."""
        self.jurisdiction = self._text("jurisdiction", facts.jurisdiction)
        """State or country in which the company is incorporated."""
        self.commission_file_number = self._text("commission_file_number", facts.commission_file_number)
        """Its number at the SEC."""
        self.cik = self._text("cik", facts.cik)
        """Its Central Index Key, by which EDGAR finds it."""
        self.ein = self._text("ein", facts.ein)
        """I.R.S. Employer Identification Number."""
        address, contact = facts.address, facts.contact
        self.street = self._text("address.street", address.street if address else None)
        """Street and number of its principal executive offices."""
        self.city = self._text("address.city", address.city if address else None)
        """City of its principal executive offices."""
        self.state = self._text("address.state", address.state if address else None)
        """State of its principal executive offices."""
        self.zip = self._text("address.zip", address.zip if address else None)
        """Zip code of its principal executive offices."""
        self.country = self._text("address.country", address.country if address else None)
        """Country of its principal executive offices, where it is given."""
        self.address = self._text("address", address.line if address else None)
        """The whole address on one line."""
        self.contact_name = self._text("contact.name", contact.name if contact else None)
        """The person to contact about the report."""
        self.contact_title = self._text("contact.title", contact.title if contact else None)
        """That person's title."""
        self.contact_telephone = self._text("contact.telephone", contact.telephone if contact else None)
        """That person's telephone number."""
        self.signatory_name = self._text("signatory.name", signatory.name if signatory else None)
        """The officer who signs the form for it."""
        self.signatory_title = self._text("signatory.title", signatory.title if signatory else None)
        """That officer's title."""


class RegistrantFacts(CharterFacts):
    """The filer. The principal one where there are several.

    All but the names may be None where a filing is restated without its cover.
    """

    def __init__(self, disclosure: Disclosure) -> None:
        facts = disclosure.facts.registrant
        super().__init__("registrant", facts, disclosure.facts.filing.signatory)
        is_alone = not disclosure.facts.co_registrants
        self.all_names = self._text("name" if is_alone else "all_names", disclosure.facts.registrant_list)
        """The exact names of all registrants, as a sentence lists them."""
        self.disclosure_url = self._text("disclosure_url", facts.disclosure_url)
        """The web address that the form gives for the disclosure."""


def co_registrants_of(disclosure: Disclosure) -> tuple[CharterFacts, ...]:
    """The further registrants, in their order."""
    stated = disclosure.facts
    return tuple(
        CharterFacts(f"co_registrants[{number}]", one, stated.signatory_of(one))
        for number, one in enumerate(stated.co_registrants)
    )


class PeriodFacts(Facts):
    """The reporting period. ``year`` is text, so that no thousands separator enters it."""

    def __init__(self, disclosure: Disclosure) -> None:
        super().__init__("period")
        period = disclosure.period
        self.year = self._text("year", str(period.year))
        """The calendar year that the report is about."""
        self.next_year = self._text("next_year", str(period.year + 1))
        """The year after it, in which the report is filed."""
        self.first_day = self._date("first_day", period.first_day)
        """The first day of the period."""
        self.last_day = self._date("last_day", period.last_day)
        """The last day of the period."""
        self.due = self._date("due", period.due)
        """The day on which the form is due."""


class FilingFacts(Facts):
    """State of the filing. The days, ``signatory_*``, ``amendment`` and ``edgar_url`` None: not given."""

    def __init__(self, disclosure: Disclosure) -> None:
        super().__init__("filing")
        facts = disclosure.facts.filing
        self.state = self._text("state", facts.state)
        """``draft`` or ``final``."""
        self.is_final = facts.state == "final"
        self.is_filed = facts.is_filed
        """Whether it is known to be filed: a final with its day or address on EDGAR, or a restated one."""
        self.form = self._text("form", facts.form)
        """``Form SD``, or ``Form SD/A`` of an amendment."""
        self.signed_on = self._date("signed_on", facts.signed_on)
        """The day of signature, as the signature block prints it."""
        self.date = self._date("date", facts.date)
        """The day of filing, known only afterwards: for pages of the website, not for what is filed."""
        self.signatory_name = self._text("signatory.name", facts.signatory.name if facts.signatory else None)
        """The officer who signs the form."""
        self.signatory_title = self._text(
            "signatory.title", facts.signatory.title if facts.signatory else None
        )
        """The signing officer's title."""
        self.amendment = None if facts.amendment is None else self._count("amendment", facts.amendment)
        """Number of the amendment, where it is one."""
        self.edgar_url = self._text("edgar_url", facts.edgar_url)
        """Where EDGAR shows the filing."""
        self.has_report = disclosure.facts.form.route is Route.REPORT
        """Whether a Conflict Minerals Report is filed with the form."""
        self.has_form = disclosure.facts.has_form
        """Whether Form SD is shown; a filing that is restated may be at hand without it."""
