"""The scorecard: forty checks of a year from its documents, in five groups. ``score`` is what others call.

``phrases.csv`` has the words by which checks find what a text says; ``said`` gives its
sentences with their lines.
"""
