"""Pictures of the facts as inline SVG, made at build time: ``by_metal``, ``by_country``.

Horizontal measures are percentages and vertical ones are pixels, and there is no ``viewBox``: bars
stretch with the page, letters and markers keep their size, on a phone and on paper. Colours come from
classes (``components.css``). Text in a picture is not marked as data: the table beside it is.

Each part of a picture is a link to the annex, filtered to the facilities that the part stands for. Where
there is no annex, or it does not have what the part stands for, nothing is a link.
"""
