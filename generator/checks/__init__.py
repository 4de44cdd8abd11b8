"""Checks: one module per family. Each check is a generator of findings and raises nothing."""
