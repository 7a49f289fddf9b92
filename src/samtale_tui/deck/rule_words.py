"""A deck's rules in words, each on its own line."""

from collections.abc import Iterator, Sequence

from samtale_tui.basis.language import _, n_
from samtale_tui.basis.text import clean_line
from samtale_tui.deck.model import Deck
from samtale_tui.deck.rules import CardChoice, Rules


def ground_rules_title(deck: Deck) -> str:
    """What the ground rules are called here (S24, S61)."""
    return deck.rules.ground_rules_title or _("Spilleregler")


def rules_in_words(deck: Deck) -> Iterator[list[str]]:
    """Every rule that the deck sets, in paragraphs of lines."""
    rules = deck.rules
    yield [
        *listed(ground_rules_title(deck), rules.ground_rules),
        *rules_in_short(deck),
    ]
    yield listed(_("Spørgsmål til evalueringen"), rules.evaluation)
    yield listed(_("Lederens forberedelse"), rules.prepare_leader)
    yield listed(_("Deltagernes forberedelse"), rules.prepare_employees)
    yield listed(_("Husk"), rules.reminders)


def listed(heading: str, sentences: Sequence[str]) -> list[str]:
    """A heading and what it is about, numbered; nothing where that is nothing."""
    numbered = [f"{number}. {clean_line(sentence)}" for number, sentence in enumerate(sentences, 1)]
    return [heading, *numbered] if numbered else []


def rules_in_short(deck: Deck) -> list[str]:
    """What the deck asks for, a sentence each: fields, cards chosen beforehand, plan, approval, deletion."""
    return [*_on_fields(deck), *_on_cards(deck.rules), *_on_the_plan(deck.rules)]


def _on_fields(deck: Deck) -> Iterator[str]:
    rules = deck.rules
    for ids, words in (
        (rules.mandatory, _("Skal altid med: {fields}")),
        (rules.excluded, _("Ikke på hjulet: {fields}")),
        (rules.council, _("Emnet bestemmes af det lokale MED-udvalg (LMU): {fields}")),
    ):
        if ids:
            yield words.format(fields=", ".join(deck.fields_by_id[each].title for each in ids))


def _on_cards(rules: Rules) -> Iterator[str]:
    if rules.leader_cards:
        yield _("Lederen vælger på forhånd: {cards}").format(cards=_choice(rules.leader_cards))
    if rules.employee_cards:
        yield _("Deltagerne vælger på forhånd: {cards}").format(cards=_choice(rules.employee_cards))


def _choice(choice: CardChoice) -> str:
    """How many, in words; to choose none is always in order (S54)."""
    if choice.most == 0:
        return _("ingen kort")
    if choice.least == choice.most:
        return n_("{n} kort eller ingen", "{n} kort eller ingen", choice.most)
    if choice.least <= 1:
        return n_("højst {n} kort", "højst {n} kort", choice.most)
    words = n_("fra {least} til {n} kort eller ingen", "fra {least} til {n} kort eller ingen", choice.most)
    return words.format(least=choice.least)


def _on_the_plan(rules: Rules) -> Iterator[str]:
    reserved = n_("{n} minut", "{n} minutter", rules.plan_minutes)
    yield _("Tid til opsamling og plan: {minutes}").format(minutes=reserved)
    yield _("Der skal laves en plan.") if rules.plan == "required" else _("Planen er frivillig.")
    if rules.approval == "both":
        yield _("Planen godkendes af begge, lederen til sidst.")
    if rules.approval == "all":
        yield _("Planen godkendes af alle, der deltager, lederen til sidst.")
    if rules.delete_after_days is not None:
        yield n_(
            "Planen slettes {n} dag efter godkendelsen.",
            "Planen slettes {n} dage efter godkendelsen.",
            rules.delete_after_days,
        )
