"""Any file read or written safely, and what this program itself consists of.

``folder`` and ``built_folder`` swap a whole folder for another.
"""
