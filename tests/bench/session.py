"""One program in a pseudo-terminal, timed from outside. What it writes is only kept, never parsed, while it runs."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType

COLUMNS, ROWS = 120, 40
QUIET = 0.15
"""Seconds without a byte after which a program has said all it had to say."""
PATIENCE = 30.0
"""Seconds after which a program that has not come so far is given up."""

_ANSWERS = ((b"\x1b[?2026$p", b"\x1b[?2026;2$y"), (b"\x1b[c", b"\x1b[?62;c"))
"""What a terminal is asked while a program starts, and what it answers."""


class NothingCameError(Exception):
    """The program ended, or did not show what it should."""


class Session:
    """A program that runs until the session is left."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        """Start the program; its time runs from here."""
        self.begun = time.perf_counter()
        self.pid, self._master = pty.fork()
        if self.pid == 0:
            _run(command, environment)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self.output = bytearray()

    def __enter__(self) -> "Session":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._master)

    def started(self, sign: str) -> float:
        """Wait for the first full screen: all that comes until it is quiet, with the sign somewhere in it.

        Args:
            sign: letters that stand on the first screen and nowhere else.

        Returns:
            Seconds from the start to the last byte.
        """
        return self._shown(sign, answering=True) - self.begun

    def key(self, code: bytes, *, patience: float = QUIET, quiet: float = QUIET) -> float | None:
        """Press a key.

        Args:
            code: what the terminal sends for it.
            patience: seconds within which its first byte is waited for.
            quiet: seconds without a byte after which all has come.

        Returns:
            Seconds to the last byte that it brought; none where it brought none.
        """
        pressed = time.perf_counter()
        os.write(self._master, code)
        last = self._last_byte(patience=patience, quiet=quiet)
        return last - pressed if last else None

    def opened(self, code: bytes, sign: str, *, quiet: float) -> float:
        """Press a key that opens something, and wait for all of it.

        Args:
            code: what the terminal sends for the key.
            sign: letters that come with what is opened.
            quiet: seconds without a byte, once the sign has come, after which all has come.

        Returns:
            Seconds to the last byte that it brought.

        Raises:
            NothingCameError: it did not open.
        """
        before, pressed = len(self.output), time.perf_counter()
        os.write(self._master, code)
        return self._shown(sign, since=before, quiet=quiet) - pressed

    def idle(self, seconds: float) -> None:
        """Let the program be, but read what it writes."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            if select.select([self._master], [], [], left)[0]:
                self._read()

    def processor_seconds(self) -> float:
        """Processor time that all its threads have taken so far."""
        tasks = Path(f"/proc/{self.pid}/task").iterdir()
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e9

    def resident_bytes(self) -> int:
        """Its resident memory."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
        return int(line.split()[1]) * 1024

    def _shown(self, sign: str, *, since: int = 0, quiet: float = QUIET, answering: bool = False) -> float:
        """When the last byte came before it was quiet, once the sign was among what came after so many bytes."""
        last = asked = time.perf_counter()
        while time.perf_counter() - asked < PATIENCE:
            last = self._last_byte(answering=answering, quiet=quiet) or last
            if sign.encode() in self.output[since:]:
                return last
        raise NothingCameError(f"no {sign!r} within {PATIENCE:g} s: {bytes(self.output[since:][-2000:])!r}")

    def _last_byte(
        self, *, answering: bool = False, patience: float = QUIET, quiet: float = QUIET
    ) -> float | None:
        """When the last byte came before it was quiet; none where it was quiet from the first."""
        last = None
        while select.select([self._master], [], [], quiet if last else patience)[0]:
            data = self._read()
            last = time.perf_counter()
            if answering:
                for question, answer in _ANSWERS:
                    if question in data:
                        os.write(self._master, answer)
        return last

    def _read(self) -> bytes:
        try:
            data = os.read(self._master, 1 << 16)
        except OSError as error:
            raise NothingCameError(f"the program ended: {bytes(self.output[-2000:])!r}") from error
        self.output += data
        return data


def _run(command: Sequence[str], environment: Mapping[str, str]) -> None:
    """In the child: become the program."""
    try:
        os.execvpe(command[0], list(command), dict(environment))
    finally:
        os._exit(127)
