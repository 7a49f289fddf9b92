"""The colours that the wheel, the grid and the list paint with, and the shades of a deck's hues.

On a sector a white label wants a relative luminance of at most 0.10, a black one at least 0.30: both give a
contrast of 7:1. The hues are kept apart in lightness as well, so that they differ for the colour-blind too.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from samtale_tui.deck.model import Colour, Deck

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
