"""Any file read or written safely, and what this program itself consists of."""
