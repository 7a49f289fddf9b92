"""Which language is spoken, and that it can be changed at any time."""

import pytest

from samtale_tui.basis.language import LANGUAGES, _, chosen_language, language, n_, noted, use_language
from samtale_tui.basis.shown_dates import short_date
from samtale_tui.basis.words import ConversationKind, conversation_title

LATER = noted("Ny aftale")


def test_a_text_is_in_the_language_that_is_spoken_now() -> None:
    said = []
    for code in ("en", "da", "en"):
        use_language(code)
        assert language() == code
        said.append((_(LATER), n_("1 aftale", "{n} aftaler", 3), conversation_title(ConversationKind.TUS)))
    english = ("New agreement", "3 agreements", "Team development conversation (TUS)")
    assert said == [english, ("Ny aftale", "3 aftaler", "Teamudviklingssamtale (TUS)"), english]


@pytest.mark.parametrize(
    ("code", "said"),
    [("da", ["0 aftaler", "1 aftale", "2 aftaler"]), ("en", ["0 agreements", "1 agreement", "2 agreements"])],
)
def test_none_and_two_are_many_and_one_is_one(code: str, said: list[str]) -> None:
    use_language(code)
    assert [n_("1 aftale", "{n} aftaler", count) for count in range(3)] == said


@pytest.mark.parametrize("code", LANGUAGES)
def test_nothing_stays_nothing_and_what_is_unknown_stays_as_it_is(code: str) -> None:
    use_language(code)
    assert (_(""), _("Team Nord æøå")) == ("", "Team Nord æøå")


def test_another_language_is_refused_and_nothing_changes() -> None:
    use_language("en")
    with pytest.raises(ValueError, match="fr"):
        use_language("fr")
    assert language() == "en"


CHOSEN = [
    # what is asked for · what the settings say · what the machine says · what is spoken
    ("en", "da", {"LANG": "da_DK.UTF-8"}, "en"),
    ("da", "en", {"LANG": "en_GB.UTF-8"}, "da"),
    ("", "en", {"LANG": "da_DK.UTF-8"}, "en"),
    ("", "da", {"LANGUAGE": "en"}, "da"),
    ("", "", {}, "da"),
    ("", "", {"LANG": ""}, "da"),
    ("", "", {"LANG": "C"}, "da"),
    ("", "", {"LANG": "C.UTF-8"}, "da"),
    ("", "", {"LANG": "POSIX"}, "da"),
    ("", "", {"LANG": "de_DE.UTF-8"}, "da"),
    ("", "", {"LANG": "da_DK.UTF-8"}, "da"),
    ("", "", {"LANG": "en_DK.UTF-8"}, "en"),
    ("", "", {"LANG": "EN_us"}, "en"),
    ("", "", {"LANG": "English_United Kingdom.1252"}, "en"),
    ("", "", {"LANG": "da_DK", "LC_MESSAGES": "en_GB"}, "en"),
    ("", "", {"LC_MESSAGES": "en_GB", "LC_ALL": "da_DK"}, "da"),
    ("", "", {"LC_ALL": "da_DK", "LANGUAGE": "en_GB:da"}, "en"),
    ("", "", {"LANGUAGE": "", "LANG": "en_GB"}, "en"),
    ("fr", "sv", {"LANG": "en_GB"}, "en"),
]


@pytest.mark.parametrize(("option", "setting", "environ", "spoken"), CHOSEN)
def test_what_is_asked_for_goes_before_the_settings_and_those_before_the_machine(
    option: str, setting: str, environ: dict[str, str], spoken: str
) -> None:
    assert chosen_language(option, setting, environ) == spoken


def test_dates_follow_the_language() -> None:
    from datetime import date

    day = date(2027, 3, 12)
    danish = short_date(day)
    use_language("en")
    assert (danish, short_date(day)) == ("12. mar. 2027", "12 Mar 2027")
