"""Which sector each pixel of the round wheel is on, and how much of the pixel it covers. Pure reckoning.

A cell shows two pixels, one above the other (``▀``). Edges are smooth: what a pixel is covered by follows
from how far its middle is from the nearest edge, which for edges longer than a pixel is what counting many
samples tends to. Only the left half is reckoned; the right half mirrors it. A wheel is made once per form.
"""

import math
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby

from samtale_tui.tui.widgets.placing import Box, Placing, place

LEVELS = 16
"""Steps of coverage: 0 is nothing, this is all."""
NEARLY_ALL = 12
"""Coverage from which a pixel may be filled wholly, under a letter."""
NOTHING = 0
"""Owner of a pixel that is on no sector."""
RIM = 255
"""Owner of a pixel that is on the dashed rim."""
GAP = 1.0
"""Pixels between two sectors."""

Runs = dict[int, list[tuple[int, int]]]
"""Per row in cells its stretches: the first cell and the one after the last."""

_HUB_SHARE = (0.0, 0.36, 0.41, 0.46, 0.46)
_ARROW_AWAY = 1.3
_DASH = 2.6
_PITCH = 5.4


@dataclass(frozen=True)
class Form:
    """What a wheel is to be made for."""

    width: int
    """Cells."""
    height: int
    """Cells."""
    hub: int
    """Fields in the hub, 0–4."""
    ring: int
    """Fields in the ring, 0–14."""
    titles: tuple[tuple[int, int], ...] = ()
    """Sizes in cells in which the rim's arrow and title can be written."""
    plate: int = 0
    """Cells of the hub's title, for which a row between the hub's fields is kept free; 0: none."""


@dataclass(frozen=True)
class Geometry:
    """The wheel of one form, pixel by pixel. Sectors are numbered from 1: the hub's, then the ring's."""

    form: Form
    placing: Placing
    radius: float
    """Outer edge of the sectors, in pixels."""
    hub_radius: float
    """Outer edge of the hub, or of the hole where there is none."""
    line: float
    """How wide the line inside a selected sector's edge is, in pixels."""
    owner: bytes
    """Per pixel, row by row: a sector's number, ``NOTHING`` or ``RIM``."""
    cover: bytes
    """Per pixel: how much of it the owner covers, 0 to ``LEVELS``."""
    core: bytes
    """Per pixel: how much of it is on the owner inside the line, 0 to ``LEVELS``."""
    plate: Box | None
    """Where the hub's title stands."""

    @property
    def sectors(self) -> int:
        """How many sectors there are."""
        return self.form.hub + self.form.ring

    @cached_property
    def boxes(self) -> tuple[Box, ...]:
        """Per sector the cells that its pixels are in."""
        width, found = self.form.width, []
        for sector in range(1, self.sectors + 1):
            rows = [
                row
                for row in range(self.form.height)
                if sector in self.owner[2 * row * width : 2 * (row + 1) * width]
            ]
            if not rows:
                found.append(Box(0, 0, 0, 0))
                continue
            left, right = width, 0
            for row in range(2 * rows[0], 2 * rows[-1] + 2):
                line = self.owner[row * width : (row + 1) * width]
                if sector in line:
                    left, right = min(left, line.index(sector)), max(right, line.rindex(sector) + 1)
            found.append(Box(left, rows[0], right - left, rows[-1] - rows[0] + 1))
        return tuple(found)

    @cached_property
    def middles(self) -> tuple[tuple[float, float], ...]:
        """Per sector the point, in pixels, round which its label stands best."""
        hub, ring = self.form.hub, self.form.ring
        inner = [_middle(number, hub, 0.0, self.hub_radius, hub=True) for number in range(hub)]
        outer = [_middle(number, ring, self.hub_radius, self.radius, hub=False) for number in range(ring)]
        return tuple((self.placing.x + x, self.placing.y + y) for x, y in inner + outer)

    @property
    def spots(self) -> list[tuple[float, float]]:
        """Where the arrow keys find the sectors and, last, the arrow: straight to the right of the wheel."""
        return [*self.middles, (self.placing.x + _ARROW_AWAY * self.placing.radius, self.placing.y)]

    def at(self, x: int, y: int) -> int | None:
        """What is in a cell: a sector counted from 0, ``RIM`` for the arrow and its title, or nothing."""
        if not (0 <= x < self.form.width and 0 <= y < self.form.height):
            return None
        if self.placing.title.holds(x, y):
            return RIM
        over, under = 2 * y * self.form.width + x, (2 * y + 1) * self.form.width + x
        best = over if self.cover[over] >= self.cover[under] else under
        owner = self.owner[best]
        return None if owner in (NOTHING, RIM) else owner - 1

    @cached_property
    def runs(self) -> tuple[Runs, ...]:
        """Per sector and row the cells that it fills, but for a thin edge: letters can stand there."""
        return self._runs(self.cover, NEARLY_ALL)

    @cached_property
    def core_runs(self) -> tuple[Runs, ...]:
        """As ``runs``, without the cells that the line of a selected sector touches."""
        return self._runs(self.core, LEVELS)

    def _runs(self, layer: bytes, least: int) -> tuple[Runs, ...]:
        width = self.form.width
        full = bytes(
            owner if level >= least else NOTHING for owner, level in zip(self.owner, layer, strict=True)
        )
        found: tuple[Runs, ...] = tuple({} for _ in range(self.sectors))
        for row in range(self.form.height):
            over, under = (full[line * width : (line + 1) * width] for line in (2 * row, 2 * row + 1))
            both = bytes(one if one == other else NOTHING for one, other in zip(over, under, strict=True))
            x = 0
            for owner, same in groupby(both):
                start, x = x, x + len(list(same))
                if owner not in {NOTHING, RIM}:
                    found[owner - 1].setdefault(row, []).append((start, x))
        return found


def _middle(number: int, count: int, inner: float, outer: float, *, hub: bool) -> tuple[float, float]:
    """The middle of a sector's area, from the wheel's centre."""
    if count == 1 and hub:
        return 0.0, 0.0
    step = math.tau / count
    angle = _first_angle(count, hub=hub) + (number + 0.5) * step
    reach = 2 / 3 * (outer**3 - inner**3) / max(1e-6, outer**2 - inner**2)
    if step < math.pi and hub:
        reach *= math.sin(step / 2) / (step / 2)
    elif hub:
        reach *= 2 / math.pi
    return -math.sin(angle) * reach, math.cos(angle) * reach


def _first_angle(count: int, *, hub: bool) -> float:
    """Where the first sector begins, clockwise from six o'clock.

    The ring begins at the bottom. The hub's first field is at the top left, or the top half.
    """
    if not hub:
        return 0.0
    return {2: math.pi / 2, 3: math.pi / 3, 4: math.pi / 2}.get(count, 0.0)


@lru_cache(maxsize=16)
def geometry(form: Form) -> Geometry:
    """The wheel of a form; made once and kept."""
    return _Maker(form).make()


class _Maker:
    """Fills the layers of one wheel."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.placing = place(form.width, form.height, form.titles)
        outer = self.placing.radius
        self.rim = outer - 0.5
        self.radius = _whole_edge(outer - max(2.0, 0.09 * outer))
        self.hub_radius = _whole_edge(self.radius * _HUB_SHARE[form.hub]) if form.ring else self.radius
        if not form.hub:
            self.hub_radius = max(1.5, 0.1 * self.radius) if form.ring > 1 else 0.25 * self.radius
        self.line = 1.0 if self.radius < 24 else 1.5 if self.radius < 42 else 2.0
        self.dashes = max(4, round(math.tau * self.rim / _PITCH / 4) * 4)
        self.plate = self._plate()
        self.plate_off = 2 * self.plate.y + 1 - self.placing.y if self.plate else 0.0
        size = form.width * form.height * 2
        self.owner, self.cover, self.core = bytearray(size), bytearray(size), bytearray(size)

    def make(self) -> Geometry:
        """Fill every pixel row, left half first."""
        for row in range(2 * self.form.height):
            self._fill(row)
        return Geometry(
            self.form,
            self.placing,
            self.radius,
            self.hub_radius,
            self.line,
            bytes(self.owner),
            bytes(self.cover),
            bytes(self.core),
            self.plate,
        )

    def _plate(self) -> Box | None:
        """The row for the hub's title, where the hub is wide and high enough for it."""
        wide, hub = self.form.plate + 2, self.form.hub
        if not self.form.plate or hub not in {2, 4} or wide > 2 * self.hub_radius - 2 or self.hub_radius < 7:
            return None
        left = math.floor(self.placing.x - self.form.plate / 2)
        return Box(left, int(self.placing.y) // 2, self.form.plate, 1)

    def _fill(self, row: int) -> None:
        """One pixel row: from the rim's left edge to the centre, and its mirror image."""
        middle, width = self.placing.x, self.form.width
        down = row + 0.5 - self.placing.y
        outer = self.placing.radius
        if abs(down) >= outer + 0.5:
            return
        reach = math.sqrt(max(0.0, (outer + 0.5) ** 2 - down * down))
        last = int(middle)
        for x in range(max(0, int(middle - reach)), last + 1):
            across = x + 0.5 - middle
            owner, cover, core, other = self._pixel(across, down)
            if not cover:
                continue
            at = row * width + x
            self.owner[at], self.cover[at], self.core[at] = owner, cover, core
            mirror = row * width + int(2 * middle) - 1 - x
            if mirror != at and mirror < (row + 1) * width:
                self.owner[mirror], self.cover[mirror], self.core[mirror] = other, cover, core

    def _pixel(self, across: float, down: float) -> tuple[int, int, int, int]:
        """Owner, coverage, core, and the owner of the mirror image."""
        far = math.hypot(across, down)
        if far > self.radius + 0.7:
            cover = self._rim(across, down, far)
            return RIM, cover, cover, RIM
        form = self.form
        if far < self.hub_radius + (GAP if form.ring else 0) / 2 and form.hub:
            count, first, base = form.hub, _first_angle(form.hub, hub=True), 0
            inside = self.hub_radius - far
            if self.plate:
                inside = min(inside, abs(down - self.plate_off) - 1.0)
        else:
            count, first, base = form.ring, 0.0, form.hub
            inside = min(self.radius - far, far - self.hub_radius - (GAP if form.hub else 0))
        if not count:
            return NOTHING, 0, 0, NOTHING
        number, off = _in_sector(math.atan2(-across, down) - first, count, far)
        inside = min(inside, off - GAP / 2)
        cover = _level(inside)
        other = base + 1 + _mirrored(number, count, hub=base == 0 and form.hub > 0)
        return base + 1 + number, cover, _level(inside - self.line), other

    def _rim(self, across: float, down: float, far: float) -> int:
        """How much of a pixel is on a dash of the rim."""
        off = _crisp(1.0 - abs(far - self.rim))
        if not off:
            return 0
        turn = math.atan2(abs(across), down) / math.tau * self.dashes
        from_dash = abs(turn - round(turn)) * math.tau * self.rim / self.dashes
        along = _DASH / 2 - from_dash + 0.5
        return round(LEVELS * off * _crisp(along))


def _whole_edge(radius: float) -> float:
    """The radius whose edge falls between two pixels where it is upright, the centre being in one."""
    return max(1.5, math.floor(radius) + 0.5)


def _crisp(cover: float) -> float:
    """Coverage with less grey in it, for lines as thin as a pixel."""
    return min(1.0, max(0.0, 1.5 * cover - 0.3))


def _level(inside: float) -> int:
    return round(LEVELS * min(1.0, max(0.0, inside + 0.5)))


def _in_sector(angle: float, count: int, far: float) -> tuple[int, float]:
    """The sector at an angle, and how far a point there is from the sector's two sides."""
    if count == 1:
        return 0, math.inf
    step = math.tau / count
    angle %= math.tau
    number = min(count - 1, int(angle / step))
    since = angle - number * step
    nearest = min(since, step - since)
    return number, far * math.sin(nearest) if nearest < math.pi / 2 else far


def _mirrored(number: int, count: int, *, hub: bool) -> int:
    """The sector that stands where this one is seen in an upright mirror."""
    if not hub:
        return count - 1 - number
    if count == 2:
        return number
    if count == 3:
        return (1, 0, 2)[number]
    return (1, 0, 3, 2)[number] if count == 4 else 0
