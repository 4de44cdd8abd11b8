"""Tables of the facts, for the report's sections (``prose_tables``) and for the pages, a module each.

Every number is a fact, so that it is marked like one in a sentence. Counts are annex rows, or the numbers
that the filing states where it gives no rows. A table of what the filing does not give is None.
"""
