"""What a filed exhibit says: blocks, tables and rows, ``filed_document``; its sections, ``sections``.

An exhibit becomes a ``flow`` of paragraphs, tables, pictures and page breaks: ``flow_walk`` from HTML,
``plain_flow`` from typed text. ``pages`` takes out what belongs to pages only, ``layout`` resolves tables
that only place text, ``headings``, ``lists`` and ``notes`` tell what a paragraph is, and ``to_markdown``
writes it. ``facility_table`` finds the list of facilities in ``filed_blocks``.
``company_names`` has words by which a registrant's name is found.
"""
