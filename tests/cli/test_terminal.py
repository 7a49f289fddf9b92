"""What happens at the edges: pipes that close, letters without bytes, full disks, Ctrl+C and mistakes of our own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from answers import Samtale

POSIX = pytest.mark.skipif(os.name == "nt", reason="a matter of POSIX files")


def run(*words: str, stdout: int = subprocess.PIPE, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a process of its own, with nothing to read from."""
    return subprocess.run(
        [sys.executable, "-m", "samtale_tui", *words],
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        env=os.environ | environment,
        timeout=30,
        check=False,
    )


def test_the_process_ends_with_the_code_and_keeps_data_and_messages_apart() -> None:
    done = run("deck", "check", "ingen.toml", PYTHONIOENCODING="utf-8")
    assert (done.returncode, done.stdout) == (2, b"")
    assert (
        done.stderr.decode() == "ingen.toml: Filen findes ikke. Se efter, om navnet og mappen er rigtige.\n"
    )


@POSIX
@pytest.mark.parametrize("words", [["deck", "show", "tus-randers"], ["--help"]], ids=" ".join)
def test_a_reader_that_has_had_enough_is_no_error(words: list[str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = run(*words, stdout=writer)
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
@pytest.mark.parametrize("words", [["decks"], ["--help"]], ids=" ".join)
def test_a_full_disk_is_told(words: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = run(*words, stdout=full.fileno(), PYTHONIOENCODING="utf-8")
    assert done.returncode == 1
    assert done.stderr.decode() == "Resultatet kunne ikke skrives, for disken er fuld.\n"


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_letters_that_the_encoding_lacks_are_no_error(encoding: str) -> None:
    done = run("deck", "show", "tus-randers", PYTHONIOENCODING=encoding)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "TUS" in done.stdout.decode(encoding)


def test_a_message_on_a_terminal_without_our_letters_is_no_error() -> None:
    done = run("strat", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"start" in done.stderr


@POSIX
@pytest.mark.parametrize("stream", [1, 2], ids=["stdout", "stderr"])
def test_a_stream_that_is_closed_from_the_start_is_no_error(stream: int) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", f'exec "$0" -m samtale_tui deck check ingen.toml {stream}>&-', sys.executable],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=30,
        check=False,
    )
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


def test_ctrl_c_ends_with_130(samtale: Samtale, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("samtale_tui.deck.shelf.list_decks", interrupted)
    answer = samtale("decks")
    assert (answer.code, answer.out, answer.err) == (130, "", "")


def test_a_mistake_of_our_own_is_told_in_a_line_and_kept_in_a_file(
    samtale: Samtale, monkeypatch: pytest.MonkeyPatch, own_home: Path
) -> None:
    def broken() -> None:
        raise RuntimeError("noget \x1b[31muventet")

    monkeypatch.setattr("samtale_tui.deck.shelf.list_decks", broken)
    answer = samtale("decks")
    (log,) = (own_home / "log").iterdir()
    assert (answer.code, answer.out) == (1, "")
    assert answer.err == (
        f"Programmet måtte stoppe på grund af en fejl i det selv. Detaljerne står i {log}\n"
    )
    assert "Traceback" in log.read_text(encoding="utf-8")
    if os.name == "posix":
        assert log.stat().st_mode & 0o777 == 0o600


def test_a_mistake_of_our_own_is_told_also_where_no_file_can_be_kept(
    samtale: Samtale, monkeypatch: pytest.MonkeyPatch, own_home: Path
) -> None:
    def broken() -> None:
        raise RuntimeError("noget \x1b[31muventet")

    (own_home / "log").write_text("i vejen", encoding="utf-8")
    monkeypatch.setattr("samtale_tui.deck.shelf.list_decks", broken)
    answer = samtale("decks")
    assert answer.code == 1
    assert answer.err.endswith("fejl i det selv. RuntimeError: noget uventet\n")
