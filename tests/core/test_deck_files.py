"""What someone is told whose deck cannot be read from the disk."""

import os
from pathlib import Path

import pytest
from small_deck import TEXT

from samtale_tui.basis.errors import DeckError
from samtale_tui.deck.reader import MOST_BYTES, parse_deck, read_deck


def _refused(path: Path) -> str:
    with pytest.raises(DeckError) as caught:
        read_deck(path)
    (problem,) = caught.value.problems
    assert (problem.path, problem.line, problem.column) == (path, 0, 0)
    assert caught.value.title == "Kortsættet kan ikke læses"
    return problem.message


def test_a_deck_is_read_from_its_file(tmp_path: Path) -> None:
    path = tmp_path / "hold.toml"
    path.write_text(TEXT, encoding="utf-8")
    assert read_deck(path) == parse_deck(TEXT.encode(), path)


def test_files_that_cannot_be_read_are_told_why(tmp_path: Path) -> None:
    assert _refused(tmp_path / "væk.toml") == "Filen findes ikke."
    assert _refused(tmp_path) == "Det er en mappe og ikke en fil."
    (tmp_path / "fil").write_text("")
    assert _refused(tmp_path / "fil" / "hold.toml") == "Filen findes ikke."
    assert _refused(Path("a\0b.toml")) == "Filen findes ikke."
    assert _refused(tmp_path / ("x" * 5000)).startswith("Filen ")


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "stor.toml"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    assert _refused(path) == "Filen er større end 2 MB."


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes among the files")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "rør.toml")
    assert _refused(tmp_path / "rør.toml") == "Det er ikke en almindelig fil."


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_one_may_not_read_is_told_so(tmp_path: Path) -> None:
    path = tmp_path / "låst.toml"
    path.write_text(TEXT, encoding="utf-8")
    path.chmod(0)
    assert _refused(path) == "Du har ikke lov til at læse filen."


def test_a_system_that_refuses_is_told_in_danish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "hold.toml"
    path.write_text(TEXT, encoding="utf-8")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert _refused(path) == "Du har ikke lov til at læse filen."
