"""Shared folders of decks: in their order, after the user's own and before the shipped; none of them can be in the way."""

import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from small_deck import TEXT

from samtale_tui.basis.errors import DeckError
from samtale_tui.basis.folders import shared_decks_folders
from samtale_tui.deck import scanning, shelf
from samtale_tui.deck.shelf import Origin, list_decks, open_deck, read


def shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *names: str) -> list[Path]:
    """Folders of these names in ``SAMTALE_DECKS``, made."""
    folders = [tmp_path / name for name in names]
    for folder in folders:
        folder.mkdir(exist_ok=True)
    monkeypatch.setenv("SAMTALE_DECKS", os.pathsep.join(map(str, folders)))
    return folders


def put(folder: Path, deck_id: str, title: str = "Vores hold", name: str = "") -> Path:
    path = folder / (name or f"{deck_id}.toml")
    path.write_text(
        TEXT.replace('"hold"', f'"{deck_id}"').replace('"Vores hold"', f'"{title}"'), encoding="utf-8"
    )
    return path


def test_without_the_variable_there_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shared_decks_folders() == ()
    for empty in ("", os.pathsep, f" {os.pathsep}{os.pathsep} ", '""'):
        monkeypatch.setenv("SAMTALE_DECKS", empty)
        assert shared_decks_folders() == ()


def test_the_folders_are_whole_paths_in_their_order_and_each_stands_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    named = (str(tmp_path / "b"), "~/fælles", "a", "", "~ingen-hedder-det/x", " a ")
    monkeypatch.setenv("SAMTALE_DECKS", os.pathsep.join(named))
    assert shared_decks_folders() == (
        tmp_path / "b",
        tmp_path / "fælles",
        tmp_path / "a",
        tmp_path / "~ingen-hedder-det" / "x",
    )


def test_on_windows_a_semicolon_stands_between_and_quotation_marks_may_stand_round(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "pathsep", ";")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAMTALE_DECKS", r'C:\Kort;"S:\Fælles drev\Kort";;\\server\kort')
    names = [r"C:\Kort", r"S:\Fælles drev\Kort", r"\\server\kort"]
    assert shared_decks_folders() == tuple(Path(name).absolute() for name in names)


def test_an_id_in_five_folders_is_taken_from_the_first_and_the_others_know_it(
    shipped: Path, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, third = shared(tmp_path, monkeypatch, "z", "a", "m")
    files = [put(folder, "hold", folder.name) for folder in (own, first, second, third, shipped)]
    origins = [Origin.OWN, *[Origin.SHARED] * 3, Origin.SHIPPED]
    for number, path in enumerate(files):
        found = list_decks()
        assert [(entry.path, entry.origin) for entry in found.entries] == [(path, origins[number])]
        assert {entry.path for entry in found.hidden} == set(files[number + 1 :])
        assert {entry.used for entry in found.hidden} <= {path}
        assert open_deck("hold").title == path.parent.name
        assert (found.problems, found.unanswered) == ((), ())
        path.unlink()
    assert list_decks() == shelf.Listing()


def test_a_shared_deck_is_found_by_id_file_name_and_path(
    shipped: Path, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder,) = shared(tmp_path, monkeypatch, "fælles")
    path = put(folder, "hold", "Fælles", name="Torsdag.toml")
    for name in ("hold", "torsdag", "Torsdag.toml", str(path)):
        assert open_deck(name).title == "Fælles"


def test_a_folder_that_is_missing_is_told_and_the_others_are_read(
    shipped: Path, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, missing, file = tmp_path / "fælles", tmp_path / "væk", tmp_path / "fil"
    folder.mkdir()
    file.write_text("")
    monkeypatch.setenv("SAMTALE_DECKS", os.pathsep.join(map(str, (missing, file, folder))))
    put(folder, "hold")
    put(shipped, "andet")
    found = list_decks()
    assert {entry.id for entry in found.entries} == {"hold", "andet"}
    assert [(p.path, p.message) for p in found.problems] == [
        (missing, "Mappen findes ikke."),
        (file, "Mappen med kortsæt kan ikke læses."),
    ]
    assert "SAMTALE_DECKS" in found.problems[0].remedy


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may read everything")
def test_what_one_may_not_read_is_told_and_the_others_are_read(
    shipped: Path, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed, folder = shared(tmp_path, monkeypatch, "lukket", "åben")
    put(closed, "hold")
    put(folder, "andet")
    put(folder, "laast").chmod(0)
    closed.chmod(0)
    found = list_decks()
    closed.chmod(0o700)
    assert [entry.id for entry in found.entries if not entry.problems] == ["andet"]
    assert [p.path for p in found.problems] == [closed]
    locked = found.entry("laast")
    assert locked and locked.problems[0].message == "Du har ikke lov til at læse filen."


def test_a_folder_that_cannot_be_read_is_told(
    shipped: Path, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As above, also for whoever may read everything."""
    (folder,) = shared(tmp_path, monkeypatch, "lukket")
    iterdir = Path.iterdir

    def refused(path: Path) -> Iterator[Path]:
        if path == folder:
            raise PermissionError(13, "Permission denied")
        return iterdir(path)

    monkeypatch.setattr(Path, "iterdir", refused)
    put(shipped, "andet")
    found = list_decks()
    assert [entry.id for entry in found.entries] == ["andet"]
    assert [p.path for p in found.problems] == [folder]


@pytest.mark.skipif(os.name == "nt", reason="links need a right of their own there")
def test_a_folder_that_is_there_twice_counts_once(
    shipped: Path, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(own, "hold")
    link = tmp_path / "link"
    link.symlink_to(own)
    monkeypatch.setenv("SAMTALE_DECKS", os.pathsep.join(map(str, (link, own, shipped))))
    put(shipped, "andet")
    found = list_decks()
    assert [entry.id for entry in found.entries] == ["andet", "hold"]
    assert (found.hidden, found.problems) == ((), ())


@pytest.fixture
def dead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Path, threading.Event]]:
    """A folder in ``SAMTALE_DECKS`` that answers only when the event is set, as a network share that is away."""
    (folder,) = shared(tmp_path, monkeypatch, "netværk")
    there = threading.Event()
    look_through = scanning.look_through

    def slow(asked: Path, origin: Origin) -> scanning.Found:
        if asked == folder:
            there.wait()
        return look_through(asked, origin)

    monkeypatch.setattr(scanning, "look_through", slow)
    yield folder, there
    there.set()


def test_a_share_that_does_not_answer_is_told_and_keeps_nobody_waiting(
    shipped: Path, own: Path, dead: tuple[Path, threading.Event]
) -> None:
    folder, there = dead
    put(folder, "hold")
    put(shipped, "andet")
    for _ in range(3):
        found = list_decks(patience=0.01)
        assert [entry.id for entry in found.entries] == ["andet"]
        assert [p.path for p in found.unanswered] == [folder]
        assert found.problems == ()
    assert sum(thread.name.startswith("Thread-") and thread.daemon for thread in threading.enumerate()) < 3
    there.set()
    found = list_decks(patience=20)
    assert [entry.id for entry in found.entries] == ["andet", "hold"]
    assert found.unanswered == ()


def test_a_deck_on_a_share_that_is_gone_is_told_as_a_file_that_cannot_be_read(
    shipped: Path, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder,) = shared(tmp_path, monkeypatch, "netværk")
    put(folder, "hold")
    entry = list_decks().entry("hold")
    assert entry
    gone = threading.Event()
    monkeypatch.setattr(shelf, "read_deck", lambda path: gone.wait())
    monkeypatch.setattr(shelf, "PATIENCE", 0.01)
    with pytest.raises(DeckError) as caught:
        read(entry)
    gone.set()
    assert [(p.path, p.line) for p in caught.value.problems] == [(folder, 0)]
    assert "svarer ikke" in str(caught.value)


def test_a_thread_that_waits_for_a_share_does_not_keep_the_program_from_ending(tmp_path: Path) -> None:
    import subprocess

    program = (
        "import threading; from samtale_tui.deck.scanning import in_background;"
        "in_background(threading.Event().wait); print('slut')"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, timeout=20, check=True, stdin=subprocess.DEVNULL
    )
    assert done.stdout.strip() == b"slut"
