"""What a person's text may use and ask for between its braces, so that none can crash or hang a build.

``parser`` reads it and refuses what is not offered, ``sandbox`` runs it, ``offered`` are the filters and
tests, ``work`` counts what it asks for, in steps and not in seconds, so that every machine says the same.
``markup`` holds what Markdown can take, before anything converts it.
"""
