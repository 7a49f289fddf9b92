"""Every screen, at every size and in both themes: nothing clipped, nothing secret, nothing in English."""

import re
from dataclasses import dataclass

import pytest
import sight
from scenes import SCENES
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
MUST_BE_READ: dict[str, tuple[str, ...]] = {
    "home": ("Fortsæt", "Team Nord", "i gang", "forberedt", "Ny samtale", "TUS · Randers"),
    "home_with_broken_files": ("2 filer kan ikke bruges", "gruppen.toml"),
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
    "round_in_time_out": ("Time-out", "Mellemrum videre"),
    "round_with_frame_up": ("Rundens tid er gået", "x luk", "f 5 min mere"),
    "round_all_passed": ("Alle har sagt pas", "Runden er slut"),
    "round_setup": ("Anna", "Med uret", "1:00", "Begynd runden"),
    "plan": ("11. jun. 2027", "Carina", "Planen · 3", "2 mangler noget", "Aftaler, der venter · 2"),
    "plan_empty": ("Ingen handlinger endnu",),
    "action": ("Sparring hver tirsdag efter frokost", "Kom af: Kompetencer"),
    "finish": ("Teamudviklingsplan · Team Nord", "Skriv filerne"),
    "finish_with_files_in_the_way": ("Nyt navn", "Erstat", "plan.toml"),
    "finish_with_files_written": ("Skrevet:", "team-nord.toml"),
    "palette_without_a_match": ("Ingen kommando hedder sådan.",),
    "choice": ("Disken er fuld.", "Bliv, og prøv igen", "Luk alligevel"),
}
"""Words that must be there to read at every size."""


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


_LOOKS: dict[str, tuple[Look, ...]] = {}


async def looks_of(name: str) -> tuple[Look, ...]:
    """A screen at every size, and in the other theme at the last; reached once, and looked at by every test."""
    if name not in _LOOKS:
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
            stage.app.action_theme()
            await stage.settle()
            _LOOKS[name] = (*looks, _look(stage))
    return _LOOKS[name]


def _look(stage: Stage) -> Look:
    app = stage.app
    size = (app.size.width, app.size.height)
    faults = tuple(sight.faults(app))
    return Look(size, app.theme, app.own_view, sight.text(app), sight.reading(app), faults)


@pytest.mark.parametrize("name", SCENES)
async def test_nothing_is_clipped_covered_or_missing(name: str) -> None:
    looks = await looks_of(name)
    assert {look.size for look in looks} == set(SIZES)
    assert len({look.theme for look in looks}) == 2
    assert [f"{look}: {fault}" for look in looks for fault in look.faults] == []


@pytest.mark.parametrize("name", SCENES)
async def test_light_and_dark_say_the_same(name: str) -> None:
    *_, one, other = await looks_of(name)
    assert one.size == other.size
    assert one.theme != other.theme
    assert one.text == other.text


@pytest.mark.parametrize("name", MUST_BE_READ)
async def test_what_matters_can_be_read_at_every_size(name: str) -> None:
    missing = [
        f"{look}: {words}"
        for look in await looks_of(name)
        for words in MUST_BE_READ[name]
        if words.replace(" ", "") not in look.reading.replace(" ", "")  # a long word may be broken
    ]
    assert not missing, "\n".join(missing)


@pytest.mark.parametrize("name", SCENES)
async def test_no_word_of_textuals_own_shows(name: str) -> None:
    for look in await looks_of(name):
        assert ENGLISH.findall(look.text) == [], look.text


HINTS = tuple(card.hint[:24] for card in randers().cards if card.hint)


def seen_by_the_room(look: Look) -> list[str]:
    """What the room sees and should not: hints, notes, who passed, how long anyone spoke."""
    private = [hint for hint in HINTS if hint in look.reading]
    private += [ready().note[:20]] if ready().note[:20] in look.reading else []
    private += ROOM_SEES_NOT.findall(look.reading)
    private += [match.group() for match in SPOKEN.finditer(look.reading)]
    return private


@pytest.mark.parametrize("name", SCENES)
async def test_the_room_sees_no_hint_no_note_no_passes_and_no_ones_time(name: str) -> None:
    looks = [look for look in await looks_of(name) if not look.own_view]
    assert [f"{look}: {words}" for look in looks for words in seen_by_the_room(look)] == []


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("card_own", "Til dig, der leder"),
        ("card_own", randers().cards_by_id[CARD].hint[:24]),
        ("card_own", ready().note[:20]),
        ("wheel_own", ready().note[:20]),
        ("blank_own", ready().note[:20]),
        ("round_own", "Anna 1:07"),
        ("round_own", "Bo 0:04"),
        ("round_own", "Bo ·pas"),
        ("round_own", "Carina 1:23"),
        ("round_own", "Dorthe 0:02"),
    ],
)
async def test_ones_own_view_has_them(name: str, words: str) -> None:
    for look in await looks_of(name):
        assert look.own_view
        assert words in look.reading, look.text
        assert seen_by_the_room(look)
