"""Texts of the filer for each case of the data: what they must contain, and how they are filled in."""
