"""Paragraphs on who files, what is filed, and where it can be read."""

from __future__ import annotations

from ..wording.spec import Case, Spec
from .told import Paragraph, Told, lines


def _who_files(told: Told) -> str:
    registrant = told.facts.registrant
    if len(told.facts.registrants) > 1:
        return told.text("several")
    return told.text("one" if registrant.short_name == registrant.name else "one-with-short-name")


def _filed_as(told: Told) -> str:
    return told.text("with-form" if told.facts.filing.has_form else "without-form")


def _filing(told: Told) -> str:
    filing = told.facts.filing
    if not filing.is_final:
        return told.text("draft")
    return told.text("filed-on" if filing.date else "filed")


def _as_filed(told: Told) -> str:
    return told.text("dated" if told.facts.filing.date else "not-dated")


def _incorporation(told: Told) -> str:
    companies = (one for one in told.facts.registrants if one.jurisdiction)
    return lines(told.text("company", company=one) for one in companies)


def _offices(told: Told) -> str:
    registrant = told.facts.registrant
    if not registrant.city:
        return ""
    given = [name for name in ("state", "country") if getattr(registrant, name)]
    return told.text("-".join(["city", *given]))


def _publication(told: Told) -> str:
    return told.text("address") if told.facts.registrant.disclosure_url else ""


def _products_described(told: Told) -> str:
    return told.text("described" if told.facts.products.description else "not-described")


def _products_table(told: Told) -> str:
    return told.text("table") if told.has_table("products") else ""


def _product_list(told: Told) -> str:
    categories = told.facts.products.categories
    found = []
    for category in categories:
        given = [name for name in ("metals", "description") if getattr(category, name)]
        case = f"product-with-{'-and-'.join(given)}" if given else "product"
        found.append(told.text(case, category=category))
    if categories and not any(category.metals for category in categories):
        found.append(told.text("no-metals"))
    return "\n\n".join(text for text in found if text)


_DESCRIBED = (
    Case("described", "where the products are described", ("products.description",)),
    Case("not-described", "where they are not"),
)
_FILED = (
    Case("filed-on", "in a final, when it is known on which day it was filed", ("filing.date",)),
    Case("filed", "in a final before that"),
    Case("draft", "in a draft"),
)

FILER = (
    Paragraph(
        Spec(
            "who-files",
            "Who files",
            (
                Case("several", "where several companies file the same form", ("registrant.all_names",)),
                Case(
                    "one-with-short-name",
                    "where one company files, and sentences use another name of it",
                    ("registrant.name", "registrant.short_name"),
                ),
                Case(
                    "one", "where one company files under the name that sentences use", ("registrant.name",)
                ),
            ),
        ),
        _who_files,
    ),
    Paragraph(
        Spec(
            "filed-as",
            "What the report is filed as",
            (
                Case("with-form", "where this site has the form too", ("filing.form",)),
                Case("without-form", "where it has the report alone", ("filing.form",)),
            ),
        ),
        _filed_as,
    ),
    Paragraph(Spec("filing", "Whether the report is filed", _FILED), _filing),
    Paragraph(Spec("public-reporting", "That the report is public", _FILED), _filing),
    Paragraph(
        Spec(
            "as-filed",
            "Words for “as filed”",
            (
                Case("dated", "when it is known on which day it was filed", ("filing.date",)),
                Case("not-dated", "before that"),
            ),
        ),
        _as_filed,
    ),
    Paragraph(
        Spec(
            "incorporation",
            "Where the company is incorporated",
            (
                Case(
                    "company",
                    "for each company whose jurisdiction is given",
                    ("company.name", "company.jurisdiction"),
                ),
            ),
            ("company",),
        ),
        _incorporation,
    ),
    Paragraph(
        Spec(
            "offices",
            "Where the offices are",
            (
                Case("city", "where the address has a city alone", ("registrant.city",)),
                Case("city-state", "where it has a state too", ("registrant.city", "registrant.state")),
                Case("city-country", "where it has a country too", ("registrant.city", "registrant.country")),
                Case(
                    "city-state-country",
                    "where it has all three",
                    ("registrant.city", "registrant.state", "registrant.country"),
                ),
            ),
        ),
        _offices,
    ),
    Paragraph(
        Spec(
            "publication",
            "Where the report can be read",
            (Case("address", "where the address is given", ("registrant.disclosure_url",)),),
        ),
        _publication,
    ),
    Paragraph(
        Spec(
            "web-address",
            "Where form and report can be read",
            (Case("address", "where the address is given", ("registrant.disclosure_url",)),),
        ),
        _publication,
    ),
    Paragraph(Spec("products-overview", "The products, in the overview", _DESCRIBED), _products_described),
    Paragraph(Spec("covered-products", "The covered products", _DESCRIBED), _products_described),
    Paragraph(
        Spec(
            "products-table",
            "The table of products",
            (Case("table", "where categories of products are given", ("table.products",)),),
        ),
        _products_table,
    ),
    Paragraph(
        Spec(
            "product-list",
            "The products as a list",
            (
                Case("product", "for a category with a name alone", ("category.name",)),
                Case(
                    "product-with-metals",
                    "for a category whose metals are given",
                    ("category.name", "category.metals"),
                ),
                Case(
                    "product-with-description",
                    "for a category that is described",
                    ("category.name", "category.description"),
                ),
                Case(
                    "product-with-metals-and-description",
                    "for a category with both",
                    ("category.name", "category.metals", "category.description"),
                ),
                Case("no-metals", "below them where metals are given of none", may_be_empty=True),
            ),
            ("category",),
        ),
        _product_list,
    ),
)
