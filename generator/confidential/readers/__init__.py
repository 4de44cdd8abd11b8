"""Readers of published files, a module a kind: each gives all text of its kind, also what no program shows.

``reading``: what comes back, and how much may be unpacked; ``kinds``: which kind a file is; ``decoding``:
bytes as text; ``escapes``: escapes undone; ``markup``: pages, drawings, parts of office files; ``embedded``:
base64 in texts; ``archives``, ``packed``: ZIP and tar, gzip, bzip2 and xz; ``pdf``, ``streams``,
``pdf_bytes``: PDF as its readers see it, and as it lies on the disk; ``pictures``: what stands beside pixels
and outlines; ``ole``, ``rtf``, ``mail``: old Office files, Rich Text, messages; ``runs``: texts in any other
bytes.
"""
