"""The scorecard: forty checks of a year from its documents, in five groups. ``score`` is what others call."""
