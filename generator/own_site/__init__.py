"""A company's site of its own.

``init`` makes its folder (``new_folder``, ``lock``), ``frame`` gives the site what its settings do not say,
``page_frame`` looks that every page has it, ``open_notes`` finds what a person must decide in the
pages, ``run_mkdocs`` builds and shows it, ``upgrade`` tells what a newer program would change in it,
``security_policy`` is for the one who runs its host.
"""
