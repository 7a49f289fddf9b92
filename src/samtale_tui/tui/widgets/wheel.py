"""The round wheel: sectors in the hub and round it, the dashed rim, and the arrow that leads to the plan (S16–S20)."""

from dataclasses import replace
from functools import lru_cache

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip

from samtale_tui.deck.model import Deck, Place
from samtale_tui.tui.theme import Shade
from samtale_tui.tui.widgets import wheel_labels
from samtale_tui.tui.widgets.fields_board import ARROW, MARKER, FieldsBoard, WheelState, dots, segment
from samtale_tui.tui.widgets.geometry import RIM, Form, Geometry, geometry
from samtale_tui.tui.widgets.movement import Direction
from samtale_tui.tui.widgets.placing import Box
from samtale_tui.tui.widgets.shading import Light, Painter
from samtale_tui.tui.widgets.titles import Piece, balanced, cut
from samtale_tui.tui.widgets.wheel_labels import Label, Row

__all__ = ["Wheel", "WheelState"]

_SHAFT = "━"
_MOST_RIM_LINES = 3
_MOST_RIM_CELLS = 24
_MOST_PLATE_CELLS = 20


@lru_cache(maxsize=8)
def rim_forms(title: str) -> tuple[tuple[str, ...], ...]:
    """The ways to write the rim's title, with fewer and fewer cells across; every line without its arrow."""
    parts = [Piece(word, blank=True) for word in title.split()]
    found: list[tuple[str, ...]] = []
    for count in range(1, _MOST_RIM_LINES + 1):
        lines = balanced(parts, count, _MOST_RIM_CELLS)
        if lines and tuple(lines) not in found:
            found.append(tuple(lines))
    return tuple(found) or ((cut(title, _MOST_RIM_CELLS),),)


def plate_title(deck: Deck) -> str:
    """What stands between the fields of a halved or quartered hub, as VORES TEAM; empty where nothing does."""
    hub = deck.fields_at(Place.HUB)
    themes = {field.theme for field in hub}
    if len(hub) not in {2, 4} or len(themes) != 1:
        return ""
    title = deck.theme_of(hub[0]).title.upper()
    return title if cell_len(title) <= _MOST_PLATE_CELLS else ""


def form_of(deck: Deck, width: int, height: int) -> Form:
    """The form of a deck's wheel in so many cells."""
    lead = len(_SHAFT + ARROW) + 1
    titles = tuple((lead + max(map(cell_len, lines)), len(lines)) for lines in rim_forms(deck.wheel.rim))
    hub, ring = len(deck.fields_at(Place.HUB)), len(deck.fields_at(Place.RING))
    return Form(width, height, hub, ring, titles, cell_len(plate_title(deck)))


class Wheel(FieldsBoard):
    """The round wheel. Needs colour and some room; ``fits`` tells, and ``FieldGrid`` is there where it does not."""

    DEFAULT_CSS = """
    Wheel { width: 1fr; height: 1fr; background: $background; }
    """

    def __init__(self, deck: Deck, *, id: str | None = None, classes: str | None = None) -> None:
        """Make the wheel of a deck.

        Args:
            deck: whose fields are shown.
            id: Textual's id.
            classes: Textual's classes.
        """
        super().__init__(deck, id=id, classes=classes)
        self._form = form_of(deck, 1, 1)
        self._rim_forms = rim_forms(deck.wheel.rim)
        self._plate_title = plate_title(deck)
        self._painted_as: tuple[object, ...] = ()
        self._painter: Painter | None = None
        self._labels: tuple[Label, ...] = ()

    @classmethod
    def fits(cls, deck: Deck, width: int, height: int) -> bool:
        """Whether a wheel of this size can be read: every sector has its number at least, and most a title."""
        form = form_of(deck, width, height)
        if geometry(form).radius < 8:
            return False
        fields = deck.ordered_fields
        found = wheel_labels.labels(form, fields, (0,) * len(fields))
        return all(label.rows for label in found) and 2 * sum(map(wheel_labels.has_title, found)) >= len(
            found
        )

    # What is shown

    @property
    def shape(self) -> Geometry:
        """The wheel's geometry at its present size."""
        width, height = self.content_size
        if (width, height) != (self._form.width, self._form.height):
            self._form = replace(self._form, width=width, height=height)
        return geometry(self._form)

    def changed_regions(self, before: WheelState, was: int | None) -> list[Region] | None:
        """The boxes of the sectors that look different."""
        changed = {index for index in (was, self.selected) if was != self.selected and index is not None}
        for index, field in enumerate(self.fields):
            if before.counts(field.id) != self.state.counts(field.id):
                changed.add(index)
                self._forget(self.shape.boxes[index])
        return [self._region(index) for index in changed]

    def _region(self, index: int) -> Region:
        box = self.shape.placing.title if index == self.rim else self.shape.boxes[index]
        return Region(box.x, box.y, box.width, box.height)

    def _forget(self, box: Box) -> None:
        rows = range(box.y, box.bottom)
        for key in [key for key in self._strips if isinstance(key, tuple) and key[0] in rows]:
            del self._strips[key]

    # Where things are

    def spots(self) -> list[tuple[float, float]]:
        """The middles of the sectors, and the arrow straight to the right of the wheel."""
        placing = self.shape.placing
        return [*self.shape.middles, (placing.x + 1.3 * placing.radius, placing.y)]

    def hit(self, x: int, y: int) -> int | None:
        """The sector or the arrow in a cell."""
        found = self.shape.at(x, y)
        return self.rim if found == RIM else found

    def next_to(self, index: int, direction: Direction) -> int | None:
        """What lies in a direction; from the arrow back to the field that was selected before."""
        before = self._numbers.get(self.state.selected or "")
        if index == self.rim and direction is Direction.LEFT and before is not None:
            return before
        return super().next_to(index, direction)

    # Painting

    def on_focus(self) -> None:
        """The selected sector lights up."""
        self._refresh_selected()

    def on_blur(self) -> None:
        """The selected sector keeps only its line."""
        self._refresh_selected()

    def _refresh_selected(self) -> None:
        if self.selected is not None and self.size:
            self.refresh(self._region(self.selected))

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a region."""
        self._prepare()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One line of the wheel, painted once for each way in which it can look."""
        key = (y, *self._looks(y))
        strip = self._strips.get(key)
        if strip is None:
            strip = self._strips[key] = self._paint(y)
        return strip

    def _prepare(self) -> None:
        """Make painter and labels anew where size, colours or the number of cards are not what they were."""
        totals = tuple(self.state.counts(field.id)[1] for field in self.fields)
        painted_as = (self.content_size, self.colours.dark, self.ground, totals)
        if painted_as == self._painted_as:
            return
        self._painted_as = painted_as
        self._strips.clear()
        shades = self.colours.shades_of(self.deck)
        self._painter = Painter(
            self.shape, self.colours, [shades[field.id] for field in self.fields], self.ground
        )
        self._labels = wheel_labels.labels(self.shape.form, self.fields, totals)

    def _looks(self, y: int) -> tuple[object, ...]:
        """What decides how a line looks, beside the cards used."""
        index = self.selected
        if index is None:
            return (None, False)
        box = self.shape.placing.title if index == self.rim else self.shape.boxes[index]
        return (index, self.has_focus) if box.y <= y < box.bottom else (None, False)

    def _paint(self, y: int) -> Strip:
        assert self._painter
        index, _focus = self._looks(y)
        light = Light(index, self.has_focus) if isinstance(index, int) and index != self.rim else None
        letters = sorted(self._letters(y), key=lambda piece: piece[0])
        between = self._painter.line(y, light, [(x, x + cells) for x, cells, _segment in letters])
        segments = between[0]
        for (_x, _cells, letter), after in zip(letters, between[1:], strict=True):
            segments.append(letter)
            segments += after
        return Strip(segments, self._form.width)

    def _letters(self, y: int) -> list[tuple[int, int, Segment]]:
        """The letters on a line: first column, cells, segment."""
        found = self._rim_letters(y)
        shape, colours = self.shape, self.colours
        if shape.plate and shape.plate.y == y:
            title = self._plate_title
            found.append(
                (shape.plate.x, shape.plate.width, segment(title, colours.foreground, self.ground, bold=True))
            )
        shades = self._painter.shades if self._painter else ()
        for index, (label, shade) in enumerate(zip(self._labels, shades, strict=True)):
            for row in label.rows:
                if row.y == y:
                    found += self._label_letters(index, label, row, shade)
        return found

    def _label_letters(
        self, index: int, label: Label, row: Row, shade: Shade
    ) -> list[tuple[int, int, Segment]]:
        """One row of a label, and on the first the mark of the selected sector."""
        chosen = index == self.selected
        ink, fill = shade.label, shade.fill
        if chosen and self.has_focus:
            ink, fill = self.colours.on_lit, self.colours.lit
        text = row.text or self._dots(index, row.cells)
        if not chosen or label.marker is None or row is not label.rows[0]:
            return [(row.x, row.cells, segment(text, ink, fill, bold=bool(row.text)))]
        x = label.marker[0]
        if x < row.x:
            return [(x, row.cells + 1, segment(MARKER + text, ink, fill, bold=True))]
        return [(row.x, row.cells, segment(text.replace(" ", MARKER, 1), ink, fill, bold=True))]

    def _dots(self, index: int, cells: int) -> str:
        used, total = self.state.counts(self.fields[index].id)
        return dots(used, total, cells).center(cells)

    def _rim_letters(self, y: int) -> list[tuple[int, int, Segment]]:
        placing, colours = self.shape.placing, self.colours
        box = placing.title
        if not box.y <= y < box.bottom or not box.width:
            return []
        chosen = self.selected == self.rim
        if placing.form < 0:
            return [(box.x, 1, segment(ARROW, colours.accent, self.ground, bold=True, reverse=chosen))]
        line = self._rim_forms[placing.form][y - box.y]
        lead = _SHAFT * (placing.shaft + 1) + ARROW + " "
        fade = box.width - len(lead) - cell_len(line)
        if chosen:
            text = (lead if y == box.y else " " * len(lead)) + line + " " * fade
            return [
                (box.x, box.width, segment(text, colours.accent, colours.on_accent, bold=True, reverse=True))
            ]
        found = [
            (box.x + len(lead), cell_len(line), segment(line, colours.foreground, self.ground, bold=True))
        ]
        if y == box.y:
            found.append((box.x, len(lead), segment(lead, colours.accent, self.ground, bold=True)))
        return found
