"""What someone is told of each thing that can be wrong in a deck: where it stands, in Danish, with what to do."""

import pytest
from small_deck import TEXT, only_problem, place, spoilt

# What is well-formed and wrong: what was written, what to write in its place, where the error stands
# (a passage; "" for the very start), what is said.
WRONG = {
    "a misspelt key": ("hint =", "hnt =", "hnt", "Nøglen »hnt« kendes ikke. Mente du »hint«?"),
    "a misspelt table": (
        "[rules]",
        "[ruls]",
        "ruls]",
        "Nøglen »ruls« kendes ikke. Mente du »rules«?",
    ),
    "a misspelt needed key": (
        'title = "Opgaver"',
        'titel = "Opgaver"',
        "titel",
        "Nøglen »titel« kendes ikke. Mente du »title«?",
    ),
    "a key that resembles none": (
        "rim =",
        'rim = "Ud"\nzzz =',
        "zzz",
        "Nøglen »zzz« kendes ikke.",
    ),
    "a card for an unknown field": (
        'field = "god-dag"',
        'field = "goddag"',
        '"goddag"',
        "Der er intet felt med id »goddag«. Mente du »god-dag«?",
    ),
    "a card for a field by its title": (
        'field = "god-dag"',
        'field = "God dag"',
        '"God dag"\nkind',
        "Der er intet felt med id »God dag«. Mente du »god-dag«?",
    ),
    "a field of an unknown theme": (
        'theme = "faglighed"',
        'theme = "relationer"',
        '"relationer"',
        "Der er intet tema med id »relationer«. Vælg mellem: team, faglighed.",
    ),
    "two themes of one id": (
        'id = "faglighed"',
        'id = "faglighed"\ntitle = "A"\ncolour = "teal"\n[[themes]]\nid = "team"',
        '"team"\ntitle = "Faglighed"',
        "Der er allerede et tema med id »team«. Giv hvert tema sit eget id.",
    ),
    "two fields of one id": (
        'id = "god-dag"',
        'id = "opgaver"\ntheme = "team"\ntitle = "A"\n[[fields]]\nid = "god-dag"',
        '"opgaver"\ntheme = "faglighed"',
        "Der er allerede et felt med id »opgaver«. Giv hvert felt sit eget id.",
    ),
    "no field in the ring": (
        'theme = "faglighed"',
        'theme = "team"',
        '[[fields]]\nid = "god-dag"',
        'Ingen felter står i ringen om hjulets midte. Giv mindst ét tema, der har felter, place = "ring".',
    ),
    "an unknown method": (
        '"spiral"',
        '"spirl"',
        '"spirl"',
        "»spirl« kan ikke bruges som »method«. Mente du »spiral«?",
    ),
    "an unknown colour": (
        '"blue"',
        '"himmel"',
        '"himmel"',
        (
            "»himmel« kan ikke bruges som »colour«. "
            "Vælg mellem: rust, blue, green, purple, teal, amber, rose, slate."
        ),
    ),
    "a colour in Danish": (
        '"blue"',
        '"Blå"',
        '"Blå"',
        "»Blå« kan ikke bruges som »colour«. Mente du »blue«?",
    ),
    "a key in Danish": (
        'colour = "blue"',
        'farve = "blue"',
        "farve",
        "Nøglen »farve« kendes ikke. Mente du »colour«?",
    ),
    "a misspelt rule": (
        "plan_minutes =",
        "planminutes =",
        "planminutes",
        "Nøglen »planminutes« kendes ikke. Mente du »plan_minutes«?",
    ),
    "a mandatory field that is not there": (
        'plan = "optional"',
        'mandatory = ["opgaver", "opgave"]',
        '"opgave"]',
        "Der er intet felt med id »opgave«. Mente du »opgaver«?",
    ),
    "an excluded field that is not there": (
        'plan = "optional"',
        'excluded = ["livsfaser"]',
        '"livsfaser"',
        "Der er intet felt med id »livsfaser«. Vælg mellem: god-dag, opgaver.",
    ),
    "a field of the council that is not there": (
        'plan = "optional"',
        'council = ["goddag"]',
        '"goddag"',
        "Der er intet felt med id »goddag«. Mente du »god-dag«?",
    ),
    "a field that is left out and asked for": (
        'plan = "optional"',
        'mandatory = ["god-dag"]\nexcluded = ["god-dag"]',
        '"god-dag"]\n\n[wheel]',
        "Feltet »god-dag« er både udeladt og obligatorisk. Slet det det ene sted.",
    ),
    "every field of the ring left out": (
        'plan = "optional"',
        'excluded = ["opgaver"]',
        '[[fields]]\nid = "god-dag"',
        'Ingen felter står i ringen om hjulets midte. Giv mindst ét tema, der har felter, place = "ring".',
    ),
    "more cards at least than at most": (
        'plan = "optional"',
        "leader_cards = { least = 4, most = 2 }",
        "{ least",
        "»least« må ikke være større end »most«. Byt om på dem.",
    ),
    "more cards at least than are usual": (
        'plan = "optional"',
        "employee_cards = { least = 4 }",
        "{ least",
        "»least« må ikke være større end »most«. Byt om på dem.",
    ),
    "fewer than no cards": (
        'plan = "optional"',
        "leader_cards.least = -1",
        "-1",
        "»least« skal være mindst 0.",
    ),
    "a misspelt key of a choice": (
        'plan = "optional"',
        "leader_cards = { leest = 1 }",
        "leest",
        "Nøglen »leest« kendes ikke. Mente du »least«?",
    ),
    "a number for a choice of cards": (
        'plan = "optional"',
        "leader_cards = 3",
        "3\n",
        "»leader_cards« skal være en tabel, men er et tal. Skriv for eksempel: { least = 1, most = 3 }",
    ),
    "an unknown approval": (
        'plan = "optional"',
        'approval = "everybody"',
        '"everybody"',
        "»everybody« kan ikke bruges som »approval«. Vælg mellem: none, both, all.",
    ),
    "an approval in Danish": (
        'plan = "optional"',
        'approval = "Alle"',
        '"Alle"',
        "»Alle« kan ikke bruges som »approval«. Mente du »all«?",
    ),
    "deletion at once": (
        'plan = "optional"',
        "delete_after_days = 0",
        "0\n\n[wheel]",
        "»delete_after_days« skal være mindst 1.",
    ),
    "deletion after days with a fraction": (
        'plan = "optional"',
        "delete_after_days = 30.5",
        "30.5",
        "»delete_after_days« skal være et helt tal, men er et kommatal.",
    ),
    "a prompt that is a list": (
        'plan = "optional"',
        'prepare_leader = ["Hvad?", ["Hvorfor?"]]',
        '["Hvorfor?"]',
        "Nr. 2 i »prepare_leader« skal være tekst, men er en liste.",
    ),
    "too many questions to look back with": (
        'plan = "optional"',
        'evaluation = ["a", "b", "c", "d", "e", "f", "g", "h", "i"]',
        '"i"]',
        "Der er 9 i »evaluation«, og der er plads til 8.",
    ),
    "an unknown kind": (
        '"exercise"',
        '"exercize"',
        '"exercize"',
        "»exercize« kan ikke bruges som »kind«. Mente du »exercise«?",
    ),
    "an unknown place": (
        '"hub"',
        '"oven"',
        '"oven"',
        "»oven« kan ikke bruges som »place«. Vælg mellem: hub, ring.",
    ),
    "an unknown conversation": (
        '"tus"',
        '"TUS"',
        '"TUS"',
        "»TUS« kan ikke bruges som »conversation«. Mente du »tus«?",
    ),
    "an unknown wish for a plan": (
        '"optional"',
        '"optionel"',
        '"optionel"',
        "»optionel« kan ikke bruges som »plan«. Mente du »optional«?",
    ),
    "a missing key of the deck": (
        'title = "Vores hold"\n',
        "",
        "",
        'Kortsættet mangler »title«. Skriv for eksempel: title = "Et navn"',
    ),
    "a missing key of a theme": (
        'colour = "blue"\n',
        "",
        '[[themes]]\nid = "faglighed"',
        'Temaet mangler »colour«. Skriv for eksempel: colour = "blue"',
    ),
    "a missing key of a field": (
        'theme = "faglighed"\n',
        "",
        '[[fields]]\nid = "opgaver"',
        'Feltet mangler »theme«. Skriv for eksempel: theme = "faglighed"',
    ),
    "a missing key of a card": (
        'field = "god-dag"\n',
        "",
        '[[cards]]\nkind = "exercise"',
        'Kortet mangler »field«. Skriv for eksempel: field = "opgaver"',
    ),
    "a missing key of the wheel": (
        'rim = "Teamets udvikling"\n',
        "",
        "[wheel]",
        'Tabellen [wheel] mangler »rim«. Skriv for eksempel: rim = "Teamets udvikling"',
    ),
    "a missing table": (
        '[wheel]\nrim = "Teamets udvikling"\n',
        "",
        "",
        "Kortsættet mangler »wheel«. Skriv for eksempel: [wheel]",
    ),
    "a number for text": (
        '"Giv tid"',
        "12",
        "12",
        "»hint« skal være tekst, men er et tal. Sæt anførselstegn om.",
    ),
    "a date for text": (
        '"Giv tid"',
        "2027-03-12",
        "2027-03-12",
        "»hint« skal være tekst, men er en dato. Sæt anførselstegn om.",
    ),
    "a list for text": ('"Giv tid"', '["Giv tid"]', '["Giv', "»hint« skal være tekst, men er en liste."),
    "a number for a choice": (
        '"exercise"',
        "3.5",
        "3.5",
        "»kind« skal være tekst, men er et kommatal. Sæt anførselstegn om.",
    ),
    "text for a number": (
        "minutes = 10",
        'minutes = "ti"',
        '"ti"',
        "»minutes« skal være et helt tal, men er tekst. Skriv tallet uden anførselstegn.",
    ),
    "truth for a number": (
        "minutes = 10",
        "minutes = true",
        "true",
        "»minutes« skal være et helt tal, men er sandt eller falsk.",
    ),
    "text for a list": (
        '["Hvornår?", "Hvordan?"]',
        '"Hvornår?"',
        '"Hvornår?"',
        "»probes« skal være en liste, men er tekst. Sæt kantede parenteser om, som [ … ].",
    ),
    "an array of tables for a table": (
        "[wheel]",
        "[[wheel]]",
        "[[wheel]]",
        "»wheel« skal være en tabel, men er en liste. Skriv [wheel] på en linje for sig.",
    ),
    "no minutes": ("minutes = 10", "minutes = 0", "0\n\n", "»minutes« skal være mindst 1."),
    "very many minutes": (
        "plan_minutes = 15",
        "plan_minutes = 1500",
        "1500",
        "»plan_minutes« må højst være 120.",
    ),
    "an empty title": (
        '"Vores hold"',
        '"  "',
        '"  "',
        "Der står ingen tekst i »title«. Skriv en, eller fjern den.",
    ),
    "a title of control codes alone": (
        '"Vores hold"',
        '"\\u001b[31m\\u202e"',
        '"\\u001b',
        "Der står ingen tekst i »title«. Skriv en, eller fjern den.",
    ),
    "an empty probe": (
        '"Hvordan?"]',
        '""]',
        '""]',
        "Der står ingen tekst i nr. 2 i »probes«. Skriv en, eller fjern den.",
    ),
    "an empty field of a card": (
        'field = "god-dag"',
        'field = ""',
        '""',
        "Der står ingen tekst i »field«. Skriv id på et felt.",
    ),
    "a card without text": (
        '"Hvad går let?"',
        '""',
        '""',
        'Der står ingen tekst på kortet. Skriv den i text; kun et blankt kort (kind = "blank") er uden.',
    ),
    "an exercise without method": (
        'method = "spiral"\n',
        "",
        '[[cards]]\nfield = "god-dag"',
        (
            "Øvelseskortet peger ikke på en metode. Skriv den i method. "
            "Vælg mellem: spiral, bridging, fishbowl, placemat, iglo, idoart."
        ),
    ),
    "a topic's keys on another card": (
        'kind = "topic"\n',
        "",
        "back",
        '»back« hører kun til på et samtalekort. Skriv kind = "topic", eller brug probes i stedet.',
    ),
    "a wrap of another title": (
        '"Op|gaver"',
        '"Op|gave"',
        '"Op|gave"',
        "»wrap« skal stave titlen »Opgaver«, blot med | hvor den må deles. Ret den, eller slet linjen.",
    ),
    "a long title": (
        '"Vores hold"',
        f'"{"å" * 81}"',
        '"åå',
        "Teksten i »title« er på 81 tegn, og der er plads til 80. Skriv den kortere, eller del den i flere.",
    ),
    "an absurdly long text": (
        '"Hvad går let?"',
        f'"{"x" * 1_000_000}"',
        '"xx',
        (
            "Teksten i »text« er på 1.000.000 tegn, og der er plads til 1.000. "
            "Skriv den kortere, eller del den i flere."
        ),
    ),
    "too many probes": (
        '["Hvornår?", "Hvordan?"]',
        '["a", "b", "c", "d", "e", "f", "g", "h", "i"]',
        '"i"',
        "Der er 9 i »probes«, og der er plads til 8.",
    ),
    "a strange id": (
        'id = "hold"',
        'id = "Hold Nørre!"',
        '"Hold Nørre!"',
        (
            "»Hold Nørre!« kan ikke bruges som »id«. "
            "Brug små bogstaver fra a til z, tal og bindestreger, højst 60 tegn, som »hold-noerre«."
        ),
    ),
    "a strange language": (
        'language = "da"',
        'language = "dansk"',
        '"dansk"',
        "»dansk« kan ikke bruges som »language«. Skriv sproget med to små bogstaver, som da.",
    ),
    "an unknown format": ("format = 1", "format = 0", "0", "Formatet kendes ikke. Skriv format = 1."),
    "a newer format": (
        "format = 1",
        "format = 2",
        "2",
        (
            "Kortsættet har et format, som er nyere end dette program. "
            "Hent den nyeste udgave af programmet, eller skriv format = 1."
        ),
    ),
    "an unknown level": (
        "[wheel]",
        '[[methods.levels]]\nlevel = "niveau"\n\n[wheel]',
        '"niveau"',
        ("»niveau« kan ikke bruges som »level«. Vælg mellem: individual, group, leadership, organisation."),
    ),
    "a level in Danish": (
        "[wheel]",
        '[[methods.levels]]\nlevel = "ledelse"\n\n[wheel]',
        '"ledelse"',
        "»ledelse« kan ikke bruges som »level«. Mente du »leadership«?",
    ),
    "a level twice": (
        "[wheel]",
        '[[methods.levels]]\nlevel = "group"\n\n[[methods.levels]]\nlevel =  "group"\n\n[wheel]',
        '"group"\n\n[wheel]',
        "Niveauet »group« står her to gange. Saml det i ét, eller slet det ene.",
    ),
    "a level without its name": (
        "[wheel]",
        '[[methods.levels]]\ntitle = "Hold"\n\n[wheel]',
        "[[methods.levels]]",
        'Niveauet mangler »level«. Skriv for eksempel: level = "group"',
    ),
    "a misspelt key of a level": (
        "[wheel]",
        '[[methods.levels]]\nlevel = "group"\nforklaring = "Os"\n\n[wheel]',
        "forklaring",
        "Nøglen »forklaring« kendes ikke. Mente du »explain«?",
    ),
    "one level without a list": (
        "[wheel]",
        '[methods.levels]\nlevel = "group"\n\n[wheel]',
        "[methods.levels]",
        ("»levels« skal være en liste, men er en tabel. Skriv [[methods.levels]] med to kantede parenteser."),
    ),
    "a misspelt key of the methods": (
        "[wheel]",
        '[methods]\nbriding = ["Hvad nu?"]\n\n[wheel]',
        "briding",
        "Nøglen »briding« kendes ikke. Mente du »bridging«?",
    ),
    "no fields": (
        TEXT[TEXT.index("[[fields]]") : TEXT.index("[[cards]]")],
        "",
        "",
        "Kortsættet mangler »fields«. Skriv for eksempel: [[fields]]",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_told_on_its_place(name: str) -> None:
    old, new, passage, said = WRONG[name]
    deck = spoilt(old, new)
    problem = only_problem(deck)
    assert str(problem) == f"hold.toml:{problem.line}: {said}"
    here = _place_of_value(deck, new, passage)
    assert (problem.line, problem.column) == here
    assert problem.source == deck.split("\n")[problem.line - 1]
    meant = problem.source[problem.column - 1 :][: problem.length]
    assert meant == meant.strip()
    assert len(meant) == problem.length


def _place_of_value(deck: str, new: str, passage: str) -> tuple[int, int]:
    """The passage's place, looked for within what was written in."""
    if not passage:
        return 1, 1
    if deck.count(passage) == 1:
        return place(deck, passage)
    line, column = place(deck, new)
    inside = new.rindex(passage)
    assert "\n" not in new
    return line, column + inside
