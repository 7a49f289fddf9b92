"""Every screen, at every size and in both themes: nothing clipped, nothing secret, nothing in English."""

import re
from dataclasses import dataclass

import pytest
import sight
from scenes import SCENES
from scenes_talk import SECRET
from showcase import CARD, SIZES, Stage, playing, randers, ready

ROOM_SEES_NOT = re.compile(r"·pas|\(pas\)|Talt om i|Kun for dig|kun for dig|Til dig, der leder")
SPOKEN = re.compile(r"\b(Anna|Bo|Carina|Dorthe|Emil|Fatima)( \(\d+\))? \d+:\d\d")

ENGLISH = re.compile(
    r"\b(select|matches|no options|search|copied|copy|press|palette|quit|loading|cancel|close|command|toggle|scroll"
    r"|untitled|error|warning|highlight|focus|enter|help|save|none|true|false|page|option|empty|invalid|click)\b",
    re.IGNORECASE,
)

PEOPLE = ready().names
FIELDS = tuple(field.title for field in randers().ordered_fields)
EVALUATION = (
    "1. Hvad er det vigtigste, vi går herfra med?",
    "2. Hvad gjorde vi, som hjalp samtalen på vej?",
    "3. Hvad kunne have gjort samtalen endnu bedre?",
)
MUST_BE_READ: dict[str, tuple[str, ...]] = {
    "home": ("Fortsæt", "Team Nord", "i gang", "forberedt", "Ny samtale", "TUS · Randers"),
    "home_with_broken_files": ("2 filer kan ikke bruges", "gruppen.toml"),
    "frame_empty": ("Hvorfor holder I samtalen?", "Hvem er med?", "6 regler", "Mellemrum", "hjulet"),
    "frame_own": ("12. mar. 2027", "◆ 1 Vi må vælge én", "Facilitator: Anna", "90 minutter, heraf 15"),
    "frame_own_of_nine": ("Del jer i 2", "»Vi prøver det af i« venter", "◆ 3"),
    "frame_room": ("Velkommen, Team Nord", "Derfor er vi her", "Det vil vi tale om"),
    "frame_begun": ("Velkommen, Team Nord", "fredag den 12. marts 2027"),
    "frame_to_look_at": ("Kun læsning",),
    "frame_occasion": ("= fredag den 12. marts 2027", "Optakt til MUS eller LUS"),
    "frame_occasion_unreadable": ("kan ikke læse",),
    "frame_purpose": ("[✓] Lære af hinanden", "[ ] Trivsel og godt"),
    "frame_people": ("Carina", "6 deltagere"),
    "frame_check_in": ("Hvad siger alle et ord om først?", "Sparring hver tirsdag"),
    "frame_rules": ("En regel på hver linje", "Det, der bliver sagt her"),
    "frame_roles": ("Facilitator", "Tidsholder", "Referent"),
    "frame_time": ("Pause i 10 minutter efter 45 minutter", "65 minutter til at tale sammen, 15 til planen"),
    "frame_time_unreadable": ("Skriv hele minutter", "»10 min efter 45«"),
    "frame_why": ("Hvorfor dette kort?", "Vi skriver, hvad vi kan"),
    "frame_groups": ("I er 9; 4–6 taler bedst sammen.", "Gruppe 1 · 5", "Carina"),
    "frame_groups_of_forty": ("I er 40", "Gruppe 1 · 5"),
    "frame_ruled": ("Forberedelse", "Bo nævnte vagtplanen", "◆ 1 altid · Fortæl", "◆ 4 lederen · Vi må"),
    "frame_ruled_room": ("Det vil vi tale om",),
    "frame_prepare": ("Til dig", "Hvilket overordnet formål", "Bo nævnte vagtplanen"),
    "frame_remember": ("Lederen har valgt 2 kort. Reglerne her siger 1.", "frivilligt supplement"),
    "frame_chosen_by": ("Hvorfor dette kort?", "valgt af medarbejderne"),
    "evaluation_of_the_deck": ("1. Sparring hver tirsdag", "2. Nye får en makker"),
    "finish_to_approve": ("3 handlinger i planen", "g godkendelse"),
    "approval": ("godkendt 13. marts 2027", "Lederen", "afventer", "Godkendt af 6 af 7"),
    "home_to_delete": ("skal slettes nu", "slettes 1. sep. 2027"),
    "home_asking_to_delete": ("Slet samtalen?", "Behold den"),
    "wheel_with_chosen_cards": ("● ◆",),
    "card_chosen_own": ("◆ Valgt til samtalen",),
    "wheel": (*FIELDS, "Aftaler · 3", "Kompetencer · Fagli"),
    "wheel_before_the_start": ("begynd",),
    "grid": (*(title for title in FIELDS if title != "Samarbejdspartnere"), "Teamets", "udvikling"),
    "wheel_to_look_at": ("Kun læsning",),
    "card": ("Hvilken bliver det?", "– Hvordan ville andre opdage det?", "Kompetencer · Faglighed"),
    "exercise": ("Tag en spiralsamtale om styrker",),
    "rules": ("Vi taler én ad gangen", "2 Vi ser efter det, der virker"),
    "round_running": (*PEOPLE, "▶ Emil", "› Fatima", "Runden"),
    "round_own": (*PEOPLE, "Anna 1:07", "·pas", "klokke til"),
    "round_of_sixteen": tuple(f"{name} ({n})" for name in PEOPLE for n in (2,)),
    "round_in_overtime": ("Anna",),
    "round_paused": ("På pause", "Mellemrum videre"),
    "round_after_a_time_out": ("Time-out", "Mellemrum videre"),
    "time_out": ("Tryk på en tast",),
    "round_with_frame_up": ("Rundens tid er gået", "x slut", "f 5 min mere"),
    "placemat_explaining": ("Sådan gør vi", "Gruppe 1", "Gruppe 2", "n næste", "Anna"),
    "placemat_writing_own": ("Skriv i stilhed", "●Anna", "Sig: »Skriv"),
    "placemat_turning": ("Drej arket · 2 af 2", "Drej arket én plads"),
    "placemat_telling": ("Fortæl på skift · 2 af 3", "✓Anna", "▶Bo", "▶Emil"),
    "placemat_of_one_group": ("Jeres ark", "Bo fortæller", "▶Bo"),
    "placemat_in_overtime": ("Drej arket én plads til.",),
    "placemat_with_frame_up": ("f 5 min mere", "Resten af faserne tager"),
    "placemat_agreeing": ("Find midten",),
    "placemat_round_up": ("Gruppe 2 læser sin midte op", "Sig: »Læs jeres midte"),
    "placemat_round_up_without_a_middle": ("Gruppe 1 læser sin midte op", "midten"),
    "placemat_of_forty": ("Gruppe 8", "▶"),
    "placemat_paused": ("På pause", "Mellemrum videre"),
    "placemat_over": ("Mødet på midten er slut.",),
    "placemat_box": ("2 grupper på 3", "30:00", "Saml op", "Anna", "Esc luk"),
    "placemat_times": ("Drej arket", "5:00"),
    "placemat_which_middle": ("Hvilken gruppes midte?", "Gruppe 1: "),
    "placemat_middle_being_written": ("Midten · Gruppe 1",),
    "placemat_whose_field": ("Hvis felt?", "● Gruppe 1 · Anna", "Gruppe 2 · Fatima"),
    "placemat_outcome": ("Gruppe 1: ", "Gruppe 2: ", "Et felt i gruppe 1: "),
    "round_all_passed": ("Alle har sagt pas", "Runden er slut"),
    "round_setup": ("Anna", "Med uret", "1:00", "Gem"),
    "plan": ("11. jun. 2027", "Carina", "Planen · 3", "2 mangler noget", "Aftaler, der venter · 2"),
    "plan_empty": ("Ingen handlinger endnu",),
    "action": ("Sparring hver tirsdag efter frokost", "Kommer fra: Kompetencer"),
    "finish": ("teamudviklingsplan.docx", "Skriv filerne"),
    "finish_with_files_in_the_way": ("Nyt navn", "Erstat", "plan.toml"),
    "finish_with_files_written": ("Skrevet i", "team-nord.toml"),
    "palette_without_a_match": ("Ingen kommando hedder sådan.",),
    "parking_box": ("Parkér · Kompetencer", "● Senere i samtalen", "○ MUS", "Tab skifter sted"),
    "parking_box_confidential": ("● MUS", "Rummet ser, hvad du skriver nu", "Ikke i dokumenterne"),
    "parking_box_own": (SECRET, "● MUS", "Ikke i dokumenterne"),
    "parking": (
        "Parkeret · 5 venter",
        "Ferieplanen",
        "Et teammøde",
        "2 til en fortrolig samtale",
        "taget op",
    ),
    "parking_own": (
        "MUS · ikke i dokumenterne",
        "LUS · valgt med i dokumenterne",
        "holdes ude af dokumenterne",
    ),
    "parking_before_finish": ("gå videre til Afslut", "> videre", "EVALUERING", "Mødelokalet"),
    "parking_empty": ("Intet er parkeret",),
    "parking_all_handled": ("0 venter", "Alt det parkerede er taget op"),
    "parking_forty": ("Parkeret · 40 venter", "Sag 40"),
    "parking_place": ("Hvor hører det til?", "Et teammøde", "LUS", "mellem én medarbejder og lederen"),
    "parking_asked_about_the_documents": ("Det er fortroligt", "Hold det ude", "Tag det med"),
    "wheel_with_parked": ("K parkeret · 5",),
    "ranking": ("Hvad er vigtigst?", "Aftaler · 8", "12 Nye får en makker", "0–9 stemmer"),
    "ranking_forty": ("Aftaler · 40", "(40)"),
    "ranking_empty": ("Ingen aftaler venter",),
    "plan_with_votes": ("12 ●", "K parkeret · 5", "Planen · 3"),
    "evaluation": (*EVALUATION, "Nye får en makker", "⏎ skriv", "> videre"),
    "evaluation_empty": EVALUATION,
    "decks": ("Kortsæt · 8", "eget", "medfølger", "God dag"),
    "decks_searching": ("hvad ny", "af 59 kort"),
    "decks_without_a_match": ("0 af 59 kort",),
    "decks_broken_while_shown": ("Filen har fejl i linje", "sidste gode", "p viser alt"),
    "decks_never_good": ("▲", "◌", "skjult", "Filen har fejl i linje 1"),
    "decks_problems": ("Linje 3, tegn 1:", "Mente du »title«?"),
    "decks_card": ("Fortæl om en dag", "Spørg videre", "Esc lukker"),
    "decks_copying": ("Kopiér kortet", "Som tekst", "Til dit eget sæt"),
    "decks_copying_to_a_field": ("Hvilket felt", *FIELDS),
    "decks_deleting": ("Slet kortet?", "Behold kortet"),
    "deck_card": ("Fortæl om en dag", "Spørg videre"),
    "choice": ("Disken er fuld.", "Bliv, og prøv igen", "Luk alligevel"),
}
"""Words that must be there to read at every size."""


IN_BOTH_THEMES = (
    "home_with_broken_files",
    "start",
    "frame_own",
    "frame_begun",
    "frame_occasion_unreadable",
    "frame_purpose",
    "frame_rules",
    "frame_time",
    "frame_groups",
    "wheel_cards",
    "wheel_own",
    "grid",
    "card_own",
    "agreement_half_written",
    "rules",
    "help_on_the_wheel",
    "palette",
    "choice",
    "round_setup",
    "round_setup_during",
    "round_own",
    "plan",
    "action_with_an_unreadable_date",
    "finish",
    "parking_box_confidential",
    "parking_own",
    "parking_place",
    "ranking",
    "plan_with_votes",
    "evaluation",
    "frame_prepare",
    "frame_remember",
    "approval",
    "decks_cards",
    "decks_searching",
    "decks_broken_while_shown",
    "decks_card",
    "deck_card",
)
"""A scene of every screen; the others are begun in light and in dark by turns."""


ONLY_IN_ONES_OWN_VIEW: dict[str, tuple[str, ...]] = {
    "card_own": ("Til dig, der leder", randers().cards_by_id[CARD].hint[:24], ready().note[:20]),
    "wheel_own": (ready().note[:20],),
    "frame_ruled": (ready().note[:20],),
    "frame_prepare": (ready().note[:20],),
    "blank_own": (ready().note[:20],),
    "parking_own": (SECRET,),
    "parking_box_own": (SECRET,),
    "round_own": ("Anna 1:07", "Bo 0:04", "Bo ·pas", "Carina 1:23", "Dorthe 0:02"),
}


@dataclass(frozen=True)
class Look:
    """One screen at one size in one theme."""

    size: tuple[int, int]
    theme: str
    own_view: bool
    text: str
    reading: str
    faults: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.size[0]}×{self.size[1]} {self.theme}"


async def looks_of(name: str) -> list[Look]:
    """A screen at every size."""
    number = list(SCENES).index(name)
    first = number % len(SIZES)  # begun at another size each, and resized to the others
    sizes = (*SIZES[first:], *SIZES[:first])
    async with playing(size=sizes[0], light=bool(number % 2)) as stage:
        await SCENES[name](stage)
        looks = [_look(stage)]
        for size in sizes[1:]:
            await stage.pilot.resize_terminal(*size)
            await stage.settle()
            looks.append(_look(stage))
    return looks


def _look(stage: Stage) -> Look:
    app = stage.app
    size = (app.size.width, app.size.height)
    drawn = sight.lines(app)
    text = "\n".join(drawn)
    said = "\n".join((text, *(letters.text for letters in sight.in_large_letters(app))))
    own_view = app.own_view or app.live is None  # the room sees nothing where no conversation is open
    return Look(size, app.theme, own_view, text, sight.as_read(said), tuple(sight.faults(app, drawn)))


HINTS = tuple(card.hint[:24] for card in randers().cards if card.hint)


def private_words(look: Look) -> list[str]:
    """Hints, notes, who passed, how long anyone spoke: what the room does not see."""
    found = [hint for hint in (*HINTS, ready().note[:20], SECRET) if hint in look.reading]
    found += ROOM_SEES_NOT.findall(look.reading)
    return found + [match.group() for match in SPOKEN.finditer(look.reading)]


def missing_words(look: Look, words: tuple[str, ...]) -> list[str]:
    """What cannot be read; a long word may be broken over two lines."""
    seen = look.reading.replace(" ", "")
    return [each for each in words if each.replace(" ", "") not in seen]


@pytest.mark.parametrize("name", SCENES)
async def test_a_screen_is_whole_at_every_size_and_shows_each_what_is_theirs(name: str) -> None:
    looks = await looks_of(name)
    assert {look.size for look in looks} == set(SIZES)
    must = MUST_BE_READ.get(name, ()) + ONLY_IN_ONES_OWN_VIEW.get(name, ())
    wrong = [
        f"{look}: {fault}"
        for look in looks
        for fault in (
            *look.faults,
            *(f"{words!r} cannot be read" for words in missing_words(look, must)),
            *(f"{words!r} is Textual's own" for words in ENGLISH.findall(look.text)),
            *(f"{words!r} is seen by the room" for words in private_words(look) if not look.own_view),
        )
    ]
    assert wrong == [], "\n".join([*wrong, *(look.text for look in looks)])
    assert name not in ONLY_IN_ONES_OWN_VIEW or all(look.own_view and private_words(look) for look in looks)


@pytest.mark.parametrize("name", IN_BOTH_THEMES)
async def test_light_and_dark_say_the_same(name: str) -> None:
    async with playing(light=True) as stage:
        await SCENES[name](stage)
        light = sight.text(stage.app)
        stage.app.action_theme()
        await stage.settle()
        assert sight.text(stage.app) == light
        assert sight.faults(stage.app) == []
