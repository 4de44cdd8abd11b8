"""Form SD microsite generator: one set of facts, every form of a conflict minerals disclosure."""

__version__ = "0.1.0"
