"""The round wheel: sectors in the hub and round it, the dashed rim, the arrow to the plan (S16–S20)."""

from dataclasses import replace
from typing import NamedTuple

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip

from samtale_tui.deck.model import Deck
from samtale_tui.tui.widgets import wheel_labels
from samtale_tui.tui.widgets.cells import cell_len
from samtale_tui.tui.widgets.fields_board import (
    FAINT_MARKER,
    MARKER,
    FieldsBoard,
    WheelState,
    dots,
    segment,
)
from samtale_tui.tui.widgets.geometry import RIM, Geometry, geometry
from samtale_tui.tui.widgets.movement import Direction, wheel_neighbour
from samtale_tui.tui.widgets.placing import ARROW, Box
from samtale_tui.tui.widgets.shading import Light, Painter
from samtale_tui.tui.widgets.wheel_form import fits, form_of, plate_title, rim_forms
from samtale_tui.tui.widgets.wheel_labels import Label, Row

__all__ = ["Wheel", "WheelState"]

_SHAFT = "━"


class _Letters(NamedTuple):
    """Letters on a line of the wheel."""

    x: int
    cells: int
    segment: Segment


class Wheel(FieldsBoard):
    """The round wheel. Needs colour and some room; where ``fits`` says no, ``FieldGrid`` is there."""

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
        self._made_for: tuple[object, ...] = ()
        self._painter: Painter | None = None
        self._lettered: dict[int, list[tuple[int, Label, Row]]] = {}

    @classmethod
    def fits(cls, deck: Deck, width: int, height: int) -> bool:
        """Whether a wheel of so many cells can be read: numbers in all sectors, whole names in most."""
        return fits(deck, width, height)

    # What is shown

    @property
    def shape(self) -> Geometry:
        """The wheel's geometry at its present size."""
        width, height = self.content_size
        if (width, height) != (self._form.width, self._form.height):
            self._form = replace(self._form, width=width, height=height)
        return geometry(self._form)

    def changed_regions(self, before: WheelState, was: int | None) -> list[Region] | None:
        """The boxes of the sectors that look different; everything where cards came or went."""
        if self.totals(before) != self.totals(self.state):
            return None
        moved, counted = self.changed(before, was)
        for index in counted:
            self._forget(self.shape.boxes[index])
        return [self._region(index) for index in moved | counted]

    def _region(self, index: int) -> Region:
        box = self.shape.placing.title if index == self.rim else self.shape.boxes[index]
        return Region(box.x, box.y, box.width, box.height)

    def _forget(self, box: Box) -> None:
        rows = range(box.y, box.bottom)
        for key in [key for key in self._strips if isinstance(key, tuple) and key[0] in rows]:
            del self._strips[key]

    # Where things are

    def spots(self) -> list[tuple[float, float]]:
        """Where the arrow keys find the sectors and the arrow."""
        return self.shape.spots

    def hit(self, x: int, y: int) -> int | None:
        """The sector or the arrow in a cell."""
        found = self.shape.at(x, y)
        return self.rim if found == RIM else found

    def next_to(self, index: int, direction: Direction) -> int | None:
        """What lies in a direction, the hub inwards; from the arrow back to where one came from."""
        before = self._numbers.get(self.state.selected or "")
        if index == self.rim and direction is Direction.LEFT and before is not None:
            return before
        shape = self.shape
        centre = (shape.placing.x, shape.placing.y)
        return wheel_neighbour(shape.spots, shape.form.hub, centre, index, direction)

    # Painting

    def repaint_selected(self) -> None:
        """The selected sector lights up, or is dimmed."""
        if self.selected is not None and self.size:
            self.refresh(self._region(self.selected))

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a region."""
        self._made()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One line of the wheel, painted once for each way in which it can look."""
        painter = self._painter or self._made()
        light = self._light_on(y, painter.shape)
        key = (y, light)
        strip = self._strips.get(key)
        if strip is None:
            strip = self._strips[key] = self._paint(y, light, painter)
        return strip

    def _made(self) -> Painter:
        """The painter; it and the labels are made anew when size, colours or number of cards change."""
        totals = self.totals(self.state)
        colours, ground = self.colours, self.ground
        made_for = (self.content_size, colours.dark, ground, totals)
        if self._painter is None or made_for != self._made_for:
            self._made_for = made_for
            self._strips.clear()
            shades = colours.shades_of(self.deck)
            in_order = [shades[field.id] for field in self.fields]
            self._painter = Painter(self.shape, colours, in_order, ground)
            self._lettered.clear()
            for index, label in enumerate(wheel_labels.labels(self.shape.form, self.fields, totals)):
                for row in label.rows:
                    self._lettered.setdefault(row.y, []).append((index, label, row))
        return self._painter

    def _light_on(self, y: int, shape: Geometry) -> Light | None:
        """What is selected, where it is on a line: that decides how the line looks, beside the cards used."""
        index = self.selected
        if index is None:
            return None
        box = shape.placing.title if index == self.rim else shape.boxes[index]
        return Light(index, self.has_focus) if box.y <= y < box.bottom else None

    def _paint(self, y: int, light: Light | None, painter: Painter) -> Strip:
        on_sector = light if light and light.sector != self.rim else None
        letters = sorted(self._letters(y, painter), key=lambda piece: piece.x)
        between = painter.line(y, on_sector, [(piece.x, piece.x + piece.cells) for piece in letters])
        segments = between[0]
        for piece, after in zip(letters, between[1:], strict=True):
            segments.append(piece.segment)
            segments += after
        return Strip(segments, self._form.width)

    def _letters(self, y: int, painter: Painter) -> list[_Letters]:
        """All letters on a line."""
        found = self._rim_letters(y, painter)
        plate = painter.shape.plate
        if plate and plate.y == y:
            title = segment(self._plate_title, painter.colours.foreground, painter.ground, bold=True)
            found.append(_Letters(plate.x, plate.width, title))
        for index, label, row in self._lettered.get(y, ()):
            found.append(self._label_letters(index, label, row, painter))
        return found

    def _label_letters(self, index: int, label: Label, row: Row, painter: Painter) -> _Letters:
        """One row of a label, and on the first the mark of the selected sector."""
        shade, colours = painter.shades[index], painter.colours
        text = row.text or self._dots(index, row.cells)
        if index != self.selected:
            return _Letters(row.x, row.cells, segment(text, shade.label, shade.fill, bold=bool(row.text)))
        x, cells = row.x, row.cells
        if label.marker and row is label.rows[0]:
            marker = MARKER if self.has_focus else FAINT_MARKER
            before = label.marker[0] < row.x
            text = marker + text if before else text.replace(" ", marker, 1)
            x, cells = x - before, cells + before
        inside = colours.lit if self.has_focus else colours.dimmed
        return _Letters(x, cells, segment(text, colours.on_lit, inside, bold=True))

    def _dots(self, index: int, cells: int) -> str:
        return dots(*self.counts(index), cells).center(cells)

    def _rim_letters(self, y: int, painter: Painter) -> list[_Letters]:
        """What stands on a line of the arrow and the rim's title."""
        placing, colours, ground = painter.shape.placing, painter.colours, painter.ground
        box, chosen = placing.title, self.selected == self.rim
        if not box.y <= y < box.bottom:
            return []
        if placing.form < 0:
            arrow = segment(ARROW, colours.accent, ground, bold=True, reverse=chosen)
            return [_Letters(box.x, 1, arrow)]
        line = self._rim_forms[placing.form][y - box.y]
        lead = _SHAFT * placing.shaft + ARROW + " "
        if y != box.y:
            lead = " " * len(lead)
        if chosen:
            text = (lead + line).ljust(box.width - cell_len(line) + len(line))
            under = colours.accent if self.has_focus else colours.muted
            return [
                _Letters(box.x, box.width, segment(text, under, colours.on_accent, bold=True, reverse=True))
            ]
        title = segment(line, colours.foreground, ground, bold=True)
        found = [_Letters(box.x + len(lead), cell_len(line), title)]
        if y == box.y:
            found.append(_Letters(box.x, len(lead), segment(lead, colours.accent, ground, bold=True)))
        return found
