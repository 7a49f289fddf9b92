"""Decks are found where they lie, the user's own first, and a bad one hides no other."""

import os
from pathlib import Path

import pytest
from small_deck import TEXT

from samtale_tui.basis.errors import DeckError, SamtaleError
from samtale_tui.basis.text import clean_line
from samtale_tui.deck import shelf
from samtale_tui.deck.inspection import Inspector
from samtale_tui.deck.listing import shelf_rows
from samtale_tui.deck.shelf import Listing, Origin, list_decks, open_deck, read


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
    found = list_decks()
    assert [entry.title for entry in found.entries] == ["Anna", "zoologerne", "Ærø", "Øster", "Ålborg"]
    assert found.entries[0].path == own / "anna.toml"
    assert {entry.id: entry.origin for entry in found.entries} == {
        **dict.fromkeys(("aal", "zoo"), Origin.SHIPPED),
        **dict.fromkeys(("aeroe", "oester", "anna"), Origin.OWN),
    }
    assert (found.problems, found.hidden, found.unanswered) == ((), (), ())


def test_without_folders_there_are_no_decks_and_no_complaint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelf, "shipped_decks_folder", lambda: tmp_path / "none")
    assert list_decks() == Listing()


def test_an_own_deck_wins_over_a_shipped_one_of_the_same_id(shipped: Path, own: Path) -> None:
    theirs = put(shipped, "hold", "Medfølgende")
    mine = put(own, "hold", "Mit eget", name="noget-andet.toml")
    found = list_decks()
    assert [(entry.path, entry.title) for entry in found.entries] == [(mine, "Mit eget")]
    assert [(entry.path, entry.used) for entry in found.hidden] == [(theirs, mine)]
    assert open_deck("hold").title == "Mit eget"


def inspected(listing: Listing) -> Listing:
    """What the listing turns into when all of each deck has been read."""
    inspector = Inspector()
    for entry in filter(inspector.is_left, listing.entries):
        inspector.inspect(entry)
    return inspector.recalled(listing)


def test_a_deck_that_is_wrong_further_down_is_listed_and_told_when_all_of_it_is_read(
    shipped: Path, own: Path
) -> None:
    put(shipped, "hold")
    bad = put(own, "andet", more="hnt = 1\n")
    found = list_decks()
    assert [(entry.id, entry.problems) for entry in found.entries] == [("andet", ()), ("hold", ())]
    with pytest.raises(DeckError) as caught:
        read(found.entries[0])
    known = inspected(found)
    assert [(p.path, p.line) for p in known.entries[0].problems] == [(bad, TEXT.count("\n") + 1)]
    assert known.entries[0].problems == caught.value.problems
    assert known.entries[1] == found.entries[1]


@pytest.mark.parametrize(
    ("content", "id_", "line"),
    [
        (TEXT.encode("latin-1"), "latin", 1),
        (TEXT.encode("utf-16"), "latin", 1),
        (b"", "latin", 1),
        (b"= 1\n[rules]\n", "latin", 1),
        (TEXT.replace('"hold"', "7").encode(), "latin", 3),
        (TEXT.replace('"hold"', '"Hold 7"').encode(), "latin", 3),
        (TEXT.replace('title = "Vores hold"\n', "").encode(), "hold", 1),
        (TEXT.replace('"Vores hold"', '"  "').encode(), "hold", 4),
        (TEXT.replace('"Vores hold"', f'"{"x" * 81}"').encode(), "hold", 4),
        (TEXT.replace('"tus"', '"mos"').encode(), "hold", 5),
        (TEXT.replace('"tus"', '["tus"]').encode(), "hold", 5),
    ],
    ids=[
        "latin-1", "utf-16", "empty", "syntax", "no text for an id", "bad id", "no title", "blank title",
        "endless title", "no such conversation", "a list for a conversation",
    ],
)  # fmt: skip
def test_a_deck_whose_beginning_is_wrong_is_told_at_once_under_its_id_or_its_file_s_name(
    shipped: Path, own: Path, content: bytes, id_: str, line: int
) -> None:
    put(shipped, "andet")
    (own / "latin.toml").write_bytes(content)
    found = list_decks()
    assert [entry.id for entry in found.entries if not entry.problems] == ["andet"]
    bad = found.entry(id_)
    assert bad and bad.problems[0].line == line
    assert bad.problems == inspected(found).entry(id_).problems


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace('"Til at øve sig på"', '"""Til at\n[rules]\nøve sig på"""'),
        TEXT.replace('source = "Egne ord"', "# " + "x" * 10_000 + '\nsource = "Egne ord"'),
        "\ufeff" + TEXT,
        TEXT.replace("\n", "\r\n"),
        TEXT.replace("format = 1\n", "").replace("[rules]", "format=1\n  [rules]"),
        TEXT.replace('id = "hold"\ntitle = "Vores hold"', "\"id\" = 'hold'\ntitle = 'Vores hold'"),
    ],
    ids=[
        "a table in a text",
        "a long beginning",
        "byte-order mark",
        "Windows' lines",
        "format last",
        "quoted",
    ],
)
def test_the_list_says_the_same_as_the_whole_deck(shipped: Path, own: Path, text: str) -> None:
    (own / "x.toml").write_text(text, encoding="utf-8", newline="")
    (entry,) = list_decks().entries
    deck = read(entry)
    assert (entry.id, entry.title, entry.conversation) == (deck.id, deck.title, deck.conversation)
    assert (entry.language, entry.summary) == (deck.language, clean_line(deck.summary))
    assert entry.problems == ()


def test_of_a_good_deck_only_the_beginning_is_read_for_the_list(
    shipped: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(own, "hold", more="\n" + "x" * 100_000)
    monkeypatch.setattr("samtale_tui.deck.entry.read_deck", lambda path: pytest.fail(str(path)))
    assert [entry.title for entry in list_decks().entries] == ["Vores hold"]


def test_a_deck_is_looked_at_again_when_its_file_has_changed(shipped: Path, own: Path) -> None:
    path = put(own, "hold", more="hnt = 1\n")
    inspector = Inspector()
    before = list_decks()
    inspector.inspect(before.entries[0])
    assert inspector.recalled(before).entries[0].problems
    assert not inspector.is_left(list_decks().entries[0])
    put(own, "hold")
    os.utime(path, ns=(1, 1))
    after = list_decks()
    assert after != before
    assert inspector.is_left(after.entries[0])
    assert inspector.recalled(after) == after


def test_a_deck_that_is_very_long_is_not_read_beforehand(shipped: Path, own: Path) -> None:
    put(own, "hold", more="# " + "x" * 200_000 + "\nhnt = 1\n")
    assert not Inspector().is_left(list_decks().entries[0])


def test_only_toml_files_that_are_not_hidden_are_decks(shipped: Path, own: Path) -> None:
    put(shipped, "hold")
    put(own, "stort", name="stort.TOML")
    for name in (".hold.toml", "hold.toml~", "hold.txt", "noter.md"):
        put(own, "skjult", name=name)
    assert [entry.id for entry in list_decks().entries] == ["hold", "stort"]


def test_two_own_decks_of_one_id_are_told_and_the_one_named_after_it_is_used(
    shipped: Path, own: Path
) -> None:
    put(own, "hold", "Første", name="a.toml")
    named = put(own, "hold", "Navngivet")
    third = put(own, "hold", "Tredje", name="z.toml")
    found = list_decks()
    assert [entry.path for entry in found.entries] == [named]
    assert [(entry.path.name, entry.used) for entry in found.hidden] == [("a.toml", named), ("z.toml", named)]
    assert open_deck("hold").title == "Navngivet"
    assert [(p.path.name, p.line, p.column) for p in found.problems] == [("a.toml", 3, 6), ("z.toml", 3, 6)]
    assert str(found.problems[1]) == (
        f"{third}:3: Id »hold« bruges også af »hold.toml«, som går forud. Giv kortsættet sit eget id."
    )


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_folder_one_may_not_read_is_a_problem(shipped: Path, own: Path) -> None:
    put(shipped, "hold")
    own.chmod(0)
    found = list_decks()
    own.chmod(0o700)
    assert [entry.id for entry in found.entries] == ["hold"]
    assert [p.path for p in found.problems] == [own]


def test_a_file_where_the_folder_should_be_is_a_problem(shipped: Path, own_home: Path) -> None:
    put(shipped, "hold")
    (own_home / "decks").write_text("")
    found = list_decks()
    assert [entry.id for entry in found.entries] == ["hold"]
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
    found = list_decks()
    assert [entry.path for entry in found.entries] == [bad]
    assert [entry.title for entry in found.hidden] == ["Medfølgende"]


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


def rows(listing: Listing) -> list[tuple[str, ...]]:
    entries = (*listing.entries, *listing.hidden)
    return shelf_rows(listing, {entry.path: read(entry) for entry in entries if not entry.problems})


def test_the_list_has_one_row_a_file_with_nothing_in_it_that_a_pipe_stumbles_over(
    shipped: Path, own: Path
) -> None:
    first = put(shipped, "anna", "Anna")
    second = put(own, "bo", "\\u001b[31mBo\\t[/x]", name="b\x1b[31mo\t2.toml")
    third = put(shipped, "bo", "Medfølgende")
    (own / "væk.toml").write_text("= 1")
    shown = f"{second.parent}/bo 2.toml"
    assert rows(list_decks()) == [
        ("anna", "Anna", "TUS", "3 kort", f"{first}", "bruges"),
        ("bo", "Bo [/x]", "TUS", "3 kort", shown, "bruges"),
        ("bo", "Medfølgende", "TUS", "3 kort", f"{third}", f"skjult af {shown}"),
        ("væk", "væk", "?", "?", f"{own / 'væk.toml'}", "kan ikke bruges"),
    ]


def test_an_empty_shelf_has_no_rows(shipped: Path) -> None:
    assert rows(list_decks()) == []


def test_the_shipped_decks_are_all_good() -> None:
    found = inspected(list_decks())
    assert [problem for entry in found.entries for problem in entry.problems] == []
    assert (found.problems, found.hidden) == ((), ())
    assert open_deck("tus-randers") in [read(entry) for entry in found.entries]


def test_two_files_of_one_name_are_told_apart_by_their_ids(
    shipped: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(own, "mit", "Mit", name="hold.toml")
    put(shipped, "jeres", "Jeres", name="hold.toml")
    for name in ("hold", "Hold.toml"):
        with pytest.raises(SamtaleError) as caught:
            open_deck(name)
        assert "Skriv kortsættets id: »jeres«, »mit«." in str(caught.value)
    assert open_deck("mit").title == "Mit"


def test_the_file_that_is_used_is_meant_where_a_hidden_one_has_the_same_name(
    shipped: Path, own: Path
) -> None:
    put(own, "hold", "Mit", name="torsdag.toml")
    put(shipped, "hold", "Jeres", name="torsdag.toml")
    assert open_deck("torsdag").title == "Mit"
    assert open_deck("torsdag.toml").title == "Mit"


def test_the_nearest_name_is_found_among_two_hundred(shipped: Path, own: Path) -> None:
    for number in range(200):
        put(own, f"deck-{number:03}")
    put(shipped, "zebra")
    with pytest.raises(SamtaleError) as caught:
        open_deck("zebre")
    assert "Mente du »zebra«?" in str(caught.value)


@pytest.mark.skipif(os.name == "nt", reason="a matter of POSIX files")
def test_a_pipe_or_a_link_to_nowhere_keeps_nobody_waiting(shipped: Path, own: Path) -> None:
    put(shipped, "hold")
    os.mkfifo(own / "rør.toml")
    (own / "væk.toml").symlink_to(own / "ingen.toml")
    (own / "ring.toml").symlink_to(own / "ring.toml")
    (own / "mappe.toml").mkdir()
    found = list_decks()
    assert [entry.id for entry in found.entries if not entry.problems] == ["hold"]
    assert {entry.id for entry in found.entries if entry.problems} == {"rør", "væk", "ring", "mappe"}


@pytest.mark.skipif(os.name == "nt", reason="links need a right of their own there")
def test_a_deck_behind_a_link_is_a_deck(shipped: Path, own: Path, tmp_path: Path) -> None:
    target = put(tmp_path, "hold", "Bag et link", name="et-andet-sted.toml")
    (own / "hold.toml").symlink_to(target)
    assert [(e.title, e.path) for e in list_decks().entries] == [("Bag et link", own / "hold.toml")]
    assert open_deck("hold").title == "Bag et link"
