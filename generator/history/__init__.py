"""A filed exhibit into a year: ``formsd import``.

``import_filing`` is what the command calls. It takes the given files apart (``documents``), reads the form
(``form``, ``cover``, ``signature``), the list as filed (``facility_list``, ``statuses``), the report
(``report``) and the facts of its text (``registrant``, ``survey``, ``origins`` and their neighbours), and
writes a year's folder (``year_files``) or nothing. What a text gives stands with its place; what is not
sure is told, and is no fact (``stated``).
"""
