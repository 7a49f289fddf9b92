"""Whatever a conversation holds, it can be written in every format, always the same, and nothing private with it."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from any_conversation import conversations
from docx import Document
from hypothesis import HealthCheck, given, settings
from icalendar import Calendar
from team_nord import conversation

from samtale_tui.basis.text import clean_line
from samtale_tui.conversation.aside import Belongs, Evaluation, Parked
from samtale_tui.conversation.chosen import ChosenCard
from samtale_tui.conversation.framing import AgendaItem, Framing, Members, Reason, Role, Timing
from samtale_tui.conversation.model import CardUse, Conversation
from samtale_tui.documents.events import events_of
from samtale_tui.documents.formats import FORMATS
from samtale_tui.documents.markdown import plan_as_markdown
from samtale_tui.documents.preview import all_documents, one_document
from samtale_tui.documents.word import plan_as_word

SECRET = "HEMMELIGT"
NONE_OF_IT = Parked(id="k999", text=SECRET, belongs=Belongs.MUS)


def with_secrets(value: Conversation) -> Conversation:
    """The same with something private in each place that is the facilitator's alone."""
    return value.but(
        uses=value.uses | {"opgaver-1": CardUse(used=True, notes=SECRET)},
        drafts=value.drafts | {"action/why": SECRET},
        framing=value.framing.but(preparation=SECRET),
        chosen=(ChosenCard(card="opgaver-1", why=SECRET),),
        parked=(*(each for each in value.parked if each.id != "k999"), NONE_OF_IT),
    )


def all_text(name: str, data: bytes) -> str:
    if name != "docx":
        return data.decode()
    with zipfile.ZipFile(BytesIO(data)) as packed:
        return "".join(packed.read(part).decode("utf-8", "replace") for part in packed.namelist())


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(conversations())
def test_any_conversation_is_written_in_every_format(value: Conversation) -> None:
    value = with_secrets(value)
    for each in FORMATS.values():
        data = each.render(value)
        assert each.render(value) == data
        assert SECRET not in all_text(each.name, data)
    assert len(Calendar.from_ical(FORMATS["ics"].render(value)).walk("VEVENT")) == len(
        events_of(value.actions)
    )
    assert bool(FORMATS["ics"].lacks(value)) is not bool(events_of(value.actions))
    assert Document(BytesIO(FORMATS["docx"].render(value))).tables


@given(conversations())
def test_any_conversation_has_a_preview(value: Conversation) -> None:
    value = with_secrets(value)
    for blocks in (all_documents(value), *(one_document(value, name) for name in FORMATS)):
        assert blocks
        assert SECRET not in str(blocks)


def framed() -> Conversation:
    return conversation(
        framing=Framing(
            timing=Timing.FOLLOW_UP,
            members=Members.LEADERS,
            reasons=(Reason.LEARNING,),
            purpose="Vi vil finde ro",
            check_in="Hvad fylder?",
            expectations="At alle kommer til orde",
            agenda=(AgendaItem(topic="Opgaver", minutes=20), AgendaItem(topic="Vagter")),
            roles={Role.NOTE_TAKER: "Bo", Role.FACILITATOR: "Mette"},
            ground_rules=("Vi lytter", "Vi spørger"),
        ),
        groups=(("p1", "p2"), ("p3",)),
        parked=(
            Parked(id="k1", text="Lokalerne", belongs=Belongs.MEETING),
            Parked(id="k2", text=SECRET, belongs=Belongs.LUS),
            Parked(id="k3", text=SECRET, in_documents=False),
            Parked(id="k4", text="Løn, når den enkelte vil", belongs=Belongs.MUS, in_documents=True),
            Parked(id="k5", text="ER KLARET", done=True),
        ),
        evaluation=Evaluation(outcome="Vi er enige", better="Mere tid"),
    )


SURROUNDINGS = """\
## Rammen

- **Anledning:** Opfølgning på LUS
- **Teamet består af:** Ledere
- **Formål:** Lære af hinanden og dele viden¶
  Vi vil finde ro
- **Forventninger:** At alle kommer til orde
- **Dagsorden:** Opgaver (20 min)¶
  Vagter
- **Facilitator:** Mette
- **Referent:** Bo
- **Grupper:** Anna, Bo¶
  Anna (2)
- **Spilleregler:** Vi lytter¶
  Vi spørger

## Det talte vi om

- **Opgaver**
  - Hvad lykkes vi med?
- **Mål og værdier**

## Evaluering

- **Det vigtigste udbytte:** Vi er enige
- **Det kunne have gjort den bedre:** Mere tid

## Parkeret til senere

- **Et teammøde:** Lokalerne
- **MUS:** Løn, når den enkelte vil
"""


def test_the_frame_the_evaluation_and_what_was_parked_are_in_the_text() -> None:
    text = plan_as_markdown(framed())
    assert text.endswith(SURROUNDINGS.replace("¶", "  "))
    assert SECRET not in text
    assert "ER KLARET" not in text


def test_and_in_word() -> None:
    document = Document(BytesIO(plan_as_word(framed())))
    headings = [each.text for each in document.paragraphs if each.style and each.style.name == "Heading 1"]
    assert headings[-5:] == [
        "Rammen",
        "Det talte vi om",
        "Underskrifter",
        "Evaluering",
        "Parkeret til senere",
    ]
    text = "\n".join(each.text for each in document.paragraphs)
    assert "Det vigtigste udbytte: Vi er enige" in text
    assert "MUS: Løn, når den enkelte vil" in text
    assert SECRET not in text


@pytest.mark.parametrize("name", ["ics", "toml"])
def test_but_not_in_the_calendar_nor_in_the_plan_itself(name: str) -> None:
    data = clean_line(FORMATS[name].render(framed()).decode())
    for words in ("Vi er enige", "Lokalerne", "Vi vil finde ro"):
        assert words not in data


def test_shipped_formats_name_their_files_for_any_system() -> None:
    names = [each.file_name(conversation()) for each in FORMATS.values()]
    assert len(set(names)) == len(names)
    assert all(Path(name).name == name and name.isascii() and name.islower() for name in names)
