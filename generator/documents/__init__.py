"""The filing's documents: PDF and EDGAR HTML, from the pages of the site."""
