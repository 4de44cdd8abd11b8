"""Many declarations into one list of smelters; one verb a file."""
