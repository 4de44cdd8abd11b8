"""The form and the report as one Word file, for counsel: ``word_file``. Its values from data are locked."""
