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
    "constant": (
        'constant("12 months", "the period that our policy names")',
        "A figure that no data has, with the reason for which it stands there.",
    ),
}
"""Each filter, and the function for constants, in use; and what it does."""
