"""The walls of the house: who loads whom, what a command costs, and that importing does nothing but import.

Each question is put to a fresh interpreter, as what another test has loaded would hide the answer.
"""

import json
import os
import shutil
import subprocess
import sys
import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest

import samtale_tui
from samtale_tui.conversation.commands import new_conversation
from samtale_tui.conversation.store import create
from samtale_tui.deck.shelf import open_deck

ROOT = Path(__file__).parents[2]
PACKAGE = Path(samtale_tui.__file__).parent
CORE = ("basis", "deck", "method", "plan", "conversation", "documents")
SCREENS = ("textual", "rich", "samtale_tui.tui")


def fresh(program: str, *words: str, cwd: Path | None = None, **environment: str) -> object:
    """What a program in a fresh interpreter prints last, as JSON."""
    done = subprocess.run(
        [sys.executable, "-B", "-c", program, *words],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"} | environment,
        cwd=cwd,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout.decode().splitlines()[-1])


def in_rooms(modules: object, rooms: tuple[str, ...]) -> list[str]:
    """Those of the modules that are in one of the rooms."""
    assert isinstance(modules, list)
    return [name for name in modules if any(name == room or name.startswith(f"{room}.") for room in rooms)]


def modules_of(folder: Path) -> list[str]:
    """The names of all modules in a folder of the package."""
    paths = (path.relative_to(PACKAGE.parent).with_suffix("") for path in folder.rglob("*.py"))
    return sorted(".".join(path.parts).removesuffix(".__init__") for path in paths)


LOAD = """
import importlib, json, sys
for name in sys.argv[1:]:
    importlib.import_module(name)
print(json.dumps(sorted(sys.modules)))
"""


def test_the_core_loads_no_screen() -> None:
    core = [name for room in CORE for name in modules_of(PACKAGE / room)]
    assert len(core) > 30
    loaded = fresh(LOAD, *core)
    assert in_rooms(loaded, ("samtale_tui",)) == sorted({"samtale_tui", *core})
    assert in_rooms(loaded, SCREENS) == []


RECKONING = {"samtale_tui.tui", "samtale_tui.tui.poor_decks", "samtale_tui.tui.widgets"} | {
    f"samtale_tui.tui.widgets.{name}"
    for name in ("cells", "cut_titles", "geometry", "placing", "titles", "wheel_form", "wheel_labels")
}
"""How a deck comes out on the wheel, which its writer is told of."""

RUN = """
import contextlib, io, json, sys
from samtale_tui.cli import main
ended = []
for words in json.loads(sys.argv[1]):
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        code = main(words)
    ended.append([words, code, sorted(sys.modules)])
print(json.dumps(ended))
"""


def test_no_command_but_those_with_a_screen_loads_one(tmp_path: Path) -> None:
    made = new_conversation("a", open_deck("tus-randers"), "Nord", ("Anna",), 90, datetime.now(UTC))
    create(made)
    deck = str(ROOT / "decks" / "tus-randers.toml")
    commands = [
        (["--help"], 0),
        (["start", "--help"], 0),
        (["--version"], 0),
        (["strat"], 2),
        (["start", "ingen"], 2),
        (["list"], 0),
        (["decks"], 0),
        (["deck", "show", "tus-randers"], 0),
        (["deck", "new", str(tmp_path / "nyt")], 0),
        (["deck", "add", "tus-randers"], 0),
        (["deck", "check", deck], 0),
        (["deck", "check", deck, str(ROOT / "pyproject.toml")], 1),
        (["deck", "schema"], 0),
        (["plan", "show"], 0),
        (["plan", "export", "a", "--to", str(tmp_path / "ud")], 0),
        # Without a terminal these are told so before anything of the screens is loaded.
        ([], 2),
        (["start", "tus-randers", "--team", "Nord", "--people", "Anna"], 2),
        (["resume"], 2),
    ]
    ended = fresh(RUN, json.dumps([words for words, _code in commands]))
    assert isinstance(ended, list)
    assert [(words, code) for words, code, _loaded in ended] == commands
    for words, _code, loaded in ended:
        assert in_rooms(loaded, ("textual", "rich")) == [], words
        reckoned = [name for name in in_rooms(loaded, ("samtale_tui.tui",)) if name not in RECKONING]
        assert reckoned == [], words


def test_to_check_a_good_deck_loads_no_more_than_it_takes() -> None:
    commands = [["deck", "check", str(ROOT / "decks" / "tus-randers.toml")]]
    ((_words, code, loaded),) = fresh(RUN, json.dumps(commands))  # type: ignore[misc, has-type]
    heavy = ("tree_sitter", "difflib", "platformdirs", "tomlkit", "babel", *SCREENS[:2])
    assert code == 0
    assert in_rooms(loaded, heavy) == []


HELP = """
import json, sys
before = set(sys.modules)
import contextlib, io
from samtale_tui.cli import main
with contextlib.redirect_stdout(io.StringIO()):
    code = main(sys.argv[1:])
assert code == 0
print(json.dumps(sorted(set(sys.modules) - before - {"json"})))
"""


@pytest.mark.parametrize("word", ["--help", "--version"])
def test_help_costs_little_more_than_python_itself(word: str) -> None:
    loaded = fresh(HELP, word)
    heavy = (
        "asyncio", "babel", "dataclasses", "dateutil", "filelock", "importlib.metadata", "inspect", "pathlib",
        "platformdirs", "pydantic", "pydantic_core", "shutil", "tomli", "tree_sitter", "typing", *SCREENS,
    )  # fmt: skip
    assert in_rooms(loaded, heavy) == []
    assert in_rooms(loaded, ("argparse",)) == ["argparse"]
    assert len(in_rooms(loaded, ("samtale_tui",))) <= 10


def test_word_and_calendar_are_loaded_only_by_what_writes_them(tmp_path: Path) -> None:
    libraries = ("docx", "lxml", "icalendar", "PIL")
    screens = (
        "samtale_tui.documents.finish",
        "samtale_tui.documents.preview",
        "samtale_tui.tui.screens.finish",
    )
    assert in_rooms(fresh(LOAD, *screens), (*libraries, "rich.markdown", "markdown_it")) == []

    create(new_conversation("a", open_deck("tus-randers"), "Nord", ("Anna",), 90, datetime.now(UTC)))
    commands = [
        ["plan", "export", "a", "--to", str(tmp_path / name), "--format", name] for name in ("md", "docx")
    ]
    ended = fresh(RUN, json.dumps(commands))
    assert isinstance(ended, list)
    (_, first_code, after_markdown), (_, second_code, after_word) = ended
    assert (first_code, second_code) == (0, 0)
    assert in_rooms(after_markdown, libraries) == []
    assert "docx" in after_word and "icalendar" not in after_word


WATCH = """
import importlib, json, os, sys
ours, home, done = sys.argv[1], sys.argv[2], []
making = os.O_WRONLY | os.O_RDWR | os.O_CREAT
def watch(event, args):
    if event == "open" and isinstance(args[0], (str, bytes)):
        path = os.path.abspath(os.fsdecode(args[0]))
        code = path.endswith((".py", ".pyc"))
        if args[2] & making and path != os.devnull or not code and path.startswith((ours, home)):
            done.append(f"{event} {path}")
    elif event in {"os.mkdir", "os.rename", "os.remove", "os.link", "os.symlink", "os.truncate"}:
        done.append(f"{event} {args[0]}")
    elif event in {"subprocess.Popen", "socket.connect"}:
        done.append(event)
sys.addaudithook(watch)
for name in sys.argv[3:]:
    importlib.import_module(name)
print(json.dumps(done))
"""


def test_importing_reads_makes_and_starts_nothing(tmp_path: Path) -> None:
    """Every module of the package, with a home that is empty and stays so."""
    every = [name for name in modules_of(PACKAGE) if name != "samtale_tui.__main__"]
    assert "samtale_tui.tui.app" in every
    homes = dict.fromkeys(("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "SAMTALE_HOME"), str(tmp_path))
    done = fresh(WATCH, str(PACKAGE), str(tmp_path), *every, cwd=tmp_path, **homes)
    assert done == []
    assert list(tmp_path.iterdir()) == []


def test_the_rooms_import_each_other_in_one_direction_only() -> None:
    """The contracts in pyproject.toml, and that no room is left out of them."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = next(each["layers"] for each in contracts if each["type"] == "layers")
    named = {name for layer in layers for name in layer.split(" | ")}
    rooms = {f"samtale_tui.{path.parent.name}" for path in PACKAGE.glob("*/__init__.py")}
    assert named == rooms | {"samtale_tui.cli"}
    kept_from_screens = next(each for each in contracts if "textual" in each.get("forbidden_modules", ()))
    assert set(kept_from_screens["source_modules"]) == {f"samtale_tui.{room}" for room in CORE}
    assert rooms - set(kept_from_screens["source_modules"]) == {"samtale_tui.tui", "samtale_tui.command_line"}

    command = shutil.which("lint-imports", path=Path(sys.executable).parent)
    assert command
    done = subprocess.run(
        [command, "--no-cache"],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stdout.decode()
