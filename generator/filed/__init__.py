"""What a filed exhibit says: blocks, tables, rows, sections."""
