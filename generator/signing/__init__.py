"""Sign and publish: ``sign``, ``publish``, and what both do, ``record``."""
