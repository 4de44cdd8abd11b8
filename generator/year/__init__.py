"""One year's folder into a Disclosure, ``year_folder``, and the beginning of a year, ``start``.

A reader for each source: ``disclosure_yml``, ``sections``, ``smelter_list`` (``list_…``), ``kept_names``, and
those of ``beside``. Each gives its findings with what it read; ``collecting`` keeps a mistake of one from
hiding those of the next.
"""
