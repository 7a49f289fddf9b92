"""The plan as a Word document: real styles, a table that prints, places to sign; the same bytes every time."""

import re
import shutil
import subprocess
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Cm
from team_nord import HOSTILE, actions, conversation, deck

from samtale_tui.basis.text import clean, clean_line
from samtale_tui.conversation.model import Agreement, Conversation, Person
from samtale_tui.documents.word import plan_as_word
from samtale_tui.documents.word_styles import TEXT_WIDTH
from samtale_tui.plan.model import Action

OFFICE = shutil.which("soffice")


def opened(value: Conversation) -> WordDocument:
    return Document(BytesIO(plan_as_word(value)))


def text_of(document: WordDocument) -> str:
    """All paragraphs and all cells, a line each."""
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def in_style(document: WordDocument, style: str) -> list[str]:
    return [each.text for each in document.paragraphs if each.style and each.style.name == style]


def test_each_action_is_in_the_overview_and_has_its_own_heading() -> None:
    document = opened(conversation())
    overview = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert overview == [
        ["Nr.", "Handling", "Ansvarlig", "Frist", "Opfølgning"],
        ["1", "Sparring hver tirsdag", "Anna (2)", "1. jun. 2027", "8. jun. 2027"],
        ["2", "Fælles velkomst til nye", "mangler", "mangler", "3. maj 2027"],
        ["3", "Endnu ikke beskrevet", "mangler", "mangler", "mangler"],
    ]
    assert in_style(document, "Heading 2") == [
        "1. Sparring hver tirsdag",
        "2. Fælles velkomst til nye",
        "3. Endnu ikke beskrevet",
    ]
    assert "Hvorfor:\tSå vi lærer af hinanden" in in_style(document, "Faktalinje")
    assert "Hvordan:\tTo og to, en halv time ad gangen" in in_style(document, "Faktalinje")
    assert in_style(document, "Bemærkning") == [
        "Mangler ansvarlig og frist.",
        "Mangler ansvarlig, frist og opfølgning.",
    ]


def test_the_sections_are_headings_of_word_in_their_order() -> None:
    document = opened(conversation())
    assert in_style(document, "Title") == ["Teamudviklingsplan"]
    assert in_style(document, "Subtitle") == ["Team Nord"]
    assert in_style(document, "Heading 1") == [
        "Overblik",
        "Handlinger",
        "Opfølgning",
        "Aftaler, der ikke er blevet til handlinger",
        "Det talte vi om",
        "Underskrifter",
    ]
    assert "Døren står åben (Mål og værdier)" in in_style(document, "List Bullet")
    assert in_style(document, "List Bullet 2") == ["Hvad lykkes vi med?"]


def test_the_page_is_a4_and_the_tables_are_as_wide_as_its_text() -> None:
    document = opened(conversation())
    section = document.sections[0]
    nearly = 635 * 5  # Word counts in twentieths of a point
    assert section.page_width == pytest.approx(Cm(21.0), abs=nearly)
    assert section.page_height == pytest.approx(Cm(29.7), abs=nearly)
    inside = section.page_width - section.left_margin - section.right_margin
    assert inside == pytest.approx(TEXT_WIDTH, abs=nearly)
    for table in document.tables:
        assert not table.autofit
        for row in table.rows:
            assert sum(cell.width for cell in row.cells) == pytest.approx(TEXT_WIDTH, abs=nearly)
            assert row._tr.trPr is not None and row._tr.trPr.find(qn("w:cantSplit")) is not None
        titles = [
            row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows if row._tr.trPr is not None
        ]
        assert titles == [True] + [False] * (len(table.rows) - 1)


def test_every_style_in_use_is_one_that_can_be_changed() -> None:
    document = opened(conversation())
    used = {paragraph.style.name for paragraph in document.paragraphs if paragraph.style}
    used |= {table.style.name for table in document.tables if table.style}
    assert used <= {style.name for style in document.styles}
    own = document.styles["Faktalinje"]
    assert own.base_style is not None and own.base_style.name == "Normal"
    assert document.tables[0].style is not None and document.tables[0].style.name == "Plantabel"


def test_the_spelling_is_checked_in_danish() -> None:
    document = opened(conversation())
    tags = {each.get(qn("w:val")) for each in document.styles.element.iter(qn("w:lang"))}
    assert tags == {"da-DK"}
    assert document.core_properties.language == "da-DK"


def test_each_participant_signs_and_the_leader_last() -> None:
    table = opened(conversation()).tables[-1]
    assert [row.cells[0].text for row in table.rows] == ["Navn", "Anna", "Bo", "Anna (2)", "Leder"]
    assert [cell.text for cell in table.rows[0].cells] == ["Navn", "Underskrift", "Dato"]
    assert all(row.height and row.height >= Cm(0.9) for row in table.rows[1:])


@pytest.mark.parametrize(("count", "empty"), [(0, 6), (13, 13)])
def test_where_there_are_no_names_or_many_there_are_lines_to_write_them_on(count: int, empty: int) -> None:
    people = tuple(Person(id=f"p{n}", name=f"Navn {n}") for n in range(1, count + 1))
    table = opened(conversation(people=people, actions=())).tables[-1]
    assert [row.cells[0].text for row in table.rows] == ["Navn", *[""] * empty, "Leder"]


def test_the_pages_are_numbered_by_word_itself() -> None:
    section = opened(conversation()).sections[0]
    for foot in (section.footer, section.first_page_footer):
        fields = [each.get(qn("w:instr")) for each in foot._element.iter(qn("w:fldSimple"))]
        assert fields == ["PAGE", "NUMPAGES"]
        assert (
            "".join(each.text or "" for each in foot._element.iter(qn("w:t")))
            == "fredag den 12. marts 2027Side 1 af 1"
        )
    assert section.header.paragraphs[0].text == "Teamudviklingsplan · Team Nord"
    assert section.first_page_header.paragraphs[0].text == ""


def test_the_properties_name_the_team_and_nobody_else() -> None:
    about = opened(conversation()).core_properties
    assert (about.title, about.author, about.last_modified_by) == (
        "Teamudviklingsplan · Team Nord",
        "Team Nord",
        "Team Nord",
    )
    assert (about.comments, about.keywords, about.subject) == ("", "", "")
    assert about.created == about.modified
    assert about.created and about.created.date() == date(2027, 3, 1)


def test_the_same_conversation_is_the_same_file(monkeypatch: pytest.MonkeyPatch) -> None:
    first = plan_as_word(conversation())
    import time

    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    assert plan_as_word(conversation()) == first
    with zipfile.ZipFile(BytesIO(first)) as packed:
        assert {info.date_time for info in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert packed.testzip() is None
        assert not [name for name in packed.namelist() if "thumbnail" in name]


def test_nothing_of_the_facilitators_own_is_in_any_part_of_the_file() -> None:
    with zipfile.ZipFile(BytesIO(plan_as_word(conversation()))) as packed:
        everything = "".join(packed.read(name).decode("utf-8", "replace") for name in packed.namelist())
    assert "HEMMELIG" not in everything
    assert "HALVSKREVET" not in everything


def test_a_long_action_is_short_in_the_overview_and_whole_in_its_section() -> None:
    long = "x" * 10_000
    document = opened(conversation(actions=(Action(id="h1", what=long, responsible=long),)))
    assert max(len(cell.text) for row in document.tables[0].rows for cell in row.cells) == 80
    assert long in in_style(document, "Normal")
    assert f"Ansvarlig:\t{long}" in in_style(document, "Faktalinje")


def test_lines_and_paragraphs_stay_what_they_are() -> None:
    document = opened(conversation(actions=(Action(id="h1", what="en\nto\n\ntre\tfire"),)))
    assert in_style(document, "Normal")[:2] == ["en\nto", "tre fire"]


@pytest.mark.parametrize("text", [*HOSTILE[:-1], "\ufffe\uffff umulige tegn"])
def test_hostile_text_is_there_as_it_was_written(text: str) -> None:
    words = clean(text).replace("\ufffe", "").replace("\uffff", "").strip()
    value = conversation(
        team=text,
        people=(Person(id="p1", name=text),),
        actions=(Action(id="h1", what="x", why=text, how=text, responsible=text, follow_how=text),),
        agreements=(Agreement(id="a2", text=text, field="opgaver"),),
    )
    written = text_of(opened(value))
    assert clean_line(words) in clean_line(written)
    assert not re.search("[\x00-\x08\x0b-\x1f\ufffe\uffff]", written)


def test_one_persons_plan_has_its_own_title() -> None:
    own = conversation(team="Maria", deck=deck().but(conversation="mus"))
    assert in_style(opened(own), "Title") == ["Kompetenceudviklingsplan"]


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_it_and_finds_each_action(tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    many = tuple(
        Action(id=f"h{n}", what=f"Handling nummer {n}: {'æøå ' * 30}", deadline=date(2027, 5, 1))
        for n in range(4, 40)
    )
    path.write_bytes(plan_as_word(conversation(actions=(*actions(), *many))))
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    command = [
        str(OFFICE),
        profile,
        "--headless",
        "--convert-to",
        "txt:Text (encoded):UTF8",
        "--outdir",
        str(tmp_path),
        str(path),
    ]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=180, check=False)
    assert done.returncode == 0, done.stderr.decode()
    seen = (tmp_path / "plan.txt").read_text(encoding="utf-8-sig")
    assert "1. Sparring hver tirsdag" in seen
    for number in range(4, 40):
        assert f"{number}. Handling nummer {number}:" in seen
    assert "Underskrift" in seen
