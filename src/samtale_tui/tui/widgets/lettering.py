"""Letters of a real typeface as grey pixels: how wide they run, how high they stand, and how they are drawn.

A pixel is half a cell wide and half a cell high, so that it is about twice as high as it is wide. Letters
are measured once, in parts of their size (an *em*), for every size alike. Pillow and the font are loaded for
those who ask for the typeface, and for nobody else.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from math import ceil, floor, inf
from operator import mul
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

WEIGHT = 680
"""Bold enough for the back row; at the sizes in use its stems fill whole pixels."""
_OPTICAL_SIZE = 14
_MEASURED_AT = 1000
"""Size at which letters are measured."""
_KERNED_AT = 200
"""Size at which it is measured how near to each other two of them stand."""
_FINER = 6
"""Dots that a pixel is wide and high when a letter is drawn, to be made smaller."""
_SEEN = [0] * 96 + [255] * 160
"""Which pixels of a letter are more than a hint of it."""
_LEAST_GAP = 0.4
"""Pixels; letters that stand so far apart are one pixel apart at least."""
_WORD_SPACE = 1.15
"""How much wider than in print a blank is: on few pixels words stay apart better."""
_MISSING = "\U0010fffd"
"""A sign that no font has: it shows how this one draws what it lacks."""


class Size(NamedTuple):
    """How large letters are drawn, in pixels."""

    high: float
    """An em's height. A capital is 0.73 em high, a small letter 0.55 em."""
    wide: float
    """An em's width; twice the height gives the letters their own proportions."""


class Glyph(NamedTuple):
    """A letter at one size, where its stems are sharpest."""

    pixels: "Image"
    left: int
    """From the pen to the pixels' left edge, in pixels."""
    top: int
    """From the base line to their upper edge, in pixels; negative is above."""
    shift: float
    """How far to the right of its place it was drawn, in pixels."""
    ink: tuple[int, int]
    """From the pen to where what is seen of it begins, and to where it ends."""


class Typeface:
    """The letters of one font file, in one weight."""

    def __init__(self, path: str) -> None:
        """Open the font.

        Raises:
            OSError: it is not there, or is no font whose weight can be chosen.
        """
        self._path = path
        self._fonts: dict[tuple[float, bool], FreeTypeFont] = {}
        self._steps: dict[str, float] = {}
        self._extents: dict[str, tuple[float, float]] = {}
        self._glyphs: dict[tuple[Size, str], Glyph] = {}
        self._settable: dict[str, bool] = {" ": True, "\u00a0": True}
        self._unknown = self._shape(_MISSING)

    # What it measures

    def can_set(self, text: str) -> bool:
        """Whether it has every letter of a text, and sets them one after the other from left to right."""
        return all(self._has(letter) for letter in text)

    def _has(self, letter: str) -> bool:
        found = self._settable.get(letter)
        if found is None:
            alone = unicodedata.category(letter)[0] not in "MC"
            from_the_left = unicodedata.bidirectional(letter) not in {"R", "AL", "AN"}
            found = alone and from_the_left and self._shape(letter) != self._unknown
            self._settable[letter] = found
        return found

    def width(self, text: str) -> float:
        """How wide a line runs, in ems."""
        return sum(self._step(one + other) for one, other in pairwise(text)) + self._step(text[-1:])

    def _step(self, letters: str) -> float:
        """From the place of the first of one or two letters to where the next one stands, in ems."""
        found = self._steps.get(letters)
        if found is None:
            if len(letters) > 1:
                found = self._step(letters[:1]) + self._kerning(letters)
            else:
                found = self._font(_MEASURED_AT).getlength(letters) / _MEASURED_AT
                found *= _WORD_SPACE if letters.isspace() else 1.0
            self._steps[letters] = found
        return found

    def _kerning(self, pair: str) -> float:
        """How much nearer than usual two letters stand; nothing where Pillow has been made without Raqm."""
        from PIL import features

        if not _may_kern(pair) or not features.check("raqm"):
            return 0.0
        length = self._font(_KERNED_AT, shaped=True).getlength
        return (length(pair) - length(pair[0]) - length(pair[1])) / _KERNED_AT

    def extent(self, text: str) -> tuple[float, float]:
        """How far the letters reach above the base line and below it, in ems."""
        each = [self._extent(letter) for letter in set(text)]
        return max((above for above, _ in each), default=0.0), max((below for _, below in each), default=0.0)

    def _extent(self, letter: str) -> tuple[float, float]:
        found = self._extents.get(letter)
        if found is None:
            _left, top, _right, bottom = self._font(_MEASURED_AT).getbbox(letter, anchor="ls")
            found = self._extents[letter] = (max(0.0, -top / _MEASURED_AT), max(0.0, bottom / _MEASURED_AT))
        return found

    # What it draws

    def drawn(self, lines: Sequence[tuple[str, int]], size: Size, width: int, height: int) -> "Image":
        """Lines of letters, each in the middle.

        Args:
            lines: each with the row of pixels on which its letters stand.
            size: of the letters.
            width: of all of it, in pixels.
            height: of all of it, in pixels.

        Returns:
            How much of each pixel is letter, from 0 to 255.
        """
        from PIL import Image, ImageChops

        page = Image.new("L", (width, height))
        for text, base in lines:
            for glyph, pen in self._line(text, size, width):
                left, top = pen + glyph.left, base + glyph.top
                box = (left, top, left + glyph.pixels.width, top + glyph.pixels.height)
                page.paste(ImageChops.lighter(page.crop(box), glyph.pixels), box)
        return page

    def _line(self, text: str, size: Size, width: int) -> Iterator[tuple[Glyph, int]]:
        """The letters of a line in the middle, each with its pen on a whole pixel.

        No gap loses more than a part of a pixel to that, so that letters do not touch and words stay apart.
        """
        pen = (width - self.width(text) * size.wide) / 2
        exact_end, end = -inf, 0
        for letter, after in zip(text, (*text[1:], ""), strict=True):
            if not letter.isspace():
                glyph = self._glyph(size, letter)
                exact, (begins, ends) = pen - glyph.shift, glyph.ink
                place = round(exact)
                if exact_end > -inf:
                    gap = exact + begins - exact_end
                    place = max(place, end + (1 if _LEAST_GAP <= gap < 1 else floor(gap)) - begins)
                yield glyph, place
                exact_end, end = exact + ends, place + ends
            pen += self._step(letter + after) * size.wide

    def _glyph(self, size: Size, letter: str) -> Glyph:
        found = self._glyphs.get((size, letter))
        if found is None:
            found = self._glyphs[size, letter] = self._fitted(size, letter)
        return found

    def _fitted(self, size: Size, letter: str) -> Glyph:
        """The letter drawn at every quarter of a pixel, and of these the one with the most contrast."""
        from PIL import Image

        mask, (x, y) = self._font(size.high * _FINER).getmask2(letter, mode="L", anchor="ls")
        across = _FINER * size.high / size.wide  # dots that a pixel is wide; it is _FINER high
        left, right = floor(x / across) - 1, ceil((x + mask.size[0]) / across) + 1
        top, bottom = floor(y / _FINER), ceil((y + mask.size[1]) / _FINER)
        margin = ceil(3 * across)
        dots = Image.new("L", (mask.size[0] + 2 * margin, (bottom - top) * _FINER))
        drawn = Image.frombytes("L", mask.size, bytes(mask))
        dots.paste(drawn, (margin, y - top * _FINER))
        tried = []
        for quarter in range(-2, 2):
            start = margin - x + (left - quarter / 4) * across
            box = (start, 0, start + (right - left) * across, dots.height)
            small = dots.resize((right - left, bottom - top), Image.Resampling.BOX, box)
            data = small.tobytes()
            tried.append((sum(map(mul, data, data)), quarter, small))
        _contrast, quarter, pixels = max(tried, key=lambda each: each[:2])
        seen = pixels.point(_SEEN).getbbox() or (0, 0, pixels.width, 0)
        return Glyph(pixels, left, top, quarter / 4, (left + seen[0], left + seen[2]))

    # The font

    def _font(self, size: float, *, shaped: bool = False) -> "FreeTypeFont":
        """The font at a size; shaping knows the kerning, and takes ten times as long."""
        from PIL import ImageFont

        found = self._fonts.get((size, shaped))
        if found is None:
            layout = ImageFont.Layout.RAQM if shaped else ImageFont.Layout.BASIC
            found = ImageFont.truetype(self._path, size, layout_engine=layout)
            found.set_variation_by_axes([_OPTICAL_SIZE, WEIGHT])
            self._fonts[size, shaped] = found
        return found

    def _shape(self, letter: str) -> tuple[tuple[int, int], bytes]:
        mask = self._font(32).getmask(letter)
        return mask.size, bytes(mask)


def _may_kern(pair: str) -> bool:
    """Whether two letters may have a kerning that can be seen; two small ones hardly ever have."""
    return " " not in pair and not (pair.islower() and pair.isalpha())


@cache
def typeface() -> Typeface | None:
    """The typeface; none where its font or what draws it cannot be loaded on this machine."""
    try:
        from fontpkg_inter import ROOT

        return Typeface(str(ROOT / "files" / "Inter[opsz,wght].ttf"))
    except (ImportError, OSError):
        return None
