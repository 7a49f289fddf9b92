"""The settings while the program runs: a change holds at once, and is written in a thread of its own."""

import threading
from collections.abc import Callable

from samtale_tui.basis.settings import change_settings, read_settings, settings_path


class SettingsKeeper:
    """Reads the settings once. Belongs to the screens' thread; only the writing is done elsewhere."""

    def __init__(self, failed: Callable[[Exception], None]) -> None:
        """Read the settings.

        Args:
            failed: is told why a change could not be written; from the thread that writes, once for all.
        """
        self._path = settings_path()
        self.value, self.problems = read_settings(self._path)
        """What holds now, and what could not be understood in the file."""
        self._failed = failed
        self._has_failed = False
        self._waiting: dict[str, object] = {}
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def change(self, **changes: object) -> None:
        """Let other values hold from now on, and write them.

        Raises:
            pydantic.ValidationError: a value cannot be chosen; nothing is changed.
        """
        value = self.value.but(**changes)
        if value == self.value:
            return
        self.value = value
        with self._lock:
            self._waiting |= {key: getattr(value, key) for key in changes}
            self._start()

    def flush(self) -> None:
        """Wait until all that was changed is written; what could not be is tried once more."""
        self._join()
        with self._lock:
            if self._waiting:
                self._start()
        self._join()

    def _start(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._write, name="settings")
            self._thread.start()

    def _join(self) -> None:
        thread = self._thread
        if thread:
            thread.join()

    def _write(self) -> None:
        """Write until nothing waits; what is changed meanwhile, or cannot be written, goes with the next."""
        while True:
            with self._lock:
                changes, self._waiting = self._waiting, {}
                if not changes:
                    self._thread = None
                    return
            try:
                change_settings(self._path, changes)
            except Exception as error:  # noqa: BLE001 - what a thread raises is printed over the screen
                self._tell(error)
                if self._put_back(changes):
                    return

    def _tell(self, error: Exception) -> None:
        if not self._has_failed:
            self._has_failed = True
            self._failed(error)

    def _put_back(self, changes: dict[str, object]) -> bool:
        """Let what could not be written wait for the next change; whether none has come already."""
        with self._lock:
            is_over = not self._waiting
            self._waiting = changes | self._waiting
            if is_over:
                self._thread = None
            return is_over
