"""What was signed and published, and what has changed since: ``read``, ``write``, ``changes``."""
