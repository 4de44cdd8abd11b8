"""The reviewers' page of the preview, redlines, and where each value comes from: ``previews``.

``shown_site`` is what a build or a preview shows, by address.
"""
