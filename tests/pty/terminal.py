"""A pseudo-terminal with a full-screen program in it: type into it, wait for what it shows, see how it ends.

Nothing here sleeps. Whoever types waits for what the key brings to the screen, and whoever waits is told what
the screen showed instead.
"""

import fcntl
import os
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from types import TracebackType

import pyte
from ptyprocess import PtyProcess

PATIENCE = 30.0
"""Seconds to wait for anything. A machine under load may take them; one at rest takes a few hundredths."""

KEYS = {
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "enter": "\r",
    "esc": "\x1b[27u",  # as newer terminals send it; the bare code looks like the beginning of another key
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "space": " ",
    "backspace": "\x7f",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "end": "\x1b[F",
}
KEYS |= {f"ctrl+{letter}": chr(number) for number, letter in enumerate("abcdefghijklmnopqrstuvwxyz", 1)}

_ANSWERS = ((b"\x1b[c", "\x1b[?62;c"), (b"\x1b[?2026$p", "\x1b[?2026;2$y"))
"""What a terminal is asked, and what it answers: device attributes, and that it draws in one go."""
_UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[(?:[<>=][0-9;:]*[@-~]|\?[0-9;]*\$[a-z])")
_UNFINISHED = re.compile(rb"\x1b(?:\[[<>=?]?[0-9;:]*\$?)?\Z")
_MOST_AT_ONCE = 1 << 18
"""Bytes that are read before the screen is looked at again."""
_CODES = re.compile(r"\x1b\[[<>=?]?[0-9;:]*[@-~]")
_BLANKS = re.compile(r"\s+")


class NeverShownError(AssertionError):
    """What was waited for did not come."""


class Terminal:
    """A program, the keys it gets, and the screen it draws."""

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        *,
        columns: int = 120,
        rows: int = 40,
    ) -> None:
        """Start the program.

        Args:
            command: the program and its arguments.
            environment: all of its environment.
            columns: width in cells.
            rows: height in cells.
        """
        self.output = bytearray()
        self.exit_status: int | None = None
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._unfed = b""
        self._words: str | None = None
        read, write = os.pipe()
        try:
            self._process = PtyProcess.spawn(
                list(command),
                env=dict(environment),
                dimensions=(rows, columns),
                preexec_fn=lambda: os.write(write, f"{os.ttyname(0)}\n{termios.tcgetattr(0)!r}".encode()),
                pass_fds=(write,),
            )
            name, self.settings_before = os.read(read, 4096).decode().split("\n")
        finally:
            os.close(read)
            os.close(write)
        # A line of our own to the terminal: its settings can be read after the program has gone.
        self._line = os.open(name, os.O_RDWR | os.O_NOCTTY)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def pid(self) -> int:
        """Number of the process."""
        return int(self._process.pid)

    @property
    def settings(self) -> str:
        """The terminal's settings now, to compare with ``settings_before``."""
        return repr(termios.tcgetattr(self._line))

    # The screen

    def text(self) -> str:
        """What the screen shows, line by line."""
        return "\n".join(line.rstrip() for line in self._lines())

    def words(self) -> str:
        """What the screen shows with every run of blanks and line ends as one blank."""
        if self._words is None:
            self._words = _BLANKS.sub(" ", self.text())
        return self._words

    def _lines(self) -> list[str]:
        """As ``pyte.Screen.display``, which measures every letter and takes ten times as long."""
        columns = range(self._screen.columns)
        rows = (self._screen.buffer[y] for y in range(self._screen.lines))
        return ["".join([row[x].data for x in columns]) for row in rows]

    def line_with(self, text: str) -> str:
        """The first line that shows the text."""
        return next((line for line in self.text().splitlines() if text in line), "")

    def look_of(self, text: str, letter: int = 0) -> tuple[str, str, bool] | None:
        """Ink, ground and whether they are swapped, of one letter of a text; none where it is not shown."""
        for y, line in enumerate(self._lines()):
            if text in line:
                cell = self._screen.buffer[y][line.index(text) + letter]
                return cell.fg, cell.bg, cell.reverse
        return None

    def cursor_is_at(self, text: str) -> bool:
        """Whether the drawn cursor stands on the first letter of a text, as on the hint in an empty field.

        The terminal's own cursor is no help: Textual moves it only once something is typed.
        """
        return self.look_of(text) != self.look_of(text, 1)

    def farewell(self) -> str:
        """What the program said after it had left the alternate screen; nothing while it has not."""
        _shown, left, said = bytes(self.output).rpartition(b"\x1b[?1049l")
        return said.decode(errors="replace") if left else ""

    def farewell_words(self) -> str:
        """As ``farewell``, without the codes that put the terminal back."""
        return _CODES.sub("", self.farewell()).replace("\r", "").strip()

    # The keyboard

    def press(self, *keys: str) -> None:
        """Press keys by name, as ``enter`` or ``ctrl+q``; others are letters."""
        for key in keys:
            self.type(KEYS.get(key, key))

    def type(self, text: str) -> None:
        """Type text, as it is."""
        os.write(self._process.fd, text.encode())

    def paste(self, text: str) -> None:
        """Paste text, as a terminal does that marks what is pasted."""
        self.type(f"\x1b[200~{text}\x1b[201~")

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size in cells; the program is told."""
        self._screen.resize(rows, columns)
        self._words = None
        fcntl.ioctl(self._process.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    # Waiting

    def wait_until(self, condition: Callable[[], bool], what: str, limit: float = PATIENCE) -> None:
        """Wait until something is so, on the screen or elsewhere.

        Raises:
            NeverShownError: it has not come so within ``limit`` seconds, or the program ended first.
        """
        end = time.monotonic() + limit
        while not condition():
            gone = self.exit_status is not None and not self._pump(0)
            if gone and condition():
                return
            if gone or time.monotonic() > end:
                why = f"the program ended ({self.exit_status})" if gone else f"waited {limit:g} s"
                raise NeverShownError(f"{what}: {why}. The screen:\n{self.text()}\n{self.farewell()}")
            self._pump(0.02)

    def wait_for(self, *texts: str, limit: float = PATIENCE) -> None:
        """Wait until the screen shows all of these at once, wherever lines break."""
        wanted = tuple(_BLANKS.sub(" ", text) for text in texts)
        self.wait_until(lambda: all(text in self.words() for text in wanted), f"never shown: {wanted}", limit)

    def wait_gone(self, *texts: str, limit: float = PATIENCE) -> None:
        """Wait until the screen shows none of these."""
        self.wait_until(
            lambda: not any(text in self.words() for text in texts), f"never gone: {texts}", limit
        )

    def wait_for_field(self, hint: str) -> None:
        """Wait until the empty field with this hint takes the keys."""
        self.wait_until(lambda: self.cursor_is_at(hint), f"no cursor at {hint!r}")

    def wait_exit(self, limit: float = PATIENCE) -> int:
        """Wait until the program has ended.

        Returns:
            Its exit status; minus the number of the signal that killed it.
        """
        self.wait_until(lambda: self.exit_status is not None, "never ended", limit)
        while self._pump(0):
            pass
        assert self.exit_status is not None
        return self.exit_status

    # How it ends

    def signal(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        os.kill(self.pid, number)

    def hang_up(self) -> int:
        """Close the window while the program runs, and wait until it has ended.

        Returns:
            Its exit status, as for ``wait_exit``.
        """
        self._let_go()
        self.wait_exit_without_window()
        assert self.exit_status is not None
        return self.exit_status

    def wait_exit_without_window(self, limit: float = PATIENCE) -> None:
        """Wait for the end of a program whose window is closed."""
        end = time.monotonic() + limit
        while not self._reaped():
            if time.monotonic() > end:
                raise NeverShownError(f"never ended, though its window was closed {limit:g} s ago")
            select.select([], [], [], 0.02)

    def close(self) -> None:
        """End the program, if it still runs, and let go of the terminal."""
        if not self._reaped():
            os.kill(self.pid, signal.SIGKILL)
            self._reaped(wait=True)
        self._let_go()

    def _let_go(self) -> None:
        if self._line >= 0:
            os.close(self._line)
            self._line = -1
            self._process.fileobj.close()
            self._process.closed = True

    def _reaped(self, *, wait: bool = False) -> bool:
        if self.exit_status is None:
            pid, status = os.waitpid(self.pid, 0 if wait else os.WNOHANG)
            if pid:
                self.exit_status = os.waitstatus_to_exitcode(status)
                self._process.terminated = True
        return self.exit_status is not None

    def _pump(self, seconds: float) -> bool:
        """Read all that is there, waiting so long at most for it to come; whether something came."""
        self._reaped()
        came = bytearray()
        while (
            len(came) < _MOST_AT_ONCE and select.select([self._process.fd], [], [], 0 if came else seconds)[0]
        ):
            try:
                data = os.read(self._process.fd, 65536)
            except OSError:
                break
            if not data:
                break
            came += data
        if came:
            self.output += came
            self._words = None
            self._draw(bytes(came))
        return bool(came)

    def _draw(self, data: bytes) -> None:
        """Answer what is asked, and draw the rest but for what pyte would take for text.

        Half a code waits for its other half.
        """
        data = self._unfed + data
        rest = _UNFINISHED.search(data)
        self._unfed = rest[0] if rest else b""
        data = data[: len(data) - len(self._unfed)]
        for question, answer in _ANSWERS:
            if question in data:
                self.type(answer)
        self._stream.feed(_UNKNOWN_TO_PYTE.sub(b"", data))
