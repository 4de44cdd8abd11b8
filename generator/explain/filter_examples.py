"""Each filter in use, and what it does."""

from __future__ import annotations

FILTER_EXAMPLES = {
    "words": (
        "survey.suppliers|words",
        "A number up to nine in words, a larger one in figures; `n|words(m)` where the number m stands in "
        "the same sentence: when one is written in figures, both are.",
    ),
    "plural": (
        'survey.suppliers|plural("supplier", "suppliers")',
        "The word that goes with the number.",
    ),
    "link": ("registrant.disclosure_url|link", "A web address as a link to itself."),
    "capitalize": ("survey.supplier|capitalize", "The first letter large, for the beginning of a sentence."),
    "upper": ("survey.supplier|upper", "All letters large."),
    "lower": ("survey.supplier|lower", "All letters small."),
    "join": ('covered_countries.names|join("; ")', "The texts of a list, with what stands between them."),
    "length": ("covered_countries.names|length", "How many a list has."),
    "first": ("covered_countries.names|first", "The first of a list."),
    "last": ("covered_countries.names|last", "The last of a list."),
    "sort": ('covered_countries.names|sort|join(", ")', "A list in the order of the alphabet."),
    "unique": ('covered_countries.names|unique|join(", ")', "A list without what it has twice."),
    "map": (
        'statuses|map(attribute="label")|join(", ")',
        "One entry of each group in a list.",
    ),
    "selectattr": (
        'statuses|selectattr("label")|map(attribute="label")|join(", ")',
        "The groups of a list that have an entry.",
    ),
    "rejectattr": (
        'statuses|rejectattr("as_of")|length',
        "The groups of a list that do not have an entry.",
    ),
    "replace": ('period.last_day|replace(",", "")', "A text with other words in the place of some."),
    "trim": ("registrant.name|trim", "A text without blanks at its ends."),
    "default": ('registrant.name|default("we")', "Something else where a name is not known."),
    "round": ("(covered_countries.count / 3)|round", "A number without what stands behind its point."),
    "int": ('"7"|int', "A text of digits as a number."),
    "constant": (
        'constant("12 months", "the period that our policy names")',
        "A figure that no data has, with the reason for which it stands there.",
    ),
}
"""Each filter, and the function for constants, in use; and what it does."""
