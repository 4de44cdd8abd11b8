"""The list as CSV, XLSX and JSON, with what describes them: ``year_files`` is what others call."""
