"""The whole disclosure of a year as one HTML file: pages as sections, with all that they need inside.

- ``make.py``: the file, from the pages of the site
- ``sections.py``: each page as a section, its ids its own, its links within the file
- ``links.py``: where a link of a page leads inside the file
- ``markup.py``: attributes of HTML changed one by one, all else left as it is
- ``looks.py``: styles and scripts of the site, joined; the policy that names them
"""

ONE_FILE = "one-file"
"""The kind of file, as ``formsd export --only`` has it."""
