"""Every way out: by key, by signal, by crash. In each the state is saved and the terminal restored."""

import asyncio
import contextlib
import gc
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from typing import TYPE_CHECKING

from samtale_tui.basis.crash_log import keep_details
from samtale_tui.basis.language import _

if TYPE_CHECKING:
    from samtale_tui.tui.app import SamtaleApp

SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT", "SIGBREAK")
"""Those of these that the system has end the program, with 128 plus their number."""
LAST_RESORT_SECONDS = 5.0
"""How long the screens may take to close after a signal; all is saved by then."""
ARRIVAL_SECONDS = 0.5
"""How long a field may take to hear of what was typed in it."""


def follow_signals(app: "SamtaleApp") -> None:
    """Let a signal from outside save, restore the terminal and end with 128 plus its number."""
    if app.is_headless:
        return
    loop = asyncio.get_running_loop()
    for name in SIGNALS:
        number = getattr(signal, name, None)
        if number is None:
            continue
        try:
            loop.add_signal_handler(number, _end, app, int(number))
        except NotImplementedError:  # Windows has signals, but no loop that waits for them
            signal.signal(number, lambda got, _frame: loop.call_soon_threadsafe(_end, app, got))


def _end(app: "SamtaleApp", number: int) -> None:
    """Save and end. With the window closed there is nothing to restore, and Textual would wait for ever."""
    if not app.close_conversation():
        app.last_words = _("Det allerseneste nåede ikke at blive gemt.")
    code = 128 + number
    if not _has_terminal():
        os._exit(code)
    last_resort = threading.Timer(LAST_RESORT_SECONDS, os._exit, (code,))
    last_resort.daemon = True
    last_resort.start()
    app.exit(return_code=code)


def _has_terminal() -> bool:
    """Whether there is still a window to restore."""
    return sys.__stdin__ is not None and sys.__stdin__.isatty()


async def leave(app: "SamtaleApp") -> None:
    """Save and end the program; where something cannot be saved, ask first."""
    await _close_or_ask(app, lambda saved: app.exit(return_code=0 if saved else 1))


async def leave_conversation(app: "SamtaleApp") -> None:
    """Save, close the conversation and show Home; where something cannot be saved, ask first."""
    from samtale_tui.tui.navigation import show_home

    await _close_or_ask(app, lambda _saved: show_home(app))


async def _close_or_ask(app: "SamtaleApp", then: Callable[[bool], None]) -> None:
    await _what_was_typed(app)
    live = app.live
    if live is None or await asyncio.to_thread(live.flush):
        app.close_conversation()
        then(True)
        return
    from samtale_tui.tui.screens.choice import ChoiceScreen

    if isinstance(app.screen, ChoiceScreen):
        return

    def chosen(answer: str | None) -> None:
        if answer == "leave":
            app.close_conversation()
            then(False)

    lost = _("Det seneste er ikke gemt. Lukker du nu, går det tabt.")
    text = f"{live.trouble.message}\n\n{lost}" if live.trouble else lost
    choices = (("stay", _("Bliv, og prøv igen")), ("leave", _("Luk alligevel")))
    app.push_screen(ChoiceScreen(_("Ikke alt er gemt"), text, choices), chosen)


async def _what_was_typed(app: "SamtaleApp") -> None:
    """Wait until the letters before this key, what they changed and what Enter led to have arrived.

    A key that works everywhere overtakes those that still wait in the queues of the field and its screen.
    """
    for _round in range(3):
        top = app.focused or app.screen
        for node in (top, *(node for node in top.ancestors if node is not app)):
            arrived = asyncio.Event()
            if node.is_attached and node.call_later(arrived.set):
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(arrived.wait(), ARRIVAL_SECONDS)


def record_crash(app: "SamtaleApp", error: Exception) -> str:
    """Save what can be saved, put the details in a file, and tell in a few lines what happened."""
    saved = False
    with contextlib.suppress(Exception):  # the report must be written whatever state the program is in
        saved = app.close_conversation()
    words = [_("Programmet måtte lukke på grund af en fejl i det selv.")]
    words.append(
        _("Samtalen er gemt; fortsæt den med: samtale resume")
        if saved
        else _("Det allerseneste er måske ikke gemt.")
    )
    path = keep_details(error)
    words.append(
        _("Detaljerne står i {path}").format(path=path)
        if path
        else "".join(traceback.format_exception_only(error)).strip()
    )
    return "\n".join(words)


def run(app: "SamtaleApp") -> int:
    """Run the app to its end and say on the restored terminal what must be said.

    What is loaded by now stays, so it is never again looked through for garbage.

    Returns:
        The exit code: 0, 1 after a crash, 128 plus the number of a signal.
    """
    gc.freeze()
    try:
        app.run()
    except Exception as error:  # noqa: BLE001 - the last place where a crash can be told in plain words
        app.last_words = app.last_words or record_crash(app, error)
        return _said(app, 1)
    return _said(app, app.return_code or 0)


def _said(app: "SamtaleApp", code: int) -> int:
    if app.last_words:
        sys.stderr.write(app.last_words + "\n")
    return code
