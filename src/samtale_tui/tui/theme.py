"""The look: a light theme for a lit room, a dark one, and the shades of a deck's hues.

Text has a contrast of at least 7:1; muted text, focus and borders that carry meaning at least 4.5:1. On a
sector a white label wants a relative luminance of at most 0.10, a black one at least 0.30 (both give 7:1).
The hues are kept apart in lightness as well, so that they differ for the colour-blind too. ``pairs_in_use``
lists every pair of colours that meets on the screen, so that a test can hold all of this.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from textual.theme import Theme as TextualTheme

from samtale_tui.deck.model import Colour, Deck

TEXT_RATIO = 7.0
"""Least contrast of text."""
MUTED_RATIO = 4.5
"""Least contrast of muted text, focus and borders that carry meaning."""
SHAPE_RATIO = 3.0
"""Least contrast of a shape that only repeats what text says, such as a scroll bar."""

_INK = "#000000"
_PAPER = "#ffffff"


class Shade(NamedTuple):
    """A sector's colour and the colour of the letters on it."""

    fill: str
    """``#rrggbb``."""
    label: str
    """Black or white, whichever is readable on the fill."""
    line: str
    """Line round the field when it is selected and the keys go elsewhere."""


class Pair(NamedTuple):
    """Two colours that meet on the screen."""

    what: str
    """Where they meet."""
    foreground: str
    background: str
    least: float
    """The contrast that they must have."""


@dataclass(frozen=True)
class Palette:
    """The colours that the wheel, the grid and the list paint with; all ``#rrggbb``."""

    dark: bool
    background: str
    """Paper: what stands round and between the sectors where a widget has no background of its own."""
    foreground: str
    """Plain text."""
    muted: str
    """Text that matters less, and the dashed rim."""
    accent: str
    """The one accent: the arrow, the cursor, the focus."""
    on_accent: str
    """Text on the accent."""
    lit: str
    """Inside of the selected sector, which lights up when the keys go to the wheel."""
    dimmed: str
    """Inside of the selected sector when they go elsewhere."""
    on_lit: str
    """Text on either."""
    shades: Mapping[Colour, tuple[Shade, ...]]
    """For each hue its shades, in the order in which the fields of a theme take them."""

    def shades_of(self, deck: Deck) -> dict[str, Shade]:
        """The shade of every field: fields of one theme that stand side by side differ.

        Args:
            deck: whose fields, with their themes' hues.

        Returns:
            Field id → shade.
        """
        found: dict[str, Shade] = {}
        for theme in deck.themes:
            row = self.shades[theme.colour]
            fields = [field for field in deck.ordered_fields if field.theme == theme.id]
            closed = len(fields) == len(deck.fields_at(theme.place))
            for field, step in zip(fields, _steps(len(fields), len(row), closed=closed), strict=True):
                found[field.id] = row[step]
        return found


def _steps(fields: int, shades: int, *, closed: bool) -> list[int]:
    """Which shade each field of a theme takes; one or two fields stay with the hue's middle shades.

    Args:
        fields: how many fields the theme has.
        shades: how many shades the hue has.
        closed: the theme fills the ring or the hub, so that its last field stands beside its first.
    """
    if fields <= 2:
        return [1, 0][:fields]
    steps = [number % shades for number in range(fields)]
    if closed and steps[-1] == steps[0]:
        steps[-1] = next(step for step in range(shades) if step not in {steps[0], steps[-2]})
    return steps


def _row(*fills: str) -> tuple[Shade, ...]:
    """The shades of one hue, deepest first; the line of them all is the middle one."""
    return tuple(Shade(fill, _PAPER if luminance(fill) < 0.2 else _INK, fills[1]) for fill in fills)


def luminance(colour: str) -> float:
    """Relative luminance of ``#rrggbb``, from 0 (black) to 1 (white), as WCAG 2 defines it."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, from 1 to 21, as WCAG 2 defines it."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


_DEEP = ("#661d05", "#114094", "#004229", "#61267a", "#024859", "#524400", "#7e0f5f", "#343842")
_MIDDLE = ("#9a3412", "#0757ae", "#045c33", "#773b96", "#055e72", "#635203", "#962575", "#49515a")
_SOFT = ("#fa9a84", "#6fbcf8", "#72a377", "#ba88cd", "#76b3bb", "#c0a765", "#ec93cc", "#9397a0")


def _shades() -> dict[Colour, tuple[Shade, ...]]:
    rows = zip(_DEEP, _MIDDLE, _SOFT, strict=True)
    return {hue: _row(*fills) for hue, fills in zip(Colour, rows, strict=True)}


LIGHT_PALETTE = Palette(
    dark=False,
    background="#fbfaf6",
    foreground="#1b1f25",
    muted="#565b62",
    accent="#3b3b9e",
    on_accent="#ffffff",
    lit="#ffffff",
    dimmed="#e2e0d6",
    on_lit="#1b1f25",
    shades=_shades(),
)
DARK_PALETTE = Palette(
    dark=True,
    background="#101216",
    foreground="#efeee9",
    muted="#a3a8b0",
    accent="#b9c2ff",
    on_accent="#101216",
    lit="#f6f5ef",
    dimmed="#bdbcb6",
    on_lit="#101216",
    shades=_shades(),
)


def palette(*, dark: bool) -> Palette:
    """The palette that goes with a dark or a light theme."""
    return DARK_PALETTE if dark else LIGHT_PALETTE


def _theme(
    name: str,
    colours: Palette,
    *,
    surface: str,
    panel: str,
    success: str,
    warning: str,
    error: str,
    border: str,
    selection: str,
    hover: str,
    warned: str,
    track: str,
    thumb: str,
) -> TextualTheme:
    """A Textual theme with every variable that our screens and Textual's widgets use."""
    ink, accent, on_accent, muted = colours.foreground, colours.accent, colours.on_accent, colours.muted
    variables = {
        "text": "auto 95%",
        "text-muted": muted,
        "text-disabled": muted,
        "text-primary": accent,
        "text-secondary": accent,
        "text-accent": accent,
        "text-success": success,
        "text-warning": warning,
        "text-error": error,
        "warning-muted": warned,
        "foreground-muted": muted,
        "foreground-disabled": muted,
        "border": accent,
        "border-blurred": border,
        "block-cursor-foreground": on_accent,
        "block-cursor-background": accent,
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-foreground": ink,
        "block-cursor-blurred-background": selection,
        "block-cursor-blurred-text-style": "bold",
        "block-hover-background": hover,
        "surface-active": selection,
        "input-cursor-foreground": colours.background,
        "input-cursor-background": ink,
        "input-cursor-text-style": "none",
        "input-selection-foreground": ink,
        "input-selection-background": selection,
        "screen-selection-foreground": ink,
        "screen-selection-background": selection,
        "scrollbar": thumb,
        "scrollbar-hover": muted,
        "scrollbar-active": accent,
        "scrollbar-background": track,
        "scrollbar-background-hover": track,
        "scrollbar-background-active": track,
        "scrollbar-corner-color": track,
        "footer-background": panel,
        "footer-foreground": ink,
        "footer-key-foreground": accent,
        "footer-description-foreground": ink,
        "button-foreground": ink,
        "button-color-foreground": on_accent,
        "button-focus-text-style": "bold reverse",
        "link-color": accent,
        "link-background-hover": accent,
        "link-color-hover": on_accent,
        "header-name": ink,
        "header-room": success,
        "header-own": warning,
    }
    return TextualTheme(
        name=name,
        dark=colours.dark,
        primary=accent,
        secondary=accent,
        accent=accent,
        foreground=ink,
        background=colours.background,
        surface=surface,
        panel=panel,
        boost=hover,
        success=success,
        warning=warning,
        error=error,
        variables=variables,
    )


LIGHT = _theme(
    "samtale-light",
    LIGHT_PALETTE,
    surface="#ffffff",
    panel="#efede6",
    success="#14532b",
    warning="#6b4400",
    error="#8c1616",
    border="#84868a",
    selection="#dcdcf4",
    hover="#e9e8f4",
    warned="#f7ecd6",
    track="#efede6",
    thumb="#84868a",
)
"""For a lit room and a projector."""
DARK = _theme(
    "samtale-dark",
    DARK_PALETTE,
    surface="#1b1e24",
    panel="#242830",
    success="#9fd8ae",
    warning="#f0c978",
    error="#ffb4ab",
    border="#747a84",
    selection="#363c58",
    hover="#2a2e3c",
    warned="#33290f",
    track="#1b1e24",
    thumb="#747a84",
)
"""For a darkened room and for those who prefer it."""


def pairs_in_use() -> tuple[Pair, ...]:
    """Every pair of colours that meets on the screen, in both themes, with the contrast it must have."""
    return tuple(
        pair._replace(what=f"{theme.name}: {pair.what}")
        for theme, colours in ((LIGHT, LIGHT_PALETTE), (DARK, DARK_PALETTE))
        for pair in (*_text_pairs(theme), *_wheel_pairs(colours))
    )


_ON_EVERY_GROUND = {
    "foreground": TEXT_RATIO,
    "text-success": TEXT_RATIO,
    "text-warning": TEXT_RATIO,
    "text-error": TEXT_RATIO,
    "text-accent": TEXT_RATIO,
    "primary": MUTED_RATIO,
    "border": MUTED_RATIO,
    "text-muted": MUTED_RATIO,
    "text-disabled": MUTED_RATIO,
    "border-blurred": SHAPE_RATIO,
    "scrollbar": SHAPE_RATIO,
}
_ON_ONE_GROUND = (
    ("block-cursor-foreground", "block-cursor-background", TEXT_RATIO),
    ("block-cursor-blurred-foreground", "block-cursor-blurred-background", TEXT_RATIO),
    ("text-muted", "block-cursor-blurred-background", MUTED_RATIO),
    ("primary", "block-cursor-blurred-background", MUTED_RATIO),
    ("foreground", "block-hover-background", TEXT_RATIO),
    ("text-muted", "block-hover-background", MUTED_RATIO),
    ("foreground", "surface-active", TEXT_RATIO),
    ("input-cursor-foreground", "input-cursor-background", TEXT_RATIO),
    ("input-selection-foreground", "input-selection-background", TEXT_RATIO),
    ("screen-selection-foreground", "screen-selection-background", TEXT_RATIO),
    ("footer-foreground", "footer-background", TEXT_RATIO),
    ("footer-description-foreground", "footer-background", TEXT_RATIO),
    ("footer-key-foreground", "footer-background", TEXT_RATIO),
    ("header-name", "panel", TEXT_RATIO),
    ("header-room", "panel", TEXT_RATIO),
    ("header-own", "panel", TEXT_RATIO),
    ("text-warning", "warning-muted", TEXT_RATIO),
    ("background", "primary", TEXT_RATIO),
    ("button-color-foreground", "primary", TEXT_RATIO),
    ("button-color-foreground", "success", TEXT_RATIO),
    ("button-color-foreground", "warning", TEXT_RATIO),
    ("button-color-foreground", "error", TEXT_RATIO),
    ("link-color", "background", TEXT_RATIO),
    ("link-color-hover", "link-background-hover", TEXT_RATIO),
    ("scrollbar", "scrollbar-background", SHAPE_RATIO),
    ("scrollbar-hover", "scrollbar-background-hover", SHAPE_RATIO),
    ("scrollbar-active", "scrollbar-background-active", SHAPE_RATIO),
)


def _text_pairs(theme: TextualTheme) -> Iterator[Pair]:
    """What Textual's widgets and our style sheets put on what."""
    variables = {**theme.to_color_system().generate(), **theme.variables}
    named = {name: value[:7].lower() for name, value in variables.items()}
    for ground in ("background", "surface", "panel"):
        for ink, least in _ON_EVERY_GROUND.items():
            yield Pair(f"{ink} on {ground}", named[ink], named[ground], least)
    for ink, ground, least in _ON_ONE_GROUND:
        yield Pair(f"{ink} on {ground}", named[ink], named[ground], least)


def _wheel_pairs(colours: Palette) -> Iterator[Pair]:
    """What the wheel, the grid and the list paint."""
    yield Pair("rim's title", colours.foreground, colours.background, TEXT_RATIO)
    yield Pair("dashed rim", colours.muted, colours.background, MUTED_RATIO)
    yield Pair("arrow", colours.accent, colours.background, MUTED_RATIO)
    yield Pair("cursor", colours.on_accent, colours.accent, TEXT_RATIO)
    yield Pair("arrow, keys elsewhere", colours.on_accent, colours.muted, MUTED_RATIO)
    yield Pair("selected sector", colours.on_lit, colours.lit, TEXT_RATIO)
    yield Pair("selected sector, keys elsewhere", colours.on_lit, colours.dimmed, TEXT_RATIO)
    for hue, row in colours.shades.items():
        for number, shade in enumerate(row):
            yield Pair(f"label on {hue.value} {number}", shade.label, shade.fill, TEXT_RATIO)
