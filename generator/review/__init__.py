"""The reviewers' page of the preview, redlines, and where each value comes from: ``previews``."""
