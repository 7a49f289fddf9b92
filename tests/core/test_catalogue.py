"""What the cards can tell of each method."""

import gettext
from dataclasses import FrozenInstanceError, fields

import pytest

from samtale_tui.basis import language
from samtale_tui.basis.words import MethodName
from samtale_tui.method.catalogue import ALL_METHODS, MethodText, method_text

EVERY_METHOD = pytest.mark.parametrize("name", ALL_METHODS)


def sentences(text: MethodText) -> list[str]:
    return [text.title, text.purpose, text.when, text.people, *text.steps, *text.rules]


def test_the_catalogue_has_all_six_methods_under_their_danish_names():
    assert {name: method_text(name).title for name in ALL_METHODS} == {
        MethodName.SPIRAL: "Spiralsamtale",
        MethodName.BRIDGING: "Struktureret dialog",
        MethodName.FISHBOWL: "Fishbowl",
        MethodName.PLACEMAT: "Mødet på midten",
        MethodName.IGLO: "IGLO",
        MethodName.IDOART: "IDOART",
    }


@EVERY_METHOD
def test_a_method_says_what_it_is_for_when_to_use_it_and_how_it_is_done(name):
    text = method_text(name)
    assert all(len(sentence) >= 20 for sentence in (text.purpose, text.when, text.people))
    assert "Brug den ikke" in text.when
    assert 4 <= len(text.steps) <= 7
    assert 3 <= len(text.rules) <= 4


@EVERY_METHOD
def test_a_method_takes_a_time_that_fits_into_a_conversation(name):
    least, most = method_text(name).minutes
    assert 10 <= least < most <= 60


@EVERY_METHOD
def test_a_method_is_told_in_whole_plain_sentences(name):
    text = method_text(name)
    told = sentences(text)
    assert len(set(told)) == len(told)
    assert all(sentence == " ".join(sentence.split()) and sentence[0].isupper() for sentence in told[4:])
    assert all(sentence[-1] in ".?" for sentence in told[1:])
    assert not any("!" in sentence or "  " in sentence for sentence in told)


@EVERY_METHOD
def test_a_step_can_be_read_at_a_glance(name):
    text = method_text(name)
    assert max(map(len, text.steps)) <= 220
    assert max(map(len, (text.purpose, text.when, text.people, *text.rules))) <= 180


def test_a_spiral_has_the_frame_of_ten_to_fifteen_minutes_and_two_ways_to_end():
    text = method_text(MethodName.SPIRAL)
    assert text.minutes == (10, 15)
    assert any("meldt pas" in step and "tiden er gået" in step for step in text.steps)
    assert any("afbryder" in rule for rule in text.rules)
    assert any("altid i orden at melde pas" in rule and "igen" in rule for rule in text.rules)


def test_a_placemat_is_for_four_or_five_and_larger_groups_are_split():
    text = method_text(MethodName.PLACEMAT)
    assert "4–5" in text.people
    assert "del jer" in text.people
    assert "i stilhed" in text.steps[1]
    assert any("I midten" in rule for rule in text.rules)


def test_iglo_has_four_steps_and_names_its_four_levels_and_what_a_note_holds():
    text = method_text(MethodName.IGLO)
    assert len(text.steps) == 4
    assert all(level in text.purpose for level in ("individ", "gruppe", "ledelse", "organisation"))
    assert all(word in text.steps[2] for word in ("hvad", "hvordan", "hvem", "hvornår", "følger op"))
    assert "idéer" in text.when


def test_idoart_has_its_five_parts_with_two_three_two_two_and_one_question():
    steps = method_text(MethodName.IDOART).steps
    parts = ["Intention", "Desired Outcome", "Agenda", "Roles & Rules", "Time"]
    assert [step.split(",")[0] for step in steps] == parts
    assert [step.count("?") for step in steps] == [2, 3, 2, 2, 1]


def test_a_structured_dialogue_builds_bridges_within_a_time_of_its_own():
    text = method_text(MethodName.BRIDGING)
    assert sum("Byg bro" in step for step in text.steps) == 3
    assert any("tid" in rule for rule in text.rules)


def test_a_fishbowl_asks_the_outer_circle_what_it_saw():
    text = method_text(MethodName.FISHBOWL)
    assert "3–7" in text.people
    assert any(step.startswith("Spørg den yderste kreds") for step in text.steps)


def test_the_methods_follow_the_language_that_is_in_force_when_they_are_asked_for(monkeypatch):
    class Backwards(gettext.NullTranslations):
        def gettext(self, message: str) -> str:
            return message[::-1]

    before = {name: sentences(method_text(name)) for name in ALL_METHODS}
    monkeypatch.setitem(language._spoken.catalogues, language.language(), Backwards())
    for name in ALL_METHODS:
        assert sentences(method_text(name)) == [sentence[::-1] for sentence in before[name]]


@pytest.mark.parametrize("field", [field.name for field in fields(MethodText)])
def test_a_method_cannot_be_changed_by_those_who_show_it(field):
    with pytest.raises(FrozenInstanceError):
        setattr(method_text(MethodName.SPIRAL), field, ())
