"""The lists: plain lines that a screen reader and a pipe can follow, and nothing in them that a terminal obeys."""

import os
import sys
from pathlib import Path

import pytest
from answers import MakeConversation, Samtale

HOSTILE = "\x1b[31mTeam\x1b]0;ny titel\x07 \u202eNord\x9b2J"


def test_list_has_a_line_for_each_conversation_the_one_changed_last_first(
    samtale: Samtale, conversation: MakeConversation, own_home: Path
) -> None:
    conversation("2027-03-12-team-nord")
    conversation("2027-03-13-team-syd", team="Team Syd", begun=False)
    first, second = (
        own_home / "conversations" / name for name in ("2027-03-12-team-nord", "2027-03-13-team-syd")
    )
    os.utime(first / "conversation.toml", (1_900_000_000, 1_900_000_000))
    os.utime(second / "conversation.toml", (1_800_000_000, 1_800_000_000))
    answer = samtale("list")
    assert (answer.code, answer.err) == (0, "")
    assert [line.split("\t") for line in answer.out.splitlines()] == [
        ["2027-03-12-team-nord", "Team Nord", "TUS", "i gang", "17. mar. 2030", "2 aftaler", "1 handling"],
        ["2027-03-13-team-syd", "Team Syd", "TUS", "forberedt", "15. jan. 2027", "0 aftaler", "0 handlinger"],
    ]


def test_list_stands_in_columns_where_it_is_read_in_a_terminal(
    samtale: Samtale, conversation: MakeConversation, monkeypatch: pytest.MonkeyPatch
) -> None:
    conversation("2027-03-12-a", team="A")
    conversation("2027-03-13-team-langt-navn", team="Team Langt Navn", begun=False)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    lines = samtale("list").out.splitlines()
    assert "\t" not in "".join(lines)
    assert len({line.index("TUS  ") for line in lines}) == 1


def test_an_empty_list_says_what_to_do_and_writes_no_data(samtale: Samtale) -> None:
    answer = samtale("list")
    assert (answer.code, answer.out) == (0, "")
    assert answer.err == "Der er ingen samtaler endnu. Begynd den første med: samtale start\n"


def test_a_damaged_conversation_is_named_and_the_others_are_listed(
    samtale: Samtale, conversation: MakeConversation, own_home: Path
) -> None:
    conversation("2027-03-12-god")
    conversation("2027-03-12-skadet")
    damaged = own_home / "conversations" / "2027-03-12-skadet" / "conversation.toml"
    damaged.write_text("format = 1\nteam = \n", encoding="utf-8")
    answer = samtale("list")
    assert answer.code == 0
    assert answer.out.startswith("2027-03-12-god\t")
    assert answer.out.count("\n") == 1
    assert answer.err.startswith(f"{damaged}:2: ")


def test_a_hostile_team_name_is_harmless_and_stays_on_its_line(
    samtale: Samtale, conversation: MakeConversation, own_home: Path
) -> None:
    conversation("2027-03-12-ond")
    path = own_home / "conversations" / "2027-03-12-ond" / "conversation.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace('team = "Team Nord"', r'team = "\u001B[31mTeam\nNord\u001B]0;x\u0007\u202E\t!"'),
        encoding="utf-8",
    )
    answer = samtale("list")
    assert answer.out.split("\t")[1] == "Team Nord !"
    assert answer.out.count("\n") == 1


def test_a_team_without_a_name_and_one_with_an_endless_one_can_be_told_apart(
    samtale: Samtale, conversation: MakeConversation
) -> None:
    conversation("2027-03-12-a", team="")
    conversation("2027-03-12-b", team="x" * 100_000)
    rows = sorted(line.split("\t") for line in samtale("list").out.splitlines())
    assert rows[0][1] == "uden navn"
    assert len(rows[1][1]) == 60


def test_decks_has_a_line_for_each_deck(samtale: Samtale) -> None:
    answer = samtale("decks")
    assert (answer.code, answer.err) == (0, "")
    line = next(line for line in answer.out.splitlines() if line.startswith("tus-randers\t"))
    _id, title, kind, cards, path, state = line.split("\t")
    assert (title, kind, state) == ("TUS · Randers", "TUS", "bruges")
    assert int(cards.removesuffix(" kort")) > 30
    assert Path(path).name == "tus-randers.toml" and Path(path).is_file()


def test_decks_says_which_file_is_used_and_which_it_hides(
    samtale: Samtale, own_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = (Path(__file__).parents[2] / "decks" / "tus-randers.toml").read_text(encoding="utf-8")
    own, shared = own_home / "decks", tmp_path / "fælles"
    for folder in (own, shared):
        folder.mkdir()
        text = good.replace('title = "TUS · Randers"', f'title = "I {folder.name}"')
        (folder / "tus-randers.toml").write_text(text, encoding="utf-8")
    monkeypatch.setenv("SAMTALE_DECKS", str(shared))
    answer = samtale("decks")
    rows = [line.split("\t") for line in answer.out.splitlines() if line.startswith("tus-randers\t")]
    used = str(own / "tus-randers.toml")
    assert (answer.code, answer.err) == (0, "")
    assert [(row[1], row[5]) for row in rows] == [
        ("I decks", "bruges"),
        ("I fælles", f"skjult af {used}"),
        ("TUS · Randers", f"skjult af {used}"),
    ]
    assert rows[0][4] == used


def test_decks_names_what_is_wrong_with_a_deck_and_with_a_folder_and_lists_the_others(
    samtale: Samtale, bad_deck: Path, own_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = own_home / "decks"
    own.mkdir()
    (own / "mit.toml").write_bytes(bad_deck.read_bytes().replace(b'"tus-randers"', b'"mit"'))
    monkeypatch.setenv("SAMTALE_DECKS", str(tmp_path / "ingen"))
    answer = samtale("decks")
    assert answer.code == 0
    rows = {line.split("\t")[0]: line.split("\t") for line in answer.out.splitlines()}
    assert rows["tus-randers"][5] == "bruges"
    assert rows["mit"] == ["mit", "mit", "?", "?", str(own / "mit.toml"), "kan ikke bruges"]
    folder, *told = answer.err.splitlines()
    assert folder.startswith(f"{tmp_path / 'ingen'}: Mappen findes ikke. ")
    assert len(told) == 2
    assert all(line.startswith(f"{own / 'mit.toml'}:") for line in told)


def test_decks_without_any_says_so_on_stderr(
    samtale: Samtale, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("samtale_tui.deck.shelf.shipped_decks_folder", lambda: tmp_path / "ingen")
    answer = samtale("decks")
    assert (answer.code, answer.out, answer.err) == (0, "", "Der er ingen kortsæt.\n")


def test_deck_show_tells_all_of_a_deck(samtale: Samtale) -> None:
    answer = samtale("deck", "show", "tus-randers")
    assert (answer.code, answer.err) == (0, "")
    for part in (
        "TUS · Randers\n",
        "Felt: Samarbejdspartnere\n",
        "Spørg videre: ",
        "Metode: Spiralsamtale\n",
    ):
        assert part in answer.out


def test_deck_show_takes_a_file_too(samtale: Samtale) -> None:
    path = Path(__file__).parents[2] / "decks" / "tus-randers.toml"
    assert samtale("deck", "show", str(path)) == samtale("deck", "show", "tus-randers")


@pytest.mark.parametrize(
    ("name", "meant"), [("tus-rander", "Mente du »tus-randers«?"), ("", "samtale decks")]
)
def test_a_deck_that_is_not_there_is_a_slip(samtale: Samtale, name: str, meant: str) -> None:
    answer = samtale("deck", "show", name)
    assert (answer.code, answer.out) == (2, "")
    assert meant in answer.err


def test_deck_show_of_a_bad_deck_tells_what_is_wrong(samtale: Samtale, bad_deck: Path) -> None:
    answer = samtale("deck", "show", str(bad_deck))
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith(f"{bad_deck}:")


def test_deck_check_of_a_good_deck_says_so_in_a_line(samtale: Samtale) -> None:
    path = Path(__file__).parents[2] / "decks" / "tus-randers.toml"
    answer = samtale("deck", "check", str(path))
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith(f"{path}: Kortsættet er i orden: TUS · Randers, 8 felter, ")
    assert answer.out.count("\n") == 1


def test_deck_check_has_a_line_for_every_mistake(samtale: Samtale, bad_deck: Path) -> None:
    answer = samtale("deck", "check", str(bad_deck))
    lines = answer.out.splitlines()
    assert (answer.code, answer.err) == (1, "")
    assert f"{bad_deck}:3: Nøglen »titel« kendes ikke. Mente du »title«?" in lines
    assert all(line.startswith(f"{bad_deck}:") for line in lines)
    numbers = [int(line.removeprefix(f"{bad_deck}:").partition(":")[0]) for line in lines]
    assert len(numbers) == 2
    assert numbers == sorted(numbers)


@pytest.mark.parametrize(
    "data", [b"\xe6=1", b"a\0=1", b"", b"a = [\n"], ids=["latin-1", "nul", "empty", "syntax"]
)
def test_deck_check_of_what_does_not_parse_names_the_line(
    samtale: Samtale, tmp_path: Path, data: bytes
) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes(data)
    answer = samtale("deck", "check", str(path))
    assert (answer.code, answer.err) == (1, "")
    assert answer.out.startswith(f"{path}:")
    assert answer.out.removeprefix(f"{path}:")[0].isdigit()


def test_deck_check_of_what_cannot_be_read_is_told_on_stderr(samtale: Samtale, tmp_path: Path) -> None:
    for path in (tmp_path / "ingen.toml", tmp_path):
        answer = samtale("deck", "check", str(path))
        assert (answer.code, answer.out) == (2, "")
        assert answer.err.startswith(f"{path}: ")


def test_deck_check_takes_several_files_and_ends_with_the_worst(
    samtale: Samtale, bad_deck: Path, tmp_path: Path
) -> None:
    good = Path(__file__).parents[2] / "decks" / "tus-randers.toml"
    missing = tmp_path / "ingen.toml"
    answer = samtale("deck", "check", str(missing), str(good), str(bad_deck))
    assert answer.code == 2
    assert str(missing) in answer.err
    assert f"{good}: Kortsættet er i orden" in answer.out
    assert f"{bad_deck}:3: " in answer.out
    assert samtale("deck", "check", str(good), str(bad_deck)).code == 1


@pytest.mark.skipif(os.name == "nt", reason="no file can have such a name there")
def test_a_hostile_file_name_is_harmless_and_stays_on_its_line(samtale: Samtale, tmp_path: Path) -> None:
    path = tmp_path / f"{HOSTILE}\nx.toml"
    path.write_bytes(b"a = [\n")
    answer = samtale("deck", "check", str(path))
    assert answer.code == 1
    assert answer.out.count("\n") == 1
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(answer.out)


def test_a_hostile_deck_is_harmless_in_every_listing(samtale: Samtale, own_home: Path) -> None:
    good = (Path(__file__).parents[2] / "decks" / "tus-randers.toml").read_text(encoding="utf-8")
    own = own_home / "decks"
    own.mkdir()
    text = good.replace("TUS · Randers", r"\u001B[31mTUS\u001B]0;x\u0007\u202E [/x]", 1)
    (own / "tus-randers.toml").write_text(text, encoding="utf-8")
    path = str(own / "tus-randers.toml")
    for words in (("decks",), ("deck", "show", "tus-randers"), ("deck", "check", path)):
        answer = samtale(*words)
        assert (answer.code, answer.err) == (0, "")
        assert "TUS [/x]" in answer.out
        assert not {"\x1b", "\x07", "\u202e"} & set(answer.out)
