"""The board of an IGLO, painted line by line, with a mark that keys and mouse move (S33)."""

from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from samtale_tui.tui.widgets.cells import cell_len
from samtale_tui.tui.widgets.fields_board import segment
from samtale_tui.tui.widgets.iglo_lines import Floor, Line, Look, Picture, Slip, Spot, board_lines
from samtale_tui.tui.widgets.painted import Painted


class IgloBoard(Painted, can_focus=True):
    """Four levels, short and long term. It knows where the mark is; what hangs there it is told."""

    DEFAULT_CSS = "IgloBoard { width: 1fr; height: 1fr; background: $background; }"
    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "walk(-1)", show=False),
        Binding("down", "walk(1)", show=False),
        Binding("left", "side(0)", show=False),
        Binding("right", "side(1)", show=False),
        Binding("enter", "open", show=False),
    ]

    class Moved(Message):
        """The mark is somewhere else; who hears it calls ``paint_changed``, with what else it changes."""

    class Opened(Message):
        """What is marked is to be opened: a note, or an empty square."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._floors: tuple[Floor, ...] = ()
        self._heads = ("", "")
        self._of: object = None
        self._spot = Spot()
        self._lines: list[Line] = []
        self._painted_for: object = None
        self._size_painted: object = None

    # What is shown

    def show(self, of: object, floors: tuple[Floor, ...], heads: tuple[str, str]) -> None:
        """Show what hangs there.

        Args:
            of: whose board it is; another one is shown from its first square.
            floors: the levels from above, each with its two squares.
            heads: what short and long term are called.
        """
        if (of, floors, heads) == (self._of, self._floors, self._heads):
            return
        known = {slip.id for floor in self._floors for square in floor.squares for slip in square.slips}
        same, self._of, self._floors, self._heads = of == self._of, of, floors, heads
        places = {
            slip.id: Spot(row, side, place)
            for row, floor in enumerate(floors)
            for side, square in enumerate(floor.squares)
            for place, slip in enumerate(square.slips)
        }
        fresh = [spot for name, spot in places.items() if name not in known]
        if not same:
            self._spot = next(iter(sorted(places.values())), Spot())
        elif fresh:
            self._spot = fresh[-1]
        self._spot = self._held(self._spot)
        self.paint_changed()

    @property
    def spot(self) -> Spot:
        """Where the mark is."""
        return self._spot

    @property
    def marked(self) -> str | None:
        """The note that is marked; none in an empty square."""
        slips = self._slips(self._spot)
        return slips[self._spot.place].id if slips else None

    def _slips(self, spot: Spot) -> tuple[Slip, ...]:
        return self._floors[spot.floor].squares[spot.side].slips if self._floors else ()

    def _held(self, spot: Spot) -> Spot:
        """The spot, on the last note where its own is gone."""
        return spot._replace(place=max(0, min(spot.place, len(self._slips(spot)) - 1)))

    # Keys and mouse

    def go(self, spot: Spot) -> None:
        """Mark this."""
        spot = self._held(spot)
        if spot != self._spot and self._floors:
            self._spot = spot
            self.post_message(self.Moved())

    def action_walk(self, by: int) -> None:
        """The note above or below; past the last one the next level."""
        at = self._spot
        place, floor = at.place + by, at.floor + by
        if 0 <= place < len(self._slips(at)):
            self.go(at._replace(place=place))
        elif 0 <= floor < len(self._floors):
            there = Spot(floor, at.side)
            self.go(there._replace(place=0 if by > 0 else len(self._slips(there))))

    def action_side(self, side: int) -> None:
        """Short term or long term."""
        if side != self._spot.side:
            self.go(self._spot._replace(side=side))

    def action_open(self) -> None:
        """Open what is marked."""
        self.post_message(self.Opened())

    def on_click(self, event: events.Click) -> None:
        """Mark what is clicked; open it where it was marked already."""
        offset = event.get_content_offset(self)
        spot = None if offset is None else self._spot_in(offset.x, offset.y)
        if spot is None:
            return
        event.stop()
        if self._held(spot) == self._spot:
            self.action_open()
        else:
            self.go(spot)

    def _spot_in(self, x: int, y: int) -> Spot | None:
        end = 0
        for piece in self._painted()[y] if 0 <= y < len(self._painted()) else ():
            end += cell_len(piece.text)
            if x < end:
                return piece.spot
        return None

    def on_focus(self) -> None:
        """The mark shows that the keys go here."""
        self.paint_changed()

    def on_blur(self) -> None:
        """It shows that they go elsewhere."""
        self.paint_changed()

    # Painting

    def paint_changed(self) -> None:
        """Only the lines on which something is different are painted again."""
        if not self.size:
            return
        before, now = self._lines, self._painted()
        if len(before) != len(now):
            self.repaint()
            return
        rows = [row for row, (one, other) in enumerate(zip(before, now, strict=True)) if one != other]
        for row in rows:
            self._strips.pop(row, None)
        if rows:
            self.refresh(*(Region(0, row, self.content_size.width, 1) for row in rows))

    def _painted(self) -> list[Line]:
        """The lines as they are now, laid out once."""
        size = self.content_size
        picture = Picture(self._floors, self._heads, self._spot, self.has_focus)
        if size != self._size_painted:
            self._size_painted = size
            self._strips.clear()
        if (picture, size) != self._painted_for:
            self._painted_for = (picture, size)
            self._lines = board_lines(picture, size.width, size.height) if self._floors else []
        return self._lines

    def on_resize(self) -> None:
        """Everything stands elsewhere."""
        self.repaint()

    def render_line(self, y: int) -> Strip:
        """One line, painted once until something on it changes."""
        lines = self._painted()
        if y not in self._strips:
            self._strips[y] = self._strip(lines[y] if y < len(lines) else ())
        return self._strips[y]

    def _strip(self, line: Line) -> Strip:
        colours, ground = self.colours, self.ground

        def painted(text: str, look: Look) -> Segment:
            if look is Look.MARKED:
                return segment(text, colours.accent, colours.on_accent, bold=True, reverse=True)
            ink = colours.muted if look is Look.MUTED else colours.foreground
            return segment(text, ink, ground, bold=look is Look.BOLD)

        segments = [painted(piece.text, piece.look) for piece in line]
        return Strip(segments).adjust_cell_length(self.content_size.width, painted(" ", Look.PLAIN).style)
