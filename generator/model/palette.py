"""The colours of a site and its documents: all of them from two, those of the statuses apart.

The statuses keep their colours whatever the brand is: they mean something, neighbours stay apart for
colour-blind readers and in grey, and a brand in red shall not make what is conformant look wrong.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from .colours import Against, toned

STATUS_COLOURS = {
    "conformant": "#1d4f86",
    "active": "#1f9aa0",
    "indeterminable": "#7a4c12",
    "not-conformant": "#db5b34",
    "not-enrolled": "#3d3350",
    "other": "#938a86",
}
"""On white. Neighbours in this order differ in lightness by 1.7 or more; each is at least 3:1 against page
and surface."""
STATUS_COLOURS_DARK = {
    "conformant": "#86b6ee",
    "active": "#17939a",
    "indeterminable": "#e6bd78",
    "not-conformant": "#d45f38",
    "not-enrolled": "#e2d9f3",
    "other": "#8a827e",
}
WHITE = "#ffffff"
FOR_TEXT = 4.5
"""The contrast that text needs (WCAG 2.2, 1.4.3)."""
DEEP = (0.265, 0.05)
LIFTED = (0.806, 0.1)
"""Lightness and most chroma of the footer, and of what is not given for the dark scheme."""


@dataclass(frozen=True)
class Palette:
    """The colours of one scheme, each as ``#rrggbb``."""

    main: str
    """Links, and the line on top of the masthead."""
    deep: str
    """The ground of the footer."""
    chart: str
    """Bars and dots of pictures that show no status."""
    accent: str
    """Marks of what is chosen, and what the map points out."""
    ink: str
    soft: str
    """Text that is less important."""
    line: str
    surface: str
    """The ground of what is set apart."""
    page: str
    mark: str
    """The ground of what is marked."""
    on_deep: str
    on_deep_soft: str


@dataclass(frozen=True)
class Colours:
    """The two colours of a brand, for text on white; the dark ones None where nothing is said of them."""

    main: str = "#1f4f8a"
    accent: str = "#8f5514"
    main_dark: str | None = None
    accent_dark: str | None = None

    @cached_property
    def light(self) -> Palette:
        """The colours on white: of pages, documents and pictures."""
        tone = self._tone
        deep = tone(*DEEP)
        return Palette(
            main=self.main,
            deep=deep,
            chart=deep,
            accent=self.accent,
            ink=tone(0.266, 0.047),
            soft=tone(0.473, 0.034),
            line=tone(0.891, 0.013),
            surface=tone(0.975, 0.003),
            page=WHITE,
            mark=toned(self.accent, 0.925, 0.046),
            on_deep=tone(0.969, 0.006),
            on_deep_soft=tone(0.822, 0.027),
        )

    @cached_property
    def dark(self) -> Palette:
        """The colours of pages in the dark scheme."""
        tone = self._tone
        ink, soft = tone(0.932, 0.011), tone(0.765, 0.027)
        return Palette(
            main=self.main_dark or tone(*LIFTED),
            deep=tone(0.172, 0.021),
            chart=ink,
            accent=self.accent_dark or toned(self.accent, *LIFTED),
            ink=ink,
            soft=soft,
            line=tone(0.356, 0.038),
            surface=tone(0.249, 0.033),
            page=tone(0.202, 0.025),
            mark=toned(self.accent, 0.367, 0.052),
            on_deep=ink,
            on_deep_soft=soft,
        )

    def _tone(self, lightness: float, most_chroma: float) -> str:
        return toned(self.main, lightness, most_chroma)


def text_grounds(palette: Palette) -> tuple[Against, ...]:
    """Against what a colour of text must be readable."""
    return (palette.page, FOR_TEXT), (palette.surface, FOR_TEXT)
