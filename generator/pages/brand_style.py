"""The style sheet of the brand: every colour and typeface of the pages, as the variables of the theme.

No other style of ours names a colour. It says the variables where the theme does, so that a company's own
``extra_css`` can say them anew as the theme's manual shows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..model import Asset
from ..model.brand import Brand
from ..model.palette import DEEP, LIFTED, STATUS_COLOURS, STATUS_COLOURS_DARK, Palette

STYLE = "assets/stylesheets/brand.css"
_TEXT = (
    "-apple-system", "Segoe UI", "Roboto", "Helvetica Neue", "Noto Sans", "Liberation Sans", "Arial",
    "sans-serif",
)  # fmt: skip
_HEADINGS = (
    "Charter", "Bitstream Charter", "Sitka Text", "Cambria", "Georgia", "Liberation Serif", "serif",
)  # fmt: skip
_KINDS_OF_FONT = frozenset({"serif", "sans-serif", "monospace", "system-ui", "ui-serif", "ui-sans-serif"})
"""Names that are no fonts but kinds, and stand without quotation marks."""
_ON_PAPER = {
    "primary-fg-color": "#000", "primary-fg-color--dark": "#000", "accent-fg-color": "#000",
    "default-fg-color": "#000", "default-fg-color--light": "#333", "default-fg-color--lighter": "#333",
    "default-fg-color--lightest": "#999", "default-bg-color": "#fff", "code-bg-color": "#fff",
    "typeset-mark-color": "#fff", "typeset-table-color": "#999", "typeset-table-color--light": "#fff",
}  # fmt: skip
"""Black and white, whatever the brand is: pictures keep their colours."""


def brand_style(brand: Brand) -> Asset:
    """The file, which ``site.css`` imports before all other styles of ours."""
    colours, light, dark = brand.colours, brand.colours.light, brand.colours.dark
    once = {
        "md-text-font": stack(brand.typefaces.text, _TEXT),
        "fsd-heading-font": stack(brand.typefaces.headings, _HEADINGS),
        "md-primary-fg-color": light.main,
        "md-primary-fg-color--light": light.soft,
        "md-primary-fg-color--dark": light.deep,
        "md-primary-bg-color": light.on_deep,
        "md-primary-bg-color--light": light.on_deep_soft,
        "md-accent-fg-color": light.accent,
        "fsd-main-dark": colours.main_dark or dark.main,
        "fsd-accent-dark": colours.accent_dark or dark.accent,
    }
    parts = [
        _rule(":root", once),
        _of_other_colours(colours.main_dark, colours.accent_dark),
        _rule(':root,\n[data-md-color-scheme="default"]', {**_scheme(light), **_light(light)}),
        _only("screen", _rule('[data-md-color-scheme="slate"]', {**_scheme(dark), **_dark(dark)})),
        _only("print", _rule(":root,\n[data-md-color-scheme]", {f"md-{k}": v for k, v in _ON_PAPER.items()})),
    ]
    return Asset(STYLE, "\n".join(filter(None, parts)).encode())


def stack(names: tuple[str, ...], otherwise: tuple[str, ...]) -> str:
    """Names of fonts as styles have them; the last one of all is a kind of font, which every computer has."""
    wanted = names or otherwise
    if wanted[-1] not in _KINDS_OF_FONT:
        wanted = (*wanted, otherwise[-1])
    return ", ".join(_font(name) for name in wanted)


def _font(name: str) -> str:
    return name if name in _KINDS_OF_FONT or name == "-apple-system" else f'"{name}"'


def _scheme(palette: Palette) -> dict[str, str]:
    """The theme's variables of a scheme, as far as no other one gives them."""
    return {
        "md-default-fg-color": palette.ink,
        "md-default-fg-color--light": palette.soft,
        "md-default-fg-color--lighter": palette.soft,
        "md-default-fg-color--lightest": palette.line,
        "md-default-bg-color": palette.page,
        "md-typeset-color": "var(--md-default-fg-color)",
        "md-typeset-a-color": "var(--md-primary-fg-color)",
        "md-typeset-table-color": palette.line,
        "md-typeset-table-color--light": palette.surface,
        "md-typeset-mark-color": palette.mark,
        "md-code-fg-color": "var(--md-default-fg-color)",
        "md-code-bg-color": palette.surface,
        "md-accent-fg-color--transparent": palette.surface,
        "md-accent-bg-color": "var(--md-default-bg-color)",
        "md-accent-bg-color--light": "var(--md-default-bg-color)",
        "md-footer-fg-color": palette.on_deep,
        "md-footer-fg-color--light": palette.on_deep_soft,
        "md-footer-fg-color--lighter": palette.on_deep_soft,
        "md-footer-bg-color--dark": "var(--md-footer-bg-color)",
    }


def _light(palette: Palette) -> dict[str, str]:
    return {
        "md-footer-bg-color": "var(--md-primary-fg-color--dark)",
        "fsd-chart": "var(--md-primary-fg-color--dark)",
        **{f"fsd-status-{name}": colour for name, colour in STATUS_COLOURS.items()},
    }


def _dark(palette: Palette) -> dict[str, str]:
    return {
        "md-primary-fg-color": "var(--fsd-main-dark)",
        "md-accent-fg-color": "var(--fsd-accent-dark)",
        "md-footer-bg-color": palette.deep,
        "fsd-chart": "var(--md-default-fg-color)",
        **{f"fsd-status-{name}": colour for name, colour in STATUS_COLOURS_DARK.items()},
    }


def _of_other_colours(main_dark: str | None, accent_dark: str | None) -> str:
    """What follows from the two colours, so that it follows from those of ``extra_css`` too.

    Browsers of before 2024 do not know how, and keep what is said above.
    """
    follows = {"md-primary-fg-color--dark": _toned("md-primary-fg-color", *DEEP)}
    if main_dark is None:
        follows["fsd-main-dark"] = _toned("md-primary-fg-color", *LIFTED)
    if accent_dark is None:
        follows["fsd-accent-dark"] = _toned("md-accent-fg-color", *LIFTED)
    return _group("@supports (color: oklch(from red l c h))", _rule(":root", follows))


def _toned(variable: str, lightness: float, most_chroma: float) -> str:
    return f"oklch(from var(--{variable}) {lightness} min(c, {most_chroma}) h)"


def _only(medium: str, rule: str) -> str:
    return _group(f"@media {medium}", rule)


def _group(head: str, rule: str) -> str:
    return f"{head} {{\n{rule}}}\n"


def _rule(selector: str, values: Mapping[str, str]) -> str:
    return "\n".join([f"{selector} {{", *_lines(values), "}", ""])


def _lines(values: Mapping[str, str]) -> Iterator[str]:
    return (f"  --{name}: {value};" for name, value in values.items())
