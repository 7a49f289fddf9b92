"""A conversation's file that was damaged by hand: named, set aside, never written over; the others open."""

import os
from pathlib import Path

import pytest
from any_conversation import agree, conversation

from samtale_tui.conversation.file_format import DamagedConversation, NewerConversation
from samtale_tui.conversation.folder import ConversationFolder
from samtale_tui.conversation.history import History
from samtale_tui.conversation.live import open_live
from samtale_tui.conversation.store import create, list_conversations, load


def _damage(old: str, new: str) -> bytes:
    """The file of a conversation with one passage, found exactly once, in other words."""
    text = _file().read_text(encoding="utf-8")
    assert text.count(old) == 1, (old, text)
    return text.replace(old, new).encode()


def _file() -> Path:
    return ConversationFolder(create_once().path).path / "conversation.toml"


def create_once() -> ConversationFolder:
    value = agree(
        conversation(),
        "Sparring hver tirsdag i hele foråret, så alle får prøvet det, og vi samler op til sommer",
    )
    try:
        return create(value)
    except FileExistsError:
        from samtale_tui.conversation.store import find

        return find(value.id)


DAMAGES = {
    "a slip in the syntax": ('team = "Team Nord"', 'team = "Team Nord', 5, "anførselstegn"),
    "a misspelt key": ("[[agreements]]", "[[aggreements]]", 0, "Mente du »agreements«?"),
    "an unknown key": ('team = "Team Nord"', 'team = "Team Nord"\nfarve = "blå"', 6, "farve"),
    "a value of another type": ('team = "Team Nord"', "team = 7", 5, "»team«"),
    "a key that is gone": ('team = "Team Nord"\n', "", 0, "»team« mangler"),
    "a card that is wrong": ('text = "Hvem?"', "text = 5", 0, "»deck.cards.2.text«"),
    "a conversation without a deck": ("[deck]", "[skuffe]", 0, "»deck.format« mangler"),
}


@pytest.mark.parametrize("case", DAMAGES)
def test_a_damaged_file_is_named_with_its_line_and_what_is_wrong(case: str) -> None:
    old, new, line, words = DAMAGES[case]
    data = _damage(old, new)
    _file().write_bytes(data)
    with pytest.raises(DamagedConversation) as caught:
        load(conversation().id)
    error = caught.value
    assert error.path == _file()
    assert error.message.startswith(f"{_file()}:{error.line or ''}".rstrip(":"))
    assert words in str(error)
    if line:
        assert error.line == line


RAW = {
    "nothing": b"",
    "blanks": b"\n \n",
    "noughts": b"\0" * 4096,
    "Latin-1": "format = 1\nteam = 'Sønderjylland'\n".encode("latin-1"),
    "UTF-16": "format = 1".encode("utf-16"),
    "a picture": b"\x89PNG\r\n\x1a\n\x00\x00",
    "parentheses without end": b"x = " + b"[" * 100_000,
    "a number without end": b"x = " + b"9" * 10_000,
    "JSON": b'{"format": 1}',
}


@pytest.mark.parametrize("case", RAW)
def test_whatever_stands_in_the_file_it_is_kept_and_the_others_open(case: str) -> None:
    other = create(conversation(id="en-anden"))
    _file().write_bytes(RAW[case])
    with pytest.raises(DamagedConversation):
        load(conversation().id)
    assert _file().read_bytes() == RAW[case]
    listing = list_conversations()
    assert [each.id for each in listing.summaries] == ["en-anden"]
    assert [(each.id, each.path) for each in listing.damaged] == [(conversation().id, _file())]
    assert listing.damaged[0].message.startswith(str(_file()))
    assert load(other.id)[0] == conversation(id="en-anden")


def test_a_copy_is_set_aside_once_for_the_same_damage() -> None:
    first = _damage('team = "Team Nord"', "team = 7")
    _file().write_bytes(first)
    for _ in range(3):
        with pytest.raises(DamagedConversation) as caught:
            load(conversation().id)
    aside = caught.value.aside
    assert aside is not None
    assert aside.name.startswith("conversation.damaged-")
    assert str(aside) in caught.value.remedy
    second = first + b"\n[mere"
    _file().write_bytes(second)
    list_conversations()
    with pytest.raises(DamagedConversation):
        load(conversation().id)
    copies = sorted(path.read_bytes() for path in _file().parent.glob("conversation.damaged-*.toml"))
    assert copies == sorted([first, second])


def test_a_damaged_file_is_named_also_where_no_copy_can_be_made(monkeypatch: pytest.MonkeyPatch) -> None:
    _file().write_bytes(b"[")

    def full(*_args: object, **_named: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr("samtale_tui.basis.files.write_atomically", full)
    with pytest.raises(DamagedConversation) as caught:
        load(conversation().id)
    assert caught.value.aside is None
    assert caught.value.remedy.endswith("Filen er ikke rørt.")


def test_a_damaged_conversation_that_is_opened_is_not_locked_or_written() -> None:
    _file().write_bytes(b"[")
    with pytest.raises(DamagedConversation):
        open_live(conversation().id)
    assert _file().read_bytes() == b"["
    assert not (_file().parent / "holder.toml").exists()


def test_a_mended_file_opens_again() -> None:
    good = _file().read_bytes()
    _file().write_bytes(good[:100])
    with pytest.raises(DamagedConversation):
        load(conversation().id)
    _file().write_bytes(good)
    assert load(conversation().id)[0].team == "Team Nord"
    assert list_conversations().damaged == ()


@pytest.mark.parametrize(
    "newer",
    [
        ('format = 1\nid = "2026', 'format = 2\nnyt = 1\nid = "2026'),
        ("[deck]\nformat = 1", "[deck]\nformat = 9"),
    ],
)
def test_a_file_of_a_newer_version_says_so_and_is_not_called_damaged(newer: tuple[str, str]) -> None:
    _file().write_bytes(_damage(*newer))
    with pytest.raises(NewerConversation) as caught:
        load(conversation().id)
    assert "nyere udgave" in str(caught.value)
    assert list(_file().parent.glob("conversation.damaged-*")) == []


def test_a_newer_file_is_listed_with_the_reason() -> None:
    _file().write_bytes(_damage('format = 1\nid = "2026', 'format = 2\nid = "2026'))
    assert "nyere udgave" in list_conversations().damaged[0].message


def test_damage_in_the_cards_is_found_when_the_conversation_is_opened() -> None:
    _file().write_bytes(_damage('text = "Hvem?"', "text = 5"))
    assert list_conversations().damaged == ()
    with pytest.raises(DamagedConversation) as caught:
        load(conversation().id)
    lines = _file().read_text(encoding="utf-8").splitlines()
    assert "text = 5" in lines[caught.value.line - 1]


def test_what_someone_writes_in_the_file_while_it_is_open_is_set_aside_before_the_next_save() -> None:
    folder = create_once()
    value, history = folder.load()
    edited = _damage('team = "Team Nord"', 'team = "Team Syd')
    _file().write_bytes(edited)
    folder.save(value, history)
    (copy,) = _file().parent.glob("conversation.damaged-*.toml")
    assert copy.read_bytes() == edited
    assert load(value.id)[0] == value
    folder.save(value.but(bell=False), History())
    assert len(list(_file().parent.glob("conversation.damaged-*.toml"))) == 1


def test_hostile_text_in_a_damaged_file_is_clean_in_the_message() -> None:
    _file().write_bytes(_damage('team = "Team Nord"', '"\\u001b[31m[/x]\\u202e" = 1'))
    with pytest.raises(DamagedConversation) as caught:
        load(conversation().id)
    assert "\x1b" not in str(caught.value)
    assert "\u202e" not in str(caught.value)
