"""What people look up: ``codes`` explains findings, ``names`` lists what a section may use and its values.

``texts/`` has a page for each code, which people edit. Nothing here is read before somebody asks.
"""
