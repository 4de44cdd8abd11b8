"""The outlines of the world map, and how they were made."""
