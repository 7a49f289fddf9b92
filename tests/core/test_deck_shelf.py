"""Decks are found where they lie, the user's own first, and a bad one hides no other."""

import os
from pathlib import Path

import pytest
from small_deck import TEXT

from samtale_tui.basis.errors import DeckError, SamtaleError
from samtale_tui.deck import shelf
from samtale_tui.deck.listing import shelf_rows
from samtale_tui.deck.shelf import find_decks, open_deck


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "shipped"
    folder.mkdir()
    monkeypatch.setattr(shelf, "shipped_decks_folder", lambda: folder)
    return folder


@pytest.fixture
def own(own_home: Path) -> Path:
    folder = own_home / "decks"
    folder.mkdir()
    return folder


def put(folder: Path, deck_id: str, title: str = "Vores hold", name: str = "", more: str = "") -> Path:
    path = folder / (name or f"{deck_id}.toml")
    text = TEXT.replace('"hold"', f'"{deck_id}"').replace('"Vores hold"', f'"{title}"')
    path.write_text(text + more, encoding="utf-8")
    return path


def test_both_folders_are_read_and_sorted_by_title_as_danes_do(shipped: Path, own: Path) -> None:
    put(shipped, "aal", "Ålborg")
    put(shipped, "zoo", "zoologerne")
    put(own, "aeroe", "Ærø")
    put(own, "oester", "Øster")
    put(own, "anna", "Anna")
    found = find_decks()
    assert [file.deck.title for file in found.decks] == ["Anna", "zoologerne", "Ærø", "Øster", "Ålborg"]
    assert found.decks[0].path == own / "anna.toml"
    assert found.problems == ()


def test_without_folders_there_are_no_decks_and_no_complaint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelf, "shipped_decks_folder", lambda: tmp_path / "none")
    assert find_decks() == shelf.Shelf((), ())


def test_an_own_deck_wins_over_a_shipped_one_of_the_same_id(shipped: Path, own: Path) -> None:
    put(shipped, "hold", "Medfølgende")
    mine = put(own, "hold", "Mit eget", name="noget-andet.toml")
    assert [(file.path, file.deck.title) for file in find_decks().decks] == [(mine, "Mit eget")]
    assert open_deck("hold").title == "Mit eget"


def test_a_bad_deck_is_told_with_its_line_and_the_good_ones_load(shipped: Path, own: Path) -> None:
    put(shipped, "hold")
    bad = put(own, "andet", more="hnt = 1\n")
    broken = own / "latin.toml"
    broken.write_bytes(TEXT.encode("latin-1"))
    found = find_decks()
    assert [file.deck.id for file in found.decks] == ["hold"]
    assert [(p.path, p.line) for p in found.problems] == [(bad, TEXT.count("\n") + 1), (broken, 1)]


def test_only_toml_files_that_are_not_hidden_are_decks(shipped: Path, own: Path) -> None:
    put(shipped, "hold")
    put(own, "stort", name="stort.TOML")
    for name in (".hold.toml", "hold.toml~", "hold.txt", "noter.md"):
        put(own, "skjult", name=name)
    assert [file.deck.id for file in find_decks().decks] == ["hold", "stort"]


def test_two_own_decks_of_one_id_are_told_and_the_one_named_after_it_is_used(
    shipped: Path, own: Path
) -> None:
    put(own, "hold", "Første", name="a.toml")
    named = put(own, "hold", "Navngivet")
    third = put(own, "hold", "Tredje", name="z.toml")
    found = find_decks()
    assert [file.path for file in found.decks] == [named]
    assert open_deck("hold").title == "Navngivet"
    assert [(p.path.name, p.line, p.column) for p in found.problems] == [("a.toml", 3, 6), ("z.toml", 3, 6)]
    assert str(found.problems[1]) == (
        f"{third}:3: Id »hold« bruges også af »hold.toml«, som går forud. Giv kortsættet sit eget id."
    )


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_folder_one_may_not_read_is_a_problem(shipped: Path, own: Path) -> None:
    put(shipped, "hold")
    own.chmod(0)
    found = find_decks()
    own.chmod(0o700)
    assert [file.deck.id for file in found.decks] == ["hold"]
    assert [p.path for p in found.problems] == [own]


def test_a_file_where_the_folder_should_be_is_a_problem(shipped: Path, own_home: Path) -> None:
    put(shipped, "hold")
    (own_home / "decks").write_text("")
    found = find_decks()
    assert [file.deck.id for file in found.decks] == ["hold"]
    assert [p.message for p in found.problems] == ["Mappen med kortsæt kan ikke læses."]


def test_a_deck_opens_by_id_by_file_name_and_by_path(
    shipped: Path, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(shipped, "hold", "Medfølgende")
    put(own, "mit-hold", "Mit", name="Torsdag.toml")
    elsewhere = tmp_path / "et andet sted"
    elsewhere.mkdir()
    put(elsewhere, "hold", "Andetsteds", name="fil.toml")
    monkeypatch.chdir(elsewhere)
    assert open_deck("hold").title == "Medfølgende"
    assert open_deck("Hold").title == "Medfølgende"
    assert open_deck("mit-hold").title == "Mit"
    assert open_deck("torsdag").title == "Mit"
    assert open_deck("Torsdag.toml").title == "Mit"
    assert open_deck("fil.toml").title == "Andetsteds"
    assert open_deck("./fil.toml").title == "Andetsteds"
    assert open_deck(str(elsewhere / "fil.toml")).title == "Andetsteds"


def test_a_copy_with_an_id_of_its_own_does_not_hide_the_shipped_deck(shipped: Path, own: Path) -> None:
    put(shipped, "hold", "Medfølgende")
    put(own, "mit-hold", "Mit", name="hold.toml")
    assert open_deck("hold").title == "Medfølgende"
    assert open_deck("mit-hold").title == "Mit"


@pytest.mark.parametrize("fault", ["hnt = 1\n", "= 1\n"])
def test_an_own_deck_that_is_wrong_is_told_and_not_passed_over(shipped: Path, own: Path, fault: str) -> None:
    put(shipped, "hold", "Medfølgende")
    bad = put(own, "hold", more=fault)
    with pytest.raises(DeckError) as caught:
        open_deck("hold")
    assert [(p.path, p.line) for p in caught.value.problems] == [(bad, TEXT.count("\n") + 1)]
    assert [file.deck.title for file in find_decks().decks] == ["Medfølgende"]


def test_a_wrong_copy_with_another_id_is_not_in_the_way(shipped: Path, own: Path) -> None:
    put(shipped, "hold", "Medfølgende")
    put(own, "mit-hold", name="hold.toml", more="hnt = 1\n")
    assert open_deck("hold").title == "Medfølgende"


def test_an_unknown_name_brings_the_nearest_and_the_way_to_the_list(shipped: Path, own: Path) -> None:
    put(shipped, "tus-randers")
    with pytest.raises(SamtaleError) as caught:
        open_deck("tus-rander")
    assert str(caught.value) == (
        "Der er intet kortsæt, der hedder »tus-rander«. "
        "Mente du »tus-randers«? Skriv samtale decks for at se dem, der er."
    )


@pytest.mark.parametrize("name", ["", "zzzzzz", "x" * 10_000, "\x1b[31mrød", "a\0b", "[x]"])
def test_a_strange_name_is_only_unknown(shipped: Path, own: Path, name: str) -> None:
    with pytest.raises(SamtaleError) as caught:
        open_deck(name)
    assert "\x1b" not in str(caught.value)
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize(
    "name", ["væk.toml", "mappe/væk", "~ingen-hedder-det/x.toml", "x" * 10_000 + ".toml", "a\0/b"]
)
def test_a_path_that_leads_nowhere_is_told_as_a_file(shipped: Path, own: Path, name: str) -> None:
    with pytest.raises(DeckError) as caught:
        open_deck(name)
    assert caught.value.problems[0].message.startswith("Filen")


def test_the_list_has_one_row_a_deck_with_nothing_in_it_that_a_pipe_stumbles_over(
    shipped: Path, own: Path
) -> None:
    first = put(shipped, "anna", "Anna")
    second = put(own, "bo", "Bo", name="b\x1b[31mo\t2.toml")
    assert shelf_rows(find_decks()) == [
        ("anna", "Anna", "3 kort", f"{first}"),
        ("bo", "Bo", "3 kort", f"{second.parent}/bo 2.toml"),
    ]


def test_an_empty_shelf_has_no_rows(shipped: Path) -> None:
    assert shelf_rows(find_decks()) == []


def test_the_shipped_decks_are_all_good() -> None:
    found = find_decks()
    assert found.problems == ()
    assert open_deck("tus-randers") in [file.deck for file in found.decks]
