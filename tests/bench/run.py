"""How fast the program is, beside a bare Textual app on the same machine: ``python tests/bench/run.py``.

Prints a Markdown table. Both programs run in a pseudo-terminal of 120×40, in turn, and what counts is the ratio of
their medians. Nothing is asserted: a slow machine is no bug.
"""

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, field
from importlib.metadata import version
from itertools import count
from pathlib import Path
from statistics import StatisticsError, median, quantiles

from big_deck import big_deck
from led_methods import FORTY, LED, Led
from openings import (
    AT_REST,
    BARE,
    BEGIN,
    BIG_DECK,
    DECKS,
    ESCAPE,
    FORWARD,
    LARGE_CARD,
    OPENINGS,
    PALETTE,
    Opening,
    agree,
)
from session import NothingCameError, Session

GOOD_DECK = str(Path(__file__).parents[2] / "decks" / "tus-randers.toml")
BARE_APP = str(Path(__file__).with_name("bare_app.py"))
PEOPLE = "Anna, Bo, Carina, David, Eva, Finn, Grethe, Hans"
NEW = ("start", "tus-randers", "--team", "Team Nord", "--people", PEOPLE)
SIGN_OF_BARE, SIGN_OF_HOME, SIGN_OF_FRAME = "Row 30", "Ny samtale", "Forbered samtalen"
SIGN_OF_ROOM, SIGN_OF_WHEEL, SIGN_OF_ROUND = "RUMMET", "Aftaler", "Runden"
UP, DOWN, RIGHT, LEFT, ENTER = b"\x1b[A", b"\x1b[B", b"\x1b[C", b"\x1b[D", b"\r"
ROUND_THE_RING = (DOWN, LEFT, LEFT, UP, RIGHT, RIGHT)
"""From the field in the east, to which ``RIGHT`` leads from the hub, over all six and back to it."""
PAGE_DOWN, BACKSPACE = b"\x1b[6~", b"\x7f"
SIGN_OF_CARDS = "2000 kort"
WHAT_IS_SOUGHT = tuple(letter.encode() for letter in "hvem sparring 17")
SEARCHING = "A letter of the search in 2,000 cards"
MOVING = "A step among 2,000 cards"
CHOOSING = "A step from a deck to that of 2,000 cards, or back"
SIGN_OF_PALETTE, SIGN_OF_FIRST_SCREEN = "Alle kommandoer", "Hvorfor"
OF_FORTY = ("start", "metoder", "--team", "Team Nord", "--people", FORTY, "--minutes", "180")
KEYS_PRESSED = 24
"""Keys in one run of a method."""
TIMES_ROUND = 4
MANY_DECKS = 200
TIMES_OPENED = 3
"""How often a screen is opened in one run."""
IDLE_SECONDS = 20.0
SAVED_SECONDS = 1.0
"""How long after a change it is on the disk for certain."""
SETTLE_SECONDS = 2.0
"""After its start a program may load and tidy for so long before what it costs at rest is read."""


@dataclass(frozen=True)
class Result:
    """One line of the table."""

    what: str
    """What was measured."""
    bare: str
    """The bare app's figure with its unit."""
    ours: str
    """This program's."""
    figure: str
    """What is compared with the goal."""
    goal: str
    """The goal, as a word."""
    met: bool
    """Whether it is met."""

    def __str__(self) -> str:
        cells = (self.what, self.bare, self.ours, self.figure, self.goal, "yes" if self.met else "**no**")
        return f"| {' | '.join(cells)} |"


@dataclass
class Bench:
    """What all measurements need: the commands, and a fresh home for every start."""

    runs: int
    samtale: Sequence[str]
    folder: Path
    _homes: Iterator[int] = field(default_factory=count)

    @contextmanager
    def bare(self) -> Iterator[Session]:
        """The bare app."""
        with Session((sys.executable, BARE_APP), self._environment()) as session:
            yield session

    @contextmanager
    def ours(self, *arguments: str, home: str = "") -> Iterator[Session]:
        """This program, in a home where nothing is unless one is named."""
        with Session((*self.samtale, *arguments), self._environment(home)) as session:
            yield session

    @contextmanager
    def wheel(self, *, begun: bool = False) -> Iterator[Session]:
        """This program, resuming a conversation that was left on its wheel; in the room's view once it has begun."""
        home = self.new_home()
        with self.ours(*NEW, home=home) as session:
            session.started(SIGN_OF_FRAME)
            if begun:
                session.opened(BEGIN, SIGN_OF_ROOM, quiet=SAVED_SECONDS)
            session.key(FORWARD)
            session.started(SIGN_OF_WHEEL)
            session.idle(SAVED_SECONDS)
        with self.ours("resume", home=home) as session:
            yield session

    def new_home(self) -> str:
        """A folder that is not there yet."""
        return str(self.folder / f"home-{next(self._homes)}")

    def _environment(self, home: str = "") -> dict[str, str]:
        home = home or self.new_home()
        return {
            "PATH": os.environ.get("PATH", os.defpath),
            "HOME": home,
            "SAMTALE_HOME": home,
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LANG": "da_DK.UTF-8",
            **{name: os.environ[name] for name in ("PYTHONPATH",) if name in os.environ},
        }

    def in_turn(self) -> Iterator[bool]:
        """The runs: one to warm up that is marked as not counting, then those that count."""
        yield False
        for run in range(1, self.runs + 1):
            _progress(f"  run {run} of {self.runs}")
            yield True
        _progress(" " * 20 + "\r")


Opened = Callable[[], AbstractContextManager[Session]]


def start(bench: Bench, what: str, ours_is: Opened, sign: str, goal: float) -> list[Result]:
    """From the start to the last byte of the first full screen."""
    bare, ours = [], []
    for counts in bench.in_turn():
        with bench.bare() as session:
            bare_time = session.started(SIGN_OF_BARE)
        with ours_is() as session:
            our_time = session.started(sign)
        if counts:
            bare.append(bare_time)
            ours.append(our_time)
    return [_compared(what, median(bare), median(ours), goal)]


def start_home(bench: Bench) -> list[Result]:
    """From the start to Home."""
    return start(bench, "Start to Home", bench.ours, SIGN_OF_HOME, 1.3)


def shelf(bench: Bench) -> list[Result]:
    """From the start to Home with so many decks in the user's folder, beside the same with one."""
    few, many = bench.new_home(), bench.new_home()
    for home, decks in ((few, 1), (many, MANY_DECKS)):
        _put_decks(Path(home) / "decks", decks)
    one, other, one_key, other_key = [], [], [], []
    for counts in bench.in_turn():
        for home, starts, keys_ in ((few, one, one_key), (many, other, other_key)):
            with bench.ours(home=home) as session:
                start_time = session.started(SIGN_OF_HOME)
                times = [session.key(key, quiet=0.05) for key in (DOWN, UP) * TIMES_ROUND]
            if counts:
                starts.append(start_time)
                keys_ += [t for t in times if t is not None]
    what = f"with {MANY_DECKS} decks beside one"
    return [
        _compared(f"Start to Home {what}", median(one), median(other), 1.3),
        _compared(f"Arrow keys on Home just after its start {what}", median(one_key), median(other_key), 1.5),
    ]


def _put_decks(folder: Path, number: int) -> None:
    """Write decks that are like the shipped one in all but id and title."""
    shipped = Path(__file__).parents[2] / "decks" / "tus-randers.toml"
    text = shipped.read_text(encoding="utf-8")
    folder.mkdir(parents=True)
    for count_ in range(number):
        deck_id, title = f"deck-{count_:03}", f"Team {count_:03}"
        deck = text.replace('id = "tus-randers"', f'id = "{deck_id}"', 1)
        (folder / f"{deck_id}.toml").write_text(deck.replace("TUS · Randers", title, 1), encoding="utf-8")


def start_wheel(bench: Bench) -> list[Result]:
    """From the start to the wheel of a conversation that was left there."""
    return start(bench, "Start to the wheel (`samtale resume`)", bench.wheel, SIGN_OF_WHEEL, 1.5)


def keys(bench: Bench) -> list[Result]:
    """From an arrow key to the last byte of what it changes: round the ring, and down the bare list."""
    bare: list[float] = []
    ours: list[float] = []
    with bench.bare() as plain, bench.wheel() as wheel:
        plain.started(SIGN_OF_BARE)
        wheel.started(SIGN_OF_WHEEL)
        for session in (plain, wheel):
            session.idle(SETTLE_SECONDS)
        wheel.key(RIGHT)
        for counts in bench.in_turn():
            our_times = [wheel.key(key) for key in ROUND_THE_RING * TIMES_ROUND]
            bare_times = [plain.key(DOWN) for _ in our_times]
            for _ in our_times:
                plain.key(UP)
            if counts:
                bare += [t for t in bare_times if t is not None]
                ours += [t for t in our_times if t is not None]
    words = f"{len(bare)} and {len(ours)} keys"
    return [
        _compared(f"Key to last change on the wheel, median of {words}", median(bare), median(ours), 1.2),
        _compared("Key to last change on the wheel, 95th percentile", _p95(bare), _p95(ours), 1.5),
    ]


def methods(bench: Bench) -> list[Result]:
    """From a key that changes something in a method of forty people to the last byte of it, in one's own view."""
    bare: list[float] = []
    ours: dict[str, list[float]] = {each.name: [] for each in LED}
    for each in LED:
        with bench.bare() as plain, bench.ours(*OF_FORTY) as session:
            plain.started(SIGN_OF_BARE)
            _lead(session, each)
            for waiting in (plain, session):
                waiting.idle(SETTLE_SECONDS)
            for counts in bench.in_turn():
                our_times = _pressed(session, [each.keys[n % len(each.keys)] for n in range(KEYS_PRESSED)])
                bare_times = _pressed(plain, (*(DOWN,) * (KEYS_PRESSED // 2), *(UP,) * (KEYS_PRESSED // 2)))
                if counts:
                    bare += bare_times
                    ours[each.name] += our_times
    what = "A change with 40 people"
    return [_compared(f"{what}: {name}", median(bare), median(times), 1.2) for name, times in ours.items()]


def _lead(session: Session, each: Led) -> None:
    """From Ramme to the method, begun, and to where its keys change something."""
    session.started(SIGN_OF_FRAME)
    session.opened(BEGIN, SIGN_OF_ROOM, quiet=SAVED_SECONDS)
    session.opened(FORWARD, SIGN_OF_WHEEL, quiet=AT_REST)
    session.opened(PALETTE, SIGN_OF_PALETTE, quiet=AT_REST)
    for letter in each.name:
        session.key(letter.encode(), quiet=0.05)
    session.opened(ENTER, SIGN_OF_FIRST_SCREEN, quiet=AT_REST)
    session.opened(ENTER, each.sign, quiet=AT_REST)
    for key in each.before:
        session.key(key, patience=AT_REST, quiet=AT_REST)


def cards(bench: Bench) -> list[Result]:
    """A deck of 2,000 cards: opening it, searching in it letter by letter, and going through it."""
    opened: dict[str, list[float]] = {"bare": [], "ours": [], "other": []}
    pressed: dict[str, list[float]] = {"bare": [], SEARCHING: [], MOVING: [], CHOOSING: []}
    home = bench.new_home()
    decks = Path(home) / "decks"
    decks.mkdir(parents=True)
    (decks / "stort.toml").write_text(big_deck(), encoding="utf-8")
    (decks / "lille.toml").write_text(big_deck(60, "Et lille sæt", "lille"), encoding="utf-8")
    with bench.bare() as plain, bench.ours(home=home) as decks_open:
        plain.started(SIGN_OF_BARE)
        decks_open.started(SIGN_OF_HOME)
        for session in (plain, decks_open):
            session.idle(SETTLE_SECONDS)
        for counts in bench.in_turn():
            bare_opened = BARE.times(plain, TIMES_OPENED)
            our_opened = BIG_DECK.times(decks_open, TIMES_OPENED)
            decks_open.opened(DECKS, SIGN_OF_CARDS, quiet=AT_REST)
            first = _pressed(decks_open, (DOWN, UP))
            times = {
                CHOOSING: _pressed(decks_open, (DOWN, UP) * 4),
                MOVING: _pressed(decks_open, (RIGHT, *(DOWN,) * 60, *(PAGE_DOWN,) * 10)),
                SEARCHING: _pressed(decks_open, (b"s", *WHAT_IS_SOUGHT, *(BACKSPACE,) * len(WHAT_IS_SOUGHT))),
            }
            for _ in range(3):
                decks_open.key(ESCAPE, patience=AT_REST, quiet=AT_REST)
            times["bare"] = _pressed(plain, (*(DOWN,) * 25, *(UP,) * 25))
            if counts:
                opened["bare"] += bare_opened
                opened["ours"] += our_opened
                opened["other"] += first
                for what, found in times.items():
                    pressed[what] += found
    bare = pressed.pop("bare")
    return [
        _compared("A deck of 2,000 cards opened", median(opened["bare"]), median(opened["ours"]), 1.5),
        _compared("The first step to another deck", median(opened["bare"]), median(opened["other"]), 1.5),
        *(_compared(f"{what}, median", median(bare), median(ours), 1.5) for what, ours in pressed.items()),
        *(
            _compared(f"{what}, 95th percentile", _p95(bare), _p95(ours), 1.5)
            for what, ours in pressed.items()
        ),
    ]


def _pressed(session: Session, codes: Sequence[bytes]) -> list[float]:
    times = [session.key(code) for code in codes]
    return [each for each in times if each is not None]


def openings(bench: Bench) -> list[Result]:
    """From the key that opens a screen to the last byte of it, beside the bare app's push of its own screen."""
    return _opened(bench, OPENINGS, 1.5)


def letters(bench: Bench) -> list[Result]:
    """As that, for a card whose question is set in large letters; each time another card."""
    return _opened(bench, (LARGE_CARD,), 2.0)


def _opened(bench: Bench, screens: Sequence[Opening], goal: float) -> list[Result]:
    bare: list[float] = []
    ours: dict[str, list[float]] = {each.screen: [] for each in screens}
    with bench.bare() as plain, bench.wheel(begun=True) as wheel:
        plain.started(SIGN_OF_BARE)
        wheel.started(SIGN_OF_WHEEL)
        for session in (plain, wheel):
            session.idle(SETTLE_SECONDS)
        agree(wheel)
        for counts in bench.in_turn():
            for each in screens:
                bare_times, our_times = BARE.times(plain, TIMES_OPENED), each.times(wheel, TIMES_OPENED)
                if counts:
                    bare += bare_times
                    ours[each.screen] += our_times
    return [
        _compared(f"{screen}: from the key to all of it", median(bare), median(times), goal)
        for screen, times in ours.items()
    ]


def memory(bench: Bench) -> list[Result]:
    """Resident memory on the wheel, once the arrows have been round it."""
    bare, ours = [], []
    for counts in bench.in_turn():
        with bench.bare() as plain, bench.wheel() as wheel:
            plain.started(SIGN_OF_BARE)
            wheel.started(SIGN_OF_WHEEL)
            for key in (RIGHT, *ROUND_THE_RING):
                plain.key(DOWN)
                wheel.key(key)
            if counts:
                bare.append(plain.resident_bytes())
                ours.append(wheel.resident_bytes())
    one, other = median(bare), median(ours)
    ratio = other / one
    return [
        Result(
            "Resident memory on the wheel", _mib(one), _mib(other), f"{ratio:.2f} ×", "≤ 1.6 ×", ratio <= 1.6
        )
    ]


def processor(bench: Bench) -> list[Result]:
    """Processor time over 20 seconds in which nobody touches a key: on the wheel, and with a round running."""
    bare: list[float] = []
    idle: list[float] = []
    running: list[float] = []
    for counts in bench.in_turn():
        if not counts:
            continue
        with ExitStack() as stack:
            plain = stack.enter_context(bench.bare())
            wheel = stack.enter_context(bench.wheel())
            with_round = stack.enter_context(bench.wheel())
            sessions = (plain, wheel, with_round)
            for session, sign in zip(sessions, (SIGN_OF_BARE, SIGN_OF_WHEEL, SIGN_OF_WHEEL), strict=True):
                session.started(sign)
            _start_a_round(with_round)
            for session in sessions:
                session.idle(SETTLE_SECONDS)
            before = [(session.processor_seconds(), time.perf_counter()) for session in sessions]
            for _ in range(round(IDLE_SECONDS / 0.5)):
                for session in sessions:
                    session.idle(0.5 / len(sessions))
            for session, (used, then), figures in zip(sessions, before, (bare, idle, running), strict=True):
                passed = time.perf_counter() - then
                figures.append(100 * (session.processor_seconds() - used) / passed)
    rest, wheel_rest, round_rest = median(bare), median(idle), median(running)
    return [
        _share("Processor over 20 idle seconds on the wheel", rest, wheel_rest, 0.5),
        _share("Processor over 20 seconds with a round running", rest, round_rest, 3.0),
    ]


def _start_a_round(session: Session) -> None:
    """Draw a card and let the word go round on it, whatever it points to."""
    for key in (b"t", PALETTE, *(letter.encode() for letter in "spiral"), ENTER, ENTER):
        session.key(key)
    session.started(SIGN_OF_ROUND)


def help_text(bench: Bench) -> list[Result]:
    """``samtale --help`` beside an interpreter that does nothing."""
    python, ours = [], []
    for counts in bench.in_turn():
        for _ in range(3):
            python_time = _time_of((sys.executable, "-c", "pass"))
            our_time = _time_of((*bench.samtale, "--help"))
            if counts:
                python.append(python_time)
                ours.append(our_time)
    return [_compared("`samtale --help`, beside `python -c pass`", median(python), median(ours), 4.0)]


def check(bench: Bench) -> list[Result]:
    """``samtale deck check`` of a good deck beside loading the library that it is checked with."""
    pydantic, ours = [], []
    for counts in bench.in_turn():
        for _ in range(3):
            library_time = _time_of((sys.executable, "-c", "import pydantic"))
            our_time = _time_of((*bench.samtale, "deck", "check", GOOD_DECK))
            if counts:
                pydantic.append(library_time)
                ours.append(our_time)
    what = "`samtale deck check` of a good deck, beside `python -c 'import pydantic'`"
    return [_compared(what, median(pydantic), median(ours), 3.0)]


ROWS: dict[str, Callable[[Bench], list[Result]]] = {
    "home": start_home,
    "shelf": shelf,
    "wheel": start_wheel,
    "keys": keys,
    "cards": cards,
    "methods": methods,
    "openings": openings,
    "letters": letters,
    "memory": memory,
    "processor": processor,
    "help": help_text,
    "check": check,
}


def _progress(words: str) -> None:
    """Say how far it has come, on a line of a terminal that is written over."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{words}")
        sys.stderr.flush()


def _time_of(command: Sequence[str]) -> float:
    begun = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun


def _compared(what: str, bare: float, ours: float, goal: float) -> Result:
    """Two times in seconds, and their ratio."""
    ratio = ours / bare
    return Result(what, _ms(bare), _ms(ours), f"{ratio:.2f} ×", f"≤ {goal:g} ×", ratio <= goal)


def _share(what: str, bare: float, ours: float, goal: float) -> Result:
    """Two shares of one core, in percent; only ours has a goal."""
    return Result(what, f"{bare:.2f} %", f"{ours:.2f} %", f"{ours:.2f} %", f"≤ {goal:g} %", ours <= goal)


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms" if seconds < 0.1 else f"{seconds * 1000:.0f} ms"


def _mib(size: float) -> str:
    return f"{size / 2**20:.1f} MiB"


def _p95(times: Sequence[float]) -> float:
    return quantiles(times, n=20, method="inclusive")[-1]


def machine() -> str:
    """What it was measured on, in a line."""
    models = [
        line.partition(":")[2].strip()
        for line in Path("/proc/cpuinfo").read_text().splitlines()
        if line.startswith("model name")
    ]
    parts = (
        f"{os.cpu_count()} cores" + (f" ({models[0]})" if models else ""),
        f"{platform.system()} {platform.release()}",
        f"Python {platform.python_version()}",
        f"Textual {version('textual')}",
        f"load {os.getloadavg()[0]:.1f} when it began",
    )
    return " · ".join(parts)


def command_of(given: str) -> tuple[str, ...]:
    """How this program is run: as is said, else by the command beside this interpreter, else as a module."""
    if given:
        return tuple(given.split())
    beside = Path(sys.executable).with_name("samtale")
    return (str(beside),) if beside.exists() else (sys.executable, "-m", "samtale_tui")


def main() -> None:
    """Measure and print."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument(
        "rows", nargs="*", metavar="ROW", help=f"which to measure: {', '.join(ROWS)}; none: all"
    )
    words.add_argument("--runs", type=int, default=7, help="runs that count, after one that does not")
    words.add_argument("--command", default="", help="how to run samtale, where it is not beside this Python")
    wanted = words.parse_args()
    if unknown := set(wanted.rows) - set(ROWS):
        words.error(f"no such row: {', '.join(sorted(unknown))}")
    print(f"{machine()}. Medians of {wanted.runs} runs in turn, pseudo-terminal of 120×40.\n")
    print("| | bare Textual app | samtale | | goal | met |\n|---|---|---|---|---|---|", flush=True)
    with tempfile.TemporaryDirectory(prefix="samtale-bench-") as folder:
        bench = Bench(wanted.runs, command_of(wanted.command), Path(folder))
        for name in wanted.rows or ROWS:
            try:
                results = ROWS[name](bench)
            except (NothingCameError, OSError, StatisticsError, subprocess.CalledProcessError) as error:
                sys.stderr.write(f"\n{name} could not be measured: {error}\n")
                continue
            for result in results:
                print(result, flush=True)


if __name__ == "__main__":
    main()
