"""A screen that follows the conversation that is open, and paints how it is now."""

from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import BindingType

from samtale_tui.basis.language import _
from samtale_tui.conversation.live import LiveConversation
from samtale_tui.conversation.model import STEPS, Conversation, Step
from samtale_tui.tui.commands import Command, command, commands_in, reworded
from samtale_tui.tui.screens.dismissing import DismissedOnce
from samtale_tui.tui.widgets.header import StepHeader
from samtale_tui.tui.widgets.key_bar import KeyBar
from samtale_tui.tui.widgets.notice import Notice
from samtale_tui.tui.widgets.typed_in import TypedIn

if TYPE_CHECKING:
    from samtale_tui.tui.app import SamtaleApp


class ContextScreen(DismissedOnce[None]):
    """A screen with a context of commands, shown in its key bar."""

    context: ClassVar[str]
    BINDINGS: ClassVar[list[BindingType]] = []
    AUTO_FOCUS = ""

    is_ready = False
    """Whether all of it stands, so that it can be painted."""
    _was_left = False

    @property
    def samtale(self) -> "SamtaleApp":
        """The app, as what it is."""
        return cast("SamtaleApp", self.app)

    def bar(self) -> tuple[Command, ...]:
        """The commands of the key bar, most important first, help last."""
        shown = [command for command in commands_in(self.context) if command.short]
        return tuple(sorted(shown, key=lambda command: command.id == "help"))

    def key_bar(self) -> KeyBar:
        """A new bar for this screen."""
        return KeyBar(self.bar())

    def refresh_bar(self) -> None:
        """Show the keys that work now: while someone writes, none that is a letter."""
        bar = self.bar()
        if isinstance(self.focused, TypedIn):
            leaving = command("back").worded(_("forlad feltet"))
            working = (each.while_writing() for each in bar if each.id != "back")
            bar = (*(each for each in working if each), leaving)
        for shown in self.query(KeyBar):
            shown.show(bar)

    def on_descendant_focus(self) -> None:
        """Something else has the focus, so other keys work."""
        self.refresh_bar()

    def on_descendant_blur(self) -> None:
        """Nothing may have the focus any more."""
        self.refresh_bar()

    def action_back(self) -> None:
        """Leave the text field that is written in; where there is none, leave the screen."""
        if isinstance(self.focused, TypedIn):
            self.leave_field()
        else:
            self.leave()

    def leave_field(self) -> None:
        """Out of a text field, its text kept."""
        self.set_focus(None)

    def action_focus_next(self) -> None:
        """Go to the next field; for the palette and the key bar, as Tab is Textual's own."""
        self.focus_next()

    def leave(self) -> None:
        """Back to where one came from."""
        self.dismiss()

    def again(self) -> "ContextScreen":
        """A new screen that shows the same, for when the language changes."""
        return type(self)()

    def on_screen_suspend(self) -> None:
        """Another screen is over this one."""
        self._was_left = True

    def on_screen_resume(self) -> None:
        """This screen is on; told when it is shown first, too."""
        if self._was_left and self.is_ready:
            self._was_left = False
            self.returned()

    def returned(self) -> None:
        """Shown again after another screen."""


class FollowingScreen(ContextScreen):
    """Repaints from the value whenever that changes, and only then."""

    @property
    def live(self) -> LiveConversation:
        """The conversation that is open."""
        live = self.samtale.live
        if live is None:
            raise RuntimeError("no conversation is open")
        return live

    @property
    def value(self) -> Conversation:
        """The conversation as it is now."""
        return self.live.value

    @property
    def step(self) -> Step:
        """The step that this screen belongs to; cards and rounds belong to the wheel."""
        return next((step for step in STEPS if step == self.context), "wheel")

    @property
    def own_view(self) -> bool:
        """Whether the facilitator's own view is on, and not the room's."""
        return self.samtale.own_view

    def bar(self) -> tuple[Command, ...]:
        """As everywhere, with the name of the view that ``v`` leads to."""
        other = _("rummet") if self.own_view else _("kun dig")
        return reworded(super().bar(), view=other)

    def on_mount(self) -> None:
        """Follow the conversation from now on. A screen's own part of this is ``ready``.

        A screen that was replaced before it stood has no widgets, and nothing to paint.
        """
        if self not in self.app.screen_stack or not self.children:
            return
        self._unfollow = self.live.subscribe(self._changed)
        self.is_ready = True
        self.repaint(None)
        self.resized()
        self.ready()

    def ready(self) -> None:
        """Painted for the first time: say what has the focus."""

    def on_unmount(self) -> None:
        """Follow it no longer."""
        if self.is_ready:
            self._unfollow()

    def _changed(self, old: Conversation, new: Conversation) -> None:
        stack = self.app.screen_stack
        if self in stack and all(above.is_modal for above in stack[stack.index(self) + 1 :]):
            self.repaint(old)

    def returned(self) -> None:
        """Paint how things are now."""
        if self.samtale.live is not None:
            self.repaint(None)

    def on_resize(self) -> None:
        """Another size: the header chooses its words again. A screen's own part of this is ``resized``."""
        if self.is_ready and self.samtale.live is not None:
            self.tick()
            self.resized()

    def resized(self) -> None:
        """Lay out for another size."""

    def repaint(self, old: Conversation | None) -> None:
        """Head and notice, then the screen's own part, then the keys that go with it."""
        if not self.is_ready:
            return
        self.tick()
        self.query_one(Notice).show(self.samtale.notice())
        self.paint(old, self.value)
        self.refresh_bar()

    def paint(self, old: Conversation | None, new: Conversation) -> None:
        """Show the value; ``old`` is the one shown before, none when all must be painted."""
        raise NotImplementedError

    def tick(self) -> None:
        """A second has passed, or the header must be right for another reason."""
        for header in self.query(StepHeader):
            header.show(self.value, self.live.now().wall, step=self.step, own_view=self.own_view)
