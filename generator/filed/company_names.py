"""Words of companies' names and of titles, for whoever looks for a registrant's name in a filing.

Expressions, as filings write names: with capitals and points. ``countries/legal_forms`` has the forms of all
countries without them, for comparing names.
"""

from __future__ import annotations

import re

FORMS = (
    r"Inc|Incorporated|Corp|Corporation|Co|Ltd|Limited|plc|LLC|L\.L\.C|LP|N\.V|S\.A|S\.p\.A|AG|SE|AB|A/S|K\.K"
)
"""Legal forms with which a name ends, and no title of a section."""
LAST_WORDS = (
    "Company|Companies|Holdings?|Group|Industries|International|Enterprises|Technologies|Systems|Partners"
    "|Trust"
)
"""Further words with which a name ends; a title may too."""
PREPARES = "has prepared|is filing|files|has filed|prepared|hereby|is providing"
"""What a sentence says of the company whose report it is."""
OF_DOCUMENTS = re.compile(
    r"\b(?:report|exhibit|form|disclosure|minerals|annex|appendix|schedule)\b", re.IGNORECASE
)
"""No company is called so; such a line is a title."""
