"""What every key of a deck's file is called and means, for whoever writes one. Loaded to tell of them."""

from collections.abc import Mapping
from typing import NamedTuple

from pydantic import BaseModel

from samtale_tui.basis.language import _, noted
from samtale_tui.deck.method_texts import LevelText, MethodTexts
from samtale_tui.deck.model import Card, Deck, Field, Theme, Wheel
from samtale_tui.deck.rules import CardChoice, Rules


class KeyWords(NamedTuple):
    """How a key is told of."""

    title: str
    """A few words, as a heading."""
    meaning: str
    """A sentence or two."""


def words_of(model: type[BaseModel], key: str) -> KeyWords:
    """A key's words in the user's language."""
    title, meaning = _WORDS[model][key]
    return KeyWords(_(title), _(meaning))


_WORDS: Mapping[type[BaseModel], Mapping[str, tuple[str, str]]] = {
    Deck: {
        "format": (noted("Filens format"), noted("Altid 1.")),
        "id": (
            noted("Kortsættets id"),
            noted(
                "Et kort navn af små bogstaver, tal og bindestreger, som »tus-randers«; helst også filens."
            ),
        ),
        "title": (noted("Kortsættets navn"), noted("Navnet i listerne.")),
        "conversation": (noted("Samtale"), noted("Hvilken samtale kortsættet er til.")),
        "language": (noted("Sprog"), noted("Kortenes sprog med to små bogstaver, som da eller en.")),
        "source": (noted("Kilde"), noted("Hvor indholdet kommer fra, og hvem der har formuleret det.")),
        "summary": (noted("Om kortsættet"), noted("En sætning eller to til listerne.")),
        "rules": (noted("Regler"), noted("Det, der er forskelligt fra arbejdsplads til arbejdsplads.")),
        "methods": (
            noted("Tekster til metoderne"),
            noted("Det, metoderne bruger i stedet for programmets egne ord."),
        ),
        "wheel": (noted("Samtalehjulet"), noted("Det, der gælder hele hjulet.")),
        "themes": (noted("Temaer"), noted("Grupper af felter, hver med sin farve.")),
        "fields": (
            noted("Felter"),
            noted("Pladserne på hjulet: i midten, og i ringen med uret fra neden."),
        ),
        "cards": (noted("Kort"), noted("Alle kort, felt for felt i den rækkefølge, de skal ligge.")),
    },
    Rules: {
        "ground_rules_title": (
            noted("Spillereglernes navn"),
            noted("Hvad spillereglerne kaldes, hvis det ikke er »Spilleregler«."),
        ),
        "ground_rules": (noted("Spilleregler"), noted("Regler for samtalen, en sætning hver.")),
        "mandatory": (noted("Obligatoriske felter"), noted("Id på felter, som hver samtale kommer omkring.")),
        "excluded": (noted("Udeladte felter"), noted("Id på felter i filen, som ikke er på hjulet.")),
        "council": (noted("Emner fra LMU"), noted("Id på felter, hvis emne LMU eller MED beslutter.")),
        "leader_cards": (
            noted("Lederens kort"),
            noted("Hvor mange kort lederen vælger på forhånd. Uden reglen: så mange, det skal være."),
        ),
        "employee_cards": (
            noted("Medarbejdernes kort"),
            noted("Hvor mange kort medarbejderne vælger på forhånd. Uden reglen: så mange, det skal være."),
        ),
        "plan_minutes": (
            noted("Tid til planen"),
            noted("Minutter, der holdes fri til sidst til opsamling og plan."),
        ),
        "plan": (
            noted("Skriftlig plan"),
            noted("Om der skal laves en plan: optional (frivillig) eller required."),
        ),
        "approval": (
            noted("Godkendelse"),
            noted("Hvem der godkender planen: none (ingen), both (begge) eller all (alle), lederen sidst."),
        ),
        "delete_after_days": (
            noted("Slettes efter"),
            noted("Dage fra godkendelsen, til planen slettes. Uden reglen: ingen frist."),
        ),
        "evaluation": (
            noted("Evaluering"),
            noted("Spørgsmål at se tilbage med til sidst. Uden dem: programmets egne tre."),
        ),
        "prepare_leader": (
            noted("Lederens forberedelse"),
            noted("Hvad lederen overvejer på forhånd, en sætning hver."),
        ),
        "prepare_employees": (
            noted("Medarbejdernes forberedelse"),
            noted("Hvad de andre overvejer på forhånd, en sætning hver."),
        ),
        "reminders": (
            noted("Husk"),
            noted("Rettigheder, frister og andet, der skal huskes, en sætning hver."),
        ),
    },
    CardChoice: {
        "least": (noted("Mindst"), noted("Det mindste antal, når der vælges nogen.")),
        "most": (noted("Højst"), noted("Det største antal.")),
    },
    MethodTexts: {
        "bridging": (
            noted("Brobyggende spørgsmål"),
            noted(
                "Spørgsmål til struktureret dialog, i den rækkefølge de passer bedst. "
                "Programmet sætter navne ind, hvor der står {ny} (en, der ikke er hørt endnu), "
                "{taler} (en, der har talt) og {anden} (en anden, der har talt); "
                "på engelsk {new}, {speaker} og {other}."
            ),
        ),
        "levels": (
            noted("Niveauer i IGLO"),
            noted("De niveauer, der skal hedde eller forklares på jeres måde."),
        ),
    },
    LevelText: {
        "level": (
            noted("Niveau"),
            noted("individual (individ), group (gruppe), leadership (ledelse) eller organisation."),
        ),
        "title": (noted("Niveauets navn"), noted("Hvad niveauet kaldes hos jer. Uden det: det sædvanlige.")),
        "explain": (
            noted("Forklaring"),
            noted("Hvem der handler på niveauet, og hvad der hører til på det."),
        ),
    },
    Wheel: {
        "rim": (
            noted("Hjulets mål"),
            noted("Hvad pilen fra hjulets rand fører til, som »Teamets udvikling«."),
        ),
    },
    Theme: {
        "id": (noted("Temaets id"), noted("Et kort navn, som felterne henviser til.")),
        "title": (noted("Temaets navn"), noted("Navnet på hjulet.")),
        "colour": (noted("Farve"), noted("Felternes farve på hjulet.")),
        "place": (
            noted("Plads"),
            noted("Om felterne står i hjulets midte (hub) eller i ringen om den (ring)."),
        ),
    },
    Field: {
        "id": (noted("Feltets id"), noted("Et kort navn, som kortene henviser til.")),
        "theme": (noted("Tema"), noted("Id på det tema, feltet hører til.")),
        "title": (noted("Feltets navn"), noted("Navnet på hjulet.")),
        "wrap": (
            noted("Deling"),
            noted("Navnet med | hvor det må deles på hjulet, som »Samarbejds|partnere«."),
        ),
    },
    Card: {
        "field": (noted("Felt"), noted("Id på det felt, kortet ligger på.")),
        "kind": (
            noted("Kortets slags"),
            noted(
                "dialogue (et spørgsmål), exercise (en øvelse med sin metode), "
                "topic (et samtalekort med et emne) eller blank (et tomt kort)."
            ),
        ),
        "text": (
            noted("Tekst"),
            noted("Spørgsmålet, emnet eller det, I skal gøre. Kun et blankt kort er uden."),
        ),
        "probes": (noted("Spørg videre"), noted("Spørgsmål, der går dybere.")),
        "hint": (noted("Til dig, der leder samtalen"), noted("Et råd, som rummet ikke ser.")),
        "minutes": (noted("Tid"), noted("Hvor mange minutter kortet plejer at tage.")),
        "method": (
            noted("Metode"),
            noted("Den metode, et øvelseskort bruger, eller en, der passer til kortet."),
        ),
        "back": (noted("Tilbage"), noted("Kun samtalekort: forslag, der ser tilbage.")),
        "now": (noted("Nu"), noted("Kun samtalekort: forslag om, hvordan det er nu.")),
        "forward": (noted("Frem"), noted("Kun samtalekort: forslag, der ser frem.")),
    },
}
