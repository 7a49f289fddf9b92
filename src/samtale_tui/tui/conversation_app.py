"""The part of the app that holds the conversation that is open, and the view that it is shown in."""

from textual.app import App
from textual.message import Message

from samtale_tui.basis.language import _
from samtale_tui.conversation.live import LiveConversation
from samtale_tui.conversation.model import Conversation
from samtale_tui.conversation.saver import SaveTrouble
from samtale_tui.method.clock import Now
from samtale_tui.tui.screens.base import ConversationScreen
from samtale_tui.tui.setting_aside import Brought
from samtale_tui.tui.sinks import say


class TroubleChanged(Message):
    """Saving does not work, or works again. Sent from the saver's thread."""


class ConversationApp(App[None]):
    """Opens and closes a conversation, and has its screens painted anew where they all change at once."""

    def __init__(self, now: Now) -> None:
        """Make it, with no conversation open.

        Args:
            now: where the time comes from.
        """
        super().__init__()
        self.now = now
        self.live: LiveConversation | None = None
        self.own_view = False
        self.brought = Brought()

    def hold(self, live: LiveConversation) -> None:
        """This is the conversation that is open; the room's view is on once it has begun."""
        live.now = self.now
        self.live = live
        self.brought = Brought()
        self.own_view = live.value.times.begun is None
        live.on_trouble(self._trouble)
        live.subscribe(self._begun)

    def close_conversation(self) -> bool:
        """Close the conversation that is open, its clocks stopped.

        Returns:
            Whether everything is saved.
        """
        live, self.live = self.live, None
        return live is None or live.close()

    def _trouble(self, _trouble: SaveTrouble | None) -> None:
        self.post_message(TroubleChanged())

    def _begun(self, old: Conversation, new: Conversation) -> None:
        if old.times.begun is None and new.times.begun is not None:
            self.show_view(own=False)

    def on_trouble_changed(self, _message: TroubleChanged) -> None:
        """Say at once what is wrong with saving, or that it is mended."""
        self.repaint_conversation()
        if self.live and self.live.trouble is None:
            say(self, _("Nu er alt gemt igen."))

    def notice(self) -> str:
        """What must stay on the screen until it is mended; empty when all is well."""
        live = self.live
        if live is None:
            return ""
        if live.trouble:
            return f"{live.trouble.title}: {live.trouble.message}"
        if live.read_only:
            who = live.holder.describe() if live.holder else _("et andet vindue")
            return _("Kun læsning: samtalen er åben hos {who}. Luk den der for at skrive her.").format(
                who=who
            )
        return ""

    # Views

    def show_view(self, *, own: bool) -> None:
        """The facilitator's own view, or the room's."""
        self.own_view = own
        self.repaint_conversation()

    def repaint_conversation(self) -> None:
        """Every screen of the conversation, as things are now."""
        for screen in self._conversation_screens():
            screen.repaint(None)

    def top_conversation_screen(self) -> ConversationScreen | None:
        """The conversation's screen that is seen, dialogs over it apart."""
        screens = self._conversation_screens()
        return screens[-1] if screens else None

    def _conversation_screens(self) -> list[ConversationScreen]:
        return [screen for screen in self.screen_stack if isinstance(screen, ConversationScreen)]
