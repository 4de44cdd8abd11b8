"""Every page of hard years on one contact sheet: what a change of the documents did is seen in a minute.

``sheet`` sets pages side by side, ``__main__`` makes the documents of all cases and the sheets.
"""
