"""Every command of the user, declared once.

Key bindings, the bar at the foot of a screen, the palette, the help screen and the README's key table are all
made from these lines and those of ``method_commands``, in this order. A command's ``id`` is the name of the
action that carries it out on the screen.
"""

from collections.abc import Iterable, Iterator

from textual.binding import Binding

from samtale_tui.tui.command_model import KEY_NAMES, Command, key_name
from samtale_tui.tui.contexts import CARDS, CATCHING, CONVERSATION, EVERYWHERE, LEAD_FROM, METHODS, STEPS
from samtale_tui.tui.method_commands import METHOD_COMMANDS, METHOD_COMMANDS_WHEN_THERE_IS_ROOM

__all__ = [
    "COMMANDS",
    "CONVERSATION",
    "METHODS",
    "Command",
    "bindings_in",
    "command",
    "commands_in",
    "declared_texts",
    "key_name",
    "key_table",
    "offered_in",
    "reworded",
]

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
            from_palette=tuple(place for place in LEAD_FROM if place != "frame")),
    *METHOD_COMMANDS,
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
            CARDS, "træk"),
    Command("round", ("r",), "Led en metode", "Lead a method",
            "Vælg en metode til kortet, eller tag en op igen", CARDS, "metode"),
    # What matters everywhere in a conversation
    Command("agree", ("a",), "Ny aftale", "Capture agreement", "Skriv en aftale ned, mens I taler",
            CONVERSATION, "aftale"),
    Command("view", ("v", "f5"), "Rummet eller kun dig", "The room's view or yours",
            "Skift mellem det, rummet må se, og din egen visning", CONVERSATION, "visning"),
    Command("next_step", ("greater_than_sign",), "Næste trin", "Next step",
            "Gå et trin frem", (*STEPS, "parking", "ranking"), "videre"),
    Command("catch", ("c",), "Skriv op", "Write it down",
            "Skriv noget ned, der bliver sagt; det kan blive til en aftale", (*CATCHING, "outcome"),
            "skriv op"),
    Command("park", ("k",), "Parkér", "Park a matter", "Læg noget til side til senere, eller til en MUS",
            CONVERSATION, "parkér"),
    *METHOD_COMMANDS_WHEN_THERE_IS_ROOM,
    # The plan and the cards, when there is room
    Command("up", ("ctrl+up", "shift+up"), "Flyt op", "Move up", "Flyt det markerede en plads op",
            ("frame", "plan", "ranking", "decks", "idoart")),
    Command("down", ("ctrl+down", "shift+down"), "Flyt ned", "Move down", "Flyt det markerede en plads ned",
            ("frame", "plan", "ranking", "decks", "idoart")),
    Command("note", ("i",), "Note til dig selv", "Private note", "Skriv en note på kortet; kun du ser den",
            ("card",), "note"),
    Command("put_back", ("l",), "Læg kortet tilbage", "Put card back", "Læg kortet tilbage i bunken",
            CARDS, "læg tilbage"),
    Command("blank", ("b",), "Skriv et blankt kort", "Write a blank card",
            "Skriv et kort med jeres eget spørgsmål", CARDS, "blankt kort"),
    Command("choose_card", ("m",), "Vælg kortet til samtalen", "Choose the card beforehand",
            "Vælg kortet til samtalen, eller tag det ud igen", CARDS, "vælg til samtalen"),
    Command("choose_for_employees", ("M",), "Vælg kortet for medarbejderne", "Choose it for the employees",
            "Kortet er et af dem, som medarbejderne har valgt til samtalen, eller ikke længere", CARDS),
    Command("next_card", ("pagedown",), "Næste kort", "Next card", "Åbn feltets næste kort", CARDS),
    Command("previous_card", ("pageup",), "Forrige kort", "Previous card", "Åbn feltets forrige kort",
            CARDS),
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
            (*STEPS, "parking", "ranking")),
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
            EVERYWHERE, on_app=True),
    Command("palette", ("ctrl+p",), "Alle kommandoer", "All commands", "Find en kommando ved at skrive",
            EVERYWHERE, on_app=True),
    Command("quit", ("ctrl+q",), "Afslut", "Quit", "Luk programmet; alt er gemt", EVERYWHERE, "afslut",
            on_app=True),
    Command("help", ("question_mark", "f1"), "Hjælp", "Help", "Vis tasterne, der virker her", EVERYWHERE,
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
