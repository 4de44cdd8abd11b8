"""A letter to each supplier that is asked something: ``letters_of`` makes them, ``files_of`` writes them out.

``addressed`` says what is for the filer instead, ``contacts`` whom a letter greets, ``one_line`` what of a
workbook's text may stand in one.
"""
