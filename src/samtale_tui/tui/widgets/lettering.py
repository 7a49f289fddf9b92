"""Letters of a real typeface as grey pixels: how wide they run, how high they stand, and how they are drawn.

A pixel is half a cell wide and half a cell high, so that it is about twice as high as it is wide. What is measured
is measured once, in parts of the size (an *em*), for every size alike. Pillow and the font are loaded by whoever
asks for the typeface, and by nobody else.
"""

import unicodedata
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from math import ceil, floor
from operator import mul
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

WEIGHT = 680
"""Bold enough for the back row; at the sizes in use its stems fill whole pixels."""
_OPTICAL_SIZE = 14
_MEASURED_AT = 200
"""Size at which letters are measured."""
_FINER = 6
"""Dots that a pixel is wide and high when a letter is drawn, to be made smaller."""
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


class Typeface:
    """The letters of one font file, in one weight."""

    def __init__(self, path: str) -> None:
        """Open the font.

        Raises:
            OSError: it is not there, or is no font whose weight can be chosen.
        """
        self._path = path
        self._fonts: dict[float, FreeTypeFont] = {}
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
        """From the place of the first letter to that of the second, their kerning in it; in ems."""
        found = self._steps.get(letters)
        if found is None:
            length = self._font(_MEASURED_AT).getlength
            found = (length(letters) - (length(letters[1]) if len(letters) > 1 else 0.0)) / _MEASURED_AT
            self._steps[letters] = found
        return found

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
            pen = (width - self.width(text) * size.wide) / 2
            for letter, after in zip(text, (*text[1:], ""), strict=True):
                if not letter.isspace():
                    glyph = self._glyph(size, letter)
                    left, top = round(pen - glyph.shift) + glyph.left, base + glyph.top
                    box = (left, top, left + glyph.pixels.width, top + glyph.pixels.height)
                    page.paste(ImageChops.lighter(page.crop(box), glyph.pixels), box)
                pen += self._step(letter + after) * size.wide
        return page

    def _glyph(self, size: Size, letter: str) -> Glyph:
        found = self._glyphs.get((size, letter))
        if found is None:
            found = self._glyphs[size, letter] = self._fitted(size, letter)
        return found

    def _fitted(self, size: Size, letter: str) -> Glyph:
        """The letter drawn at every part of a pixel, and of these the one with the most contrast."""
        from PIL import Image, ImageDraw

        font = self._font(size.high * _FINER)
        narrower = size.wide / size.high
        box = font.getbbox(letter, anchor="ls")
        left, right = floor(box[0] * narrower / _FINER) - 1, ceil(box[2] * narrower / _FINER) + 1
        top, bottom = floor(box[1] / _FINER), ceil(box[3] / _FINER)
        dots = (ceil(box[2]) - floor(box[0]) + 2, (bottom - top) * _FINER)
        large = Image.new("L", dots)
        ImageDraw.Draw(large).text((1 - floor(box[0]), -top * _FINER), letter, font=font, fill=255, anchor="ls")
        tried = []
        for shift in range(-_FINER // 2, _FINER // 2):
            # A dot of what is shown comes from this one of what was drawn.
            first = (left * _FINER - shift) / narrower - floor(box[0]) + 1
            shape = ((right - left) * _FINER, dots[1])
            taken = (1 / narrower, 0, first, 0, 1, 0)
            shown = large.transform(shape, Image.Transform.AFFINE, taken, Image.Resampling.BILINEAR)
            small = shown.reduce(_FINER)
            data = small.tobytes()
            tried.append((sum(map(mul, data, data)), shift, small))
        _contrast, shift, pixels = max(tried, key=lambda each: each[:2])
        return Glyph(pixels, left, top, shift / _FINER)

    # The font

    def _font(self, size: float) -> "FreeTypeFont":
        from PIL import ImageFont

        found = self._fonts.get(size)
        if found is None:
            found = ImageFont.truetype(self._path, size)
            found.set_variation_by_axes([_OPTICAL_SIZE, WEIGHT])
            self._fonts[size] = found
        return found

    def _shape(self, letter: str) -> tuple[tuple[int, int], bytes]:
        mask = self._font(32).getmask(letter)
        return mask.size, bytes(mask)


@cache
def typeface() -> Typeface | None:
    """The typeface; none where its font or what draws it cannot be loaded on this machine."""
    try:
        from fontpkg_inter import ROOT

        return Typeface(str(ROOT / "files" / "Inter[opsz,wght].ttf"))
    except (ImportError, OSError):
        return None
