"""The years of a filer beside each other: what changed, how figures went, a facility over all years."""
