"""Large letters before they are on a screen: what the typeface has, what fits, and how it becomes cells."""

import re
import subprocess
import sys
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageDraw, ImageFont, ImageStat
from showcase import randers

from samtale_tui.tui.widgets import letter_setting, lettering
from samtale_tui.tui.widgets.large_letters import pictured, plain_rows
from samtale_tui.tui.widgets.letter_cells import LEVELS, PLAIN, SHADES, SMOOTH, cell, rows_of_cells, stretches
from samtale_tui.tui.widgets.letter_setting import SIZES, set_large
from samtale_tui.tui.widgets.lettering import Size, Typeface, typeface

HUNDRED = (
    "Vi må vælge én ting, som teamet skal blive dygtigere til det næste år. Hvad bliver det, tror I alle?"
)
LEVEL = st.integers(0, LEVELS)
QUARTERS = {block: number for number, block in enumerate(" ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█")}


def the_typeface() -> Typeface:
    """The one that is installed."""
    found = typeface()
    assert found is not None
    return found


# What the typeface has


def test_it_has_the_letters_and_signs_that_questions_are_written_with() -> None:
    face = the_typeface()
    assert len(HUNDRED) == 100
    for text in (
        HUNDRED,
        "ÆØÅ æøå éèüöä",
        "“citat” ’ » « – — … ! : ; ( ) / % & 0123456789",
        "Łódź Ελλάδα Привет",
    ):
        assert face.can_set(text), text


@pytest.mark.parametrize(
    "text",
    ["🧑\u200d🚀", "漢字", "שלום", "مرحبا", "Z\u0351\u036b", "a\u202eb", "\ufffe", "नमस्ते"],
    ids=["emoji", "chinese", "hebrew", "arabic", "stacked", "bidi", "nothing", "devanagari"],
)
def test_what_it_lacks_or_cannot_line_up_is_left_to_plain_text(text: str) -> None:
    assert not the_typeface().can_set(text)
    assert set_large(f"Hvad er {text}?", 112, 30) is None


def test_letters_that_lean_towards_each_other_stand_nearer() -> None:
    face = the_typeface()
    assert face.width("Vand") < face.width("V") + face.width("and")
    assert face.width("ii") < face.width("mm")
    assert face.width("") == 0


@pytest.mark.parametrize("error", [ImportError("no font"), OSError("spoilt")])
def test_without_a_font_there_is_plain_text(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(self: Typeface, path: str) -> None:
        raise error

    monkeypatch.setattr(lettering.Typeface, "__init__", fails)
    typeface.cache_clear()
    set_large.cache_clear()
    try:
        assert set_large("Hvad nu?", 80, 20) is None
    finally:
        typeface.cache_clear()
        set_large.cache_clear()


def test_nothing_of_it_is_loaded_before_a_card_is_seen() -> None:
    program = (
        "import sys, samtale_tui.tui.screens.card, samtale_tui.tui.screens.wheel, samtale_tui.tui.app\n"
        "assert not {'PIL', 'fontpkg_inter', 'fontpkg'} & set(sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False, timeout=60).returncode == 0


# What fits


def test_a_question_of_a_hundred_letters_is_set_at_least_three_cells_high_on_a_projector() -> None:
    setting = set_large(HUNDRED, 113, 29)
    assert setting is not None
    assert setting.size.high >= 2 * 3
    assert setting.rows <= 29
    assert " ".join(line for line, _base in setting.lines) == HUNDRED


def test_every_card_that_is_shipped_is_set_in_large_letters_on_a_projector() -> None:
    texts = [card.text for card in randers().cards if card.text]
    assert len(texts) > 40
    assert [text for text in texts if set_large(text, 113, 35) is None] == []


def test_the_fewer_the_letters_the_larger_they_are() -> None:
    texts = ("Pause", "Hvad er en god dag?", "Hvilken viden står kun ét sted hos os?", HUNDRED)
    found = [set_large(text, 113, 30) for text in texts]
    heights = [setting.size.high for setting in found if setting]
    assert heights == sorted(heights, reverse=True)
    assert len(set(heights)) == len(texts)


@pytest.mark.parametrize("text", ["", " \n ", "x" * 401, "æ" * 200, HUNDRED * 100])
def test_what_does_not_fit_is_not_set(text: str) -> None:
    assert set_large(text, 74, 15) is None
    assert set_large("Hvad nu?", 0, 10) is None
    assert set_large("Hvad nu?", 80, 0) is None


@given(
    st.text("abcde æøåÆØÅgjpqÅÉ?!“”,.-ijl\n", min_size=1, max_size=120),
    st.integers(10, 130),
    st.integers(3, 40),
)
def test_what_is_set_is_whole_within_its_room(text: str, width: int, rows: int) -> None:
    setting = set_large(text, width, rows)
    if setting is None:
        return
    assert setting.rows <= rows
    said = "".join(line for line, _base in setting.lines)
    assert "".join(said.split()).replace("-", "") == "".join(text.split()).replace("-", "")
    face = the_typeface()
    # Drawn with a margin on every side, nothing that is more letter than ground falls into the margin.
    moved = [(line, base + 4) for line, base in setting.lines]
    page = face.drawn(moved, setting.size, 2 * width + 8, 2 * setting.rows + 8)
    inked = page.point(lambda value: 255 if value > 127 else 0).getbbox()
    if inked:
        left, top, right, bottom = inked
        assert left >= 3 and top >= 4 and right <= 2 * width + 5 and bottom <= 2 * setting.rows + 4


# How it is drawn


def drawn_by_pillow(word: str, size: Size, shift: float) -> Image.Image:
    """A word as Pillow itself sets it, a part of a pixel to the right; its base line is in the middle."""
    from fontpkg_inter import ROOT

    finer = 8
    font = ImageFont.truetype(str(ROOT / "files" / "Inter[opsz,wght].ttf"), size.high * finer)
    font.set_variation_by_axes([14, lettering.WEIGHT])
    height = 2 * round(size.high)
    across = finer * size.high / size.wide
    width = ceil(font.getlength(word) / across + shift)
    page = Image.new("L", (round(width * across), height * finer))
    ImageDraw.Draw(page).text((shift * across, height * finer // 2), word, font=font, fill=255, anchor="ls")
    return page.resize((width, height), Image.Resampling.BOX)


def likest(picture: Image.Image, base: int, near: float, word: str, size: Size) -> float:
    """How much of a picture's line is like a word, near the place where it should be."""
    found = []
    for shift in (0.0, 0.25, 0.5, 0.75):
        drawn = drawn_by_pillow(word, size, shift)
        top = base - drawn.height // 2
        for left in range(round(near) - 3, round(near) + 4):
            box = (left, top, left + drawn.width, top + drawn.height)
            found.append(likeness(picture.crop(box), drawn))
    return max(found)


def likeness(one: Image.Image, other: Image.Image) -> float:
    """From 0 to 1: how much of the ink of both is in the same places."""
    both = ImageStat.Stat(ImageChops.darker(one, other)).sum[0]
    either = ImageStat.Stat(ImageChops.lighter(one, other)).sum[0]
    return float(both / either)


def seen(text: str, width: int, rows: int, *, smooth: bool) -> tuple[Image.Image, letter_setting.Setting]:
    """What the cells of a text show, as a picture, and how it was set."""
    setting = set_large(text, width, rows)
    assert setting is not None
    picture = Image.new("L", (2 * width, 2 * setting.rows))
    for y, row in enumerate(pictured(setting, width, smooth=smooth)):
        for x, (block, ink, ground) in enumerate(row):
            for quarter in range(4):
                shade = ink if QUARTERS[block] >> quarter & 1 else ground
                picture.putpixel((2 * x + quarter % 2, 2 * y + quarter // 2), round(255 * shade / SHADES))
    return picture, setting


@pytest.mark.parametrize("smooth", [True, False], ids=["shades", "ink"])
@pytest.mark.parametrize("text", ["Pause", "Hvad er en god dag?", HUNDRED])
def test_the_cells_show_the_words_and_no_others(text: str, *, smooth: bool) -> None:
    picture, setting = seen(text, 112, 30, smooth=smooth)
    face = the_typeface()
    for line, base in setting.lines:
        begin = picture.width / 2 - face.width(line) * setting.size.wide / 2
        for word in re.finditer(r"\S+", line):
            near = begin + face.width(line[: word.start()]) * setting.size.wide
            like = likest(picture, base, near, word.group(), setting.size)
            others = [word.group()[::-1].swapcase(), word.group()[1:] + "m", "ø" + word.group()[:-1]]
            assert like > 0.45, word
            assert like > max(likest(picture, base, near, each, setting.size) for each in others) + 0.05, word


@given(LEVEL, LEVEL, LEVEL, LEVEL)
def test_a_cell_is_as_near_to_its_pixels_as_two_shades_can_be(a: int, b: int, c: int, d: int) -> None:
    pixels = (a, b, c, d)
    block, ink, ground = cell(pixels)
    assert SHADES >= ink >= ground >= 0
    shown = [ink if QUARTERS[block] >> quarter & 1 else ground for quarter in range(4)]
    missed = sum((6 * pixel - shade) ** 2 for pixel, shade in zip(pixels, shown, strict=True))
    halves = [
        sum((6 * value - 3 * (one + other)) ** 2 for one, other in pair for value in (one, other))
        for pair in (((a, b), (c, d)), ((a, c), (b, d)))
    ]
    assert missed <= min(halves) + 4  # what rounding a mean may add


def test_ink_without_shades_is_drawn_by_the_blocks_alone() -> None:
    assert cell((LEVELS, 0, 0, 0)) == ("▘", SHADES, 0)
    assert cell((0, LEVELS, LEVELS, LEVELS)) == ("▟", SHADES, 0)
    assert cell((LEVELS,) * 4) == ("█", SHADES, 0)
    assert cell((0,) * 4) == (" ", 0, 0)
    assert set(PLAIN) == {0, LEVELS}
    assert list(SMOOTH) == sorted(SMOOTH)


def test_cells_are_read_from_the_picture_row_by_row_and_painted_in_stretches() -> None:
    full = LEVELS
    data = bytes([full, full, 0, 0, full, full, 0, 0]) + bytes([0, full, 0, 0, 0, full, 0, 0])
    rows = rows_of_cells(data, 2)
    assert [[each.block for each in row] for row in rows] == [["█", " "], ["▐", " "]]
    assert stretches(rows[0]) == [("█", SHADES, 0), (" ", 0, 0)]
    assert stretches([]) == []


def test_the_sizes_go_from_large_to_small_in_steps_that_can_be_seen() -> None:
    assert list(SIZES) == sorted(SIZES, reverse=True)
    assert all(size.high >= 2 * 3 and 0.85 < size.wide / size.high / 2 <= 1 for size in SIZES)


# Plain text


def test_plain_text_has_air_where_there_is_room_and_lines_alike() -> None:
    text = "Hvilken viden står kun ét sted hos os, og hvem har den i dag?"
    assert plain_rows(text, 50, 10) == [
        "Hvilken viden står kun ét sted hos os,",
        "",
        "og hvem har den i dag?",
    ]
    assert plain_rows(text, 50, 2) == ["Hvilken viden står kun ét sted hos os,", "og hvem har den i dag?"]
    assert plain_rows("", 50, 5) == []
    assert plain_rows(text, 0, 5) == []
    assert all(len(row) <= 60 for row in plain_rows("æ" * 4000, 110, 5))
