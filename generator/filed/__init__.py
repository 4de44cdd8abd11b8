"""What a filed exhibit says: blocks, tables, rows. ``filed_document`` is what others call."""
