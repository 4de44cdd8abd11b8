"""Names and codes of countries, embargoes, and where mines are, each with its table."""
