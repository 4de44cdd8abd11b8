"""Files made from a disclosure: tables, pictures, documents. Knows nothing of pages."""
