"""A first look at lists of sanctions that the filer downloads into ``data/sanctions/``. Never published.

- ``listed_names.py``: the job: findings about the names of a year's list
- ``read_lists.py``: the folder, and which reader a file needs
- ``ofac_csv.py``, ``eu_csv.py``, ``list_xml.py``: the published formats
- ``entry.py``: what a list says of a company
- ``likeness.py``: names compared without legal forms
"""
