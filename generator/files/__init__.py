"""Any file read or written safely, and what this program itself consists of.

``folder`` and ``built_folder`` swap a whole folder for another. ``yaml_file`` reads a settings file; the
modules beside it say what is wrong with its blanks, its indentation, its texts and its signs.
"""
