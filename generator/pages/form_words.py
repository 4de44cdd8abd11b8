"""Form SD's own words: captions, check boxes and headings, per layout of the form.

Source: the form (17 CFR 249b.400) as the SEC prints it; its first layout has one rule, the layout of
March 2021 has two. Nothing here is changed for style: what a filer says stands in the template.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..model import CONFLICT_MINERALS_HEADING, Layout


@dataclass(frozen=True, slots=True)
class Caption:
    """A heading of the form and its stable address on the page."""

    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A check box: the rule up to the blank that takes a year or a date. A full stop follows."""

    text: str
    is_checked: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A section of the form that has one item."""

    section: Caption
    item: Caption


@dataclass(frozen=True, slots=True)
class Form:
    """The words of one layout, in the order of the form."""

    check_sentence: str
    rules: tuple[Rule, ...]
    extraction: Part | None
    """Resource extraction; None in the layout without Rule 13q-1."""
    exhibits: Part

    united_states: str = "UNITED STATES"
    commission: str = "SECURITIES AND EXCHANGE COMMISSION"
    place: str = "Washington, D.C. 20549"
    name: str = "FORM SD"
    amended_name: str = "FORM SD/A"
    title: str = "SPECIALIZED DISCLOSURE REPORT"
    registrant: str = "(Exact name of the registrant as specified in its charter)"
    jurisdiction: str = "(State or other jurisdiction of incorporation or organization)"
    file_number: str = "(Commission File Number)"
    ein: str = "(I.R.S. Employer Identification No.)"
    address: str = "(Address of principal executive offices)"
    zip: str = "(Zip code)"
    contact: str = (
        "(Name and telephone number, including area code, of the person to contact in connection"
        " with this report.)"
    )

    disclosure: Part = Part(
        Caption("Section 1 – Conflict Minerals Disclosure", "section-1"),
        Caption("Item 1.01 Conflict Minerals Disclosure and Report", "item-1-01"),
    )
    heading: str = CONFLICT_MINERALS_HEADING
    exhibit_item: Caption = Caption("Item 1.02 Exhibit", "item-1-02")
    exhibit_sentence: str = (
        "The Conflict Minerals Report required by Item 1.01 is filed as Exhibit 1.01 to this Form SD."
    )
    exhibit_column: str = "Exhibit No."
    description_column: str = "Description"
    exhibit_number: str = "1.01"
    exhibit_words: str = "Conflict Minerals Report as required by Items 1.01 and 1.02 of this Form."

    note_heading: str = "EXPLANATORY NOTE"
    """Of an amendment; where the note has a title of its own, that one stands above it."""

    signatures: Caption = Caption("SIGNATURES", "signatures")
    signature_sentence: str = (
        "Pursuant to the requirements of the Securities Exchange Act of 1934, the registrant has duly"
        " caused this report to be signed on its behalf by the duly authorized undersigned."
    )


_RULE_13P_1 = Rule(
    "Rule 13p-1 under the Securities Exchange Act (17 CFR 240.13p-1) for the reporting period from"
    " January 1 to December 31,",
    is_checked=True,
)
_RULE_13Q_1 = Rule(
    "Rule 13q-1 under the Securities Exchange Act (17 CFR 240.13q-1) for the fiscal year ended",
    is_checked=False,
)

FORMS: dict[Layout, Form] = {
    Layout.FROM_2013: Form(
        check_sentence=(
            "Check the appropriate box to indicate the rule pursuant to which this form is being filed,"
            " and provide the period to which the information in this form applies:"
        ),
        rules=(_RULE_13P_1,),
        extraction=None,
        exhibits=Part(
            Caption("Section 2 – Exhibits", "section-2"),
            Caption("Item 2.01 Exhibits", "item-2-01"),
        ),
    ),
    Layout.FROM_2020: Form(
        check_sentence=(
            "Check the appropriate box to indicate the rule pursuant to which this Form is being submitted,"
            " and provide the period to which the information in this Form applies:"
        ),
        rules=(_RULE_13P_1, _RULE_13Q_1),
        extraction=Part(
            Caption("Section 2 – Resource Extraction Issuer Disclosure", "section-2"),
            Caption("Item 2.01 Resource Extraction Issuer Disclosure and Report", "item-2-01"),
        ),
        exhibits=Part(
            Caption("Section 3 – Exhibits", "section-3"),
            Caption("Item 3.01 Exhibits", "item-3-01"),
        ),
    ),
}


def form_words(layout: Layout, form: str) -> Form:
    """The words of a layout; ``form`` is how it speaks of itself, ``Form SD`` or ``Form SD/A``."""
    words = FORMS[layout]
    return replace(words, exhibit_sentence=words.exhibit_sentence.replace("this Form SD", f"this {form}"))
