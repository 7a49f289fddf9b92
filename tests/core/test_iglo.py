"""IGLO: ideas first, one at a time, a board of four levels and two horizons, and what comes of it (S31–S35)."""

from datetime import date

import pytest
from pydantic import ValidationError

from samtale_tui.basis.words import Horizon, IgloLevel
from samtale_tui.method.iglo import (
    Iglo,
    add_idea,
    advice,
    back_to_board,
    choose,
    drop_idea,
    go_to,
    idea_of,
    next_idea,
    propose,
    reword_idea,
    talk_about,
    waiting_ideas,
)
from samtale_tui.method.iglo_board import (
    became,
    drop_note,
    empty_levels,
    empty_words,
    next_note_id,
    note_of,
    notes_on,
    put_note,
)
from samtale_tui.method.iglo_parts import Grounds, IgloNote, IgloStep, LevelText, Thought
from samtale_tui.method.iglo_words import answered, grounds_words, level_texts, missing, thought_words
from samtale_tui.method.run import Ending, extend, frame_left

PEOPLE = ("p1", "p2", "p3", "p4")
DAY = date(2027, 4, 1)
BOARD = (IgloStep.BOARD, "i1")


def note(
    number: int = 1, level: IgloLevel = IgloLevel.GROUP, horizon: Horizon = Horizon.SHORT, **fields: object
) -> IgloNote:
    return IgloNote.model_validate(
        {"id": f"s{number}", "idea": "i1", "level": level, "horizon": horizon, "what": "Sparring"} | fields
    )


def with_ideas(*texts: str) -> Iglo:
    s = propose(PEOPLE, 2400)
    for text in texts or ("Ro om morgenen", "Makker til nye"):
        s = add_idea(s, text)
    return s


def on_the_board(*notes: IgloNote) -> Iglo:
    s = choose(with_ideas(), "i1", Grounds.IMPORTANT)
    for each in notes:
        s = put_note(s, each)
    return s


# Ideas


def test_ideas_are_written_or_taken_from_agreements_each_once() -> None:
    s = add_idea(with_ideas("Ro om morgenen"), " Nye får\nen makker ", "a2")
    assert [(idea.id, idea.text, idea.agreement) for idea in s.ideas] == [
        ("i1", "Ro om morgenen", ""),
        ("i2", "Nye får\nen makker", "a2"),
    ]
    assert add_idea(s, "Nye får en makker", "a2") is s
    assert add_idea(s, " \n ") is s


def test_an_idea_is_put_in_other_words_but_never_in_none() -> None:
    s = reword_idea(with_ideas(), "i2", "Makker i tre måneder")
    assert [idea.text for idea in s.ideas] == ["Ro om morgenen", "Makker i tre måneder"]
    assert reword_idea(s, "i2", "  ") is s
    assert reword_idea(s, "i9", "Noget") is s


def test_an_idea_with_notes_goes_only_when_they_are_to_go_with_it() -> None:
    s = on_the_board(note())
    assert drop_idea(s, "i1") is s
    gone = drop_idea(s, "i1", with_notes=True)
    assert ([idea.id for idea in gone.ideas], gone.notes, gone.idea) == (["i2"], (), None)
    assert gone.step is IgloStep.CHOOSE
    assert drop_idea(drop_idea(gone, "i2"), "i2").step is IgloStep.IDEAS
    assert [idea.id for idea in drop_idea(s, "i2").ideas] == ["i1"]
    assert drop_idea(s, "i9") is s


def test_nothing_can_be_chosen_before_there_are_ideas_nor_a_board_be_shown_before_a_choice() -> None:
    empty = propose(PEOPLE, 2400)
    assert go_to(empty, IgloStep.CHOOSE) is empty
    assert go_to(with_ideas(), IgloStep.BOARD).step is IgloStep.IDEAS
    assert go_to(with_ideas(), IgloStep.CHOOSE).step is IgloStep.CHOOSE


# One idea at a time


def test_an_idea_is_chosen_for_a_reason_and_its_board_is_there() -> None:
    s = choose(with_ideas(), "i2", Grounds.EASIEST)
    assert (s.step, s.idea) == (IgloStep.BOARD, "i2")
    assert [idea.chosen for idea in s.ideas] == [None, Grounds.EASIEST]
    assert choose(s, "i2", Grounds.EASIEST) is s
    assert idea_of(choose(s, "i2", Grounds.IMPORTANT), "i2") == s.ideas[1].but(chosen=Grounds.IMPORTANT)
    assert grounds_words(Grounds.EASIEST) == "den letteste at begynde med"


def test_the_next_idea_leaves_the_board_of_the_last_one_as_it_was() -> None:
    s = next_idea(on_the_board(note()))
    assert (s.step, [idea.id for idea in waiting_ideas(s)]) == (IgloStep.CHOOSE, ["i2"])
    s = choose(s, "i2", Grounds.EASIEST)
    assert notes_on(s, "i2", IgloLevel.GROUP, Horizon.SHORT) == ()
    s = put_note(s, note(2, idea="i2"))
    assert next_idea(s).step is IgloStep.IDEAS
    back = back_to_board(s, "i1")
    assert ((back.step, back.idea), notes_on(back, "i1", IgloLevel.GROUP, Horizon.SHORT)) == (
        BOARD,
        (note(),),
    )
    assert len(back.notes) == 2


def test_only_a_board_that_was_there_can_be_gone_back_to() -> None:
    s = on_the_board()
    assert back_to_board(s, "i2") is s
    assert back_to_board(s, "i9") is s
    assert back_to_board(s, "i1") is s
    assert back_to_board(next_idea(s), "i1").step is IgloStep.BOARD


def test_the_six_things_are_ticked_for_each_idea() -> None:
    s = talk_about(talk_about(on_the_board(), "i1", Thought.DRIVER), "i1", Thought.WHY)
    assert [idea.talked for idea in s.ideas] == [(Thought.WHY, Thought.DRIVER), ()]
    assert talk_about(s, "i1", Thought.WHY).ideas[0].talked == (Thought.DRIVER,)
    assert talk_about(s, "i9", Thought.WHY) is s
    assert [thought_words(each) for each in Thought] == [
        "Hvorfor vil vi det?",
        "Hvad ville det betyde, hvis det lykkedes?",
        "Kender alle fire niveauer deres rolle?",
        "Er alle personalegrupper med i det?",
        "Støtter handlingerne hinanden?",
        "Hvem har ansvaret og driver det frem?",
    ]


# The board


@pytest.mark.parametrize(
    ("fields", "lacking"),
    [
        ({"what": ""}, ("hvad", "hvordan", "hvem", "start og frist", "opfølgning")),
        ({}, ("hvordan", "hvem", "start og frist", "opfølgning")),
        ({"how": "To og to", "who": "Bo"}, ("start og frist", "opfølgning")),
        ({"how": "To og to", "who": "Bo", "start": DAY}, ("frist", "opfølgning")),
        ({"how": "To og to", "who": "Bo", "deadline": DAY}, ("start", "opfølgning")),
        ({"start": DAY, "deadline": DAY, "follow_how": "Status"}, ("hvordan", "hvem", "opfølgning")),
        ({"how": "x", "who": "Bo", "follow_who": "Bo"}, ("start og frist", "hvornår I følger op")),
        ({"how": "x", "who": "Bo", "follow_when": DAY}, ("start og frist", "hvem der følger op")),
        (
            {"how": "x", "who": "Bo", "start": DAY, "deadline": DAY, "follow_who": "Bo", "follow_when": DAY},
            (),
        ),
    ],
)
def test_a_note_says_how_many_of_the_five_it_answers_and_which_it_lacks(
    fields: dict[str, object], lacking: tuple[str, ...]
) -> None:
    assert missing(note(**fields)) == lacking
    assert answered(note(**fields)) == 5 - len(lacking)


def test_a_note_hangs_in_its_square_and_can_be_moved_to_another() -> None:
    s = on_the_board(note(), note(2, IgloLevel.LEADERSHIP, Horizon.LONG, what="Tid i vagtplanen"))
    assert [each.id for each in notes_on(s, "i1", IgloLevel.LEADERSHIP, Horizon.LONG)] == ["s2"]
    assert next_note_id(s) == "s3"
    assert next_note_id(drop_note(s, "s2")) == "s3"
    moved = put_note(s, s.notes[1].but(level=IgloLevel.ORGANISATION, horizon=Horizon.SHORT))
    assert notes_on(moved, "i1", IgloLevel.LEADERSHIP, Horizon.LONG) == ()
    assert note_of(moved, "s2") == s.notes[1].but(level=IgloLevel.ORGANISATION, horizon=Horizon.SHORT)
    assert put_note(s, s.notes[1]) is s
    assert [each.id for each in drop_note(moved, "s1").notes] == ["s2"]
    assert drop_note(s, "s9") is s


def test_a_new_note_without_a_word_is_not_hung_up_but_one_may_be_emptied() -> None:
    s = on_the_board()
    assert put_note(s, note(what="")) is s
    assert put_note(s, note(idea="i9")) is s
    s = on_the_board(note())
    assert put_note(s, note()) is s
    assert note_of(put_note(s, note(what="")), "s1") == note(what="")


def test_empty_levels_are_pointed_out() -> None:
    s = on_the_board()
    assert empty_words(s, "i1") == "Tavlen er tom. Begynd dér, hvor det er lettest."
    s = put_note(put_note(s, note()), note(2, IgloLevel.ORGANISATION, Horizon.LONG))
    assert empty_levels(s, "i1") == (IgloLevel.INDIVIDUAL, IgloLevel.LEADERSHIP)
    assert empty_words(s, "i1") == "Endnu ingen sedler: Individ, Ledelse. Hvad kan der ske dér?"
    assert len(empty_levels(s, "i2")) == 4
    s = put_note(put_note(s, note(3, IgloLevel.INDIVIDUAL)), note(4, IgloLevel.LEADERSHIP))
    assert (empty_levels(s, "i1"), empty_words(s, "i1")) == ((), "")


def test_the_deck_may_call_a_level_something_else_or_only_explain_it() -> None:
    own = (
        LevelText(level=IgloLevel.LEADERSHIP, title="Afdelingsleder"),
        LevelText(level=IgloLevel.GROUP, explain="Os otte på nord"),
    )
    s = choose(add_idea(propose(PEOPLE, 2400, levels=own), "Ro"), "i1", Grounds.EASIEST)
    texts = {text.level: text for text in level_texts(s.levels)}
    assert list(texts) == list(IgloLevel)
    assert [text.title for text in texts.values()] == ["Individ", "Gruppe", "Afdelingsleder", "Organisation"]
    assert texts[IgloLevel.GROUP].explain == "Os otte på nord"
    assert all(text.explain for text in texts.values())
    s = put_note(s, note())
    assert "Afdelingsleder" in empty_words(s, "i1")


def test_a_note_remembers_the_action_that_it_became_whatever_is_written_on_it_later() -> None:
    s = became(on_the_board(note()), "s1", "h3")
    assert note_of(s, "s1") == note(action="h3")
    assert note_of(put_note(s, note(what="Makkersparring")), "s1") == note(what="Makkersparring", action="h3")
    assert note_of(became(s, "s1", ""), "s1") == note()
    assert became(s, "s1", "h3") is s
    assert became(s, "s9", "h1") is s
    over = s.closed(60, Ending.CLOSED)
    assert note_of(became(over, "s1", ""), "s1") == note()


# What comes of it, and who is there


def test_the_harvest_is_notes_with_what_they_became_and_written_ideas_that_had_no_turn() -> None:
    s = on_the_board(
        note(level=IgloLevel.LEADERSHIP, horizon=Horizon.LONG),
        note(2, what="", how="To og to"),
        note(3, what="", who="Bo"),
        note(4, what="Er i planen"),
    )
    s = add_idea(became(s, "s4", "h1"), "Fra en aftale", "a1")
    assert [tuple(each) for each in s.harvest()] == [
        ("s1", "Sparring", "Ledelse · Langt sigt", ""),
        ("s2", "To og to", "Gruppe · Kort sigt", ""),
        ("s4", "Er i planen", "Gruppe · Kort sigt", "h1"),
        ("i2", "Makker til nye", "Idé, der ikke kom på tavlen", ""),
    ]
    assert propose(PEOPLE, 600).harvest() == ()


def test_the_next_iglo_begins_with_the_ideas_that_had_no_turn() -> None:
    s = add_idea(on_the_board(note()), "Fra en aftale", "a1")
    again = propose(PEOPLE[:2], 1800, last=s)
    assert [(idea.id, idea.text, idea.agreement) for idea in again.ideas] == [
        ("i1", "Makker til nye", ""),
        ("i2", "Fra en aftale", "a1"),
    ]
    assert (again.step, again.idea, again.notes, again.people) == (IgloStep.IDEAS, None, (), ("p1", "p2"))


@pytest.mark.parametrize("people", [1, 2, 3, 4, 5, 6, 7, 11, 12, 13, 40])
def test_any_number_can_begin_and_is_told_where_the_method_is_weak(people: int) -> None:
    s = propose([f"p{n}" for n in range(1, people + 1)], 2400)
    assert len(s.people) == people
    assert bool(advice(s)) == (people < 3 or people > 8)
    assert advice(s.but(frame_seconds=600)).endswith("Der er kort tid. Nøjes med én idé, og gør den færdig.")


def test_people_come_and_go_and_the_board_stays() -> None:
    s = on_the_board(note())
    order = ("p1", "p2", "p5", "p3", "p4")
    more = s.joined("p5", 10, order)
    assert more.people == order
    assert more.joined("p5", 12, order) is more
    assert more.left("p5", 20) == s
    assert more.left("p9", 20) is more
    alone = propose(("p1",), 600)
    assert alone.left("p1", 5) is alone
    assert s.closed(30, Ending.CLOSED).left("p1", 40).people == PEOPLE
    assert s.closed(30, Ending.CLOSED).joined("p5", 40, order).people == PEOPLE


def test_once_it_is_over_nothing_changes_but_what_its_notes_become() -> None:
    over = on_the_board(note()).closed(100.0004, Ending.TIME_UP)
    assert (over.ending, over.ended_at, frame_left(over, 9999)) == (Ending.TIME_UP, 100.0, 2300.0)
    for same in (
        add_idea(over, "Mere"),
        reword_idea(over, "i1", "Andet"),
        drop_idea(over, "i1", with_notes=True),
        choose(over, "i2", Grounds.EASIEST),
        back_to_board(over, "i1"),
        next_idea(over),
        talk_about(over, "i1", Thought.WHY),
        put_note(over, note(2)),
        put_note(over, note(1, IgloLevel.LEADERSHIP, Horizon.LONG)),
        drop_note(over, "s1"),
        extend(over),
        over.closed(200, Ending.CLOSED),
    ):
        assert same is over


@pytest.mark.parametrize(
    "changes",
    [
        {"people": ()},
        {"people": ("p1", "p1")},
        {"ideas": ({"id": "i1", "text": "a"}, {"id": "i1", "text": "b"})},
        {"ideas": ({"id": "i1", "text": " "},)},
        {"notes": (note(idea="i9"),)},
        {"notes": (note(), note())},
        {"idea": "i9"},
        {"idea": None, "step": "board"},
        {"levels": (LevelText(level=IgloLevel.GROUP), LevelText(level=IgloLevel.GROUP))},
    ],
)
def test_a_state_that_does_not_hang_together_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        on_the_board().but(**changes)
