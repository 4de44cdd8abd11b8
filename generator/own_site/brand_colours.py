"""The colours of a brand, each readable where it is used; where one is not, the nearest one that is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..findings import Finding
from ..findings.catalogue import BRAND_COLOUR
from ..model import LineRef
from ..model.colours import Against, contrast, find_readable
from ..model.palette import Colours, text_grounds
from ..model.stated.brand import ColourFacts

_GROUNDS = {"light": "the white page and its grey grounds", "dark": "the dark page and its grounds"}
Place = Callable[..., LineRef]


def readable_colours(stated: ColourFacts, place: Place) -> tuple[Colours, list[Finding]]:
    """The colours that pages and documents have, and BR-002 for each that is another than stated.

    ``place`` gives the line of an entry.
    """
    found: list[Finding] = []
    own = Colours()
    white = text_grounds(own.light)
    main, accent = (
        _readable(name, colour, white, "light", place, found) if colour else otherwise
        for name, colour, otherwise in (
            ("main", stated.main, own.main),
            ("accent", stated.accent, own.accent),
        )
    )
    dark = text_grounds(Colours(main, accent).dark)
    of_dark = [
        _readable(name, colour, dark, "dark", place, found) if colour else None
        for name, colour in (("main_dark", stated.main_dark), ("accent_dark", stated.accent_dark))
    ]
    return Colours(main, accent, *of_dark), found


def _readable(
    name: str, colour: str, grounds: Sequence[Against], scheme: str, place: Place, found: list[Finding]
) -> str:
    nearest = find_readable(colour, grounds) or colour
    if nearest != colour:
        ground, needed = min(grounds, key=lambda one: contrast(colour, one[0]) - one[1])
        # Rounded down: 4.499 is not enough, and must not read as 4.5.
        is_there = int(contrast(colour, ground) * 10) / 10
        message = (
            f"the color '{colour}' of '{name}' cannot be read on {_GROUNDS[scheme]}: its contrast is"
            f" {is_there:.1f} to 1, and text needs {needed:.1f}; pages and documents have '{nearest}',"
            " the nearest that does"
        )
        advice = f'Write "{nearest}", or another one that can be read.'
        found.append(Finding(BRAND_COLOUR, message, place("colors", name), advice))
    return nearest
