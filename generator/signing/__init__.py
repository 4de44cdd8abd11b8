"""Sign and publish: ``sign``, ``publish`` with ``documents``; what both do: ``record``, ``archive``."""
