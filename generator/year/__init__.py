"""One year's folder into a Disclosure, ``year_folder``, and the beginning of a year, ``start``."""
