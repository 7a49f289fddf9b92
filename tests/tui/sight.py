"""What is seen on the screen: its text, and everything about it that should not be so."""

import re
from collections.abc import Iterator
from itertools import combinations

from rich.cells import cell_len
from rich.segment import Segment
from textual._context import visible_screen_stack
from textual.app import App
from textual.color import Color
from textual.content import Content
from textual.geometry import Region
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Button, DataTable, Digits, Input, OptionList, Select, Static, TextArea
from textual.widgets._select import SelectCurrent, SelectOverlay
from textual.widgets._toast import ToastRack
from textual.widgets._toggle_button import ToggleButton
from textual.widgets._tooltip import Tooltip

from samtale_tui.basis.language import _
from samtale_tui.tui.palette import contrast, palette
from samtale_tui.tui.theme import MUTED_RATIO, SHAPE_RATIO, TEXT_RATIO
from samtale_tui.tui.widgets.fields_board import FieldsBoard
from samtale_tui.tui.widgets.header import OWN, ROOM, StepHeader, step_title
from samtale_tui.tui.widgets.key_bar import KeyBar
from samtale_tui.tui.widgets.large_letters import LargeLetters
from samtale_tui.tui.widgets.ring import PeopleRing

AnyApp = App[None]

# What is on the screen


def segments(app: AnyApp) -> list[list[Segment]]:
    """The screen as it is drawn, line by line."""
    visible_screen_stack.set(app._background_screens)
    return [list(strip) for strip in app.screen._compositor.render_strips()]


def lines(app: AnyApp) -> list[str]:
    """The screen's text, line by line."""
    return ["".join(segment.text for segment in line) for line in segments(app)]


def text(app: AnyApp) -> str:
    """The screen's text."""
    return "\n".join(lines(app))


def reading(app: AnyApp) -> str:
    """The screen's text as it is read: without frames, every gap one blank; last what stands in large letters."""
    return as_read("\n".join((text(app), *(letters.text for letters in in_large_letters(app)))))


def as_read(drawn: str) -> str:
    """Text of a screen without frames, every gap one blank."""
    return re.sub(r"[\s│╭╮╰╯─▏▕]+", " ", drawn)


def in_large_letters(app: AnyApp) -> list[LargeLetters]:
    """Those widgets on the screen that set their words in letters of several cells."""
    return [each for each in app.screen.query(LargeLetters) if each.region and each.is_large]


def ink(letters: LargeLetters, drawn: list[str]) -> float:
    """How much of what is seen of a widget is covered by its letters, from 0 to 1."""
    region = letters.region.intersection(letters.screen.region)
    cells = "".join(line[region.x : region.right] for line in drawn[region.y : region.bottom])
    return sum(QUARTERS.get(cell, 0) for cell in cells) / (4 * max(1, len(cells)))


QUARTERS = {cell: count for count, cells in enumerate(("▘▝▖▗", "▀▄▌▐▞▚", "▛▜▙▟", "█"), 1) for cell in cells}


def actions_by_click(app: AnyApp) -> list[str]:
    """Actions and links that a click in the text would carry out; there must be none."""
    found = [
        f"{segment.text!r}: {segment.style.link or segment.style.meta}"
        for line in segments(app)
        for segment in line
        if segment.style and (segment.style.link or _clicks(segment.style.meta))
    ]
    for widget in app.screen.walk_children():
        content = widget.visual if isinstance(widget, Static) else None
        if isinstance(content, Content):
            found += [f"{widget}: {span}" for span in content.spans if "click" in str(span.style)]
    return found


SCROLLBARS = {"grab", "release", "scroll_up", "scroll_down"}


def _clicks(meta: dict[str, object]) -> list[str]:
    return [name for name, action in meta.items() if name.startswith("@") and action not in SCROLLBARS]


CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u206f\ufeff]")


def control_codes(app: AnyApp) -> list[str]:
    """Pieces of text that could command the terminal, or turn the way it is read."""
    return [
        repr(segment.text)
        for line in segments(app)
        for segment in line
        if not segment.control and CONTROL.search(segment.text)
    ]


# What is wrong with it


def faults(app: AnyApp, drawn: list[str] | None = None) -> list[str]:
    """Everything that is clipped, covered or missing; each in words.

    Args:
        app: what runs.
        drawn: the screen's lines, where they have been drawn already.
    """
    screen = app.screen
    shown = list(_shown(screen))
    drawn = drawn or lines(app)
    return [
        *lines_of_other_lengths(app, drawn),
        *(fault for widget in shown if _has_something_to_show(widget) for fault in _clipped(widget, screen)),
        *_on_each_other(shown, screen),
        *_focus_out_of_sight(screen),
        *_key_bar(app, drawn),
        *_header(app, drawn),
        *(
            f"hardly anything is drawn of {letters.text!r}"
            for letters in in_large_letters(app)
            if ink(letters, drawn) < 0.04
        ),
        *weak_colours(app),
    ]


def _shown(screen: Screen[object]) -> Iterator[Widget]:
    """Widgets that are on the screen, whether or not there is room for them."""
    for widget in screen.walk_children():
        apart = (ToastRack, Tooltip, SelectOverlay)
        if any(isinstance(each, apart) for each in (widget, *widget.ancestors)):
            continue
        if widget.visible and all(
            each.display for each in (widget, *widget.ancestors) if isinstance(each, Widget)
        ):
            yield widget


def _has_something_to_show(widget: Widget) -> bool:
    if isinstance(widget, Static):
        return bool(_plain(widget).strip())
    own = Button | ToggleButton | Digits | Input | TextArea | OptionList | DataTable | SelectCurrent
    return isinstance(widget, own | FieldsBoard | KeyBar | LargeLetters | PeopleRing) or widget.can_focus


def _plain(widget: Static) -> str:
    visual = widget.visual
    return visual.plain if isinstance(visual, Content) else str(visual)


def _name(widget: Widget) -> str:
    inside = (
        f" in {widget.parent.css_identifier}" if isinstance(widget.parent, Widget) and not widget.id else ""
    )
    words = f" {_plain(widget)[:30]!r}" if isinstance(widget, Static) else ""
    return f"{widget.css_identifier}{inside}{words}"


def _clipped(widget: Widget, screen: Screen[object]) -> Iterator[str]:
    yield from _outside(widget, screen)
    yield from _words_cut(widget)
    title = widget.border_title
    if title and widget.styles.border_top[0] not in ("", "none"):
        for words in (widget._border_title, widget._border_subtitle):
            if words is not None and words.cell_length + 4 > widget.outer_size.width:
                yield f"{_name(widget)}: no room in its frame for {words.plain!r}"
    if widget.show_horizontal_scrollbar:
        yield f"{_name(widget)}: scrolls sideways"
    if isinstance(widget, OptionList | DataTable) and widget.content_size.height < 1:
        yield f"{_name(widget)}: no room for a line"


def _scrolls(widget: Widget) -> bool:
    return widget.styles.overflow_y in ("auto", "scroll")


def _outside(widget: Widget, screen: Screen[object]) -> Iterator[str]:
    """Where a widget lies outside of what holds it, and scrolling does not bring it in."""
    region = widget.region
    if not region:
        yield f"{_name(widget)}: has no room at all"
        return
    scrolled = False
    for holder in widget.ancestors:
        if not isinstance(holder, Widget):
            break
        inside = holder.region if isinstance(holder, Screen) else holder.content_region
        beside = region.x < inside.x or region.right > inside.right
        above = region.y < inside.y or region.bottom > inside.bottom
        if beside or (above and not scrolled and not _scrolls_in(holder)):
            yield f"{_name(widget)}: {region} is not within {holder.css_identifier} {inside}"
            return
        if _scrolls_in(holder):
            region, scrolled = holder.region, False
            if above and inside.height < 3:
                yield f"{_name(widget)}: only {inside.height} lines of {holder.css_identifier} to scroll in"
            if above and not any(each.focusable for each in holder.walk_children(with_self=True)):
                yield f"{_name(widget)}: only a mouse can scroll {holder.css_identifier}"
        if isinstance(holder, Screen):
            break


def _scrolls_in(holder: Widget) -> bool:
    return _scrolls(holder) and not isinstance(holder, Screen)


def _words_cut(widget: Widget) -> Iterator[str]:
    """Words that do not fit into their own widget."""
    width, height = widget.content_size
    if isinstance(widget, Static):
        yield from _lines_cut(widget, width, height)
    elif isinstance(widget, Button | ToggleButton):
        mark = 0 if isinstance(widget, Button) else 4
        label = widget.label if isinstance(widget.label, Content) else Content(str(widget.label))
        if label.cell_length + mark > width:
            yield f"{_name(widget)} {label.plain!r}: in {width} cells"
    elif isinstance(widget, Digits):
        if widget.get_content_width(widget.size, widget.screen.size) > width or height < 3:
            yield f"{_name(widget)} {widget.value!r}: in {width}×{height}"
    elif isinstance(widget, Input | TextArea):
        hint = str(widget.placeholder)
        if cell_len(hint) > width * (height if isinstance(widget, TextArea) else 1):
            yield f"{_name(widget)}: no room for its placeholder {hint!r}"


def _lines_cut(widget: Static, width: int, height: int) -> Iterator[str]:
    content = widget.visual
    if not isinstance(content, Content) or _scrolls(widget):
        return
    if widget.styles.text_wrap == "wrap":
        needed = content.get_height(widget.styles, width) if width else 1
        if needed > height:
            yield f"{_name(widget)}: {needed} lines of words in {height}"
    elif widget.styles.text_overflow != "ellipsis" and content.cell_length > width:
        yield f"{_name(widget)}: {content.cell_length} cells of words in {width}"


def _on_each_other(shown: list[Widget], screen: Screen[object]) -> Iterator[str]:
    """Widgets that cover each other, none of them inside of the other."""
    leaves = [
        (widget, region)
        for widget in shown
        if _has_something_to_show(widget) and (region := _visible_region(widget, screen))
    ]
    for (one, here), (other, there) in combinations(leaves, 2):
        if here.overlaps(there) and one not in other.ancestors and other not in one.ancestors:
            yield f"{_name(one)} {here} and {_name(other)} {there} are on each other"


def _visible_region(widget: Widget, screen: Screen[object]) -> Region:
    region = widget.region
    for holder in widget.ancestors:
        if not isinstance(holder, Widget):
            break
        region = region.intersection(holder.region)
    return region


def _focus_out_of_sight(screen: Screen[object]) -> Iterator[str]:
    focused = screen.focused
    if isinstance(focused, SelectOverlay):  # lies over everything, and not in its parent
        if not screen.region.contains_region(focused.region):
            yield f"{_name(focused)} {focused.region} is not within the screen"
    elif focused is not None and not _visible_region(focused, screen):
        yield f"{_name(focused)} has the keys and cannot be seen"


def key_words(app: AnyApp) -> list[str]:
    """The key bar's words, as they are drawn."""
    bars = list(app.screen.query(KeyBar))
    if not bars:
        return []
    line = lines(app)[bars[0].region.y]
    return [part.strip() for part in re.split(r"\s{2,}", line) if part.strip()]


def _key_bar(app: AnyApp, all_drawn: list[str]) -> Iterator[str]:
    for bar in app.screen.query(KeyBar):
        size = app.screen.size
        if bar.region != Region(0, size.height - 1, size.width, 1):
            yield f"the key bar is at {bar.region}"
            continue
        drawn = all_drawn[-1].rstrip()
        last = bar._commands[-1].word
        if not last or not drawn.endswith(f" {last}"):
            yield f"the key bar does not end with {last!r}: {drawn!r}"
        own_last = bar._commands[-1].id
        if own_last not in ("help", "back"):
            yield f"the key bar's last entry is {own_last!r}"


MINUTES = re.compile(
    r"plan om \d+ min|tid til planen|\d+ min over tiden|plan in \d+ min|time for the plan|\d+ min over time"
)


def _header(app: AnyApp, drawn: list[str]) -> Iterator[str]:
    for header in app.screen.query(StepHeader):
        line = drawn[0]
        screen = app.screen
        live = getattr(screen, "live", None)
        assert live is not None
        team = live.value.team
        if header.region.y != 0 or not line[1:].startswith(team[:7]):
            yield f"the header does not name the team: {line!r}"
        step = step_title(getattr(screen, "step")).upper()  # noqa: B009 - only some screens have it
        if step not in line:
            yield f"the header does not name the step: {line!r}"
        if _(OWN if getattr(screen, "own_view") else ROOM) not in line:  # noqa: B009
            yield f"the header does not tell the view: {line!r}"
        if not MINUTES.search(line):
            yield f"the header does not tell the minutes to the plan: {line!r}"


PIXELS = re.compile("[\u2580-\u259f\\s]")
"""What the wheel is drawn with, and scroll bars; the deck's hues are held to their labels, not to the paper."""
FRAMES = re.compile("[\u2500-\u257f]")


def weak_colours(app: AnyApp) -> Iterator[str]:
    """Text and frames that stand out too little from what is behind them; what lies under a box is dimmed.

    Text in the theme's muted colour or its accent, and what a list says where nothing is chosen, needs less.
    """
    screen = app.screen
    hints = {PIXELS.sub("", str(select.prompt)) for select in screen.query(Select)}
    colours = palette(dark=app.current_theme.dark)
    boxes = [each.region for each in screen.children if each.display] if screen.is_modal else [screen.region]
    for y, line in enumerate(segments(app)):
        x = 0
        for segment in line:
            inside = any(box.contains(x, y) for box in boxes)
            x += segment.cell_length
            words = PIXELS.sub("", segment.text)
            style = segment.style
            if not (inside and words and style and style.color and style.bgcolor):
                continue
            ink, ground = style.color.get_truecolor().hex, style.bgcolor.get_truecolor().hex
            muted = words in hints or _alike(ink, colours.muted) or _alike(ink, colours.accent)
            least = MUTED_RATIO if muted else TEXT_RATIO
            least = least if FRAMES.sub("", words) else SHAPE_RATIO
            if contrast(ink, ground) < least:
                yield f"{words!r} at {x},{y}: {ink} on {ground} is {contrast(ink, ground):.2f}, not {least}"


def _alike(one: str, other: str) -> bool:
    """Whether two colours differ by no more than Textual's rounding."""
    return max(abs(a - b) for a, b in zip(Color.parse(one).rgb, Color.parse(other).rgb, strict=True)) <= 1


def lines_of_other_lengths(app: AnyApp, drawn: list[str] | None = None) -> Iterator[str]:
    """Lines that are not as long as the screen is wide, as a terminal counts."""
    width = app.screen.size.width
    for number, line in enumerate(drawn or lines(app)):
        if cell_len(line) != width:
            yield f"line {number} is {cell_len(line)} cells long: {line!r}"
