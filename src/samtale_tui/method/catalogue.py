"""What each of the six methods is and how it is done (S27–S40), for the cards that point to one (S22).

The texts are made when they are asked for and not at import, so that they follow the language in force.
"""

from collections.abc import Callable
from dataclasses import dataclass

from samtale_tui.basis.language import _
from samtale_tui.basis.words import MethodName


@dataclass(frozen=True)
class MethodText:
    """One method, told to the one who is to lead it."""

    title: str
    """Name of the method."""
    what: str
    """What the room does, in a sentence or two."""
    purpose: str
    """What it is good for."""
    when: str
    """When it fits and when it does not."""
    people: str
    """How many it suits, and what to do when there are more."""
    suits: tuple[int, int]
    """The fewest and the most people whom it suits as it is."""
    minutes: tuple[int, int]
    """The least and the most that one question or one turn of it usually takes, in minutes."""
    steps: tuple[str, ...]
    """What to do, in order, each step beginning with a capital."""
    rules: tuple[str, ...]
    """What everyone keeps to while it runs."""


ALL_METHODS: tuple[MethodName, ...] = tuple(MethodName)
"""The whole catalogue, in the order in which it is listed."""


def method_text(name: MethodName) -> MethodText:
    """What the method is and how it is done, in the user's language."""
    return _TEXTS[name]()


def _spiral() -> MethodText:
    """S36–S37."""
    return MethodText(
        title=_("Spiralsamtale"),
        what=_("Ordet går rundt i kredsen, én ad gangen, til alle har sagt pas, eller tiden er gået."),
        suits=(3, 12),
        purpose=_("Alle får lige god plads, og tankerne bygger videre på hinanden, omgang for omgang."),
        when=_(
            "Brug den, når alle skal høres, når nogle få plejer at fylde mest, eller når emnet er svært. "
            "Brug den ikke, når I skal beslutte noget hurtigt."
        ),
        people=_("4–12 i én kreds. Er I flere, så lav to kredse, og saml op til sidst."),
        minutes=(10, 15),
        steps=(
            _("Sæt jer i en kreds, og læs spørgsmålet op."),
            _("Vælg, hvem der åbner, og hvilken vej ordet går. Skift begge dele fra gang til gang."),
            _("Den første taler kort; så går ordet videre til den næste i kredsen."),
            _("Bliv ved, omgang efter omgang. Byg gerne videre på det, de andre har sagt."),
            _("Slut, når alle har meldt pas efter hinanden, eller når tiden er gået."),
            _("Saml op: Hvad hørte I, og er der noget at aftale?"),
        ),
        rules=(
            _("Kun den, der har ordet, taler. Ingen afbryder."),
            _("Fat dig i korthed, så ordet når rundt flere gange."),
            _("Det er altid i orden at melde pas. Den, der melder pas, bliver spurgt igen i næste omgang."),
        ),
    )


def _bridging() -> MethodText:
    """S38–S39."""
    return MethodText(
        title=_("Struktureret dialog"),
        what=_("I taler frit, og undervejs binder et spørgsmål det sammen, som I hver især siger."),
        suits=(3, 10),
        purpose=_(
            "En fri samtale, hvor alle kommer til orde, og hvor trådene bliver bundet sammen undervejs."
        ),
        when=_(
            "Brug den, når I skal forstå hinanden og finde det fælles i mange synspunkter. "
            "Brug den ikke uden en, der leder samtalen, eller uden en aftalt tid."
        ),
        people=_("4–10. Er I flere, så del jer i grupper, der hver har en til at lede."),
        minutes=(15, 30),
        steps=(
            _("Læg spørgsmålet frem, sig, hvor lang tid I har, og at alle skal høres."),
            _("Lad samtalen begynde frit, eller nævn, hvem der begynder."),
            _("Invitér dem ind, der ikke har talt endnu: Hvordan ser det ud fra din plads?"),
            _("Byg bro: Hvad er det vigtigste af det, der er sagt?"),
            _("Byg bro mellem to ved navn: Bo, hvad kan du bedst lide i det, Anna sagde?"),
            _("Byg bro mellem alle: Hvilke mønstre ser I? Hvad er I allerede enige om?"),
            _("Slut, når tiden er gået, eller når I har det, I kom efter. Sig højt, hvad I tager med."),
        ),
        rules=(
            _("Hvert spørgsmål har sin egen tid."),
            _("Alle bliver hørt, inden samtalen slutter."),
            _("Knyt det, du siger, til det, en anden har sagt."),
        ),
    )


def _fishbowl() -> MethodText:
    """S40."""
    return MethodText(
        title=_("Fishbowl"),
        what=_("Nogle sidder inderst og taler; resten sidder rundt om og lytter. Så bytter I."),
        suits=(6, 40),
        purpose=_("Nogle taler, mens andre lytter, så I får øje på det, man overser, når man selv taler."),
        when=_(
            "Brug den, når I er mange, eller når to grupper skal forstå hinanden. "
            "Brug den ikke, når nogen kan føle sig udstillet, eller når I er færre end seks."
        ),
        people=_("6 eller flere. Sæt 3–7 i den inderste kreds og resten i den yderste."),
        minutes=(20, 40),
        steps=(
            _("Del jer i to grupper, og sæt jer i to kredse, den ene uden om den anden."),
            _("Giv den inderste kreds et spørgsmål og den yderste noget at lægge mærke til."),
            _("Den inderste kreds taler sammen. Den yderste ser, lytter og tænker med."),
            _("Spørg den yderste kreds, hvad den så og hørte, så det ikke går tabt."),
            _("Byt kredse, når der er brug for det, og tal videre."),
            _("Tag et nyt emne op, når samtalen ebber ud, eller saml op: Hvad er der at aftale?"),
        ),
        rules=(
            _("Den yderste kreds siger ikke noget, før den bliver spurgt."),
            _("Sig, hvad du så og hørte, ikke, hvad du synes om dem, der talte."),
            _("Alle når at sidde i begge kredse."),
        ),
    )


def _placemat() -> MethodText:
    """S28–S30."""
    return MethodText(
        title=_("Mødet på midten"),
        what=_(
            "I skriver hver for sig på samme ark, læser og taler – og enes om det, der skal stå i midten."
        ),
        suits=(2, 40),
        purpose=_("Hver tænker først selv; derefter finder I sammen frem til det, I kan skrive på midten."),
        when=_(
            "Brug den, når I skal blive enige, tolke noget, vurdere noget eller få idéer. "
            "Brug den ikke, når svaret er givet på forhånd."
        ),
        people=_("4–5 om hvert ark. Er I flere, så del jer i grupper, og saml op i fællesskab."),
        minutes=(20, 40),
        steps=(
            _("Tegn et felt til hver på et A3-ark og et felt i midten, og læs spørgsmålet op."),
            _("Skriv hver for sig i jeres eget felt, i stilhed og gerne i hver sin farve."),
            _("Drej arket, og læs hinandens felter, eller fortæl på skift, hvad I har skrevet."),
            _("Tal om ligheder og forskelle, og spørg til det, I ikke forstår."),
            _("Skriv i midten det, I er blevet enige om."),
            _("Er der flere ark, så hør midten fra hvert af dem, og saml op sammen."),
        ),
        rules=(
            _("Ingen taler, mens der bliver skrevet."),
            _("Alle felter bliver læst eller hørt, før I diskuterer."),
            _("I midten står kun det, som alle kan sige ja til."),
        ),
    )


def _iglo() -> MethodText:
    """S31–S35."""
    return MethodText(
        title=_("IGLO"),
        what=_("I tager én idé ad gangen og finder ud af, hvad hvert niveau gør, på kort og på lang sigt."),
        suits=(2, 8),
        purpose=_(
            "Gør en idé om trivsel til handling hos individ, gruppe, ledelse og organisation, "
            "så ansvaret ikke havner ét sted."
        ),
        when=_(
            "Brug den, når I allerede har idéer og skal i gang. "
            "Brug den ikke til at få idéer; tag først en anden øvelse."
        ),
        people=_("4–8, gerne fra alle personalegrupper. Er I flere, så lad hver gruppe tage sin idé."),
        minutes=(30, 60),
        steps=(
            _("Vælg én idé: den vigtigste eller den, der er lettest at komme i gang med."),
            _(
                "Find de handlinger, den kræver på kort og på lang sigt, for hver enkelt, for gruppen, for "
                "ledelsen og for organisationen. Tal om, hvorfor I vil det, og hvordan det ser ud, når det "
                "er lykkedes."
            ),
            _(
                "Skriv en seddel for hver handling: hvad, hvordan og hvem, hvornår den begynder og skal være "
                "færdig, hvem der følger op, og hvornår."
            ),
            _("Tag den næste idé på samme måde, hvis der er tid."),
        ),
        rules=(
            _("Alle fire niveauer får en rolle og kender den."),
            _("Alle personalegrupper er med."),
            _("Handlingerne skal støtte hinanden."),
            _("Én er ansvarlig og driver det frem."),
        ),
    )


def _idoart() -> MethodText:
    """S27; one step for each part, with as many questions as the source has."""
    return MethodText(
        title=_("IDOART"),
        what=_("I svarer sammen på fem slags spørgsmål: hensigt, udbytte, dagsorden, roller og tid."),
        suits=(2, 12),
        purpose=_("Stem forventningerne af, før I går i gang, så alle ved, hvad I vil, og hvordan."),
        when=_(
            "Brug den på et teammøde før samtalen, eller før I begynder på noget nyt sammen. "
            "Brug den ikke midt i en samtale, der allerede er godt i gang."
        ),
        people=_("3–12 sammen. Er I flere, så tal i mindre grupper, før I skriver svarene."),
        minutes=(20, 45),
        steps=(
            _("Intention, hensigten: Hvorfor mødes vi? Hvad skal det tjene til i det store billede?"),
            _(
                "Desired Outcome, det ønskede udbytte: Hvad skal teamet og den enkelte have ud af det? "
                "Hvad forventer hver af os? Hvilke overordnede mål skal det føre os nærmere?"
            ),
            _("Agenda, dagsordenen: Hvilke emner er vigtige? Hvordan bygger vi tiden op om dem?"),
            _("Roles & Rules, roller og regler: Hvilke rammer gælder? Hvilke roller har vi, og skifter de?"),
            _("Time, tiden: Hvem holder tiden, og hvad skal overholdes?"),
        ),
        rules=(
            _("Tag delene i rækkefølge."),
            _("Svarene bliver skrevet, hvor alle kan se dem."),
            _("Lederen tager ønskerne med i planlægningen og siger, hvad der blev af dem."),
        ),
    )


_TEXTS: dict[MethodName, Callable[[], MethodText]] = {
    MethodName.SPIRAL: _spiral,
    MethodName.BRIDGING: _bridging,
    MethodName.FISHBOWL: _fishbowl,
    MethodName.PLACEMAT: _placemat,
    MethodName.IGLO: _iglo,
    MethodName.IDOART: _idoart,
}
