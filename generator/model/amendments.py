"""Filings of one year: what each is called, and how the files of an amendment are named."""

from __future__ import annotations


def amended_name(name: str, amendment: int | None) -> str:
    """The name under which a file that this program makes is published; None: the original filing.

    ``form-sd.htm`` is ``form-sd-a1.htm`` in Amendment No. 1: what was published before keeps its address.
    """
    stem, point, ending = name.partition(".")
    return f"{stem}-a{amendment}{point}{ending}" if amendment else name


def form_name_of(amendment: int | None) -> str:
    """``Form SD``, or ``Form SD/A (Amendment No. 2)``."""
    return f"Form SD/A (Amendment No. {amendment})" if amendment else "Form SD"


def filing_in_words(amendment: int | None) -> str:
    """The filing in a sentence: ``the original``, or ``Amendment No. 2``."""
    return f"Amendment No. {amendment}" if amendment else "the original"
