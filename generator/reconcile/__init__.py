"""Many suppliers' declarations into one list of smelters; one verb a file. The only importer of pandas."""
