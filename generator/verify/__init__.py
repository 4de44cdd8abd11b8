"""What is published, or was filed, against the data: ``verify``. It shares no code with the writers.

What a site must have says ``expected_site``; ``published`` reads what it has, and ``equality`` compares.
``against_filing`` compares what was filed: ``filed_…`` by rows and texts, ``said_…`` by what sentences say.
"""
