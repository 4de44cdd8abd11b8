"""``formsd upgrade``: what a newer program would change in what readers see, before it changes anything.

``upgrade`` does it, step by step: ``programs`` finds the present and the new program, ``trial`` lets each
of them make a copy of the site, ``page_lines`` reads what was made, ``changes`` compares, ``texts`` compares
what comes with the program, ``report`` says it, and ``lock_change`` edits ``requirements.lock``.
"""
