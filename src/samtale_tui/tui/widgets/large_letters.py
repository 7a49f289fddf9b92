"""Words in letters of several cells, as large as there is room for; where there is none, plain text."""

from functools import lru_cache
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.color import Color
from textual.geometry import Size
from textual.selection import Selection
from textual.strip import Strip
from textual.widget import Widget

from samtale_tui.basis.text import clean_line
from samtale_tui.tui.sinks import plain
from samtale_tui.tui.theme import has_few_colours
from samtale_tui.tui.widgets.letter_cells import PLAIN, SHADES, SMOOTH, Cell, rows_of_cells, stretches
from samtale_tui.tui.widgets.letter_setting import LEAST_WITHOUT_SHADES, MOST_LETTERS, Setting, set_large
from samtale_tui.tui.widgets.lettering import typeface
from samtale_tui.tui.widgets.line_breaking import lines_of
from samtale_tui.tui.widgets.titles import whole_text

LONGEST_PLAIN_LINE = 60
"""Cells that a line of plain text has at most."""
SCROLLBAR = 1
"""Cells that one takes from the width."""


class Look(NamedTuple):
    """In what colours letters are painted."""

    ink: Color
    ground: Color
    smooth: bool
    """In shades between the two."""

    @property
    def style(self) -> RichStyle:
        """Of plain text."""
        return RichStyle(color=self.ink.rich_color, bgcolor=self.ground.rich_color, bold=True)


class LargeLetters(Widget):
    """One text, as large as can be; as high as the rest of its holder leaves it.

    ``text`` is what it says, for all who ask.

    The largest letters are taken with which the text, and what stands below it in the same holder, can be
    seen. Where that would take more than two fifths of the holder from the text, the rest is scrolled to.
    """

    DEFAULT_CSS = "LargeLetters { width: 100%; height: auto; text-style: bold; }"

    def __init__(self, text: str = "", *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.text = plain(text).plain
        self._beside = 0
        self._below = 0
        self._room = 0
        self._width = 0
        self._made: tuple[object, list[Strip]] = ((), [])

    def say(self, text: str, *, beside: int = 0, below: int = 0) -> None:
        """Say this.

        Args:
            text: from wherever.
            beside: rows of its holder that it never has.
            below: rows that it leaves to others as long as it has three fifths of the holder.
        """
        said = (plain(text).plain, beside, below)
        if said != (self.text, self._beside, self._below):
            self.text, self._beside, self._below = said
            self.refresh(layout=self.styles.auto_dimensions)

    @property
    def is_large(self) -> bool:
        """Whether it is set in large letters, and not as plain text."""
        return self._setting() is not None

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as its letters take in what there is of its holder."""
        self._room = max(1, container.height - self._beside)
        # As if there were a scrollbar: else words that just fit without one would bring and drop it for ever.
        self._width = min(width, viewport.width - self.styles.gutter.width - SCROLLBAR)
        return max(self.rows_needed(), self._room - self._below)

    def rows_needed(self) -> int:
        """Rows that the text takes in the room that there was when it was last laid out."""
        setting = self._setting()
        return setting.rows if setting else len(plain_rows(self.text, self._width, self._room))

    def get_selection(self, selection: Selection) -> tuple[str, str]:
        """All of its words, whatever part of them is marked."""
        return self.text, "\n"

    def render_line(self, y: int) -> Strip:
        """A row of it; the words are in the middle."""
        strips = self._strips()
        row = y - (self.content_size.height - len(strips)) // 2
        return (
            strips[row]
            if 0 <= row < len(strips)
            else _centred("", self.content_size.width, self._look().style)
        )

    def _setting(self) -> Setting | None:
        room = self._room
        seen = max(room - self._below, room * 3 // 5)
        least = 0.0 if self._smooth else LEAST_WITHOUT_SHADES
        tried = (set_large(self.text, self._width, rows, least=least) for rows in (seen, room))
        return next((found for found in tried if found), None)

    def _strips(self) -> list[Strip]:
        look, width = self._look(), self.content_size.width
        key = (self.text, width, self._width, self._room, self._below, look)
        if self._made[0] != key:
            self._made = (key, self._painted(width, look))
        return self._made[1]

    def _painted(self, width: int, look: Look) -> list[Strip]:
        setting = self._setting()
        if setting:
            rows = pictured(setting, width, smooth=look.smooth)
            styles: dict[tuple[int, int], RichStyle] = {}
            return [_strip(row, look, styles) for row in rows]
        return [_centred(row, width, look.style) for row in plain_rows(self.text, self._width, self._room)]

    def _look(self) -> Look:
        _, _, ground, ink = self.colors
        return Look(ground + ink, ground, self._smooth)

    @property
    def _smooth(self) -> bool:
        """Whether there are colours enough for shades."""
        return not has_few_colours(self.app)


class LargeWords(LargeLetters):
    """A word or a few in the middle of all the room that there is: ``LargeWords(_("Pause"))``."""

    DEFAULT_CSS = "LargeWords { width: 100%; height: 1fr; }"

    def render_line(self, y: int) -> Strip:
        """A row of it."""
        self._width, self._room = self.content_size
        return super().render_line(y)


@lru_cache(maxsize=16)
def pictured(setting: Setting, width: int, *, smooth: bool) -> list[list[Cell]]:
    """The cells of a text that is set, so many cells wide; in shades, or in ink and nothing."""
    face = typeface()
    if face is None:
        return []
    page = face.drawn(setting.lines, setting.size, 2 * width, 2 * setting.rows)
    return rows_of_cells(page.tobytes().translate(SMOOTH if smooth else PLAIN), width)


@lru_cache(maxsize=16)
def plain_rows(text: str, width: int, rows: int) -> list[str]:
    """A text in plain rows: lines alike in length, with air between them where there is room for it."""
    if width < 1:
        return []
    most = min(width, LONGEST_PLAIN_LINE)
    lines: list[str] = []
    for paragraph in map(clean_line, text.split("\n")):
        even = lines_of(paragraph, most, cell_len, hyphens=False) if len(paragraph) <= MOST_LETTERS else None
        lines += whole_text(paragraph, most) if even is None else even
    spaced = [row for line in lines for row in (line, "")][:-1]
    return spaced if len(spaced) <= rows else lines


def _centred(row: str, width: int, style: RichStyle) -> Strip:
    cells = cell_len(row)
    before = (width - cells) // 2
    return Strip([Segment(" " * before + row + " " * (width - cells - before), style)], width)


def _strip(cells: list[Cell], look: Look, styles: dict[tuple[int, int], RichStyle]) -> Strip:
    """A row of blocks; ``styles`` are those that were made so far, as they are slow to make."""
    segments = []
    for blocks, ink, ground in stretches(cells):
        if (ink, ground) not in styles:
            over, under = (look.ground.blend(look.ink, share / SHADES).rich_color for share in (ink, ground))
            styles[ink, ground] = RichStyle.from_color(over, under)
        segments.append(Segment(blocks, styles[ink, ground]))
    return Strip(segments, len(cells))
