"""A deck to begin with and a copy to change: written whole, never over anything, and told in words."""

import errno
import os
from pathlib import Path

import pytest
from answers import Answer, Samtale

from samtale_tui.basis.language import use_language
from samtale_tui.basis.words import ConversationKind
from samtale_tui.deck import writing
from samtale_tui.deck.model import CardKind, Deck, Place
from samtale_tui.deck.reader import parse_deck, read_deck
from samtale_tui.deck.shelf import Origin, list_decks, open_deck

SHIPPED = Path(__file__).parents[2] / "decks" / "tus-randers.toml"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that one stands in."""
    folder = tmp_path / "her"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def made(kind: ConversationKind, code: str) -> tuple[str, Deck]:
    use_language(code)
    text = writing.beginning("Mit hold", 'Vores "hold" \\ [x]', kind)
    return text, parse_deck(text.encode(), Path("mit-hold.toml"))


@pytest.mark.parametrize("kind", ConversationKind)
@pytest.mark.parametrize("code", ["da", "en"])
def test_a_new_deck_is_good_and_shows_what_there_is(kind: ConversationKind, code: str) -> None:
    text, deck = made(kind, code)
    assert (deck.id, deck.title, deck.conversation, deck.language) == (
        "mit-hold",
        'Vores "hold" \\ [x]',
        kind,
        code,
    )
    assert {card.kind for card in deck.cards} == set(CardKind)
    assert 2 <= len(deck.themes) <= 3
    assert deck.fields_at(Place.HUB)
    assert {card.field for card in deck.cards} == set(deck.fields_by_id)
    assert deck.rules.ground_rules and deck.rules.mandatory and deck.source and deck.summary
    texts = [card.text for card in deck.cards if card.text]
    assert len(set(texts)) == len(texts)
    assert max(map(len, texts)) <= 200
    for table in ("[rules]", "[wheel]", "[[themes]]", "[[fields]]", "[[cards]]"):
        before = text[: text.index(table)].splitlines()
        assert before[-1].startswith("# ") or before[-2].startswith("# "), table


def test_all_four_conversations_are_spoken_to_as_what_they_are() -> None:
    (team, of_team), (person, of_person) = made(ConversationKind.GRUS, "da"), made(ConversationKind.LUS, "da")
    assert of_team.rules.approval == "none" and of_person.rules.approval == "both"
    assert team != person


@pytest.mark.parametrize(
    ("asked", "name", "id_", "title"),
    [
        ("mit-hold", "mit-hold.toml", "mit-hold", "Mit hold"),
        ("Mit_hold.toml", "Mit_hold.toml", "mit-hold", "Mit hold"),
        ("Børn & Unge.TOML", "Børn & Unge.TOML", "boern-unge", "Børn & Unge"),
        ("v1.2", "v1.2.toml", "v1-2", "V1.2"),
        ("漢字", "漢字.toml", "mit-kortsaet", "漢字"),
        ("--", "--.toml", "mit-kortsaet", "Mit kortsæt"),
        ("x" * 90, "x" * 90 + ".toml", "x" * 60, "X" + "x" * 78 + "…"),
        ("\x1b[31mrød\u202e", "\x1b[31mrød\u202e.toml", "roed", "Rød"),
        ("[x] [/x]", None, None, None),
    ],
)
def test_the_name_gives_the_file_its_ending_and_the_deck_its_id_and_title(
    samtale: Samtale, here: Path, asked: str, name: str | None, id_: str | None, title: str | None
) -> None:
    answer = samtale("deck", "new", "--", asked)
    if name is None:  # it has a separator, and the folder is not there
        assert answer.code == 1
        return
    assert answer.code == 0
    deck = read_deck(here / name)
    assert (deck.id, deck.title) == (id_, title)
    assert [path.name for path in here.iterdir()] == [name]
    assert answer.out.endswith(".toml\n" if name.endswith("toml") else ".TOML\n")
    assert not {"\x1b", "\u202e"} & set(answer.out + answer.err)
    assert "samtale deck check" in answer.err


@pytest.mark.skipif(os.name == "nt", reason="a matter of POSIX file names")
def test_a_name_in_another_encoding_is_a_name(samtale: Samtale, here: Path) -> None:
    asked = os.fsdecode("børn".encode("latin-1"))
    assert samtale("deck", "new", asked).code == 0
    (path,) = here.iterdir()
    assert os.fsencode(path.name) == "børn.toml".encode("latin-1")
    assert read_deck(path).id == "brn"


def test_title_and_conversation_are_as_asked_and_the_check_finds_nothing(
    samtale: Samtale, here: Path
) -> None:
    answer = samtale("deck", "new", "x", "--title", "  Vores\tMUS\x07 ", "--conversation", "MUS")
    assert (answer.code, answer.out) == (0, "x.toml\n")
    deck = read_deck(here / "x.toml")
    assert (deck.title, deck.conversation) == ("Vores MUS", ConversationKind.MUS)
    assert samtale("deck", "check", "x.toml").code == 0


def test_a_new_deck_speaks_english_where_that_is_asked_for(samtale: Samtale, here: Path) -> None:
    assert samtale("deck", "new", "x", "--lang", "en").code == 0
    assert read_deck(here / "x.toml").language == "en"


def test_what_is_there_is_never_replaced(samtale: Samtale, here: Path) -> None:
    (here / "x.toml").write_text("mit")
    for asked in ("x", "x.toml", "./x.toml"):
        answer = samtale("deck", "new", asked)
        assert (answer.code, answer.out) == (1, "")
        assert answer.err.startswith("Der ligger allerede noget, der hedder x.toml. ")
    assert (here / "x.toml").read_text() == "mit"
    assert len([*here.iterdir()]) == 1


@pytest.mark.skipif(os.name == "nt", reason="links need a right of their own there")
def test_a_link_to_nowhere_is_there_too(samtale: Samtale, here: Path, tmp_path: Path) -> None:
    (here / "x.toml").symlink_to(tmp_path / "ny mappe" / "y.toml")
    assert samtale("deck", "new", "x").code == 1
    assert not (tmp_path / "ny mappe").exists()


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("væk/x", "Mappen væk findes ikke."),
        ("fil.txt/x", "Mappen fil.txt findes ikke."),
        ("mappe", "mappe er en mappe."),
        ("mappe/", "mappe/ er en mappe."),
        ("", "er en mappe."),
        ("x" * 300, "Stien er for lang: "),
        ("a\0b", "Navnet har tegn, der ikke kan bruges her: ab.toml."),
    ],
)
def test_a_place_where_no_file_can_be_is_told_and_no_folder_is_made(
    samtale: Samtale, here: Path, asked: str, said: str
) -> None:
    (here / "mappe").mkdir()
    (here / "fil.txt").write_text("")
    answer = samtale("deck", "new", asked)
    assert (answer.code, answer.out) == (1, "")
    assert said in answer.err
    assert sorted(path.name for path in here.iterdir()) == ["fil.txt", "mappe"]


def test_an_endless_title_is_refused(samtale: Samtale, here: Path) -> None:
    answer = samtale("deck", "new", "x", "--title", "x" * 81)
    assert (answer.code, answer.err) == (1, "Titlen må højst fylde 80 tegn. Skriv en kortere.\n")
    assert [*here.iterdir()] == []


REFUSALS = {
    errno.ENOSPC: "Der er ikke plads på disken til x.toml. Gør plads, og prøv igen.",
    errno.EROFS: "her. Vælg en anden mappe.",
    errno.EACCES: "Du har ikke lov til at skrive i ",
    errno.ENOENT: "her er ikke en mappe, der kan skrives i.",
    errno.EIO: "x.toml kunne ikke skrives: ",
}


@pytest.mark.parametrize("number", REFUSALS, ids=errno.errorcode.get)
def test_what_the_disk_refuses_is_told_in_words(
    samtale: Samtale, here: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refused(*_args: object, **_kinds: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(writing, "write_atomically", refused)
    answer = samtale("deck", "new", "x")
    assert (answer.code, answer.out) == (1, "")
    assert REFUSALS[number] in answer.err
    added = samtale("deck", "add", "tus-randers")
    assert (added.code, added.out) == (1, "")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_folder_one_may_not_write_in_is_told(samtale: Samtale, here: Path) -> None:
    here.chmod(0o500)
    answer = samtale("deck", "new", "x")
    here.chmod(0o700)
    assert (answer.code, answer.out) == (1, "")
    assert "Du har ikke lov" in answer.err


def added(answer: Answer, path: Path) -> bool:
    return (answer.code, answer.out) == (0, f"{path}\n")


def test_a_copy_is_the_same_to_the_byte_and_is_used_from_then_on(samtale: Samtale, own_home: Path) -> None:
    own = own_home / "decks" / "tus-randers.toml"
    answer = samtale("deck", "add", "tus-randers")
    assert added(answer, own)
    assert own.read_bytes() == SHIPPED.read_bytes()
    assert "bruges som tus-randers" in answer.err
    entry = list_decks().entry("tus-randers")
    assert entry and (entry.path, entry.origin) == (own, Origin.OWN)


def test_a_deck_is_copied_by_its_file_s_name_and_by_its_path_with_its_comments(
    samtale: Samtale, own_home: Path, here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = SHIPPED.read_text(encoding="utf-8").replace('id = "tus-randers"', 'id = "vores"')
    data = "\ufeff# Min kommentar\r\n".encode() + text.encode()
    shared = tmp_path / "fælles"
    shared.mkdir()
    (shared / "Torsdag.toml").write_bytes(data)
    monkeypatch.setenv("SAMTALE_DECKS", str(shared))
    own = own_home / "decks" / "vores.toml"
    for name in ("torsdag", "Torsdag.toml", str(shared / "Torsdag.toml")):
        assert added(samtale("deck", "add", name), own)
        assert own.read_bytes() == data
        own.unlink()
    assert open_deck("vores").id == "vores"


def test_an_own_deck_is_never_replaced(samtale: Samtale, own_home: Path) -> None:
    own = own_home / "decks"
    own.mkdir()
    mine = own / "mit.toml"
    mine.write_bytes(SHIPPED.read_bytes())
    for name in ("tus-randers", str(SHIPPED), str(mine)):
        answer = samtale("deck", "add", name)
        assert (answer.code, answer.out) == (1, "")
        assert answer.err.startswith(f"Du har allerede et kortsæt med id »tus-randers«: {mine}. ")
    assert [path.name for path in own.iterdir()] == ["mit.toml"]


def test_a_broken_own_deck_of_that_id_and_a_file_of_that_name_are_in_the_way_too(
    samtale: Samtale, own_home: Path
) -> None:
    own = own_home / "decks"
    own.mkdir()
    broken = own / "x.toml"
    broken.write_text('format = 1\nid = "tus-randers"\n')
    assert "Du har allerede" in samtale("deck", "add", str(SHIPPED)).err
    broken.unlink()
    other = own / "tus-randers.toml"
    other.write_bytes(SHIPPED.read_bytes().replace(b'id = "tus-randers"', b'id = "andet"'))
    before = other.read_bytes()
    answer = samtale("deck", "add", "tus-randers")
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith(f"Der ligger allerede noget, der hedder {other}. ")
    assert other.read_bytes() == before


def test_a_broken_deck_is_not_copied_and_its_problems_are_told(
    samtale: Samtale, bad_deck: Path, own_home: Path
) -> None:
    answer = samtale("deck", "add", str(bad_deck))
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.count(f"{bad_deck}:") == 2
    assert "samtale deck check" in answer.err
    assert not (own_home / "decks").exists()


@pytest.mark.parametrize(
    ("name", "said"),
    [("tus-rander", "Mente du »tus-randers«?"), ("ingen.toml", "Filen findes ikke."), ("", "samtale decks")],
)
def test_what_is_not_there_is_a_slip(samtale: Samtale, own_home: Path, name: str, said: str) -> None:
    answer = samtale("deck", "add", name)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert not (own_home / "decks").exists()
