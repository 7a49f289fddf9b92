"""Everything on the screen can be read: in both themes, on a projector, and by the colour-blind."""

import itertools
import math

import pytest
from boards import deck_of
from textual.color import Color

from samtale_tui.deck.model import Colour, Field, Place, Theme
from samtale_tui.tui.palette import DARK_PALETTE, LIGHT_PALETTE, Palette, contrast, luminance, palette
from samtale_tui.tui.theme import DARK, LIGHT, MUTED_RATIO, TEXT_RATIO, Pair, pairs_in_use

PALETTES = (LIGHT_PALETTE, DARK_PALETTE)
LEAST_APART = 0.03
"""How far two hues of the same step must be apart in OKLab; about 0.02 is the least that most people notice."""

SIGHTS = {
    "all colours": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "no green": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.01182, 0.04294, 0.968881),
    ),
    "no blue": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.3039),
    ),
}
"""What the eye makes of linear red, green and blue (Machado, Oliveira and Fernandes, 2009)."""


@pytest.mark.parametrize("pair", pairs_in_use(), ids=lambda pair: pair.what)
def test_two_colours_that_meet_have_their_contrast(pair: Pair) -> None:
    assert contrast(pair.foreground, pair.background) >= pair.least


def test_text_and_what_carries_meaning_are_held_to_their_ratios() -> None:
    assert (TEXT_RATIO, MUTED_RATIO) == (7.0, 4.5)
    named = {pair.what: pair.least for pair in pairs_in_use()}
    for theme in (LIGHT, DARK):
        assert named[f"{theme.name}: foreground on background"] == TEXT_RATIO
        assert named[f"{theme.name}: text-muted on panel"] == MUTED_RATIO
        assert named[f"{theme.name}: border on surface"] == MUTED_RATIO


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)
    assert luminance("#808080") == pytest.approx(0.2159, abs=0.0001)


@pytest.mark.parametrize("colours", PALETTES, ids=["light", "dark"])
@pytest.mark.parametrize("hue", Colour)
def test_a_white_label_stands_on_a_deep_sector_and_a_black_one_on_a_bright_one(
    colours: Palette, hue: Colour
) -> None:
    assert len(colours.shades[hue]) >= 3
    for shade in colours.shades[hue]:
        assert shade.label in {"#ffffff", "#000000"}
        assert luminance(shade.fill) <= 0.10 if shade.label == "#ffffff" else luminance(shade.fill) >= 0.30


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("step", range(3))
def test_hues_stay_apart_for_the_colour_blind(sight: str, step: int) -> None:
    for colours in PALETTES:
        for one, other in itertools.combinations(Colour, 2):
            here, there = colours.shades[one][step].fill, colours.shades[other][step].fill
            assert _apart(here, there, sight) >= LEAST_APART, (one, other)


@pytest.mark.parametrize("hue", Colour)
def test_shades_of_a_hue_differ_in_lightness_alone_too(hue: Colour) -> None:
    for colours in PALETTES:
        for one, other in itertools.combinations(colours.shades[hue], 2):
            assert contrast(one.fill, other.fill) >= 1.25


def _apart(one: str, other: str, sight: str) -> float:
    return math.dist(*(_oklab(_seen(colour, sight)) for colour in (one, other)))


def _seen(colour: str, sight: str) -> tuple[float, ...]:
    parts = (value / 255 for value in Color.parse(colour).rgb)
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return tuple(max(0.0, sum(a * b for a, b in zip(row, linear, strict=True))) for row in SIGHTS[sight])


def _oklab(linear: tuple[float, ...]) -> tuple[float, float, float]:
    red, green, blue = linear
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (
        0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short,
    )


@pytest.mark.parametrize("hub", range(5))
@pytest.mark.parametrize("ring", range(1, 15))
def test_neighbours_of_one_theme_differ(hub: int, ring: int) -> None:
    deck = deck_of(hub, ring)
    assert_neighbours_differ(deck.fields_at(Place.HUB), LIGHT_PALETTE.shades_of(deck), closed=hub > 2)
    assert_neighbours_differ(deck.fields_at(Place.RING), LIGHT_PALETTE.shades_of(deck), closed=ring > 2)


@pytest.mark.parametrize("ring", range(2, 15))
def test_neighbours_differ_where_one_theme_goes_all_the_way_round(ring: int) -> None:
    deck = deck_of(0, ring)
    theme = Theme(id="alt", title="Alt", colour=Colour.TEAL)
    fields = tuple(Field(id=field.id, theme="alt", title=field.title) for field in deck.fields)
    round_ = deck.but(themes=(theme,), fields=fields)
    assert_neighbours_differ(round_.fields, DARK_PALETTE.shades_of(round_), closed=ring > 2)


def assert_neighbours_differ(fields: tuple[Field, ...], shades: dict[str, object], *, closed: bool) -> None:
    ends = [(fields[-1], fields[0])] if closed and fields else []
    for one, other in (*itertools.pairwise(fields), *ends):
        assert one.theme != other.theme or shades[one.id] != shades[other.id]


def test_each_theme_has_its_palette() -> None:
    assert (LIGHT.name, DARK.name) == ("samtale-light", "samtale-dark")
    assert palette(dark=LIGHT.dark) is LIGHT_PALETTE
    assert palette(dark=DARK.dark) is DARK_PALETTE
    for theme, colours in ((LIGHT, LIGHT_PALETTE), (DARK, DARK_PALETTE)):
        assert (theme.background, theme.foreground, theme.accent) == (
            colours.background,
            colours.foreground,
            colours.accent,
        )
    assert set(LIGHT.variables) == set(DARK.variables)
