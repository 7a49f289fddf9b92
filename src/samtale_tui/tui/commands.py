"""Every command of the user, declared once.

Key bindings, the bar at the foot of a screen, the palette, the help screen and the README's key table are all
made from these lines. A command's ``id`` is the name of the action that carries it out on the screen.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from textual.binding import Binding

from samtale_tui.basis.language import ENGLISH, _, language

METHODS = ("round", "bridging", "fishbowl", "placemat", "iglo", "idoart")
"""The contexts that show a method under way; the spiral's is called round."""
CONVERSATION = (
    *("frame", "wheel", "card", "method", *METHODS, "outcome", "plan", "action"),
    *("evaluation", "finish", "parking", "ranking"),
)
"""The contexts that show a conversation."""

KEY_NAMES = {
    "enter": "⏎",
    "escape": "Esc",
    "space": "Mellemrum",
    "tab": "Tab",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "plus": "+",
    "minus": "-",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "question_mark": "?",
    "full_stop": ".",
    "slash": "/",
    "delete": "Delete",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}

_WRITING_KEYS = {
    *("space", "enter", "left", "delete", "pageup", "pagedown", "ctrl+z", "ctrl+y"),
    *("plus", "minus", "less_than_sign", "greater_than_sign", "question_mark", "full_stop", "slash"),
}
"""Keys that mean something in a text field, beside the letters."""


@dataclass(frozen=True)
class Command:
    """One thing that the user can do."""

    id: str
    """Name of the action on the screen."""
    keys: tuple[str, ...]
    """Textual's names of the keys; the first is the one that is shown."""
    danish: str
    """Name in Danish; the palette finds it in either language."""
    english: str
    """Name in English."""
    help: str
    """One line on what it does, in Danish; ``help_line`` is in the user's language."""
    where: tuple[str, ...]
    """The contexts in which it works."""
    short: str = ""
    """The word in the bar at the foot, in Danish; none: it is not there."""
    said: str = ""
    """Another word in the bar than usual, in the user's language."""
    own_key: bool = True
    """Whether the screen binds the key; false where a widget already listens to it."""
    on_app: bool = False
    """Whether the app carries it out, and not the screen."""
    shown: str = ""
    """How its keys are written where that is not their names in a row."""
    from_palette: tuple[str, ...] = ()
    """The contexts in which the palette alone has it, as its key is taken there."""

    def worded(self, said: str) -> "Command":
        """The same command with another word in the bar, in the user's language."""
        return replace(self, said=said)

    @property
    def name(self) -> str:
        """Its name in the user's language."""
        return self.english if language() == ENGLISH else self.danish

    @property
    def help_line(self) -> str:
        """One line on what it does, in the user's language."""
        return _(self.help)

    @property
    def word(self) -> str:
        """The word in the bar at the foot, in the user's language."""
        return self.said or _(self.short)

    def while_writing(self) -> "Command | None":
        """The same command by those of its keys that write nothing in a text field; none where all do."""
        keys = tuple(key for key in self.keys if len(key) > 1 and key not in _WRITING_KEYS)
        return replace(self, keys=keys) if keys else None

    @property
    def action(self) -> str:
        """The action as Textual names it."""
        return f"app.{self.id}" if self.on_app else self.id

    @property
    def shown_keys(self) -> str:
        """The keys as the user reads them, as ``u / Ctrl+Z``."""
        return self.shown or " / ".join(key_name(key) for key in self.keys)


def key_name(key: str) -> str:
    """A key as the user reads it."""
    if "+" in key:
        held, last = key.rsplit("+", 1)
        return "+".join((*(part.capitalize() for part in held.split("+")), key_name(last).upper()))
    if key in KEY_NAMES:
        return _(KEY_NAMES[key])
    return key.upper() if len(key) > 1 else key


_EVERYWHERE = ("home", "start", "settings", "decks", "deck_card", *CONVERSATION)
_CARDS = ("wheel", "card")
_STEPS = ("frame", "wheel", "plan", "evaluation", "finish")
_CATCHING = tuple(context for context in METHODS if context != "idoart")
"""The methods in which something can be written down beside what the method itself holds."""
_LEAD_FROM = (*_STEPS, "card", "method")

COMMANDS: tuple[Command, ...] = (
    # Home
    Command("open", ("enter",), "Åbn", "Open", "Åbn det, der er markeret", ("home", "decks"), "åbn",
            own_key=False),
    Command("new", ("n",), "Ny samtale", "New conversation", "Begynd en ny samtale", ("home", "decks"),
            "ny samtale"),
    Command("forget", ("delete", "x"), "Slet samtalen", "Delete the conversation",
            "Slet den markerede samtale for altid, når du har sagt ja", ("home",)),
    Command("decks", ("d",), "Kortsæt", "Decks", "Se kortsættene, søg i kortene, og skriv dine egne",
            ("home",), "kortsæt"),
    # The decks
    Command("search", ("s", "slash"), "Søg i kortene", "Search the cards",
            "Skriv nogle ord; kun kort, hvor de alle står, bliver vist", ("decks",), "søg"),
    Command("edit_card", ("e",), "Ret kortet", "Edit the card", "Ret kortet i en formular", ("decks",),
            "ret"),
    Command("new_card", ("b",), "Nyt kort", "New card", "Skriv et nyt kort på feltet", ("decks",),
            "nyt kort"),
    Command("copy_card", ("c",), "Kopiér kortet", "Copy the card",
            "Kopiér kortet til udklipsholderen eller til et eget sæt", ("decks",), "kopiér"),
    Command("problems", ("p",), "Se fejl i sættet", "Problems in the deck",
            "Vis alt, der er galt i sættets fil eller kan blive bedre, med linje og tegn", ("decks",),
            "se fejl"),
    Command("drop_card", ("delete", "x"), "Slet kortet", "Delete the card",
            "Slet kortet; du bliver spurgt først", ("decks",), "slet"),
    Command("save_card", ("ctrl+s",), "Gem kortet", "Save the card", "Gem kortet i dit eget sæt",
            ("deck_card",), "gem"),
    # The forms
    Command("create", ("ctrl+s",), "Åbn samtalen", "Open the conversation", "Gem samtalen, og åbn den",
            ("start",), "åbn samtalen"),
    Command("save", ("ctrl+s",), "Gem", "Save", "Gem, og gå tilbage; det, der mangler, kan vente",
            ("action",), "gem og tilbage"),
    Command("focus_next", ("tab",), "Næste felt", "Next field", "Gå til det næste felt",
            ("start", "action", "evaluation", "settings", "deck_card"), "næste felt", own_key=False),
    # The frame
    Command("edit_part", ("enter", "e"), "Ret afsnittet", "Edit this part",
            "Ret det afsnit, eller skriv, hvorfor kortet er valgt", ("frame",), "ret"),
    Command("lead_idoart", ("i",), "IDOART", "IDOART",
            "Stem forventningerne af i fem dele, før I begynder", ("frame",), "IDOART",
            from_palette=tuple(place for place in _LEAD_FROM if place != "frame")),
    # The round
    Command("next_turn", ("n", "pagedown"), "Næste", "Next speaker", "Ordet går videre til den næste",
            ("round",), "næste"),
    Command("pass_turn", ("p",), "Pas", "Pass",
            "Den, der har ordet, siger pas; næste gang spørges der igen", ("round",), "pas"),
    # IDOART
    Command("write_answer", ("enter", "c"), "Skriv et svar", "Write an answer",
            "Skriv et svar på det markerede spørgsmål; hver linje er et svar", ("idoart",), "skriv svar"),
    Command("next_part", ("n", "pagedown", "right"), "Næste del", "Next part",
            "Gå til den næste af de fem dele; 1–5 springer direkte", ("idoart",), "næste del"),
    Command("carry", ("t",), "Tag med til Ramme", "Carry into the frame",
            "Læg alle svarene ind i Ramme: formål, forventninger, dagsorden, regler, roller og tid",
            ("idoart",), "til Ramme"),
    Command("mark_wish", ("w",), "Ønske eller ej", "A wish or not",
            "Markér svaret som et ønske fra teamet, eller fjern mærket", ("idoart",), "ønske"),
    Command("reword_answer", ("e",), "Ret svaret", "Reword the answer", "Skriv det markerede svar om",
            ("idoart",), "ret"),
    Command("drop_answer", ("delete",), "Slet svaret", "Delete the answer",
            "Slet det markerede svar; u fortryder", ("idoart",)),
    Command("carry_part", ("T",), "Tag denne del med til Ramme", "Carry this part into the frame",
            "Læg kun svarene fra denne del ind i Ramme", ("idoart",)),
    Command("previous_part", ("p", "pageup", "left"), "Forrige del", "Previous part",
            "Gå tilbage til den forrige del", ("idoart",)),
    # The structured dialogue
    Command("ask", ("enter",), "Stil spørgsmålet", "Ask the question",
            "Stil det foreslåede spørgsmål, så alle ser det", ("bridging",), "stil"),
    Command("next_question", ("n", "pagedown"), "Et andet spørgsmål", "Another question",
            "Få et andet forslag", ("bridging",), "et andet"),
    Command("tap", tuple("123456789"), "Den, der taler", "Who speaks",
            "Tast tallet ved den, der taler; et klik virker også", ("bridging",), "taler", own_key=False,
            shown="1–9"),
    Command("speaks", ("t",), "Den markerede taler", "The marked one speaks",
            "Pilene flytter mærket; t siger, at den markerede taler", ("bridging",)),
    Command("invite", ("i",), "Invitér den markerede", "Invite the marked one",
            "Få et spørgsmål til den markerede; i igen lader programmet vælge", ("bridging",), "invitér"),
    Command("word_question", ("e",), "Spørg med egne ord", "Ask in your own words",
            "Ret forslaget, eller skriv dit eget spørgsmål", ("bridging",), "egne ord"),
    Command("aim_met", ("j",), "I har det, I kom efter", "You have what you came for",
            "Slut, fordi målet er nået, og se, hvad der kom ud af det", ("bridging",), "målet er nået"),
    Command("previous_question", ("p", "pageup"), "Forrige forslag", "Previous proposal",
            "Tilbage til det forslag, du sprang over", ("bridging",)),
    Command("not_heard", ("delete",), "Talte ikke alligevel", "Did not speak after all",
            "Tag den markeredes sidste mærke væk", ("bridging",)),
    # The fishbowl
    Command("next_phase", ("n", "pagedown"), "Videre", "Go on",
            "Fra omgang til det, den yderste kreds så, og videre til den næste omgang", ("fishbowl",),
            "videre"),
    Command("swap", ("b",), "Byt kredse", "Swap circles", "Den næste kreds går ind med det samme",
            ("fishbowl",), "byt"),
    Command("seats", ("p",), "Skift pladser", "Change seats",
            "Én går ind, én går ud, eller to bytter plads", ("fishbowl",), "pladser"),
    Command("new_topic", ("t",), "Nyt emne", "New topic",
            "Skriv et nyt emne, når samtalen ebber ud, eller gå tilbage til det første",
            ("fishbowl",), "nyt emne"),
    Command("task", ("g",), "Opgave til den yderste kreds", "The outer circle's task",
            "Vælg eller skriv, hvad den yderste kreds lægger mærke til", ("fishbowl",), "opgave"),
    Command("sum_up", ("l",), "Saml op", "Sum up", "Alle taler sammen om det, der kom frem", ("fishbowl",),
            "saml op"),
    Command("edit_seen", ("e",), "Ret det, I så", "Reword what you saw",
            "Skriv det markerede om", ("fishbowl",)),
    Command("drop_seen", ("delete",), "Slet det, I så", "Delete what you saw",
            "Slet det markerede; u fortryder", ("fishbowl",)),
    Command("longer_sitting", ("plus",), "½ minut mere", "Half a minute more",
            "Et halvt minut mere til det, der er i gang, og til de næste", ("fishbowl",)),
    Command("shorter_sitting", ("minus",), "½ minut mindre", "Half a minute less",
            "Et halvt minut mindre til det, der er i gang, og til de næste", ("fishbowl",)),
    Command("previous_phase", ("pageup",), "Et skridt tilbage", "One step back",
            "Som om det sidste skridt ikke var taget", ("fishbowl",)),
    # The IGLO
    Command("iglo_open", ("enter",), "Vælg idéen, eller åbn sedlen", "Choose the idea, or open the note",
            "Tag den markerede idé som den vigtigste, eller åbn den markerede seddel", ("iglo",), "åbn",
            own_key=False),
    Command("iglo_easiest", ("l",), "Vælg som den letteste", "Choose as the easiest",
            "Tag den markerede idé, fordi den er lettest at begynde med", ("iglo",), "den letteste"),
    Command("iglo_add", ("t", "plus"), "Tilføj en idé eller en seddel", "Add an idea or a note",
            "Skriv en ny idé, eller en ny seddel i det markerede felt", ("iglo",), "tilføj"),
    Command("iglo_act", ("g",), "Gør aftaler til idéer, eller sedlen til en handling",
            "Make agreements ideas, or the note an action",
            "Hent aftalerne som idéer; på tavlen bliver sedlen til en handling i planen", ("iglo",),
            "til planen"),
    Command("iglo_next", ("n", "pagedown"), "Videre til valg, tavle eller næste idé",
            "On to the choice, the board or the next idea",
            "Fra idéerne til valget, fra valget til tavlen, fra tavlen til den næste idé", ("iglo",),
            "næste idé"),
    Command("iglo_back", ("p", "pageup"), "Tilbage til idéerne", "Back to the ideas",
            "Se alle idéer; ⏎ på en, I har valgt, åbner dens tavle igen", ("iglo",), "idéerne"),
    Command("iglo_things", ("6",), "Seks ting at tænke på", "Six things to think of",
            "Se de seks ting, og sæt mærke ved dem, I har talt om", ("iglo",), "ting"),
    Command("iglo_reword", ("e",), "Ret idéen eller sedlen", "Edit the idea or the note",
            "Skriv den markerede idé om, eller åbn sedlen", ("iglo",), "ret"),
    Command("iglo_drop", ("delete",), "Slet idéen eller sedlen", "Delete the idea or the note",
            "Slet det markerede; u fortryder", ("iglo",)),
    # The placemat
    Command("go_on", ("n", "pagedown"), "Næste", "Next",
            "Drej arket igen, gå til den næste, der fortæller, eller til den næste fase", ("placemat",),
            "næste"),
    Command("write_middle", ("enter",), "Skriv midten", "Write the middle",
            "Skriv det, en gruppe er blevet enig om", ("placemat",), "midten"),
    Command("write_field", ("e",), "Skriv et felt", "Write a field",
            "Skriv det, der står i en deltagers felt; ● viser, at det er skrevet", ("placemat",), "felt"),
    Command("arrange", ("g",), "Grupper", "Groups", "Se grupperne, og flyt den enkelte", ("placemat",),
            "grupper"),
    Command("shuffle_groups", ("b",), "Bland grupperne", "Shuffle the groups",
            "Bland, hvem der er sammen, indtil I skriver", ("placemat",), "bland"),
    Command("turn_or_tell", ("t",), "Drej eller fortæl", "Turn or tell",
            "Drej arket, eller fortæl på skift", ("placemat",), "drej/fortæl"),
    # A method, whichever it is
    Command("begin_method", ("enter",), "Begynd metoden", "Begin the method",
            "Begynd metoden; uret går i gang", ("method",), "begynd"),
    Command("clock", ("space",), "Pause eller videre", "Pause or resume",
            "Stop uret, eller lad det gå igen", METHODS, "pause"),
    Command("make_agreement", ("enter",), "Gør til aftale", "Make it an agreement",
            "Det markerede bliver til en aftale; tallene virker også", ("outcome",), "gør til aftale",
            own_key=False),
    Command("act_on_line", ("g",), "Gør sedlen til en handling", "Make the note an action",
            "En seddel fra IGLO bliver til en handling i planen, med alt det, der står på den", ("outcome",),
            "til planen"),
    Command("reword_caught", ("e",), "Ret det skrevne", "Reword it", "Skriv det markerede om",
            ("outcome",), "ret"),
    Command("drop_caught", ("delete",), "Slet det skrevne", "Delete it",
            "Slet det markerede; u fortryder", ("outcome",), "slet"),
    Command("set_up", ("e",), "Indstil metoden", "Set up the method",
            "Skift, hvordan metoden skal være, før I begynder", ("method",), "indstil"),
    Command("topic", ("t",), "Skriv emnet", "Write the topic",
            "Skriv, hvad metoden skal handle om, med jeres egne ord", ("method",), "emne"),
    Command("circles", ("g",), "Kredse", "Circles", "Del jer i mindre kredse, og vælg, hvilken der begynder",
            ("method",), "kredse"),
    Command("shuffle", ("b",), "Bland", "Shuffle", "Bland, hvem der er sammen med hvem", ("method",),
            "bland"),
    Command("longer", ("plus",), "1 minut mere", "1 minute more", "1 minut mere til det hele", ("method",)),
    Command("shorter", ("minus",), "1 minut mindre", "1 minute less", "1 minut mindre til det hele",
            ("method",)),
    Command("another", ("r",), "En anden metode", "Another method", "Vælg en anden metode", ("method",),
            "anden metode"),
    # The plan
    Command("open_row", ("enter",), "Åbn eller gør til handling", "Open, or make an action",
            "En aftale bliver til en handling; en handling åbnes", ("plan",), "åbn / gør til handling",
            own_key=False),
    Command("new_action", ("h",), "Ny handling", "New action",
            "Skriv en handling, der ikke kom af en aftale", ("plan",), "ny handling"),
    Command("rank", ("p",), "Prioritér aftalerne", "Rank the agreements",
            "Stem om, hvilke aftaler der skal blive til handlinger", ("plan",), "prioritér"),
    # The ranking
    Command("votes", tuple("123456789"), "Antal stemmer", "Number of votes",
            "Skriv, hvor mange der rakte hånden op for den markerede aftale", ("ranking",), "stemmer",
            own_key=False, shown="0–9"),
    Command("make_action", ("enter",), "Gør til handling", "Make it an action",
            "Den markerede aftale bliver til en handling i planen", ("ranking",), "gør til handling",
            own_key=False),
    Command("sort", ("r",), "Sortér efter stemmer", "Sort by votes", "Sæt dem med flest stemmer øverst",
            ("ranking",), "sortér"),
    Command("more_votes", ("plus",), "Én stemme mere", "One vote more",
            "Én stemme mere til den markerede aftale", ("ranking",)),
    Command("fewer_votes", ("minus",), "Én stemme mindre", "One vote fewer",
            "Én stemme mindre til den markerede aftale", ("ranking",)),
    # Finish
    Command("approval", ("g",), "Godkendelse", "Approval",
            "Notér, hvem der har godkendt planen, lederen til sidst", ("finish",), "godkendelse"),
    # What is parked
    Command("take_up", ("enter",), "Gør til aftale", "Make it an agreement",
            "Det markerede bliver til en aftale", ("parking",), "gør til aftale", own_key=False),
    Command("done", ("d",), "Taget op", "Dealt with",
            "Sæt mærke ved det, I har talt om; d igen fjerner mærket", ("parking",), "taget op"),
    Command("belongs", ("f",), "Hører til et andet sted", "Belongs elsewhere",
            "Flyt det til senere, et teammøde, MUS eller LUS", ("parking",), "flyt"),
    Command("in_documents", ("m",), "Med i dokumenterne", "In the documents",
            "Tag det med i dokumenterne, eller hold det ude", ("parking",), "dokumenter"),
    Command("edit_parked", ("e",), "Ret det parkerede", "Reword what is parked",
            "Skriv det markerede om", ("parking",), "ret"),
    # The plan, the ranking and what is parked
    Command("drop", ("delete", "x"), "Slet", "Delete", "Slet det markerede; u fortryder",
            ("frame", "plan", "parking", "ranking"), "slet"),
    Command("edit_agreement", ("e",), "Ret aftalen", "Reword agreement", "Skriv den markerede aftale om",
            ("plan", "ranking"), "ret"),
    # The evaluation
    Command("answer", ("enter",), "Skriv svar", "Write an answer",
            "Gå til det første spørgsmål uden svar", ("evaluation",), "skriv"),
    # Finish
    Command("write", ("ctrl+s",), "Skriv filerne", "Write the files",
            "Skriv planen i de formater, der er valgt", ("finish",), "skriv filerne"),
    # The wheel and its cards
    Command("move", ("left", "right"), "Vælg felt", "Choose field",
            "Gå rundt på hjulet med alle fire pile; tallene springer direkte", ("wheel",), "felt",
            own_key=False),
    Command("to_main", ("left",), "Tilbage til hjulet", "Back to the wheel",
            "Fra listerne tilbage til hjulet", ("wheel",), "hjulet", own_key=False),
    Command("open_field", ("enter",), "Gå til kortene", "Go to the cards",
            "Fra feltet til dets kort, og åbn kortet", ("wheel",), "åbn", own_key=False),
    Command("draw", ("t",), "Træk et kort", "Draw a card", "Træk et tilfældigt kort, I ikke har brugt",
            _CARDS, "træk"),
    Command("round", ("r",), "Led en metode", "Lead a method",
            "Vælg en metode til kortet, eller tag en op igen", _CARDS, "metode"),
    # What matters everywhere in a conversation
    Command("agree", ("a",), "Ny aftale", "Capture agreement", "Skriv en aftale ned, mens I taler",
            CONVERSATION, "aftale"),
    Command("view", ("v", "f5"), "Rummet eller kun dig", "The room's view or yours",
            "Skift mellem det, rummet må se, og din egen visning", CONVERSATION, "visning"),
    Command("next_step", ("greater_than_sign",), "Næste trin", "Next step",
            "Gå et trin frem", (*_STEPS, "parking", "ranking"), "videre"),
    Command("catch", ("c",), "Skriv op", "Write it down",
            "Skriv noget ned, der bliver sagt; det kan blive til en aftale", (*_CATCHING, "outcome"),
            "skriv op"),
    Command("park", ("k",), "Parkér", "Park a matter", "Læg noget til side til senere, eller til en MUS",
            CONVERSATION, "parkér"),
    # A method, when there is room
    Command("people", ("d",), "Hvem er med", "Who is there",
            "En kommer til, en går, eller en sidder over", ("method", *METHODS), "hvem er med"),
    Command("extend", ("f",), "5 minutter mere", "5 minutes more", "Læg 5 minutter til det hele", METHODS,
            "5 min mere"),
    Command("close_round", ("x",), "Slut metoden", "End the method",
            "Slut, og se, hvad der kom ud af det", METHODS, "slut"),
    Command("outcome", ("h",), "Hvad kom der ud af det", "What came out of it",
            "Se det, der er skrevet op, og gør det til aftaler", METHODS, "hvad kom der ud"),
    Command("more", ("plus",), "½ minut mere", "Half a minute more",
            "Et halvt minut mere til denne taletur", ("round",), "½ min"),
    Command("less", ("minus",), "½ minut mindre", "Half a minute less",
            "Et halvt minut mindre til denne taletur", ("round",)),
    Command("previous_turn", ("pageup",), "Giv ordet tilbage", "Previous speaker",
            "Ordet går tilbage til den forrige", ("round",)),
    Command("go_back", ("p", "pageup"), "Forrige", "Previous",
            "Tilbage til den forrige gang, gruppe eller fase; dens ur går videre", ("placemat",)),
    Command("skip_phase", ("N",), "Næste fase", "Next phase", "Gå til den næste fase med det samme",
            ("placemat",)),
    Command("more_time", ("plus",), "½ minut mere til fasen", "Half a minute more",
            "Et halvt minut mere til denne fase", ("placemat",)),
    Command("less_time", ("minus",), "½ minut mindre til fasen", "Half a minute less",
            "Et halvt minut mindre til denne fase", ("placemat",)),
    Command("set_round", ("r",), "Indstil tiden", "Set the time", "Skift tiden undervejs", METHODS,
            "indstil"),
    Command("bell", ("m",), "Klokke til eller fra", "Bell on or off",
            "Om en klokke lyder, når en tid er gået", METHODS, "klokke"),
    # The methods, from the palette
    Command("lead_spiral", (), "Spiralsamtale", "Spiral round", "Ordet går rundt i kredsen, med ur", (),
            from_palette=_LEAD_FROM),
    Command("lead_bridging", (), "Struktureret dialog", "Structured dialogue",
            "Fri samtale, der bliver bundet sammen af spørgsmål", (), from_palette=_LEAD_FROM),
    Command("lead_fishbowl", (), "Fishbowl", "Fishbowl", "En inderste kreds taler, og en yderste lytter", (),
            from_palette=_LEAD_FROM),
    Command("lead_placemat", (), "Mødet på midten", "Placemat",
            "Skriv hver for sig, og bliv enige om midten", (), from_palette=_LEAD_FROM),
    Command("lead_iglo", (), "IGLO", "IGLO", "Fra idé til handling på fire niveauer", (),
            from_palette=_LEAD_FROM),
    # The plan and the cards, when there is room
    Command("up", ("ctrl+up", "shift+up"), "Flyt op", "Move up", "Flyt det markerede en plads op",
            ("frame", "plan", "ranking", "decks", "idoart")),
    Command("down", ("ctrl+down", "shift+down"), "Flyt ned", "Move down", "Flyt det markerede en plads ned",
            ("frame", "plan", "ranking", "decks", "idoart")),
    Command("note", ("i",), "Note til dig selv", "Private note", "Skriv en note på kortet; kun du ser den",
            ("card",), "note"),
    Command("put_back", ("l",), "Læg kortet tilbage", "Put card back", "Læg kortet tilbage i bunken",
            _CARDS, "læg tilbage"),
    Command("blank", ("b",), "Skriv et blankt kort", "Write a blank card",
            "Skriv et kort med jeres eget spørgsmål", _CARDS, "blankt kort"),
    Command("choose_card", ("m",), "Vælg kortet til samtalen", "Choose the card beforehand",
            "Vælg kortet til samtalen, eller tag det ud igen", _CARDS, "vælg til samtalen"),
    Command("choose_for_employees", ("M",), "Vælg kortet for medarbejderne", "Choose it for the employees",
            "Kortet er et af dem, som medarbejderne har valgt til samtalen, eller ikke længere", _CARDS),
    Command("next_card", ("pagedown",), "Næste kort", "Next card", "Åbn feltets næste kort", _CARDS),
    Command("previous_card", ("pageup",), "Forrige kort", "Previous card", "Åbn feltets forrige kort",
            _CARDS),
    Command("begin", ("space",), "Begynd samtalen", "Begin the conversation",
            "Sæt samtalens tid i gang; på Ramme også tilbage igen", ("frame", "wheel"), "begynd"),
    Command("later", ("plus",), "Slut 5 minutter senere", "End 5 minutes later",
            "Slut 5 minutter senere", ("frame", "wheel")),
    Command("earlier", ("minus",), "Slut 5 minutter tidligere", "End 5 minutes earlier",
            "Slut 5 minutter tidligere", ("frame", "wheel")),
    Command("check_in", ("c",), "Check-in og forventninger", "Check-in and expectations",
            "Ret det, alle siger et ord om først", ("frame",), "check-in"),
    Command("edit_rules", ("r",), "Ret spillereglerne", "Edit the ground rules",
            "Ret spillereglerne, så de bliver jeres", ("frame",)),
    Command("groups", ("g",), "Mindre grupper", "Smaller groups",
            "Del jer i mindre grupper, eller tal alle sammen", ("frame",), "grupper"),
    Command("grid", ("g",), "Hjul eller gitter", "Wheel or grid",
            "Skift mellem det runde hjul og felter i ruder", ("wheel",), "gitter"),
    # Everywhere in a conversation
    Command("previous_step", ("less_than_sign",), "Forrige trin", "Previous step", "Gå et trin tilbage",
            (*_STEPS, "parking", "ranking")),
    Command("parked", ("K",), "Se det parkerede", "What is parked", "Se alt, der er lagt til side",
            tuple(context for context in CONVERSATION if context != "parking")),
    Command("undo", ("u", "ctrl+z"), "Fortryd", "Undo", "Tag det sidste tilbage, så mange gange du vil",
            CONVERSATION, "fortryd"),
    Command("redo", ("ctrl+y",), "Gentag", "Redo", "Gør det, du fortrød, igen", CONVERSATION),
    Command("time_out", ("o", "full_stop"), "Time-out", "Time-out",
            "Stop alle ure, og dæk skærmen med et roligt ord", CONVERSATION, "time-out"),
    Command("rules", ("s",), "Spilleregler", "Ground rules", "Vis spillereglerne", CONVERSATION),
    Command("back", ("escape",), "Tilbage", "Back", "Forlad feltet, og derefter skærmen; intet går tabt",
            ("start", "settings", "decks", "deck_card", *CONVERSATION)),
    # Everywhere
    Command("settings", ("i",), "Indstillinger", "Settings",
            "Vælg sprog, tema, tider og mappe; det huskes til næste gang", ("home",), "indstillinger",
            on_app=True, from_palette=("start", "decks", *CONVERSATION)),
    Command("theme", ("f2",), "Lys eller mørk", "Light or dark", "Skift mellem det lyse og det mørke tema",
            _EVERYWHERE, on_app=True),
    Command("palette", ("ctrl+p",), "Alle kommandoer", "All commands", "Find en kommando ved at skrive",
            _EVERYWHERE, on_app=True),
    Command("quit", ("ctrl+q",), "Afslut", "Quit", "Luk programmet; alt er gemt", _EVERYWHERE, "afslut",
            on_app=True),
    Command("help", ("question_mark", "f1"), "Hjælp", "Help", "Vis tasterne, der virker her", _EVERYWHERE,
            "hjælp", on_app=True),
)  # fmt: skip


def command(command_id: str) -> Command:
    """The command of that id."""
    return next(each for each in COMMANDS if each.id == command_id)


def reworded(commands: Iterable[Command], **words: str) -> tuple[Command, ...]:
    """The same commands, some of them with another word in the bar.

    Args:
        commands: those of a bar.
        words: the other words, in the user's language, under the ids of their commands.
    """
    return tuple(each.worded(words[each.id]) if each.id in words else each for each in commands)


def declared_texts() -> Iterator[str]:
    """Every text declared here that is shown in the user's language, for the catalogues."""
    yield KEY_NAMES["space"]
    for command in COMMANDS:
        yield command.help
        if command.short:
            yield command.short


def commands_in(context: str) -> tuple[Command, ...]:
    """The commands that work in a context, in the order in which they are shown."""
    return tuple(command for command in COMMANDS if context in command.where)


def offered_in(context: str) -> tuple[Command, ...]:
    """The commands that the palette has in a context: those that work by a key, and some others."""
    return tuple(command for command in COMMANDS if context in command.where + command.from_palette)


def bindings_in(context: str) -> list[Binding]:
    """The key bindings of a screen that shows this context."""
    return list(_bindings(context))


def _bindings(context: str) -> Iterator[Binding]:
    for command in commands_in(context):
        if not command.own_key:
            continue
        for key in command.keys:
            yield Binding(key, command.action, command.danish, show=False)


def key_table() -> str:
    """The README's table of keys, in Markdown; a test holds it against the README."""
    rows = ["| Key | English | Dansk | Where |", "| --- | --- | --- | --- |"]
    for command in COMMANDS:
        if not command.keys:
            continue
        keys = f"`{command.shown}`" if command.shown else " ".join(f"`{key_name(k)}`" for k in command.keys)
        rows.append(f"| {keys} | {command.english} | {command.danish} | {_places(command.where)} |")
    return "\n".join(rows)


def _places(where: tuple[str, ...]) -> str:
    if set(where) >= {"home", *CONVERSATION}:
        return "everywhere"
    if set(where) >= set(CONVERSATION):
        return "conversation"
    return ", ".join(where)
