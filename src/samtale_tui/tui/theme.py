"""The look: a theme of our own for a lit room and one for a dark room, and every pair of colours in use.

Text has a contrast of at least 7:1; muted text, focus and borders that carry meaning at least 4.5:1.
``pairs_in_use`` lists every pair of colours that meets on the screen, so that a test can hold all of this.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from textual.theme import Theme as TextualTheme

from samtale_tui.tui.palette import DARK_PALETTE, LIGHT_PALETTE, Palette, palette

if TYPE_CHECKING:
    from textual.app import App

__all__ = [
    "DARK",
    "LIGHT",
    "MUTED_RATIO",
    "SHAPE_RATIO",
    "TEXT_RATIO",
    "Pair",
    "has_few_colours",
    "pairs_in_use",
    "palette",
]

TEXT_RATIO = 7.0
"""Least contrast of text."""
MUTED_RATIO = 4.5
"""Least contrast of muted text, focus and borders that carry meaning."""
SHAPE_RATIO = 3.0
"""Least contrast of a shape that only repeats what text says, such as a scroll bar."""


class Pair(NamedTuple):
    """Two colours that meet on the screen."""

    what: str
    """Where they meet."""
    foreground: str
    background: str
    least: float
    """The contrast that they must have."""


@dataclass(frozen=True)
class _Extra:
    """The colours of a theme that the wheel does not paint with."""

    surface: str
    panel: str
    success: str
    warning: str
    error: str
    border: str
    """Frames that only part things, and the scroll bar's thumb."""
    selection: str
    hover: str
    warned: str
    """Under a warning that stays."""
    track: str


def _theme(name: str, colours: Palette, extra: _Extra) -> TextualTheme:
    """A Textual theme with every variable that our screens and Textual's widgets use."""
    return TextualTheme(
        name=name,
        dark=colours.dark,
        primary=colours.accent,
        secondary=colours.accent,
        accent=colours.accent,
        foreground=colours.foreground,
        background=colours.background,
        surface=extra.surface,
        panel=extra.panel,
        boost=extra.hover,
        success=extra.success,
        warning=extra.warning,
        error=extra.error,
        variables=_text_variables(colours, extra)
        | _cursor_variables(colours, extra)
        | _bar_variables(colours, extra),
    )


def _text_variables(colours: Palette, extra: _Extra) -> dict[str, str]:
    return {
        "text": "auto 95%",
        "text-muted": colours.muted,
        "text-disabled": colours.muted,
        "text-primary": colours.accent,
        "text-secondary": colours.accent,
        "text-accent": colours.accent,
        "text-success": extra.success,
        "text-warning": extra.warning,
        "text-error": extra.error,
        "warning-muted": extra.warned,
        "foreground-muted": colours.muted,
        "foreground-disabled": colours.muted,
        "button-foreground": colours.foreground,
        "button-color-foreground": colours.on_accent,
        "button-focus-text-style": "bold reverse",
        "link-color": colours.accent,
        "link-background-hover": colours.accent,
        "link-color-hover": colours.on_accent,
        "header-name": colours.foreground,
        "header-room": extra.success,
        "header-own": extra.warning,
    }


def _cursor_variables(colours: Palette, extra: _Extra) -> dict[str, str]:
    return {
        "border": colours.accent,
        "border-blurred": extra.border,
        "block-cursor-foreground": colours.on_accent,
        "block-cursor-background": colours.accent,
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-foreground": colours.foreground,
        "block-cursor-blurred-background": extra.selection,
        "block-cursor-blurred-text-style": "bold",
        "block-hover-background": extra.hover,
        "surface-active": extra.selection,
        "input-cursor-foreground": colours.background,
        "input-cursor-background": colours.foreground,
        "input-cursor-text-style": "none",
        "input-selection-foreground": colours.foreground,
        "input-selection-background": extra.selection,
        "screen-selection-foreground": colours.foreground,
        "screen-selection-background": extra.selection,
    }


def _bar_variables(colours: Palette, extra: _Extra) -> dict[str, str]:
    return {
        "scrollbar": extra.border,
        "scrollbar-hover": colours.muted,
        "scrollbar-active": colours.accent,
        "scrollbar-background": extra.track,
        "scrollbar-background-hover": extra.track,
        "scrollbar-background-active": extra.track,
        "scrollbar-corner-color": extra.track,
        "footer-background": extra.panel,
        "footer-foreground": colours.foreground,
        "footer-key-foreground": colours.accent,
        "footer-description-foreground": colours.foreground,
    }


LIGHT = _theme(
    "samtale-light",
    LIGHT_PALETTE,
    _Extra(
        surface="#ffffff",
        panel="#efede6",
        success="#14532b",
        warning="#5a3e10",
        error="#8c1616",
        border="#84868a",
        selection="#dcdcf4",
        hover="#e9e8f4",
        warned="#f7ecd6",
        track="#efede6",
    ),
)
"""For a lit room and a projector."""
DARK = _theme(
    "samtale-dark",
    DARK_PALETTE,
    _Extra(
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
    ),
)
"""For a darkened room and for those who prefer it."""


def has_few_colours(app: "App[object] | App[None]") -> bool:
    """Whether glyphs and reversed text must say what colours say elsewhere: NO_COLOR, or 16 at most."""
    return app.no_color or app.console.color_system in {None, "standard", "windows"}


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
