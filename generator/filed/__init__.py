"""What a filed exhibit says: blocks, tables and rows, ``filed_document``; its sections, ``sections``."""
