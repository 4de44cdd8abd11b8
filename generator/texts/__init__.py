"""Texts against each other: ``matching`` finds paragraphs again, ``words`` and ``redline`` what changed."""
