"""The filing sheet: what the filing agent asks, and what to look at before submission: ``sheet_files``."""
